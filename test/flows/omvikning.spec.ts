import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { allFacts, allUpcasts, encode, type Envelope, Log, streamId, type Vault, Vocabulary } from '@klubba/kernel';
import { nouns } from '../../apps/api/house';
import { hashAsOf, hashLive, hashRebuilt } from '../../infra/sqlite/read-model-hash';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import { categoryOf, goldenOf } from '../architecture/golden';
import { scratch } from '../contract/stores';

const folder = scratch();
const facts = allFacts(nouns);
const projections = nouns.flatMap((noun) => noun.projections ?? []);
const NOTHING_OPENED = { ready: () => undefined } as unknown as Vault;

/** What opens a stream in one shape opens another stream in the next. */
const lives = <Fact extends { readonly type: string }>(golden: readonly Fact[]): readonly Fact[][] =>
  golden.reduce<Fact[][]>((all, fact) => (fact.type === golden[0]!.type ? [...all, [fact]] : [...all.slice(0, -1), [...all.at(-1)!, fact]]), []);
/** A log with every fact of the house, in every shape that ever lay on a disk, a few streams of each kind, twined into each other. */
const everyFact = async (store: SqliteEventStore): Promise<void> => {
  const streams = nouns.flatMap((noun) => [1, 2, 3].flatMap((n) =>
    lives(goldenOf(categoryOf(noun))).map((rest, life) => ({ stream: `${categoryOf(noun)}-${streamId(categoryOf(noun), 'prov', `${n}:${life}`)}`, rest, version: 0 }))));
  for (let i = 0; streams.some(({ rest }) => rest.length > 0); i++) {
    const one = streams[(i * 7) % streams.length]!;
    const fact = one.rest.shift();
    if (fact === undefined) continue;
    const envelope: Envelope = {
      v: 1, logg: store.logg, id: randomUUID(), stream: one.stream, version: ++one.version, type: fact.type, schema: fact.schema, namnd: '00000000-0000-4000-8000-0000000000a1',
      at: new Date(1.6e12 + i).toISOString(), by: randomUUID(), roll: 'namndsekreterare', command: randomUUID(), correlation: randomUUID(), cause: null, data: fact.stored,
    };
    await store.append(one.stream, one.version - 1, [{ id: envelope.id, version: one.version, type: fact.type, at: envelope.at, bytes: encode(envelope) }]);
  }
};

it('levande = omvikt = läget vid slutet, med varje slags faktum i loggen och ingen läsmodell tom', async () => {
  const store = SqliteEventStore.open(join(folder, 'logg.sqlite'));
  const log = await new Log(store, NOTHING_OPENED, new Vocabulary(facts, allUpcasts(nouns))).open();
  const file = join(folder, 'lasmodeller.sqlite');
  const live = await SqliteReadModels.open({ file, log, projections, reactions: [], dispatch: () => Promise.reject(new Error('ingen reaktion är med')) });
  await everyFact(store);
  await live.caughtUp(await store.tip());

  const present = new Set((await log.readAll(0n, 10_000)).map(({ type }) => type));
  expect([...present].sort()).toEqual(Object.keys(facts).sort());

  const before = new Map<string, string>();
  for (const projection of projections) {
    const { position, ...lies } = await hashLive(file, projection);
    expect([projection.name, position]).toEqual([projection.name, await store.tip()]);
    expect(lies.documents).toBeGreaterThan(0);
    expect([projection.name, await hashRebuilt(log, projection)]).toEqual([projection.name, lies]);
    expect([projection.name, await hashAsOf(log, projection, position)]).toEqual([projection.name, lies]);
    before.set(projection.name, lies.hash);
  }
  // And folded anew into the file, beside the live ones.
  await live.rebuild();
  for (const projection of projections) expect([projection.name, (await hashLive(file, projection)).hash]).toEqual([projection.name, before.get(projection.name)]);
  await live.close();
  await store.close();
});
