import { Ambiguous, type Log, StoreUnavailable } from '@klubba/kernel';
import { type Change, documentCache, Documents } from './documents';
import { byCategory } from './log-tail';
import { type Model, type ModelTable, standsStill } from './model-table';
import { type Db, inSwedish, pragmasOf } from './open';
import { readModelFile, WAL_BYTES_MAX, WAL_PAGES } from './read-model-file';
import type { TimeIndex } from './time-index';
import type { Step } from './transaction';
import { Writer } from './writer';

/** Few at a time, so that what was read is let go of while it is young: garbage that lives longer costs a quarter of the build. */
const BUILD_PAGE = 250;
/** So many facts are folded in memory before their documents are written. */
const BUILD_FACTS = 40_000;
/** So few facts that they can be folded while others wait: no more than a live page. */
const LAST_LAP = 1000;
const SLICE = 1000;
const BUILD_CACHE_BYTES = 64 * 2 ** 20;

type Build = {
  readonly model: Model; readonly documents: Documents; fault: Error | undefined;
  /** The numbers of its first statement, and of the first of its indexes, among those of the writer. */
  readonly first: number; readonly firstIndex: number;
};

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
      const statements: string[] = [];
      const builds = this.db.transaction(() => models.map((model): Build => {
        const documents = Documents.create(this.db, model.projection, cache);
        const first = statements.push(...documents.statements) - documents.statements.length;
        const firstIndex = statements.push(...documents.indexes) - documents.indexes.length;
        return { model, documents, fault: undefined, first, firstIndex };
      })).immediate();
      const pragmas = [...pragmasOf(readModelFile('', '')), `wal_autocheckpoint = ${WAL_PAGES}`, `journal_size_limit = ${WAL_BYTES_MAX}`];
      const out = new Outgoing(new Writer(this.db, { file: this.file, pragmas, statements }));
      this.isBuilding = true;
      try {
        await this.foldAll(builds, out);
      } catch (error) {
        for (const one of builds) one.fault ??= inSwedish(error, 'Läsmodellerna', this.file) as Error;
      }
      await out.close();
      this.isBuilding = false;
      // What does not wait for readers: one of them may be in this process.
      this.db.pragma('wal_checkpoint(PASSIVE)');
      for (const { fault, documents } of builds) if (fault !== undefined) documents.drop();
      this.beside.nudge();
      return builds.map(({ fault }) => fault);
    });
    this.builds = mine.catch(() => undefined);
    return mine.catch((error: unknown) => models.map(() => inSwedish(error, 'Läsmodellerna', this.file) as Error));
  }

  private async foldAll(builds: readonly Build[], out: Outgoing): Promise<void> {
    const at = { position: 0n };
    let unwritten = 0;
    // The log grows meanwhile: lap after lap, each shorter than the one before, until what is left can be done while others wait.
    for (let lap = Infinity; lap > LAST_LAP;) {
      const end = await this.log.store.tip();
      for (lap = 0; at.position < end;) {
        const folded = await this.foldPage(builds, at, BUILD_PAGE);
        out.expect();
        lap += folded;
        unwritten += folded;
        if (unwritten >= BUILD_FACTS) {
          await out.begin(() => this.flush(builds, out));
          unwritten = 0;
        }
        await breath();
      }
    }
    await out.begin(() => this.flush(builds, out));
    await out.begin(async () => {
      for (const { documents, fault, firstIndex } of builds) {
        if (fault === undefined) for (let i = 0; i < documents.indexes.length; i++) await out.send([{ statement: firstIndex + i, values: [], bytes: null }]);
      }
    });
    await out.over();
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

  /** Nobody reads a table that is being built, so its documents go in a few at a time, and those who write in others get their turn in between. */
  private async flush(builds: readonly Build[], out: Outgoing): Promise<void> {
    for (const { documents, fault, first } of builds) {
      if (fault !== undefined) continue;
      for (const slice of slices(documents.changes())) {
        documents.depart(slice);
        await out.send(documents.steps(slice, first), () => documents.settle(slice));
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

/** What a build writes, in its order, while it goes on folding: by a thread when there is much of it. */
class Outgoing {
  private work: Promise<void> = Promise.resolve();
  /** The last two that were sent. */
  private sent: readonly [older: Promise<void>, newer: Promise<void>] = [Promise.resolve(), Promise.resolve()];

  constructor(private readonly writer: Writer) {}

  /** There will be something: a long build has its thread when it comes to write. */
  expect(): void {
    this.writer.takes();
  }

  /** Begins a piece of work when the one before is done, and does not wait for it. Throws what the one before threw. */
  async begin(work: () => Promise<void>): Promise<void> {
    await this.work;
    this.work = work();
    this.work.catch(() => undefined);
  }

  /** Answers when the next may be sent, which may be before these are written. Throws when what was sent before was not. */
  async send(steps: readonly Step[], written: () => void = () => undefined): Promise<void> {
    const [older, newer] = this.sent;
    await older;
    const mine = this.writer.takes() ? this.writer.away(steps).then(written, threadFault) : this.here(steps, written);
    mine.catch(() => undefined);
    this.sent = [newer, mine];
  }

  private async here(steps: readonly Step[], written: () => void): Promise<void> {
    this.writer.here(steps);
    written();
    await breath();
  }

  /** All that was begun is in the file. Throws when it is not. */
  async over(): Promise<void> {
    await this.work;
    await Promise.all(this.sent);
  }

  /** Never throws: whether all was written is told by `over`. */
  async close(): Promise<void> {
    await this.work.catch(() => undefined);
    await Promise.allSettled(this.sent);
    await this.writer.rest();
  }
}

const threadFault = (error: unknown): never => {
  throw error instanceof Ambiguous ? new StoreUnavailable('Tråden som skrev de omräknade läsmodellerna dog. Läsmodellerna är som de var, och måste räknas om från början.', { cause: error }) : error;
};

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
