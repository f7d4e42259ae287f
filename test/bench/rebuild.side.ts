import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { allFacts, allUpcasts, Log, Vocabulary } from '@klubba/kernel';
import { nouns } from '../../apps/api/house';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { MemoryKeyStore } from '../../infra/memory/memory-key-store';
import { hashLive } from '../../infra/sqlite/read-model-hash';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteReadModels } from '../../infra/sqlite/sqlite-read-models';
import type { RebuildRound } from './rebuild';
import { serve } from './side';

const PAGE = 1000;
const projections = nouns.flatMap((noun) => noun.projections ?? []);
let dataDir = '';
let program: (round: RebuildRound) => Promise<number>;
/** The copy that follows the log while it is written. */
let live: { readonly models: SqliteReadModels; readonly store: SqliteEventStore } | undefined;

/** The log as someone who only folds it needs it: no key is ever asked for. */
const openLog = async (): Promise<Log> => {
  const store = SqliteEventStore.open(join(dataDir, 'logg.sqlite'), { readOnly: true });
  const vault = new Forsegling({ keys: new MemoryKeyStore(), logg: store.logg, masters: masterKeysOf([{ version: 1, key: Buffer.alloc(32) }]) });
  return new Log(store, vault, new Vocabulary(allFacts(nouns), allUpcasts(nouns))).open();
};
const settled = async (models: SqliteReadModels, tip: bigint, pollMs: number): Promise<void> => {
  for (;;) {
    const fault = models.status().find((one) => one.fault !== undefined)?.fault;
    if (fault !== undefined) throw new Error(fault);
    if (models.status().every(({ position }) => position >= tip)) return;
    await sleep(pollMs);
  }
};

/** On a file that is not there yet, so that all are built. Closing writes the WAL into the file and flushes it. */
const ours = async ({ file }: RebuildRound): Promise<number> => {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  const log = await openLog();
  const began = performance.now();
  const models = await SqliteReadModels.open({ file, log, projections });
  await settled(models, await log.store.tip(), 5);
  await models.close();
  const seconds = (performance.now() - began) / 1000;
  await log.store.close();
  return seconds;
};

const bare = async (): Promise<number> => {
  const db = new Database(join(dataDir, 'logg.sqlite'), { readonly: true });
  const page = db.prepare<[number, number], { readonly position: number; readonly record: Buffer }>('SELECT position, record FROM event WHERE position > ? ORDER BY position LIMIT ?');
  const began = performance.now();
  let parsed = 0;
  for (let rows = page.all(0, PAGE); rows.length > 0; rows = page.all(rows.at(-1)!.position, PAGE)) {
    for (const { record } of rows) if (typeof JSON.parse(record.toString('utf8')) === 'object') parsed++;
  }
  const seconds = (performance.now() - began) / 1000;
  db.close();
  if (parsed === 0) throw new Error('loggen är tom');
  return seconds;
};

serve({
  start: (args: { readonly dataDir: string; readonly side: 'ours' | 'bare' }) => {
    dataDir = args.dataDir;
    program = args.side === 'ours' ? ours : bare;
  },
  round: (round: RebuildRound) => program(round),
  hash: async ({ file }: RebuildRound) => JSON.stringify(await Promise.all(projections.map(async (projection) => [projection.name, (await hashLive(file, projection)).hash]))),
  follow: async () => {
    const log = await openLog();
    // Reactions follow too, but what they wish for is in the log already.
    const models = await SqliteReadModels.open({
      file: join(dataDir, 'lasmodeller.sqlite'), log, projections, reactions: nouns.flatMap((noun) => noun.reactions ?? []),
      dispatch: () => Promise.resolve({ stream: '', version: 0, position: 0n }),
    });
    live = { models, store: log.store as SqliteEventStore };
  },
  followed: async () => {
    await settled(live!.models, await live!.store.tip(), 50);
    await live!.models.close();
    await live!.store.close();
  },
});
