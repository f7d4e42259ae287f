import { type Blob, BlobTaken, type Handlingslager } from '@klubba/kernel';

type Held = { readonly at: string; readonly chunks: Uint8Array[]; head?: Uint8Array; kept: boolean };

/** The port in memory: for tests, and the plainest definition of what it means. */
export class MemoryHandlingslager implements Handlingslager {
  private readonly blobs = new Map<string, Held>();

  async begin(blob: string, at: string): Promise<void> {
    if (this.blobs.has(blob)) throw new BlobTaken(blob);
    this.blobs.set(blob, { at, chunks: [], kept: false });
  }

  async put(blob: string, nr: number, sealed: Uint8Array): Promise<void> {
    const held = this.openBlob(blob);
    if (nr !== held.chunks.length) throw new Error(`${blob}: bit ${nr} följer inte på ${held.chunks.length - 1}.`);
    held.chunks.push(Uint8Array.from(sealed));
  }

  async finish(blob: string, head: Uint8Array): Promise<void> {
    this.openBlob(blob).head = Uint8Array.from(head);
  }

  async keep(blob: string): Promise<void> {
    const held = this.blobs.get(blob);
    if (held?.head === undefined) throw new Error(`${blob} är inte färdig.`);
    held.kept = true;
  }

  async head(blob: string): Promise<Uint8Array | undefined> {
    return this.blobs.get(blob)?.head;
  }

  async chunk(blob: string, nr: number): Promise<Uint8Array | undefined> {
    return this.blobs.get(blob)?.chunks[nr];
  }

  async drop(blob: string): Promise<void> {
    if (this.blobs.get(blob)?.kept === true) throw new Error(`${blob} hör till akten och tas inte bort.`);
    this.blobs.delete(blob);
  }

  async list(after: string, limit: number, loose = false): Promise<readonly Blob[]> {
    return [...this.blobs].filter(([id, { kept }]) => id > after && !(loose && kept)).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit)
      .map(([id, { at, chunks, head, kept }]) => ({ id, at, chunks: chunks.length, bytes: chunks.reduce((sum, { length }) => sum + length, 0), state: kept ? 'kept' : head === undefined ? 'open' : 'finished' }));
  }

  async close(): Promise<void> {
    this.blobs.clear();
  }

  private openBlob(blob: string): Held {
    const held = this.blobs.get(blob);
    if (held === undefined || held.head !== undefined) throw new Error(`${blob} är inte öppen.`);
    return held;
  }
}
