import { type AnyProjection, type Cell, type Condition, fits, type Register, type RowListing, type RowSelection, type Totalling, type Where } from '@klubba/kernel';

type Bound = Cell | bigint;
/** SQL with its values apart: none is ever a part of the text. */
export type Query = { readonly sql: string; readonly values: readonly Bound[] };
type Parts = readonly Query[];

/** What every row has besides the columns of its register. */
const OWN = ['id', 'fran', 'till', 'namnd'];
const TYPES = { text: 'TEXT', integer: 'INTEGER' } as const;
/** At or before every value that is one. */
const LEAST = { text: '', integer: Number.MIN_SAFE_INTEGER } as const;

/** The table and its indexes: the rows that stand have their own, so that older ones cost them nothing. Throws on a declaration that cannot be one. */
export const registerSchema = ({ name, register }: AnyProjection, of: (name: string) => string): { readonly table: string; readonly indexes: readonly string[] } | undefined => {
  if (register === undefined) return undefined;
  const { columns, indexes } = register as Register<unknown>;
  for (const column of Object.keys(columns)) if (!/^[a-zA-Z]\w*$/.test(column) || OWN.includes(column.toLowerCase())) throw new Error(`Registret ${name} kan inte ha en kolumn som heter ${column}.`);
  const table = of(name);
  return {
    table: `CREATE TABLE ${table} (id TEXT NOT NULL, fran INTEGER NOT NULL, till INTEGER, namnd TEXT${Object.entries(columns).map(([column, type]) => `, "${column}" ${TYPES[type]}`).join('')}, PRIMARY KEY (id, fran)) STRICT`,
    indexes: indexes.flatMap((index, i) => {
      const sorted = index.map((column) => `${named(register, '', column)}, `).join('');
      return [
        // `till` is null in all of it, but so SQLite knows that it needs not look.
        `CREATE INDEX ${of(`${name}_nu${i}`)} ON ${table} (namnd, till, ${sorted}id) WHERE till IS NULL`,
        `CREATE INDEX ${of(`${name}_da${i}`)} ON ${table} (namnd, ${sorted}id, fran, till)`,
      ];
    }),
  };
};

/** Rows in order. Those without a value come by themselves, since nothing is greater or less than null: one query after the other until there are enough. */
export const listSql = (table: string, register: Register<unknown>, listing: RowListing): Parts => {
  const { sort, descending = false, after, where = {}, only = {} } = listing;
  const value = named(register, 'r.', sort);
  const isGiven = (column: string): boolean => where[column]?.eq !== undefined || only[column]?.eq !== undefined;
  if (!register.indexes.some((index) => index.at(-1) === sort && index.slice(0, -1).every(isGiven))) throw new Error(`Registret har inget index för sorteringen ${sort}.`);
  const [order, beyond] = descending ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const head = `SELECT r.id, ${value} AS value FROM ${table} AS r`;
  // Where the list goes on from: among the rows with a value, or among those without.
  const [valued, unvalued] = after === undefined ? [] : after.value === null ? [undefined, after] : [after, undefined];
  const rows = selected(register, listing, (today) => joined(`EXISTS (SELECT 1 FROM ${table} AS n`, [{ sql: 'n.id = r.id AND n.till IS NULL', values: [] }, ...today], ')'), valued && { column: sort, descending });

  const nulls: Parts = [...rows, { sql: `${value} IS NULL`, values: [] }, ...(unvalued ? [{ sql: `r.id ${beyond} ?`, values: [unvalued.id] }] : [])];
  const values: Parts = [
    ...rows,
    ...(valued && !descending ? [] : [{ sql: `${value} >= ?`, values: [LEAST[register.columns[sort]!]] }]),
    ...(valued ? [{ sql: `(${value}, r.id) ${beyond} (?, ?)`, values: [valued.value, valued.id] }] : []),
  ];
  const withNulls = mayBeNull(where[sort]) && mayBeNull(only[sort]) && (descending || !valued);
  const withValues = !descending || !unvalued;
  const both = [
    ...(withNulls ? [joined(head, nulls, `ORDER BY r.id ${order} LIMIT ?`)] : []),
    ...(withValues ? [joined(head, values, `ORDER BY ${value} ${order}, r.id ${order} LIMIT ?`)] : []),
  ];
  return descending ? both.reverse() : both;
};

export const totalsSql = (table: string, register: Register<unknown>, totalling: Totalling): Query => {
  const { by, sum } = totalling;
  const groups = by.map((column) => named(register, 'r.', column));
  const summed = sum === undefined ? 'NULL' : `SUM(${named(register, 'r.', sum)})`;
  if (sum !== undefined && register.columns[sum] !== 'integer') throw new Error(`Registrets kolumn ${sum} går inte att summera.`);
  const head = `SELECT ${[...groups, 'COUNT(*)', summed].join(', ')} FROM ${table} AS r`;
  return joined(head, selected(register, totalling, (today) => joined(`r.id IN (SELECT n.id FROM ${table} AS n`, [{ sql: 'n.namnd IS ? AND n.till IS NULL', values: [totalling.namnd] }, ...today], ')')), groups.length === 0 ? '' : `GROUP BY ${groups.join(', ')} ORDER BY ${groups.join(', ')}`);
};

const joined = (head: string, where: Parts, tail: string): Query => ({ sql: `${head} WHERE ${where.map(({ sql }) => sql).join(' AND ')} ${tail}`, values: where.flatMap(({ values }) => values) });

/** Where a list goes on: what bounds it there already need not be looked for by the index. */
type Onward = { readonly column: string; readonly descending: boolean };

/** `stillIs` asks of the row today: one by one for a page, all at once for a total. */
const selected = (register: Register<unknown>, { namnd, where = {}, only, at }: RowSelection, stillIs: (today: Parts) => Query, onward?: Onward): Parts => {
  const then = [...conditions(register, 'r.', where, onward), ...conditions(register, 'r.', only ?? {}, onward)];
  if (at === undefined) return [{ sql: 'r.namnd IS ? AND r.till IS NULL', values: [namnd] }, ...then];
  // `IS NOT FALSE` is true of null: a row without an end stands.
  const stood = { sql: 'r.namnd IS ? AND r.fran <= ? AND (r.till > ?) IS NOT FALSE', values: [namnd, at, at] };
  if (only === undefined) return [stood, ...then];
  // What stands has been asked already.
  const { sql, values } = stillIs(conditions(register, 'n.', only));
  return [stood, ...then, { sql: `(r.till IS NULL OR ${sql})`, values }];
};

const conditions = (register: Register<unknown>, alias: string, where: Where, onward?: Onward): Parts =>
  Object.entries(where).flatMap(([column, condition]) => {
    const name = named(register, alias, column);
    if (condition === undefined) return [];
    const { from, to } = condition;
    // One of one is that one: then an index that has the column first is in the order of the list.
    const [eq, among] = condition.eq === undefined && condition.in?.length === 1 ? [condition.in[0], undefined] : [condition.eq, condition.in];
    for (const one of [eq, from, to, ...(among ?? [])]) if (one !== undefined && !fits(register.columns[column]!, one)) throw new Error(`Registrets kolumn ${column} jämförs inte med ett värde av typen ${typeof one}.`);
    // A plus keeps the index from the bound that the place to go on from has passed.
    const plus = (descending: boolean): string => (onward?.column === column && onward.descending === descending ? '+' : '');
    return [
      ...(eq === undefined ? [] : [{ sql: `${name} IS ?`, values: [eq] }]),
      ...(among === undefined || among === null ? [] : [{ sql: `(${name} IN (SELECT value FROM json_each(?))${among.includes(null) ? ` OR ${name} IS NULL` : ''})`, values: [JSON.stringify(among)] }]),
      ...(from === undefined || from === null ? [] : [{ sql: `${plus(false)}${name} >= ?`, values: [from] }]),
      ...(to === undefined || to === null ? [] : [{ sql: `${plus(true)}${name} <= ?`, values: [to] }]),
    ];
  });

const mayBeNull = (condition: Condition | undefined): boolean =>
  condition === undefined || ((condition.eq ?? null) === null && (condition.in?.includes(null) ?? true) && (condition.from ?? null) === null && (condition.to ?? null) === null);

/** A declared column, quoted. Throws on any other. */
const named = ({ columns }: Register<unknown>, alias: string, column: string): string => {
  if (!Object.hasOwn(columns, column)) throw new Error(`Registret har ingen kolumn ${column}.`);
  return `${alias}"${column}"`;
};
