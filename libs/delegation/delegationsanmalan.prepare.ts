import type { Command, Surroundings } from '@klubba/kernel';
import { sammantradet } from '@klubba/sammantrade';
import type { DelegationsanmalanCommand } from './delegationsanmalan.decider';

/** The item as it stands on the agenda of its meeting. */
export const prepareDelegationsanmalan = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as DelegationsanmalanCommand;
  if (wish.type !== 'FyllDelegationsanmalan') return command;
  const mote = await around.read(sammantradet, wish.data.sammantrade);
  if (mote === undefined) return command;
  const punkt = mote.punkter.find(({ id }) => id === wish.data.punkt);
  return { ...wish, data: { ...wish.data, underlag: { namnd: mote.namnd, datum: mote.datum, avgjord: punkt?.beslut !== undefined || punkt?.utgatt !== undefined, ...(punkt !== undefined && { slag: punkt.slag }) } } };
};
