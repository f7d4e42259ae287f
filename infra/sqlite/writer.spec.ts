import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Writer } from './writer';

describe('Tråden som skriver en fil', () => {
  it('nekar det som sänts innan det förra föll, med samma fel, och tar det som sänds sedan', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'klubba-'));
    const file = join(folder, 'tal.db');
    const db = new Database(file);
    db.exec('CREATE TABLE tal (tal INTEGER PRIMARY KEY)');
    const writer = new Writer(db, { file, pragmas: [], statements: ['INSERT INTO tal VALUES (?)'] });
    const put = (tal: number): Promise<unknown> => writer.away([{ statement: 0, values: [tal], bytes: null }]);
    while (!writer.takes()) await setTimeout(1);
    await put(1);
    const [fell, after] = await Promise.allSettled([put(1), put(2)]) as PromiseRejectedResult[];
    expect(fell).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } });
    expect(after!.reason).toBe(fell!.reason);
    await put(3);
    expect(db.prepare('SELECT tal FROM tal ORDER BY tal').pluck().all()).toEqual([1, 3]);
    await writer.rest();
    db.close();
    rmSync(folder, { recursive: true });
  });
});
