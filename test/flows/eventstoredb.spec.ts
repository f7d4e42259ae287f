import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { farGe } from '@klubba/behorighet';
import { GALLRAT, isRefusal, streamId, type Token } from '@klubba/kernel';
import { DEMO, demoSteps } from '../../apps/api/demo/demo';
import { DEMO_BY, demoCommand, demoPerson } from '../../apps/api/demo-identitet';
import { settingsFrom } from '../../apps/api/settings';
import { FARDIGA_FRAGOR } from '../../apps/api/visa-vagen';
import { tolka } from '../../apps/spela/fil';
import { lasTillbaka } from '../../apps/spela/las';
import { spela } from '../../apps/spela/spela';
import { askServer } from '../../infra/klient';
import { EventStoreDbEventStore } from '../../infra/eventstoredb/eventstoredb-event-store';
import { EventStoreDbKeyStore } from '../../infra/eventstoredb/eventstoredb-key-store';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';
import { MemoryKeyStore } from '../../infra/memory/memory-key-store';
import { copyReadModels } from '../../infra/sqlite/copy-read-models';
import { readFrom } from '../contract/event-store.contract';
import { TestServer } from '../eventstoredb/server';
import { type Answer, NAMED_ROLES, type Running, startHouse, temporaryFolder } from './harness';

const server = new TestServer();
const running: Running[] = [];
const start = async (...args: Parameters<typeof startHouse>): Promise<Running> => {
  const one = await startHouse(...args);
  running.push(one);
  return one;
};
afterEach(async () => {
  for (const one of running.splice(0)) await one.remove();
});
/** A setting that names a log of its own on the test's server. */
const clusterUrl = async (logg = `prov-${randomUUID()}`): Promise<string> => `${await server.url()}&logg=${logg}`;

/** The demo's meeting, one command after the other and each waited for, so that all stores get the same in the same order. */
const loadInOrder = async ({ house }: Running): Promise<void> => {
  for (const { key, som, category, id, command, ifyllt } of demoSteps()) {
    const [by, own] = [som === 'demo' ? DEMO_BY : demoPerson(som), demoCommand(key)];
    const outcome = await house.give({ category, id: id ?? streamId(category, by, own), command: { ...command, data: { ...(command.data as object), ...ifyllt } } }, { by, command: own, correlation: own, cause: null, roll: (namnd, wish) => (som === 'demo' ? 'system' : farGe({ '*': [som] }, namnd, wish)) });
    if (isRefusal(outcome)) throw new Error(`${key}: ${outcome.hinder[0].text}`);
    await house.models.caughtUp(outcome.position);
  }
};

const FRAGOR = [
  ...FARDIGA_FRAGOR.map(({ fraga }) => fraga),
  `{ diarium(namnd: "${DEMO.namnd}", ar: 2018) { edges { cursor node { id diarienummer rubrik frammandeNummer { nummer } } } pageInfo { hasNextPage endCursor } } }`,
  `{ arende(id: "${DEMO.arende('schablon')}") { rubrik behandlingar { ar nummer } historik { typ } } }`,
  `{ paragraf(namnd: "${DEMO.namnd}", ar: 2018, nummer: 44) { rubrik justerad anslag { datum } lagaKraft { lage text tidigast sista varfor lagrum } } }`,
];
/** Where things stand in a copy is the copy's own, and a signature's salts, and so its hashes, are drawn anew each time. */
const masked = (text: string): string => text.replace(/"(cursor|endCursor|position)":"[^"]*"/g, '"$1":"…"').replace(/\b[0-9a-f]{64}\b/g, '…');

const streamOf = (record: string): string => /"stream":"([^"]+)"/.exec(record)![1]!;
const byStream = (a: string, b: string): number => (streamOf(a) < streamOf(b) ? -1 : streamOf(a) > streamOf(b) ? 1 : 0);

/** Every fact that a role is shown, page by page. The order is that of each stream: what several reactions make of one fact comes as it comes. */
const handelser = async ({ ask }: Running, ordning: string, token: string | undefined): Promise<readonly string[]> => {
  const told: { readonly strom: string; readonly text: string }[] = [];
  for (let after: string | null = null; ;) {
    const { data, text }: Answer = await ask(`query ($after: String) { handelser(namnd: "${DEMO.namnd}", first: 100, after: $after, ordning: "${ordning}") { edges { cursor node { id position typ vem roll nar strom version kommando spar orsak falt { falt klass varde } } } pageInfo { hasNextPage endCursor } } }`, { after }, token);
    if (!data?.handelser) return [text];
    const { edges, pageInfo } = data.handelser as { readonly edges: readonly { readonly node: { readonly strom: string } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
    for (const edge of edges) told.push({ strom: edge.node.strom, text: JSON.stringify(edge) });
    if (!pageInfo.hasNextPage) return told.sort((a, b) => (a.strom < b.strom ? -1 : a.strom > b.strom ? 1 : 0)).map(({ text: edge }) => edge);
    after = pageInfo.endCursor;
  }
};

describe('Samma möte', () => {
  it('ger samma svar, byte för byte, och samma poster i minnet, SQLite och EventStoreDB', async () => {
    // Ids by place, since reactions run side by side; one moment for all.
    const injected = { clock: () => '2018-04-06T12:00:00.000Z', newId: (stream: string, version: number) => streamId('prov', stream, `${version}`) };
    const logg = '2b1c0d9e-4e7b-4a32-8f3b-7d0e5f0a8f70';
    const cluster = await server.open({ logg });
    const stores = {
      minnet: { store: new MemoryEventStore({ logg }), keys: new MemoryKeyStore() },
      SQLite: undefined,
      EventStoreDB: { store: cluster, keys: new EventStoreDbKeyStore(cluster) },
    };
    const answers: Record<string, readonly string[]> = {};
    const records: Record<string, readonly string[]> = {};
    for (const [name, own] of Object.entries(stores)) {
      const klubba = await start({ injected: { ...injected, ...(own !== undefined && { stores: own }) } });
      await loadInOrder(klubba);
      const told: string[] = [];
      for (const roll of [undefined, ...NAMED_ROLES]) {
        const token = roll === undefined ? undefined : await klubba.token(roll);
        const tell = (fraga: string, answer: string): void => void told.push(`${roll} ${fraga} ${masked(answer).replace(/"spar":"[^"]*"|\(spår [^)]*\)/g, '')}`);
        for (const fraga of FRAGOR) tell(fraga, (await klubba.ask(fraga, {}, token)).text);
        for (const ordning of ['aldst', 'senast']) for (const answer of await handelser(klubba, ordning, token)) tell(ordning, answer);
      }
      answers[name] = told;
      // What is sealed is another ciphertext each time, and the embedded log has an id of its own. The order is that of each stream: what several reactions make of one fact comes as it comes.
      records[name] = (await readFrom(klubba.house.log.store, 0n)).map(({ bytes }) => masked(Buffer.from(bytes).toString('utf8')).replace(/"c":"[^"]*"/g, '"c":"…"').replace(klubba.house.log.store.logg, 'logg')).sort(byStream);
      await klubba.stop();
    }
    expect(answers.minnet!.join()).toContain('BeslutFattat');
    for (const name of ['SQLite', 'EventStoreDB']) {
      expect(answers[name]).toEqual(answers.minnet);
      expect(records[name]).toEqual(records.minnet);
    }
    expect(records.minnet!.length).toBeGreaterThan(150);
  });
});

describe('Samma fil', () => {
  it('spelas upp och läses tillbaka till samma fil, byte för byte, i minnet, SQLite och EventStoreDB', async () => {
    const cluster = await server.open();
    const ways: Readonly<Record<string, Parameters<typeof startHouse>[0]>> = {
      minnet: { injected: { stores: { store: new MemoryEventStore(), keys: new MemoryKeyStore() } } }, SQLite: {}, EventStoreDB: { injected: { stores: { store: cluster, keys: new EventStoreDbKeyStore(cluster) } } },
    };
    const files: Record<string, string> = {};
    for (const [name, way] of Object.entries(ways)) {
      const klubba = await start(way);
      const ask = askServer(klubba.url, await klubba.token('registrator', { roller: { '*': ['registrator', 'namndsekreterare', 'ordforande'] } }));
      const { mote, json } = tolka(join(__dirname, 'moten', 'rik.json'));
      const { namnd, sammantrade } = await spela(mote, json, ask, () => undefined, '2026-11-24');
      const out = join(klubba.dataDir, '..', 'ut.json');
      await lasTillbaka(ask, namnd, sammantrade, out);
      files[name] = readFileSync(out, 'utf8');
      await klubba.stop();
    }
    expect(JSON.parse(files.SQLite!)).toMatchObject({ schema: 'kungsbacka-moete/1' });
    expect(files.minnet).toBe(files.SQLite);
    expect(files.EventStoreDB).toBe(files.SQLite);
  });
});

describe('Två noder på samma kluster', () => {
  it('svarar lika, läser det den andra skrivit när positionen ges, och en gallrad nyckel är borta från båda', async () => {
    const url = await clusterUrl();
    const KLUBBA_MASTER_KEY = 'ab'.repeat(32);
    const env = { EVENT_STORE: url, KLUBBA_MASTER_KEY };
    const dataDir = join(temporaryFolder(), 'data');
    const here = await start({ env });
    await loadInOrder(here);
    // The second begins where the first one's read models stood.
    await copyReadModels(join(here.dataDir, 'lasmodeller.sqlite'), join(dataDir, 'lasmodeller.sqlite'));
    await expect(copyReadModels(join(here.dataDir, 'lasmodeller.sqlite'), join(dataDir, 'lasmodeller.sqlite'))).rejects.toThrow(/finns redan/);
    const there = await start({ env, dataDir });
    // An address of a file that one gave is good at the other.
    expect(there.house.addressKey).toEqual(here.house.addressKey);
    const minst = `${here.house.log.store.upplaga}:${await here.house.log.store.tip()}`;
    const token = async (node: Running) => node.token('namndsekreterare');
    const dagordning = `{ dagordning(sammantrade: "${DEMO.sammantrade}", minst: "${minst}") { rader { nr rubrik } } }`;
    expect((await there.ask(dagordning, {}, await token(there))).text).toBe((await here.ask(dagordning, {}, await token(here))).text);
    // One writes, the other reads by the receipt's position.
    for (const [one, other] of [[here, there], [there, here]] as const) {
      const kommandoId = randomUUID();
      const { data } = await one.ask('mutation ($k: ID!, $d: OppnaArendeInput!) { oppnaArende(kommandoId: $k, data: $d) { __typename ... on Kvitto { id position } ... on Hinder { text } } }', {
        k: kommandoId, d: { namnd: DEMO.namnd, klass: 'oppen', rubrik: 'Skrivet på en nod', datum: '2018-04-05' },
      }, await one.token('registrator'));
      const made = data?.oppnaArende ?? {};
      expect(made.__typename).toBe('Kvitto');
      const seen = await other.ask(`{ arende(id: "${made.id}", minst: "${made.position}") { rubrik diarienummer } }`, {}, await other.token('registrator'));
      expect(seen.data?.arende).toMatchObject({ rubrik: 'Skrivet på en nod', diarienummer: expect.stringContaining('2018') });
    }
    const facts = await readFrom(here.house.log.store, 0n);
    const commands = facts.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')) as { stream: string; version: number; type: string; command: string });
    expect(new Set(commands.map(({ stream, version }) => `${stream} ${version}`)).size).toBe(commands.length);
    const numbered = commands.filter(({ type }) => type === 'DiarienummerTilldelat' || type === 'NummerTilldelat').map(({ command }) => command);
    expect(new Set(numbered).size).toBe(numbered.length);
    const store = await server.openAt(url);
    const token0 = (await here.house.log.read(`person-${demoPerson('ordforande')}`)).map(({ data }) => (data as { namn: Token }).namn)[0]!;
    for (const node of [here, there]) expect(await node.house.vault.open(token0)).toBe('Yngve Björkhage');
    await new EventStoreDbKeyStore(store).destroy(token0.$s);
    for (const node of [here, there]) {
      node.house.vault.forget(token0.$s);
      expect(await node.house.vault.open(token0)).toBe(GALLRAT);
    }
    await store.close();
    const halsa = (await (await fetch(`${there.url}/halsa`)).json()) as { lager: string; logg: string; upplaga: string };
    expect(halsa).toMatchObject({ lager: 'eventstoredb', logg: here.house.log.store.logg, upplaga: here.house.log.store.upplaga });
  });

  it('en nod vars läsmodeller hör till en annan logg startar inte, och säger varför', async () => {
    const KLUBBA_MASTER_KEY = 'ab'.repeat(32);
    const dataDir = join(temporaryFolder(), 'data');
    const first = await start({ dataDir, env: { EVENT_STORE: await clusterUrl(), KLUBBA_MASTER_KEY } });
    await first.stop();
    await expect(startHouse({ dataDir, env: { EVENT_STORE: await clusterUrl(), KLUBBA_MASTER_KEY } })).rejects.toThrow(/hör till en annan logg/);
  });

  it('en nod vars klocka går fel säger det i svaret och på /halsa, och läser som förut', async () => {
    const skew = { ms: 0 };
    const store = await server.open({ clocks: { wall: () => Date.now() + skew.ms, steady: () => performance.now() } });
    const klubba = await start({ injected: { stores: { store, keys: new EventStoreDbKeyStore(store) } } });
    await loadInOrder(klubba);
    skew.ms = -60_000;
    const { errors } = await klubba.ask('mutation ($k: ID!, $d: OppnaArendeInput!) { oppnaArende(kommandoId: $k, data: $d) { __typename } }', {
      k: randomUUID(), d: { namnd: DEMO.namnd, klass: 'oppen', rubrik: 'x', datum: '2018-04-05' },
    }, await klubba.token('registrator'));
    expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(/Klockan på den server som svarade går .* s efter loggens[.] Inget skrivs/), extensions: { code: 'SKRIVNING_STOPPAD' } });
    const halsa = await fetch(`${klubba.url}/halsa`);
    expect(halsa.status).toBe(503);
    expect(((await halsa.json()) as { hinder: string }).hinder).toMatch(/Klockan/);
    expect((await klubba.ask(`{ namnd(id: "${DEMO.namnd}") { id } }`)).data).toEqual({ namnd: { id: DEMO.namnd } });
  });
});

describe('Inställningen EVENT_STORE', () => {
  it.each<[Record<string, string>, object]>([
    [{}, { eventStore: undefined, dataDir: expect.stringMatching(/data$/) }], [{ EVENT_STORE: 'sqlite:./annan' }, { eventStore: undefined, dataDir: expect.stringMatching(/annan$/) }],
    [{ EVENT_STORE: 'esdb://u:p@a.example,b.example:1113?tls=true', DATA_DIR: './nod' }, { dataDir: expect.stringMatching(/nod$/), eventStore: expect.objectContaining({ hosts: [{ address: 'a.example', port: 2113 }, { address: 'b.example', port: 1113 }], tls: {}, identity: 'klubba-logg' }) }],
    [{ EVENT_STORE: 'esdb://h?tls=false' }, { eventStore: expect.objectContaining({ tls: undefined, deadlineMs: 5000 }) }],
  ])('%j', (env, wanted) => expect(settingsFrom(env)).toMatchObject(wanted));

  it.each<[string, Record<string, string>, RegExp]>([
    ['någon annan sorts lager', { EVENT_STORE: 'postgres://u:hemligt@h' }, /sqlite:<mapp> eller esdb/], ['två mappar', { EVENT_STORE: 'sqlite:./a', DATA_DIR: './b' }, /Behåll en av dem/],
    ['TLS utan lösenord', { EVENT_STORE: 'esdb://h:2113' }, /Användare och lösenord saknas/], ['en okänd inställning', { EVENT_STORE: 'esdb://u:p@h?nodePreference=follower' }, /inte känner: nodePreference/],
    ['ett certifikat som inte finns', { EVENT_STORE: 'esdb://u:p@h?tlsCAFile=/finns/inte' }, /går inte att läsa \(ENOENT\)/], ['en port som inte är en', { EVENT_STORE: 'esdb://u:p@h:99999' }, /fel form/],
    ['en kort tid', { EVENT_STORE: 'esdb://u:p@h?keepAliveInterval=5' }, /minst 10000/],
  ])('nekar %s med en svensk mening utan lösenord', (_what, env, words) => {
    expect(() => settingsFrom(env)).toThrow(words);
    try {
      settingsFrom(env);
    } catch (error) {
      expect(String(error)).not.toContain('hemligt');
    }
  });

  it('den som bara läser gör ingen logg', async () => {
    await expect(EventStoreDbEventStore.open({ address: settingsFrom({ EVENT_STORE: await clusterUrl() }).eventStore!, mustExist: true })).rejects.toThrow(/finns ingen logg/);
  });
});
