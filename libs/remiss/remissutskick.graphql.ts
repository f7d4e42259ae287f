import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import {
  AreTexts, type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection, WhenArgs,
} from '@klubba/kernel/edge';
import { type Remissutskick as Doc, remissutskicket } from './remissutskick.projection';

const Stallning = enumOf('Remissvarsstallning', 'Vad svaret går ut på.', 'tillstyrker', 'avstyrker', 'ingen_erinran', 'synpunkter', 'avstar');
const INSTANSER_MAX = 200;

@InputType({ description: 'En remiss som nämnden skickar.' })
export class SkickaRemissInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { description: 'Ärendet, i nämndens diarium.' }) @IsUUID() arende!: string;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field({ description: 'Vad svaret ska avse (FL 26 §).' }) @IsText() fragor!: string;
  @Field({ description: 'När svaret ska ha kommit (FL 26 §).' }) @IsDatum() svarstid!: string;
  @Field({ description: 'Dagen då den skickades.' }) @IsDatum() datum!: string;
  @Field(() => [String], { description: 'De som får den.' }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(INSTANSER_MAX) @AreTexts(RUBRIK_MAX) remissinstanser!: string[];
}
@InputType({ description: 'En till som får remissen.' })
export class LaggTillRemissinstansInput {
  @Field() @IsText(RUBRIK_MAX) namn!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Längre svarstid.' })
export class ForlangRemisstidInput {
  @Field(() => ID, { nullable: true, description: 'Utelämnat: för alla.' }) @IsOptional() @IsUUID() instans?: string;
  @Field() @IsDatum() till!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'En påminnelse.' })
export class PaminnRemissinstansInput {
  @Field(() => ID) @IsUUID() instans!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Ett svar, i tid eller för sent.' })
export class TaEmotRemissvarInput {
  @Field(() => ID) @IsUUID() instans!: string;
  @Field({ description: 'Dagen då det kom in.' }) @IsDatum() datum!: string;
  @Field(() => Stallning) @IsEnum(Stallning) stallning!: keyof typeof Stallning;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() sammanfattning?: string;
  @Field(() => ID, { nullable: true, description: 'Svaret som handling.' }) @IsOptional() @IsUUID() handling?: string;
}
@InputType({ description: 'Ett svar togs emot av misstag.' })
export class StrykRemissvarInput {
  @Field(() => ID) @IsUUID() instans!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Remissen avslutas.' })
export class AvslutaRemissutskickInput {
  @Field() @IsDatum() datum!: string;
}

export const remissutskickInputs: CommandInputs = {
  SkickaRemiss: { input: SkickaRemissInput, om: 'Antecknar att nämnden har skickat en remiss.', skapar: true },
  LaggTillRemissinstans: { input: LaggTillRemissinstansInput, om: 'Skickar remissen till en till.' },
  ForlangRemisstid: { input: ForlangRemisstidInput, om: 'Förlänger svarstiden, för en eller för alla.' },
  PaminnRemissinstans: { input: PaminnRemissinstansInput, om: 'Antecknar en påminnelse.' },
  TaEmotRemissvar: { input: TaEmotRemissvarInput, om: 'Tar emot ett svar.' },
  StrykRemissvar: { input: StrykRemissvarInput, om: 'Stryker ett svar som togs emot av misstag.' },
  AvslutaRemissutskick: { input: AvslutaRemissutskickInput, om: 'Avslutar remissen.' },
};

@ObjectType({ description: 'Svaret från en remissinstans.' })
export class Instanssvar {
  @Field() datum!: string;
  @Field(() => Stallning) stallning!: string;
  @SealedField() sammanfattning?: Sealed;
  @Field(() => ID, { nullable: true }) handling?: string;
  @Field(() => Int, { description: 'Dagar efter svarstiden; 0 i tid.' }) dagarSent!: number;
}
@ObjectType({ description: 'En som fick remissen.' })
export class Remissinstans {
  @Field(() => ID) instans!: string;
  @SealedField() namn?: Sealed;
  @Field() svarstid!: string;
  @Field(() => [String]) paminnelser!: readonly string[];
  @Field(() => Instanssvar, { nullable: true }) svar?: Instanssvar;
}
@ObjectType({ description: 'En remiss som nämnden har skickat.' })
export class Remissutskick {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID) arende!: string;
  @SealedField() rubrik?: Sealed;
  @SealedField() fragor?: Sealed;
  @Field() svarstid!: string;
  @Field() datum!: string;
  @Field(() => [Remissinstans]) instanser!: readonly Remissinstans[];
  @Field(() => String, { nullable: true }) avslutat?: string;
}
const RemissutskickConnection = connectionOf(Remissutskick, 'Remissutskick');

@ArgsType()
class UtskickArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
@ArgsType()
class UtskickenArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som pågår, efter svarstid.' }) @IsOptional() @IsBoolean() pagaende?: boolean;
}

@Resolver(() => Remissutskick)
export class RemissutskickResolver {
  @Query(() => Remissutskick, { nullable: true, description: 'En remiss som nämnden har skickat, med svaren.' })
  async remissutskick(@Args() { id, ...when }: UtskickArgs, @Context() context: EdgeContext): Promise<Remissutskick | null> {
    const doc = await context.reader.doc(remissutskicket, id.toLowerCase(), when);
    return doc === undefined ? null : view(doc, (await context.reader.doc(remissutskicket, doc.id)) ?? doc, context);
  }

  @Query(() => RemissutskickConnection, { description: 'Remisserna som nämnden har skickat.' })
  async remissutskicken(@Args() { namnd: given, pagaende, first, after, ...when }: UtskickenArgs, @Context() context: EdgeContext): Promise<Connection<Remissutskick>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(remissutskicket, namnd, {
      first, after, sort: pagaende === true ? 'svarstid' : 'datum', ...(!context.viewer.may(namnd, 'sekretess') && { only: { klass: { eq: 'oppen' } } }), where: pagaende === true ? { oppen: { eq: 1 } } : {},
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }
}

const view = (doc: Doc, now: Doc, { viewer }: EdgeContext): Remissutskick | null => {
  const klass = strictest(doc.klass, now.klass);
  if (!viewer.may(doc.namnd, klass)) return null;
  const scope = { namnd: doc.namnd, klass } as const;
  return scoped(scope, {
    ...doc, klass, instanser: doc.instanser.map(({ svar, ...en }) => scoped(scope, { ...en, ...(svar !== undefined && { svar: scoped(scope, svar) }) })),
  });
};
