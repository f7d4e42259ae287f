import { Inject, type Type } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type EdgeContext } from './context';
import { type Hinder, type Kvitto, Skal, Utfall } from './outcome';

/**
 * What the edge needs to know of one command: its input class, what it says of itself, and whether it makes a new stream:
 * one with an id of its own (`true`), or one that its data names, as a series is named by nämnd and year.
 */
export type CommandInput = { readonly input: Type<object>; readonly om: string; readonly skapar?: true | ((data: object) => string) };
export type CommandInputs = Readonly<Record<string, CommandInput>>;

export type Asked = {
  readonly category: string;
  readonly type: string;
  /** Absent for a command that creates: its stream's id derives from who asks and the command id, or from its data. */
  readonly id?: string;
  readonly kommandoId: string;
  readonly sedd?: number;
  readonly skal?: readonly Skal[];
  readonly data: object;
};
/** The one door for commands: validates, weighs the role, puts the command on the bus and words the answer. */
export interface Door {
  ask(asked: Asked, spec: CommandInput, context: EdgeContext): Promise<Kvitto | Hinder>;
}
export const DOOR = Symbol('Door');

/** A Nest resolver with one mutation per command: `OppnaArende` is `oppnaArende(kommandoId, data)`. So schema and commands cannot differ. */
export const mutationsFor = (category: string, inputs: CommandInputs): Type<object> => {
  @Resolver()
  class Commands {
    constructor(@Inject(DOOR) readonly door: Door) {}
  }
  const prototype = Commands.prototype as unknown as Record<string, unknown>;
  for (const [type, spec] of Object.entries(inputs)) {
    const name = type[0]!.toLowerCase() + type.slice(1);
    prototype[name] = async function (this: Commands, context: EdgeContext, kommandoId: string, data: object, skal?: Skal[], id?: string, sedd?: number): Promise<Kvitto | Hinder> {
      return this.door.ask({ category, type, kommandoId, data, ...(skal && { skal }), ...(id !== undefined && { id }), ...(sedd !== undefined && sedd !== null && { sedd }) }, spec, context);
    };
    const existing = spec.skapar === undefined;
    Reflect.defineMetadata('design:paramtypes', [Object, String, Object, Array, ...(existing ? [String, Number] : [])], prototype, name);
    Context()(prototype, name, 0);
    Args('kommandoId', { type: () => ID, description: 'Klientens eget id (UUID) för kommandot. Samma id igen ger samma kvitto.' })(prototype, name, 1);
    Args('data', { type: () => spec.input })(prototype, name, 2);
    Args('skal', { type: () => [Skal], nullable: true, description: 'Skäl för varningar som ska passeras.' })(prototype, name, 3);
    if (existing) {
      Args('id', { type: () => ID, description: 'Det som kommandot gäller.' })(prototype, name, 4);
      Args('sedd', { type: () => Int, nullable: true, description: 'Versionen du såg. Har någon ändrat sedan dess får du ett hinder.' })(prototype, name, 5);
    }
    Mutation(() => Utfall, { name, description: spec.om })(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  }
  return Commands;
};
