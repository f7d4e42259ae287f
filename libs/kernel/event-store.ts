/** A record ready for the log: finished bytes, and beside them what a store may index. The bytes are the source. */
export type Ready = {
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly bytes: Uint8Array;
  /** What a store may keep beside the bytes, for those who look into it with tools of its own. */
  readonly about?: { readonly schema: number; readonly correlation: string; readonly cause: string | null };
};
export type Stored = { readonly position: bigint; readonly bytes: Uint8Array };
export type Appended = { readonly version: number; readonly position: bigint };

/**
 * The only door to the log. Every adapter passes test/contract. Positions rise strictly and may have gaps; they hold for
 * this copy of the log (`upplaga`) alone.
 */
export interface EventStore {
  /** The log's own id, carried along when it is moved. */
  readonly logg: string;
  /** The id of this physical copy. */
  readonly upplaga: string;
  /** How many milliseconds an append without an answer is sent again for, where the store may need time to get well (a cluster that changes leader). */
  readonly patienceMs?: number;

  /** One stream after a version, oldest first, to its end. A stream nobody wrote to is empty. */
  read(stream: string, after?: number): Promise<readonly Stored[]>;

  /** The log after a position (exclusive), in commit order, at most `limit` records. */
  readAll(after: bigint, limit: number): Promise<readonly Stored[]>;

  /** The log before a position (exclusive), newest first, at most `limit` records; from its end without a position. */
  readBack(before: bigint | undefined, limit: number): Promise<readonly Stored[]>;

  /** The position of the last record; 0 for an empty log. */
  tip(): Promise<bigint>;

  /** The last record itself; nothing for an empty log. */
  last(): Promise<Stored | undefined>;

  /**
   * All records or none, flushed to disk when it answers. Throws VersionConflict unless the stream holds exactly
   * `expectedVersion` records, so 0 means "must not exist"; there is no "any". Throws Ambiguous when it cannot tell
   * whether the records were stored: send the same records again with the same expectedVersion.
   */
  append(stream: string, expectedVersion: number, records: readonly Ready[]): Promise<Appended>;

  /** Why nothing can be written just now though the store answers, as a Swedish sentence; nothing where no such thing is known. */
  obstacle?(): string | undefined;

  /** Calls `more` some time after the log has grown. Only a nudge: it may come late, twice, or be lost. Returns how to end it. */
  onMore(more: () => void): () => void;

  close(): Promise<void>;
}

/** What an append may weigh, in every store, so that a log can be moved to any of them: EventStoreDB takes 1 MiB of bytes, names and metadata together. */
export const APPEND_BYTES_MAX = 2 ** 20;
/** What goes with each record besides its bytes. */
const BESIDE_BYTES = 512;
export const weightOf = (records: readonly Ready[]): number => records.reduce((sum, { bytes }) => sum + bytes.length + BESIDE_BYTES, 0);

/** What every adapter asks of an append before it sends anything. Throws RangeError, a fault of the caller, or TooLarge. */
export const checkReady = (stream: string, expected: number, records: readonly Ready[]): void => {
  if (records.length === 0) throw new RangeError(`${stream}: an append without records`);
  if (!Number.isSafeInteger(expected) || expected < 0) throw new RangeError(`${stream}: expected version ${expected}`);
  for (let i = 0; i < records.length; i++) {
    if (records[i]!.version !== expected + i + 1) throw new RangeError(`${stream}: record ${i} says version ${records[i]!.version}, not ${expected + i + 1}`);
  }
  const weight = weightOf(records);
  if (weight > APPEND_BYTES_MAX) throw new TooLarge(stream, weight);
};

/** The records weigh more together than a log takes at a time. Nothing was sent. */
export class TooLarge extends Error {
  constructor(readonly stream: string, readonly weight: number) {
    super(`${stream}: posterna väger ${weight} byte; högst ${APPEND_BYTES_MAX} kan lagras på en gång. Inget är lagrat.`);
    this.name = 'TooLarge';
  }
}

export class VersionConflict extends Error {
  constructor(readonly stream: string, readonly expected: number, readonly actual: number) {
    super(`${stream}: expected version ${expected}, found ${actual}`);
    this.name = 'VersionConflict';
  }
}

/** The store does not know whether it stored. Not a failure to show: the log sends again, with the same bytes. */
export class Ambiguous extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Ambiguous';
  }
}

/** The store cannot be written or read now. The message is Swedish and may be shown to an operator. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/** Nothing is written until a person has seen to it. The message says what, and may be shown to anyone. */
export class WritingStopped extends StoreUnavailable {
  constructor(message: string) {
    super(message);
    this.name = 'WritingStopped';
  }
}
