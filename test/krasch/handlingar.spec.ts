import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHUNK_BYTES, Files, GALLRAT } from '@klubba/kernel';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { Barn } from './barn';

const KILLS = 12;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it(`den som dödas med kill -9 medan den tar emot filer lämnar inget halvt efter sig, och det den lovat går att läsa helt (${KILLS} gånger)`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klubba-krasch-'));
  const logg = randomUUID();
  const master = randomBytes(32);
  const lovade = new Map<string, number>();
  let halva = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const barn = new Barn(logg, folder, master.toString('hex'), [], 'mottagare.ts');
    // Some die before their first file is whole.
    await barn.line(kill % 3 === 0 ? 'vill' : 'fick').then(() => pause(Math.random() * 120));
    await barn.kill();
    for (const [id, storlek] of barn.said('fick')) lovade.set(id!, Number(storlek));

    const store = new SqliteHandlingslager(join(folder, 'handlingar.sqlite'));
    halva += (await store.list('', 10_000)).filter(({ state }) => state === 'open').length;
    const keys = new SqliteKeyStore(join(folder, 'nycklar.sqlite'));
    const vault = new Forsegling({ keys, logg, masters: masterKeysOf([{ version: 1, key: master }]) });
    const files = await new Files(store, vault).open();
    const kvar = await store.list('', 10_000);
    expect(kvar.filter(({ state, chunks }) => state !== 'finished' || chunks !== Math.ceil(2_500_000 / CHUNK_BYTES))).toEqual([]);
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
