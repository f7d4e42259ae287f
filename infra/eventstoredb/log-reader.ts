import { StreamDeletedError } from '@eventstore/db-client';
import type { Stored } from '@klubba/kernel';
import type { Connection } from './connection';
import { brokenStream, isNoPosition } from './faults';
import type { Identity } from './identity';
import { parsed, type Read } from './read';

const PAGE = 1000;
/** So many are asked for even when few are wanted: other events lie between ours. */
const PAGE_MIN = 64;
const STREAM_PAGE = 500;
const FIRST_LOOK_BACK = 8;

/** The log read out of the cluster's streams and of `$all`, where other events lie between ours. Throws what the connection throws, and LogFault. */
export class LogReader {
  /** Nothing of ours lies after the one and up to the other. */
  private quiet: { readonly after: bigint; readonly to: bigint };
  /** How the metadata of our own begins, as it is written: told by its bytes it need not be read. */
  private readonly mark: Buffer;

  constructor(private readonly connection: Connection, private readonly known: Identity, private readonly prefix: string) {
    this.quiet = { after: 0n, to: known.begins };
    this.mark = Buffer.from(JSON.stringify({ logg: known.logg }).slice(0, -1));
  }

  /** One stream after a version, to its end. */
  async stream(stream: string, after: number): Promise<readonly Stored[]> {
    const records: Stored[] = [];
    for (;;) {
      const from = after + records.length;
      const page = await this.pageOf(stream, from);
      for (const one of page) {
        if (one.revision !== after + records.length || !this.isOurs(one)) throw brokenStream(stream, `version ${after + records.length + 1} saknas eller är någon annans`);
        records.push(stored(one));
      }
      if (page.length < STREAM_PAGE) return records;
    }
  }

  private async pageOf(stream: string, from: number): Promise<readonly Read[]> {
    let page: readonly Read[] | undefined;
    try {
      page = await this.connection.readStream(this.prefix + stream, from, STREAM_PAGE);
    } catch (error) {
      if (error instanceof StreamDeletedError) throw brokenStream(stream, 'den är borttagen för alltid');
      throw error;
    }
    // A deleted stream looks like one that nobody has written to, and would go on at its old number.
    if ((page === undefined || (page.length === 0 && from === 0)) && (await this.isCut(stream))) throw brokenStream(stream, 'den är borttagen eller avkortad');
    return page ?? [];
  }

  /** Whether somebody has set how much of the stream is kept. */
  private async isCut(stream: string): Promise<boolean> {
    const last = await this.connection.readLast(`$$${this.prefix}${stream}`);
    const about = last === undefined ? undefined : parsed(last.bytes);
    return typeof about === 'object' && about !== null && ['$tb', '$maxCount', '$maxAge'].some((key) => key in about);
  }

  async all(after: bigint, limit: number): Promise<readonly Stored[]> {
    const found: Read[] = [];
    const versions = new Map<string, number>();
    let from = after < this.known.begins ? this.known.begins : after;
    const { quiet } = this;
    if (quiet.after <= after && after <= quiet.to) from = quiet.to;
    for (let others = 0; ;) {
      // Where much of others' lies, larger steps.
      const size = Math.min(PAGE, Math.max(PAGE_MIN, limit - found.length + 1, others));
      const page = await this.pageAfter(from, size);
      for (const one of page) {
        if (one.position <= after || one.position <= (found.at(-1)?.position ?? 0n) || !this.isOurs(one)) continue;
        const before = versions.get(one.stream);
        if (before !== undefined && one.revision !== before + 1) throw brokenStream(one.stream, `version ${before + 2} saknas`);
        versions.set(one.stream, one.revision);
        found.push(one);
      }
      if (found.length >= limit) return found.slice(0, limit).map(stored);
      const last = page.at(-1)?.position ?? from;
      if (page.length < size) {
        this.noteQuiet(after, found.at(-1)?.position, last);
        return found.map(stored);
      }
      from = last;
      others = found.length === 0 ? PAGE : 0;
    }
  }

  /** The event at the position comes along. A position where no event stands is one all the same: of another event, or told as "just before". */
  private async pageAfter(position: bigint, size: number): Promise<readonly Read[]> {
    try {
      return await this.connection.readAll(position, size);
    } catch (error) {
      if (!isNoPosition(error)) throw error;
    }
    let from: bigint | undefined;
    for (;;) {
      const back = await this.connection.readBack(from, PAGE);
      const at = back.find((one) => one.position <= position);
      if (at !== undefined) return this.connection.readAll(at.position, size);
      if (back.length < PAGE) return this.connection.readAll(0n, size);
      from = back.at(-1)!.position;
    }
  }

  async back(before: bigint | undefined, limit: number): Promise<readonly Stored[]> {
    if (before !== undefined && before <= this.known.begins) return [];
    const found: Read[] = [];
    let from = before;
    for (let others = 0; ;) {
      const size = Math.min(PAGE, Math.max(PAGE_MIN, limit - found.length, others));
      const page = await this.pageBefore(from, size);
      found.push(...page.filter((one) => (before === undefined || one.position < before) && this.isOurs(one)));
      const last = page.at(-1)?.position ?? 0n;
      if (found.length >= limit || page.length < size || last <= this.known.begins) return found.slice(0, limit).map(stored);
      from = last;
      others = found.length === 0 ? PAGE : 0;
    }
  }

  /** A position where no event stands is mostly the one just after an event's: "up to and with". */
  private async pageBefore(position: bigint | undefined, size: number): Promise<readonly Read[]> {
    try {
      return await this.connection.readBack(position, size);
    } catch (error) {
      if (position === undefined || !isNoPosition(error)) throw error;
      const at = await this.eventAt(position - 1n);
      if (at !== undefined) return [at, ...(await this.connection.readBack(at.position, size - 1))];
      for (let above: bigint | undefined; ;) {
        const back = await this.connection.readBack(above, PAGE);
        const first = back.findIndex((one) => one.position < position);
        if (first > 0) above = back[first - 1]!.position;
        if (first !== -1 || back.length < PAGE) return this.connection.readBack(above, size);
        above = back.at(-1)!.position;
      }
    }
  }

  private async eventAt(position: bigint): Promise<Read | undefined> {
    try {
      return (await this.connection.readAll(position, 1))[0];
    } catch (error) {
      if (isNoPosition(error)) return undefined;
      throw error;
    }
  }

  /** The end has been looked at: whoever asks from there again need not read what others have written since. */
  private noteQuiet(after: bigint, own: bigint | undefined, to: bigint): void {
    const { quiet } = this;
    if (own !== undefined) this.quiet = own > quiet.after ? { after: own, to } : quiet;
    else if (quiet.after <= after && after <= quiet.to && to > quiet.to) this.quiet = { after: quiet.after, to };
  }

  async tip(): Promise<bigint> {
    let from: bigint | undefined;
    let end: bigint | undefined;
    for (let size = FIRST_LOOK_BACK; ; size = Math.min(size * 8, PAGE)) {
      const { quiet } = this;
      const page = await this.connection.readBack(from, size);
      end ??= page[0]?.position ?? 0n;
      const own = page.find((one) => this.isOurs(one));
      if (own !== undefined) {
        if (own.position > quiet.after) this.quiet = { after: own.position, to: end };
        return own.position;
      }
      from = page.at(-1)?.position;
      if (from === undefined || from <= quiet.to || page.length < size) return quiet.after;
    }
  }

  async last(): Promise<Stored | undefined> {
    const tip = await this.tip();
    if (tip === 0n) return undefined;
    const [own] = await this.connection.readAll(tip, 1);
    return own === undefined ? undefined : stored(own);
  }

  /** What was just written here is the last of ours so far. */
  noteOwn(position: bigint): void {
    if (position > this.quiet.to) this.quiet = { after: position, to: position };
  }

  /** Of this log by its id, and by its name: another copy of the same log may lie beside it. */
  private isOurs(one: Read): boolean {
    return isNamed(one.stream, this.prefix) && !one.isJson && (isAt(one.about, this.mark) || (one.metadata as { readonly logg?: unknown } | null)?.logg === this.known.logg);
  }
}

const isAt = (bytes: Buffer, beginning: Buffer): boolean => bytes.length > beginning.length && bytes.compare(beginning, 0, beginning.length, 0, beginning.length) === 0;
/** No stream of a log has a dot in its own name, so one with a dot is another log's, under the name before it. */
const isNamed = (stream: string, prefix: string): boolean => stream.startsWith(prefix) && !stream.includes('.', prefix.length);

const stored = ({ position, bytes }: Read): Stored => ({ position, bytes });
