import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './house';

/** `npm start` as a person gives it, in a folder of its own for the data. */
const start = async (dataDir: string) => {
  const port = await freePort();
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const npm = spawn('npm', ['start'], { cwd: ROOT, env: { ...env, PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: dataDir, NODE_ENV: 'development' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { npm, port, said: () => said };
};
const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
});
const answers = (port: number): Promise<boolean> => fetch(`http://127.0.0.1:${port}/halsa`).then(async (answer) => (await answer.text(), answer.ok), () => false);
const until = async (fits: () => boolean | Promise<boolean>, fails: () => string): Promise<void> => {
  while (!(await fits())) {
    const why = fails();
    if (why !== '') throw new Error(why);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
/** No process of the group is left. */
const gone = ({ pid }: ChildProcess): boolean => {
  try {
    process.kill(-pid!, 0);
    return false;
  } catch {
    return true;
  }
};

describe('npm start', () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'klubba-start-')), 'data');
  afterAll(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }));

  it.each(['SIGTERM', 'SIGINT'] as const)('svarar på /halsa, och lämnar ingen process efter sig när den får %s', async (signal) => {
    const { npm, port, said } = await start(dataDir);
    try {
      await until(() => answers(port), () => (npm.exitCode === null && npm.signalCode === null ? '' : `npm start slutade: ${said()}`));
      // SIGTERM as a supervisor gives it, to npm alone; SIGINT as a terminal does, to the whole group.
      process.kill(signal === 'SIGTERM' ? npm.pid! : -npm.pid!, signal);
      await until(() => gone(npm), () => '');
      expect(await answers(port)).toBe(false);
    } finally {
      if (!gone(npm)) process.kill(-npm.pid!, 'SIGKILL');
    }
  });
});

it('ett okänt kommando sägs på svenska', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'infra/start/klubba.mjs'), 'sjunga'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Okänt kommando: sjunga');
});
