import type { Refusal } from './decider';

/** An electronic signature as it lies in a PDF: what the file says, and what of that could be reckoned. */
export type PdfSignature = {
  /** The common name of the signer's certificate, else the name that the file gives. */
  readonly name?: string;
  /** When, as it stands: the signature's own time (UTC), else the file's. */
  readonly time?: string;
  readonly timeFrom?: 'signature' | 'file';
  /** The digest that was signed is that of the bytes it says it covers, and the certificate's key made the signature. Absent: of a kind that cannot be reckoned here. */
  readonly intact?: boolean;
  /** It covers every byte of the file but itself: nothing has been added since. */
  readonly whole: boolean;
};
/** Content that does something when the file is opened, or hides in it. */
export type PdfActive = 'javascript' | 'program' | 'filer';
export type PdfContent = {
  /** The text of each page, line by line; an empty line where the page leaves one. */
  readonly pages: readonly string[];
  readonly signatures: readonly PdfSignature[];
  readonly active: readonly PdfActive[];
};

/** A row with something in it, by its number in the file. A day is written ÅÅÅÅ-MM-DD, whatever the file holds it as. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };
/** A list as it lies in a file: the first sheet that is shown, or the lines of a text file. */
export type Table = {
  readonly rows: readonly TableRow[];
  /** Cells that are one, as `A3:A5`, with the first and last row. */
  readonly merged: readonly { readonly ref: string; readonly from: number; readonly to: number }[];
  readonly sheet?: string;
  readonly sheets?: number;
  /** What was guessed of a text file. */
  readonly encoding?: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly delimiter?: 'semikolon' | 'komma' | 'tab';
};
/** A paragraph of a document: its text alone. `heading` is the level where its style says that it is one. */
export type DocumentParagraph = {
  readonly text: string;
  readonly heading?: number;
  readonly list?: true;
  /** Where it stands in a table: the tables of the document, their rows and columns, each counted from 1. `merged`: the cell reaches over several of them. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number; readonly merged?: 'rows' | 'columns' };
};

/** Reads papers that others have made. The implementation is in infra/papper; it judges nothing of what it reads. */
export interface PaperReader {
  pdf(bytes: Uint8Array): Promise<PdfContent | Refusal>;
  table(bytes: Uint8Array): Promise<Table | Refusal>;
  document(bytes: Uint8Array): Promise<readonly DocumentParagraph[] | Refusal>;
}

export type PackageLine = { readonly text: string; readonly style?: 'heading' | 'small' };
/** A file as it lies in the record: `hash` is told on the sheet of its part. */
export type PackageFile = { readonly name: string; readonly mediaType: string; readonly hash: string; readonly bytes: Uint8Array };
/** What lies behind one bookmark: a sheet with these lines, and its files. Without either it is only a row of the cover. */
export type PackagePart = { readonly title: string; readonly lines: readonly PackageLine[]; readonly files: readonly PackageFile[] };
export type Package = {
  readonly title: string;
  /** ISO, UTC: the same package gives the same bytes. */
  readonly at: string;
  readonly cover: readonly PackageLine[];
  readonly parts: readonly PackagePart[];
};
/** One PDF with a bookmark for each part, or a zip of the files as they are where one of them cannot be put in. */
export type Bound = { readonly mediaType: 'application/pdf' | 'application/zip'; readonly bytes: Uint8Array };

/** Puts papers together. The implementation is in infra/papper. */
export interface PaperBinder {
  bind(parts: Package): Promise<Bound | Refusal>;
}
