import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyProjection, StoreUnavailable } from '@klubba/kernel';
import { DataFault } from '../../infra/sqlite/open';
import { LiveDocuments } from '../../infra/sqlite/read-model-hash';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
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
  return {
    logg: store.logg,
    poster: (after, limit) => store.readAll(after, limit),
    dokument: async (modell, after, limit) => live.page(modell, after, limit).map((one) => ({ id: one.id, hash: dokumenthash(one) })),
    modeller: async () => new Map(projections.map(({ name }) => [name, live.position(name)])),
    close: async () => {
      live.close();
      await store.close();
    },
  };
};

type Answer = { readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly message: string }[] };

/** A running server, asked through GraphQL alone. The records come as they lie there, and are checked here. */
export const server = async (url: string, token: string | undefined): Promise<Underlag> => {
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    let response: Response;
    try {
      response = await fetch(`${url.replace(/\/$/, '')}/graphql`, {
        method: 'POST', headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) }, body: JSON.stringify({ query, variables }),
      });
    } catch (error) {
      throw new StoreUnavailable(`${url} svarar inte. Är adressen rätt, och är Klubba igång?`, { cause: error });
    }
    const answer = (await response.json().catch(() => ({}))) as Answer;
    if (!answer.data || answer.errors) throw new StoreUnavailable(answer.errors?.map(({ message }) => message).join(' ') ?? `${url} svarade ${response.status}, och inte som en Klubba.`);
    return answer.data as T;
  };
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
