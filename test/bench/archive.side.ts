import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { encode, type Facts, idOf, kidsIn, type Ready, toDisk } from '@klubba/kernel';
import { Forsegling } from '../../infra/forsegling/forsegling';
import { masterKeysOf } from '../../infra/forsegling/master';
import { SqliteEventStore } from '../../infra/sqlite/sqlite-event-store';
import { SqliteKeyStore } from '../../infra/sqlite/sqlite-key-store';
import { arendeFacts } from '../../libs/arende/arende.events';
import { diarieserieFacts } from '../../libs/arende/diarieserie.events';
import { delegationsbeslutFacts } from '../../libs/delegation/delegationsbeslut.events';
import { namndFacts } from '../../libs/namnd/namnd.events';
import { personFacts } from '../../libs/namnd/person.events';
import { paragrafFacts } from '../../libs/paragraf/paragraf.events';
import { paragrafserieFacts } from '../../libs/paragraf/paragrafserie.events';
import { sammantradeFacts } from '../../libs/sammantrade/sammantrade.events';
import { tjansteskrivelseFacts } from '../../libs/tjansteskrivelse/tjansteskrivelse.events';
import type { Archive, ArchiveArgs } from './archive';
import { cycle, type Deed, Namnden } from './cycle';
import { delegated } from './delegated';
import { serve } from './side';

const FACTS: Facts = { ...arendeFacts, ...delegationsbeslutFacts, ...diarieserieFacts, ...namndFacts, ...personFacts, ...paragrafFacts, ...paragrafserieFacts, ...sammantradeFacts, ...tjansteskrivelseFacts };
const ORGAN = ['SN', 'KS', 'BUN', 'KFN', 'MBN', 'TN', 'VON', 'AMN', 'UN', 'GVN', 'ON', 'FN', 'LN', 'BN', 'NHN', 'IFN', 'KN', 'SBN', 'HN', 'RN'];
const FROM_YEAR = 2012;
/** So many facts share a flush. */
const BATCH = 2000;
const START = Date.UTC(FROM_YEAR, 0, 1);
const SPAN_MS = 12 * 365 * 24 * 3600_000;

/** One of each in turn, as a town's nämnder work side by side. */
const interleave = function* <T>(all: readonly Iterator<T>[]): Generator<T> {
  for (let going = [...all]; going.length > 0;) {
    const still: Iterator<T>[] = [];
    for (const one of going) {
      const next = one.next();
      if (next.done === true) continue;
      yield next.value;
      still.push(one);
    }
    going = still;
  }
};

/** A nämnd is set up, and its people decide. */
const decisions = function* (namnd: Namnden): Generator<Deed> {
  yield* namnd.start();
  for (let month = 0; ; month++) yield* delegated(namnd, FROM_YEAR + Math.floor(month / 12), (month % 12) + 1);
};
/** Nämnder are set up, and then meet once a month, for as long as anyone asks. */
const history = function* (namnder: readonly Namnden[], items: number, began: (meeting: string, namnd: string) => void): Generator<Deed> {
  yield* interleave(namnder.map((namnd) => namnd.start()));
  for (let month = 0; ; month++) {
    yield* interleave(namnder.map((namnd) => {
      const meeting = randomUUID();
      began(meeting, namnd.id);
      return cycle(namnd, FROM_YEAR + Math.floor(month / 12), (month % 12) + 1, items, meeting);
    }));
  }
};

/** Facts on their way in: sealed and encoded as the log does it, but for the recorded time, and sent in big batches. */
const make = async (store: SqliteEventStore, { dataDir, masterKey, facts, of }: ArchiveArgs): Promise<Archive> => {
  const keys = new SqliteKeyStore(join(dataDir, 'nycklar.sqlite'));
  const vault = new Forsegling({ keys, logg: store.logg, masters: masterKeysOf([{ version: 1, key: Buffer.from(masterKey, 'hex') }]) });
  const versions = new Map<string, number>();
  const mix: Record<string, number> = {};
  const meetings = new Map<string, { id: string; namnd: string; first: number; last: number; facts: number }>();
  let count = 0;

  const ready = ({ id, cause, command, stream, namnd, by, roll, event: { type, data } }: Deed): { readonly stream: string; readonly record: Ready } => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    mix[type] = (mix[type] ?? 0) + 1;
    const at = new Date(START + Math.floor((count++ / facts) * SPAN_MS)).toISOString();
    const sealed = toDisk(FACTS[type]!.shape, data, (plain, path) => vault.seal(plain, id, path));
    const bytes = encode({ v: 1, logg: store.logg, id, stream, version, type, schema: 1, namnd, at, by, roll, command, correlation: command, cause, data: sealed });
    const meeting = stream.startsWith('sammantrade-') ? meetings.get(idOf(stream)) : undefined;
    if (meeting !== undefined) {
      if (version === 1) meeting.first = count;
      meeting.last = count;
      meeting.facts = version;
    }
    return { stream, record: { id, version, type, at, bytes } };
  };

  const namnder = (of === 'delegationsbeslut' ? ORGAN.slice(0, 1) : ORGAN).map((organ) => new Namnden(organ));
  const deeds = of === 'delegationsbeslut' ? decisions(namnder[0]!) : history(namnder, of.items, (id, namnd) => meetings.set(id, { id, namnd, first: 0, last: 0, facts: 0 }));
  let written: Promise<unknown> = Promise.resolve();
  while (count < facts) {
    const batch: Deed[] = [];
    while (batch.length < Math.min(BATCH, facts - count)) batch.push(deeds.next().value as Deed);
    const kids = new Set<string>();
    for (const { event } of batch) kidsIn(event.data, kids);
    await vault.ready(kids);
    const records = batch.map(ready);
    // One batch is made while another is written.
    await written;
    written = Promise.all(records.map(({ stream, record }) => store.append(stream, record.version - 1, [record])));
  }
  await written;
  vault.close();
  await keys.close();
  await store.close();
  return { facts: count, meetings: [...meetings.values()].filter(({ last }) => last > 0), mix, namnder: namnder.map(({ id, ledamoter, ersattare }) => ({ id, ledamoter, ersattare })) };
};

let asked: ArchiveArgs;
let log: SqliteEventStore;
serve({
  /** The log is there, empty, for whoever will follow it. */
  start: (args: ArchiveArgs) => {
    asked = args;
    log = SqliteEventStore.open(join(args.dataDir, 'logg.sqlite'));
  },
  make: () => make(log, asked),
});
