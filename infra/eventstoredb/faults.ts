import {
  AccessDeniedError, DeadlineExceededError, InvalidArgumentError, MaxAppendSizeExceededError, NotLeaderError, StreamDeletedError, StreamNotFoundError, TimeoutError, UnknownError, WrongExpectedVersionError,
} from '@eventstore/db-client';
import { LogFault, StoreUnavailable } from '@klubba/kernel';

/** A call that went on for longer than it may. The client has no limit of its own for reads. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer in time');
    this.name = 'NoAnswer';
  }
}

/** The server's own words for what happens before it has a log to speak of, or while it changes leader. */
const NOT_READY = /not ready|no leader|too busy/i;

const messageOf = (error: unknown): string => (error as Partial<Error> | undefined)?.message ?? String(error);
const isUntrusted = (error: unknown): boolean => /certificate|self.signed|altnames/i.test(messageOf(error));

/** What went wrong, in Swedish, without address or user. */
const why = (error: unknown): string => {
  const message = messageOf(error);
  if (error instanceof AccessDeniedError) return 'Servern nekar: användaren eller lösenordet är fel, eller saknar rättighet.';
  if (error instanceof NotLeaderError) return 'Klustret byter ledare.';
  if (isSilence(error)) return 'Inget svar kom i tid.';
  if (isUntrusted(error)) return 'Serverns certifikat är inte betrott. Ange utfärdaren med tlsCAFile i adressen.';
  if (/wrong version number/i.test(message)) return 'Servern talar inte TLS. Jämför tls i adressen med hur servern är inställd.';
  if (NOT_READY.test(message)) return 'Servern är inte redo.';
  if (/ENOTFOUND|name resolution/i.test(message)) return 'Värden går inte att slå upp.';
  if (/ECONNREFUSED|Failed to discover|No connection/i.test(message)) return 'Ingen server svarar där.';
  return 'Förbindelsen bröts.';
};

const INTERNAL = 13;

/** The server knows no event at that position: how it says that a position is none of its own. */
export const isNoPosition = (error: unknown): boolean => error instanceof UnknownError && error.code !== INTERNAL && !NOT_READY.test(error.message);

/** No node of a cluster told who leads. */
export const isNobody = (error: unknown): boolean => /Failed to discover/.test(messageOf(error));

/** Nobody has said anything, or only that it took too long: who was asked may be frozen, or cut off from the others. */
export const isSilence = (error: unknown): boolean => error instanceof NoAnswer || error instanceof DeadlineExceededError || error instanceof TimeoutError;

const FINAL = [AccessDeniedError, StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError, MaxAppendSizeExceededError, InvalidArgumentError, StoreUnavailable, LogFault];
/** Whether asking again would give the same answer. A wrong password is wrong the next time too. */
export const isFinal = (error: unknown): boolean => isUntrusted(error) || FINAL.some((kind) => error instanceof kind);

/** A stream that somebody has been at: the log is no longer what it was. */
export const brokenStream = (stream: string, what: string): LogFault =>
  new LogFault(`Strömmen ${stream} i EventStoreDB är inte hel: ${what}. Någon har ändrat i loggen. Skriv inte i den; återställ klustret från säkerhetskopia.`);

/** What the client threw, as the port tells it. `where`: the address without its user. */
export const unavailable = (error: unknown, where: string): Error =>
  error instanceof StoreUnavailable || error instanceof LogFault ? error : new StoreUnavailable(`EventStoreDB (${where}) kan inte användas just nu. ${why(error)}`, { cause: error });
