import type Database from 'better-sqlite3';

/** One statement of those that a file is written with, by its number, with its values; its bytes come last. */
export type Step = { readonly statement: number; readonly values: readonly (string | number | null)[]; readonly bytes: Uint8Array | null };

/** What an error is told by when it could not be undone either. */
export const NOT_UNDONE = 'KLUBBA_NOT_UNDONE';

/** Carries out steps in one transaction, flushed when it answers: how many rows each changed. What throws has changed nothing. */
export const transactionsOf = (db: Database.Database, statements: readonly string[]): ((steps: readonly Step[]) => readonly number[]) => {
  const [begin, commit, rollback] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT'), db.prepare('ROLLBACK')];
  const prepared: Database.Statement<unknown[]>[] = [];
  const run = ({ statement, values, bytes }: Step): number => {
    const one = (prepared[statement] ??= db.prepare<unknown[]>(statements[statement]!));
    return (bytes === null ? one.run(...values) : one.run(...values, bytes)).changes;
  };
  return (steps) => {
    try {
      begin.run();
      const changes = steps.map(run);
      commit.run();
      return changes;
    } catch (error) {
      try {
        // Some errors have rolled back already.
        if (db.inTransaction) rollback.run();
      } catch (worse) {
        throw Object.assign(new Error('not undone', { cause: worse }), { code: NOT_UNDONE });
      }
      throw error;
    }
  };
};

/** Steps on their way to another thread, as what is moved or copied at once: an object for each would cost more than to write it. */
export type Parcel = {
  /** Another one after each fault, so that what was sent on the strength of what failed is not written either. */
  readonly trust: number;
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly texts: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** What stands in `numbers` for a text, for null, and as the length of no bytes: no number of a step is any of them, since SQLite keeps whole ones here. */
const [TEXT, NULL, NO_BYTES] = [Infinity, -Infinity, -1];

export const packed = (steps: readonly Step[], trust: number): Parcel => {
  let [count, size] = [0, 0];
  for (const { values, bytes } of steps) {
    count += values.length + 3;
    size += bytes?.length ?? 0;
  }
  const parcel = { trust, numbers: new Float64Array(count), texts: [] as string[], bytes: new Uint8Array(size) };
  let [at, filled] = [0, 0];
  for (const { statement, values, bytes } of steps) {
    parcel.numbers[at++] = statement;
    parcel.numbers[at++] = values.length;
    for (const value of values) {
      if (typeof value === 'string') parcel.texts.push(value);
      parcel.numbers[at++] = typeof value === 'string' ? TEXT : (value ?? NULL);
    }
    parcel.numbers[at++] = bytes?.length ?? NO_BYTES;
    if (bytes === null) continue;
    parcel.bytes.set(bytes, filled);
    filled += bytes.length;
  }
  return parcel;
};

export const unpacked = ({ numbers, texts, bytes }: Parcel): readonly Step[] => {
  const steps: Step[] = [];
  let [at, text, taken] = [0, 0, 0];
  while (at < numbers.length) {
    const statement = numbers[at++]!;
    const values: (string | number | null)[] = [];
    for (let left = numbers[at++]!; left > 0; left--) {
      const value = numbers[at++]!;
      values.push(value === TEXT ? texts[text++]! : value === NULL ? null : value);
    }
    const length = numbers[at++]!;
    steps.push({ statement, values, bytes: length === NO_BYTES ? null : bytes.subarray(taken, (taken += length)) });
  }
  return steps;
};
