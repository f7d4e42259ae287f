import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { CODE } from '@klubba/kernel';
import { type CommandInputs, IsText, RUBRIK_MAX } from '@klubba/kernel/edge';
import { Beslutsfalt } from './sammantrade.beslut.inputs.graphql';
import { LaggTillPunktInput } from './sammantrade.dagordning.inputs.graphql';
import { Beslutstyp, Narvaroroll, Narvarouppdrag, PERSONER_MAX } from './sammantrade.gemensamt.inputs.graphql';
import { AnslaProtokollInput, Justeringsfalt } from './sammantrade.justering.inputs.graphql';
import { Kallelsefalt } from './sammantrade.kallelse.inputs.graphql';
import { AntecknaNarvaroInput } from './sammantrade.narvaro.inputs.graphql';
import { AntecknaOvrigNarvaroInput } from './sammantrade.rummet.inputs.graphql';

const KALLA = 'Varifrån det är läst.';
@InputType({ description: 'En kallelse från före nämndens start i Klubba. Det som källan inte säger utelämnas.' })
export class LasInKallelseInput extends Kallelsefalt {
  @Field(() => ID, { nullable: true, description: 'Ordföranden, vars namn står i kallelsen.' }) @IsOptional() @IsUUID() ordforande?: string;
  @Field(() => String, { nullable: true, description: 'Till vem förhinder anmäls.' }) @IsOptional() @IsText(RUBRIK_MAX) forhinder?: string;
  @Field(() => [ID], { nullable: true, description: 'De som fick den.' }) @IsOptional() @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) kallade?: string[];
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'En punkt på en dagordning från före nämndens start i Klubba.' })
export class LasInPunktInput extends LaggTillPunktInput {
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'En förtroendevalds närvaro före nämndens start i Klubba.' })
export class LasInNarvaroInput extends AntecknaNarvaroInput {
  @Field(() => Narvarouppdrag, { nullable: true, description: 'Vad personen var enligt källan, när nämnden inte har något uppdrag antecknat.' }) @IsOptional() @IsEnum(Narvarouppdrag) uppdrag?: keyof typeof Narvarouppdrag;
  @Field(() => Narvaroroll, { nullable: true }) @IsOptional() @IsEnum(Narvaroroll) roll?: keyof typeof Narvaroroll;
  @Field(() => String, { nullable: true, description: 'Partiets bokstäver enligt källan.' }) @IsOptional() @Matches(CODE, { message: 'ska vara partiets förkortning.' }) parti?: string;
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'Någon annans närvaro före nämndens start i Klubba.' })
export class LasInOvrigNarvaroInput extends AntecknaOvrigNarvaroInput {
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'Ett beslut från före nämndens start i Klubba. Numret läses in i serien dessförinnan.' })
export class LasInBeslutInput extends Beslutsfalt {
  @Field(() => Beslutstyp) @IsEnum(Beslutstyp) beslutstyp!: keyof typeof Beslutstyp;
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'En justering från före nämndens start i Klubba.' })
export class LasInJusteringInput extends Justeringsfalt {
  @Field(() => [ID], { nullable: true, description: 'De som justerade, med ordföranden.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) justerare?: string[];
  @Field({ description: KALLA }) @IsText() kalla!: string;
}
@InputType({ description: 'Ett anslag från före nämndens start i Klubba.' })
export class LasInAnslagInput extends AnslaProtokollInput {
  @Field({ description: KALLA }) @IsText() kalla!: string;
}

export const inlasningInputs: CommandInputs = {
  LasInKallelse: { input: LasInKallelseInput, om: 'Läser in en kallelse från före nämndens start i Klubba.' },
  LasInPunkt: { input: LasInPunktInput, om: 'Läser in en punkt från före nämndens start i Klubba.' },
  LasInNarvaro: { input: LasInNarvaroInput, om: 'Läser in närvaro från före nämndens start i Klubba.' },
  LasInOvrigNarvaro: { input: LasInOvrigNarvaroInput, om: 'Läser in att någon som inte är vald till nämnden var med, före nämndens start i Klubba.' },
  LasInBeslut: { input: LasInBeslutInput, om: 'Läser in ett beslut från före nämndens start i Klubba, med numret ur serien.' },
  LasInJustering: { input: LasInJusteringInput, om: 'Läser in en justering från före nämndens start i Klubba.' },
  LasInAnslag: { input: LasInAnslagInput, om: 'Läser in ett anslag från före nämndens start i Klubba.' },
};
