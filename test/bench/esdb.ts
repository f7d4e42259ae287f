import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoPerson } from '../../apps/api/demo-identitet';
import { flytta } from '../../apps/api/flytta';
import { nouns } from '../../apps/api/house';
import { Client, post } from './client';
import { type Figure, percentile, rate, told } from './figure';
import { makeFolder } from './folder';
import { startKlubba, tokenFor } from './klubba';
import { caughtUp } from './kommandon';
import type { Setting } from './main';
import { Side } from './side';

export type EsdbArgs = { readonly url: string; readonly side: 'ours' | 'bare' };

const TURNS = 10;
const APPEND_GOAL = 0.8;
const REBUILD_GOAL = 0.8;
const COMMANDS_GOAL = 0.5;
const MEETINGS = 32;
/** So many facts that a build's beginning and end do not weigh as much as they. A stand-in has no goals: it is looked at as briefly as `--snabb` does. */
const sizes = (snabb: boolean) => (snabb || process.env.EVENTSTORE_URL === undefined ? { share: 0.05, facts: 1_000, seconds: 0.5, each: 10, lags: 10 } : { share: 1, facts: 30_000, seconds: 4, each: 60, lags: 200 });

/** A log of its own on the server that EVENTSTORE_URL names, or on a stand-in: figures of that one have no goals. */
const onServer = async <T extends Figure | readonly Figure[]>(measure: (url: string) => Promise<T>): Promise<readonly Figure[]> => {
  const real = process.env.EVENTSTORE_URL;
  const named = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}logg=bench-${randomUUID()}`;
  if (real !== undefined) return [await measure(named(real))].flat() as Figure[];
  const [server, url] = await Side.start<null, string>('esdb-server.side', null);
  const figures = [await measure(named(url))].flat() as Figure[];
  await server.stop();
  return figures.map(({ goal: _, ...figure }) => ({ ...figure, server: 'stand-in' }));
};
const sides = async (url: string): Promise<readonly [Side, Side]> => {
  const start = async (side: EsdbArgs['side']): Promise<Side> => (await Side.start('esdb.side', { url, side } satisfies EsdbArgs))[0];
  return [await start('ours'), await start('bare')];
};
const stop = async (...all: readonly Side[]): Promise<void> => {
  for (const side of all) await side.stop();
};

const append = (name: string, atOnce: number, count: number) => ({ snabb, rounds }: Setting): Promise<readonly Figure[]> => onServer(async (url) => {
  const [ours, bare] = await sides(url);
  const sized = { count: Math.max(atOnce, (sizes(snabb).share * count) / TURNS), atOnce };
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i <= rounds; i++) {
    const seconds = { ours: 0, bare: 0 };
    for (let turn = 0; turn < TURNS; turn++) {
      seconds.ours += await ours.ask<number>('round', sized);
      seconds.bare += await bare.ask<number>('round', sized);
    }
    if (i === 0) continue;
    rates.ours.push((TURNS * sized.count) / seconds.ours);
    rates.bare.push((TURNS * sized.count) / seconds.bare);
  }
  await stop(ours, bare);
  return rate(name, 'fakta/s', APPEND_GOAL, rates.ours, rates.bare);
});

/** Ready records of 600 bytes, one at a time; limit: the bare client on the same path with the same bytes. */
export const esdbAppend1 = append('esdb_append_1', 1, 2_000);
/** 128 in flight; the same limit. */
export const esdbAppend128 = append('esdb_append_128', 128, 12_800);

/**
 * A log of twenty nämnder moved to the server: its read models built from event one, against the same events read and parsed
 * by the client alone; commands through GraphQL by 32 clients, against the bare client with 32 in flight; and how long after
 * a receipt from one node another one shows what it was for.
 */
export const esdbHouse = ({ folder, snabb, rounds }: Setting): Promise<readonly Figure[]> => onServer(async (url) => {
  const { facts, seconds, each, lags } = sizes(snabb);
  const { dataDir, masterKey, archive: { namnder } } = await makeFolder(folder, `kluster-${randomUUID()}`, facts, { items: 27 });
  const { antal } = await flytta(`sqlite:${dataDir}`, url, nouns, () => undefined);
  const [ours, bare] = await sides(url);
  const rates = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i <= rounds; i++) {
    const [build, read] = [await ours.ask<number>('rebuild', { file: join(folder, 'kluster.sqlite') }), await bare.ask<number>('rebuild', { file: '' })];
    if (i === 0) continue;
    rates.ours.push(antal / build);
    rates.bare.push(antal / read);
  }
  const rebuild = rate('esdb_rebuild', 'fakta/s', REBUILD_GOAL, rates.ours, rates.bare);
  await ours.stop();

  const node = async (name: string): Promise<{ readonly port: number; readonly dataDir: string; readonly klubba: Awaited<ReturnType<typeof startKlubba>> }> => {
    const own = join(folder, `${name}-${randomUUID()}`);
    mkdirSync(own);
    const klubba = await startKlubba({ dataDir: own, masterKey }, { EVENT_STORE: url, EVENTSTORE_URL: '' });
    return { port: klubba.port, dataDir: own, klubba };
  };
  const one = await node('nod1');
  const token = await tokenFor(one.dataDir, 'namndsekreterare');
  const [load] = await Side.start('load.side', null);
  const lanes = { connections: MEETINGS, seconds, token };
  const commands = { ours: [] as number[], bare: [] as number[] };
  for (let i = 0; i <= rounds; i++) {
    const began = performance.now();
    const given = await load.ask<number>('meetings', { ...lanes, port: one.port, by: demoPerson('namndsekreterare'), namnder });
    await caughtUp(one.klubba);
    const rateOfOurs = given / ((performance.now() - began) / 1000);
    const sized = { count: MEETINGS * each, atOnce: MEETINGS };
    const took = await bare.ask<number>('round', sized);
    if (i === 0) continue;
    commands.ours.push(rateOfOurs);
    commands.bare.push(sized.count / took);
  }
  await stop(load, bare);
  const two = await node('nod2');
  // A new node has the whole log to fold first: that is not lag.
  const end = (await one.klubba.health()).position;
  const isBehind = async (): Promise<boolean> => {
    const { lasmodeller, reaktioner } = await two.klubba.health();
    return [...lasmodeller, ...reaktioner].some(({ position }) => position < end);
  };
  while (await isBehind()) await sleep(50);
  const lag = await lagBetween({ ...one, token }, { ...two, token: await tokenFor(two.dataDir, 'namndsekreterare') }, namnder[0]!.id, rounds, lags);
  for (const { klubba } of [one, two]) await klubba.stop();
  return [rebuild, rate('esdb_kommandon_32', 'kommandon/s', COMMANDS_GOAL, commands.ours, commands.bare), lag];
});

type End = { readonly port: number; readonly token: string };
const lagBetween = async (here: End, there: End, namnd: string, rounds: number, lags: number): Promise<Figure> => {
  const [one, two] = [await Client.open(here.port), await Client.open(there.port)];
  const ask = async (client: Client, { token }: End, query: string, variables: object): Promise<Record<string, { readonly id: string; readonly position: string }>> => {
    const { body } = await client.ask(post('/graphql', JSON.stringify({ query, variables }), { authorization: `Bearer ${token}` }));
    const { data, errors } = JSON.parse(body) as { data?: Record<string, { id: string; position: string }>; errors?: unknown };
    if (data === undefined || errors !== undefined) throw new Error(body.slice(0, 500));
    return data;
  };
  const p99: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const ms: number[] = [];
    for (let i = 0; i < lags; i++) {
      const { utfall } = await ask(one, here, 'mutation ($k: ID!, $d: OppnaArendeInput!) { utfall: oppnaArende(kommandoId: $k, data: $d) { ... on Kvitto { id position } } }', { k: randomUUID(), d: { namnd, klass: 'oppen', rubrik: 'Eftersläpning', datum: '2018-03-21' } });
      const began = performance.now();
      await ask(two, there, 'query ($id: ID!, $minst: Position) { arende(id: $id, minst: $minst) { id } }', { id: utfall!.id, minst: utfall!.position });
      ms.push(performance.now() - began);
    }
    p99.push(percentile(ms, 0.99));
  }
  one.close();
  two.close();
  return told('esdb_lag', 'ms', p99);
};
