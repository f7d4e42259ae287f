import { randomUUID } from 'node:crypto';
import { WrongExpectedVersionError } from '@eventstore/db-client';
import { StoreUnavailable, WritingStopped } from '@klubba/kernel';
import type { Connection } from './connection';

/** `posten.md` 1: a node whose clock differs more from the server's stops writing. */
const SKEW_MAX_MS = 2_000;
/** How long a measurement is believed: by then the machine's steady clock may have drifted by some tens of milliseconds. */
const FRESH_MS = 10 * 60_000;
/** A node whose clock is wrong looks again at most so often. */
const AGAIN_MS = 1_000;
/** A measurement is no better than half the time it took. */
const QUICK_MS = 500;
const ATTEMPTS_MAX = 5;

export type Clocks = {
  /** Milliseconds since 1970, as the facts are stamped. */
  readonly wall: () => number;
  /** Milliseconds that only ever rise, whatever is done to the wall clock. */
  readonly steady: () => number;
};
export const systemClocks: Clocks = { wall: Date.now, steady: () => performance.now() };

/** The server's time, less the steady clock, and how wrong that may be. */
type Measured = { readonly offset: number; readonly doubt: number; readonly at: number };

/**
 * Holds the machine's clock against the server's. The server's is read off a small event, in a stream of its own that is no
 * part of the log: before the first append and every ten minutes of writing. In between the steady clock stands for it, so
 * that a clock set wrong, or a machine back from sleep, is noticed at the very next append and before anything is stamped.
 */
export class ServerClock {
  private measured: Measured | undefined;
  private measuring: Promise<void> | undefined;

  constructor(private readonly connection: Connection, private readonly stream: string, private readonly clocks: Clocks = systemClocks) {}

  /** Nothing while the clocks agree. Throws WritingStopped when they do not, and what the connection throws. */
  check(): Promise<void> | undefined {
    if (this.isFresh() && this.obstacle() === undefined) return undefined;
    return this.measureAndJudge();
  }

  /** Why this node may not write; nothing while its clock is right, or not yet measured. */
  obstacle(): string | undefined {
    if (this.measured === undefined) return undefined;
    const { offset, doubt } = this.measured;
    const skew = this.clocks.wall() - this.clocks.steady() - offset;
    if (Math.abs(skew) - doubt <= SKEW_MAX_MS) return undefined;
    return `Klockan på den server som svarade går ${(Math.abs(skew) / 1000).toFixed(1)} s ${skew > 0 ? 'före' : 'efter'} loggens. Inget skrivs förrän den är rätt (högst ${SKEW_MAX_MS / 1000} s får skilja). Se över tidssynkroniseringen (NTP).`;
  }

  private isFresh(): boolean {
    return this.measured !== undefined && this.clocks.steady() - this.measured.at < FRESH_MS;
  }

  private async measureAndJudge(): Promise<void> {
    if (!this.isFresh() || this.clocks.steady() - this.measured!.at >= AGAIN_MS) {
      this.measuring ??= this.measure().finally(() => (this.measuring = undefined));
      await this.measuring;
    }
    const obstacle = this.obstacle();
    if (obstacle !== undefined) throw new WritingStopped(obstacle);
  }

  private async measure(): Promise<void> {
    let best: Measured | undefined;
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const one = await this.measureOnce();
      if (one === undefined) continue;
      if (best === undefined || one.doubt < best.doubt) best = one;
      if (best.doubt * 2 < QUICK_MS) break;
    }
    if (best === undefined) throw new StoreUnavailable('EventStoreDB:s klocka gick inte att läsa av. Försök igen.');
    this.measured = best;
  }

  /** Nothing when another node's event came between. */
  private async measureOnce(): Promise<Measured | undefined> {
    const version = ((await this.connection.readLast(this.stream))?.revision ?? -1) + 1;
    const event = { id: randomUUID(), type: 'KlockanAvlast', bytes: new Uint8Array(), metadata: { klubba: 'klocka' } };
    const sent = this.clocks.steady();
    try {
      await this.connection.insist(() => this.connection.append(this.stream, version, [event]));
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return undefined;
      throw error;
    }
    const answered = this.clocks.steady();
    const [own] = (await this.connection.readStream(this.stream, version, 1)) ?? [];
    if (own === undefined) return undefined;
    const doubt = (answered - sent) / 2;
    return { offset: own.created.getTime() - (sent + doubt), doubt, at: answered };
  }
}
