import type { Worker } from 'node:worker_threads';
import type { Stored } from '@klubba/kernel';
import { startThread } from '../thread';
import type { Ask, Page, PagesData } from './pages.worker.mts';

/** So long after the last was asked for the thread is let go. */
const IDLE_MS = 1000;

type Thread = { readonly worker: Worker; readonly idle: NodeJS.Timeout };

/** Pages of a log in SQLite, read by a thread of its own. */
export class Pages {
  private thread: Thread | undefined;
  private readonly asked: ((page: Page | undefined) => void)[] = [];
  /** A file in memory has no thread; one that fell is not tried again. */
  private alone: boolean;

  /** `sql`: position and record of what comes after a position, at most so many. `idle` is called when the thread has been let go for want of something to do. */
  constructor(private readonly data: PagesData, private readonly idle: () => void) {
    this.alone = data.file === ':memory:';
  }

  /** Nothing when the thread could not read it. */
  async fetch(after: bigint, limit: number): Promise<readonly Stored[] | undefined> {
    if (this.alone) return undefined;
    this.thread ??= this.begin();
    const { worker, idle } = this.thread;
    worker.ref();
    idle.refresh();
    worker.postMessage({ after: Number(after), limit } satisfies Ask);
    const page = await new Promise<Page | undefined>((answer) => this.asked.push(answer));
    return page && unpacked(page);
  }

  /** Lets go of the thread. */
  async rest(): Promise<void> {
    const { thread } = this;
    this.lose(thread);
    await thread?.worker.terminate();
  }

  private begin(): Thread {
    const worker = startThread(__dirname, 'pages', { workerData: this.data });
    const idle = setTimeout(() => {
      this.idle();
      void this.rest();
    }, IDLE_MS).unref();
    const thread = { worker, idle };
    worker.unref();
    worker.on('message', (page: Page) => {
      this.asked.shift()?.(page);
      if (this.asked.length === 0) worker.unref();
    });
    // Whatever it was, the reader meets it too, and tells it.
    worker.on('error', () => (this.alone = true));
    worker.on('exit', () => this.lose(thread));
    return thread;
  }

  private lose(thread: Thread | undefined): void {
    if (thread === undefined || this.thread !== thread) return;
    this.thread = undefined;
    clearTimeout(thread.idle);
    for (const answer of this.asked.splice(0)) answer(undefined);
  }
}

const unpacked = ({ positions, ends, bytes: { buffer } }: Page): readonly Stored[] => {
  const stored: Stored[] = [];
  let start = 0;
  for (let i = 0; i < positions.length; i++) {
    const end = ends[i]!;
    stored.push({ position: BigInt(positions[i]!), bytes: Buffer.from(buffer, start, end - start) });
    start = end;
  }
  return stored;
};
