import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type Refusal, strictest } from '@klubba/kernel';
import { type CommandInputs, type Completing, type EdgeContext, IsDatum, scoped, WhenArgs } from '@klubba/kernel/edge';
import { delegationsanmalanen } from './delegationsanmalan.projection';
import { ATT_ANMALA, delegationsbeslutet } from './delegationsbeslut.projection';
import { delegationslistan, listanAttAnmala } from './delegationslista.projection';
import { Anmalningsparagraf, type Anslagna, Delegationsbeslut, visa } from './delegationsregister.graphql';

@InputType({ description: 'Perioden som anmäls vid en punkt på dagordningen. Listan fyller sig själv ur registret.' })
export class FyllDelegationsanmalanInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => ID, { description: 'Punkten, av slaget delegationsanmalan.' }) @IsUUID() punkt!: string;
  @Field() @IsDatum() fran!: string;
  @Field() @IsDatum() till!: string;
}
@ObjectType({ description: 'Det som anmäls vid en punkt: besluten, och de listor som bara är bifogade.' })
export class Delegationsanmalan {
  @Field(() => ID) punkt!: string;
  @Field(() => ID) sammantrade!: string;
  @Field() fran!: string;
  @Field() till!: string;
  @Field(() => Int, { description: 'Beslut i listan som du får se.' }) antal!: number;
  @Field(() => [Delegationsbeslut], { description: 'Från och med den plats som begärs.' }) beslut!: readonly object[];
  @Field(() => [ID], { description: 'Bifogade listor.' }) listor!: readonly string[];
  @Field(() => Anmalningsparagraf, { nullable: true, description: 'Paragrafen som band den.' }) paragraf?: object;
}
@ArgsType()
class AnmalanArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'Hoppa över så många.' }) @IsOptional() @IsInt() @Min(0) @Max(100_000) hoppa?: number;
  @Field(() => Int, { nullable: true, defaultValue: 200, description: 'Högst så många beslut.' }) @IsOptional() @IsInt() @Min(1) @Max(500) antal?: number;
}

@Resolver()
export class DelegationsanmalanResolver {
  @Query(() => Delegationsanmalan, { nullable: true, description: 'Anmälan av delegationsbeslut vid en punkt. Före klubbslaget för den som har en roll i nämnden.' })
  async delegationsanmalan(@Args() { punkt, hoppa = 0, antal = 200, ...when }: AnmalanArgs, @Context() context: EdgeContext): Promise<object | null> {
    const { reader, viewer } = context;
    const doc = await reader.doc(delegationsanmalanen, punkt.toLowerCase(), when);
    if (doc === undefined || !viewer.may(doc.namnd, doc.bunden === undefined ? 'arbetsmaterial' : 'oppen')) return null;
    const sedda: Anslagna = new Map();
    const lasta: (() => object)[] = [];
    for (const id of doc.beslut) {
      const beslut = await reader.doc(delegationsbeslutet, id, when);
      const now = (await reader.doc(delegationsbeslutet, id)) ?? beslut;
      if (beslut !== undefined && now !== undefined && beslut.struket !== true && viewer.may(doc.namnd, strictest(beslut.klass, now.klass))) lasta.push(() => visa(beslut, now, when, context, sedda));
    }
    const scope = { namnd: doc.namnd, klass: 'oppen' } as const;
    return scoped(scope, {
      punkt: doc.punkt, sammantrade: doc.sammantrade, fran: doc.fran, till: doc.till, antal: lasta.length, listor: doc.listor, beslut: lasta.slice(hoppa, hoppa + antal).map((visas) => visas()),
      ...(doc.bunden !== undefined && { paragraf: scoped(scope, { punkt: doc.punkt, ...doc.bunden }) }),
    });
  }
}

/** From the register: what of the period is to be reported, and is not. */
const urRegistret = async (data: object, { context: { reader, viewer } }: Completing): Promise<object | Refusal> => {
  const input = data as FyllDelegationsanmalanInput;
  const [namnd, punkt] = [input.namnd.toLowerCase(), input.punkt.toLowerCase()];
  const roll = viewer.roll(namnd, 'FyllDelegationsanmalan');
  if (typeof roll !== 'string') return roll;
  const beslut: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await reader.register(delegationsbeslutet, namnd, { first: 200, after, sort: 'datum', where: { datum: { from: input.fran, to: input.till }, ...ATT_ANMALA } });
    beslut.push(...page.rows.map(({ id }) => id));
    if (!page.more) break;
    after = page.rows.at(-1)!.cursor;
  }
  const listor: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await reader.page(delegationslistan, namnd, { first: 200, after, only: (lista) => listanAttAnmala(lista) && lista.fran >= input.fran && lista.till <= input.till });
    listor.push(...page.rows.map(({ id }) => id));
    if (!page.more) break;
    after = page.rows.at(-1)!.cursor;
  }
  return { ...input, namnd, punkt, sammantrade: input.sammantrade.toLowerCase(), beslut, listor };
};

export const delegationsanmalanInputs: CommandInputs = {
  FyllDelegationsanmalan: {
    input: FyllDelegationsanmalanInput, om: 'Fyller punkten ”Anmälan av delegationsbeslut” med periodens beslut ur registret. Paragrafen binder vart och ett av dem.',
    skapar: (data) => (data as FyllDelegationsanmalanInput).punkt, complete: urRegistret,
  },
};
