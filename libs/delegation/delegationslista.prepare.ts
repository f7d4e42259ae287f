import { handlingen } from '@klubba/handling';
import type { Command, Surroundings } from '@klubba/kernel';
import type { DelegationslistaCommand } from './delegationslista.decider';

/** The latest version of the handling that is the list. */
export const prepareDelegationslista = async (command: Command, _id: string, around: Surroundings): Promise<Command> => {
  const wish = command as DelegationslistaCommand;
  if (wish.type !== 'BifogaDelegationslista') return command;
  const doc = await around.read(handlingen, wish.data.handling);
  const version = doc?.versioner.at(-1);
  return doc === undefined || version === undefined ? command : { ...wish, data: { ...wish.data, fil: { namnd: doc.namnd, version: version.version, hash: version.hash } } };
};
