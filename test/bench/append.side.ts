import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { type Event, type EventStore, fact, field, Log, seal, Vocabulary } from '@klubba/kernel';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import type { AppendArgs, AppendRound } from './append';
import { lane, race, ready, signature, type Task } from './lanes';
import { serve } from './side';

const facts = {
  ArendemeningAndrad: fact('AndraArendemening', { klass: field.oneOf('oppen', 'oppen', 'sekretess'), rubrik: field.sealed('oppen'), skal: field.sealed('arbetsmaterial') }),
};
const RUBRIK = 'Yttrande över remiss om nattöppna mötesplatser i kommunens norra delar';
const SKAL = 'Rubriken sade inte vad ärendet gäller efter komplettering';
type Program = (lanes: readonly (readonly Task[])[]) => Promise<number>;

const ours = (store: EventStore): Program => (lanes) =>
  race(lanes.map((tasks) => tasks.map((task) => ({ ...task, records: [ready(task)] }))), ({ stream, version, records }) => store.append(stream, version - 1, records));

/** What is sent is data as a decider answers it; the time holds sealing, stamping and encoding too. Each stream has a key of its own, made with its first fact. */
const forseglad = (store: EventStore, keyFile: string): Program => {
  const vault = new Forsegling({ keys: new SqliteKeyStore(keyFile), logg: store.logg, masters: masterKeysOf([{ version: 1, key: randomBytes(32) }]) });
  const log = new Log(store, vault, new Vocabulary(facts, {}));
  const events = ({ stream }: Task): readonly Event[] => {
    const kid = stream.replace('-', ':');
    return [{ type: 'ArendemeningAndrad', data: { klass: 'oppen', rubrik: seal(kid, RUBRIK), skal: seal(kid, SKAL) } }];
  };
  return (lanes) => race(lanes.map((tasks) => tasks.map((task) => ({ ...task, events: events(task), signed: signature() }))), ({ stream, version, events, signed }) =>
    log.append(stream, version - 1, events, signed));
};

/** The same tables, triggers and settings, by a program that knows the stream's number beforehand and asks nothing. */
const bare = (file: string): Program => {
  const db = new Database(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'fullfsync = ON', 'recursive_triggers = ON', 'trusted_schema = OFF']) db.pragma(pragma);
  const insertStream = db.prepare<[string]>('INSERT INTO stream (name) VALUES (?)');
  const insert = db.prepare<[number, number, number, number, Uint8Array]>('INSERT INTO event (position, stream, version, type, record) VALUES (?, ?, ?, ?, ?)');
  const type = Number(db.prepare("INSERT INTO type (name) VALUES ('ArendemeningAndrad')").run().lastInsertRowid);
  const streams = new Map<string, number>();
  let position = 0;
  const put = ({ stream, version, bytes }: Task & { readonly bytes: Uint8Array }): void => {
    if (version === 1) streams.set(stream, Number(insertStream.run(stream).lastInsertRowid));
    insert.run(++position, streams.get(stream)!, version, type, bytes);
  };
  const together = db.transaction((batch: readonly (Task & { readonly bytes: Uint8Array })[]) => batch.forEach(put)).immediate;
  return async (lanes) => {
    const batches = lanes[0]!.map((_, i) => lanes.map((tasks) => ({ ...tasks[i]!, bytes: ready(tasks[i]!).bytes })));
    const began = process.hrtime.bigint();
    for (const batch of batches) together(batch);
    return Number(process.hrtime.bigint() - began) / 1e9;
  };
};

let program: Program;
let lanes: readonly (() => Task)[] = [];
serve({
  start: async ({ side, file, keys }: AppendArgs) => {
    const store = SqliteEventStore.open(file);
    if (side === 'bare') {
      await store.close();
      program = bare(file);
    } else program = side === 'ours' ? ours(store) : forseglad(store, keys);
  },
  round: ({ count, atOnce }: AppendRound) => {
    if (lanes.length === 0) lanes = Array.from({ length: atOnce }, lane);
    // Lanes begin a round together and in step, so every batch of the bare program is whole.
    const perLane = Array.from({ length: Math.floor(count / atOnce) });
    return program(lanes.map((next) => perLane.map(next)));
  },
});
