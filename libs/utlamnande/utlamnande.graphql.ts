import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsUUID } from 'class-validator';
import { type Sealed, strictest, type Token } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, ListArgs, scoped, SealedField, Sekretessklass, toConnection, WhenArgs } from '@klubba/kernel/edge';
import { overklagandehanvisning } from '@klubba/lagrum';
import { namnden } from '@klubba/namnd';
import { Provningsutfall, Utlamnandebeslutare, Utlamnandedelegatslag, Utlamnandedomstol, Utlamnandedomsutfall, Utlamnandeform, Utlamnandeutfall } from './utlamnande.inputs.graphql';
import { sistaUtlamnandedag } from './utlamnande.klockor';
import { type Utlamnande as Doc, utlamnandet, UTLAMNANDESTATUS } from './utlamnande.projection';

const Utlamnandestatus = enumOf('Utlamnandestatus', 'Hur långt begäran har kommit. med_forbehall, delvis och nekad är den anställdes; beslutad är myndighetens beslut att inte lämna ut allt.', ...UTLAMNANDESTATUS);

@ObjectType({ description: 'Den anställdes prövning.' })
export class Utlamnandeprovning {
  @Field() datum!: string;
  @Field(() => Provningsutfall) utfall!: string;
  @Field(() => String, { nullable: true }) lagrum?: string;
  @SealedField({ description: 'Vad som inte lämnades ut, eller förbehållet.' }) anteckning?: Sealed;
  @Field(() => ID, { nullable: true, description: 'Den som antecknade den.' }) av?: string;
}
@ObjectType({ description: 'Den som beslutade på delegation.' })
export class Utlamnandedelegat {
  @Field(() => Utlamnandedelegatslag) slag!: string;
  @Field(() => String, { nullable: true, description: 'Titeln som kod.' }) befattning?: string;
  @SealedField() titel?: Sealed;
  @Field(() => ID, { nullable: true, description: 'Utskottet.' }) organ?: string;
  @Field(() => ID, { nullable: true }) person?: string;
}
@ObjectType({ description: 'Myndighetens skriftliga beslut.' })
export class Utlamnandebeslut {
  @Field() datum!: string;
  @Field(() => Utlamnandebeslutare) av!: string;
  @Field(() => Utlamnandeutfall) utfall!: string;
  @Field(() => String, { nullable: true }) lagrum?: string;
  @SealedField() motivering?: Sealed;
  @Field(() => Utlamnandedelegat, { nullable: true }) delegat?: object;
  @Field(() => String, { nullable: true, description: 'Punkten i delegationsordningen.' }) nummer?: string;
  @Field(() => Int, { nullable: true, description: 'Delegationsordningens version den dagen.' }) version?: number;
  @Field(() => ID, { nullable: true, description: 'Nämndens paragraf.' }) punkt?: string;
  @Field(() => String, { nullable: true, description: 'Hur beslutet överklagas, när inte allt lämnades ut: till kammarrätten genom nämnden.' }) overklagandehanvisning?: string;
  @Field(() => String, { nullable: true, description: 'Lagrummet för det.' }) overklagandelagrum?: string;
}
@ObjectType({ description: 'Domstolens avgörande.' })
export class Utlamnandedom {
  @Field() datum!: string;
  @Field(() => Utlamnandedomstol) domstol!: string;
  @Field(() => Utlamnandedomsutfall) utfall!: string;
}
@ObjectType({ description: 'En begäran om att få ut en allmän handling. Alla ser att den finns, dagen och hur långt den har kommit; vad den gäller följer sekretessen.' })
export class Utlamnande {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field({ description: 'Dagen då den kom.' }) datum!: string;
  @Field(() => String, { nullable: true }) tid?: string;
  @Field(() => Utlamnandeform) form!: string;
  @Field(() => Utlamnandestatus) status!: string;
  @Field(() => ID, { nullable: true, description: 'Den som tog emot den.' }) mottagetAv?: string;
  @SealedField({ description: 'Vilken handling, eller vilken uppgift.' }) avser?: Sealed;
  @SealedField({ description: 'Det sökanden själv har lämnat.' }) sokande?: Sealed;
  @SealedField({ description: 'Syftet, när prövningen krävde det.' }) syfte?: Sealed;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => String, { nullable: true, description: 'Diarienumret.' }) beteckning?: string;
  @Field(() => Utlamnandeprovning, { nullable: true }) provning?: object;
  @Field(() => String, { nullable: true, description: 'När sökanden informerades om rätten till myndighetens prövning.' }) informerad?: string;
  @Field(() => String, { nullable: true, description: 'När myndighetens beslut begärdes.' }) beslutBegart?: string;
  @Field(() => Utlamnandebeslut, { nullable: true }) beslut?: object;
  @Field(() => String, { nullable: true, description: 'När sökanden fick del av beslutet.' }) fickDel?: string;
  @Field(() => String, { nullable: true, description: 'Sista dag att överklaga, när det är känt att sökanden fick del av beslutet.' }) sistaDag?: string;
  @Field(() => String, { nullable: true, description: 'När överklagandet kom in till nämnden.' }) overklagat?: string;
  @Field(() => String, { nullable: true, description: 'När det lämnades över till kammarrätten.' }) overlamnat?: string;
  @Field(() => String, { nullable: true, description: 'När det avvisades.' }) avvisat?: string;
  @Field(() => [Utlamnandedom]) domar!: readonly object[];
  @Field(() => String, { nullable: true }) avslutat?: string;
}
const UtlamnandeConnection = connectionOf(Utlamnande, 'Utlamnande');

@ArgsType()
class UtlamnandeArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
@ArgsType()
class UtlamnandenArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de där nämnden eller en anställd ska göra något.' }) @IsOptional() @IsBoolean() vantar?: boolean;
  @Field(() => Utlamnandestatus, { nullable: true }) @IsOptional() @IsEnum(Utlamnandestatus) status?: keyof typeof Utlamnandestatus;
  @Field(() => String, { nullable: true, description: 'Bara från och med denna dag.' }) @IsOptional() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true, description: 'Bara till och med denna dag.' }) @IsOptional() @IsDatum() till?: string;
  @Field(() => Boolean, { nullable: true, description: 'Den senaste först.' }) @IsOptional() @IsBoolean() senastForst?: boolean;
}

@Resolver(() => Utlamnande)
export class UtlamnandeResolver {
  @Query(() => Utlamnande, { nullable: true, description: 'En begäran om utlämnande, från den dag den kom.' })
  async utlamnande(@Args() { id, ...when }: UtlamnandeArgs, @Context() context: EdgeContext): Promise<Utlamnande | null> {
    const doc = await context.reader.doc(utlamnandet, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(utlamnandet, doc.id)) ?? doc, await namnet(doc.namnd, context));
  }

  @Query(() => UtlamnandeConnection, { description: 'Nämndens begäranden om utlämnande.' })
  async utlamnanden(@Args() { namnd: given, vantar, status, fran, till, senastForst, first, after, ...when }: UtlamnandenArgs, @Context() context: EdgeContext): Promise<Connection<Utlamnande>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(utlamnandet, namnd, {
      first, after, sort: 'inkom', descending: senastForst === true, where: { inkom: { from: fran, to: till }, ...(vantar === true && { vantar: { eq: 1 } }), status: { eq: status ?? undefined } },
    }, when);
    const namn = await namnet(namnd, context);
    return toConnection(page, (_, doc, now) => view(doc, now, namn));
  }
}

/** What the nämnd is called, as the text on appeals says it; its name is open. */
const namnet = async (id: string, { reader, viewer }: EdgeContext): Promise<string> => {
  const namnd = await reader.doc(namnden, id);
  return namnd === undefined ? 'nämnden' : viewer.open(namnd.namn as Token);
};

const view = (doc: Doc, now: Doc, namn: string): Utlamnande => {
  const klass = strictest(doc.klass, now.klass);
  const scope = { namnd: doc.namnd, klass } as const;
  const { provat, beslut, domar, ...rest } = doc;
  const sista = beslut && sistaUtlamnandedag(beslut.datum, doc.fickDel);
  return scoped(scope, {
    ...rest, klass, ...(provat !== undefined && { provning: scoped(scope, provat) }), ...(sista !== undefined && { sistaDag: sista }), domar: domar.map((en) => scoped(scope, en)),
    ...(beslut !== undefined && { beslut: scoped(scope, { ...beslut, ...(beslut.delegat !== undefined && { delegat: scoped(scope, beslut.delegat) }), ...hanvisningen(beslut, namn) }) }),
  });
};
/** I13: to kammarrätten, handed in to the nämnd. What was given out whole is not appealed by the one who asked. */
const hanvisningen = ({ datum, utfall }: NonNullable<Doc['beslut']>, namnd: string) => {
  if (utfall === 'utlamnad') return {};
  const { text, lagrum } = overklagandehanvisning('FORVALTNINGSBESVAR', { datum, namnd, beslut: `om utlämnande den ${datum}`, ratt: 'OSL 6 kap. 7 §' });
  return { overklagandehanvisning: text, overklagandelagrum: lagrum };
};
