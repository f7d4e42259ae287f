import type { Stored } from '@klubba/kernel';

/** What comes right after a position, at most so much; nothing where it could not be read, which the reader itself will then meet. */
export type Fetch = (after: bigint, limit: number) => Promise<readonly Stored[] | undefined>;

/**
 * The pages of a log that is read from end to end, fetched while those before are worked with. What is read stays true,
 * since the log only grows; where it ends is for the reader itself to see.
 */
export class ReadAhead {
  /** Full pages that came right after one another, and where the last of them ended. */
  private row = { pages: 0, end: -1n };
  /** What has been read, from where in it is not asked for and after which position that is, and what comes after it. */
  private ahead: { stored: readonly Stored[]; from: number; after: bigint; coming: Promise<readonly Stored[] | undefined> } | undefined;

  /** `beginAt`: after so many pages in a row it is worth it. `chunk`: so many are fetched at a time. */
  constructor(private readonly fetch: Fetch, private readonly beginAt: number, private readonly chunk: number) {}

  /** The page, where it has been read ahead and is full. */
  async page(after: bigint, limit: number): Promise<readonly Stored[] | undefined> {
    const { ahead } = this;
    if (ahead?.after !== after) return undefined;
    while (ahead.stored.length - ahead.from < limit) {
      const more = await ahead.coming;
      if (this.ahead !== ahead || ahead.after !== after) return undefined;
      if (more === undefined || more.length === 0) {
        this.ahead = undefined;
        return undefined;
      }
      ahead.coming = this.ask(more.at(-1)!.position);
      ahead.stored = [...ahead.stored.slice(ahead.from), ...more];
      ahead.from = 0;
    }
    const page = ahead.stored.slice(ahead.from, ahead.from + limit);
    ahead.from += limit;
    ahead.after = page.at(-1)!.position;
    return page;
  }

  /** What was read as it was asked for: when it is one page after another, those that come are read ahead. */
  note(after: bigint, limit: number, page: readonly Stored[]): void {
    if (page.length < limit) return;
    this.row = { pages: after === this.row.end ? this.row.pages + 1 : 1, end: page.at(-1)!.position };
    if (this.row.pages >= this.beginAt && this.ahead === undefined) this.ahead = { stored: [], from: 0, after: this.row.end, coming: this.ask(this.row.end) };
  }

  /** Nobody may come to wait for it. */
  private ask(after: bigint): Promise<readonly Stored[] | undefined> {
    return this.fetch(after, this.chunk).catch(() => undefined);
  }

  /** Lets go of what has been read and not asked for. */
  forget(): void {
    this.ahead = undefined;
    this.row = { pages: 0, end: -1n };
  }
}
