import type { Command, Decider, Refusal } from './decider';
import { type Event, type Facts, isPlain, isToken, type Sealed } from './fact';
import type { Files } from './files';
import type { FileFacts, Upload } from './handlingar';
import { GALLRAT } from './keys';
import type { Log } from './log';
import type { PaperReader } from './paper';
import { type AnyProjection, project, type Projection } from './projection';
import type { AnyReaction } from './reaction';
import type { Upcasts } from './upcast';

const KEPT_MAX = 500;
type Kept = { readonly version: number; readonly doc: unknown };

/** What a command may look at outside its own stream before it is decided: other streams, as they stand in the log now. */
export class Surroundings {
  /** In two halves: what is not asked for while one fills is dropped with the other. */
  private young = new Map<string, Kept>();
  private old = new Map<string, Kept>();

  constructor(private readonly log: Log, private readonly files?: Pick<Files, 'upload' | 'whole'>, readonly papers?: PaperReader) {}

  /** A finished upload: what is known of the file, and who sent it. */
  async upload(id: string): Promise<Upload | undefined> {
    return this.files?.upload(id);
  }

  /** All of a file of the record, or GALLRAT. Throws BlobFault when it is not what the record says. */
  async content(blob: string, handling: string, facts: FileFacts): Promise<Uint8Array | typeof GALLRAT> {
    return this.files!.whole(blob, handling, facts);
  }

  /** What is sealed, for a program that reckons with it and shows it to no one; GALLRAT where the key is gone. */
  async open<T>(value: Sealed<T>): Promise<T | typeof GALLRAT> {
    return isPlain(value) ? value.$plain as T : await this.log.vault.open(value) as T | typeof GALLRAT;
  }

  /** The same with every sealed value opened; GALLRAT where a key below is gone. What is undefined is left out. */
  async openAll(value: unknown): Promise<unknown> {
    if (typeof value !== 'object' || value === null) return value;
    if (isToken(value) || isPlain(value)) return this.open(value);
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(await this.openAll(item));
      return items.includes(GALLRAT) ? GALLRAT : items;
    }
    const out: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) if (item !== undefined) out[key] = await this.openAll(item);
    return Object.values(out).includes(GALLRAT) ? GALLRAT : out;
  }

  /** A document folded from its stream in the log, current to the last fact. What was folded before is kept: only what is new is read. */
  async read<Doc, E extends Event>(projection: Projection<Doc, E>, id: string): Promise<Doc | undefined> {
    const key = `${projection.name} ${id}`;
    let { version, doc } = this.young.get(key) ?? this.old.get(key) ?? { version: 0, doc: undefined };
    for (const event of await this.log.read(`${projection.category}-${id}`, version)) {
      doc = project<unknown>(projection, doc, event);
      ({ version } = event);
    }
    if (version > 0) this.keep(key, { version, doc });
    return doc as Doc | undefined;
  }

  /** The same as it stood right after one of its facts; nothing where the stream has no such fact. */
  async readTo<Doc, E extends Event>(projection: Projection<Doc, E>, id: string, fact: string): Promise<Doc | undefined> {
    let doc: unknown;
    for (const event of await this.log.read(`${projection.category}-${id}`)) {
      doc = project<unknown>(projection, doc, event);
      if (event.id === fact) return doc as Doc | undefined;
    }
    return undefined;
  }

  private keep(key: string, kept: Kept): void {
    if (this.young.size >= KEPT_MAX) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, kept);
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the house holds deciders of every kind
export type AnyDecider = Decider<any, any, any, any>;

/** One stream category of the house: what decides in it, and what is read and follows from it. */
export type Noun = {
  readonly decider: AnyDecider;
  readonly upcasts?: Upcasts;
  readonly projections?: readonly AnyProjection[];
  readonly reactions?: readonly AnyReaction[];
  /** Commands that only reactions give: they have no mutation and no row in the table of roles. */
  readonly internal?: readonly string[];
  /** Completes a command with what its decision needs from other streams, so that the decider stays pure. Plain data in, plain data out. */
  readonly prepare?: (command: Command, id: string, around: Surroundings) => Promise<Command | Refusal>;
};

/** The facts of several nouns as one. Throws when two nouns use one name: projections go by the name alone. */
export const allFacts = (nouns: readonly Noun[]): Facts => {
  const all: Record<string, Facts[string]> = {};
  for (const { decider } of nouns) {
    for (const [type, declared] of Object.entries(decider.facts)) {
      if (type in all) throw new Error(`Faktat ${type} finns i två nomen.`);
      all[type] = declared;
    }
  }
  return all;
};
export const allUpcasts = (nouns: readonly Noun[]): Upcasts => Object.assign({}, ...nouns.map(({ upcasts }) => upcasts ?? {})) as Upcasts;
