import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { PUNKTER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { SIGNATURROLLER } from './sammantrade.justering.events';

export const Signaturroll = enumOf('Signaturroll', 'Som vad någon undertecknade protokollet.', ...SIGNATURROLLER);

const TIDPUNKT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

@InputType({ description: 'Ett eget protokoll för några paragrafer, innan det justeras.' })
export class UpprattaProtokollInput {
  @Field({ description: 'Paragraferna justeras omedelbart.' }) @IsBoolean() omedelbar!: boolean;
  @Field(() => [ID], { nullable: true, description: 'Utelämnat: alla som är kvar; vid omedelbar justering de som har en beslutspunkt om det.' }) @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
  @Field(() => [ID], { nullable: true, description: 'De som ska justera, med ordföranden.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) justerare?: string[];
}
@InputType({ description: 'Protokollet skickas till justerarna. Därefter rättas bara skrivfel.' })
export class SkickaForJusteringInput {
  @Field(() => Int, { nullable: true, description: 'Protokollet, när det är upprättat.' }) @IsOptional() @IsInt() @Min(1) omgang?: number;
  @Field(() => [ID], { nullable: true, description: 'Utelämnat: alla som är kvar; vid omedelbar justering de som har en beslutspunkt om det.' }) @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
  @Field() @IsBoolean() omedelbart!: boolean;
  @Field() @IsDatum() datum!: string;
  @Field(() => [ID], { nullable: true, description: 'Utelämnat: de som har utsetts.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) justerare?: string[];
}
@InputType({ description: 'Protokollet tas tillbaka från justerarna och får kompletteras igen.' })
export class AterkallaFranJusteringInput {
  @Field(() => Int) @IsInt() @Min(1) omgang!: number;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Dagen för någons underskrift.' })
export class UnderskriftInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field() @IsDatum() datum!: string;
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
  @Field(() => [UnderskriftInput], { nullable: true, description: 'Dagen för var och ens underskrift; den sista är justeringsdagen.' }) @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => UnderskriftInput) underskrifter?: UnderskriftInput[];
  @Field(() => Boolean, { nullable: true, description: 'Underskrifterna är de signaturer som justerarna har lämnat i Klubba.' }) @IsOptional() @IsBoolean() enligtSignaturer?: boolean;
  @Field(() => ID, { nullable: true, description: 'Det protokoll som är undertecknat utanför Klubba och jämfört, som bevis.' }) @IsOptional() @IsUUID() undertecknat?: string;
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
@InputType({ description: 'En kontroll av att anslaget går att nå.' })
export class KontrolleraAnslagInput {
  @Field(() => Int, { description: 'Vilken justering.' }) @IsInt() @Min(1) @Max(10_000) omgang!: number;
  @Field() @IsDatum() datum!: string;
  @Field() @IsKlockslag() tid!: string;
  @Field({ description: 'Anslaget gick att nå.' }) @IsBoolean() nabart!: boolean;
}
@InputType({ description: 'Anslaget gick inte att nå en tid.' })
export class NoteraAnslagsavbrottInput {
  @Field(() => Int, { description: 'Vilken justering.' }) @IsInt() @Min(1) @Max(10_000) omgang!: number;
  @Field() @IsDatum() datum!: string;
  @Field() @IsKlockslag() fran!: string;
  @Field() @IsKlockslag() till!: string;
  @Field({ description: 'Bedömningen: anslaget har inte varit uppe oavbrutet.' }) @IsBoolean() brutet!: boolean;
}

export const justeringInputs: CommandInputs = {
  UpprattaProtokoll: { input: UpprattaProtokollInput, om: 'Upprättar ett eget protokoll för några paragrafer.' },
  SkickaForJustering: { input: SkickaForJusteringInput, om: 'Antecknar att ett protokoll är skickat för justering.' },
  AterkallaFranJustering: { input: AterkallaFranJusteringInput, om: 'Tar tillbaka ett protokoll från justerarna.' },
  AntecknaProtokolluppgifter: { input: AntecknaProtokolluppgifterInput, om: 'Antecknar ett protokoll som det står i sin egen fil.' },
  Justera: { input: JusteraInput, om: 'Antecknar att paragrafer är justerade.' },
  AnslaProtokoll: { input: AnslaProtokollInput, om: 'Antecknar att justeringen är tillkännagiven.' },
  TaNedAnslag: { input: TaNedAnslagInput, om: 'Antecknar att anslaget är nedtaget.' },
  KontrolleraAnslag: { input: KontrolleraAnslagInput, om: 'Antecknar en kontroll av att anslaget går att nå. Utebliven kontroll är inget avbrott.' },
  NoteraAnslagsavbrott: { input: NoteraAnslagsavbrottInput, om: 'Antecknar att anslaget inte gick att nå, och bedömningen av det.' },
};
