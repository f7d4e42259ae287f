import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden, uppdragPa } from '@klubba/namnd';
import { paragrafen } from '@klubba/paragraf';
import { ordningsunderlag } from './delegationsbehorighet';
import type { Beslutsunderlag, DelegationsbeslutCommand, RegistreraDelegationsbeslut } from './delegationsbeslut.decider';
import { delegationsbeslutet } from './delegationsbeslut.projection';
import { delegationsordningen } from './delegationsordning.projection';

/** Brings the order, the chair and the matter as they stood on the day of the decision. Refuses nothing: a command carried out before must get its receipt again. */
export const prepareDelegationsbeslut = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as DelegationsbeslutCommand;
  return wish.type === 'RegistreraDelegationsbeslut' ? { ...wish, data: { ...wish.data, underlag: await beslutsunderlag(wish.data, around) } } : command;
};

export const beslutsunderlag = async (data: RegistreraDelegationsbeslut, around: Surroundings): Promise<Beslutsunderlag> => {
  const { namnd: id, datum, arende, utskottspunkt, andrar } = data;
  const namnd = await around.read(namnden, id);
  const ordning = ordningsunderlag(await around.read(delegationsordningen, id), datum, data.nummer);
  const matter = arende === undefined ? undefined : await around.read(arendet, arende);
  const utskott = utskottspunkt === undefined ? undefined : await utskottets(utskottspunkt, id, around);
  const forra = andrar === undefined ? undefined : await around.read(delegationsbeslutet, andrar.beslut);
  return {
    ...(ordning !== undefined && { ordning }), ordforande: namnd === undefined ? [] : uppdragPa(namnd, datum).filter(({ roll }) => roll !== undefined).map(({ person }) => person),
    ...(matter?.namnd === id && { arende: { klass: matter.klass, ...(matter.diarienummer !== undefined && { diarienummer: matter.diarienummer }) } }),
    ...(utskott !== undefined && { utskott }), ...(forra?.namnd === id && forra.vantar !== true && { andrar: true as const }),
  };
};

/** The § of an utskott under this nämnd (E9). */
const utskottets = async (punkt: string, namnd: string, around: Surroundings): Promise<Beslutsunderlag['utskott']> => {
  const paragraf = await around.read(paragrafen, punkt);
  const organ = paragraf && (await around.read(namnden, paragraf.namnd));
  return paragraf !== undefined && organ?.overordnad === namnd ? { ar: paragraf.ar, nr: paragraf.nr, datum: paragraf.datum } : undefined;
};
