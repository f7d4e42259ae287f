import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Sealed, type Token } from '@klubba/kernel';
import { type EdgeContext, enumOf, type Scope, scoped, SealedField, type When } from '@klubba/kernel/edge';
import { endastDatum } from '@klubba/lagrum';
import {
  behandlingen, INGEN_BEHANDLING, ProtokollAndring, ProtokollAnteckning, ProtokollBeslutsgang, ProtokollDeltarInte, ProtokollHanvisning, ProtokollJav, ProtokollOmrostning, ProtokollReservation, ProtokollSteg, ProtokollYrkande,
} from './sammantrade.behandling.graphql';
import { namnden, reglementePa } from '@klubba/namnd';
import { skrivParagraf, spann } from '@klubba/paragraf';
import { hanvisningsrad, hanvisningstext, medNamn, omnamnda } from './sammantrade.beslutsgang.projection';
import { beslutspunkten, inlast, Inlast, klassIdag, offentligaIdag, OffentligtBeslut, personer, ProtokollPerson } from './sammantrade.gemensamt.graphql';
import { Beslutstyp, Narvaroroll, Narvarouppdrag, Overklagandeslag } from './sammantrade.gemensamt.inputs.graphql';
import { Signaturroll } from './sammantrade.justering.inputs.graphql';
import { Franvaroskal } from './sammantrade.narvaro.inputs.graphql';
import { Narvaroslag } from './sammantrade.rummet.inputs.graphql';
import { nrIKallelsen } from './sammantrade.kallelse.projection';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';
import { anslagsbevis, anslagstext, type Anslagshandelse as Handelse } from './sammantrade.anslag.projection';
import { type Anslag, arJusterad, type Omgang, type Punkt, type Sammantrade as Doc } from './sammantrade.projection';
import { INGET_RUNT, ProtokollAjournering, ProtokollJavsprovning, ProtokollPart, runtPunkten } from './sammantrade.rummet.graphql';

const Anslagshandelseslag = enumOf('Anslagshandelseslag', 'Vad som hände med ett anslag.', 'anslaget', 'kontroll', 'avbrott', 'nedtaget');

@ObjectType({ description: 'En plats som en ersättare tjänstgjorde på.' })
export class ProtokollPlats {
  @Field(() => ID, { description: 'Ledamoten vars plats det är, eller efter vilken den är vakant.' }) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field({ description: 'Ingen hade platsen.' }) vakant!: boolean;
  @Field(() => [Int], { description: 'Paragraferna.' }) paragrafer!: readonly number[];
}
@ObjectType({ description: 'En förtroendevalds närvaro, paragraf för paragraf.' })
export class ProtokollNarvaro {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => Narvarouppdrag) uppdrag!: string;
  @Field(() => Narvaroroll, { nullable: true, description: 'Roll i presidiet.' }) roll?: string;
  @Field({ description: 'Partiets bokstäver.' }) parti!: string;
  @Field(() => [ProtokollPerson], { description: 'Vilkas platser en ersättare hade.' }) ersatter!: readonly ProtokollPerson[];
  @Field(() => [ProtokollPlats], { description: 'Platserna som en ersättare tjänstgjorde på, och vid vilka paragrafer.' }) platser!: readonly ProtokollPlats[];
  @Field(() => [Int], { description: 'Paragrafer där personen tjänstgjorde.' }) tjanstgjorde!: readonly number[];
  @Field(() => [Int], { description: 'Paragrafer där personen var närvarande.' }) narvarande!: readonly number[];
  @Field(() => [Int], { description: 'Paragrafer där personen deltog på distans.' }) distans!: readonly number[];
  @SealedField({ description: 'Varför personen var borta.' }) franvaroskal?: Sealed;
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'Någon som var med utan att vara förtroendevald.' })
export class ProtokollOvrigNarvaro {
  @Field(() => ID) id!: string;
  @Field(() => Narvaroslag) slag!: string;
  @SealedField({ description: 'Titel, organisation eller roll.' }) benamning!: Sealed;
  @SealedField({ description: 'Enhet eller förvaltning.' }) enhet?: Sealed;
  @Field(() => Int, { nullable: true, description: 'Hur många, när det är sagt.' }) antal?: number;
  @Field({ description: 'Hela sammanträdet.' }) hela!: boolean;
  @Field({ description: 'Deltog i överläggningen.' }) overlaggning!: boolean;
  @Field(() => [Int], { description: 'Paragraferna.' }) paragrafer!: readonly number[];
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'En punkt i ett beslut.' })
export class ProtokollBeslutspunkt {
  @Field(() => Int) nr!: number;
  @SealedField({ description: 'Texten.' }) text!: Sealed;
  @SealedField({ description: 'Verbet, som i protokollet.' }) verb?: Sealed;
  @SealedField({ description: 'Vem som beslutar, som i protokollet.' }) subjekt?: Sealed;
  @Field(() => Int, { nullable: true, description: 'Antal underpunkter, när de inte är utskrivna.' }) underpunkter?: number;
}
@ObjectType({ description: 'Någon som inte var inne vid paragrafen.' })
export class ProtokollFranvaro {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => Franvaroskal) skal!: string;
}
@ObjectType({ description: 'En paragraf i protokollet. Av en sekretessparagraf ser den obehörige bara numret.' })
export class ProtokollParagraf {
  @Field(() => Int) ar!: number;
  @Field(() => Int) nummer!: number;
  @Field(() => String, { nullable: true, description: 'Bokstaven, när flera har samma nummer.' }) bokstav?: string;
  @Field({ description: 'Numret som nämnden skriver det: § 64, § 64/20, SN 64, § 196 a.' }) skrivs!: string;
  @Field({ description: 'Paragrafen är sekretess.' }) sekretess!: boolean;
  @Field(() => String, { nullable: true, description: 'I huvudprotokollet för en omedelbart justerad paragraf: var den står.' }) hanvisning?: string;
  @Field(() => ID, { nullable: true, description: 'Punktens id, och paragrafens.' }) punkt?: string;
  @Field(() => Int, { nullable: true, description: 'Punktens nummer i den senaste kallelsen; inget för det som kom till senare.' }) kallelseNr?: number;
  @SealedField({ description: 'Rubriken, som i protokollet.' }) rubrik?: Sealed;
  @Field(() => String, { nullable: true, description: 'Diarienumret, som i protokollet.' }) beteckning?: string;
  @SealedField({ list: true, nullable: false, description: 'Underlagen.' }) underlag!: readonly Sealed[];
  @SealedField({ description: 'Vad som ändrades mot kallelsen.' }) andringMotKallelse?: Sealed;
  @SealedField({ description: 'Beslutets motivering, när den står under en egen rubrik.' }) beslutsmotivering?: Sealed;
  @Field(() => Beslutstyp, { nullable: true, description: 'Vad som blev av punkten.' }) beslutstyp?: string;
  @Field(() => Overklagandeslag, { nullable: true, description: 'Hur beslutet överklagas.' }) overklagandeslag?: string;
  @Field(() => String, { nullable: true, description: 'Klubbslaget.' }) tid?: string;
  @Field(() => [ProtokollBeslutspunkt], { description: 'Beslutet.' }) beslutspunkter!: readonly ProtokollBeslutspunkt[];
  @Field(() => [ProtokollFranvaro], { description: 'De som inte var inne, med jäv.' }) franvaro!: readonly ProtokollFranvaro[];
  @Field(() => [ProtokollYrkande]) yrkanden!: readonly ProtokollYrkande[];
  @Field(() => [ProtokollSteg], { description: 'I vilken ordning förslagen ställdes.' }) propositionsordning!: readonly ProtokollSteg[];
  @Field(() => ProtokollBeslutsgang, { nullable: true }) beslutsgang?: ProtokollBeslutsgang;
  @Field(() => [ProtokollPerson], { description: 'De som begärde omröstning.' }) omrostningBegardAv!: readonly ProtokollPerson[];
  @Field(() => [ProtokollOmrostning]) omrostningar!: readonly ProtokollOmrostning[];
  @Field(() => ID, { nullable: true, description: 'Förslaget som vann: ett yrkandes id, eller punktens för liggande förslag.' }) bifallet?: string;
  @Field(() => [ProtokollDeltarInte]) deltarInte!: readonly ProtokollDeltarInte[];
  @Field(() => [ProtokollReservation]) reservationer!: readonly ProtokollReservation[];
  @Field(() => [ProtokollAnteckning], { description: 'Protokollsanteckningar och särskilda yttranden.' }) anteckningar!: readonly ProtokollAnteckning[];
  @Field(() => [ProtokollJav]) jav!: readonly ProtokollJav[];
  @Field(() => ProtokollHanvisning, { nullable: true, description: 'Paragrafen i ett annat organ, vars förslag behandlas.' }) forslagFran?: ProtokollHanvisning;
  @Field(() => ProtokollAndring, { nullable: true }) andrar?: ProtokollAndring;
  @Field(() => [ProtokollJavsprovning], { description: 'Nämndens egna beslut i jävsfrågor.' }) javsprovningar!: readonly ProtokollJavsprovning[];
  @Field(() => [ProtokollPart], { description: 'Parter som lämnade uppgifter muntligt.' }) parter!: readonly ProtokollPart[];
  @Field(() => ProtokollPerson, { nullable: true, description: 'Den som ledde ärendet.' }) ordforande?: ProtokollPerson;
  @Field(() => String, { nullable: true, description: 'Dagen för justeringen.' }) justerad?: string;
  @Field(() => Boolean, { nullable: true, description: 'Paragrafen hör till ett omedelbart justerat protokoll.' }) omedelbartJusterad?: boolean;
  @Field(() => Int, { nullable: true, description: 'Protokollet som har dess text.' }) omgang?: number;
  @Field(() => OffentligtBeslut, { nullable: true, description: 'Beslutet, när alla kan läsa det fast paragrafen är sekretess.' }) offentligtBeslut?: OffentligtBeslut;
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'Något som hände med ett anslag.' })
export class Anslagshandelse {
  @Field(() => Anslagshandelseslag) slag!: string;
  @Field() datum!: string;
  @Field(() => String, { nullable: true, description: 'När det kontrollerades, eller när avbrottet började.' }) tid?: string;
  @Field(() => String, { nullable: true, description: 'När avbrottet slutade.' }) till?: string;
  @Field(() => Boolean, { nullable: true, description: 'Det gick att nå.' }) nabart?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Avbrottet bröt anslaget.' }) brutet?: boolean;
  @Field(() => ID, { nullable: true, description: 'Vem som antecknade det.' }) av?: string;
}
@ObjectType({ description: 'Ett tillkännagivande på anslagstavlan: utan namn och rubriker.' })
export class ProtokollAnslag {
  @Field({ description: 'Anslagsdagen.' }) datum!: string;
  @SealedField({ description: 'Var protokollet finns.' }) forvaringsplats!: Sealed;
  @Field({ description: 'Det som anslås, gjort av fakta. Av paragraferna bara numren.' }) text!: string;
  @Field({ description: 'Bevis om hur länge det var anslaget.' }) bevis!: string;
  @Field(() => [Anslagshandelse], { description: 'När det sattes upp, kontrollerades, var borta och togs ned.' }) logg!: readonly Anslagshandelse[];
  @Field({ description: 'Får tas ned tidigast.' }) nedtasTidigast!: string;
  @Field(() => String, { nullable: true, description: 'Dagen då det togs ned.' }) nedtaget?: string;
  @Field({ description: 'Det har inte varit uppe oavbrutet.' }) brutet!: boolean;
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'En underskrift, som den står i protokollets fil.' })
export class ProtokollSignatur {
  @Field(() => Signaturroll) roll!: string;
  @Field(() => ID, { nullable: true }) person?: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field(() => String, { nullable: true, description: 'Lokal tid.' }) tid?: string;
}
@ObjectType({ description: 'En underskrift vid justeringen.' })
export class ProtokollUnderskrift {
  @Field(() => ID) person!: string;
  @SealedField({ description: 'Namnet.' }) namn?: Sealed;
  @Field() datum!: string;
}
@ObjectType({ description: 'Att protokollet är publicerat på webben: granskat, och efter beslut.' })
export class ProtokollPublicering {
  @Field() datum!: string;
  @Field(() => ID, { description: 'Den som granskade det.' }) granskadAv!: string;
  @SealedField({ description: 'Beslutet om publicering.' }) beslut!: Sealed;
  @Field({ description: 'Sidans SHA-256 när den granskades.' }) hash!: string;
}
@ObjectType({ description: 'Ett eget protokoll: en justering med eget anslag, eller ett som är upprättat och inte justerat än.' })
export class ProtokollOmgang {
  @Field(() => Int) omgang!: number;
  @Field({ description: 'Paragraferna justerades omedelbart.' }) omedelbar!: boolean;
  @Field(() => String, { nullable: true, description: 'Justeringsdagen.' }) datum?: string;
  @Field(() => String, { nullable: true, description: 'Dagen då det skickades för justering.' }) skickad?: string;
  @Field(() => [ProtokollUnderskrift], { description: 'Dagen för var och ens underskrift.' }) underskrifter!: readonly ProtokollUnderskrift[];
  @Field(() => ID, { nullable: true, description: 'Det undertecknade papperet som är justeringens bevis.' }) undertecknat?: string;
  @Field(() => ProtokollPublicering, { nullable: true }) publicerad?: ProtokollPublicering;
  @Field(() => [ProtokollPerson], { description: 'De som justerade, eller ska justera.' }) justerare!: readonly ProtokollPerson[];
  @Field({ description: 'Paragraferna: §§ 25–27, 29.' }) paragrafer!: string;
  @Field(() => [Int], { description: 'Paragrafer som det har texten till.' }) paragraferMedText!: readonly number[];
  @Field(() => [Int], { description: 'Paragrafer som det bara hänvisar från.' }) paragraferEndastHanvisning!: readonly number[];
  @SealedField({ description: 'Hur det justerades, som det står.' }) satt?: Sealed;
  @SealedField({ description: 'Sekreterarens titel eller namn.' }) sekreterare?: Sealed;
  @SealedField({ description: 'Paragraferna, som de står på försättsbladet.' }) forsattsblad?: Sealed;
  @SealedField({ description: 'Paragraferna, som de står i filens namn.' }) filnamn?: Sealed;
  @Field(() => Int, { nullable: true, description: 'Sidor i filen.' }) sidorPdf?: number;
  @Field(() => Int, { nullable: true, description: 'Sidor enligt sidfoten.' }) sidorSidfot?: number;
  @SealedField({ description: 'Tjänsten som det undertecknades i.' }) underskriftstjanst?: Sealed;
  @Field(() => [ProtokollSignatur], { description: 'Underskrifterna, som de står i filen.' }) signaturer!: readonly ProtokollSignatur[];
  @Field(() => [ProtokollAnslag], { description: 'Anslagen, det senaste sist.' }) anslag!: readonly ProtokollAnslag[];
  @Field(() => Inlast, { nullable: true }) inlast?: Inlast;
}
@ObjectType({ description: 'Protokollet, eller ett av dem. Allmänheten ser det som är justerat.' })
export class Protokoll {
  @Field(() => ID) sammantrade!: string;
  @Field({ description: 'Organets bokstäver.' }) organ!: string;
  @Field() datum!: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då sammanträdet öppnades.' }) tid?: string;
  @Field(() => String, { nullable: true, description: 'Klockslag då det avslutades.' }) slut?: string;
  @SealedField({ description: 'Platsen.' }) plats!: Sealed;
  @Field({ description: 'Paragraferna: §§ 25–51.' }) spann!: string;
  @Field(() => [ProtokollAjournering]) ajourneringar!: readonly ProtokollAjournering[];
  @Field(() => [ProtokollNarvaro], { description: 'Förtroendevalda och deras tjänstgöring.' }) narvaro!: readonly ProtokollNarvaro[];
  @Field(() => [ProtokollOvrigNarvaro], { description: 'Andra som var med.' }) ovrigNarvaro!: readonly ProtokollOvrigNarvaro[];
  @Field(() => [ProtokollPerson], { description: 'De som utsågs att justera.' }) justerare!: readonly ProtokollPerson[];
  @Field(() => [ProtokollParagraf]) paragrafer!: readonly ProtokollParagraf[];
  @Field(() => [ProtokollOmgang], { description: 'Justeringarna med sina anslag.' }) omgangar!: readonly ProtokollOmgang[];
}

type Numrerad = Punkt & { readonly paragraf: NonNullable<Punkt['paragraf']>; readonly beslut: NonNullable<Punkt['beslut']> };
const arNumrerad = (punkt: Punkt): punkt is Numrerad => punkt.paragraf !== undefined && punkt.beslut !== undefined;
type Namn = (id: string) => ProtokollPerson;
/** § numbers of items, of those that are shown. */
type Nummer = (punkter: readonly string[]) => readonly Numrerad['paragraf'][];
type Tal = (punkter: readonly string[]) => readonly number[];
const enbart = (nummer: Nummer): Tal => (punkter) => [...new Set(nummer(punkter).map(({ nr }) => nr))].sort((a, b) => a - b);

/** As the nämnd wrote its numbers on the day of the meeting. */
export const skrivsatt = async ({ namnd, organ, datum }: Doc, when: When, { reader }: Pick<EdgeContext, 'reader'>): Promise<(paragraf: Numrerad['paragraf']) => string> => {
  const doc = await reader.doc(namnden, namnd, when);
  const form = (doc && reglementePa(doc, datum))?.paragrafform ?? 'nummer';
  return (paragraf) => skrivParagraf(paragraf, form, organ);
};
/** The letters of the organs whose proposals were dealt with. */
const organen = async ({ namnd, organ, punkter }: Doc, when: When, { reader }: EdgeContext): Promise<(namnd: string) => string> => {
  const kanda = new Map([[namnd, organ]]);
  for (const { forslagFran } of punkter) if (forslagFran !== undefined && !kanda.has(forslagFran.namnd)) kanda.set(forslagFran.namnd, (await reader.doc(namnden, forslagFran.namnd, when))?.organ ?? '');
  return (vilken) => kanda.get(vilken) ?? '';
};
const hanvisningen = (organ: string, { ar, nr, bokstav, datum }: { readonly ar: number; readonly nr: number; readonly bokstav?: string; readonly datum: string }): ProtokollHanvisning =>
  ({ organ, ar, nummer: nr, ...(bokstav !== undefined && { bokstav }), datum, text: hanvisningstext(organ, { nr, ...(bokstav !== undefined && { bokstav }), datum }) });

/** The minutes for this viewer: the main protocol, or one of them; for the public what is justerat. */
export const protokollet = async (doc: Doc, omgang: number | undefined, when: When, context: EdgeContext): Promise<Protokoll | null> => {
  const { namnd } = doc;
  const inifran = context.viewer.may(namnd, 'arbetsmaterial');
  // What only prepares does not make its minutes allmänna by justering (TF 2:10 st. 3).
  const protokoll = doc.omgangar.filter((en) => inifran || (arJusterad(en) && doc.beredande !== true));
  const eget = omgang === undefined ? undefined : protokoll.find((en) => en.omgang === omgang);
  if ((!inifran && protokoll.length === 0) || doc.oppnat === undefined || (omgang !== undefined && eget === undefined)) return null;

  const omgangFor = new Map(protokoll.flatMap((en) => en.punkter.map((punkt) => [punkt, en] as const)));
  const numrerade = doc.punkter.filter(arNumrerad);
  const paragrafer = numrerade.filter(({ id }) => (eget === undefined ? inifran || omgangFor.has(id) : eget.punkter.includes(id))).sort((a, b) => a.beslut.ordning - b.beslut.ordning);
  const namnda = [
    ...doc.narvaro.flatMap(({ person, pass }) => [person, ...pass.flatMap(({ ersatter = person }) => ersatter)]), ...doc.justerare.map(({ person }) => person),
    ...omnamnda(doc),
    ...protokoll.flatMap(({ justerare, uppgifter }) => [...justerare, ...(uppgifter?.signaturer ?? []).flatMap(({ person }) => person ?? [])]),
  ];
  const namn = await personer(namnda, doc, when, context);
  const klass = await klassIdag(doc, when, context);
  const offentligt = await offentligaIdag(doc, when, context);
  const heter = await oppnade(omnamnda(doc), namn, context);
  const nummerFor = (visade: readonly Numrerad[]): Nummer => {
    const nr = new Map(visade.map(({ id, paragraf }) => [id, paragraf]));
    return (punkter) => punkter.flatMap((punkt) => nr.get(punkt) ?? []);
  };
  const nummer = enbart(nummerFor(paragrafer));
  const skriv = await skrivsatt(doc, when, context);
  const organ = await organen(doc, when, context);
  // A protocol points from §§ that stand in another one.
  const allas = nummerFor(inifran ? numrerade : numrerade.filter(({ id }) => omgangFor.has(id)));
  const omedelbara = protokoll.filter(({ omedelbar }) => omedelbar).flatMap(({ punkter }) => punkter);
  const scope = { namnd, klass: 'oppen' } as const;
  const texter = await anslagstexter(doc, protokoll, allas, when, context);

  return scoped(scope, {
    sammantrade: doc.id, organ: doc.organ, datum: doc.datum, tid: doc.oppnat, plats: doc.hallenPlats ?? doc.plats, ...(doc.avslutat !== undefined && { slut: doc.avslutat }),
    spann: spann(paragrafer.map(({ paragraf }) => paragraf)),
    narvaro: narvaron(doc, nummer, namn), ajourneringar: (doc.ajourneringar ?? []).map((en) => scoped(scope, { ...en })),
    ovrigNarvaro: doc.ovrigNarvaro.map(({ narvaro: id, punkter, overlaggning = false, inlast: ett, ...en }) => {
      const ute = (doc.ovrigtJav ?? []).filter(({ narvaro }) => narvaro === id).map(({ punkt }) => punkt);
      return scoped(scope, { id, ...en, overlaggning, hela: punkter === undefined && ute.length === 0, paragrafer: nummer((punkter ?? paragrafer.map((punkt) => punkt.id)).filter((punkt) => !ute.includes(punkt))), ...inlast(scope, ett) });
    }),
    justerare: doc.justerare.map(({ person }) => namn(person)),
    paragrafer: paragrafer.map((punkt) => paragrafen(doc, { ...punkt, klass: klass(punkt) }, omgangFor.get(punkt.id), eget !== undefined, { namn, medNamn: (text) => medNamn(text, heter), when, skriv, organ, offentligt }, context)),
    // What a protocol is asked for besides: of which meeting and §§ it is, and when it is looked at.
    omgangar: protokoll.filter((en) => eget === undefined || en === eget)
      .map((en) => ({ ...omgangen({ ...scope, when }, en, allas, en.omedelbar ? [] : omedelbara, namn, texter), sammantrade: doc.id, punkter: en.punkter })),
  });
};

/** Names for the texts that are made of facts: of those who serve the public, so open to all. */
const oppnade = async (vilka: readonly string[], namn: Namn, { viewer }: EdgeContext): Promise<(person: string) => string | undefined> => {
  const texter = new Map<string, string>();
  for (const person of new Set(vilka)) {
    const { namn: token } = namn(person);
    if (token !== undefined) texter.set(person, await viewer.open(token as Token));
  }
  return (person) => texter.get(person);
};

const narvaron = (doc: Doc, nummer: Tal, namn: Namn): readonly ProtokollNarvaro[] => {
  const scope = { namnd: doc.namnd, klass: 'oppen' } as const;
  const vid = narvaroPerPunkt(doc);
  return doc.narvaro.map(({ person, uppdrag, roll, parti, pass, franvaroskal, inlast: inlasning }) => {
    const { tjanstgor, narvarande, distans, platser } = vid(person);
    const vakanta = new Set(pass.flatMap(({ ersatter, vakant }) => (vakant === true && ersatter !== undefined ? ersatter : [])));
    return scoped(scope, {
      ...namn(person), uppdrag, parti, ...(roll !== undefined && { roll }), ersatter: [...new Set(pass.flatMap(({ ersatter }) => ersatter ?? []))].map(namn),
      platser: platser.map(({ plats, punkter }) => scoped(scope, { ...namn(plats), vakant: vakanta.has(plats), paragrafer: nummer(punkter) })),
      tjanstgjorde: nummer(tjanstgor), narvarande: nummer(narvarande), distans: nummer(distans), ...(franvaroskal !== undefined && { franvaroskal }), ...inlast(scope, inlasning),
    });
  });
};

const omgangen = (scope: Scope, { omgang, omedelbar, datum, skickad, underskrifter = [], undertecknat, publicerad, justerare, punkter, anslag, uppgifter, inlast: inlasning }: Omgang, allas: Nummer, omedelbara: readonly string[], namn: Namn, anslagstexten: Anslagstexter): ProtokollOmgang => {
  const { hanvisningar = omedelbara, signaturer = [], ...texter } = uppgifter ?? {};
  const tal = enbart(allas);
  return scoped(scope, {
    omgang, omedelbar, ...(datum !== undefined && { datum }), justerare: justerare.map(namn), paragrafer: spann(allas(punkter)), paragraferMedText: tal(punkter), paragraferEndastHanvisning: tal(hanvisningar),
    ...(skickad !== undefined && { skickad }), underskrifter: underskrifter.map(({ person, datum: dag }) => scoped(scope, { ...namn(person), datum: dag })), ...(undertecknat !== undefined && { undertecknat: undertecknat.id }),
    ...(publicerad !== undefined && { publicerad: scoped(scope, publicerad) }),
    ...texter, signaturer: signaturer.map(({ roll, person, tid }) => scoped(scope, { roll, ...(person !== undefined && namn(person)), ...(tid !== undefined && { tid }) })),
    anslag: anslag.map((ett) => anslaget(scope, ett, anslagstexten(ett))), ...inlast(scope, inlasning),
  });
};

const anslaget = (scope: Scope, { inlast: inlasning, logg, ...ett }: Anslag, texter: ReturnType<Anslagstexter>): ProtokollAnslag =>
  scoped(scope, { ...ett, ...texter, logg: logg.map((en) => scoped(scope, handelsen(en))), ...inlast(scope, inlasning) });
const handelsen = (en: Handelse): Anslagshandelse =>
  en.slag === 'avbrott' ? { slag: en.slag, datum: en.datum, av: en.av, tid: en.fran, till: en.till, brutet: en.brutet } : en;

type Anslagstexter = (anslag: Anslag) => Pick<ProtokollAnslag, 'text' | 'bevis'>;
/** What is posted, and the proof of it: made of facts, with the nämnd's name and where the protocol lies opened for all. */
const anslagstexter = async ({ namnd, organ, datum: motesdag }: Doc, protokoll: readonly Omgang[], allas: Nummer, when: When, { reader, viewer }: EdgeContext): Promise<Anslagstexter> => {
  const alla = new Map<Anslag, ReturnType<Anslagstexter>>();
  const namn = (await reader.doc(namnden, namnd, when))?.namn;
  const oppnat = namn === undefined ? organ : await viewer.open(namn as Token);
  for (const { datum: justerad, punkter, anslag } of protokoll) {
    for (const ett of justerad === undefined ? [] : anslag) {
      const om = { organ: oppnat, motesdag, paragrafer: spann(allas(punkter)), justerad: justerad! };
      alla.set(ett, { text: anslagstext(om, ett, await viewer.open(ett.forvaringsplats as Token), endastDatum.sistaLaglighet(ett.datum)), bevis: anslagsbevis(om, ett) });
    }
  }
  return (ett) => alla.get(ett)!;
};

const paragrafen = (doc: Doc, punkt: Numrerad, omgang: Omgang | undefined, eget: boolean, vem: Parameters<typeof behandlingen>[3] & { readonly when: When; readonly skriv: (paragraf: Numrerad['paragraf']) => string; readonly organ: (namnd: string) => string; readonly offentligt: Awaited<ReturnType<typeof offentligaIdag>> }, { viewer }: EdgeContext): ProtokollParagraf => {
  const { namnd } = doc;
  const { paragraf: { ar, nr: nummer, bokstav }, klass, beslut, forslagFran } = punkt;
  const skrivs = vem.skriv(punkt.paragraf);
  const ram = { ar, nummer, ...(bokstav !== undefined && { bokstav }), skrivs, sekretess: klass === 'sekretess', ...(omgang !== undefined && { omedelbartJusterad: omgang.omedelbar, omgang: omgang.omgang }) };
  // C4: in the main protocol the number stays and points to the § justerad by itself.
  const hanvisning = omgang?.omedelbar === true && !eget ? { hanvisning: hanvisningsrad(skrivs) } : {};
  const alla = 'hanvisning' in hanvisning ? {} : vem.offentligt(punkt);
  if (!viewer.may(namnd, klass)) return { ...ram, ...hanvisning, ...alla, underlag: [], beslutspunkter: [], franvaro: [], ...INGEN_BEHANDLING, ...INGET_RUNT };
  const scope = { namnd, klass };
  const texten = 'hanvisning' in hanvisning ? [] : beslut.beslutspunkter;
  const beteckning = beslut.diarienummer ?? punkt.diarienummer;
  const kallelseNr = nrIKallelsen(doc, punkt.id);
  // What a § is asked for besides is looked at then, too.
  return scoped({ ...scope, when: vem.when }, {
    ...ram, ...hanvisning, ...alla, punkt: punkt.id, ...(kallelseNr !== undefined && { kallelseNr }), rubrik: beslut.rubrik ?? punkt.rubrik, ...(beteckning !== undefined && { beteckning }),
    underlag: beslut.underlag ?? [], ...(beslut.andringMotKallelse !== undefined && { andringMotKallelse: beslut.andringMotKallelse }),
    ...(beslut.beslutsmotivering !== undefined && { beslutsmotivering: beslut.beslutsmotivering }),
    beslutstyp: beslut.beslutstyp, overklagandeslag: beslut.overklagandeslag, tid: beslut.tid, ...(omgang?.datum !== undefined && { justerad: omgang.datum }),
    beslutspunkter: texten.map((en, i) => scoped(scope, { nr: i + 1, ...beslutspunkten(en) })),
    franvaro: doc.franvaro.filter((en) => en.punkt === punkt.id).map(({ person, skal }) => scoped(scope, { ...vem.namn(person), skal })), ...inlast(scope, beslut.inlast),
    ...('hanvisning' in hanvisning ? { ...INGEN_BEHANDLING, ...INGET_RUNT } : { ...behandlingen(doc, punkt, scope, vem), ...runtPunkten(doc, punkt, scope, vem) }), ...(beslut.bifallet !== undefined && { bifallet: beslut.bifallet }),
    ...(forslagFran !== undefined && { forslagFran: hanvisningen(vem.organ(forslagFran.namnd), forslagFran) }),
    ...(beslut.andrar !== undefined && { andrar: scoped(scope, { beslut: hanvisningen(doc.organ, beslut.andrar), grund: beslut.andrar.grund, skal: beslut.andrar.skal }) }),
  });
};
