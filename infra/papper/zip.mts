// What lies in a zip file from outside, in memory, when it is safe to look. Runs in the reading threads only.
import { Buffer } from 'node:buffer';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** Why a file cannot be read: a code, and a Swedish sentence with the place. */
export type Fault = { readonly kod: string; readonly text: string };
export class Unreadable extends Error implements Fault {
  readonly kod: string;
  readonly text: string;
  constructor(kod: string, text: string) {
    super(text);
    this.name = 'Unreadable';
    this.kod = kod;
    this.text = text;
  }
}

const MB = 2 ** 20;
const ENTRIES_MAX = 2000;
const INFLATED_MAX = 64 * MB;
/** The text of a long list is often fifty times its zip; what is more than this many times it is made to burst. */
const RATIO_MAX = 200;
const RATIO_FROM = 4 * MB;

const bomb = (): Unreadable => new Unreadable('FILEN_SVALLER', 'Filen packar upp sig till orimligt mycket och läses inte. Spara den på nytt i ett vanligt kontorsprogram.');
const broken = (): Unreadable => new Unreadable('FILEN_AR_TRASIG', 'Filen är trasig eller avhuggen och går inte att läsa. Spara den på nytt och försök igen.');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** All parts of a Word or Excel file by name. Throws Unreadable: encrypted, of the old kind, with macros, made to burst, or broken. */
export const partsOf = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  if (bytes.subarray(0, 8).equals(OLE)) {
    if (bytes.includes(ENCRYPTED)) throw new Unreadable('FILEN_AR_KRYPTERAD', 'Filen är skyddad med lösenord. Ta bort skyddet och försök igen.');
    throw new Unreadable('GAMMALT_FILFORMAT', 'Filen har det gamla formatet .xls eller .doc. Spara den som .xlsx eller .docx.');
  }
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes);
  } catch {
    throw broken();
  }
  if (zip.entryCount > ENTRIES_MAX) throw bomb();
  const entries = await entriesOf(zip);
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (declared > INFLATED_MAX || (declared > RATIO_FROM && declared > RATIO_MAX * bytes.length)) throw bomb();
  if (entries.some((entry) => (entry.generalPurposeBitFlag & 1) !== 0)) throw new Unreadable('FILEN_AR_KRYPTERAD', 'Filen är skyddad med lösenord. Ta bort skyddet och försök igen.');
  if (entries.some(({ fileName }) => /vbaProject[.]bin$|(^|[/])(macrosheets|activeX)[/]/i.test(fileName))) throw new Unreadable('FILEN_HAR_MAKRON', 'Filen innehåller makron och läses inte. Spara den som .xlsx eller .docx, utan makron.');
  const parts = new Map<string, Buffer>();
  // One by one: never more in memory than has been counted.
  for (const entry of entries) parts.set(entry.fileName.replace(/^[/]+/, ''), await inflated(zip, entry));
  for (const [name, part] of parts) if (/[.](xml|rels)$/i.test(name) && part.includes('<!DOCTYPE')) throw broken();
  return parts;
};

const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(broken()));
    zip.readEntry();
  });

/** yauzl breaks off when an entry inflates to more than it declares, so that what was counted holds. */
const inflated = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) return reject(broken());
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', () => reject(broken()));
    });
  });
