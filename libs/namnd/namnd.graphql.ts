import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CODE, type Sealed } from '@klubba/kernel';
import {
  type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, toConnection, WhenArgs,
} from '@klubba/kernel/edge';
import { Arshjulspost, arshjulInputs, Radslag } from './namnd.arshjul.graphql';
import { begarandena, begaranInputs, SammantradeBegaran } from './namnd.begaran.graphql';
import { INKALLELSESATT, NAMNDSLAG } from './namnd.events';
import { LOKALA_AFTNAR } from '@klubba/lagrum';
import { type Namnd as NamndDoc, namnden, reglementePa, type Uppdrag as Seat, uppdragPa } from './namnd.projection';
import { personalInputs, Personallista, personallistorna } from './namnd.personal.graphql';
import { personen } from './person.projection';

const Namndslag = enumOf('Namndslag', 'Nämnd, eller utskott under en nämnd.', ...NAMNDSLAG);
const Dagslag = enumOf('Dagslag', 'Hur kallelsetidens dagar räknas.', 'kalenderdagar', 'vardagar');
const Svarsdagslag = enumOf('Svarsdagslag', 'Hur svarstidens dagar räknas.', 'kalenderdagar', 'arbetsdagar');
const LokalAfton = enumOf('LokalAfton', 'En afton som kommunen kan räkna som ledig.', ...LOKALA_AFTNAR);
const Justeringssatt = enumOf('Justeringssatt', 'Hur protokollet justeras.', 'underskrift', 'digital');
const Diarieform = enumOf('Diarieform', 'Så skrivs diarienumret: SN/2018:23, SN-2018-00023 eller SN 2018/23.', 'snedstreck_kolon', 'bindestreck', 'blanksteg_snedstreck');
const Paragrafform = enumOf('Paragrafform', 'Så skrivs paragrafens nummer: § 25, § 25/18 eller SN 25.', 'nummer', 'nummer_ar', 'organ_nummer');
const Inkallelsesatt = enumOf('Inkallelsesatt', 'Vem som kallas in först: ersättaren ur samma grupp, eller den som står först i en ordning för alla.', ...INKALLELSESATT);
export const Uppdragsslag = enumOf('Uppdragsslag', 'Ledamot eller ersättare.', 'ledamot', 'ersattare');
export const Uppdragsroll = enumOf('Uppdragsroll', 'Presidiets roller.', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande');

const ORGAN = /^[A-ZÅÄÖ]{1,10}$/;

@InputType({ description: 'En ny nämnd eller ett nytt utskott.' })
export class InrattaNamndInput {
  @Field({ description: 'Organets bokstäver, som i dess nummer: SN.' }) @Matches(ORGAN, { message: 'ska vara 1–10 versaler, som SN.' }) organ!: string;
  @Field() @IsText(RUBRIK_MAX) namn!: string;
  @Field(() => Namndslag) @IsEnum(Namndslag) slag!: keyof typeof Namndslag;
  @Field(() => ID, { nullable: true, description: 'Nämnden som utskottet hör till.' }) @IsOptional() @IsUUID() overordnad?: string;
  @Field(() => String, { nullable: true, description: 'Första dagen i Klubba: vad som hänt vid sammanträden före den kan läsas in.' }) @IsOptional() @IsDatum() startdatum?: string;
  @Field(() => String, { nullable: true, description: 'Kommunens namn.' }) @IsOptional() @IsText(RUBRIK_MAX) kommun?: string;
  @Field(() => String, { nullable: true, description: 'Kommunkoden, fyra siffror.' }) @IsOptional() @Matches(/^\d{4}$/, { message: 'ska vara fyra siffror.' }) kommunkod?: string;
}
@InputType({ description: 'Nämndens nya namn.' })
export class AndraNamndensNamnInput {
  @Field() @IsText(RUBRIK_MAX) namn!: string;
  @Field({ description: 'Första dagen med namnet.' }) @IsDatum() fran!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Varifrån en ersättare för ett partis ledamot kommer, när partiet inte har någon kvar.' })
export class InkallelseradInput {
  @Field({ description: 'Partiet som saknar en ledamot.' }) @Matches(CODE, { message: 'ska vara partiets förkortning.' }) parti!: string;
  @Field(() => [String], { description: 'Partierna därefter, i ordning.' }) @IsArray() @ArrayMaxSize(50) @Matches(CODE, { each: true, message: 'ska vara partiets förkortning.' }) sedan!: string[];
}
@InputType({ description: 'Inställningar ur reglementet, som gäller från en dag tills nästa.' })
export class FaststallReglementeInput {
  @Field() @IsDatum() fran!: string;
  @Field(() => Int, { description: 'Antalet som fullmäktige har bestämt, vakanser inräknade.' }) @IsInt() @Min(1) @Max(200) antalLedamoter!: number;
  @Field(() => Int, { description: 'Så många dagar före sammanträdet ska kallelsen vara skickad.' }) @IsInt() @Min(0) @Max(60) kallelseDagar!: number;
  @Field(() => Dagslag) @IsEnum(Dagslag) kallelseSlag!: keyof typeof Dagslag;
  @Field({ description: 'Paragrafer får justeras omedelbart.' }) @IsBoolean() omedelbarJustering!: boolean;
  @Field(() => Diarieform) @IsEnum(Diarieform) diarieform!: keyof typeof Diarieform;
  @Field(() => Paragrafform) @IsEnum(Paragrafform) paragrafform!: keyof typeof Paragrafform;
  @Field(() => Justeringssatt, { nullable: true, description: 'Utelämnat: underskrift.' }) @IsOptional() @IsEnum(Justeringssatt) justeringssatt?: keyof typeof Justeringssatt;
  @Field(() => Int, { nullable: true, description: 'Justerare utöver ordföranden. Utelämnat: 1.' }) @IsOptional() @IsInt() @Min(1) @Max(10) antalJusterare?: number;
  @Field(() => Int, { nullable: true, description: 'Minsta antal siffror i löpnumret. Utelämnat: 1.' }) @IsOptional() @IsInt() @Min(1) @Max(7) diariesiffror?: number;
  @Field(() => String, { nullable: true, description: 'Bokstäverna i diarienumret, när de inte är organets.' }) @IsOptional() @Matches(ORGAN, { message: 'ska vara 1–10 versaler, som SN.' }) diariekod?: string;
  @Field(() => Boolean, { nullable: true, description: 'Fullmäktige har tillåtit deltagande på distans (KL 6 kap. 24 §).' }) @IsOptional() @IsBoolean() distans?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Reglementet tillåter det också i sekretessärenden.' }) @IsOptional() @IsBoolean() distansSekretess?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Fullmäktige har tillåtit öppna sammanträden (KL 6 kap. 25 §).' }) @IsOptional() @IsBoolean() oppnaSammantraden?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Den som avbrutit sin tjänstgöring får tjänstgöra igen samma dag.' }) @IsOptional() @IsBoolean() aterintrade?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Nämnden har bestämt att sammanträdena är öppna, där de får vara det.' }) @IsOptional() @IsBoolean() oppetSomRegel?: boolean;
  @Field(() => [InkallelseradInput], { nullable: true, description: 'Inkallelseordningen mellan partierna. Inom ett parti gäller ersättarnas ordning.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => InkallelseradInput) inkallelseordning?: InkallelseradInput[];
  @Field(() => [Radslag], { nullable: true, description: 'Dagordningens mall: vad som ska vara med, i ordning.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @IsEnum(Radslag, { each: true }) dagordningsmall?: (keyof typeof Radslag)[];
  @Field(() => [Radslag], { nullable: true, description: 'Rader som inte får någon egen paragraf när inget beslutas. Utelämnat: alla får en.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @IsEnum(Radslag, { each: true }) utanParagraf?: (keyof typeof Radslag)[];
  @Field(() => Boolean, { nullable: true, description: 'En ledamot som kommer sent får tjänstgöra. Utelämnat: ja.' }) @IsOptional() @IsBoolean() sentIntrade?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Byte av tjänstgörande får ske medan en punkt behandlas. Utelämnat: nej.' }) @IsOptional() @IsBoolean() byteInomPunkt?: boolean;
  @Field(() => Inkallelsesatt, { nullable: true, description: 'Utelämnat: ersättare ur samma grupp först.' }) @IsOptional() @IsEnum(Inkallelsesatt) inkallelse?: keyof typeof Inkallelsesatt;
  @Field(() => [String], { nullable: true, description: 'Gruppernas ordning, när den egna inte har någon ersättare: den med flest röster först.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @Matches(CODE, { each: true, message: 'ska vara förkortningar av partier eller grupper.' }) gruppordning?: string[];
  @Field(() => Boolean, { nullable: true, description: 'Fullmäktige har medgett insynsplats (KL 4 kap. 28 §).' }) @IsOptional() @IsBoolean() insynsplats?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Nej: i patientnämnd, valnämnd och överförmyndarnämnd. Ja: i ett utskott. Utelämnat: enligt KL 7 kap. 12 §.' }) @IsOptional() @IsBoolean() personalforetradare?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Av ett utskott: det bereder bara, och beslutar inget (KL 6 kap. 41 §).' }) @IsOptional() @IsBoolean() beredande?: boolean;
  @Field(() => Int, { nullable: true, description: 'Så många dagar har nämnden på sig att besvara ett klagomål. Utelämnat: 14.' }) @IsOptional() @IsInt() @Min(1) @Max(120) klagomalDagar?: number;
  @Field(() => Svarsdagslag, { nullable: true, description: 'Utelämnat: kalenderdagar.' }) @IsOptional() @IsEnum(Svarsdagslag) klagomalSlag?: keyof typeof Svarsdagslag;
  @Field(() => [LokalAfton], { nullable: true, description: 'Aftnar som inte räknas som arbetsdagar. Utelämnat: inga.' }) @IsOptional() @IsArray() @ArrayMaxSize(LOKALA_AFTNAR.length) @IsEnum(LokalAfton, { each: true }) friaAftnar?: (keyof typeof LokalAfton)[];
  @Field(() => String, { nullable: true, description: 'Dagen för fullmäktiges beslut.' }) @IsOptional() @IsDatum() beslutsdatum?: string;
  @Field(() => String, { nullable: true, description: 'Krävs när det ersätter ett som gäller från samma dag.' }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Ett val till ledamot eller ersättare.' })
export class ValjForUppdragInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Uppdragsslag) @IsEnum(Uppdragsslag) uppdrag!: keyof typeof Uppdragsslag;
  @Field(() => Uppdragsroll, { nullable: true }) @IsOptional() @IsEnum(Uppdragsroll) roll?: keyof typeof Uppdragsroll;
  @Field({ description: 'Partiets bokstäver.' }) @Matches(CODE, { message: 'ska vara partiets förkortning.' }) parti!: string;
  @Field(() => String, { nullable: true, description: 'Gruppen som personen valdes för, när den inte är partiets: ett samverkande parti, eller en som har lämnat sitt. Den utan parti har koden utan_parti.' }) @IsOptional() @Matches(CODE, { message: 'ska vara gruppens förkortning.' }) grupp?: string;
  @Field(() => Int, { description: 'Plats i uppropet; för ersättare i inkallelseordningen.' }) @IsInt() @Min(1) @Max(500) ordning!: number;
  @Field() @IsDatum() fran!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen.' }) @IsOptional() @IsDatum() till?: string;
}
@InputType({ description: 'Ett uppdrag upphör.' })
export class AvslutaUppdragInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Uppdragsslag) @IsEnum(Uppdragsslag) uppdrag!: keyof typeof Uppdragsslag;
  @Field({ description: 'Sista dagen.' }) @IsDatum() till!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Ett uppdrag som antecknats av misstag.' })
export class StrykUppdragInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Uppdragsslag) @IsEnum(Uppdragsslag) uppdrag!: keyof typeof Uppdragsslag;
  @Field({ description: 'Dagen som uppdraget antecknades från.' }) @IsDatum() fran!: string;
  @Field() @IsText() skal!: string;
}

export const namndInputs: CommandInputs = {
  InrattaNamnd: { input: InrattaNamndInput, om: 'Inrättar en nämnd eller ett utskott.', skapar: true },
  AndraNamndensNamn: { input: AndraNamndensNamnInput, om: 'Ger nämnden ett nytt namn.' },
  FaststallReglemente: { input: FaststallReglementeInput, om: 'Anger hur nämnden arbetar från en viss dag.' },
  ValjForUppdrag: { input: ValjForUppdragInput, om: 'Antecknar ett val till ledamot eller ersättare.' },
  AvslutaUppdrag: { input: AvslutaUppdragInput, om: 'Antecknar att ett uppdrag upphör.' },
  StrykUppdrag: { input: StrykUppdragInput, om: 'Stryker ett uppdrag som antecknats av misstag.' },
  ...begaranInputs,
  ...arshjulInputs,
  ...personalInputs,
};

@ObjectType({ description: 'Varifrån en ersättare kommer, när partiet inte har någon kvar.' })
export class Inkallelserad {
  @Field({ description: 'Partiet som saknar en ledamot.' }) parti!: string;
  @Field(() => [String], { description: 'Partierna därefter, i ordning.' }) sedan!: readonly string[];
}
@ObjectType({ description: 'Hur nämnden arbetar från en dag: inställningar ur reglementet.' })
export class Reglemente {
  @Field({ description: 'Första dagen.' }) fran!: string;
  @Field(() => Int, { description: 'Antalet som fullmäktige har bestämt.' }) antalLedamoter!: number;
  @Field(() => Int, { description: 'Kallelsetid i dagar.' }) kallelseDagar!: number;
  @Field(() => Dagslag, { description: 'Hur kallelsetidens dagar räknas.' }) kallelseSlag!: string;
  @Field({ description: 'Paragrafer får justeras omedelbart.' }) omedelbarJustering!: boolean;
  @Field(() => Justeringssatt, { description: 'Hur protokollet justeras.' }) justeringssatt!: string;
  @Field(() => Int, { description: 'Justerare utöver ordföranden.' }) antalJusterare!: number;
  @Field(() => Diarieform, { description: 'Så skrivs diarienumret.' }) diarieform!: string;
  @Field(() => Int, { description: 'Minsta antal siffror i löpnumret.' }) diariesiffror!: number;
  @Field(() => String, { nullable: true, description: 'Bokstäverna i diarienumret, när de inte är organets.' }) diariekod?: string;
  @Field(() => Paragrafform, { description: 'Så skrivs paragrafens nummer.' }) paragrafform!: string;
  @Field({ description: 'Deltagande på distans är tillåtet.' }) distans!: boolean;
  @Field({ description: 'Också i sekretessärenden.' }) distansSekretess!: boolean;
  @Field({ description: 'Öppna sammanträden är tillåtna.' }) oppnaSammantraden!: boolean;
  @Field({ description: 'Den som avbrutit sin tjänstgöring får tjänstgöra igen samma dag.' }) aterintrade!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Sammanträdena är öppna, där de får vara det.' }) oppetSomRegel?: boolean;
  @Field(() => [Inkallelserad], { nullable: true, description: 'Inkallelseordningen mellan partierna.' }) inkallelseordning?: readonly Inkallelserad[];
  @Field(() => [Radslag], { nullable: true, description: 'Dagordningens mall.' }) dagordningsmall?: readonly string[];
  @Field(() => [Radslag], { nullable: true, description: 'Rader som inte får någon egen paragraf när inget beslutas.' }) utanParagraf?: readonly string[];
  @Field(() => Boolean, { nullable: true, description: 'En ledamot som kommer sent får tjänstgöra; inget svar är ja.' }) sentIntrade?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Byte av tjänstgörande får ske medan en punkt behandlas.' }) byteInomPunkt?: boolean;
  @Field(() => Inkallelsesatt, { nullable: true, description: 'Vem som kallas in först; inget svar är ur samma grupp.' }) inkallelse?: string;
  @Field(() => [String], { nullable: true, description: 'Gruppernas ordning, när den egna inte har någon ersättare.' }) gruppordning?: readonly string[];
  @Field(() => Boolean, { nullable: true, description: 'Insynsplats är medgiven.' }) insynsplats?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Personalföreträdare får närvara; inget svar är enligt lag.' }) personalforetradare?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Utskottet bereder bara.' }) beredande?: boolean;
  @Field(() => Int, { nullable: true, description: 'Dagar att besvara ett klagomål på; utelämnat: 14.' }) klagomalDagar?: number;
  @Field(() => Svarsdagslag, { nullable: true, description: 'Hur de dagarna räknas; utelämnat: kalenderdagar.' }) klagomalSlag?: string;
  @Field(() => [LokalAfton], { nullable: true, description: 'Aftnar som inte är arbetsdagar.' }) friaAftnar?: readonly string[];
  @Field(() => String, { nullable: true, description: 'Dagen för fullmäktiges beslut.' }) beslutsdatum?: string;
}
@ObjectType({ description: 'Ett uppdrag i nämnden, med första och sista dag.' })
export class Uppdrag {
  @Field(() => ID, { description: 'Personen.' }) person!: string;
  @SealedField({ description: 'Personens namn.' }) namn?: Sealed;
  @Field(() => Uppdragsslag, { description: 'Ledamot eller ersättare.' }) uppdrag!: string;
  @Field(() => Uppdragsroll, { nullable: true, description: 'Roll i presidiet.' }) roll?: string;
  @Field({ description: 'Partiets bokstäver.' }) parti!: string;
  @Field(() => String, { nullable: true, description: 'Gruppen som personen valdes för, när den inte är partiets.' }) grupp?: string;
  @Field(() => Int, { description: 'Plats i uppropet; för ersättare i inkallelseordningen.' }) ordning!: number;
  @Field({ description: 'Första dagen.' }) fran!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen.' }) till?: string;
}
@ObjectType({ description: 'En nämnd, eller ett utskott under en nämnd.' })
export class Namnd {
  @Field(() => ID) id!: string;
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @SealedField({ description: 'Nämndens namn.' }) namn!: Sealed;
  @Field(() => Namndslag, { description: 'Nämnd, utskott, kommunstyrelse eller gemensam nämnd.' }) slag!: string;
  @Field(() => ID, { nullable: true, description: 'Nämnden som utskottet hör till.' }) overordnad?: string;
  @Field(() => String, { nullable: true, description: 'Första dagen i Klubba.' }) startdatum?: string;
  @SealedField({ description: 'Kommunens namn.' }) kommun?: Sealed;
  @Field(() => String, { nullable: true, description: 'Kommunkoden.' }) kommunkod?: string;
  @Field(() => [Reglemente], { description: 'Inställningarna, äldst först.' }) reglementen!: readonly Reglemente[];
  @Field(() => [Uppdrag], { description: 'Uppdragen.' }) uppdrag!: readonly Uppdrag[];
  @Field(() => [SammantradeBegaran], { description: 'Begäranden om sammanträde, äldst först.' }) begaranden!: readonly SammantradeBegaran[];
  @Field(() => [Arshjulspost], { description: 'Ärenden som återkommer varje år.' }) arshjul!: readonly Arshjulspost[];
  @Field(() => [Personallista], { description: 'Personalföreträdarna, den äldsta listan först.' }) personalforetradare!: readonly Personallista[];
}
const NamndConnection = connectionOf(Namnd, 'Namnd');

@ArgsType()
class NamndArgs extends WhenArgs {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Bara det reglemente och de uppdrag som gäller denna dag.' }) @IsOptional() @IsDatum() pa?: string;
}

/** All of it is public: who sits in a nämnd, and by which rules it works. */
@Resolver(() => Namnd)
export class NamndResolver {
  @Query(() => NamndConnection, { description: 'Kommunens nämnder och utskott.' })
  async namnder(@Args() args: ListArgs, @Context() context: EdgeContext): Promise<Connection<Namnd>> {
    const page = await context.reader.page(namnden, null, args, args);
    return toConnection(page, (_, doc) => view(doc, args, context));
  }

  @Query(() => Namnd, { nullable: true, description: 'En nämnd med reglemente och uppdrag.' })
  async namnd(@Args() args: NamndArgs, @Context() context: EdgeContext): Promise<Namnd | null> {
    const doc = await context.reader.doc(namnden, args.id.toLowerCase(), args);
    return doc === undefined ? null : view(doc, args, context);
  }
}

const view = async (doc: NamndDoc, { pa, ...when }: WhenArgs & { pa?: string | null }, context: EdgeContext): Promise<Namnd> => {
  const { reader } = context;
  const scope = { namnd: doc.id, klass: 'oppen' } as const;
  const settings = pa === undefined || pa === null ? doc.reglementen : [reglementePa(doc, pa)].filter((one) => one !== undefined);
  const seats: readonly Seat[] = pa === undefined || pa === null ? doc.uppdrag : uppdragPa(doc, pa);
  const named = await Promise.all(seats.map(async (seat) => {
    const namn = (await reader.doc(personen, seat.person, when))?.namn;
    return scoped(scope, { ...seat, ...(namn !== undefined && { namn }) });
  }));
  return scoped(scope, {
    ...doc, reglementen: settings.map((ett) => scoped(scope, { ...ett, ...(ett.inkallelseordning !== undefined && { inkallelseordning: ett.inkallelseordning.map((rad) => scoped(scope, rad)) }) })), uppdrag: named,
    begaranden: await begarandena(doc, scope, when, context), arshjul: (doc.arshjul ?? []).map((post) => scoped(scope, post)), personalforetradare: await personallistorna(doc, scope, when, context),
  });
};
