import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { NUMBER, type Sekretessklass as Klass, strictest } from '@klubba/kernel';
import { type EdgeContext, IsDatum, IsText, ListArgs, Sekretessklass, WhenArgs } from '@klubba/kernel/edge';

/** What every entry of the quality registers is made with. */
@InputType({ isAbstract: true })
export abstract class BorjanInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass, { nullable: true, description: 'Utelämnad: sekretess.' }) @IsOptional() @IsEnum(Sekretessklass) klass?: Sekretessklass;
  @Field(() => ID, { nullable: true, description: 'Ärendet, i nämndens diarium.' }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => String, { nullable: true, description: 'Ett eget nummer, aldrig ett personnummer.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett nummer på högst 40 tecken.' }) beteckning?: string;
  @Field(() => ID, { nullable: true, description: 'Vem som svarar för den.' }) @IsOptional() @IsUUID() handlaggare?: string;
}
/** A day, where something has happened that day. */
@InputType({ isAbstract: true })
export abstract class DagInput {
  @Field() @IsDatum() datum!: string;
}
/** A day and a reason. */
@InputType({ isAbstract: true })
export abstract class DagMedSkalInput extends DagInput {
  @Field() @IsText() skal!: string;
}

@ArgsType()
export class EnArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
@ArgsType()
export class RegisterArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som inte är avslutade.' }) @IsOptional() @IsBoolean() oppna?: boolean;
  @Field(() => String, { nullable: true, description: 'Bara från och med denna dag.' }) @IsOptional() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true, description: 'Bara till och med denna dag.' }) @IsOptional() @IsDatum() till?: string;
  @Field(() => Boolean, { nullable: true, description: 'Det senaste först.' }) @IsOptional() @IsBoolean() senastForst?: boolean;
}
@ArgsType()
export class SummeringsArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => String, { nullable: true, description: 'Bara från och med denna dag.' }) @IsOptional() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true, description: 'Bara till och med denna dag.' }) @IsOptional() @IsDatum() till?: string;
}

/** What is secret is in the lists and the totals of those who may read it. */
export const synliga = (namnd: string, { viewer }: EdgeContext) => (viewer.may(namnd, 'sekretess') ? {} : { only: { klass: { eq: 'oppen' } } });
/** The class that an entry is shown by, or nothing for one who may not know of it. */
export const synligKlass = (doc: { readonly namnd: string; readonly klass: Klass }, now: { readonly klass: Klass }, { viewer }: EdgeContext): Klass | undefined => {
  const klass = strictest(doc.klass, now.klass);
  return viewer.may(doc.namnd, klass) ? klass : undefined;
};
