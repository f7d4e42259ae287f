import type { Command, Decider, Refusal } from './decider';
import type { Event, Facts } from './fact';
import type { Log } from './log';
import { type AnyProjection, asOf, type Projection } from './projection';
import type { AnyReaction } from './reaction';
import type { Upcasts } from './upcast';

/** What a command may look at outside its own stream before it is decided: other streams, as they stand in the log now. */
export class Surroundings {
  constructor(private readonly log: Log) {}
  /** A document folded from its stream in the log, current to the last fact. */
  read<Doc, E extends Event>(projection: Projection<Doc, E>, id: string): Promise<Doc | undefined> {
    return asOf(projection, this.log, id);
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the house holds deciders of every kind
export type AnyDecider = Decider<any, any, any, any>;

/** One stream category of the house: what decides in it, and what is read and follows from it. */
export type Noun = {
  readonly decider: AnyDecider;
  readonly upcasts?: Upcasts;
  readonly projections?: readonly AnyProjection[];
  readonly reactions?: readonly AnyReaction[];
  /** Commands that only reactions give: they have no mutation and no row in the table of roles. */
  readonly internal?: readonly string[];
  /** Completes a command with what its decision needs from other streams, so that the decider stays pure. Plain data in, plain data out. */
  readonly prepare?: (command: Command, id: string, around: Surroundings) => Promise<Command | Refusal>;
};

/** The facts of several nouns as one. Throws when two nouns use one name: projections go by the name alone. */
export const allFacts = (nouns: readonly Noun[]): Facts => {
  const all: Record<string, Facts[string]> = {};
  for (const { decider } of nouns) {
    for (const [type, declared] of Object.entries(decider.facts)) {
      if (type in all) throw new Error(`Faktat ${type} finns i två nomen.`);
      all[type] = declared;
    }
  }
  return all;
};
export const allUpcasts = (nouns: readonly Noun[]): Upcasts => Object.assign({}, ...nouns.map(({ upcasts }) => upcasts ?? {})) as Upcasts;
