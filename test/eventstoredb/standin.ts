import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials, type ServerUnaryCall, type ServerWritableStream, type ServerReadableStream, type sendUnaryData } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { type IStreamsServer, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { type AppendReq, type AppendResp, DeleteResp, ReadReq, ReadResp, type TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb';
import { Proxy } from './proxy';
import { type Answer, type Expected, type Kept, type Offered, StandInLog } from './standin-log';
import { conflictOf, denied, eventOf, expectedOf, type Failure, gone, internal, nameOf, noLeader, noPosition, notFound, notLeader, notReady, offeredOf, streamDeleted, successOf, timedOut, tooLarge, tooSlow, wrongVersion } from './wire';

/** What becomes of an append: it is answered, or is stored or not and then ends in one of the ways that say nothing of it. */
export type Fate = 'answered' | `${'unstored' | 'stored' | 'stored later'}, ${'unavailable' | 'internal' | 'cut' | 'silent' | 'timed out'}`;
export type StandInOptions = {
  /** 1 or 3. */
  readonly nodes?: number;
  readonly tls?: { readonly key: Buffer; readonly certificate: Buffer };
  /** Whom the server lets in; without it, anyone. */
  readonly user?: { readonly name: string; readonly password: string };
};

/** The server answers so many calls of a connection at a time. */
const CALLS_MAX = 100;
/** And holds so many events for a subscription that does not keep up. */
const BUFFER = 32;

const supported = (): SupportedMethods => new SupportedMethods().setEventStoreServerVersion('23.10.0').setMethodsList(
  ['append', 'batchappend', 'read', 'delete', 'tombstone'].map((method) => new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(method)),
);

/** One server of the cluster, at a port of its own behind a wire that can be cut. */
class Node {
  readonly server: Server;
  proxy!: Proxy;
  ready = true;
  /** It has lost sight of the others, and knows of nobody who leads. */
  leaderless = false;
  private readonly subscriptions = new Set<ServerWritableStream<ReadReq, ReadResp>>();

  constructor(private readonly cluster: StandIn, private readonly options: StandInOptions) {
    this.server = new Server({ 'grpc.max_concurrent_streams': CALLS_MAX, 'grpc.max_receive_message_length': 17 * 2 ** 20 });
    const streams: IStreamsServer = {
      append: (call, answer) => this.append(call, answer),
      read: (call) => this.read(call),
      tombstone: (call, answer) => this.tombstone(call, answer),
      delete: (call, answer) => {
        this.cluster.log.softDelete(nameOf(call.request.getOptions()!.getStreamIdentifier()));
        answer(null, new DeleteResp());
      },
      batchAppend: (call) => {
        this.cluster.batchAppends++;
        call.emit('error', internal());
      },
    };
    this.server.addService(StreamsService, streams);
    // As a real one does, it offers the other way of appending too.
    this.server.addService(ServerFeaturesService, { getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => answer(null, supported()) });
    this.server.addService(GossipService, { read: (_: unknown, answer: sendUnaryData<ClusterInfo>) => answer(null, this.cluster.gossip()) });
  }

  async start(): Promise<void> {
    const { tls } = this.options;
    const credentials = tls === undefined ? ServerCredentials.createInsecure() : ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }]);
    const port = await new Promise<number>((resolve, reject) => this.server.bindAsync('127.0.0.1:0', credentials, (error, bound) => (error === null ? resolve(bound) : reject(error))));
    this.proxy = await Proxy.to(port);
  }

  async stop(): Promise<void> {
    await this.proxy.down();
    this.server.forceShutdown();
  }

  /** Why the server will not do what a call asks; nothing where it will. */
  private refusal(call: { readonly metadata: { get(key: string): readonly (string | Buffer)[] } }): Failure | undefined {
    const { user } = this.options;
    const [sent] = call.metadata.get('authorization');
    if (user !== undefined && sent !== `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`) return denied();
    if (!this.ready) return notReady();
    const { leader } = this.cluster;
    const leaderAsked = call.metadata.get('requires-leader')[0] === 'true';
    if (leaderAsked && this.leaderless) return noLeader();
    if (leaderAsked && leader !== this) return notLeader('127.0.0.1', leader.proxy.port);
    return undefined;
  }

  private append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    let options: AppendReq.Options | undefined;
    const offered: Offered[] = [];
    call.on('data', (message: AppendReq) => {
      if (message.hasOptions()) options = message.getOptions();
      else offered.push(offeredOf(message.getProposedMessage()!));
    });
    call.on('error', () => undefined);
    // A call that was cut off ends too, with what had come: of an append, all counts or nothing.
    call.on('end', () => setImmediate(() => call.cancelled || void this.settle(call, nameOf(options!.getStreamIdentifier()), expectedOf(options!), offered, answer)));
  }

  private async settle(call: ServerReadableStream<AppendReq, AppendResp>, stream: string, expected: Expected, offered: readonly Offered[], answer: sendUnaryData<AppendResp>): Promise<void> {
    const refused = this.refusal(call);
    if (refused !== undefined) return answer(refused);
    this.cluster.appends.push({ stream, expected, ids: offered.map(({ id }) => id), connection: call.metadata.get('connection-name')[0] as string });
    const fate = this.cluster.fate(stream);
    const store = (): Answer => this.cluster.log.append(stream, expected, offered);
    if (this.cluster.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.cluster.delayMs));
    if (fate === 'answered') {
      const outcome = store();
      if (outcome.is === 'stored') answer(null, successOf(outcome.revision, outcome.position));
      else if (outcome.is === 'conflict') answer(null, conflictOf(expected, outcome.current));
      else answer(outcome.is === 'deleted' ? streamDeleted(stream) : tooLarge());
      return;
    }
    const [what, how] = fate.split(', ');
    if (what === 'stored') store();
    if (what === 'stored later') setTimeout(store, 15);
    if (how === 'unavailable') answer(gone());
    if (how === 'internal') answer(internal());
    if (how === 'timed out') answer(timedOut());
    if (how === 'cut') this.proxy.cut();
  }

  private tombstone(call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>): void {
    const refused = this.refusal(call);
    if (refused !== undefined) return answer(refused);
    const options = call.request.getOptions()!;
    const [stream, expected] = [nameOf(options.getStreamIdentifier()), expectedOf(options)];
    const outcome = this.cluster.log.tombstone(stream, expected);
    if (outcome.is === 'stored') answer(null, new TombstoneResp());
    else answer(outcome.is === 'conflict' ? wrongVersion(stream, expected, outcome.current) : streamDeleted(stream));
  }

  private read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    const fail = (failure: Failure): void => void call.emit('error', failure);
    const refused = this.refusal(call);
    if (refused !== undefined) return fail(refused);
    const options = call.request.getOptions()!;
    if (options.hasSubscription()) return this.subscribe(call, options);
    const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
    const found = options.hasStream() ? this.ofStream(options, backwards) : this.ofAll(options, backwards);
    if (!Array.isArray(found)) return fail(found as Failure);
    for (const message of found.slice(0, Number(options.getCount()))) call.write(message as ReadResp);
    call.end();
  }

  private ofStream(options: ReadReq.Options, backwards: boolean): ReadResp[] | Failure {
    const asked = options.getStream()!;
    const stream = nameOf(asked.getStreamIdentifier());
    const events = this.cluster.log.read(stream);
    if (events === undefined) return [notFound(stream)];
    if (events === 'deleted') return streamDeleted(stream);
    if (backwards) return (asked.hasEnd() ? events : events.filter(({ revision }) => revision <= BigInt(asked.getRevision()))).map(eventOf).reverse();
    return (asked.hasStart() ? events : events.filter(({ revision }) => revision >= BigInt(asked.getRevision()))).map(eventOf);
  }

  private ofAll(options: ReadReq.Options, backwards: boolean): ReadResp[] | Failure {
    const asked = options.getAll()!;
    const { log } = this.cluster;
    const limit = Number(options.getCount());
    if (asked.hasStart()) return backwards ? [] : log.everything.slice(0, limit).map(eventOf);
    if (asked.hasEnd()) return backwards ? log.everything.slice(-limit).map(eventOf).reverse() : [];
    const position = BigInt(asked.getPosition()!.getCommitPosition());
    const at = log.indexOf(position);
    if (at === undefined) return noPosition();
    return backwards ? log.everything.slice(Math.max(0, at - limit), at).map(eventOf).reverse() : log.everything.slice(at, at + limit).map(eventOf);
  }

  /** From the end on, as Klubba asks. An end that is not told is what a real one has too. */
  private subscribe(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options): void {
    const regex = new RegExp(options.getFilter()?.getEventType()?.getRegex() ?? '');
    let seen = this.cluster.log.everything.length;
    let held = 0;
    call.write(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())));
    const stop = this.cluster.log.onAppend(() => {
      const news = this.cluster.log.everything.slice(seen).filter(({ type }: Kept) => regex.test(type));
      seen = this.cluster.log.everything.length;
      for (const one of news) {
        if (held >= BUFFER) {
          stop();
          call.emit('error', tooSlow());
          return;
        }
        held++;
        call.write(eventOf(one), () => held--);
      }
    });
    this.subscriptions.add(call);
    for (const sign of ['cancelled', 'close', 'error', 'finish']) {
      call.on(sign, () => {
        stop();
        this.subscriptions.delete(call);
      });
    }
  }

  get subscribed(): number {
    return this.subscriptions.size;
  }

  dropSubscriptions(why: Failure | undefined): void {
    for (const call of [...this.subscriptions]) {
      if (why === undefined) call.end();
      else call.emit('error', why);
    }
  }

  member(): MemberInfo {
    const { LEADER, FOLLOWER } = MemberInfo.VNodeState;
    const end = new EndPoint().setAddress('127.0.0.1').setPort(this.proxy.port);
    return new MemberInfo().setInstanceId(new UUID().setString(randomUUID())).setTimeStamp(String(Date.now())).setState(this.cluster.leader === this ? LEADER : FOLLOWER).setIsAlive(this.ready).setHttpEndPoint(end);
  }
}

/**
 * A stand-in for EventStoreDB in the tests' own process: the client's own stubs over a log in memory, with what a real 23.10
 * server was seen to do. Followers answer as a follower does that has heard everything.
 */
export class StandIn {
  readonly log = new StandInLog();
  readonly nodes: readonly Node[];
  leader: Node;
  /** What becomes of the next append to a stream. */
  fate: (stream: string) => Fate = () => 'answered';
  delayMs = 0;
  /** Every append that came, in order, and how many came by the path that must not be used. */
  readonly appends: { readonly stream: string; readonly expected: Expected; readonly ids: readonly string[]; readonly connection: string }[] = [];
  batchAppends = 0;

  private constructor(private readonly options: StandInOptions) {
    this.nodes = Array.from({ length: options.nodes ?? 1 }, () => new Node(this, options));
    this.leader = this.nodes[0]!;
  }

  static async start(options: StandInOptions = {}): Promise<StandIn> {
    const standIn = new StandIn(options);
    for (const node of standIn.nodes) await node.start();
    return standIn;
  }

  get proxy(): Proxy {
    return this.leader.proxy;
  }

  /** As it is written in EVENT_STORE. */
  url(more = ''): string {
    const { tls, user } = this.options;
    const who = user === undefined ? '' : `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@`;
    return `esdb://${who}${this.nodes.map(({ proxy }) => `127.0.0.1:${proxy.port}`).join(',')}?tls=${tls !== undefined}${more}`;
  }

  gossip(): ClusterInfo {
    return new ClusterInfo().setMembersList(this.nodes.map((node) => node.member()));
  }

  /** These fates for the next appends to streams of the log, then answers as before. */
  script(...fates: readonly Fate[]): void {
    const left = [...fates];
    this.fate = (stream) => (/^klubba-|^nyckel-/.test(stream) ? 'answered' : (left.shift() ?? 'answered'));
  }

  /** The leader dies. Until another one is chosen the others name the dead one, and the new one is not ready at once. */
  async elect(next: Node, ms: number): Promise<void> {
    await this.leader.proxy.down();
    await new Promise((resolve) => setTimeout(resolve, ms * 0.8));
    next.ready = false;
    this.leader = next;
    await new Promise((resolve) => setTimeout(resolve, ms * 0.2));
    next.ready = true;
  }

  get subscribed(): number {
    return this.nodes.reduce((sum, { subscribed }) => sum + subscribed, 0);
  }

  /** With an error, or without a word. */
  dropSubscriptions(why: 'too slow' | 'gone' | 'ended'): void {
    for (const node of this.nodes) node.dropSubscriptions({ 'too slow': tooSlow(), gone: gone(), ended: undefined }[why]);
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.stop();
  }
}
