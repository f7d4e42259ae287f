import type { AllStreamSubscription } from '@eventstore/db-client';
import type { Connection } from './connection';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** One that lived this long was a good one: the next break is met at once. */
const LONG_LIFE_MS = 10_000;

/**
 * A live subscription that only says "there is more", since the server drops one that cannot keep up and never brings it
 * back. Opened again after any end, with longer and longer pauses; whoever listens is nudged then too, for what came between.
 */
export class Nudge {
  private subscription: AllStreamSubscription | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE_MS;
  private over = false;

  /** `reopened` is called when the server has taken a subscription up again after a break. */
  constructor(private readonly connection: Connection, private readonly more: () => void, private readonly reopened: () => void) {
    this.open(false);
  }

  close(): void {
    this.over = true;
    clearTimeout(this.timer);
    void this.subscription?.unsubscribe().catch(() => undefined);
  }

  private open(again: boolean): void {
    const began = performance.now();
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      // One that the server has left open would count among the hundred.
      void subscription.unsubscribe().catch(() => undefined);
      if (this.over) return;
      if (performance.now() - began > LONG_LIFE_MS) this.pause = FIRST_PAUSE_MS;
      this.timer = setTimeout(() => this.open(true), this.pause).unref();
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    };
    const subscription = this.connection.subscribe();
    this.subscription = subscription;
    subscription.on('confirmation', () => {
      if (again) this.reopened();
      this.more();
    });
    subscription.on('data', () => this.more());
    for (const sign of ['error', 'end', 'close'] as const) subscription.on(sign, end);
  }
}
