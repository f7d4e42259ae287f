import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { allFacts, allUpcasts, Log, Vocabulary } from '@klubba/kernel';
import { nouns } from '../../apps/api/house';
import { type Address, addressOf } from '../../infra/eventstoredb/address';
import { EventStoreDbEventStore } from '../../infra/eventstoredb/eventstoredb-event-store';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import type { EsdbArgs } from './esdb';
import { lane, race, ready, type Task } from './lanes';
import { serve } from './side';

/** Appends and reads, by our store or by the bare client on the same path: credentials on each, so one call for each append. */
const NO_VAULT = { ready: () => undefined, seal: () => ({ $s: '', c: '' }), open: () => undefined, forget: () => undefined };
const projections = nouns.flatMap((noun) => noun.projections ?? []);

let address: Address;
let bare: EventStoreDBClient | undefined;
let store: EventStoreDbEventStore;
let lanes: readonly (() => Task)[] = [];

const bareClient = ({ hosts, tls }: Address): EventStoreDBClient => {
  const channel = { insecure: tls === undefined, ...(tls?.ca !== undefined && { rootCertificate: tls.ca }) };
  return hosts.length > 1 ? new EventStoreDBClient({ endpoints: [...hosts] }, channel) : new EventStoreDBClient({ endpoint: hosts[0]! }, channel);
};
const send = async ({ stream, version, records }: Task & { readonly records: readonly [ReturnType<typeof ready>] }): Promise<unknown> => {
  if (bare === undefined) return store.append(stream, version - 1, records);
  const [{ id, type, bytes }] = records;
  return bare.appendToStream(stream, binaryEvent({ id, type, data: bytes, metadata: { logg: store.logg } }), { expectedRevision: version === 1 ? NO_STREAM : BigInt(version - 2), credentials: address.credentials });
};

/** All of the log read and parsed, by the client alone. */
const readBare = async (): Promise<number> => {
  const began = performance.now();
  let parsed = 0;
  for await (const { event } of bare!.readAll({ credentials: address.credentials, fromPosition: { commit: store.begins, prepare: store.begins }, maxCount: Number.MAX_SAFE_INTEGER })) {
    if (event?.data instanceof Uint8Array && event.data.length > 0 && typeof JSON.parse(Buffer.from(event.data).toString('utf8')) === 'object') parsed++;
  }
  if (parsed === 0) throw new Error('loggen är tom');
  return (performance.now() - began) / 1000;
};

/** All read models from event one until they are on the disk. */
const build = async (file: string): Promise<number> => {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const log = await new Log(store, NO_VAULT, new Vocabulary(allFacts(nouns), allUpcasts(nouns))).open();
  const tip = await store.tip();
  const began = performance.now();
  const models = await SqliteReadModels.open({ file, log, projections });
  while (!models.status().every(({ position }) => position >= tip)) {
    const fault = models.status().find((one) => one.fault !== undefined)?.fault;
    if (fault !== undefined) throw new Error(fault);
    await sleep(5);
  }
  await models.close();
  return (performance.now() - began) / 1000;
};

serve({
  start: async ({ url, side }: EsdbArgs) => {
    address = addressOf(url);
    store = await EventStoreDbEventStore.open({ address });
    bare = side === 'bare' ? bareClient(address) : undefined;
  },
  round: ({ count, atOnce }: { readonly count: number; readonly atOnce: number }) => {
    if (lanes.length !== atOnce) lanes = Array.from({ length: atOnce }, lane);
    const perLane = Array.from({ length: Math.floor(count / atOnce) });
    return race(lanes.map((next) => perLane.map(next).map((task) => ({ ...task, records: [ready(task)] as const }))), send);
  },
  rebuild: ({ file }: { readonly file: string }) => (bare === undefined ? build(file) : readBare()),
});
