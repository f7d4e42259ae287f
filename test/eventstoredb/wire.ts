import { Metadata, status } from '@grpc/grpc-js';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { type AppendReq, AppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Expected, Kept, Offered } from './standin-log';

/** Between the stand-in's plain values and the messages of the client's own stubs. */

export const nameOf = (identifier: StreamIdentifier | undefined): string => Buffer.from(identifier!.getStreamName_asU8()).toString('utf8');

const idOf = (id: UUID): string => {
  const structured = id.getStructured();
  if (structured === undefined) return id.getString();
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(structured.getMostSignificantBits()), 0);
  bytes.writeBigInt64BE(BigInt(structured.getLeastSignificantBits()), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

export const offeredOf = (message: AppendReq.ProposedMessage): Offered => ({
  id: idOf(message.getId()!), type: message.getMetadataMap().get('type')!, contentType: message.getMetadataMap().get('content-type')!,
  data: message.getData_asU8(), metadata: message.getCustomMetadata_asU8(),
});

type Expecting = { hasNoStream(): boolean; hasStreamExists(): boolean; hasAny(): boolean; getRevision(): string };
export const expectedOf = (options: Expecting): Expected => (options.hasNoStream() ? 'none' : options.hasStreamExists() ? 'exists' : options.hasAny() ? 'any' : BigInt(options.getRevision()));

export const eventOf = ({ id, stream, revision, type, contentType, data, metadata, created, position }: Kept): ReadResp => {
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(new UUID().setString(id)).setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream))).setStreamRevision(String(revision));
  recorded.setCommitPosition(String(position)).setPreparePosition(String(position)).setData(data).setCustomMetadata(metadata);
  recorded.getMetadataMap().set('type', type).set('content-type', contentType).set('created', String(created));
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(position)));
};

export const notFound = (stream: string): ReadResp => {
  const not = new ReadResp.StreamNotFound();
  not.setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)));
  return new ReadResp().setStreamNotFound(not);
};

export const successOf = (revision: bigint, position: bigint): AppendResp => {
  const at = new AppendResp.Position();
  at.setCommitPosition(String(position)).setPreparePosition(String(position));
  return new AppendResp().setSuccess(new AppendResp.Success().setCurrentRevision(String(revision)).setPosition(at));
};

export const conflictOf = (expected: Expected, current: bigint | undefined): AppendResp => {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'none') wrong.setExpectedNoStream(new Empty());
  else if (typeof expected === 'bigint') wrong.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(wrong);
};

/** What a call ends with when it goes wrong. The client goes by `exception` where there is one, else by the code. */
export type Failure = { readonly code: status; readonly details: string; readonly metadata: Metadata };
const failure = (code: status, details: string, about: Readonly<Record<string, string>> = {}): Failure => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(about)) metadata.set(key, value);
  return { code, details, metadata };
};

export const streamDeleted = (stream: string): Failure => failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });
export const tooLarge = (): Failure => failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${2 ** 20} Exceeded.`, { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(2 ** 20) });
export const wrongVersion = (stream: string, expected: Expected, current: bigint | undefined): Failure => failure(status.FAILED_PRECONDITION, `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${current}`, {
  exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': String(typeof expected === 'bigint' ? expected : -1), ...(current !== undefined && { 'actual-version': String(current) }),
});
export const notLeader = (host: string, port: number): Failure => failure(status.NOT_FOUND, 'Leader info available', { exception: 'not-leader', 'leader-endpoint-host': host, 'leader-endpoint-port': String(port) });
/** Of a node that starts, or that has just been chosen to lead. */
export const notReady = (): Failure => failure(status.UNAVAILABLE, 'Server Is Not Ready');
export const noLeader = (): Failure => failure(status.UNKNOWN, 'No leader info available in response');
/** Too few nodes answered the leader: it may be stored all the same. */
export const timedOut = (): Failure => failure(status.ABORTED, 'Operation timed out: Prepare phase timeout.');
export const noPosition = (): Failure => failure(status.UNKNOWN, 'Unexpected ReadAllResult: Error');
export const denied = (): Failure => failure(status.UNAUTHENTICATED, 'Unauthenticated');
export const gone = (): Failure => failure(status.UNAVAILABLE, 'The server is going away.');
export const tooSlow = (): Failure => failure(status.ABORTED, 'Consumer too slow to handle event while live. Client resubscription required.');
export const internal = (): Failure => failure(status.INTERNAL, 'Received RST_STREAM with code 2');
