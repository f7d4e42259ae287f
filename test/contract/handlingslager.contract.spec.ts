import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Blob, BlobFault, BlobTaken, CHUNK_BYTES, FILE_BYTES_MAX, FileEmpty, Files, FileTooLarge, GALLRAT, type Handlingslager, StoreUnavailable, type Upload } from '@klubba/kernel';
import type { House } from '../../apps/api/house';
import { Stadning } from '../../apps/api/stadning';
import { wrap } from '../../infra/forsegling/cipher';
import { Forsegling, SealFault } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { MappHandlingslager } from '../../infra/mapp/mapp-handlingslager';
import { SKYLT } from '../../infra/mapp/skylt';
import { MemoryHandlingslager } from '../../infra/memory/memory-handlingslager';
import { MemoryKeyStore } from '../../infra/memory/memory-key-store';
import { DataFault } from '../../infra/sqlite/open';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';

const NU = '2018-03-14T08:00:00.000Z';
const huvud = Buffer.from('{"huvud":1}');
const masters = masterKeysOf([{ version: 1, key: randomBytes(32) }]);

let folder: string;
let toClose: Handlingslager[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubba-handlingar-'));
  toClose = [];
});
afterEach(async () => {
  for (const store of toClose) await store.close();
  rmSync(folder, { recursive: true });
});
const opened = <S extends Handlingslager>(store: S): S => (toClose.push(store), store);
const fil = (): string => join(folder, 'handlingar.sqlite');
const LOGG = randomUUID();
const mapp = (): string => join(folder, 'handlingar');
const delad = (): MappHandlingslager => opened(new MappHandlingslager(mapp(), LOGG));
const adapters: Record<string, () => Handlingslager> = { minnet: () => opened(new MemoryHandlingslager()), SQLite: () => opened(new SqliteHandlingslager(fil())), 'en delad mapp': delad };

const bitar = [randomBytes(3000), randomBytes(3000), randomBytes(17)];
const lagg = async (store: Handlingslager, id: string = randomUUID(), how: 'open' | 'finished' | 'kept' = 'finished'): Promise<string> => {
  await store.begin(id, NU);
  for (const [nr, bit] of bitar.entries()) await store.put(id, nr, bit);
  if (how !== 'open') await store.finish(id, huvud);
  if (how === 'kept') await store.keep(id);
  return id;
};

describe.each(Object.entries(adapters))('Handlingslagret i %s', (_name, make) => {
  it('det som lagts in bit för bit läses bit för bit, med sitt huvud när det är färdigt', async () => {
    const store = make();
    const id = await lagg(store, undefined, 'open');
    expect(await store.head(id)).toBeUndefined();
    await store.finish(id, huvud);
    expect(Buffer.from((await store.head(id))!)).toEqual(huvud);
    for (const [nr, bit] of bitar.entries()) expect(Buffer.from((await store.chunk(id, nr))!)).toEqual(bit);
    expect(await store.chunk(id, 3)).toBeUndefined();
    expect(await store.chunk(randomUUID(), 0)).toBeUndefined();
    expect(await store.head(randomUUID())).toBeUndefined();
  });

  it('ett id tas en gång, och blir ledigt när filen tagits bort', async () => {
    const store = make();
    const id = await lagg(store);
    await expect(store.begin(id, NU)).rejects.toThrow(BlobTaken);
    await store.drop(id);
    await store.begin(id, NU);
  });

  it('en bit läggs bara sist, och bara i en öppen fil', async () => {
    const store = make();
    const id = randomUUID();
    await expect(store.put(id, 0, bitar[0]!)).rejects.toThrow();
    await store.begin(id, NU);
    await expect(store.put(id, 1, bitar[0]!)).rejects.toThrow();
    await store.put(id, 0, bitar[0]!);
    await expect(store.put(id, 0, bitar[1]!)).rejects.toThrow();
    await store.finish(id, huvud);
    await expect(store.put(id, 1, bitar[1]!)).rejects.toThrow();
    await expect(store.finish(id, Buffer.from('annat'))).rejects.toThrow();
    expect(Buffer.from((await store.head(id))!)).toEqual(huvud);
  });

  it('bara en färdig fil hör till akten, och den tas aldrig bort', async () => {
    const store = make();
    const id = await lagg(store, undefined, 'open');
    await expect(store.keep(id)).rejects.toThrow();
    await expect(store.keep(randomUUID())).rejects.toThrow();
    await store.finish(id, huvud);
    await store.keep(id);
    await store.keep(id);
    await expect(store.drop(id)).rejects.toThrow();
    expect(Buffer.from((await store.chunk(id, 0))!)).toEqual(bitar[0]);
  });

  it('en fil som inte hör till akten går att ta bort, färdig eller inte, också två gånger', async () => {
    const store = make();
    for (const how of ['open', 'finished'] as const) {
      const id = await lagg(store, undefined, how);
      await store.drop(id);
      await store.drop(id);
      expect([await store.head(id), await store.chunk(id, 0)]).toEqual([undefined, undefined]);
    }
    expect(await store.list('', 10)).toEqual([]);
  });

  it('listar filerna i ordning, en sida i taget, och bara de lösa om man vill', async () => {
    const store = make();
    const alla: Blob[] = [];
    for (let i = 0; i < 12; i++) {
      const state = (['open', 'finished', 'kept'] as const)[i % 3]!;
      alla.push({ id: await lagg(store, undefined, state), at: NU, chunks: 3, bytes: 6017, state });
    }
    alla.sort((a, b) => (a.id < b.id ? -1 : 1));
    const sidor: Blob[] = [];
    for (let sida = await store.list('', 5); sida.length > 0; sida = await store.list(sida.at(-1)!.id, 5)) sidor.push(...sida);
    expect(sidor).toEqual(alla);
    expect(await store.list('', 100, true)).toEqual(alla.filter(({ state }) => state !== 'kept'));
  });

  describe('under husets filer', () => {
    const keys = (): MemoryKeyStore => new MemoryKeyStore();
    const over = (store: Handlingslager, nycklar = keys()): { files: Files; nycklar: MemoryKeyStore; vault: Forsegling } => {
      const vault = new Forsegling({ keys: nycklar, logg: randomUUID(), masters });
      return { files: new Files(store, vault, () => NU), nycklar, vault };
    };
    const sniffer = { see: async () => undefined, type: () => 'text/plain' };
    const ny = (id: string = randomUUID()) => ({ id, handling: id, namnd: randomUUID(), by: randomUUID() });
    async function* strom(innehall: Buffer, del = 65_536): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < innehall.length; at += del) yield innehall.subarray(at, at + del);
    }
    const las = async (files: Files, { id, handling, ...facts }: Upload): Promise<Buffer | typeof GALLRAT> => {
      const content = await files.content(id, handling, facts);
      if (content === GALLRAT) return GALLRAT;
      const delar: Uint8Array[] = [];
      for await (const del of content) delar.push(del);
      return Buffer.concat(delar);
    };

    it.each([1, 17, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 5])('%i byte kommer ut som de gick in, med saltad hash och storlek', async (antal) => {
      const store = make();
      const { files } = over(store);
      const innehall = randomBytes(antal);
      const upload = await files.receive(ny(), strom(innehall, 70_001), sniffer);
      expect(upload).toMatchObject({ storlek: antal, medietyp: 'text/plain', at: NU });
      expect(upload.hash).toBe(createHash('sha256').update(Buffer.from(upload.salt, 'hex')).update(innehall).digest('hex'));
      expect(upload.salt).toMatch(/^[0-9a-f]{64}$/);
      // Compared as bytes: a matcher walks them one by one.
      expect(innehall.equals((await las(files, upload)) as Buffer)).toBe(true);
      expect(await files.upload(upload.id)).toEqual(upload);
      expect((await store.list('', 1))[0]).toMatchObject({ chunks: Math.ceil(antal / CHUNK_BYTES), state: 'finished' });
    });

    it('den som skickade ser hur långt det kommit, ingen annan', async () => {
      const { files } = over(make());
      const en = ny();
      let sedd: unknown;
      async function* langsam(): AsyncGenerator<Uint8Array> {
        yield randomBytes(1000);
        sedd = [await files.progress(en.id, en.by), await files.progress(en.id, randomUUID())];
        yield randomBytes(500);
      }
      const upload = await files.receive(en, langsam(), sniffer);
      expect(sedd).toEqual([{ mottaget: 1000 }, undefined]);
      expect(await files.progress(en.id, en.by)).toEqual({ mottaget: 1500, upload });
      expect(await files.progress(en.id, randomUUID())).toBeUndefined();
      expect((await files.uploaded(en.id, en.by))!.content).toHaveLength(1500);
      expect(await files.uploaded(en.id, randomUUID())).toBeUndefined();
    });

    it('inget blir kvar av det som avbröts, var tomt eller för stort', async () => {
      const store = make();
      const { files } = over(store);
      async function* bruten(): AsyncGenerator<Uint8Array> {
        yield randomBytes(CHUNK_BYTES + 1);
        throw new Error('avbrott');
      }
      async function* forStor(): AsyncGenerator<Uint8Array> {
        const del = Buffer.alloc(CHUNK_BYTES);
        for (let i = 0; i < FILE_BYTES_MAX / CHUNK_BYTES; i++) yield del;
        yield Buffer.alloc(1);
      }
      await expect(files.receive(ny(), bruten(), sniffer)).rejects.toThrow('avbrott');
      await expect(files.receive(ny(), strom(Buffer.alloc(0)), sniffer)).rejects.toThrow(FileEmpty);
      await expect(files.receive(ny(), forStor(), sniffer)).rejects.toThrow(FileTooLarge);
      expect(await store.list('', 10)).toEqual([]);
    });

    it('det som en död process höll på med städas när filerna öppnas, om ingen annan kan hålla på med det', async () => {
      const store = make();
      const { files } = over(store);
      const fardig = await files.receive(ny(), strom(randomBytes(10)), sniffer);
      const halv = await lagg(store, undefined, 'open');
      await files.open();
      expect((await store.list('', 10)).map(({ id }) => id)).toEqual(store.shared === true ? [fardig.id, halv].sort() : [fardig.id]);
    });

    it('en bit som är ändrad, flyttad eller borta är ett fel, aldrig gallrat, och sista biten lämnas inte ut', async () => {
      const store = make();
      const { files, vault } = over(store);
      const upload = await files.receive(ny(), strom(randomBytes(2 * CHUNK_BYTES + 9)), sniffer);
      const med = (andra: (nr: number, bit: Uint8Array) => Promise<Uint8Array | undefined>): Files =>
        new Files(Object.assign(Object.create(store) as Handlingslager, { chunk: async (id: string, nr: number) => andra(nr, (await store.chunk(id, nr))!) }), vault);
      const fel = async (andra: Parameters<typeof med>[0]): Promise<[unknown, number]> => {
        let utlamnat = 0;
        try {
          const content = await med(andra).content(upload.id, upload.handling, upload);
          if (content !== GALLRAT) for await (const del of content) utlamnat += del.length;
        } catch (error) {
          return [(error as Error).constructor, utlamnat];
        }
        return [undefined, utlamnat];
      };
      expect(await fel(async (nr, bit) => (nr === 1 ? Buffer.from(bit).fill(bit[40]! ^ 1, 40, 41) : bit))).toEqual([SealFault, CHUNK_BYTES]);
      expect(await fel(async (nr, bit) => (nr === 1 ? store.chunk(upload.id, 0) : bit))).toEqual([SealFault, CHUNK_BYTES]);
      expect(await fel(async (nr, bit) => (nr === 2 ? undefined : bit))).toEqual([BlobFault, 2 * CHUNK_BYTES]);
      // Whoever has the key can seal another last piece: the salted hash in the log tells.
      await vault.ready(new Set([`handling:${upload.handling}`]));
      expect(await fel(async (nr, bit) => (nr === 2 ? vault.sealBytes(`handling:${upload.handling}`, upload.id, 'blob.2', Buffer.alloc(9)) : bit))).toEqual([BlobFault, 2 * CHUNK_BYTES]);
      expect(await fel(async (_, bit) => bit)).toEqual([undefined, 2 * CHUNK_BYTES + 9]);
    });

    it('när nyckeln är förstörd är innehållet gallrat, huvudet borta, och inget kan läggas till', async () => {
      const { files, nycklar, vault } = over(make());
      const upload = await files.receive(ny(), strom(randomBytes(2000)), sniffer);
      await nycklar.destroy(`handling:${upload.id}`);
      vault.forget(`handling:${upload.id}`);
      expect(await las(files, upload)).toBe(GALLRAT);
      expect(await files.upload(upload.id)).toBeUndefined();
      await expect(files.receive({ ...ny(), handling: upload.id }, strom(randomBytes(10)), sniffer)).rejects.toThrow(/gallrad/);
    });
  });
});

describe('Handlingarnas fil i SQLite', () => {
  it('det som lagts dit finns kvar när filen öppnas igen, och går att läsa vid sidan av den som skriver', async () => {
    const store = opened(new SqliteHandlingslager(fil()));
    const id = await lagg(store, undefined, 'kept');
    const bredvid = opened(new SqliteHandlingslager(fil(), { readOnly: true }));
    expect(Buffer.from((await bredvid.chunk(id, 2))!)).toEqual(bitar[2]);
    expect((await bredvid.list('', 5))[0]).toMatchObject({ id, state: 'kept' });
  });

  it('inte heller med ett annat verktyg går det att ändra eller ta bort det som hör till akten', async () => {
    const store = new SqliteHandlingslager(fil());
    const id = await lagg(store, undefined, 'kept');
    await lagg(store, undefined, 'finished');
    await store.close();
    const db = new Database(fil());
    for (const sql of [
      `UPDATE bit SET byte = x'00'`, `DELETE FROM bit WHERE blob = '${id}'`, `DELETE FROM handling WHERE id = '${id}'`, `UPDATE handling SET kvar = 0`, `UPDATE handling SET huvud = x'00'`,
      `INSERT INTO bit VALUES ('${id}', 3, x'00')`, `INSERT OR REPLACE INTO bit VALUES ('${id}', 0, x'00')`,
    ]) expect(() => db.pragma('recursive_triggers = ON') && db.exec(sql)).toThrow(/aldrig|inte|bara/);
    db.exec('DROP TRIGGER bit_andras_inte');
    db.close();
    expect(() => new SqliteHandlingslager(fil())).toThrow(DataFault);
  });

  it('det som tagits bort ligger inte kvar i någon fil under mappen', async () => {
    const store = opened(new SqliteHandlingslager(fil()));
    const kvar = await lagg(store);
    const id = randomUUID();
    const egna = randomBytes(200_000);
    await store.begin(id, NU);
    for (let nr = 0; nr < 20; nr++) await store.put(id, nr, egna);
    const everything = (): Buffer => Buffer.concat(readdirSync(folder).map((name) => join(folder, name)).filter((file) => statSync(file).isFile()).map((file) => readFileSync(file)));
    const funna = (): boolean => [0, 50_000, 199_000].some((at) => everything().includes(egna.subarray(at, at + 64)));
    expect(funna()).toBe(true);
    await store.drop(id);
    expect(funna()).toBe(false);
    expect(everything().includes(bitar[2]!)).toBe(true);
    expect(Buffer.from((await store.chunk(kvar, 0))!)).toEqual(bitar[0]);
  });

  it('en full disk sägs på svenska, det som var färdigt är kvar, och det går igen när det finns plats', async () => {
    const store = opened(new SqliteHandlingslager(fil()));
    const kvar = await lagg(store);
    const db = (store as unknown as { db: Database.Database }).db;
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 40}`);
    const id = randomUUID();
    await store.begin(id, NU);
    await expect((async () => {
      for (let nr = 0; nr < 10; nr++) await store.put(id, nr, randomBytes(200_000));
    })()).rejects.toThrow(StoreUnavailable);
    await store.drop(id);
    expect(Buffer.from((await store.chunk(kvar, 1))!)).toEqual(bitar[1]);
    db.pragma('max_page_count = 1000000');
    await lagg(store);
  });
});

describe('Handlingarnas mapp, som flera noder delar', () => {
  const blobmapp = (id: string): string => join(mapp(), id.slice(0, 2), id);
  const allt = (): string[] => (readdirSync(mapp(), { recursive: true }) as string[]).filter((namn) => namn.includes('/')).filter((namn) => !/^..\/[^/]+$/.test(namn));

  it('hör till en logg: en annan loggs mapp, en främmande mapp och en skadad skylt nekas, och inget skrivs där', async () => {
    await lagg(delad());
    const fore = allt();
    expect(() => new MappHandlingslager(mapp(), randomUUID())).toThrow(DataFault);
    expect(() => new MappHandlingslager(mapp(), randomUUID(), { readOnly: true })).toThrow(/hör till en annan logg/);
    expect(allt()).toEqual(fore);
    writeFileSync(join(mapp(), SKYLT), '{');
    expect(delad).toThrow(/inte som Klubba lämnade den/);
    rmSync(join(mapp(), SKYLT));
    expect(delad).toThrow(/inte tom och är inte Klubbas/);
    expect(() => new MappHandlingslager(mapp(), LOGG, { readOnly: true })).toThrow(StoreUnavailable);
    expect(() => new MappHandlingslager(join(folder, 'ej', 'ansluten'), LOGG)).toThrow(/Är disken ansluten/);
    expect(() => new MappHandlingslager(__filename, LOGG)).toThrow(DataFault);
  });

  it('bara Klubbas användare kommer åt den, och inga namn från vägen dit blir kvar', async () => {
    const id = await lagg(delad(), undefined, 'kept');
    for (const namn of ['', SKYLT, ...readdirSync(mapp(), { recursive: true }) as string[]]) {
      const stat = statSync(join(mapp(), namn));
      expect([namn, stat.mode & 0o777]).toEqual([namn, stat.isDirectory() ? 0o700 : 0o600]);
    }
    expect(readdirSync(blobmapp(id)).sort()).toEqual(['at', 'bit.0', 'bit.1', 'bit.2', 'huvud', 'kvar']);
  });

  it('bara id blir namn: inget leder ut ur mappen', async () => {
    const store = delad();
    for (const id of ['../../x', '', 'AB', `${randomUUID()}/..`]) for (const fel of [() => store.begin(id, NU), () => store.drop(id), () => store.head(id)]) await expect(fel()).rejects.toThrow('är inget id');
  });

  it('det den ena noden lagt in läser den andra, och bara en får ett id', async () => {
    const [a, b] = [delad(), delad()];
    const id = await lagg(a);
    expect(Buffer.from((await b.chunk(id, 1))!)).toEqual(bitar[1]);
    await b.keep(id);
    await expect(a.drop(id)).rejects.toThrow('hör till akten');
    for (let i = 0; i < 20; i++) {
      const nytt = randomUUID();
      const utfall = await Promise.allSettled([a.begin(nytt, NU), b.begin(nytt, NU)]);
      expect(utfall.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(utfall.find((en) => en.status === 'rejected')!.reason).toBeInstanceOf(BlobTaken);
      const bit = await Promise.allSettled([a.put(nytt, 0, bitar[0]!), b.put(nytt, 0, bitar[1]!)]);
      expect(bit.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(Buffer.from((await a.chunk(nytt, 0))!)).toEqual(bitar[bit.findIndex(({ status }) => status === 'fulfilled')]);
    }
  });

  it('när en nod tar bort det som en annan just lägger till akten vinner en av dem, aldrig båda', async () => {
    const [a, b] = [delad(), delad()];
    for (let i = 0; i < 40; i++) {
      const id = await lagg(a);
      const [kvar, bort] = await Promise.allSettled([a.keep(id), b.drop(id)]);
      expect([kvar.status, bort.status].sort()).toEqual(['fulfilled', 'rejected']);
      const hel = kvar.status === 'fulfilled';
      expect((await b.head(id)) !== undefined).toBe(hel);
      expect((await Promise.all([0, 1, 2].map((nr) => b.chunk(id, nr)))).map((bit) => bit !== undefined)).toEqual([hel, hel, hel]);
    }
  });

  it('det som är halvt påbörjat eller halvt borttaget syns, och nästa gång tas resten bort', async () => {
    const store = delad();
    const halv = await lagg(store);
    for (const namn of ['huvud', 'bit.1']) rmSync(join(blobmapp(halv), namn));
    writeFileSync(join(blobmapp(halv), `${randomUUID()}.ny`), 'halv');
    const tom = randomUUID();
    mkdirSync(blobmapp(tom), { recursive: true });
    const sedda = await store.list('', 10, true);
    expect(sedda.map(({ id, state, chunks }) => ({ id, state, chunks })).sort((x) => (x.id === halv ? -1 : 1))).toEqual([{ id: halv, state: 'open', chunks: 2 }, { id: tom, state: 'open', chunks: 0 }]);
    expect(Date.now() - Date.parse(sedda.find(({ id }) => id === tom)!.at)).toBeLessThan(60_000);
    for (const id of [halv, tom]) await store.drop(id);
    expect(allt()).toEqual([]);
  });

  it('det som en död process lämnat bredvid en färdig fil är borta när filen hör till akten', async () => {
    const store = delad();
    const id = await lagg(store);
    const fardig = readdirSync(blobmapp(id));
    writeFileSync(join(blobmapp(id), `${randomUUID()}.ny`), 'huvud');
    await store.keep(id);
    expect(readdirSync(blobmapp(id)).sort()).toEqual([...fardig, 'kvar'].sort());
  });

  it('en nod som startar rör inte det en annan är mitt i; det som legat öppet ett dygn städas', async () => {
    const vault = new Forsegling({ keys: new MemoryKeyStore(), logg: LOGG, masters });
    const [store, annan] = [delad(), delad()];
    const [a, b] = [new Files(store, vault, () => NU), new Files(annan, vault, () => NU)];
    const stadning = async (timmar: number): Promise<void> => {
      const house = { files: b, models: { onChange: () => () => undefined }, log: { read: async () => [] } } as unknown as House;
      const en = new Stadning(house, { error: (fel: unknown) => expect(fel).toBeUndefined() } as unknown as ConstructorParameters<typeof Stadning>[1], () => Date.parse(NU) + timmar * 3_600_000);
      await en.close();
    };
    async function* langsam(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(CHUNK_BYTES, 1);
      yield Buffer.alloc(1, 2);
      await b.open();
      await stadning(23);
      yield Buffer.alloc(CHUNK_BYTES, 3);
    }
    const id = randomUUID();
    const upload = await a.receive({ id, handling: id, namnd: id, by: id }, langsam(), { see: async () => undefined, type: () => 'text/plain' });
    expect((await b.uploaded(id, id))!.content).toHaveLength(upload.storlek);
    const halv = await lagg(store, undefined, 'open');
    await stadning(23);
    expect((await annan.list('', 9)).map((en) => en.id)).toEqual([id, halv].sort());
    await store.keep(id);
    await stadning(25);
    expect((await annan.list('', 9)).map((en) => en.id)).toEqual([id]);
  });

  it.each([['ENOSPC', /Disken är full/], ['EACCES', /får inte läsa eller skriva i handlingarnas mapp/], ['ESTALE', /svarar inte \(ESTALE\)/], ['EIO', /svarar inte/]])('%s sägs på svenska, det som var färdigt är kvar, och det går igen sedan', async (code, sagt) => {
    const store = delad();
    const kvar = await lagg(store);
    const id = randomUUID();
    await store.begin(id, NU);
    const open = fs.open;
    const fel = jest.spyOn(fs, 'open').mockImplementation(async (...args) => Object.assign(await open(...args), { writeFile: () => Promise.reject(Object.assign(new Error(code), { code })) }));
    await expect(store.put(id, 0, bitar[0]!)).rejects.toThrow(sagt);
    await expect(store.put(id, 0, bitar[0]!)).rejects.toThrow(StoreUnavailable);
    await expect(store.begin(randomUUID(), NU)).rejects.toThrow(StoreUnavailable);
    fel.mockRestore();
    expect((await store.list('', 10)).map((en) => en.id)).toEqual([kvar, id].sort());
    expect(readdirSync(blobmapp(id))).toEqual(['at']);
    await store.put(id, 0, bitar[0]!);
    await store.drop(id);
    expect(Buffer.from((await store.chunk(kvar, 1))!)).toEqual(bitar[1]);
  });

  it('en disk som kopplats bort sägs, och ses aldrig som tomma eller saknade filer', async () => {
    const store = delad();
    const id = await lagg(store);
    renameSync(mapp(), `${mapp()}-borta`);
    mkdirSync(mapp());
    for (const fel of [() => store.begin(randomUUID(), NU), () => store.put(id, 3, bitar[0]!), () => store.finish(id, huvud), () => store.keep(id), () => store.head(id), () => store.chunk(id, 0), () => store.drop(id), () => store.list('', 9)]) {
      await expect(fel()).rejects.toThrow(/Är disken ansluten/);
    }
    expect(readdirSync(mapp())).toEqual([]);
  });
});

describe('Förseglingen av en fil', () => {
  type Vektor = { logg: string; blob: string; kid: string; dek_hex: string; bitar: { nr: number; nonce: string; innehall_hex: string; forseglad_hex: string }[]; salt_hex: string; hash_hex: string };
  const { logg, blob, kid, dek_hex, bitar: vektorer, salt_hex, hash_hex } = JSON.parse(readFileSync(join(__dirname, '../vektorer/handling.json'), 'utf8')) as Vektor;
  const hex = (text: string): Buffer => Buffer.from(text, 'hex');

  it('ger de byte som en annan implementation ger, och öppnar dem bara på sin plats', async () => {
    const nycklar = new MemoryKeyStore();
    await nycklar.putIfAbsent(kid, wrap(masters.current, logg, kid, hex(dek_hex), randomBytes(12)));
    const nonces = vektorer.map(({ nonce }) => hex(nonce));
    const vault = new Forsegling({ keys: nycklar, logg, masters, nonce: () => nonces.shift()! });
    await vault.ready(new Set([kid]));
    for (const { nr, innehall_hex, forseglad_hex } of vektorer) {
      expect(Buffer.from(vault.sealBytes(kid, blob, `blob.${nr}`, hex(innehall_hex))).toString('hex')).toBe(forseglad_hex);
      expect(Buffer.from((await vault.openBytes(kid, blob, `blob.${nr}`, hex(forseglad_hex))) as Uint8Array).toString('hex')).toBe(innehall_hex);
      await expect(vault.openBytes(kid, blob, `blob.${nr + 1}`, hex(forseglad_hex))).rejects.toThrow(SealFault);
      await expect(vault.openBytes(kid, randomUUID(), `blob.${nr}`, hex(forseglad_hex))).rejects.toThrow(SealFault);
      await expect(vault.openBytes(kid, blob, `blob.${nr}`, hex(forseglad_hex).subarray(1))).rejects.toThrow(SealFault);
    }
    expect(createHash('sha256').update(hex(salt_hex)).update(Buffer.concat(vektorer.map(({ innehall_hex }) => hex(innehall_hex)))).digest('hex')).toBe(hash_hex);
  });
});
