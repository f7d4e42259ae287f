/** A file lies in pieces of this size (`posten.md` 7), each sealed by itself; the last one is what is left. */
export const CHUNK_BYTES = 2 ** 20;
export const FILE_BYTES_MAX = 100 * 2 ** 20;
/** What sealing adds to a chunk: nonce and tag. */
export const SEAL_BYTES = 12 + 16;
/** A finished upload may become part of the record this long; what never did is dropped an hour later. */
export const UPLOAD_HOURS = 23;
export const SWEPT_HOURS = 24;

/** A blob as its store knows it. `kept`: part of the record, never dropped. */
export type Blob = { readonly id: string; readonly at: string; readonly chunks: number; readonly bytes: number; readonly state: 'open' | 'finished' | 'kept' };

/**
 * Where files lie, as sealed bytes: one blob per version of a handling. Every adapter passes test/contract. Each answer
 * comes after the disk's. Throws StoreUnavailable when the store cannot be written.
 */
export interface Handlingslager {
  /** Other nodes put files into it too: an open blob may be one that another is in the middle of. */
  readonly shared?: boolean;
  /** A new blob without chunks. Throws BlobTaken when the id is or was that of another one still here. */
  begin(blob: string, at: string): Promise<void>;
  /** Chunk `nr`, counted from 0: the next one of an open blob, and no other. */
  put(blob: string, nr: number, sealed: Uint8Array): Promise<void>;
  /** Nothing more can be put; `head` is kept beside it. */
  finish(blob: string, head: Uint8Array): Promise<void>;
  /** A finished blob becomes part of the record. Asked twice it is the same as once. */
  keep(blob: string): Promise<void>;
  /** The head of a blob that is finished. */
  head(blob: string): Promise<Uint8Array | undefined>;
  chunk(blob: string, nr: number): Promise<Uint8Array | undefined>;
  /** A blob that is not kept is gone, from the store's files too. One that is not there is gone already; one that is kept is a fault. */
  drop(blob: string): Promise<void>;
  /** Blobs by id, after `after`, at most `limit`; `loose` leaves out those that are kept. */
  list(after: string, limit: number, loose?: boolean): Promise<readonly Blob[]>;
  close(): Promise<void>;
}

/** The id of the upload is taken. */
export class BlobTaken extends Error {
  constructor(readonly blob: string) {
    super(`${blob} finns redan`);
    this.name = 'BlobTaken';
  }
}
/** The file is larger than Klubba takes. */
export class FileTooLarge extends Error {
  constructor() {
    super(`Filen är för stor: högst ${FILE_BYTES_MAX / 2 ** 20} MB går.`);
    this.name = 'FileTooLarge';
  }
}
/** There was nothing in it. */
export class FileEmpty extends Error {
  constructor() {
    super('Filen är tom.');
    this.name = 'FileEmpty';
  }
}
/** The sender went away in the middle. */
export class UploadBroken extends Error {
  constructor() {
    super('Uppladdningen avbröts. Inget är sparat.');
    this.name = 'UploadBroken';
  }
}
/** A blob that is not what the record says: a chunk is missing or changed, or the whole has another hash. Never shown as gallrat. */
export class BlobFault extends Error {
  constructor(readonly blob: string, why: string) {
    super(`Filen ${blob} är inte som den lades in: ${why}.`);
    this.name = 'BlobFault';
  }
}

/** What is known of a file: `hash` is SHA-256 over (salt ‖ content), the salt 32 bytes in hex, since a bare hash would let one guess after gallring. */
export type FileFacts = { readonly medietyp: string; readonly storlek: number; readonly hash: string; readonly salt: string };
/** A finished upload. `handling` is whose key it is sealed with: its own id, or the handling that it is to be a version of. */
export type Upload = FileFacts & { readonly id: string; readonly handling: string; readonly namnd: string; readonly by: string; readonly at: string };
export type Incoming = Pick<Upload, 'id' | 'handling' | 'namnd' | 'by'>;
/** Tells the media type from what goes by, whatever the sender says. */
export interface Sniffer {
  see(chunk: Uint8Array, nr: number): Promise<void>;
  type(): string;
}
