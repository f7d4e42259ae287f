import { Inject, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { Args, ArgsType, Field, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Command, Receipt, Refusal, Surroundings } from '@klubba/kernel';
import { type EdgeContext } from './context';
import { type Hinder, type Kvitto, Skal, Utfall } from './outcome';

/**
 * What the edge needs to know of one command: its input class, what it says of itself, and whether it makes a new stream:
 * one with an id of its own (`true`), or one that its data names, as a series is named by nämnd and year.
 */
export type CommandInput = {
  readonly input: Type<object>;
  readonly om: string;
  readonly skapar?: true | ((data: object) => string);
  /**
   * Makes the command's data out of the client's, where that points at a file to be read. It may give other commands first,
   * each with an id that derives from this one's: what breaks off meets itself when it is sent again. It weighs the role itself.
   */
  readonly complete?: (data: object, at: Completing) => Promise<object | Refusal>;
};
export type Completing = {
  /** The stream that the command concerns, and the command's id. */
  readonly id: string;
  readonly command: string;
  /** The warnings that a reason is given for. */
  readonly skal: readonly string[];
  readonly context: EdgeContext;
  readonly around: Surroundings;
  readonly give: (wish: { readonly category: string; readonly id: string; readonly command: Command }, kommando: string) => Promise<Receipt | Refusal>;
};
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

/** What a mutation is given. */
type Arguments = { readonly kommandoId: string; readonly data: object; readonly skal?: Skal[] | null; readonly id?: string; readonly sedd?: number | null };
const argumentsOf = ({ input, skapar }: CommandInput): Type<Arguments> => {
  @ArgsType()
  class Given {
    @Field(() => ID, { description: 'Klientens eget id (UUID) för kommandot. Samma id igen ger samma kvitto.' }) kommandoId!: string;
    @Field(() => input) data!: object;
    @Field(() => [Skal], { nullable: true, description: 'Skäl för varningar som ska passeras.' }) skal?: Skal[];
  }
  if (skapar !== undefined) return Given;
  @ArgsType()
  class GivenToOne extends Given {
    @Field(() => ID, { description: 'Det som kommandot gäller.' }) id!: string;
    @Field(() => Int, { nullable: true, description: 'Versionen du såg. Har någon ändrat sedan dess får du ett hinder.' }) sedd?: number;
  }
  return GivenToOne;
};

/** A Nest resolver with one mutation per command: `OppnaArende` is `oppnaArende(kommandoId, data)`. So schema and commands cannot differ. */
export const mutationsFor = (category: string, inputs: CommandInputs): Type<object> => {
  @Resolver()
  class Commands {
    constructor(@Inject(DOOR) readonly door: Door) {}
  }
  const prototype = Commands.prototype as unknown as Record<string, unknown>;
  for (const [type, spec] of Object.entries(inputs)) {
    const name = type[0]!.toLowerCase() + type.slice(1);
    prototype[name] = async function (this: Commands, _root: unknown, { kommandoId, data, skal, id, sedd }: Arguments, context: EdgeContext): Promise<Kvitto | Hinder> {
      return this.door.ask({ category, type, kommandoId, data, ...(skal && { skal }), ...(id !== undefined && { id }), ...(sedd !== undefined && sedd !== null && { sedd }) }, spec, context);
    };
    Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
    const given = argumentsOf(spec);
    Args({ type: () => given })(prototype, name, 1);
    // For the schema alone. The method takes what GraphQL gives: Nest would send each parameter, the context too, through its pipes,
    // a dozen promises for each command, and there is nothing for them to do before the door.
    Reflect.deleteMetadata(ROUTE_ARGS_METADATA, Commands, name);
    Mutation(() => Utfall, { name, description: spec.om })(prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!);
  }
  return Commands;
};
