import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { GraphQLError } from 'graphql';
import { CODE, type Klass, type Sealed, strictest } from '@klubba/kernel';
import {
  type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, type Lazy, LazyField, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection, type When, WhenArgs,
} from '@klubba/kernel/edge';
import { paragrafen } from '@klubba/paragraf';
import { type Arende as Doc, arendet, diariesort } from './arende.projection';
import { lasDiarienummer, sammaDiarienummer } from './diarienummer';
import { diarieserien } from './diarieserie.projection';

const Datumslag = enumOf('Datumslag', 'Om första handlingen kom in eller upprättades.', 'inkommet', 'upprattat');
const Arendestatus = enumOf('Arendestatus', 'Om ärendet pågår.', 'oppet', 'avslutat');

const LAGRUM = /^(OSL )?\d{1,2}:\d{1,2} ?[a-z]?$/;
const LAGRUM_FORM = { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' };
const NUMMER_MAX = 40;

@InputType({ description: 'Ärendets nummer i ett annat diarium.' })
export class FrammandeNummerInput {
  @Field({ description: 'Som det står i källan.' }) @IsText(NUMMER_MAX) nummer!: string;
  @Field(() => String, { nullable: true, description: 'Vems nummer.' }) @IsOptional() @Matches(CODE, { message: 'ska vara organets förkortning.' }) organ?: string;
}
@InputType({ description: 'Ett nytt ärende. Diarienumret ges av serien för nämnden och årtalet i datum.' })
export class OppnaArendeInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, LAGRUM_FORM) sekretesslagrum?: string;
  @Field({ description: 'Ärendemening för det offentliga diariet.' }) @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => String, { nullable: true, description: 'Ärendemening för internt bruk.' }) @IsOptional() @IsText(RUBRIK_MAX) rubrikIntern?: string;
  @Field(() => String, { nullable: true, description: 'Från vem första handlingen kom.' }) @IsOptional() @IsText(RUBRIK_MAX) avsandare?: string;
  @Field(() => Boolean, { nullable: true, description: 'Avsändaren visas inte i det offentliga diariet.' }) @IsOptional() @IsBoolean() avsandareDold?: boolean;
  @Field({ description: 'Dagen då första handlingen kom in eller upprättades.' }) @IsDatum() datum!: string;
  @Field(() => Datumslag, { nullable: true, description: 'Utelämnat: inkommet.' }) @IsOptional() @IsEnum(Datumslag) datumslag?: keyof typeof Datumslag;
  @Field(() => String, { nullable: true, description: 'Slag av ärende, med nämndens ord.' }) @IsOptional() @Matches(CODE, { message: 'ska vara ett ord utan mellanslag.' }) slag?: string;
  @Field(() => String, { nullable: true, description: 'Klass i dokumenthanteringsplanen, tre siffror, som skrivs efter numret.' }) @IsOptional() @Matches(/^\d{3}$/, { message: 'ska vara tre siffror.' }) klassifikation?: string;
  @Field(() => [FrammandeNummerInput], { nullable: true, description: 'Nummer i andra diarier.' })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FrammandeNummerInput) frammandeNummer?: FrammandeNummerInput[];
}
@InputType({ description: 'Ny ärendemening.' })
export class AndraArendemeningInput {
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => String, { nullable: true, description: 'Utelämnad står den kvar.' }) @IsOptional() @IsText(RUBRIK_MAX) rubrikIntern?: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Ett nummer som ska bort.' })
export class StrykFrammandeNummerInput {
  @Field() @IsText(NUMMER_MAX) nummer!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Sekretessmarkering, eller att den tas bort.' })
export class AndraArendeklassInput {
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, LAGRUM_FORM) sekretesslagrum?: string;
  @Field({ description: 'Dagen för bedömningen.' }) @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Ärendet avslutas.' })
export class AvslutaArendeInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Ärendet öppnas igen.' })
export class AterOppnaArendeInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Var en serie från ett annat system stod.' })
export class BorjaDiarieserieInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() @Min(1900) @Max(2200) ar!: number;
  @Field(() => Int, { description: 'Sista använda numret.' }) @IsInt() @Min(1) @Max(9_999_999) sista!: number;
}

export const arendeInputs: CommandInputs = {
  OppnaArende: { input: OppnaArendeInput, om: 'Öppnar ett ärende i nämndens diarium.', skapar: true },
  AndraArendemening: { input: AndraArendemeningInput, om: 'Ändrar ärendemeningen.' },
  LaggTillFrammandeNummer: { input: FrammandeNummerInput, om: 'Antecknar ärendets nummer i ett annat diarium.' },
  StrykFrammandeNummer: { input: StrykFrammandeNummerInput, om: 'Stryker ett nummer som antecknats av misstag.' },
  AndraArendeklass: { input: AndraArendeklassInput, om: 'Sekretessmarkerar ärendet, eller tar bort markeringen.' },
  AvslutaArende: { input: AvslutaArendeInput, om: 'Avslutar ärendet.' },
  AterOppnaArende: { input: AterOppnaArendeInput, om: 'Öppnar ett avslutat ärende igen.' },
};
export const diarieserieInputs: CommandInputs = {
  BorjaDiarieserie: {
    input: BorjaDiarieserieInput, om: 'Låter en tom diarieserie fortsätta efter ett annat systems sista nummer.',
    skapar: (data) => `${(data as BorjaDiarieserieInput).namnd}-${(data as BorjaDiarieserieInput).ar}`,
  },
};

@ObjectType({ description: 'Ärendets nummer i ett annat diarium.' })
export class FrammandeNummer {
  @Field({ description: 'Som det står i källan.' }) nummer!: string;
  @Field(() => String, { nullable: true, description: 'Vems nummer.' }) organ?: string;
}
@ObjectType({ description: 'En färdigställd tjänsteskrivelse i ärendet.' })
export class ArendeTjansteskrivelse {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Den senast färdigställda versionen.' }) version!: number;
  @Field({ description: 'Dagen som står på den.' }) datum!: string;
}
@ObjectType({ description: 'En paragraf om ärendet.' })
export class Behandling {
  @Field(() => ID, { description: 'Sammanträdet.' }) sammantrade!: string;
  @Field(() => ID, { description: 'Punkten på dagordningen, och paragrafens id.' }) punkt!: string;
  @Field({ description: 'Sammanträdesdagen.' }) datum!: string;
  @Field(() => Int, { description: 'Paragrafseriens år.' }) ar!: number;
  @Field(() => Int, { description: 'Paragrafens nummer.' }) nummer!: number;
  @Field({ description: 'Vad nämnden gjorde: bifalla, avsla, bordlagga …' }) beslutstyp!: string;
}
@ObjectType({ description: 'Något som hänt i ärendet.' })
export class ArendeHandelse {
  @Field({ description: 'Vad som hände.' }) typ!: string;
  @Field({ description: 'Registreringstid, UTC.' }) at!: string;
  @Field({ description: 'Personens id, eller system:<namn>.' }) by!: string;
  @Field({ description: 'Rollen som personen handlade i.' }) roll!: string;
}
@ObjectType({ description: 'Ett ärende. Av ett sekretessmarkerat ärende ser den obehörige bara diarienummer och datum (OSL 5 kap. 2 §).' })
export class Arende {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass, { description: 'Om ärendet är öppet eller sekretessmarkerat.' }) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen som sekretessen vilar på (OSL 5 kap. 5 §).' }) sekretesslagrum?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för sekretessmarkeringen.' }) sekretessdatum?: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @Field(() => Int, { nullable: true, description: 'Diarieseriens år.' }) ar?: number;
  @Field(() => Int, { nullable: true, description: 'Löpnumret i serien.' }) lopnummer?: number;
  @SealedField({ description: 'Ärendemeningen.' }) rubrik?: Sealed;
  @SealedField({ description: 'Ärendemeningen för internt bruk.' }) rubrikIntern?: Sealed;
  @SealedField({ description: 'Från vem första handlingen kom.' }) avsandare?: Sealed;
  @Field({ description: 'Dagen då första handlingen kom in eller upprättades.' }) datum!: string;
  @Field(() => Datumslag, { description: 'Om den kom in eller upprättades.' }) datumslag!: string;
  @Field(() => String, { nullable: true, description: 'Slag av ärende.' }) slag?: string;
  @Field(() => [FrammandeNummer], { description: 'Ärendets nummer i andra diarier.' }) frammandeNummer!: readonly FrammandeNummer[];
  @Field(() => Arendestatus, { nullable: true, description: 'Om ärendet pågår.' }) status?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då ärendet avslutades.' }) avslutat?: string;
  @Field(() => [ArendeTjansteskrivelse], { description: 'De färdigställda tjänsteskrivelserna; för allmänheten när ärendet är slutbehandlat.' }) tjansteskrivelser!: readonly ArendeTjansteskrivelse[];
  @LazyField(() => [Behandling], { description: 'Paragraferna om ärendet; för allmänheten när de är justerade.' }) behandlingar!: Lazy<readonly Behandling[]>;
  @LazyField(() => [ArendeHandelse], { description: 'Vad som hänt i ärendet, i ordning.' }) historik!: Lazy<readonly ArendeHandelse[]>;
}
const ArendeConnection = connectionOf(Arende, 'Arende');

@ObjectType({ description: 'Ett nummer som inget ärende har.' })
export class UtgangetDiarienummer {
  @Field(() => Int) lopnummer!: number;
  @Field({ description: 'Varför.' }) kod!: string;
}
@ObjectType({ description: 'Nämndens diarienummer ett år.' })
export class Diarieserie {
  @Field(() => ID) namnd!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int, { description: 'Sista givna numret.' }) sista!: number;
  @Field(() => [UtgangetDiarienummer], { description: 'Nummer som inget ärende har.' }) utgangna!: readonly UtgangetDiarienummer[];
}

@ArgsType()
class ArendeArgs extends WhenArgs {
  @Field(() => ID) id!: string;
}
@ArgsType()
class NummerArgs extends WhenArgs {
  @Field(() => ID) namnd!: string;
  @Field({ description: 'I någon av formerna SN/2018:23, SN-2018-00023 och SN 2018/23.' }) @MaxLength(60) diarienummer!: string;
}
@ArgsType()
class DiariumArgs extends ListArgs {
  @Field(() => ID) namnd!: string;
  @Field(() => Int, { nullable: true, description: 'Bara detta år.' }) @IsOptional() @IsInt() @Min(1900) @Max(2200) ar?: number;
  @Field(() => Boolean, { nullable: true, description: 'Det senaste först.' }) @IsOptional() @IsBoolean() senastForst?: boolean;
}
@ArgsType()
class SerieArgs extends WhenArgs {
  @Field(() => ID) namnd!: string;
  @Field(() => Int) @IsInt() ar!: number;
}

@Resolver(() => Arende)
export class ArendeResolver {
  @Query(() => Arende, { nullable: true, description: 'Ett ärende med nummer, tjänsteskrivelser, paragrafer och historik.' })
  async arende(@Args() args: ArendeArgs, @Context() context: EdgeContext): Promise<Arende | null> {
    const id = args.id.toLowerCase();
    const doc = await context.reader.doc(arendet, id, args);
    return doc === undefined ? null : view(doc, (await context.reader.doc(arendet, id)) ?? doc, args, context);
  }

  @Query(() => Arende, { nullable: true, description: 'Ärendet med ett visst diarienummer.' })
  async arendeMedNummer(@Args() { namnd, diarienummer, ...when }: NummerArgs, @Context() context: EdgeContext): Promise<Arende | null> {
    const number = lasDiarienummer(diarienummer);
    if (number === undefined) throw new GraphQLError('Diarienumret ska skrivas som SN/2018:23, SN-2018-00023 eller SN 2018/23.', { extensions: { code: 'OGILTIG_INDATA' } });
    const { rows: [row] } = await context.reader.page(arendet, namnd.toLowerCase(), { first: 1, prefix: diariesort(number.ar, number.lopnummer) }, when);
    return row?.doc.diarienummer === undefined || !sammaDiarienummer(row.doc.diarienummer, diarienummer) ? null : view(row.doc, row.now, when, context);
  }

  @Query(() => ArendeConnection, { description: 'Nämndens diarium, i nummerordning.' })
  async diarium(@Args() { namnd, ar, senastForst, ...args }: DiariumArgs, @Context() context: EdgeContext): Promise<Connection<Arende>> {
    const page = await context.reader.page(arendet, namnd.toLowerCase(), { ...args, descending: senastForst === true, ...(ar !== undefined && ar !== null && { prefix: `${ar}:` }) }, args);
    // What is in the register has its number, which is public.
    return toConnection(page, (_, doc, now) => view(doc, now, args, context)!);
  }

  @Query(() => Diarieserie, { nullable: true, description: 'Var diarieserien står. Visas för den som har en roll i nämnden.' })
  async diarieserie(@Args() { namnd, ar, ...when }: SerieArgs, @Context() { reader, viewer }: EdgeContext): Promise<Diarieserie | null> {
    const id = namnd.toLowerCase();
    if (!viewer.may(id, 'arbetsmaterial')) return null;
    return (await reader.doc(diarieserien, `${id}-${ar}`, when)) ?? null;
  }
}

/** The matter for this viewer, by the stricter of its class then and now (`arkitektur.md` 4.5); `null` where even its number is not yet public. */
const view = (doc: Doc, now: Doc, when: When, context: EdgeContext): Arende | null => {
  const { viewer } = context;
  const { namnd, diarienummer, ar, lopnummer } = doc;
  const klass = strictest(doc.klass, now.klass);
  const row = {
    id: doc.id, namnd, klass, datum: doc.datum, datumslag: doc.datumslag,
    ...(diarienummer !== undefined && { diarienummer }), ...(ar !== undefined && { ar }), ...(lopnummer !== undefined && { lopnummer }),
  };
  const inside = viewer.may(namnd, strictest('arbetsmaterial', klass));
  // OSL 5:2: of what is secret the register shows the number and the day; the last two parts are left out.
  if (!viewer.may(namnd, klass)) return diarienummer === undefined ? null : scoped({ namnd, klass }, { ...row, frammandeNummer: [], tjansteskrivelser: [], behandlingar: () => [], historik: () => [] });

  const { rubrik, rubrikIntern, avsandare, sekretess } = doc;
  const hidden = (doc.avsandareDold === true || now.avsandareDold === true) && !viewer.may(namnd, 'personuppgift');
  return scoped({ namnd, klass }, {
    ...row, rubrik, status: doc.status, frammandeNummer: doc.frammandeNummer, behandlingar: () => synligaBehandlingar(doc, when, context),
    ...(rubrikIntern !== undefined && { rubrikIntern }), ...(avsandare !== undefined && !hidden && { avsandare }), ...(doc.slag !== undefined && { slag: doc.slag }),
    ...(sekretess !== undefined && { sekretesslagrum: `OSL ${sekretess.lagrum}`, sekretessdatum: sekretess.datum }), ...(doc.avslutat !== undefined && { avslutat: doc.avslutat }),
    // TF 2:10: a memo is working material until its matter has been finally dealt with (I6).
    tjansteskrivelser: inside || doc.slutbehandlat !== undefined ? doc.tjansteskrivelser : [],
    historik: () => doc.historik.map(({ type, ...rest }) => ({ typ: type, ...rest })),
  });
};
const synligaBehandlingar = async ({ namnd, behandlingar }: Doc, when: When, { viewer, reader }: EdgeContext): Promise<readonly Behandling[]> => {
  const synliga: Behandling[] = [];
  for (const one of behandlingar) {
    const paragraf = await reader.doc(paragrafen, one.punkt, when);
    const today = (await reader.doc(paragrafen, one.punkt)) ?? paragraf;
    const strict: Klass = paragraf?.justerad === undefined ? 'arbetsmaterial' : 'oppen';
    if (viewer.may(namnd, strictest(strict, paragraf?.klass, today?.klass))) synliga.push(one);
  }
  return synliga;
};
