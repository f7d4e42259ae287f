import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { enumOf, WhenArgs } from '@klubba/kernel/edge';
import { ENHETER, SAKNAT } from './siffror';

// What the questions and answers of several nouns here share.

export const Enhet = enumOf('Enhet', 'Vad talet räknar.', ...ENHETER);
export const Saknat = enumOf('Saknat', 'Varför det inte finns något värde.', ...SAKNAT);
/** How long a value or a key may be. */
export const VARDE_MAX = 40;

@ObjectType({ description: 'En paragraf om det.' })
export class Kvalitetsbehandling {
  @Field(() => ID) sammantrade!: string;
  @Field(() => ID, { description: 'Punkten, och paragrafens id.' }) punkt!: string;
  @Field() datum!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field() beslutstyp!: string;
  @Field(() => Int, { nullable: true, description: 'Versionen som togs upp.' }) version?: number;
}

@ArgsType()
export class EttArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
