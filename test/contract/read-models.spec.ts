import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { type AnyProjection, asOf, encode, type EventStore, type Projection, type Ready, type Recorded, StoreUnavailable } from '@klubba/kernel';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';
import { DataFault } from '../../infra/sqlite/open';
import { hashAsOf, hashLive, hashRebuilt } from '../../infra/sqlite/read-model-hash';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import { Writer } from '../../infra/sqlite/writer';
import { random } from './capricious-event-store';
import { geNummer, house, type House, namnd, type Sak, type SakEvent, saken, sattNummer, type Serie, serien } from './provhus';
import { scratch, stores } from './stores';
import { loseThread } from './thread';

const folder = scratch();
let files = 0;
const newFile = (): string => join(folder, `las-${files++}.db`);
const kinds = Object.entries(stores());

let store: EventStore;
let at: House;
const open: SqliteReadModels[] = [];
const readModels = async (file: string, more: Partial<Parameters<typeof SqliteReadModels.open>[0]> = {}): Promise<SqliteReadModels> => {
  const models = await SqliteReadModels.open({ file, log: at.log, projections: [saken, serien], reactions: [geNummer, sattNummer], dispatch: at.dispatch, ...more });
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
const faultOf = (models: SqliteReadModels, name: string): string | undefined => models.status().find((one) => one.name === name)?.fault;
const positionOf = (models: SqliteReadModels, name: string): bigint => models.status().find((one) => one.name === name)!.position;

/** Some life: saker opened, changed and closed, mixed as chance will have it. */
const live = async (steps: number, seed: number): Promise<readonly string[]> => {
  const chance = random(seed);
  const ids: string[] = [];
  for (let i = 0; i < steps; i += 4) {
    await Promise.all(Array.from({ length: 4 }, async () => {
      const id = ids[Math.floor(chance() * ids.length)];
      const what = chance();
      if (id === undefined || what < 0.4) ids.push((await at.open(`rubrik ${i}`)).id);
      else await at.ask('sak', id, what < 0.9 ? { type: 'AndraSak', data: { rubrik: `ny ${i}` } } : { type: 'StangSak', data: {} }).catch((error: unknown) => expect(String(error)).toMatch(/STANGD/));
    }));
  }
  return ids;
};
const allEqual = async (file: string, models: SqliteReadModels, projections: readonly AnyProjection[] = [saken, serien]): Promise<void> => {
  await models.caughtUp(await store.tip());
  for (const projection of projections) {
    const { position, ...inFile } = await hashLive(file, projection);
    expect(inFile.documents).toBeGreaterThan(0);
    expect(await hashRebuilt(at.log, projection, position)).toEqual(inFile);
    expect(await hashAsOf(at.log, projection, position)).toEqual(inFile);
  }
};

describe.each(kinds)('Läsmodellerna över lagret %s', (_kind, openStore) => {
  beforeEach(async () => begin(await openStore(files + 1)));

  it('är levande = omräknade = som vid loggens slut, genom liv, omräkning och omstart', async () => {
    const file = newFile();
    const models = await readModels(file);
    await live(60, 7);
    await allEqual(file, models);
    await models.rebuild();
    await allEqual(file, models);
    await live(20, 8);
    await models.close();
    const again = await readModels(file);
    await live(20, 9);
    await allEqual(file, again);
    expect(again.status().every(({ lagMs, fault }) => lagMs >= 0 && fault === undefined)).toBe(true);
  });

  it('den som väntat in sin skrivning ser den, och det som reaktionerna gjort av den', async () => {
    const models = await readModels(newFile());
    for (let i = 1; i <= 5; i++) {
      const { id, position } = await at.open();
      await models.caughtUp(position);
      expect(models.get(saken, id)).toMatchObject({ nr: i, antal: 2 });
      expect(models.get(serien, at.serie)?.nummer.at(-1)).toEqual({ nr: i, mal: id });
    }
  });

  it('säger till om varje faktum en gång, i ordning, när dokumenten redan har det', async () => {
    const models = await readModels(newFile());
    const told: Recorded[] = [];
    const seen: boolean[] = [];
    const stop = models.onChange((events) => {
      told.push(...events);
      for (const { stream, type } of events) if (type === 'SakOppnad') seen.push(models.get(saken, stream.slice(4)) !== undefined);
    });
    models.onChange(() => {
      throw new Error('en lyssnare som faller');
    });
    await live(40, 3);
    await models.caughtUp(await store.tip());
    await until(() => told.length > 0 && told.length >= Number(told.at(-1)!.version));
    const facts = await at.facts();
    await until(() => told.at(-1)?.id === facts.at(-1)?.id);
    expect(told.map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
    expect(seen.every(Boolean)).toBe(true);
    stop();
    const before = told.length;
    await models.caughtUp((await at.open()).position);
    expect(told).toHaveLength(before);
  });

  it('två noder med var sin fil får samma dokument, och reaktionerna verkar en gång', async () => {
    const [one, other] = [newFile(), newFile()];
    const here = await readModels(one);
    const there = await readModels(other);
    const ids = await live(30, 5);
    await allEqual(one, here);
    await allEqual(other, there);
    const facts = await at.facts();
    expect(facts.filter(({ type }) => type === 'NummerGivet')).toHaveLength(ids.length);
    expect(new Set(facts.map(({ command, type }) => `${command} ${type}`)).size).toBe(facts.length);
  });
});

describe('Läsmodellernas fil', () => {
  beforeEach(() => begin(new MemoryEventStore({ step: () => 3n })));
  const silent = { reactions: [] };

  it.each([['checkpointen', 'UPDATE ON modell'], ['dokumenten', 'INSERT ON "%"']])('när %s inte kan skrivas är inget skrivet, och sedan allt', async (_what, when) => {
    const file = newFile();
    const models = await readModels(file, silent);
    const table = (): string => beside.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE name LIKE 'd_sak_%' AND type = 'table'`).pluck().get()!;
    const beside = new Database(file);
    await models.caughtUp((await at.open()).position);
    beside.exec(`CREATE TRIGGER broms BEFORE ${when.replace('%', table())} ${when.includes('modell') ? "WHEN NEW.name = 'sak'" : ''} BEGIN SELECT RAISE(ABORT, 'broms'); END`);
    const before = positionOf(models, 'sak');
    const { id, position } = await at.open();
    await at.ask('serie', at.serie, { type: 'GeNummer', data: { mal: id } });
    await until(() => faultOf(models, 'sak') !== undefined || positionOf(models, 'sak') !== before);
    await models.caughtUp(position);
    expect(faultOf(models, 'sak')).toMatch(/broms/);
    expect(models.get(saken, id)).toBeUndefined();
    expect(positionOf(models, 'sak')).toBe(before);
    expect(beside.prepare(`SELECT count(*) FROM "${table()}"`).pluck().get()).toBe(1);
    expect(beside.prepare("SELECT position FROM modell WHERE name = 'sak'").pluck().get()).toBe(Number(before));
    // The other is not hindered.
    expect(models.get(serien, at.serie)?.nummer).toHaveLength(1);
    beside.exec('DROP TRIGGER broms');
    beside.close();
    await until(() => faultOf(models, 'sak') === undefined);
    await allEqual(file, models);
  });

  it('två som kör på samma fil räknar varje faktum en gång', async () => {
    const file = newFile();
    const [one, other] = [await readModels(file, silent), await readModels(file, silent)];
    const ids: string[] = [];
    for (let i = 0; i < 10; i++) ids.push((await at.open()).id);
    for (let i = 0; i < 30; i++) {
      await Promise.all(ids.map((id) => at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'x' } })));
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const tip = await store.tip();
    await Promise.all([one.caughtUp(tip), other.caughtUp(tip)]);
    for (const models of [one, other]) for (const id of ids) expect(models.get(saken, id)?.antal).toBe(31);
    await allEqual(file, one, [saken]);
    await one.rebuild('sak');
    await other.caughtUp((await at.open()).position);
    await allEqual(file, other, [saken]);
  });

  it('den som läst en sida som en annan redan hunnit skriva räknar den inte en gång till', async () => {
    const file = newFile();
    const models = await readModels(file, silent);
    const { id } = await at.open();
    await models.caughtUp((await at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'b' } })).position);
    // The other has no document in memory, reads the next page, and is held there until the first has committed it.
    let go = (): void => undefined;
    let read = 0;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const held = Object.assign(Object.create(store) as EventStore, {
      onMore: () => () => undefined,
      readAll: async (after: bigint, limit: number) => {
        const page = await store.readAll(after, limit);
        if (page.length > 0) {
          read++;
          await gate;
        }
        return page;
      },
    });
    await models.close();
    const other = await readModels(file, { ...silent, log: Object.assign(Object.create(at.log) as typeof at.log, { store: held }) });
    await at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'c' } });
    await until(() => read > 0);
    const first = await readModels(file, silent);
    const tip = await store.tip();
    await first.caughtUp(tip);
    go();
    await other.caughtUp(tip);
    for (const one of [first, other]) expect(one.get(saken, id)?.antal).toBe(3);
    await allEqual(file, other, [saken]);
  });

  it('dödad mitt i går den vidare från det den hann med', async () => {
    const file = newFile();
    const models = await readModels(file);
    for (let round = 0; round < 5; round++) {
      await live(12, round + 20);
      const left = newFile();
      // What a killed process leaves: the file and its WAL as they lie at some moment.
      for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, left + end);
      const revived = await readModels(left);
      await allEqual(left, revived);
      await revived.close();
    }
    await allEqual(file, models);
  });

  it('en annan loggs fil, eller en annan kopias, nekas med besked om vad man gör', async () => {
    const file = newFile();
    await (await readModels(file)).close();
    const mine = { log: at.log, projections: [saken] };
    const foreign = await house(new MemoryEventStore());
    await expect(SqliteReadModels.open({ ...mine, log: foreign.log, file })).rejects.toThrow(/hör till en annan logg.*ta bort/s);
    const copy = await house(new MemoryEventStore({ logg: store.logg }));
    await expect(SqliteReadModels.open({ ...mine, log: copy.log, file })).rejects.toThrow(/en annan kopia av loggen.*ta bort/s);
    await expect(SqliteReadModels.open({ ...mine, log: copy.log, file })).rejects.toThrow(DataFault);
  });

  it('kan kastas: en ny fil över en logg med fakta räknas fram och reaktionerna verkar inte igen', async () => {
    const first = await readModels(newFile());
    await live(40, 11);
    await first.caughtUp(await store.tip());
    await first.close();
    const facts = await at.facts();
    const file = newFile();
    const models = await readModels(file);
    await allEqual(file, models);
    expect(await at.facts()).toHaveLength(facts.length);
  });
});

describe('En läsmodell som faller', () => {
  beforeEach(() => begin(new MemoryEventStore()));

  it('står still före det faktum den föll på, säger det, och de andra går vidare tills den lagats', async () => {
    let broken = true;
    const fragile: Projection<Sak, SakEvent> = {
      ...saken, name: 'skor',
      on: { ...saken.on, SakStangd: (sak, event) => {
        if (broken) throw new Error('trasig');
        return saken.on.SakStangd(sak, event);
      } },
    };
    const file = newFile();
    const models = await readModels(file, { projections: [saken, fragile, serien] });
    const { id } = await at.open();
    const { position: good } = await at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'b' } });
    await models.caughtUp(good);
    const { position } = await at.ask('sak', id, { type: 'StangSak', data: {} });
    const { position: later } = await at.open();
    await models.caughtUp(later);
    await until(() => faultOf(models, 'skor') !== undefined);
    expect(faultOf(models, 'skor')).toBe(`Läsmodellen skor står still före SakStangd (position ${position}): trasig`);
    expect(positionOf(models, 'skor')).toBe(position - 1n);
    expect(models.get(fragile, id)).toMatchObject({ stangd: false });
    expect(models.get(saken, id)).toMatchObject({ stangd: true });
    expect(models.status().find(({ name }) => name === 'skor')!.lagMs).toBeGreaterThanOrEqual(0);
    expect(faultOf(models, 'sak')).toBeUndefined();
    broken = false;
    await until(() => faultOf(models, 'skor') === undefined);
    await allEqual(file, models, [saken, fragile, serien]);
  });

  it('säger ett faktum den inte känner', async () => {
    const { SakStangd: _, ...rest } = saken.on;
    const models = await readModels(newFile(), { projections: [serien, { ...saken, on: rest as typeof saken.on }] });
    const { id } = await at.open();
    await at.ask('sak', id, { type: 'StangSak', data: {} });
    await until(() => faultOf(models, 'sak') !== undefined);
    expect(faultOf(models, 'sak')).toMatch(/känner inte faktat SakStangd/);
  });

  it.each<[string, (sak: Sak) => ReturnType<typeof saken.place>]>([
    ['byter plats', ({ antal }) => ({ namnd, sort: `${antal}` })],
    ['byter nämnd', ({ antal }) => ({ namnd: antal > 1 ? namnd : null, sort: 'a' })],
    ['lämnar sin plats', ({ antal }) => (antal > 1 ? undefined : { namnd, sort: 'a' })],
  ])('den som %s står still', async (_what, place) => {
    const models = await readModels(newFile(), { projections: [{ ...saken, place }, serien], reactions: [] });
    const { id, position } = await at.open();
    await models.caughtUp(position);
    await at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'b' } });
    await until(() => faultOf(models, 'sak') !== undefined);
    expect(faultOf(models, 'sak')).toMatch(/flyttar dokumentet/);
    expect(positionOf(models, 'sak')).toBe(position);
  });

  it('när alla står still sägs det till den som väntar, i stället för att visa gammalt', async () => {
    const stuck: Projection<Sak, SakEvent> = { ...saken, place: () => { throw new Error('trasig'); } };
    const models = await readModels(newFile(), { projections: [stuck], reactions: [], patienceMs: 200 });
    const { position } = await at.open();
    await expect(models.caughtUp(position)).rejects.toThrow(StoreUnavailable);
  });

  it('den som väntar på något som aldrig kommer får besked', async () => {
    const models = await readModels(newFile(), { patienceMs: 50 });
    await expect(models.caughtUp(1_000_000n)).rejects.toThrow(/inte hunnit fram/);
  });
});

describe('Omräkningen', () => {
  beforeEach(() => begin(new MemoryEventStore({ step: () => 2n })));
  const changed: Projection<Sak & { readonly nytt: true }, SakEvent> = {
    ...(saken as unknown as Projection<Sak & { readonly nytt: true }, SakEvent>),
    revision: 2,
    on: { ...(saken.on as unknown as Projection<Sak & { readonly nytt: true }, SakEvent>['on']), SakOppnad: (_, event) => ({ ...saken.on.SakOppnad(undefined, event)!, nytt: true }) },
  };

  it('med ny revision läses den gamla tills den nya är klar, och den gamla tabellen är sedan borta', async () => {
    const file = newFile();
    const first = await readModels(file);
    const ids = await live(40, 4);
    await first.caughtUp(await store.tip());
    await first.close();
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = Object.assign(Object.create(store) as EventStore, { readAll: async (after: bigint, limit: number) => (await gate, store.readAll(after, limit)) });
    const log = Object.assign(Object.create(at.log) as typeof at.log, { store: slow });
    const models = await readModels(file, { log, projections: [changed, serien], reactions: [] });
    expect(models.get(changed, ids[0]!)).toMatchObject({ id: ids[0] });
    expect(models.get(changed, ids[0]!)).not.toHaveProperty('nytt');
    go();
    await models.caughtUp(await store.tip());
    expect(models.get(changed, ids[0]!)).toMatchObject({ id: ids[0], nytt: true });
    await allEqual(file, models, [changed, serien]);
    const beside = new Database(file, { readonly: true });
    expect(beside.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'd_sak_%'`).pluck().get()).toBe(1);
    beside.close();
  });

  it('går bredvid de levande: läsare får svar och nya fakta syns medan den pågår', async () => {
    const file = newFile();
    const models = await readModels(file, { reactions: [] });
    const { id } = await at.open();
    for (let i = 0; i < 6000; i += 200) await Promise.all(Array.from({ length: 200 }, () => at.open()));
    await models.caughtUp(await store.tip());
    let done = false;
    const rebuilt = models.rebuild().then(() => (done = true));
    let during = 0;
    while (!done) {
      const { position } = await at.ask('sak', id, { type: 'AndraSak', data: { rubrik: 'under tiden' } });
      await models.caughtUp(position);
      during++;
      expect(models.get(saken, id)?.antal).toBe(during + 1);
    }
    await rebuilt;
    expect(during).toBeGreaterThan(1);
    await allEqual(file, models, [saken]);
    await models.rebuild('sak');
    await allEqual(file, models, [saken]);
  });

  it('som faller säger det och lämnar den levande som den var', async () => {
    let broken = false;
    const fragile: typeof saken = { ...saken, on: { ...saken.on, SakOppnad: (sak, event) => {
      if (broken) throw new Error('trasig');
      return saken.on.SakOppnad(sak, event);
    } } };
    const file = newFile();
    const models = await readModels(file, { projections: [fragile, serien] });
    await live(12, 2);
    await models.caughtUp(await store.tip());
    broken = true;
    await expect(models.rebuild()).rejects.toThrow(/står still före SakOppnad/);
    broken = false;
    await allEqual(file, models, [fragile, serien]);
    await expect(models.rebuild('finns-inte')).rejects.toThrow(/inte monterad/);
  });

  describe('som en tråd skriver', () => {
    /** Of so many documents, from a log so slow, that the thread is there when they are written; `sent` is told of each batch. */
    const many = async (sent: (writer: Writer) => void): Promise<{ readonly file: string; readonly models: SqliteReadModels }> => {
      const file = newFile();
      const readAll = async (after: bigint, limit: number) => (await new Promise((resolve) => setTimeout(resolve, 20)), store.readAll(after, limit));
      const log = Object.assign(Object.create(at.log) as typeof at.log, { store: Object.assign(Object.create(store) as EventStore, { readAll }) });
      const models = await readModels(file, { reactions: [], log });
      for (let i = 0; i < 10_000; i += 500) await Promise.all(Array.from({ length: 500 }, () => at.open()));
      await models.caughtUp(await store.tip());
      const { away } = Writer.prototype;
      jest.spyOn(Writer.prototype, 'away').mockImplementation(function (this: Writer, steps) {
        const written = away.call(this, steps);
        sent(this);
        return written;
      });
      return { file, models };
    };
    afterEach(() => jest.restoreAllMocks());

    it('är levande = omräknat = som vid loggens slut', async () => {
      let batches = 0;
      const { file, models } = await many(() => batches++);
      await models.rebuild();
      expect(batches).toBeGreaterThan(2);
      await allEqual(file, models, [saken]);
      await live(20, 3);
      await allEqual(file, models, [saken]);
    });

    it('och som dör mitt i säger det, lämnar den levande som den var, och går igen', async () => {
      const { file, models } = await many((writer) => void loseThread({ writer }));
      await expect(models.rebuild()).rejects.toThrow('Tråden som skrev de omräknade läsmodellerna dog. Läsmodellerna är som de var, och måste räknas om från början.');
      jest.restoreAllMocks();
      await allEqual(file, models, [saken]);
      await models.rebuild();
      await allEqual(file, models, [saken]);
      const beside = new Database(file, { readonly: true });
      expect(beside.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'd_%'`).pluck().get()).toBe(2);
      beside.close();
    });
  });

  it('som bröts av lämnar inget efter sig', async () => {
    const file = newFile();
    const models = await readModels(file);
    await live(12, 2);
    const rebuilding = models.rebuild();
    await Promise.all([expect(rebuilding).rejects.toThrow(/stängs/), models.close()]);
    const again = await readModels(file);
    await allEqual(file, again);
    const beside = new Database(file, { readonly: true });
    expect(beside.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE 'd_%'`).pluck().get()).toBe(2);
    beside.close();
  });
});

describe('Listor', () => {
  let models: SqliteReadModels;
  let ids: readonly string[];
  let born: readonly bigint[];
  beforeEach(async () => {
    await begin(new MemoryEventStore());
    models = await readModels(newFile());
    const opened: { id: string; position: bigint }[] = [];
    for (let i = 0; i < 25; i++) opened.push(await at.open());
    await models.caughtUp(await store.tip());
    ids = opened.map(({ id }) => id);
    born = opened.map(({ position }) => position);
  });
  const numbers = (listing: Partial<Parameters<SqliteReadModels['list']>[1]>): readonly (number | undefined)[] => models.list(saken, { namnd, first: 100, ...listing }).map(({ doc }) => doc.nr);
  const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it('kommer i sin ordning, åt båda hållen, en sida i taget och efter en början', () => {
    expect(numbers({})).toEqual(range(1, 25));
    expect(numbers({ descending: true, first: 3 })).toEqual([25, 24, 23]);
    expect(numbers({ prefix: '2018:001' })).toEqual(range(10, 19));
    expect(numbers({ prefix: '2018:001', descending: true, first: 2 })).toEqual([19, 18]);
    expect(numbers({ prefix: '2019' })).toEqual([]);
    for (const descending of [false, true]) {
      const paged: (number | undefined)[] = [];
      for (let after: { sort: string; id: string } | undefined; ;) {
        const rows = models.list(saken, { namnd, first: 7, descending, ...(after && { after }) });
        if (rows.length === 0) break;
        paged.push(...rows.map(({ doc }) => doc.nr));
        after = rows.at(-1)!;
      }
      expect(paged).toEqual(descending ? range(1, 25).reverse() : range(1, 25));
    }
  });

  it('tar med dem som fanns vid en position, och dem som hör till nämnden', () => {
    expect(numbers({ born: born[9]! })).toEqual(range(1, 10));
    expect(numbers({ born: born[9]! - 1n, descending: true, first: 1 })).toEqual([9]);
    expect(numbers({ namnd: randomUUID() })).toEqual([]);
    expect(numbers({ namnd: null })).toEqual([]);
    expect(models.list(serien, { namnd: null, first: 10 }).map(({ id, doc }) => [id, (doc as Serie).nummer.length])).toEqual([[at.serie, 25]]);
  });

  it('det som ännu saknar plats finns men står i ingen lista', async () => {
    await models.close();
    const without = await readModels(newFile(), { reactions: [] });
    await without.caughtUp(await store.tip());
    const { id, position } = await at.open();
    await without.caughtUp(position);
    expect(without.get(saken, id)).toMatchObject({ antal: 1 });
    expect(without.list(saken, { namnd, first: 100 })).toHaveLength(ids.length);
    await expect(asOf(saken, at.log, id)).resolves.toEqual(without.get(saken, id));
  });

  it('går på sitt index, utan att läsa dokument eller sortera', async () => {
    const file = newFile();
    await (await readModels(file)).close();
    const beside = new Database(file);
    const table = beside.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE name LIKE 'd_sak_%' AND type = 'table'`).pluck().get()!;
    for (const [sign, way] of [['>', 'ASC'], ['<', 'DESC']]) {
      const plan = beside.prepare(`EXPLAIN QUERY PLAN SELECT id, sort FROM "${table}" WHERE namnd IS @n AND sort >= @p AND sort < @l AND (sort, id) ${sign} (@s, @i) AND born <= @b ORDER BY sort ${way}, id ${way} LIMIT @f`)
        .all({ n: null, p: '', l: '', s: '', i: '', b: 1, f: 1 }) as { detail: string }[];
      expect(plan.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH .* USING COVERING INDEX .*namnd=\? AND sort/)]);
    }
    beside.close();
  });
});

describe('Läget vid en tidpunkt', () => {
  const day = Date.parse('2018-03-21T00:00:00.000Z');
  const iso = (ms: number): string => new Date(day + ms).toISOString();
  /** Facts with these recorded times, in this order: a log moved here from elsewhere need not be in the order of its times. */
  const append = async (times: readonly number[], from: number): Promise<void> => {
    const id = '5c3a1a52-90b1-4f6a-8a55-6f1b0f6f0a01';
    const stream = `serie-${id}`;
    const records = times.map((ms, i): Ready => {
      const [own, version] = [randomUUID(), from + i + 1];
      return {
        id: own, version, type: 'NummerGivet', at: iso(ms),
        bytes: encode({ v: 1, logg: store.logg, id: own, stream, version, type: 'NummerGivet', schema: 1, namnd, at: iso(ms), by: own, roll: 'prov', command: own, correlation: own, cause: null, data: { nr: version, mal: id } }),
      };
    });
    await store.append(stream, from, records);
  };
  const longestPrefix = async (ms: number): Promise<bigint> => {
    let position = 0n;
    for (const fact of await at.facts()) {
      if (fact.at > iso(ms)) break;
      position = fact.position;
    }
    return position;
  };

  it('är den längsta början av loggen utan senare tid, hur tiderna än ligger och hur långt läsmodellerna än hunnit', () =>
    fc.assert(fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 4 }), fc.integer(),
      async (parts, seed) => {
        await begin(new MemoryEventStore({ step: () => 5n }));
        const chance = random(seed);
        const file = newFile();
        let models = await readModels(file, { projections: [], reactions: [] });
        let count = 0;
        for (const [length, spread] of parts) {
          await append(Array.from({ length }, (_, i) => Math.floor((count + i) / 3 + chance() * spread)), count);
          count += length;
          for (let i = 0; i < 4; i++) {
            const ms = Math.floor(chance() * (count / 3 + spread)) - 2;
            expect(await models.positionAt(iso(ms))).toBe(await longestPrefix(ms));
          }
          if (chance() < 0.5) {
            await models.close();
            models = await readModels(file, { projections: [], reactions: [] });
          } else await new Promise((resolve) => setTimeout(resolve, 8));
        }
        expect(await models.positionAt(iso(1e9))).toBe(await store.tip());
        expect(await models.positionAt(iso(-1e9))).toBe(0n);
        await models.close();
        await store.close();
      }), { numRuns: 25 }));

  it('läses ur en liten del av loggen', async () => {
    await begin(new MemoryEventStore());
    const models = await readModels(newFile(), { projections: [serien], reactions: [] });
    for (let from = 0; from < 5000; from += 500) await append(Array.from({ length: 500 }, (_, i) => from + i), from);
    await models.caughtUp(await store.tip());
    const read = jest.spyOn(store, 'readAll');
    expect(await models.positionAt(iso(4000.5))).toBe(4001n);
    expect(read).toHaveBeenCalledTimes(1);
    expect(read.mock.calls[0]![0]).toBeGreaterThan(3700n);
  });

  it('avvisar det som inte är en tid', async () => {
    await begin(new MemoryEventStore());
    const models = await readModels(newFile());
    await expect(models.positionAt('i går')).rejects.toThrow(RangeError);
    expect(await models.positionAt('2018-03-21')).toBe(0n);
  });
});

describe('Mappen', () => {
  it('som saknas sägs på svenska', async () => {
    await begin(new MemoryEventStore());
    await expect(readModels(join(folder, 'finns-inte', 'las.db'))).rejects.toThrow(/Mappen .* finns inte/);
    mkdirSync(join(folder, 'en-mapp'));
    await expect(readModels(join(folder, 'en-mapp'))).rejects.toThrow(DataFault);
  });
});
