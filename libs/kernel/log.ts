import { randomUUID } from 'node:crypto';
import { Ambiguous, type Appended, type EventStore, type Ready, StoreUnavailable, VersionConflict } from './event-store';
import { type Event, kidsIn, toDisk } from './fact';
import type { Vault } from './keys';
import { encode, type Envelope, LogFault, type Recorded, type Vocabulary } from './record';

/** What the envelope says of a command besides its facts. */
export type Signature = Pick<Envelope, 'namnd' | 'by' | 'roll' | 'command' | 'correlation' | 'cause'>;

const ATTEMPTS_MAX = 5;
const PAGE = 1000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** UTC in milliseconds; within one of them the text is the same. */
const systemClock = (): (() => string) => {
  let [last, text] = [NaN, ''];
  return () => {
    const now = Date.now();
    if (now !== last) [last, text] = [now, new Date(now).toISOString()];
    return text;
  };
};

/**
 * The log as the house uses it: facts in, facts out. Seals, stamps and encodes on the way in; decodes, upcasts and
 * checks on the way out. The store below it holds bytes and knows nothing of them.
 */
export class Log {
  private latest = '';

  constructor(
    readonly store: EventStore,
    readonly vault: Vault,
    readonly vocabulary: Vocabulary,
    private readonly clock: () => string = systemClock(),
  ) {}

  /** Learns the latest recorded time, so that `at` never falls below what is already in the log. */
  async open(): Promise<this> {
    const last = await this.store.last();
    if (last !== undefined) this.see(this.vocabulary.decode(last.bytes, last.position).at);
    return this;
  }

  /** Recorded time for something about to be stored: the clock, never below the latest `at` seen. */
  now(): string {
    const now = this.clock();
    return now > this.latest ? now : this.latest === '' ? now : this.latest;
  }

  private see(at: string): void {
    if (at > this.latest) this.latest = at;
  }

  /** One stream after a version. Throws LogFault when versions are not whole: a gap is a fault of the log, never skipped. */
  async read(stream: string, after = 0): Promise<readonly Recorded[]> {
    const stored = await this.store.read(stream, after);
    return stored.map(({ bytes, position }, i) => {
      const fact = this.vocabulary.decode(bytes, position);
      if (fact.stream !== stream || fact.version !== after + i + 1) throw new LogFault(`Strömmen ${stream} är inte hel: version ${after + i + 1} saknas.`);
      this.see(fact.at);
      return fact;
    });
  }

  /** The log after a position, at most `limit` facts. */
  async readAll(after: bigint, limit = PAGE): Promise<readonly Recorded[]> {
    return (await this.store.readAll(after, limit)).map(({ bytes, position }) => {
      const fact = this.vocabulary.decode(bytes, position);
      this.see(fact.at);
      return fact;
    });
  }

  /**
   * Seals, stamps, encodes and appends in one go. The bytes are made once; what is sent again after an ambiguous failure
   * is the same bytes with the same expected version, and one's own records are looked for before a conflict is told.
   * Throws VersionConflict, KeyDestroyed, BadValue, StoreUnavailable.
   */
  async append(stream: string, expected: number, events: readonly Event[], signature: Signature): Promise<Appended> {
    const kids = new Set<string>();
    for (const { data } of events) kidsIn(data, kids);
    const making = kids.size > 0 ? this.vault.ready(kids) : undefined;
    if (making !== undefined) await making;
    const records = this.encode(stream, expected, events, signature);
    for (let attempt = 1, unsure = false; ; attempt++) {
      try {
        return await this.store.append(stream, expected, records);
      } catch (error) {
        if (error instanceof VersionConflict && unsure) {
          const own = await this.own(stream, expected, records);
          if (own !== undefined) return own;
          throw error;
        }
        if (!(error instanceof Ambiguous)) throw error;
        unsure = true;
        if (attempt === ATTEMPTS_MAX) throw new StoreUnavailable('Lagret svarar inte. Utfallet är okänt: skicka samma kommando igen med samma id.', { cause: error });
        await wait(20 * 2 ** attempt);
      }
    }
  }

  private encode(stream: string, expected: number, events: readonly Event[], signature: Signature): readonly Ready[] {
    const at = this.now();
    this.see(at);
    return events.map(({ type, data }, i) => {
      const declared = this.vocabulary.facts[type];
      if (declared === undefined) throw new LogFault(`Faktat ${type} är inte anmält i huset.`);
      const id = randomUUID();
      const version = expected + i + 1;
      const sealed = toDisk(declared.shape, data, (plain, path) => this.vault.seal(plain, id, path));
      const bytes = encode({ v: 1, logg: this.store.logg, id, stream, version, type, schema: this.vocabulary.schema(type), at, ...signature, data: sealed });
      return { id, version, type, at, bytes };
    });
  }

  /** The answer of an earlier send that did arrive: our ids stand where we meant them to. */
  private async own(stream: string, expected: number, records: readonly Ready[]): Promise<Appended | undefined> {
    const there = (await this.read(stream, expected)).slice(0, records.length);
    if (there.length < records.length || !there.every(({ id }, i) => id === records[i]!.id)) return undefined;
    return { version: expected + records.length, position: there.at(-1)!.position };
  }
}
