import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { LAGRUM, NUMBER } from '@klubba/kernel';
import { type CommandInputs, enumOf, IsDatum, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { KUNGORELSESLAG } from './kungorelse.events';

const Kungorelseslag = enumOf('Kungorelseslag', 'Vad som sätts upp. Annat får inte finnas på anslagstavlan (KL 8 kap. 10–11 §§).', ...KUNGORELSESLAG, 'annat');

@InputType({ description: 'En kungörelse på kommunens anslagstavla. Alla ser den.' })
export class SattUppKungorelseInput {
  @Field(() => ID, { description: 'Nämnden vars den är.' }) @IsUUID() namnd!: string;
  @Field(() => Kungorelseslag) @IsEnum(Kungorelseslag) slag!: keyof typeof Kungorelseslag;
  @Field({ description: 'Dagen då den sattes upp.' }) @IsDatum() datum!: string;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field({ description: 'Kungörelsen som den står, utan det som omfattas av sekretess.' }) @IsText() text!: string;
  @Field(() => String, { nullable: true, description: 'Lagen som säger att den ska finnas där: PBL 5 kap. 11 §. Utelämnas för fullmäktiges sammanträde.' }) @IsOptional() @Matches(LAGRUM, { message: 'ska vara ett lagrum: PBL 5 kap. 11 §.' }) lagrum?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för fullmäktiges sammanträde.' }) @IsOptional() @IsDatum() motesdag?: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen att sätta upp den. För fullmäktiges sammanträde räknas den ut.' }) @IsOptional() @IsDatum() senast?: string;
  @Field(() => String, { nullable: true, description: 'Första dagen den får tas ned.' }) @IsOptional() @IsDatum() nedtasTidigast?: string;
  @Field(() => String, { nullable: true, description: 'Diarienumret.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett diarienummer.' }) beteckning?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => String, { nullable: true, description: 'Var handlingarna finns på webben.' }) @IsOptional() @Matches(/^https:\/\/\S{1,290}$/, { message: 'ska vara en adress som börjar med https://.' }) lank?: string;
  @Field(() => String, { nullable: true, description: 'Den som har begärt kungörelsen och ska få ett bevis.' }) @IsOptional() @IsText(RUBRIK_MAX) bestallare?: string;
}
@InputType({ description: 'Kungörelsen tas ned.' })
export class TaNedKungorelseInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Beviset lämnas till den som begärde kungörelsen.' })
export class LamnaAnslagsbevisInput {
  @Field() @IsDatum() datum!: string;
}
export const kungorelseInputs: CommandInputs = {
  SattUppKungorelse: { input: SattUppKungorelseInput, om: 'Antecknar att en kungörelse är uppsatt på kommunens anslagstavla.', skapar: true },
  TaNedKungorelse: { input: TaNedKungorelseInput, om: 'Antecknar att kungörelsen är nedtagen.' },
  LamnaAnslagsbevis: { input: LamnaAnslagsbevisInput, om: 'Antecknar att den som begärde kungörelsen har fått bevis om att den har suttit uppe.' },
};
