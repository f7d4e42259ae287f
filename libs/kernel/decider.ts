import type { Event, Facts } from './fact';
import { seal, type Sealed } from './fact';

/** A wish: an imperative name and plain data. `skal` holds the written reasons for warnings the asker passes. */
export type Command<Type extends string = string, Data = unknown> = Event<Type, Data> & { readonly skal?: Readonly<Record<string, string>> };

/** What a decision is made in. Read from the token and the clock once, at the edge; never looked up inside. */
export type Context = {
  /** The stream's id, or the id it will have. */
  readonly id: string;
  /** Random id of the person, or `system:<name>`. */
  readonly by: string;
  readonly roll: string;
  /** Recorded time, UTC. */
  readonly at: string;
  /** The client's command id: ids of things inside a stream derive from it. */
  readonly command: string;
};

/** Why a command may not be carried out: a code, a Swedish sentence, the lagrum. A VARNING is passed with a written reason. */
export type Hinder<Code extends string = string> = {
  readonly kod: Code;
  readonly allvar: 'STOPP' | 'VARNING';
  /** A person is written `{person:<uuid>}`: the edge puts the name there for those who may read it. */
  readonly text: string;
  readonly lagrum?: string;
};
/** A refusal is a value, not an exception: the user is told. All reasons at once, the first is the gravest. */
export type Refusal<Code extends string = string> = { readonly hinder: readonly [Hinder<Code>, ...Hinder<Code>[]] };

export const refuse = <Code extends string>(kod: Code, text: string, lagrum?: string): Refusal<Code> => ({
  hinder: [{ kod, allvar: 'STOPP', text, ...(lagrum !== undefined && { lagrum }) }],
});
export const isRefusal = (outcome: object): outcome is Refusal => 'hinder' in outcome;

/** A warning that stands unless the command gives a reason for it. */
export const warning = <Code extends string>(kod: Code, text: string, lagrum?: string): Hinder<Code> => ({
  kod, allvar: 'VARNING', text, ...(lagrum !== undefined && { lagrum }),
});

/** Nothing written, or only space. */
export const blank = (text: string | undefined): text is undefined => text === undefined || text.trim() === '';
export const noReason = (): Refusal<'SKAL_SAKNAS'> => refuse('SKAL_SAKNAS', 'Ange skäl.');

/** A warning that was passed, as it lies in the fact: which, and why. */
export type Avsteg = { readonly kod: string; readonly skal: Sealed<string> };

/**
 * Weighs warnings against the reasons given. Either a refusal with those that lack one, or `avsteg` to put in the fact,
 * sealed under `kid`; a reason for a warning that did not arise is not a fact and is dropped.
 */
export const weigh = <Code extends string>(command: Command, kid: string, warnings: readonly (Hinder<Code> | false | undefined)[]): Refusal<Code> | { readonly avsteg?: readonly Avsteg[] } => {
  const raised = warnings.filter((one): one is Hinder<Code> => one !== false && one !== undefined);
  const bare = raised.filter(({ kod }) => blank(command.skal?.[kod]));
  const [first, ...rest] = bare;
  if (first !== undefined) return { hinder: [first, ...rest] };
  return raised.length === 0 ? {} : { avsteg: raised.map(({ kod }) => ({ kod, skal: seal(kid, command.skal![kod]!) })) };
};

type Found<Code extends string> = Hinder<Code> | false | undefined;
/** What the rules have against a command that is given now: any STOPP refuses it, and they are all told; warnings are weighed. */
export const uphold = <Code extends string>(command: Command, kid: string, found: readonly Found<Code>[]): Refusal<Code> | { readonly avsteg?: readonly Avsteg[] } => {
  const [first, ...rest] = found.filter((one): one is Hinder<Code> => one !== false && one !== undefined && one.allvar === 'STOPP');
  return first === undefined ? weigh(command, kid, found) : { hinder: [first, ...rest] };
};

/** A rule that was broken, as it lies in the fact: which, and by what law. */
export type Brott = { readonly kod: string; readonly lagrum?: string };
/**
 * The same of what happened before Klubba and is only read in: it cannot be stopped any more, and nobody is asked for a
 * reason. What a rule would have stopped or warned of lies in the fact as `brott`, each once.
 */
export const admit = <Code extends string>(found: readonly Found<Code>[]): { readonly brott?: readonly Brott[] } => {
  const all = found.filter((one): one is Hinder<Code> => one !== false && one !== undefined).map(({ kod, lagrum }): Brott => ({ kod, ...(lagrum !== undefined && { lagrum }) }));
  const each = all.filter((one, i) => all.findIndex(({ kod, lagrum }) => kod === one.kod && lagrum === one.lagrum) === i);
  return each.length === 0 ? {} : { brott: each };
};

/** One kind of thing that decides. Pure and synchronous: no clock, no ids of its own, no I/O. */
export type Decider<C extends Command, State, E extends Event, Code extends string = string> = {
  /** The stream's category; its id follows after a dash. */
  readonly category: string;
  readonly facts: Facts;
  readonly initialState: State;
  /** The nämnd whose record a new stream belongs to; `null` for facts of the municipality. Asked only of the command that creates. */
  namnd(command: C, id: string): string | null;
  decide(command: C, state: State, context: Context): readonly E[] | Refusal<Code>;
  /** Must not fail: a fact cannot be refused afterwards. */
  evolve(state: State, event: E): State;
};

export const fold = <State, E extends Event>({ evolve, initialState }: Pick<Decider<never, State, E>, 'evolve' | 'initialState'>, events: readonly E[]): State =>
  events.reduce(evolve, initialState);

/** A missing case is a compile error; an unknown one at run time is a fault, never a shrug. */
export const unknownCase = (value: never): never => {
  throw new Error(`Unknown case: ${JSON.stringify((value as { type?: unknown } | null)?.type ?? value)}`);
};
