import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GALLRAT, KeyDestroyed, type KeyStore, type Token, type WrappedKey } from '@klubba/kernel';
import { MasterKeyFault, unwrap } from '../../infra/forsegling/cipher';
import { Forsegling, SealFault } from '../../infra/forsegling/forsegling';
import { masterKeys, masterKeysOf } from '../../infra/forsegling/master';
import { omnyckla } from '../../infra/forsegling/omnyckla';
import { MemoryKeyStore } from '../../infra/memory/memory-key-store';
import { EventStoreDbKeyStore } from '../../infra/eventstoredb/eventstoredb-key-store';
import { DataFault } from '../../infra/sqlite/open';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { TestServer } from '../eventstoredb/server';
import { loseThread, withThread } from './thread';

const logg = '0b8f2c64-51a5-4c1e-8f5e-0f2f6a9c1d10';
const event = '9a6f6f0c-7a3e-4d57-9c1d-1f2e3d4c5b6a';
const newKid = (): string => `arende:${randomUUID()}`;
const wrapped = (masterversion = 1): WrappedKey => ({ masterversion, omslag: randomBytes(60).toString('base64url') });
const masters = masterKeysOf([{ version: 1, key: randomBytes(32) }]);

let folder: string;
let toClose: KeyStore[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubba-nycklar-'));
  toClose = [];
});
afterEach(async () => {
  for (const store of toClose) await store.close();
  rmSync(folder, { recursive: true });
});
const opened = <S extends KeyStore>(store: S): S => (toClose.push(store), store);
const sqlite = (): SqliteKeyStore => opened(new SqliteKeyStore(join(folder, 'nycklar.sqlite')));

const server = new TestServer();
const adapters: Record<string, () => KeyStore | Promise<KeyStore>> = {
  minnet: () => opened(new MemoryKeyStore()), SQLite: sqlite, 'SQLite, med sin tråd från början': () => withThread(sqlite()),
  EventStoreDB: async () => {
    const store = await server.open();
    return opened(Object.assign(new EventStoreDbKeyStore(store), { close: () => store.close() }));
  },
};

describe.each(Object.entries(adapters))('Nycklarna i %s', (_name, make) => {
  it('en nyckel som aldrig gjorts finns inte', async () => {
    expect(await (await make()).get(newKid())).toBeUndefined();
  });

  it('den första nyckeln står kvar när en andra läggs dit', async () => {
    const keys = await make();
    const [kid, first] = [newKid(), wrapped()];
    expect(await keys.putIfAbsent(kid, first)).toEqual(first);
    expect(await keys.putIfAbsent(kid, wrapped())).toEqual(first);
    expect(await keys.get(kid)).toEqual(first);
  });

  it('av många som lägger samtidigt vinner en, och alla får veta vilken', async () => {
    const keys = await make();
    const kid = newKid();
    const told = await Promise.all(Array.from({ length: 20 }, () => keys.putIfAbsent(kid, wrapped())));
    expect(new Set(told.map((key) => JSON.stringify(key))).size).toBe(1);
    expect(await keys.get(kid)).toEqual(told[0]);
  });

  it('en förstörd nyckel är förstörd för alltid, även om den förstörs två gånger', async () => {
    const keys = await make();
    const kid = newKid();
    await keys.putIfAbsent(kid, wrapped());
    await keys.destroy(kid);
    await keys.destroy(kid);
    expect(await keys.get(kid)).toBe('forstord');
    expect(await keys.putIfAbsent(kid, wrapped())).toBe('forstord');
    expect(await keys.get(kid)).toBe('forstord');
  });

  it('en nyckel som förstörs innan den gjorts kan inte göras', async () => {
    const keys = await make();
    const kid = newKid();
    await keys.destroy(kid);
    expect(await keys.putIfAbsent(kid, wrapped())).toBe('forstord');
  });

  it('en nyckel slås om på plats, men inte en som saknas eller är förstörd', async () => {
    const keys = await make();
    const [kid, gone, anew] = [newKid(), newKid(), wrapped(2)];
    await keys.putIfAbsent(kid, wrapped());
    await keys.rewrap(kid, anew);
    expect(await keys.get(kid)).toEqual(anew);
    await keys.destroy(gone);
    await expect(keys.rewrap(gone, anew)).rejects.toThrow(/ingen nyckel/);
    await expect(keys.rewrap(newKid(), anew)).rejects.toThrow(/ingen nyckel/);
    expect(await keys.get(gone)).toBe('forstord');
  });

  it('säger någon som har en nyckel, eller att ingen har det', async () => {
    const keys = await make();
    expect(await keys.some()).toBeUndefined();
    const [gone, there] = [newKid(), newKid()];
    await keys.putIfAbsent(gone, wrapped());
    await keys.destroy(gone);
    expect(await keys.some()).toBeUndefined();
    await keys.putIfAbsent(there, wrapped());
    expect(await keys.some()).toBe(there);
  });

  it('listar dem som har en nyckel, i ordning och en sida i taget', async () => {
    const keys = await make();
    const kids = Array.from({ length: 25 }, newKid).sort();
    await Promise.all(kids.map((kid) => keys.putIfAbsent(kid, wrapped())));
    await keys.destroy(kids[7]!);
    const there = kids.filter((kid) => kid !== kids[7]);
    const pages: string[] = [];
    for (let page = await keys.list('', 10); page.length > 0; page = await keys.list(page.at(-1)!, 10)) pages.push(...page);
    expect(pages).toEqual(there);
  });

  describe('under förseglingen', () => {
    let now: number;
    const vaultOver = (keys: KeyStore): Forsegling => new Forsegling({ keys, logg, masters, clock: () => now });
    const sealIn = async (vault: Forsegling, kid: string, value: unknown): Promise<Token> => {
      await vault.ready(new Set([kid]));
      return { ...vault.seal({ kid, $plain: value }, event, 'rubrik'), i: event, p: 'rubrik' };
    };
    beforeEach(() => (now = 1_000_000));

    it('det förseglade läses av en annan nod, och klartexten finns inte i token', async () => {
      const keys = await make();
      const token = await sealIn(vaultOver(keys), newKid(), { namn: 'Åsa Öström' });
      expect(Buffer.from(token.c, 'base64url').includes('str')).toBe(false);
      expect(await vaultOver(keys).open(token)).toEqual({ namn: 'Åsa Öström' });
    });

    it('när alla nycklar finns i minnet svarar ready direkt, utan löfte', async () => {
      const vault = vaultOver(await make());
      const kids = new Set([newKid(), newKid()]);
      expect(vault.ready(kids)).toBeInstanceOf(Promise);
      await vault.ready(kids);
      expect(vault.ready(kids)).toBeUndefined();
    });

    it('två noder som förseglar samma gallringsenhet för första gången får samma nyckel', async () => {
      const keys = await make();
      const kid = newKid();
      const nodes = [vaultOver(keys), vaultOver(keys), vaultOver(keys)];
      const tokens = await Promise.all(nodes.map((node, i) => sealIn(node, kid, `text ${i}`)));
      for (const node of nodes) expect(await Promise.all(tokens.map((token) => node.open(token)))).toEqual(['text 0', 'text 1', 'text 2']);
    });

    it('en nyckel som tas för ny och inte är det är den som finns, eller är gallrad', async () => {
      const keys = await make();
      const [here, there] = [vaultOver(keys), vaultOver(keys)];
      const [kid, gone] = [newKid(), newKid()];
      const token = await sealIn(here, kid, 'första');
      await there.ready(new Set([kid]), () => true);
      expect(await there.open(token)).toBe('första');
      expect(await here.open({ ...there.seal({ kid, $plain: 'andra' }, event, 'text'), i: event, p: 'text' })).toBe('andra');
      await sealIn(here, gone, 'x');
      await keys.destroy(gone);
      await expect(there.ready(new Set([gone]), () => true)).rejects.toThrow(KeyDestroyed);
    });

    it('efter gallring ser läsaren gallrat, och inget mer kan förseglas', async () => {
      const keys = await make();
      const vault = vaultOver(keys);
      const kid = newKid();
      const token = await sealIn(vault, kid, 'hemligt');
      expect(await vault.open(token)).toBe('hemligt');
      await keys.destroy(kid);
      vault.forget(kid);
      expect(await vault.open(token)).toBe(GALLRAT);
      expect(vault.open(token)).toBe(GALLRAT);
      await expect(vault.ready(new Set([kid]))).rejects.toThrow(KeyDestroyed);
      expect(() => vault.seal({ kid, $plain: 'x' }, event, 'rubrik')).toThrow(KeyDestroyed);
    });

    it('en annan nod glömmer nyckeln och det den öppnat inom 60 sekunder, också utan att ha sett faktat', async () => {
      const keys = await make();
      const [here, there] = [vaultOver(keys), vaultOver(keys)];
      const kid = newKid();
      const token = await sealIn(here, kid, 'hemligt');
      expect(await there.open(token)).toBe('hemligt');
      await keys.destroy(kid);
      now += 59_999;
      expect(await there.open(token)).toBe('hemligt');
      now += 1;
      expect(await there.open(token)).toBe(GALLRAT);
    });

    it('en nyckel som snart faller för åldern hämtas om innan den förseglar', async () => {
      const vault = vaultOver(await make());
      const kids = new Set([newKid()]);
      await vault.ready(kids);
      now += 54_999;
      expect(vault.ready(kids)).toBeUndefined();
      now += 1;
      await vault.ready(kids);
      now += 54_999;
      expect(vault.ready(kids)).toBeUndefined();
    });

    it('en gallring mitt i en hämtning lämnar ingen nyckel kvar i minnet', async () => {
      const keys = await make();
      const kid = newKid();
      const token = await sealIn(vaultOver(keys), kid, 'hemligt');
      const slow: KeyStore = Object.assign(Object.create(keys) as KeyStore, {
        get: async (asked: string) => {
          const found = await keys.get(asked);
          if (found !== 'forstord') {
            await keys.destroy(asked);
            vault.forget(asked);
          }
          return found;
        },
      });
      const vault = vaultOver(slow);
      expect(await vault.open(token)).toBe(GALLRAT);
    });

    it('en nyckel som varken finns eller är förstörd visas aldrig som gallrat', async () => {
      const token = await sealIn(vaultOver(await make()), newKid(), 'hemligt');
      await expect(vaultOver(new MemoryKeyStore()).open(token)).rejects.toThrow(SealFault);
    });

    it('det öppnade hålls i minnet inom en gräns', async () => {
      const keys = await make();
      const vault = new Forsegling({ keys, logg, masters, textBytesMax: 10_000 });
      const kid = newKid();
      const tokens: Token[] = [];
      for (let i = 0; i < 50; i++) tokens.push(await sealIn(vault, kid, { text: `${i}`.padEnd(500, 'x') }));
      const first = vault.open(tokens[0]!);
      expect(vault.open(tokens[0]!)).toBe(first);
      for (const token of tokens.slice(1)) vault.open(token);
      // Pushed out, and so opened anew.
      expect(vault.open(tokens[0]!)).not.toBe(first);
      expect(vault.open(tokens[0]!)).toEqual(first);
    });

    it('fel huvudnyckel, eller en annan loggs nycklar, sägs vid start', async () => {
      const keys = await make();
      await vaultOver(keys).prove();
      await sealIn(vaultOver(keys), newKid(), 'x');
      await vaultOver(keys).prove();
      const wrong = masterKeysOf([{ version: 1, key: randomBytes(32) }]);
      await expect(new Forsegling({ keys, logg, masters: wrong }).prove()).rejects.toThrow(/Huvudnyckel 1 passar inte nyckelfilen/);
      await expect(new Forsegling({ keys, logg: randomUUID(), masters }).prove()).rejects.toThrow(MasterKeyFault);
      await expect(new Forsegling({ keys, logg, masters: masterKeysOf([{ version: 2, key: randomBytes(32) }]) }).prove()).rejects.toThrow(/huvudnyckel 1, som inte är angiven/);
    });

    it('omnyckling slår om de överlevande, kan tas om, och den gamla huvudnyckeln behövs inte mer', async () => {
      const keys = await make();
      const kids = Array.from({ length: 600 }, newKid);
      const vault = vaultOver(keys);
      await vault.ready(new Set(kids));
      const token = await sealIn(vault, kids[3]!, 'kvar');
      const gone = await sealIn(vault, kids[4]!, 'borta');
      await keys.destroy(kids[4]!);
      const newest = { version: 2, key: randomBytes(32) };
      const both = masterKeysOf([masters.current, newest]);
      const told: number[] = [];
      expect(await omnyckla(keys, logg, both, (done) => told.push(done))).toEqual({ kvar: 599, omslagna: 599 });
      expect(told.at(-1)).toBe(599);
      expect(await omnyckla(keys, logg, both)).toEqual({ kvar: 599, omslagna: 0 });
      const after = new Forsegling({ keys, logg, masters: masterKeysOf([newest]) });
      expect(await after.open(token)).toBe('kvar');
      expect(await after.open(gone)).toBe(GALLRAT);
      await expect(vaultOver(keys).prove()).rejects.toThrow(MasterKeyFault);
    });
  });
});

describe('Nyckelfilen i SQLite', () => {
  const everything = (): Buffer => Buffer.concat(readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))).filter((file) => statSync(file).isFile()).map((file) => readFileSync(file)));
  const found = (key: WrappedKey, where = everything()): boolean => {
    const bytes = Buffer.from(key.omslag, 'base64url');
    // Ends too: a copy half overwritten is still half a key.
    return [bytes.subarray(0, 20), bytes.subarray(-20), Buffer.from(key.omslag), Buffer.from(bytes.toString('hex'))].some((form) => where.includes(form));
  };

  it('det som lagts dit finns kvar när filen öppnas igen', async () => {
    const [kid, gone, key] = [newKid(), newKid(), wrapped(70_000)];
    const first = new SqliteKeyStore(join(folder, 'nycklar.sqlite'));
    await first.putIfAbsent(kid, key);
    await first.putIfAbsent(gone, wrapped());
    await first.destroy(gone);
    await first.close();
    const again = sqlite();
    expect(await again.get(kid)).toEqual(key);
    expect(await again.get(gone)).toBe('forstord');
  });

  it('en förstörd eller omslagen nyckels byte finns inte i någon fil under mappen, hur många som än lagts dit', async () => {
    const keys = await withThread(sqlite());
    const all = Array.from({ length: 3000 }, () => ({ kid: newKid(), key: wrapped() }));
    for (let i = 0; i < all.length; i += 100) await Promise.all(all.slice(i, i + 100).map(({ kid, key }) => keys.putIfAbsent(kid, key)));
    expect(found(all[0]!.key) && found(all[1500]!.key) && found(all[2999]!.key)).toBe(true);
    const gone: WrappedKey[] = [];
    for (let i = 0; i < all.length; i += 17) {
      const { kid, key } = all[(i * 1009) % all.length]!;
      if (i % 2 === 0) await keys.destroy(kid);
      else await keys.rewrap(kid, wrapped(300));
      gone.push(key);
      expect(found(key)).toBe(false);
      if (i % 5 === 0) await keys.putIfAbsent(newKid(), wrapped());
    }
    const where = everything();
    expect(gone.filter((key) => found(key, where))).toEqual([]);
  });

  it('nycklar som görs samtidigt delar på en skrivning till disk', async () => {
    const keys = sqlite();
    const before = statSync(join(folder, 'nycklar.sqlite-wal')).size;
    await Promise.all(Array.from({ length: 200 }, () => keys.putIfAbsent(newKid(), wrapped())));
    // One by one they would write at least two pages each.
    expect(statSync(join(folder, 'nycklar.sqlite-wal')).size - before).toBeLessThan(50 * 4096);
  });

  it('den tråd som skriver kan dö mitt i: var och en får sin nyckel, och samma som står i filen', async () => {
    const keys = sqlite();
    for (let round = 0; round < 10; round++) {
      await withThread(keys);
      const mine = Array.from({ length: 20 }, () => ({ kid: newKid(), key: wrapped() }));
      const told = Promise.all(mine.map(({ kid, key }) => keys.putIfAbsent(kid, key)));
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setTimeout(resolve, round / 4));
      await loseThread(keys);
      expect(await told).toEqual(mine.map(({ key }) => key));
      expect(await Promise.all(mine.map(({ kid }) => keys.get(kid)))).toEqual(mine.map(({ key }) => key));
    }
  });

  it('en fil som är avhuggen eller någon annans öppnas inte', async () => {
    const file = join(folder, 'nycklar.sqlite');
    const keys = new SqliteKeyStore(file);
    await Promise.all(Array.from({ length: 200 }, () => keys.putIfAbsent(newKid(), wrapped())));
    await keys.close();
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 5000));
    expect(() => new SqliteKeyStore(file)).toThrow(DataFault);
    writeFileSync(file, 'en helt annan fil');
    expect(() => new SqliteKeyStore(file)).toThrow(DataFault);
  });
});

describe('Huvudnyckeln', () => {
  const A = 'ab'.repeat(32);
  const B = 'cd'.repeat(32);
  const data = (): string => join(folder, 'data');

  it('läses ur miljön eller ur en fil; den högsta versionen slår in', () => {
    writeFileSync(join(folder, 'nyckel'), `1:${A}\n2:${B}\n`);
    for (const env of [{ KLUBBA_MASTER_KEY: `2:${B} 1:${A}` }, { KLUBBA_MASTER_KEY_FILE: join(folder, 'nyckel') }]) {
      const found = masterKeys({ ...env, NODE_ENV: 'production' }, data(), { create: false });
      expect(found.current).toEqual({ version: 2, key: Buffer.from(B, 'hex') });
      expect(found.get(1)).toEqual(Buffer.from(A, 'hex'));
      expect(found.get(3)).toBeUndefined();
    }
    expect(masterKeys({ KLUBBA_MASTER_KEY: A }, data(), { create: false }).current.version).toBe(1);
  });

  it('görs en gång vid sidan av datamappen i utveckling, läsbar bara för ägaren', () => {
    const first = masterKeys({}, data(), { create: true });
    expect(statSync(`${data()}-nyckel`).mode & 0o777).toBe(0o600);
    expect(existsSync(data())).toBe(false);
    expect(masterKeys({}, data(), { create: true }).current).toEqual(first.current);
  });

  it('görs inte på nytt när det redan finns nycklar som är inslagna med den', () => {
    expect(() => masterKeys({}, data(), { create: false })).toThrow(/finns redan nycklar/);
    expect(existsSync(`${data()}-nyckel`)).toBe(false);
  });

  it.each([
    ['saknas i produktion', { NODE_ENV: 'production' }, /Huvudnyckeln saknas/],
    ['är för kort', { KLUBBA_MASTER_KEY: A.slice(2) }, /fel form/],
    ['är inte hex', { KLUBBA_MASTER_KEY: `${A.slice(2)}åä` }, /fel form/],
    ['är tom', { KLUBBA_MASTER_KEY: ' ' }, /är tom/],
    ['har samma version två gånger', { KLUBBA_MASTER_KEY: `1:${A},1:${B}` }, /samma version/],
    ['anges på två sätt', { KLUBBA_MASTER_KEY: A, KLUBBA_MASTER_KEY_FILE: '/x' }, /Både/],
    ['pekar på en fil som inte finns', { KLUBBA_MASTER_KEY_FILE: '/finns/inte' }, /går inte att läsa \(ENOENT\)/],
  ])('den som %s stoppar starten med ett svenskt fel', (_what, env, message) => {
    expect(() => masterKeys(env, data(), { create: true })).toThrow(MasterKeyFault);
    expect(() => masterKeys(env, data(), { create: true })).toThrow(message);
  });

  it('får i produktion inte ligga i datamappen', () => {
    expect(() => masterKeys({ NODE_ENV: 'production', KLUBBA_MASTER_KEY_FILE: join(data(), 'nyckel') }, data(), { create: false })).toThrow(/ligger i DATA_DIR/);
  });

  it('syns aldrig i felet', () => {
    const wrong = masterKeysOf([{ version: 1, key: Buffer.from(B, 'hex') }]);
    const messages = [() => unwrap(wrong, logg, newKid(), wrapped()), () => masterKeys({ KLUBBA_MASTER_KEY: `${B}f` }, data(), { create: false })].map((fails) => {
      try {
        fails();
        return '';
      } catch (error) {
        return String(error);
      }
    });
    expect(messages[0]).toMatch(/passar inte/);
    expect(messages[1]).toMatch(/fel form/);
    for (const message of messages) expect(message).not.toContain(B.slice(0, 16));
  });
});
