import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Ambiguous } from '@klubba/kernel';
import type { Db } from './open';
import { packed, type Step, transactionsOf } from './transaction';
import type { Done, ThreadData } from './transaction.worker.mts';

// Written as TypeScript, run as JavaScript; under the tests Node itself takes the types away.
const EXTENSION = extname(__filename) === '.ts' ? '.mts' : '.mjs';

/** A thread costs a twentieth of a second and some megabytes: not for those who come together once. */
const BEGIN_AT = 16;

type Told = { readonly done: (changes: readonly number[]) => void; readonly failed: (error: Error) => void };

/**
 * Writes one file, a transaction at a time: here and now, or in a thread of its own while this one goes on. The hop to the
 * thread costs what a flush does on a fast disk, so one who is alone is served here; the thread is for those who come together.
 */
export class Writer {
  private readonly carryOut: (steps: readonly Step[]) => readonly number[];
  private thread: { readonly worker: Worker; ready: boolean } | undefined;
  private told: Told | undefined;
  /** A file in memory has no thread; one that could not begin is not tried again. */
  private alone: boolean;
  private asked = 0;

  /** `pragmas`: the settings of the connection, for the thread's own. */
  constructor(db: Db, private readonly data: ThreadData) {
    this.carryOut = transactionsOf(db, data.statements);
    this.alone = data.file === ':memory:';
  }

  /** Throws as SQLite does; nothing is changed then. */
  here(steps: readonly Step[]): readonly number[] {
    return this.carryOut(steps);
  }

  /** Whether the thread can take something. It is begun when it has been asked for often enough to be worth it, and nobody waits for that. */
  awaits(): boolean {
    if (this.alone || (this.thread === undefined && ++this.asked % BEGIN_AT !== 0)) return false;
    this.thread ??= this.begin();
    return this.thread.ready && this.told === undefined;
  }

  /** To be asked only when the thread `awaits`. Rejects with an error that has SQLite's code; nothing is changed then. Ambiguous when the thread was lost: perhaps it is. */
  away(steps: readonly Step[]): Promise<readonly number[]> {
    const parcel = packed(steps);
    const { worker } = this.thread!;
    return new Promise((done, failed) => {
      this.told = { done, failed };
      worker.ref();
      worker.postMessage(parcel, [parcel.numbers.buffer, parcel.bytes.buffer]);
    });
  }

  /** Lets go of the thread and what it remembers of the file. To be asked only when nothing is under way. */
  async rest(): Promise<void> {
    const { thread } = this;
    this.thread = undefined;
    if (thread === undefined) return;
    const gone = new Promise((resolve) => thread.worker.once('exit', resolve));
    thread.worker.ref();
    if (thread.ready) thread.worker.postMessage('close');
    else void thread.worker.terminate();
    await gone;
  }

  private begin(): { readonly worker: Worker; ready: boolean } {
    // Under the tests Node finds out by itself that what the worker imports is a module, and says so.
    const execArgv = [...process.execArgv, '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
    const worker = new Worker(join(__dirname, `transaction.worker${EXTENSION}`), { workerData: this.data, execArgv });
    const thread = { worker, ready: false };
    worker.unref();
    worker.on('message', (message: Done | 'ready') => {
      if (message === 'ready') {
        thread.ready = true;
        return;
      }
      const { told } = this;
      this.told = undefined;
      worker.unref();
      if ('changes' in message) told?.done(message.changes);
      else told?.failed(Object.assign(new Error(message.fault.message), { code: message.fault.code }));
    });
    const lost = (cause?: unknown): void => {
      if (this.thread !== thread) return;
      this.thread = undefined;
      this.alone = !thread.ready;
      const { told } = this;
      this.told = undefined;
      told?.failed(new Ambiguous(`${this.data.file}: the thread that writes was lost`, { cause }));
    };
    worker.on('error', lost);
    worker.on('exit', () => lost());
    return thread;
  }
}
