import { randomInt } from 'node:crypto';
import type Database from 'better-sqlite3';
import {
  type AnyProjection, type Cell, type Listing, LogFault, type Place, type Placed, project, type Recorded, type Row, type RowListing, rowOf, type RowVersion, type Total, type Totalling, withRow,
} from '@klubba/kernel';
import { Lru } from '../lru';
import type { Db } from './open';
import { indexesOf, isAsDeclared, RegisterTable, versionsIn } from './register-table';
import { documentsOf, registerOf } from './table-name';
import type { Step } from './transaction';

/** A document as it was last committed, with where it is listed and where it was born. */
type Known = { readonly doc: unknown; readonly place: Place | undefined; readonly born: bigint };
/** Documents read or written lately, of several projections together: the memory goes to those that are asked for. */
export type DocumentCache = Lru<string, Known>;
export const documentCache = (bytesMax: number): DocumentCache => new Lru(bytesMax);
let owns = 0;
const nextOwn = (): string => `${++owns}:`;
/** What folding has led to and is not yet in the table; `listed` says where the table has it, `saved` whether it does. */
type Pending = {
  doc: unknown; place: Place | undefined; readonly born: bigint; readonly saved: boolean; readonly listed: Place | undefined;
  /** What became of its row since: every version, also those that stood within one page only. `stands`: the first is in the table. */
  rows: readonly RowVersion[]; readonly stands: boolean;
};
/** A document on its way into the table, as text. */
export type Change = { readonly id: string; readonly text: string | undefined; readonly pending: Pending };
type DbRow = { readonly doc: string; readonly namnd: string | null; readonly sort: string | null; readonly born: bigint };

/** What one document costs in memory besides its text. */
const OVERHEAD = 200;
const NO_ROWS: readonly RowVersion[] = [];
/** Statements of a table, by their place in `statements`. */
const [INSERT, UPDATE, MOVE, REMOVE, ROWS] = [0, 1, 2, 3, 4] as const;
/** After every text that begins with a prefix. */
const LAST = '\u{10ffff}';

/**
 * The documents of one projection, in one generation: a table and its register's, what was read from it lately, and what has
 * been folded since. Readers see only what is committed.
 */
export class Documents {
  /** The last fact folded in; what is committed may be behind it. */
  at: bigint;
  private readonly pending = new Map<string, Pending>();
  /** What is on its way into the table, written by another thread: known here until it can be read there. */
  private readonly departed = new Map<string, Pending>();
  /** What this one's documents are called in the memory that several share. */
  private own = nextOwn();
  private readonly table: string;
  private readonly select;
  /** What is written with, by `steps`. */
  readonly statements: readonly string[];
  private prepared: readonly Database.Statement<unknown[]>[] | undefined;
  private readonly lists = new Map<string, ReturnType<Documents['listStatement']>>();

  private constructor(
    private readonly db: Db, readonly projection: AnyProjection, readonly generation: number, at: bigint, private readonly known: DocumentCache, private readonly register: RegisterTable | undefined,
  ) {
    this.at = at;
    this.table = documentsOf(projection.name, generation);
    this.select = db.prepare<[string], DbRow>(`SELECT doc, namnd, sort, born FROM ${this.table} WHERE id = ?`).safeIntegers();
    this.statements = [
      `INSERT INTO ${this.table} (id, doc, namnd, sort, born) VALUES (?, ?, ?, ?, ?)`,
      // Place and document apart: SQLite moves the index for every column that is set, changed or not.
      `UPDATE ${this.table} SET doc = ? WHERE id = ?`,
      `UPDATE ${this.table} SET doc = ?, namnd = ?, sort = ? WHERE id = ?`,
      `DELETE FROM ${this.table} WHERE id = ?`,
      ...(register?.statements ?? []),
    ];
  }

  /** The documents of a generation that is there, folded up to `at`. */
  static open(db: Db, projection: AnyProjection, generation: number, at: bigint, known: DocumentCache): Documents {
    return new Documents(db, projection, generation, at, known, RegisterTable.open(db, projection, generation));
  }

  /** An empty generation from the log's beginning, with a number nobody has used. Without its indexes: see `indexes`. */
  static create(db: Db, projection: AnyProjection, known: DocumentCache): Documents {
    // Two processes may build on one file at a time: their tables must not meet.
    const generation = randomInt(1, 2 ** 31);
    db.exec(`CREATE TABLE ${documentsOf(projection.name, generation)} (id TEXT PRIMARY KEY, doc TEXT NOT NULL, namnd TEXT, sort TEXT, born INTEGER NOT NULL) STRICT`);
    return new Documents(db, projection, generation, 0n, known, RegisterTable.create(db, projection, generation));
  }

  /** The indexes that lists go by, as SQL. Cheaper after a bulk load than during one. */
  get indexes(): readonly string[] {
    const { projection, generation } = this;
    return [`CREATE INDEX ${documentsOf(`${projection.name}_plats`, generation)} ON ${this.table} (namnd, sort, id, born) WHERE sort IS NOT NULL`, ...indexesOf(projection, generation)];
  }

  /** Whether its register is the one that the projection declares. Where it is not, there is none to ask until it has been built anew. */
  get isAsDeclared(): boolean {
    return isAsDeclared(this.db, this.projection, this.generation);
  }

  drop(): void {
    this.db.exec(`DROP TABLE IF EXISTS ${this.table}; DROP TABLE IF EXISTS ${registerOf(this.projection.name, this.generation)}`);
  }

  get(id: string): unknown {
    return this.look(id)?.doc;
  }

  list({ namnd, prefix = '', after, first, descending = false, born }: Listing): readonly Row<unknown>[] {
    const shape = `${prefix === '' ? '' : 'p'}${after === undefined ? '' : 'a'}${born === undefined ? '' : 'b'}${descending ? 'd' : ''}`;
    let statement = this.lists.get(shape);
    if (statement === undefined) this.lists.set(shape, (statement = this.listStatement(shape)));
    const rows = statement.all({ namnd, prefix, last: prefix + LAST, sort: after?.sort ?? '', id: after?.id ?? '', born: born ?? 0n, first });
    return rows.map(({ id, sort }) => ({ id, sort, doc: this.get(id) }));
  }

  /** Rows of the register with their documents; `undefined` where it is not as declared. */
  rows(listing: RowListing): readonly { readonly id: string; readonly value: Cell; readonly doc: unknown }[] | undefined {
    return this.register?.list(listing).map(({ id, value }) => ({ id, value, doc: this.get(id) }));
  }

  totals(totalling: Totalling): readonly Total[] | undefined {
    return this.register?.totals(totalling);
  }

  /** What is committed, by id. */
  byId(after: string, first: number): readonly Placed[] {
    return placedIn(this.db, this.projection.name, this.generation, after, first);
  }

  private listStatement(shape: string) {
    const way = shape.includes('d') ? 'DESC' : 'ASC';
    return this.db.prepare<[object], { readonly id: string; readonly sort: string }>(
      `SELECT id, sort FROM ${this.table} WHERE namnd IS @namnd AND sort >= @prefix`
      + (shape.includes('p') ? ' AND sort < @last' : '')
      + (shape.includes('a') ? ` AND (sort, id) ${shape.includes('d') ? '<' : '>'} (@sort, @id)` : '')
      + (shape.includes('b') ? ' AND born <= @born' : '')
      + ` ORDER BY sort ${way}, id ${way} LIMIT @first`);
  }

  private look(id: string): Known | undefined {
    const departed = this.departed.get(id);
    if (departed !== undefined) return departed.doc === undefined ? undefined : departed;
    const known = this.known.get(this.own + id);
    if (known !== undefined) return known;
    const row = this.select.get(id);
    if (row === undefined) return undefined;
    const read: Known = { doc: JSON.parse(row.doc), place: row.sort === null ? undefined : { namnd: row.namnd, sort: row.sort }, born: row.born };
    this.known.set(this.own + id, read, row.doc.length + OVERHEAD);
    return read;
  }

  /**
   * Folds one fact into its document, in memory. Throws what the projection throws, and LogFault when it moves a document
   * from its place: cursors and lists as of a moment stand on it. What was folded before stays as it was.
   */
  take(event: Recorded, id: string): void {
    const before = this.pending.get(id);
    // A stream's first fact has no document before it.
    const known = before === undefined && event.version > 1 ? this.look(id) : undefined;
    const had = before ?? known;
    const doc = project<unknown>(this.projection, had?.doc, event);
    if (doc === had?.doc) return;
    const stood = before?.rows ?? this.standing(known);
    const rows = this.register === undefined ? NO_ROWS : withRow(stood, rowOf<unknown>(this.projection, doc), event.position);
    const place = doc === undefined ? undefined : this.projection.place(doc);
    const was = had?.place;
    if (was !== undefined && (place?.namnd !== was.namnd || place.sort !== was.sort)) throw new LogFault(`Läsmodellen ${this.projection.name} flyttar dokumentet ${id} från sin plats i listan.`);
    if (before !== undefined) {
      before.doc = doc;
      before.place = place;
      before.rows = rows;
    } else {
      this.pending.set(id, { doc, place, born: known?.born ?? event.position, saved: known !== undefined, listed: was, rows, stands: stood.length > 0 });
    }
  }

  /** The row of a document in the table, which is its own row: it needs not be read. */
  private standing(known: Known | undefined): readonly RowVersion[] {
    const cells = this.register === undefined || known === undefined ? undefined : rowOf<unknown>(this.projection, known.doc);
    return cells === undefined ? NO_ROWS : [{ from: known!.born, to: undefined, cells }];
  }

  /** What is to be written, each made into text as it is asked for. Ordered by id, so that neighbours share the pages of the index. */
  *changes(): Generator<Change> {
    for (const [id, pending] of [...this.pending].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (pending.doc !== undefined || pending.saved) yield { id, text: pending.doc === undefined ? undefined : JSON.stringify(pending.doc), pending };
      else this.pending.delete(id);
    }
  }

  /** How changes are written, in this order. `first`: the number of the first of `statements`. */
  steps(changes: readonly Change[], first = 0): readonly Step[] {
    const steps: Step[] = [];
    const step = (statement: number, ...values: Step['values']): void => void steps.push({ statement: first + statement, values, bytes: null });
    for (const { id, text, pending: { place, born, saved, listed, rows, stands } } of changes) {
      if (text === undefined) step(REMOVE, id);
      else if (!saved) step(INSERT, id, text, place?.namnd ?? null, place?.sort ?? null, Number(born));
      else if (place !== undefined && listed === undefined) step(MOVE, text, place.namnd, place.sort, id);
      else step(UPDATE, text, id);
      this.register?.steps(first + ROWS, id, rows, stands, steps);
    }
    return steps;
  }

  /** Writes changes to the table; the caller holds the transaction. */
  write(changes: readonly Change[]): void {
    this.prepared ??= this.statements.map((sql) => this.db.prepare<unknown[]>(sql));
    for (const { statement, values } of this.steps(changes)) this.prepared[statement]!.run(...values);
  }

  /** Another thread writes these changes: what is folded from now on comes after them. */
  depart(changes: readonly Change[]): void {
    for (const { id, pending } of changes) {
      this.pending.delete(id);
      this.departed.set(id, pending);
    }
  }

  /** The changes are committed: readers see them from now on. */
  settle(changes: readonly Change[]): void {
    for (const { id, text, pending } of changes) {
      if (this.pending.get(id) === pending) this.pending.delete(id);
      else if (this.departed.get(id) === pending) this.departed.delete(id);
      const { doc, place, born } = pending;
      if (text === undefined) this.known.delete(this.own + id);
      else this.known.set(this.own + id, { doc, place, born }, text.length + OVERHEAD);
    }
  }

  /** Forgets what was folded and not committed, and all that was read. */
  forget(at: bigint): void {
    this.at = at;
    this.pending.clear();
    this.own = nextOwn();
  }
}

type PlacedRow = { readonly id: string; readonly doc: string; readonly namnd: string | null; readonly sort: string | null };
/** A generation's documents by id, after one, as they lie. */
export const placedIn = (db: Db, name: string, generation: number, after: string, first: number): readonly Placed[] => {
  const found = db.prepare<[string, number], PlacedRow>(`SELECT id, doc, namnd, sort FROM ${documentsOf(name, generation)} WHERE id > ? ORDER BY id LIMIT ?`).all(after, first);
  const versions = versionsIn(db, name, generation, found.map(({ id }) => id));
  return found.map(({ id, doc, namnd, sort }) => ({
    id, doc: JSON.parse(doc) as unknown, place: sort === null ? undefined : { namnd, sort }, ...(versions !== undefined && { rows: versions.get(id)! }),
  }));
};
