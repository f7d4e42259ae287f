import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { AreTexts, type CommandInputs, enumOf, IsKlockslag, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { BESLUTSTYPER } from './sammantrade.gemensamt.events';
import { Beslutstyp, DIARIENUMMER, Overklagandeslag, TEXTER_MAX } from './sammantrade.gemensamt.inputs.graphql';

export const Rattelseslag = enumOf('Rattelseslag', 'Rättelse av ett uppenbart skrivfel, eller en ändring i sak.', 'skrivfel', 'saklig');

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
  @Field(() => String, { nullable: true, description: 'Beslutets motivering, när den står under en egen rubrik.' }) @IsOptional() @IsText() beslutsmotivering?: string;
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

export const beslutInputs: CommandInputs = {
  FattaBeslut: { input: FattaBeslutInput, om: 'Antecknar klubbslaget i en punkt.' },
  SkrivUtBeslut: { input: SkrivUtBeslutInput, om: 'Skriver ut orden i ett beslut som fattades utan dem.' },
  RattaForeJustering: { input: RattaForeJusteringInput, om: 'Rättar ett skrivfel i ett beslut före justeringen.' },
};
