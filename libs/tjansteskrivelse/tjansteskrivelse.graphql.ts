import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Min, ValidateNested } from 'class-validator';
import { arendet } from '@klubba/arende';
import { type Sealed, strictest } from '@klubba/kernel';
import { AreTexts, type CommandInputs, type EdgeContext, enumOf, IsDatum, IsText, RUBRIK_MAX, scoped, SealedField, Sekretessklass, WhenArgs } from '@klubba/kernel/edge';
import { personen } from '@klubba/namnd';
import { type Innehall, innehallet, tjansteskrivelsen, type Tjansteskrivelse as Doc } from './tjansteskrivelse.projection';

const Skrivelsestatus = enumOf('Skrivelsestatus', 'Utkast, färdigställd eller återkallad.', 'utkast', 'fardigstalld', 'aterkallad');
const POSTER_MAX = 200;

@InputType({ description: 'En av ärendets handlingar.' })
export class HandlingInput {
  @Field() @IsText(RUBRIK_MAX) namn!: string;
  @Field(() => String, { nullable: true, description: 'Handlingens datum.' }) @IsOptional() @IsDatum() datum?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för det handlingen berättar om; handlingen kan inte vara äldre.' }) @IsOptional() @IsDatum() handelsedatum?: string;
}
@InputType({ isAbstract: true })
abstract class InnehallInput {
  @Field(() => Sekretessklass, { nullable: true, description: 'Utelämnad: som ärendet. Den blir aldrig öppnare än ärendet.' }) @IsOptional() @IsEnum(Sekretessklass) klass?: Sekretessklass;
  @Field(() => String, { nullable: true, description: 'Diarienumret som det står på skrivelsen.' }) @IsOptional() @IsText(40) beteckning?: string;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText(RUBRIK_MAX) forvaltning?: string;
  @Field({ description: 'Dagen som står på skrivelsen.' }) @IsDatum() datum!: string;
  @Field(() => ID) @IsUUID() handlaggare!: string;
  @Field(() => [String]) @IsArray() @ArrayMaxSize(POSTER_MAX) @AreTexts(RUBRIK_MAX) mottagare!: string[];
  @Field(() => [String], { description: 'Förslag till beslut; numreras i ordning.' }) @IsArray() @ArrayMaxSize(POSTER_MAX) @AreTexts(undefined, { tom: true }) forslag!: string[];
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() sammanfattning?: string;
  @Field() @IsText(undefined, { tom: true }) arendebeskrivning!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() bedomning?: string;
  @Field(() => [HandlingInput], { description: 'Ärendets handlingar.' }) @IsArray() @ArrayMaxSize(POSTER_MAX) @ValidateNested({ each: true }) @Type(() => HandlingInput) handlingar!: HandlingInput[];
  @Field(() => [String], { description: 'Beslutet skickas till.' }) @IsArray() @ArrayMaxSize(POSTER_MAX) @AreTexts(RUBRIK_MAX) skickasTill!: string[];
}
@InputType({ description: 'En ny tjänsteskrivelse.' })
export class SkrivTjansteskrivelseInput extends InnehallInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() arende!: string;
}
@InputType({ description: 'Tjänsteskrivelsen i en ny version, hel.' })
export class AndraTjansteskrivelseInput extends InnehallInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Tjänsteskrivelsen är klar.' })
export class FardigstallTjansteskrivelseInput {
  @Field({ description: 'Dagen då den blev klar.' }) @IsDatum() datum!: string;
}
@InputType({ description: 'Tjänsteskrivelsen gäller inte längre.' })
export class AterkallaTjansteskrivelseInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
export const tjansteskrivelseInputs: CommandInputs = {
  SkrivTjansteskrivelse: { input: SkrivTjansteskrivelseInput, om: 'Skriver ett utkast till tjänsteskrivelse i ett ärende.', skapar: true },
  AndraTjansteskrivelse: { input: AndraTjansteskrivelseInput, om: 'Skriver en ny version. Den är ett utkast tills den färdigställs.' },
  FardigstallTjansteskrivelse: { input: FardigstallTjansteskrivelseInput, om: 'Färdigställer tjänsteskrivelsen.' },
  AterkallaTjansteskrivelse: { input: AterkallaTjansteskrivelseInput, om: 'Återkallar tjänsteskrivelsen.' },
};

@ObjectType({ description: 'En punkt i förslaget till beslut.' })
export class Beslutsforslag {
  @Field(() => Int) nr!: number;
  @SealedField() text!: Sealed;
}
@ObjectType({ description: 'En av ärendets handlingar.' })
export class Arendehandling {
  @SealedField({ description: 'Handlingens namn.' }) namn!: Sealed;
  @Field(() => String, { nullable: true, description: 'Handlingens datum.' }) datum?: string;
  @Field(() => String, { nullable: true, description: 'Dagen för det handlingen berättar om.' }) handelsedatum?: string;
}
@ObjectType({ description: 'En version av tjänsteskrivelsen. Ett tidigare utkast läses med vid: { tidpunkt }.' })
export class Skrivelseversion {
  @Field(() => Int) version!: number;
  @Field({ description: 'När versionen skrevs, UTC.' }) at!: string;
  @Field({ description: 'Vem som skrev den.' }) by!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då versionen färdigställdes.' }) fardigstalld?: string;
}
@ObjectType({ description: 'En tjänsteskrivelse. Arbetsmaterial tills ärendet är slutbehandlat (TF 2 kap. 10 §).' })
export class Tjansteskrivelse {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => ID) arende!: string;
  @Field(() => Sekretessklass, { description: 'Om den är öppen eller omfattas av sekretess.' }) klass!: Sekretessklass;
  @Field(() => Skrivelsestatus, { description: 'Utkast, färdigställd eller återkallad.' }) status!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: 'Dagen då versionen färdigställdes.' }) fardigstalld?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då den återkallades.' }) aterkallad?: string;
  @Field(() => String, { nullable: true, description: 'Diarienumret som det står på skrivelsen.' }) beteckning?: string;
  @SealedField() rubrik!: Sealed;
  @SealedField({ description: 'Förvaltning eller enhet.' }) forvaltning?: Sealed;
  @Field({ description: 'Dagen som står på skrivelsen.' }) datum!: string;
  @Field(() => ID) handlaggare!: string;
  @SealedField({ description: 'Handläggarens namn.' }) handlaggarensNamn?: Sealed;
  @SealedField({ list: true }) mottagare!: readonly Sealed[];
  @Field(() => [Beslutsforslag], { description: 'Förslag till beslut.' }) forslag!: readonly Beslutsforslag[];
  @SealedField() sammanfattning?: Sealed;
  @SealedField({ description: 'Ärendebeskrivning.' }) arendebeskrivning!: Sealed;
  @SealedField({ description: 'Bedömning.' }) bedomning?: Sealed;
  @Field(() => [Arendehandling], { description: 'Ärendets handlingar.' }) handlingar!: readonly Arendehandling[];
  @SealedField({ list: true, description: 'Beslutet skickas till.' }) skickasTill!: readonly Sealed[];
  @Field(() => [Skrivelseversion], { description: 'Alla versioner, äldst först.' }) versioner!: readonly Skrivelseversion[];
}

@ArgsType()
class TjansteskrivelseArgs extends WhenArgs {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true, description: 'En tidigare version, som den färdigställdes.' }) @IsOptional() @IsInt() @Min(1) version?: number;
}

@Resolver(() => Tjansteskrivelse)
export class TjansteskrivelseResolver {
  @Query(() => Tjansteskrivelse, { nullable: true, description: 'En tjänsteskrivelse.' })
  async tjansteskrivelse(@Args() { version, ...args }: TjansteskrivelseArgs, @Context() { reader, viewer }: EdgeContext): Promise<Tjansteskrivelse | null> {
    const id = args.id.toLowerCase();
    const doc = await reader.doc(tjansteskrivelsen, id, args);
    if (doc === undefined) return null;
    const { namnd, arende } = doc;
    const now = (await reader.doc(tjansteskrivelsen, id)) ?? doc;
    const [matter, matterNow] = [await reader.doc(arendet, arende, args), await reader.doc(arendet, arende)];

    // The public sees what was finished, once its matter has been dealt with; drafts and what was called back, never (I6).
    const own = strictest(doc.klass, now.klass, matter?.klass, matterNow?.klass);
    const insider = viewer.may(namnd, strictest('arbetsmaterial', own));
    const released = matter?.slutbehandlat !== undefined && doc.status !== 'aterkallad' && now.status !== 'aterkallad' && viewer.may(namnd, own);
    if (!insider && !released) return null;
    const shown = insider ? contentOf(doc, version ?? doc.version) : finishedOf(doc, version);
    if (shown === undefined) return null;

    const scope = { namnd, klass: insider ? strictest('arbetsmaterial', own) : own, when: args };
    const handlaggarensNamn = (await reader.doc(personen, shown.handlaggare, args))?.namn;
    const current = shown.version === doc.version;
    const fardigstalld = doc.versioner.find((one) => one.version === shown.version)?.fardigstalld;
    return scoped(scope, {
      id, namnd, arende, ...shown, klass: own, status: current ? doc.status : 'fardigstalld',
      ...(fardigstalld !== undefined && { fardigstalld }), ...(doc.aterkallad !== undefined && { aterkallad: doc.aterkallad }), ...(handlaggarensNamn !== undefined && { handlaggarensNamn }),
      forslag: shown.forslag.map(({ nr, text }) => scoped(scope, { nr, text })), handlingar: shown.handlingar.map((handling) => scoped(scope, handling)),
      versioner: insider ? doc.versioner.map(({ innehall: _, ...one }) => one) : [],
    });
  }
}

/** What a version says: the current one, or a finished one that was superseded. */
const contentOf = (doc: Doc, version: number): Innehall | undefined => (version === doc.version ? innehallet(doc) : doc.versioner.find((one) => one.version === version)?.innehall);
/** The finished version asked for, or the latest of them. */
const finishedOf = (doc: Doc, version: number | undefined): Innehall | undefined => {
  const wanted = doc.versioner.findLast((one) => one.fardigstalld !== undefined && (version === undefined || version === null || one.version === version));
  return wanted === undefined ? undefined : contentOf(doc, wanted.version);
};
