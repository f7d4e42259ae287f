import { type Log, StoreUnavailable } from '@klubba/kernel';
import { type Change, documentCache, Documents } from './documents';
import { byCategory } from './log-tail';
import { type Model, type ModelTable, standsStill } from './model-table';
import { type Db, inSwedish } from './open';
import { BUILD_WAL_PAGES, WAL_PAGES } from './read-model-file';
import type { TimeIndex } from './time-index';

/** Few at a time, so that what was read is let go of while it is young: garbage that lives longer costs a quarter of the build. */
const BUILD_PAGE = 250;
/** So many facts are folded in memory before their documents are written. */
const BUILD_FACTS = 40_000;
/** So few facts that they can be folded while others wait: no more than a live page. */
const LAST_LAP = 1000;
const SLICE = 500;
const BUILD_CACHE_BYTES = 64 * 2 ** 20;

type Build = { readonly model: Model; readonly documents: Documents; fault: Error | undefined };

/** The live read models, as far as a build meets them. */
export type Beside = {
  /** Waits for the folding that is under way, and lets none begin meanwhile. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** What is read has come further. */
  readonly moved: () => void;
  /** There may be more to fold. */
  readonly nudge: () => void;
};

/** Folds read models from the log's beginning beside the live ones, and then puts them in their place. One build at a time. */
export class Rebuild {
  isBuilding = false;
  private builds: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly db: Db, private readonly file: string, private readonly log: Log, private readonly table: ModelTable, private readonly time: TimeIndex,
    private readonly clock: () => number, private readonly beside: Beside,
  ) {}

  /** Builds in the background, and again for those that failed, later each time. */
  buildUntilDone(models: readonly Model[]): void {
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
  build(models: readonly Model[]): Promise<readonly (Error | undefined)[]> {
    const mine = this.builds.then(async () => {
      const cache = documentCache(BUILD_CACHE_BYTES);
      const builds: readonly Build[] = models.map((model) => ({
        model, documents: Documents.create(this.db, model.projection, cache), fault: undefined,
      }));
      this.isBuilding = true;
      this.db.pragma(`wal_autocheckpoint = ${BUILD_WAL_PAGES}`);
      try {
        await this.foldAll(builds);
      } catch (error) {
        for (const one of builds) one.fault ??= inSwedish(error, 'Läsmodellerna', this.file) as Error;
      }
      this.isBuilding = false;
      this.db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
      // What does not wait for readers: one of them may be in this process.
      this.db.pragma('wal_checkpoint(PASSIVE)');
      for (const { fault, documents } of builds) if (fault !== undefined) documents.drop();
      this.beside.nudge();
      return builds.map(({ fault }) => fault);
    });
    this.builds = mine.catch(() => undefined);
    return mine.catch((error: unknown) => models.map(() => inSwedish(error, 'Läsmodellerna', this.file) as Error));
  }

  private async foldAll(builds: readonly Build[]): Promise<void> {
    const at = { position: 0n };
    let unwritten = 0;
    // The log grows meanwhile: lap after lap, each shorter than the one before, until what is left can be done while others wait.
    for (let lap = Infinity; lap > LAST_LAP;) {
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
      for (const sql of fault === undefined ? documents.indexes : []) {
        this.db.exec(sql);
        await breath();
      }
    }
    await this.beside.inTurn(async () => {
      for (const end = await this.log.store.tip(); at.position < end;) await this.foldPage(builds, at, LAST_LAP);
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
      for (const { model, documents, changes } of batches) {
        documents.write(changes);
        // Another process was first: its table stands, and ours is swept away with the next start.
        if (this.table.replace(model, documents)) model.live.drop();
      }
    }).immediate();
    for (const { model } of batches) {
      this.table.reload(model);
      model.backoff.succeed();
    }
    this.beside.moved();
  }

  /** Begins no more, and breaks off the one that is under way. */
  stop(): void {
    this.closed = true;
  }

  /** When all that were begun are over. */
  over(): Promise<unknown> {
    return this.builds;
  }
}

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
