import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyProjection, type FileVault, StoreUnavailable } from '@klubba/kernel';
import { askServer } from '../../infra/klient';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { MasterKeyFault } from '../../infra/forsegling/cipher';
import { masterKeys } from '../../infra/forsegling/master';
import { DataFault } from '../../infra/sqlite/open';
import { LiveDocuments } from '../../infra/sqlite/read-model-hash';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteHandlingslager } from '../../infra/sqlite/sqlite-handlingslager';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { dokumenthash, type Underlag } from './granska';

/** A data folder, read beside a Klubba that may be writing in it. Throws DataFault or StoreUnavailable, in Swedish. */
export const mapp = (dataDir: string, projections: readonly AnyProjection[]): Underlag => {
  if (!existsSync(join(dataDir, 'logg.sqlite'))) throw new StoreUnavailable(`${dataDir} är ingen datamapp: logg.sqlite finns inte där.`);
  const store = SqliteEventStore.open(join(dataDir, 'logg.sqlite'), { readOnly: true });
  let live: LiveDocuments;
  try {
    live = new LiveDocuments(join(dataDir, 'lasmodeller.sqlite'));
  } catch (error) {
    void store.close();
    throw error;
  }
  let filer: SqliteHandlingslager | undefined;
  let nycklar: Nycklar | undefined;
  return {
    logg: store.logg,
    poster: (after, limit) => store.readAll(after, limit),
    dokument: async (modell, after, limit) => live.page(modell, after, limit).map((one) => ({ id: one.id, hash: dokumenthash(one) })),
    modeller: async () => new Map(projections.map(({ name }) => [name, live.position(name)])),
    filer: async () => {
      if (!existsSync(join(dataDir, 'handlingar.sqlite'))) return undefined;
      filer ??= new SqliteHandlingslager(join(dataDir, 'handlingar.sqlite'), { readOnly: true });
      nycklar ??= await oppnaNycklar(dataDir, store.logg);
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

type Nycklar = { readonly vault: FileVault; close(): Promise<void> };
/** The keys, where the master key is at hand: with them the content of files can be checked too. Throws MasterKeyFault when one was given and does not fit. */
const oppnaNycklar = async (dataDir: string, logg: string): Promise<Nycklar | undefined> => {
  const given = process.env.KLUBBA_MASTER_KEY !== undefined || process.env.KLUBBA_MASTER_KEY_FILE !== undefined;
  let masters: ReturnType<typeof masterKeys>;
  try {
    masters = masterKeys(process.env, dataDir, { create: false });
  } catch (error) {
    if (given || !(error instanceof MasterKeyFault)) throw error;
    return undefined;
  }
  const keys = new SqliteKeyStore(join(dataDir, 'nycklar.sqlite'), { readOnly: true });
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
