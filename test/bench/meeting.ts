import { randomUUID } from 'node:crypto';
import { streamId } from '@klubba/kernel';

type Namnd = { readonly id: string; readonly ledamoter: readonly string[]; readonly ersattare: readonly string[] };
/** Who gives the commands, and in which nämnder. */
export type Deeds = { readonly token: string; readonly by: string; readonly namnder: readonly Namnd[] };
type Step = { readonly query: string; readonly variables: object };

const ITEMS = 27;
const BY_ID = '$id: ID!, ';
/** The mutation of a command; `made` when it makes its stream. */
export const commandOf = (type: string, made: boolean): string =>
  `mutation(${made ? '' : BY_ID}$k: ID!, $d: ${type[0]!.toUpperCase()}${type.slice(1)}Input!, $s: [Skal!]) { utfall: ${type}(${made ? '' : 'id: $id, '}kommandoId: $k, data: $d, skal: $s) { ... on Kvitto { id version position } ... on Hinder { kod text } } }`;
const plan = commandOf('planeraSammantrade', true);
const [add, change, open, attend, decide] = ['laggTillPunkt', 'andraPunkt', 'oppnaSammantrade', 'antecknaNarvaro', 'fattaBeslut'].map((type) => commandOf(type, false)) as [string, string, string, string, string];

/** The items that these commands of this person put on an agenda. */
export const itemIds = (by: string, commands: readonly string[]): readonly string[] => commands.map((command) => streamId('paragraf', by, command));

/**
 * A meeting from plan to last klubbslag, by six kinds of command; each klubbslag leads by reactions to a number, to the
 * number at its item and to a §. Given the id in the receipt for what was asked last.
 */
export const meeting = function* (by: string, { id: namnd, ledamoter }: Namnd): Generator<Step, void, string> {
  const k = (): string => randomUUID();
  const id = yield { query: plan, variables: { k: k(), d: { namnd, datum: '2018-03-21', tid: '09:00', plats: 'Sammanträdesrummet Eken' } } };
  const commands: string[] = [];
  for (let nr = 1; nr <= ITEMS; nr++) {
    const command = k();
    commands.push(command);
    yield {
      query: add,
      variables: { id, k: command, d: { slag: nr < 4 ? 'information' : 'arende', klass: nr > 4 && nr < 19 ? 'sekretess' : 'oppen', ...(nr > 4 && nr < 19 && { sekretesslagrum: '26:1' }), utanDiarienummer: true, rubrik: `Ärende ${nr} om nattöppna mötesplatser i kommunens norra delar` } },
    };
  }
  const items = itemIds(by, commands);
  for (let nr = 1; nr <= ITEMS; nr += 3) yield { query: change, variables: { id, k: k(), d: { punkt: items[nr - 1]!, grupp: 'Beslutsärenden', rubrik: `Ärende ${nr}, ändrad rubrik om nattöppna mötesplatser` } } };
  yield { query: open, variables: { id, k: k(), d: { tid: '09:00' }, s: [{ kod: 'KALLELSE_SAKNAS', skal: 'Alla är här ändå' }] } };
  for (const person of ledamoter) yield { query: attend, variables: { id, k: k(), d: { person, pass: [{ tjanstgor: true }] } } };
  for (const punkt of items) yield { query: decide, variables: { id, k: k(), d: { punkt, tid: '09:30', beslutstyp: 'besluta', beslutspunkter: [{ text: 'Nämnden beslutar enligt förvaltningens förslag i tjänsteskrivelsen.' }] } } };
};
