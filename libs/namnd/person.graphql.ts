import { Args, ArgsType, Context, Field, ID, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import type { Sealed } from '@klubba/kernel';
import { type CommandInputs, type EdgeContext, enumOf, IsText, RUBRIK_MAX, scoped, SealedField, WhenArgs } from '@klubba/kernel/edge';
import { personen } from './person.projection';

const Personslag = enumOf('Personslag', 'I vilken egenskap personen finns här.', 'fortroendevald', 'tjansteperson', 'annan');
const ID_MAX = 200;

@InputType({ description: 'En ny person.' })
export class RegistreraPersonInput {
  @Field() @IsText(RUBRIK_MAX) namn!: string;
  @Field(() => Personslag) @IsEnum(Personslag) slag!: keyof typeof Personslag;
  @Field(() => String, { nullable: true, description: 'Tjänstetitel.' }) @IsOptional() @IsText(RUBRIK_MAX) titel?: string;
  @Field(() => String, { nullable: true, description: 'Inloggningsnamn.' }) @IsOptional() @IsText(ID_MAX) inloggning?: string;
}
@InputType({ description: 'Det som ska stå i stället; utelämnat står kvar.' })
export class RattaPersonInput {
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) namn?: string;
  @Field(() => Personslag, { nullable: true }) @IsOptional() @IsEnum(Personslag) slag?: keyof typeof Personslag;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) titel?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(ID_MAX) inloggning?: string;
  @Field() @IsText() skal!: string;
}
export const personInputs: CommandInputs = {
  RegistreraPerson: { input: RegistreraPersonInput, om: 'Registrerar en förtroendevald, tjänsteperson eller annan.', skapar: true },
  RattaPerson: { input: RattaPersonInput, om: 'Rättar eller ändrar uppgifter om en person.' },
};

@ObjectType({ description: 'En person. Den som är förtroendevald är det öppet.' })
export class Person {
  @Field(() => ID) id!: string;
  @SealedField({ description: 'Namnet.' }) namn!: Sealed;
  @Field(() => Personslag, { description: 'I vilken egenskap personen finns här.' }) slag!: string;
  @SealedField({ description: 'Tjänstetitel.' }) titel?: Sealed;
  @SealedField({ description: 'Inloggningsnamn.' }) inloggning?: Sealed;
}

@ArgsType()
class PersonArgs extends WhenArgs {
  @Field(() => ID) id!: string;
}

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true, description: 'En person. Andra än förtroendevalda visas för den som har en roll i kommunen.' })
  async person(@Args() args: PersonArgs, @Context() { reader, viewer }: EdgeContext): Promise<Person | null> {
    const id = args.id.toLowerCase();
    const doc = await reader.doc(personen, id, args);
    const now = await reader.doc(personen, id);
    if (doc === undefined) return null;
    const klass = doc.slag === 'fortroendevald' && now?.slag === 'fortroendevald' ? 'oppen' : 'personuppgift';
    return viewer.may(null, klass) ? scoped({ namnd: null, klass }, doc) : null;
  }
}
