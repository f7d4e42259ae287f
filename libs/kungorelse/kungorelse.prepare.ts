import { arendet } from '@klubba/arende';
import type { Command, Surroundings } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import type { KungorelseCommand } from './kungorelse.decider';

/** The nämnd and the matter. What is in another nämnd is as if it were not there. */
export const prepareKungorelse = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as KungorelseCommand;
  if (wish.type !== 'SattUppKungorelse') return wish;
  const { namnd, arende } = wish.data;
  const matter = arende === undefined ? undefined : await around.read(arendet, arende);
  return { ...wish, data: { ...wish.data, omgivning: { namnd: (await around.read(namnden, namnd)) !== undefined, ...(matter?.namnd === namnd && { arende: matter.klass }) } } };
};
