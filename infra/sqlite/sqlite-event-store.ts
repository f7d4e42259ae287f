import { createHash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { type Appended, checkReady, type EventStore, type Ready, type Stored, StoreUnavailable, VersionConflict } from '@klubba/kernel';
import { Heads } from './heads';
import { codeOf, DataFault, type Db, inSwedish, type Kind, openDatabase, pragmasOf, takeWriteLock } from './open';
import { Pages } from './pages';
import { ReadAhead } from './read-ahead';
import { NOT_UNDONE, type Step } from './transaction';
import { Writer } from './writer';

/**
 * The bytes are the record; the columns beside them are an index. The triggers hold for every program that opens the
 * file, whatever its settings: the next row is the only one that may come, and none may go.
 */
const SCHEMA = `
CREATE TABLE meta (namn TEXT PRIMARY KEY, varde TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE type (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE event (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, version INTEGER NOT NULL, type INTEGER NOT NULL, record BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX event_stream ON event (stream, version);

CREATE TRIGGER event_vaxer BEFORE INSERT ON event
WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM event) OR NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM event WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'loggen kan bara växa i slutet'); END;
CREATE TRIGGER event_andras_inte BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'loggen kan bara växa i slutet'); END;
CREATE TRIGGER event_tas_inte_bort BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'loggen kan bara växa i slutet'); END;

CREATE TRIGGER stream_vaxer BEFORE INSERT ON stream WHEN EXISTS (SELECT 1 FROM stream WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'strömmen finns redan'); END;
CREATE TRIGGER stream_andras_inte BEFORE UPDATE ON stream BEGIN SELECT RAISE(ABORT, 'en ström ändras inte'); END;
CREATE TRIGGER stream_tas_inte_bort BEFORE DELETE ON stream BEGIN SELECT RAISE(ABORT, 'en ström tas inte bort'); END;

CREATE TRIGGER type_vaxer BEFORE INSERT ON type WHEN EXISTS (SELECT 1 FROM type WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'typen finns redan'); END;
CREATE TRIGGER type_andras_inte BEFORE UPDATE ON type BEGIN SELECT RAISE(ABORT, 'en typ ändras inte'); END;
CREATE TRIGGER type_tas_inte_bort BEFORE DELETE ON type BEGIN SELECT RAISE(ABORT, 'en typ tas inte bort'); END;

CREATE TRIGGER meta_vaxer BEFORE INSERT ON meta WHEN EXISTS (SELECT 1 FROM meta WHERE namn = NEW.namn)
BEGIN SELECT RAISE(ABORT, 'uppgiften finns redan'); END;
CREATE TRIGGER meta_andras_inte BEFORE UPDATE ON meta WHEN OLD.namn <> 'upplaga' OR NEW.namn <> 'upplaga'
BEGIN SELECT RAISE(ABORT, 'loggens id ändras inte'); END;
CREATE TRIGGER meta_tas_inte_bort BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT, 'uppgifter om loggen tas inte bort'); END;
`;

const kind = (logg: string): Kind => ({
  name: 'Loggen', applicationId: 0x4b4c5542, version: 1, pageSize: 16384, schema: SCHEMA, synchronous: 'FULL',
  fill: (db) => {
    const put = db.prepare('INSERT INTO meta (namn, varde) VALUES (?, ?)');
    put.run('logg', logg);
    put.run('upplaga', randomUUID());
  },
});

export type SqliteOptions = {
  /** For whoever only looks, beside a process that writes. */
  readonly readOnly?: boolean;
  /** The id of a new log; one that is moved here keeps its own. A log that exists has its id already. */
  readonly logg?: string;
};

/** Who waits for an append, with what it asked for. */
type Waiting = {
  readonly stream: string;
  readonly expected: number;
  readonly records: readonly Ready[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
};

/** What waits is sent on when it weighs this much, though more may come in the same turn or others are under way: the disk works meanwhile. */
const BATCH_BYTES = 64 * 1024;
/** So many that wait are worth a transaction of their own while others are under way. */
const BATCH_MIN = 16;

/** A thread costs a twentieth of a second and some megabytes: not for those who read some pages. */
const AHEAD_AT = 16;
/** So many at a time: to wake a thread costs what reading forty does. */
const AHEAD = 2000;

const PAGE = 'SELECT position, record AS bytes FROM event WHERE position > ? ORDER BY position LIMIT ?';

/**
 * The log in one SQLite file, written by one process. Appends that come in the same turn of the event loop, or while
 * others are written, share one transaction and one flush, in the order they came.
 */
export class SqliteEventStore implements EventStore {
  readonly logg: string;
  readonly upplaga: string;

  private readonly writer: Writer;
  private readonly lastPosition: Database.Statement<[], number>;
  private readonly stream: Database.Statement<[string, number], Stored>;
  private readonly page: Database.Statement<[bigint, number], Stored>;
  private readonly pages: Pages;
  private readonly ahead: ReadAhead;
  private readonly pageBack: Database.Statement<[bigint, number], Stored>;

  /** Where the log and its streams stand, with what is being written. */
  private readonly heads: Heads;
  /** Where the log ended when it was last answered for. */
  private end: bigint;

  private queue: Waiting[] = [];
  private queued = 0;
  /** When what was last given to the thread is answered. */
  private underWay: Promise<void> | undefined;
  /** What has been undone already. */
  private undone: unknown;
  private readonly listeners = new Set<() => void>();
  private nudging = false;
  private closed = false;
  /** Why nothing more can be written until a restart. */
  private broken: Error | undefined;

  /** Throws DataFault when the file is not a whole log of Klubba's, StoreUnavailable when it cannot be used now. */
  static open(file: string, { readOnly = false, logg = randomUUID() }: SqliteOptions = {}): SqliteEventStore {
    const what = kind(logg);
    const release = readOnly ? () => undefined : takeWriteLock(file, what);
    try {
      return new SqliteEventStore(openDatabase(file, what, { readOnly }), file, readOnly, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /**
   * Says that this file is another copy from now on: positions and checkpoints told before are refused. Needed when a
   * backup was written over the old file; one put in its place as a new file is seen as another copy by itself.
   */
  static nyUpplaga(file: string): string {
    const store = SqliteEventStore.open(file);
    try {
      store.db.prepare("UPDATE meta SET varde = ? WHERE namn = 'upplaga'").run(randomUUID());
      return upplagaOf(store.db, file);
    } catch (error) {
      throw inSwedish(error, 'Loggen', file);
    } finally {
      store.finish();
    }
  }

  private constructor(
    private readonly db: Db,
    private readonly file: string,
    private readonly readOnly: boolean,
    private readonly release: () => void,
  ) {
    this.logg = metaOf(db, file, 'logg');
    this.upplaga = upplagaOf(db, file);
    this.writer = new Writer(db, { file, pragmas: pragmasOf(kind('')), statements: Heads.STATEMENTS });
    this.lastPosition = db.prepare<[], number>('SELECT coalesce(max(position), 0) FROM event').pluck();
    this.stream = db.prepare<[string, number], Stored>('SELECT position, record AS bytes FROM event WHERE stream = (SELECT id FROM stream WHERE name = ?) AND version > ? ORDER BY version').safeIntegers();
    this.page = db.prepare<[bigint, number], Stored>(PAGE).safeIntegers();
    this.pages = new Pages({ file, sql: PAGE }, () => this.ahead.forget());
    this.ahead = new ReadAhead((after, limit) => this.pages.fetch(after, limit), AHEAD_AT, AHEAD);
    this.pageBack = db.prepare<[bigint, number], Stored>('SELECT position, record AS bytes FROM event WHERE position < ? ORDER BY position DESC LIMIT ?').safeIntegers();
    this.heads = new Heads(db);
    this.end = this.heads.position;
  }

  async read(stream: string, after = 0): Promise<readonly Stored[]> {
    return this.look(() => {
      // A stream whose end is known to lie there needs no look at the file.
      if (this.heads.endsAt(stream, after)) return [];
      const stored = this.stream.all(stream, after);
      // Nobody else writes, but beside one who only looks.
      if (!this.readOnly) this.heads.noteEnd(stream, after + stored.length);
      return stored;
    });
  }

  async readAll(after: bigint, limit: number): Promise<readonly Stored[]> {
    const ahead = await this.ahead.page(after, limit);
    return this.look(() => {
      if (ahead !== undefined) return ahead;
      // Nobody else writes, and those who follow the log look again at once for what may have come meanwhile.
      if (!this.readOnly && after >= this.end) return [];
      const page = this.page.all(after, limit);
      this.ahead.note(after, limit, page);
      return page;
    });
  }

  async readBack(before: bigint | undefined, limit: number): Promise<readonly Stored[]> {
    return this.look(() => this.pageBack.all(before ?? BigInt(Number.MAX_SAFE_INTEGER), limit));
  }

  async tip(): Promise<bigint> {
    return this.look(() => BigInt(this.lastPosition.get()!));
  }

  async last(): Promise<Stored | undefined> {
    return this.look(() => {
      const end = this.lastPosition.get()!;
      return end === 0 ? undefined : this.page.get(BigInt(end) - 1n, 1);
    });
  }

  private look<T>(what: () => T): T {
    if (this.closed) throw shut();
    try {
      return what();
    } catch (error) {
      throw inSwedish(error, 'Loggen', this.file);
    }
  }

  append(stream: string, expectedVersion: number, records: readonly Ready[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw shut();
      if (this.readOnly) throw new StoreUnavailable(`Loggen (${this.file}) är öppnad för läsning. Inget kan skrivas.`);
      checkReady(stream, expectedVersion, records);
      this.queue.push({ stream, expected: expectedVersion, records, resolve, reject });
      for (const { bytes } of records) this.queued += bytes.length;
      // At the end of this turn: whoever else has something by then comes along, and one who is alone waits for nobody.
      if (this.queue.length === 1) setImmediate(() => this.flush());
      else if (this.queued >= BATCH_BYTES && this.writer.takes()) this.flush();
    });
  }

  /** All that wait, in one transaction. Nobody is answered before it is on the disk: until then nothing of it is true. */
  private flush(): void {
    const batch = this.queue;
    if (batch.length === 0) return;
    // What is under way comes first; much, and the thread takes that too meanwhile.
    const much = batch.length >= BATCH_MIN || this.queued >= BATCH_BYTES;
    if (this.writer.busy && !(much && this.writer.takes())) return;
    [this.queue, this.queued] = [[], 0];
    const failed = (error: unknown): void => {
      const told = this.undo(error);
      for (const { reject } of batch) reject(told);
    };
    try {
      if (this.broken !== undefined) throw this.broken;
      const steps: Step[] = [];
      const answers = batch.map(({ stream, expected, records }) => this.heads.plan(stream, expected, records, steps));
      if (this.writer.busy || (batch.length > 1 && this.writer.takes())) {
        const over = (tell: () => void): void => {
          tell();
          // Together with what those who were just answered go on to write.
          if (this.queue.length > 0) setImmediate(() => this.flush());
        };
        this.underWay = this.writer.away(steps).then(() => over(() => this.tell(batch, answers)), (error: unknown) => over(() => failed(error)));
        return;
      }
      this.writer.here(steps);
      this.tell(batch, answers);
    } catch (error) {
      failed(error);
    }
  }

  private tell(batch: readonly Waiting[], answers: readonly (Appended | VersionConflict)[]): void {
    for (let i = 0; i < batch.length; i++) {
      const answer = answers[i]!;
      if (answer instanceof VersionConflict) batch[i]!.reject(answer);
      else {
        this.end = answer.position;
        batch[i]!.resolve(answer);
      }
    }
    if (answers.some((answer) => !(answer instanceof VersionConflict))) this.nudge();
  }

  /** Back to what the file says, once for all that failed together. */
  private undo(error: unknown): unknown {
    const code = codeOf(error);
    let told = code.startsWith('SQLITE_CONSTRAINT')
      ? new DataFault(`Något annat program har skrivit i loggen (${this.file}) medan Klubba körde. Inget av det som skulle skrivas är sparat. Ta reda på vad det var.`, { cause: error })
      : inSwedish(error, 'Loggen', this.file);
    if (error === this.undone || this.broken !== undefined) return told;
    this.undone = error;
    try {
      if (code === NOT_UNDONE) throw error;
      this.heads.lookAgain();
      this.end = this.heads.position;
    } catch (worse) {
      this.broken = told = new StoreUnavailable(`Loggen (${this.file}) gick inte att återställa efter ett fel. Starta om Klubba.`, { cause: worse });
    }
    // After a failed flush the system may call pages written that are not; only a fresh look at the file can tell.
    if (code.includes('FSYNC')) this.broken ??= told as Error;
    return told;
  }

  onMore(more: () => void): () => void {
    // An own function for each call, so that one asked for twice is ended once at a time.
    const listener = (): void => more();
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** After the answers, and once for all that came meanwhile. */
  private nudge(): void {
    if (this.nudging || this.listeners.size === 0) return;
    this.nudging = true;
    setImmediate(() => {
      this.nudging = false;
      for (const listener of this.listeners) listener();
    });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    for (this.flush(); this.writer.busy; this.flush()) await this.underWay;
    await this.writer.rest();
    await this.pages.rest();
    this.finish();
  }

  private finish(): void {
    this.closed = true;
    this.listeners.clear();
    this.db.close();
    this.release();
  }
}

const shut = (): StoreUnavailable => new StoreUnavailable('Loggen är stängd.');

const metaOf = (db: Db, file: string, name: string): string => {
  const value = db.prepare<[string], string>('SELECT varde FROM meta WHERE namn = ?').pluck().get(name);
  if (value === undefined) throw new DataFault(`Loggen (${file}) saknar uppgiften ${name}. Återställ från säkerhetskopia.`);
  return value;
};

/**
 * The id of this physical copy: what the file says, together with which file it is. A file copied or restored as a new
 * file is another copy without anyone having to say so. A backup written over the old file, or a disk set back to an
 * earlier image, keeps both and is not seen: that is what `nyUpplaga` is for.
 */
const upplagaOf = (db: Db, file: string): string => {
  const seed = metaOf(db, file, 'upplaga');
  if (file === ':memory:') return seed;
  const { ino, birthtimeNs } = statSync(file, { bigint: true });
  const hash = createHash('sha256').update(`${seed} ${ino} ${birthtimeNs}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
