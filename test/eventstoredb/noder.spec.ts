import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Recorded } from '@klubba/kernel';
import { addressOf } from '../../infra/eventstoredb/address';
import { EventStoreDbEventStore } from '../../infra/eventstoredb/eventstoredb-event-store';
import { EventStoreDbKeyStore } from '../../infra/eventstoredb/eventstoredb-key-store';
import { nyUpplaga } from '../../infra/eventstoredb/identity';
import { copyReadModels } from '../../infra/sqlite/copy-read-models';
import { hashLive, hashRebuilt } from '../../infra/sqlite/read-model-hash';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import { asker, Node, ta } from '../contract/kolapp';
import { geNummer, house, type House, saken, sattNummer, serien } from '../contract/provhus';
import { scratch } from '../contract/stores';
import { StandIn } from './standin';

/** Several nodes on one cluster, each with a connection and read models of its own, while the server has bad days. */
const folder = scratch();
let files = 0;
const newFile = (): string => join(folder, `las-${files++}.db`);
type Knut = { readonly store: EventStoreDbEventStore; readonly at: House; readonly models: SqliteReadModels; readonly file: string; readonly told: Recorded[] };

let server: StandIn;
const knutar: Knut[] = [];
beforeEach(async () => (server = await StandIn.start()));
afterEach(async () => {
  for (const { models, store } of knutar.splice(0)) {
    await models.close();
    await store.close();
  }
  await server.stop();
});
const knut = async (file = newFile()): Promise<Knut> => {
  const store = await EventStoreDbEventStore.open({ address: addressOf(server.url('&deadline=2000')) });
  const at = await house(store, undefined, new EventStoreDbKeyStore(store));
  const models = await SqliteReadModels.open({ file, log: at.log, projections: [saken, serien], reactions: [geNummer, sattNummer], dispatch: at.dispatch });
  const told: Recorded[] = [];
  models.onChange((events) => told.push(...events));
  const one = { store, at, models, file, told };
  knutar.push(one);
  return one;
};
const sameEverywhere = async (...all: readonly Knut[]): Promise<void> => {
  const tip = await all[0]!.store.tip();
  for (const { models, file, at } of all) {
    await models.caughtUp(tip);
    for (const projection of [saken, serien]) {
      const { position, ...live } = await hashLive(file, projection);
      expect(live.documents).toBeGreaterThan(0);
      expect(await hashRebuilt(at.log, projection, position)).toEqual(live);
    }
  }
};
const eachOnce = (facts: readonly Recorded[]): void => expect(new Set(facts.map(({ stream, version }) => `${stream} ${version}`)).size).toBe(facts.length);

it('medan prenumerationer släpps och förbindelser bryts: inget tappas, inget dubblas, och reaktionerna verkar en gång', async () => {
  const [one, two] = [await knut(), await knut()];
  let over = false;
  const weather = (async () => {
    for (let i = 0; !over; i++) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (i % 3 === 0) server.proxy.cut();
      else server.dropSubscriptions((['too slow', 'ended'] as const)[i % 2]!);
    }
  })();
  const serie = one.at.serie;
  const ids = (await Promise.all([one, two].map(async ({ at }) => {
    const own: string[] = [];
    for (let i = 0; i < 15; i++) {
      const id = randomUUID();
      own.push(id);
      await at.ask('sak', id, { type: 'OppnaSak', data: { serie, rubrik: 'a' } });
    }
    return own;
  }))).flat();
  over = true;
  await weather;
  await sameEverywhere(one, two);
  await sameEverywhere(one, two);
  const facts = await one.at.facts();
  eachOnce(facts);
  expect(facts.filter(({ type }) => type === 'NummerGivet').map(({ data }) => (data as { nr: number }).nr)).toEqual(ids.map((_, i) => i + 1));
  expect(facts.filter(({ type }) => type === 'SakNumrerad')).toHaveLength(ids.length);
  for (const { told } of [one, two]) expect(told.map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
});

it('den som skrivit läses på den andra noden när den har kommit till kvittots position', async () => {
  const [one, two] = [await knut(), await knut()];
  for (let i = 0; i < 10; i++) {
    const [writer, reader] = i % 2 === 0 ? [one, two] : [two, one];
    const { id, position } = await writer.at.open();
    await reader.models.caughtUp(position);
    expect(reader.models.get(saken, id)).toMatchObject({ nr: expect.any(Number) });
  }
});

it('en nod som varit borta länge, eller är ny, tar in det som kommit; den nya går från en kopia', async () => {
  const one = await knut();
  const two = await knut();
  for (let i = 0; i < 5; i++) await one.at.open();
  await sameEverywhere(one, two);
  await two.models.close();
  await two.store.close();
  knutar.splice(knutar.indexOf(two), 1);
  for (let i = 0; i < 60; i++) server.log.append('order-1', 'any', [{ id: randomUUID(), type: 'OrderLagd', contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.from('{}') }]);
  for (let i = 0; i < 20; i++) await one.at.open();
  const copy = newFile();
  await one.models.caughtUp(await one.store.tip());
  await copyReadModels(one.file, copy);
  const [back, fresh, empty] = [await knut(two.file), await knut(copy), await knut()];
  await sameEverywhere(one, back, fresh, empty);
  expect(fresh.told.length).toBeLessThan(empty.told.length + 1);
});

it('en läsmodell räknas om medan de andra noderna och de andra läsmodellerna lever', async () => {
  const [one, two] = [await knut(), await knut()];
  for (let i = 0; i < 20; i++) await one.at.open();
  await sameEverywhere(one, two);
  const rebuilding = one.models.rebuild('sak');
  const { id, position } = await two.at.open();
  await two.models.caughtUp(position);
  expect(two.models.get(saken, id)).toBeDefined();
  await rebuilding;
  await sameEverywhere(one, two);
});

it('läsmodeller från en annan kopia, eller som kommit längre än loggen, nekas med besked', async () => {
  const one = await knut();
  await one.at.open();
  await one.models.caughtUp(await one.store.tip());
  await one.models.close();
  const open = async (): Promise<unknown> => {
    const store = await EventStoreDbEventStore.open({ address: addressOf(server.url()) });
    try {
      return await SqliteReadModels.open({ file: one.file, log: (await house(store)).log, projections: [saken] });
    } finally {
      await store.close();
    }
  };
  // The cluster set back to a backup without anyone saying so: less is there than the read models have seen.
  const { everything } = server.log;
  (everything as unknown as { splice(from: number): void }).splice(everything.findIndex(({ position }) => position > one.store.begins) + 1);
  await expect(open()).rejects.toThrow(/har kommit längre än loggen, som alltså har återställts/);
  await nyUpplaga(one.store.connection, 'klubba-logg');
  await expect(open()).rejects.toThrow(/en annan kopia av loggen/);
});

it('en nod som dör mellan skrivning och svar: samma kommando på en annan nod ger kvittot, inte två fakta', async () => {
  const [one, two] = [await knut(), await knut()];
  const { id } = await one.at.open();
  await two.models.caughtUp(await one.store.tip());
  const signed = { by: randomUUID(), command: randomUUID(), correlation: randomUUID(), cause: randomUUID() };
  const wish = { category: 'sak', id, command: { type: 'AndraSak', data: { rubrik: 'b' } } };
  server.fate = (stream) => (stream === `sak-${id}` ? 'stored, silent' : 'answered');
  void one.at.dispatch(wish, signed).catch(() => undefined);
  while (server.appends.filter(({ stream }) => stream === `sak-${id}`).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  server.fate = () => 'answered';
  const receipt = await two.at.dispatch(wish, signed);
  expect(receipt).toMatchObject({ version: 3 });
  expect((await two.at.log.read(`sak-${id}`)).filter(({ type }) => type === 'SakAndrad')).toHaveLength(1);
});

it('en nod som dödas med kill -9 mellan skrivning och svar: kommandot finns, en gång, för den som frågar någon annan', async () => {
  const store = await EventStoreDbEventStore.open({ address: addressOf(server.url()) });
  const [id, command] = [randomUUID(), randomUUID()];
  server.fate = (stream) => (stream === `kolapp-${id}` ? 'stored, silent' : 'answered');
  const child = spawn(process.execPath, ['-r', join(__dirname, '../krasch/register.cjs'), join(__dirname, 'barn.ts'), server.url(), id, command], { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } });
  const gone = once(child, 'exit');
  while (server.log.read(`kolapp-${id}`) === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await gone;
  server.fate = () => 'answered';
  const node = new Node(store, new EventStoreDbKeyStore(store));
  expect(await node.ask(id, ta(2), asker(command))).toMatchObject({ version: 2 });
  expect((await node.log.read(`kolapp-${id}`)).map((fact) => fact.command)).toEqual([command, command]);
  await store.close();
});
