const POLL_MS = 1000;

/**
 * Does a piece of work over and over for as long as it says that there is more, then rests until it is nudged. Nudges may
 * be lost, so it also wakes by itself every second. Never two at a time.
 */
export class Pump {
  private rest: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private readonly poll: NodeJS.Timeout;
  private running: Promise<void> | undefined;
  /** What was asked for while it ran. */
  private nudged = false;
  private hurried = false;
  private closed = false;

  /** `work` must not reject. `patienceMs` says how long a nudge may wait for company. */
  constructor(private readonly work: () => Promise<boolean>, private readonly patienceMs: () => number) {
    this.poll = setInterval(() => this.nudge(), POLL_MS).unref();
  }

  /** There may be something to do, when company has had its time to come. */
  nudge(): void {
    if (this.running !== undefined) this.nudged = true;
    else if (!this.closed) this.rest ??= setTimeout(() => this.run(), this.patienceMs());
  }

  /** Someone waits. */
  hurry(): void {
    if (this.running !== undefined) this.hurried = true;
    else if (!this.closed) this.run();
  }

  /** Someone failed and is to try again then. */
  retryIn(ms: number): void {
    if (!this.closed) this.retry ??= setTimeout(() => {
      this.retry = undefined;
      this.nudge();
    }, ms).unref();
  }

  /** Ends after what is under way. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.poll);
    clearTimeout(this.retry);
    clearTimeout(this.rest);
    await this.running;
  }

  private run(): void {
    clearTimeout(this.rest);
    this.rest = undefined;
    this.running = this.turns().finally(() => {
      this.running = undefined;
      // Hurried between the last look and now.
      if (this.hurried) this.hurry();
      else if (this.nudged) this.nudge();
    });
  }

  private async turns(): Promise<void> {
    for (let more = true; more && !this.closed;) {
      this.hurried = this.nudged = false;
      more = (await this.work()) || this.hurried;
      if (more) await new Promise(setImmediate);
    }
  }
}
