import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Files } from '@klubba/kernel';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { MappHandlingslager } from '../../infra/mapp/mapp-handlingslager';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';

/**
 * A process to be killed while it takes files in, several at once, each of the size told. Says `fick <id> <storlek>` when a
 * file is promised. They lie in the directory `delad` in the folder, where there is one. Usage: node -r ./register.cjs mottagare.ts <logg> <folder> <master key in hex>
 */
const [logg, folder, master] = process.argv.slice(2) as [string, string, string];
const say = (...words: readonly unknown[]): void => void writeSync(1, `${words.join(' ')}\n`);
const STORLEK = 2_500_000;

async function* fil(): AsyncGenerator<Uint8Array> {
  for (let kvar = STORLEK; kvar > 0; kvar -= 50_000) {
    yield randomBytes(50_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const main = async (): Promise<void> => {
  const vault = new Forsegling({ keys: new SqliteKeyStore(join(folder, 'nycklar.sqlite')), logg, masters: masterKeysOf([{ version: 1, key: Buffer.from(master, 'hex') }]) });
  const delad = join(folder, 'delad');
  const store = existsSync(delad) ? new MappHandlingslager(delad, logg) : new SqliteHandlingslager(join(folder, 'handlingar.sqlite'));
  const files = await new Files(store, vault).open();
  say('redo');
  await Promise.all(Array.from({ length: 3 }, async () => {
    for (;;) {
      const id = randomUUID();
      say('vill', id);
      const { storlek } = await files.receive({ id, handling: id, namnd: id, by: id }, fil(), { see: async () => undefined, type: () => 'application/octet-stream' });
      say('fick', id, storlek);
    }
  }));
};
main().catch((error: unknown) => {
  say('fel', String(error));
  process.exitCode = 2;
});
