import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { openApp } from '../../apps/api/app';
import { demoIdentity } from '../../apps/api/demo-identitet';
import type { Composition } from '../../apps/api/house';
import { settingsFrom } from '../../apps/api/settings';
import { houseOfOne } from './house-of-one';
import { post, temporaryFolder, uuid } from './harness';

const ROOT = join(__dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/api/main.js');
const { NODE_OPTIONS: _, ...ENV } = process.env;

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Behörighetstabellen: inget utan rad startar', () => {
  const starts = async (change: Partial<Composition>): Promise<string> => {
    const settings = settingsFrom({ DATA_DIR: ':memory:' });
    try {
      const app = await openApp({ ...houseOfOne, ...change }, settings, await demoIdentity(settings));
      await app.close();
      return 'startade';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const without = <T extends Readonly<Record<string, unknown>>>(table: T, row: string): T => Object.fromEntries(Object.entries(table).filter(([key]) => key !== row)) as T;
  const { ger, falt, nouns, modules } = houseOfOne;

  it('huset som det är startar', async () => expect(await starts({})).toBe('startade'));
  it('ett fält utan rad startar inte', async () => expect(await starts({ falt: without(falt, 'Lapp.hemligt') })).toBe('Fält utan rad i behörighetstabellen: Lapp.hemligt.'));
  it('en fråga utan rad startar inte', async () => expect(await starts({ falt: without(falt, 'Query.lappar') })).toBe('Fält utan rad i behörighetstabellen: Query.lappar.'));
  it('en rad utan fält startar inte', async () => expect(await starts({ falt: { ...falt, 'Lapp.borttaget': 'oppen' } })).toBe('Rader i behörighetstabellen utan fält: Lapp.borttaget.'));
  it('ett kommando utan rad startar inte', async () => expect(await starts({ ger: without(ger, 'AndraLapp') })).toBe('Kommandon utan rad i behörighetstabellen: AndraLapp.'));
  it('ett kommando som ingen roll får ge startar inte', async () => expect(await starts({ ger: { ...ger, AndraLapp: [] } })).toBe('Kommandon utan rad i behörighetstabellen: AndraLapp.'));
  it('en rad utan kommando startar inte', async () => expect(await starts({ ger: { ...ger, RivLapp: ['revisor'] } })).toBe('Rader i behörighetstabellen utan kommando: RivLapp.'));
  it('ett kommando utan mutation, eller en mutation utan kommando, startar inte', async () => {
    expect(await starts({ nouns: nouns.map((noun) => ({ ...noun, internal: [] })) })).toBe('Kommandon utan mutation: NoteraLapp. Kommandon utan rad i behörighetstabellen: NoteraLapp.');
    expect(await starts({ nouns: nouns.map((noun) => ({ ...noun, internal: ['NoteraLapp', 'StangLapp'] })) })).toBe('Mutationer utan kommando: stangLapp. Rader i behörighetstabellen utan kommando: StangLapp.');
    expect(await starts({ modules: [] })).toMatch(/Kommandon utan mutation|Query root type|Undefined|type/);
    expect(modules).toHaveLength(1);
  });
});

/** Runs Klubba to its end, and answers what it said. */
const run = (env: Readonly<Record<string, string>>, args: readonly string[] = [], more: object = {}): { readonly code: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { env: { ...ENV, PORT: '0', ...env }, encoding: 'utf8', timeout: 50_000, ...more });
  return { code: status, said: `${stdout}${stderr}` };
};
type Child = { readonly child: ChildProcess; readonly url: string; readonly said: () => string; end(signal: NodeJS.Signals): Promise<number | null> };
const startChild = (env: Readonly<Record<string, string>>, program: readonly string[] = [MAIN]): Promise<Child> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, { env: { ...ENV, PORT: '0', ...env } });
    let said = '';
    const exited = new Promise<number | null>((exit) => child.on('exit', exit));
    const hear = (data: Buffer): void => {
      said += data.toString();
      const url = /http:\/\/127[.]0[.]0[.]1:\d+/.exec(said)?.[0];
      if (url !== undefined && said.includes('Ctrl-C')) resolve({ child, url, said: () => said, end: (signal) => (child.kill(signal), exited) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then((code) => reject(new Error(`slutade med ${code}: ${said}`)));
  });
const ONE_SENTENCE = /^(?!.*( {4}at |[.]js:\d))[^\n]+\n$/s;
const PERSON = 'mutation($k: ID!, $d: RegistreraPersonInput!) { registreraPerson(kommandoId: $k, data: $d) { __typename ... on Kvitto { id } ... on Hinder { text } } }';

describe('Klubba som process', () => {
  let dataDir: string;
  let token: string;
  beforeAll(() => {
    // Built by infra/start/klubba.mjs before the tests; these start what is delivered.
    if (!existsSync(MAIN)) throw new Error('Bygg först: npx nest build');
  });

  it('startar i en tom mapp, visar vägen, och stannar på SIGTERM med det som pågår färdigt', async () => {
    dataDir = join(folder, 'a', 'data');
    const first = await startChild({ DATA_DIR: dataDir });
    expect(first.said()).toContain(`${first.url}/graphql`);
    expect(first.said()).toContain(`${first.url}/halsa`);
    token = run({ DATA_DIR: dataDir }, ['--token', 'namndsekreterare']).said.trim();
    const register = (k: string) => post(`${first.url}/graphql`, JSON.stringify({ query: PERSON, variables: { k, d: { namn: `Person ${k}`, slag: 'annan' } } }), { authorization: `Bearer ${token}` });
    expect((await register(uuid())).data.registreraPerson).toMatchObject({ __typename: 'Kvitto' });
    const keys = Array.from({ length: 200 }, uuid);
    const answers = keys.map((k) => register(k).then(({ data, status }) => (status === 200 ? (data.registreraPerson.id as string) : undefined), () => undefined));
    // One is answered, and the rest are on their way.
    await Promise.race(answers);
    expect(await first.end('SIGTERM')).toBe(0);
    const told = (await Promise.all(answers)).filter((id) => id !== undefined);

    const again = await startChild({ DATA_DIR: dataDir });
    for (const id of told) {
      const { data } = await post(`${again.url}/graphql`, JSON.stringify({ query: `{ person(id: "${id}") { id } }` }), { authorization: `Bearer ${token}` });
      expect(data.person?.id).toBe(id);
    }
    expect(told.length).toBeGreaterThan(0);

    // A second process on the same folder, while the first one runs.
    const second = run({ DATA_DIR: dataDir });
    expect(second.code).toBe(1);
    expect(second.said).toMatch(/skrivs redan av en annan process/);
    expect(second.said).toMatch(ONE_SENTENCE);
    expect(await again.end('SIGINT')).toBe(0);
  });

  const broken: readonly (readonly [string, RegExp, (data: string) => Readonly<Record<string, string>> | undefined])[] = [
    ['en avhuggen logg', /avhuggen|skadad/, (data) => void truncateSync(join(data, 'logg.sqlite'), 20_000)],
    ['en tom logg', /är tom/, (data) => void truncateSync(join(data, 'logg.sqlite'), 0)],
    ['en logg som inte är en databas', /ingen databas/, (data) => void writeFileSync(join(data, 'logg.sqlite'), 'Det här är ingen databas. '.repeat(1000))],
    ['en annan av Klubbas filer i loggens ställe', /annat program|annan av Klubbas filer/, (data) => void copyFileSync(join(data, 'nycklar.sqlite'), join(data, 'logg.sqlite'))],
    ['utan huvudnyckel', /Huvudnyckeln saknas/, (data) => void rmSync(`${data}-nyckel`)],
    ['med fel huvudnyckel', /uvudnyckel/, () => ({ KLUBBA_MASTER_KEY: '7'.repeat(64) })],
    ['med en huvudnyckel av fel form', /fel form/, () => ({ KLUBBA_MASTER_KEY: 'hemlig' })],
    ['utan nyckelfil', /Nyckelfilen saknas/, (data) => ['', '-wal', '-shm'].forEach((end) => rmSync(join(data, `nycklar.sqlite${end}`), { force: true })) as undefined],
    ['med PORT som inte är ett tal', /PORT ska vara ett tal/, () => ({ PORT: 'åtta' })],
    ['i produktion utan utfärdare', /sätt KLUBBA_JWKS_URL eller KLUBBA_JWKS_FILE, KLUBBA_ISSUER, KLUBBA_AUDIENCE/, () => ({ NODE_ENV: 'production' })],
    ['i produktion utan huvudnyckel', /Huvudnyckeln saknas/, () => ({ NODE_ENV: 'production', KLUBBA_JWKS_URL: 'http://127.0.0.1:1/', KLUBBA_ISSUER: 'x', KLUBBA_AUDIENCE: 'y' })],
    ['med en demonyckel som andra kan läsa', /chmod 600/, (data) => void chmodSync(`${data}-demonyckel`, 0o644)],
    ['på en adress som inte finns', /Ändra HOST/, (data) => {
      // A copied log is another copy, and read models belong to one copy.
      for (const end of ['', '-wal', '-shm']) rmSync(join(data, `lasmodeller.sqlite${end}`), { force: true });
      return { HOST: '192.0.2.1' };
    }],
  ];
  it.each(broken)('%s ger en klar svensk mening och felkod, och ändrar inget', (_name, says, break_) => {
    const copy = join(folder, uuid());
    mkdirSync(copy);
    const data = join(copy, 'data');
    mkdirSync(data);
    for (const name of readdirSync(dataDir)) copyFileSync(join(dataDir, name), join(data, name));
    for (const end of ['-nyckel', '-demonyckel']) copyFileSync(`${dataDir}${end}`, `${data}${end}`);
    const env = break_(data) ?? {};
    const before = readFileSync(join(data, 'logg.sqlite'));
    const { code, said } = run({ DATA_DIR: data, ...env });
    expect(said).toMatch(says);
    expect(said).toMatch(ONE_SENTENCE);
    expect(code).toBe(1);
    expect(readFileSync(join(data, 'logg.sqlite')).equals(before)).toBe(true);
  });

  it('på en port som är upptagen säger det', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const child = spawn(process.execPath, [MAIN], { env: { ...ENV, DATA_DIR: ':memory:', PORT: String(port) } });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => other.close(resolve));
    expect([code, said]).toEqual([1, `Adressen 127.0.0.1:${port} är upptagen av ett annat program. Stoppa det, eller välj en annan port med PORT.\n`]);
  });

  (process.getuid?.() === 0 ? it : it.skip)('utan skrivrätt i DATA_DIR säger det, och lämnar inget efter sig', () => {
    const closed = join(folder, 'stangd');
    mkdirSync(closed, { mode: 0o755 });
    chmodSync(folder, 0o755);
    for (const DATA_DIR of [closed, join(closed, 'under')]) {
      const { code, said } = run({ DATA_DIR }, [], { uid: 65534, gid: 65534 });
      expect(said).toMatch(/skrivrätt|går inte att skapa/);
      expect(said).toMatch(ONE_SENTENCE);
      expect(code).toBe(1);
    }
    expect(readdirSync(closed)).toEqual([]);
  });

  it('ger inga åtkomstbevis i produktion', () => {
    expect(run({ DATA_DIR: dataDir, NODE_ENV: 'production' }, ['--token', 'revisor'])).toMatchObject({ code: 1, said: expect.stringMatching(/finns inte när NODE_ENV=production/) });
    expect(run({ DATA_DIR: dataDir }, ['--token', 'kung'])).toMatchObject({ code: 1, said: 'Ange en roll: npm start -- --token namndsekreterare\n' });
  });
});

// From the source as it stands, so that a fault planted there is seen.
describe('Klubba i produktion', () => {
  it('läser inte in demon i produktion, och visar inget åtkomstbevis', async () => {
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    const KLUBBA_JWKS_FILE = join(folder, 'nycklar.json');
    writeFileSync(KLUBBA_JWKS_FILE, JSON.stringify({ keys: [await exportJWK(publicKey)] }));
    const started = await startChild(
      { NODE_ENV: 'production', DATA_DIR: join(folder, 'produktion', 'data'), KLUBBA_JWKS_FILE, KLUBBA_ISSUER: 'https://inlogg.exempel.se', KLUBBA_AUDIENCE: 'klubba', KLUBBA_MASTER_KEY: '7'.repeat(64) },
      ['-r', join(ROOT, 'test/krasch/register.cjs'), join(ROOT, 'apps/api/main.ts')],
    );
    const halsa: unknown = await (await fetch(`${started.url}/halsa`)).json();
    expect(await started.end('SIGTERM')).toBe(0);
    expect(halsa).toMatchObject({ redo: true, position: 0 });
    expect(started.said()).not.toMatch(/eyJ|Åtkomstbevis/);
    expect(existsSync(join(folder, 'produktion', 'data-demonyckel'))).toBe(false);
  });
});
