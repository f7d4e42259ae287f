import type { Command, Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import { sammantradet } from '@klubba/sammantrade';
import type { Paragrafen, RedovisningCommand } from './redovisning.decider';

/** The § as it stands in its meeting, and the nämnd's first day in Klubba. */
export const prepareRedovisning = async (command: Command, id: string, around: Surroundings): Promise<Command> => {
  const { data } = command as RedovisningCommand;
  const mote = await around.read(sammantradet, data.sammantrade);
  const punkt = mote?.punkter.find((en) => en.id === id);
  if (mote === undefined || punkt?.paragraf === undefined) return command;
  const startdatum = (await around.read(namnden, mote.namnd))?.startdatum;
  const underlag: Paragrafen = { namnd: mote.namnd, sammantrade: mote.id, ...punkt.paragraf, datum: mote.datum, klass: punkt.klass, ...(startdatum !== undefined && { startdatum }) };
  return { ...command, data: { ...data, underlag } };
};
