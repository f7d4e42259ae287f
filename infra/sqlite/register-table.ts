import type { AnyProjection, Cell, Register, RowListing, RowVersion, Total, Totalling } from '@klubba/kernel';
import type { Db } from './open';
import { listSql, type Query, registerSchema, totalsSql } from './register-sql';
import { registerOf } from './table-name';
import type { Step } from './transaction';

/** So many shapes of questions are kept prepared. */
const PREPARED_MAX = 200;

/** The rows of one projection's register in one generation: every version of each, from its first to the one that stands. */
export class RegisterTable {
  /** What the rows are written with, by `steps`. */
  readonly statements: readonly [insert: string, close: string];
  private readonly prepared = new Map<string, ReturnType<RegisterTable['prepare']>>();
  private readonly register: Register<unknown>;
  private readonly table: string;

  private constructor(private readonly db: Db, projection: AnyProjection, generation: number) {
    this.register = projection.register as Register<unknown>;
    this.table = registerOf(projection.name, generation);
    const cells = Object.keys(this.register.columns).length + 1;
    this.statements = [`INSERT INTO ${this.table} VALUES (?, ?, ?${', ?'.repeat(cells)})`, `UPDATE ${this.table} SET till = ? WHERE id = ? AND till IS NULL`];
  }

  /** An empty one, where the projection has a register. Its indexes are made later: see `indexesOf`. */
  static create(db: Db, projection: AnyProjection, generation: number): RegisterTable | undefined {
    const schema = schemaOf(projection, generation);
    if (schema === undefined) return undefined;
    db.exec(schema.table);
    return new RegisterTable(db, projection, generation);
  }

  /** The one of a generation that is there; `undefined` where it is not as the projection declares it now. */
  static open(db: Db, projection: AnyProjection, generation: number): RegisterTable | undefined {
    return projection.register !== undefined && isAsDeclared(db, projection, generation) ? new RegisterTable(db, projection, generation) : undefined;
  }

  /** What became of a document's row, as steps. `stands`: the first version is in the table already. `first`: the number of the first statement. */
  steps(first: number, id: string, versions: readonly RowVersion[], stands: boolean, into: Step[]): void {
    versions.forEach(({ from, to, cells }, i) => {
      if (i > 0 || !stands) into.push({ statement: first, values: [id, Number(from), to === undefined ? null : Number(to), ...cells], bytes: null });
      else if (to !== undefined) into.push({ statement: first + 1, values: [Number(to), id], bytes: null });
    });
  }

  list(listing: RowListing): readonly { readonly id: string; readonly value: Cell }[] {
    const found: { readonly id: string; readonly value: Cell }[] = [];
    for (const { sql, values } of listSql(this.table, this.register, listing)) {
      if (found.length < listing.first) for (const [id, value] of this.all({ sql, values: [...values, listing.first - found.length] })) found.push({ id: id as string, value: value! });
    }
    return found;
  }

  totals(totalling: Totalling): readonly Total[] {
    const { by } = totalling;
    return this.all(totalsSql(this.table, this.register, totalling)).map((row) => ({
      group: Object.fromEntries(by.map((column, i) => [column, row[i]!])), antal: row[by.length] as number, summa: row[by.length + 1] as number | null,
    }));
  }

  private all({ sql, values }: Query): Cell[][] {
    let statement = this.prepared.get(sql);
    if (statement === undefined) {
      if (this.prepared.size >= PREPARED_MAX) this.prepared.clear();
      this.prepared.set(sql, (statement = this.prepare(sql)));
    }
    return statement.all(...values) as Cell[][];
  }

  private prepare(sql: string) {
    return this.db.prepare<unknown[]>(sql).raw();
  }
}

const schemaOf = (projection: AnyProjection, generation: number) => registerSchema(projection, (name) => registerOf(name, generation));
/** The indexes of a projection's register, as SQL. Cheaper after a bulk load than during one. */
export const indexesOf = (projection: AnyProjection, generation: number): readonly string[] => schemaOf(projection, generation)?.indexes ?? [];

/** Whether a generation has the register that the projection declares, or none where it declares none. */
export const isAsDeclared = (db: Db, projection: AnyProjection, generation: number): boolean => {
  const schema = schemaOf(projection, generation);
  const there = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL').pluck().all(registerOf(projection.name, generation).slice(1, -1));
  const declared = schema === undefined ? [] : [schema.table, ...schema.indexes];
  return there.length === declared.length && declared.every((sql) => there.includes(sql));
};

/** Every version of the rows of these documents, by id, as they lie; `undefined` where the generation has no register. */
export const versionsIn = (db: Db, name: string, generation: number, ids: readonly string[]): ReadonlyMap<string, readonly RowVersion[]> | undefined => {
  const table = registerOf(name, generation);
  if (db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table.slice(1, -1)) === undefined) return undefined;
  const versions = new Map<string, RowVersion[]>(ids.map((id) => [id, []]));
  const lies = db.prepare<[string], [string, bigint, bigint | null, ...(string | bigint | null)[]]>(`SELECT * FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id, fran`).raw().safeIntegers();
  for (const [id, from, to, ...cells] of lies.all(JSON.stringify(ids))) versions.get(id)!.push({ from, to: to ?? undefined, cells: cells.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)) });
  return versions;
};
