import { randomUUID } from 'node:crypto';
import { streamId } from './canonical';
import { Ambiguous, type Appended, type EventStore, type Ready, type Stored, StoreUnavailable, VersionConflict, WritingStopped } from './event-store';
import { type Event, kidsIn, toDisk } from './fact';
import type { Vault } from './keys';
import { type Kept, Recent } from './recent';
import { encode, type Envelope, LogFault, type LoggFlyttad, type Recorded, type Vocabulary } from './record';

/** What the envelope says of a command besides its facts. */
export type Signature = Pick<Envelope, 'namnd' | 'by' | 'roll' | 'command' | 'correlation' | 'cause'>;

const ATTEMPTS_MAX = 5;
const PAUSE_MAX_MS = 500;
const PAGE = 1000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** UTC in milliseconds. All but the milliseconds is written once a second. */
const systemClock = (): (() => string) => {
  let [second, upToDot] = [NaN, ''];
  return () => {
    const now = Date.now();
    const its = Math.floor(now / 1000);
    if (its !== second) [second, upToDot] = [its, new Date(now).toISOString().slice(0, -4)];
    return `${upToDot}${String(now - its * 1000).padStart(3, '0')}Z`;
  };
};

/** Where the log says of itself that it goes on in another copy. */
export const loggStream = (logg: string): string => `logg-${logg}`;

/**
 * The log as the house uses it: facts in, facts out. Seals, stamps and encodes on the way in; decodes, upcasts and
 * checks on the way out. The store below it holds bytes and knows nothing of them.
 */
export class Log {
  private latest = '';
  /** The copy that the log goes on in, as far as has been seen. */
  private copy: string | undefined;
  private readonly recent = new Recent();

  constructor(
    readonly store: EventStore,
    readonly vault: Vault,
    readonly vocabulary: Vocabulary,
    private readonly clock: () => string = systemClock(),
    private readonly newId: (stream: string, version: number) => string = () => randomUUID(),
  ) {}

  /** Learns the latest recorded time, so that `at` never falls below what is already in the log, and whether the log goes on in another copy. */
  async open(): Promise<this> {
    const last = await this.store.last();
    if (last !== undefined) this.see(this.vocabulary.decode(last.bytes, last.position));
    await this.read(loggStream(this.store.logg));
    return this;
  }

  /** Whether the log says that it goes on in this copy. */
  livesIn(upplaga: string): boolean {
    return this.copy === upplaga;
  }

  /** Why nothing can be written just now though the store answers; nothing where no such thing is known. */
  obstacle(): string | undefined {
    if (this.copy === undefined || this.livesIn(this.store.upplaga)) return this.store.obstacle?.();
    return `Loggen är flyttad till en annan kopia (${this.copy}). Den här kopian växer inte mer. Låt EVENT_STORE peka på den nya. Är det här den nya, återställd från säkerhetskopia: npm run flytta -- --aterstalld EVENT_STORE.`;
  }

  /** Recorded time for something about to be stored: the clock, never below the latest `at` seen. */
  now(): string {
    const now = this.clock();
    return now > this.latest ? now : this.latest === '' ? now : this.latest;
  }

  private see({ at, type, data }: Pick<Recorded, 'at' | 'type' | 'data'>): void {
    if (at > this.latest) this.latest = at;
    if (type === 'LoggFlyttad') this.copy = (data as LoggFlyttad['data']).till;
  }

  /** One stream after a version. Throws LogFault when versions are not whole: a gap is a fault of the log, never skipped. */
  async read(stream: string, after = 0): Promise<readonly Recorded[]> {
    const own = this.recent.ofStream(stream, after);
    const stored = await this.store.read(stream, after + own.length);
    return [...own.map(this.factOf), ...stored.map(this.decode)].map((fact, i) => {
      if (fact.stream !== stream || fact.version !== after + i + 1) throw new LogFault(`Strömmen ${stream} är inte hel: version ${after + i + 1} saknas.`);
      this.see(fact);
      return fact;
    });
  }

  /** The log after a position, at most `limit` facts. */
  async readAll(after: bigint, limit = PAGE): Promise<readonly Recorded[]> {
    const own = this.recent.after(after, limit);
    const stored = own.length === limit ? [] : await this.store.readAll(own.at(-1)?.position ?? after, limit - own.length);
    const facts = [...own.map(this.factOf), ...stored.map(this.decode)];
    for (const fact of facts) this.see(fact);
    return facts;
  }

  private readonly decode = ({ bytes, position }: Stored): Recorded => this.vocabulary.decode(bytes, position);
  /** Decoded once for all who ask, and not before. */
  private readonly factOf = (kept: Kept): Recorded => (kept.fact ??= this.decode(kept));

  /** The log before a position, newest first; from its end without one. */
  async readBack(before: bigint | undefined, limit = PAGE): Promise<readonly Recorded[]> {
    return (await this.store.readBack(before, limit)).map(({ bytes, position }) => this.vocabulary.decode(bytes, position));
  }

  /**
   * Seals, stamps, encodes and appends in one go. The bytes are made once; what is sent again after an ambiguous failure
   * is the same bytes with the same expected version, and one's own records are looked for before a conflict is told.
   * Throws VersionConflict, KeyDestroyed, BadValue, TooLarge, WritingStopped, StoreUnavailable.
   */
  async append(stream: string, expected: number, events: readonly Event[], signature: Signature): Promise<Appended> {
    if (this.copy !== undefined && !this.livesIn(this.store.upplaga)) throw new WritingStopped(this.obstacle()!);
    return this.sealAndAppend(stream, expected, events, signature);
  }

  /** Lets the log go on in the copy `till` and in no other: the last fact of every other one. */
  async goOnIn(till: string, by: string): Promise<void> {
    const stream = loggStream(this.store.logg);
    const history = await this.read(stream);
    if (this.livesIn(till)) return;
    const command = randomUUID();
    await this.sealAndAppend(stream, history.length, [{ type: 'LoggFlyttad', data: { till } }], { namnd: null, by, roll: 'system', command, correlation: command, cause: null });
    await this.read(stream, history.length);
  }

  private async sealAndAppend(stream: string, expected: number, events: readonly Event[], signature: Signature): Promise<Appended> {
    const kids = new Set<string>();
    for (const { data } of events) kidsIn(data, kids);
    const making = kids.size > 0 ? this.vault.ready(kids, (kid) => expected === 0 || isMadeBy(signature, kid)) : undefined;
    if (making !== undefined) await making;
    const records = this.encode(stream, expected, events, signature);
    const appended = await appendSurely(this.store, stream, expected, records);
    this.recent.add(stream, records, appended);
    return appended;
  }

  private encode(stream: string, expected: number, events: readonly Event[], signature: Signature): readonly Ready[] {
    const at = this.now();
    if (at > this.latest) this.latest = at;
    return events.map(({ type, data }, i) => {
      const declared = this.vocabulary.facts[type];
      if (declared === undefined) throw new LogFault(`Faktat ${type} är inte anmält i huset.`);
      const version = expected + i + 1;
      const id = this.newId(stream, version);
      const sealed = toDisk(declared.shape, data, (plain, path) => this.vault.seal(plain, id, path));
      const schema = this.vocabulary.schema(type);
      const bytes = encode({ v: 1, logg: this.store.logg, id, stream, version, type, schema, at, ...signature, data: sealed });
      return { id, version, type, at, bytes, about: { schema, correlation: signature.correlation, cause: signature.cause } };
    });
  }
}

/** Whether the gallringsenhet is one that this very command makes, by its id. */
const isMadeBy = ({ by, command }: Signature, kid: string): boolean => {
  const slag = kid.slice(0, kid.indexOf(':'));
  return kid === `${slag}:${streamId(slag, by, command)}`;
};

/**
 * Sends the same records with the same expected version until there is an answer or the store's patience is up, and looks for
 * them before a conflict is told: that a stream holds them already may be the answer that was lost. Once an answer has been
 * lost, nothing but the stream itself tells that they are not stored. Throws VersionConflict, StoreUnavailable.
 */
export const appendSurely = async (store: EventStore, stream: string, expected: number, records: readonly Ready[]): Promise<Appended> => {
  const until = performance.now() + (store.patienceMs ?? 0);
  for (let attempt = 1, unsure = false; ; attempt++) {
    try {
      return await store.append(stream, expected, records);
    } catch (error) {
      if (error instanceof VersionConflict && unsure) return await ownRecords(store, stream, expected, records, error);
      if (error instanceof StoreUnavailable && unsure) throw unknownOutcome(error);
      if (!(error instanceof Ambiguous)) throw error;
      unsure = true;
      const pause = Math.min(20 * 2 ** attempt, PAUSE_MAX_MS);
      if (attempt >= ATTEMPTS_MAX && performance.now() + pause > until) throw unknownOutcome(error);
      await wait(pause);
    }
  }
};

/** Where one's own records stand; the conflict, when others' do. */
const ownRecords = async (store: EventStore, stream: string, expected: number, records: readonly Ready[], conflict: VersionConflict): Promise<Appended> => {
  let there: readonly Stored[];
  try {
    there = (await store.read(stream, expected)).slice(0, records.length);
  } catch (error) {
    throw error instanceof StoreUnavailable ? unknownOutcome(error) : error;
  }
  if (there.length < records.length || !there.every(({ bytes }, i) => Buffer.from(records[i]!.bytes).equals(bytes))) throw conflict;
  return { version: expected + records.length, position: there.at(-1)!.position };
};

const unknownOutcome = (cause: unknown): StoreUnavailable => new StoreUnavailable('Lagret svarar inte. Utfallet är okänt: skicka samma kommando igen med samma id.', { cause });
