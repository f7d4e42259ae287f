import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { append1, append128, append128Forseglad } from './append';
import { asof } from './asof';
import { dagordning } from './dagordning';
import { esdbAppend1, esdbAppend128, esdbHouse } from './esdb';
import type { Figure } from './figure';
import { kommandon32 } from './kommandon';
import { rebuild1m } from './rebuild';
import { sammantradeStort } from './sammantrade';
import { register200k } from './register';
import { start1m } from './start';

/** What a line is measured in: a folder of its own on the disk, thrown away afterwards; `snabb` for a short look. */
export type Setting = { readonly folder: string; readonly snabb: boolean; readonly rounds: number };
type Line = (setting: Setting) => Promise<Figure | readonly Figure[]>;

const LINES: readonly { readonly names: readonly string[]; readonly run: Line }[] = [
  { names: ['append_1'], run: append1 },
  { names: ['append_128'], run: append128 },
  { names: ['append_128_forseglad'], run: append128Forseglad },
  { names: ['kommandon_32'], run: kommandon32 },
  { names: ['dagordning'], run: dagordning },
  { names: ['sammantrade_stort', 'sammantrade_stort_kallt'], run: sammantradeStort },
  { names: ['rebuild_1m'], run: rebuild1m },
  { names: ['asof', 'asof_ms'], run: asof },
  { names: ['register_200k', 'register_200k_urval', 'register_200k_summor', 'register_asof', 'register_asof_urval', 'register_asof_summor'], run: register200k },
  { names: ['start_1m_s', 'start_1m_mb'], run: start1m },
  { names: ['esdb_append_1'], run: esdbAppend1 },
  { names: ['esdb_append_128'], run: esdbAppend128 },
  { names: ['esdb_rebuild', 'esdb_kommandon_32', 'esdb_lag'], run: esdbHouse },
];

const main = async (asked: readonly string[]): Promise<void> => {
  const snabb = asked.includes('--snabb');
  const named = asked.filter((one) => !one.startsWith('--'));
  const known = LINES.flatMap(({ names }) => names);
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`Okänd rad: ${unknown.join(', ')}. Välj bland ${known.join(', ')}.`);
  // Where the data would lie decides what a flush costs: BENCH_DIR puts it on another disk.
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'klubba-bench-'));
  const sweep = (): void => rmSync(folder, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  process.once('exit', sweep);
  // The channel of the one who started us: it ends with them, and does not keep us here.
  process.once('disconnect', () => process.exit(1));
  process.channel?.unref();
  for (const { names, run } of LINES) {
    if (named.length > 0 && !names.some((name) => named.includes(name))) continue;
    for (const figure of [await run({ folder, snabb, rounds: snabb ? 1 : 5 })].flat()) console.log(JSON.stringify(figure));
  }
};

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  // Programs that were started are still there, and wait.
  process.exit(1);
});
