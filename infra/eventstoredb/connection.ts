import { once } from 'node:events';
import {
  type AllStreamResolvedEvent, type AllStreamSubscription, type AppendResult, BACKWARDS, binaryEvent, END, EventStoreDBClient, excludeSystemEvents, FORWARDS, LEADER, NO_STREAM, type Position,
  type ResolvedEvent, START, type StreamingRead, StreamNotFoundError,
} from '@eventstore/db-client';
import { StoreUnavailable } from '@klubba/kernel';
import { type Address, shown } from './address';
import { isFinal, isNobody, isNoPosition, isSilence, NoAnswer, unavailable } from './faults';
import { Gate } from './gate';
import { tlsFault } from './handshake';

/** What is appended: an event of this server's, made of bytes. */
export type Proposed = { readonly id: string; readonly type: string; readonly bytes: Uint8Array; readonly metadata: Readonly<Record<string, unknown>> };
/** An event as it was read, from whatever stream. */
export type Read = {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly position: bigint;
  readonly bytes: Uint8Array;
  readonly metadata: unknown;
  /** The server's own time. */
  readonly created: Date;
};

/** The server takes a hundred calls at a time on a connection, and the hundred-first makes them all wait: subscriptions need some too. */
const CALLS_MAX = 90;
/** What broke off is made again after these pauses, then every so often while patience lasts. */
const PAUSES_MS = [20, 100, 300];
const PAUSE_MAX_MS = 500;
/** Seconds: a node that does not tell who leads is passed by. */
const GOSSIP_TIMEOUT_S = 2;
/** The client's own deadline ends an append; this one ends an append that the client has lost. */
const SPARE_MS = 2_000;
const DISPOSE_MS = 2_000;

/**
 * One client, and the only way to it. Appends take the client's unary path (by credentials on each): its other path keeps
 * every append of the process in one map, so that one client's failure is another's, and knows no deadlines. Reads have a
 * limit in time and in number, and are always read to their end: one that is left takes up its place for ever.
 */
export class Connection {
  /** Without user and password. */
  readonly where: string;
  private client: EventStoreDBClient;
  private readonly gate = new Gate(CALLS_MAX);
  private readonly underWay = new Set<Promise<unknown>>();
  private closed = false;
  /** Whether a change of leader is waited for. Until the log is known, whoever opens it does the waiting. */
  patient = false;
  /** Several nodes, of which another may come to lead. */
  private readonly isCluster: boolean;
  /** Clients that have been left, while something may be under way on them. */
  private readonly left = new Set<EventStoreDBClient>();
  /** When another leader was last looked for. */
  private turned = -Infinity;

  constructor(private readonly address: Address) {
    this.where = shown(address);
    this.isCluster = address.discover || address.hosts.length > 1;
    this.client = this.newClient();
  }

  private newClient(): EventStoreDBClient {
    const { hosts, discover, tls, deadlineMs, keepAliveMs, keepAliveTimeoutMs } = this.address;
    const options = { keepAliveInterval: keepAliveMs, keepAliveTimeout: keepAliveTimeoutMs, defaultDeadline: deadlineMs, connectionName: 'klubba', throwOnAppendFailure: true, nodePreference: LEADER, gossipTimeout: GOSSIP_TIMEOUT_S } as const;
    const channel = tls === undefined ? { insecure: true } : { ...(tls.ca !== undefined && { rootCertificate: tls.ca }) };
    return discover ? new EventStoreDBClient({ ...options, discover: hosts[0]! }, channel)
      : hosts.length > 1 ? new EventStoreDBClient({ ...options, endpoints: [...hosts] }, channel)
      : new EventStoreDBClient({ ...options, endpoint: hosts[0]! }, channel);
  }

  /** How long something without an answer is worth asking again. */
  get patienceMs(): number {
    return this.address.patienceMs;
  }

  /**
   * Appends after `expected` events, and answers as the server does. Throws what the client throws; never sent again here, since
   * only the one who knows the command can judge what an answer that never came means.
   */
  append(stream: string, expected: number, events: readonly Proposed[]): Promise<AppendResult> {
    return this.call(() => limited(
      this.client.appendToStream(stream, events.map(({ id, type, bytes, metadata }) => binaryEvent({ id, type, data: bytes, metadata })), { ...this.options, expectedRevision: revisionOf(expected) }),
      this.address.deadlineMs + SPARE_MS,
    ));
  }

  /** Ends the stream for ever, whatever it holds. */
  tombstone(stream: string, expected: number): Promise<unknown> {
    return this.call(() => limited(this.client.tombstoneStream(stream, { ...this.options, expectedRevision: revisionOf(expected) }), this.address.deadlineMs + SPARE_MS));
  }

  /** A stream from a revision on, at most `limit` events; `undefined` where there is no such stream. Throws StreamDeletedError for one with a tombstone. */
  async readStream(stream: string, from: number, limit: number): Promise<readonly Read[] | undefined> {
    return this.readOrNone(() => this.client.readStream(stream, { ...this.options, fromRevision: from === 0 ? START : BigInt(from), maxCount: limit, direction: FORWARDS }));
  }

  /** The last event of a stream; `undefined` where there is no such stream. */
  async readLast(stream: string): Promise<Read | undefined> {
    return (await this.readOrNone(() => this.client.readStream(stream, { ...this.options, fromRevision: END, maxCount: 1, direction: BACKWARDS })))?.at(-1);
  }

  private async readOrNone(begin: () => StreamingRead<ResolvedEvent>): Promise<readonly Read[] | undefined> {
    try {
      return await this.read(begin);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return undefined;
      throw error;
    }
  }

  /** Everything there is from a position on, the event there included, at most `limit`. */
  readAll(from: bigint, limit: number): Promise<readonly Read[]> {
    return this.read(() => this.client.readAll({ ...this.options, fromPosition: from === 0n ? START : positionOf(from), maxCount: limit, direction: FORWARDS }));
  }

  /** The same backwards, from the end or from before a position. */
  readBack(from: bigint | undefined, limit: number): Promise<readonly Read[]> {
    return this.read(() => this.client.readAll({ ...this.options, fromPosition: from === undefined ? END : positionOf(from), maxCount: limit, direction: BACKWARDS }));
  }

  /** Whatever comes after now. Its end is the caller's to notice: it never comes back by itself. */
  subscribe(): AllStreamSubscription {
    return this.client.subscribeToAll({ fromPosition: END, filter: excludeSystemEvents(), credentials: this.address.credentials });
  }

  /** Waits for what is under way and lets the connection go. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.allSettled(this.underWay);
    await Promise.all([this.client, ...this.left].map(letGo));
    this.left.clear();
  }

  /**
   * A leader that is frozen or cut off keeps its connections, and the client stays with it until keep-alive ends: twenty
   * seconds after the others have chosen another. So a call without an answer asks the cluster anew who leads; what is under
   * way on the old connection has the time that it has.
   */
  private turnElsewhere(): void {
    const now = performance.now();
    if (!this.isCluster || this.closed || now - this.turned < this.address.deadlineMs) return;
    this.turned = now;
    const old = this.client;
    this.left.add(old);
    this.client = this.newClient();
    setTimeout(() => void (this.left.delete(old) && letGo(old)), this.address.deadlineMs + SPARE_MS).unref();
  }

  /** The leader is asked, for reads too: a follower may not have heard of what was just written. */
  private get options() {
    return { credentials: this.address.credentials, requiresLeader: true, deadline: this.address.deadlineMs };
  }

  /**
   * Again until there is an answer, or patience is up: only for what may be done twice. Throws what the client throws, at once
   * where asking again would give the same answer.
   */
  async insist<T>(work: () => Promise<T>, patienceMs = this.patient ? this.patienceMs : 0, isSettled = isFinal): Promise<T> {
    const until = performance.now() + patienceMs;
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const pause = PAUSES_MS[attempt] ?? PAUSE_MAX_MS;
        if (isSettled(error) || ((attempt >= PAUSES_MS.length || isSilence(error) || isNobody(error)) && performance.now() + pause > until)) throw error;
        await after(pause);
      }
    }
  }

  /** A cluster that changes leader is waited for; one server alone that is down says so at once. */
  private async read(begin: () => StreamingRead<Resolved>): Promise<readonly Read[]> {
    return this.insist(() => this.call(() => toEnd(begin(), this.address.deadlineMs)), this.isCluster && this.patient ? this.patienceMs : 0, (error) => isFinal(error) || isNoPosition(error));
  }

  private async call<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) throw shut();
    const made = this.gate.pass(async () => {
      // In a turn of its own. A call that begins while the client lets go of a broken connection takes hold of that one: it is
      // then never answered, and its error ends the process.
      await new Promise(setImmediate);
      return work();
    });
    this.underWay.add(made);
    try {
      return await made;
    } catch (error) {
      if (isSilence(error)) this.turnElsewhere();
      throw error;
    } finally {
      this.underWay.delete(made);
    }
  }

  /** The same error, or the one that lies behind it. */
  async behind(error: unknown): Promise<unknown> {
    return (isNobody(error) ? await tlsFault(this.address) : undefined) ?? error;
  }

  /** What the client threw, in Swedish. */
  told(error: unknown): Error {
    return unavailable(error, this.where);
  }
}

export const shut = (): StoreUnavailable => new StoreUnavailable('Loggen är stängd.');
export const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Our versions count events, the server's revisions count from zero. */
const revisionOf = (expected: number): bigint | typeof NO_STREAM => (expected === 0 ? NO_STREAM : BigInt(expected - 1));
const positionOf = (commit: bigint): Position => ({ commit, prepare: commit });

/**
 * A client may wait for streams that never end, and has no way of its own to let go of its connection. One that still looks
 * for a node has calls that wait for that too: they go out before the connection is closed, since an append that finds it
 * closed ends the process.
 */
const letGo = (client: EventStoreDBClient): Promise<void> => limited((async () => {
  const channel = await client['getChannel']();
  await new Promise(setImmediate);
  await client.dispose();
  channel.close();
})(), DISPOSE_MS).catch(() => undefined);

const limited = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new NoAnswer()), ms)));
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** All of a read, or what it failed with. Each event has its time; a read that is given up is ended at the server too. */
const toEnd = async (reading: StreamingRead<Resolved>, ms: number): Promise<readonly Read[]> => {
  const events: Resolved[] = [];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new NoAnswer()), ms)));
  reading.on('data', (one: Resolved) => {
    timer?.refresh();
    events.push(one);
  });
  // It may have more than one thing to say of how it broke.
  reading.on('error', () => undefined);
  const ended = once(reading, 'end');
  ended.catch(() => undefined);
  try {
    await Promise.race([ended, late]);
  } catch (error) {
    void reading.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return events.flatMap(readOf);
};

const readOf = ({ event }: Resolved): readonly Read[] => {
  if (event === undefined) return [];
  if (event.position === undefined) throw new StoreUnavailable('EventStoreDB är för gammal: den säger inte var händelserna står. Version 22.10 eller senare behövs.');
  const { streamId, revision, type, position, data, metadata, created } = event;
  return [{ stream: streamId, revision: Number(revision), type, position: position.commit, bytes: data as Uint8Array, metadata, created }];
};
