import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { BOKSTAVER } from '@klubba/paragraf';
import { AreTexts, type CommandInputs, enumOf, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { ANDRINGSGRUNDER } from '@klubba/lagrum';
import { ANDRINGSUNDANTAG } from './sammantrade.behandling.events';
import { BESLUTSTYPER } from './sammantrade.gemensamt.events';
import { Beslutstyp, DIARIENUMMER, IsMotestid, Overklagandeslag, TEXTER_MAX } from './sammantrade.gemensamt.inputs.graphql';

export const Andringsgrund = enumOf('Andringsgrund', 'Grunden för att ändra ett beslut: FL 36, 37 eller 38 §, SoL 14 kap. 9 § eller en annan.', ...ANDRINGSGRUNDER);
const Andringsundantag = enumOf('Andringsundantag', 'Undantaget i FL 37 § andra stycket.', ...ANDRINGSUNDANTAG);
export const Rattelseslag = enumOf('Rattelseslag', 'Rättelse av ett uppenbart skrivfel, eller en ändring i sak.', 'skrivfel', 'saklig');

@InputType({ description: 'En numrerad punkt i ett beslut.' })
export class BeslutspunktInput {
  @Field() @IsText() text!: string;
  @Field(() => String, { nullable: true, description: 'Verbet, som i protokollet.' }) @IsOptional() @IsText(RUBRIK_MAX) verb?: string;
  @Field(() => String, { nullable: true, description: 'Vem som beslutar, som i protokollet.' }) @IsOptional() @IsText(RUBRIK_MAX) subjekt?: string;
  @Field(() => Beslutstyp, { nullable: true, description: 'Punktens eget slag, när det skiljer sig från paragrafens.' }) @IsOptional() @IsIn(BESLUTSTYPER, { message: 'kan inte vara vad en punkt i ett beslut är.' }) beslutstyp?: (typeof BESLUTSTYPER)[number];
  @Field(() => Boolean, { nullable: true, description: 'Punkten säger att paragrafen justeras omedelbart.' }) @IsOptional() @IsBoolean() omedelbarJustering?: boolean;
  @Field(() => Int, { nullable: true, description: 'Antal underpunkter, när de inte skrivs ut.' }) @IsOptional() @IsInt() @Min(0) @Max(1000) underpunkter?: number;
}
@InputType({ description: 'Det tidigare beslutet som ett nytt ändrar. Det gamla står kvar och visar vad som ändrade det.' })
export class AndrarBeslutInput {
  @Field(() => ID, { description: 'Den ändrade paragrafens id.' }) @IsUUID() paragraf!: string;
  @Field(() => Andringsgrund) @IsEnum(Andringsgrund) grund!: keyof typeof Andringsgrund;
  @Field({ description: 'Varför det ändras.' }) @IsText() skal!: string;
  @Field(() => Boolean, { nullable: true, description: 'Ett gynnande beslut ändras till partens nackdel.' }) @IsOptional() @IsBoolean() tillNackdel?: boolean;
  @Field(() => Andringsundantag, { nullable: true, description: 'Undantaget i FL 37 § andra stycket som ändringen stöds på.' }) @IsOptional() @IsEnum(Andringsundantag) undantag?: keyof typeof Andringsundantag;
  @Field(() => Boolean, { nullable: true, description: 'Det ändrade beslutet gäller tills vidare (SoL 14 kap. 9 §).' }) @IsOptional() @IsBoolean() tillsVidare?: boolean;
}
@InputType({ isAbstract: true })
export abstract class Beslutsfalt {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsMotestid() tid!: string;
  @Field(() => [BeslutspunktInput], { description: 'Tom lista: orden skrivs ut senare.' }) @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => BeslutspunktInput) beslutspunkter!: BeslutspunktInput[];
  @Field(() => Overklagandeslag, { nullable: true, description: 'Utelämnat: det vanliga för slaget av punkt och beslut.' }) @IsOptional() @IsEnum(Overklagandeslag) overklagandeslag?: keyof typeof Overklagandeslag;
  @Field(() => String, { nullable: true, description: 'Rubriken i protokollet, när den inte är dagordningens.' }) @IsOptional() @IsText(RUBRIK_MAX) rubrik?: string;
  @Field(() => String, { nullable: true, description: 'Diarienumret i protokollet, när det inte är dagordningens.' }) @IsOptional() @Matches(DIARIENUMMER, { message: 'har inte formen av ett diarienummer.' }) diarienummer?: string;
  @Field(() => [String], { nullable: true, description: 'Underlagen: slag och datum.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) underlag?: string[];
  @Field(() => String, { nullable: true, description: 'Vad som ändrades mot kallelsen.' }) @IsOptional() @IsText() andringMotKallelse?: string;
  @Field(() => String, { nullable: true, description: 'Beslutets motivering, när den står under en egen rubrik.' }) @IsOptional() @IsText() beslutsmotivering?: string;
  @Field(() => ID, { nullable: true, description: 'Förslaget som vann: ett yrkandes id, eller punktens för liggande förslag. Utelämnat: enligt omröstningen eller beslutsgången.' }) @IsOptional() @IsUUID() bifallet?: string;
  @Field(() => Boolean, { nullable: true, description: 'Orden är förslagets, som då står i protokollet eller bifogas. Utelämnat: vid bifall enligt beslutets text.' }) @IsOptional() @IsBoolean() enligtForslag?: boolean;
}
@InputType({ description: 'Klubbslaget. Ordningen mellan dem blir paragrafernas.' })
export class FattaBeslutInput extends Beslutsfalt {
  @Field(() => Beslutstyp) @IsIn(BESLUTSTYPER, { message: 'kan inte vara vad som blev av en punkt här: sekretessbelagt och ej_publicerat är bara till för det som läses in.' }) beslutstyp!: (typeof BESLUTSTYPER)[number];
  @Field(() => AndrarBeslutInput, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => AndrarBeslutInput) andrar?: AndrarBeslutInput;
}
@InputType({ description: 'Orden i ett beslut som fattades utan dem.' })
export class SkrivUtBeslutInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => [BeslutspunktInput]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => BeslutspunktInput) beslutspunkter!: BeslutspunktInput[];
}
@InputType({ description: 'Beslutets ord på nytt, hela. Vilket förslag som vann ändras inte.' })
export class KompletteraBeslutInput extends SkrivUtBeslutInput {
  @Field({ description: 'Vad som kompletterades, och varför.' }) @IsText() skal!: string;
}
@InputType({ description: 'Ärenden som ska ha samma paragrafnummer med var sin bokstav, i den ordning klubban faller: § 196 a–d. Ett ensamt ärende löser upp sin grupp.' })
export class SattUnderparagraferInput {
  @Field(() => [ID]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(BOKSTAVER.length) @IsUUID(undefined, { each: true }) punkter!: string[];
}
@InputType({ description: 'Förslaget som ett annat organ har lämnat genom en paragraf.' })
export class KnytForslagInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => ID, { description: 'Paragrafens id i det andra organet.' }) @IsUUID() paragraf!: string;
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
  KompletteraBeslut: { input: KompletteraBeslutInput, om: 'Kompletterar orden i ett beslut, tills protokollet skickas för justering.' },
  SattUnderparagrafer: { input: SattUnderparagraferInput, om: 'Låter flera ärenden få samma paragrafnummer med var sin bokstav.' },
  KnytForslag: { input: KnytForslagInput, om: 'Knyter en punkt till paragrafen som ett annat organ lämnade förslaget genom.' },
  RattaForeJustering: { input: RattaForeJusteringInput, om: 'Rättar ett skrivfel i ett beslut före justeringen.' },
};
