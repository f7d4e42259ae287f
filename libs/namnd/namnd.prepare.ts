import { type Command, type Refusal, refuse, type Surroundings } from '@klubba/kernel';
import type { NamndCommand } from './namnd.decider';
import { type Namnd, namnden, type Uppdrag, uppdragPa } from './namnd.projection';
import { personen } from './person.projection';

/** The nämnd above, and whoever is elected, are streams of their own. */
export const prepareNamnd = async (command: Command, id: string, around: Surroundings): Promise<Command | Refusal> => {
  const { type, data } = command as NamndCommand;
  if (type === 'InrattaNamnd' && data.overordnad !== undefined) {
    const above = await around.read(namnden, data.overordnad);
    return above !== undefined && above.slag !== 'utskott' ? command : refuse('OVERORDNAD_NAMND_SAKNAS', 'Den överordnade nämnden finns inte, eller är själv ett utskott.');
  }
  if (type === 'LasInUppdrag') {
    for (const { rad, person } of data.rader) if ((await around.read(personen, person)) === undefined) return refuse('PERSONEN_FINNS_INTE', `Rad ${rad}: personen finns inte.`);
    const over = await overNamnden(id, around);
    return { ...command, data: { ...data, rader: data.rader.map((rad) => ({ ...rad, valbar: sitter(over, rad) })) } };
  }
  if (type === 'SattPersonalforetradare') {
    for (const person of data.personer) if ((await around.read(personen, person)) === undefined) return refuse('PERSONEN_FINNS_INTE', 'Personen finns inte.');
    return command;
  }
  if (type !== 'ValjForUppdrag') return command;
  const who = await around.read(personen, data.person);
  if (who === undefined) return refuse('PERSONEN_FINNS_INTE', 'Personen finns inte.');
  if (who.slag !== 'fortroendevald') return refuse('PERSONEN_AR_INTE_FORTROENDEVALD', 'Personen är inte registrerad som förtroendevald.');
  return { ...command, data: { ...data, valbar: sitter(await overNamnden(id, around), data) } };
};

const overNamnden = async (id: string, around: Surroundings): Promise<Namnd | undefined> => {
  const overordnad = (await around.read(namnden, id))?.overordnad;
  return overordnad === undefined ? undefined : around.read(namnden, overordnad);
};
const sitter = (over: Namnd | undefined, { person, fran }: Pick<Uppdrag, 'person' | 'fran'>): boolean => over !== undefined && uppdragPa(over, fran).some((one) => one.person === person);
