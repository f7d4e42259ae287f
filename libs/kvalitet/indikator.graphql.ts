import { Args, ArgsType, Context, Field, Float, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import { type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsManad, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { MALRIKTNINGAR } from './indikator.events';
import { type Indikator as Doc, indikatorn, malFor, narMal, saknadeManader } from './indikator.projection';
import { Enhet, EttArgs, Saknat, VARDE_MAX } from './kvalitet.gemensamt.graphql';
import { skrivTal, type Tal } from './siffror';

const Malriktning = enumOf('Malriktning', 'Om målet är det minsta eller det högsta som är bra.', ...MALRIKTNINGAR);

@InputType({ description: 'Ett mål: minst eller högst ett tal.' })
export class IndikatormalInput {
  @Field({ description: 'Som det skrivs: 36,3.' }) @IsText(VARDE_MAX) varde!: string;
  @Field(() => Malriktning) @IsEnum(Malriktning) riktning!: keyof typeof Malriktning;
}
@InputType({ description: 'En siffra som följs månad för månad.' })
export class LaggUppIndikatorInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field() @IsText(RUBRIK_MAX) namn!: string;
  @Field(() => Enhet) @IsEnum(Enhet) enhet!: keyof typeof Enhet;
  @Field({ description: 'Den första månaden, ÅÅÅÅ-MM.' }) @IsManad() fran!: string;
  @Field(() => String, { nullable: true, description: 'Vad den stod på före den första månaden.' }) @IsOptional() @IsText(VARDE_MAX) startvarde?: string;
  @Field(() => IndikatormalInput, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => IndikatormalInput) mal?: IndikatormalInput;
  @Field({ description: 'Varifrån siffran tas.' }) @IsText(RUBRIK_MAX) kalla!: string;
}
@InputType({ description: 'Månadens värde.' })
export class RegistreraIndikatorvardeInput {
  @Field({ description: 'ÅÅÅÅ-MM.' }) @IsManad() manad!: string;
  @Field({ description: 'Som det skrivs: 36,3, eller u.s. när uppgiften saknas.' }) @IsText(VARDE_MAX) varde!: string;
}
@InputType({ description: 'Ett annat värde än det som registrerades.' })
export class RattaIndikatorvardeInput extends RegistreraIndikatorvardeInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Ett nytt mål från en månad; utan mål finns inget längre.' })
export class AndraIndikatormalInput {
  @Field({ description: 'ÅÅÅÅ-MM.' }) @IsManad() fran!: string;
  @Field(() => IndikatormalInput, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => IndikatormalInput) mal?: IndikatormalInput;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Siffran följs inte längre.' })
export class AvslutaIndikatorInput {
  @Field({ description: 'Den sista månaden, ÅÅÅÅ-MM.' }) @IsManad() sista!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Siffran följs igen.' })
export class AterupptaIndikatorInput {
  @Field() @IsText() skal!: string;
}
export const indikatorInputs: CommandInputs = {
  LaggUppIndikator: { input: LaggUppIndikatorInput, om: 'Lägger upp en indikator som följs månad för månad.', skapar: true },
  RegistreraIndikatorvarde: { input: RegistreraIndikatorvardeInput, om: 'Registrerar månadens värde.' },
  RattaIndikatorvarde: { input: RattaIndikatorvardeInput, om: 'Rättar ett värde. Det gamla finns kvar i posten.' },
  AndraIndikatormal: { input: AndraIndikatormalInput, om: 'Ändrar målet från en månad.' },
  AvslutaIndikator: { input: AvslutaIndikatorInput, om: 'Avslutar indikatorn.' },
  AterupptaIndikator: { input: AterupptaIndikatorInput, om: 'Återupptar en avslutad indikator.' },
};

@ObjectType({ description: 'Ett mål, från en månad.' })
export class Indikatormal {
  @Field({ description: 'ÅÅÅÅ-MM.' }) fran!: string;
  @Field(() => String, { nullable: true, description: 'Utelämnat: inget mål.' }) varde?: string;
  @Field(() => Malriktning, { nullable: true }) riktning?: string;
}
@ObjectType({ description: 'En månads värde och faktumet som det står i.' })
export class Indikatormanad {
  @Field({ description: 'ÅÅÅÅ-MM.' }) manad!: string;
  @Field(() => String, { nullable: true, description: 'Som det skrivs: 36,3.' }) varde?: string;
  @Field(() => Float, { nullable: true }) tal?: number;
  @Field(() => Saknat, { nullable: true }) saknas?: string;
  @Field(() => Boolean, { nullable: true, description: 'Om värdet når målet för månaden.' }) narMal?: boolean;
  @SealedField({ description: 'Varför det rättades.' }) rattat?: Sealed;
  @Field(() => ID) faktum!: string;
  @Field(() => Int, { description: 'Faktumets plats i strömmen.' }) version!: number;
}
@ObjectType({ description: 'En siffra månad för månad.' })
export class Indikator {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @SealedField() namn?: Sealed;
  @SealedField() kalla?: Sealed;
  @Field(() => Enhet) enhet!: string;
  @Field({ description: 'Den första månaden.' }) fran!: string;
  @Field(() => String, { nullable: true, description: 'Den sista månaden, när den är avslutad.' }) sista?: string;
  @Field(() => String, { nullable: true }) startvarde?: string;
  @Field(() => [Indikatormal]) malen!: readonly Indikatormal[];
  @Field(() => [Indikatormanad]) varden!: readonly Indikatormanad[];
  @Field(() => [String], { description: 'Månader som inget säger något om, inte ens att uppgiften saknas.' }) saknadeManader!: readonly string[];
}
const IndikatorConnection = connectionOf(Indikator, 'Indikator');

@ArgsType()
class IndikatorerArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som mäts än.' }) @IsOptional() @IsBoolean() pagaende?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som saknar månader.' }) @IsOptional() @IsBoolean() medLuckor?: boolean;
}

@Resolver(() => Indikator)
export class IndikatorResolver {
  @Query(() => Indikator, { nullable: true, description: 'En indikator med sina månader.' })
  async indikator(@Args() { id, ...when }: EttArgs, @Context() context: EdgeContext): Promise<Indikator | null> {
    const doc = await context.reader.doc(indikatorn, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(indikatorn, doc.id)) ?? doc, context);
  }

  @Query(() => IndikatorConnection, { description: 'Nämndens indikatorer.' })
  async indikatorer(@Args() { namnd: given, pagaende, medLuckor, first, after, ...when }: IndikatorerArgs, @Context() context: EdgeContext): Promise<Connection<Indikator>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(indikatorn, namnd, {
      first, after, sort: pagaende === true ? 'senast' : 'borjar', where: { ...(pagaende === true && { pagar: { eq: 1 } }), ...(medLuckor === true && { saknade: { from: 1 } }) },
      ...(!context.viewer.may(namnd, 'sekretess') && { only: { klass: { eq: 'oppen' } } }),
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }
}

const manaden = (dag: string): string => dag.slice(0, 7);
const heltal = ({ tal, decimaler }: Tal): number => tal / 10 ** decimaler;
const view = (doc: Doc, now: Doc, { viewer }: EdgeContext): Indikator | null => {
  const klass = strictest(doc.klass, now.klass);
  if (!viewer.may(doc.namnd, klass)) return null;
  const scope = { namnd: doc.namnd, klass } as const;
  const { startvarde, sista, malen, varden, ...rest } = doc;
  return scoped(scope, {
    ...rest, klass, fran: manaden(doc.fran), ...(sista !== undefined && { sista: manaden(sista) }), ...(startvarde !== undefined && { startvarde: skrivTal(startvarde) }),
    malen: malen.map(({ fran, mal }) => ({ fran: manaden(fran), ...(mal !== undefined && { varde: skrivTal(mal.varde), riktning: mal.riktning }) })),
    varden: varden.map(({ varde, ...en }) => {
      const nar = narMal({ ...(varde !== undefined && { varde }) }, malFor(doc, en.manad));
      return scoped(scope, { ...en, manad: manaden(en.manad), ...(varde !== undefined && { varde: skrivTal(varde), tal: heltal(varde) }), ...(nar !== undefined && { narMal: nar }) });
    }),
    saknadeManader: saknadeManader(doc).map(manaden),
  });
};
