import { Args, ArgsType, Context, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type Sealed, strictest } from '@klubba/kernel';
import { type CommandInputs, type EdgeContext, enumOf, IsDatum, IsText, RUBRIK_MAX, type Scope, scoped, SealedField, type When, WhenArgs } from '@klubba/kernel/edge';
import { offentligtIdag, sammantradet } from '@klubba/sammantrade';
import { LAGA_KRAFT_LAGEN, lagaKraftFor, type LagaKraftSvar } from './paragraf.lagakraft.projection';
import { Overklagande, overklagandena, Part, parterna } from './paragraf.parter.graphql';
import { ParagrafOverklagandeslag, partersInputs } from './paragraf.parter.inputs.graphql';
import { OVERSATTNINGSSPRAK } from './paragraf.events';
import { type Paragraf as Doc, paragrafen, paragrafsort } from './paragraf.projection';
import { BOKSTAVER, skrivParagraf } from './paragrafnummer';
import { paragrafserien } from './paragrafserie.projection';

const LagaKraftLage = enumOf('LagaKraftLage', 'Vad som kan sägas om laga kraft. Kommunen vet bara ”tidigast” tills domstolen har svarat.', ...LAGA_KRAFT_LAGEN);
const ParagrafRattelse = enumOf('ParagrafRattelse', 'Rättelse av ett uppenbart skrivfel, eller en ändring i sak.', 'skrivfel', 'saklig');
const Oversattningssprak = enumOf('Oversattningssprak', 'Minoritetsspråken i MIN 8 §, eller ett annat språk (FL 13 §).', ...OVERSATTNINGSSPRAK);

const Paragrafbokstav = enumOf('Paragrafbokstav', 'Bokstaven efter ett paragrafnummer.', ...BOKSTAVER);

@InputType({ description: 'Var en serie från ett annat system stod.' })
export class BorjaParagrafserieInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() @Min(1900) @Max(2200) ar!: number;
  @Field(() => Int, { description: 'Sista använda paragrafen.' }) @IsInt() @Min(1) @Max(99_999) sista!: number;
}
@InputType({ description: 'Ett paragrafnummer från före nämndens start i Klubba: ett som inte är använt. Serien fortsätter efter det högsta.' })
export class LasInParagrafnummerInput {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() @Min(1900) @Max(2200) ar!: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(99_999) nr!: number;
  @Field(() => ID, { description: 'Punkten som blir paragrafen.' }) @IsUUID() mal!: string;
  @Field(() => ID) @IsUUID() sammantrade!: string;
  @Field({ description: 'Varifrån det är läst.' }) @IsText() kalla!: string;
}
@InputType({ description: 'En rättelse efter justeringen. Beslutets text står kvar.' })
export class RattaParagrafInput {
  @Field(() => Int, { nullable: true, description: 'Beslutspunktens nummer.' }) @IsOptional() @IsInt() @Min(1) beslutspunkt?: number;
  @Field({ description: 'Den rätta lydelsen.' }) @IsText() text!: string;
  @Field(() => ParagrafRattelse) @IsEnum(ParagrafRattelse) slag!: keyof typeof ParagrafRattelse;
  @Field() @IsDatum() datum!: string;
  @Field() @IsText() skal!: string;
}
@InputType({ description: 'En part begär att få beslutet översatt (MIN 8 §, FL 13 §).' })
export class NoteraOversattningsbegaranInput {
  @Field(() => Oversattningssprak) @IsEnum(Oversattningssprak) sprak!: keyof typeof Oversattningssprak;
  @Field(() => String, { nullable: true, description: 'Vilket, när det är ett annat.' }) @IsOptional() @IsText(RUBRIK_MAX) annatSprak?: string;
  @Field({ description: 'Parten.' }) @IsText(RUBRIK_MAX) av!: string;
  @Field() @IsDatum() datum!: string;
  @Field(() => Boolean, { nullable: true, description: 'Parten har juridiskt biträde.' }) @IsOptional() @IsBoolean() ombud?: boolean;
}
@InputType({ description: 'Översättningen är lämnad.' })
export class NoteraOversattningInput {
  @Field(() => ID) @IsUUID() begaran!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Domstolen tillfrågas om beslutet har överklagats.' })
export class FragaOmLagaKraftInput {
  @Field() @IsText(RUBRIK_MAX) domstol!: string;
  @Field() @IsDatum() datum!: string;
}
@InputType({ description: 'Domstolens svar.' })
export class BekraftaLagaKraftInput {
  @Field({ description: 'Dagen för svaret.' }) @IsDatum() datum!: string;
  @Field({ description: 'Vem som svarade, och hur.' }) @IsText(RUBRIK_MAX) kalla!: string;
}
@InputType({ description: 'Ett överklagande.' })
export class NoteraOverklagandeInput {
  @Field({ description: 'Målets nummer.' }) @IsText(RUBRIK_MAX) mal!: string;
  @Field({ description: 'Dagen då det blev känt.' }) @IsDatum() datum!: string;
}
@InputType({ description: 'Ett bevis om laga kraft.' })
export class IntygaLagaKraftInput {
  @Field() @IsDatum() datum!: string;
}

export const paragrafInputs: CommandInputs = {
  RattaParagraf: { input: RattaParagrafInput, om: 'Antecknar en rättelse av en justerad paragraf.' },
  NoteraOversattningsbegaran: { input: NoteraOversattningsbegaranInput, om: 'Antecknar att en part begär översättning.' },
  NoteraOversattning: { input: NoteraOversattningInput, om: 'Antecknar att översättningen är lämnad.' },
  FragaOmLagaKraft: { input: FragaOmLagaKraftInput, om: 'Antecknar att domstolen är tillfrågad.' },
  BekraftaLagaKraft: { input: BekraftaLagaKraftInput, om: 'Antecknar domstolens svar att beslutet har fått laga kraft.' },
  NoteraOverklagande: { input: NoteraOverklagandeInput, om: 'Antecknar att beslutet är överklagat.' },
  IntygaLagaKraft: { input: IntygaLagaKraftInput, om: 'Utfärdar ett bevis om laga kraft.' },
  ...partersInputs,
};
const serie = (data: object): string => `${(data as BorjaParagrafserieInput).namnd}-${(data as BorjaParagrafserieInput).ar}`;
export const paragrafserieInputs: CommandInputs = {
  BorjaParagrafserie: {
    input: BorjaParagrafserieInput, om: 'Låter en tom paragrafserie fortsätta efter ett annat systems sista paragraf.',
    skapar: serie,
  },
  LasInParagrafnummer: { input: LasInParagrafnummerInput, om: 'Läser in ett paragrafnummer från före nämndens start i Klubba.', skapar: serie },
};

@ObjectType({ description: 'Vad som kan sägas om laga kraft, och varför.' })
export class LagaKraft {
  @Field(() => LagaKraftLage) lage!: string;
  @Field({ description: 'Som det skrivs: Laga kraft tidigast 2018-04-28.' }) text!: string;
  @Field(() => String, { nullable: true, description: 'Tidigaste dag.' }) tidigast?: string;
  @Field(() => String, { nullable: true, description: 'Sista dag att överklaga.' }) sista?: string;
  @Field(() => [String], { description: 'Hur det är räknat, eller varför det inte kan räknas.' }) varfor!: readonly string[];
  @Field({ description: 'Lagrummet.' }) lagrum!: string;
  @SealedField({ description: 'Domstolen som är tillfrågad.' }) domstol?: Sealed;
  @SealedField({ description: 'Målets nummer.' }) mal?: Sealed;
  @SealedField({ description: 'Vem som svarade.' }) kalla?: Sealed;
}
@ObjectType({ description: 'En beslutspunkt som överklagas på ett annat sätt än paragrafen.' })
export class PunktLagaKraft {
  @Field(() => Int, { description: 'Beslutspunktens nummer.' }) beslutspunkt!: number;
  @Field(() => ParagrafOverklagandeslag) overklagandeslag!: string;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen som ger det.' }) lagrum?: string;
  @Field(() => LagaKraft) lagaKraft!: LagaKraft;
}
@ObjectType({ description: 'En beslutspunkt.' })
export class ParagrafBeslutspunkt {
  @Field(() => Int) nr!: number;
  @SealedField({ description: 'Texten vid klubbslaget, med rättelser före justeringen.' }) text!: Sealed;
}
@ObjectType({ description: 'Beslutet i en sekretessmarkerad paragraf, utan namn, när alla kan läsa det.' })
export class ParagrafOffentligtBeslut {
  @Field({ description: 'Bestämmelsen som gör beslutet offentligt.' }) lagrum!: string;
  @Field({ description: 'Dagen för prövningen.' }) datum!: string;
  @SealedField({ description: 'Beslutet.' }) text?: Sealed;
}
@ObjectType({ description: 'Ett anslag som omfattar paragrafen.' })
export class ParagrafAnslag {
  @Field(() => Int, { description: 'Vilken justering.' }) omgang!: number;
  @Field({ description: 'Anslagsdagen.' }) datum!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då det togs ned.' }) nedtaget?: string;
  @Field({ description: 'Det har inte varit uppe oavbrutet.' }) brutet!: boolean;
}
@ObjectType({ description: 'En rättelse efter justeringen.' })
export class Rattelse {
  @Field(() => Int, { nullable: true, description: 'Beslutspunktens nummer.' }) beslutspunkt?: number;
  @SealedField({ description: 'Den rätta lydelsen.' }) text!: Sealed;
  @Field() datum!: string;
  @SealedField({ description: 'Varför.' }) skal!: Sealed;
}
@ObjectType({ description: 'En senare paragraf som ändrade denna, eller behandlade dess förslag.' })
export class SenareParagraf {
  @Field(() => ID) namnd!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field(() => String, { nullable: true }) bokstav?: string;
  @Field() datum!: string;
  @Field({ description: 'I ord: Ändrat genom § 45 2024-05-02.' }) text!: string;
}
@ObjectType({ description: 'En begäran om översättning.' })
export class Oversattning {
  @Field(() => ID) begaran!: string;
  @Field(() => Oversattningssprak) sprak!: string;
  @SealedField({ description: 'Språket, när det är ett annat.' }) annatSprak?: Sealed;
  @SealedField({ description: 'Parten.' }) av!: Sealed;
  @Field() datum!: string;
  @Field(() => String, { nullable: true, description: 'När översättningen lämnades.' }) lamnad?: string;
}
@ObjectType({ description: 'En paragraf efter klubbslaget. Allmänheten ser den när den är justerad; av en sekretessparagraf bara numret, och beslutet om det är offentligt.' })
export class Paragraf {
  @Field(() => ID, { nullable: true, description: 'Paragrafens id, och punktens på dagordningen.' }) id?: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field(() => String, { nullable: true, description: 'Bokstaven, när flera har samma nummer: § 196 a.' }) bokstav?: string;
  @Field({ description: 'Paragrafen är sekretess.' }) sekretess!: boolean;
  @Field(() => ID, { nullable: true, description: 'Sammanträdet.' }) sammantrade?: string;
  @Field(() => String, { nullable: true, description: 'Sammanträdesdagen.' }) datum?: string;
  @SealedField({ description: 'Rubriken.' }) rubrik?: Sealed;
  @Field(() => String, { nullable: true, description: 'Diarienumret.' }) beteckning?: string;
  @Field(() => String, { nullable: true, description: 'Vad nämnden gjorde: bifalla, avsla, bordlagga …' }) beslutstyp?: string;
  @Field(() => ParagrafOverklagandeslag, { nullable: true, description: 'Hur beslutet överklagas.' }) overklagandeslag?: string;
  @Field(() => [ParagrafBeslutspunkt], { description: 'Beslutet.' }) beslutspunkter!: readonly ParagrafBeslutspunkt[];
  @Field(() => ParagrafOffentligtBeslut, { nullable: true, description: 'Beslutet, när alla kan läsa det fast paragrafen är sekretess.' }) offentligtBeslut?: ParagrafOffentligtBeslut;
  @Field(() => String, { nullable: true, description: 'Dagen för justeringen.' }) justerad?: string;
  @Field(() => Boolean, { nullable: true, description: 'Den justerades omedelbart.' }) omedelbartJusterad?: boolean;
  @Field(() => [ParagrafAnslag], { description: 'Anslagen, det senaste sist.' }) anslag!: readonly ParagrafAnslag[];
  @Field(() => [Rattelse], { description: 'Rättelser efter justeringen.' }) rattelser!: readonly Rattelse[];
  @Field(() => [SenareParagraf], { description: 'Senare beslut som ändrade det. Texten här står kvar.' }) andradGenom!: readonly SenareParagraf[];
  @Field(() => [SenareParagraf], { description: 'Där nästa organ behandlade förslaget.' }) forslagBehandlat!: readonly SenareParagraf[];
  @Field(() => [Oversattning], { description: 'Begärda översättningar.' }) oversattningar!: readonly Oversattning[];
  @Field(() => LagaKraft, { nullable: true }) lagaKraft?: LagaKraft;
  @Field(() => String, { nullable: true, description: 'Bestämmelsen som ger paragrafens överklagandeslag, när den är angiven.' }) overklagandelagrum?: string;
  @Field(() => [PunktLagaKraft], { description: 'Beslutspunkter som överklagas på ett annat sätt än paragrafen.' }) lagaKraftPerPunkt!: readonly PunktLagaKraft[];
  @Field(() => [Part], { description: 'Parterna, var och en med sin tid.' }) parter!: readonly Part[];
  @Field(() => [Overklagande], { description: 'Överklaganden som kom in till kommunen.' }) overklaganden!: readonly Overklagande[];
}
@ObjectType({ description: 'En paragraf som utgick ur serien.' })
export class UtgangenParagraf {
  @Field(() => Int) nr!: number;
  @Field({ description: 'Varför.' }) kod!: string;
}
@ObjectType({ description: 'Ett nummer från före nämndens start i Klubba.' })
export class InlastParagrafnummer {
  @Field(() => Int) nr!: number;
  @SealedField({ description: 'Källan.' }) kalla?: Sealed;
}
@ObjectType({ description: 'Nämndens paragrafer ett år.' })
export class Paragrafserie {
  @Field(() => ID) namnd!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int, { description: 'Sista givna numret.' }) sista!: number;
  @Field(() => [InlastParagrafnummer], { description: 'Nummer från före nämndens start i Klubba.' }) inlasta!: readonly InlastParagrafnummer[];
  @Field(() => [UtgangenParagraf], { description: 'Nummer som utgått.' }) utgangna!: readonly UtgangenParagraf[];
}

@ArgsType()
class ParagrafArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() @Min(1900) @Max(2200) ar!: number;
  @Field(() => Int) @IsInt() @Min(1) @Max(99_999) nummer!: number;
  @Field(() => Paragrafbokstav, { nullable: true, description: 'När flera har samma nummer; utelämnad: den första.' }) @IsOptional() @IsEnum(Paragrafbokstav) bokstav?: keyof typeof Paragrafbokstav;
}
@ArgsType()
class ParagrafserieArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => Int) @IsInt() @Min(1900) @Max(2200) ar!: number;
}

@Resolver(() => Paragraf)
export class ParagrafResolver {
  @Query(() => Paragraf, { nullable: true, description: 'En paragraf med justering, anslag och laga kraft.' })
  async paragraf(@Args() { namnd, ar, nummer, bokstav, ...when }: ParagrafArgs, @Context() context: EdgeContext): Promise<Paragraf | null> {
    const { rows: [row] } = await context.reader.page(paragrafen, namnd.toLowerCase(), { first: 1, prefix: paragrafsort(ar, nummer, bokstav) }, when);
    return row === undefined ? null : view(row.doc, row.now, when, context);
  }

  @Query(() => Paragrafserie, { nullable: true, description: 'Var paragrafserien står. Visas för den som har en roll i nämnden.' })
  async paragrafserie(@Args() { namnd, ar, ...when }: ParagrafserieArgs, @Context() { reader, viewer }: EdgeContext): Promise<Paragrafserie | null> {
    const id = namnd.toLowerCase();
    const serie = viewer.may(id, 'arbetsmaterial') ? await reader.doc(paragrafserien, `${id}-${ar}`, when) : undefined;
    return serie === undefined ? null : { ...serie, inlasta: serie.inlasta.map(({ nr, kalla }) => scoped({ namnd: id, klass: 'arbetsmaterial' }, { nr, kalla })) };
  }
}

type Senare = Doc['andrad'][number] | Doc['vidare'][number];
const senare = (hur: string) => ({ namnd, ar, nr, bokstav, datum }: Senare): SenareParagraf =>
  ({ namnd, ar, nummer: nr, ...(bokstav !== undefined && { bokstav }), datum, text: `${hur} ${skrivParagraf({ ar, nr, bokstav }, 'nummer', '')} ${datum}` });

/** The § for this viewer, by the stricter of its class then and now; `null` for outsiders until it is justerad. */
const view = async (doc: Doc, now: Doc, when: When, context: EdgeContext): Promise<Paragraf | null> => {
  const { viewer, reader } = context;
  const { namnd, ar, nr: nummer, bokstav } = doc;
  const klass = strictest(doc.klass, now.klass);
  if (doc.justerad === undefined && !viewer.may(namnd, 'arbetsmaterial')) return null;
  const mote = await reader.doc(sammantradet, doc.sammantrade, when);
  const punkt = mote?.punkter.find(({ id }) => id === doc.id);
  const offentligt = punkt?.offentligt && offentligtIdag(punkt.offentligt, (await reader.doc(sammantradet, doc.sammantrade))?.punkter.find(({ id }) => id === doc.id)?.offentligt);
  const ram = {
    namnd, ar, nummer, ...(bokstav !== undefined && { bokstav }), sekretess: klass === 'sekretess',
    ...(offentligt !== undefined && { offentligtBeslut: scoped({ namnd, klass: 'oppen' } as const, offentligt) }),
  };
  if (!viewer.may(namnd, klass)) return { ...ram, beslutspunkter: [], anslag: [], rattelser: [], andradGenom: [], forslagBehandlat: [], oversattningar: [], lagaKraftPerPunkt: [], parter: [], overklaganden: [] };
  const scope = { namnd, klass };
  const justerad = doc.justerad ?? doc.justeradInternt;
  const beteckning = punkt?.beslut?.diarienummer ?? punkt?.diarienummer;
  return scoped(scope, {
    ...ram, id: doc.id, sammantrade: doc.sammantrade, datum: doc.datum, beslutstyp: doc.beslutstyp, overklagandeslag: doc.overklagandeslag,
    ...(punkt !== undefined && { rubrik: punkt.beslut?.rubrik ?? punkt.rubrik, ...(beteckning !== undefined && { beteckning }) }),
    beslutspunkter: (punkt?.beslut?.beslutspunkter ?? []).map((en, i) => scoped(scope, { nr: i + 1, text: en.text })),
    ...(justerad !== undefined && { justerad: justerad.datum, omedelbartJusterad: justerad.omedelbar }),
    anslag: doc.anslag, rattelser: doc.rattelser.map((en) => scoped(scope, en)), andradGenom: doc.andrad.map(senare('Ändrat genom')), forslagBehandlat: doc.vidare.map(senare('Behandlat i')),
    oversattningar: doc.oversattningar.map((en) => scoped(scope, en)),
    lagaKraft: lagaKraften(doc, lagaKraftFor(doc), scope), ...(doc.lagrumForSlag !== undefined && { overklagandelagrum: doc.lagrumForSlag }),
    lagaKraftPerPunkt: doc.punktslag.map((en) => scoped(scope, { ...en, lagaKraft: lagaKraften(doc, lagaKraftFor(doc, en.overklagandeslag), scope) })),
    parter: await parterna(doc, scope, when, context), overklaganden: overklagandena(doc, scope),
  });
};

const lagaKraften = (doc: Doc, { lage, text, varfor, lagrum, tidigast, sista }: LagaKraftSvar, scope: Scope): LagaKraft => scoped(scope, {
  lage, text, varfor, lagrum, ...(tidigast !== undefined && { tidigast }), ...(sista !== undefined && { sista }),
  ...(doc.fragad !== undefined && { domstol: doc.fragad.domstol }), ...(doc.overklagad !== undefined && { mal: doc.overklagad.mal }), ...(doc.bekraftad !== undefined && { kalla: doc.bekraftad.kalla }),
});
