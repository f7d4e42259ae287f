import { type AllStreamSubscription, type AppendResult, binaryEvent, END, EventStoreDBClient, excludeSystemEvents, LEADER, NO_STREAM } from '@eventstore/db-client';
import { StoreUnavailable } from '@klubba/kernel';
import { type Address, shown } from './address';
import { isFinal, isNobody, isNoPosition, isSilence, NoAnswer, unavailable } from './faults';
import { Gate } from './gate';
import { tlsFault } from './handshake';
import { type Question, type Read, readToEnd } from './read';

/** What is appended: an event of this server's, made of bytes. */
export type Proposed = { readonly id: string; readonly type: string; readonly bytes: Uint8Array; readonly metadata: Readonly<Record<string, unknown>> };
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
  readStream(stream: string, from: number, limit: number): Promise<readonly Read[] | undefined> {
    return this.read({ stream, from: from === 0 ? 'start' : BigInt(from), limit });
  }

  /** The last event of a stream; `undefined` where there is no such stream. */
  async readLast(stream: string): Promise<Read | undefined> {
    return (await this.read({ stream, from: 'end', limit: 1, backwards: true }))?.at(-1);
  }

  /** Everything there is from a position on, the event there included, at most `limit`. */
  async readAll(from: bigint, limit: number): Promise<readonly Read[]> {
    return (await this.read({ from: from === 0n ? 'start' : from, limit }))!;
  }

  /** The same backwards, from the end or from before a position. */
  async readBack(from: bigint | undefined, limit: number): Promise<readonly Read[]> {
    return (await this.read({ from: from ?? 'end', limit, backwards: true }))!;
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
  private read(question: Question): Promise<readonly Read[] | undefined> {
    return this.insist(() => this.call(() => readToEnd(this.client, question, this.options, this.address.deadlineMs)), this.isCluster && this.patient ? this.patienceMs : 0, (error) => isFinal(error) || isNoPosition(error));
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
