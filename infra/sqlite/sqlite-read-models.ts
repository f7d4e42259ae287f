import {
  type AnyProjection, type AnyReaction, type Cell, type Event, type Listing, type Log, type Placed, type Projection, type ReadModels, type Recorded, type Row, type RowListing, StoreUnavailable, type Total, type Totalling,
} from '@klubba/kernel';
import type { Change } from './documents';
import { ascending, byCategory, type Fact, firstAfter, least, LogTail, upTo } from './log-tail';
import { type Model, ModelTable, standsStill } from './model-table';
import { type Db, inSwedish, openDatabase } from './open';
import { Pump } from './pump';
import { checkOwner, checkReach, readModelFile, sweep, WAL_BYTES_MAX, WAL_PAGES } from './read-model-file';
import { Rebuild } from './rebuild';
import { type Committed, type Dispatch, Reactions } from './sqlite-reactions';
import { nextTry, type Standing } from './standing';
import { TimeIndex } from './time-index';
import { Waiters } from './waiters';

/** Live: small pages, so that readers wait for nobody long; yet what comes while a nudge waits should be one, or documents are written twice. */
const PAGE = 2000;
/** A nudge waits for company: longer while much happens, since a document is written once for all that came meanwhile. */
const PATIENCE_MS = 4;
const BUSY_PATIENCE_MS = 400;
const BUSY_FACTS = 32;
const CAUGHT_UP_MS = 10_000;
/** A number given, its target told, and what that leads to. */
const HOPS_MAX = 4;

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
  private readonly table: ModelTable;
  private readonly models: readonly Model[];
  private readonly byName = new Map<string, Model>();
  private readonly tail: LogTail;
  private readonly time: TimeIndex;
  private readonly anew: Rebuild;
  private readonly reactions: Reactions;
  private readonly pump: Pump;
  private readonly waiters = new Waiters((position) => this.isPast(position));
  private readonly listeners = new Set<(events: readonly Recorded[]) => void>();
  private readonly stopListening: () => void;
  private readonly clock: () => number;
  private readonly patienceMs: number;
  /** Up to where facts have been told to listeners. */
  private told: bigint;
  private busy = false;
  private turn: Promise<unknown> = Promise.resolve();
  private dataVersion: unknown;

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
      await checkReach(db, file, log);
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
    this.table = new ModelTable(db);
    db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    db.pragma(`journal_size_limit = ${WAL_BYTES_MAX}`);
    sweep(db);
    this.tail = new LogTail(log);
    this.time = new TimeIndex(db);
    this.anew = new Rebuild(db, file, log, this.table, this.time, clock, {
      inTurn: (work) => this.inTurn(work), moved: () => this.waiters.moved(), nudge: () => this.nudge(),
    });
    this.models = projections.map((projection) => this.table.mount(projection, tip));
    for (const model of this.models) this.byName.set(model.projection.name, model);
    this.told = this.models.reduce((front, { position }) => (position > front ? position : front), 0n);
    this.dataVersion = db.pragma('data_version', { simple: true });
    this.reactions = new Reactions(db, this.tail, reactions, dispatch, (projection) => this.committed(projection), clock, tip);
    this.pump = new Pump(() => this.round(), () => (this.busy ? BUSY_PATIENCE_MS : PATIENCE_MS));
    this.stopListening = log.store.onMore(() => this.nudge());
    const toBuild = this.models.filter(({ frozen }) => frozen);
    if (toBuild.length > 0) this.anew.buildUntilDone(toBuild);
    this.nudge();
  }

  get<Doc, E extends Event>(projection: Projection<Doc, E>, id: string): Doc | undefined {
    return this.model(projection.name).live.get(id) as Doc | undefined;
  }

  list<Doc, E extends Event>(projection: Projection<Doc, E>, listing: Listing): readonly Row<Doc>[] {
    return this.model(projection.name).live.list(listing) as readonly Row<Doc>[];
  }

  rows<Doc, E extends Event>(projection: Projection<Doc, E>, listing: RowListing): readonly { readonly id: string; readonly value: Cell; readonly doc: Doc }[] | undefined {
    return this.model(projection.name).live.rows(listing) as readonly { readonly id: string; readonly value: Cell; readonly doc: Doc }[] | undefined;
  }

  totals<Doc, E extends Event>(projection: Projection<Doc, E>, totalling: Totalling): readonly Total[] | undefined {
    return this.model(projection.name).live.totals(totalling);
  }

  documents<Doc, E extends Event>(projection: Projection<Doc, E>, after: string, first: number): readonly Placed<Doc>[] {
    return this.model(projection.name).live.byId(after, first) as readonly Placed<Doc>[];
  }

  private committed({ name }: AnyProjection): ReturnType<Committed> {
    const { frozen, position, live } = this.model(name);
    return frozen ? undefined : { position, has: (id) => live.get(id) !== undefined };
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
    const faults = await this.anew.build(names.length === 0 ? this.models : names.map((name) => this.model(name)));
    if (faults[0] !== undefined) throw faults[0];
  }

  async close(): Promise<void> {
    this.anew.stop();
    this.stopListening();
    this.listeners.clear();
    this.waiters.close();
    await this.reactions.close();
    await this.pump.close();
    await this.anew.over();
    this.db.close();
  }

  private nudge(): void {
    this.reactions.nudge();
    this.wake();
  }

  private wake(): void {
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
        const places = (): bigint[] => [...due.map(({ live }) => live.at), ...(this.anew.isBuilding ? [] : [this.time.at])];
        // The hindmost first, so that facts are told in their order.
        for (const at of [...new Set(places())].sort(ascending)) {
          const here = due.filter(({ live }) => live.at === at);
          try {
            const taken = await this.tail.after(at, PAGE);
            const next = least(places().filter((other) => other > at));
            const page = upTo(taken, next);
            if (page.length === 0) for (const { backoff } of here) backoff.succeed();
            else if (this.takeIn(here, at, page)) {
              if (next !== undefined || page.length >= PAGE) more = true;
              // What has come meanwhile waits for company, as if nobody had looked.
              else this.wake();
            }
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
        if (this.table.find(projection.name)?.position === position) backoff.fail(standsStill(projection, event, error), this.clock(), event.at);
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
          const { live, position } = batch.model;
          // Someone else moved it while we folded: their fold counts, ours does not.
          batch.lost = live.at > position && !this.table.move(batch.model);
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
      if (lost) this.table.reload(model);
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
      const row = this.table.find(model.projection.name);
      if (row?.position !== model.position || Number(row.generation) !== model.live.generation) this.table.reload(model);
    }
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
}

const late = (): StoreUnavailable => new StoreUnavailable('Läsmodellerna har inte hunnit fram till det du väntar på. Försök igen om en stund.');
const noDispatch: Dispatch = () => Promise.reject(new Error('reaktioner behöver någon som tar emot deras önskningar'));
