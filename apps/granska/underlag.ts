import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyProjection, type EventStore, type FileVault, type Handlingslager, type KeyStore, StoreUnavailable } from '@klubba/kernel';
import type { Address } from '../../infra/eventstoredb/address';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { MasterKeyFault } from '../../infra/forsegling/cipher';
import { masterKeys } from '../../infra/forsegling/master';
import { askServer } from '../../infra/klient';
import { MappHandlingslager } from '../../infra/mapp/mapp-handlingslager';
import { SKYLT } from '../../infra/mapp/skylt';
import { DataFault } from '../../infra/sqlite/open';
import { LiveDocuments } from '../../infra/sqlite/read-model-hash';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { openCluster } from '../api/stores';
import { dokumenthash, type Underlag } from './granska';

/** The log of a data folder, or of the cluster whose read models lie in it. */
const logOf = async (dataDir: string, eventStore: Address | undefined): Promise<{ readonly store: EventStore; readonly openKeys: () => KeyStore }> => {
  if (eventStore !== undefined) {
    const { store, keys } = await openCluster({ address: eventStore, mustExist: true });
    return { store, openKeys: () => keys };
  }
  if (!existsSync(join(dataDir, 'logg.sqlite'))) throw new StoreUnavailable(`${dataDir} är ingen datamapp: logg.sqlite finns inte där.`);
  return { store: SqliteEventStore.open(join(dataDir, 'logg.sqlite'), { readOnly: true }), openKeys: () => new SqliteKeyStore(join(dataDir, 'nycklar.sqlite'), { readOnly: true }) };
};

/** A data folder, read beside a Klubba that may be writing in it. Throws DataFault or StoreUnavailable, in Swedish. */
export const mapp = async (dataDir: string, eventStore: Address | undefined, projections: readonly AnyProjection[]): Promise<Underlag> => {
  const { store, openKeys } = await logOf(dataDir, eventStore);
  let live: LiveDocuments;
  try {
    live = new LiveDocuments(join(dataDir, 'lasmodeller.sqlite'));
  } catch (error) {
    await store.close();
    throw error;
  }
  let filer: Handlingslager | undefined;
  let nycklar: Nycklar | undefined;
  return {
    logg: store.logg,
    poster: (after, limit) => store.readAll(after, limit),
    dokument: async (modell, after, limit) => live.page(modell, after, limit).map((one) => ({ id: one.id, hash: dokumenthash(one) })),
    modeller: async () => new Map(projections.map(({ name }) => [name, live.position(name)])),
    filer: async () => {
      filer ??= oppnaFiler(dataDir, store.logg);
      if (filer === undefined) return undefined;
      nycklar ??= await oppnaNycklar(dataDir, store.logg, openKeys);
      return { store: filer, vault: nycklar?.vault };
    },
    close: async () => {
      await filer?.close();
      await nycklar?.close();
      live.close();
      await store.close();
    },
  };
};

/** Where Klubba itself looks for them: the directory in HANDLINGAR, or the file in the data folder. Nothing where there is none. */
const oppnaFiler = (dataDir: string, logg: string): Handlingslager | undefined => {
  const { HANDLINGAR: delad = '' } = process.env;
  if (delad !== '') return existsSync(join(delad, SKYLT)) ? new MappHandlingslager(delad, logg, { readOnly: true }) : undefined;
  const fil = join(dataDir, 'handlingar.sqlite');
  return existsSync(fil) ? new SqliteHandlingslager(fil, { readOnly: true }) : undefined;
};

type Nycklar = { readonly vault: FileVault; close(): Promise<void> };
/** The keys, where the master key is at hand: with them the content of files can be checked too. Throws MasterKeyFault when one was given and does not fit. */
const oppnaNycklar = async (dataDir: string, logg: string, openKeys: () => KeyStore): Promise<Nycklar | undefined> => {
  const given = process.env.KLUBBA_MASTER_KEY !== undefined || process.env.KLUBBA_MASTER_KEY_FILE !== undefined;
  let masters: ReturnType<typeof masterKeys>;
  try {
    masters = masterKeys(process.env, dataDir, { create: false });
  } catch (error) {
    if (given || !(error instanceof MasterKeyFault)) throw error;
    return undefined;
  }
  const keys = openKeys();
  const vault = new Forsegling({ keys, logg, masters });
  const close = async (): Promise<void> => {
    vault.close();
    await keys.close();
  };
  try {
    await vault.prove();
  } catch (error) {
    await close();
    throw error;
  }
  return { vault, close };
};

/** A running server, asked through GraphQL alone. The records come as they lie there, and are checked here. */
export const server = async (url: string, token: string | undefined): Promise<Underlag> => {
  const ask = askServer(url, token);
  const granskning = async () => (await ask<{ granskning: { logg: string; upplaga: string; lasmodeller: { namn: string; position: string }[] } }>('{ granskning { logg upplaga lasmodeller { namn position } } }')).granskning;
  const { logg, upplaga } = await granskning();
  const positionOf = (text: string): bigint => {
    const [copy, digits] = text.split(':');
    if (copy !== upplaga || digits === undefined) throw new DataFault('Servern bytte kopia av loggen medan den granskades.');
    return BigInt(digits);
  };
  return {
    logg,
    poster: async (after, limit) => {
      const { poster } = await ask<{ poster: { position: string; bytes: string }[] }>('query ($after: Position, $first: Int!) { poster(after: $after, first: $first) { position bytes } }', {
        after: `${upplaga}:${after}`, first: Math.min(limit, 1000),
      });
      return poster.map(({ position, bytes }) => ({ position: positionOf(position), bytes: Buffer.from(bytes, 'base64') }));
    },
    dokument: async (modell, after, limit) =>
      (await ask<{ dokumentsummor: { id: string; hash: string }[] }>('query ($modell: String!, $after: String!, $first: Int!) { dokumentsummor(lasmodell: $modell, after: $after, first: $first) { id hash } }', { modell, after, first: limit })).dokumentsummor,
    modeller: async () => new Map((await granskning()).lasmodeller.map(({ namn, position }) => [namn, positionOf(position)])),
    close: async () => undefined,
  };
};
