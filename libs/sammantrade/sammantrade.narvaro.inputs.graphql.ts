import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { AreTexts, type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { KORT_MAX, PUNKTER_MAX, TEXTER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { JAVSGRUNDER, NARVAROSLAG } from './sammantrade.narvaro.events';

export const Franvaroskal = enumOf('Franvaroskal', 'Varför någon inte var inne vid en punkt.', 'jav', 'annat');
export const Javsgrund = enumOf('Javsgrund', 'Varför någon är jävig: de fyra första från 2022-07-01; dessförinnan tillsyn och de fyra sista.', ...JAVSGRUNDER);
export const Narvaroslag = enumOf('Narvaroslag', 'Vad den är som är med utan att vara förtroendevald.', ...NARVAROSLAG);

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

export const narvaroInputs: CommandInputs = {
  OppnaSammantrade: { input: OppnaSammantradeInput, om: 'Öppnar sammanträdet.' },
  AntecknaNarvaro: { input: AntecknaNarvaroInput, om: 'Antecknar en förtroendevalds närvaro.' },
  AntecknaFranvaroVidPunkt: { input: AntecknaFranvaroVidPunktInput, om: 'Antecknar att någon inte var inne vid en punkt.' },
  AntecknaOvrigNarvaro: { input: AntecknaOvrigNarvaroInput, om: 'Antecknar att någon som inte är förtroendevald var med.' },
  StrykOvrigNarvaro: { input: StrykOvrigNarvaroInput, om: 'Stryker någon annans närvaro som antecknats av misstag.' },
  UtseJusterare: { input: UtseJusterareInput, om: 'Utser den som justerar.' },
  AvslutaSammantrade: { input: AvslutaSammantradeInput, om: 'Avslutar sammanträdet.' },
  AteroppnaSammantrade: { input: AteroppnaSammantradeInput, om: 'Öppnar ett sammanträde som avslutades av misstag.' },
};
