import type Database from 'better-sqlite3';
import { type Appended, type Ready, VersionConflict } from '@klubba/kernel';
import type { Db } from './open';
import type { Step } from './transaction';

type Head = { readonly id: number; version: number };
type Numbers = { position: number; stream: number; type: number };

const HEADS_MAX = 10_000;
const [EVENT, STREAM, TYPE] = [0, 1, 2] as const;

/** Where the log and its streams stand, with what is being written: what an append comes to is known before the file has it. */
export class Heads {
  /** What its steps are carried out by. */
  static readonly STATEMENTS = ['INSERT INTO event (position, stream, version, type, record) VALUES (?, ?, ?, ?, ?)', 'INSERT INTO stream (id, name) VALUES (?, ?)', 'INSERT INTO type (id, name) VALUES (?, ?)'];

  private readonly latest: Database.Statement<[], Numbers>;
  private readonly findHead: Database.Statement<[string], Head>;
  private readonly findType: Database.Statement<[string], number>;

  /** By name. Two generations: what is not asked for while one fills is dropped with the other. */
  private young = new Map<string, Head>();
  private older = new Map<string, Head>();
  /** Where other streams were seen to end, of those that were read: nowhere, most often. */
  private readonly ends = new Map<string, number>();
  private readonly types = new Map<string, number>();
  /** The latest of each. */
  private numbers: Numbers;

  constructor(db: Db) {
    this.latest = db.prepare('SELECT (SELECT coalesce(max(position), 0) FROM event) AS position, (SELECT coalesce(max(id), 0) FROM stream) AS stream, (SELECT coalesce(max(id), 0) FROM type) AS type');
    this.findHead = db.prepare('SELECT id, (SELECT coalesce(max(version), 0) FROM event WHERE stream = stream.id) AS version FROM stream WHERE name = ?');
    this.findType = db.prepare<[string], number>('SELECT id FROM type WHERE name = ?').pluck();
    this.numbers = this.latest.get()!;
  }

  get position(): bigint {
    return BigInt(this.numbers.position);
  }

  /** Whether the stream is known to have nothing after a version. */
  endsAt(stream: string, version: number): boolean {
    const end = (this.young.get(stream) ?? this.older.get(stream))?.version ?? this.ends.get(stream);
    return end !== undefined && end <= version;
  }

  /** Many look again and again at what few write: a meeting's signatures, a nämnd, its members. What is being written is in `young` already. */
  noteEnd(stream: string, version: number): void {
    if (this.young.has(stream) || this.older.has(stream)) return;
    if (this.ends.size >= HEADS_MAX) this.ends.clear();
    this.ends.set(stream, version);
  }

  /** Where an append ends, with the steps of it, which are to be carried out in the order they were asked for. A conflict has none. */
  plan(stream: string, expected: number, records: readonly Ready[], steps: Step[]): Appended | VersionConflict {
    let head = this.head(stream);
    if ((head?.version ?? 0) !== expected) return new VersionConflict(stream, expected, head?.version ?? 0);
    this.ends.delete(stream);
    if (head === undefined) {
      this.young.set(stream, (head = { id: ++this.numbers.stream, version: 0 }));
      steps.push({ statement: STREAM, values: [head.id, stream], bytes: null });
    }
    for (const { version, type, bytes } of records) {
      const typeId = this.types.get(type) ?? this.typeId(type, steps);
      steps.push({ statement: EVENT, values: [++this.numbers.position, head.id, version, typeId], bytes });
    }
    head.version += records.length;
    return { version: head.version, position: this.position };
  }

  private head(stream: string): Head | undefined {
    const at = this.young.get(stream);
    if (at !== undefined) return at;
    // One that was seen to end nowhere is not there.
    const head = this.older.get(stream) ?? (this.ends.get(stream) === 0 ? undefined : this.findHead.get(stream));
    if (head === undefined) return undefined;
    if (this.young.size >= HEADS_MAX) {
      this.older = this.young;
      this.young = new Map();
    }
    this.young.set(stream, head);
    return head;
  }

  private typeId(type: string, steps: Step[]): number {
    const there = this.findType.get(type);
    const id = there ?? ++this.numbers.type;
    if (there === undefined) steps.push({ statement: TYPE, values: [id, type], bytes: null });
    this.types.set(type, id);
    return id;
  }

  /** Back to what the file says: what was planned did not happen. */
  lookAgain(): void {
    this.young.clear();
    this.older.clear();
    this.ends.clear();
    this.types.clear();
    this.numbers = this.latest.get()!;
  }
}
