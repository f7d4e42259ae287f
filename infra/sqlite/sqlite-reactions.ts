import { type AnyProjection, type AnyReaction, categoryOf, idOf, isRefusal, reactionId, type Receipt, type Recorded, type Refusal, type Wish } from '@klubba/kernel';
import { ascending, least, type LogTail, upTo } from './log-tail';
import type { Db } from './open';
import { Pump } from './pump';
import { Backoff, nextTry, type Standing } from './standing';
import { Waiters } from './waiters';

/** What a reaction's wish says of itself on its way to the decider. */
export type Signed = { readonly by: string; readonly command: string; readonly correlation: string; readonly cause: string };
/** Gives a wish to the one write path. A refusal is an answer; what it throws makes the reaction stand still and try again. */
export type Dispatch = (wish: Wish, signed: Signed) => Promise<Receipt | Refusal>;

const PAGE = 500;
/** A checkpoint that lags costs only a second look: dispatched facts move it at once, others now and then. */
const SPACING = 1000;
const PATIENCE_MS = 5;
/** How long after a fact, in facts, its reaction is looked for. */
const WINDOW = 20_000;
const RECOVERY_PAGE = 2000;

/** So many documents are remembered for having had a fact. */
const PASSED_MAX = 5000;

/** A read model of this node as it is committed; nothing while it is not what its projection says. */
export type Committed = (projection: AnyProjection) => { readonly position: bigint; has(id: string): boolean } | undefined;

/** Whether a document has been there as of the facts passed: told by the read model, and by the facts that it may not have taken in. */
class Concerned {
  private readonly passed = new Set<string>();
  /** Those that had no document when it was looked for; whatever has come since is in `passed`. */
  private readonly absent = new Set<string>();

  /** `since`: every fact after it is passed here. */
  constructor(private readonly projection: AnyProjection, private since: bigint, private readonly committed: Committed) {}

  pass({ stream, position }: Recorded): void {
    if (categoryOf(stream) !== this.projection.category) return;
    if (this.passed.size >= PASSED_MAX) {
      this.passed.clear();
      this.absent.clear();
      this.since = position;
    }
    this.passed.add(idOf(stream));
  }

  /** When it cannot be told, yes. */
  maybe(id: string): boolean {
    if (this.passed.has(id)) return true;
    if (this.absent.has(id)) return false;
    const model = this.committed(this.projection);
    if (model === undefined || model.position < this.since || model.has(id)) return true;
    if (this.absent.size >= PASSED_MAX) this.absent.clear();
    this.absent.add(id);
    return false;
  }
}

type Running = { readonly reaction: AnyReaction; readonly backoff: Backoff; at: bigint; saved: bigint | undefined; skipped: number; failed: Recorded | undefined; concerned: Concerned | undefined };
type Step = ((event: Recorded) => Wish | readonly Wish[] | undefined) | undefined;

/**
 * Runs reactions: pulls the log, dispatches what they wish, and remembers how far each has come. At least once, and once
 * in effect, since a wish's command id derives from its reaction and its fact.
 */
export class Reactions {
  private readonly all: readonly Running[];
  private readonly pump: Pump;
  private readonly move;
  private readonly waiters = new Waiters((position) => this.all.every(({ at, backoff }) => at >= position || backoff.fault !== undefined));
  /** How far the log reached by the last receipt: what reactions to the facts so far have led to. */
  private reached: bigint;

  /** `tip` is the end of the log now: what earlier runs led to lies before it. */
  constructor(private readonly db: Db, private readonly tail: LogTail, reactions: readonly AnyReaction[], private readonly dispatch: Dispatch, private readonly committed: Committed, private readonly clock: () => number, private readonly tip: bigint) {
    const find = db.prepare<[string], bigint>('SELECT position FROM reaktion WHERE name = ?').safeIntegers().pluck();
    this.move = db.prepare<[string, bigint]>('INSERT INTO reaktion (name, position) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = max(position, excluded.position)');
    this.all = reactions.map((reaction) => {
      const saved = find.get(reaction.name);
      return { reaction, backoff: new Backoff(), at: saved ?? 0n, saved, skipped: 0, failed: undefined, concerned: undefined };
    });
    this.reached = tip;
    this.pump = new Pump(() => this.round(), () => PATIENCE_MS);
  }

  nudge(): void {
    if (this.all.length === 0) return;
    if (this.waiters.some) this.pump.hurry();
    else this.pump.nudge();
  }

  async close(): Promise<void> {
    this.waiters.close();
    await this.pump.close();
  }

  status(): readonly Standing[] {
    return this.all.map(({ reaction, at, backoff }) => backoff.standing(reaction.name, at, this.clock()));
  }

  /**
   * Answers how far the log reached when every reaction had come past `position`; `undefined` when none of it came about in
   * time. One that stands still with a fault is not waited for: it is told in `status`.
   */
  async past(position: bigint, patienceMs: number): Promise<bigint | undefined> {
    const waited = this.waiters.wait(position, patienceMs);
    if (this.waiters.some) this.pump.hurry();
    return (await waited) ? this.reached : undefined;
  }

  /** One page for those who stand at the same place; those who stand behind the others are brought up to them. */
  private async round(): Promise<boolean> {
    await this.recover();
    const due = this.all.filter(({ backoff, saved }) => saved !== undefined && backoff.isOver(this.clock()));
    let more = false;
    for (const at of [...new Set(due.map((one) => one.at))].sort(ascending)) {
      const here = due.filter((one) => one.at === at);
      try {
        const next = least(due.map((one) => one.at).filter((other) => other > at));
        const page = upTo(await this.tail.after(at, PAGE), next);
        if (page.length > 0) await this.react(here, page);
        else for (const { backoff } of here) backoff.succeed();
        if (page.length > 0 && here.some(({ backoff }) => backoff.fault === undefined)) {
          if (next !== undefined || page.length >= PAGE) more = true;
          else this.nudge();
        }
      } catch (error) {
        for (const { backoff } of here) backoff.fail(error, this.clock(), undefined);
      }
      this.waiters.moved();
    }
    const pause = nextTry(this.all, this.clock());
    if (pause !== undefined) this.pump.retryIn(pause);
    return more;
  }

  /**
   * Where a checkpoint is missing, because the file was thrown away, the log itself tells how far the reaction had come: its
   * facts name their cause. Begun anew, a wish that was once refused might be granted by what stands there today.
   */
  private async recover(): Promise<void> {
    const lost = new Map(this.all.filter(({ saved, backoff }) => saved === undefined && backoff.isOver(this.clock())).map((one) => [`system:${one.reaction.name}`, one]));
    if (lost.size === 0) return;
    try {
      // By id: how far a reaction to this fact had surely come. A page is dispatched at once, so that is a page before it.
      const sure = new Map<string, bigint>();
      const lastPage: bigint[] = [];
      let position = 0n;
      for (let n = 0; position < this.tip;) {
        for (const fact of await this.tail.after(position, RECOVERY_PAGE)) {
          const one = lost.get(fact.by);
          const had = one === undefined || fact.cause === null ? undefined : sure.get(fact.cause);
          if (one !== undefined && had !== undefined && had > one.at) one.at = had;
          sure.set(fact.id, lastPage[n % PAGE] ?? 0n);
          if (sure.size > WINDOW) sure.delete(sure.keys().next().value!);
          lastPage[n++ % PAGE] = fact.position;
          position = fact.position;
        }
        await new Promise(setImmediate);
      }
      this.save([...lost.values()]);
    } catch (error) {
      for (const { backoff } of lost.values()) backoff.fail(error, this.clock(), undefined);
    }
  }

  /** In one transaction: a page moves many, and each transaction of its own costs more than all their rows. */
  private save(those: readonly Running[]): void {
    if (those.length === 0) return;
    this.db.transaction(() => those.forEach(({ reaction, at }) => this.move.run(reaction.name, at))).immediate();
    for (const one of those) {
      one.saved = one.at;
      one.skipped = 0;
    }
  }

  private async react(here: readonly Running[], page: readonly Recorded[]): Promise<void> {
    // Wishes for one stream keep their order; those for different streams share the store's flushes.
    const queues = new Map<string, Promise<void>>();
    const underWay: Promise<void>[] = [];
    const ask = (one: Running, fact: Recorded, wish: Wish, suffix: string): void => {
      const stream = `${wish.category}-${wish.id}`;
      const turn = (queues.get(stream) ?? Promise.resolve()).then(async () => {
        // After a fault nothing later is asked for: it would overtake.
        if (one.failed !== undefined && one.failed.position <= fact.position) return;
        try {
          const { name, refused } = one.reaction;
          const signed: Signed = { by: `system:${name}`, command: reactionId(name + suffix, fact.id), correlation: fact.correlation, cause: fact.id };
          const answer = await this.dispatch(wish, signed);
          if (!isRefusal(answer)) {
            if (answer.position > this.reached) this.reached = answer.position;
            return;
          }
          const instead = suffix === '' ? refused?.(fact, answer.hinder[0]) : undefined;
          if (instead !== undefined) ask(one, fact, instead, ':hinder');
        } catch (error) {
          this.stop(one, fact, error);
        }
      });
      queues.set(stream, turn);
      underWay.push(turn);
    };
    const listened = new Set<Running>();
    for (const one of here) {
      const { concerns } = one.reaction;
      if (concerns !== undefined) one.concerned ??= new Concerned(concerns, one.at, this.committed);
    }
    for (const fact of page) {
      for (const one of here) {
        one.concerned?.pass(fact);
        const step = (one.reaction.on as Readonly<Record<string, Step>>)[fact.type];
        if (step === undefined || one.failed !== undefined) continue;
        listened.add(one);
        try {
          for (const wish of listOf(step(fact))) if (one.concerned?.maybe(wish.id) !== false) ask(one, fact, wish, '');
        } catch (error) {
          this.stop(one, fact, error);
        }
      }
    }
    // A refused wish may lead to another while the first are waited for.
    for (let waited = 0; waited < underWay.length; waited++) await underWay[waited];
    for (const one of here) this.advance(one, page);
    this.save(here.filter((one) => one.at > one.saved! && (listened.has(one) || one.skipped >= SPACING)));
  }

  private stop(one: Running, fact: Recorded, error: unknown): void {
    if (one.failed === undefined || fact.position < one.failed.position) one.failed = fact;
    one.backoff.fail(new Error(`Reaktionen ${one.reaction.name} står still vid ${fact.type} (position ${fact.position}): ${error instanceof Error ? error.message : String(error)}`, { cause: error }), this.clock(), fact.at);
  }

  private advance(one: Running, page: readonly Recorded[]): void {
    const { failed } = one;
    one.failed = undefined;
    const done = failed === undefined ? page.length : page.findIndex(({ position }) => position === failed.position);
    if (done > 0) one.at = page[done - 1]!.position;
    if (failed === undefined) {
      one.backoff.succeed();
      one.backoff.behind(page.at(-1)!.at);
    }
    one.skipped += done;
  }
}

const listOf = (wished: Wish | readonly Wish[] | undefined): readonly Wish[] => (wished === undefined ? [] : Array.isArray(wished) ? (wished as readonly Wish[]) : [wished as Wish]);
