import type { Appended, Ready } from './event-store';
import type { Recorded } from './record';

/** A record that was appended here, where it stands, and the fact it is once someone has asked for it. */
export type Kept = { readonly stream: string; readonly version: number; readonly position: bigint; readonly bytes: Uint8Array; fact: Recorded | undefined };

/** So many are kept, and so many bytes; then half are dropped. Few: those who follow the log come a moment after it has grown. */
const RECORDS_MAX = 512;
const BYTES_MAX = 8 * 2 ** 20;

/**
 * The log's latest records, as they were sent to the store that answered for them: what follows on an append need not fetch
 * them from there again. Without a hole in their positions, so that nothing lies between two of them.
 */
export class Recent {
  private kept: Kept[] = [];
  private bytes = 0;
  private readonly byStream = new Map<string, Kept[]>();

  /** Only an append of one record says where each of its records stands. */
  add(stream: string, records: readonly Ready[], { position, version }: Appended): void {
    const last = this.kept.at(-1);
    if (last !== undefined && (records.length > 1 || last.position + 1n !== position)) this.clear();
    if (records.length > 1) return;
    const one: Kept = { stream, version, position, bytes: records[0]!.bytes, fact: undefined };
    this.kept.push(one);
    this.bytes += one.bytes.length;
    const history = this.byStream.get(stream);
    if (history === undefined) this.byStream.set(stream, [one]);
    else history.push(one);
    if (this.kept.length > RECORDS_MAX || this.bytes > BYTES_MAX) this.drop(Math.ceil(this.kept.length / 2));
  }

  /** Those of a stream that follow on a version without a gap. */
  ofStream(stream: string, after: number): readonly Kept[] {
    const history = this.byStream.get(stream);
    const start = history === undefined ? 0 : after + 1 - history[0]!.version;
    return history === undefined || start < 0 ? [] : history.slice(start);
  }

  /** Those that follow on a position without a gap, at most `limit`. */
  after(position: bigint, limit: number): readonly Kept[] {
    const first = this.kept[0]?.position;
    if (first === undefined || position + 1n < first) return [];
    const start = Number(position + 1n - first);
    return this.kept.slice(start, start + limit);
  }

  /** The oldest: the first of all are the first of their streams too. */
  private drop(count: number): void {
    for (const { stream, bytes } of this.kept.splice(0, count)) {
      this.bytes -= bytes.length;
      const history = this.byStream.get(stream)!;
      if (history.length === 1) this.byStream.delete(stream);
      else history.shift();
    }
  }

  private clear(): void {
    this.kept = [];
    this.bytes = 0;
    this.byStream.clear();
  }
}
