import { randomUUID } from 'node:crypto';
import { type Appended, type EventStore, LogFault, type Ready, type Stored, StoreUnavailable } from '@klubba/kernel';
import type { Address } from './address';
import { after as pause, Connection, shut } from './connection';
import { isFinal } from './faults';
import { type Identity, makeIdentity, nameIdentity, nyUpplaga, readIdentity, unfinished } from './identity';
import { LogReader } from './log-reader';
import { LogWriter } from './log-writer';
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

const RETRY_MS = 1_000;

/**
 * The log in EventStoreDB. A record is an event of its bytes; what marks it as ours is the log's id in its metadata, so
 * that other events of the cluster are stepped over. The commit position is the position.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly clock: ServerClock;
  private readonly reader: LogReader;
  private readonly writer: LogWriter;
  private readonly listeners = new Set<() => void>();
  private readonly underWay = new Set<Promise<unknown>>();
  private nudge: Nudge | undefined;
  private nudged = false;
  private closed = false;
  /** Why this log can no longer be used: it is another one than it was. */
  private lost: string | undefined;

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
          const store = await EventStoreDbEventStore.identify(connection, options);
          connection.patient = true;
          return store;
        } catch (thrown) {
          const error = await connection.behind(thrown);
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
    this.reader = new LogReader(connection, known, prefix);
    this.writer = new LogWriter(connection, this.clock, known.logg, prefix);
  }

  get logg(): string {
    return this.known.logg;
  }
  get patienceMs(): number {
    return this.connection.patienceMs;
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
    return this.ask(() => this.reader.stream(stream, after));
  }

  readAll(after: bigint, limit: number): Promise<readonly Stored[]> {
    return this.ask(() => this.reader.all(after, limit));
  }

  readBack(before: bigint | undefined, limit: number): Promise<readonly Stored[]> {
    return this.ask(() => this.reader.back(before, limit));
  }

  tip(): Promise<bigint> {
    return this.ask(() => this.reader.tip());
  }

  last(): Promise<Stored | undefined> {
    return this.ask(() => this.reader.last());
  }

  async append(stream: string, expectedVersion: number, records: readonly Ready[]): Promise<Appended> {
    this.mustBeOpen();
    const appending = this.writer.append(stream, expectedVersion, records);
    this.underWay.add(appending);
    try {
      const appended = await appending;
      this.reader.noteOwn(appended.position);
      return appended;
    } finally {
      this.underWay.delete(appending);
    }
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
