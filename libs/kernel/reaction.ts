import type { Command, Hinder } from './decider';
import type { Event } from './fact';
import type { AnyProjection } from './projection';
import type { Recorded } from './record';

/**
 * A wish for another stream. Its command id derives from the reaction's name and the fact's id, so one fact may wish for
 * one thing of each stream, and two things of the same stream need two reactions.
 */
export type Wish = { readonly category: string; readonly id: string; readonly command: Command };

/**
 * A fact in one stream that leads to a command in another, or to one in each of several others. Pure; run from the log with a checkpoint of its own, at
 * least once, on every node: the derived command id makes it once in effect. A hinder is an answer, not a fault.
 */
export type Reaction<E extends Event = Event> = {
  readonly name: string;
  readonly on: { readonly [Type in E['type']]?: (event: Recorded<Extract<E, { type: Type }>>) => Wish | readonly Wish[] | undefined };
  /**
   * Its wishes are nothing to those that have no document here as of the fact: they need not be sent. What comes to have one
   * later is a fact of its own, to be reacted to.
   */
  readonly concerns?: AnyProjection;
  /** What follows when the wish is refused: a number whose target is refused is marked, say. */
  readonly refused?: (event: Recorded<E>, hinder: Hinder) => Wish | undefined;
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the runner holds reactions to every fact
export type AnyReaction = Reaction<any>;
