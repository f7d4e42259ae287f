import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, Matches, Min } from 'class-validator';
import { CODE, type Sealed } from '@klubba/kernel';
import { Allvar, type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, Orsak, scoped, SealedField, Sekretessklass, toConnection } from '@klubba/kernel/edge';
import { AVGIFTSSTEG, INSATSLAGAR, RAPPORTMOTTAGARE, RAPPORTSLAG } from './ejverkstalld.events';
import { insatsbeslutetsKlockor, gransen, provaGransen } from './ejverkstalld.grans';
import { type Insatsbeslut as Doc, insatsbeslutet, INSATSSTATUS } from './ejverkstalld.projection';
import { BorjanInput, DagInput, DagMedSkalInput, EnArgs, RegisterArgs, SummeringsArgs, synligKlass, synliga } from './kvalitet.register.graphql';

export const Insatslag = enumOf('Insatslag', 'Lagen som insatsen beslutades enligt.', ...INSATSLAGAR);
export const Rapportmottagare = enumOf('Rapportmottagare', 'Till vem det rapporteras.', ...RAPPORTMOTTAGARE);
export const Rapportslag = enumOf('Rapportslag', 'Vad raden säger: inte verkställt, inte återupptaget, verkställt för sent före första rapporten, verkställt efter en rapport, eller upphört.', ...RAPPORTSLAG);
const Insatsstatus = enumOf('Insatsstatus', 'Om beslutet väntar på att verkställas.', ...INSATSSTATUS);
const Avgiftssteg = enumOf('Avgiftssteg', 'Hur långt frågan om särskild avgift har kommit.', ...AVGIFTSSTEG);
const Insatshandelse = enumOf('Insatshandelse', 'Vad som antecknades fel.', 'verkstallighet', 'avbrott', 'aterupptagande', 'upphorande');
const Vantanslag = enumOf('Vantanslag', 'Vad väntan räknas från.', 'beslut', 'avbrott');
const Insatsgrupp = enumOf('Insatsgrupp', 'Vad besluten räknas efter.', 'lag', 'insats', 'enhet', 'status');
const ORD = { message: 'ska vara ett kort ord utan mellanslag, högst 40 tecken.' };

@InputType({ description: 'Ett gynnande beslut om en insats.' })
export class RegistreraInsatsbeslutInput extends BorjanInput {
  @Field(() => Insatslag) @IsEnum(Insatslag) lag!: keyof typeof Insatslag;
  @Field({ description: 'Kommunens ord för insatsen: kontaktfamilj.' }) @Matches(CODE, ORD) insats!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) enhet?: string;
  @Field() @IsDatum() beslutsdatum!: string;
  @Field(() => Boolean, { nullable: true, description: 'En annan kommun fattade beslutet; nämnden verkställer det.' }) @IsOptional() @IsBoolean() vistelsekommun?: boolean;
  @Field(() => String, { nullable: true, description: 'Varför det inte är verkställt.' }) @IsOptional() @IsText() orsak?: string;
}
@InputType({ description: 'Beslutet är verkställt.' })
export class NoteraVerkstallighetInput extends DagInput {}
@InputType({ description: 'Insatsen har avbrutits.' })
export class NoteraInsatsavbrottInput extends DagInput {
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() orsak?: string;
}
@InputType({ description: 'Insatsen har återupptagits.' })
export class NoteraAterupptagandeInput extends DagInput {}
@InputType({ description: 'Beslutet ska inte längre verkställas.' })
export class NoteraUpphorandeInput extends DagMedSkalInput {}
@InputType({ description: 'Varför beslutet inte är verkställt, kort, som rapporten säger det.' })
export class AngeDrojsmalsskalInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Särskild avgift.' })
export class NoteraSarskildAvgiftInput extends DagInput {
  @Field(() => Avgiftssteg) @IsEnum(Avgiftssteg) steg!: keyof typeof Avgiftssteg;
  @Field(() => Int, { nullable: true, description: 'Kronor.' }) @IsOptional() @IsInt() @Min(0) belopp?: number;
}
@InputType({ description: 'Det som senast antecknades var fel.' })
export class StrykInsatshandelseInput {
  @Field(() => Insatshandelse) @IsEnum(Insatshandelse) slag!: keyof typeof Insatshandelse;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Beslutet registrerades av misstag.' })
export class StrykInsatsbeslutInput {
  @Field() @IsText() skal!: string;
}
export const ejverkstalldInputs: CommandInputs = {
  RegistreraInsatsbeslut: { input: RegistreraInsatsbeslutInput, om: 'Registrerar ett gynnande beslut som ska verkställas.', skapar: true },
  NoteraVerkstallighet: { input: NoteraVerkstallighetInput, om: 'Antecknar när beslutet verkställdes.' },
  NoteraInsatsavbrott: { input: NoteraInsatsavbrottInput, om: 'Antecknar att insatsen har avbrutits.' },
  NoteraAterupptagande: { input: NoteraAterupptagandeInput, om: 'Antecknar att insatsen har återupptagits.' },
  NoteraUpphorande: { input: NoteraUpphorandeInput, om: 'Antecknar att beslutet inte längre ska verkställas.' },
  AngeDrojsmalsskal: { input: AngeDrojsmalsskalInput, om: 'Säger varför beslutet inte är verkställt.' },
  NoteraSarskildAvgift: { input: NoteraSarskildAvgiftInput, om: 'Antecknar särskild avgift.' },
  StrykInsatshandelse: { input: StrykInsatshandelseInput, om: 'Stryker det som senast antecknades om beslutet.' },
  StrykInsatsbeslut: { input: StrykInsatsbeslutInput, om: 'Stryker ett beslut som registrerades av misstag.' },
};

@ObjectType({ description: 'En tid då insatsen skulle ges, från beslutet eller från ett avbrott.' })
export class Insatsvantan {
  @Field() fran!: string;
  @Field(() => Vantanslag) slag!: string;
  @Field({ description: 'Tre månader: därefter ska det rapporteras.' }) grans!: string;
  @Field(() => String, { nullable: true, description: 'När den slutade.' }) till?: string;
  @Field(() => Boolean, { nullable: true, description: 'Beslutet upphörde.' }) upphort?: boolean;
}
@ObjectType({ description: 'En rapport där beslutet stod.' })
export class Insatsrapport {
  @Field(() => Rapportmottagare) mottagare!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) kvartal!: number;
  @Field() datum!: string;
  @Field() fran!: string;
  @Field(() => Rapportslag) slag!: string;
}
@ObjectType({ description: 'Ett steg i frågan om särskild avgift.' })
export class SarskildAvgift {
  @Field() datum!: string;
  @Field(() => Avgiftssteg) steg!: string;
  @Field(() => Int, { nullable: true, description: 'Kronor.' }) belopp?: number;
}
@ObjectType({ description: 'Ett gynnande beslut om en insats, och om det är verkställt.' })
export class Insatsbeslut {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => String, { nullable: true }) beteckning?: string;
  @Field(() => Insatslag) lag!: string;
  @Field() insats!: string;
  @Field(() => String, { nullable: true }) enhet?: string;
  @Field() beslutsdatum!: string;
  @Field(() => Boolean, { nullable: true }) vistelsekommun?: boolean;
  @Field(() => ID, { nullable: true }) handlaggare?: string;
  @SealedField({ description: 'Varför det inte är verkställt.' }) orsak?: Sealed;
  @Field(() => Insatsstatus) status!: string;
  @Field(() => [Insatsvantan]) vantan!: readonly Insatsvantan[];
  @Field(() => String, { nullable: true, description: 'Sista dag innan det ska rapporteras, så länge det väntar.' }) grans?: string;
  @Field(() => [String], { description: 'Varför just den dagen.' }) varfor!: readonly string[];
  @Field(() => Orsak, { nullable: true, description: 'Gränsen är passerad den dag som frågan gäller.' }) varning?: Orsak;
  @Field(() => String, { nullable: true }) upphort?: string;
  @SealedField() upphortSkal?: Sealed;
  @Field(() => [Insatsrapport]) rapporter!: readonly Insatsrapport[];
  @Field(() => [SarskildAvgift]) avgifter!: readonly SarskildAvgift[];
}
const InsatsbeslutConnection = connectionOf(Insatsbeslut, 'Insatsbeslut');
@ObjectType({ description: 'Antal beslut i en grupp; en uppgift som de inte räknas efter är tom.' })
export class Insatsantal {
  @Field(() => Insatslag, { nullable: true }) lag?: string;
  @Field(() => String, { nullable: true }) insats?: string;
  @Field(() => String, { nullable: true }) enhet?: string;
  @Field(() => Insatsstatus, { nullable: true }) status?: string;
  @Field(() => Int) antal!: number;
  @Field(() => Int, { description: 'De som väntar.' }) vantar!: number;
}

@ArgsType()
class InsatsbeslutArgs extends EnArgs {
  @Field(() => String, { nullable: true, description: 'Dagen som gränsen jämförs med.' }) @IsOptional() @IsDatum() pa?: string;
}
const Insatsordning = enumOf('Insatsordning', 'Vad listan ordnas efter.', 'beslutsdatum', 'grans');
@ArgsType()
class InsatsbeslutenArgs extends RegisterArgs {
  @Field(() => Insatslag, { nullable: true }) @IsOptional() @IsEnum(Insatslag) lag?: keyof typeof Insatslag;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(CODE, ORD) insats?: string;
  @Field(() => Insatsstatus, { nullable: true }) @IsOptional() @IsEnum(Insatsstatus) status?: keyof typeof Insatsstatus;
  @Field(() => String, { nullable: true, description: 'Bara de som väntar och vars gräns är senast denna dag.' }) @IsOptional() @IsDatum() gransSenast?: string;
  @Field(() => String, { nullable: true, description: 'Dagen som gränserna jämförs med.' }) @IsOptional() @IsDatum() pa?: string;
  @Field(() => Insatsordning, { nullable: true, description: 'Utelämnat: beslutsdatum.' }) @IsOptional() @IsEnum(Insatsordning) ordning?: keyof typeof Insatsordning;
}
@ArgsType()
class InsatsantalArgs extends SummeringsArgs {
  @Field(() => [Insatsgrupp], { description: 'Vad de räknas efter; inget ger en summa.' }) @IsArray() @ArrayMaxSize(4) @IsEnum(Insatsgrupp, { each: true }) efter!: (keyof typeof Insatsgrupp)[];
}

@Resolver(() => Insatsbeslut)
export class EjverkstalldResolver {
  @Query(() => Insatsbeslut, { nullable: true, description: 'Ett gynnande beslut och vad det väntar på.' })
  async insatsbeslut(@Args() { id, pa, ...when }: InsatsbeslutArgs, @Context() context: EdgeContext): Promise<Insatsbeslut | null> {
    const doc = await context.reader.doc(insatsbeslutet, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(insatsbeslutet, doc.id)) ?? doc, context, pa);
  }

  @Query(() => InsatsbeslutConnection, { description: 'Nämndens gynnande beslut; de som väntar har en gräns på tre månader.' })
  async insatsbesluten(@Args() { namnd: given, oppna, fran, till, senastForst, lag, insats, status, gransSenast, pa, ordning, first, after, ...when }: InsatsbeslutenArgs, @Context() context: EdgeContext): Promise<Connection<Insatsbeslut>> {
    const namnd = given.toLowerCase();
    const vantar = oppna === true || (gransSenast !== undefined && gransSenast !== null);
    const page = await context.reader.register(insatsbeslutet, namnd, {
      first, after, sort: ordning ?? 'beslutsdatum', descending: senastForst === true, ...synliga(namnd, context),
      where: { beslutsdatum: { from: fran, to: till }, ...(vantar && { oppen: { eq: 1 } }), lag: { eq: lag ?? undefined }, insats: { eq: insats ?? undefined }, status: { eq: status ?? undefined }, grans: { to: gransSenast } },
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context, pa)!);
  }

  @Query(() => [Insatsantal], { description: 'Antal gynnande beslut efter lag, insats, enhet eller status.' })
  async insatsantal(@Args() { namnd: given, fran, till, efter, ...when }: InsatsantalArgs, @Context() context: EdgeContext): Promise<readonly Insatsantal[]> {
    const namnd = given.toLowerCase();
    const totals = await context.reader.totals(insatsbeslutet, namnd, { by: [...new Set(efter)], sum: 'oppen', where: { beslutsdatum: { from: fran, to: till } }, ...synliga(namnd, context) }, when);
    return totals.map(({ group, antal, summa }) => ({ ...(group as object), antal, vantar: summa ?? 0 }));
  }
}

const view = (doc: Doc, now: Doc, context: EdgeContext, pa?: string | null): Insatsbeslut | null => {
  const klass = synligKlass(doc, now, context);
  if (klass === undefined || now.status === 'struket') return null;
  const scope = { namnd: doc.namnd, klass } as const;
  const { upphort, inlast: _, ...rest } = doc;
  const [frist] = insatsbeslutetsKlockor(doc);
  const [passerad] = pa === undefined || pa === null ? [] : provaGransen(doc, pa);
  return scoped(scope, {
    ...rest, klass, vantan: doc.vantan.map((en) => scoped(scope, { ...en, grans: gransen(en) })), ...(frist !== undefined && { grans: frist.lag }), varfor: frist?.varfor ?? [],
    ...(passerad !== undefined && { varning: { kod: passerad.kod, allvar: Allvar.VARNING, text: passerad.text, ...(passerad.lagrum !== undefined && { lagrum: passerad.lagrum }) } }),
    ...(upphort !== undefined && { upphort: upphort.datum, ...(upphort.skal !== undefined && { upphortSkal: upphort.skal }) }),
    rapporter: doc.rapporter.map((en) => scoped(scope, en)), avgifter: doc.avgifter.map((en) => scoped(scope, en)),
  });
};
