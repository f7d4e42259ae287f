import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden, reglementePa } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import type { AvvikelseCommand } from './avvikelse.decider';
import type { KlagomalCommand } from './klagomal.decider';
import { klagomalet } from './klagomal.projection';
import { svarstidUr } from './klagomal.svarstid';
import type { Omgivning } from './kvalitet.register';
import type { OverklagandeCommand } from './overklagande.decider';
import { overklagandet } from './overklagande.projection';

type Begynnande = { readonly namnd: string; readonly arende?: string };
/** The nämnd and the matter. What is in another nämnd is as if it were not there. */
const omgivningen = async ({ namnd, arende }: Begynnande, around: Surroundings): Promise<Omgivning> => {
  const matter = arende === undefined ? undefined : await around.read(arendet, arende);
  return { namnd: (await around.read(namnden, namnd)) !== undefined, arende: matter?.namnd === namnd, sekretess: matter?.namnd === namnd && matter.klass === 'sekretess' };
};
/** What begins an entry names its nämnd: that much is the same for all of them. */
export const prepareKvalitet = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const data = command.data as Partial<Begynnande>;
  return data.namnd === undefined ? command : { ...command, data: { ...data, omgivning: await omgivningen(data as Begynnande, around) } };
};
/** A row of a list was tried with its list. */
export const prepareEjverkstalld = async (command: Command, id: string, around: Surroundings): Promise<Command> => (command.type === 'NoteraInsatsrad' ? command : prepareKvalitet(command, id, around));

/** The nämnd's setting for how soon a complaint is answered, the day it came. */
export const prepareKlagomal = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = (await prepareKvalitet(command, id, around)) as KlagomalCommand;
  if (wish.type !== 'TaEmotKlagomal') return wish;
  const namnd = await around.read(namnden, wish.data.namnd);
  return { ...wish, data: { ...wish.data, svarstid: svarstidUr(namnd && reglementePa(namnd, wish.data.inkom)) } };
};
/** The complaint that a deviation came to light by. */
export const prepareAvvikelse = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = (await prepareKvalitet(command, id, around)) as AvvikelseCommand;
  if (wish.type !== 'RegistreraAvvikelse' || wish.data.klagomal === undefined) return wish;
  return { ...wish, data: { ...wish.data, klagomalet: (await around.read(klagomalet, wish.data.klagomal))?.namnd === wish.data.namnd } };
};
/** The § that is appealed, or by which the nämnd decided to appeal. */
export const prepareOverklagande = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = (await prepareKvalitet(command, id, around)) as OverklagandeCommand;
  if ((wish.type !== 'RegistreraOverklagande' && wish.type !== 'LamnaNamndensOverklagande' && wish.type !== 'OverklagaVidare') || wish.data.punkt === undefined) return wish;
  const namnd = wish.type !== 'OverklagaVidare' ? wish.data.namnd : (await around.read(overklagandet, id))?.namnd;
  const finns = namnd !== undefined && (await around.read(paragrafen, wish.data.punkt))?.namnd === namnd;
  return { ...wish, data: { ...wish.data, paragrafen: finns } } as Command;
};
