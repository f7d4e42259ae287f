import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { categoryOf, isToken, type Klass, KLASSER, leavesOf, type Recorded, strictest, type Token } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, ListArgs, Position, type PositionToken, type SCOPE, type Scope, scoped, SealedField } from '@klubba/kernel/edge';
import { House } from './house';
import { pageSize, wrong } from './reader';
import { asText } from './viewer';

@ObjectType({ description: 'Ett värde i ett faktum.' })
export class Faltvarde {
  @Field({ description: 'Fältets plats i faktat, som a.b.0.' }) falt!: string;
  @Field(() => String, { description: `Vem som får läsa värdet: ${KLASSER.join(', ')}.` }) klass!: Klass;
  @Field(() => String, { nullable: true, description: 'Värdet; gallrat när nyckeln är förstörd, null när du inte får läsa det.' }) varde?: string | null;
}

@ObjectType({ description: 'Ett faktum i loggen: vad som hände, vem som gjorde det, när och varför.' })
export class Handelse {
  @Field(() => Position, { description: 'Var i loggen, att ange i vid.' }) position!: PositionToken;
  @Field(() => ID) id!: string;
  @Field({ description: 'Vad som hände.' }) typ!: string;
  @Field({ description: 'Personens id, eller system:<namn>.' }) by!: string;
  @SealedField({ description: 'Personens namn.' }) vem?: Token;
  @Field({ description: 'Rollen som personen handlade i.' }) roll!: string;
  @Field({ description: 'Registreringstid, UTC.' }) nar!: string;
  @Field({ description: 'Strömmen faktat ligger i.' }) strom!: string;
  @Field() kategori!: string;
  @Field(() => Int, { description: 'Faktats nummer i strömmen, från 1.' }) version!: number;
  @Field(() => ID, { nullable: true, description: 'Faktat som ledde hit.' }) orsak?: string;
  @Field(() => ID, { description: 'Kommandot som ledde hit.' }) kommando!: string;
  @Field(() => ID, { description: 'Kedjan av arbete.' }) spar!: string;
}
/** The fact behind a node, for the one field that is opened only when asked for. */
const FACT = Symbol('fact');
type Node = Handelse & { readonly [SCOPE]: Scope; readonly [FACT]: Recorded };

const HandelseConnection = connectionOf(Handelse, 'Handelse');

@ArgsType()
class HandelserArgs extends ListArgs {
  @Field(() => ID, { nullable: true, description: 'Nämnden vars logg det är; utelämnad: kommunens egna fakta.' })
  @IsOptional() @IsUUID('all', { message: 'ska vara ett UUID.' }) namnd?: string | null;
  @Field(() => String, { nullable: true, description: 'Bara denna ström, som arende-<uuid>.' })
  @IsOptional() @Matches(/^[a-z]+-[0-9a-f-]{36}(-\d{4})?$/, { message: 'ska vara en ström, som arende-<uuid>.' }) strom?: string | null;
  @Field(() => String, { nullable: true, defaultValue: 'aldst', description: 'aldst: i den ordning det hände. senast: det senaste först.' })
  @IsOptional() @IsIn(['aldst', 'senast'], { message: 'ska vara aldst eller senast.' }) ordning?: 'aldst' | 'senast' | null;
}

const WINDOW = 1000;
/** How far one question searches a log that is mostly about others. What is beyond comes with the next page. */
const SEARCHED_MAX = 50_000;

/** The log itself, for those who work in the nämnd. */
@Resolver(() => Handelse)
export class HandelserResolver {
  constructor(@Inject(House) private readonly house: House) {}

  @Query(() => HandelseConnection, { description: 'Loggen: varje faktum med vem, när och varför. Visas bara för den som har en roll i nämnden.' })
  async handelser(@Args() args: HandelserArgs, @Context() context: EdgeContext): Promise<Connection<Node>> {
    const namnd = args.namnd?.toLowerCase() ?? null;
    if (!context.viewer.may(namnd, 'arbetsmaterial')) throw wrong('BEHORIGHET_SAKNAS', 'Händelserna visas bara för den som har en roll i nämnden.');
    const end = await context.reader.moment(args);
    const wanted = pageSize(args.first);
    const { facts, more, last } = await this.search(namnd, args, wanted, end);
    const edges = facts.map((fact) => ({ cursor: toCursor(fact.position), node: this.view(fact) }));
    return { edges, pageInfo: { hasNextPage: more, ...(last !== undefined && { endCursor: toCursor(last) }) } };
  }

  private async search(namnd: string | null, { strom, ordning, after }: HandelserArgs, wanted: number, end: bigint | undefined): Promise<Found> {
    const start = after === undefined || after === null ? undefined : fromCursor(after);
    const fits = (fact: Recorded): boolean => fact.namnd === namnd && (end === undefined || fact.position <= end) && (strom === undefined || strom === null || fact.stream === strom);
    const backwards = ordning === 'senast';
    if (strom !== undefined && strom !== null) {
      const all = (await this.house.log.read(strom)).filter((fact) => fits(fact) && (start === undefined || (backwards ? fact.position < start : fact.position > start)));
      if (backwards) all.reverse();
      return cut(all, wanted, false, undefined);
    }
    return backwards ? this.backwards(fits, wanted, start ?? (end === undefined ? undefined : end + 1n)) : this.forwards(fits, wanted, start ?? 0n);
  }

  private async forwards(fits: (fact: Recorded) => boolean, wanted: number, start: bigint): Promise<Found> {
    const found: Recorded[] = [];
    let from = start;
    for (let searched = 0; searched < SEARCHED_MAX; searched += WINDOW) {
      const page = await this.house.log.readAll(from, WINDOW);
      found.push(...page.filter(fits));
      if (found.length > wanted || page.length < WINDOW) return cut(found, wanted, false, undefined);
      from = page.at(-1)!.position;
    }
    return cut(found, wanted, true, from);
  }

  private async backwards(fits: (fact: Recorded) => boolean, wanted: number, start: bigint | undefined): Promise<Found> {
    const found: Recorded[] = [];
    let before = start;
    for (let searched = 0; searched < SEARCHED_MAX; searched += WINDOW) {
      const page = await this.house.log.readBack(before, WINDOW);
      found.push(...page.filter(fits));
      if (found.length > wanted || page.length < WINDOW) return cut(found, wanted, false, undefined);
      before = page.at(-1)!.position;
    }
    return cut(found, wanted, true, before);
  }

  private view(fact: Recorded): Node {
    const { namnd, by } = fact;
    const vem = by.startsWith('system:') ? undefined : this.nameOf(by);
    return scoped({ namnd, klass: 'arbetsmaterial' }, {
      position: `${this.house.log.store.upplaga}:${fact.position}`, id: fact.id, typ: fact.type, by, roll: fact.roll, nar: fact.at,
      strom: fact.stream, kategori: categoryOf(fact.stream), version: fact.version, kommando: fact.command, spar: fact.correlation,
      ...(fact.cause !== null && { orsak: fact.cause }), ...(vem !== undefined && { vem }), [FACT]: fact,
    });
  }

  private nameOf(by: string): Token | undefined {
    const { person } = this.house.composition;
    const doc = person === undefined ? undefined : this.house.models.get(person.projection, by);
    return doc === undefined ? undefined : (person!.namn(doc) as Token | undefined);
  }

  @ResolveField(() => [Faltvarde], { nullable: true, description: 'Innehållet. Null för den som inte får läsa det som är sekretessbelagt i nämnden.' })
  async falt(@Parent() node: Node, @Context() { viewer }: EdgeContext): Promise<readonly Faltvarde[] | null> {
    const { namnd, type, data } = node[FACT];
    // A fact does not always say that its thing is secret: only who may read the nämnd's secrets sees contents at all.
    if (!viewer.may(namnd, 'sekretess')) return null;
    const instance = klassOf(data);
    return Promise.all(leavesOf(this.house.log.vocabulary.facts[type]!.shape, data).map(async ({ path, klass: own, value }) => {
      const klass = strictest(own, instance);
      const varde = !viewer.may(namnd, klass) ? null : isToken(value) ? await viewer.open(value) : asText(value);
      return scoped({ namnd, klass }, { falt: path, klass, varde });
    }));
  }
}

/** The class of the thing that a fact speaks of, where the fact says it. */
const klassOf = (data: unknown): Klass | undefined => {
  const klass = (data as { readonly klass?: unknown } | null)?.klass;
  return KLASSER.find((one) => one === klass);
};

type Found = { readonly facts: readonly Recorded[]; readonly more: boolean; readonly last: bigint | undefined };
/** A page of what was found. `further`: the search ended before the log did, at `at`. */
const cut = (found: readonly Recorded[], wanted: number, further: boolean, at: bigint | undefined): Found => {
  const facts = found.slice(0, wanted);
  return found.length > wanted ? { facts, more: true, last: facts.at(-1)!.position } : { facts, more: further, last: further ? at : facts.at(-1)?.position };
};

const toCursor = (position: bigint): string => Buffer.from(`logg:${position}`).toString('base64url');
const fromCursor = (cursor: string): bigint => {
  const [, digits] = /^logg:(\d{1,19})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (digits === undefined || toCursor(BigInt(digits)) !== cursor) throw wrong('OGILTIG_MARKOR', 'Markören hör inte till den här listan. Använd en cursor eller endCursor ur samma lista.');
  return BigInt(digits);
};
