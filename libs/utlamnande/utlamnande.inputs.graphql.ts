import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { DELEGATSLAG } from '@klubba/delegation';
import { LAGRUM, NUMBER } from '@klubba/kernel';
import { type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX, Sekretessklass } from '@klubba/kernel/edge';
import { PROVNINGSUTFALL, UTLAMNANDEDOMAR, UTLAMNANDEDOMSTOLAR, UTLAMNANDEFORMER, UTLAMNANDEUTFALL } from './utlamnande.events';

export const Utlamnandeform = enumOf('Utlamnandeform', 'På stället, en kopia, eller en uppgift ur handlingen.', ...UTLAMNANDEFORMER);
export const Utlamnandeutfall = enumOf('Utlamnandeutfall', 'Vad som lämnades ut.', ...UTLAMNANDEUTFALL);
export const Provningsutfall = enumOf('Provningsutfall', 'Vad den anställde lämnade ut, eller att frågan lämnas till myndigheten.', ...PROVNINGSUTFALL);
export const Utlamnandebeslutare = enumOf('Utlamnandebeslutare', 'Vem som beslutade för myndigheten.', 'delegat', 'namnd');
export const Utlamnandedelegatslag = enumOf('Utlamnandedelegatslag', 'Vad den är som beslutade på delegation.', ...DELEGATSLAG);
export const Utlamnandedomstol = enumOf('Utlamnandedomstol', 'Kammarrätten, eller Högsta förvaltningsdomstolen.', ...UTLAMNANDEDOMSTOLAR);
export const Utlamnandedomsutfall = enumOf('Utlamnandedomsutfall', 'Vad domstolen gjorde av överklagandet.', ...UTLAMNANDEDOMAR);
const ETT_LAGRUM = { message: 'ska vara ett lagrum: OSL 26 kap. 1 §.' };

@InputType({ description: 'En begäran om att få ut en allmän handling. Den behöver inget namn och inget skäl (TF 2 kap. 18 §).' })
export class TaEmotUtlamnandebegaranInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass, { nullable: true, description: 'Utelämnad: sekretess.' }) @IsOptional() @IsEnum(Sekretessklass) klass?: Sekretessklass;
  @Field({ description: 'Dagen då den kom.' }) @IsDatum() datum!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsKlockslag() tid?: string;
  @Field(() => Utlamnandeform) @IsEnum(Utlamnandeform) form!: keyof typeof Utlamnandeform;
  @Field({ description: 'Vilken handling, eller vilken uppgift.' }) @IsText() avser!: string;
  @Field(() => Boolean, { nullable: true, description: 'Sökanden vill vara anonym. Då sparas inget om vem det är.' }) @IsOptional() @IsBoolean() anonym?: boolean;
  @Field(() => String, { nullable: true, description: 'Det sökanden själv har lämnat för att få svar.' }) @IsOptional() @IsText(RUBRIK_MAX) sokande?: string;
  @Field(() => String, { nullable: true, description: 'Bara när prövningen inte kan göras utan det.' }) @IsOptional() @IsText() syfte?: string;
  @Field(() => Boolean, { nullable: true, description: 'Syftet behövs för att pröva om något hindrar att handlingen lämnas ut.' }) @IsOptional() @IsBoolean() syftetBehovs?: boolean;
  @Field(() => ID, { nullable: true, description: 'Ärendet, i nämndens diarium.' }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => String, { nullable: true, description: 'Diarienumret.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett diarienummer.' }) beteckning?: string;
}
@InputType({ description: 'Den anställdes prövning. Ett nej är inget beslut: sökanden ska veta att myndigheten kan pröva det.' })
export class ProvaUtlamnandeInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => Provningsutfall) @IsEnum(Provningsutfall) utfall!: keyof typeof Provningsutfall;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(LAGRUM, ETT_LAGRUM) lagrum?: string;
  @Field(() => String, { nullable: true, description: 'Vad som inte lämnades ut, eller förbehållet.' }) @IsOptional() @IsText() anteckning?: string;
  @Field(() => Boolean, { nullable: true, description: 'Sökanden är informerad om rätten till myndighetens prövning, och att ett skriftligt beslut krävs för att överklaga.' }) @IsOptional() @IsBoolean() informerad?: boolean;
}
@InputType({ description: 'Sökanden informeras om rätten till myndighetens prövning.' })
export class InformeraOmMyndighetsprovningInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Sökanden begär myndighetens skriftliga beslut.' })
export class BegarMyndighetsbeslutInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Den som beslutade på delegation.' })
export class UtlamnandedelegatInput {
  @Field(() => Utlamnandedelegatslag) @IsEnum(Utlamnandedelegatslag) slag!: keyof typeof Utlamnandedelegatslag;
  @Field(() => String, { nullable: true, description: 'Krävs för en tjänsteperson.' }) @IsOptional() @IsText(RUBRIK_MAX) titel?: string;
  @Field(() => ID, { nullable: true, description: 'Utskottet.' }) @IsOptional() @IsUUID() organ?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() person?: string;
}
@InputType({ description: 'Myndighetens beslut, av nämnden i en paragraf eller av dess delegat.' })
export class BeslutaUtlamnandeInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => Utlamnandebeslutare) @IsEnum(Utlamnandebeslutare) av!: keyof typeof Utlamnandebeslutare;
  @Field(() => Utlamnandeutfall) @IsEnum(Utlamnandeutfall) utfall!: keyof typeof Utlamnandeutfall;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen som hindrar. Krävs när inte allt lämnas ut.' }) @IsOptional() @Matches(LAGRUM, ETT_LAGRUM) lagrum?: string;
  @Field(() => String, { nullable: true, description: 'Krävs när inte allt lämnas ut (FL 32 §).' }) @IsOptional() @IsText() motivering?: string;
  @Field(() => UtlamnandedelegatInput, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => UtlamnandedelegatInput) delegat?: UtlamnandedelegatInput;
  @Field(() => String, { nullable: true, description: 'Punkten i delegationsordningen.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara punktens nummer.' }) nummer?: string;
  @Field(() => ID, { nullable: true, description: 'Nämndens paragraf.' }) @IsOptional() @IsUUID() punkt?: string;
}
@InputType({ description: 'Dagen då sökanden fick del av beslutet.' })
export class NoteraUtlamnandedelfaendeInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Beslutet överklagas.' })
export class TaEmotUtlamnandeoverklagandeInput {
  @Field({ description: 'Dagen då överklagandet kom in till nämnden.' }) @IsDatum() datum!: string;
}
@InputType({ description: 'Överklagandet kom in för sent.' })
export class AvvisaUtlamnandeoverklagandeInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Överklagandet lämnas över.' })
export class LamnaUtlamnandeoverklagandeInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Domstolens avgörande.' })
export class NoteraUtlamnandedomInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => Utlamnandedomstol) @IsEnum(Utlamnandedomstol) domstol!: keyof typeof Utlamnandedomstol;
  @Field(() => Utlamnandedomsutfall) @IsEnum(Utlamnandedomsutfall) utfall!: keyof typeof Utlamnandedomsutfall;
}
@InputType({ description: 'Begäran avslutas utan mer.' })
export class AvslutaUtlamnandeInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
export const utlamnandeInputs: CommandInputs = {
  TaEmotUtlamnandebegaran: { input: TaEmotUtlamnandebegaranInput, om: 'Tar emot en begäran om att få ut en allmän handling.', skapar: true },
  ProvaUtlamnande: { input: ProvaUtlamnandeInput, om: 'Antecknar hur den anställde prövade begäran.' },
  InformeraOmMyndighetsprovning: { input: InformeraOmMyndighetsprovningInput, om: 'Antecknar att sökanden har informerats om rätten till myndighetens prövning.' },
  BegarMyndighetsbeslut: { input: BegarMyndighetsbeslutInput, om: 'Antecknar att sökanden begär myndighetens skriftliga beslut.' },
  BeslutaUtlamnande: { input: BeslutaUtlamnandeInput, om: 'Beslutar för myndigheten om handlingen lämnas ut.' },
  NoteraUtlamnandedelfaende: { input: NoteraUtlamnandedelfaendeInput, om: 'Antecknar när sökanden fick del av beslutet.' },
  TaEmotUtlamnandeoverklagande: { input: TaEmotUtlamnandeoverklagandeInput, om: 'Tar emot ett överklagande av beslutet.' },
  AvvisaUtlamnandeoverklagande: { input: AvvisaUtlamnandeoverklagandeInput, om: 'Avvisar ett överklagande som kom för sent.' },
  LamnaUtlamnandeoverklagande: { input: LamnaUtlamnandeoverklagandeInput, om: 'Antecknar att överklagandet är överlämnat till kammarrätten.' },
  NoteraUtlamnandedom: { input: NoteraUtlamnandedomInput, om: 'Antecknar domstolens avgörande.' },
  AvslutaUtlamnande: { input: AvslutaUtlamnandeInput, om: 'Avslutar en begäran som inte leder vidare.' },
};
