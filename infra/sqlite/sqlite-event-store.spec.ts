import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Ambiguous, type Appended, appendSurely, type Ready, type Stored, StoreUnavailable, VersionConflict } from '@klubba/kernel';
import { loseThread, withThread } from '../../test/contract/thread';
import { DataFault, type Db } from './open';
import { SqliteEventStore } from './sqlite-event-store';

const ready = (expected: number, count = 1, size = 100): readonly Ready[] =>
  Array.from({ length: count }, (_, i) => ({ id: randomUUID(), version: expected + i + 1, type: 'Prov', at: '2018-03-21T12:00:00.000Z', bytes: randomBytes(size) }));

let folder: string;
let file: string;
const opened: SqliteEventStore[] = [];
const open = (which = file, options: Parameters<typeof SqliteEventStore.open>[1] = {}): SqliteEventStore => {
  const store = SqliteEventStore.open(which, options);
  opened.push(store);
  return store;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubba-'));
  file = join(folder, 'logg.db');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What another program would do to the file, with the settings most forgiving to it. */
const tamper = (sql: string, which = file): void => {
  const db = new Database(which);
  try {
    db.pragma('recursive_triggers = OFF');
    db.unsafeMode(true);
    db.exec(sql);
  } finally {
    db.close();
  }
};
const withRecords = async (count: number, size?: number): Promise<void> => {
  const store = open();
  await Promise.all(Array.from({ length: count }, (_, i) => store.append(`prov-${i % 7}`, Math.floor(i / 7), ready(Math.floor(i / 7), 1, size))));
  await store.close();
};

describe('Loggen i SQLite kan bara växa', () => {
  it.each([
    ['ändra en post', "UPDATE event SET record = x'00' WHERE position = 1"],
    ['flytta en post till en annan ström', 'UPDATE event SET stream = 2 WHERE position = 1'],
    ['ta bort en post', 'DELETE FROM event WHERE position = 3'],
    ['ta bort alla poster', 'DELETE FROM event'],
    ['ersätta en post på sin plats', "INSERT OR REPLACE INTO event VALUES (1, 1, 1, 1, x'00')"],
    ['ersätta en version på en ny plats', "INSERT OR REPLACE INTO event VALUES (8, 1, 1, 1, x'00')"],
    ['skriva över med UPDATE OR REPLACE', 'UPDATE OR REPLACE event SET position = 2 WHERE position = 1'],
    ['skriva över med ON CONFLICT', "INSERT INTO event VALUES (1, 1, 1, 1, x'00') ON CONFLICT DO UPDATE SET record = excluded.record"],
    ['lämna ett hål i loggen', "INSERT INTO event VALUES (99, 1, 2, 1, x'00')"],
    ['lämna ett hål i en ström', "INSERT INTO event VALUES (8, 1, 9, 1, x'00')"],
    ['lägga in en post utan plats', "INSERT INTO event (stream, version, type, record) VALUES (1, 1, 1, x'00')"],
    ['lagra text i stället för byte', "INSERT INTO event VALUES (8, 1, 2, 1, 'text')"],
    ['byta namn på en ström', "UPDATE stream SET name = 'annan' WHERE id = 1"],
    ['ta bort en ström', 'DELETE FROM stream WHERE id = 1'],
    ['ersätta en ström på id', "INSERT OR REPLACE INTO stream VALUES (1, 'annan')"],
    ['ersätta en ström på namn', "INSERT OR REPLACE INTO stream VALUES (77, 'prov-0')"],
    ['byta namn på en typ', "UPDATE type SET name = 'Annan'"],
    ['ta bort en typ', 'DELETE FROM type'],
    ['ersätta en typ', "INSERT OR REPLACE INTO type VALUES (1, 'Annan')"],
    ['byta loggens id', "UPDATE meta SET varde = 'annan' WHERE namn = 'logg'"],
    ['ersätta loggens id', "INSERT OR REPLACE INTO meta VALUES ('logg', 'annan')"],
    ['göra upplagan till loggens id', "UPDATE OR REPLACE meta SET namn = 'logg' WHERE namn = 'upplaga'"],
    ['ta bort loggens id', "DELETE FROM meta WHERE namn = 'logg'"],
  ])('inget program kan %s', async (_what, sql) => {
    await withRecords(7);
    const dump = (): unknown => {
      const db = new Database(file, { readonly: true });
      const rows = ['event', 'stream', 'type', 'meta'].map((table) => db.prepare(`SELECT * FROM ${table}`).raw().all());
      db.close();
      return rows;
    };
    const before = dump();
    expect(() => tamper(sql)).toThrow();
    expect(dump()).toEqual(before);
  });

  it('skriver där ett annat program skrivit vid sidan av inget, säger till, och fortsätter sedan rätt', async () => {
    const store = open();
    await store.append('prov-1', 0, ready(0));
    tamper("INSERT INTO event VALUES (2, 1, 2, 1, x'00')");
    await expect(store.append('prov-1', 1, ready(1))).rejects.toThrow(/Något annat program har skrivit i loggen/);
    await expect(store.append('prov-1', 1, ready(1))).rejects.toMatchObject({ name: 'VersionConflict', actual: 2 });
    expect(await store.append('prov-1', 2, ready(2))).toEqual({ version: 3, position: 3n });
  });
});

describe('De som skriver samtidigt i SQLite', () => {
  /** Commits in a WAL: its frames that say how large the database became. */
  const commits = (): number => {
    const wal = readFileSync(`${file}-wal`);
    let count = 0;
    for (let at = 32; at + 24 <= wal.length; at += 24 + 16384) if (wal.readUInt32BE(at + 4) > 0) count++;
    return count;
  };

  it('delar en transaktion och en skrivning till disk', async () => {
    const store = open();
    await store.append('prov-0', 0, ready(0));
    const before = commits();
    await Promise.all(Array.from({ length: 50 }, (_, i) => store.append(`prov-a${i}`, 0, ready(0))));
    expect(commits()).toBe(before + 1);
  });

  it('får sina poster i den ordning de kom, också i samma ström', async () => {
    const store = open();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => store.append('prov-1', i, ready(i))));
    expect(answers).toEqual(answers.map((_, i): Appended => ({ version: i + 1, position: BigInt(i + 1) })));
  });

  it('hindras inte av en krock i samma transaktion', async () => {
    const store = open();
    const [first, lost, third] = await Promise.allSettled([store.append('prov-1', 0, ready(0, 2)), store.append('prov-1', 0, ready(0)), store.append('prov-1', 2, ready(2))]);
    expect([first.status, third.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(lost).toMatchObject({ status: 'rejected', reason: { name: 'VersionConflict', expected: 0, actual: 2 } });
  });

  it('finns kvar när loggen öppnas igen, och versionerna räknas vidare', async () => {
    const store = open();
    await store.append('prov-1', 0, ready(0, 3));
    const { logg, upplaga } = store;
    const before = await store.read('prov-1');
    await store.close();
    const again = open();
    expect([again.logg, again.upplaga]).toEqual([logg, upplaga]);
    expect(await again.read('prov-1')).toEqual(before);
    await expect(again.append('prov-1', 0, ready(0))).rejects.toThrow(VersionConflict);
    expect(await again.append('prov-1', 3, ready(3))).toEqual({ version: 4, position: 4n });
  });

  it('räknar rätt också för fler strömmar än de som hålls i minnet', async () => {
    const store = open(':memory:');
    for (let round = 0; round < 2; round++) {
      await Promise.all(Array.from({ length: 25_000 }, (_, i) => store.append(`prov-${i}`, round, ready(round, 1, 8))));
    }
    expect(await store.tip()).toBe(50_000n);
    expect(await store.read('prov-17')).toHaveLength(2);
  });
});

describe('En full disk', () => {
  /** The connection itself, which nobody else has any business with. */
  const inside = (store: SqliteEventStore): Db => (store as unknown as { readonly db: Db }).db;

  it('fäller alla som delar transaktionen, säger det på svenska, och loggen går att skriva i när det finns plats igen', async () => {
    const store = open();
    await store.append('prov-1', 0, ready(0));
    const aNewType = (): readonly Ready[] => ready(0).map((record) => ({ ...record, type: 'NyttProv' }));
    const pages = inside(store).pragma('page_count', { simple: true }) as number;
    inside(store).pragma(`max_page_count = ${pages + 2}`);
    const outcomes = await Promise.allSettled([store.append('prov-2', 0, aNewType()), store.append('prov-3', 0, ready(0, 1, 200_000)), store.append('prov-2', 0, ready(0)), store.append('prov-1', 1, ready(1))]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable', message: expect.stringContaining('Disken är full') as unknown } });
    }
    expect(await store.tip()).toBe(1n);
    expect(await store.read('prov-2')).toEqual([]);
    inside(store).pragma('max_page_count = 1000000');
    expect(await store.append('prov-2', 0, ready(0, 2))).toEqual({ version: 2, position: 3n });
    expect(await store.append('prov-1', 1, ready(1))).toEqual({ version: 2, position: 4n });
    expect(await store.append('prov-4', 0, aNewType())).toEqual({ version: 1, position: 5n });
    expect(inside(store).prepare('SELECT type.name FROM event LEFT JOIN type ON type.id = event.type ORDER BY position').pluck().all()).toEqual(['Prov', 'Prov', 'Prov', 'Prov', 'NyttProv']);
    expect(inside(store).pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

describe('En process i taget skriver', () => {
  it('den andra får veta det, också genom en länk, och läsare släpps in', async () => {
    const writer = open();
    await writer.append('prov-1', 0, ready(0));
    expect(() => SqliteEventStore.open(file)).toThrow(/skrivs redan av en annan process/);
    symlinkSync(file, join(folder, 'lank.db'));
    expect(() => SqliteEventStore.open(join(folder, 'lank.db'))).toThrow(StoreUnavailable);
    const reader = open(file, { readOnly: true });
    await writer.append('prov-1', 1, ready(1));
    expect(await reader.read('prov-1')).toEqual(await writer.read('prov-1'));
    expect(await reader.tip()).toBe(2n);
    expect([reader.logg, reader.upplaga]).toEqual([writer.logg, writer.upplaga]);
    await expect(reader.append('prov-1', 2, ready(2))).rejects.toThrow(/öppnad för läsning/);
  });

  it('den som kommer när den förra stängt får skriva', async () => {
    await open().close();
    const next = open();
    expect(await next.append('prov-1', 0, ready(0))).toMatchObject({ version: 1 });
  });

  it('låset släpps när öppnandet misslyckas', async () => {
    writeFileSync(file, randomBytes(50_000));
    expect(() => SqliteEventStore.open(file)).toThrow(DataFault);
    rmSync(file);
    open();
  });
});

describe('En fil som inte är som den ska', () => {
  const cut = (bytes: number): void => {
    truncateSync(file, bytes);
  };
  const cases: readonly (readonly [string, () => void | Promise<void>, RegExp])[] = [
    ['är tom', () => writeFileSync(file, ''), /är tom/],
    ['är slumpbyte', () => writeFileSync(file, randomBytes(40_000)), /ingen databas/],
    ['är en text', () => writeFileSync(file, 'Detta är inte loggen.\n'.repeat(100)), /ingen databas/],
    ['är en mapp', () => mkdirSync(file), /ingen fil/],
    ['är ett annat programs databas', () => tamper('CREATE TABLE kund (id INTEGER); INSERT INTO kund VALUES (1)'), /annat program/],
    ['är avhuggen mitt i', async () => (await withRecords(300, 600), cut(5 * 16384)), /avhuggen/],
    ['är avhuggen mitt i en sida', async () => (await withRecords(300, 600), cut(5 * 16384 + 777)), /avhuggen/],
    ['är avhuggen i huvudet', async () => (await withRecords(7), cut(60)), /ingen databas|avhuggen/],
    ['har en form som inte är känd', async () => (await withRecords(7), tamper('PRAGMA user_version = 7')), /har form 7/],
    ['saknar en spärr', async () => (await withRecords(7), tamper('DROP TRIGGER event_tas_inte_bort')), /spärren event_tas_inte_bort saknas/],
    ['har en urholkad spärr', async () => (await withRecords(7), tamper("DROP TRIGGER event_andras_inte; CREATE TRIGGER event_andras_inte BEFORE UPDATE ON event WHEN OLD.position > 9 BEGIN SELECT RAISE(ABORT, 'nej'); END")), /spärren event_andras_inte är ändrad/],
    ['har en främmande spärr', async () => (await withRecords(7), tamper("CREATE TRIGGER smyg AFTER INSERT ON event BEGIN INSERT INTO stream (name) VALUES ('smyg' || NEW.position); END")), /spärren smyg hör inte dit/],
    ['saknar ett index', async () => (await withRecords(7), tamper('DROP INDEX event_stream')), /indexet event_stream saknas/],
    ['saknar loggens id', async () => (await withRecords(7), tamper("DROP TRIGGER meta_tas_inte_bort; DELETE FROM meta; CREATE TRIGGER meta_tas_inte_bort BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT, 'uppgifter om loggen tas inte bort'); END")), /saknar uppgiften logg/],
  ];
  it.each(cases)('och %s öppnas inte, och lämnas som den var', async (_what, damage, told) => {
    await damage();
    const bytes = (): Buffer | undefined => (existsSync(file) && !readdirSync(folder, { withFileTypes: true }).some((entry) => entry.name === 'logg.db' && entry.isDirectory()) ? readFileSync(file) : undefined);
    const before = bytes();
    for (const readOnly of [false, true]) {
      expect(() => SqliteEventStore.open(file, { readOnly })).toThrow(DataFault);
      expect(() => SqliteEventStore.open(file, { readOnly })).toThrow(told);
    }
    expect(bytes()).toEqual(before);
  });

  it('och är avhuggen efter en krasch öppnas inte, men är det bara WAL som har slutet så öppnas den', async () => {
    const crashed = join(folder, 'krasch.db');
    const store = open();
    const inside = (store as unknown as { readonly db: Db }).db;
    await Promise.all(Array.from({ length: 100 }, (_, i) => store.append(`prov-${i}`, 0, ready(0, 1, 3000))));
    inside.pragma('wal_checkpoint(PASSIVE)');
    await Promise.all(Array.from({ length: 100 }, (_, i) => store.append(`prov-${i}`, 1, ready(1, 1, 3000))));
    const leave = (): void => ['', '-wal'].forEach((end) => copyFileSync(file + end, crashed + end));
    leave();
    const recovered = open(crashed);
    expect(await recovered.tip()).toBe(200n);
    await recovered.close();
    leave();
    truncateSync(crashed, 4 * 16384);
    const before = readFileSync(crashed);
    expect(() => SqliteEventStore.open(crashed)).toThrow(/avhuggen/);
    expect(readFileSync(crashed)).toEqual(before);
  });

  it('saknas: den som bara läser får veta det, och ingen fil görs', () => {
    expect(() => SqliteEventStore.open(file, { readOnly: true })).toThrow(/Loggen finns inte/);
    expect(() => SqliteEventStore.open(join(folder, 'borta', 'logg.db'))).toThrow(/Mappen .* finns inte/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('görs färdig vid sidan av: rester av ett avbrutet försök skadar inte', async () => {
    writeFileSync(`${file}.ny`, randomBytes(1000));
    writeFileSync(`${file}.ny-journal`, randomBytes(1000));
    await open().close();
    expect(readdirSync(folder).sort()).toEqual(['logg.db', 'logg.db.las']);
  });
});

describe('Upplagan är kopians id', () => {
  it('följer filen när den byter namn, men inte till en kopia; loggens id följer med båda', async () => {
    const { logg, upplaga } = open(file, { logg: '11111111-2222-4333-8444-555555555555' });
    expect(logg).toBe('11111111-2222-4333-8444-555555555555');
    await opened.at(-1)!.close();
    const moved = join(folder, 'flyttad.db');
    renameSync(file, moved);
    const same = open(moved);
    expect([same.logg, same.upplaga]).toEqual([logg, upplaga]);
    await same.close();
    copyFileSync(moved, file);
    const copy = open();
    expect(copy.logg).toBe(logg);
    expect(copy.upplaga).not.toBe(upplaga);
    const again = open(file, { readOnly: true });
    expect(again.upplaga).toBe(copy.upplaga);
  });

  it('byts på begäran, när en säkerhetskopia skrivits över den gamla filen', async () => {
    const { logg, upplaga } = open();
    await opened.at(-1)!.close();
    const fresh = SqliteEventStore.nyUpplaga(file);
    expect(fresh).not.toBe(upplaga);
    const store = open();
    expect([store.logg, store.upplaga]).toEqual([logg, fresh]);
  });
});

describe('En ström som ingen har skrivit i', () => {
  it('läses tom hur ofta som helst, syns när den skrivs, också medan det pågår, och när den aldrig blev skriven', async () => {
    const store = await withThread(open());
    for (let i = 0; i < 3; i++) expect(await store.read('prov-1')).toEqual([]);
    const written = Promise.all([store.append('prov-1', 0, ready(0)), store.append('prov-2', 0, ready(0))]);
    await setImmediate();
    // On its way: told as it stands, and not remembered as such.
    await store.read('prov-1');
    await written;
    expect(await store.read('prov-1')).toHaveLength(1);
    expect(await store.read('prov-3')).toEqual([]);
    await expect(store.append('prov-3', 1, ready(1))).rejects.toThrow(VersionConflict);
    await store.append('prov-3', 0, ready(0));
    expect(await store.read('prov-3')).toHaveLength(1);
  });

  it('syns när ett annat program skrivit den vid sidan av och det har märkts', async () => {
    const store = open();
    await store.append('prov-1', 0, ready(0));
    expect(await store.read('prov-2')).toEqual([]);
    tamper("INSERT INTO stream VALUES (2, 'prov-2'); INSERT INTO event VALUES (2, 2, 1, 1, x'00')");
    await expect(store.append('prov-1', 1, ready(1))).rejects.toThrow(DataFault);
    expect(await store.read('prov-2')).toHaveLength(1);
  });

  it('som lästs till slutet får sitt nya slut när den växer, också när var den står har fallit ur minnet', async () => {
    await withRecords(7);
    const store = open();
    const { young, older } = (store as unknown as Record<'heads', Record<'young' | 'older', Map<string, unknown>>>).heads;
    for (let version = 1; version < 4; version++) {
      for (let twice = 0; twice < 2; twice++) expect(await store.read('prov-3', version)).toEqual([]);
      await store.append('prov-3', version, ready(version));
      young.clear();
      older.clear();
      expect(await store.read('prov-3', version)).toHaveLength(1);
      expect(await store.read('prov-3')).toHaveLength(version + 1);
    }
  });

  it('syns för den som bara läser så snart en annan har skrivit den', async () => {
    const store = open();
    const reader = open(file, { readOnly: true });
    expect(await reader.read('prov-1')).toEqual([]);
    await store.append('prov-1', 0, ready(0));
    expect(await reader.read('prov-1')).toHaveLength(1);
  });
});

describe('Tråden som skriver åt dem som kommer samtidigt', () => {
  const together = (store: SqliteEventStore, version: number, lanes = 8): Promise<readonly Appended[]> =>
    Promise.all(Array.from({ length: lanes }, (_, lane) => appendSurely(store, `prov-${lane}`, version, ready(version))));

  it('kan dö mitt i skrivandet: utfallet är okänt, samma poster igen ger ett svar, och var och en står en gång', async () => {
    const store = await withThread(open());
    let unsure = 0;
    const { append } = store;
    store.append = (...args) => append.apply(store, args).catch((error: unknown) => {
      if (error instanceof Ambiguous) unsure++;
      throw error;
    });
    for (let version = 0; version < 12; version++) {
      await withThread(store);
      const all = together(store, version);
      await setImmediate();
      // Sometimes before it has begun, sometimes when all is written and nobody has heard.
      await setTimeout(version / 4);
      await loseThread(store);
      expect((await all).map((appended) => appended.version)).toEqual(Array.from({ length: 8 }, () => version + 1));
    }
    expect(unsure).toBeGreaterThan(0);
    expect(await store.tip()).toBe(8n * 12n);
    for (let lane = 0; lane < 8; lane++) expect(await store.read(`prov-${lane}`)).toHaveLength(12);
  });

  it('skriver allt som väntar innan loggen stängs', async () => {
    const store = await withThread(open());
    const first = together(store, 0);
    await setImmediate();
    const second = Promise.all(Array.from({ length: 8 }, (_, lane) => store.append(`sen-${lane}`, 0, ready(0))));
    await store.close();
    expect(await first).toHaveLength(8);
    expect(await second).toHaveLength(8);
    await expect(store.append('prov-0', 1, ready(1))).rejects.toThrow('Loggen är stängd.');
    expect(await open().tip()).toBe(16n);
  });

  it('märker ett främmande program som en ensam skrivning gör, och skriver vidare efter det', async () => {
    const store = await withThread(open());
    await together(store, 0);
    tamper("INSERT INTO event VALUES (9, 1, 2, 1, x'00')");
    await withThread(store);
    await expect(Promise.all([store.append('prov-1', 1, ready(1)), store.append('prov-2', 1, ready(1))])).rejects.toThrow(/Något annat program har skrivit i loggen/);
    await withThread(store);
    expect((await Promise.all([store.append('prov-1', 1, ready(1)), store.append('prov-2', 1, ready(1))])).map(({ position }) => position)).toEqual([10n, 11n]);
  });
});

describe('Två transaktioner hos tråden samtidigt', () => {
  // Heavy enough that the second is sent before the first is answered.
  const heavy = (store: SqliteEventStore, version: number): Promise<readonly PromiseSettledResult<Appended>[]> =>
    Promise.allSettled(Array.from({ length: 48 }, (_, lane) => store.append(`tung-${lane}`, version, ready(version, 1, 5000))));
  const deepest = (store: SqliteEventStore): { depth: number } => {
    const { writer } = store as unknown as { readonly writer: { away(...args: unknown[]): Promise<unknown>; readonly waiting: readonly unknown[] } };
    const seen = { depth: 0 };
    const { away } = writer;
    writer.away = (...args) => {
      const sent = away.apply(writer, args);
      seen.depth = Math.max(seen.depth, writer.waiting.length);
      return sent;
    };
    return seen;
  };

  it('svarar i ordning, och platserna har inga hål', async () => {
    const store = await withThread(open());
    const seen = deepest(store);
    for (let version = 0; version < 5; version++) expect((await heavy(store, version)).map(({ status }) => status)).toEqual(Array.from({ length: 48 }, () => 'fulfilled'));
    expect(seen.depth).toBe(2);
    expect((await store.readAll(0n, 1000)).map(({ position }) => position)).toEqual(Array.from({ length: 240 }, (_, i) => BigInt(i + 1)));
  });

  it('faller båda när den första faller, inget av det är lagrat, och det som kom efter dem går', async () => {
    const store = await withThread(open());
    await heavy(store, 0);
    const seen = deepest(store);
    tamper("INSERT INTO event VALUES (49, 1, 2, 1, x'00')");
    const told = await heavy(store, 1);
    expect(seen.depth).toBe(2);
    const fallen = told.filter(({ status }) => status === 'rejected');
    // 64 kB of records of 5 kB in each of the two.
    expect(fallen).toHaveLength(28);
    expect(told.slice(0, 28)).toEqual(fallen);
    for (const one of fallen) expect(one).toMatchObject({ reason: { name: 'DataFault' } });
    expect(await store.tip()).toBe(49n + 20n);
    const again = await heavy(store, 1);
    // The stream that the other program wrote to is no longer where it was, nor are those that came after.
    expect(again.map(({ status }, lane) => (status === 'fulfilled' ? lane : -1)).filter((lane) => lane >= 0)).toEqual(Array.from({ length: 27 }, (_, i) => i + 1));
    expect(again[0]).toMatchObject({ reason: { name: 'VersionConflict', actual: 2 } });
    expect(await store.tip()).toBe(96n);
  });

  it('är okända båda när tråden dör, och samma poster igen ger var sitt svar', async () => {
    const store = await withThread(open());
    for (let version = 0; version < 8; version++) {
      await withThread(store);
      const records = Array.from({ length: 48 }, () => ready(version, 1, 5000));
      const all = Promise.all(records.map((own, lane) => appendSurely(store, `tung-${lane}`, version, own)));
      await setTimeout(version / 3);
      await loseThread(store);
      expect((await all).map((one) => one.version)).toEqual(Array.from({ length: 48 }, () => version + 1));
    }
    expect(await store.tip()).toBe(8n * 48n);
  });
});

describe('Den som läser loggen från början till slut', () => {
  type Threaded = { readonly pages: { readonly thread: { readonly worker: { terminate(): Promise<number> } } | undefined } };
  const threadOf = (store: SqliteEventStore) => (store as unknown as Threaded).pages.thread;
  const sizes = fc.record({ limit: fc.integer({ min: 1, max: 40 }), growth: fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 6 }), lost: fc.option(fc.nat(60)) });

  it('får varje post en gång, i ordning, medan loggen växer, och också om tråden som läser åt den dör', async () => {
    await withRecords(800);
    let threads = 0;
    await fc.assert(fc.asyncProperty(sizes, async ({ limit, growth, lost }) => {
      const store = open();
      const look = new Database(file, { readonly: true });
      try {
        const grows = new Map(growth);
        const read: Stored[] = [];
        for (let n = 0, over = false; !over; n++) {
          const page = await store.readAll(read.at(-1)?.position ?? 0n, limit);
          read.push(...page);
          over = page.length === 0;
          if (threadOf(store) !== undefined) threads++;
          if (n === lost) void threadOf(store)?.worker.terminate();
          const more = grows.get(n);
          if (more !== undefined && !over) await store.append(`sen-${randomUUID()}`, 0, ready(0, more));
        }
        const there = look.prepare<[], { readonly position: bigint; readonly bytes: Buffer }>('SELECT position, record AS bytes FROM event ORDER BY position').safeIntegers().all();
        expect(read.map(({ position }) => position)).toEqual(there.map(({ position }) => position));
        expect(Buffer.concat(read.map(({ bytes }) => bytes)).equals(Buffer.concat(there.map(({ bytes }) => bytes)))).toBe(true);
      } finally {
        look.close();
        await store.close();
      }
    }), { numRuns: 25 });
    expect(threads).toBeGreaterThan(0);
  });

  it('får tråden när den läst en stund, och bara då; den som slutar mitt i lämnar den inte kvar', async () => {
    await withRecords(300);
    const store = open();
    for (const position of [0n, 100n, 50n, 200n, 0n]) await store.readAll(position, 5);
    for (let position = 0n; position < 75n; position += 5n) await store.readAll(position, 5);
    expect(threadOf(store)).toBeUndefined();
    for (let position = 75n; position < 120n; position += 5n) expect(await store.readAll(position, 5)).toHaveLength(5);
    expect(threadOf(store)).toBeDefined();
    await setTimeout(1500);
    expect(threadOf(store)).toBeUndefined();
    expect((await store.readAll(120n, 5)).map(({ position }) => position)).toEqual([121n, 122n, 123n, 124n, 125n]);
  });

  it('som läser bredvid en annan får sitt, och den andra sitt', async () => {
    await withRecords(700);
    const store = open();
    const all = async (limit: number, late: number): Promise<readonly bigint[]> => {
      const read: bigint[] = [];
      for (let turn = 0; turn < late; turn++) await setImmediate();
      for (let page: readonly Stored[] = []; read.length === 0 || page.length > 0;) {
        page = await store.readAll(read.at(-1) ?? 0n, limit);
        read.push(...page.map(({ position }) => position));
        await setImmediate();
      }
      return read;
    };
    const whole = Array.from({ length: 700 }, (_, i) => BigInt(i + 1));
    // The first has its thread when the others come; who reads in step with another gets none.
    for (const read of await Promise.all([all(3, 0), all(7, 40), all(3, 60), all(7, 60)])) expect(read).toEqual(whole);
    expect(threadOf(store)).toBeDefined();
  });

  it('får veta vad som är fel med filen fast tråden stött på det först', async () => {
    await withRecords(600, 2000);
    const store = open();
    const pages = readFileSync(file);
    pages.fill(0xff, 16384 * 30);
    writeFileSync(file, pages);
    let position = 0n;
    await expect((async () => {
      for (let page: readonly Stored[] = [{ position, bytes: Buffer.alloc(0) }]; page.length > 0; position = page.at(-1)?.position ?? 0n) page = await store.readAll(position, 5);
    })()).rejects.toThrow(/Loggen är avhuggen eller skadad/);
    expect(position).toBeGreaterThan(80n);
  });

  it('stänger den mitt i, och en process med V8-flaggor har tråden ändå', async () => {
    await withRecords(600);
    const flags = process.execArgv.push('--max-old-space-size=4096');
    try {
      const store = open();
      for (let position = 0n; position < 100n; position += 5n) await store.readAll(position, 5);
      expect(threadOf(store)).toBeDefined();
      const [under] = await Promise.allSettled([store.readAll(100n, 5), store.close()]);
      expect(under.status === 'fulfilled' ? under.value.length : (under.reason as Error).message).toBe('Loggen är stängd.');
    } finally {
      process.execArgv.splice(flags - 1, 1);
    }
  });
});

describe('En datamapp som ingen får skriva i', () => {
  // Root may write everywhere, so this looks at what SQLite leaves behind; test/krasch does it as another user.
  it('går att läsa: en stängd logg har inget utanför sin fil', async () => {
    await withRecords(20);
    chmodSync(file, 0o444);
    const reader = open(file, { readOnly: true });
    expect(await reader.tip()).toBe(20n);
  });
});
