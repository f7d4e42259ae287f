import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type Refusal, refuse, type Sealed } from '@klubba/kernel';
import { type EdgeContext, enumOf, IsDatum, IsText, RUBRIK_MAX, SealedField } from '@klubba/kernel/edge';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';
import { DELEGATIONSSLAG, DELEGATSLAG } from './delegationsgranser';

export const Delegatslag = enumOf('Delegatslag', 'Vem som får besluta. flera_gemensamt och extern tillåts inte av lagen, men står i listor.', ...DELEGATSLAG);
export const Delegationsslag = enumOf('Delegationsslag', 'Slag av ärende, så långt som KL 6 kap. 38 § frågar.', ...DELEGATIONSSLAG);
export const DelegationensOverklagandeslag = enumOf('DelegationensOverklagandeslag', 'Hur beslutet överklagas; avgör vilken tid som löper.', ...OVERKLAGANDESLAG);

@InputType({ description: 'En delegat: ett organ, eller en anställd med titel.' })
export class DelegatInput {
  @Field(() => Delegatslag) @IsEnum(Delegatslag) slag!: keyof typeof Delegatslag;
  @Field(() => String, { nullable: true, description: 'Titel, eller organets namn.' }) @IsOptional() @IsText(RUBRIK_MAX) titel?: string;
  @Field(() => ID, { nullable: true, description: 'Utskottet, när det finns i Klubba.' }) @IsOptional() @IsUUID() organ?: string;
}
@InputType({ description: 'Nämndens beslut.' })
export class NamndensBeslutInput {
  @Field() @IsDatum() datum!: string;
  @Field(() => ID, { nullable: true, description: 'Punkten, när sammanträdet finns i Klubba.' }) @IsOptional() @IsUUID() punkt?: string;
  @Field(() => Int, { nullable: true, description: 'Paragrafseriens år.' }) @IsOptional() @IsInt() @Min(1900) @Max(2200) ar?: number;
  @Field(() => Int, { nullable: true, description: 'Paragrafens nummer.' }) @IsOptional() @IsInt() @Min(1) @Max(99_999) nr?: number;
}

@ObjectType({ description: 'En delegat: ett organ, eller en anställd med titel.' })
export class Delegat {
  @Field(() => Delegatslag) slag!: string;
  @Field(() => String, { nullable: true, description: 'Titeln som kod, som registret räknar med.' }) befattning?: string;
  @SealedField({ description: 'Titeln, eller organets namn.' }) titel?: Sealed;
  @Field(() => ID, { nullable: true, description: 'Utskottet.' }) organ?: string;
}
@ObjectType({ description: 'Nämndens beslut.' })
export class NamndensBeslut {
  @Field() datum!: string;
  @Field(() => ID, { nullable: true, description: 'Paragrafens id.' }) punkt?: string;
  @Field(() => Int, { nullable: true, description: 'Paragrafseriens år.' }) ar?: number;
  @Field(() => Int, { nullable: true, description: 'Paragrafens nummer.' }) nr?: number;
}
@ObjectType({ description: 'Ett fel i filen, och var.' })
export class Delegationsradfel {
  @Field(() => Int, { nullable: true, description: 'Raden i filen.' }) rad?: number;
  @Field(() => String, { nullable: true, description: 'Kolumnens rubrik.' }) kolumn?: string;
  @Field() kod!: string;
  @Field() text!: string;
}
@ObjectType({ description: 'En kolumn i filen.' })
export class Delegationskolumn {
  @Field({ description: 'Kolumnens bokstav.' }) bokstav!: string;
  @Field({ description: 'Rubriken, som den står.' }) rubrik!: string;
  @Field(() => String, { nullable: true, description: 'Vad den tas för.' }) falt?: string;
  @Field({ description: 'Innehåller personnummer, som aldrig läses in.' }) personnummer!: boolean;
}

/** A file that this viewer sent for this nämnd. */
export const uppladdad = async ({ files, viewer }: EdgeContext, namnd: string, uppladdning: string): Promise<Buffer | Refusal> => {
  const sand = await files.uploaded(viewer, uppladdning);
  if (sand === undefined) return refuse('UPPLADDNINGEN_FINNS_INTE', 'Uppladdningen finns inte, eller är någon annans.');
  return sand.upload.namnd === namnd ? sand.content : refuse('UPPLADDNINGEN_GALLER_ANNAT', 'Filen är uppladdad för en annan nämnd.');
};
