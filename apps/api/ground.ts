import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handlingen } from '@klubba/handling';
import { allFacts, allUpcasts, Files, Log, type Noun, Vocabulary } from '@klubba/kernel';
import { MappHandlingslager } from '../../infra/mapp/mapp-handlingslager';
import { SKYLT } from '../../infra/mapp/skylt';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { derivedKey } from '../../infra/forsegling/cipher';
import { masterKeys, masterKeysOf } from '../../infra/forsegling/master';
import { ThreadedPaperBinder } from '../../infra/papper/paper-binder';
import { ThreadedPaperReader } from '../../infra/papper/paper-reader';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import type { Give, Ground } from './house';
import { CannotStart, type Settings } from './settings';
import { fileIn, makeFolder, openStores, type Stores } from './stores';

const CATCH_UP_MS = 5000;

/** What a test gives in the place of chance and time, or of the stores that the settings name. */
export type Injected = { readonly stores?: Stores; readonly clock?: () => string; readonly newId?: (stream: string, version: number) => string };

/**
 * Opens the log and the keys where the settings say, the read models in DATA_DIR, and the files there too or where HANDLINGAR
 * says. Throws CannotStart, StoreUnavailable, DataFault, MasterKeyFault or LogFault, each with a Swedish sentence; nothing is left open then.
 */
export const openGround = async (nouns: readonly Noun[], settings: Settings, { stores, clock, newId }: Injected = {}): Promise<Ground> => {
  const { dataDir, handlingar, env } = settings;
  const inMemory = dataDir === ':memory:' && settings.eventStore === undefined;
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
    makeFolder(dataDir);
    const { store, keys } = stores ?? (await openStores(settings));
    open(store);
    open(keys);
    const masters = inMemory ? masterKeysOf([{ version: 1, key: randomBytes(32) }]) : masterKeys(env, dataDir, { create: (await keys.some()) === undefined });
    const vault = open(new Forsegling({ keys, logg: store.logg, masters }));
    await vault.prove();
    const log = await new Log(store, vault, new Vocabulary(allFacts(nouns), allUpcasts(nouns)), clock, newId).open();
    // A clock that is wrong may be set right while it runs; a log that has moved will not come back by itself.
    const moved = log.obstacle();
    if (moved !== undefined) throw new CannotStart(moved);
    // What reactions wish for before the house stands waits for it.
    let start!: (give: Give) => void;
    const started = new Promise<Give>((resolve) => (start = resolve));
    const models = open(await SqliteReadModels.open({
      file: fileIn(dataDir, 'lasmodeller.sqlite'), log, patienceMs: CATCH_UP_MS,
      projections: nouns.flatMap((noun) => noun.projections ?? []), reactions: nouns.flatMap((noun) => noun.reactions ?? []),
      dispatch: async (wish, signed) => (await started)(wish, { ...signed, roll: () => 'system' }),
    }));
    // As for the keys: an empty store in the place of a lost one would hide that it is lost.
    const place = handlingar === undefined ? fileIn(dataDir, 'handlingar.sqlite') : join(handlingar, SKYLT);
    const isNewNode = settings.eventStore !== undefined && handlingar === undefined;
    if (place !== ':memory:' && !isNewNode && !existsSync(place) && hasFiles(nouns, models)) {
      throw new CannotStart(handlingar === undefined
        ? `Handlingarnas fil saknas: ${place}. I loggen finns handlingar vars innehåll ligger i den. Återställ den från säkerhetskopia, eller sätt HANDLINGAR till den mapp där de ligger.`
        : `Handlingarnas mapp saknas: ${place}. I loggen finns handlingar vars innehåll ligger i den. Se till att disken är ansluten och att HANDLINGAR är rätt, eller återställ mappen från säkerhetskopia.`);
    }
    const lager = handlingar === undefined ? new SqliteHandlingslager(place) : new MappHandlingslager(handlingar, store.logg);
    const files = await open(new Files(lager, vault)).open();
    return { log, vault, models, files, papers: new ThreadedPaperReader(), binder: new ThreadedPaperBinder(), addressKey: derivedKey(masters, store.logg, 'filadress'), start, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
};

const hasFiles = (nouns: readonly Noun[], models: SqliteReadModels): boolean =>
  nouns.some(({ decider }) => decider.category === handlingen.category) && models.documents(handlingen, '', 1).length > 0;
