import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { type Sealed } from '@klubba/kernel';
import { type CommandInputs, type EdgeContext, IsDatum, type Scope, scoped, SealedField, type When } from '@klubba/kernel/edge';
import type { Namnd } from './namnd.projection';
import { personen } from './person.projection';

@InputType({ description: 'Personalföreträdarna från en dag, till dess en ny lista gäller. Ingen: från den dagen finns inga.' })
export class SattPersonalforetradareInput {
  @Field({ description: 'Första dagen.' }) @IsDatum() fran!: string;
  @Field(() => [ID], { description: 'De ordinarie. Deras ersättare kallas bara när de tjänstgör och antecknas inte här.' }) @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) personer!: string[];
}
export const personalInputs: CommandInputs = {
  SattPersonalforetradare: { input: SattPersonalforetradareInput, om: 'Bestämmer vilka som är personalföreträdare i nämnden (KL 7 kap. 10 §).' },
};

@ObjectType({ description: 'En som företräder personalen.' })
export class Personalforetradare {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
}
@ObjectType({ description: 'Personalföreträdarna från en dag, till dess nästa lista gäller.' })
export class Personallista {
  @Field({ description: 'Första dagen.' }) fran!: string;
  @Field(() => [Personalforetradare]) personer!: readonly Personalforetradare[];
}

/** With their names, for those inside: that somebody represents a union is not for everybody. */
export const personallistorna = async ({ personalforetradare = [] }: Namnd, scope: Scope, when: When, { reader }: EdgeContext): Promise<readonly Personallista[]> =>
  Promise.all(personalforetradare.map(async ({ fran, personer }) => scoped(scope, {
    fran, personer: await Promise.all(personer.map(async (person) => {
      const namn = (await reader.doc(personen, person, when))?.namn;
      return scoped(scope, { person, ...(namn !== undefined && { namn }) });
    })),
  })));
