import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { NUMBER, refuse, type Refusal, type Sealed } from '@klubba/kernel';
import { Allvar, type CommandInputs, type Completing, type EdgeContext, IsText, Orsak, scoped, SealedField, WhenArgs } from '@klubba/kernel/edge';
import { plusDagar } from '@klubba/lagrum';
import { Insatslag, Rapportmottagare, Rapportslag } from './ejverkstalld.graphql';
import { type Kvartal, kvartalsslut, type Mottagare, rapportfonster, rapportrader } from './ejverkstalld.grans';
import { type Insatsbeslut, insatsbeslutet } from './ejverkstalld.projection';
import { grupperade, RAPPORTRADER_MAX, type Radunderlag } from './ejverkstalldrapport.decider';
import { ejverkstalldrapporten, saknadeMottagare, type Sandning } from './ejverkstalldrapport.projection';
import { DagInput } from './kvalitet.register.graphql';

const NUMMER = { message: 'ska vara ett nummer på högst 40 tecken.' };
@InputType({ description: 'Kvartalets rapport lämnas till en av mottagarna. Raderna tas ur registret.' })
export class RapporteraEjVerkstalldaInput extends DagInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() @Min(2008) @Max(9998) ar!: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(4) kvartal!: number;
  @Field(() => Rapportmottagare) @IsEnum(Rapportmottagare) mottagare!: keyof typeof Rapportmottagare;
  @Field(() => String, { nullable: true, description: 'Kvittensens nummer, om den har kommit.' }) @IsOptional() @Matches(NUMBER, NUMMER) kvittens?: string;
  @Field(() => Int, { nullable: true, description: 'Så många rader som du såg; har de ändrats får du ett hinder.' }) @IsOptional() @IsInt() @Min(0) antal?: number;
  @Field(() => String, { nullable: true, description: 'Krävs när rapporten skickas igen.' }) @IsOptional() @IsText() rattelse?: string;
}
@InputType({ description: 'Mottagaren har kvitterat rapporten.' })
export class NoteraRapportkvittensInput extends DagInput {
  @Field(() => Int) @IsInt() @Min(1) @Max(4) kvartal!: number;
  @Field(() => Rapportmottagare) @IsEnum(Rapportmottagare) mottagare!: keyof typeof Rapportmottagare;
  @Field() @Matches(NUMBER, NUMMER) kvittens!: string;
}

type Utvalt = { readonly doc: Insatsbeslut; readonly rad: ReturnType<typeof rapportrader>[number] };
const PAGE = 200;
/**
 * What the register has to say of a quarter: only those that are watched and past their limit are read, in the order of their limits,
 * and those that the quarter's reports already told of, so that what was sent can be reckoned again.
 */
const radernaFor = async ({ reader }: EdgeContext, namnd: string, mottagare: Mottagare, kvartal: Kvartal, when = {}): Promise<readonly Utvalt[]> => {
  const rader: Utvalt[] = [];
  const sedda = new Set<string>();
  for (let after: string | undefined; ;) {
    const page = await reader.register(insatsbeslutet, namnd, { first: PAGE, after, sort: 'rapportgrans', where: { bevakas: { eq: 1 }, rapportgrans: { to: plusDagar(kvartalsslut(kvartal), -1) } } }, when);
    for (const { id, doc } of page.rows) {
      sedda.add(id);
      rader.push(...rapportrader(doc, mottagare, kvartal).map((rad) => ({ doc, rad })));
    }
    after = page.rows.at(-1)?.cursor;
    if (!page.more || after === undefined || rader.length > RAPPORTRADER_MAX) break;
  }
  const skickade = (await reader.doc(ejverkstalldrapporten, `${namnd}-${kvartal.ar}`, when))?.sandningar.filter((en) => en.kvartal === kvartal.kvartal) ?? [];
  for (const id of new Set(skickade.flatMap((en) => en.rader.map(({ beslut }) => beslut)))) {
    const doc = sedda.has(id) ? undefined : await reader.doc(insatsbeslutet, id, when);
    if (doc !== undefined) rader.push(...rapportrader(doc, mottagare, kvartal).map((rad) => ({ doc, rad })));
  }
  return rader;
};
const underlaget = (rader: readonly Utvalt[]): readonly Radunderlag[] =>
  rader.map(({ doc: { id, lag, insats, vistelsekommun }, rad }) => ({ ...rad, beslut: id, lag, insats, ...(vistelsekommun !== undefined && { vistelsekommun }) }));
const complete = async (data: object, { context }: Completing): Promise<object | Refusal> => {
  const { namnd: given, ar, kvartal, mottagare, ...rest } = data as RapporteraEjVerkstalldaInput;
  const namnd = given.toLowerCase();
  const roll = context.viewer.roll(namnd, 'RapporteraEjVerkstallda');
  if (typeof roll !== 'string') return roll;
  if (!context.viewer.may(namnd, 'sekretess')) return refuse('BEHORIGHET_SAKNAS', 'Rapporten bygger på sekretessbelagda uppgifter som du inte får läsa.');
  return { ...rest, namnd, ar, kvartal, mottagare, underlag: underlaget(await radernaFor(context, namnd, mottagare, { ar, kvartal })) };
};
export const ejverkstalldrapportInputs: CommandInputs = {
  RapporteraEjVerkstallda: {
    input: RapporteraEjVerkstalldaInput, om: 'Antecknar att kvartalets rapport om ej verkställda beslut har lämnats till IVO, revisorerna eller fullmäktige.', complete,
    skapar: (data) => `${(data as RapporteraEjVerkstalldaInput).namnd.toLowerCase()}-${(data as RapporteraEjVerkstalldaInput).ar}`,
  },
  NoteraRapportkvittens: { input: NoteraRapportkvittensInput, om: 'Antecknar mottagarens kvittens.' },
};

@ObjectType({ description: 'Vad rapporten säger om ett beslut.' })
export class Kvartalsrad {
  @Field(() => ID) beslut!: string;
  @Field(() => String, { nullable: true }) beteckning?: string;
  @Field(() => Insatslag) lag!: string;
  @Field() insats!: string;
  @Field() beslutsdatum!: string;
  @Field({ description: 'Beslutet eller avbrottet som väntan räknas från.' }) fran!: string;
  @Field(() => Rapportslag) slag!: string;
  @Field(() => String, { nullable: true, description: 'När det verkställdes, återupptogs eller upphörde.' }) till?: string;
  @Field(() => Int, { description: 'Dagar från beslutet eller avbrottet.' }) dagar!: number;
  @SealedField({ description: 'Varför.' }) orsak?: Sealed;
}
@ObjectType({ description: 'Antal rader av ett slag: vad fullmäktige får.' })
export class Kvartalsgrupp {
  @Field(() => Insatslag) lag!: string;
  @Field() insats!: string;
  @Field(() => Rapportslag) slag!: string;
  @Field(() => Int) antal!: number;
  @Field(() => Int, { description: 'Dagar som har gått, sammanlagt.' }) dagar!: number;
}
@ObjectType({ description: 'En rapport som har lämnats.' })
export class Rapportsandning {
  @Field(() => Int) kvartal!: number;
  @Field(() => Rapportmottagare) mottagare!: string;
  @Field() datum!: string;
  @Field(() => Int, { description: 'Rader i rapporten, eller beslut som siffrorna räknar.' }) antal!: number;
  @Field(() => [Kvartalsgrupp]) grupper!: readonly Kvartalsgrupp[];
  @Field(() => String, { nullable: true }) kvittens?: string;
  @Field(() => String, { nullable: true, description: 'När kvittensen kom.' }) kvitterat?: string;
  @SealedField({ description: 'Varför den skickades igen.' }) rattelse?: Sealed;
}
@ObjectType({ description: 'Vad som ska rapporteras för ett kvartal, och vad som har rapporterats.' })
export class Kvartalsrapport {
  @Field(() => Int) ar!: number;
  @Field(() => Int) kvartal!: number;
  @Field({ description: 'Första dag att lämna den till IVO, efter IVO:s perioder.' }) franOchMed!: string;
  @Field() tillOchMed!: string;
  @Field(() => [Kvartalsrad], { description: 'Inga för fullmäktige.' }) rader!: readonly Kvartalsrad[];
  @Field(() => [Kvartalsgrupp]) grupper!: readonly Kvartalsgrupp[];
  @Field(() => [Rapportsandning]) sandningar!: readonly Rapportsandning[];
  @Field(() => [Orsak], { description: 'Mottagare som inte har fått sin rapport fast en annan har fått den.' }) varningar!: readonly Orsak[];
}
@ArgsType()
class KvartalsrapportArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() @Min(2008) @Max(9998) ar!: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(4) kvartal!: number;
  @Field(() => Rapportmottagare) @IsEnum(Rapportmottagare) mottagare!: keyof typeof Rapportmottagare;
}

@Resolver(() => Kvartalsrapport)
export class EjverkstalldrapportResolver {
  @Query(() => Kvartalsrapport, { nullable: true, description: 'Vad som ska rapporteras om ej verkställda beslut för ett kvartal. För den som får läsa sekretess.' })
  async kvartalsrapport(@Args() { namnd: given, ar, kvartal, mottagare, ...when }: KvartalsrapportArgs, @Context() context: EdgeContext): Promise<Kvartalsrapport | null> {
    const namnd = given.toLowerCase();
    if (!context.viewer.may(namnd, 'sekretess')) return null;
    const scope = { namnd, klass: 'sekretess' } as const;
    const rader = await radernaFor(context, namnd, mottagare, { ar, kvartal }, when);
    const sandningar = ((await context.reader.doc(ejverkstalldrapporten, `${namnd}-${ar}`, when))?.sandningar ?? []).filter((en) => en.kvartal === kvartal);
    const { fran, till } = rapportfonster({ ar, kvartal });
    return scoped(scope, {
      ar, kvartal, franOchMed: fran, tillOchMed: till, grupper: grupperade(underlaget(rader)).map((en) => scoped(scope, en)), sandningar: sandningar.map((en) => sandningen(en, scope)),
      rader: mottagare === 'fullmaktige' ? [] : rader.map(({ doc: { id, beteckning, lag, insats, beslutsdatum, orsak }, rad }) => scoped(scope, { beslut: id, ...(beteckning !== undefined && { beteckning }), lag, insats, beslutsdatum, ...rad, ...(orsak !== undefined && { orsak }) })),
      varningar: saknadeMottagare(sandningar, kvartal).map(({ kod, text }) => ({ kod, text, allvar: Allvar.VARNING })),
    });
  }
}
const sandningen = ({ rader: _, ...en }: Sandning, scope: { readonly namnd: string; readonly klass: 'sekretess' }): Rapportsandning => scoped(scope, { ...en, grupper: en.grupper.map((grupp) => scoped(scope, grupp)) });
