import type { DocumentParagraph, Table, TableRow } from '@klubba/kernel';
import { dagAv, hittaPersonnummer } from '@klubba/lagrum';

/** What the columns of a kind of list may hold, and what they are called: compared without case, spaces and stops. */
export type Kolumnschema<Falt extends string> = {
  readonly rubriker: Readonly<Record<Falt, readonly string[]>>;
  readonly sags: Readonly<Record<Falt, string>>;
  /** Which there must be; and what more is missing when one of several would do. */
  readonly kravs: readonly Falt[];
  readonly saknas?: (har: (falt: Falt) => boolean) => readonly string[];
  /** What to do when a column is not found. */
  readonly hjalp: string;
  /** So many rows go; RADER_MAX when nothing else is said. */
  readonly hogst?: number;
};
export type Kolumnval<Falt extends string = string> = { readonly falt: Falt; readonly rubrik: string };
/** What is wrong, and where: row and column as they are called in the file. */
export type Radfelet = { readonly rad?: number; readonly kolumn?: string; readonly kod: string; readonly text: string };
export type Listkolumnen = { readonly bokstav: string; readonly rubrik: string; readonly personnummer: boolean };
export type LastTabell<Falt extends string, Rad> = {
  readonly kolumner: readonly Listkolumnen[];
  readonly mappning: readonly Kolumnval<Falt>[];
  readonly antal: number;
  readonly rader: readonly Rad[];
  readonly fel: readonly Radfelet[];
};
export type Anmark<Falt extends string> = (falt: Falt, kod: string, text: string) => void;
type Las<Falt extends string, Rad> = (rad: number, cell: (falt: Falt) => string, fel: Anmark<Falt>) => Rad | undefined;

export const RADER_MAX = 10_000;
const RUBRIKER_BLAND = 20;
const PERSONNUMMERRUBRIK = /^(?:personnummer|personnr|persnr|pnr|samordningsnummer|födelsenummer|födelsedatum|personid)$/;

/** A heading or a word as it is compared. */
export const nyckel = (text: string): string => text.toLowerCase().replaceAll(/[^a-zåäöé0-9]/gu, '');
/** What stood there, as far as a message needs it. */
export const visa = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const bokstav = (i: number): string => (i > 25 ? bokstav(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));

/** A list understood row by row: by the columns chosen, else those that their headings suggest. A row that the reader answers nothing to is a heading. */
export const lasTabell = <Falt extends string, Rad>(tabell: Table, schema: Kolumnschema<Falt>, valda: readonly Kolumnval<Falt>[], las: Las<Falt, Rad>): LastTabell<Falt, Rad> => {
  const i = rubrikrad(tabell, valda.length > 0 ? (rubrik) => valda.some((en) => en.rubrik === rubrik) : (rubrik) => faltFor(schema, rubrik) !== undefined);
  const rubriker = tabell.rows[i];
  if (rubriker === undefined) return { kolumner: [], mappning: [], antal: 0, rader: [], fel: [{ kod: 'LISTAN_AR_TOM', text: 'Listan är tom.' }] };
  // A table that goes on over pages, or is one of several, repeats its headings.
  const under = tabell.rows.slice(i + 1).filter(({ cells }) => cells.join('|') !== rubriker.cells.join('|'));
  const kolumner = rubriker.cells.map((rubrik, j): Listkolumnen => ({ bokstav: bokstav(j), rubrik, personnummer: PERSONNUMMERRUBRIK.test(nyckel(rubrik)) || mestPersonnummer(under.map(({ cells }) => cells[j] ?? '')) }));
  const mappning = valda.length > 0 ? valda : foreslagen(kolumner, schema);
  const fel = [...felIMappning(kolumner, mappning, schema, rubriker.row), ...sammanslagna(tabell, rubriker.row)];
  if (under.length === 0) fel.push({ kod: 'LISTAN_AR_TOM', text: 'Listan har inga rader under rubrikerna.' });
  const { hogst = RADER_MAX } = schema;
  if (under.length > hogst) fel.push({ kod: 'LISTAN_FOR_STOR', text: `Listan har ${under.length} rader. Högst ${hogst} går. Dela filen.` });
  if (fel.length > 0) return { kolumner, mappning, antal: under.length, rader: [], fel };

  const plats = new Map(mappning.map(({ falt, rubrik }) => [falt, kolumner.findIndex((en) => en.rubrik === rubrik)]));
  const rader: Rad[] = [];
  for (const { row, cells } of under) {
    const fore = fel.length;
    const rad = las(row, (falt) => cells[plats.get(falt) ?? -1] ?? '', (falt, kod, text) => {
      const kolumn = mappning.find((en) => en.falt === falt)?.rubrik ?? schema.sags[falt];
      fel.push({ rad: row, kolumn, kod, text: `Rad ${row}, ${kolumn}: ${text}` });
    });
    if (rad !== undefined && fel.length === fore) rader.push(rad);
  }
  return { kolumner, mappning, antal: under.length, rader, fel };
};

/** The headings stand on the first row that has two of them; what is above is a title. */
const rubrikrad = ({ rows }: Table, kand: (rubrik: string) => boolean): number => {
  const forsta = rows.slice(0, RUBRIKER_BLAND);
  const i = forsta.findIndex(({ cells }) => cells.filter(kand).length >= 2);
  return i >= 0 ? i : Math.max(0, forsta.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2));
};
/** A column of personnummer is known by what it holds too, whatever it is called. */
const mestPersonnummer = (cells: readonly string[]): boolean => {
  const fyllda = cells.filter((cell) => cell !== '');
  return fyllda.length > 0 && fyllda.filter((cell) => hittaPersonnummer(cell).length > 0).length * 2 > fyllda.length;
};
const faltFor = <Falt extends string>({ rubriker }: Kolumnschema<Falt>, rubrik: string): Falt | undefined => (Object.keys(rubriker) as Falt[]).find((falt) => rubriker[falt].some((namn) => nyckel(namn) === nyckel(rubrik)));
const foreslagen = <Falt extends string>(kolumner: readonly Listkolumnen[], schema: Kolumnschema<Falt>): readonly Kolumnval<Falt>[] => {
  const val: Kolumnval<Falt>[] = [];
  for (const { rubrik, personnummer } of kolumner) {
    const falt = personnummer ? undefined : faltFor(schema, rubrik);
    if (falt !== undefined && !val.some((en) => en.falt === falt)) val.push({ falt, rubrik });
  }
  return val;
};
const felIMappning = <Falt extends string>(kolumner: readonly Listkolumnen[], mappning: readonly Kolumnval<Falt>[], schema: Kolumnschema<Falt>, rad: number): Radfelet[] => {
  const { sags, kravs, saknas = () => [], hjalp } = schema;
  const fel: Radfelet[] = [];
  for (const { falt, rubrik } of mappning) {
    const traffar = kolumner.filter((en) => en.rubrik === rubrik);
    if (traffar.length === 0) fel.push({ rad, kolumn: rubrik, kod: 'KOLUMNEN_FINNS_INTE', text: `Kolumnen ”${rubrik}” (för ${sags[falt]}) finns inte i filen. Där finns: ${kolumner.map((en) => en.rubrik).filter((en) => en !== '').join(', ')}.` });
    if (traffar.length > 1) fel.push({ rad, kolumn: rubrik, kod: 'RUBRIKEN_FLERA_GANGER', text: `Rubriken ”${rubrik}” står över flera kolumner (${traffar.map((en) => en.bokstav).join(', ')}). Ge dem olika rubriker.` });
    if (traffar.some(({ personnummer }) => personnummer)) fel.push({ rad, kolumn: rubrik, kod: 'PERSONNUMMER_LASES_INTE', text: `Kolumnen ”${rubrik}” innehåller personnummer. De läses aldrig in.` });
  }
  const dubbel = mappning.find(({ falt }, i) => mappning.findIndex((en) => en.falt === falt) !== i);
  if (dubbel !== undefined) fel.push({ kod: 'FALTET_FLERA_GANGER', text: `${sags[dubbel.falt]} är valt för flera kolumner.` });
  const har = (falt: Falt): boolean => mappning.some((en) => en.falt === falt);
  // A column that would have been one of those, but for what it holds: without a word of it nobody sees why it is not found.
  for (const { rubrik, personnummer } of kolumner) {
    if (personnummer && kravs.some((falt) => !har(falt) && faltFor(schema, rubrik) === falt)) fel.push({ rad, kolumn: rubrik, kod: 'PERSONNUMMER_LASES_INTE', text: `Kolumnen ”${rubrik}” innehåller personnummer. De läses aldrig in.` });
  }
  const utan = [...saknas(har), ...kravs.filter((falt) => !har(falt)).map((falt) => sags[falt])];
  if (utan.length > 0) fel.push({ rad, kod: 'KOLUMNER_SAKNAS', text: `Hittar ingen kolumn för ${utan.join(', ')}. ${hjalp}` });
  return fel;
};
const sammanslagna = ({ merged }: Table, fran: number): readonly Radfelet[] =>
  merged.filter(({ to }) => to >= fran).map(({ ref, from }) => ({ rad: from, kod: 'SAMMANSLAGNA_CELLER', text: `Cellerna ${ref} är sammanslagna. Dela dem och skriv värdet på varje rad.` }));

/** The tables of a document as one list, its rows counted through all of them. Headings of groups, alone in a row that is one cell, are no fault. */
export const tabellenUr = (stycken: readonly DocumentParagraph[]): Table => {
  const rows: { row: number; cells: string[] }[] = [];
  const merged: { ref: string; from: number; to: number }[] = [];
  let forra = '';
  for (const { text, cell } of stycken) {
    if (cell === undefined) continue;
    const denna = `${cell.table} ${cell.row}`;
    if (denna !== forra) rows.push({ row: rows.length + 1, cells: [] });
    forra = denna;
    const { row, cells } = rows.at(-1)!;
    while (cells.length < cell.column) cells.push('');
    cells[cell.column - 1] = cells[cell.column - 1] === '' ? text : `${cells[cell.column - 1]}\n${text}`;
    if (cell.merged === 'rows' || (cell.merged === 'columns' && cell.column > 1)) merged.push({ ref: `${bokstav(cell.column - 1)}${row}`, from: row, to: row });
  }
  return { rows: rows as readonly TableRow[], merged };
};

/** A day; nothing where the cell is empty. */
export const lasDag = <Falt extends string>(text: string, falt: Falt, fel: Anmark<Falt>): string | undefined => {
  const dag = text === '' ? undefined : dagAv(text);
  if (text !== '' && dag === undefined) fel(falt, 'DATUM_HAR_FEL_FORM', `”${visa(text)}” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.`);
  return dag;
};
/** Ja, nej, or a cross; nothing where the cell is empty. */
export const lasJaNej = <Falt extends string>(text: string, falt: Falt, fel: Anmark<Falt>): boolean | undefined => {
  if (text === '' || text === '-' || text === '–') return undefined;
  if (/^(?:ja|x|j|sant|true|1)\.?$/i.test(text)) return true;
  if (/^(?:nej|n|falskt|false|0|ej)\.?$/i.test(text)) return false;
  fel(falt, 'VARKEN_JA_ELLER_NEJ', `”${visa(text)}” är varken ja eller nej.`);
  return undefined;
};
