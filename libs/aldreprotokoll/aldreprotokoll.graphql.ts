import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { sammaDiarienummer } from '@klubba/arende';
import { isRefusal, NUMBER, refuse, type Sealed, streamId, strictest, Surroundings } from '@klubba/kernel';
import {
  Allvar, AROUND, type CommandInputs, type Connection, connectionOf, type EdgeContext, IsDatum, IsText, ListArgs, Orsak, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection,
} from '@klubba/kernel/edge';
import { foreslaParagrafer } from './aldreprotokoll.forslag';
import { type AldreProtokoll as Doc, aldreprotokollet } from './aldreprotokoll.projection';

const PARAGRAFER_MAX = 1000;

@InputType({ description: 'En paragraf i ett äldre protokoll.' })
export class AldreParagrafInput {
  @Field(() => Int) @IsInt() @Min(1) @Max(9999) nummer!: number;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett diarienummer.' }) diarienummer?: string;
}
@InputType({ isAbstract: true })
abstract class ParagraflistaInput {
  @Field(() => Sekretessklass, { nullable: true, description: 'Utelämnat: som handlingen, eller som det stod.' }) @IsOptional() @IsEnum(Sekretessklass) klass?: Sekretessklass;
  @Field(() => [AldreParagrafInput]) @IsArray() @ArrayMaxSize(PARAGRAFER_MAX) @ValidateNested({ each: true }) @Type(() => AldreParagrafInput) paragrafer!: AldreParagrafInput[];
}
@InputType({ description: 'Ett protokoll från tiden före Klubba: PDF-filen, och listan över dess paragrafer.' })
export class RegistreraAldreProtokollInput extends ParagraflistaInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field({ description: 'Sammanträdets dag.' }) @IsDatum() datum!: string;
  @Field(() => ID, { description: 'Protokollet som handling i nämnden.' }) @IsUUID() handling!: string;
  @Field({ description: 'Varifrån protokollet kommer.' }) @IsText(RUBRIK_MAX) kalla!: string;
}
@InputType({ description: 'Listan som den skulle ha varit, hel.' })
export class RattaAldreProtokollInput extends ParagraflistaInput {
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Protokollet skulle inte ha registrerats så.' })
export class StrykAldreProtokollInput {
  @Field() @IsText() skal!: string;
}
export const aldreprotokollInputs: CommandInputs = {
  // One paper is the protocol of one day once.
  RegistreraAldreProtokoll: { input: RegistreraAldreProtokollInput, om: 'Registrerar ett protokoll från tiden före Klubba med en lista över dess paragrafer. Vad som beslutades står i protokollet.', skapar: (data) => {
    const { handling, datum } = data as RegistreraAldreProtokollInput;
    return streamId('aldreprotokoll', handling.toLowerCase(), datum);
  } },
  RattaAldreProtokoll: { input: RattaAldreProtokollInput, om: 'Rättar listan över ett äldre protokolls paragrafer.' },
  StrykAldreProtokoll: { input: StrykAldreProtokollInput, om: 'Stryker ett äldre protokoll som registrerats fel. Handlingen finns kvar.' },
};

@ObjectType({ description: 'En paragraf i ett äldre protokoll.' })
export class AldreParagraf {
  @Field(() => Int) nummer!: number;
  @SealedField() rubrik!: Sealed;
  @Field(() => String, { nullable: true }) diarienummer?: string;
}
@ObjectType({ description: 'Ett protokoll från tiden före Klubba. Vad som beslutades står i handlingen.' })
export class AldreProtokoll {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field({ description: 'Sammanträdets dag.' }) datum!: string;
  @Field(() => ID, { description: 'Protokollet som handling.' }) handling!: string;
  @SealedField({ description: 'Varifrån protokollet kommer.' }) kalla!: Sealed;
  @Field(() => [AldreParagraf]) paragrafer!: readonly AldreParagraf[];
}
const AldreProtokollConnection = connectionOf(AldreProtokoll, 'AldreProtokoll');

@ObjectType({ description: 'En paragraf som texten tycks ha.' })
export class ForeslagenParagraf {
  @Field(() => Int) nummer!: number;
  @Field() rubrik!: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @Field(() => Int, { description: 'Sidan i filen.' }) sida!: number;
}
@ObjectType({ description: 'Vad texten i ett protokoll tycks innehålla. Inget är registrerat.' })
export class Protokollforslag {
  @Field(() => String, { nullable: true, description: 'Sammanträdets dag.' }) datum?: string;
  @Field(() => [ForeslagenParagraf]) paragrafer!: readonly ForeslagenParagraf[];
  @Field(() => [Int], { description: 'Nummer mellan det första och det sista som inte hittades.' }) luckor!: readonly number[];
  @Field(() => [Orsak], { description: 'Varför filen inte kunde läsas.' }) hinder!: readonly Orsak[];
}

@ArgsType()
class AldreProtokollArgs extends ListArgs {
  @Field(() => ID) namnd!: string;
  @Field(() => Int, { nullable: true, description: 'Bara protokoll från det året.' }) @IsOptional() @IsInt() @Min(1800) @Max(2200) ar?: number | null;
  @Field(() => Int, { nullable: true, description: 'Bara protokoll med den paragrafen.' }) @IsOptional() @IsInt() nummer?: number | null;
  @Field(() => String, { nullable: true, description: 'Bara protokoll där ärendet med det numret finns.' }) @IsOptional() @Matches(NUMBER, { message: 'ska vara ett diarienummer.' }) diarienummer?: string | null;
}
@ArgsType()
class ForeslaArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => ID) @IsUUID() uppladdning!: string;
}

@Resolver(() => AldreProtokoll)
export class AldreProtokollResolver {
  constructor(@Inject(AROUND) private readonly around: Surroundings) {}

  @Query(() => AldreProtokollConnection, { description: 'Nämndens protokoll från tiden före Klubba, äldst först. Söks på år, paragraf och diarienummer.' })
  async aldreProtokoll(@Args() { namnd: given, ar, nummer, diarienummer, first, after, ...when }: AldreProtokollArgs, @Context() { reader, viewer }: EdgeContext): Promise<Connection<AldreProtokoll>> {
    const namnd = given.toLowerCase();
    const wanted = (paragrafer: Doc['paragrafer']): boolean =>
      (nummer === undefined || nummer === null || paragrafer.some((en) => en.nummer === nummer)) &&
      (diarienummer === undefined || diarienummer === null || paragrafer.some((en) => en.diarienummer !== undefined && sammaDiarienummer(en.diarienummer, diarienummer)));
    const page = await reader.page(aldreprotokollet, namnd, {
      first, after, ...(ar !== undefined && ar !== null && { prefix: `${ar}-` }),
      only: (doc, _, now) => !doc.struket && !now.struket && viewer.may(namnd, strictest(doc.klass, now.klass)) && wanted(doc.paragrafer),
    }, when);
    return toConnection(page, (_, doc, now) => {
      const scope = { namnd, klass: strictest(doc.klass, now.klass) } as const;
      return scoped(scope, { ...doc, klass: scope.klass, paragrafer: doc.paragrafer.map((en) => scoped(scope, en)) });
    });
  }

  @Query(() => Protokollforslag, { nullable: true, description: 'Läser texten i ett uppladdat protokoll (PDF) och föreslår dess dag och paragrafer. För den som får registrera det.' })
  async foreslaAldreProtokoll(@Args() { namnd: given, uppladdning }: ForeslaArgs, @Context() { files, viewer }: EdgeContext): Promise<Protokollforslag | null> {
    const namnd = given.toLowerCase();
    if (typeof viewer.roll(namnd, 'RegistreraAldreProtokoll') !== 'string') return null;
    const scope = { namnd, klass: 'arbetsmaterial' } as const;
    const uploaded = await files.uploaded(viewer, uppladdning);
    const pdf = uploaded?.upload.namnd === namnd ? await this.around.papers!.pdf(uploaded.content) : refuse('UPPLADDNINGEN_FINNS_INTE', 'Uppladdningen finns inte i nämnden, eller är någon annans.');
    if (isRefusal(pdf)) return scoped(scope, { paragrafer: [], luckor: [], hinder: pdf.hinder.map(({ kod, text }) => ({ kod, text, allvar: Allvar.STOPP })) });
    const { paragrafer, ...forslag } = foreslaParagrafer(pdf.pages);
    return scoped(scope, { ...forslag, paragrafer: paragrafer.map((en) => scoped(scope, en)), hinder: [] });
  }
}
