import type { Worker } from 'node:worker_threads';
import { Ambiguous } from '@klubba/kernel';
import { startThread } from '../thread';
import type { Db } from './open';
import { packed, type Step, transactionsOf } from './transaction';
import type { Done, ThreadData } from './transaction.worker.mts';

/** So many transactions are with the thread at a time: it has the next one when it is through with one. */
const DEPTH = 2;
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
  /** Those whose transactions are with the thread, in their order. */
  private readonly waiting: Told[] = [];
  private trust = 0;
  private fault: Error | undefined;
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

  /** Whether something is with the thread. Then nothing may be written `here`. */
  get busy(): boolean {
    return this.waiting.length > 0;
  }

  /** Whether the thread can take one more. It is begun when it has been asked for often enough to be worth it, and nobody waits for that. */
  takes(): boolean {
    if (this.alone || (this.thread === undefined && ++this.asked % BEGIN_AT !== 0)) return false;
    this.thread ??= this.begin();
    return this.thread.ready && this.waiting.length < DEPTH;
  }

  /**
   * To be asked only when the thread `takes` it. Rejects with an error that has SQLite's code; nothing is changed then, nor by what
   * was sent after it, which gets the same error. Ambiguous when the thread was lost: perhaps it is.
   */
  away(steps: readonly Step[]): Promise<readonly number[]> {
    const parcel = packed(steps, this.trust);
    const { worker } = this.thread!;
    return new Promise((done, failed) => {
      this.waiting.push({ done, failed });
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
    const worker = startThread(__dirname, 'transaction', { workerData: this.data });
    const thread = { worker, ready: false };
    worker.unref();
    worker.on('message', (message: Done | 'ready') => {
      if (message === 'ready') {
        thread.ready = true;
        return;
      }
      const { done, failed } = this.waiting.shift()!;
      if (!this.busy) worker.unref();
      if (message === 'refused') failed(this.fault!);
      else if ('changes' in message) done(message.changes);
      else {
        this.trust++;
        failed((this.fault = Object.assign(new Error(message.fault.message), { code: message.fault.code })));
      }
    });
    const lost = (cause?: unknown): void => {
      if (this.thread !== thread) return;
      this.thread = undefined;
      this.alone = !thread.ready;
      const fault = new Ambiguous(`${this.data.file}: the thread that writes was lost`, { cause });
      for (const { failed } of this.waiting.splice(0)) failed(fault);
    };
    worker.on('error', lost);
    worker.on('exit', () => lost());
    return thread;
  }
}
