/** Where a follower of the log stands, for health: 0 ms behind at the end of the log, otherwise since the first fact it has not taken in. */
export type Standing = { readonly name: string; readonly position: bigint; readonly lagMs: number; readonly fault?: string };

const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** Why a follower stands still, and when it tries again: later each time. */
export class Backoff {
  fault: string | undefined;
  private retryAt = 0;
  private pause = FIRST_MS;
  private behindSince: number | undefined;

  isOver(now: number): boolean {
    return now >= this.retryAt;
  }

  /** How long until it tries again. */
  pauseMs(now: number): number {
    return Math.max(0, this.retryAt - now);
  }

  /** `at`: the recorded time of the fact it stands before, when that is known. */
  fail(error: unknown, now: number, at: string | undefined): void {
    this.fault = error instanceof Error ? error.message : String(error);
    this.retryAt = now + this.pause;
    this.pause = Math.min(this.pause * 2, LONGEST_MS);
    this.behindSince = at === undefined ? (this.behindSince ?? now) : Date.parse(at);
  }

  /** It stands at the end of the log, or has come further. */
  succeed(): void {
    this.fault = undefined;
    this.retryAt = 0;
    this.pause = FIRST_MS;
    this.behindSince = undefined;
  }

  /** There may be more to take in, recorded then or later. */
  behind(at: string): void {
    this.behindSince = Date.parse(at);
  }

  standing(name: string, position: bigint, now: number): Standing {
    return {
      name, position, lagMs: this.behindSince === undefined ? 0 : Math.max(0, now - this.behindSince),
      ...(this.fault !== undefined && { fault: this.fault }),
    };
  }
}

/** When the first of those that stand still tries again; `undefined` when none does. */
export const nextTry = (all: readonly { readonly backoff: Backoff }[], now: number): number | undefined => {
  const pauses = all.filter(({ backoff }) => backoff.fault !== undefined).map(({ backoff }) => backoff.pauseMs(now));
  return pauses.length === 0 ? undefined : Math.min(...pauses);
};
