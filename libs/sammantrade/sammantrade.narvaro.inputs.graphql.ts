import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { AreTexts, type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { IsMotestid, KORT_MAX, PERSONER_MAX, PUNKTER_MAX, TEXTER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { EJ_JAV, JAVSGRUNDER } from './sammantrade.narvaro.events';

export const Franvaroskal = enumOf('Franvaroskal', 'Varför någon inte var inne vid en punkt.', 'jav', 'annat');
export const Javsgrund = enumOf('Javsgrund', 'Varför någon är jävig: de fyra första från 2022-07-01; dessförinnan tillsyn och de fyra sista.', ...JAVSGRUNDER);
export const EjJav = enumOf('EjJav', 'Varför jäv inte föreligger: ingen grund, uppenbart utan betydelse (KL 6 kap. 29 §), eller undantagen i KL 6 kap. 31 §.', ...EJ_JAV);
const Motesordforandeskal = enumOf('Motesordforandeskal', 'Ålderspresidenten leder tills nämnden har valt.', 'alderspresident', 'vald');

@InputType({ description: 'Sammanträdet öppnas.' })
export class OppnaSammantradeInput {
  @Field() @IsKlockslag() tid!: string;
  @Field(() => String, { nullable: true, description: 'Utelämnat: den planerade dagen.' }) @IsOptional() @IsDatum() datum?: string;
  @Field(() => String, { nullable: true, description: 'Klockslaget som det skrevs i källan: 13.00.' }) @IsOptional() @IsText(KORT_MAX) tidSkriven?: string;
  @Field(() => String, { nullable: true, description: 'Platsen, när det hölls någon annanstans än planerat.' }) @IsOptional() @IsText(RUBRIK_MAX) plats?: string;
}
@InputType({ description: 'Hur någon deltar på distans.' })
export class DistansInput {
  @Field({ description: 'Bilden går fram i realtid.' }) @IsBoolean() bild!: boolean;
  @Field({ description: 'Ljudet går fram i realtid.' }) @IsBoolean() ljud!: boolean;
  @Field({ description: 'Alla ser och hör varandra och deltar på lika villkor.' }) @IsBoolean() likaVillkor!: boolean;
}
@InputType({ description: 'En tid då någon tjänstgjorde, eller bara var närvarande. Gränserna anges med punkter (båda räknas med) eller klockslag (slutet räknas inte med).' })
export class PassInput {
  @Field() @IsBoolean() tjanstgor!: boolean;
  @Field(() => ID, { nullable: true, description: 'Vems plats en ersättare har.' }) @IsOptional() @IsUUID() ersatter?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() franPunkt?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() tillPunkt?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsMotestid() fran?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsMotestid() till?: string;
  @Field(() => DistansInput, { nullable: true, description: 'När deltagandet är på distans.' }) @IsOptional() @ValidateNested() @Type(() => DistansInput) distans?: DistansInput;
}
@InputType({ description: 'En som är frånvarande vid uppropet.' })
export class UppropsfranvaroInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => String, { nullable: true, description: 'Varför.' }) @IsOptional() @IsText(RUBRIK_MAX) skal?: string;
}
@InputType({ description: 'En ersättare som tjänstgör på en annan plats än den som inkallelseordningen ger, eller före någon annan.' })
export class UppropsvalInput {
  @Field(() => ID) @IsUUID() ersattare!: string;
  @Field(() => ID, { description: 'Ledamoten vars plats det är, eller efter vilken den är vakant.' }) @IsUUID() ersatter!: string;
}
@InputType({ description: 'En som svarar på distans.' })
export class UppropsdistansInput extends DistansInput {
  @Field(() => ID) @IsUUID() person!: string;
}
@InputType({ description: 'Uppropet. De ledamöter som svarar tjänstgör; på de andras platser går ersättare in enligt inkallelseordningen.' })
export class HallUppropInput {
  @Field(() => [ID], { description: 'De som svarar, ledamöter och ersättare.' }) @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) narvarande!: string[];
  @Field(() => [UppropsfranvaroInput], { nullable: true, description: 'De som har anmält förhinder. Den ledamot som inte svarar är ändå frånvarande.' }) @IsOptional() @IsArray() @ArrayMaxSize(PERSONER_MAX) @ValidateNested({ each: true }) @Type(() => UppropsfranvaroInput) franvarande?: UppropsfranvaroInput[];
  @Field(() => [UppropsvalInput], { nullable: true, description: 'Utelämnat: enligt inkallelseordningen.' }) @IsOptional() @IsArray() @ArrayMaxSize(PERSONER_MAX) @ValidateNested({ each: true }) @Type(() => UppropsvalInput) tjanstgor?: UppropsvalInput[];
  @Field(() => [UppropsdistansInput], { nullable: true }) @IsOptional() @IsArray() @ArrayMaxSize(PERSONER_MAX) @ValidateNested({ each: true }) @Type(() => UppropsdistansInput) distans?: UppropsdistansInput[];
}
@InputType({ description: 'Den som leder när ingen ur presidiet tjänstgör.' })
export class UtseMotesordforandeInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => Motesordforandeskal) @IsEnum(Motesordforandeskal) som!: keyof typeof Motesordforandeskal;
  @Field(() => [ID], { nullable: true, description: 'Punkterna. Utelämnat: alla där ingen ur presidiet tjänstgör.' }) @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
}
@InputType({ description: 'Nämndens beslut i en jävsfråga.' })
export class ProvaJavInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field(() => ID) @IsUUID() person!: string;
  @Field({ description: 'Nämnden finner att personen är jävig.' }) @IsBoolean() jav!: boolean;
  @Field(() => EjJav, { nullable: true, description: 'Krävs när personen inte är jävig.' }) @IsOptional() @IsEnum(EjJav) varfor?: keyof typeof EjJav;
  @Field(() => Boolean, { nullable: true, description: 'Personen deltog själv i beslutet om jäv.' }) @IsOptional() @IsBoolean() deltog?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Ingen annan kunde kallas in utan onödigt dröjsmål.' }) @IsOptional() @IsBoolean() ingenKanKallas?: boolean;
  @Field(() => String, { nullable: true, description: 'Vad som sades om det.' }) @IsOptional() @IsText() text?: string;
}
@InputType({ description: 'Sammanträdet ajourneras.' })
export class AjourneraSammantradeInput {
  @Field() @IsMotestid() tid!: string;
  @Field(() => String, { nullable: true, description: 'När det återupptogs, om ajourneringen antecknas i efterhand.' }) @IsOptional() @IsMotestid() till?: string;
  @Field(() => String, { nullable: true, description: 'Varför.' }) @IsOptional() @IsText(RUBRIK_MAX) skal?: string;
}
@InputType({ description: 'Sammanträdet återupptas.' })
export class AterupptaSammantradeInput {
  @Field({ description: 'HH:MM, eller ÅÅÅÅ-MM-DD HH:MM när det var en senare dag. Så skrivs också klockslagen därefter.' }) @IsMotestid() tid!: string;
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
@InputType({ description: 'Den som utses att justera tillsammans med ordföranden.' })
export class UtseJusterareInput {
  @Field(() => ID) @IsUUID() person!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() ersattare?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för justeringen.' }) @IsOptional() @IsDatum() dag?: string;
}
@InputType({ description: 'Sammanträdet avslutas.' })
export class AvslutaSammantradeInput {
  @Field() @IsMotestid() tid!: string;
  @Field(() => String, { nullable: true, description: 'Klockslaget som det skrevs i källan: 13.00.' }) @IsOptional() @IsText(KORT_MAX) tidSkriven?: string;
  @Field(() => [String], { nullable: true, description: 'I vilka protokoll det står när det slutade.' }) @IsOptional() @IsArray() @ArrayMaxSize(TEXTER_MAX) @AreTexts(RUBRIK_MAX) angesI?: string[];
}
@InputType({ description: 'Sammanträdet avslutades av misstag.' })
export class AteroppnaSammantradeInput {
  @Field() @IsText() skal!: string;
}

export const narvaroInputs: CommandInputs = {
  OppnaSammantrade: { input: OppnaSammantradeInput, om: 'Öppnar sammanträdet.' },
  AntecknaNarvaro: { input: AntecknaNarvaroInput, om: 'Antecknar en förtroendevalds närvaro.' },
  AntecknaFranvaroVidPunkt: { input: AntecknaFranvaroVidPunktInput, om: 'Antecknar att någon inte var inne vid en punkt.' },
  HallUpprop: { input: HallUppropInput, om: 'Antecknar uppropet: vilka som svarar, och vilka ersättare som tjänstgör för vilka.' },
  UtseMotesordforande: { input: UtseMotesordforandeInput, om: 'Antecknar vem som leder när ingen ur presidiet tjänstgör.' },
  ProvaJav: { input: ProvaJavInput, om: 'Antecknar nämndens beslut i en jävsfråga.' },
  AjourneraSammantrade: { input: AjourneraSammantradeInput, om: 'Ajournerar sammanträdet.' },
  AterupptaSammantrade: { input: AterupptaSammantradeInput, om: 'Återupptar ett ajournerat sammanträde.' },
  UtseJusterare: { input: UtseJusterareInput, om: 'Utser den som justerar.' },
  AvslutaSammantrade: { input: AvslutaSammantradeInput, om: 'Avslutar sammanträdet.' },
  AteroppnaSammantrade: { input: AteroppnaSammantradeInput, om: 'Öppnar ett sammanträde som avslutades av misstag.' },
};
