// A list in an Excel file or a text file, row by row. Runs by itself in a thread: what it reads was made by others.
import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { CsvError, parse } from 'csv-parse/sync';
import { readSheet, type SheetData } from 'read-excel-file/universal';
import type { Table, TableRow } from '../../libs/kernel/paper.ts';
import { storedZip } from './stored-zip.ts';
import { type Fault, partsOf, Unreadable } from './zip.mts';

export type TableAnswer = Table | { readonly fault: Fault };

/** Ten thousand, and what stands above them. */
const ROWS_MAX = 10_050;
const COLUMNS_MAX = 60;
const CELL_MAX = 2000;
const SHEETS_MAX = 50;

const tooMany = (what: string, most: number): Unreadable => new Unreadable('LISTAN_FOR_STOR', `Listan har för många ${what}. Högst ${most.toLocaleString('sv-SE')} går. Dela filen.`);
const wrongKind = (what: string): Unreadable => new Unreadable('FEL_FILSLAG', `Filen är ${what}. En lista ska vara .xlsx eller text med avgränsare (.csv).`);
const letters = (column: number): string => (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));
const columnOf = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

type Cell = string | number | boolean | Date | null;
const cellText = (value: Cell): string => {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return (typeof value === 'boolean' ? (value ? 'ja' : 'nej') : String(value)).replaceAll(/\s+/gu, ' ').trim();
};
/** The rows with something in them; every cell measured. */
const rowsOf = (rows: Iterable<TableRow>): readonly TableRow[] => {
  const kept: TableRow[] = [];
  for (const { row, cells } of rows) {
    const last = cells.findLastIndex((cell) => cell !== '');
    if (last < 0) continue;
    if (last >= COLUMNS_MAX) throw tooMany('kolumner', COLUMNS_MAX);
    if (kept.length === ROWS_MAX) throw tooMany('rader', 10_000);
    const long = cells.findIndex((cell) => cell.length > CELL_MAX);
    if (long >= 0) throw new Unreadable('CELLEN_FOR_LANG', `Rad ${row}, kolumn ${letters(long + 1)}: cellen har ${cells[long]!.length} tecken. Högst ${CELL_MAX} går.`);
    kept.push({ row, cells: cells.slice(0, last + 1) });
  }
  return kept;
};

// --- Excel

const TAG = (name: string): string => `<(?:\\w+:)?${name}\\b`;
/** Cells and rows without a value are formatting: whole columns of them are common, and would be read as a million empty rows. */
const withoutEmpty = (xml: string): string =>
  xml.replaceAll(new RegExp(`${TAG('c')}[^>]*/>`, 'g'), '').replaceAll(new RegExp(`${TAG('c')}[^>/]*>\\s*</(?:\\w+:)?c>`, 'g'), '')
    .replaceAll(new RegExp(`${TAG('row')}[^>]*/>`, 'g'), '').replaceAll(new RegExp(`${TAG('row')}[^>/]*>\\s*</(?:\\w+:)?row>`, 'g'), '');

const checkSheet = (xml: string): void => {
  for (const [, column, row] of xml.matchAll(new RegExp(`${TAG('c')}[^>]*?\\sr="([A-Z]{1,4})(\\d+)"`, 'g'))) {
    if (Number(row) > ROWS_MAX) throw tooMany('rader', 10_000);
    if (columnOf(column!) > COLUMNS_MAX) throw tooMany('kolumner', COLUMNS_MAX);
  }
};
const mergedIn = (xml: string): Table['merged'] =>
  [...xml.matchAll(new RegExp(`${TAG('mergeCell')}[^>]*?\\sref="([A-Z]{1,4}(\\d+):[A-Z]{1,4}(\\d+))"`, 'g'))].slice(0, 1000).map(([, ref, from, to]) => ({ ref: ref!, from: Number(from), to: Number(to) }));

const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];

/** The sheets in their order: number, name and part, those that are hidden left out. */
const sheetsIn = (parts: ReadonlyMap<string, Buffer>): readonly { readonly nr: number; readonly name: string; readonly part: string }[] => {
  const workbook = parts.get('xl/workbook.xml')!.toString('utf8');
  const rels = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  const targets = new Map([...rels.matchAll(new RegExp(`${TAG('Relationship')}[^>]*>`, 'g'))].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const all = [...workbook.matchAll(new RegExp(`${TAG('sheet')}\\s[^>]*>`, 'g'))].map(([tag], i) => ({
    nr: i + 1, hidden: /\sstate="(hidden|veryHidden)"/.test(tag), name: unescaped(attribute(tag, 'name') ?? ''), part: (targets.get(attribute(tag, 'id')) ?? '').replace(/^[/](xl[/])?/, '').replace(/^(?=.)/, 'xl/'),
  }));
  if (all.length > SHEETS_MAX) throw tooMany('ark', SHEETS_MAX);
  return all.filter(({ hidden }) => !hidden);
};

const fromExcel = async (bytes: Buffer): Promise<Table> => {
  const parts = await partsOf(bytes);
  if (!parts.has('xl/workbook.xml')) throw wrongKind(parts.has('word/document.xml') ? 'ett Word-dokument' : 'en zip-fil av annat slag');
  if ([...parts.keys()].some((name) => name.startsWith('xl/externalLinks/'))) throw new Unreadable('FILEN_HAR_LANKAR', 'Filen hämtar värden ur andra filer och läses inte. Klistra in dem som värden och spara på nytt.');
  const sheets = sheetsIn(parts);
  const [sheet] = sheets;
  const xml = sheet === undefined ? undefined : parts.get(sheet.part)?.toString('utf8');
  if (sheet === undefined || xml === undefined) throw new Unreadable('FILEN_AR_TRASIG', 'Filen har inget ark som går att läsa.');
  const clean = withoutEmpty(xml);
  checkSheet(clean);
  // The reader gets what has been looked through, and nothing else: no second opinion on what the zip holds.
  const wanted = /^(\[Content_Types\][.]xml|_rels[/][.]rels|xl[/](workbook|styles|sharedStrings)[.]xml|xl[/]_rels[/]workbook[.]xml[.]rels)$/i;
  const zip = storedZip([...[...parts].filter(([name]) => wanted.test(name)), ...sheets.map(({ part }): [string, Buffer] => [part, part === sheet.part ? Buffer.from(clean) : EMPTY_SHEET])]);
  let read: SheetData;
  try {
    read = await readSheet(new Uint8Array(zip).buffer, sheet.nr);
  } catch (error) {
    const [, row, column] = /row (\d+),? col (\d+)/.exec((error as Error).message) ?? [];
    throw new Unreadable('FILEN_AR_TRASIG', row === undefined ? 'Arket går inte att läsa. Spara filen på nytt och försök igen.' : `Rad ${row}, kolumn ${letters(Number(column))}: cellen har ett fel. Rätta det och spara filen på nytt.`);
  }
  return { rows: rowsOf(read.map((cells, i) => ({ row: i + 1, cells: cells.map((cell) => cellText(cell as Cell)) }))), merged: mergedIn(xml), sheet: sheet.name, sheets: sheets.length };
};
const EMPTY_SHEET = Buffer.from('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>');

// --- text with a delimiter

const decode = (bytes: Buffer): { readonly text: string; readonly encoding: NonNullable<Table['encoding']> } => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
};
const DELIMITERS = [[';', 'semikolon'], ['\t', 'tab'], [',', 'komma']] as const;

/** The one that most lines have equally many of, outside quotes; a line `sep=;` says it itself. */
const delimiterOf = (text: string): (typeof DELIMITERS)[number] => {
  const said = /^sep=(.)/i.exec(text)?.[1];
  const lines = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 50).filter((line) => line.trim() !== '');
  const fit = ([mark]: (typeof DELIMITERS)[number]): number => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((n) => n > 0);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return counts.filter((n) => n === usual).length * Math.min(usual, 3);
  };
  return DELIMITERS.find(([mark]) => mark === said) ?? DELIMITERS.toSorted((a, b) => fit(b) - fit(a))[0]!;
};

const fromText = (bytes: Buffer): Table => {
  const { text, encoding } = decode(bytes);
  // eslint-disable-next-line no-control-regex -- what no text holds
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw wrongKind(bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? 'en PDF' : 'varken ett kalkylark eller text');
  const [mark, delimiter] = delimiterOf(text);
  const said = /^sep=.\r?\n/i.exec(text)?.[0] ?? '';
  const rows: TableRow[] = [];
  let records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    // The place is told of each: `lines` is where its last line ends.
    records = parse(text.slice(said.length), { delimiter: mark, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: 200_000 }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 0 } = error as { lines?: number };
    throw new Unreadable('FILEN_AR_TRASIG', `Rad ${lines + (said === '' ? 0 : 1)}: citattecknen går inte ihop. Ett citattecken i en text skrivs två gånger.`);
  }
  for (const { record, info } of records) {
    const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    rows.push({ row: info.lines - inside + (said === '' ? 0 : 1), cells: record.map(cellText) });
  }
  return { rows: rowsOf(rows), merged: [], encoding, delimiter };
};

const answer = async (): Promise<TableAnswer> => {
  const bytes = Buffer.from(workerData as Uint8Array);
  try {
    const packed = bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes[0] === 0xd0;
    return packed ? await fromExcel(bytes) : fromText(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return { fault: { kod: error.kod, text: error.text } };
    throw error;
  }
};
parentPort?.postMessage(await answer());
