import { type Blob, BlobTaken, type Handlingslager } from '@klubba/kernel';
import { codeOf, type Db, inSwedish, type Kind, openDatabase } from './open';

/** What is finished is never changed, and what is kept never goes: the file itself says so. */
const HANDLINGSFIL: Kind = {
  name: 'Handlingarnas fil',
  applicationId: 0x4b4c4248,
  version: 1,
  pageSize: 16384,
  synchronous: 'FULL',
  schema: `
    CREATE TABLE handling (id TEXT PRIMARY KEY, at TEXT NOT NULL, huvud BLOB, kvar INTEGER NOT NULL DEFAULT 0 CHECK (kvar = 0 OR huvud IS NOT NULL)) WITHOUT ROWID;
    CREATE INDEX handling_los ON handling (id) WHERE kvar = 0;
    CREATE TABLE bit (blob TEXT NOT NULL, nr INTEGER NOT NULL, byte BLOB NOT NULL, PRIMARY KEY (blob, nr));
    CREATE TRIGGER bit_laggs_bara_sist BEFORE INSERT ON bit
      WHEN (SELECT huvud IS NOT NULL FROM handling WHERE id = NEW.blob) IS NOT 0 OR NEW.nr IS NOT (SELECT count(*) FROM bit WHERE blob = NEW.blob)
      BEGIN SELECT RAISE(ABORT, 'en bit läggs bara sist i en öppen fil'); END;
    CREATE TRIGGER bit_andras_inte BEFORE UPDATE ON bit BEGIN SELECT RAISE(ABORT, 'en bit ändras aldrig'); END;
    CREATE TRIGGER bit_finns_kvar BEFORE DELETE ON bit WHEN (SELECT kvar FROM handling WHERE id = OLD.blob) = 1
      BEGIN SELECT RAISE(ABORT, 'det som hör till akten tas inte bort'); END;
    CREATE TRIGGER handling_andras_inte BEFORE UPDATE ON handling
      WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.kvar < OLD.kvar OR (OLD.huvud IS NOT NULL AND NEW.huvud IS NOT OLD.huvud)
      BEGIN SELECT RAISE(ABORT, 'en färdig fil ändras aldrig'); END;
    CREATE TRIGGER handling_finns_kvar BEFORE DELETE ON handling WHEN OLD.kvar = 1 BEGIN SELECT RAISE(ABORT, 'det som hör till akten tas inte bort'); END;
  `,
};

/** Chunks dropped at a time: what is dropped is written over with zeros, and others are served in between. */
const DROPPED_AT_ONCE = 8;
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Row = { readonly id: string; readonly at: string; readonly chunks: number; readonly bytes: number; readonly finished: 0 | 1; readonly kvar: 0 | 1 };

/** Files in a SQLite file of their own, each chunk on the disk when it is answered. */
export class SqliteHandlingslager implements Handlingslager {
  private readonly db: Db;
  private readonly statements;

  /** Throws DataFault or StoreUnavailable, in Swedish. */
  constructor(private readonly file: string, { readOnly = false }: { readonly readOnly?: boolean } = {}) {
    this.db = openDatabase(file, HANDLINGSFIL, { readOnly });
    try {
      this.db.pragma('secure_delete = ON');
      this.db.pragma('temp_store = MEMORY');
      const rows = (where: string) => `
        SELECT h.id, h.at, h.huvud IS NOT NULL AS finished, h.kvar, (SELECT count(*) FROM bit WHERE blob = h.id) AS chunks, (SELECT coalesce(sum(length(byte)), 0) FROM bit WHERE blob = h.id) AS bytes
        FROM handling h WHERE h.id > ? ${where} ORDER BY h.id LIMIT ?`;
      this.statements = {
        begin: this.db.prepare<[string, string]>('INSERT INTO handling (id, at) VALUES (?, ?)'),
        put: this.db.prepare<[string, number, Uint8Array]>('INSERT INTO bit (blob, nr, byte) VALUES (?, ?, ?)'),
        finish: this.db.prepare<[Uint8Array, string]>('UPDATE handling SET huvud = ? WHERE id = ? AND huvud IS NULL'),
        keep: this.db.prepare<[string]>('UPDATE handling SET kvar = 1 WHERE id = ? AND huvud IS NOT NULL'),
        head: this.db.prepare<[string], Buffer | null>('SELECT huvud FROM handling WHERE id = ?').pluck(),
        chunk: this.db.prepare<[string, number], Buffer>('SELECT byte FROM bit WHERE blob = ? AND nr = ?').pluck(),
        dropChunks: this.db.prepare<[string, string, number]>('DELETE FROM bit WHERE blob = ? AND nr > (SELECT max(nr) FROM bit WHERE blob = ?) - ?'),
        drop: this.db.prepare<[string]>('DELETE FROM handling WHERE id = ?'),
        list: this.db.prepare<[string, number], Row>(rows('')),
        loose: this.db.prepare<[string, number], Row>(rows('AND h.kvar = 0')),
      };
    } catch (error) {
      this.db.close();
      throw inSwedish(error, HANDLINGSFIL.name, file);
    }
  }

  async begin(blob: string, at: string): Promise<void> {
    try {
      this.statements.begin.run(blob, at);
    } catch (error) {
      if (codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY') throw new BlobTaken(blob);
      throw this.told(error);
    }
  }

  async put(blob: string, nr: number, sealed: Uint8Array): Promise<void> {
    this.write(() => this.statements.put.run(blob, nr, sealed));
  }

  async finish(blob: string, head: Uint8Array): Promise<void> {
    if (this.write(() => this.statements.finish.run(head, blob)).changes === 0) throw new Error(`${blob} är inte öppen.`);
  }

  async keep(blob: string): Promise<void> {
    if (this.write(() => this.statements.keep.run(blob)).changes === 0) throw new Error(`${blob} är inte färdig.`);
  }

  async head(blob: string): Promise<Uint8Array | undefined> {
    return this.statements.head.get(blob) ?? undefined;
  }

  async chunk(blob: string, nr: number): Promise<Uint8Array | undefined> {
    return this.statements.chunk.get(blob, nr);
  }

  async drop(blob: string): Promise<void> {
    while (this.write(() => this.statements.dropChunks.run(blob, blob, DROPPED_AT_ONCE)).changes > 0) await breath();
    if (this.write(() => this.statements.drop.run(blob)).changes > 0) this.db.pragma('wal_checkpoint(TRUNCATE)');
  }

  async list(after: string, limit: number, loose = false): Promise<readonly Blob[]> {
    return this.statements[loose ? 'loose' : 'list'].all(after, limit)
      .map(({ id, at, chunks, bytes, finished, kvar }) => ({ id, at, chunks, bytes, state: kvar === 1 ? 'kept' : finished === 1 ? 'finished' : 'open' }));
  }

  async close(): Promise<void> {
    this.db.close();
  }

  private write<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.told(error);
    }
  }
  private told(error: unknown): unknown {
    return inSwedish(error, HANDLINGSFIL.name, this.file);
  }
}
