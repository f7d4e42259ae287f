// Reads pages of the log in a thread of its own, for those who read it from end to end.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

export type PagesData = { readonly file: string; readonly sql: string };
export type Ask = { readonly after: number; readonly limit: number };
/** Where the records stand, where each ends among the bytes, and the bytes: moved at once, since an object for each would cost more than to read it. */
export type Page = { readonly positions: Float64Array<ArrayBuffer>; readonly ends: Float64Array<ArrayBuffer>; readonly bytes: Uint8Array<ArrayBuffer> };

const { file, sql } = workerData as PagesData;
const db = new Database(file, { timeout: 5000, fileMustExist: true, readonly: true });
const select = db.prepare<[number, number], [position: number, record: Buffer]>(sql).raw();

parentPort!.on('message', ({ after, limit }: Ask) => {
  const rows = select.all(after, limit);
  const page: Page = { positions: new Float64Array(rows.length), ends: new Float64Array(rows.length), bytes: new Uint8Array(rows.reduce((size, [, { length }]) => size + length, 0)) };
  let end = 0;
  rows.forEach(([position, record], i) => {
    page.positions[i] = position;
    page.bytes.set(record, end);
    page.ends[i] = end += record.length;
  });
  parentPort!.postMessage(page, [page.positions.buffer, page.ends.buffer, page.bytes.buffer]);
});
