import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID } from 'class-validator';
import { type CommandInputs, enumOf, IsDatum, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { PUNKTER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { TILLKANNAGIVANDEN, TILLKANNAGIVANDEPLATSER } from './sammantrade.oppenhet.events';

export const Tillkannagivandeplats = enumOf('Tillkannagivandeplats', 'Var det tillkännages.', ...TILLKANNAGIVANDEPLATSER);
export const Tillkannagivandeslag = enumOf('Tillkannagivandeslag', 'Vad som tillkännages. Annat får inte finnas på anslagstavlan (KL 8 kap. 10–11 §§).', ...TILLKANNAGIVANDEN, 'annat');
const Nedtagningsslag = enumOf('Nedtagningsslag', 'Vad som tas ned.', ...TILLKANNAGIVANDEN);

@InputType({ description: 'Öppna eller stängda dörrar för en punkt.' })
export class SattOppenhetInput {
  @Field(() => ID) @IsUUID() punkt!: string;
  @Field() @IsBoolean() oppet!: boolean;
  @Field(() => String, { nullable: true, description: 'Nämndens beslut om att den är öppen: § 12/2018. Krävs om nämnden inte har öppna sammanträden som regel.' }) @IsOptional() @IsText(RUBRIK_MAX) namndbeslut?: string;
}
@InputType({ description: 'Sammanträdet eller dess beslutsunderlag tillkännages.' })
export class TillkannageSammantradeInput {
  @Field({ description: 'Dagen då det publiceras.' }) @IsDatum() datum!: string;
  @Field(() => Tillkannagivandeplats) @IsEnum(Tillkannagivandeplats) plats!: keyof typeof Tillkannagivandeplats;
  @Field(() => Tillkannagivandeslag) @IsEnum(Tillkannagivandeslag) innehall!: keyof typeof Tillkannagivandeslag;
  @Field(() => [ID], { nullable: true, description: 'Punkterna vars underlag publiceras. Utelämnat: alla öppna.' }) @IsOptional() @IsArray() @ArrayMaxSize(PUNKTER_MAX) @IsUUID(undefined, { each: true }) punkter?: string[];
}
@InputType({ description: 'Det som är tillkännagivet om sammanträdet tas ned från anslagstavlan.' })
export class TaNedTillkannagivandeInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => Nedtagningsslag) @IsEnum(Nedtagningsslag) innehall!: keyof typeof Nedtagningsslag;
}
export const oppenhetInputs: CommandInputs = {
  SattOppenhet: { input: SattOppenhetInput, om: 'Bestämmer om en punkt behandlas inför öppna eller stängda dörrar.' },
  TillkannageSammantrade: { input: TillkannageSammantradeInput, om: 'Antecknar att sammanträdet eller dess öppna beslutsunderlag har publicerats. Underlaget är allmän handling från den dagen.' },
  TaNedTillkannagivande: { input: TaNedTillkannagivandeInput, om: 'Antecknar att tillkännagivandet om sammanträdet eller dess beslutsunderlag är nedtaget från anslagstavlan.' },
};
