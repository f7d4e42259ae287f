import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import {
  AreTexts, type CommandInputs, type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, IsText, ListArgs, RUBRIK_MAX, scoped, SealedField, Sekretessklass, toConnection, WhenArgs,
} from '@klubba/kernel/edge';
import { REMISSINSTANSER, REMISSLAG, SANDSATT, SVARSTIDER, SVARSVAGAR, YTTRANDE_TILL } from './remiss.events';
import { dagarSent, enSvarstid, type Remiss as Doc, remissen, REMISSTATUS, svarstidFor } from './remiss.projection';

const Remisslag = enumOf('Remisslag', 'En remiss, eller en granskningsrapport från revisorerna som besvaras som en.', ...REMISSLAG);
const YttrandeTill = enumOf('YttrandeTill', 'Vem svaret går till.', ...YTTRANDE_TILL);
const SvarandeInstans = enumOf('SvarandeInstans', 'Vem som svarar.', ...REMISSINSTANSER);
const SvarstidAv = enumOf('SvarstidAv', 'Avsändarens svarstid, eller kommunens egen.', ...SVARSTIDER);
const Svarsvag = enumOf('Svarsvag', 'Vad som görs när svarstiden går ut före sammanträdet.', ...SVARSVAGAR);
const Sandsatt = enumOf('Sandsatt', 'Hur svaret skickades.', ...SANDSATT);
const Beslutare = enumOf('Remissbeslutare', 'Vem som beslutade svaret utan nämnden.', 'delegat', 'ordforande');
const Remisstatus = enumOf('Remisstatus', 'Hur långt svaret har kommit. Ett preliminärt svar är skickat under förutsättning av nämndens beslut.', ...REMISSTATUS);

const NUMMER_MAX = 40;
const MOTTAGARE_MAX = 100;

@InputType({ description: 'En remiss som kom in.' })
export class TaEmotRemissInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Sekretessklass) @IsEnum(Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID, { description: 'Ärendet, i nämndens diarium.' }) @IsUUID() arende!: string;
  @Field(() => Remisslag) @IsEnum(Remisslag) slag!: keyof typeof Remisslag;
  @Field() @IsText(RUBRIK_MAX) rubrik!: string;
  @Field() @IsText(RUBRIK_MAX) avsandare!: string;
  @Field(() => String, { nullable: true, description: 'Avsändarens diarienummer.' }) @IsOptional() @IsText(NUMMER_MAX) derasNummer?: string;
  @Field({ description: 'Dagen då den kom in.' }) @IsDatum() inkom!: string;
  @Field(() => String, { nullable: true, description: 'När avsändaren vill ha svaret.' }) @IsOptional() @IsDatum() svarstidAvsandare?: string;
  @Field(() => String, { nullable: true, description: 'Kommunens egen tid.' }) @IsOptional() @IsDatum() svarstidIntern?: string;
  @Field(() => String, { nullable: true, description: 'Vad svaret ska avse.' }) @IsOptional() @IsText() fragor?: string;
  @Field(() => YttrandeTill) @IsEnum(YttrandeTill) yttrandeTill!: keyof typeof YttrandeTill;
}
@InputType({ description: 'Vem som skriver svaret, och vem som beslutar det.' })
export class TilldelaRemissInput {
  @Field(() => ID) @IsUUID() handlaggare!: string;
  @Field(() => SvarandeInstans) @IsEnum(SvarandeInstans) instans!: keyof typeof SvarandeInstans;
}
@InputType({ description: 'Vad som görs när svarstiden går ut före sammanträdet.' })
export class ValjSvarsvagInput {
  @Field(() => Svarsvag) @IsEnum(Svarsvag) vag!: keyof typeof Svarsvag;
  @Field(() => String, { nullable: true }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Anstånd begärs.' })
export class BegarAnstandInput {
  @Field(() => SvarstidAv) @IsEnum(SvarstidAv) svarstid!: keyof typeof SvarstidAv;
  @Field({ description: 'Den dag som det begärs till.' }) @IsDatum() till!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Svaret på en begäran om anstånd.' })
export class NoteraAnstandInput {
  @Field(() => SvarstidAv) @IsEnum(SvarstidAv) svarstid!: keyof typeof SvarstidAv;
  @Field() @IsDatum() datum!: string;
  @Field() @IsBoolean() beviljat!: boolean;
  @Field(() => String, { nullable: true, description: 'Utelämnat: den dag som begärdes.' }) @IsOptional() @IsDatum() till?: string;
}
@InputType({ description: 'En ny version av svaret. Alla versioner finns kvar.' })
export class SkrivRemissvarInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() text!: string;
  @Field(() => String, { nullable: true, description: 'Krävs när svaret är beslutat.' }) @IsOptional() @IsText() skal?: string;
}
@InputType({ description: 'Svaret beslutas utan nämnden.' })
export class BeslutaRemissvarInput {
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @IsDatum() datum!: string;
  @Field(() => Beslutare) @IsEnum(Beslutare) av!: keyof typeof Beslutare;
  @Field(() => ID, { nullable: true, description: 'Beslutet i delegationsregistret.' }) @IsOptional() @IsUUID() delegationsbeslut?: string;
}
@InputType({ description: 'Svaret skickas.' })
export class ExpedieraRemissvarInput {
  @Field(() => Int) @IsInt() @Min(1) version!: number;
  @Field() @IsDatum() datum!: string;
  @Field(() => Sandsatt) @IsEnum(Sandsatt) satt!: keyof typeof Sandsatt;
  @Field(() => [String]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOTTAGARE_MAX) @AreTexts(RUBRIK_MAX) mottagare!: string[];
  @Field(() => Boolean, { nullable: true, description: 'Förvaltningens förslag, under förutsättning av nämndens beslut.' }) @IsOptional() @IsBoolean() preliminart?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Reservationerna skickas med.' }) @IsOptional() @IsBoolean() medReservationer?: boolean;
  @Field(() => String, { nullable: true, description: 'Vad som avviker från det preliminära svaret.' }) @IsOptional() @IsText() avviker?: string;
}
@InputType({ description: 'Nämnden avstår från att yttra sig, och säger det till avsändaren.' })
export class AvstaFranYttrandeInput {
  @Field({ description: 'Dagen då avsändaren fick veta det.' }) @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Remissen ska besvaras ändå.' })
export class AterupptaRemissInput {
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'Remissen registrerades av misstag.' })
export class StrykRemissInput {
  @Field() @IsText() skal!: string;
}

export const remissInputs: CommandInputs = {
  TaEmotRemiss: { input: TaEmotRemissInput, om: 'Tar emot en remiss eller en granskningsrapport.', skapar: true },
  TilldelaRemiss: { input: TilldelaRemissInput, om: 'Tilldelar remissen en handläggare och säger vem som beslutar svaret.' },
  ValjSvarsvag: { input: ValjSvarsvagInput, om: 'Väljer vad som görs när svarstiden går ut före sammanträdet.' },
  BegarAnstand: { input: BegarAnstandInput, om: 'Antecknar att anstånd har begärts.' },
  NoteraAnstand: { input: NoteraAnstandInput, om: 'Antecknar svaret på en begäran om anstånd.' },
  SkrivRemissvar: { input: SkrivRemissvarInput, om: 'Skriver en ny version av svaret.' },
  BeslutaRemissvar: { input: BeslutaRemissvarInput, om: 'Antecknar att svaret beslutades av en delegat eller av ordföranden.' },
  ExpedieraRemissvar: { input: ExpedieraRemissvarInput, om: 'Antecknar att svaret har skickats.' },
  AvstaFranYttrande: { input: AvstaFranYttrandeInput, om: 'Antecknar att nämnden avstår från att yttra sig.' },
  AterupptaRemiss: { input: AterupptaRemissInput, om: 'Återupptar en remiss som nämnden hade avstått från.' },
  StrykRemiss: { input: StrykRemissInput, om: 'Stryker en remiss som registrerades av misstag.' },
};

@ObjectType({ description: 'Anstånd som har begärts eller getts.' })
export class Anstand {
  @Field(() => SvarstidAv) svarstid!: string;
  @Field() begart!: string;
  @Field() till!: string;
  @Field(() => String, { nullable: true }) besvarat?: string;
  @Field(() => Boolean, { nullable: true }) beviljat?: boolean;
}
@ObjectType({ description: 'En version av svaret. Utåt bara de som har skickats.' })
export class Remissvar {
  @Field(() => Int) version!: number;
  @Field() datum!: string;
  @SealedField() text?: Sealed;
}
@ObjectType({ description: 'Svaret som det skickades.' })
export class Remissexpediering {
  @Field(() => Int) version!: number;
  @Field() datum!: string;
  @Field(() => Sandsatt) satt!: string;
  @SealedField({ list: true }) mottagare?: readonly Sealed[];
  @Field({ description: 'Under förutsättning av nämndens beslut; inte nämndens yttrande.' }) preliminart!: boolean;
  @Field(() => Int, { description: 'Reservationer som skickades med.' }) reservationer!: number;
  @SealedField({ description: 'Vad som avvek från det preliminära svaret.' }) avviker?: Sealed;
}
@ObjectType({ description: 'En paragraf om remissen.' })
export class Remissbehandling {
  @Field(() => ID) sammantrade!: string;
  @Field(() => ID, { description: 'Punkten, och paragrafens id.' }) punkt!: string;
  @Field() datum!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field() beslutstyp!: string;
  @Field({ description: 'Svaret beslutades; annars sköts det upp.' }) avgjord!: boolean;
}
@ObjectType({ description: 'En remiss från ankomst till svar.' })
export class Remiss {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => ID) arende!: string;
  @Field(() => Remisslag) slag!: string;
  @SealedField() rubrik?: Sealed;
  @SealedField() avsandare?: Sealed;
  @Field(() => String, { nullable: true }) derasNummer?: string;
  @Field() inkom!: string;
  @Field(() => String, { nullable: true }) svarstidAvsandare?: string;
  @Field(() => String, { nullable: true }) svarstidIntern?: string;
  @Field(() => String, { nullable: true, description: 'Den tidigaste av dem, med beviljat anstånd.' }) svarstid?: string;
  @SealedField({ description: 'Vad svaret ska avse.' }) fragor?: Sealed;
  @Field(() => YttrandeTill) yttrandeTill!: string;
  @Field(() => Remisstatus) status!: string;
  @Field(() => ID, { nullable: true }) handlaggare?: string;
  @Field(() => SvarandeInstans, { nullable: true }) instans?: string;
  @Field(() => Svarsvag, { nullable: true, description: 'Vald väg när svarstiden går ut före sammanträdet.' }) svarsvag?: string;
  @Field(() => [Anstand]) anstand!: readonly Anstand[];
  @Field(() => [Remissvar]) versioner!: readonly Remissvar[];
  @Field(() => ID, { nullable: true, description: 'Sammanträdet där den är på dagordningen.' }) sammantrade?: string;
  @Field(() => [Remissbehandling]) behandlingar!: readonly Remissbehandling[];
  @Field(() => [Remissexpediering]) expedieringar!: readonly Remissexpediering[];
  @Field(() => String, { nullable: true, description: 'Dagen då nämnden avstod från att yttra sig.' }) avstatt?: string;
  @SealedField({ description: 'Varför nämnden avstod.' }) avstattSkal?: Sealed;
  @Field(() => Int, { nullable: true, description: 'Dagar efter avsändarens svarstid som svaret gick ut; 0 i tid.' }) dagarEfterAvsandare?: number;
  @Field(() => Int, { nullable: true, description: 'Dagar efter den interna svarstiden som svaret gick ut; 0 i tid.' }) dagarEfterIntern?: number;
}
const RemissConnection = connectionOf(Remiss, 'Remiss');
@ObjectType({ description: 'Antal remisser med en status.' })
export class Remissantal {
  @Field(() => Remisstatus) status!: string;
  @Field(() => Int) antal!: number;
  @Field(() => Int, { description: 'Dagar för sent, sammanlagt.' }) dagarSent!: number;
}

const Remissordning = enumOf('Remissordning', 'Vad listan ordnas efter.', 'inkom', 'svarstid');
@ArgsType()
class RemissArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}
@ArgsType()
class RemisserArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som inte är besvarade.' }) @IsOptional() @IsBoolean() oppna?: boolean;
  @Field(() => Remisstatus, { nullable: true }) @IsOptional() @IsEnum(Remisstatus) status?: keyof typeof Remisstatus;
  @Field(() => String, { nullable: true, description: 'Bara de vars svarstid är senast denna dag.' }) @IsOptional() @IsDatum() svarstidSenast?: string;
  @Field(() => Boolean, { nullable: true, description: 'Bara de som besvarades för sent.' }) @IsOptional() @IsBoolean() forsent?: boolean;
  @Field(() => Remissordning, { nullable: true, description: 'Utelämnat: inkom.' }) @IsOptional() @IsEnum(Remissordning) ordning?: keyof typeof Remissordning;
  @Field(() => Boolean, { nullable: true, description: 'Det senaste först.' }) @IsOptional() @IsBoolean() senastForst?: boolean;
}
@ArgsType()
class AntalArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int, { nullable: true, description: 'Bara de som kom in det året.' }) @IsOptional() @IsInt() ar?: number;
}

@Resolver(() => Remiss)
export class RemissResolver {
  @Query(() => Remiss, { nullable: true, description: 'En remiss med sina svarstider, versioner och svar.' })
  async remiss(@Args() { id, ...when }: RemissArgs, @Context() context: EdgeContext): Promise<Remiss | null> {
    const doc = await context.reader.doc(remissen, id.toLowerCase(), when);
    if (doc === undefined) return null;
    return view(doc, (await context.reader.doc(remissen, doc.id)) ?? doc, context);
  }

  @Query(() => RemissConnection, { description: 'Nämndens remisser.' })
  async remisser(@Args() { namnd: given, oppna, status, svarstidSenast, forsent, ordning, senastForst, first, after, ...when }: RemisserArgs, @Context() context: EdgeContext): Promise<Connection<Remiss>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(remissen, namnd, {
      first, after, sort: ordning ?? 'inkom', descending: senastForst === true, ...synliga(namnd, context),
      where: {
        ...(oppna === true && { oppen: { eq: 1 } }), ...(status !== undefined && status !== null && { status: { eq: status } }),
        ...(svarstidSenast !== undefined && svarstidSenast !== null && { svarstid: { to: svarstidSenast } }), ...(forsent === true && { dagarSent: { from: 1 } }),
      },
    }, when);
    return toConnection(page, (_, doc, now) => view(doc, now, context)!);
  }

  @Query(() => [Remissantal], { description: 'Antal remisser efter status.' })
  async remissantal(@Args() { namnd: given, ar, ...when }: AntalArgs, @Context() context: EdgeContext): Promise<readonly Remissantal[]> {
    const namnd = given.toLowerCase();
    const totals = await context.reader.totals(remissen, namnd, {
      by: ['status'], sum: 'dagarSent', where: ar === undefined || ar === null ? {} : { inkom: { from: `${ar}-01-01`, to: `${ar}-12-31` } }, ...synliga(namnd, context),
    }, when);
    return totals.map(({ group, antal, summa }) => ({ status: group['status'] as string, antal, dagarSent: summa ?? 0 }));
  }
}

/** What is secret is in the lists of those who may read it. */
const synliga = (namnd: string, { viewer }: EdgeContext) => (viewer.may(namnd, 'sekretess') ? {} : { only: { klass: { eq: 'oppen' } } });

/** `null` for one who may not know of it. What has been sent is allmänt (TF 2:10); a draft is not. */
const view = (doc: Doc, now: Doc, { viewer }: EdgeContext): Remiss | null => {
  const { namnd } = doc;
  const klass = strictest(doc.klass, now.klass);
  if (!viewer.may(namnd, klass) || now.status === 'struken') return null;
  const scope = { namnd, klass } as const;
  const inne = viewer.may(namnd, strictest('arbetsmaterial', klass));
  const ut = new Set(doc.expedieringar.map(({ version }) => version));
  const { tilldelad, svarsvag, avstatt, versioner, punkt, behandlingar, expedieringar, ...rest } = doc;
  const [svarstid, efterAvsandare, efterIntern] = [svarstidFor(doc), dagarSent(doc, enSvarstid(doc, 'avsandare')), dagarSent(doc, enSvarstid(doc, 'intern'))];
  return scoped(scope, {
    ...rest, klass, ...(svarstid !== undefined && { svarstid }), ...(tilldelad !== undefined && { handlaggare: tilldelad.handlaggare, instans: tilldelad.instans }), ...(svarsvag !== undefined && { svarsvag }),
    versioner: versioner.filter(({ version }) => inne || ut.has(version)).map(({ version, datum, text }) => scoped(scope, { version, datum, text })),
    ...(punkt !== undefined && inne && { sammantrade: punkt.sammantrade }), behandlingar: behandlingar.map((en) => scoped(scope, en)),
    expedieringar: expedieringar.map((en) => scoped(scope, en)), ...(avstatt !== undefined && { avstatt: avstatt.datum, avstattSkal: avstatt.skal }),
    ...(efterAvsandare !== undefined && { dagarEfterAvsandare: efterAvsandare }), ...(efterIntern !== undefined && { dagarEfterIntern: efterIntern }),
  });
};
