import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allFacts, allUpcasts, type EventStore, Log, type Noun, type Vault, Vocabulary } from '@klubba/kernel';
import type { Address } from '../../infra/eventstoredb/address';
import { copyLog, type Progress, type Side, type Sum } from '../../infra/flytt/flytta';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { CannotStart, eventStoreFrom } from './settings';
import { cluster, makeFolder, openCluster, openStores, unfinished } from './stores';

/** The fact that a log goes on elsewhere has nothing secret in it. */
const NO_VAULT: Vault = { ready: () => undefined, seal: () => { throw new Error('inget förseglas här'); }, open: () => undefined, forget: () => undefined };

/** Where a log lies: a folder, or a cluster. */
type Place = { readonly folder: string } | { readonly address: Address };
const placeOf = (text: string): Place => {
  const { folder, address } = eventStoreFrom(text);
  return address === undefined ? { folder: resolve(folder!) } : { address };
};
/** `finish` gives a log that was made here the name by which it is found: until then nobody starts on half of it. */
type Target = Side & { finish(): Promise<void>; close(): Promise<void> };

const closing = ({ store, keys }: Side) => async (): Promise<void> => {
  await keys.close();
  await store.close();
};

const openSource = async (place: Place): Promise<Side> => {
  if ('folder' in place && !existsSync(join(place.folder, 'logg.sqlite'))) throw new CannotStart(`I ${place.folder} finns ingen logg att flytta.`);
  // Writes one fact, so it takes the file's lock: a Klubba that runs on it must be stopped first.
  return 'folder' in place ? openStores({ dataDir: place.folder, eventStore: undefined }) : openStores({ dataDir: ':memory:', eventStore: place.address }, { readOnly: true });
};

const openTarget = async (place: Place, logg: string): Promise<Target> => ('folder' in place ? openFolder(place.folder, logg) : openHalf(place.address, logg));

const openFolder = async (folder: string, logg: string): Promise<Target> => {
  makeFolder(folder);
  const file = join(folder, 'logg.sqlite');
  if (existsSync(file)) {
    const side = await openStores({ dataDir: folder, eventStore: undefined }, { logg });
    return { ...side, finish: async () => undefined, close: closing(side) };
  }
  const half = unfinished(file);
  const side = { store: SqliteEventStore.open(half, { logg }), keys: new SqliteKeyStore(join(folder, 'nycklar.sqlite')) };
  return {
    ...side, close: closing(side),
    finish: async () => {
      await side.store.close();
      renameSync(half, file);
      rmSync(`${half}.las`, { force: true });
    },
  };
};

const openHalf = async (address: Address, logg: string): Promise<Target> => {
  const side = await openCluster({ address, logg, moving: true });
  return { ...side, finish: () => side.store.finishMove(), close: closing(side) };
};

/**
 * Moves a log with its keys to another store, in order, and resumes where it was broken off. The source is closed first, by
 * its own last fact, which is copied like any other: the same records stand on both sides, and the one that is named
 * there goes on. Throws CannotStart, StoreUnavailable, DataFault or LogFault.
 */
export const flytta = async (fran: string, till: string, nouns: readonly Noun[], progress: Progress): Promise<Sum> => {
  const [here, there] = [placeOf(fran), placeOf(till)];
  const source = await openSource(here);
  try {
    const target = await openTarget(there, source.store.logg);
    try {
      const sum = await copyLog(source, target, () => closeSource(source, target.store.upplaga, nouns), progress);
      await target.finish();
      return sum;
    } finally {
      await target.close();
    }
  } finally {
    await closing(source)();
  }
};

const closeSource = async ({ store }: Side, till: string, nouns: readonly Noun[]): Promise<void> => {
  if (till === store.upplaga) throw new CannotStart('Källan och målet är samma kopia av loggen.');
  const log = await logOver(store, nouns);
  const moved = log.livesIn(till) ? undefined : log.obstacle();
  if (moved !== undefined) throw new CannotStart(moved);
  await log.goOnIn(till, 'system:flytta');
};

/**
 * Says that a log restored from a backup is another copy, and the one that goes on: positions and checkpoints told before
 * are refused, and that it had once moved to a copy that is no more is put right. Answers what the copy is called.
 */
export const aterstalld = async (plats: string, nouns: readonly Noun[]): Promise<string> => {
  const place = placeOf(plats);
  if ('folder' in place) SqliteEventStore.nyUpplaga(join(place.folder, 'logg.sqlite'));
  else await cluster().EventStoreDbEventStore.nyUpplaga(place.address);
  const side = await openSource(place);
  try {
    const log = await logOver(side.store, nouns);
    if (log.obstacle() !== undefined) await log.goOnIn(side.store.upplaga, 'system:flytta');
    return side.store.upplaga;
  } finally {
    await closing(side)();
  }
};

const logOver = (store: EventStore, nouns: readonly Noun[]): Promise<Log> => new Log(store, NO_VAULT, new Vocabulary(allFacts(nouns), allUpcasts(nouns))).open();
