import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Event, type Folded, type Projection, projectRow, type Recorded, UNFOLDED } from '@klubba/kernel';
import { type Change, documentCache, Documents } from './documents';
import { packed, type Step, transactionsOf, unpacked } from './transaction';

type Sak = { readonly text: string; readonly nr?: number; readonly antal: number };
type SakEvent = Event<'Andrad', { readonly text: string }> | Event<'Numrerad', { readonly nr: number }> | Event<'Struken', object>;
const saken: Projection<Sak, SakEvent> = {
  name: 'sak', revision: 1, category: 'sak',
  on: {
    Andrad: (sak, { data: { text } }) => ({ ...sak, text, antal: (sak?.antal ?? 0) + 1 }),
    Numrerad: (sak, { data: { nr } }) => sak && { ...sak, nr: sak.nr ?? nr },
    // What is listed stays; what is not may go, and come again.
    Struken: (sak) => (sak?.nr === undefined ? undefined : sak),
  },
  place: ({ nr }) => (nr === undefined ? undefined : { namnd: 'sn', sort: String(nr) }),
  register: { columns: { antal: 'integer', text: 'text', saknas: 'integer' }, indexes: [['antal']], row: ({ antal, text }) => ({ antal: -antal, text: text === '' ? null : text }) },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klubba-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A fact about one of a few saker, a slice sent to who writes, or that one writes what it got first. */
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ sak: fc.nat(5), what: fc.oneof(fc.record({ text: fc.constantFrom('', 'a', 'åäö', '𝄞 "citat"') }), fc.record({ nr: fc.nat(9) }), fc.constant({})) }) },
  { weight: 2, arbitrary: fc.record({ send: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.constant('write' as const) },
);

it('Dokument som en annan skriver efter hand är de som vikts, hur mycket som än är på väg och hur lite som ryms i minnet', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 80 }), fc.constantFrom(1, 10_000), (deeds, bytes) => {
    const file = join(folder, `las-${Math.random()}.db`);
    const [db, thread] = [new Database(file), new Database(file)];
    try {
      const documents = Documents.create(db, saken, documentCache(bytes));
      const carryOut = transactionsOf(thread, documents.statements);
      const folded = new Map<string, Folded<Sak>>();
      const versions = new Map<string, number>();
      const underWay: { readonly slice: readonly Change[]; readonly steps: readonly Step[] }[] = [];
      let changes: Generator<Change> | undefined;
      const send = (count: number): boolean => {
        changes ??= documents.changes();
        const slice: Change[] = [];
        for (let next; slice.length < count;) {
          next = changes.next();
          if (next.done === true) {
            changes = undefined;
            break;
          }
          slice.push(next.value);
        }
        documents.depart(slice);
        if (slice.length > 0) underWay.push({ slice, steps: unpacked(packed(documents.steps(slice), 0)) });
        return slice.length > 0;
      };
      const write = (): void => {
        const sent = underWay.shift();
        if (sent === undefined) return;
        carryOut(sent.steps);
        documents.settle(sent.slice);
      };
      let position = 0n;
      for (const one of deeds) {
        if (one === 'write') write();
        else if ('send' in one) send(one.send);
        else {
          const id = `sak-${one.sak}`;
          const version = (versions.get(id) ?? 0) + 1;
          versions.set(id, version);
          const type = 'text' in one.what ? 'Andrad' : 'nr' in one.what ? 'Numrerad' : 'Struken';
          const event = { type, data: one.what, version, position: ++position, stream: id } as unknown as Recorded<SakEvent>;
          folded.set(id, projectRow(saken as unknown as Projection<Sak, never>, folded.get(id) ?? UNFOLDED, event));
          documents.take(event, id);
        }
      }
      // What was asked for before the last facts, and then they.
      while (changes !== undefined || send(3)) send(3);
      while (underWay.length > 0) write();
      const wanted = [...folded].filter(([, { doc }]) => doc !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
      const fresh = Documents.open(new Database(file, { readonly: true }), saken, documents.generation, position, documentCache(10_000));
      expect(fresh.byId('', 100)).toEqual(wanted.map(([id, { doc, rows }]) => ({ id, doc, place: doc!.nr === undefined ? undefined : saken.place(doc!), rows })));
      for (const [id, { doc }] of folded) expect(documents.get(id)).toEqual(doc);
    } finally {
      db.close();
      thread.close();
    }
  }), { numRuns: 300 });
});
