import { Args, ArgsType, Context, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, Matches } from 'class-validator';
import { type Sealed, strictest, type Where } from '@klubba/kernel';
import { type Connection, connectionOf, type EdgeContext, enumOf, IsDatum, type Lazy, LazyField, ListArgs, scoped, SealedField, Sekretessklass, toConnection, type When, WhenArgs } from '@klubba/kernel/edge';
import { type Paragraf, paragrafen } from '@klubba/paragraf';
import { offentligtIdag, sammantradet } from '@klubba/sammantrade';
import { Delegat, DelegationensOverklagandeslag, Delegatslag } from './delegation.gemensamt.graphql';
import { Andringsgrund, Delegationsutfall, Klockslag, NUMMER, OffentligtDelegationsslag } from './delegationsbeslut.graphql';
import { GRUNDER } from './delegationsbeslut.events';
import { lagaKraftForBeslut, type Lagakraftsvar } from './delegationsbeslut.lagakraft.projection';
import { type Beslutsklocka as Klocka, type Delegationsbeslut as Doc, delegationsbeslutet, loper } from './delegationsbeslut.projection';
import { skaAlltidAnmalas } from './delegationsbeslut.tillstand';
import { KLOCKOR } from './klockor';

const Beslutsgrund = enumOf('Beslutsgrund', 'Vad rätten att besluta vilade på.', ...GRUNDER);
const Beslutssortering = enumOf('Beslutssortering', 'Vad listan ordnas efter.', 'datum', 'nummer', 'befattning', 'klocka', 'diarienummer');
const Summering = enumOf('Summering', 'Vad summorna delas upp på.', 'nummer', 'befattning', 'slag', 'grund', 'utfall', 'overklagandeslag', 'anmald');
const LAGEN = ['EJ_BERAKNAD', 'TIDIGAST', 'OBESTAMD', 'EJ_OVERKLAGBART', 'OVERKLAGAD', 'BEKRAFTAD', 'AVGJORD_LAGA_KRAFT'] as const;
const Delegationslagakraft = enumOf('Delegationslagakraft', 'Vad som kan sägas om laga kraft.', ...LAGEN);

@ObjectType({ description: 'Den som beslutade. Namnet visas aldrig för allmänheten.' })
export class Beslutsfattare extends Delegat {
  @Field(() => ID, { nullable: true }) person?: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
}
@ObjectType({ description: 'En lagstadgad tid: som lagen räknar den, och den vardag larmet är satt till.' })
export class Beslutsklocka {
  @Field(() => Int) nr!: number;
  @Field(() => Klockslag) klocka!: string;
  @Field({ description: 'Vad som ska göras.' }) vad!: string;
  @Field({ description: 'Dagen den räknas från.' }) fran!: string;
  @Field({ description: 'Sista dag enligt lagen (lag 1930:173).' }) lag!: string;
  @Field({ description: 'Sista vardag före eller på den dag tiden går ut: dagen att hålla.' }) drift!: string;
  @Field() lagrum!: string;
  @Field({ description: 'Den löper.' }) loper!: boolean;
  @Field(() => String, { nullable: true, description: 'Dagen då det gjordes.' }) uppfylld?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då den slutade av annat skäl.' }) avslutad?: string;
  @Field(() => Boolean, { nullable: true, description: 'Beslutet upphörde då att gälla.' }) upphort?: boolean;
  @SealedField({ description: 'Skälet.' }) skal?: Sealed;
}
@ObjectType({ description: 'En part, och när den fick del av beslutet.' })
export class Beslutspart {
  @Field(() => Int) nr!: number;
  @SealedField() part?: Sealed;
  @Field(() => String, { nullable: true }) fickDel?: string;
  @Field() foretraderDetAllmanna!: boolean;
}
@ObjectType({ description: 'Nämndens paragraf där beslutet anmäldes.' })
export class Anmalningsparagraf {
  @Field(() => ID) punkt!: string;
  @Field(() => Int) ar!: number;
  @Field(() => Int) nr!: number;
  @Field({ description: 'Sammanträdesdagen.' }) datum!: string;
}
@ObjectType({ description: 'Ett särskilt protokoll, och dess anslag.' })
export class SarskiltProtokoll {
  @Field() datum!: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @Field(() => String, { nullable: true, description: 'Det senaste anslagets dag.' }) anslaget?: string;
  @Field(() => String, { nullable: true, description: 'Tidigaste dag att ta ned det.' }) nedtasTidigast?: string;
  @Field(() => String, { nullable: true }) nedtaget?: string;
}
@ObjectType({ description: 'Vad som kan sägas om beslutets laga kraft, och varför.' })
export class BeslutetsLagaKraft {
  @Field(() => Delegationslagakraft) lage!: string;
  @Field() text!: string;
  @Field(() => String, { nullable: true }) tidigast?: string;
  @Field(() => String, { nullable: true }) sista?: string;
  @Field(() => [String]) varfor!: readonly string[];
  @Field() lagrum!: string;
}
@ObjectType({ description: 'En senare ändring av beslutet.' })
export class Beslutsandring {
  @Field(() => ID, { description: 'Det beslut som ändrar.' }) av!: string;
  @Field() datum!: string;
  @Field(() => Andringsgrund) grund!: string;
  @Field(() => Boolean, { nullable: true, description: 'Ändringen är struken: registrerad av misstag. Nämns bara för den som ser strukna beslut.' }) struket?: boolean;
}
@ObjectType({ description: 'Något som hänt med beslutet: faktum, när, vem och var i loggen.' })
export class Beslutshandelse {
  @Field() typ!: string;
  @Field() at!: string;
  @Field() by!: string;
  @Field() roll!: string;
  @Field({ description: 'Platsen i loggen.' }) position!: string;
}
@ObjectType({ description: 'Ett beslut på delegation. För allmänheten utan personer; ett sekretessmarkerat visas inte alls.' })
export class Delegationsbeslut {
  @Field(() => ID) id!: string;
  @Field(() => ID) namnd!: string;
  @Field(() => Sekretessklass) klass!: Sekretessklass;
  @Field(() => String, { nullable: true }) sekretesslagrum?: string;
  @Field() datum!: string;
  @Field(() => String, { nullable: true }) tid?: string;
  @Field(() => ID, { nullable: true }) arende?: string;
  @Field(() => String, { nullable: true }) diarienummer?: string;
  @SealedField({ description: 'Personakten.' }) akt?: Sealed;
  @Field(() => Beslutsgrund) grund!: string;
  @Field(() => String, { nullable: true, description: 'Punkten i delegationsordningen.' }) nummer?: string;
  @Field(() => Int, { nullable: true, description: 'Den version som gällde den dagen.' }) version?: number;
  @Field(() => [String]) lagrum!: readonly string[];
  @SealedField({ description: 'Det som skrevs och inte kunde läsas som lagrum.' }) lagrumSkrivet?: Sealed;
  @LazyField(() => Beslutsfattare) delegat!: Lazy<object>;
  @SealedField({ description: 'Vad som beslutades.' }) beslut?: Sealed;
  @Field(() => Delegationsutfall) utfall!: string;
  @Field(() => Int, { nullable: true }) belopp?: number;
  @SealedField({ description: 'Varför nämnden inte kunde avvaktas.' }) bradskandeSkal?: Sealed;
  @Field() myndighetsutovning!: boolean;
  @Field(() => DelegationensOverklagandeslag) overklagandeslag!: string;
  @Field({ description: 'Ska anmälas till nämnden.' }) anmals!: boolean;
  @LazyField(() => Anmalningsparagraf, { nullable: true }) anmald?: Lazy<object>;
  @LazyField(() => SarskiltProtokoll, { nullable: true }) sarskiltProtokoll?: Lazy<object>;
  @LazyField(() => BeslutetsLagaKraft) lagaKraft!: Lazy<object>;
  @LazyField(() => [Beslutspart]) parter!: Lazy<readonly object[]>;
  @LazyField(() => [Beslutsklocka], { description: 'Lagstadgade tider som beslutet har startat.' }) klockor!: Lazy<readonly object[]>;
  @LazyField(() => String, { nullable: true, description: 'Dagen då beslutet underställdes.' }) understalld?: Lazy<string>;
  @Field(() => ID, { nullable: true, description: 'Det beslut som detta ändrar.' }) andrar?: string;
  @LazyField(() => [Beslutsandring]) andratGenom!: Lazy<readonly object[]>;
  @Field(() => ID, { nullable: true, description: 'Listan det lästes in ur.' }) lista?: string;
  @Field(() => Boolean, { nullable: true, description: 'Struket: registrerat av misstag.' }) struket?: boolean;
  @LazyField(() => [String], { description: 'Regler som ett inläst beslut bröt mot.' }) brott!: Lazy<readonly string[]>;
  @LazyField(() => [String], { description: 'Vad som behöver göras, med lagrum.' }) varningar!: Lazy<readonly string[]>;
  @LazyField(() => [Beslutshandelse], { description: 'Fakta bakom beslutet, i ordning.' }) historik!: Lazy<readonly object[]>;
}
@ObjectType({ description: 'Vad som beslutades i ett sekretessmarkerat ärende, utan namn, när alla kan läsa det. Inget annat om beslutet visas.' })
export class OffentligtDelegationsbeslut {
  @Field(() => ID) id!: string;
  @Field({ description: 'Beslutsdagen.' }) datum!: string;
  @Field(() => OffentligtDelegationsslag) slag!: string;
  @Field({ description: 'Bestämmelsen som gör beslutet offentligt.' }) lagrum!: string;
  @SealedField({ description: 'Beslutet.' }) text?: Sealed;
}
const OffentligtDelegationsbeslutConnection = connectionOf(OffentligtDelegationsbeslut, 'OffentligtDelegationsbeslut');
const DelegationsbeslutConnection = connectionOf(Delegationsbeslut, 'Delegationsbeslut');

@ObjectType({ description: 'Antal beslut för en kombination av värden.' })
export class Beslutssumma {
  @Field(() => [String], { description: 'Värdena, i den ordning de begärdes. Tomt: inget värde.' }) varden!: readonly string[];
  @Field(() => Int) antal!: number;
}
@ObjectType({ description: 'En sida av registret som text med semikolon, som Excel läser den.' })
export class Delegationscsv {
  @Field({ description: 'Raderna; den första sidan har rubriker.' }) text!: string;
  @Field(() => Int) rader!: number;
  @Field(() => String, { nullable: true, description: 'Markören för nästa sida.' }) nasta?: string;
}

@ArgsType()
class Beslutsurval extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
  @Field(() => String, { nullable: true, description: 'Från och med denna dag.' }) @IsOptional() @IsDatum() fran?: string;
  @Field(() => String, { nullable: true, description: 'Till och med denna dag.' }) @IsOptional() @IsDatum() till?: string;
  @Field(() => [String], { nullable: true, description: 'Punkter i delegationsordningen.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @Matches(NUMMER, { each: true }) nummer?: string[];
  @Field(() => [String], { nullable: true, description: 'Titlar, som koder.' }) @IsOptional() @IsArray() @ArrayMaxSize(50) @Matches(NUMMER, { each: true }) befattning?: string[];
  @Field(() => [Delegatslag], { nullable: true }) @IsOptional() @IsArray() @IsEnum(Delegatslag, { each: true }) slag?: string[];
  @Field(() => [Beslutsgrund], { nullable: true }) @IsOptional() @IsArray() @IsEnum(Beslutsgrund, { each: true }) grund?: string[];
  @Field(() => [Delegationsutfall], { nullable: true }) @IsOptional() @IsArray() @IsEnum(Delegationsutfall, { each: true }) utfall?: string[];
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^.{1,40}$/) diarienummer?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() arende?: string;
  @Field(() => ID, { nullable: true, description: 'Inlästa ur denna lista.' }) @IsOptional() @IsUUID() lista?: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() anmald?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Ska anmälas till nämnden.' }) @IsOptional() @IsBoolean() anmals?: boolean;
  @Field(() => String, { nullable: true, description: 'Med en lagstadgad tid som ska hållas senast denna dag.' }) @IsOptional() @IsDatum() klockaSenast?: string;
}
@ArgsType()
class RegisterArgsen extends Beslutsurval {
  @Field(() => Beslutssortering, { defaultValue: 'datum' }) @IsEnum(Beslutssortering) sortering!: keyof typeof Beslutssortering;
  @Field(() => Boolean, { nullable: true, description: 'Det senaste eller högsta först.' }) @IsOptional() @IsBoolean() fallande?: boolean;
}
@ArgsType()
class OffentligaArgs extends ListArgs {
  @Field(() => ID) @IsUUID() namnd!: string;
}
@ArgsType()
class SummaArgs extends Beslutsurval {
  @Field(() => [Summering], { description: 'Högst tre.' }) @IsArray() @ArrayMaxSize(3) @IsEnum(Summering, { each: true }) per!: (keyof typeof Summering)[];
}
@ArgsType()
class BeslutArgs extends WhenArgs {
  @Field(() => ID) @IsUUID() id!: string;
}

const flag = (value: boolean | undefined | null) => (value === undefined || value === null ? undefined : { eq: value ? 1 : 0 });
const bland = (values: readonly string[] | undefined | null) => (values === undefined || values === null ? undefined : { in: values });
const lika = (value: string | undefined | null) => (value === undefined || value === null ? undefined : { eq: value });
const urval = ({ fran, till, nummer, befattning, slag, grund, utfall, diarienummer, arende, lista, anmald, anmals, klockaSenast }: Beslutsurval): Where => ({
  datum: { from: fran ?? undefined, to: till ?? undefined }, nummer: bland(nummer), befattning: bland(befattning), slag: bland(slag), grund: bland(grund), utfall: bland(utfall), diarienummer: lika(diarienummer),
  arende: lika(arende?.toLowerCase()), lista: lika(lista?.toLowerCase()), anmald: flag(anmald), anmals: flag(anmals), ...(klockaSenast !== undefined && klockaSenast !== null && { klocka: { from: '0001-01-01', to: klockaSenast } }),
});
/** Of what is secret the public knows neither that it is there nor how many. */
const lasligt = (namnd: string, { viewer }: EdgeContext): { readonly only?: Where } => (viewer.may(namnd, 'sekretess') ? {} : { only: { offentlig: { eq: 1 } } });

@Resolver(() => Delegationsbeslut)
export class DelegationsregisterResolver {
  @Query(() => Delegationsbeslut, { nullable: true, description: 'Ett delegationsbeslut med tider, anmälan, laga kraft och fakta bakom.' })
  async delegationsbeslut(@Args() args: BeslutArgs, @Context() context: EdgeContext): Promise<object | null> {
    const id = args.id.toLowerCase();
    const doc = await context.reader.doc(delegationsbeslutet, id, args);
    if (doc === undefined || doc.vantar === true) return null;
    const now = (await context.reader.doc(delegationsbeslutet, id)) ?? doc;
    return synligt(doc, now, context) ? visa(doc, now, args, context) : null;
  }

  @Query(() => DelegationsbeslutConnection, { description: 'Registret över delegationsbeslut.' })
  async delegationsbesluten(@Args() { namnd: given, sortering, fallande, ...args }: RegisterArgsen, @Context() context: EdgeContext): Promise<Connection<object>> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(delegationsbeslutet, namnd, { first: args.first, after: args.after, where: urval({ namnd, ...args } as Beslutsurval), ...lasligt(namnd, context), sort: sortering, descending: fallande === true }, args);
    const sedda: Anslagna = new Map();
    return toConnection(page, (_, doc, now) => visa(doc, now, args, context, sedda));
  }

  @Query(() => OffentligtDelegationsbeslutConnection, { description: 'Beslut som alla kan läsa fast ärendet är sekretess (OSL 26 kap. 7 §), det äldsta först.' })
  async offentligaDelegationsbeslut(@Args() { namnd: given, first, after, ...when }: OffentligaArgs, @Context() { reader }: EdgeContext): Promise<Connection<OffentligtDelegationsbeslut>> {
    const namnd = given.toLowerCase();
    const ja = { beslutOffentligt: { eq: 1 } } as const;
    const page = await reader.register(delegationsbeslutet, namnd, { first, after, where: ja, only: ja, sort: 'datum' }, when);
    const { edges, pageInfo } = await toConnection(page, (id, { datum, offentligt: da }, { offentligt: nu }) => {
      const offentligt = offentligtIdag(da, nu);
      return offentligt && scoped({ namnd, klass: 'oppen' }, { id, datum, slag: offentligt.slag, lagrum: offentligt.lagrum, text: offentligt.text });
    });
    return { edges: edges.flatMap(({ cursor, node }) => (node === undefined ? [] : [{ cursor, node }])), pageInfo };
  }

  @Query(() => [Beslutssumma], { description: 'Antal delegationsbeslut, uppdelade på det som begärs.' })
  async delegationssummor(@Args() { namnd: given, per, ...args }: SummaArgs, @Context() context: EdgeContext): Promise<readonly object[]> {
    const namnd = given.toLowerCase();
    const summor = await context.reader.totals(delegationsbeslutet, namnd, { where: urval({ namnd, ...args } as Beslutsurval), ...lasligt(namnd, context), by: per }, args);
    return summor.map(({ group, antal }) => ({ varden: per.map((en) => String(group[en] ?? '')), antal }));
  }

  @Query(() => Delegationscsv, { description: 'Registret som text med semikolon, sida för sida. Utan namn; beslutstexten bara för den som får läsa den.' })
  async delegationsbeslutenSomCsv(@Args() { namnd: given, ...args }: Beslutsurval, @Context() context: EdgeContext): Promise<object> {
    const namnd = given.toLowerCase();
    const page = await context.reader.register(delegationsbeslutet, namnd, { first: args.first, after: args.after, where: urval({ namnd, ...args } as Beslutsurval), ...lasligt(namnd, context), sort: 'datum' }, args);
    const rader = await Promise.all(page.rows.map(async ({ doc, now }) => {
      const text = context.viewer.may(namnd, strictest(doc.klass, now.klass)) ? await context.viewer.open(doc.beslut as never) : '';
      return [doc.datum, doc.nummer, doc.lagrum.join(', '), doc.delegat.slag, doc.delegat.befattning, doc.diarienummer, doc.utfall, text, doc.anmald === undefined ? '' : `§ ${doc.anmald.nr}/${doc.anmald.ar}`, doc.anmald?.datum].map(cell).join(';');
    }));
    const rubriker = args.after === undefined || args.after === null ? [CSV_RUBRIKER.join(';')] : [];
    return { text: [...rubriker, ...rader].map((rad) => `${rad}\r\n`).join(''), rader: rader.length, ...(page.more && { nasta: page.rows.at(-1)!.cursor }) };
  }
}
const CSV_RUBRIKER = ['Datum', 'Punkt', 'Lagrum', 'Delegatslag', 'Befattning', 'Diarienummer', 'Utfall', 'Beslut', 'Anmäld', 'Anmäld vid'];
/** A cell that begins as a formula would be one in Excel: a sign before it makes it text. */
const cell = (value: string | undefined): string => {
  const text = (value ?? '').replaceAll(/\s+/gu, ' ');
  const bar = /^[=+@\t-]/.test(text) ? `'${text}` : text;
  return /[";]/.test(bar) ? `"${bar.replaceAll('"', '""')}"` : bar;
};

type Anslag = Paragraf['anslag'];
/** Those of the §§ where the decisions of a list were reported, each read once. */
export type Anslagna = Map<string, Promise<Anslag>>;
/** By the stricter of its class then and now; one that is struck, for those inside. */
const synligt = ({ namnd, klass, struket }: Doc, now: Doc, { viewer }: EdgeContext): boolean => viewer.may(namnd, strictest(klass, now.klass)) && (struket !== true || viewer.may(namnd, 'arbetsmaterial'));
/** The decision for this viewer, by the stricter of its class then and now. Those whose § was not announced yet have no day to count from. */
export const visa = (doc: Doc, now: Doc, when: When, context: EdgeContext, sedda: Anslagna = new Map()): object => {
  const { reader } = context;
  const klass = strictest(doc.klass, now.klass);
  const scope = { namnd: doc.namnd, klass, when };
  const { delegat, anmald, sarskilt, parter, klockor, brott, historik } = doc;
  const kraft = (): Lagakraftsvar | Promise<Lagakraftsvar> => laga(doc, when, reader, sedda);
  const nod = (node: object): object => scoped(scope, node);
  return scoped(scope, {
    ...doc, klass, sekretesslagrum: doc.sekretesslagrum && `OSL ${doc.sekretesslagrum}`, andrar: doc.andrar?.beslut, lista: doc.lista?.id,
    delegat: () => nod(delegat), anmald: anmald && (() => nod(anmald)), sarskiltProtokoll: sarskilt && (() => nod(protokollet(sarskilt))),
    lagaKraft: () => {
      const svar = kraft();
      return svar instanceof Promise ? svar.then(nod) : nod(svar);
    },
    parter: () => parter.map(nod), klockor: () => klockor.map((en) => nod(klockan(en))), understalld: () => klockor.find(({ klocka, uppfylld }) => uppfylld !== undefined && klocka.startsWith('understallning'))?.uppfylld,
    andratGenom: async () => (await andringarna(doc, when, context)).map(nod), brott: () => (brott ?? []).map(({ kod, lagrum }) => (lagrum === undefined ? kod : `${kod} (${lagrum})`)), historik: () => historik.map(nod),
    varningar: async () => [...ejBorjat(doc, await kraft()), ...(skaAlltidAnmalas(doc.grund) ? await missadAnmalan(doc, when, reader) : [])],
  });
};
const protokollet = ({ datum, diarienummer, anslag }: NonNullable<Doc['sarskilt']>): object => {
  const senaste = anslag.at(-1);
  return { datum, diarienummer, anslaget: senaste?.datum, nedtasTidigast: senaste?.nedtasTidigast, nedtaget: senaste?.nedtaget };
};
const klockan = ({ avslutad, ...en }: Klocka): object =>
  ({ ...en, vad: KLOCKOR[en.klocka].vad, loper: loper({ ...en, ...(avslutad && { avslutad }) }), ...(avslutad !== undefined && { avslutad: avslutad.datum, upphort: avslutad.upphort, skal: avslutad.skal }) });
/** The later decisions that change it, as many as the viewer may know of. That one of them was struck stands in its own stream. */
const andringarna = async ({ andratAv }: Doc, when: When, context: EdgeContext): Promise<readonly object[]> => {
  const alla = await Promise.all(andratAv.map(async (en) => {
    const senare = await context.reader.doc(delegationsbeslutet, en.av, when);
    const now = (await context.reader.doc(delegationsbeslutet, en.av)) ?? senare;
    return senare !== undefined && now !== undefined && synligt(senare, now, context) ? [{ ...en, struket: senare.struket }] : [];
  }));
  return alla.flat();
};
/** Where it is counted from the announcement of the nämnd's minutes (E6), that § is read; else nothing is. */
const laga = (doc: Doc, when: When, reader: EdgeContext['reader'], sedda: Anslagna): Lagakraftsvar | Promise<Lagakraftsvar> => {
  const { anmald, overklagandeslag } = doc;
  if (anmald === undefined || overklagandeslag !== 'LAGLIGHETSPROVNING') return lagaKraftForBeslut(doc, []);
  let anslag = sedda.get(anmald.punkt);
  if (anslag === undefined) sedda.set(anmald.punkt, (anslag = reader.doc(paragrafen, anmald.punkt, when).then((en) => en?.anslag ?? [])));
  return anslag.then((alla) => lagaKraftForBeslut(doc, alla));
};
const ejBorjat = ({ overklagandeslag, anmald, sarskilt, anmals }: Doc, { lage, text }: Lagakraftsvar): readonly string[] =>
  (lage === 'EJ_BERAKNAD' && overklagandeslag === 'LAGLIGHETSPROVNING' && anmald === undefined && sarskilt === undefined && !anmals ? [text] : []);

/** D7: what was decided for the nämnd without delegation is told at the next meeting that was held, and no later. */
const missadAnmalan = async ({ namnd, datum, anmald, diarienummer, nummer }: Doc, when: When, reader: EdgeContext['reader']): Promise<readonly string[]> => {
  const { rows: [nasta] } = await reader.page(sammantradet, namnd, { first: 1, only: (mote) => mote.skede === 'avslutat' && mote.datum > datum && (anmald === undefined || mote.datum < anmald.datum) }, when);
  return nasta === undefined ? [] : [`Ordförandebeslut ${diarienummer ?? nummer ?? datum} har inte anmälts vid sammanträdet ${nasta.doc.datum} (KL 6 kap. 40 §).`];
};
