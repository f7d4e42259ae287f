import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CODE } from '@klubba/kernel';
import { type CommandInputs, enumOf, IsDatum, IsManad, IsText, Position, RUBRIK_MAX, Sekretessklass } from '@klubba/kernel/edge';
import { Enhet, VARDE_MAX } from './kvalitet.gemensamt.graphql';
import { AVSNITT, REGISTERKALLOR } from './kvalitetsberattelse.events';
import { KONTROLLSLAG } from './siffror';

export const Berattelseavsnitt = enumOf('Berattelseavsnitt', 'En rubrik i kvalitetsberättelsen; de åtta första är SOSFS 2011:9:s.', ...AVSNITT);
export const Kallregister = enumOf('Kallregister', 'Ett register som en siffra kan vara räknad ur.', ...REGISTERKALLOR);
export const Sifferkontrollslag = enumOf('Sifferkontrollslag', 'Vad som ska stämma mellan siffrorna.', ...KONTROLLSLAG);
const IsNyckel = (): PropertyDecorator => Matches(CODE, { message: 'är en siffras nyckel: bokstäver, siffror och _ . : -, högst 40 tecken.' });
const DELAR_MAX = 100;

@InputType({ description: 'En kvalitetsberättelse för ett år.' })
export class PaborjaKvalitetsberattelseInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => Int) @IsInt() ar!: number;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => [Berattelseavsnitt], { nullable: true, description: 'Rubriker som ska finnas. Utelämnat: de åtta i SOSFS 2011:9.' }) @IsOptional() @IsArray() @ArrayMaxSize(AVSNITT.length) @IsEnum(Berattelseavsnitt, { each: true }) checklista?: (keyof typeof Berattelseavsnitt)[];
}
@InputType({ description: 'Text under en rubrik; den ersätter den som fanns.' })
export class SkrivAvsnittInput {
  @Field(() => Berattelseavsnitt) @IsEnum(Berattelseavsnitt) avsnitt!: keyof typeof Berattelseavsnitt;
  @Field() @IsText() text!: string;
}
@InputType({ description: 'Fakta bakom en siffra: ett register och dess position, en indikator och dess månad, eller en källa med egna ord.' })
export class SifferkallaInput {
  @Field(() => Kallregister, { nullable: true }) @IsOptional() @IsEnum(Kallregister) register?: keyof typeof Kallregister;
  @Field(() => Position, { nullable: true, description: 'Registrets läge när det räknades.' }) @IsOptional() @IsText(80) position?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() indikator?: string;
  @Field(() => String, { nullable: true, description: 'ÅÅÅÅ-MM.' }) @IsOptional() @IsManad() manad?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) text?: string;
}
@InputType({ description: 'En siffra i berättelsen.' })
export class AngeSiffraInput {
  @Field(() => Berattelseavsnitt) @IsEnum(Berattelseavsnitt) avsnitt!: keyof typeof Berattelseavsnitt;
  @Field({ description: 'Siffrans namn, utan mellanslag: klagomål_2021.' }) @IsNyckel() nyckel!: string;
  @Field(() => String, { nullable: true, description: 'Som det skrivs: 36,3, 2018-03-21, eller u.s. Utelämnat när en indikator har det.' }) @IsOptional() @IsText(VARDE_MAX) varde?: string;
  @Field(() => Enhet, { nullable: true }) @IsOptional() @IsEnum(Enhet) enhet?: keyof typeof Enhet;
  @Field(() => Int, { nullable: true, description: 'Året som siffran avser.' }) @IsOptional() @IsInt() @Min(1900) @Max(2200) ar?: number;
  @Field(() => Int, { nullable: true, description: 'Hur många som svarade. Är de färre än fem utelämnas värdet.' }) @IsOptional() @IsInt() @Min(0) svarande?: number;
  @Field(() => SifferkallaInput) @ValidateNested() @Type(() => SifferkallaInput) kalla!: SifferkallaInput;
  @Field(() => String, { nullable: true, description: 'Krävs när siffran redan finns.' }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Siffran ska inte vara med.' })
export class StrykSiffraInput {
  @Field() @IsNyckel() nyckel!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Något som ska stämma mellan siffror.' })
export class LaggTillSifferkontrollInput {
  @Field(() => Sifferkontrollslag) @IsEnum(Sifferkontrollslag) slag!: keyof typeof Sifferkontrollslag;
  @Field(() => [String], { description: 'Siffrornas nycklar i ordning: delarna, in, nya och avslutade, del och hel, före och efter.' }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(DELAR_MAX) @Matches(CODE, { each: true, message: 'är en siffras nyckel.' }) delar!: string[];
  @Field({ description: 'Nyckeln för den siffra som redovisas.' }) @IsNyckel() mot!: string;
}
@InputType({ description: 'Kontrollen ska inte göras.' })
export class StrykSifferkontrollInput {
  @Field(() => Int) @IsInt() @Min(1) nr!: number;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Berättelsen är färdig i denna version.' })
export class FardigstallKvalitetsberattelseInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'En ny version ska skrivas.' })
export class OppnaKvalitetsberattelseInput {
  @Field() @IsText() skal!: string;
}
export const kvalitetsberattelseInputs: CommandInputs = {
  PaborjaKvalitetsberattelse: { input: PaborjaKvalitetsberattelseInput, om: 'Påbörjar årets kvalitetsberättelse.', skapar: true },
  SkrivAvsnitt: { input: SkrivAvsnittInput, om: 'Skriver texten under en rubrik.' },
  AngeSiffra: { input: AngeSiffraInput, om: 'Anger en siffra och fakta bakom den.' },
  StrykSiffra: { input: StrykSiffraInput, om: 'Stryker en siffra.' },
  LaggTillSifferkontroll: { input: LaggTillSifferkontrollInput, om: 'Säger vad som ska stämma mellan siffror.' },
  StrykSifferkontroll: { input: StrykSifferkontrollInput, om: 'Stryker en kontroll.' },
  FardigstallKvalitetsberattelse: { input: FardigstallKvalitetsberattelseInput, om: 'Färdigställer en version. Rubriker som saknas och siffror som inte stämmer varnar.' },
  OppnaKvalitetsberattelse: { input: OppnaKvalitetsberattelseInput, om: 'Öppnar berättelsen för en ny version.' },
};
