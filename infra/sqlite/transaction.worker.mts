// Writes transactions in a thread of its own, so that nobody waits for the disk but those whose writing it is.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { type Parcel, transactionsOf, unpacked } from './transaction.ts';

export type ThreadData = { readonly file: string; readonly pragmas: readonly string[]; readonly statements: readonly string[] };
/** `refused`: what it was sent after was not written. */
export type Done = { readonly changes: readonly number[] } | { readonly fault: { readonly code: string; readonly message: string } } | 'refused';

const { file, pragmas, statements } = workerData as ThreadData;
const db = new Database(file, { timeout: 5000, fileMustExist: true });
for (const pragma of pragmas) db.pragma(pragma);
const carryOut = transactionsOf(db, statements);

let lost: number | undefined;
const answer = (sent: Parcel): Done => {
  if (sent.trust === lost) return 'refused';
  try {
    return { changes: carryOut(unpacked(sent)) };
  } catch (error) {
    lost = sent.trust;
    const { code = '', message } = error as NodeJS.ErrnoException;
    return { fault: { code, message } };
  }
};

parentPort!.on('message', (sent: Parcel | 'close') => {
  if (sent !== 'close') return parentPort!.postMessage(answer(sent));
  db.close();
  parentPort!.close();
});
parentPort!.postMessage('ready');
