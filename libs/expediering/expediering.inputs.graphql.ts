import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { AreTexts, type CommandInputs, enumOf, IsDatum, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { DELFAENDESATT, INSTANSER, OVERKLAGANDESLAG } from '@klubba/lagrum';
import { MOTTAGARSLAG, UTSKICKSSATT } from './expediering.events';

export const Mottagarslag = enumOf('Mottagarslag', 'Vad en mottagare är. Egen förvaltning, personakt och ledamot är inom myndigheten.', ...MOTTAGARSLAG);
export const Utskickssatt = enumOf('Utskickssatt', 'Hur ett utdrag skickades.', ...UTSKICKSSATT);
export const Instans = enumOf('Instans', 'Vart ett överklagande lämnas.', ...INSTANSER);
export const Utdragsslag = enumOf('Utdragsslag', 'Hur beslutet överklagas, som utdraget säger det.', ...OVERKLAGANDESLAG);
export const Delgivningssatt = enumOf('Delgivningssatt', 'Hur det är känt att mottagaren fick del av beslutet.', ...DELFAENDESATT);
const MOTTAGARE_MAX = 200;
const LAGRUM = /^(?=.*(?:§|\d kap[.]))[A-Za-zÅÄÖåäö0-9 .,:;()§–/-]{2,120}$/;

@InputType({ description: 'En mottagare i listan.' })
export class NyMottagare {
  @Field() @IsText(RUBRIK_MAX) namn!: string;
  @Field(() => Mottagarslag, { nullable: true }) @IsOptional() @IsEnum(Mottagarslag) slag?: keyof typeof Mottagarslag;
}
@InputType({ description: 'Vilka som ska få beslutet.' })
export class UpprattaExpedieringslistaInput {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => ID, { description: 'Paragrafens id, och punktens på dagordningen.' }) @IsUUID() punkt!: string;
  @Field(() => [NyMottagare], { nullable: true, description: 'Utelämnat: de som tjänsteskrivelsen säger under ”Beslutet skickas till”.' })
  @IsOptional() @IsArray() @ArrayMaxSize(MOTTAGARE_MAX) @ValidateNested({ each: true }) @Type(() => NyMottagare) mottagare?: NyMottagare[];
}
@InputType({ description: 'Vilka som fick beslutet, enligt ett protokoll från före nämndens start i Klubba.' })
export class LasInExpedieringslistaInput {
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field(() => ID, { description: 'Paragrafens id, och punktens på dagordningen.' }) @IsUUID() punkt!: string;
  @Field(() => [NyMottagare]) @IsArray() @ArrayMaxSize(MOTTAGARE_MAX) @ValidateNested({ each: true }) @Type(() => NyMottagare) mottagare!: NyMottagare[];
  @Field({ description: 'Varifrån det är läst.' }) @IsText() kalla!: string;
}
@InputType({ isAbstract: true })
abstract class Mottagarfalt {
  @Field(() => Mottagarslag) @IsEnum(Mottagarslag) slag!: keyof typeof Mottagarslag;
  @Field(() => ID, { nullable: true, description: 'Parten i paragrafen som mottagaren är, eller tar emot för.' }) @IsOptional() @IsUUID() part?: string;
  @Field(() => Boolean, { nullable: true, description: 'Får veta det som är hemligt om var någon vistas.' }) @IsOptional() @IsBoolean() farSeVistelseort?: boolean;
}
@InputType({ description: 'En mottagare till.' })
export class LaggTillMottagareInput extends Mottagarfalt {
  @Field(() => String, { nullable: true, description: 'Utelämnat för en part: partens namn.' }) @IsOptional() @IsText(RUBRIK_MAX) namn?: string;
}
@InputType({ description: 'Vad en mottagare är.' })
export class AndraMottagareInput extends Mottagarfalt {
  @Field(() => ID) @IsUUID() mottagare!: string;
}
@InputType({ description: 'En mottagare som inte ska ha beslutet.' })
export class StrykMottagareInput {
  @Field(() => ID) @IsUUID() mottagare!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Adressen som beslutet ska skickas till.' })
export class AngeAdressInput {
  @Field(() => ID) @IsUUID() mottagare!: string;
  @Field({ description: 'Dit det ska skickas: vistelseadressen.' }) @IsText(RUBRIK_MAX) adress!: string;
  @Field(() => String, { nullable: true, description: 'Är den en annan ska adressen bekräftas.' }) @IsOptional() @IsText(RUBRIK_MAX) folkbokforingsadress?: string;
  @Field(() => Boolean, { nullable: true, description: 'Märkt ”osäker uppgift”, till exempel utflyttad.' }) @IsOptional() @IsBoolean() osaker?: boolean;
}
@InputType({ description: 'Försättsbladet som handläggaren har fyllt i.' })
export class BekraftaAdressInput {
  @Field(() => ID) @IsUUID() mottagare!: string;
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Vem ärendet gäller.' }) @IsText(RUBRIK_MAX) galler!: string;
  @Field() @IsText(RUBRIK_MAX) handlaggare!: string;
  @Field(() => String, { nullable: true, description: 'Vem som skickar, när det inte är nämndsekreteraren.' }) @IsOptional() @IsText(RUBRIK_MAX) avsandare?: string;
}
@InputType({ description: 'Uppgifter om var någon vistas, som inte får stå i ett utdrag.' })
export class SkyddaVistelseortInput {
  @Field(() => [String], { description: 'Gatan, orten, boendets namn: det som inte får stå.' }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @AreTexts(RUBRIK_MAX) uppgifter!: string[];
  @Field({ description: 'OSL 26 kap. 2 §, LVU 14 §.' }) @Matches(LAGRUM, { message: 'ska vara ett lagrum, som LVU 14 §.' }) lagrum!: string;
}
@InputType({ description: 'Ett utdrag ur protokollet skickas, som paragrafen står nu.' })
export class SkickaUtdragInput {
  @Field(() => ID) @IsUUID() mottagare!: string;
  @Field() @IsDatum() datum!: string;
  @Field(() => Utskickssatt) @IsEnum(Utskickssatt) satt!: keyof typeof Utskickssatt;
  @Field(() => Utdragsslag, { nullable: true, description: 'Hänvisningen som följer med, när en egen mall används. Är den fel stoppas det.' }) @IsOptional() @IsEnum(Utdragsslag) overklagandeslag?: keyof typeof Utdragsslag;
  @Field(() => Instans, { nullable: true, description: 'Dit mallen säger att överklagandet lämnas.' }) @IsOptional() @IsEnum(Instans) lamnasTill?: keyof typeof Instans;
}
@InputType({ description: 'Dagen då en mottagare fick del av beslutet. Är det en part räknas partens tid om.' })
export class NoteraDelgivningInput {
  @Field(() => ID) @IsUUID() mottagare!: string;
  @Field() @IsDatum() datum!: string;
  @Field(() => Delgivningssatt) @IsEnum(Delgivningssatt) satt!: keyof typeof Delgivningssatt;
  @Field(() => String, { nullable: true, description: 'Beviset: vem som tog emot, var kvittot finns.' }) @IsOptional() @IsText(RUBRIK_MAX) bevis?: string;
}

/** The stream has the §'s own id. */
const vidPunkten = (data: object): string => (data as UpprattaExpedieringslistaInput).punkt;
export const expedieringInputs: CommandInputs = {
  UpprattaExpedieringslista: { input: UpprattaExpedieringslistaInput, om: 'Upprättar listan över dem som ska få beslutet.', skapar: vidPunkten },
  LasInExpedieringslista: { input: LasInExpedieringslistaInput, om: 'Läser in vilka som fick ett beslut före nämndens start i Klubba.', skapar: vidPunkten },
  LaggTillMottagare: { input: LaggTillMottagareInput, om: 'Lägger till en mottagare av beslutet.' },
  AndraMottagare: { input: AndraMottagareInput, om: 'Säger vad en mottagare är, och vilken part.' },
  StrykMottagare: { input: StrykMottagareInput, om: 'Stryker en mottagare som inget har skickats till.' },
  AngeAdress: { input: AngeAdressInput, om: 'Anger adressen till en mottagare. En bekräftelse av en tidigare adress gäller inte längre.' },
  BekraftaAdress: { input: BekraftaAdressInput, om: 'Bekräftar adressen på försättsbladet.' },
  SkyddaVistelseort: { input: SkyddaVistelseortInput, om: 'Anger uppgifter om var någon vistas, som inte får stå i ett utdrag.' },
  SkickaUtdrag: { input: SkickaUtdragInput, om: 'Antecknar att ett utdrag är skickat, med hash över det som skickades och rätt överklagandehänvisning.' },
  NoteraDelgivning: { input: NoteraDelgivningInput, om: 'Antecknar när en mottagare fick del av beslutet, och hur det är känt.' },
};
