import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX, Sekretessklass } from '@klubba/kernel/edge';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';
import { BESLUTSTYPER, HANDLINGSLAGEN, PUNKTSLAG } from './sammantrade.events';

export const Punktslag = enumOf('Punktslag', 'Vad en punkt på dagordningen är.', ...PUNKTSLAG);
export const Handlingslage = enumOf('Handlingslage', 'Var handlingarna till en punkt finns.', ...HANDLINGSLAGEN);
export const Beslutstyp = enumOf('Beslutstyp', 'Vad som blev av en punkt.', ...BESLUTSTYPER);
export const Overklagandeslag = enumOf('Overklagandeslag', 'Hur ett beslut överklagas; avgör vilken tid som löper.', ...OVERKLAGANDESLAG);
export const Franvaroskal = enumOf('Franvaroskal', 'Varför någon inte var inne vid en punkt.', 'jav', 'annat');
export const Rattelseslag = enumOf('Rattelseslag', 'Rättelse av ett uppenbart skrivfel, eller en ändring i sak.', 'skrivfel', 'saklig');

const PUNKTER_MAX = 1000;
const PERSONER_MAX = 500;
const DIARIENUMMER = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/:. -]{0,39}$/;
const LAGRUM = /^\d{1,2}:\d{1,2}[a-z]?$/;

@InputType({ description: 'Ett nytt sammanträde.' })
export class PlaneraSammantradeInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Klockslag då det börjar.' }) @IsKlockslag() tid!: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då det väntas sluta.' }) @IsOptional() @IsKlockslag() slutTid?: string;
  @Field() @IsText(RUBRIK_MAX) plats!: string;
}
@InputType({ description: 'Sammanträdet ställs in.' })
export class StallInSammantradeInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Kallelsen som den skickades.' })
export class SkickaKallelseInput {
  @Field({ description: 'Dagen då den skickades.' }) @IsDatum() datum!: string;
  @Field(() => ID, { nullable: true, description: 'Ordföranden, vars namn står i kallelsen.' }) @IsOptional() @IsUUID() ordforande?: string;
  @Field(() => String, { nullable: true, description: 'Till vem förhinder anmäls: namn, e-post, telefon.' }) @IsOptional() @IsText(RUBRIK_MAX, { tom: true }) forhinder?: string;
  @Field(() => [ID], { description: 'Alla som fick den: ledamöter, ersättare och andra.' }) @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) kallade!: string[];
}
@InputType({ description: 'Om ett ärende som läggs till efter kallelsen.' })
export class SentArendeInput {
  @Field({ description: 'Ärendet är berett.' }) @IsBoolean() beredd!: boolean;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En ny punkt på dagordningen.' })
export class LaggTillPunktInput {
  @Field(() => Punktslag) @IsEnum(Punktslag) slag!: keyof typeof Punktslag;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' }) sekretesslagrum?: string;
  @Field(() => String, { nullable: true, description: 'Rubriken på gruppen av ärenden.' }) @IsOptional() @IsText(RUBRIK_MAX) grupp?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => String, { nullable: true, description: 'Utelämnat: ärendets eget.' }) @IsOptional() @Matches(DIARIENUMMER, { message: 'har inte formen av ett diarienummer.' }) diarienummer?: string;
  @Field(() => Boolean, { nullable: true, description: 'Ett beslutsärende som inte har något diarienummer.' }) @IsOptional() @IsBoolean() utanDiarienummer?: boolean;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() tjansteskrivelse?: string;
  @Field(() => Handlingslage, { nullable: true }) @IsOptional() @IsEnum(Handlingslage) handlingslage?: keyof typeof Handlingslage;
  @Field(() => Boolean, { nullable: true, description: 'Myndighetsutövning mot enskild.' }) @IsOptional() @IsBoolean() myndighetsutovning?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Avgörs av fullmäktige: nämnden kan bara lämna förslag.' }) @IsOptional() @IsBoolean() kraverKf?: boolean;
  @Field(() => Int, { nullable: true, description: 'Numret som punkten får. Utelämnat: sist.' }) @IsOptional() @IsInt() plats?: number;
  @Field(() => SentArendeInput, { nullable: true, description: 'Krävs när kallelsen är skickad.' }) @IsOptional() @ValidateNested() @Type(() => SentArendeInput) sen?: SentArendeInput;
}
@InputType({ description: 'En punkt flyttas.' })
export class FlyttaPunktInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Int, { description: 'Numret som punkten får.' }) @IsInt() plats!: number;
}
@InputType({ description: 'Det som ska stå i stället; utelämnat står kvar.' })
export class AndraPunktInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) rubrik?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) grupp?: string;
  @Field(() => Handlingslage, { nullable: true }) @IsOptional() @IsEnum(Handlingslage) handlingslage?: keyof typeof Handlingslage;
  @Field(() => String, { nullable: true, description: 'Krävs när kallelsen är skickad.' }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'En punkt sekretessmarkeras, eller markeringen tas bort.' })
export class AndraPunktensKlassInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' }) sekretesslagrum?: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En punkt utgår.' })
export class DraUrPunktInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Sekretessärenden i följd, som utåt visas som en rad.' })
export class SattSekretessblockInput {
  @Field(() => Int, { description: 'Första numret.' }) @IsInt() fran!: number;
  @Field(() => Int, { description: 'Sista numret.' }) @IsInt() till!: number;
  @Field({ description: 'Som raden ska läsas: Sekretessärenden.' }) @IsText(RUBRIK_MAX) rubrik!: string;
}
@InputType({ description: 'Dagordningen fastställs vid sammanträdet.' })
export class FaststallDagordningInput {
  @Field() @IsKlockslag() tid!: string;
  @Field(() => [ID], { nullable: true, description: 'Punkter som kom till efter kallelsen och tas upp.' }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) tillagda?: string[];
  @Field(() => String, { nullable: true, description: 'Vad som ändrades.' }) @IsOptional() @IsText() andringar?: string;
}
@InputType({ description: 'Sammanträdet öppnas.' })
export class OppnaSammantradeInput {
  @Field() @IsKlockslag() tid!: string;
  @Field(() => String, { nullable: true, description: 'Utelämnat: den planerade dagen.' }) @IsOptional() @IsDatum() datum?: string;
}
@InputType({ description: 'En tid då någon tjänstgjorde, eller bara var närvarande. Gränserna anges med punkter (båda räknas med) eller klockslag (slutet räknas inte med).' })
export class PassInput {
  @Field() @IsBoolean() tjanstgor!: boolean;
  @Field(() => ID, { nullable: true, description: 'Vems plats en ersättare har.' }) @IsOptional() @IsUUID() ersatter?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() franPunkt?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() tillPunkt?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsKlockslag() fran?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsKlockslag() till?: string;
}
@InputType({ description: 'En förtroendevalds närvaro; ersätter det som är antecknat om personen. Utan pass: frånvarande.' })
export class AntecknaNarvaroInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => [PassInput]) @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => PassInput) pass!: PassInput[];
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) franvaroskal?: string;
}
@InputType({ description: 'Någon var inte inne vid en punkt.' })
export class AntecknaFranvaroVidPunktInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Franvaroskal) @IsEnum(Franvaroskal) skal!: keyof typeof Franvaroskal;
  @Field(() => Boolean, { nullable: true, description: 'Nej: det antecknades av misstag.' }) @IsOptional() @IsBoolean() franvarande?: boolean;
}
@InputType({ description: 'Den som utses att justera tillsammans med ordföranden.' })
export class UtseJusterareInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() ersattare?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för justeringen.' }) @IsOptional() @IsDatum() dag?: string;
}
@InputType({ description: 'Sammanträdet avslutas.' })
export class AvslutaSammantradeInput {
  @Field() @IsKlockslag() tid!: string;
}
@InputType({ description: 'Sammanträdet avslutades av misstag.' })
export class AteroppnaSammantradeInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En numrerad punkt i ett beslut.' })
export class BeslutspunktInput {
  @Field() @IsText() text!: string;
  @Field(() => String, { nullable: true, description: 'Verbet, som i protokollet.' }) @IsOptional() @IsText(RUBRIK_MAX) verb?: string;
  @Field(() => String, { nullable: true, description: 'Vem som beslutar, som i protokollet.' }) @IsOptional() @IsText(RUBRIK_MAX) subjekt?: string;
  @Field(() => Boolean, { nullable: true, description: 'Punkten säger att paragrafen justeras omedelbart.' }) @IsOptional() @IsBoolean() omedelbarJustering?: boolean;
}
@InputType({ description: 'Klubbslaget. Ordningen mellan dem blir paragrafernas.' })
export class FattaBeslutInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsKlockslag() tid!: string;
  @Field(() => Beslutstyp) @IsEnum(Beslutstyp) beslutstyp!: keyof typeof Beslutstyp;
  @Field(() => [BeslutspunktInput], { description: 'Tom lista: orden skrivs ut senare.' }) @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => BeslutspunktInput) beslutspunkter!: BeslutspunktInput[];
  @Field(() => Overklagandeslag, { nullable: true, description: 'Utelämnat: det vanliga för slaget av punkt och beslut.' }) @IsOptional() @IsEnum(Overklagandeslag) overklagandeslag?: keyof typeof Overklagandeslag;
}
@InputType({ description: 'Orden i ett beslut som fattades utan dem.' })
export class SkrivUtBeslutInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => [BeslutspunktInput]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => BeslutspunktInput) beslutspunkter!: BeslutspunktInput[];
}
@InputType({ description: 'En rättelse i beslutets text före justeringen.' })
export class RattaForeJusteringInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => Int, { description: 'Beslutspunktens nummer.' }) @IsInt() @Min(1) beslutspunkt!: number;
  @Field() @IsText() text!: string;
  @Field(() => Rattelseslag) @IsEnum(Rattelseslag) slag!: keyof typeof Rattelseslag;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Paragrafer justeras: blir ett eget protokoll med eget anslag.' })
export class JusteraInput {
  @Field(() => [ID], { nullable: true, description: 'Utelämnat: alla som är kvar; vid omedelbar justering de som har en beslutspunkt om det.' }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
  @Field({ description: 'Dagen för den sista underskriften.' }) @IsDatum() datum!: string;
  @Field() @IsBoolean() omedelbart!: boolean;
  @Field(() => [ID], { description: 'De som justerar, med ordföranden.' }) @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) justerare!: string[];
}
@InputType({ description: 'Justeringen tillkännages på anslagstavlan.' })
export class AnslaProtokollInput {
  @Field(() => Int, { description: 'Vilken justering.' }) @IsInt() @Min(1) omgang!: number;
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Var protokollet finns.' }) @IsText(RUBRIK_MAX) forvaringsplats!: string;
}
@InputType({ description: 'Anslaget tas ned.' })
export class TaNedAnslagInput {
  @Field(() => Int, { description: 'Vilken justering.' }) @IsInt() @Min(1) omgang!: number;
  @Field() @IsDatum() datum!: string;
  @Field(() => Boolean, { nullable: true, description: 'Det är redan nere, fast det var för tidigt.' }) @IsOptional() @IsBoolean() harSkett?: boolean;
}
@InputType({ description: 'Anslaget gick inte att nå en tid.' })
export class NoteraAnslagsavbrottInput {
  @Field(() => Int, { description: 'Vilken justering.' }) @IsInt() @Min(1) @Max(10_000) omgang!: number;
  @Field() @IsDatum() datum!: string;
  @Field() @IsKlockslag() fran!: string;
  @Field() @IsKlockslag() till!: string;
  @Field({ description: 'Bedömningen: anslaget har inte varit uppe oavbrutet.' }) @IsBoolean() brutet!: boolean;
}

export const sammantradeInputs: CommandInputs = {
  PlaneraSammantrade: { input: PlaneraSammantradeInput, om: 'Planerar ett sammanträde.', skapar: true },
  StallInSammantrade: { input: StallInSammantradeInput, om: 'Ställer in sammanträdet.' },
  SkickaKallelse: { input: SkickaKallelseInput, om: 'Antecknar att kallelsen har skickats; varje gång blir en ny version.' },
  LaggTillPunkt: { input: LaggTillPunktInput, om: 'Lägger till en punkt på dagordningen.' },
  FlyttaPunkt: { input: FlyttaPunktInput, om: 'Flyttar en punkt; numren är alltid i följd.' },
  AndraPunkt: { input: AndraPunktInput, om: 'Ändrar en punkts rubrik, grupp eller handlingar.' },
  AndraPunktensKlass: { input: AndraPunktensKlassInput, om: 'Sekretessmarkerar en punkt, eller tar bort markeringen.' },
  DraUrPunkt: { input: DraUrPunktInput, om: 'Låter en punkt utgå. Efter kallelsen behåller den sitt nummer.' },
  SattSekretessblock: { input: SattSekretessblockInput, om: 'Visar sekretessärenden i följd som en rad utåt.' },
  FaststallDagordning: { input: FaststallDagordningInput, om: 'Fastställer dagordningen.' },
  OppnaSammantrade: { input: OppnaSammantradeInput, om: 'Öppnar sammanträdet.' },
  AntecknaNarvaro: { input: AntecknaNarvaroInput, om: 'Antecknar en förtroendevalds närvaro.' },
  AntecknaFranvaroVidPunkt: { input: AntecknaFranvaroVidPunktInput, om: 'Antecknar att någon inte var inne vid en punkt.' },
  UtseJusterare: { input: UtseJusterareInput, om: 'Utser den som justerar.' },
  FattaBeslut: { input: FattaBeslutInput, om: 'Antecknar klubbslaget i en punkt.' },
  SkrivUtBeslut: { input: SkrivUtBeslutInput, om: 'Skriver ut orden i ett beslut som fattades utan dem.' },
  RattaForeJustering: { input: RattaForeJusteringInput, om: 'Rättar ett skrivfel i ett beslut före justeringen.' },
  AvslutaSammantrade: { input: AvslutaSammantradeInput, om: 'Avslutar sammanträdet.' },
  AteroppnaSammantrade: { input: AteroppnaSammantradeInput, om: 'Öppnar ett sammanträde som avslutades av misstag.' },
  Justera: { input: JusteraInput, om: 'Antecknar att paragrafer är justerade.' },
  AnslaProtokoll: { input: AnslaProtokollInput, om: 'Antecknar att justeringen är tillkännagiven.' },
  TaNedAnslag: { input: TaNedAnslagInput, om: 'Antecknar att anslaget är nedtaget.' },
  NoteraAnslagsavbrott: { input: NoteraAnslagsavbrottInput, om: 'Antecknar att anslaget inte gick att nå, och bedömningen av det.' },
};
