import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore, KeyStore } from '@klubba/kernel';
import type { EventStoreDbEventStore, EventStoreDbOptions } from '../../infra/eventstoredb/eventstoredb-event-store';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { CannotStart, type Settings } from './settings';

/** The log and its keys, in files or in a cluster. */
export type Stores = { readonly store: EventStore; readonly keys: KeyStore };
export type HowToOpen = {
  /** For whoever only reads the log, beside a Klubba that writes: one that is not there is not made. */
  readonly readOnly?: boolean;
  /** The log keeps this id where it is made anew. */
  readonly logg?: string;
};

/** A service may start before its cluster does. */
const PATIENCE_MS = 60_000;

export const fileIn = (dataDir: string, name: string): string => (dataDir === ':memory:' ? dataDir : join(dataDir, name));

/** A log file that is being moved here: until all of it is here it has another name. */
export const unfinished = (file: string): string => `${file}.flytt`;

/* eslint-disable @typescript-eslint/no-require-imports -- the client of a cluster is large: only those who have a cluster load it */
export const cluster = () => ({
  ...(require('../../infra/eventstoredb/eventstoredb-event-store') as typeof import('../../infra/eventstoredb/eventstoredb-event-store')),
  ...(require('../../infra/eventstoredb/eventstoredb-key-store') as typeof import('../../infra/eventstoredb/eventstoredb-key-store')),
});
/* eslint-enable @typescript-eslint/no-require-imports */

/** The log and the keys of a cluster. Throws as `EventStoreDbEventStore.open` does. */
export const openCluster = async (options: EventStoreDbOptions): Promise<{ readonly store: EventStoreDbEventStore; readonly keys: KeyStore }> => {
  const { EventStoreDbEventStore: Log, EventStoreDbKeyStore: Keys } = cluster();
  const store = await Log.open(options);
  return { store, keys: new Keys(store) };
};

/** Opens what the settings name. Throws CannotStart, StoreUnavailable, DataFault or LogFault, in Swedish; nothing is left open then. */
export const openStores = async ({ dataDir, eventStore }: Pick<Settings, 'dataDir' | 'eventStore'>, { readOnly = false, logg }: HowToOpen = {}): Promise<Stores> => {
  if (eventStore !== undefined) {
    return openCluster({ address: eventStore, patienceMs: readOnly ? 0 : PATIENCE_MS, waiting: tell(), mustExist: readOnly, ...(logg !== undefined && { logg }) });
  }
  const logFile = fileIn(dataDir, 'logg.sqlite');
  if (existsSync(unfinished(logFile))) throw new CannotStart(`Till ${dataDir} har en logg börjat flyttas. Kör flytten till sitt slut först: npm run flytta.`);
  const store = SqliteEventStore.open(logFile, { readOnly, ...(logg !== undefined && { logg }) });
  try {
    const file = fileIn(dataDir, 'nycklar.sqlite');
    // An empty key file in the place of a lost one would open nothing that is stored, and hide that it is lost.
    if (file !== ':memory:' && !existsSync(file) && (await store.tip()) > 0n) throw new CannotStart(`Nyckelfilen saknas: ${file}. Det som redan är lagrat är förseglat med nycklar ur den. Återställ den från säkerhetskopia.`);
    return { store, keys: new SqliteKeyStore(file) };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** Says what is waited for, once for each reason. */
const tell = (): ((why: string) => void) => {
  const told = new Set<string>();
  return (why) => {
    if (told.has(why)) return;
    told.add(why);
    process.stderr.write(`${why} Försöker igen i ${PATIENCE_MS / 1000} s.\n`);
  };
};

export const makeFolder = (dataDir: string): void => {
  if (dataDir === ':memory:') return;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CannotStart(`Mappen ${dataDir} går inte att skapa (${(error as NodeJS.ErrnoException).code ?? 'okänt fel'}). Sätt DATA_DIR till en mapp där Klubba får skriva.`, { cause: error });
  }
};
