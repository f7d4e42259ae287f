import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { isRefusal, type Refusal, type Sealed, Surroundings } from '@klubba/kernel';
import { AROUND, type CommandInputs, type Completing, type EdgeContext, enumOf, IsDatum, IsText, RUBRIK_MAX, scoped, SealedField, WhenArgs } from '@klubba/kernel/edge';
import { Delegat, DelegationensOverklagandeslag, Delegationskolumn, Delegationsradfel, Delegationsslag, DelegatInput, NamndensBeslut, NamndensBeslutInput, uppladdad } from './delegation.gemensamt.graphql';
import { sparadeKolumner, tabellI } from './delegation.tabell.prepare';
import { type NyDelegationspunkt, provaPunkter, PUNKTER_MAX } from './delegationsordning.decider';
import { GRANSSLAG } from './delegationsordning.events';
import { lasOrdning, ORDNINGSFALT, type Ordningsrad } from './delegationsordning.lasning';
import { delegationsordningen, ordningPa, type Ordningsversion } from './delegationsordning.projection';
import { BESLUTSFALT } from './delegationslista.lasning';

const Ordningsfalt = enumOf('Ordningsfalt', 'Vad en kolumn i en delegationsordning innehåller.', ...ORDNINGSFALT);
const Gransslag = enumOf('Gransslag', 'Vad en gräns räknas i.', ...GRANSSLAG);
const Mandatslag = enumOf('Mandatslag', 'Vem nämnden har utsett.', 'ordforande', 'ledamot');
const Delegationslistslag = enumOf('Delegationslistslag', 'En delegationsordning, eller en lista över beslut.', 'ordning', 'beslut');
const NUMMER = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9_.:-]{0,39}$/;
const NUMMERFORM = { message: 'ska vara punktens nummer, som 3.1 eller A12.' };

@InputType({ description: 'En gräns för vad delegaten får besluta.' })
export class GransInput {
  @Field(() => Gransslag) @IsEnum(Gransslag) slag!: keyof typeof Gransslag;
  @Field(() => Int, { description: 'Högst så mycket.' }) @IsInt() @Min(1) @Max(2_000_000_000) hogst!: number;
}
@InputType({ description: 'En punkt i delegationsordningen.' })
export class DelegationspunktInput {
  @Field() @Matches(NUMMER, NUMMERFORM) nummer!: string;
  @Field({ description: 'Vad som delegeras.' }) @IsText(2000) arendegrupp!: string;
  @Field(() => String, { nullable: true, description: 'Som det står: SoL 11:1, 12:1.' }) @IsOptional() @IsText(RUBRIK_MAX) lagrum?: string;
  @Field(() => Delegationsslag, { nullable: true }) @IsOptional() @IsEnum(Delegationsslag) slag?: keyof typeof Delegationsslag;
  @Field(() => [DelegatInput], { description: 'Var och en för sig.' }) @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => DelegatInput) delegater!: DelegatInput[];
  @Field(() => [DelegatInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => DelegatInput) ersattare?: DelegatInput[];
  @Field(() => [GransInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(5) @ValidateNested({ each: true }) @Type(() => GransInput) granser?: GransInput[];
  @Field(() => String, { nullable: true, description: 'Villkor i övrigt.' }) @IsOptional() @IsText(2000) villkor?: string;
  @Field(() => Boolean, { nullable: true, description: 'Nämnden medger vidaredelegation från förvaltningschefen.' }) @IsOptional() @IsBoolean() vidaredelegation?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Besluten anmäls till nämnden. Utelämnat: ja.' }) @IsOptional() @IsBoolean() anmals?: boolean;
  @Field(() => DelegationensOverklagandeslag, { nullable: true }) @IsOptional() @IsEnum(DelegationensOverklagandeslag) overklagandeslag?: keyof typeof DelegationensOverklagandeslag;
  @Field(() => String, { nullable: true, description: 'Punktens sista dag.' }) @IsOptional() @IsDatum() till?: string;
}
@InputType({ description: 'Uppdrag att besluta när nämnden inte kan avvaktas.' })
export class MandatInput {
  @Field(() => Mandatslag) @IsEnum(Mandatslag) slag!: keyof typeof Mandatslag;
  @Field(() => ID, { nullable: true, description: 'Krävs av en annan ledamot än ordföranden.' }) @IsOptional() @IsUUID() person?: string;
}
@InputType({ description: 'Vad en kolumn innehåller.' })
export class OrdningskolumnInput {
  @Field(() => Ordningsfalt) @IsEnum(Ordningsfalt) falt!: keyof typeof Ordningsfalt;
  @Field({ description: 'Kolumnens rubrik, som den står i filen.' }) @IsText(RUBRIK_MAX) rubrik!: string;
}
@InputType({ description: 'En delegationsordning som nämnden har antagit: punkterna, eller en uppladdad fil med dem.' })
export class AntaDelegationsordningInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field({ description: 'Första dagen. En version från samma dag ersätts.' }) @IsDatum() gallerFran!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen.' }) @IsOptional() @IsDatum() gallerTill?: string;
  @Field(() => NamndensBeslutInput) @ValidateNested() @Type(() => NamndensBeslutInput) antagen!: NamndensBeslutInput;
  @Field(() => [MandatInput], { nullable: true, description: 'Brådskande ärenden (KL 6 kap. 39 §).' }) @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => MandatInput) bradskande?: MandatInput[];
  @Field(() => [MandatInput], { nullable: true, description: 'Förordnade enligt LVU, LVM och lag (2024:79); ordföranden har rätten ändå.' }) @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => MandatInput) kompletterande?: MandatInput[];
  @Field(() => [DelegationspunktInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @ValidateNested({ each: true }) @Type(() => DelegationspunktInput) punkter?: DelegationspunktInput[];
  @Field(() => ID, { nullable: true, description: 'En uppladdad fil i stället för punkter: .xlsx, text med avgränsare, eller tabellerna i en .docx.' }) @IsOptional() @IsUUID() uppladdning?: string;
  @Field(() => [OrdningskolumnInput], { nullable: true, description: 'Utelämnad: den sparade, annars efter rubrikerna.' })
  @IsOptional() @IsArray() @ArrayMaxSize(ORDNINGSFALT.length) @ValidateNested({ each: true }) @Type(() => OrdningskolumnInput) mappning?: OrdningskolumnInput[];
  @Field(() => String, { nullable: true, description: 'Varifrån den är läst.' }) @IsOptional() @IsText(RUBRIK_MAX) kalla?: string;
}
@InputType({ description: 'En version upphävs.' })
export class UpphavDelegationsordningInput {
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field({ description: 'Sista dagen.' }) @IsDatum() till!: string;
  @Field(() => NamndensBeslutInput) @ValidateNested() @Type(() => NamndensBeslutInput) antagen!: NamndensBeslutInput;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Nämnden återkallar en punkt.' })
export class AterkallaDelegationInput {
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @Matches(NUMMER, NUMMERFORM) nummer!: string;
  @Field({ description: 'Punktens sista dag.' }) @IsDatum() till!: string;
  @Field(() => NamndensBeslutInput) @ValidateNested() @Type(() => NamndensBeslutInput) antagen!: NamndensBeslutInput;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Förvaltningschefen delegerar vidare, i ett led (KL 7 kap. 6 §).' })
export class VidaredelegeraInput {
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @Matches(NUMMER, NUMMERFORM) nummer!: string;
  @Field(() => DelegatInput, { description: 'Den som delegerar vidare.' }) @ValidateNested() @Type(() => DelegatInput) av!: DelegatInput;
  @Field(() => DelegatInput, { description: 'En anställd, med titel.' }) @ValidateNested() @Type(() => DelegatInput) till!: DelegatInput;
  @Field({ description: 'Första dagen.' }) @IsDatum() fran!: string;
  @Field({ description: 'Dagen för chefens beslut.' }) @IsDatum() beslutad!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(40) diarienummer?: string;
}
@InputType({ description: 'En vidaredelegation tas tillbaka.' })
export class AterkallaVidaredelegationInput {
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @Matches(NUMMER, NUMMERFORM) nummer!: string;
  @Field({ description: 'Titeln som kod.' }) @Matches(NUMMER, { message: 'ska vara titelns kod, som enhetschef.' }) befattning!: string;
  @Field({ description: 'Sista dagen.' }) @IsDatum() till!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Vad en kolumn kallas.' })
export class SparadKolumnInput {
  @Field({ description: 'Uppgiften, som den heter i API:t.' }) @Matches(new RegExp(`^(?:${[...new Set([...ORDNINGSFALT, ...BESLUTSFALT])].join('|')})$`), { message: 'är ingen uppgift i listan.' }) falt!: string;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
}
@InputType({ description: 'Vilka kolumner en sorts lista har; förslaget nästa gång.' })
export class SparaDelegationskolumnerInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Delegationslistslag) @IsEnum(Delegationslistslag) lista!: keyof typeof Delegationslistslag;
  @Field(() => [SparadKolumnInput]) @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => SparadKolumnInput) kolumner!: SparadKolumnInput[];
}

@ObjectType({ description: 'En gräns.' })
export class DelegationsGrans {
  @Field(() => Gransslag) slag!: string;
  @Field(() => Int) hogst!: number;
}
@ObjectType({ description: 'En punkt i delegationsordningen.' })
export class Delegationspunkt {
  @Field() nummer!: string;
  @SealedField({ description: 'Vad som delegeras.' }) arendegrupp!: Sealed;
  @Field(() => [String], { description: 'Lagrummen, som de lästes.' }) lagrum!: readonly string[];
  @SealedField({ description: 'Det som stod där och inte kunde läsas som lagrum.' }) lagrumSkrivet?: Sealed;
  @Field(() => Delegationsslag) slag!: string;
  @Field(() => [Delegat]) delegater!: readonly object[];
  @Field(() => [Delegat]) ersattare!: readonly object[];
  @Field(() => [DelegationsGrans]) granser!: readonly object[];
  @SealedField() villkor?: Sealed;
  @Field() vidaredelegation!: boolean;
  @Field({ description: 'Besluten anmäls till nämnden.' }) anmals!: boolean;
  @Field(() => DelegationensOverklagandeslag, { nullable: true }) overklagandeslag?: string;
  @Field(() => String, { nullable: true, description: 'Punktens sista dag.' }) till?: string;
}
@ObjectType({ description: 'En vidaredelegation.' })
export class Vidaredelegation {
  @Field() nummer!: string;
  @Field(() => Delegat) delegat!: object;
  @Field() fran!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen.' }) till?: string;
  @Field({ description: 'Dagen för chefens beslut.' }) beslutad!: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
}
@ObjectType({ description: 'Den som nämnden har utsett att besluta när den inte kan avvaktas.' })
export class Mandat {
  @Field(() => Mandatslag) slag!: string;
  @Field(() => ID, { nullable: true }) person?: string;
}
@ObjectType({ description: 'En version av nämndens delegationsordning.' })
export class Delegationsordning {
  @Field(() => ID) namnd!: string;
  @Field(() => Int) version!: number;
  @Field() gallerFran!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen.' }) gallerTill?: string;
  @Field(() => NamndensBeslut) antagen!: object;
  @SealedField({ description: 'Varifrån den är läst.' }) kalla?: Sealed;
  @Field(() => [Mandat], { description: 'Brådskande ärenden (KL 6 kap. 39 §).' }) bradskande!: readonly object[];
  @Field(() => [Mandat], { description: 'Förordnade enligt LVU, LVM och lag (2024:79).' }) kompletterande!: readonly object[];
  @Field(() => [Delegationspunkt]) punkter!: readonly object[];
  @Field(() => [Vidaredelegation]) vidare!: readonly object[];
}
@ObjectType({ description: 'En punkt som den förstods.' })
export class Ordningsforhandsrad {
  @Field(() => Int) rad!: number;
  @Field() nummer!: string;
  @Field() arendegrupp!: string;
  @Field(() => String, { nullable: true }) lagrum?: string;
  @Field(() => [String], { description: 'Varje delegat: slag och titel.' }) delegater!: readonly string[];
  @Field(() => [String], { description: 'Gränserna, som de lästes.' }) granser!: readonly string[];
  @Field() vidaredelegation!: boolean;
  @Field() anmals!: boolean;
}
@ObjectType({ description: 'Vad en fil med en delegationsordning skulle ge. Inget läses in.' })
export class Ordningsforhandsgranskning {
  @Field({ description: 'Den kan antas som den är, om skäl ges för varningarna.' }) kanAntas!: boolean;
  @Field(() => [Delegationskolumn]) kolumner!: readonly object[];
  @Field(() => Int, { description: 'Rader under rubrikerna.' }) antalRader!: number;
  @Field(() => [Ordningsforhandsrad]) punkter!: readonly object[];
  @Field(() => [Delegationsradfel], { description: 'Det som stoppar; lagrummet står i texten.' }) fel!: readonly object[];
  @Field(() => [Delegationsradfel], { description: 'Det som kräver skäl.' }) varningar!: readonly object[];
}

@ArgsType()
class OrdningsArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => String, { nullable: true, description: 'Den version som gällde den dagen. Utelämnad: alla.' }) @IsOptional() @IsDatum() datum?: string;
}
@ArgsType()
class ForhandsgranskaOrdningArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() uppladdning!: string;
  @Field({ description: 'Dagen den ska gälla från; rättsläget den dagen avgör.' }) @IsDatum() gallerFran!: string;
  @Field(() => [OrdningskolumnInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(ORDNINGSFALT.length) @ValidateNested({ each: true }) @Type(() => OrdningskolumnInput) mappning?: OrdningskolumnInput[] | null;
}

@Resolver()
export class DelegationsordningResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => [Delegationsordning], { description: 'Nämndens delegationsordning: den version som gällde en dag, eller alla.' })
  async delegationsordning(@Args() { namnd, datum, ...when }: OrdningsArgs, @Context() { reader }: EdgeContext): Promise<readonly object[]> {
    const doc = await reader.doc(delegationsordningen, namnd.toLowerCase(), when);
    if (doc === undefined) return [];
    const en = datum === undefined || datum === null ? undefined : ordningPa(doc, datum);
    const valda = datum === undefined || datum === null ? doc.versioner : en === undefined ? [] : [en];
    return valda.map((version) => visad(doc.namnd, version));
  }

  @Query(() => Ordningsforhandsgranskning, { nullable: true, description: 'Läser en uppladdad delegationsordning och säger hur den förstods. För den som får anta den.' })
  async forhandsgranskaDelegationsordning(@Args() { namnd: given, uppladdning, gallerFran, mappning }: ForhandsgranskaOrdningArgs, @Context() context: EdgeContext): Promise<object | null> {
    const namnd = given.toLowerCase();
    if (typeof context.viewer.roll(namnd, 'AntaDelegationsordning') !== 'string') return null;
    const scope = { namnd, klass: 'arbetsmaterial' } as const;
    const last = await lasFil(this.around, context, namnd, uppladdning, mappning ?? undefined);
    if (isRefusal(last)) return scoped(scope, { kanAntas: false, kolumner: [], antalRader: 0, punkter: [], varningar: [], fel: last.hinder.map(({ kod, text }) => scoped(scope, { kod, text })) });
    const provade = provaPunkter(last.rader.map(({ punkt }) => punkt), gallerFran);
    const fel = [...last.fel, ...provade.filter(({ allvar }) => allvar === 'STOPP')];
    return scoped(scope, {
      kanAntas: fel.length === 0 && last.rader.length > 0, antalRader: last.antal,
      kolumner: last.kolumner.map((en) => scoped(scope, { ...en, falt: last.mappning.find(({ rubrik }) => rubrik === en.rubrik)?.falt })),
      punkter: last.rader.map(({ rad, punkt: { nummer, arendegrupp, lagrum, delegater, granser = [], vidaredelegation = false, anmals = true } }) => scoped(scope, {
        rad, nummer, arendegrupp, lagrum, vidaredelegation, anmals, delegater: delegater.map(({ slag, titel }) => `${slag}: ${titel ?? ''}`), granser: granser.map(({ slag, hogst }) => `${slag}: ${hogst}`),
      })),
      fel: fel.map((en) => scoped(scope, { ...en })), varningar: provade.filter(({ allvar }) => allvar === 'VARNING').map(({ kod, text }) => scoped(scope, { kod, text })),
    });
  }
}

const visad = (namnd: string, { punkter, vidare, bradskande, kompletterande, antagen, ...version }: Ordningsversion): object => {
  const scope = { namnd, klass: 'oppen' } as const;
  const alla = (delegater: readonly object[]): readonly object[] => delegater.map((en) => scoped(scope, en));
  return scoped(scope, {
    namnd, ...version, antagen: scoped(scope, antagen), bradskande: alla(bradskande), kompletterande: alla(kompletterande), vidare: vidare.map(({ delegat, ...en }) => scoped(scope, { ...en, delegat: scoped(scope, delegat) })),
    punkter: punkter.map((en) => scoped(scope, { ...en, delegater: alla(en.delegater), ersattare: alla(en.ersattare), granser: alla(en.granser) })),
  });
};

const lasFil = async (around: Surroundings, context: EdgeContext, namnd: string, uppladdning: string, mappning: readonly OrdningskolumnInput[] | undefined) => {
  const content = await uppladdad(context, namnd, uppladdning);
  if (isRefusal(content)) return content;
  const tabell = await tabellI(around, content);
  return isRefusal(tabell) ? tabell : lasOrdning(tabell, mappning ?? (await sparadeKolumner(around, namnd, tabell, 'ordning')));
};

/** Points from a file become the command's own: whoever adopts an order has seen how it was understood. */
const medPunkter = async (data: object, { context, around }: Completing): Promise<object | Refusal> => {
  const { uppladdning, mappning, punkter = [], ...rest } = data as AntaDelegationsordningInput;
  if (uppladdning === undefined) return { ...rest, punkter };
  const roll = context.viewer.roll(rest.namnd.toLowerCase(), 'AntaDelegationsordning');
  if (typeof roll !== 'string') return roll;
  const last = await lasFil(around, context, rest.namnd.toLowerCase(), uppladdning, mappning);
  if (isRefusal(last)) return last;
  const [forst, ...resten] = last.fel.map(({ kod, text }) => ({ kod, text, allvar: 'STOPP' as const }));
  if (forst !== undefined) return { hinder: [forst, ...resten] };
  return { ...rest, punkter: [...punkter, ...last.rader.map(({ punkt }: Ordningsrad): NyDelegationspunkt => punkt)] };
};

export const delegationsordningInputs: CommandInputs = {
  AntaDelegationsordning: { input: AntaDelegationsordningInput, om: 'Lägger in en delegationsordning som nämnden har antagit, punkt för punkt eller ur en uppladdad fil.', skapar: (data) => (data as AntaDelegationsordningInput).namnd, complete: medPunkter },
  UpphavDelegationsordning: { input: UpphavDelegationsordningInput, om: 'Antecknar att nämnden har upphävt en version.' },
  AterkallaDelegation: { input: AterkallaDelegationInput, om: 'Antecknar att nämnden har återkallat en punkt.' },
  Vidaredelegera: { input: VidaredelegeraInput, om: 'Antecknar en vidaredelegation från förvaltningschefen.' },
  AterkallaVidaredelegation: { input: AterkallaVidaredelegationInput, om: 'Antecknar att en vidaredelegation är återkallad.' },
  SparaDelegationskolumner: { input: SparaDelegationskolumnerInput, om: 'Sparar vad kolumnerna kallas i delegationsordningar eller beslutslistor.', skapar: (data) => (data as SparaDelegationskolumnerInput).namnd },
};
