import type { Log } from '@klubba/kernel';
import { DataFault, type Db, type Kind } from './open';
import { documentsOf, registerOf } from './table-name';

/** The file of the read models. It belongs to one copy of one log, and may always be thrown away. */
export const readModelFile = (logg: string, upplaga: string): Kind => ({
  name: 'Läsmodellerna',
  applicationId: 0x4b4c424d,
  version: 1,
  pageSize: 16384,
  synchronous: 'NORMAL',
  more: true,
  schema: `
    CREATE TABLE meta (namn TEXT PRIMARY KEY, varde TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE modell (name TEXT PRIMARY KEY, revision INTEGER NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE reaktion (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE tid (position INTEGER PRIMARY KEY, senast TEXT NOT NULL) STRICT;
    CREATE INDEX tid_senast ON tid (senast, position);
  `,
  fill: (db) => {
    const put = db.prepare<[string, string]>('INSERT INTO meta (namn, varde) VALUES (?, ?)');
    put.run('logg', logg);
    put.run('upplaga', upplaga);
  },
});

/** Pages (of 16 kB) that the WAL may hold before SQLite moves them into the file, which makes those who write there wait. */
export const WAL_PAGES = 500;
export const WAL_BYTES_MAX = 16 * 2 ** 20;

const howToMend = (file: string): string => `Läsmodellerna kan alltid göras om ur loggen: stoppa Klubba, ta bort ${file} (och ${file}-wal, ${file}-shm om de finns) och starta igen.`;

/** Checkpoints beyond the end of the log: it was set back to a backup, and what is appended now would be passed over. */
export const checkReach = async (db: Db, file: string, { store }: Log): Promise<void> => {
  const front = db.prepare<[], bigint | null>('SELECT max(position) FROM modell').safeIntegers().pluck().get() ?? 0n;
  // Asked for after the checkpoints were read: another process may be moving both.
  if (front > (await store.tip())) throw new DataFault(`Läsmodellerna (${file}) har kommit längre än loggen, som alltså har återställts till en äldre kopia. ${howToMend(file)}`);
};

/** The log that the file belongs to, and which copy: a checkpoint of another one would skip facts or meet them twice. */
export const checkOwner = (db: Db, file: string, { store }: Log): void => {
  const of = (name: string): string | undefined => db.prepare<[string], string>('SELECT varde FROM meta WHERE namn = ?').pluck().get(name);
  const how = howToMend(file);
  if (of('logg') !== store.logg) throw new DataFault(`Läsmodellerna (${file}) hör till en annan logg. ${how}`);
  if (of('upplaga') !== store.upplaga) throw new DataFault(`Läsmodellerna (${file}) hör till en annan kopia av loggen, som återställts eller flyttats. ${how}`);
};

/** Tables of builds that were broken off. */
export const sweep = (db: Db): void => {
  const used = new Set((db.prepare('SELECT name, generation FROM modell').all() as { name: string; generation: number }[]).flatMap(({ name, generation }) => [documentsOf(name, generation), registerOf(name, generation)]));
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'd^_%' ESCAPE '^' OR name LIKE 'r^_%' ESCAPE '^')`).pluck().all();
  for (const table of tables) if (!used.has(`"${table}"`)) db.exec(`DROP TABLE "${table}"`);
};
