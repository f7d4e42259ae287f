type Waiter = { readonly position: bigint; readonly answer: (came: boolean) => void };

/** Those who wait for a follower to come past a position of the log. */
export class Waiters {
  private readonly waiting = new Set<Waiter>();

  constructor(private readonly isPast: (position: bigint) => boolean) {}

  get some(): boolean {
    return this.waiting.size > 0;
  }

  /** Whether it came there in time. */
  wait(position: bigint, patienceMs: number): Promise<boolean> {
    if (this.isPast(position)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        answer: (came) => {
          clearTimeout(timer);
          this.waiting.delete(waiter);
          resolve(came);
        },
      };
      const timer = setTimeout(() => waiter.answer(false), patienceMs);
      this.waiting.add(waiter);
    });
  }

  /** Answers those whose position has been passed. */
  moved(): void {
    for (const { position, answer } of [...this.waiting]) if (this.isPast(position)) answer(true);
  }

  close(): void {
    for (const { answer } of [...this.waiting]) answer(false);
  }
}
