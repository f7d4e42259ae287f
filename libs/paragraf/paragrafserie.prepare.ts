import type { Command, Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import { sammantradet } from '@klubba/sammantrade';
import type { ParagrafserieCommand } from './paragrafserie.decider';

/** Whether the item is on the agenda of a meeting of the nämnd, and when that was: streams of their own. */
export const prepareParagrafserie = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as ParagrafserieCommand;
  if (wish.type !== 'LasInParagrafnummer') return command;
  const { namnd, mal, sammantrade } = wish.data;
  const mote = await around.read(sammantradet, sammantrade);
  if (mote?.namnd !== namnd || !mote.punkter.some(({ id }) => id === mal)) return command;
  const startdatum = (await around.read(namnden, namnd))?.startdatum;
  return { ...wish, data: { ...wish.data, mote: { datum: mote.datum, ...(startdatum !== undefined && { startdatum }) } } };
};
