// The headings and paragraphs of a Word document, as text alone. Runs by itself in a thread: what it reads was made by others.
import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';
import type { DocumentParagraph } from '../../libs/kernel/paper.ts';
import { storedZip } from './stored-zip.ts';
import { type Fault, partsOf, Unreadable } from './zip.mts';

export type DocumentAnswer = { readonly paragraphs: readonly DocumentParagraph[] } | { readonly fault: Fault };

const PARAGRAPHS_MAX = 20_000;
const CHARACTERS_MAX = 2_000_000;

/** What mammoth makes of the document before it makes HTML of it, which is never asked for here. */
type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[]; readonly styleName?: string | null; readonly styleId?: string | null; readonly numbering?: unknown; readonly colSpan?: number; readonly rowSpan?: number };

const textOf = ({ type, value, children = [] }: Node): string => {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  if (type === 'break') return '\n';
  return children.map(textOf).join('');
};
// eslint-disable-next-line no-control-regex -- what a record may not hold
const clean = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '').replaceAll('\t', ' ').replaceAll(/ {2,}/g, ' ').trim().normalize('NFC');
const headingOf = ({ styleName, styleId }: Node): number | undefined => {
  const [, level] = /^(?:heading|rubrik)\s*([1-9])/i.exec(styleName ?? '') ?? /^(?:heading|rubrik)\s*([1-9])/i.exec(styleId ?? '') ?? [];
  if (level !== undefined) return Number(level);
  return /^(title|rubrik)$/i.test(styleName ?? '') ? 1 : undefined;
};
type Cell = NonNullable<DocumentParagraph['cell']>;
/** `tables`: how many have been met; a table within a cell is a part of that cell. */
function* paragraphsIn(node: Node, tables: { count: number }, cell?: Cell): Generator<DocumentParagraph> {
  const { type, numbering, children = [] } = node;
  if (type === 'paragraph') {
    const text = clean(textOf(node));
    const heading = headingOf(node);
    if (text !== '') yield { text, ...(heading !== undefined && { heading }), ...(numbering !== null && numbering !== undefined && { list: true as const }), ...(cell !== undefined && { cell }) };
    return;
  }
  if (type !== 'table' || cell !== undefined) {
    for (const child of children) yield* paragraphsIn(child, tables, cell);
    return;
  }
  const table = ++tables.count;
  for (const [row, { children: cells = [] }] of children.entries()) {
    let column = 1;
    for (const one of cells) {
      const { colSpan = 1, rowSpan = 1 } = one;
      for (const child of one.children ?? []) yield* paragraphsIn(child, tables, { table, row: row + 1, column, ...(rowSpan > 1 ? { merged: 'rows' as const } : colSpan > 1 ? { merged: 'columns' as const } : {}) });
      column += colSpan;
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
/** What stands at the head of the page, where memos often have their day and number: mammoth leaves it out. Each paragraph once, though first and other pages have heads of their own. */
const pageHeads = (parts: ReadonlyMap<string, Buffer>): readonly DocumentParagraph[] => {
  const heads = [...parts].filter(([name]) => /^word[/]header\d*[.]xml$/.test(name)).flatMap(([, xml]) => xml.toString('utf8').split('</w:p>')).map((paragraph) =>
    clean([...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\b/g)].map(([, text, mark]) => (mark === 'br' ? '\n' : mark === 'tab' ? ' ' : (text ?? '').replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!))).join('')));
  return [...new Set(heads)].filter((text) => text !== '').map((text) => ({ text }));
};

const read = async (bytes: Buffer): Promise<readonly DocumentParagraph[]> => {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK' && bytes[0] !== 0xd0) throw new Unreadable('FEL_FILSLAG', 'Filen är inget Word-dokument. Den ska vara .docx.');
  const parts = await partsOf(bytes);
  if (!parts.has('word/document.xml')) throw new Unreadable('FEL_FILSLAG', `Filen är ${parts.has('xl/workbook.xml') ? 'ett kalkylark' : 'en zip-fil av annat slag'}. Den ska vara .docx.`);
  const document: DocumentParagraph[] = [];
  try {
    await mammoth.convertToHtml({ buffer: storedZip([...parts].filter(([name]) => /[.](xml|rels)$/i.test(name))) }, {
      externalFileAccess: false,
      transformDocument: (root: Node) => {
        // One by one: a document of many paragraphs is more than a call takes.
        for (const paragraph of paragraphsIn(root, { count: 0 })) document.push(paragraph);
        return { ...root, children: [] };
      },
    });
  } catch {
    throw new Unreadable('FILEN_AR_TRASIG', 'Dokumentet går inte att läsa. Spara det på nytt och försök igen.');
  }
  if (document.length > PARAGRAPHS_MAX || document.reduce((sum, { text }) => sum + text.length, 0) > CHARACTERS_MAX) throw new Unreadable('DOKUMENTET_FOR_LANGT', 'Dokumentet är för långt för att läsas.');
  if (document.length === 0) throw new Unreadable('DOKUMENTET_UTAN_TEXT', 'Dokumentet har ingen text, bara bilder eller tomma stycken.');
  return [...pageHeads(parts), ...document];
};

const answer = async (): Promise<DocumentAnswer> => {
  try {
    return { paragraphs: await read(Buffer.from(workerData as Uint8Array)) };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: { kod: error.kod, text: error.text } };
    throw error;
  }
};
parentPort?.postMessage(await answer());
