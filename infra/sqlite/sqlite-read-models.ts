import {
  type AnyProjection, type AnyReaction, categoryOf, type Event, idOf, type Listing, type Log, LogFault, type Placed, type Projection, type ReadModels, type Recorded, type Row,
  StoreUnavailable,
} from '@klubba/kernel';
import { type Change, documentCache, Documents, tableOf } from './documents';
import { ascending, firstAfter, least, LogTail, upTo } from './log-tail';
import { DataFault, type Db, inSwedish, type Kind, openDatabase } from './open';
import { Pump } from './pump';
import { type Dispatch, Reactions } from './sqlite-reactions';
import { Backoff, nextTry, type Standing } from './standing';
import { TimeIndex } from './time-index';
import { Waiters } from './waiters';

/** The file of the read models. It belongs to one copy of one log, and may always be thrown away. */
export const readModelFile = (logg: string, upplaga: string): Kind => ({
  name: 'Läsmodellerna',
  applicationId: 0x4b4c424d,
  version: 1,
  pageSize: 16384,
  synchronous: 'NORMAL',
  more: true,
  schema: `
    CREATE TABLE meta (namn TEXT PRIMARY KEY, varde TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE modell (name TEXT PRIMARY KEY, revision INTEGER NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE reaktion (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE tid (position INTEGER PRIMARY KEY, senast TEXT NOT NULL) STRICT;
    CREATE INDEX tid_senast ON tid (senast, position);
  `,
  fill: (db) => {
    const put = db.prepare<[string, string]>('INSERT INTO meta (namn, varde) VALUES (?, ?)');
    put.run('logg', logg);
    put.run('upplaga', upplaga);
  },
});

/** Live: small pages, so that readers wait for nobody long. */
const PAGE = 1000;
/** Few at a time, so that what was read is let go of while it is young: garbage that lives longer costs a quarter of the build. */
const BUILD_PAGE = 250;
/** So many facts are folded in memory before their documents are written. */
const BUILD_FACTS = 40_000;
const SLICE = 500;
const LIVE_CACHE_BYTES = 16 * 2 ** 20;
const BUILD_CACHE_BYTES = 64 * 2 ** 20;
/** Pages that the WAL may hold before SQLite moves them into the file, which makes readers wait: seldom during a build, which writes much. */
const WAL_PAGES = 500;
const BUILD_WAL_PAGES = 2000;
const WAL_BYTES_MAX = 16 * 2 ** 20;
/** A nudge waits for company: longer while much happens, since a document is written once for all that came meanwhile. */
const PATIENCE_MS = 4;
const BUSY_PATIENCE_MS = 100;
const BUSY_FACTS = 32;
const CAUGHT_UP_MS = 10_000;
/** A number given, its target told, and what that leads to. */
const HOPS_MAX = 4;

type Model = {
  readonly projection: AnyProjection;
  readonly backoff: Backoff;
  live: Documents;
  /** What is committed. */
  position: bigint;
  /** Folded by another revision of the projection: read, but not folded further, until it has been built anew. */
  frozen: boolean;
};
type ModelRow = { readonly revision: bigint; readonly generation: bigint; readonly position: bigint };
type Fact = { readonly event: Recorded; readonly id: string };
type Build = { readonly model: Model; readonly documents: Documents; fault: Error | undefined };

export type ReadModelsOptions = {
  readonly file: string;
  readonly log: Log;
  readonly projections: readonly AnyProjection[];
  readonly reactions?: readonly AnyReaction[];
  /** Needed where there are reactions. */
  readonly dispatch?: Dispatch;
  /** Milliseconds; only for lag and for when to try again. */
  readonly clock?: () => number;
  /** How long `caughtUp` waits before it says so. */
  readonly patienceMs?: number;
};

/**
 * Read models as documents in a SQLite file. Pulls pages of the log, folds them in memory, and writes documents and
 * checkpoint in one transaction. A projection that fails stands still and says so; the others go on.
 */
export class SqliteReadModels implements ReadModels {
  private readonly file: string;
  private readonly log: Log;
  private readonly models: readonly Model[];
  private readonly byName = new Map<string, Model>();
  private readonly tail: LogTail;
  private readonly time: TimeIndex;
  private readonly reactions: Reactions;
  private readonly pump: Pump;
  private readonly waiters = new Waiters((position) => this.isPast(position));
  private readonly listeners = new Set<(events: readonly Recorded[]) => void>();
  private readonly stopListening: () => void;
  private readonly clock: () => number;
  private readonly patienceMs: number;
  /** What the live ones keep in memory. */
  private readonly liveCache = documentCache(LIVE_CACHE_BYTES);
  private readonly find;
  private readonly move;
  private readonly turnOver;
  /** Up to where facts have been told to listeners. */
  private told: bigint;
  private busy = false;
  private turn: Promise<unknown> = Promise.resolve();
  private builds: Promise<unknown> = Promise.resolve();
  private building = false;
  private dataVersion: unknown;
  private closed = false;

  /**
   * Opens the file, makes it when it is missing, and begins to follow the log; what has a new revision is built anew beside
   * what is read meanwhile. Throws DataFault on the file of another log or of another copy of it.
   */
  static async open(options: ReadModelsOptions): Promise<SqliteReadModels> {
    const { file, log } = options;
    const tip = await log.store.tip();
    const db = openDatabase(file, readModelFile(log.store.logg, log.store.upplaga));
    try {
      checkOwner(db, file, log);
      return new SqliteReadModels(db, tip, options);
    } catch (error) {
      db.close();
      throw inSwedish(error, 'Läsmodellerna', file);
    }
  }

  private constructor(
    private readonly db: Db, tip: bigint,
    { file, log, projections, reactions = [], dispatch = noDispatch, clock = Date.now, patienceMs = CAUGHT_UP_MS }: ReadModelsOptions,
  ) {
    this.file = file;
    this.log = log;
    this.clock = clock;
    this.patienceMs = patienceMs;
    this.find = db.prepare<[string], ModelRow>('SELECT revision, generation, position FROM modell WHERE name = ?').safeIntegers();
    this.move = db.prepare<[bigint, string, number, bigint]>('UPDATE modell SET position = ? WHERE name = ? AND generation = ? AND position = ?');
    this.turnOver = db.prepare<[number, number, bigint, string, number]>('UPDATE modell SET revision = ?, generation = ?, position = ? WHERE name = ? AND generation = ?');
    db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    db.pragma(`journal_size_limit = ${WAL_BYTES_MAX}`);
    sweep(db);
    this.tail = new LogTail(log);
    this.time = new TimeIndex(db);
    this.models = projections.map((projection) => this.mount(projection, tip));
    for (const model of this.models) this.byName.set(model.projection.name, model);
    this.told = this.models.reduce((front, { position }) => (position > front ? position : front), 0n);
    this.dataVersion = db.pragma('data_version', { simple: true });
    this.reactions = new Reactions(db, this.tail, reactions, dispatch, clock, tip);
    this.pump = new Pump(() => this.round(), () => (this.busy ? BUSY_PATIENCE_MS : PATIENCE_MS));
    this.stopListening = log.store.onMore(() => this.nudge());
    const toBuild = this.models.filter(({ frozen }) => frozen);
    if (toBuild.length > 0) this.buildUntilDone(toBuild);
    this.nudge();
  }

  private mount(projection: AnyProjection, tip: bigint): Model {
    const { name, revision } = projection;
    const row = this.find.get(name);
    if (row !== undefined) {
      const live = Documents.open(this.db, projection, Number(row.generation), row.position, this.liveCache);
      return { projection, backoff: new Backoff(), live, position: row.position, frozen: Number(row.revision) !== revision };
    }
    return this.db.transaction((): Model => {
      const live = Documents.create(this.db, projection, this.liveCache);
      live.index();
      // Revision 0: nothing is folded yet, and a log with facts is folded faster as a build.
      const frozen = tip > 0n;
      this.db.prepare<[string, number, number]>('INSERT INTO modell (name, revision, generation, position) VALUES (?, ?, ?, 0)').run(name, frozen ? 0 : revision, live.generation);
      return { projection, backoff: new Backoff(), live, position: 0n, frozen };
    }).immediate();
  }

  get<Doc, E extends Event>(projection: Projection<Doc, E>, id: string): Doc | undefined {
    return this.model(projection.name).live.get(id) as Doc | undefined;
  }

  list<Doc, E extends Event>(projection: Projection<Doc, E>, listing: Listing): readonly Row<Doc>[] {
    return this.model(projection.name).live.list(listing) as readonly Row<Doc>[];
  }

  documents<Doc, E extends Event>(projection: Projection<Doc, E>, after: string, first: number): readonly Placed<Doc>[] {
    return this.model(projection.name).live.byId(after, first) as readonly Placed<Doc>[];
  }

  private model(name: string): Model {
    const model = this.byName.get(name);
    if (model === undefined) throw new Error(`Läsmodellen ${name} är inte monterad.`);
    return model;
  }

  /**
   * Follows the chain of reactions to its end and waits for the documents. One that stands still with a fault is not waited
   * for: it is told in `status`. Throws StoreUnavailable when it takes too long, or when all stand still.
   */
  async caughtUp(position: bigint): Promise<void> {
    let reach = position;
    for (let hop = 0; hop < HOPS_MAX; hop++) {
      const reached = await this.reactions.past(reach, this.patienceMs);
      if (reached === undefined) throw late();
      if (reached <= reach) break;
      reach = reached;
    }
    const waited = this.waiters.wait(reach, this.patienceMs);
    if (this.waiters.some) this.pump.hurry();
    if (!(await waited)) throw late();
  }

  private isPast(position: bigint): boolean {
    const past = this.models.filter((model) => model.position >= position && !model.frozen);
    return past.length === this.models.length || (past.length > 0 && this.models.every((model) => past.includes(model) || model.backoff.fault !== undefined));
  }

  positionAt(at: string): Promise<bigint> {
    return this.time.positionAt(this.log, at);
  }

  onChange(changed: (events: readonly Recorded[]) => void): () => void {
    const listener = (events: readonly Recorded[]): void => changed(events);
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  status(): readonly Standing[] {
    const now = this.clock();
    return [...this.models.map(({ projection, position, backoff }) => backoff.standing(projection.name, position, now)), ...this.reactions.status()];
  }

  /** Folds these read models, or all, from the log's beginning beside the live ones, and then puts them in their place. */
  async rebuild(...names: readonly string[]): Promise<void> {
    const faults = await this.build(names.length === 0 ? this.models : names.map((name) => this.model(name)));
    if (faults[0] !== undefined) throw faults[0];
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopListening();
    this.listeners.clear();
    this.waiters.close();
    await this.reactions.close();
    await this.pump.close();
    await this.builds;
    this.db.close();
  }

  private nudge(): void {
    this.reactions.nudge();
    if (this.waiters.some) this.pump.hurry();
    else this.pump.nudge();
  }

  /** Folding and switching take turns: each reads where the other left off. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** One page for all that stand at the same place; those who stand behind are brought up to the next. */
  private round(): Promise<boolean> {
    return this.inTurn(async () => {
      const due = this.models.filter(({ frozen, backoff }) => !frozen && backoff.isOver(this.clock()));
      const fail = (models: readonly Model[], error: unknown): void => {
        for (const { backoff } of models) backoff.fail(inSwedish(error, 'Läsmodellerna', this.file), this.clock(), undefined);
      };
      let more = false;
      try {
        this.noticeOthers();
        const places = (): bigint[] => [...due.map(({ live }) => live.at), ...(this.building ? [] : [this.time.at])];
        // The hindmost first, so that facts are told in their order.
        for (const at of [...new Set(places())].sort(ascending)) {
          const here = due.filter(({ live }) => live.at === at);
          try {
            const page = upTo(await this.tail.after(at, PAGE), least(places().filter((other) => other > at)));
            if (page.length === 0) for (const { backoff } of here) backoff.succeed();
            else if (this.takeIn(here, at, page)) more = true;
          } catch (error) {
            fail(here, error);
          }
        }
      } catch (error) {
        fail(due, error);
      }
      this.waiters.moved();
      const pause = nextTry(this.models.filter(({ frozen }) => !frozen), this.clock());
      if (pause !== undefined) this.pump.retryIn(pause);
      return more;
    });
  }

  /** Whether anything came further. */
  private takeIn(here: readonly Model[], from: bigint, page: readonly Recorded[]): boolean {
    const facts = byCategory(page);
    const last = page.at(-1)!;
    this.busy = page.length >= BUSY_FACTS;
    this.time.take(from, page);
    for (const model of here) this.fold(model, facts, last.position);
    this.commit(here);
    const past = here.filter(({ position }) => position >= last.position);
    for (const { backoff } of past) {
      backoff.succeed();
      backoff.behind(last.at);
    }
    if (past.length > 0) this.tell(page);
    return this.time.at > from || here.some(({ position }) => position > from);
  }

  private fold({ projection, live, backoff, position }: Model, facts: ReadonlyMap<string, readonly Fact[]>, to: bigint): void {
    for (const { event, id } of facts.get(projection.category) ?? []) {
      try {
        live.take(event, id);
      } catch (error) {
        // Another process may have moved the table under us: its fold counts, and this was none.
        if (this.find.get(projection.name)?.position === position) backoff.fail(standsStill(projection, event, error), this.clock(), event.at);
        return;
      }
      live.at = event.position;
    }
    live.at = to;
  }

  /** Documents and checkpoints of several models in one transaction; where that fails, of each in one of its own, so that one cannot hinder the others. */
  private commit(models: readonly Model[]): void {
    const batches = models.map((model) => ({ model, changes: [] as Change[], lost: false }));
    try {
      for (const { model, changes } of batches) changes.push(...model.live.changes());
      this.db.transaction(() => {
        for (const batch of batches) {
          const { projection: { name }, live, position } = batch.model;
          // Someone else moved it while we folded: their fold counts, ours does not.
          batch.lost = live.at > position && this.move.run(live.at, name, live.generation, position).changes === 0;
          if (!batch.lost) live.write(batch.changes);
        }
        this.time.write();
      }).immediate();
    } catch (error) {
      if (models.length > 1) {
        for (const model of models) this.commit([model]);
        return;
      }
      for (const { live, position, backoff, projection } of models) {
        live.forget(position);
        backoff.fail(inSwedish(error, `Läsmodellen ${projection.name}`, this.file), this.clock(), undefined);
      }
      return;
    }
    this.time.settle();
    for (const { model, changes, lost } of batches) {
      if (lost) this.reload(model);
      else {
        model.live.settle(changes);
        model.position = model.live.at;
      }
    }
  }

  /** Another process on the same file: what it committed counts. */
  private noticeOthers(): void {
    const dataVersion = this.db.pragma('data_version', { simple: true });
    if (dataVersion === this.dataVersion) return;
    this.dataVersion = dataVersion;
    for (const model of this.models) {
      const row = this.find.get(model.projection.name);
      if (row?.position !== model.position || Number(row.generation) !== model.live.generation) this.reload(model);
    }
  }

  private reload(model: Model): void {
    const { name, revision } = model.projection;
    const row = this.find.get(name)!;
    model.live = Documents.open(this.db, model.projection, Number(row.generation), row.position, this.liveCache);
    model.position = row.position;
    model.frozen = Number(row.revision) !== revision;
  }

  private tell(page: readonly Recorded[]): void {
    const news = page.slice(firstAfter(page, this.told));
    const last = news.at(-1);
    if (last === undefined) return;
    this.told = last.position;
    for (const listener of this.listeners) {
      try {
        listener(news);
      } catch {
        // Whoever listens answers for itself: the documents are committed.
      }
    }
  }

  /** Builds in the background, and again for those that failed, later each time. */
  private buildUntilDone(models: readonly Model[]): void {
    void this.build(models).then((faults) => {
      const failed = models.filter(({ backoff }, i) => {
        if (faults[i] !== undefined) backoff.fail(faults[i], this.clock(), undefined);
        return faults[i] !== undefined;
      });
      if (failed.length === 0 || this.closed) return;
      const pauses = failed.map(({ backoff }) => backoff.pauseMs(this.clock()));
      setTimeout(() => this.closed || this.buildUntilDone(failed), Math.max(...pauses)).unref();
    });
  }

  /** One build at a time. Never rejects: a fault for each model that failed. */
  private build(models: readonly Model[]): Promise<readonly (Error | undefined)[]> {
    const mine = this.builds.then(async () => {
      const cache = documentCache(BUILD_CACHE_BYTES);
      const builds: readonly Build[] = models.map((model) => ({
        model, documents: Documents.create(this.db, model.projection, cache), fault: undefined,
      }));
      this.building = true;
      this.db.pragma(`wal_autocheckpoint = ${BUILD_WAL_PAGES}`);
      try {
        await this.foldAll(builds);
      } catch (error) {
        for (const one of builds) one.fault ??= inSwedish(error, 'Läsmodellerna', this.file) as Error;
      }
      this.building = false;
      this.db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
      // What does not wait for readers: one of them may be in this process.
      this.db.pragma('wal_checkpoint(PASSIVE)');
      for (const { fault, documents } of builds) if (fault !== undefined) documents.drop();
      this.nudge();
      return builds.map(({ fault }) => fault);
    });
    this.builds = mine.catch(() => undefined);
    return mine.catch((error: unknown) => models.map(() => inSwedish(error, 'Läsmodellerna', this.file) as Error));
  }

  private async foldAll(builds: readonly Build[]): Promise<void> {
    const at = { position: 0n };
    let unwritten = 0;
    // The log grows meanwhile: lap after lap, each shorter than the one before, until what is left can be done while others wait.
    for (let lap = Infinity; lap > PAGE;) {
      const end = await this.log.store.tip();
      for (lap = 0; at.position < end;) {
        const folded = await this.foldPage(builds, at, BUILD_PAGE);
        lap += folded;
        unwritten += folded;
        if (unwritten >= BUILD_FACTS) {
          await this.flush(builds);
          unwritten = 0;
        }
        await breath();
      }
    }
    await this.flush(builds);
    for (const { documents, fault } of builds) {
      if (fault === undefined) documents.index();
      await breath();
    }
    await this.inTurn(async () => {
      for (const end = await this.log.store.tip(); at.position < end;) await this.foldPage(builds, at, PAGE);
      this.switchTo(builds.filter(({ fault }) => fault === undefined));
    });
  }

  /** How many facts there were. */
  private async foldPage(builds: readonly Build[], at: { position: bigint }, limit: number): Promise<number> {
    if (this.closed) throw new StoreUnavailable('Läsmodellerna stängs.');
    const page = await this.log.readAll(at.position, limit);
    const last = page.at(-1);
    if (last === undefined) throw new StoreUnavailable('Loggen slutar före den position den själv sagt.');
    this.time.take(at.position, page);
    const facts = byCategory(page);
    for (const build of builds) {
      if (build.fault !== undefined) continue;
      if (build.model.frozen) build.model.backoff.behind(last.at);
      for (const { event, id } of facts.get(build.model.projection.category) ?? []) {
        try {
          build.documents.take(event, id);
        } catch (error) {
          build.fault = standsStill(build.model.projection, event, error);
          break;
        }
      }
      build.documents.at = last.position;
    }
    at.position = last.position;
    return page.length;
  }

  /** Nobody reads a table that is being built, so its documents go in a few at a time, and readers of others get their turn in between. */
  private async flush(builds: readonly Build[]): Promise<void> {
    for (const { documents, fault } of builds) {
      if (fault !== undefined) continue;
      for (const slice of slices(documents.changes())) {
        this.db.transaction(() => documents.write(slice)).immediate();
        documents.settle(slice);
        await breath();
      }
    }
    this.db.transaction(() => this.time.write()).immediate();
    this.time.settle();
  }

  /** What is left to write, the new place in the log and the end of the old table, in one transaction. */
  private switchTo(builds: readonly Build[]): void {
    const batches = builds.map(({ model, documents }) => ({ model, documents, changes: [...documents.changes()] }));
    this.db.transaction(() => {
      for (const { model: { projection: { name, revision }, live }, documents, changes } of batches) {
        documents.write(changes);
        // Another process was first: its table stands, and ours is swept away with the next start.
        if (this.turnOver.run(revision, documents.generation, documents.at, name, live.generation).changes === 1) live.drop();
      }
    }).immediate();
    for (const { model } of batches) {
      this.reload(model);
      model.backoff.succeed();
    }
    this.waiters.moved();
  }
}

/** The log that the file belongs to, and which copy: a checkpoint of another one would skip facts or meet them twice. */
const checkOwner = (db: Db, file: string, { store }: Log): void => {
  const of = (name: string): string | undefined => db.prepare<[string], string>('SELECT varde FROM meta WHERE namn = ?').pluck().get(name);
  const how = `Läsmodellerna kan alltid göras om ur loggen: stoppa Klubba, ta bort ${file} (och ${file}-wal, ${file}-shm om de finns) och starta igen.`;
  if (of('logg') !== store.logg) throw new DataFault(`Läsmodellerna (${file}) hör till en annan logg. ${how}`);
  if (of('upplaga') !== store.upplaga) throw new DataFault(`Läsmodellerna (${file}) hör till en annan kopia av loggen, som återställts eller flyttats. ${how}`);
};

/** Tables of builds that were broken off. */
const sweep = (db: Db): void => {
  const used = new Set((db.prepare('SELECT name, generation FROM modell').all() as { name: string; generation: number }[]).map(({ name, generation }) => tableOf(name, generation)));
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'd^_%' ESCAPE '^'`).pluck().all();
  for (const table of tables) if (!used.has(`"${table}"`)) db.exec(`DROP TABLE "${table}"`);
};

const byCategory = (page: readonly Recorded[]): ReadonlyMap<string, readonly Fact[]> => {
  const facts = new Map<string, Fact[]>();
  for (const event of page) {
    const category = categoryOf(event.stream);
    const fact = { event, id: idOf(event.stream) };
    const already = facts.get(category);
    if (already === undefined) facts.set(category, [fact]);
    else already.push(fact);
  }
  return facts;
};

const standsStill = ({ name }: AnyProjection, { type, position }: Recorded, error: unknown): Error =>
  new LogFault(`Läsmodellen ${name} står still före ${type} (position ${position}): ${error instanceof Error ? error.message : String(error)}`);

function* slices(changes: Iterable<Change>): Generator<readonly Change[]> {
  let slice: Change[] = [];
  for (const change of changes) {
    slice.push(change);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const late = (): StoreUnavailable => new StoreUnavailable('Läsmodellerna har inte hunnit fram till det du väntar på. Försök igen om en stund.');
const noDispatch: Dispatch = () => Promise.reject(new Error('reaktioner behöver någon som tar emot deras önskningar'));
