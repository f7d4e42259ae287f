import { GALLRAT, isRefusal, type Refusal, refuse, streamId, type Surroundings, type Table } from '@klubba/kernel';
import { type Jamforelse, jamfor, type Kand } from './namnd.inlasning';
import { type LastLista, type Lista, type Listfalt, lasLista } from './namnd.lista';
import type { Kolumnval } from './tabellista';
import { namnden, type Namnd } from './namnd.projection';
import { personen } from './person.projection';

export type Tolkad = { readonly tabell: Table; readonly last: LastLista; readonly jamford: Jamforelse };
/** `kommando`: the import's command id, from which whoever is new gets an id; a preview has none. */
export type Fraga = { readonly namnd: string; readonly lista: Lista; readonly mappning?: readonly Kolumnval<Listfalt>[] | undefined; readonly by: string; readonly kommando: string };

/** The list in a file, by its columns and against who sits in the nämnd as the log stands now. */
export const tolkaLista = async (around: Surroundings, content: Uint8Array, { namnd: id, lista, mappning, by, kommando }: Fraga): Promise<Tolkad | Refusal> => {
  const tabell = await around.papers!.table(content);
  if (isRefusal(tabell)) return tabell;
  const namnd = await around.read(namnden, id);
  if (namnd === undefined) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  const ovre = namnd.overordnad === undefined ? undefined : await around.read(namnden, namnd.overordnad);
  const last = lasLista(tabell, lista, mappning ?? (await sparad(around, namnd, tabell, lista)));
  const kanda = await kandaI(around, [...namnd.uppdrag, ...(ovre?.uppdrag ?? [])]);
  const jamford = jamfor({ ...namnd, ...(ovre !== undefined && { ovre: ovre.uppdrag }) }, kanda, last.rader, (rad) => radensPerson(by, kommando, rad));
  return { tabell, last, jamford };
};

/** The command that registers who is new on a row, and whom it makes: sent again, they meet themselves. */
export const radensKommando = (kommando: string, rad: number): string => streamId('inlasningsrad', kommando, String(rad));
const radensPerson = (by: string, kommando: string, rad: number): string => streamId('person', by, radensKommando(kommando, rad));

/** The columns as they were called the last time, when the file still has them. */
const sparad = async (around: Surroundings, { kolumnmappningar = [] }: Namnd, { rows }: Table, lista: Lista): Promise<readonly Kolumnval<Listfalt>[] | undefined> => {
  const saved = kolumnmappningar.find((one) => one.lista === lista);
  if (saved === undefined) return undefined;
  const val = await Promise.all(saved.kolumner.map(async ({ falt, rubrik }): Promise<Kolumnval<Listfalt>> => ({ falt: falt as Listfalt, rubrik: String(await around.open(rubrik)) })));
  return rows.slice(0, 20).some(({ cells }) => val.every(({ rubrik }) => cells.includes(rubrik))) ? val : undefined;
};

/** Who holds or has held a seat, by name and party. Whose key is gone is nobody that a list can mean. */
const kandaI = async (around: Surroundings, uppdrag: Namnd['uppdrag']): Promise<readonly Kand[]> => {
  const pairs = new Map(uppdrag.map(({ person, parti }) => [`${person} ${parti}`, { person, parti }]));
  const kanda: Kand[] = [];
  for (const { person, parti } of pairs.values()) {
    const doc = await around.read(personen, person);
    const namn = doc === undefined ? GALLRAT : await around.open<string>(doc.namn as never);
    if (namn !== GALLRAT) kanda.push({ person, parti, namn });
  }
  return kanda;
};
