import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Roll } from '@klubba/behorighet';
import { demoIdentity } from '../../apps/api/demo-identitet';
import { settingsFrom } from '../../apps/api/settings';
import type { Folder } from './folder';

export type Health = { readonly redo: boolean; readonly upplaga: string; readonly position: number; readonly lasmodeller: readonly Standing[]; readonly reaktioner: readonly Standing[] };
type Standing = { readonly position: number; readonly efterslapningMs: number };
/** Klubba as people run it: the program of `npm start`, in a process of its own. */
export type Klubba = {
  readonly port: number;
  /** From the start of the process until it says that it is ready. */
  readonly startSeconds: number;
  readonly health: () => Promise<Health>;
  /** VmHWM: the most memory that it has had. */
  readonly peakMb: () => number;
  readonly stop: () => Promise<void>;
};

export const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
});

export const tokenFor = async (dataDir: string, roll: Roll): Promise<string> => (await demoIdentity(settingsFrom({ DATA_DIR: dataDir }))).token(roll);

const START_MAX_MS = 120_000;

export const startKlubba = async ({ dataDir, masterKey }: Pick<Folder, 'dataDir' | 'masterKey'>, more: NodeJS.ProcessEnv = {}): Promise<Klubba> => {
  const port = await freePort();
  const began = performance.now();
  const profile = process.env.BENCH_PROFIL === 'klubba' ? ['--cpu-prof', '--cpu-prof-dir=profil'] : [];
  const child = spawn(process.execPath, [...profile, join(__dirname, '..', '..', 'apps', 'api', 'main.js')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, KLUBBA_MASTER_KEY: masterKey, ...more }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let gone = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => {
    gone = true;
    resolve();
  }));
  const health = async (): Promise<Health> => (await fetch(`http://127.0.0.1:${port}/halsa`)).json() as Promise<Health>;
  for (;;) {
    if (gone) throw new Error('Klubba startade inte');
    try {
      if ((await health()).redo) break;
    } catch {
      // Not listening yet.
    }
    if (performance.now() - began > START_MAX_MS) throw new Error('Klubba blev inte redo');
    await sleep(5);
  }
  const startSeconds = (performance.now() - began) / 1000;
  return {
    port, startSeconds, health,
    peakMb: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
