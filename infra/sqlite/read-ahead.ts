import type { Worker } from 'node:worker_threads';
import type { Stored } from '@klubba/kernel';
import { startThread } from '../thread';
import type { Ask, Page, PagesData } from './pages.worker.mts';

/** A thread costs a twentieth of a second and some megabytes: not for those who read some pages. */
const BEGIN_AT = 16;
/** So many records are asked for at a time: to wake a thread costs what reading forty does. */
const CHUNK = 2000;
/** So long after the last was asked for the thread is let go. */
const IDLE_MS = 1000;

/**
 * The pages of a log that is read from end to end, read by a thread while those before are worked with. What is read stays
 * true, since the log only grows; where it ends is for the reader itself to see.
 */
export class ReadAhead {
  /** Full pages that came right after one another, and where the last of them ended. */
  private row = { pages: 0, end: -1n };
  /** What has been read and not asked for: what comes right after a position, and what comes after that. */
  private ahead: { after: bigint; stored: readonly Stored[]; coming: Promise<Page | undefined> } | undefined;
  private thread: { readonly worker: Worker; readonly idle: NodeJS.Timeout } | undefined;
  private readonly asked: ((page: Page | undefined) => void)[] = [];
  /** A file in memory has no thread; one that was lost is not tried again. */
  private alone: boolean;

  /** `sql`: position and record of what comes after a position, at most so many. */
  constructor(private readonly data: PagesData) {
    this.alone = data.file === ':memory:';
  }

  /** The page, where it has been read ahead and is full. */
  async page(after: bigint, limit: number): Promise<readonly Stored[] | undefined> {
    const { ahead } = this;
    if (ahead?.after !== after) return undefined;
    while (ahead.stored.length < limit) {
      const page = await ahead.coming;
      if (this.ahead !== ahead || ahead.after !== after) return undefined;
      if (page === undefined || page.positions.length === 0) {
        this.ahead = undefined;
        return undefined;
      }
      ahead.coming = this.ask(page.positions.at(-1)!);
      ahead.stored = [...ahead.stored, ...unpacked(page)];
    }
    const page = ahead.stored.slice(0, limit);
    ahead.after = page.at(-1)!.position;
    ahead.stored = ahead.stored.slice(limit);
    return page;
  }

  /** What was read without a thread: when it is one page after another, those that come are read ahead. */
  note(after: bigint, limit: number, page: readonly Stored[]): void {
    if (page.length < limit) return;
    this.row = { pages: after === this.row.end ? this.row.pages + 1 : 1, end: page.at(-1)!.position };
    if (this.row.pages >= BEGIN_AT && this.ahead === undefined && !this.alone) this.ahead = { after: this.row.end, stored: [], coming: this.ask(Number(this.row.end)) };
  }

  /** Lets go of the thread. */
  async rest(): Promise<void> {
    const { thread } = this;
    this.lose(thread);
    await thread?.worker.terminate();
  }

  private ask(after: number): Promise<Page | undefined> {
    this.thread ??= this.begin();
    const { worker, idle } = this.thread;
    worker.ref();
    idle.refresh();
    worker.postMessage({ after, limit: CHUNK } satisfies Ask);
    return new Promise((answer) => this.asked.push(answer));
  }

  private begin(): { readonly worker: Worker; readonly idle: NodeJS.Timeout } {
    const worker = startThread(__dirname, 'pages', { workerData: this.data });
    const thread = { worker, idle: setTimeout(() => void this.rest(), IDLE_MS).unref() };
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

  private lose(thread: ReadAhead['thread']): void {
    if (thread === undefined || this.thread !== thread) return;
    this.thread = this.ahead = undefined;
    this.row = { pages: 0, end: -1n };
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
