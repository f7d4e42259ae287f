import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHUNK_BYTES, Files, GALLRAT, type Handlingslager } from '@klubba/kernel';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { MappHandlingslager } from '../../infra/mapp/mapp-handlingslager';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { Barn } from './barn';

const KILLS = 12;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const iFil = (folder: string): Handlingslager => new SqliteHandlingslager(join(folder, 'handlingar.sqlite'));
const delad = (folder: string, logg: string): Handlingslager => (mkdirSync(join(folder, 'delad'), { recursive: true }), new MappHandlingslager(join(folder, 'delad'), logg));
/** A directory that others share is not emptied of what is open at start, but a day later: as then, here. What is whole is kept, as what the record holds is. */
const stada = async (store: Handlingslager): Promise<void> => {
  for (const { id, state } of await store.list('', 10_000, true)) await (state === 'open' ? store.drop(id) : store.keep(id));
};
/** What lies in the folders of files besides what a whole one has. */
const skrap = (folder: string): string[] => (readdirSync(join(folder, 'delad'), { recursive: true }) as string[]).filter((namn) => namn.split('/').length === 3 && !/\/(at|huvud|kvar|bit\.[0-2])$/.test(namn));

it.each([['sin fil', iFil], ['en delad mapp', delad]])(`den som dödas med kill -9 medan den tar emot filer i %s lämnar inget halvt efter sig, och det den lovat går att läsa helt (${KILLS} gånger)`, async (_plats, lager) => {
  const folder = mkdtempSync(join(tmpdir(), 'klubba-krasch-'));
  const logg = randomUUID();
  const master = randomBytes(32);
  const lovade = new Map<string, number>();
  let halva = 0;
  await lager(folder, logg).close();
  for (let kill = 0; kill < KILLS; kill++) {
    const barn = new Barn(logg, folder, master.toString('hex'), [], 'mottagare.ts');
    // Some die before their first file is whole.
    await barn.line(kill % 3 === 0 ? 'vill' : 'fick').then(() => pause(Math.random() * 120));
    await barn.kill();
    for (const [id, storlek] of barn.said('fick')) lovade.set(id!, Number(storlek));

    const store = lager(folder, logg);
    halva += (await store.list('', 10_000)).filter(({ state }) => state === 'open').length;
    const keys = new SqliteKeyStore(join(folder, 'nycklar.sqlite'));
    const vault = new Forsegling({ keys, logg, masters: masterKeysOf([{ version: 1, key: master }]) });
    const files = await new Files(store, vault).open();
    if (store.shared === true) {
      await stada(store);
      expect(skrap(folder)).toEqual([]);
    }
    const kvar = await store.list('', 10_000);
    expect(kvar.filter(({ state, chunks }) => state !== (store.shared === true ? 'kept' : 'finished') || chunks !== Math.ceil(2_500_000 / CHUNK_BYTES))).toEqual([]);
    expect([...lovade.keys()].filter((id) => !kvar.some((en) => en.id === id))).toEqual([]);
    if (kill === KILLS - 1) {
      for (const { id } of kvar) {
        const upload = (await files.upload(id))!;
        const content = await files.content(id, id, upload);
        let langd = 0;
        // Its salted hash is checked on the way.
        if (content !== GALLRAT) for await (const del of content) langd += del.length;
        expect(langd).toBe(2_500_000);
      }
    }
    vault.close();
    await keys.close();
    await files.close();
  }
  expect(lovade.size).toBeGreaterThan(KILLS / 2);
  expect(halva).toBeGreaterThan(KILLS / 2);
  rmSync(folder, { recursive: true });
});

it('två processer tar emot i samma mapp: den ena dödas och startas om, den andra märker inget, och allt som lovats är helt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klubba-krasch-'));
  const logg = randomUUID();
  const master = randomBytes(32);
  const store = delad(folder, logg);
  const ny = (): Barn => new Barn(logg, folder, master.toString('hex'), [], 'mottagare.ts');
  const kvar = ny();
  await kvar.line('fick');
  const lovade: string[] = [];
  for (let kill = 0; kill < 4; kill++) {
    const barn = ny();
    await barn.line('fick').then(() => pause(Math.random() * 80));
    await barn.kill();
    lovade.push(...barn.said('fick').map(([id]) => id!));
  }
  expect(kvar.process.exitCode).toBeNull();
  await kvar.kill();
  expect(kvar.said('fel')).toEqual([]);
  expect(kvar.said('fick').length).toBeGreaterThan(3);
  lovade.push(...kvar.said('fick').map(([id]) => id!));
  await stada(store);
  expect(skrap(folder)).toEqual([]);
  const keys = new SqliteKeyStore(join(folder, 'nycklar.sqlite'));
  const vault = new Forsegling({ keys, logg, masters: masterKeysOf([{ version: 1, key: master }]) });
  const files = new Files(store, vault);
  for (const id of lovade) expect((await files.uploaded(id, id))!.content).toHaveLength(2_500_000);
  vault.close();
  await keys.close();
  await files.close();
  rmSync(folder, { recursive: true });
});
