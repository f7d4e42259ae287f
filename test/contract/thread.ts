import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

type Threaded = { readonly writer: { takes(): boolean; readonly thread: { readonly worker: Worker } | undefined } };

/** A store in SQLite whose thread is there, so that it writes what comes together from the first. */
export const withThread = async <S extends object>(store: S): Promise<S> => {
  const { writer } = store as unknown as Threaded;
  while (!writer.takes()) await setTimeout(2);
  return store;
};

/** The thread dies, in the middle of whatever it does. */
export const loseThread = (store: object): Promise<number> => (store as Threaded).writer.thread!.worker.terminate();
