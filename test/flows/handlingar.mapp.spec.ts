import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO, loadDemo } from '../../apps/api/demo/demo';
import { settingsFrom } from '../../apps/api/settings';
import { type Running, startHouse, temporaryFolder, uuid } from './harness';

// The same house with its files in a directory that several nodes could share.
const rot = temporaryFolder();
const dataDir = join(rot, 'data');
const env = { HANDLINGAR: join(rot, 'delad') };
const innehall = randomBytes(1_500_000);
let klubba: Running;
beforeAll(async () => {
  klubba = await startHouse({ dataDir, env });
  await loadDemo(klubba.house);
});
afterAll(async () => {
  await klubba.stop();
  rmSync(rot, { recursive: true, force: true });
});

const adressen = async (id: string): Promise<string> => {
  const { data } = await klubba.ask(`{ handling(id: "${id}") { adress } }`, {}, await klubba.token('registrator'));
  return `${klubba.url}${(data as { handling: { adress: string } }).handling.adress}`;
};
const hamtad = async (id: string): Promise<Buffer> => Buffer.from(await (await fetch(await adressen(id))).arrayBuffer());
const granska = (HANDLINGAR: string): Promise<{ kod: number | null; text: string }> => new Promise((resolve) => {
  const child = spawn(process.execPath, ['-r', join(__dirname, '../krasch/register.cjs'), join(__dirname, '../../apps/granska/main.ts'), dataDir], { env: { ...process.env, NODE_OPTIONS: '', HANDLINGAR } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  child.on('close', (kod) => resolve({ kod, text }));
});

let handling: string;
it('en handling läggs in, hör till akten och lämnas ut, och ingen handlingar.sqlite görs', async () => {
  const by = await klubba.token('registrator');
  const response = await fetch(`${klubba.url}/handlingar?namnd=${DEMO.namnd}`, { method: 'POST', body: innehall as never, headers: { authorization: `Bearer ${by}` } });
  const { uppladdning } = (await response.json()) as { uppladdning: string };
  const { data, text } = await klubba.ask('mutation($k: ID!, $d: LaggTillHandlingInput!) { laggTillHandling(kommandoId: $k, data: $d) { ... on Kvitto { id position } ... on Hinder { text } } }',
    { k: uuid(), d: { uppladdning, namnd: DEMO.namnd, klass: 'oppen', namn: 'Bilaga.bin', datum: '2018-03-12' } }, by);
  const kvitto = (data as { laggTillHandling: { id?: string; position: string } } | undefined)?.laggTillHandling;
  if (kvitto?.id === undefined) throw new Error(text);
  handling = kvitto.id;
  await klubba.house.models.caughtUp(BigInt(kvitto.position.split(':')[1]!));
  expect(innehall.equals(await hamtad(handling))).toBe(true);
  while ((await klubba.house.files.store.list('', 9)).find(({ id }) => id === uppladdning)!.state !== 'kept') await new Promise((resolve) => setTimeout(resolve, 5));
  expect(existsSync(join(dataDir, 'handlingar.sqlite'))).toBe(false);
});

it('granskas medan Klubba går, där HANDLINGAR säger', async () => {
  const { kod, text } = await granska(env.HANDLINGAR);
  expect(text).toMatch(/✓ handlingar: \d+ filer, \d+ byte; \d+ prövade mot sin saltade hash, 0 gallrade; 0 lösa uppladdningar\n/);
  expect(kod).toBe(0);
  expect(await granska(join(rot, 'fel'))).toEqual({ kod: 1, text: expect.stringMatching(/✗ handlingar: \d+ filer i loggen, men mappen .*fel finns inte/) as unknown });
});

it('finns kvar efter omstart, och en disk som inte är ansluten sägs vid start', async () => {
  await klubba.stop();
  renameSync(env.HANDLINGAR, `${env.HANDLINGAR}-borta`);
  await expect(startHouse({ dataDir, env })).rejects.toThrow(/^Handlingarnas mapp saknas: .*delad.*\. I loggen finns handlingar/);
  expect(existsSync(env.HANDLINGAR)).toBe(false);
  await expect(startHouse({ dataDir })).rejects.toThrow(/eller sätt HANDLINGAR till den mapp där de ligger/);
  renameSync(`${env.HANDLINGAR}-borta`, env.HANDLINGAR);
  klubba = await startHouse({ dataDir, env });
  expect(innehall.equals(await hamtad(handling))).toBe(true);
});

it('en annan loggs mapp, eller en som inte är Klubbas, nekas vid start', async () => {
  await expect(startHouse({ dataDir: join(rot, 'annan', 'data'), env })).rejects.toThrow(/hör till en annan logg/);
  const egen = join(rot, 'egen');
  writeFileSync(egen, 'min egen fil');
  await expect(startHouse({ dataDir: join(rot, 'tredje', 'data'), env: { HANDLINGAR: egen } })).rejects.toThrow(/ingen mapp/);
  expect(() => settingsFrom({ DATA_DIR: ':memory:', ...env })).toThrow('HANDLINGAR går inte ihop med DATA_DIR=:memory:');
});
