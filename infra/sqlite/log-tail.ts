import { categoryOf, idOf, type Log, type Recorded } from '@klubba/kernel';

const KEPT = 4096;

/** The end of the log, decoded once for all that follow it. */
export class LogTail {
  /** All facts after `from` up to the last of these. */
  private facts: readonly Recorded[] = [];
  private from = 0n;

  constructor(private readonly log: Log) {}

  /** Facts after a position, at most `limit`; fewer when the log gave no more, none when it ends here. */
  async after(position: bigint, limit: number): Promise<readonly Recorded[]> {
    const known = this.known(position, limit);
    if (known.length === limit) return known;
    const from = known.at(-1)?.position ?? position;
    const page = await this.log.readAll(from, limit - known.length);
    this.keep(from, page);
    return known.length === 0 ? page : [...known, ...page];
  }

  private known(position: bigint, limit: number): readonly Recorded[] {
    const last = this.facts.at(-1)?.position;
    if (last === undefined || position < this.from || position >= last) return [];
    const start = firstAfter(this.facts, position);
    return this.facts.slice(start, start + limit);
  }

  private keep(after: bigint, page: readonly Recorded[]): void {
    const last = page.at(-1);
    const known = this.facts.at(-1);
    if (last === undefined || (known !== undefined && known.position >= last.position)) return;
    const joined = known?.position === after ? [...this.facts, ...page] : page;
    const dropped = Math.max(0, joined.length - KEPT);
    if (dropped > 0) this.from = joined[dropped - 1]!.position;
    else if (joined === page) this.from = after;
    this.facts = dropped > 0 ? joined.slice(dropped) : joined;
  }
}

/** The index of the first fact after a position, in a list in log order. */
export const firstAfter = (facts: readonly Recorded[], position: bigint): number => {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (facts[middle]!.position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
export const least = (positions: readonly bigint[]): bigint | undefined => positions.reduce<bigint | undefined>((min, one) => (min === undefined || one < min ? one : min), undefined);
/** The part of a page up to where others stand, so that all go on together from there. */
export const upTo = (page: readonly Recorded[], position: bigint | undefined): readonly Recorded[] =>
  position === undefined || page.length === 0 || page.at(-1)!.position <= position ? page : page.filter((fact) => fact.position <= position);

export type Fact = { readonly event: Recorded; readonly id: string };
/** The facts of a page by what they are about, in log order. */
export const byCategory = (page: readonly Recorded[]): ReadonlyMap<string, readonly Fact[]> => {
  const facts = new Map<string, Fact[]>();
  for (const event of page) {
    const category = categoryOf(event.stream);
    const fact = { event, id: idOf(event.stream) };
    const already = facts.get(category);
    if (already === undefined) facts.set(category, [fact]);
    else already.push(fact);
  }
  return facts;
};
