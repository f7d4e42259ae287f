// Papers as one: a PDF with a cover, a sheet for each part and a bookmark to it. Runs by itself in a thread: the files were made by others.
import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { deserialize } from 'node:v8';
import { PDFArray, PDFDict, PDFDocument, type PDFFont, PDFHexString, PDFName, type PDFPage, type PDFRef, StandardFonts } from '@cantoo/pdf-lib';
import type { Bound, Package, PackageFile, PackageLine, PackagePart } from '../../libs/kernel/paper.ts';
import { storedZip } from './stored-zip.ts';

const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 56];
const PAGES_MAX = 3000;
const SIZES = { heading: 15, text: 10.5, small: 8.5 } as const;
/** Where a bookmark leads: a page, and how high up on it. */
type Mark = { readonly title: string; readonly page: PDFPage; readonly y: number };
/** A file that cannot be put in among the others as it is. */
class NotMerged extends Error {}

/** Lines on sheets of their own, one under the other. */
class Sheets {
  private page!: PDFPage;
  private y = 0;
  private readonly pdf: PDFDocument;
  private readonly plain: PDFFont;
  private readonly bold: PDFFont;
  constructor(pdf: PDFDocument, plain: PDFFont, bold: PDFFont) {
    this.pdf = pdf;
    this.plain = plain;
    this.bold = bold;
  }

  newPage(): void {
    this.page = this.pdf.addPage([WIDTH, HEIGHT]);
    this.y = HEIGHT - MARGIN;
  }

  write({ text, style }: PackageLine): Pick<Mark, 'page' | 'y'> {
    const size = SIZES[style ?? 'text'];
    const font = style === 'heading' ? this.bold : this.plain;
    let top: Pick<Mark, 'page' | 'y'> | undefined;
    for (const row of text.split('\n').flatMap((line) => wrapped(writable(line, font), font, size))) {
      if (this.y - size * 1.4 < MARGIN) this.newPage();
      top ??= { page: this.page, y: this.y };
      this.y -= size * 1.4;
      if (row !== '') this.page.drawText(row, { x: MARGIN, y: this.y, size, font });
    }
    return top!;
  }
}

const known = new WeakMap<PDFFont, ReadonlySet<number>>();
/** What the built-in fonts can write; a letter they lack loses its marks, or is a question mark. A bookmark has it whole. */
const writable = (text: string, font: PDFFont): string => {
  if (!known.has(font)) known.set(font, new Set(font.getCharacterSet()));
  const has = (char: string): boolean => known.get(font)!.has(char.codePointAt(0)!);
  const plain = (char: string): string => [...char.normalize('NFD')].filter(has).join('');
  return [...text.toWellFormed().normalize('NFC').replace(/\s/gu, ' ')].map((char) => (has(char) ? char : plain(char) || '?')).join('');
};
/** A word wider than the line is broken. */
const wrapped = (text: string, font: PDFFont, size: number): readonly string[] => {
  const fits = (row: string): boolean => font.widthOfTextAtSize(row, size) <= WIDTH - 2 * MARGIN;
  const rows = [''];
  for (const word of text.split(' ')) {
    const row = rows.at(-1)!;
    const longer = row === '' ? word : `${row} ${word}`;
    if (fits(longer)) {
      rows[rows.length - 1] = longer;
      continue;
    }
    if (row !== '') rows.push('');
    for (const char of word) {
      if (fits(rows.at(-1)! + char)) rows[rows.length - 1] += char;
      else rows.push(char);
    }
  }
  return rows;
};

const isPdf = ({ mediaType }: PackageFile): boolean => mediaType === 'application/pdf';
const fileLines = (files: readonly PackageFile[], merged: boolean): readonly PackageLine[] =>
  files.flatMap((file): readonly PackageLine[] => [
    { text: `${file.name}${merged ? (isPdf(file) ? ', härefter' : `, ingår inte: ${file.mediaType}`) : ', i paketet'}` }, { text: `SHA-256 ${file.hash}`, style: 'small' },
  ]);

/** Cover, sheets and, where they can be put in, the files. */
const made = async ({ title, at, cover, parts }: Package, merged: boolean): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(title);
  pdf.setProducer('Klubba');
  pdf.setCreationDate(new Date(at));
  pdf.setModificationDate(new Date(at));
  const sheets = new Sheets(pdf, await pdf.embedFont(StandardFonts.Helvetica), await pdf.embedFont(StandardFonts.HelveticaBold));
  sheets.newPage();
  for (const line of cover) sheets.write(line);
  const rows = parts.map((part) => ({ part, row: sheets.write({ text: part.title }) }));
  const marks: Mark[] = [];
  for (const { part: { title: name, lines, files }, row } of rows) {
    if (lines.length + files.length === 0) {
      marks.push({ title: name, ...row });
      continue;
    }
    sheets.newPage();
    marks.push({ title: name, ...sheets.write({ text: name, style: 'heading' }) });
    for (const line of lines) sheets.write(line);
    if (files.length > 0) sheets.write({ text: '\nHandlingar', style: 'heading' });
    for (const line of fileLines(files, merged)) sheets.write(line);
    if (merged) for (const file of files.filter(isPdf)) await putIn(pdf, file);
  }
  outline(pdf, marks);
  return pdf.save();
};

const putIn = async (pdf: PDFDocument, { bytes }: PackageFile): Promise<void> => {
  try {
    const other = await PDFDocument.load(bytes, { updateMetadata: false });
    if (pdf.getPageCount() + other.getPageCount() > PAGES_MAX) throw new NotMerged();
    for (const page of await pdf.copyPages(other, other.getPageIndices())) pdf.addPage(quiet(page));
  } catch (error) {
    throw new NotMerged('a file could not be put in', { cause: error });
  }
};

const LOUD = ['/JavaScript', '/Launch', '/SubmitForm', '/ImportData', '/GoToR', '/GoToE', '/RichMedia'];
/** A page that does nothing: what would run, start or send something when it is opened or clicked is left out. */
const quiet = (page: PDFPage): PDFPage => {
  const { node } = page;
  node.delete(PDFName.of('AA'));
  const annotations = node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return page;
  for (let i = annotations.size() - 1; i >= 0; i--) {
    const annotation = annotations.lookup(i);
    const action = annotation instanceof PDFDict ? annotation.lookup(PDFName.of('A')) : undefined;
    const kind = action instanceof PDFDict ? String(action.lookup(PDFName.of('S'))) : '';
    if (LOUD.includes(kind) || (annotation instanceof PDFDict && annotation.has(PDFName.of('AA')))) annotations.remove(i);
  }
  return page;
};

/** The bookmarks of the file (ISO 32000-1, 12.3.3). */
const outline = (pdf: PDFDocument, marks: readonly Mark[]): void => {
  if (marks.length === 0) return;
  const { context, catalog } = pdf;
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  marks.forEach(({ title, page, y }, i) => {
    const entry = context.obj({ Title: PDFHexString.fromText(title.toWellFormed()), Parent: root, Dest: [page.ref, 'XYZ', null, y, null] });
    if (i > 0) entry.set(PDFName.of('Prev'), refs[i - 1]!);
    if (i < refs.length - 1) entry.set(PDFName.of('Next'), refs[i + 1]!);
    context.assign(refs[i]!, entry);
  });
  context.assign(root, context.obj({ Type: 'Outlines', First: refs[0] as PDFRef, Last: refs.at(-1) as PDFRef, Count: refs.length }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
};

const safe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_').replace(/^[. ]+|[. ]+$/g, '').slice(0, 100) || 'namnlös';
/** The files as they are, in a folder for each part, after the cover and the sheets. */
const zipped = async (whole: Package): Promise<Uint8Array> => {
  const taken = new Set<string>();
  const entries: (readonly [string, Uint8Array])[] = [[`${safe(whole.title)}.pdf`, await made(whole, false)]];
  const folder = ({ title }: PackagePart, nr: number): string => `${String(nr + 1).padStart(3, '0')} ${safe(title)}`;
  whole.parts.forEach((part, i) => part.files.forEach(({ name, bytes }) => {
    let path = `${folder(part, i)}/${safe(name)}`;
    for (let nr = 2; taken.has(path); nr++) path = `${folder(part, i)}/${nr} ${safe(name)}`;
    taken.add(path);
    entries.push([path, bytes]);
  }));
  return storedZip(entries);
};

const bind = async (whole: Package): Promise<Bound> => {
  try {
    return { mediaType: 'application/pdf', bytes: await made(whole, true) };
  } catch (error) {
    if (!(error instanceof NotMerged)) throw error;
    return { mediaType: 'application/zip', bytes: await zipped(whole) };
  }
};

parentPort?.postMessage(await bind(deserialize(Buffer.from(workerData as Uint8Array)) as Package));
