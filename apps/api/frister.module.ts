import { Module } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { ROLLER } from '@klubba/behorighet';
import { expedieringen, expedieringensKlockor } from '@klubba/expediering';
import type { Event, Projection } from '@klubba/kernel';
import { type EdgeContext, enumOf, IsDatum, scoped, type When, WhenArgs } from '@klubba/kernel/edge';
import { iOrdning, type Klocka, KLOCKSLAG, lokaltDatum, visas } from '@klubba/lagrum';
import { paragrafen, paragrafensKlockor, spann } from '@klubba/paragraf';
import { sammantradet, sammantradetsKlockor } from '@klubba/sammantrade';

/** One list of all the clocks of a nämnd, joined here since nouns do not see each other's edge. A noun that has clocks tells them by a pure function of its document, through its front door, and is a row here. */
const kalla = <Doc, E extends Event>(projection: Projection<Doc, E>, klockor: (doc: Doc) => readonly Klocka[]) => ({
  slag: projection.category,
  lopande: (namnd: string, idag: string, when: When, { reader }: EdgeContext): Promise<readonly Lopande[]> => lopande(projection, klockor, namnd, idag, when, reader),
});
const KALLOR = [kalla(sammantradet, sammantradetsKlockor), kalla(paragrafen, paragrafensKlockor), kalla(expedieringen, expedieringensKlockor)] as const;

type Lopande = Klocka & { readonly mal: readonly string[] };
const SIDA = 200;
/** Every document that has a clock that is still shown, page by page: what has none never leaves the read model. */
const lopande = async <Doc, E extends Event>(projection: Projection<Doc, E>, klockor: (doc: Doc) => readonly Klocka[], namnd: string, idag: string, when: When, reader: EdgeContext['reader']): Promise<readonly Lopande[]> => {
  const alla: Lopande[] = [];
  const synliga = (doc: Doc): readonly Klocka[] => klockor(doc).filter((en) => visas(en, idag));
  for (let after: string | undefined; ; ) {
    const { rows, more } = await reader.page(projection, namnd, { first: SIDA, ...(after !== undefined && { after }), only: (doc) => synliga(doc).length > 0 }, when);
    for (const { id, doc } of rows) alla.push(...synliga(doc).map((en) => ({ ...en, mal: [id] })));
    after = rows.at(-1)?.cursor;
    if (!more || after === undefined) return alla;
  }
};

/** Clocks of one rule, day and grupp as one: the §§ of a protocol by their numbers. */
const hopslagna = (klockor: readonly Lopande[]): readonly Lopande[] => {
  const grupper = new Map<string, Lopande[]>();
  const enskilda: Lopande[] = [];
  for (const en of klockor) {
    if (en.grupp === undefined) enskilda.push(en);
    else {
      const nyckel = `${en.grupp.id} ${en.regel} ${en.lag}`;
      grupper.set(nyckel, [...(grupper.get(nyckel) ?? []), en]);
    }
  }
  return [...enskilda, ...[...grupper.values()].map((en): Lopande => ({ ...en[0]!, mal: en.flatMap(({ mal }) => mal), galler: `${spann(en.map(({ grupp }) => ({ nr: grupp!.nr, bokstav: grupp!.bokstav })))} ${en[0]!.grupp!.tillagg}` }))];
};

const Klockslag = enumOf('Klockslag', 'Något som ska göras, eller en dag som betyder något.', ...KLOCKSLAG);
const Fristagare = enumOf('Fristagare', 'Rollen som ser till fristen.', ...ROLLER.filter((roll) => roll !== 'allmanhet'));
const Fristkalla = enumOf('Fristkalla', 'Vad fristen hör till.', ...KALLOR.map(({ slag }) => slag));

@ObjectType({ description: 'En frist som löper: vilken dag, enligt vilken regel, vem som ser till den och hur den är räknad. Säger bara paragrafnummer, inga rubriker och namn.' })
export class Frist {
  @Field({ description: 'Regelns kod.' }) regel!: string;
  @Field(() => Klockslag) slag!: string;
  @Field({ description: 'Vad som ska göras, eller vad dagen betyder.' }) vad!: string;
  @Field({ description: 'Vad den gäller: §§ 25–43 2018-03-21.' }) galler!: string;
  @Field({ description: 'Lagens dag.' }) lag!: string;
  @Field({ description: 'Dagen att arbeta mot: sista vardagen, innan lagens dag flyttades.' }) drift!: string;
  @Field({ description: 'Lagens dag har passerat.' }) passerad!: boolean;
  @Field({ description: 'Rollen som ser till den.' }) agare!: string;
  @Field(() => [String], { description: 'Hur dagen är räknad.' }) varfor!: readonly string[];
  @Field() lagrum!: string;
  @Field(() => Fristkalla) kalla!: string;
  @Field(() => [ID], { description: 'Sammanträdet, eller paragraferna.' }) mal!: readonly string[];
}

@ArgsType()
class FristerArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => String, { nullable: true, description: 'Vilken dag. Utelämnad: i dag.' }) @IsOptional() @IsDatum() pa?: string;
  @Field(() => String, { nullable: true, description: 'Bara dem vars dag att arbeta mot är senast denna.' }) @IsOptional() @IsDatum() senast?: string;
  @Field(() => Fristagare, { nullable: true, description: 'Bara en rolls.' }) @IsOptional() @IsEnum(Fristagare) agare?: keyof typeof Fristagare;
}

@Resolver(() => Frist)
class FristerResolver {
  @Query(() => [Frist], { description: 'Alla frister som löper i nämnden, den äldsta först; det som är gjort är borta. Visas för den som har en roll i nämnden.' })
  async frister(@Args() { namnd, pa, senast, agare, ...when }: FristerArgs, @Context() context: EdgeContext): Promise<readonly Frist[]> {
    const id = namnd.toLowerCase();
    if (!context.viewer.may(id, 'arbetsmaterial')) return [];
    const idag = pa ?? lokaltDatum(new Date().toISOString());
    const alla = await Promise.all(KALLOR.map(async (en) => hopslagna(await en.lopande(id, idag, when, context)).map((klocka) => ({ ...klocka, kalla: en.slag }))));
    return iOrdning(alla.flat())
      .filter((en) => (senast === undefined || senast === null || en.drift <= senast) && (agare === undefined || agare === null || en.agare === agare))
      .map(({ visasTill: _v, grupp: _g, ...en }) => scoped({ namnd: id, klass: 'arbetsmaterial' }, { ...en, passerad: en.lag < idag }));
  }
}

@Module({ providers: [FristerResolver] })
export class FristerModule {}
