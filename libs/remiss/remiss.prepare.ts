import { arendet } from '@klubba/arende';
import { handlingen } from '@klubba/handling';
import type { Command, Surroundings } from '@klubba/kernel';
import { sammantradet } from '@klubba/sammantrade';
import type { RemissCommand } from './remiss.decider';
import { remissen } from './remiss.projection';
import type { RemissutskickCommand } from './remissutskick.decider';
import { remissutskicket } from './remissutskick.projection';

/** The matter, the day of the meeting and the dissents of the § that decided it. What is in another nämnd is as if it were not there. */
export const prepareRemiss = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as RemissCommand;
  if (wish.type === 'TaEmotRemiss') return { ...wish, data: { ...wish.data, ...(await iArendet(wish.data, around)) } };
  if (wish.type !== 'NoteraRemisspunkt' && wish.type !== 'ExpedieraRemissvar') return wish;
  const remiss = await around.read(remissen, id);
  const sammantrade = wish.type === 'NoteraRemisspunkt' ? wish.data.sammantrade : remiss?.behandlingar.findLast(({ avgjord }) => avgjord)?.sammantrade;
  const mote = sammantrade === undefined ? undefined : await around.read(sammantradet, sammantrade);
  if (remiss === undefined || mote?.namnd !== remiss.namnd) return wish;
  if (wish.type === 'NoteraRemisspunkt') return { ...wish, data: { ...wish.data, motesdatum: mote.datum } };
  const punkt = remiss.behandlingar.findLast(({ avgjord }) => avgjord)!.punkt;
  return { ...wish, data: { ...wish.data, reservationer: mote.punkter.find((en) => en.id === punkt)?.behandling?.reservationer.length ?? 0 } };
};

/** The matter, and the paper that an answer came with. */
export const prepareRemissutskick = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const wish = command as RemissutskickCommand;
  if (wish.type === 'SkickaRemiss') return { ...wish, data: { ...wish.data, ...(await iArendet(wish.data, around)) } };
  if (wish.type !== 'TaEmotRemissvar' || wish.data.handling === undefined) return wish;
  const namnd = (await around.read(remissutskicket, id))?.namnd;
  return { ...wish, data: { ...wish.data, finns: namnd !== undefined && (await around.read(handlingen, wish.data.handling))?.namnd === namnd } };
};

const iArendet = async ({ arende, namnd }: { readonly arende: string; readonly namnd: string }, around: Surroundings): Promise<{ readonly arendet?: { readonly sekretess: boolean } }> => {
  const matter = await around.read(arendet, arende);
  return matter?.namnd === namnd ? { arendet: { sekretess: matter.klass === 'sekretess' } } : {};
};
