import type { Log, Recorded } from '@klubba/kernel';
import type { Db } from './open';
import { firstAfter } from './log-tail';

/** At most one row for so many facts. */
const SPACING = 256;
const PAGE = 512;

/** Now and then, the latest recorded time in the log so far: where to begin to look for a moment. */
export class TimeIndex {
  /** The last fact taken in; what is written may be behind it, and is then taken in again at the next start. */
  at: bigint;
  private latest: string;
  private since = 0;
  private rows: [bigint, string][] = [];
  private readonly insert;
  private readonly before;

  constructor(db: Db) {
    const last = db.prepare<[], { readonly position: bigint; readonly senast: string }>('SELECT position, senast FROM tid ORDER BY position DESC LIMIT 1').safeIntegers().get();
    this.at = last?.position ?? 0n;
    this.latest = last?.senast ?? '';
    this.insert = db.prepare<[bigint, string]>('INSERT OR IGNORE INTO tid (position, senast) VALUES (?, ?)');
    this.before = db.prepare<[string], bigint>('SELECT position FROM tid WHERE senast <= ? ORDER BY senast DESC, position DESC LIMIT 1').safeIntegers().pluck();
  }

  /** Takes in facts that come right after `from`, as far as they are new. Those of a page further on are left for later. */
  take(from: bigint, facts: readonly Recorded[]): void {
    if (from > this.at) return;
    for (let i = firstAfter(facts, this.at); i < facts.length; i++) {
      const { at, position } = facts[i]!;
      if (at > this.latest) this.latest = at;
      this.at = position;
      if (++this.since >= SPACING) {
        this.rows.push([position, this.latest]);
        this.since = 0;
      }
    }
  }

  /** Writes new rows; the caller holds the transaction. Each is true by itself, so one written twice does no harm. */
  write(): void {
    for (const row of this.rows) this.insert.run(...row);
  }

  settle(): void {
    this.rows = [];
  }

  /** The longest prefix of the log without a recorded time after `at`. Right however far this index has come: the log itself is read from there on. */
  async positionAt(log: Log, at: string): Promise<bigint> {
    const moment = new Date(at).toISOString();
    let position = this.before.get(moment) ?? 0n;
    for (;;) {
      const page = await log.readAll(position, PAGE);
      if (page.length === 0) return position;
      for (const fact of page) {
        if (fact.at > moment) return position;
        position = fact.position;
      }
    }
  }
}
