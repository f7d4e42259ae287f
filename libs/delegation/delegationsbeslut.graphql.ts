import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { type CommandInputs, enumOf, IsDatum, IsKlockslag, IsText, RUBRIK_MAX, Sekretessklass } from '@klubba/kernel/edge';
import { ANDRINGSGRUNDER, OFFENTLIGA_BESLUT } from '@klubba/lagrum';
import { DelegationensOverklagandeslag, DelegatInput } from './delegation.gemensamt.graphql';
import { UTFALL } from './delegationsbeslut.events';
import { KLOCKSLAG } from './klockor';

const Delegationsgrund = enumOf('Delegationsgrund', 'Vad rätten att besluta vilar på: delegationsordningen, uppdrag i brådskande ärenden (KL 6 kap. 39 §), eller lagens egen kompletterande beslutanderätt.', 'delegation', 'bradskande', 'kompletterande');
export const Delegationsutfall = enumOf('Delegationsutfall', 'Hur det gick.', ...UTFALL);
export const Andringsgrund = enumOf('Delegationsandringsgrund', 'Varför ett tidigare beslut ändras.', ...ANDRINGSGRUNDER);
export const OffentligtDelegationsslag = enumOf('OffentligtDelegationsslag', 'Beslut som sekretessen enligt OSL 26 kap. 1 § inte omfattar (OSL 26 kap. 7 §).', ...OFFENTLIGA_BESLUT);
export const Klockslag = enumOf('Delegationsklocka', 'En lagstadgad tid.', ...KLOCKSLAG);
export const NUMMER = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9_.:-]{0,39}$/;
const LAGRUM = /^\d{1,2}:\d{1,2}[a-z]?$/;

@InputType({ description: 'Den som beslutade.' })
export class DelegatbeslutareInput extends DelegatInput {
  @Field(() => ID, { nullable: true, description: 'Personen, när hen finns i Klubba.' }) @IsOptional() @IsUUID() person?: string;
  @Field(() => String, { nullable: true, description: 'Namnet. Visas aldrig för allmänheten.' }) @IsOptional() @IsText(RUBRIK_MAX) namn?: string;
}
@InputType({ description: 'Beslutet ändrar ett tidigare.' })
export class AndrarDelegationsbeslutInput {
  @Field(() => ID) @IsUUID() beslut!: string;
  @Field(() => Andringsgrund) @IsEnum(Andringsgrund) grund!: keyof typeof Andringsgrund;
}
@InputType({ description: 'Ett beslut som någon annan än nämnden har fattat på dess vägnar.' })
export class RegistreraDelegationsbeslutInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen i OSL, som 26:1. Krävs vid sekretess.' }) @IsOptional() @Matches(LAGRUM, { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' }) sekretesslagrum?: string;
  @Field({ description: 'Beslutsdagen.' }) @IsDatum() datum!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsKlockslag() tid?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => String, { nullable: true, description: 'När ärendet inte finns i Klubba.' }) @IsOptional() @Matches(/^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/:., _–-]{0,39}$/, { message: 'ska ha ett diarienummers form.' }) diarienummer?: string;
  @Field(() => String, { nullable: true, description: 'Personakten.' }) @IsOptional() @IsText(RUBRIK_MAX) akt?: string;
  @Field(() => Delegationsgrund, { nullable: true, description: 'Utelämnat: delegation.' }) @IsOptional() @IsEnum(Delegationsgrund) grund?: keyof typeof Delegationsgrund;
  @Field(() => String, { nullable: true, description: 'Punkten i delegationsordningen.' }) @IsOptional() @Matches(NUMMER, { message: 'ska vara punktens nummer, som 3.1 eller A12.' }) nummer?: string;
  @Field(() => String, { nullable: true, description: 'Lagrummet, när det inte är punktens enda.' }) @IsOptional() @IsText(RUBRIK_MAX) lagrum?: string;
  @Field(() => DelegatbeslutareInput) @ValidateNested() @Type(() => DelegatbeslutareInput) delegat!: DelegatbeslutareInput;
  @Field({ description: 'Vad som beslutades, i korthet och utan namn.' }) @IsText(2000) beslut!: string;
  @Field(() => Delegationsutfall, { nullable: true }) @IsOptional() @IsEnum(Delegationsutfall) utfall?: keyof typeof Delegationsutfall;
  @Field(() => Int, { nullable: true, description: 'I kronor.' }) @IsOptional() @IsInt() @Min(0) @Max(2_000_000_000) belopp?: number;
  @Field(() => Boolean, { nullable: true, description: 'Finns utrymme för olika bedömningar? Nej: det är verkställighet och inget beslut.' }) @IsOptional() @IsBoolean() utrymmeForBedomning?: boolean;
  @Field(() => String, { nullable: true, description: 'Varför nämnden inte kunde avvaktas.' }) @IsOptional() @IsText() bradskandeSkal?: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() myndighetsutovning?: boolean;
  @Field(() => DelegationensOverklagandeslag, { nullable: true, description: 'Utelämnat: punktens, annars lagrummets.' }) @IsOptional() @IsEnum(DelegationensOverklagandeslag) overklagandeslag?: keyof typeof DelegationensOverklagandeslag;
  @Field(() => ID, { nullable: true, description: 'Utskottets paragraf (punktens id), när utskottet har beslutat.' }) @IsOptional() @IsUUID() utskottspunkt?: string;
  @Field(() => AndrarDelegationsbeslutInput, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => AndrarDelegationsbeslutInput) andrar?: AndrarDelegationsbeslutInput;
  @Field(() => String, { nullable: true, description: 'Beslutets nummer i ett annat system.' }) @IsOptional() @Matches(/^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/:., _–-]{0,39}$/, { message: 'ska vara ett nummer.' }) externtId?: string;
}
@InputType({ description: 'Sekretessmarkering, eller att den tas bort.' })
export class AndraDelegationsbeslutsklassInput {
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(LAGRUM, { message: 'skrivs som kapitel och paragraf i OSL: 26:1.' }) sekretesslagrum?: string;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Vad som beslutades kan läsas av alla (OSL 26 kap. 7 §). Resten är sekretess.' })
export class OffentliggorDelegationsbeslutInput {
  @Field(() => OffentligtDelegationsslag) @IsEnum(OffentligtDelegationsslag) slag!: keyof typeof OffentligtDelegationsslag;
  @Field({ description: 'Dagen för prövningen.' }) @IsDatum() datum!: string;
  @Field({ description: 'Beslutet, utan namn och nummer.' }) @IsText(2000) text!: string;
}
@InputType({ description: 'Beslutet visas inte längre för alla.' })
export class DraInOffentligtDelegationsbeslutInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Beslutet är registrerat av misstag.' })
export class StrykDelegationsbeslutInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Ett särskilt protokoll.' })
export class ProtokollforSarskiltInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(40) diarienummer?: string;
}
@InputType({ description: 'När protokollet tillkännagavs.' })
export class AnslaSarskiltProtokollInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'När anslaget togs ned.' })
export class TaNedSarskiltAnslagInput {
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'En part i beslutet.' })
export class AntecknaPartInput {
  @Field({ description: 'Vem. Visas aldrig för allmänheten.' }) @IsText(RUBRIK_MAX) part!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då parten fick del av beslutet (FL 44 §).' }) @IsOptional() @IsDatum() fickDel?: string;
  @Field(() => Boolean, { nullable: true, description: 'Företräder det allmänna: tiden räknas från beslutet.' }) @IsOptional() @IsBoolean() foretraderDetAllmanna?: boolean;
}
@InputType({ description: 'När en part fick del av beslutet.' })
export class NoteraBeslutetsDelgivningInput {
  @Field(() => Int) @IsInt() @Min(1) nr!: number;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Ett överklagande.' })
export class NoteraOverklagatDelegationsbeslutInput {
  @Field({ description: 'Målets nummer.' }) @IsText(RUBRIK_MAX) mal!: string;
  @Field({ description: 'Dagen då det blev känt.' }) @IsDatum() datum!: string;
}
@InputType({ description: 'Beslutet har fått laga kraft.' })
export class BekraftaDelegationsbeslutInput {
  @Field() @IsDatum() datum!: string;
  @Field({ description: 'Hur det är känt.' }) @IsText(RUBRIK_MAX) kalla!: string;
}
@InputType({ description: 'En lagstadgad tid börjar.' })
export class StartaKlockaInput {
  @Field(() => Klockslag) @IsEnum(Klockslag) klocka!: keyof typeof Klockslag;
  @Field({ description: 'Dagen den räknas från.' }) @IsDatum() fran!: string;
}
@InputType({ description: 'Det som skulle göras är gjort.' })
export class UppfyllKlockaInput {
  @Field(() => Int) @IsInt() @Min(1) nr!: number;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Tiden slutar utan att det som skulle göras är gjort.' })
export class AvslutaKlockaInput {
  @Field(() => Int) @IsInt() @Min(1) nr!: number;
  @Field() @IsDatum() datum!: string;
  @Field(() => Boolean, { nullable: true, description: 'Beslutet har upphört att gälla.' }) @IsOptional() @IsBoolean() upphort?: boolean;
  @Field() @IsText() skal!: string;
}

export const delegationsbeslutInputs: CommandInputs = {
  RegistreraDelegationsbeslut: { input: RegistreraDelegationsbeslutInput, om: 'Registrerar ett beslut fattat på delegation, i brådskande ärende eller med stöd av lagens egen rätt. Lagstadgade tider börjar.', skapar: true },
  AndraDelegationsbeslutsklass: { input: AndraDelegationsbeslutsklassInput, om: 'Sekretessmarkerar beslutet, eller tar bort markeringen.' },
  OffentliggorDelegationsbeslut: { input: OffentliggorDelegationsbeslutInput, om: 'Gör ett sekretessmarkerat besluts innehåll läsbart för alla, utan namn (OSL 26 kap. 7 §).' },
  DraInOffentligtDelegationsbeslut: { input: DraInOffentligtDelegationsbeslutInput, om: 'Drar in det som är läsbart för alla av ett sekretessmarkerat beslut.' },
  StrykDelegationsbeslut: { input: StrykDelegationsbeslutInput, om: 'Stryker ett beslut som registrerats av misstag.' },
  ProtokollforSarskilt: { input: ProtokollforSarskiltInput, om: 'Antecknar att ett beslut som inte anmäls är protokollfört särskilt (KL 6 kap. 40 §).' },
  AnslaSarskiltProtokoll: { input: AnslaSarskiltProtokollInput, om: 'Antecknar att det särskilda protokollet är tillkännagivet på anslagstavlan.' },
  TaNedSarskiltAnslag: { input: TaNedSarskiltAnslagInput, om: 'Antecknar att anslaget är nedtaget.' },
  AntecknaPart: { input: AntecknaPartInput, om: 'Antecknar en part och när den fick del av beslutet.' },
  NoteraBeslutetsDelgivning: { input: NoteraBeslutetsDelgivningInput, om: 'Antecknar när en part fick del av beslutet.' },
  NoteraOverklagatDelegationsbeslut: { input: NoteraOverklagatDelegationsbeslutInput, om: 'Antecknar att beslutet är överklagat.' },
  BekraftaDelegationsbeslut: { input: BekraftaDelegationsbeslutInput, om: 'Antecknar att beslutet har fått laga kraft.' },
  StartaKlocka: { input: StartaKlockaInput, om: 'Startar en lagstadgad tid som börjar med något annat än beslutet.' },
  UppfyllKlocka: { input: UppfyllKlockaInput, om: 'Antecknar att det som tiden gällde är gjort, till exempel underställning.' },
  AvslutaKlocka: { input: AvslutaKlockaInput, om: 'Avslutar en lagstadgad tid, med skäl.' },
};
