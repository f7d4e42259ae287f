import { type AnyProjection, LogFault, type Recorded } from '@klubba/kernel';
import { documentCache, Documents } from './documents';
import type { Db } from './open';
import { Backoff } from './standing';

const LIVE_CACHE_BYTES = 48 * 2 ** 20;

export type Model = {
  readonly projection: AnyProjection;
  readonly backoff: Backoff;
  live: Documents;
  /** What is committed. */
  position: bigint;
  /** Folded by another revision of the projection, or with another register: read, but not folded further, until it has been built anew. */
  frozen: boolean;
};
type ModelRow = { readonly revision: bigint; readonly generation: bigint; readonly position: bigint };

/** The read models of the file: which table each is read from, by which revision it was folded, and how far. */
export class ModelTable {
  /** What the live ones keep in memory. */
  private readonly liveCache = documentCache(LIVE_CACHE_BYTES);
  private readonly select;
  private readonly advance;
  private readonly turnOver;

  constructor(private readonly db: Db) {
    this.select = db.prepare<[string], ModelRow>('SELECT revision, generation, position FROM modell WHERE name = ?').safeIntegers();
    this.advance = db.prepare<[bigint, string, number, bigint]>('UPDATE modell SET position = ? WHERE name = ? AND generation = ? AND position = ?');
    this.turnOver = db.prepare<[number, number, bigint, string, number]>('UPDATE modell SET revision = ?, generation = ?, position = ? WHERE name = ? AND generation = ?');
  }

  /** Where it was left, or from the beginning with a table of its own. */
  mount(projection: AnyProjection, tip: bigint): Model {
    const { name, revision } = projection;
    const row = this.find(name);
    if (row !== undefined) {
      const live = Documents.open(this.db, projection, Number(row.generation), row.position, this.liveCache);
      return { projection, backoff: new Backoff(), live, position: row.position, frozen: Number(row.revision) !== revision || !live.isAsDeclared };
    }
    return this.db.transaction((): Model => {
      const live = Documents.create(this.db, projection, this.liveCache);
      for (const sql of live.indexes) this.db.exec(sql);
      // Revision 0: nothing is folded yet, and a log with facts is folded faster as a build.
      const frozen = tip > 0n;
      this.db.prepare<[string, number, number]>('INSERT INTO modell (name, revision, generation, position) VALUES (?, ?, ?, 0)').run(name, frozen ? 0 : revision, live.generation);
      return { projection, backoff: new Backoff(), live, position: 0n, frozen };
    }).immediate();
  }

  find(name: string): ModelRow | undefined {
    return this.select.get(name);
  }

  /** What the file says now counts. */
  reload(model: Model): void {
    const { name, revision } = model.projection;
    const row = this.find(name)!;
    model.live = Documents.open(this.db, model.projection, Number(row.generation), row.position, this.liveCache);
    model.position = row.position;
    model.frozen = Number(row.revision) !== revision || !model.live.isAsDeclared;
  }

  /** Moves the checkpoint to where the model is folded; false when another process has moved it. The caller holds the transaction. */
  move({ projection: { name }, live, position }: Model): boolean {
    return this.advance.run(live.at, name, live.generation, position).changes !== 0;
  }

  /** Lets it be read from another table from now on; false when another process was first. The caller holds the transaction. */
  replace({ projection: { name, revision }, live }: Model, documents: Documents): boolean {
    return this.turnOver.run(revision, documents.generation, documents.at, name, live.generation).changes === 1;
  }
}

export const standsStill = ({ name }: AnyProjection, { type, position }: Recorded, error: unknown): Error =>
  new LogFault(`Läsmodellen ${name} står still före ${type} (position ${position}): ${error instanceof Error ? error.message : String(error)}`);
