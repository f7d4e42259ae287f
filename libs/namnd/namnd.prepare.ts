import { type Command, type Refusal, refuse, type Surroundings } from '@klubba/kernel';
import type { NamndCommand } from './namnd.decider';
import { namnden, uppdragPa } from './namnd.projection';
import { personen } from './person.projection';

/** The nämnd above, and whoever is elected, are streams of their own. */
export const prepareNamnd = async (command: Command, id: string, around: Surroundings): Promise<Command | Refusal> => {
  const { type, data } = command as NamndCommand;
  if (type === 'InrattaNamnd' && data.overordnad !== undefined) {
    const above = await around.read(namnden, data.overordnad);
    return above?.slag === 'namnd' ? command : refuse('OVERORDNAD_NAMND_SAKNAS', 'Den överordnade nämnden finns inte, eller är själv ett utskott.');
  }
  if (type !== 'ValjForUppdrag') return command;
  const who = await around.read(personen, data.person);
  if (who === undefined) return refuse('PERSONEN_FINNS_INTE', 'Personen finns inte.');
  if (who.slag !== 'fortroendevald') return refuse('PERSONEN_AR_INTE_FORTROENDEVALD', 'Personen är inte registrerad som förtroendevald.');
  const overordnad = (await around.read(namnden, id))?.overordnad;
  const above = overordnad === undefined ? undefined : await around.read(namnden, overordnad);
  const valbar = above !== undefined && uppdragPa(above, data.fran).some(({ person }) => person === data.person);
  return { ...command, data: { ...data, valbar } };
};
