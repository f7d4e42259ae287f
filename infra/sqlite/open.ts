import { accessSync, closeSync, constants, copyFileSync, existsSync, mkdtempSync, openSync, readSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreUnavailable } from '@klubba/kernel';

export type Db = Database.Database;

/** The file is not what it should be: foreign, cut off, damaged, or changed behind our back. Swedish, for an operator. */
export class DataFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataFault';
  }
}

/** What a kind of file must be to be opened, and what a new one is made of. */
export type Kind = {
  /** Swedish, definite, for messages: "Loggen", "Nyckelfilen". */
  readonly name: string;
  /** Four bytes in the header that tell Klubba's files from other programs' and from each other. */
  readonly applicationId: number;
  /** The form of the file. One that this program does not know is refused, older or newer. */
  readonly version: number;
  readonly pageSize: number;
  /** Every object of it must stand in the file word for word: a trigger dropped or softened is a fault, not a version. */
  readonly schema: string;
  /** Other objects than those of the schema may stand beside them (read models make tables as they go). */
  readonly more?: boolean;
  /** The rows that a new file begins with. */
  readonly fill?: (db: Db) => void;
  /** FULL: what is committed is on the disk. NORMAL only for what may be thrown away. */
  readonly synchronous: 'FULL' | 'NORMAL';
};

const MEMORY = ':memory:';
/** SQLite takes what is shorter than its smallest page for an empty database. */
const HEADER_BYTES = 512;
const SYNCHRONOUS = { NORMAL: 1, FULL: 2 } as const;

/**
 * Opens a file of this kind, and makes it when it is missing. A new file is made beside and moved into place whole, so
 * that an empty or half-made file is always a sign of something else. Throws DataFault or StoreUnavailable, in Swedish.
 */
export const openDatabase = (file: string, kind: Kind, { readOnly = false }: { readonly readOnly?: boolean } = {}): Db => {
  try {
    if (file === MEMORY) return prepared(create(MEMORY, kind), MEMORY, kind);
    mayUse(file, kind, readOnly);
    if (!existsSync(file)) put(file, kind);
    // Looked at by a connection that cannot write, so that a damaged file is left as it was found.
    const looking = openForReading(file);
    try {
      verify(looking, file, kind);
    } catch (error) {
      looking.close();
      throw error;
    }
    if (readOnly) return looking;
    looking.close();
    return prepared(new Database(file, { timeout: 5000 }), file, kind);
  } catch (error) {
    throw inSwedish(error, kind.name, file);
  }
};

/** `access`, since SQLite opens for reading without a word when it may not write. */
const mayUse = (file: string, { name }: Kind, readOnly: boolean): void => {
  const folder = dirname(file);
  if (!existsSync(folder)) throw new StoreUnavailable(`Mappen ${folder} finns inte, eller så får Klubba inte se den.`);
  if (!allows(folder, constants.X_OK)) throw new StoreUnavailable(`Klubba får inte öppna mappen ${folder}. Ge användaren som kör Klubba rätt till den, eller sätt DATA_DIR till en annan mapp.`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined && readOnly) throw new StoreUnavailable(`${name} finns inte: ${file}.`);
  if (found !== undefined && !found.isFile()) throw new DataFault(`${name} är ingen fil: ${file}.`);
  if (found?.size === 0) throw new DataFault(`${name} är tom: ${file} har längden noll. Klubba lämnar aldrig en tom fil efter sig, så innehållet har försvunnit. Återställ från säkerhetskopia.`);
  if (found !== undefined && found.size < HEADER_BYTES) throw new DataFault(`${name} är avhuggen: ${file} är bara ${found.size} byte lång. Återställ från säkerhetskopia.`);
  if (!readOnly && !allows(folder, constants.W_OK | constants.X_OK)) throw new StoreUnavailable(`Klubba får inte skriva i mappen ${folder}. Ge användaren som kör Klubba skrivrätt, eller sätt DATA_DIR till en annan mapp.`);
  if (found !== undefined && !allows(file, readOnly ? constants.R_OK : constants.R_OK | constants.W_OK)) throw new StoreUnavailable(`Klubba får inte ${readOnly ? 'läsa' : 'skriva i'} ${file}. Ändra filens rättigheter.`);
};
const allows = (path: string, mode: number): boolean => {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
};

const create = (file: string, { pageSize, applicationId, version, schema, fill }: Kind): Db => {
  const db = new Database(file);
  try {
    db.pragma(`page_size = ${pageSize}`);
    db.pragma('synchronous = FULL');
    db.transaction(() => {
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version}`);
      db.exec(schema);
      fill?.(db);
    }).exclusive();
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
};

const put = (file: string, kind: Kind): void => {
  const beside = `${file}.ny`;
  const sweep = (): void => ['', '-journal', '-wal', '-shm'].forEach((end) => rmSync(beside + end, { force: true }));
  sweep();
  try {
    const db = create(beside, kind);
    db.pragma('journal_mode = WAL');
    db.close();
    // The new name is flushed with the first WAL beside it, since SQLite flushes the folder then: before anything is answered.
    renameSync(beside, file);
  } catch (error) {
    sweep();
    throw error;
  }
};

const openForReading = (file: string): Db => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('schema_version');
    return db;
  } catch (error) {
    db.close();
    // WAL wants to write beside the file even to read it. Where that is not allowed, as on a medium handed over for audit, a
    // copy is read instead; but only of a file that is whole in itself.
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test(codeOf(error)) || sizeOf(`${file}-wal`) > 0) throw error;
    return openCopy(file);
  }
};
const openCopy = (file: string): Db => {
  const folder = mkdtempSync(join(tmpdir(), 'klubba-'));
  try {
    const copy = join(folder, basename(file));
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const db = new Database(copy, { readonly: true });
    db.pragma('schema_version');
    return db;
  } finally {
    // Gone from the folder, it lives until it is closed. Windows keeps what is open; its temporary folder is swept by itself.
    if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
  }
};
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
const number = (db: Db, pragma: string): number => db.pragma(pragma, { simple: true }) as number;

const verify = (db: Db, file: string, kind: Kind): void => {
  if (number(db, 'application_id') !== kind.applicationId) throw new DataFault(`${file} hör till ett annat program, eller är en annan av Klubbas filer. ${kind.name} läses inte ur den.`);
  const version = number(db, 'user_version');
  if (version !== kind.version) throw new DataFault(`${kind.name} (${file}) har form ${version}. Denna version av Klubba känner bara form ${kind.version}.`);
  verifyLength(db, file, kind);
  verifySchema(db, file, kind);
};

/** A file cut off at the end. Pages may be missing there while they still stand in the WAL, as after a crash: those and no others. */
const verifyLength = (db: Db, file: string, { name }: Kind): void => {
  const pageSize = number(db, 'page_size');
  const pages = number(db, 'page_count');
  const there = Math.floor(sizeOf(file) / pageSize);
  if (there >= pages) return;
  const inWal = pagesInWal(`${file}-wal`, pageSize);
  for (let page = there + 1; page <= pages; page++) {
    if (inWal.has(page)) continue;
    // The one who writes may have moved it from the WAL to the file while we looked.
    if (Math.floor(sizeOf(file) / pageSize) >= pages) return;
    throw new DataFault(`${name} är avhuggen: ${file} slutar efter ${there} av ${pages} sidor. Skriv inte i den; återställ från säkerhetskopia.`);
  }
};

/** The pages that stand in a WAL's committed frames (https://sqlite.org/walformat.html). SQLite has checked their sums already. */
const pagesInWal = (file: string, pageSize: number): Set<number> => {
  const pages = new Set<number>();
  if (!existsSync(file)) return pages;
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(32);
    readSync(handle, header, 0, header.length, 0);
    const frame = Buffer.alloc(24);
    let uncommitted: number[] = [];
    for (let at = header.length; readSync(handle, frame, 0, frame.length, at) === frame.length; at += frame.length + pageSize) {
      // Left from before the WAL began anew.
      if (frame.compare(header, 16, 24, 8, 16) !== 0) break;
      uncommitted.push(frame.readUInt32BE(0));
      if (frame.readUInt32BE(4) === 0) continue;
      for (const page of uncommitted) pages.add(page);
      uncommitted = [];
    }
    return pages;
  } finally {
    closeSync(handle);
  }
};

type SchemaObject = { readonly type: string; readonly name: string; readonly sql: string };
const objects = (db: Db): Map<string, SchemaObject> =>
  new Map((db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'").all() as SchemaObject[]).map((object) => [object.name, object]));
const expected = new Map<string, Map<string, SchemaObject>>();
const objectsOf = ({ schema }: Kind): Map<string, SchemaObject> => {
  const known = expected.get(schema);
  if (known !== undefined) return known;
  const db = new Database(MEMORY);
  db.exec(schema);
  const made = objects(db);
  db.close();
  expected.set(schema, made);
  return made;
};
const WORD: Readonly<Record<string, string>> = { table: 'tabellen', index: 'indexet', trigger: 'spärren', view: 'vyn' };

const verifySchema = (db: Db, file: string, kind: Kind): void => {
  const there = objects(db);
  const wanted = objectsOf(kind);
  for (const { type, name, sql } of wanted.values()) {
    const found = there.get(name);
    if (found?.sql === sql) continue;
    throw new DataFault(`${kind.name} (${file}) är inte som Klubba lämnade den: ${WORD[type]} ${name} ${found === undefined ? 'saknas' : 'är ändrad'}. Någon har ändrat filen med ett annat verktyg. Återställ från säkerhetskopia.`);
  }
  if (kind.more === true) return;
  for (const { type, name } of there.values()) {
    if (!wanted.has(name)) throw new DataFault(`${kind.name} (${file}) är inte som Klubba lämnade den: ${WORD[type]} ${name} hör inte dit. Någon har ändrat filen med ett annat verktyg.`);
  }
};

/** The settings that live in a connection. */
export const pragmasOf = ({ synchronous }: Kind): readonly string[] => [
  'trusted_schema = OFF',
  // Without it REPLACE deletes behind the triggers' backs.
  'recursive_triggers = ON',
  `synchronous = ${synchronous}`,
  // macOS: fsync alone leaves the bytes in the drive's memory.
  'fullfsync = ON',
];

/** With its settings, read back, since SQLite ignores one that it does not take. */
const prepared = (db: Db, file: string, kind: Kind): Db => {
  try {
    if (file !== MEMORY) db.pragma('journal_mode = WAL');
    for (const pragma of pragmasOf(kind)) db.pragma(pragma);
    const settings: readonly (readonly [string, unknown])[] = [
      ['recursive_triggers', 1], ['journal_mode', file === MEMORY ? 'memory' : 'wal'],
      ['synchronous', SYNCHRONOUS[kind.synchronous]], ['page_size', kind.pageSize],
    ];
    for (const [pragma, wanted] of settings) {
      const is = db.pragma(pragma, { simple: true });
      if (is !== wanted) throw new DataFault(`${kind.name} (${file}) går inte att använda säkert: inställningen ${pragma} är ${String(is)} och ska vara ${String(wanted)}.`);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

export const codeOf = (error: unknown): string => {
  // Not `instanceof`: a native error may come from another realm, as it does under jest.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

/** An error of SQLite or the file system as an operator can act on it. What is none of those, or Swedish already, is left as it is. */
export const inSwedish = (error: unknown, name: string, file: string): unknown => {
  const code = codeOf(error);
  const cause = { cause: error };
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new StoreUnavailable(`Disken är full: ${file} kan inte växa. Inget av det som skulle skrivas är sparat. Frigör utrymme och försök igen.`, cause);
  if (code.includes('FSYNC')) return new StoreUnavailable(`Disken kunde inte bekräfta en skrivning i ${file} (${code}). Utfallet är okänt. Se över disken, starta om Klubba och skicka samma kommando igen med samma id.`, cause);
  if (code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'EFBIG') return new StoreUnavailable(`Disken är full eller spärrad: ${file} tog inte emot en skrivning (${code}). Inget av det som skulle skrivas är sparat. Frigör utrymme, eller höj gränsen för filers storlek, och försök igen.`, cause);
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new StoreUnavailable(`Disken svarar inte som den ska för ${file} (${code}). Se över disken och försök igen.`, cause);
  if (code.startsWith('SQLITE_CORRUPT')) return new DataFault(`${name} är avhuggen eller skadad: ${file}. Skriv inte i den; återställ från säkerhetskopia.`, cause);
  if (code === 'SQLITE_NOTADB') return new DataFault(`${file} är ingen databas. ${name} läses inte ur den.`, cause);
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new StoreUnavailable(`Klubba får inte skriva i ${file}. Ge användaren som kör Klubba skrivrätt, eller sätt DATA_DIR till en annan mapp.`, cause);
  if (code.startsWith('SQLITE_CANTOPEN')) return new StoreUnavailable(`${file} går inte att öppna. Se över mappens och filens rättigheter.`, cause);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new StoreUnavailable(`${file} är upptagen av en annan process. Försök igen.`, cause);
  return error;
};

/**
 * Holds the file for writing until released or until the process dies, in whatever way: the lock is the operating
 * system's, on a file of its own, so that readers are not kept out. Take it before `openDatabase`. Throws
 * StoreUnavailable when someone else holds it, in another process or in this one.
 */
export const takeWriteLock = (file: string, kind: Kind): (() => void) => {
  if (file === MEMORY) return () => undefined;
  mayUse(file, kind, false);
  // By its real name, so that two links to one file meet.
  const lockFile = `${existsSync(file) ? realpathSync(file) : file}.las`;
  let lock: Db | undefined;
  try {
    lock = new Database(lockFile, { timeout: 0 });
    // Nothing is ever stored in it, so nothing needs a journal that a killed process would leave behind.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return () => held.close();
  } catch (error) {
    lock?.close();
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw inSwedish(error, 'Låsfilen', lockFile);
    throw new StoreUnavailable(`${kind.name} (${file}) skrivs redan av en annan process. Bara en process i taget får skriva i den: stoppa den andra, eller ge denna en egen DATA_DIR.`, { cause: error });
  }
};
