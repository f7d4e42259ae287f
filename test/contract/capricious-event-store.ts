import { Ambiguous, type Appended, type EventStore, type Ready, type Stored } from '@klubba/kernel';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';

/** What becomes of an append: it answers, or nobody is told whether it was never stored, stored, or will be in a while. */
export type Whim = 'answers' | 'lost' | 'stored' | 'stored later';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const random = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Now and then an append without an answer, never more than two in a row: the third time the network holds. */
const whims = (chance: () => number): (() => Whim) => {
  let inRow = 0;
  return () => {
    if (inRow >= 2 || chance() < 0.75) {
      inRow = 0;
      return 'answers';
    }
    inRow++;
    return (['lost', 'stored', 'stored later'] as const)[Math.floor(chance() * 3)]!;
  };
};

/**
 * As bad as a store across a network may be and still be one: positions with gaps, answers that take their time, appends
 * that nobody is told the outcome of, and a nudge that comes late, twice or never.
 */
export class CapriciousEventStore implements EventStore {
  readonly logg: string;
  readonly upplaga: string;
  patienceMs = 0;
  /** Every append that was sent, in order. */
  readonly sent: { readonly stream: string; readonly expected: number; readonly records: readonly Ready[] }[] = [];

  private readonly inner: MemoryEventStore;
  private readonly chance: () => number;
  private readonly whim: () => Whim;
  private readonly underWay = new Set<Promise<unknown>>();

  /** `script`: what becomes of the first appends; after it, all answer. */
  constructor(seed: number, script?: readonly Whim[]) {
    const chance = random(seed);
    const left = [...(script ?? [])];
    this.chance = chance;
    this.whim = script === undefined ? whims(chance) : () => left.shift() ?? 'answers';
    this.inner = new MemoryEventStore({ step: () => 1n + BigInt(Math.floor(chance() * 300)) });
    this.logg = this.inner.logg;
    this.upplaga = this.inner.upplaga;
  }

  async read(stream: string, after?: number): Promise<readonly Stored[]> {
    await this.latency();
    return this.inner.read(stream, after);
  }

  async readAll(after: bigint, limit: number): Promise<readonly Stored[]> {
    await this.latency();
    return this.inner.readAll(after, limit);
  }

  async readBack(before: bigint | undefined, limit: number): Promise<readonly Stored[]> {
    await this.latency();
    return this.inner.readBack(before, limit);
  }

  async tip(): Promise<bigint> {
    await this.latency();
    return this.inner.tip();
  }

  async last(): Promise<Stored | undefined> {
    await this.latency();
    return this.inner.last();
  }

  append(stream: string, expected: number, records: readonly Ready[]): Promise<Appended> {
    this.sent.push({ stream, expected, records: records.map((record) => ({ ...record, bytes: Buffer.from(record.bytes) })) });
    return this.track(this.whimsically(stream, expected, records));
  }

  private async whimsically(stream: string, expected: number, records: readonly Ready[]): Promise<Appended> {
    const whim = this.whim();
    await this.latency();
    if (whim === 'answers') {
      const appended = await this.inner.append(stream, expected, records);
      await this.latency();
      return appended;
    }
    if (whim === 'stored') await this.inner.append(stream, expected, records);
    // Still on its way when the caller has given up on it; by then it may be in conflict, with itself or with others. One that
    // waits for a version nobody has written yet would be another matter: whoever writes has read.
    const possible = whim === 'stored later' && (await this.inner.read(stream)).length >= expected;
    if (possible) void this.track(this.latency(10).then(() => this.inner.append(stream, expected, records)).catch(() => undefined));
    throw new Ambiguous('the connection broke');
  }

  onMore(more: () => void): () => void {
    let over = false;
    const end = this.inner.onMore(() => {
      const times = Math.floor(this.chance() * 3);
      for (let i = 0; i < times; i++) setTimeout(() => over || more(), this.chance() * 5);
    });
    return () => {
      over = true;
      end();
    };
  }

  /** When nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
  }

  async close(): Promise<void> {
    await this.settled();
    await this.inner.close();
  }

  private latency(ms = 1): Promise<void> {
    const turns = this.chance();
    return new Promise((resolve) => (turns < 0.7 ? setImmediate(resolve) : setTimeout(resolve, turns * ms)));
  }

  private track<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    const done = (): void => void this.underWay.delete(work);
    work.then(done, done);
    return work;
  }
}
