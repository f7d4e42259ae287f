import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsUUID } from 'class-validator';
import { type Sealed } from '@klubba/kernel';
import { type CommandInputs, enumOf, IsDatum, IsText, RUBRIK_MAX, SealedField } from '@klubba/kernel/edge';
import { PUNKTSLAG } from './namnd.dagordning';

/** As the items' own kinds; a name of its own, since each noun shows itself. */
export const Radslag = enumOf('Radslag', 'Vad en rad på en dagordning är, i nämndens inställningar.', ...PUNKTSLAG);

@InputType({ description: 'Ett ärende som återkommer varje år.' })
export class SattArshjulspostInput {
  @Field(() => ID, { nullable: true, description: 'Posten som den ersätter.' }) @IsOptional() @IsUUID() post?: string;
  @Field(() => Radslag) @IsEnum(Radslag) slag!: keyof typeof Radslag;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => Int, { nullable: true, description: 'Månaden, 1–12. Ange den eller sammanträdets ordning.' }) @IsOptional() @IsInt() manad?: number;
  @Field(() => Int, { nullable: true, description: 'Vilket sammanträde på året.' }) @IsOptional() @IsInt() mote?: number;
  @Field({ description: 'Första dagen.' }) @IsDatum() fran!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen.' }) @IsOptional() @IsDatum() till?: string;
}
@InputType({ description: 'Ärendet återkommer inte längre.' })
export class StrykArshjulspostInput {
  @Field(() => ID) @IsUUID() post!: string;
  @Field() @IsText() skal!: string;
}
export const arshjulInputs: CommandInputs = {
  SattArshjulspost: { input: SattArshjulspostInput, om: 'Lägger ett återkommande ärende i årshjulet, eller ändrar det.' },
  StrykArshjulspost: { input: StrykArshjulspostInput, om: 'Stryker ett ärende ur årshjulet.' },
};

@ObjectType({ description: 'Ett ärende som återkommer varje år.' })
export class Arshjulspost {
  @Field(() => ID) post!: string;
  @Field(() => Radslag) slag!: string;
  @SealedField({ description: 'Rubriken.' }) rubrik!: Sealed;
  @Field(() => Int, { nullable: true, description: 'Månaden, 1–12.' }) manad?: number;
  @Field(() => Int, { nullable: true, description: 'Vilket sammanträde på året.' }) mote?: number;
  @Field({ description: 'Första dagen.' }) fran!: string;
  @Field(() => String, { nullable: true, description: 'Sista dagen.' }) till?: string;
}
