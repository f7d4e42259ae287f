import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { AreTexts, type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX, Sekretessklass } from '@klubba/kernel/edge';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';
import { BESLUTSTYPER, EJ_I_KALLAN, HANDLINGSLAGEN, JAVSGRUNDER, NARVAROSLAG, PUNKTSLAG, SIGNATURROLLER } from './sammantrade.events';

export const Punktslag = enumOf('Punktslag', 'Vad en punkt på dagordningen är.', ...PUNKTSLAG);
export const Handlingslage = enumOf('Handlingslage', 'Var handlingarna till en punkt finns.', ...HANDLINGSLAGEN);
export const Beslutstyp = enumOf('Beslutstyp', 'Vad som blev av en punkt. De två sista bara i det som är inläst: källan säger inte vad som beslutades.', ...BESLUTSTYPER, ...EJ_I_KALLAN);
export const Overklagandeslag = enumOf('Overklagandeslag', 'Hur ett beslut överklagas; avgör vilken tid som löper.', ...OVERKLAGANDESLAG);
export const Franvaroskal = enumOf('Franvaroskal', 'Varför någon inte var inne vid en punkt.', 'jav', 'annat');
export const Javsgrund = enumOf('Javsgrund', 'Varför någon är jävig: de fyra första från 2022-07-01; dessförinnan tillsyn och de fyra sista.', ...JAVSGRUNDER);
export const Narvaroslag = enumOf('Narvaroslag', 'Vad den är som är med utan att vara förtroendevald.', ...NARVAROSLAG);
export const Justerarslag = enumOf('Justerarslag', 'Föreslagen att justera i första hand, eller som ersättare.', 'ordinarie', 'ersattare');
export const Signaturroll = enumOf('Signaturroll', 'Som vad någon undertecknade protokollet.', ...SIGNATURROLLER);
export const Narvarouppdrag = enumOf('Narvarouppdrag', 'Ledamot eller ersättare.', 'ledamot', 'ersattare');
export const Narvaroroll = enumOf('Narvaroroll', 'Presidiets roller.', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande');
export const Rattelseslag = enumOf('Rattelseslag', 'Rättelse av ett uppenbart skrivfel, eller en ändring i sak.', 'skrivfel', 'saklig');

const TEXTER_MAX = 100;
const KORT_MAX = 60;
const TIDPUNKT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
export const PUNKTER_MAX = 1000;
export const PERSONER_MAX = 500;
const DIARIENUMMER = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/:. -]{0,39}$/;
const LAGRUM = /^\d{1,2}:\d{1,2}[a-z]?$/;

@InputType({ description: 'Ett nytt sammanträde.' })
export class PlaneraSammantradeInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Klockslag då det börjar.' }) @IsKlockslag() tid!: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då det väntas sluta.' }) @IsOptional() @IsKlockslag() slutTid?: string;
  @Field(() => String, { nullable: true, description: 'Klockslaget som det skrevs i källan: 13.00.' }) @IsOptional() @IsText(KORT_MAX) tidSkriven?: string;
  @Field() @IsText(RUBRIK_MAX) plats!: string;
}
@InputType({ description: 'Sammanträdet ställs in.' })
export class StallInSammantradeInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En som föreslås justera.' })
export class ForeslagenJusterareInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Justerarslag) @IsEnum(Justerarslag) som!: keyof typeof Justerarslag;
}
@InputType({ isAbstract: true })
export abstract class Kallelsefalt {
  @Field({ description: 'Dagen då den skickades.' }) @IsDatum() datum!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då den upprättades, när det är en annan.' }) @IsOptional() @IsDatum() upprattad?: string;
  @Field(() => [ForeslagenJusterareInput], { nullable: true, description: 'De som föreslås justera.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ForeslagenJusterareInput) foreslagnaJusterare?: ForeslagenJusterareInput[];
  @Field(() => [String], { nullable: true, description: 'De som undertecknade den, som det står.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) undertecknadAv?: string[];
  @Field(() => [String], { nullable: true, description: 'Rubrikerna på grupperna av punkter.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) grupper?: string[];
  @Field(() => [String], { nullable: true, description: 'Rubrikerna på kolumnerna.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) kolumner?: string[];
  @Field(() => Int, { nullable: true, description: 'Den sammanlagda beräknade tiden i minuter.' }) @IsOptional() @IsInt() @Min(0) @Max(10_000) summaTidMin?: number;
}
@InputType({ description: 'Kallelsen som den skickades.' })
export class SkickaKallelseInput extends Kallelsefalt {
  @Field(() => ID, { nullable: true, description: 'Ordföranden, vars namn står i kallelsen.' }) @IsOptional() @IsUUID() ordforande?: string;
  @Field(() => String, { nullable: true, description: 'Till vem förhinder anmäls: namn, e-post, telefon.' }) @IsOptional() @IsText(RUBRIK_MAX, { tom: true }) forhinder?: string;
  @Field(() => [ID], { description: 'Alla som fick den: ledamöter, ersättare och andra.' }) @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) kallade!: string[];
}
@InputType({ description: 'Om ett ärende som läggs till efter kallelsen.' })
export class SentArendeInput {
  @Field({ description: 'Ärendet är berett.' }) @IsBoolean() beredd!: boolean;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En numrerad punkt i ett förslag till beslut.' })
export class ForslagspunktInput {
  @Field() @IsText() text!: string;
  @Field(() => String, { nullable: true, description: 'Verbet, som det står.' }) @IsOptional() @IsText(RUBRIK_MAX) verb?: string;
  @Field(() => String, { nullable: true, description: 'Vem som ska besluta, som det står.' }) @IsOptional() @IsText(RUBRIK_MAX) subjekt?: string;
  @Field(() => Int, { nullable: true, description: 'Antal underpunkter.' }) @IsOptional() @IsInt() @Min(0) @Max(1000) underpunkter?: number;
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
  @Field(() => [ForslagspunktInput], { nullable: true, description: 'Förslaget till beslut, som det står på dagordningen.' }) @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ForslagspunktInput) forslag?: ForslagspunktInput[];
  @Field(() => [String], { nullable: true, description: 'De som föredrar, med titel.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) foredragande?: string[];
  @Field(() => Int, { nullable: true, description: 'Beräknad tid i minuter.' }) @IsOptional() @IsInt() @Min(0) @Max(10_000) tidMin?: number;
  @Field(() => String, { nullable: true, description: 'När punkten tas upp, som det står: 13.00–13.45.' }) @IsOptional() @IsText(KORT_MAX) klockslag?: string;
  @Field(() => String, { nullable: true, description: 'Vem som avgör till slut, som det står.' }) @IsOptional() @IsText(RUBRIK_MAX) beslutsniva?: string;
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
  @Field(() => String, { nullable: true, description: 'Klockslaget som det skrevs i källan: 13.00.' }) @IsOptional() @IsText(KORT_MAX) tidSkriven?: string;
  @Field(() => String, { nullable: true, description: 'Platsen, när det hölls någon annanstans än planerat.' }) @IsOptional() @IsText(RUBRIK_MAX) plats?: string;
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
  @Field(() => Javsgrund, { nullable: true, description: 'Vid jäv: grunden, i den lydelse som gällde.' }) @IsOptional() @IsEnum(Javsgrund) grund?: keyof typeof Javsgrund;
  @Field(() => String, { nullable: true, description: 'Vid jäv: vad som sades om det.' }) @IsOptional() @IsText() text?: string;
  @Field(() => ID, { nullable: true, description: 'Vid jäv: den som tjänstgör i stället.' }) @IsOptional() @IsUUID() ersattsAv?: string;
  @Field(() => ID, { nullable: true, description: 'Vid jäv: den som leder ärendet, när ingen i presidiet kan.' }) @IsOptional() @IsUUID() ledsAv?: string;
}
@InputType({ description: 'Någon som är med utan att vara förtroendevald.' })
export class AntecknaOvrigNarvaroInput {
  @Field(() => Narvaroslag) @IsEnum(Narvaroslag) slag!: keyof typeof Narvaroslag;
  @Field({ description: 'Titel, organisation eller roll.' }) @IsText(RUBRIK_MAX) benamning!: string;
  @Field(() => String, { nullable: true, description: 'Enhet eller förvaltning.' }) @IsOptional() @IsText(RUBRIK_MAX) enhet?: string;
  @Field(() => Int, { nullable: true, description: 'Hur många, när de är flera.' }) @IsOptional() @IsInt() @Min(1) @Max(999) antal?: number;
  @Field(() => [ID], { nullable: true, description: 'Punkterna. Utelämnat: hela sammanträdet.' }) @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
}
@InputType({ description: 'Någon annans närvaro antecknades av misstag.' })
export class StrykOvrigNarvaroInput {
  @Field(() => ID) @IsUUID() narvaro!: string;
  @Field() @IsText() skal!: string;
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
  @Field(() => String, { nullable: true, description: 'Klockslaget som det skrevs i källan: 13.00.' }) @IsOptional() @IsText(KORT_MAX) tidSkriven?: string;
  @Field(() => [String], { nullable: true, description: 'I vilka protokoll det står när det slutade.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) angesI?: string[];
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
  @Field(() => Int, { nullable: true, description: 'Antal underpunkter, när de inte skrivs ut.' }) @IsOptional() @IsInt() @Min(0) @Max(1000) underpunkter?: number;
}
@InputType({ isAbstract: true })
export abstract class Beslutsfalt {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsKlockslag() tid!: string;
  @Field(() => [BeslutspunktInput], { description: 'Tom lista: orden skrivs ut senare.' }) @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => BeslutspunktInput) beslutspunkter!: BeslutspunktInput[];
  @Field(() => Overklagandeslag, { nullable: true, description: 'Utelämnat: det vanliga för slaget av punkt och beslut.' }) @IsOptional() @IsEnum(Overklagandeslag) overklagandeslag?: keyof typeof Overklagandeslag;
  @Field(() => String, { nullable: true, description: 'Rubriken i protokollet, när den inte är dagordningens.' }) @IsOptional() @IsText(RUBRIK_MAX) rubrik?: string;
  @Field(() => String, { nullable: true, description: 'Diarienumret i protokollet, när det inte är dagordningens.' }) @IsOptional() @Matches(DIARIENUMMER, { message: 'har inte formen av ett diarienummer.' }) diarienummer?: string;
  @Field(() => [String], { nullable: true, description: 'Underlagen: slag och datum.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) underlag?: string[];
  @Field(() => String, { nullable: true, description: 'Vad som ändrades mot kallelsen.' }) @IsOptional() @IsText() andringMotKallelse?: string;
  @Field(() => ID, { nullable: true, description: 'Förslaget som vann: ett yrkandes id, eller punktens för liggande förslag. Utelämnat: enligt omröstningen eller beslutsgången.' }) @IsOptional() @IsUUID() bifallet?: string;
}
@InputType({ description: 'Klubbslaget. Ordningen mellan dem blir paragrafernas.' })
export class FattaBeslutInput extends Beslutsfalt {
  @Field(() => Beslutstyp) @IsIn(BESLUTSTYPER, { message: 'kan inte vara vad som blev av en punkt här: sekretessbelagt och ej_publicerat är bara till för det som läses in.' }) beslutstyp!: (typeof BESLUTSTYPER)[number];
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
@InputType({ description: 'Ett eget protokoll för några paragrafer, innan det justeras.' })
export class UpprattaProtokollInput {
  @Field({ description: 'Paragraferna justeras omedelbart.' }) @IsBoolean() omedelbar!: boolean;
  @Field(() => [ID], { nullable: true, description: 'Utelämnat: alla som är kvar; vid omedelbar justering de som har en beslutspunkt om det.' }) @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
  @Field(() => [ID], { nullable: true, description: 'De som ska justera, med ordföranden.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) justerare?: string[];
}
@InputType({ description: 'En underskrift, som den står i protokollets fil.' })
export class SignaturInput {
  @Field(() => Signaturroll) @IsEnum(Signaturroll) roll!: keyof typeof Signaturroll;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() person?: string;
  @Field(() => String, { nullable: true, description: 'Lokal tid: ÅÅÅÅ-MM-DDTHH:MM:SS.' }) @IsOptional() @Matches(TIDPUNKT, { message: 'ska vara en lokal tidpunkt, skriven ÅÅÅÅ-MM-DDTHH:MM:SS.' }) tid?: string;
}
@InputType({ description: 'Protokollet som det står i sin egen fil; ersätter det som är antecknat om det.' })
export class AntecknaProtokolluppgifterInput {
  @Field(() => Int, { description: 'Vilket protokoll.' }) @IsInt() @Min(1) omgang!: number;
  @Field(() => String, { nullable: true, description: 'Hur det justerades: Digital justering.' }) @IsOptional() @IsText(RUBRIK_MAX) satt?: string;
  @Field(() => String, { nullable: true, description: 'Sekreterarens titel eller namn.' }) @IsOptional() @IsText(RUBRIK_MAX) sekreterare?: string;
  @Field(() => String, { nullable: true, description: 'Paragraferna, som de står på försättsbladet.' }) @IsOptional() @IsText(RUBRIK_MAX) forsattsblad?: string;
  @Field(() => String, { nullable: true, description: 'Paragraferna, som de står i filens namn.' }) @IsOptional() @IsText(RUBRIK_MAX) filnamn?: string;
  @Field(() => [ID], { nullable: true, description: 'Paragrafer som det bara hänvisar från. Utelämnat: de omedelbart justerade.' }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) hanvisningar?: string[];
  @Field(() => Int, { nullable: true, description: 'Sidor i filen.' }) @IsOptional() @IsInt() @Min(1) @Max(99_999) sidorPdf?: number;
  @Field(() => Int, { nullable: true, description: 'Sidor enligt sidfoten.' }) @IsOptional() @IsInt() @Min(1) @Max(99_999) sidorSidfot?: number;
  @Field(() => String, { nullable: true, description: 'Tjänsten som det undertecknades i.' }) @IsOptional() @IsText(RUBRIK_MAX) underskriftstjanst?: string;
  @Field(() => [SignaturInput], { nullable: true, description: 'Underskrifterna. Utelämnat: inga.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => SignaturInput) signaturer?: SignaturInput[];
}
@InputType({ isAbstract: true })
export abstract class Justeringsfalt {
  @Field(() => Int, { nullable: true, description: 'Protokollet, när det är upprättat.' }) @IsOptional() @IsInt() @Min(1) omgang?: number;
  @Field(() => [ID], { nullable: true, description: 'Utelämnat: alla som är kvar; vid omedelbar justering de som har en beslutspunkt om det.' }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
  @Field({ description: 'Dagen för den sista underskriften.' }) @IsDatum() datum!: string;
  @Field() @IsBoolean() omedelbart!: boolean;
}
@InputType({ description: 'Paragrafer justeras: blir ett eget protokoll med eget anslag.' })
export class JusteraInput extends Justeringsfalt {
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
  AntecknaOvrigNarvaro: { input: AntecknaOvrigNarvaroInput, om: 'Antecknar att någon som inte är förtroendevald var med.' },
  StrykOvrigNarvaro: { input: StrykOvrigNarvaroInput, om: 'Stryker någon annans närvaro som antecknats av misstag.' },
  UtseJusterare: { input: UtseJusterareInput, om: 'Utser den som justerar.' },
  FattaBeslut: { input: FattaBeslutInput, om: 'Antecknar klubbslaget i en punkt.' },
  SkrivUtBeslut: { input: SkrivUtBeslutInput, om: 'Skriver ut orden i ett beslut som fattades utan dem.' },
  RattaForeJustering: { input: RattaForeJusteringInput, om: 'Rättar ett skrivfel i ett beslut före justeringen.' },
  AvslutaSammantrade: { input: AvslutaSammantradeInput, om: 'Avslutar sammanträdet.' },
  AteroppnaSammantrade: { input: AteroppnaSammantradeInput, om: 'Öppnar ett sammanträde som avslutades av misstag.' },
  UpprattaProtokoll: { input: UpprattaProtokollInput, om: 'Upprättar ett eget protokoll för några paragrafer.' },
  AntecknaProtokolluppgifter: { input: AntecknaProtokolluppgifterInput, om: 'Antecknar ett protokoll som det står i sin egen fil.' },
  Justera: { input: JusteraInput, om: 'Antecknar att paragrafer är justerade.' },
  AnslaProtokoll: { input: AnslaProtokollInput, om: 'Antecknar att justeringen är tillkännagiven.' },
  TaNedAnslag: { input: TaNedAnslagInput, om: 'Antecknar att anslaget är nedtaget.' },
  NoteraAnslagsavbrott: { input: NoteraAnslagsavbrottInput, om: 'Antecknar att anslaget inte gick att nå, och bedömningen av det.' },
};
