import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { handlingen } from '@klubba/handling';
import { allFacts, allUpcasts, Files, Log, type Noun, Vocabulary } from '@klubba/kernel';
import { ThreadedPaperReader } from '../../infra/papper/paper-reader';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeys, masterKeysOf } from '../../infra/forsegling/master';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import type { Give, Ground } from './house';
import { CannotStart, type Settings } from './settings';

const CATCH_UP_MS = 5000;

/**
 * Opens the embedded stores in DATA_DIR: the log, the keys, the read models and the files, each a file. Throws CannotStart,
 * StoreUnavailable, DataFault, MasterKeyFault or LogFault, each with a Swedish sentence; nothing is left open then.
 */
export const openGround = async (nouns: readonly Noun[], { dataDir, env }: Settings): Promise<Ground> => {
  const inMemory = dataDir === ':memory:';
  if (!inMemory) makeFolder(dataDir);
  const file = (name: string): string => (inMemory ? ':memory:' : join(dataDir, name));
  const opened: { close(): unknown }[] = [];
  const open = <T extends { close(): unknown }>(one: T): T => {
    opened.unshift(one);
    return one;
  };
  // The last opened first. A store that cannot be closed must not keep the others open.
  const close = async (): Promise<void> => {
    const faults: unknown[] = [];
    for (const one of opened.splice(0)) {
      try {
        await one.close();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  };
  try {
    const store = open(SqliteEventStore.open(file('logg.sqlite')));
    // An empty key file in the place of a lost one would open nothing that is stored, and hide that it is lost.
    if (!inMemory && !existsSync(file('nycklar.sqlite')) && (await store.tip()) > 0n) throw new CannotStart(`Nyckelfilen saknas: ${file('nycklar.sqlite')}. Det som redan är lagrat är förseglat med nycklar ur den. Återställ den från säkerhetskopia.`);
    const keys = open(new SqliteKeyStore(file('nycklar.sqlite')));
    const masters = inMemory ? masterKeysOf([{ version: 1, key: randomBytes(32) }]) : masterKeys(env, dataDir, { create: (await keys.list('', 1)).length === 0 });
    const vault = open(new Forsegling({ keys, logg: store.logg, masters }));
    await vault.prove();
    const log = await new Log(store, vault, new Vocabulary(allFacts(nouns), allUpcasts(nouns))).open();
    // What reactions wish for before the house stands waits for it.
    let start!: (give: Give) => void;
    const started = new Promise<Give>((resolve) => (start = resolve));
    const models = open(await SqliteReadModels.open({
      file: file('lasmodeller.sqlite'), log, patienceMs: CATCH_UP_MS,
      projections: nouns.flatMap((noun) => noun.projections ?? []), reactions: nouns.flatMap((noun) => noun.reactions ?? []),
      dispatch: async (wish, signed) => (await started)(wish, { ...signed, roll: () => 'system' }),
    }));
    // As for the keys: an empty file in the place of a lost one would hide that it is lost.
    if (!inMemory && !existsSync(file('handlingar.sqlite')) && hasFiles(nouns, models)) throw new CannotStart(`Handlingarnas fil saknas: ${file('handlingar.sqlite')}. I loggen finns handlingar vars innehåll ligger i den. Återställ den från säkerhetskopia.`);
    const files = await open(new Files(new SqliteHandlingslager(file('handlingar.sqlite')), vault)).open();
    return { log, vault, models, files, papers: new ThreadedPaperReader(), start, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
};

const hasFiles = (nouns: readonly Noun[], models: SqliteReadModels): boolean =>
  nouns.some(({ decider }) => decider.category === handlingen.category) && models.documents(handlingen, '', 1).length > 0;

const makeFolder = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CannotStart(`Mappen ${dataDir} går inte att skapa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}). Sätt DATA_DIR till en mapp där Klubba får skriva.`, { cause: error });
  }
};
