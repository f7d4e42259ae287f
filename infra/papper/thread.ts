import { startThread } from '../thread';

/** What a file from outside may cost before it is given up. `memoryMb` counts the heap and what lies beside it. */
export type Caps = { readonly memoryMb: number; readonly ms: number };
/** Why a worker did not answer: it ran out of what it may use, or fell over its file. */
export class GivenUp extends Error {
  constructor(readonly why: 'memory' | 'time' | 'crash', options?: ErrorOptions) {
    super(`a paper was given up: ${why}`, options);
    this.name = 'GivenUp';
  }
}

const LOOK_MS = 50;
const MB = 2 ** 20;

/** So many papers are read at a time; the others wait their turn. Each may take all its memory. */
const AT_ONCE = 2;
let reading = 0;
const waiting: (() => void)[] = [];
const turn = (): Promise<void> => (reading < AT_ONCE ? Promise.resolve(void reading++) : new Promise((resolve) => waiting.push(resolve)));
const done = (): void => {
  const next = waiting.shift();
  if (next === undefined) reading--;
  else next();
};

/**
 * Runs `<name>.worker` beside this file on the bytes, in a thread of its own, and answers what it posts. A file from
 * outside is hostile until shown otherwise: what inflates without end or never finishes costs a thread and not the house.
 * Rejects with GivenUp.
 */
export const inThread = async <T>(name: string, bytes: Uint8Array, caps: Caps): Promise<T> => {
  await turn();
  try {
    return await run<T>(name, bytes, caps);
  } finally {
    done();
  }
};

const run = <T>(name: string, bytes: Uint8Array, { memoryMb, ms }: Caps): Promise<T> => {
  const copy = new Uint8Array(bytes);
  const worker = startThread(__dirname, name, {
    workerData: copy, transferList: [copy.buffer], resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 }, stdout: true, stderr: true,
  });
  return new Promise<T>((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(late);
      clearInterval(look);
      settle();
      void worker.terminate();
    };
    const giveUp = (why: GivenUp['why'], cause?: unknown): void => end(() => reject(new GivenUp(why, { cause })));
    const late = setTimeout(() => giveUp('time'), ms);
    // The limit of the heap does not see buffers, which is where a file inflates.
    const look = setInterval(() => {
      void worker.getHeapStatistics().then(({ external_memory }) => external_memory > memoryMb * MB && giveUp('memory'), () => undefined);
    }, LOOK_MS);
    worker.once('message', (answer: T) => end(() => resolve(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) => giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error));
    worker.once('exit', () => giveUp('crash'));
  });
};
