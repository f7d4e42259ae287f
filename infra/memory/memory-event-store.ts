import { randomUUID } from 'node:crypto';
import { type Appended, checkReady, type EventStore, type Ready, type Stored, StoreUnavailable, VersionConflict } from '@klubba/kernel';

export type MemoryOptions = {
  readonly logg?: string;
  /** How far on the next position lies. A log may have gaps; this one has them when asked. */
  readonly step?: () => bigint;
};

/** The port in its plainest form: the definition that the others are compared with. Forgets everything when it is closed. */
export class MemoryEventStore implements EventStore {
  readonly logg: string;
  readonly upplaga = randomUUID();

  private readonly log: Stored[] = [];
  private readonly streams = new Map<string, Stored[]>();
  private readonly listeners = new Set<() => void>();
  private readonly step: () => bigint;
  private closed = false;

  constructor({ logg = randomUUID(), step = () => 1n }: MemoryOptions = {}) {
    this.logg = logg;
    this.step = step;
  }

  async read(stream: string, after = 0): Promise<readonly Stored[]> {
    this.mustBeOpen();
    return (this.streams.get(stream) ?? []).slice(after).map(copy);
  }

  async readAll(after: bigint, limit: number): Promise<readonly Stored[]> {
    this.mustBeOpen();
    const from = this.firstAfter(after);
    return this.log.slice(from, from + limit).map(copy);
  }

  async readBack(before: bigint | undefined, limit: number): Promise<readonly Stored[]> {
    this.mustBeOpen();
    const to = before === undefined ? this.log.length : this.firstAfter(before - 1n);
    return this.log.slice(Math.max(0, to - limit), to).map(copy).reverse();
  }

  async tip(): Promise<bigint> {
    this.mustBeOpen();
    return this.log.at(-1)?.position ?? 0n;
  }

  async last(): Promise<Stored | undefined> {
    this.mustBeOpen();
    return this.log.at(-1);
  }

  async append(stream: string, expectedVersion: number, records: readonly Ready[]): Promise<Appended> {
    this.mustBeOpen();
    checkReady(stream, expectedVersion, records);
    const history = this.streams.get(stream) ?? [];
    if (history.length !== expectedVersion) throw new VersionConflict(stream, expectedVersion, history.length);
    let position = this.log.at(-1)?.position ?? 0n;
    for (const { bytes } of records) {
      position += this.step();
      const stored = copy({ position, bytes });
      history.push(stored);
      this.log.push(stored);
    }
    this.streams.set(stream, history);
    for (const more of this.listeners) setImmediate(more);
    return { version: history.length, position };
  }

  onMore(more: () => void): () => void {
    const listener = (): void => more();
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.listeners.clear();
  }

  private mustBeOpen(): void {
    if (this.closed) throw new StoreUnavailable('Loggen är stängd.');
  }

  private firstAfter(position: bigint): number {
    let low = 0;
    let high = this.log.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.log[middle]!.position <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Bytes of one's own, both in and out: nobody who holds a record can change the log. */
const copy = ({ position, bytes }: Stored): Stored => ({ position, bytes: Buffer.from(bytes) });
