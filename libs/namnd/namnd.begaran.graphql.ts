import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import { type Sealed } from '@klubba/kernel';
import { type CommandInputs, type EdgeContext, IsDatum, IsText, type Scope, scoped, SealedField, type When } from '@klubba/kernel/edge';
import { masteHallas } from '@klubba/lagrum';
import { begaranLage, type Namnd } from './namnd.projection';
import { personen } from './person.projection';

const PERSONER_MAX = 500;

@InputType({ description: 'En begäran om sammanträde, eller fler som ansluter sig till en.' })
export class BegarSammantradeInput {
  @Field(() => [ID], { description: 'De som begär det.' }) @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) av!: string[];
  @Field({ description: 'Dagen då de begärde det.' }) @IsDatum() datum!: string;
  @Field(() => String, { nullable: true, description: 'Varför.' }) @IsOptional() @IsText() skal?: string;
  @Field(() => ID, { nullable: true, description: 'Begäran som de ansluter sig till.' }) @IsOptional() @IsUUID() begaran?: string;
}
@InputType({ description: 'Några står inte längre bakom begäran.' })
export class AterkallaBegaranInput {
  @Field(() => ID) @IsUUID() begaran!: string;
  @Field(() => [ID]) @IsArray() @ArrayMaxSize(PERSONER_MAX) @IsUUID(undefined, { each: true }) av!: string[];
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Begäran avslås: inget sammanträde hålls.' })
export class AvslaBegaranInput {
  @Field(() => ID) @IsUUID() begaran!: string;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
export const begaranInputs: CommandInputs = {
  BegarSammantrade: { input: BegarSammantradeInput, om: 'Antecknar att några begär ett sammanträde (KL 6 kap. 23 §).' },
  AterkallaBegaran: { input: AterkallaBegaranInput, om: 'Antecknar att några tar tillbaka sin begäran.' },
  AvslaBegaran: { input: AvslaBegaranInput, om: 'Avslår en begäran om sammanträde. En tredjedels kan inte avslås.' },
};

@ObjectType({ description: 'En som begär ett sammanträde.' })
export class Begarande {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
}
@ObjectType({ description: 'En begäran om sammanträde.' })
export class SammantradeBegaran {
  @Field(() => ID) id!: string;
  @Field({ description: 'Dagen då den kom.' }) datum!: string;
  @Field(() => [Begarande], { description: 'De som står bakom den.' }) av!: readonly Begarande[];
  @Field(() => Int, { description: 'Hur många av dem som är ledamöter: en ersättare räknas inte.' }) ledamoter!: number;
  @Field({ description: 'Sammanträdet måste hållas: minst en tredjedel, eller ordföranden, begär det.' }) masteHallas!: boolean;
  @SealedField({ description: 'Varför de begär det.' }) skal?: Sealed;
  @Field(() => String, { nullable: true, description: 'Dagen då den avslogs.' }) avslagen?: string;
  @Field(() => ID, { nullable: true, description: 'Sammanträdet som den ledde till.' }) sammantrade?: string;
}

export const begarandena = async (doc: Namnd, scope: Scope, when: When, { reader }: EdgeContext): Promise<readonly SammantradeBegaran[]> =>
  Promise.all((doc.begaranden ?? []).map(async (en) => {
    const lage = begaranLage(en, doc);
    const av = await Promise.all(en.av.map(async (person) => {
      const namn = (await reader.doc(personen, person, when))?.namn;
      return scoped(scope, { person, ...(namn !== undefined && { namn }) });
    }));
    return scoped(scope, { ...en, av, ledamoter: en.av.filter((person) => lage.ledamoter.includes(person)).length, masteHallas: masteHallas(lage) });
  }));
