import type { KeyStore, WrappedKey } from '@klubba/kernel/keys';
import { StoreUnavailable } from '@klubba/kernel/event-store';
import { type Db, inSwedish, type Kind, openDatabase } from './open';

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

type Waiting = { readonly work: () => unknown; readonly done: (result: unknown) => void; readonly failed: (error: unknown) => void; readonly overwrites: boolean };

/** Keys in a SQLite file of their own. What is destroyed is gone from the file and its WAL when `destroy` answers. */
export class SqliteKeyStore implements KeyStore {
  private readonly db: Db;
  private readonly select;
  private readonly insert;
  private readonly update;
  private readonly page;
  private waiting: Waiting[] = [];

  /** Throws DataFault or StoreUnavailable, in Swedish. */
  constructor(private readonly file: string, { readOnly = false }: { readonly readOnly?: boolean } = {}) {
    this.db = openDatabase(file, NYCKELFIL, { readOnly });
    try {
      this.db.pragma('secure_delete = ON');
      this.db.pragma('temp_store = MEMORY');
      this.select = this.db.prepare<[string], Buffer>('SELECT varde FROM nyckel WHERE kid = ?').pluck();
      this.insert = this.db.prepare<[string, Buffer]>('INSERT INTO nyckel (kid, varde) VALUES (?, ?) ON CONFLICT (kid) DO NOTHING');
      this.update = this.db.prepare<[Buffer, string]>('UPDATE nyckel SET varde = ? WHERE kid = ?');
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

  putIfAbsent(kid: string, key: WrappedKey): Promise<WrappedKey | 'forstord'> {
    const bytes = pack(key);
    return this.write(() => (this.insert.run(kid, bytes).changes === 1 ? key : this.look(kid)!), false);
  }

  rewrap(kid: string, key: WrappedKey): Promise<void> {
    const bytes = pack(key);
    return this.write(() => {
      const there = this.look(kid);
      if (there === undefined || there === 'forstord') throw new Error(`${kid} har ingen nyckel att slå om.`);
      this.update.run(bytes, kid);
    }, true);
  }

  destroy(kid: string): Promise<void> {
    return this.write(() => {
      if (this.insert.run(kid, DESTROYED).changes === 0) this.update.run(DESTROYED, kid);
    }, true);
  }

  async some(): Promise<string | undefined> {
    return this.page.get('', DESTROYED, 1);
  }

  async list(after: string, limit: number): Promise<readonly string[]> {
    return this.page.all(after, DESTROYED, limit);
  }

  async close(): Promise<void> {
    this.flush();
    this.db.close();
  }

  private look(kid: string): WrappedKey | 'forstord' | undefined {
    const bytes = this.select.get(kid);
    return bytes === undefined ? undefined : unpack(bytes);
  }

  /** Those who write at the same time share a flush to disk. */
  private write<T>(work: () => T, overwrites: boolean): Promise<T> {
    return new Promise<T>((done, failed) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      this.waiting.push({ work, done: done as (result: unknown) => void, failed, overwrites });
    });
  }

  private flush(): void {
    const together = this.waiting;
    this.waiting = [];
    if (together.length === 0) return;
    try {
      const answers = this.db.transaction(() => together.map(({ work }) => outcomeOf(work))).immediate();
      if (together.some(({ overwrites }) => overwrites)) this.truncateWal();
      together.forEach(({ done, failed }, i) => {
        const answer = answers[i]!;
        if ('fault' in answer) failed(answer.fault);
        else done(answer.result);
      });
    } catch (error) {
      const told = inSwedish(error, NYCKELFIL.name, this.file);
      for (const { failed } of together) failed(told);
    }
  }

  /** The WAL still holds the pages as they were. */
  private truncateWal(): void {
    const [outcome] = this.db.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }];
    if (outcome.busy !== 0) throw new StoreUnavailable(`Nyckelfilen ${this.file} läses av en annan process, så den förstörda nyckeln ligger kvar på disken. Stäng den andra och försök igen.`);
  }
}

/** A wish that cannot be met fails alone; a disk that cannot be written fails them all. */
const outcomeOf = (work: () => unknown): { readonly result: unknown } | { readonly fault: Error } => {
  try {
    return { result: work() };
  } catch (error) {
    if (error instanceof Error && !('code' in error)) return { fault: error };
    throw error;
  }
};

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
