import { canonicalText, type Brott, type DataOf, idOf, type Projection, type Recorded, type Sealed } from '@klubba/kernel';
import { lokalTid, tavlans } from '@klubba/lagrum';
import { type Anslagshandelse, nedtaget, sammantradetsAnslag } from './sammantrade.anslag.projection';
import { behandlingssteg, ersatt } from './sammantrade.behandling.projection';
import { type Inlasningssteg, inlasta } from './sammantrade.inlasning.projection';
import { medKvitton, medSkal } from './sammantrade.kallelse.projection';
import type { sammantradeFacts, SammantradeEvent } from './sammantrade.events';
import { protokollsteg } from './sammantrade.protokoll.projection';
import { type Javsprovning, type Medgivande, type OvrigtJav, type Part, rummetssteg } from './sammantrade.rummet.projection';

type Data<T extends keyof typeof sammantradeFacts> = DataOf<(typeof sammantradeFacts)[T]['shape']>;

export type Punktslag = Data<'PunktLagdTill'>['slag'];
export type Kallelseslag = NonNullable<Data<'KallelseSkickad'>['slag']>;
export type Kvittolage = Data<'KallelsekvittoAntecknat'>['lage'];
export type Utskickssatt = Data<'KallelsekvittoAntecknat'>['satt'];
export type Paketdel = Data<'KallelsepaketHamtat'>['del'];
export type Tillkannagivande = Data<'SammantradeTillkannagivet'> & { readonly nedtaget?: string };
export type Handlingslage = NonNullable<Data<'PunktLagdTill'>['handlingslage']>;
export type Beslutstyp = Data<'BeslutFattat'>['beslutstyp'];
/** As above, or that the source of what was read in does not say. */
export type Inlastbeslutstyp = Data<'BeslutInlast'>['beslutstyp'];
export type Regler = NonNullable<Data<'SammantradeOppnat'>['regler']>;
export type Narvaroslag = Data<'OvrigNarvaroAntecknad'>['slag'];
export type Signaturroll = Data<'ProtokolluppgifterAntecknade'>['signaturer'][number]['roll'];
export type Overklagandeslag = Data<'BeslutFattat'>['overklagandeslag'];
export type Beslutspunkt = Data<'BeslutFattat'>['beslutspunkter'][number];
export type Andring = NonNullable<Data<'BeslutFattat'>['andrar']>;
export type Andringsgrund = Andring['grund'];
export type Andringsundantag = NonNullable<Andring['undantag']>;
export type Maskningsskal = Data<'UppgiftMaskad'>['skal'];
export type Pass = Data<'NarvaroAntecknad'>['pass'][number];
export type Yrkandeslag = Data<'YrkandeAntecknat'>['slag'];
export type Omrostningsslag = Data<'OmrostningGenomford'>['slag'];
export type Beslutsgangstyp = Data<'BeslutsgangAntecknad'>['typ'];
export type Javsgrund = NonNullable<Data<'FranvaroVidPunktAntecknad'>['grund']>;
export type Steg = Data<'BeslutsgangAntecknad'>['steg'][number];
type Vid<T extends keyof typeof sammantradeFacts> = Omit<Data<T>, 'punkt' | 'klass' | 'avsteg'>;
export type Yrkande = Vid<'YrkandeAntecknat'> & Inlasbar & { readonly aterkallat?: { readonly skal?: Sealed } };
export type Omrostning = Vid<'OmrostningGenomford'> & Inlasbar;
export type Reservation = Vid<'ReservationAnmald'> & Inlasbar;
export type DeltarInte = Vid<'DeltarInteAntecknat'> & Inlasbar;
/** How an item was treated: what was wanted of it, how it was put and voted on, and who dissented. */
export type Behandling = {
  readonly yrkanden: readonly Yrkande[];
  readonly propositionsordning?: readonly Steg[];
  readonly beslutsgang?: Vid<'BeslutsgangAntecknad'>;
  readonly begardAv?: readonly string[];
  readonly omrostningar: readonly Omrostning[];
  readonly deltarInte: readonly DeltarInte[];
  readonly reservationer: readonly Reservation[];
  readonly anteckningar: readonly Vid<'ProtokollsanteckningGjord'>[];
};
export type Skede = 'planerat' | 'kallat' | 'oppet' | 'avslutat' | 'installt';

/** Read in from before Klubba: from where, and which rules it broke. */
export type Inlast = { readonly kalla: Sealed; readonly brott: readonly Brott[] };
type Inlasbar = { readonly inlast?: Inlast };

/** What became of an item at the klubbslag; `ordning` is its place among those of the meeting. */
export type Beslut = Inlasbar & Omskrivning & {
  readonly ordning: number;
  readonly tid: string;
  readonly beslutstyp: Inlastbeslutstyp;
  readonly overklagandeslag: Overklagandeslag;
  readonly beslutspunkter: readonly Beslutspunkt[];
};
/** What the minutes say otherwise than the agenda, and on what it was decided. */
type Omskrivning = Pick<Data<'BeslutFattat'>, 'rubrik' | 'diarienummer' | 'underlag' | 'andringMotKallelse' | 'beslutsmotivering' | 'bifallet' | 'enligtForslag' | 'andrar' | 'utanParagraf'>;
/** An item of the agenda. Its number is its place in the list. */
export type Punkt = Pick<Data<'PunktLagdTill'>, 'slag' | 'klass' | 'sekretesslagrum' | 'rubrik' | 'grupp' | 'arende' | 'galler' | 'diarienummer' | 'tjansteskrivelse' | 'handlingslage' | 'forslag' | 'foredragande' | 'tidMin' | 'klockslag' | 'beslutsniva' | 'arshjul'> & Inlasbar & {
  readonly id: string;
  readonly sen?: { readonly beredd: boolean; readonly skal: Sealed };
  readonly utgatt?: { readonly skal: Sealed };
  /** Why it was last changed, moved, or given another class. */
  readonly skalen?: { readonly andrad?: Sealed; readonly flyttad?: Sealed; readonly klass?: Sealed };
  /** Said of it: open to the public or not, and by which decision of the nämnd. */
  readonly oppet?: { readonly ja: boolean; readonly namndbeslut?: Sealed };
  /** The law closes the doors for it (A8). */
  readonly myndighetsutovning?: true;
  readonly behandling?: Behandling;
  readonly beslut?: Beslut;
  readonly paragraf?: { readonly ar: number; readonly nr: number; readonly bokstav?: string };
  /** The § of another organ that it deals with the proposal of. */
  readonly forslagFran?: Pick<Data<'ForslagKnutet'>, 'paragraf' | 'namnd' | 'ar' | 'nr' | 'bokstav' | 'datum'>;
  /** Words that the public rendition leaves out (C6). */
  readonly maskningar?: readonly { readonly maskning: string; readonly text: Sealed; readonly skal: Maskningsskal }[];
  /** Its decision without names, which all may read though it is secret (OSL 26:7). */
  readonly offentligt?: OffentligtBeslut;
};
export type OffentligtBeslut = Omit<Data<'BeslutOffentliggjort'>, 'punkt'>;
/** What all may read of a decision at an earlier moment: what stood there, while the same stands today. What was taken back since, or written anew, is not shown of then either. */
export const offentligtIdag = <B extends object>(da: B | undefined, nu: B | undefined): B | undefined => (da !== undefined && nu !== undefined && canonicalText(da) === canonicalText(nu) ? da : undefined);
/** Items that outsiders see as one row. */
export type Sekretessblock = { readonly punkter: readonly string[]; readonly rubrik: Sealed };
export type Kallelse = Omit<Data<'KallelseInlast'>, 'kalla' | 'brott' | 'punkter'> & Inlasbar & { readonly punkter: readonly { readonly punkt: string; readonly nr: number }[];
  /** The fact that it was sent by: the meeting as it then stood is the fold to it. */
  readonly handelse: string;
  readonly kvitton: readonly Kvitto[];
};
/** That it has come to somebody: as it was noted, or since they fetched the package themselves (then `del`, and `at` of the log). */
export type Kvitto = { readonly person: string; readonly lage: Kvittolage; readonly satt: Utskickssatt; readonly datum: string; readonly tid: string; readonly hash: string; readonly del?: Paketdel; readonly filhash?: string };
export type Narvaro = Omit<Data<'NarvaroAntecknad'>, 'avsteg'> & Inlasbar;
export type OvrigNarvaro = Omit<Data<'OvrigNarvaroAntecknad'>, 'avsteg'> & Inlasbar;
export type Franvaro = Omit<Data<'FranvaroVidPunktAntecknad'>, 'franvarande' | 'klass' | 'avsteg'>;
export type Anslag = Inlasbar & {
  readonly datum: string;
  readonly forvaringsplats: Sealed;
  readonly nedtasTidigast: string;
  readonly nedtaget?: string;
  /** It was not up the whole time (C5). */
  readonly brutet: boolean;
  readonly logg: readonly Anslagshandelse[];
};
/** A protocol of its own, justerat from its `datum`, with its anslag; a new one follows one that was broken. */
export type Omgang = Inlasbar & {
  readonly omgang: number;
  readonly omedelbar: boolean;
  readonly datum?: string;
  /** When it was sent for justering; nothing once it has been taken back. */
  readonly skickad?: string;
  readonly underskrifter?: Data<'ParagraferJusterade'>['underskrifter'];
  readonly undertecknat?: Data<'ParagraferJusterade'>['undertecknat'];
  readonly publicerad?: Omit<Data<'ProtokollPublicerat'>, 'omgang'>;
  readonly justerare: readonly string[];
  readonly punkter: readonly string[];
  readonly anslag: readonly Anslag[];
  readonly uppgifter?: Omit<Data<'ProtokolluppgifterAntecknade'>, 'omgang'>;
};
export const arJusterad = ({ datum }: Pick<Omgang, 'datum'>): boolean => datum !== undefined;

export type Sammantrade = {
  readonly id: string;
  readonly namnd: string;
  readonly organ: string;
  readonly datum: string;
  readonly tid: string;
  readonly slutTid?: string;
  readonly plats: Sealed;
  readonly tidSkriven?: Sealed;
  readonly skede: Skede;
  /** The request that it was planned for (A1). */
  readonly begaran?: string;
  /** Open to the public as a rule (A8). */
  readonly oppet?: boolean;
  readonly motesdagar?: Omit<Data<'MotesdagarSatta'>, 'avsteg'>;
  readonly ersattsAv?: string;
  readonly tillkannagivanden?: readonly Tillkannagivande[];
  readonly forhinder?: readonly Omit<Data<'ForhinderAnmalt'>, 'skal'>[];
  readonly inkallade?: readonly Omit<Data<'ErsattareKallad'>, 'avsteg'>[];
  readonly installt?: Sealed;
  readonly oppnat?: string;
  readonly oppnatSkrivet?: Sealed;
  /** Where it was held, when not as planned. */
  readonly hallenPlats?: Sealed;
  readonly avslutat?: string;
  readonly avslutatSkrivet?: Sealed;
  readonly slutAngesI?: readonly Sealed[];
  readonly antalLedamoter?: number;
  readonly punkter: readonly Punkt[];
  readonly block: readonly Sekretessblock[];
  /** The agenda as the latest kallelse had it, when it has changed since and the meeting has not begun: what outsiders see. */
  readonly utsand?: { readonly punkter: readonly Punkt[]; readonly block: readonly Sekretessblock[] };
  readonly faststalld?: { readonly tid: string; readonly tillagda: readonly string[]; readonly andringar?: Sealed };
  readonly kallelser: readonly Kallelse[];
  readonly narvaro: readonly Narvaro[];
  readonly ovrigNarvaro: readonly OvrigNarvaro[];
  readonly franvaro: readonly Franvaro[];
  readonly ajourneringar?: readonly { readonly fran: string; readonly till?: string; readonly skal?: Sealed }[];
  readonly motesordforande?: readonly Data<'MotesordforandeUtsedd'>[];
  readonly javsprovningar?: readonly Javsprovning[];
  readonly ovrigtJav?: readonly OvrigtJav[];
  readonly medgivanden?: readonly Medgivande[];
  readonly parter?: readonly Part[];
  /** Of an utskott that only prepares: its minutes do not become allmänna by justering (TF 2:10 st. 3). */
  readonly beredande?: boolean;
  readonly justerare: readonly { readonly person: string; readonly ersattare?: string; readonly dag?: string }[];
  readonly omgangar: readonly Omgang[];
};

type Of<T extends SammantradeEvent['type']> = Recorded<Extract<SammantradeEvent, { type: T }>>;
/** The meeting with news; nothing where there is none. */
const med = (mote: Sammantrade | undefined, news: (mote: Sammantrade) => Partial<Sammantrade>): Sammantrade | undefined => mote && { ...mote, ...news(mote) };
/** As `med`, for what changes the agenda: after a kallelse the one that was sent stays beside it until the meeting begins. */
const ny = (mote: Sammantrade | undefined, news: (mote: Sammantrade) => Partial<Sammantrade>): Sammantrade | undefined =>
  med(mote, (fore) => ({ ...news(fore), ...(fore.skede === 'kallat' && fore.utsand === undefined && { utsand: { punkter: fore.punkter, block: fore.block } }) }));
const punkten = (mote: Sammantrade, id: string, news: (punkt: Punkt) => Partial<Punkt>): Pick<Sammantrade, 'punkter'> => ({
  punkter: mote.punkter.map((punkt) => (punkt.id === id ? { ...punkt, ...news(punkt) } : punkt)),
});
/** What all might read of a secret item goes with the marking that it was weighed against. */
const utanOffentligt = ({ offentligt: _, ...punkt }: Punkt): Punkt => punkt;

/** A list with one more at a place, counted from 1. */
export const insatt = <T>(lista: readonly T[], nr: number, ny: T): readonly T[] => [...lista.slice(0, nr - 1), ny, ...lista.slice(nr - 1)];

const antecknad = (narvaro: readonly Narvaro[], ny: Narvaro): readonly Narvaro[] => ersatt(narvaro, ({ person }) => person === ny.person, ny);

const tillagd = ({ data: { punkt: id, nr: _nr, utanDiarienummer: _u, tjansteskrivelseDatum: _t, myndighetsutovning, kraverKf: _k, avsteg: _a, utskottsforslag, ...data } }: Of<'PunktLagdTill'>): Punkt => ({
  id, ...data, ...(myndighetsutovning && { myndighetsutovning }), ...(utskottsforslag !== undefined && { forslagFran: utskottetsForslag(utskottsforslag) }),
});
const utskottetsForslag = ({ paragraf, namnd, ar, nr, datum }: NonNullable<Data<'PunktLagdTill'>['utskottsforslag']>): NonNullable<Punkt['forslagFran']> => ({ paragraf, namnd, ar, nr, datum });

const steg: Omit<Projection<Sammantrade, SammantradeEvent>['on'], keyof Inlasningssteg> = {
  SammantradePlanerat: (_, { stream, data: { maste: _m, ...data } }) => ({
    id: idOf(stream), ...data, skede: 'planerat', punkter: [], block: [], kallelser: [], narvaro: [], ovrigNarvaro: [], franvaro: [], justerare: [], omgangar: [],
  }),
  SammantradeInstallt: (mote, { data: { skal, ersattsAv } }) => med(mote, () => ({ skede: 'installt', installt: skal, ...(ersattsAv !== undefined && { ersattsAv }) })),
  MotesdagarSatta: (mote, { data: { avsteg: _, ...motesdagar } }) => med(mote, () => ({ motesdagar })),
  KallelseSkickad: (mote, { id: handelse, data: { punkter, avsteg: _, ...kallelse } }) => {
    if (mote === undefined) return undefined;
    const { utsand: _utsand, ...rest } = mote;
    const nummer = new Map(punkter.map(({ punkt, diarienummer }) => [punkt, diarienummer]));
    return {
      ...rest,
      skede: mote.skede === 'planerat' ? 'kallat' : mote.skede,
      kallelser: [...mote.kallelser, { ...kallelse, punkter: punkter.map(({ punkt, nr }) => ({ punkt, nr })), handelse, kvitton: [] }],
      punkter: mote.punkter.map((punkt) => ({ ...punkt, ...(nummer.get(punkt.id) !== undefined && { diarienummer: nummer.get(punkt.id)! }) })),
    };
  },

  KallelsekvittoAntecknat: (mote, { data: { version, personer, ...kvitto } }) => med(mote, (fore) => medKvitton(fore, version, personer.map((person) => ({ person, ...kvitto })))),
  KallelsepaketHamtat: (mote, { at, data: { version, ...hamtat } }) => med(mote, (fore) => {
    const { datum, tid } = lokalTid(at);
    return medKvitton(fore, version, [{ ...hamtat, lage: 'oppnad', satt: 'portal', datum, tid: tid.slice(0, 5) }]);
  }),
  ForhinderAnmalt: (mote, { data: { skal: _, ...data } }) => med(mote, ({ forhinder = [] }) => ({ forhinder: [...forhinder, data] })),
  ForhinderAterkallat: (mote, { data }) => med(mote, ({ forhinder = [] }) => ({ forhinder: forhinder.filter(({ person }) => person !== data.person) })),
  ErsattareKallad: (mote, { data: { avsteg: _, ...data } }) => med(mote, ({ inkallade = [] }) => ({ inkallade: [...inkallade.filter(({ ledamot }) => ledamot !== data.ledamot), data] })),
  ErsattareAterkallad: (mote, { data }) => med(mote, ({ inkallade = [] }) => ({ inkallade: inkallade.filter(({ ersattare }) => ersattare !== data.ersattare) })),
  PunktensOppenhetSatt: (mote, { data: { punkt, oppet: ja, namndbeslut } }) => med(mote, (fore) => punkten(fore, punkt, () => ({ oppet: { ja, ...(namndbeslut !== undefined && { namndbeslut }) } }))),
  SammantradeTillkannagivet: (mote, { data }) => med(mote, ({ tillkannagivanden = [] }) => ({ tillkannagivanden: [...tillkannagivanden, data] })),
  TillkannagivandeNedtaget: (mote, { data }) => med(mote, ({ tillkannagivanden = [] }) => ({ tillkannagivanden: nedtaget(tillkannagivanden, data) })),
  PunktLagdTill: (mote, event) => ny(mote, ({ punkter }) => ({ punkter: insatt(punkter, event.data.nr, tillagd(event)) })),
  PunktFlyttad: (mote, { data }) => ny(mote, ({ punkter }) => {
    const flyttad = punkter.find(({ id }) => id === data.punkt);
    return { punkter: flyttad === undefined ? punkter : insatt(punkter.filter((en) => en !== flyttad), data.nr, medSkal(flyttad, 'flyttad', data.skal)) };
  }),
  PunktAndrad: (mote, { data: { punkt, klass: _k, skal, avsteg: _a, ...news } }) => ny(mote, (fore) => punkten(fore, punkt, (en) => ({ ...medSkal(en, 'andrad', skal), ...news }))),
  PunktKlassAndrad: (mote, { data: { punkt: id, klass, sekretesslagrum, skal } }) => ny(mote, ({ punkter }) => ({
    punkter: punkter.map((punkt) => {
      if (punkt.id !== id) return punkt;
      const { sekretesslagrum: _, offentligt: _o, ...rest } = punkt;
      return { ...medSkal(rest, 'klass', skal), klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }) };
    }),
  })),
  PunkternasKlassHojd: (mote, { data: { punkter: ids, klass, sekretesslagrum } }) => ny(mote, ({ punkter }) => ({
    punkter: punkter.map((punkt) => (ids.includes(punkt.id) ? { ...utanOffentligt(punkt), klass, ...(sekretesslagrum !== undefined && { sekretesslagrum }) } : punkt)),
  })),
  ForslagKnutet: (mote, { data: { punkt: id, paragraf, namnd, ar, nr, bokstav, datum, forslag } }) => ny(mote, (fore) => punkten(fore, id, () => ({
    forslagFran: { paragraf, namnd, ar, nr, ...(bokstav !== undefined && { bokstav }), datum }, ...(forslag !== undefined && { forslag }),
  }))),
  PunktUtgick: (mote, { data: { punkt, behallerNummer, skal } }) => ny(mote, (fore) =>
    behallerNummer
      ? punkten(fore, punkt, () => ({ utgatt: { skal } }))
      : { punkter: fore.punkter.filter(({ id }) => id !== punkt), block: utanPunkt(fore.block, punkt) }),
  SekretessblockSatt: (mote, { data: { punkter, rubrik } }) => ny(mote, ({ block }) => ({
    block: [...block.filter((ett) => !ett.punkter.some((id) => punkter.includes(id))), { punkter, rubrik }],
  })),
  DagordningFaststalld: (mote, { data }) => med(mote, ({ faststalld }) => ({ faststalld: { ...data, tillagda: [...(faststalld?.tillagda ?? []), ...data.tillagda] } })),

  SammantradeOppnat: (mote, { data: { tid, antalLedamoter, tidSkriven, plats, regler } }) => {
    if (mote === undefined) return undefined;
    const { utsand: _, ...rest } = mote;
    return { ...rest, skede: 'oppet', oppnat: tid, antalLedamoter, ...(tidSkriven !== undefined && { oppnatSkrivet: tidSkriven }), ...(plats !== undefined && { hallenPlats: plats }), ...(regler?.beredande === true && { beredande: true }) };
  },
  NarvaroAntecknad: (mote, { data: { avsteg: _, ...data } }) => med(mote, ({ narvaro }) => ({ narvaro: antecknad(narvaro, data) })),
  UppropHallet: (mote, { data: { antecknade } }) => med(mote, ({ narvaro }) => ({ narvaro: antecknade.reduce(antecknad, narvaro) })),
  ...rummetssteg,
  ...behandlingssteg,
  ...protokollsteg,
  FranvaroVidPunktAntecknad: (mote, { data: { franvarande, klass: _k, avsteg: _a, ...borta } }) => med(mote, ({ franvaro }) => {
    const andra = franvaro.filter((en) => en.punkt !== borta.punkt || en.person !== borta.person);
    return { franvaro: franvarande ? [...andra, borta] : andra };
  }),
  JusterareUtsedd: (mote, { data }) => med(mote, ({ justerare }) => ({ justerare: [...justerare.filter(({ person }) => person !== data.person), data] })),
  SammantradeAvslutat: (mote, { data: { tid, tidSkriven, angesI } }) =>
    med(mote, () => ({ skede: 'avslutat', avslutat: tid, ...(tidSkriven !== undefined && { avslutatSkrivet: tidSkriven }), ...(angesI !== undefined && { slutAngesI: angesI }) })),
  SammantradeAteroppnat: (mote) => {
    if (mote === undefined) return undefined;
    const { avslutat: _t, avslutatSkrivet: _s, slutAngesI: _i, ...rest } = mote;
    return { ...rest, skede: 'oppet' };
  },

  BeslutFattat: (mote, { data: { punkt, datum: _d, arende: _a, klass: _k, avsteg: _v, underparagraf: _u, ...beslut } }) => med(mote, (fore) => punkten(fore, punkt, () => ({ beslut }))),
  BeslutUtskrivet: (mote, { data: { punkt, beslutspunkter } }) =>
    med(mote, (fore) => punkten(fore, punkt, ({ beslut }) => (beslut === undefined ? {} : { beslut: { ...beslut, beslutspunkter } }))),
  BeslutKompletterat: (mote, { data: { punkt, beslutspunkter } }) =>
    med(mote, (fore) => punkten(fore, punkt, ({ beslut }) => (beslut === undefined ? {} : { beslut: { ...beslut, beslutspunkter } }))),
  BeslutstextRattad: (mote, { data: { punkt, beslutspunkt, text } }) =>
    med(mote, (fore) => punkten(fore, punkt, ({ beslut }) =>
      beslut === undefined ? {} : { beslut: { ...beslut, beslutspunkter: beslut.beslutspunkter.map((en, i) => (i + 1 === beslutspunkt ? { ...en, text } : en)) } })),
  UnderparagraferSatta: (mote) => mote,
  ParagrafNumrerad: (mote, { data: { punkt, ar, nr, bokstav } }) => med(mote, (fore) => punkten(fore, punkt, () => ({ paragraf: { ar, nr, ...(bokstav !== undefined && { bokstav }) } }))),
  UppgiftMaskad: (mote, { data: { punkt, klass: _k, ...maskning } }) => med(mote, (fore) => punkten(fore, punkt, ({ maskningar = [] }) => ({ maskningar: [...maskningar, maskning] }))),
  MaskningAngrad: (mote, { data: { punkt, maskning } }) => med(mote, (fore) => punkten(fore, punkt, ({ maskningar = [] }) => ({ maskningar: maskningar.filter((en) => en.maskning !== maskning) }))),
  BeslutOffentliggjort: (mote, { data: { punkt, ...offentligt } }) => med(mote, (fore) => punkten(fore, punkt, () => ({ offentligt }))),
  OffentligtBeslutIndraget: (mote, { data: { punkt: id } }) => med(mote, ({ punkter }) => ({ punkter: punkter.map((punkt) => (punkt.id === id ? utanOffentligt(punkt) : punkt)) })),
};

/** A meeting as it stands: agenda, presence, what was decided, justering and anslag. One document, since its parts are shown together. */
export const sammantradet: Projection<Sammantrade, SammantradeEvent> = {
  name: 'sammantrade',
  revision: 5,
  category: 'sammantrade',
  on: { ...steg, ...inlasta(steg) },
  place: ({ namnd, datum, tid, id }) => ({ namnd, sort: `${datum}T${tid}:${id}` }),
  register: { columns: { uppe: 'text', nere: 'text' }, indexes: [['nere']], row: (mote) => tavlans(sammantradetsAnslag(mote)) },
};

/** Blocks without an item that left the agenda; a block of nothing is none. */
const utanPunkt = (block: readonly Sekretessblock[], punkt: string): readonly Sekretessblock[] =>
  block.map((ett) => ({ ...ett, punkter: ett.punkter.filter((id) => id !== punkt) })).filter(({ punkter }) => punkter.length > 0);
