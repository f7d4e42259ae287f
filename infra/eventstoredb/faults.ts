import { AccessDeniedError, DeadlineExceededError, NotLeaderError, StreamDeletedError, TimeoutError, UnknownError } from '@eventstore/db-client';
import { LogFault, StoreUnavailable } from '@klubba/kernel';

/** A call that went on for longer than it may. The client has no limit of its own for reads. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer in time');
    this.name = 'NoAnswer';
  }
}

/** The server's own words for what happens before it has a log to speak of, or while it changes leader. They come as "unknown". */
const NOT_READY = /not ready|no leader|too busy|read.?only/i;

/** What went wrong, in Swedish, without address or user. */
const why = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof AccessDeniedError) return 'Servern nekar: användaren eller lösenordet är fel, eller saknar rättighet.';
  if (error instanceof NotLeaderError) return 'Klustret byter ledare.';
  if (error instanceof NoAnswer || error instanceof DeadlineExceededError || error instanceof TimeoutError) return 'Inget svar kom i tid.';
  if (/certificate|self.signed|altnames|SSL|TLS/i.test(message)) return 'Serverns certifikat är inte betrott. Ange utfärdaren med tlsCAFile i adressen.';
  if (NOT_READY.test(message)) return 'Servern är inte redo.';
  if (/ENOTFOUND|name resolution/i.test(message)) return 'Värden går inte att slå upp.';
  if (/ECONNREFUSED|Failed to discover|No connection/i.test(message)) return 'Ingen server svarar där.';
  return 'Förbindelsen bröts.';
};

const INTERNAL = 13;

/** The server knows no event at that position: how it says that a position is none of its own. */
export const isNoPosition = (error: unknown): boolean => error instanceof UnknownError && error.code !== INTERNAL && !NOT_READY.test(error.message);

/** Whether asking again would give the same answer. A wrong password is wrong the next time too. */
export const isFinal = (error: unknown): boolean => error instanceof AccessDeniedError || error instanceof StreamDeletedError || error instanceof StoreUnavailable || error instanceof LogFault;

/** What the client threw, as the port tells it. `where`: the address without its user. */
export const unavailable = (error: unknown, where: string): Error =>
  error instanceof StoreUnavailable || error instanceof LogFault ? error : new StoreUnavailable(`EventStoreDB (${where}) kan inte användas just nu. ${why(error)}`, { cause: error });
