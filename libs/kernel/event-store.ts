/** A record ready for the log: finished bytes, and beside them what a store may index. The bytes are the source. */
export type Ready = {
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly bytes: Uint8Array;
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

  /** One stream after a version, oldest first, to its end. A stream nobody wrote to is empty. */
  read(stream: string, after?: number): Promise<readonly Stored[]>;

  /** The log after a position (exclusive), in commit order, at most `limit` records. */
  readAll(after: bigint, limit: number): Promise<readonly Stored[]>;

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

  /** Calls `more` some time after the log has grown. Only a nudge: it may come late, twice, or be lost. Returns how to end it. */
  onMore(more: () => void): () => void;

  close(): Promise<void>;
}

/** What every adapter asks of an append before it sends anything. Throws RangeError: a fault of the caller. */
export const checkReady = (stream: string, expected: number, records: readonly Ready[]): void => {
  if (records.length === 0) throw new RangeError(`${stream}: an append without records`);
  if (!Number.isSafeInteger(expected) || expected < 0) throw new RangeError(`${stream}: expected version ${expected}`);
  for (let i = 0; i < records.length; i++) {
    if (records[i]!.version !== expected + i + 1) throw new RangeError(`${stream}: record ${i} says version ${records[i]!.version}, not ${expected + i + 1}`);
  }
};

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
