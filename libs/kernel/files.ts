import { createHash, randomBytes } from 'node:crypto';
import { canonicalBytes } from './canonical';
import type { Token } from './fact';
import {
  type Blob, BlobFault, CHUNK_BYTES, FILE_BYTES_MAX, FileEmpty, type FileFacts, FileTooLarge, type Handlingslager, type Incoming, type Sniffer, type Upload, UploadBroken,
} from './handlingar';
import { type FileVault, GALLRAT } from './keys';

const kidOf = (handling: string): string => `handling:${handling}`;
const pathOf = (nr: number): string => `blob.${nr}`;
const HEAD = 'huvud';
/** Whoever sends nothing for so long has gone. */
const STALLED_MS = 30_000;
const PAGE = 500;

/** Files as the house uses them: content in and out, sealed piece by piece on the way, never more than a piece or two in memory. */
export class Files {
  /** Uploads under way: who sends, and how much has come. */
  private readonly underWay = new Map<string, { readonly by: string; received: number }>();
  private readonly receiving = new Set<Promise<unknown>>();

  constructor(readonly store: Handlingslager, private readonly vault: FileVault, private readonly clock: () => string = () => new Date().toISOString()) {}

  /**
   * Drops what a process that died was in the middle of. Nothing is under way yet, unless other nodes put files there too:
   * then what is left open goes as everything loose does, after SWEPT_HOURS.
   */
  async open(): Promise<this> {
    if (this.store.shared === true) return this;
    for (const { id, state } of await this.loose()) if (state === 'open') await this.store.drop(id);
    return this;
  }

  /**
   * Takes a file in. Answers when all of it is on the disk; on any fault what had come is dropped. Throws BlobTaken,
   * FileTooLarge, FileEmpty, KeyDestroyed, StoreUnavailable, or whatever broke the source.
   */
  receive(incoming: Incoming, source: AsyncIterable<Uint8Array>, sniffer: Sniffer): Promise<Upload> {
    const received = this.take(incoming, source, sniffer);
    this.receiving.add(received);
    void received.catch(() => undefined).then(() => this.receiving.delete(received));
    return received;
  }

  private async take(incoming: Incoming, source: AsyncIterable<Uint8Array>, sniffer: Sniffer): Promise<Upload> {
    const { id, handling, by } = incoming;
    const at = this.clock();
    await this.ready(handling);
    await this.store.begin(id, at);
    const progress = { by, received: 0 };
    this.underWay.set(id, progress);
    try {
      const salt = randomBytes(32);
      const hash = createHash('sha256').update(salt);
      let nr = 0;
      for await (const chunk of inChunks(limited(source, (bytes) => (progress.received += bytes)))) {
        await sniffer.see(chunk, nr);
        hash.update(chunk);
        await this.ready(handling);
        await this.store.put(id, nr, this.vault.sealBytes(kidOf(handling), id, pathOf(nr), chunk));
        nr++;
      }
      if (nr === 0) throw new FileEmpty();
      const upload: Upload = { ...incoming, at, medietyp: sniffer.type(), storlek: progress.received, hash: hash.digest('hex'), salt: salt.toString('hex') };
      await this.ready(handling);
      await this.store.finish(id, canonicalBytes(this.vault.seal({ kid: kidOf(handling), $plain: upload }, id, HEAD)));
      return upload;
    } catch (error) {
      // A disk that took no more may not take this either: then it is swept later.
      await this.store.drop(id).catch(() => undefined);
      throw error;
    } finally {
      this.underWay.delete(id);
    }
  }

  /** How much of an upload has come, for the one who sends it. */
  async progress(id: string, by: string): Promise<{ readonly mottaget: number; readonly upload?: Upload } | undefined> {
    const now = this.underWay.get(id);
    if (now !== undefined) return now.by === by ? { mottaget: now.received } : undefined;
    const upload = await this.upload(id);
    return upload?.by === by ? { mottaget: upload.storlek, upload } : undefined;
  }

  /** A finished upload, or nothing where there is none or its key is gone. */
  async upload(id: string): Promise<Upload | undefined> {
    const head = await this.store.head(id);
    if (head === undefined) return undefined;
    const token = JSON.parse(Buffer.from(head).toString('utf8')) as Token;
    const opened = await this.vault.open({ ...token, i: id, p: HEAD });
    return opened === GALLRAT ? undefined : (opened as Upload);
  }

  /**
   * The content piece by piece, or GALLRAT. Its length is checked as it goes, its hash at the end: whoever passes it on must
   * break off on a fault. Throws BlobFault.
   */
  async content(blob: string, handling: string, facts: FileFacts): Promise<AsyncGenerator<Uint8Array> | typeof GALLRAT> {
    const first = await this.piece(blob, handling, 0);
    return first === GALLRAT ? GALLRAT : this.pieces(blob, handling, facts, first);
  }

  private async *pieces(blob: string, handling: string, { storlek, hash: wanted, salt }: FileFacts, first: Uint8Array): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256').update(Buffer.from(salt, 'hex'));
    const count = Math.ceil(storlek / CHUNK_BYTES);
    for (let nr = 0; nr < count; nr++) {
      const piece = nr === 0 ? first : await this.piece(blob, handling, nr);
      if (piece === GALLRAT) throw new BlobFault(blob, 'den gallrades medan den lästes');
      if (piece.length !== (nr < count - 1 ? CHUNK_BYTES : storlek - nr * CHUNK_BYTES)) throw new BlobFault(blob, `bit ${nr} har fel längd`);
      hash.update(piece);
      // The last piece waits for the judgement of the whole.
      if (nr === count - 1 && hash.digest('hex') !== wanted) throw new BlobFault(blob, 'innehållet har en annan hash');
      yield piece;
    }
  }

  private async piece(blob: string, handling: string, nr: number): Promise<Uint8Array | typeof GALLRAT> {
    const sealed = await this.store.chunk(blob, nr);
    if (sealed === undefined) throw new BlobFault(blob, `bit ${nr} saknas`);
    return this.vault.openBytes(kidOf(handling), blob, pathOf(nr), sealed);
  }

  /** All of a finished upload of this person's, for a program here that reads it. */
  async uploaded(id: string, by: string): Promise<{ readonly upload: Upload; readonly content: Buffer } | undefined> {
    const upload = await this.upload(id);
    if (upload?.by !== by) return undefined;
    const content = await this.whole(id, upload.handling, upload);
    return content === GALLRAT ? undefined : { upload, content };
  }

  /** As `content`, all in one. */
  async whole(blob: string, handling: string, facts: FileFacts): Promise<Buffer | typeof GALLRAT> {
    const pieces = await this.content(blob, handling, facts);
    if (pieces === GALLRAT) return GALLRAT;
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  }

  /** Blobs that are not part of the record, as far as their store knows. */
  async loose(): Promise<readonly Blob[]> {
    const all: Blob[] = [];
    for (let page = await this.store.list('', PAGE, true); page.length > 0; page = await this.store.list(page.at(-1)!.id, PAGE, true)) all.push(...page);
    return all;
  }

  isUnderWay(id: string): boolean {
    return this.underWay.has(id);
  }

  /** Waits for what is being taken in, then closes the store. */
  async close(): Promise<void> {
    await Promise.allSettled(this.receiving);
    await this.store.close();
  }

  private async ready(handling: string): Promise<void> {
    await this.vault.ready(new Set([kidOf(handling)]));
  }
}

/** As it comes, told as it comes, and no more than a file may hold. Ends with a fault when nothing comes for long. */
async function* limited(source: AsyncIterable<Uint8Array>, tell: (bytes: number) => number): AsyncGenerator<Uint8Array> {
  const from = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(from.next(), STALLED_MS);
      if (next.done === true) return;
      if (tell(next.value.length) > FILE_BYTES_MAX) throw new FileTooLarge();
      yield next.value;
    }
  } finally {
    // Lets go of the source; not waited for, since one that has stalled answers to nothing.
    void from.return?.().catch(() => undefined);
  }
}
const within = async <T>(what: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new UploadBroken()), ms)));
  try {
    return await Promise.race([what, late]);
  } finally {
    clearTimeout(timer);
  }
};
/** The same bytes in pieces of CHUNK_BYTES. A piece may be used until the next is asked for. */
async function* inChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let used = 0;
  for await (const part of source) {
    for (let at = 0; at < part.length; ) {
      const taken = Math.min(part.length - at, CHUNK_BYTES - used);
      chunk.set(part.subarray(at, at + taken), used);
      used += taken;
      at += taken;
      if (used < CHUNK_BYTES) continue;
      yield chunk;
      used = 0;
    }
  }
  if (used > 0) yield chunk.subarray(0, used);
}
