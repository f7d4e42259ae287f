import { InvalidArgumentError, MaxAppendSizeExceededError, StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import { Ambiguous, type Appended, checkReady, LogFault, type Ready, TooLarge, VersionConflict, weightOf } from '@klubba/kernel';
import type { Connection } from './connection';
import { brokenStream, isFinal } from './faults';
import type { ServerClock } from './server-clock';

/** Appends to the log, once the clock has been found right. What an answer that never came means is for the kernel to judge. */
export class LogWriter {
  constructor(private readonly connection: Connection, private readonly clock: ServerClock, private readonly logg: string, private readonly prefix: string) {}

  async append(stream: string, expectedVersion: number, records: readonly Ready[]): Promise<Appended> {
    checkReady(stream, expectedVersion, records);
    // Taken now: what is sent again later is the same, whatever the caller does with its bytes.
    const events = records.map(({ id, type, bytes, about }) => ({ id, type, bytes: Buffer.from(bytes), metadata: { logg: this.logg, ...(about !== undefined && { schema: about.schema, $correlationId: about.correlation, ...(about.cause !== null && { $causationId: about.cause }) }) } }));
    try {
      const checking = this.clock.check();
      if (checking !== undefined) await checking;
    } catch (error) {
      throw this.connection.told(error);
    }
    try {
      const { nextExpectedRevision, position } = await this.connection.append(this.prefix + stream, expectedVersion, events);
      const version = Number(nextExpectedRevision) + 1;
      // A stream that was deleted goes on at its old number.
      if (version !== expectedVersion + records.length || position === undefined) throw brokenStream(stream, `den gick vidare på version ${version}`);
      return { version, position: position.commit };
    } catch (error) {
      throw this.appendFault(stream, expectedVersion, records, error);
    }
  }

  /** Only what the server has said for certain is certain. Everything else may have been stored, or be about to be. */
  private appendFault(stream: string, expected: number, records: readonly Ready[], error: unknown): unknown {
    if (error instanceof WrongExpectedVersionError) return new VersionConflict(stream, expected, typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) + 1 : 0);
    if (error instanceof MaxAppendSizeExceededError) return new TooLarge(stream, weightOf(records));
    if (error instanceof StreamDeletedError) return brokenStream(stream, 'den är borttagen för alltid');
    if (error instanceof InvalidArgumentError || error instanceof LogFault) return error;
    if (isFinal(error)) return this.connection.told(error);
    return new Ambiguous(this.connection.told(error).message, { cause: error });
  }
}
