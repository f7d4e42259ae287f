import { convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client';
import { Empty, StreamIdentifier } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { StoreUnavailable } from '@klubba/kernel';
import { NoAnswer } from './faults';

/** An event as it was read, from whatever stream. What few ask for is not taken out of its bytes before it is. */
export class Read {
  stream = '';
  revision = 0;
  type = '';
  position = 0n;
  bytes: Buffer = NOTHING;
  /** Its metadata, as bytes. */
  about: Buffer = NOTHING;
  isJson = false;
  private ticks = '0';

  get metadata(): unknown {
    return parsed(this.about);
  }
  /** The server's own time. */
  get created(): Date {
    return new Date(Number(BigInt(this.ticks) / TICKS_PER_MS));
  }

  /** What the server says of the event in words of its own. */
  say(name: string, value: string): void {
    if (name === 'type') this.type = value;
    else if (name === 'content-type') this.isJson = value === 'application/json';
    else if (name === 'created') this.ticks = value;
  }
}
const NOTHING = Buffer.alloc(0);
const TICKS_PER_MS = 10_000n;

const stubOf = (client: EventStoreDBClient): Promise<StreamsClient> => (client['getGRPCClient'] as (kind: typeof StreamsClient, name: string) => Promise<StreamsClient>)(StreamsClient, 'read');

/** What lies in the bytes as JSON; nothing of it where they are no JSON. */
export const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return {};
  }
};

export type Question = {
  /** Without one: of all streams. */
  readonly stream?: string;
  /** A revision, or a position; the event there comes along forwards, not backwards. */
  readonly from: bigint | 'start' | 'end';
  readonly limit: number;
  readonly backwards?: true;
};

/**
 * All events that the server has to give, or none where there is no such stream. Read by the client's own stub, but not
 * through its objects: it makes some thirty of each event, and a node that builds its read models has better to do. Each answer has
 * its time; a read that is given up is ended at the server too, since one that is left takes up its place for ever.
 */
export const readToEnd = (client: EventStoreDBClient, question: Question, options: Parameters<EventStoreDBClient['callArguments']>[0], ms: number): Promise<readonly Read[] | undefined> =>
  new Promise((resolve, reject) => {
    const found: Read[] = [];
    let [isMissing, isOver] = [false, false];
    let cancel = (): void => undefined;
    const end = (error?: unknown): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      if (error === undefined) resolve(isMissing ? undefined : found);
      else reject(error as Error);
    };
    const late = setTimeout(() => {
      end(new NoAnswer());
      cancel();
    }, ms);
    const ask = async (): Promise<void> => {
      const streams = await stubOf(client);
      if (isOver) return;
      const { path, requestSerialize } = StreamsService.read;
      const call = streams.makeServerStreamRequest(path, requestSerialize, answerOf, requestOf(question), ...client['callArguments'](options, { deadline: Infinity }));
      // In a turn of its own: a call that is ended where it stands may end the process (grpc-node 1652).
      cancel = () => void setImmediate(() => call.cancel());
      call.on('data', (answer: Answer) => {
        late.refresh();
        if (answer instanceof Read) found.push(answer);
        else if (answer === MISSING) isMissing = true;
      });
      call.on('error', (error: Parameters<typeof convertToCommandError>[0]) => {
        // What we have ended ourselves says nothing of the connection.
        if (!isOver) void client['handleError'](streams, error);
        end(convertToCommandError(error));
      });
      call.on('end', () => end());
    };
    ask().catch(end);
  });

const requestOf = ({ stream, from, limit, backwards }: Question): ReadReq => {
  const options = new ReadReq.Options().setResolveLinks(false).setCount(String(limit)).setNoFilter(new Empty()).setReadDirection(backwards ? 1 : 0)
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
  if (stream === undefined) {
    const all = new ReadReq.Options.AllOptions();
    if (from === 'start') all.setStart(new Empty());
    else if (from === 'end') all.setEnd(new Empty());
    else all.setPosition(new ReadReq.Options.Position().setCommitPosition(String(from)).setPreparePosition(String(from)));
    return new ReadReq().setOptions(options.setAll(all));
  }
  const one = new ReadReq.Options.StreamOptions().setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64')));
  if (from === 'start') one.setStart(new Empty());
  else if (from === 'end') one.setEnd(new Empty());
  else one.setRevision(String(from));
  return new ReadReq().setOptions(options.setStream(one));
};

/** There is no such stream; and what says nothing of events. */
const MISSING = { is: 'missing' } as const;
const OTHER = { is: 'other' } as const;
type Answer = Read | typeof MISSING | typeof OTHER;

/** `ReadResp` (streams.proto): event = 1, stream_not_found = 4. */
const answerOf = (bytes: Buffer): Answer => {
  const message = new Wire(bytes, 0, bytes.length);
  while (message.next()) {
    if (message.field === 4) return MISSING;
    if (message.field === 1) return eventOf(message.inner());
  }
  return OTHER;
};

/** `ReadEvent`: event = 1; its `RecordedEvent`: stream_identifier = 2, stream_revision = 3, commit_position = 5, metadata = 6, custom_metadata = 7, data = 8. */
const eventOf = (resolved: Wire): Answer => {
  while (resolved.next()) {
    if (resolved.field !== 1) continue;
    const event = resolved.inner();
    const read = new Read();
    let position: number | undefined;
    while (event.next()) {
      if (event.field === 2) read.stream = textOf(event.inner(), 3);
      else if (event.field === 3) read.revision = event.number;
      else if (event.field === 5) position = event.number;
      else if (event.field === 6) word(read, event.inner());
      else if (event.field === 7) read.about = event.bytes();
      else if (event.field === 8) read.bytes = event.bytes();
    }
    if (position === undefined) throw new StoreUnavailable('EventStoreDB är för gammal: den säger inte var händelserna står. Version 22.10 eller senare behövs.');
    read.position = BigInt(position);
    return read;
  }
  return OTHER;
};

const textOf = (message: Wire, field: number): string => {
  while (message.next()) if (message.field === field) return message.text();
  return '';
};

/** An entry of a map: key = 1, value = 2. */
const word = (read: Read, entry: Wire): void => {
  let name = '';
  while (entry.next()) {
    if (entry.field === 1) name = entry.text();
    else if (entry.field === 2) read.say(name, entry.text());
  }
};

/** Protocol Buffers as they lie: one field after the other, each a number or a run of bytes. */
class Wire {
  field = 0;
  /** The value of a field that is a number. Positions are byte offsets, so far below 2^53. */
  number = 0;
  private from = 0;

  constructor(private readonly buffer: Buffer, private at: number, private readonly end: number) {}

  next(): boolean {
    if (this.at >= this.end) return false;
    const key = this.varint();
    this.field = Math.floor(key / 8);
    const kind = key % 8;
    if (kind === 0) this.number = this.varint();
    else if (kind === 2) {
      const length = this.varint();
      this.from = this.at;
      this.at += length;
    } else if (kind === 1 || kind === 5) this.at += kind === 1 ? 8 : 4;
    else throw new RangeError(`field ${this.field} has kind ${kind}`);
    if (this.at > this.end) throw new RangeError(`field ${this.field} ends after its message`);
    return true;
  }

  bytes(): Buffer {
    return this.buffer.subarray(this.from, this.at);
  }
  text(): string {
    return this.buffer.toString('utf8', this.from, this.at);
  }
  inner(): Wire {
    return new Wire(this.buffer, this.from, this.at);
  }

  private varint(): number {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = this.buffer[this.at++]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }
}
