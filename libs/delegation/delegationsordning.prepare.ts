import type { Command, Surroundings } from '@klubba/kernel';
import { paragrafen } from '@klubba/paragraf';
import type { DelegationsordningCommand } from './delegationsordning.decider';

/** The § that adopts an order, withdraws it or takes a point back, as it stands. */
export const prepareDelegationsordning = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as DelegationsordningCommand;
  if (!('antagen' in wish.data) || wish.data.antagen.punkt === undefined) return command;
  const en = await around.read(paragrafen, wish.data.antagen.punkt);
  return { ...wish, data: { ...wish.data, underlag: en === undefined ? {} : { paragraf: { namnd: en.namnd, ar: en.ar, nr: en.nr, datum: en.datum } } } };
};
