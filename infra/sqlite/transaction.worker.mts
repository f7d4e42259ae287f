// Writes transactions in a thread of its own, so that nobody waits for the disk but those whose writing it is.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { type Parcel, transactionsOf, unpacked } from './transaction.ts';

export type ThreadData = { readonly file: string; readonly pragmas: readonly string[]; readonly statements: readonly string[] };
export type Done = { readonly changes: readonly number[] } | { readonly fault: { readonly code: string; readonly message: string } };

const { file, pragmas, statements } = workerData as ThreadData;
const db = new Database(file, { timeout: 5000, fileMustExist: true });
for (const pragma of pragmas) db.pragma(pragma);
const carryOut = transactionsOf(db, statements);

parentPort!.on('message', (sent: Parcel | 'close') => {
  if (sent === 'close') {
    db.close();
    parentPort!.close();
    return;
  }
  try {
    parentPort!.postMessage({ changes: carryOut(unpacked(sent)) } satisfies Done);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    parentPort!.postMessage({ fault: { code, message } } satisfies Done);
  }
});
parentPort!.postMessage('ready');
