import { createHash } from 'node:crypto';
import { type AnyProjection, categoryOf, documentText, type Folded, foldedAsOf, idOf, type Log, type Placed, placedOf, projectRow, type Recorded, UNFOLDED } from '@klubba/kernel';
import { placedIn } from './documents';
import { DataFault, type Db, openDatabase } from './open';
import { readModelFile } from './read-model-file';

/** SHA-256 over the canonical text of every document with its place and every version of its row, ordered by id. Equal means equal. */
export type Fingerprint = { readonly hash: string; readonly documents: number };

const PAGE = 2000;
const ROWS = 500;
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Sum {
  private readonly sha = createHash('sha256');
  private documents = 0;
  add(document: Placed): void {
    this.documents++;
    this.sha.update(`${documentText(document)}\n`);
  }
  told(): Fingerprint {
    return { hash: this.sha.digest('hex'), documents: this.documents };
  }
}

/** The live documents of a file at one moment: a snapshot that needs no runner, disturbs none, and must be closed. */
export class LiveDocuments {
  private readonly db: Db;
  /** Throws DataFault or StoreUnavailable, in Swedish. */
  constructor(private readonly file: string) {
    this.db = openDatabase(file, readModelFile('', ''), { readOnly: true });
    // One transaction for all pages, whatever is committed meanwhile.
    this.db.exec('BEGIN');
  }

  private row(name: string): { readonly generation: bigint; readonly position: bigint } {
    const row = this.db.prepare<[string], { readonly generation: bigint; readonly position: bigint }>('SELECT generation, position FROM modell WHERE name = ?').safeIntegers().get(name);
    if (row === undefined) throw new DataFault(`Läsmodellen ${name} finns inte i ${this.file}.`);
    return row;
  }

  /** How far in the log the read model is folded. */
  position(name: string): bigint {
    return this.row(name).position;
  }

  /** Its documents by id, after `after`, at most `first`. */
  page(name: string, after: string, first: number): readonly Placed[] {
    return placedIn(this.db, name, Number(this.row(name).generation), after, first);
  }

  close(): void {
    this.db.close();
  }
}

/** The live documents as they lie in the file, and up to where in the log they are folded. */
export const hashLive = async (file: string, projection: AnyProjection): Promise<Fingerprint & { readonly position: bigint }> => {
  const live = new LiveDocuments(file);
  try {
    const sum = new Sum();
    for (let rows = live.page(projection.name, '', ROWS); rows.length > 0; rows = live.page(projection.name, rows.at(-1)!.id, ROWS)) {
      for (const row of rows) sum.add(row);
      await breath();
    }
    return { ...sum.told(), position: live.position(projection.name) };
  } finally {
    live.close();
  }
};

/** The same documents folded in memory by one walk through the log, up to `position` or its end. */
export const hashRebuilt = async (log: Log, projection: AnyProjection, position?: bigint): Promise<Fingerprint> => {
  const documents = new Map<string, Folded>();
  await walk(log, projection, position, (event, id) => documents.set(id, projectRow<unknown>(projection, documents.get(id) ?? UNFOLDED, event)));
  return sumOf([...documents.keys()], projection, async (id) => documents.get(id)!);
};

/** The same documents, each as the as-of view folds it: from its own stream, up to `position` or its end. */
export const hashAsOf = async (log: Log, projection: AnyProjection, position?: bigint): Promise<Fingerprint> => {
  const ids = new Set<string>();
  await walk(log, projection, position, (_, id) => ids.add(id));
  return sumOf([...ids], projection, (id) => foldedAsOf(projection, log, id, position));
};

const walk = async (log: Log, { category }: AnyProjection, to: bigint | undefined, visit: (event: Recorded, id: string) => void): Promise<void> => {
  for (let at = 0n; ;) {
    const page = await log.readAll(at, PAGE);
    for (const event of page) {
      if (to !== undefined && event.position > to) return;
      if (categoryOf(event.stream) === category) visit(event, idOf(event.stream));
    }
    if (page.length === 0) return;
    at = page.at(-1)!.position;
    await breath();
  }
};

const sumOf = async (ids: string[], projection: AnyProjection, foldedOf: (id: string) => Promise<Folded>): Promise<Fingerprint> => {
  const sum = new Sum();
  for (const id of ids.sort()) {
    const { doc, rows } = await foldedOf(id);
    if (doc !== undefined) sum.add(placedOf(projection, id, doc, rows));
  }
  return sum.told();
};
