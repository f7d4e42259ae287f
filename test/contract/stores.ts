import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore } from '../../infra/memory/memory-event-store';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { REAL, TestServer } from '../eventstoredb/server';
import { CapriciousEventStore } from './capricious-event-store';
import type { OpenStore } from './event-store.contract';
import { withThread } from './thread';

/** A folder that is gone when the tests of this file are over. */
export const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'klubba-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Every store that Klubba can stand on, and one that is worse than any of them. One line each. */
export const stores = (): Readonly<Record<string, OpenStore>> => {
  const folder = scratch();
  let files = 0;
  const [server, unreliable] = [new TestServer(), new TestServer()];
  return {
    eventstoredb: () => server.open(),
    // A real server's network cannot be cut from here.
    ...(REAL === undefined && { 'eventstoredb over ett svajigt nät': (seed) => unreliable.openCapricious(seed) }),
    memory: () => new MemoryEventStore(),
    sqlite: () => SqliteEventStore.open(join(folder, `logg-${files++}.db`)),
    'sqlite, med sin tråd från början': () => withThread(SqliteEventStore.open(join(folder, `logg-${files++}.db`))),
    capricious: (seed) => new CapriciousEventStore(seed),
  };
};
