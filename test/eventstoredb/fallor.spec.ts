import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Ambiguous, APPEND_BYTES_MAX, LogFault, StoreUnavailable, TooLarge, VersionConflict, weightOf, WritingStopped } from '@klubba/kernel';
import { addressOf } from '../../infra/eventstoredb/address';
import { EventStoreDbEventStore, type EventStoreDbOptions } from '../../infra/eventstoredb/eventstoredb-event-store';
import { EventStoreDbKeyStore } from '../../infra/eventstoredb/eventstoredb-key-store';
import { nyUpplaga } from '../../infra/eventstoredb/identity';
import { aStream, readFrom, ready, send } from '../contract/event-store.contract';
import { asker, Node, ta, tagen } from '../contract/kolapp';
import { type Fate, StandIn, type StandInOptions } from './standin';

/** The traps of `stack.md`, one by one, and the bad days of a server, against the stand-in: they need a server that can be told to misbehave. */
const standIns: StandIn[] = [];
const stores: EventStoreDbEventStore[] = [];
const server = async (options?: StandInOptions): Promise<StandIn> => {
  const one = await StandIn.start(options);
  standIns.push(one);
  return one;
};
const open = async (at: StandIn, more: Partial<EventStoreDbOptions> = {}, deadline = 2_000, patience = 5_000): Promise<EventStoreDbEventStore> => {
  const store = await EventStoreDbEventStore.open({ address: addressOf(at.url(`&deadline=${deadline}&patience=${patience}`)), ...more });
  stores.push(store);
  return store;
};
afterEach(async () => {
  for (const { proxy } of standIns.flatMap(({ nodes }) => nodes)) proxy.thaw();
  for (const store of stores.splice(0)) await store.close();
  for (const one of standIns.splice(0)) await one.stop();
});
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
};
const failure = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error);
const foreign = (at: StandIn, count: number, stream = 'order-1'): void => {
  for (let i = 0; i < count; i++) at.log.append(stream, 'any', [{ id: randomUUID(), type: 'OrderLagd', contentType: 'application/json', data: Buffer.from('{"nr":1}'), metadata: Buffer.from('{"logg":"en annans"}') }]);
};
const signature = () => ({ namnd: null, by: 'system:prov', roll: 'provare', command: randomUUID(), correlation: randomUUID(), cause: null });

describe('1: den säkra vägen att lägga till', () => {
  it('tas alltid, också utan lösenord, med ett namn på förbindelsen', async () => {
    const at = await server();
    const store = await open(at);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0, 3));
    await new EventStoreDbKeyStore(store).putIfAbsent(`arende:${randomUUID()}`, { masterversion: 1, omslag: 'x' });
    expect(at.batchAppends).toBe(0);
    expect(new Set(at.appends.map(({ connection }) => connection))).toEqual(new Set(['klubba']));
    expect(at.appends.every(({ expected }) => expected === 'none' || typeof expected === 'bigint')).toBe(true);
  });

  it('ger besked inom sin tid fast servern tiger, och utfallet är okänt', async () => {
    const at = await server();
    const store = await open(at, {}, 200);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0));
    at.script('unstored, silent');
    const began = performance.now();
    expect(await failure(store.append(stream, 1, ready(stream, 1)))).toBeInstanceOf(Ambiguous);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('2: ett svar som aldrig kommer', () => {
  const ways = ['unavailable', 'internal', 'cut', 'silent', 'timed out'] as const;
  it.each(ways.flatMap((way) => (['unstored', 'stored', 'stored later'] as const).map((what): Fate => `${what}, ${way}`)))('%s: samma id med samma version igen, och det står där en gång', async (fate) => {
    const at = await server();
    const node = new Node(await open(at, {}, fate.endsWith('silent') ? 300 : undefined));
    const stream = `kolapp-${randomUUID()}`;
    await node.log.append(stream, 0, [tagen(stream.slice(7), 1)], signature());
    at.script(fate, fate);
    const answer = await node.log.append(stream, 1, [tagen(stream.slice(7), 2), tagen(stream.slice(7), 3)], signature());
    const read = await node.log.read(stream);
    expect(read.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(answer).toEqual({ version: 3, position: read[2]!.position });
    const sent = at.appends.filter((one) => one.stream === stream && one.expected === 0n);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ ids }) => ids.join())).size).toBe(1);
  });

  it('en krock efter ett uteblivet svar är en krock bara om det är någon annans poster som står där', async () => {
    const at = await server();
    const node = new Node(await open(at));
    const other = new Node(await open(at), node.keys);
    const stream = `kolapp-${randomUUID()}`;
    at.script('stored, cut');
    const mine = node.log.append(stream, 0, [tagen(stream.slice(7), 1)], signature());
    await until(() => at.log.read(stream) !== undefined);
    for (let attempt = 0; attempt < 20; attempt++) if ((await failure(other.log.append(stream, 1, [tagen(stream.slice(7), 2)], signature()))) === undefined) break;
    expect((await mine).version).toBe(1);
    at.script('unstored, cut');
    const lost = node.log.append(stream, 2, [tagen(stream.slice(7), 3)], signature());
    await until(() => at.appends.filter((one) => one.stream === stream && one.expected === 1n).length > 0);
    at.log.append(stream, 1n, [{ id: randomUUID(), type: 'X', contentType: 'application/octet-stream', data: Buffer.from('{}'), metadata: Buffer.from(JSON.stringify({ logg: node.store.logg })) }]);
    expect(await failure(lost)).toBeInstanceOf(Error);
  });

  it('ett kommando vars kvitto aldrig kom fram ger samma kvitto på en annan nod', async () => {
    const at = await server();
    const node = new Node(await open(at, {}, undefined, 0));
    const id = randomUUID();
    const command = randomUUID();
    at.script(...Array.from({ length: 5 }, (): Fate => 'stored, unavailable'));
    expect(await failure(node.ask(id, ta(2), asker(command)))).toBeInstanceOf(StoreUnavailable);
    const there = new Node(await open(at), node.keys);
    const receipt = await there.ask(id, ta(2), asker(command));
    expect(receipt).toMatchObject({ version: 2 });
    expect(await node.ask(id, ta(2), asker(command))).toEqual(receipt);
    expect(await there.log.read(`kolapp-${id}`)).toHaveLength(2);
  });

  it('inget fel från klienten blir kvar utan mottagare när förbindelsen bryts under tryck', async () => {
    const at = await server();
    const store = await open(at);
    const unheard: unknown[] = [];
    const hear = (error: unknown): void => void unheard.push(error);
    process.on('unhandledRejection', hear);
    let over = false;
    const lanes = Array.from({ length: 40 }, async () => {
      const stream = aStream();
      for (let version = 0; !over; ) {
        try {
          version = (await send(store, stream, version, ready(stream, version))).version;
        } catch {
          version = (await store.read(stream)).length;
        }
      }
      return stream;
    });
    for (let i = 0; i < 15; i++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      at.proxy.cut();
    }
    over = true;
    for (const stream of await Promise.all(lanes)) expect((await store.read(stream)).length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });
});

it('3: en krock säger versionen som är, också när strömmen inte finns', async () => {
  const store = await open(await server());
  const stream = aStream();
  expect(await failure(store.append(stream, 4, ready(stream, 4)))).toMatchObject({ name: 'VersionConflict', expected: 4, actual: 0 });
  await send(store, stream, 0, ready(stream, 0, 3));
  const conflict = await failure(store.append(stream, 1, ready(stream, 1)));
  expect(conflict).toBeInstanceOf(VersionConflict);
  expect(conflict).toMatchObject({ stream, expected: 1, actual: 3 });
});

describe('4: en megabyte åt gången', () => {
  const heavy = (stream: string, expected: number, weight: number) => ready(stream, expected).map((record) => ({ ...record, bytes: Buffer.alloc(weight - weightOf([{ ...record, bytes: Buffer.alloc(0) }]), 120) }));
  it('det som väger mer nekas innan det skickas, det som väger jämnt tas emot', async () => {
    const at = await server();
    const store = await open(at);
    const stream = aStream();
    await send(store, stream, 0, heavy(stream, 0, APPEND_BYTES_MAX));
    const sent = at.appends.length;
    expect(await failure(store.append(stream, 1, heavy(stream, 1, APPEND_BYTES_MAX + 1)))).toBeInstanceOf(TooLarge);
    expect(at.appends).toHaveLength(sent);
  });

  it('ett kommando som bär för mycket får ett hinder', async () => {
    const at = await server();
    const node = new Node(await open(at));
    const answer = await node.ask(randomUUID(), { type: 'TaKolapp', data: { av: 'å'.repeat(500_000), antal: 1 } });
    expect(answer).toMatchObject({ hinder: [{ kod: 'FOR_STORT', text: expect.stringContaining('1 MiB') }] });
  });
});

describe('5: platser', () => {
  it('efter är efter, också från en plats där inget står, bland andras händelser, och bortom slutet', async () => {
    const at = await server();
    foreign(at, 10);
    const store = await open(at);
    const stream = aStream();
    for (let version = 0; version < 6; version += 2) {
      await send(store, stream, version, ready(stream, version, 2));
      foreign(at, 150);
    }
    const all = await readFrom(store, 0n);
    expect(all).toHaveLength(6);
    expect(await store.tip()).toBe(all[5]!.position);
    for (const [i, { position }] of all.entries()) {
      expect(await store.readAll(position, 10)).toEqual(all.slice(i + 1));
      expect(await store.readAll(position - 1n, 10)).toEqual(all.slice(i));
      expect(await store.readAll(position + 1n, 1)).toEqual(all.slice(i + 1, i + 2));
    }
    expect(await store.readAll(all[5]!.position + 1_000_000n, 10)).toEqual([]);
    expect(await store.tip()).toBe(all[5]!.position);
  });

  it('andras händelser efter våra läses en gång, inte varje gång någon frågar', async () => {
    const at = await server();
    const store = await open(at);
    const stream = aStream();
    const { position } = await send(store, stream, 0, ready(stream, 0));
    foreign(at, 5_000);
    expect(await store.readAll(position, 100)).toEqual([]);
    const read = jest.spyOn(store.connection, 'readAll');
    for (let i = 0; i < 5; i++) expect(await store.readAll(position, 100)).toEqual([]);
    expect(read).toHaveBeenCalledTimes(5);
    expect(await store.tip()).toBe(position);
  });

  it('två loggar i samma kluster, under var sitt namn, ser inte varandra', async () => {
    const at = await server();
    const [one, other] = [await open(at), await open(at, { address: addressOf(at.url('&logg=ovning')) })];
    const [here, there] = [aStream(), aStream()];
    await send(one, here, 0, ready(here, 0, 2));
    await send(other, there, 0, ready(there, 0, 3));
    expect(await readFrom(one, 0n)).toEqual(await one.read(here));
    expect(await readFrom(other, 0n)).toEqual(await other.read(there));
  });

  it('två kopior av en logg i samma kluster, under var sitt namn, ser inte varandra åt något håll', async () => {
    const at = await server();
    const logg = randomUUID();
    const [one, other] = [await open(at, { logg }), await open(at, { logg, address: addressOf(at.url('&logg=ovning')) })];
    const stream = aStream();
    await send(one, stream, 0, ready(stream, 0, 2));
    const later = await open(at, { logg, address: addressOf(at.url('&logg=ovning-2')) });
    for (const copy of [other, later]) await send(copy, stream, 0, ready(stream, 0, 3));
    const last = (await send(one, stream, 2, ready(stream, 2))).position;
    for (const copy of [one, other, later]) {
      const own = await copy.read(stream);
      expect(own).toHaveLength(3);
      expect(await readFrom(copy, 0n)).toEqual(own);
      expect(await copy.readBack(undefined, 100)).toEqual([...own].reverse());
      expect(await copy.readBack(own[1]!.position, 100)).toEqual([own[0]]);
      expect(await copy.tip()).toBe(own[2]!.position);
      expect(await copy.last()).toEqual(own[2]);
    }
    expect(await one.tip()).toBe(last);
  });

  it('den som ligger längre fram än loggen får inget, i stället för gammalt', async () => {
    const store = await open(await server());
    expect(await store.tip()).toBe(0n);
    expect(await store.last()).toBeUndefined();
    expect(await store.readAll(99_999_999n, 5)).toEqual([]);
  });
});

it('6: ingen läsning lämnas halv: efter hundratals, också samtidiga, går det att läsa och skriva', async () => {
  const store = await open(await server());
  const stream = aStream();
  for (let version = 0; version < 1200; version += 400) await send(store, stream, version, ready(stream, version, 400, ''));
  await Promise.all(Array.from({ length: 250 }, (_, i) => (i % 2 === 0 ? store.read(stream, 1190) : store.readAll(0n, 2))));
  await Promise.all(Array.from({ length: 10 }, (_, i) => store.read(stream, i * 100)));
  expect(await store.read(stream)).toHaveLength(1200);
  expect((await send(store, stream, 1200, ready(stream, 1200))).version).toBe(1201);
});

describe('7: en prenumeration som tar slut', () => {
  it.each(['too slow', 'gone', 'ended'] as const)('%s: öppnas igen, säger till om det som kom emellan, och lämnar ingen kvar', async (why) => {
    const at = await server();
    const store = await open(at);
    let told = 0;
    const stop = store.onMore(() => told++);
    await until(() => at.subscribed === 1 && told > 0);
    for (let round = 0; round < 3; round++) {
      at.dropSubscriptions(why);
      await until(() => at.subscribed === 0);
      const before = told;
      foreign(at, 1);
      await until(() => at.subscribed === 1 && told > before);
    }
    stop();
    await until(() => at.subscribed === 0);
  });

  it('släpps den under tryck tappas inget: den säger bara till', async () => {
    const at = await server();
    const store = await open(at);
    let told = 0;
    store.onMore(() => told++);
    await until(() => at.subscribed === 1);
    const stream = aStream();
    for (let version = 0; version < 1000; version += 100) await send(store, stream, version, ready(stream, version, 100));
    await until(() => at.subscribed === 1 && told > 1);
    expect(await readFrom(store, 0n)).toHaveLength(1000);
  });
});

describe('8: en server som är nere, frusen eller inte redo', () => {
  it('nere: varje fråga får ett svenskt besked genast, och när den är uppe går allt igen av sig självt', async () => {
    const at = await server();
    const store = await open(at);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0));
    await at.proxy.down();
    const fault = await failure(store.read(stream));
    expect(fault).toBeInstanceOf(StoreUnavailable);
    expect((fault as Error).message).toMatch(/^EventStoreDB \(esdb:\/\/127[.]0[.]0[.]1:\d+\) kan inte användas just nu[.] /);
    expect(await failure(store.append(stream, 1, ready(stream, 1)))).toBeInstanceOf(Ambiguous);
    await at.proxy.up();
    for (let left = 100; left > 0 && (await failure(store.read(stream))) !== undefined; left--) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await store.read(stream)).toHaveLength(1);
    await send(store, stream, 1, ready(stream, 1));
  });

  it('frusen: läsningar och skrivningar ges upp i tid, och inget är gjort två gånger när den tinar', async () => {
    const at = await server();
    const store = await open(at, {}, 300);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0));
    at.proxy.freeze();
    const began = performance.now();
    const records = ready(stream, 1);
    const [reading, writing] = await Promise.all([failure(store.readAll(0n, 5)), failure(store.append(stream, 1, records))]);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(reading).toBeInstanceOf(StoreUnavailable);
    expect((reading as Error).message).toMatch(/Inget svar kom i tid/);
    expect(writing).toBeInstanceOf(Ambiguous);
    at.proxy.thaw();
    expect((await send(store, stream, 1, records)).version).toBe(2);
    expect(await store.read(stream)).toHaveLength(2);
  });

  it.each<[string, (at: StandIn, is: boolean) => void, RegExp]>([
    ['inte redo', (at, is) => (at.leader.ready = !is), /Servern är inte redo/], ['utan ledare', (at, is) => (at.leader.leaderless = is), /Servern är inte redo/],
  ])('%s: utfallet av en skrivning är okänt tills den går', async (_what, set, words) => {
    const at = await server();
    const store = await open(at);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0));
    set(at, true);
    const records = ready(stream, 1);
    const fault = await failure(store.append(stream, 1, records));
    expect(fault).toBeInstanceOf(Ambiguous);
    expect((fault as Error).message).toMatch(words);
    set(at, false);
    expect((await send(store, stream, 1, records)).version).toBe(2);
  });

  it('långsam: allt går, i sin takt', async () => {
    const at = await server();
    const store = await open(at);
    at.delayMs = 100;
    const streams = Array.from({ length: 20 }, aStream);
    await Promise.all(streams.map((stream) => send(store, stream, 0, ready(stream, 0))));
    expect(await readFrom(store, 0n)).toHaveLength(20);
  });

  it('nere vid start: väntas in, den som väntar får veta varför, och ges till sist upp', async () => {
    const at = await server();
    await at.proxy.down();
    const told: string[] = [];
    const fault = await failure(open(at, { patienceMs: 4_000, waiting: (why) => told.push(why) }));
    expect(fault).toBeInstanceOf(StoreUnavailable);
    expect(told[0]).toMatch(/Ingen server svarar där/);
    const opening = open(at, { patienceMs: 20_000, waiting: (why) => told.push(why) });
    await until(() => told.length > 2);
    await at.proxy.up();
    expect((await opening).logg).toHaveLength(36);
  });

  it('en värd som inte finns sägs', async () => {
    const fault = await failure(EventStoreDbEventStore.open({ address: addressOf('esdb://finns-inte.invalid:2113?tls=false&deadline=500') }));
    expect((fault as Error).message).toMatch(/Värden går inte att slå upp|Ingen server svarar/);
  });
});

describe('9: tre noder', () => {
  it('skrivningar följer ledaren när den byts, och inget tappas eller dubblas', async () => {
    const at = await server({ nodes: 3 });
    const store = await open(at);
    const streams = Array.from({ length: 6 }, aStream);
    for (let round = 0; round < 6; round++) {
      at.leader = at.nodes[round % 3]!;
      await Promise.all(streams.map((stream) => send(store, stream, round, ready(stream, round))));
    }
    for (const stream of streams) expect(await store.read(stream)).toHaveLength(6);
    expect(await readFrom(store, 0n)).toHaveLength(36);
  });

  it('när ledaren dör väntar kommandon ut valet av en ny, utan att någon får ett fel, och inget är dubbelt', async () => {
    const at = await server({ nodes: 3 });
    const node = new Node(await open(at));
    const ids = Array.from({ length: 12 }, () => randomUUID());
    await Promise.all(ids.map((id) => node.ask(id, ta())));
    // Those who have begun, and those who come when nobody leads: they read first.
    const election = at.elect(at.nodes[1]!, 2_000);
    const begun = ids.map((id) => node.ask(id, ta()));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const other = new Node(node.store, node.keys);
    const later = ids.map((id) => other.ask(id, ta()));
    for (const receipt of await Promise.all([...begun, ...later])) expect(receipt).not.toHaveProperty('hinder');
    await election;
    for (const id of ids) expect((await node.log.read(`kolapp-${id}`)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('när ingen ny ledare väljs ges kommandot upp när tålamodet är slut, och utfallet sägs vara okänt', async () => {
    const at = await server({ nodes: 3 });
    const node = new Node(await open(at, {}, undefined, 1_000));
    const id = randomUUID();
    await node.ask(id, ta());
    const election = at.elect(at.nodes[2]!, 4_000);
    const began = performance.now();
    const command = randomUUID();
    expect(String(await failure(node.ask(id, ta(), asker(command))))).toMatch(/Utfallet är okänt/);
    expect(performance.now() - began).toBeGreaterThan(500);
    expect(performance.now() - began).toBeLessThan(3_500);
    await election;
    expect(await node.ask(id, ta(), asker(command))).toMatchObject({ version: 2 });
  }, 20_000);

  it('en ledare som fryser fast överges när de andra valt en ny, långt innan förbindelsen bryts', async () => {
    const at = await server({ nodes: 3 });
    const store = await open(at, {}, 400, 15_000);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0));
    at.leader.proxy.freeze();
    at.leader = at.nodes[1]!;
    const began = performance.now();
    await send(store, stream, 1, ready(stream, 1));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await store.read(stream)).toHaveLength(2);
  }, 20_000);

  it('när nätet är borta från alla tre en stund, och kommer tillbaka, står noden kvar och skriver igen', async () => {
    const at = await server({ nodes: 3 });
    const store = await open(at, {}, 400, 500);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0));
    const unheard: unknown[] = [];
    const hear = (error: unknown): void => void unheard.push(error);
    process.on('unhandledRejection', hear);
    for (const { proxy } of at.nodes) proxy.freeze();
    const lanes = Array.from({ length: 4 }, async () => {
      const own = aStream();
      // The same each time: one that was given up may be stored when the network is back.
      const records = ready(own, 0);
      for (let version = 0; version === 0;) version = (await store.append(own, 0, records).catch(() => ({ version: 0 }))).version;
      return own;
    });
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    for (const { proxy } of at.nodes) proxy.thaw();
    for (const own of await Promise.all(lanes)) expect(await store.read(own)).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  }, 60_000);
});

describe('10: en ström som någon annan har ändrat i är ett fel i loggen', () => {
  it.each<[string, (at: StandIn, stream: string) => unknown]>([
    ['avkortad', (at, stream) => at.log.setMetadata(stream, { $tb: 2 })], ['begränsad till antal', (at, stream) => at.log.setMetadata(stream, { $maxCount: 1 })],
    ['borttagen', (at, stream) => at.log.softDelete(stream)], ['borttagen för alltid', (at, stream) => at.log.tombstone(stream, 'any')],
    ['med en främmande händelse i', (at, stream) => foreign(at, 1, stream)],
  ])('%s', async (_what, harm) => {
    const at = await server();
    const store = await open(at);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0, 4));
    harm(at, stream);
    const fault = await failure(store.read(stream));
    expect(fault).toBeInstanceOf(LogFault);
    expect((fault as Error).message).toMatch(/är inte hel: .*återställ klustret/s);
  });

  it('den som skriver i en borttagen ström får veta det, och den går inte vidare på sitt gamla nummer utan att det sägs', async () => {
    const at = await server();
    const store = await open(at);
    const [soft, hard] = [aStream(), aStream()];
    for (const stream of [soft, hard]) await send(store, stream, 0, ready(stream, 0, 2));
    at.log.softDelete(soft);
    at.log.tombstone(hard, 'any');
    expect(await failure(store.append(soft, 0, ready(soft, 0)))).toBeInstanceOf(LogFault);
    expect(await failure(store.append(hard, 2, ready(hard, 2)))).toBeInstanceOf(LogFault);
  });

  it('en lucka i loggen sägs, när en ström städats bort mitt i', async () => {
    const at = await server();
    const store = await open(at);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0, 4));
    const [, second] = await store.read(stream);
    (at.log.everything as unknown as { splice(from: number, count: number): void }).splice(at.log.everything.findIndex(({ position }) => position === second!.position), 1);
    expect(await failure(store.readAll(0n, 10))).toBeInstanceOf(LogFault);
  });

  it('den som krockar med något som inte går att läsa än väntar på det: två noder har samma nyckel, och samma logg', async () => {
    const at = await server({ nodes: 3 });
    const [one, other] = [await open(at), await open(at)];
    const kid = `arende:${randomUUID()}`;
    const key = { masterversion: 1, omslag: 'den första' };
    await new EventStoreDbKeyStore(one).putIfAbsent(kid, key);
    const hidden = (stream: string): void => {
      at.log.underWay.add(stream);
      setTimeout(() => at.log.underWay.delete(stream), 100);
    };
    hidden(`nyckel-${kid}`);
    expect(await new EventStoreDbKeyStore(other).putIfAbsent(kid, { masterversion: 1, omslag: 'den andra' })).toEqual(key);
    hidden('klubba-logg');
    expect((await open(at)).upplaga).toBe(one.upplaga);
  });

  it('en nyckel vars ström avkortats görs inte om', async () => {
    const at = await server();
    const store = await open(at);
    const keys = new EventStoreDbKeyStore(store);
    const kid = `arende:${randomUUID()}`;
    const key = { masterversion: 1, omslag: 'a' };
    await keys.putIfAbsent(kid, key);
    at.log.softDelete(`nyckel-${kid}`);
    expect(await failure(keys.putIfAbsent(kid, { masterversion: 1, omslag: 'b' }))).toBeInstanceOf(LogFault);
  });
});

describe('11: vem som släpps in, och vad som sägs om det', () => {
  const tls = (name: string): Buffer => readFileSync(join(__dirname, 'tls', name));
  const withTls = (nodes = 1): Promise<StandIn> => server({ nodes, tls: { key: tls('server-key.pem'), certificate: tls('server.pem') }, user: { name: 'klubba', password: 'kanarie:@/?&' } });
  const authority = `&tlsCAFile=${encodeURIComponent(join(__dirname, 'tls', 'ca.pem'))}`;

  it('med TLS och rätt lösenord går allt', async () => {
    const at = await withTls();
    const store = await EventStoreDbEventStore.open({ address: addressOf(at.url(authority)) });
    stores.push(store);
    const stream = aStream();
    await send(store, stream, 0, ready(stream, 0));
    expect(await store.read(stream)).toHaveLength(1);
    expect(at.batchAppends).toBe(0);
  });

  it('fel lösenord sägs på svenska och väntas inte ut', async () => {
    const at = await withTls();
    const wrong = await failure(EventStoreDbEventStore.open({ address: addressOf(at.url(authority).replace('kanarie', 'fel')), patienceMs: 30_000 }));
    expect(wrong).toBeInstanceOf(StoreUnavailable);
    expect((wrong as Error).message).toMatch(/Servern nekar: användaren eller lösenordet är fel/);
  });

  it.each([1, 3])('ett certifikat som inte är betrott, eller ingen TLS alls, sägs på svenska; bara det andra väntas ut (%i noder)', async (nodes) => {
    const at = await withTls(nodes);
    const began = performance.now();
    const untrusted = await failure(EventStoreDbEventStore.open({ address: addressOf(at.url()), patienceMs: 60_000 }));
    expect((untrusted as Error).message).toMatch(/certifikat är inte betrott.*tlsCAFile/s);
    expect(performance.now() - began).toBeLessThan(15_000);
    const plain = await server({ nodes });
    const told: string[] = [];
    const wrong = await failure(EventStoreDbEventStore.open({ address: addressOf(plain.url().replace('://', '://klubba:x@').replace('tls=false', 'tls=true')), patienceMs: 4_000, waiting: (why) => told.push(why) }));
    expect((wrong as Error).message).toMatch(/Servern talar inte TLS/);
    expect(told.length).toBeGreaterThan(0);
  }, 40_000);

  it('lösenordet syns aldrig: inte i fel, inte i det som skrivs ut av adressen, inte i klientens egen felsökning', async () => {
    const at = await withTls();
    const written: unknown[] = [];
    const seen = jest.spyOn(process.stderr, 'write').mockImplementation((text) => (written.push(text), true));
    const debug = createRequire(require.resolve('@eventstore/db-client'))('debug') as { enable(names: string): void; disable(): void };
    debug.enable('esdb:*');
    const faults: unknown[] = [];
    try {
      const address = addressOf(at.url(authority));
      written.push(inspect(address, { depth: 9 }), JSON.stringify(address));
      const store = await EventStoreDbEventStore.open({ address });
      stores.push(store);
      const stream = aStream();
      await send(store, stream, 0, ready(stream, 0));
      faults.push(await failure(EventStoreDbEventStore.open({ address: addressOf(at.url(authority).replace('klubba:', 'nagon:')) })));
      for (const text of ['esdb://u:kanarie', 'esdb://u:kanarie@', 'esdb://u:kanarie@h?tls=kanske', 'esdb://u:kanarie@h?x=1', 'http://u:kanarie@h', 'esdb://u:%kanarie@h']) {
        try {
          addressOf(text);
        } catch (error) {
          faults.push(error);
        }
      }
    } finally {
      debug.disable();
      seen.mockRestore();
    }
    expect(faults).toHaveLength(7);
    const all = [...written.map(String), ...faults.map((fault) => `${inspect(fault, { depth: 9 })} ${String(fault)}`)].join('\n');
    expect(all).toContain('appendToStream');
    expect(all).not.toContain('kanarie');
    expect(all).not.toContain(Buffer.from('klubba:kanarie:@/?&').toString('base64'));
  });
});

describe('Loggens identitet', () => {
  it('görs en gång, hur många noder som än kommer först tillsammans, och består', async () => {
    const at = await server();
    const nodes = await Promise.all(Array.from({ length: 8 }, () => open(at)));
    expect(new Set(nodes.map(({ logg, upplaga }) => `${logg} ${upplaga}`)).size).toBe(1);
    expect((await open(at)).logg).toBe(nodes[0]!.logg);
    expect(await failure(open(at, { logg: randomUUID() }))).toBeInstanceOf(LogFault);
  });

  it('är ingen post i loggen', async () => {
    const at = await server();
    const store = await open(at);
    await new EventStoreDbKeyStore(store).putIfAbsent('arende:x', { masterversion: 1, omslag: 'x' });
    expect(await store.readAll(0n, 10)).toEqual([]);
    expect(await store.tip()).toBe(0n);
  });

  it('ett återställt kluster sägs vara en annan kopia, och då är det det', async () => {
    const at = await server();
    const store = await open(at);
    const upplaga = await nyUpplaga(store.connection, 'klubba-logg');
    const again = await open(at);
    expect([again.logg, again.upplaga]).toEqual([store.logg, upplaga]);
    expect(upplaga).not.toBe(store.upplaga);
  });

  it('byts servern ut under drift läses och skrivs inget mer, och det sägs', async () => {
    const at = await server();
    const store = await open(at);
    let told = 0;
    store.onMore(() => told++);
    await until(() => told > 0);
    await nyUpplaga(store.connection, 'klubba-logg');
    at.dropSubscriptions('gone');
    await until(() => store.obstacle() !== undefined);
    expect(store.obstacle()).toMatch(/en annan kopia av loggen än när Klubba startade/);
    expect(await failure(store.readAll(0n, 1))).toBeInstanceOf(StoreUnavailable);
    const stream = aStream();
    expect(await failure(store.append(stream, 0, ready(stream, 0)))).toBeInstanceOf(StoreUnavailable);
  });

  it('en borttagen eller söndrig identitet sägs', async () => {
    const at = await server();
    await open(at);
    at.log.tombstone('klubba-logg', 'any');
    expect(await failure(open(at))).toBeInstanceOf(LogFault);
    foreign(at, 1, 'klubba-ovning');
    expect(await failure(open(at, { address: addressOf(at.url('&logg=ovning')) }))).toBeInstanceOf(LogFault);
  });
});

describe('Klockan', () => {
  const skewed = (ms: { value: number }) => ({ wall: () => Date.now() + ms.value, steady: () => performance.now() });
  it('som går mer än två sekunder fel stoppar skrivningen innan något stämplats, säger det, och släpper på igen när den är rätt', async () => {
    const at = await server();
    const skew = { value: -60_000 };
    const store = await open(at, { clocks: skewed(skew) });
    const stream = aStream();
    const fault = await failure(store.append(stream, 0, ready(stream, 0)));
    expect(fault).toBeInstanceOf(WritingStopped);
    expect((fault as Error).message).toMatch(/Klockan på den server som svarade går (59|60)[.]\d s efter loggens[.] Inget skrivs förrän den är rätt/);
    expect(store.obstacle()).toBe((fault as Error).message.replace(/\d+[.]\d s/, /\d+[.]\d s/.exec(store.obstacle()!)![0]));
    expect(await store.read(stream)).toEqual([]);
    skew.value = 1_500;
    await send(store, stream, 0, ready(stream, 0));
    expect(store.obstacle()).toBeUndefined();
  });

  it('som ställs om, eller en dator som sovit, märks vid nästa skrivning utan att någon frågar servern i onödan', async () => {
    const at = await server();
    const skew = { value: 0 };
    const store = await open(at, { clocks: skewed(skew) });
    const stream = aStream();
    for (let version = 0; version < 20; version++) await send(store, stream, version, ready(stream, version));
    const probes = (): number => at.appends.filter((one) => one.stream === 'klubba-logg-klocka').length;
    const before = probes();
    expect(before).toBeLessThanOrEqual(5);
    skew.value = 7 * 24 * 3600_000;
    expect(store.obstacle()).toMatch(/före/);
    expect(await failure(store.append(stream, 20, ready(stream, 20)))).toBeInstanceOf(StoreUnavailable);
    expect(await store.read(stream)).toHaveLength(20);
  });

  it('på servern som går fel är lika fel', async () => {
    const at = await server();
    at.log.skewMs = 5_000;
    const stream = aStream();
    expect(String(await failure((await open(at)).append(stream, 0, ready(stream, 0))))).toMatch(/efter loggens/);
  });
});
