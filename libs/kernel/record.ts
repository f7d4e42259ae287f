import { createHash } from 'node:crypto';
import { canonicalBytes } from './canonical';
import type { Ready } from './event-store';
import { type Event, type EventOf, fact, type Facts, field, withWhereabouts } from './fact';
import { schemaOf, upcast, type Upcasts } from './upcast';

/** The envelope (`posten.md` 1). Its RFC 8785 bytes are what lies on disk, for ever. */
export type Envelope = {
  readonly v: 1;
  readonly logg: string;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly namnd: string | null;
  readonly at: string;
  readonly by: string;
  readonly roll: string;
  readonly command: string;
  readonly correlation: string;
  readonly cause: string | null;
  readonly data: unknown;
};

/** A fact as it is read: the envelope, today's shape of its data, and where it stands in this copy of the log. */
export type Recorded<E extends Event = Event> = Omit<Envelope, 'type' | 'data' | 'v'> & E & { readonly position: bigint };

/** A record that cannot be read as what it says it is. Never skipped: a fold over a hole is a lie. */
export class LogFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LogFault';
  }
}

/** The envelope's keys stand in RFC 8785 order here, so that only the data may need sorting. */
export const encode = ({ at, by, cause, command, correlation, data, id, logg, namnd, roll, schema, stream, type, v, version }: Envelope): Buffer =>
  canonicalBytes({ at, by, cause, command, correlation, data, id, logg, namnd, roll, schema, stream, type, v, version } satisfies Envelope);

/** What the log says of itself: it goes on in the copy `till`, and no other one grows. Its last fact before a move, and so the same on both sides. */
const loggFacts = { LoggFlyttad: fact('FlyttaLogg', { till: field.id() }) } satisfies Facts;
export type LoggFlyttad = EventOf<typeof loggFacts>;

/** Every fact the house knows, and the steps from older shapes. Made once from the nouns. */
export class Vocabulary {
  private readonly current = new Map<string, number>();
  readonly facts: Facts;
  constructor(facts: Facts, readonly upcasts: Upcasts) {
    this.facts = { ...loggFacts, ...facts };
    for (const type of Object.keys(this.facts)) this.current.set(type, schemaOf(upcasts, type));
  }

  schema(type: string): number {
    return this.current.get(type) ?? 1;
  }

  /** Bytes to fact. Throws LogFault on an unknown type, a newer schema or broken bytes. */
  decode(bytes: Uint8Array, position: bigint): Recorded {
    const text = Buffer.isBuffer(bytes) ? bytes.toString('utf8') : Buffer.from(bytes).toString('utf8');
    let e: Envelope;
    try {
      e = JSON.parse(text) as Envelope;
      if (typeof e !== 'object' || e === null) throw new TypeError('not an envelope');
    } catch {
      throw new LogFault(`Posten vid position ${position} går inte att läsa.`);
    }
    const current = this.current.get(e.type);
    if (e.v !== 1 || current === undefined) throw new LogFault(`Posten vid position ${position} har typen ${e.type} som denna version av Klubba inte känner.`);
    if (e.schema > current) throw new LogFault(`Posten vid position ${position} (${e.type}) har form ${e.schema}; denna version av Klubba känner form ${current}.`);
    // Only records with tokens pay for the walk.
    const stored = text.includes('"$s"') ? withWhereabouts(e.data, e.id) : e.data;
    const data = e.schema === current ? stored : upcast(this.upcasts, e.type, e.schema, stored);
    return {
      logg: e.logg, id: e.id, stream: e.stream, version: e.version, type: e.type, schema: e.schema, namnd: e.namnd, at: e.at,
      by: e.by, roll: e.roll, command: e.command, correlation: e.correlation, cause: e.cause, data, position,
    };
  }
}

/** A record as it was stored, ready to be stored elsewhere: its bytes, and what they say of themselves. Throws LogFault. */
export const readyOf = (bytes: Uint8Array): Ready & { readonly stream: string } => {
  try {
    const { id, stream, version, type, at, schema, correlation, cause } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Envelope;
    if (typeof id === 'string' && typeof stream === 'string' && Number.isSafeInteger(version) && typeof type === 'string') return { id, stream, version, type, at, bytes, about: { schema, correlation, cause } };
  } catch {
    // Told below.
  }
  throw new LogFault('En post i loggen går inte att läsa.');
};

export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));
export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** SHA-256(0x00 ‖ bytes): the leaf of a record in the Merkle log (RFC 9162 2.1.1). */
export const leafOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(LEAF).update(bytes).digest();
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
const nodeOf = (left: Buffer, right: Buffer): Buffer => createHash('sha256').update(NODE).update(left).update(right).digest();

/** The Merkle tree hash of leaves added one by one, in the memory of one hash per level (RFC 9162 2.1.2). */
export class MerkleRoot {
  private readonly full: (Buffer | undefined)[] = [];
  size = 0;

  add(leaf: Buffer): void {
    this.size++;
    let hash = leaf;
    for (let level = 0; ; level++) {
      const left = this.full[level];
      if (left === undefined) {
        this.full[level] = hash;
        return;
      }
      hash = nodeOf(left, hash);
      this.full[level] = undefined;
    }
  }

  root(): Buffer {
    const root = this.full.reduce<Buffer | undefined>((right, left) => (left === undefined ? right : right === undefined ? left : nodeOf(left, right)), undefined);
    return root ?? createHash('sha256').digest();
  }
}
