/** An event as the stand-in keeps it. */
export type Kept = {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** 100 ns since 1970, as the server counts. */
  readonly created: bigint;
  readonly position: bigint;
};
export type Offered = Pick<Kept, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = 'any' | 'none' | 'exists' | bigint;
export type Answer =
  | { readonly is: 'stored'; readonly revision: bigint; readonly position: bigint }
  | { readonly is: 'conflict'; readonly current: bigint | undefined }
  | { readonly is: 'deleted' }
  | { readonly is: 'too large' };
/** `undefined` where there is no such stream. */
export type Stream = readonly Kept[] | 'deleted' | undefined;

const APPEND_BYTES_MAX = 2 ** 20;
const LAST = 2n ** 63n - 1n;
const META = '$$';

/**
 * What EventStoreDB 23.10 makes of streams and of `$all`, as it was seen to do (`stack.md`): revisions from zero, positions
 * that rise by the size of what is stored, the same ids at the same place taken as the same append, and streams that can be
 * cut, deleted and ended though `$all` holds on to their events until a scavenge.
 */
export class StandInLog {
  private readonly all: Kept[] = [];
  private readonly streams = new Map<string, Kept[]>();
  private readonly ended = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private position = 1_000n;
  /** How wrong the server's clock is. */
  skewMs = 0;

  constructor() {
    // A new server has written of its users before anyone else writes.
    this.append('$users', 'any', [offered('$User'), offered('$User')]);
    this.append('$$$settings', 'any', [offered('$metadata')]);
  }

  append(stream: string, expected: Expected, events: readonly Offered[]): Answer {
    if (this.ended.has(stream)) return { is: 'deleted' };
    const history = this.streams.get(stream) ?? [];
    const last = history.at(-1)?.revision;
    const fits = expected === 'any' || (expected === 'exists' ? last !== undefined : expected === 'none' ? last === undefined || this.isDeleted(stream) : last === expected);
    if (!fits) {
      const first = expected === 'none' ? 0n : typeof expected === 'bigint' ? expected + 1n : undefined;
      const before = first === undefined ? [] : events.map((event, i) => history.find(({ id, revision }) => id === event.id && revision === first + BigInt(i)));
      const same = before.at(-1);
      if (same !== undefined && before.every((one) => one !== undefined)) return { is: 'stored', revision: same.revision, position: same.position };
      return { is: 'conflict', current: last };
    }
    if (events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length, 0) > APPEND_BYTES_MAX) return { is: 'too large' };
    // What comes after a soft delete is kept, from its own number on.
    if (this.isDeleted(stream)) this.setMetadata(stream, { $tb: Number(last) + 1 });
    const stored = events.map((event, i) => this.keep(stream, (last ?? -1n) + BigInt(i) + 1n, event));
    const { revision, position } = stored.at(-1)!;
    for (const listener of [...this.listeners]) listener();
    return { is: 'stored', revision, position };
  }

  private keep(stream: string, revision: bigint, event: Offered): Kept {
    this.position += BigInt(100 + event.data.length + event.metadata.length + stream.length);
    const kept = { ...event, stream, revision, position: this.position, created: BigInt(Date.now() + this.skewMs) * 10_000n };
    this.all.push(kept);
    const history = this.streams.get(stream);
    if (history === undefined) this.streams.set(stream, [kept]);
    else history.push(kept);
    return kept;
  }

  /** Streams whose events most nodes do not have yet: what is appended is held against them, and who reads does not see them. */
  readonly underWay = new Set<string>();

  /** A stream as it may be read. */
  read(stream: string): Stream {
    if (this.underWay.has(stream)) return undefined;
    if (this.ended.has(stream)) return 'deleted';
    const history = this.streams.get(stream);
    if (history === undefined || this.isDeleted(stream)) return undefined;
    const { $tb = 0, $maxCount } = this.metadataOf(stream);
    const first = BigInt(Math.max($tb, $maxCount === undefined ? 0 : Number(history.at(-1)!.revision) + 1 - $maxCount));
    return first === 0n ? [...history] : history.filter(({ revision }) => revision >= first);
  }

  /** Where in everything a position is; `undefined` where no event stands. */
  indexOf(position: bigint): number | undefined {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.all[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return this.all[low]?.position === position ? low : undefined;
  }

  get everything(): readonly Kept[] {
    return this.all;
  }

  setMetadata(stream: string, metadata: { readonly $tb?: number; readonly $maxCount?: number }): void {
    this.append(META + stream, 'any', [{ ...offered('$metadata'), data: Buffer.from(JSON.stringify(metadata)) }]);
  }

  /** A delete that may be undone: the stream is cut after its last event. */
  softDelete(stream: string): void {
    this.setMetadata(stream, { $tb: Number(LAST) });
  }

  tombstone(stream: string, expected: Expected): Answer {
    if (this.ended.has(stream)) return { is: 'deleted' };
    const last = this.streams.get(stream)?.at(-1)?.revision;
    if (!(expected === 'any' || (expected === 'none' ? last === undefined : last === expected))) return { is: 'conflict', current: last };
    const { revision, position } = this.keep(stream, LAST, offered('$streamDeleted'));
    this.ended.add(stream);
    for (const listener of [...this.listeners]) listener();
    return { is: 'stored', revision, position };
  }

  /** Takes off the disk what cannot be read. */
  scavenge(): void {
    const kept = this.all.filter((one) => {
      const stream = this.read(one.stream);
      return one.type === '$streamDeleted' || (stream !== 'deleted' && (stream ?? []).includes(one));
    });
    this.all.splice(0, this.all.length, ...kept);
  }

  onAppend(told: () => void): () => void {
    this.listeners.add(told);
    return () => void this.listeners.delete(told);
  }

  private isDeleted(stream: string): boolean {
    return (this.metadataOf(stream).$tb ?? 0) >= Number(LAST);
  }

  private metadataOf(stream: string): { readonly $tb?: number; readonly $maxCount?: number } {
    const last = this.streams.get(META + stream)?.at(-1);
    return last === undefined ? {} : (JSON.parse(Buffer.from(last.data).toString('utf8')) as { $tb?: number });
  }
}

let made = 0;
const offered = (type: string): Offered => ({
  id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`, type, contentType: 'application/json', data: Buffer.from('{}'), metadata: new Uint8Array(),
});
