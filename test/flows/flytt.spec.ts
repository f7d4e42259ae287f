import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GALLRAT, leafOf, type LoggFlyttad, MerkleRoot, type Recorded, StoreUnavailable, type Token, WritingStopped } from '@klubba/kernel';
import { loadDemo } from '../../apps/api/demo/demo';
import { demoPerson } from '../../apps/api/demo-identitet';
import { aterstalld, flytta } from '../../apps/api/flytta';
import { nouns } from '../../apps/api/house';
import { FARDIGA_FRAGOR } from '../../apps/api/visa-vagen';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { readFrom } from '../contract/event-store.contract';
import { TestServer } from '../eventstoredb/server';
import { type Running, startHouse, temporaryFolder } from './harness';

/** Moving a log between a file and a cluster, and back. */
const server = new TestServer();
const env = { KLUBBA_MASTER_KEY: 'cd'.repeat(32) };
const newFolder = (): string => join(temporaryFolder(), 'data');
const running: Running[] = [];
const start = async (dataDir: string, more: Record<string, string> = {}): Promise<Running> => {
  const one = await startHouse({ dataDir, env: { ...env, ...more } });
  running.push(one);
  return one;
};
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
const clusterUrl = async (): Promise<string> => `${await server.url()}&logg=prov-${randomUUID()}`;
const silent = (): void => undefined;

/** A log in a folder, with the demo in it, one key destroyed and nobody running on it. */
const filled = async (): Promise<{ readonly folder: string; readonly answers: readonly string[] }> => {
  const klubba = await start(newFolder());
  await loadDemo(klubba.house);
  const told = await answersOf(klubba);
  await klubba.stop();
  return { folder: klubba.dataDir, answers: told };
};
/** A node that starts without a copy folds, and lets the reactions see, the whole log; on a machine with much to do that takes longer than a question waits. */
const isThere = async ({ house: { models, log } }: Running): Promise<void> => {
  for (const tip = await log.store.tip(); ; ) {
    try {
      return await models.caughtUp(tip);
    } catch (fault) {
      if (!(fault instanceof StoreUnavailable)) throw fault;
    }
  }
};
const answersOf = async (klubba: Running): Promise<readonly string[]> => {
  await isThere(klubba);
  const token = await klubba.token('namndsekreterare');
  return Promise.all(FARDIGA_FRAGOR.map(async ({ fraga }) => (await klubba.ask(fraga, {}, token)).text));
};
const sumOf = async (store: Parameters<typeof readFrom>[0]): Promise<{ antal: number; rot: string }> => {
  const tree = new MerkleRoot();
  for (const { bytes } of await readFrom(store, 0n, 1000)) tree.add(leafOf(bytes));
  return { antal: tree.size, rot: tree.root().toString('hex') };
};

it('från fil till kluster och tillbaka: samma poster, samma rot, samma svar, och bara en kopia som växer', async () => {
  const { folder, answers } = await filled();
  const url = await clusterUrl();
  const told = new Set<string>();
  const sum = await flytta(`sqlite:${folder}`, url, nouns, (what) => told.add(what));
  expect([...told]).toEqual(expect.arrayContaining(['kopierar', 'nycklar', 'kontrollerar']));
  const store = await server.openAt(url);
  const source = SqliteEventStore.open(join(folder, 'logg.sqlite'), { readOnly: true });
  expect(await sumOf(store)).toEqual(sum);
  expect(await sumOf(source)).toEqual(sum);
  expect(store.logg).toBe(source.logg);
  const closing = JSON.parse(Buffer.from((await source.last())!.bytes).toString('utf8')) as Recorded<LoggFlyttad>;
  expect(closing).toMatchObject({ type: 'LoggFlyttad', stream: `logg-${source.logg}`, by: 'system:flytta', data: { till: store.upplaga } });
  await source.close();
  await store.close();

  // The old one does not start; the new one goes on where it was.
  await expect(startHouse({ dataDir: folder, env })).rejects.toThrow(/Loggen är flyttad till en annan kopia/);
  await expect(flytta(`sqlite:${folder}`, await clusterUrl(), nouns, silent)).rejects.toThrow(/Loggen är flyttad/);
  const node = await start(newFolder(), { EVENT_STORE: url });
  expect(await answersOf(node)).toEqual(answers);
  await node.house.give({ category: 'person', id: randomUUID(), command: { type: 'RegistreraPerson', data: { namn: 'Ny i klustret', slag: 'tjansteperson' } } }, { by: randomUUID(), command: randomUUID(), correlation: randomUUID(), cause: null, roll: () => 'prov' });
  await node.house.models.caughtUp(await node.house.log.store.tip());

  // Back to where it came from. A node that is left running sees that it is over.
  const back = await flytta(url, `sqlite:${folder}`, nouns, silent);
  expect(back.antal).toBe(sum.antal + 2);
  for (let left = 100; node.house.log.obstacle() === undefined && left > 0; left--) await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(node.house.log.append(`person-${randomUUID()}`, 0, [], { namnd: null, by: 'x', roll: 'x', command: 'x', correlation: 'x', cause: null })).rejects.toThrow(WritingStopped);
  await node.stop();
  const home = await start(folder);
  expect(await answersOf(home)).toEqual(answers);
});

it('en flytt som bryts går vidare utan att dubbla något, och ingen startar på en halv logg', async () => {
  const { folder } = await filled();
  for (const till of [await clusterUrl(), `sqlite:${newFolder()}`]) {
    const own = newFolder();
    mkdirSync(own, { recursive: true });
    for (const name of ['logg.sqlite', 'nycklar.sqlite']) copyFileSync(join(folder, name), join(own, name));
    const breakAt = (what: string, most: number) => (now: string, done: number): void => {
      if (now === what && done >= most) throw new Error('avbruten');
    };
    for (const [what, most] of [['kopierar', 40], ['kopierar', 120], ['nycklar', 1]] as const) {
      await expect(flytta(`sqlite:${own}`, till, nouns, breakAt(what, most))).rejects.toThrow('avbruten');
      const half = till.startsWith('esdb') ? startHouse({ dataDir: newFolder(), env: { ...env, EVENT_STORE: till } }) : startHouse({ dataDir: till.slice('sqlite:'.length), env });
      await expect(half).rejects.toThrow(/har en logg börjat flyttas/);
      await expect(startHouse({ dataDir: own, env })).rejects.toThrow(/Loggen är flyttad/);
    }
    const sum = await flytta(`sqlite:${own}`, till, nouns, silent);
    expect(await flytta(`sqlite:${own}`, till, nouns, silent)).toEqual(sum);
  }
});

it('en gallrad nyckel är gallrad i målet också, och kan inte göras om där', async () => {
  const { folder } = await filled();
  const kid = `person:${demoPerson('ordforande')}`;
  const keys = new SqliteKeyStore(join(folder, 'nycklar.sqlite'));
  expect(await keys.get(kid)).toMatchObject({ masterversion: 1 });
  await keys.destroy(kid);
  await keys.close();
  const url = await clusterUrl();
  await flytta(`sqlite:${folder}`, url, nouns, silent);
  const node = await start(newFolder(), { EVENT_STORE: url });
  const [{ data }] = (await node.house.log.read(`person-${demoPerson('ordforande')}`)) as unknown as [{ data: { namn: Token } }];
  expect(await node.house.vault.open(data.namn)).toBe(GALLRAT);
});

it('ett mål som håller något annat rörs inte', async () => {
  const [one, other] = [await filled(), await filled()];
  await expect(flytta(`sqlite:${one.folder}`, `sqlite:${other.folder}`, nouns, silent)).rejects.toThrow(/annan logg/);
  const url = await clusterUrl();
  await flytta(`sqlite:${other.folder}`, url, nouns, silent);
  await expect(flytta(`sqlite:${one.folder}`, url, nouns, silent)).rejects.toThrow(/annan logg/);
  await expect(flytta(`sqlite:${one.folder}`, `sqlite:${one.folder}`, nouns, silent)).rejects.toThrow(/samma kopia|skrivs redan/);
  await expect(flytta(`sqlite:${newFolder()}`, url, nouns, silent)).rejects.toThrow(/finns ingen logg att flytta/);
  // None of it closed the first.
  const still = await start(one.folder);
  expect(still.house.log.obstacle()).toBeUndefined();
});

it('en flyttad logg som återställs från säkerhetskopia startar när någon sagt att den går vidare', async () => {
  const { folder, answers } = await filled();
  const there = newFolder();
  await flytta(`sqlite:${folder}`, `sqlite:${there}`, nouns, silent);
  const restored = newFolder();
  mkdirSync(dirname(restored), { recursive: true });
  mkdirSync(restored);
  for (const name of ['logg.sqlite', 'nycklar.sqlite']) copyFileSync(join(there, name), join(restored, name));
  expect(existsSync(join(restored, 'lasmodeller.sqlite'))).toBe(false);
  await expect(startHouse({ dataDir: restored, env })).rejects.toThrow(/npm run flytta -- --aterstalld/);
  await aterstalld(`sqlite:${restored}`, nouns);
  expect(await answersOf(await start(restored))).toEqual(answers);
  // In a cluster nothing tells a restored copy from the one before, until someone says it.
  const url = await clusterUrl();
  const other = await filled();
  await flytta(`sqlite:${other.folder}`, url, nouns, silent);
  const node = await start(newFolder(), { EVENT_STORE: url });
  await node.stop();
  const upplaga = await aterstalld(url, nouns);
  expect(upplaga).not.toBe(node.house.log.store.upplaga);
  await expect(startHouse({ dataDir: node.dataDir, env: { ...env, EVENT_STORE: url } })).rejects.toThrow(/en annan kopia av loggen/);
  expect(await answersOf(await start(newFolder(), { EVENT_STORE: url }))).toEqual(other.answers);
});

describe('Kommandona', () => {
  const run = (program: string, args: readonly string[], more: Record<string, string>): Promise<{ readonly kod: number | null; readonly text: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['-r', join(__dirname, '../krasch/register.cjs'), join(__dirname, '../../apps', program), ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env, ...more } });
      let text = '';
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
      child.on('close', (kod) => resolve({ kod, text }));
    });

  it('flyttar, kopierar läsmodellerna och granskar klustrets logg', async () => {
    const { folder } = await filled();
    const url = await clusterUrl();
    const moved = await run('api/main.ts', ['--flytta', '--fran', `sqlite:${folder}`, '--till', url], {});
    expect(moved.text).toMatch(/Loggen är flyttad: \d{3} poster på båda sidor, med samma Merklerot [0-9a-f]{64}[.] Källan är stängd/);
    expect(moved.kod).toBe(0);
    const node = await start(newFolder(), { EVENT_STORE: url });
    await answersOf(node);
    const copy = newFolder();
    mkdirSync(copy, { recursive: true });
    expect((await run('api/main.ts', ['--kopiera-lasmodell', copy], { DATA_DIR: node.dataDir, EVENT_STORE: url })).text).toMatch(/Läsmodellerna är kopierade till .*lasmodeller[.]sqlite/);
    await node.stop();
    for (const dataDir of [node.dataDir, copy]) {
      const { kod, text } = await run('granska/main.ts', [dataDir], { EVENT_STORE: url });
      expect(text).toContain('Allt stämmer.');
      expect(text).toContain(/Merklerot ([0-9a-f]{64})/.exec(moved.text)![1]!);
      expect(kod).toBe(0);
    }
  });

  it.each<[string, readonly string[], Record<string, string>, RegExp]>([
    ['utan vart', ['--flytta', '--fran', 'sqlite:./finns-inte'], {}, /^Ange varifrån och vart/], ['ur en tom mapp', ['--flytta', '--fran', 'sqlite:./finns-inte', '--till', 'esdb://u:hemligt@h?tls=false'], {}, /finns ingen logg att flytta/],
    ['till en adress av fel form', ['--flytta', '--fran', 'sqlite:./a', '--till', 'esdb://u:hemligt@h?x=1'], {}, /inte känner: x/], ['med en adress av fel form', [], { EVENT_STORE: 'esdb://u:hemligt@' }, /fel form/],
    ['utan mapp', ['--kopiera-lasmodell'], {}, /^Ange mappen/],
  ])('%s sägs i en mening, utan lösenord', async (_what, args, more, words) => {
    const { kod, text } = await run('api/main.ts', args, more);
    expect(text).toMatch(words);
    expect(text).toMatch(/^[^\n]+\n$/);
    expect(text).not.toContain('hemligt');
    expect(kod).toBe(1);
  });
});
