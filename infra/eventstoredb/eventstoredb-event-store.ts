import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, MaxAppendSizeExceededError, StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import { Ambiguous, type Appended, checkReady, type EventStore, LogFault, type Ready, type Stored, StoreUnavailable, TooLarge, VersionConflict, weightOf } from '@klubba/kernel';
import type { Address } from './address';
import { after as pause, Connection, type Read, shut } from './connection';
import { isFinal, isNoPosition } from './faults';
import { type Identity, makeIdentity, nameIdentity, nyUpplaga, readIdentity, unfinished } from './identity';
import { Nudge } from './nudge';
import { type Clocks, ServerClock } from './server-clock';

export type EventStoreDbOptions = {
  readonly address: Address;
  /** The id of a new log; one that is moved here keeps its own. A log that exists has its id already. */
  readonly logg?: string;
  /** A log that is not there is a fault, and not made. */
  readonly mustExist?: boolean;
  /** Opens a log that is being moved here, under a name of its own until `finishMove`. */
  readonly moving?: boolean;
  readonly clocks?: Clocks;
  /** How long a server that does not answer is waited for, and who is told that it is. */
  readonly patienceMs?: number;
  readonly waiting?: (why: string) => void;
};

const PAGE = 1000;
/** So many are asked for even when few are wanted: other events lie between ours. */
const PAGE_MIN = 64;
const STREAM_PAGE = 500;
const FIRST_LOOK_BACK = 8;
const RETRY_MS = 1_000;

/**
 * The log in EventStoreDB. A record is an event of its bytes; what marks it as ours is the log's id in its metadata, so
 * that other events of the cluster are stepped over. The commit position is the position.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly clock: ServerClock;
  private readonly listeners = new Set<() => void>();
  private readonly underWay = new Set<Promise<unknown>>();
  private nudge: Nudge | undefined;
  private nudged = false;
  private closed = false;
  /** Why this log can no longer be used: it is another one than it was. */
  private lost: string | undefined;
  /** Nothing of ours lies after the one and up to the other. */
  private quiet: { readonly after: bigint; readonly to: bigint };

  /**
   * Connects, and makes the log where there is none. A server that is not there yet is waited for, as one is that starts at
   * the same time; a wrong password is not. Throws StoreUnavailable or LogFault, in Swedish.
   */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    const { address, patienceMs = 0, waiting } = options;
    const connection = new Connection(address);
    const until = performance.now() + patienceMs;
    try {
      for (;;) {
        try {
          return await EventStoreDbEventStore.identify(connection, options);
        } catch (error) {
          if (isFinal(error) || performance.now() + RETRY_MS > until) throw connection.told(error);
          waiting?.(connection.told(error).message);
          await pause(RETRY_MS);
        }
      }
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** Says that the cluster holds another copy of its log from now on: it was restored from a backup. Throws as `open` does. */
  static async nyUpplaga(address: Address): Promise<void> {
    const store = await EventStoreDbEventStore.open({ address, mustExist: true });
    try {
      await store.ask(() => nyUpplaga(store.connection, address.identity));
    } finally {
      await store.close();
    }
  }

  private static async identify(connection: Connection, { address: { identity: name, prefix }, logg, mustExist = false, moving = false, clocks }: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    let identity = name;
    let known = await readIdentity(connection, name);
    if (known === undefined) {
      const half = await readIdentity(connection, unfinished(name));
      if (half !== undefined && !moving) throw new StoreUnavailable(`Till EventStoreDB (${connection.where}) har en logg börjat flyttas. Kör flytten till sitt slut först: npm run flytta.`);
      if (mustExist) throw new StoreUnavailable(`I EventStoreDB (${connection.where}) finns ingen logg.`);
      if (moving) identity = unfinished(name);
      known = half ?? (await makeIdentity(connection, identity, logg ?? randomUUID()));
    }
    if (logg !== undefined && known.logg !== logg) throw new LogFault(`EventStoreDB (${connection.where}) håller redan en annan logg (${known.logg}).`);
    return new EventStoreDbEventStore(connection, known, identity, name, prefix, clocks);
  }

  private constructor(readonly connection: Connection, private readonly known: Identity, private readonly identity: string, private readonly name: string, readonly prefix: string, clocks: Clocks | undefined) {
    this.clock = new ServerClock(connection, `${name}-klocka`, clocks);
    this.quiet = { after: 0n, to: known.begins };
  }

  get logg(): string {
    return this.known.logg;
  }
  get upplaga(): string {
    return this.known.upplaga;
  }
  /** Where in the cluster the log begins: nothing of ours lies before. */
  get begins(): bigint {
    return this.known.begins;
  }

  /** All of a log that was moved here is here: from now on it is found. */
  finishMove(): Promise<void> {
    return this.ask(async () => {
      if (this.identity !== this.name) await nameIdentity(this.connection, this.name, this.known);
    });
  }

  read(stream: string, after = 0): Promise<readonly Stored[]> {
    return this.ask(async () => {
      const records: Stored[] = [];
      for (;;) {
        const from = after + records.length;
        const page = await this.pageOf(stream, from);
        for (const one of page) {
          if (one.revision !== after + records.length || !this.isOurs(one)) throw this.broken(stream, `version ${after + records.length + 1} saknas eller är någon annans`);
          records.push(stored(one));
        }
        if (page.length < STREAM_PAGE) return records;
      }
    });
  }

  private async pageOf(stream: string, from: number): Promise<readonly Read[]> {
    let page: readonly Read[] | undefined;
    try {
      page = await this.connection.readStream(this.prefix + stream, from, STREAM_PAGE);
    } catch (error) {
      if (error instanceof StreamDeletedError) throw this.broken(stream, 'den är borttagen för alltid');
      throw error;
    }
    // A deleted stream looks like one that nobody has written to, and would go on at its old number.
    if ((page === undefined || (page.length === 0 && from === 0)) && (await this.isCut(stream))) throw this.broken(stream, 'den är borttagen eller avkortad');
    return page ?? [];
  }

  /** Whether somebody has set how much of the stream is kept. */
  private async isCut(stream: string): Promise<boolean> {
    const about = await this.connection.readLast(`$$${this.prefix}${stream}`);
    return typeof about?.bytes === 'object' && ['$tb', '$maxCount', '$maxAge'].some((key) => key in about.bytes);
  }

  private broken(stream: string, what: string): LogFault {
    return new LogFault(`Strömmen ${stream} i EventStoreDB är inte hel: ${what}. Någon har ändrat i loggen. Skriv inte i den; återställ klustret från säkerhetskopia.`);
  }

  readAll(after: bigint, limit: number): Promise<readonly Stored[]> {
    return this.ask(async () => {
      const found: Read[] = [];
      const versions = new Map<string, number>();
      let from = after < this.begins ? this.begins : after;
      const { quiet } = this;
      if (quiet.after <= after && after <= quiet.to) from = quiet.to;
      for (let others = 0; ;) {
        // Where much of others' lies, larger steps.
        const size = Math.min(PAGE, Math.max(PAGE_MIN, limit - found.length + 1, others));
        const page = await this.pageAfter(from, size);
        for (const one of page) {
          if (one.position <= after || one.position <= (found.at(-1)?.position ?? 0n) || !this.isOurs(one)) continue;
          const before = versions.get(one.stream);
          if (before !== undefined && one.revision !== before + 1) throw this.broken(one.stream, `version ${before + 2} saknas`);
          versions.set(one.stream, one.revision);
          found.push(one);
        }
        if (found.length >= limit) return found.slice(0, limit).map(stored);
        const last = page.at(-1)?.position ?? from;
        if (page.length < size) {
          this.noteQuiet(after, found.at(-1)?.position, last);
          return found.map(stored);
        }
        from = last;
        others = found.length === 0 ? PAGE : 0;
      }
    });
  }

  /** The event at the position comes along. A position where no event stands is one all the same: of another event, or told as "just before". */
  private async pageAfter(position: bigint, size: number): Promise<readonly Read[]> {
    try {
      return await this.connection.readAll(position, size);
    } catch (error) {
      if (!isNoPosition(error)) throw error;
    }
    let from: bigint | undefined;
    for (;;) {
      const back = await this.connection.readBack(from, PAGE);
      const at = back.find((one) => one.position <= position);
      if (at !== undefined) return this.connection.readAll(at.position, size);
      if (back.length < PAGE) return this.connection.readAll(0n, size);
      from = back.at(-1)!.position;
    }
  }

  readBack(before: bigint | undefined, limit: number): Promise<readonly Stored[]> {
    return this.ask(async () => {
      if (before !== undefined && before <= this.begins) return [];
      const found: Read[] = [];
      let from = before;
      for (let others = 0; ;) {
        const size = Math.min(PAGE, Math.max(PAGE_MIN, limit - found.length, others));
        const page = await this.pageBefore(from, size);
        found.push(...page.filter((one) => (before === undefined || one.position < before) && this.isOurs(one)));
        const last = page.at(-1)?.position ?? 0n;
        if (found.length >= limit || page.length < size || last <= this.begins) return found.slice(0, limit).map(stored);
        from = last;
        others = found.length === 0 ? PAGE : 0;
      }
    });
  }

  /** A position where no event stands is mostly the one just after an event's: "up to and with". */
  private async pageBefore(position: bigint | undefined, size: number): Promise<readonly Read[]> {
    try {
      return await this.connection.readBack(position, size);
    } catch (error) {
      if (position === undefined || !isNoPosition(error)) throw error;
      const at = await this.eventAt(position - 1n);
      if (at !== undefined) return [at, ...(await this.connection.readBack(at.position, size - 1))];
      for (let above: bigint | undefined; ;) {
        const back = await this.connection.readBack(above, PAGE);
        const first = back.findIndex((one) => one.position < position);
        if (first > 0) above = back[first - 1]!.position;
        if (first !== -1 || back.length < PAGE) return this.connection.readBack(above, size);
        above = back.at(-1)!.position;
      }
    }
  }

  private async eventAt(position: bigint): Promise<Read | undefined> {
    try {
      return (await this.connection.readAll(position, 1))[0];
    } catch (error) {
      if (isNoPosition(error)) return undefined;
      throw error;
    }
  }

  /** The end has been looked at: whoever asks from there again need not read what others have written since. */
  private noteQuiet(after: bigint, own: bigint | undefined, to: bigint): void {
    const { quiet } = this;
    if (own !== undefined) this.quiet = own > quiet.after ? { after: own, to } : quiet;
    else if (quiet.after <= after && after <= quiet.to && to > quiet.to) this.quiet = { after: quiet.after, to };
  }

  tip(): Promise<bigint> {
    return this.ask(async () => {
      let from: bigint | undefined;
      let end: bigint | undefined;
      for (let size = FIRST_LOOK_BACK; ; size = Math.min(size * 8, PAGE)) {
        const { quiet } = this;
        const page = await this.connection.readBack(from, size);
        end ??= page[0]?.position ?? 0n;
        const own = page.find((one) => this.isOurs(one));
        if (own !== undefined) {
          if (own.position > quiet.after) this.quiet = { after: own.position, to: end };
          return own.position;
        }
        from = page.at(-1)?.position;
        if (from === undefined || from <= quiet.to || page.length < size) return quiet.after;
      }
    });
  }

  async last(): Promise<Stored | undefined> {
    const tip = await this.tip();
    if (tip === 0n) return undefined;
    const [own] = await this.ask(() => this.connection.readAll(tip, 1));
    return own === undefined ? undefined : stored(own);
  }

  /** The client reads metadata as JSON where it is that. */
  private isOurs({ metadata, bytes }: Read): boolean {
    return typeof metadata === 'object' && metadata !== null && (metadata as { readonly logg?: unknown }).logg === this.logg && bytes instanceof Uint8Array;
  }

  async append(stream: string, expectedVersion: number, records: readonly Ready[]): Promise<Appended> {
    const appending = this.checkAndAppend(stream, expectedVersion, records);
    this.underWay.add(appending);
    try {
      return await appending;
    } finally {
      this.underWay.delete(appending);
    }
  }

  private async checkAndAppend(stream: string, expectedVersion: number, records: readonly Ready[]): Promise<Appended> {
    this.mustBeOpen();
    checkReady(stream, expectedVersion, records);
    // Taken now: what is sent again later is the same, whatever the caller does with its bytes.
    const events = records.map(({ id, type, bytes, about }) => ({ id, type, bytes: Buffer.from(bytes), metadata: { logg: this.logg, ...(about !== undefined && { schema: about.schema, $correlationId: about.correlation, ...(about.cause !== null && { $causationId: about.cause }) }) } }));
    try {
      const checking = this.clock.check();
      if (checking !== undefined) await checking;
    } catch (error) {
      throw this.connection.told(error);
    }
    try {
      const { nextExpectedRevision, position } = await this.connection.append(this.prefix + stream, expectedVersion, events);
      const version = Number(nextExpectedRevision) + 1;
      // A stream that was deleted goes on at its old number.
      if (version !== expectedVersion + records.length || position === undefined) throw this.broken(stream, `den gick vidare på version ${version}`);
      if (position.commit > this.quiet.to) this.quiet = { after: position.commit, to: position.commit };
      return { version, position: position.commit };
    } catch (error) {
      throw this.appendFault(stream, expectedVersion, records, error);
    }
  }

  /** Only what the server has said for certain is certain. Everything else may have been stored, or be about to be. */
  private appendFault(stream: string, expected: number, records: readonly Ready[], error: unknown): unknown {
    if (error instanceof WrongExpectedVersionError) return new VersionConflict(stream, expected, typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) + 1 : 0);
    if (error instanceof MaxAppendSizeExceededError) return new TooLarge(stream, weightOf(records));
    if (error instanceof StreamDeletedError) return this.broken(stream, 'den är borttagen för alltid');
    if (error instanceof InvalidArgumentError || error instanceof LogFault) return error;
    if (isFinal(error)) return this.connection.told(error);
    return new Ambiguous(this.connection.told(error).message, { cause: error });
  }

  obstacle(): string | undefined {
    return this.lost ?? this.clock.obstacle();
  }

  onMore(more: () => void): () => void {
    // An own function for each call, so that one asked for twice is ended once at a time.
    const listener = (): void => more();
    this.listeners.add(listener);
    this.nudge ??= new Nudge(this.connection, () => this.tell(), () => void this.checkIdentity());
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.nudge?.close();
      this.nudge = undefined;
    };
  }

  /** Once for all that came meanwhile. */
  private tell(): void {
    if (this.nudged) return;
    this.nudged = true;
    setImmediate(() => {
      this.nudged = false;
      for (const listener of this.listeners) listener();
    });
  }

  /** After a break another server may answer at the address, or the same one set back to a backup. */
  private async checkIdentity(): Promise<void> {
    try {
      const now = await readIdentity(this.connection, this.identity);
      if (now?.logg === this.logg && now.upplaga === this.upplaga) return;
      this.lost = `EventStoreDB (${this.connection.where}) håller ${now === undefined ? 'ingen logg' : now.logg === this.logg ? 'en annan kopia av loggen' : 'en annan logg'} än när Klubba startade. Inget läses eller skrivs. Kontrollera adressen och starta om Klubba.`;
    } catch (error) {
      // One that cannot be asked is not another: the next break, or the next call, tells.
      if (error instanceof LogFault) this.lost = error.message;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.listeners.clear();
    this.nudge?.close();
    await Promise.allSettled(this.underWay);
    await this.connection.close();
  }

  private mustBeOpen(): void {
    if (this.closed) throw shut();
    if (this.lost !== undefined) throw new StoreUnavailable(this.lost);
  }

  private async ask<T>(work: () => Promise<T>): Promise<T> {
    this.mustBeOpen();
    try {
      return await work();
    } catch (error) {
      throw this.connection.told(error);
    }
  }
}

const stored = ({ position, bytes }: Read): Stored => ({ position, bytes });
