import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { type Cell, type Condition, type EventStore, type Projection, project, type Recorded, type RowListing, type Where } from '@klubba/kernel';
import type { RegisterArgs, TotalsArgs, When } from '@klubba/kernel/edge';
import { LogReader } from '../../apps/api/reader';
import { dokumenthash, Omvikning, provaModell, type Underlag } from '../../apps/granska/granska';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';
import { hashAsOf, hashLive, hashRebuilt, LiveDocuments } from '../../infra/sqlite/read-model-hash';
import { listSql, totalsSql } from '../../infra/sqlite/register-sql';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import { random } from './capricious-event-store';
import { house, type House, namnd, type Sak, type SakEvent, saken } from './provhus';
import { scratch, stores } from './stores';

/** A sak that nobody counts. */
const UTANFOR = 7;
const grupper = ['Å', 'Ä', 'z', '', '\u{ffff}', '\u{1f600}'];
const register: NonNullable<Projection<Sak>['register']> = {
  columns: { nr: 'integer', grupp: 'text', stangd: 'integer', antal: 'integer' },
  indexes: [['nr'], ['grupp'], ['antal'], ['stangd', 'nr'], ['grupp', 'antal']],
  row: ({ nr, stangd, antal }) => (nr === UTANFOR ? undefined : { ...(nr !== undefined && { nr }), grupp: nr === undefined || nr % 3 === 0 ? null : grupper[nr % grupper.length]!, stangd: stangd ? 1 : 0, antal }),
};
const diariet: Projection<Sak, SakEvent> = { ...saken, name: 'diariet', place: ({ id }) => ({ namnd: id < '8' ? namnd : null, sort: id }), register };

const folder = scratch();
let files = 0;
const newFile = (): string => join(folder, `register-${files++}.db`);
let store: EventStore;
let at: House;
const open: SqliteReadModels[] = [];
const readModels = async (file: string, more: Partial<Parameters<typeof SqliteReadModels.open>[0]> = {}): Promise<SqliteReadModels> => {
  const models = await SqliteReadModels.open({ file, log: at.log, projections: [diariet], ...more });
  open.push(models);
  return models;
};
const begin = async (made: EventStore): Promise<void> => {
  store = made;
  at = await house(store);
};
afterEach(async () => {
  for (const models of open.splice(0)) await models.close();
  await store.close();
});
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const readerOf = (models: SqliteReadModels): LogReader => new LogReader(at.log, models, () => Promise.resolve(undefined));
const vid = (position: bigint): When => ({ vid: { position: `${store.upplaga}:${position}` } });

/** Some life: each step opens a sak, or changes, numbers or closes one of these. */
const live = async (steps: number, seed: number, ids: string[] = []): Promise<void> => {
  const chance = random(seed);
  for (let i = 0; i < steps; i++) {
    const id = ids[Math.floor(chance() * ids.length)];
    const what = chance();
    if (id === undefined || what < 0.3) ids.push((await at.open()).id);
    else await at.ask('sak', id, what < 0.8 ? { type: 'NumreraSak', data: { nr: Math.floor(chance() * 10) } } : what < 0.95 ? { type: 'AndraSak', data: { rubrik: 'ny' } } : { type: 'StangSak', data: {} }).catch((error: unknown) => expect(String(error)).toMatch(/STANGD/));
  }
};
const allEqual = async (file: string, models: SqliteReadModels): Promise<void> => {
  await models.caughtUp(await store.tip());
  const { position, ...inFile } = await hashLive(file, diariet);
  expect(inFile.documents).toBeGreaterThan(0);
  expect(await hashRebuilt(at.log, diariet, position)).toEqual(inFile);
  expect(await hashAsOf(at.log, diariet, position)).toEqual(inFile);
};
const tablesIn = (file: string): readonly string[] => {
  const beside = new Database(file, { readonly: true });
  const tables = beside.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'r^_%' ESCAPE '^' OR name LIKE 'd^_%' ESCAPE '^') ORDER BY name`).pluck().all();
  beside.close();
  return tables;
};

describe('Registret mot ett naivt svar', () => {
  const compare = (a: Cell, b: Cell): number => (a === null || b === null ? Number(a !== null) - Number(b !== null) : typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(a), Buffer.from(String(b))));
  const holds = (cell: Cell, { eq, in: among, from, to }: Condition): boolean =>
    (eq === undefined || cell === eq) && (among === undefined || among === null || among.includes(cell))
    && (from === undefined || from === null || (cell !== null && compare(cell, from) >= 0)) && (to === undefined || to === null || (cell !== null && compare(cell, to) <= 0));
  const cell = (doc: Sak, column: string): Cell => register.row(doc)![column] ?? null;
  const fits = (doc: Sak | undefined, where: Where): boolean => doc !== undefined && register.row(doc) !== undefined && Object.entries(where).every(([column, condition]) => condition === undefined || holds(cell(doc, column), condition));
  /** Every document as of a position. */
  const docsAt = (facts: readonly Recorded[], position: bigint): ReadonlyMap<string, Sak> => {
    const docs = new Map<string, Sak>();
    for (const fact of facts) if (fact.position <= position && fact.stream.startsWith('sak-')) docs.set(fact.stream.slice(4), project<Sak>(diariet, docs.get(fact.stream.slice(4)), fact)!);
    return docs;
  };
  const conditionOf = (values: readonly Cell[]) => {
    const value = fc.constantFrom(...values);
    const some = value.filter((one) => one !== null);
    return fc.oneof(fc.record({ eq: value }), fc.record({ in: fc.array(value, { maxLength: 3 }) }), fc.record({ from: fc.option(some), to: fc.option(some) }, { requiredKeys: [] }));
  };
  const one: fc.Arbitrary<Where> = fc.oneof(
    fc.constant({}), conditionOf([null, 1, 2, 3, 4, 5, 8]).map((nr) => ({ nr })), conditionOf([null, ...grupper]).map((grupp) => ({ grupp })),
    fc.constantFrom<Cell>(0, 0, 0, 1).map((eq) => ({ stangd: { eq } })), conditionOf([1, 2, 3]).map((antal) => ({ antal })),
  );
  const where = fc.oneof(one, one, fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })));
  const asked = fc.record({
    where, only: fc.oneof(fc.constant(undefined), fc.constant(undefined), one), namnd: fc.constantFrom(namnd, null), sort: fc.constantFrom('nr', 'grupp', 'antal'), descending: fc.boolean(), first: fc.integer({ min: 1, max: 4 }),
    by: fc.subarray(['nr', 'grupp', 'stangd']), sum: fc.constantFrom(undefined, 'nr', 'antal'), percent: fc.integer({ min: 0, max: 120 }),
  });

  it('ger samma rader, ordning, sidor och summor vid varje position, hur loggen än viktes i sidor', async () => {
    let shown = 0;
    await fc.assert(fc.asyncProperty(fc.integer({ min: 20, max: 80 }), fc.integer(), fc.array(asked, { minLength: 12, maxLength: 12 }), async (steps, seed, questions) => {
      await begin(new MemoryEventStore({ step: () => 3n }));
      const chance = random(seed);
      const largest = 1 + Math.floor(chance() * 20);
      const short = Object.assign(Object.create(store) as EventStore, { readAll: (after: bigint, limit: number) => store.readAll(after, Math.min(limit, 1 + Math.floor(chance() * largest))) });
      const models = await readModels(newFile(), { log: Object.assign(Object.create(at.log) as typeof at.log, { store: short }) });
      await live(steps, seed);
      if (chance() < 0.3) await models.rebuild();
      const tip = await store.tip();
      await models.caughtUp(tip);
      const facts = await at.facts();
      const today = docsAt(facts, tip);
      const reader = readerOf(models);
      for (const { percent, namnd: of, by, sum, first, ...args } of questions) {
        const moment = percent > 100 ? undefined : (tip * BigInt(percent)) / 100n;
        const then = docsAt(facts, moment ?? tip);
        const seen = [...then].filter(([id, doc]) => diariet.place(doc)!.namnd === of && fits(doc, args.where) && (args.only === undefined || (fits(doc, args.only) && fits(today.get(id), args.only))));
        const { sort, descending } = args;
        const expected = seen.sort(([a, x], [b, y]) => (compare(cell(x, sort), cell(y, sort)) || compare(a, b)) * (descending ? -1 : 1));
        const got: unknown[] = [];
        for (let after: string | undefined, more = true; more;) {
          const page = await reader.register(diariet, of, { ...args, first, after }, moment === undefined ? undefined : vid(moment));
          got.push(...page.rows.map(({ id, doc, now }) => [id, doc, now]));
          expect(page.rows.length === first || !page.more).toBe(true);
          [after, more] = [page.rows.at(-1)?.cursor, page.more];
        }
        shown += got.length;
        expect(got).toEqual(expected.map(([id, doc]) => [id, doc, today.get(id)]));

        const groups = new Map<string, { group: Record<string, Cell>; antal: number; summa: number | null }>();
        if (by.length === 0) groups.set('{}', { group: {}, antal: 0, summa: null });
        for (const [, doc] of seen) {
          const group = Object.fromEntries(by.map((column) => [column, cell(doc, column)]));
          const total = groups.get(JSON.stringify(group)) ?? { group, antal: 0, summa: null };
          const more = sum === undefined ? null : (cell(doc, sum) as number | null);
          groups.set(JSON.stringify(group), { group, antal: total.antal + 1, summa: more === null ? total.summa : (total.summa ?? 0) + more });
        }
        const totals = await reader.totals(diariet, of, { ...args, by, sum }, moment === undefined ? undefined : vid(moment));
        expect(totals).toEqual([...groups.values()].sort(({ group: a }, { group: b }) => by.reduce((so, column) => so || compare(a[column]!, b[column]!), 0)));
      }
      await models.close();
      await store.close();
    }), { numRuns: 50 });
    // It was about something.
    expect(shown).toBeGreaterThan(400);
  });
});

describe.each(Object.entries(stores()))('Registret över lagret %s', (_kind, openStore) => {
  it('är levande = omräknat = som vid loggens slut, genom liv, omräkning och omstart', async () => {
    await begin(await openStore(files + 1));
    const file = newFile();
    const models = await readModels(file);
    const ids: string[] = [];
    await live(60, 7, ids);
    await allEqual(file, models);
    const before = await hashLive(file, diariet);
    await models.rebuild();
    expect(await hashLive(file, diariet)).toEqual(before);
    await live(20, 8, ids);
    await allEqual(file, models);
    await models.close();
    const again = await readModels(file);
    await live(20, 9, ids);
    await allEqual(file, again);
    expect(tablesIn(file)).toHaveLength(2);
  });
});

describe('Registrets fil', () => {
  beforeEach(() => begin(new MemoryEventStore({ step: () => 3n })));
  const tableOf = (beside: Database.Database): string => beside.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE name LIKE 'r^_%' ESCAPE '^' AND type = 'table'`).pluck().get()!;
  const count = async (models: SqliteReadModels): Promise<number> => {
    let all = 0;
    for (const whose of [namnd, null]) all += (await readerOf(models).totals(diariet, whose, { by: [] }))[0]!.antal;
    return all;
  };

  it('när en rad inte kan skrivas är varken rad, dokument eller checkpoint skrivna, och sedan allt', async () => {
    const file = newFile();
    const models = await readModels(file);
    await models.caughtUp((await at.open()).position);
    const beside = new Database(file);
    beside.exec(`CREATE TRIGGER broms BEFORE INSERT ON "${tableOf(beside)}" BEGIN SELECT RAISE(ABORT, 'broms'); END`);
    const { id, position } = await at.open();
    const before = models.status()[0]!.position;
    await until(() => models.status()[0]!.fault !== undefined);
    expect(models.get(diariet, id)).toBeUndefined();
    expect([await count(models), models.status()[0]!.position]).toEqual([1, before]);
    expect(beside.prepare('SELECT position FROM modell').pluck().get()).toBe(Number(before));
    beside.exec('DROP TRIGGER broms');
    beside.close();
    await until(() => models.status()[0]!.fault === undefined && models.status()[0]!.position >= position);
    expect(await count(models)).toBe(2);
    await allEqual(file, models);
  });

  it('dödad mitt i går den vidare från det den hann med', async () => {
    const file = newFile();
    const models = await readModels(file);
    const ids: string[] = [];
    for (let round = 0; round < 5; round++) {
      await live(20, round + 20, ids);
      const left = newFile();
      for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, left + end);
      const revived = await readModels(left);
      await allEqual(left, revived);
      await revived.close();
    }
    await allEqual(file, models);
  });

  it.each([['när den upphörde', 'till = till - 1 WHERE till IS NOT NULL'], ['sitt värde', 'antal = antal + 1'], ['sin nämnd', 'namnd = NULL WHERE namnd IS NOT NULL']])('granskningen ser en rad som någon ändrat: %s', async (_what, change) => {
    const file = newFile();
    const models = await readModels(file);
    await live(40, 6);
    const tip = await store.tip();
    await models.caughtUp(tip);
    await models.close();
    const omvikning = new Omvikning([diariet], new Map([[diariet.name, tip]]));
    for (const fact of await at.facts()) omvikning.add(fact);
    const proof = async (): Promise<number> => {
      const lies = new LiveDocuments(file);
      const underlag = { dokument: async (modell, after, limit) => lies.page(modell, after, limit).map((one) => ({ id: one.id, hash: dokumenthash(one) })) } satisfies Pick<Underlag, 'dokument'>;
      const { antal, avvikelser } = await provaModell(underlag as unknown as Underlag, diariet, tip, omvikning.of(diariet), (id) => omvikning.asOf(diariet, id, tip), () => undefined);
      lies.close();
      expect(antal).toBeGreaterThan(5);
      return avvikelser.length;
    };
    expect(await proof()).toBe(0);
    const beside = new Database(file);
    const table = tableOf(beside);
    expect(beside.prepare(`UPDATE "${table}" SET ${change}`).run().changes).toBeGreaterThan(0);
    beside.close();
    expect(await proof()).toBeGreaterThan(0);
  });

  it('två som kör på samma fil skriver varje rad en gång, och den ena läser den andras', async () => {
    const file = newFile();
    const [one, other] = [await readModels(file), await readModels(file)];
    const ids: string[] = [];
    for (let i = 0; i < 10; i++) {
      await live(8, i, ids);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const tip = await store.tip();
    await Promise.all([one.caughtUp(tip), other.caughtUp(tip)]);
    await allEqual(file, one);
    expect(await count(other)).toBe(await count(one));
    await one.rebuild();
    await other.caughtUp((await at.open()).position);
    expect(await count(other)).toBe(await count(one));
    await allEqual(file, other);
  });

  it('ett register som ändrats, tillkommit eller tagits bort räknas fram utan ny revision, och kan inte visas förrän det är klart', async () => {
    const { register: _, ...without } = diariet;
    const file = newFile();
    const first = await readModels(file, { projections: [without] });
    await live(30, 3);
    await first.caughtUp(await store.tip());
    await first.close();
    expect(tablesIn(file)).toHaveLength(1);
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = Object.assign(Object.create(store) as EventStore, { readAll: async (after: bigint, limit: number) => (await gate, store.readAll(after, limit)) });
    const models = await readModels(file, { log: Object.assign(Object.create(at.log) as typeof at.log, { store: slow }) });
    await expect(readerOf(models).totals(diariet, namnd, { by: [] })).rejects.toMatchObject({ extensions: { code: 'INTE_IKAPP' } });
    await expect(readerOf(models).register(diariet, namnd, { sort: 'nr' })).rejects.toThrow(/Registret räknas om/);
    go();
    await allEqual(file, models);
    expect(await count(models)).toBeGreaterThan(0);
    await models.close();
    const more: typeof diariet = { ...diariet, register: { ...register, indexes: [...register.indexes, ['stangd', 'antal']] } };
    const third = await readModels(file, { projections: [more] });
    await third.caughtUp(await store.tip());
    expect((await readerOf(third).register(more, namnd, { where: { stangd: { eq: 0 } }, sort: 'antal' })).rows.length).toBeGreaterThan(0);
    await third.close();
    const last = await readModels(file, { projections: [without] });
    await last.caughtUp(await store.tip());
    await until(() => tablesIn(file).length === 1);
  });

  it.each<[string, NonNullable<Projection<Sak>['register']>['row'], RegExp]>([
    ['en kolumn som inte är förklarad', () => ({ annan: 1 }), /ingen kolumn annan/],
    ['text i en kolumn för tal', () => ({ nr: 'ett' }), /kolumn nr tar inte emot ett värde av typen string/],
    ['ett tal som inte är helt', () => ({ antal: 1.5 }), /kolumn antal tar inte emot/],
  ])('en rad med %s får läsmodellen att stå still', async (_what, row, message) => {
    const models = await readModels(newFile(), { projections: [{ ...diariet, register: { ...register, row } }] });
    await at.open();
    await until(() => models.status()[0]!.fault !== undefined);
    expect(models.status()[0]!.fault).toMatch(message);
  });

  it('en kolumn som inte kan finnas, och ett index på en som inte finns, startar inte', async () => {
    for (const columns of [{ till: 'integer' }, { Namnd: 'text' }, { 'a" TEXT, b': 'text' }] as const) {
      await expect(readModels(newFile(), { projections: [{ ...diariet, register: { ...register, columns, indexes: [] } as never }] })).rejects.toThrow(/kan inte ha en kolumn/);
    }
    await expect(readModels(newFile(), { projections: [{ ...diariet, register: { ...register, indexes: [['finnsInte']] } }] })).rejects.toThrow(/ingen kolumn finnsInte/);
  });
});

describe('Registrets frågor', () => {
  let reader: LogReader;
  beforeEach(async () => {
    await begin(new MemoryEventStore());
    const models = await readModels(newFile());
    for (let i = 0; i < 12; i++) await at.ask('sak', (await at.open(undefined, `0${randomUUID().slice(1)}`)).id, { type: 'NumreraSak', data: { nr: i * 10 } });
    await models.caughtUp(await store.tip());
    reader = readerOf(models);
  });

  it('en markör gäller samma lista, sortering och riktning, och ingen annan', async () => {
    const first = await reader.register(diariet, namnd, { sort: 'nr', first: 5 });
    const after = first.rows.at(-1)!.cursor;
    expect((await reader.register(diariet, namnd, { sort: 'nr', first: 5, after })).rows.map(({ doc }) => doc.nr)).toEqual([50, 60, 70, 80, 90]);
    const listed = (await reader.page(diariet, namnd, { first: 1 })).rows[0]!.cursor;
    const made = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const wrong: [RegisterArgs, string][] = [
      [{ sort: 'antal' }, after], [{ sort: 'nr', descending: true }, after], [{ sort: 'nr' }, listed], [{ sort: 'nr' }, ''], [{ sort: 'nr' }, 'x'], [{ sort: 'nr' }, `${after}=`],
      [{ sort: 'nr' }, made('annan', 'nr', false, 1, 'x')], [{ sort: 'nr' }, made('diariet', 'nr', false, '1', 'x')], [{ sort: 'nr' }, made('diariet', 'nr', false, { a: 1 }, 'x')],
      [{ sort: 'nr' }, made('diariet', 'nr', false, 1)], [{ sort: 'nr' }, made('diariet', 'nr', false, 1, 'x', 'y')], [{ sort: 'nr' }, made('diariet', 'nr', false, 1, 2)],
    ];
    for (const [args, cursor] of wrong) await expect(reader.register(diariet, namnd, { ...args, after: cursor })).rejects.toMatchObject({ extensions: { code: 'OGILTIG_MARKOR' } });
    await expect(reader.page(diariet, namnd, { after })).rejects.toMatchObject({ extensions: { code: 'OGILTIG_MARKOR' } });
  });

  it('en sida har högst 200 rader och ett villkor högst 50 värden', async () => {
    for (const first of [0, 201]) await expect(reader.register(diariet, namnd, { sort: 'nr', first })).rejects.toMatchObject({ extensions: { code: 'OGILTIG_INDATA' } });
    const nr = (length: number): Where => ({ nr: { in: Array.from({ length }, (_, i) => i) } });
    await expect(reader.register(diariet, namnd, { sort: 'nr', where: nr(51) })).rejects.toMatchObject({ extensions: { code: 'OGILTIG_INDATA' } });
    await expect(reader.totals(diariet, namnd, { by: [], where: nr(51) })).rejects.toMatchObject({ extensions: { code: 'OGILTIG_INDATA' } });
    expect(await reader.totals(diariet, namnd, { by: [], where: nr(50), sum: 'nr' })).toEqual([{ group: {}, antal: 5, summa: 100 }]);
  });

  it('vad ett värde än innehåller är det ett värde, och vad som inte är förklarat nekas', async () => {
    for (const text of [`' OR 1=1 --`, '"; DROP TABLE modell; --', '?', '\0']) {
      expect(await reader.totals(diariet, namnd, { by: [], where: { grupp: { eq: text } } })).toEqual([{ group: {}, antal: 0, summa: null }]);
      expect((await reader.register(diariet, namnd, { sort: 'nr', where: { grupp: { in: [text, null] } } })).rows.every(({ doc }) => register.row(doc)!.grupp === null)).toBe(true);
    }
    const wrong: [RegisterArgs & TotalsArgs, RegExp][] = [
      [{ sort: 'nr" --', by: [] }, /ingen kolumn nr" --/], [{ sort: 'stangd', by: ['1'] }, /inget index för sorteringen stangd|ingen kolumn 1/], [{ sort: 'nr', by: [], where: { id: { eq: 'x' } } }, /ingen kolumn id/],
      [{ sort: 'nr', by: [], only: { toString: { eq: 'x' } } }, /ingen kolumn toString/], [{ sort: 'nr', by: [], where: { nr: { eq: '1' } } }, /kolumn nr jämförs inte/], [{ sort: 'nr', by: [], sum: 'grupp' }, /grupp går inte att summera/],
    ];
    for (const [args, message] of wrong) {
      const both = await Promise.allSettled([reader.register(diariet, namnd, args), reader.totals(diariet, namnd, args)]);
      expect(both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])).join()).toMatch(message);
    }
  });

  it('går på sina index, utan att läsa fler rader än de visar eller sortera', async () => {
    const file = newFile();
    await (await readModels(file)).caughtUp(await store.tip());
    const table = `"${tablesIn(file).find((name) => name.startsWith('r_'))!}"`;
    const beside = new Database(file);
    const plan = ({ sql, values }: ReturnType<typeof totalsSql>, ...more: number[]): string => beside.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values, ...more).map(({ detail }) => detail).join('; ');
    for (const moment of [undefined, 5n]) {
      const index = (n: string): string => `^SEARCH r USING COVERING INDEX r_diariet_${moment === undefined ? `nu${n}` : `da${n}`}_\\d+ \\(namnd=\\?${moment === undefined ? ' AND till=\\?' : ''}`;
      for (const descending of [false, true]) for (const after of [undefined, { value: null, id: 'x' }, { value: 5, id: 'x' }]) {
        const listing: RowListing = { namnd, sort: 'nr', descending, after, first: 10, at: moment };
        for (const query of listSql(table, register, listing)) expect(plan(query, 1)).toMatch(new RegExp(`${index('0')} AND (nr[=><]|\\(nr,id\\)[<>])[^;]*\\)$`));
        const bounded = after?.value === 5 ? (descending ? 'nr>\\? AND \\(nr,id\\)<\\(\\?,\\?\\)' : '\\(nr,id\\)>\\(\\?,\\?\\) AND nr<\\?') : 'nr>\\? AND nr<\\?';
        for (const query of listSql(table, register, { ...listing, where: { stangd: { eq: 0 }, nr: { from: 3, to: 8 } } })) expect(plan(query, 1)).toMatch(new RegExp(`${index('3')} AND stangd=\\? AND ${bounded}\\)$`));
      }
      expect(plan(totalsSql(table, register, { namnd, by: ['grupp'], at: moment }))).toMatch(new RegExp(`${index('[14]')}\\)$`));
    }
    beside.close();
  });
});
