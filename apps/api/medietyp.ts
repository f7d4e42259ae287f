import { fileTypeFromBuffer } from 'file-type';
import type { Sniffer } from '@klubba/kernel';

const UNKNOWN = 'application/octet-stream';
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
// Tab, line feed, form feed and carriage return are what text has of such.
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** A text this long that is whole is tried as JSON. */
const JSON_MAX = 2 ** 20;
const CSV_LINES = 20;

/** The media type by the content alone (a claim may be a lie, and a name personal data): by `file-type` from the first piece, or text if all of it is UTF-8. */
export class Medietyp implements Sniffer {
  private found: string | undefined;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private isText = true;
  private start = '';
  private pieces = 0;

  async see(chunk: Uint8Array, nr: number): Promise<void> {
    this.pieces++;
    if (nr === 0) this.found = await told(chunk);
    if (this.found !== undefined || !this.isText) return;
    try {
      const text = this.decoder.decode(chunk, { stream: true });
      if (BINARY.test(text)) this.isText = false;
      if (nr === 0) this.start = text;
    } catch {
      this.isText = false;
    }
  }

  type(): string {
    if (this.found !== undefined) return this.found;
    try {
      this.decoder.decode();
    } catch {
      return UNKNOWN;
    }
    return this.isText ? textType(this.start, this.pieces === 1) : UNKNOWN;
  }
}

const told = async (first: Uint8Array): Promise<string | undefined> => {
  try {
    const found = await fileTypeFromBuffer(first);
    const [mime] = (found?.mime ?? '').toLowerCase().split(';');
    if (mime !== undefined && /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/.test(mime)) return mime;
  } catch {
    // A file that is broken where its kind would be told has no kind.
  }
  return Buffer.from(first.subarray(0, ZIP.length)).equals(ZIP) ? 'application/zip' : undefined;
};

const textType = (start: string, whole: boolean): string => {
  if (whole && start.length <= JSON_MAX && /^\s*[[{]/.test(start)) {
    try {
      JSON.parse(start);
      return 'application/json';
    } catch {
      // Text that begins as JSON does.
    }
  }
  return isTable(start, whole) ? 'text/csv' : 'text/plain';
};
/** At least two lines with the same number of the same separator, and no line without. */
const isTable = (start: string, whole: boolean): boolean => {
  const lines = start.split(/\r?\n/).slice(0, CSV_LINES + 1);
  // The last may be cut off, or what stands after the last line end.
  if (lines.length > 1 && (!whole || lines.at(-1) === '' || lines.length > CSV_LINES)) lines.pop();
  return [';', ',', '\t'].some((separator) => {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1);
    return lines.length > 1 && counts[0]! > 0 && counts.every((count) => count === counts[0]);
  });
};
