import { LogFault } from './record';

export type Column = 'text' | 'integer';
export type Cell = string | number | null;

/**
 * Rows of a projection that lists, filters and totals go by: in SQL, over indexes, now and as of any position. Only what may
 * lie in clear: never a sealed value, a name or free text. Texts are ordered by their code points, and null comes first.
 */
export type Register<Doc> = {
  readonly columns: Readonly<Record<string, Column>>;
  /**
   * What a list may be sorted by, and filtered cheaply: each is an index, with the nämnd before it and the id after. A list may be
   * sorted by the last column of one where those before it are given by `eq`: what leaves few rows stands first in an index of
   * its own (`['handlaggare', 'datum']`), since other conditions are tried on row after row in the order of the list. Totals are
   * quick where an index has every column that they are divided and filtered by.
   */
  readonly indexes: readonly (readonly string[])[];
  /** The document's row, or undefined while it is not in the register. A document without a place is in none. A column left out is null. */
  row(doc: Doc): Readonly<Record<string, Cell>> | undefined;
};

/**
 * What a column must be. Inclusive bounds; all that is given holds at once. `eq: null` is where there is no value; null or
 * undefined elsewhere sets no condition, as an argument left out, and so does `eq: undefined`.
 */
export type Condition = { readonly eq?: Cell | undefined; readonly in?: readonly Cell[] | null | undefined; readonly from?: Cell | undefined; readonly to?: Cell | undefined };
export type Where = Readonly<Record<string, Condition | undefined>>;

/** Which rows of a nämnd's register (`null`: the municipality's). */
export type RowSelection = {
  readonly namnd: string | null;
  readonly where?: Where | undefined;
  /** What must hold of the row as it stands today too, when an earlier moment is shown: what the viewer may know of. Where it is given, a row that does not stand today is not shown. */
  readonly only?: Where | undefined;
  /** The rows as they stood right after this position. */
  readonly at?: bigint | undefined;
};
export type RowListing = RowSelection & {
  readonly sort: string;
  readonly descending?: boolean | undefined;
  /** Exclusive: the sorted value and id of the last row seen. */
  readonly after?: { readonly value: Cell; readonly id: string } | undefined;
  readonly first: number;
};
/** How many rows there are for each combination of values in `by` (one group in all where it is empty), and the sum of an integer column. */
export type Totalling = RowSelection & { readonly by: readonly string[]; readonly sum?: string | undefined };
/** `summa` is null where nothing was to be summed. */
export type Total = { readonly group: Readonly<Record<string, Cell>>; readonly antal: number; readonly summa: number | null };

/** The nämnd and then the cells in the order of the declared columns. */
export type Cells = readonly Cell[];
/** A row and when it stood: from right after one position, and no longer right after the other; without it, it stands. */
export type RowVersion = { readonly from: bigint; readonly to: bigint | undefined; readonly cells: Cells };

/** The document's row. Throws LogFault on a column that is not declared and on a value of another kind than its column's. */
export const cellsOf = <Doc>(register: Register<Doc>, namnd: string | null, doc: Doc): Cells | undefined => {
  const { columns } = register;
  const given = register.row(doc);
  if (given === undefined) return undefined;
  for (const name in given) if (!Object.hasOwn(columns, name)) throw new LogFault(`Registret har ingen kolumn ${name}.`);
  return [namnd, ...Object.entries(columns).map(([name, column]) => {
    const cell = given[name] ?? null;
    if (!fits(column, cell)) throw new LogFault(`Registrets kolumn ${name} tar inte emot ett värde av typen ${typeof cell}.`);
    return cell;
  })];
};
/** Whether a column may hold it. */
export const fits = (column: Column, cell: unknown): boolean => cell === null || (column === 'text' ? typeof cell === 'string' : Number.isSafeInteger(cell));

/** The versions when the row becomes this at a position: the same list where nothing changes. */
export const withRow = (versions: readonly RowVersion[], cells: Cells | undefined, position: bigint): readonly RowVersion[] => {
  const last = versions.at(-1);
  const stood = last !== undefined && last.to === undefined ? last.cells : undefined;
  if (stood === undefined ? cells === undefined : cells !== undefined && cells.every((cell, i) => cell === stood[i])) return versions;
  const closed = stood === undefined ? versions : [...versions.slice(0, -1), { ...last!, to: position }];
  return cells === undefined ? closed : [...closed, { from: position, to: undefined, cells }];
};
