/** The part of yauzl 3 that is used here; it brings no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';
  type Entry = { readonly fileName: string; readonly uncompressedSize: number; readonly generalPurposeBitFlag: number };
  type ZipFile = {
    readonly entryCount: number;
    readEntry(): void;
    openReadStream(entry: Entry, opened: (error: Error | null, stream?: Readable) => void): void;
    on(event: 'entry', listener: (entry: Entry) => void): void;
    on(event: 'end', listener: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  };
  const fromBufferPromise: (bytes: Buffer) => Promise<ZipFile>;
}
