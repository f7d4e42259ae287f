import type { KeyStore, WrappedKey } from '@klubba/kernel/keys';
import { Ambiguous, StoreUnavailable } from '@klubba/kernel/event-store';
import { type Db, inSwedish, type Kind, openDatabase, pragmasOf } from './open';
import type { Step } from './transaction';
import { Writer } from './writer';

const VERSION_BYTES = 4;
const WRAPPED_BYTES = 12 + 32 + 16;

/**
 * A key's bytes have the same length for ever and their row is never moved, so that SQLite writes a destroyed or rewrapped
 * key over the old one where it lies: a row that grows or a page that splits could leave a copy behind. Version 0 = destroyed.
 */
const NYCKELFIL: Kind = {
  name: 'Nyckelfilen',
  applicationId: 0x4b4c424e,
  version: 1,
  pageSize: 4096,
  synchronous: 'FULL',
  schema: `
    CREATE TABLE nyckel (nr INTEGER PRIMARY KEY, kid TEXT NOT NULL UNIQUE, varde BLOB NOT NULL CHECK (length(varde) = ${VERSION_BYTES + WRAPPED_BYTES}));
    CREATE TRIGGER nyckel_finns_kvar BEFORE DELETE ON nyckel BEGIN SELECT RAISE(ABORT, 'en nyckels rad tas aldrig bort'); END;
    CREATE TRIGGER nyckel_forblir_forstord BEFORE UPDATE ON nyckel WHEN NEW.kid IS NOT OLD.kid OR NEW.nr IS NOT OLD.nr OR (OLD.varde = zeroblob(${VERSION_BYTES + WRAPPED_BYTES}) AND NEW.varde IS NOT OLD.varde)
      BEGIN SELECT RAISE(ABORT, 'en förstörd nyckel görs aldrig om'); END;
  `,
};
const DESTROYED = Buffer.alloc(VERSION_BYTES + WRAPPED_BYTES);

/** `secure_delete`: what a page that splits leaves behind is overwritten. */
const PRAGMAS = [...pragmasOf(NYCKELFIL), 'secure_delete = ON', 'temp_store = MEMORY'];
const STATEMENTS = [
  'INSERT INTO nyckel (kid, varde) VALUES (?, ?) ON CONFLICT (kid) DO NOTHING',
  `WITH ny (kid, varde) AS (VALUES (?, ?)) UPDATE nyckel SET varde = ny.varde FROM ny WHERE nyckel.kid = ny.kid AND nyckel.varde <> zeroblob(${VERSION_BYTES + WRAPPED_BYTES})`,
  'INSERT INTO nyckel (kid, varde) VALUES (?, ?) ON CONFLICT (kid) DO UPDATE SET varde = excluded.varde',
];
const [PUT, REWRAP, DESTROY] = [0, 1, 2] as const;

const BATCH = 32;

/** `done` hears whether the row was made or changed. */
type Waiting = { readonly step: Step; readonly done: (changed: boolean) => void; readonly failed: (error: unknown) => void };

/** Keys in a SQLite file of their own. What is destroyed is gone from the file and its WAL when `destroy` answers. */
export class SqliteKeyStore implements KeyStore {
  private readonly db: Db;
  private readonly select;
  private readonly writer: Writer;
  private readonly page;
  private waiting: Waiting[] = [];
  private underWay: Promise<void> | undefined;

  /** Throws DataFault or StoreUnavailable, in Swedish. */
  constructor(private readonly file: string, { readOnly = false }: { readonly readOnly?: boolean } = {}) {
    this.db = openDatabase(file, NYCKELFIL, { readOnly });
    try {
      for (const pragma of PRAGMAS) this.db.pragma(pragma);
      this.select = this.db.prepare<[string], Buffer>('SELECT varde FROM nyckel WHERE kid = ?').pluck();
      this.writer = new Writer(this.db, { file, pragmas: PRAGMAS, statements: STATEMENTS });
      this.page = this.db.prepare<[string, Buffer, number], string>('SELECT kid FROM nyckel WHERE kid > ? AND varde <> ? ORDER BY kid LIMIT ?').pluck();
      // A destroy whose process died before its WAL was truncated.
      if (!readOnly) this.truncateWal();
    } catch (error) {
      this.db.close();
      throw inSwedish(error, NYCKELFIL.name, file);
    }
  }

  async get(kid: string): Promise<WrappedKey | 'forstord' | undefined> {
    return this.look(kid);
  }

  async putIfAbsent(kid: string, key: WrappedKey): Promise<WrappedKey | 'forstord'> {
    return (await this.write(PUT, kid, pack(key))) ? key : this.look(kid)!;
  }

  async rewrap(kid: string, key: WrappedKey): Promise<void> {
    if (!(await this.write(REWRAP, kid, pack(key)))) throw new Error(`${kid} har ingen nyckel att slå om.`);
  }

  async destroy(kid: string): Promise<void> {
    await this.write(DESTROY, kid, DESTROYED);
  }

  async some(): Promise<string | undefined> {
    return this.page.get('', DESTROYED, 1);
  }

  async list(after: string, limit: number): Promise<readonly string[]> {
    return this.page.all(after, DESTROYED, limit);
  }

  async close(): Promise<void> {
    for (this.flush(); this.writer.busy; this.flush()) await this.underWay;
    await this.writer.rest();
    this.db.close();
  }

  private look(kid: string): WrappedKey | 'forstord' | undefined {
    const bytes = this.select.get(kid);
    return bytes === undefined ? undefined : unpack(bytes);
  }

  /** Those who write at the same time share a flush to disk. */
  private write(statement: number, kid: string, bytes: Buffer): Promise<boolean> {
    return new Promise((done, failed) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      this.waiting.push({ step: { statement, values: [kid], bytes }, done, failed });
      // Many in one turn: the disk begins while the rest are made.
      if (this.waiting.length === BATCH && !this.writer.busy && this.writer.takes()) this.flush();
    });
  }

  private flush(): void {
    const together = this.waiting;
    if (together.length === 0 || this.writer.busy) return;
    this.waiting = [];
    const steps = together.map(({ step }) => step);
    const told = (changes: readonly number[]): void => together.forEach(({ done }, i) => done(changes[i]! > 0));
    const failed = (error: unknown): void => {
      const fault = inSwedish(error, NYCKELFIL.name, this.file);
      for (const one of together) one.failed(fault);
    };
    try {
      const overwrites = steps.some(({ statement }) => statement !== PUT);
      if (!overwrites && steps.length > 1 && this.writer.takes()) {
        const over = (tell: () => void): void => {
          this.flush();
          tell();
        };
        this.underWay = this.writer.away(steps).then((changes) => over(() => told(changes)), (error: unknown) => {
          // A key that was put after all is found there, and is the same one.
          if (error instanceof Ambiguous) this.waiting.unshift(...together);
          over(() => error instanceof Ambiguous || failed(error));
        });
        return;
      }
      const changes = this.writer.here(steps);
      if (overwrites) {
        this.truncateWal();
        // What the thread has read of the file is older than that.
        void this.writer.rest();
      }
      told(changes);
    } catch (error) {
      failed(error);
    }
  }

  /** The WAL still holds the pages as they were. */
  private truncateWal(): void {
    const [outcome] = this.db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }];
    if (outcome.busy !== 0) throw new StoreUnavailable(`Nyckelfilen ${this.file} läses av en annan process, så den förstörda nyckeln ligger kvar på disken. Stäng den andra och försök igen.`);
  }
}

const pack = ({ masterversion, omslag }: WrappedKey): Buffer => {
  const wrapped = Buffer.from(omslag, 'base64url');
  if (wrapped.length !== WRAPPED_BYTES || masterversion < 1) throw new RangeError('en inslagen nyckel är 60 byte, under en huvudnyckel från version 1');
  const bytes = Buffer.alloc(VERSION_BYTES + WRAPPED_BYTES);
  bytes.writeUInt32BE(masterversion);
  wrapped.copy(bytes, VERSION_BYTES);
  return bytes;
};
const unpack = (bytes: Buffer): WrappedKey | 'forstord' => {
  const masterversion = bytes.readUInt32BE();
  return masterversion === 0 ? 'forstord' : { masterversion, omslag: bytes.toString('base64url', VERSION_BYTES) };
};
