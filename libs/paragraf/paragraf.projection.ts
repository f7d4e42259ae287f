import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { Overklagandeslag } from '@klubba/lagrum';
import type { paragrafFacts, ParagrafEvent } from './paragraf.events';

type Data<T extends keyof typeof paragrafFacts> = DataOf<(typeof paragrafFacts)[T]['shape']>;
/** `brutet`: it was not up the whole time, so that the time for appeal may not have run out (C5). */
export type Paragrafanslag = { readonly omgang: number; readonly datum: string; readonly nedtaget?: string; readonly brutet: boolean };
/** A party to the decision. `delfaenden`: when it, or those that stand for it, fick del, and how that is known. */
export type Part = Pick<Data<'PartRegistrerad'>, 'part' | 'person' | 'namn' | 'allman'> & { readonly delfaenden: readonly Omit<Data<'DelfaendeNoterat'>, 'klass' | 'part' | 'avsteg'>[] };
/** An appeal that came to the kommun, whether it came in time (FL 45) and when it was passed on (FL 46). */
export type Overklagande = Omit<Data<'OverklagandeInkommet'>, 'klass'> & {
  readonly rattid?: Omit<Data<'RattidProvad'>, 'klass' | 'overklagande'>;
  readonly iTid?: boolean;
  readonly overlamnat?: { readonly datum: string; readonly domstol: Sealed };
};
export type Paragraf = Data<'ParagrafOppnad'> & {
  /** The id of the item that it was on the agenda. */
  readonly id: string;
  readonly namnd: string;
  /** Of what only prepares it is so for those inside alone: nothing becomes allmän by it. */
  readonly justeradInternt?: { readonly omgang: number; readonly omedelbar: boolean; readonly datum: string };
  readonly justerad?: { readonly omgang: number; readonly omedelbar: boolean; readonly datum: string };
  /** Each with its own time for appeal; the latest counts. */
  readonly anslag: readonly Paragrafanslag[];
  readonly rattelser: readonly { readonly beslutspunkt?: number; readonly text: Sealed; readonly datum: string; readonly skal: Sealed }[];
  readonly fragad?: { readonly domstol: Sealed; readonly datum: string };
  readonly overklagad?: { readonly mal: Sealed; readonly datum: string };
  readonly bekraftad?: { readonly datum: string; readonly kalla: Sealed; readonly efterOverklagande: boolean; readonly av: string };
  readonly intyg: readonly { readonly datum: string }[];
  /** The decision points that are appealed in another way than the § (D1), and why the § is appealed as it is. */
  readonly punktslag: readonly Punktslag[];
  readonly lagrumForSlag?: string;
  readonly parter: readonly Part[];
  readonly overklaganden: readonly Overklagande[];
  readonly andrad: readonly Data<'ParagrafAndrad'>[];
  /** Where what it proposed was dealt with. */
  readonly vidare: readonly Data<'ForslagBehandlat'>[];
  readonly oversattningar: readonly (Omit<Data<'OversattningBegard'>, 'avsteg'> & { readonly lamnad?: string })[];
};
export type Punktslag = { readonly beslutspunkt: number; readonly overklagandeslag: Overklagandeslag; readonly lagrum?: string };

const anslaget = ({ anslag }: Paragraf, datum: string, news: Partial<Paragrafanslag>): Pick<Paragraf, 'anslag'> => {
  const i = anslag.findLastIndex((ett) => ett.datum === datum);
  return { anslag: anslag.map((ett, j) => (i === j ? { ...ett, ...news } : ett)) };
};

const overklagandet = ({ overklaganden }: Paragraf, id: string, news: Partial<Overklagande>): Pick<Paragraf, 'overklaganden'> =>
  ({ overklaganden: overklaganden.map((ett) => (ett.overklagande === id ? { ...ett, ...news } : ett)) });

/** A decided § as it lives on. Its words stand in the meeting's document. */
export const paragrafen: Projection<Paragraf, ParagrafEvent> = {
  name: 'paragraf',
  revision: 2,
  category: 'paragraf',
  on: {
    // A § is always some nämnd's; a fact without one is not ours.
    ParagrafOppnad: (_, { stream, namnd, data }) => ({ id: idOf(stream), namnd: namnd ?? '', ...data, anslag: [], rattelser: [], intyg: [], punktslag: [], parter: [], overklaganden: [], andrad: [], vidare: [], oversattningar: [] }),
    ParagrafensKlassAndrad: (en, { data }) => en && { ...en, klass: data.klass },
    ParagrafJusterad: (en, { data }) => en && { ...en, ...(en.beredande === true ? { justeradInternt: data } : { justerad: data }) },
    AnslagNoterat: (en, { data: { omgang, datum } }) => en && { ...en, anslag: [...en.anslag, { omgang, datum, brutet: false }] },
    NedtagningNoterad: (en, { data: { anslaget: datum, datum: nedtaget, brutet } }) => en && { ...en, ...anslaget(en, datum, { nedtaget, ...(brutet && { brutet }) }) },
    AvbrottNoterat: (en, { data }) => en && (data.brutet ? { ...en, ...anslaget(en, data.anslaget, { brutet: true }) } : en),
    ParagrafRattad: (en, { data: { klass: _k, sammantrade: _s, avsteg: _a, ...rattelse } }) => en && { ...en, rattelser: [...en.rattelser, rattelse] },
    ParagrafAndrad: (en, { data }) => en && { ...en, andrad: [...en.andrad, data] },
    ForslagBehandlat: (en, { data }) => en && { ...en, vidare: [...en.vidare, data] },
    OversattningBegard: (en, { data: { avsteg: _, ...begaran } }) => en && { ...en, oversattningar: [...en.oversattningar, begaran] },
    OversattningLamnad: (en, { data: { begaran, datum: lamnad } }) => en && { ...en, oversattningar: en.oversattningar.map((ett) => (ett.begaran === begaran ? { ...ett, lamnad } : ett)) },
    LagaKraftEfterfragad: (en, { data }) => en && { ...en, fragad: data },
    LagaKraftBekraftad: (en, { by, data: { avsteg: _, ...svar } }) => en && { ...en, bekraftad: { ...svar, av: by } },
    OverklagandeNoterat: (en, { data }) => {
      if (en === undefined) return undefined;
      const { bekraftad: _, ...rest } = en;
      return { ...rest, overklagad: data };
    },
    OverklagandeslagBestamt: (en, { data: { beslutspunkt, overklagandeslag, lagrum } }) => {
      if (en === undefined) return undefined;
      const { lagrumForSlag: _, ...rest } = en;
      return beslutspunkt === undefined
        ? { ...rest, overklagandeslag, ...(lagrum !== undefined && { lagrumForSlag: lagrum }) }
        : { ...en, punktslag: [...en.punktslag.filter((ett) => ett.beslutspunkt !== beslutspunkt), { beslutspunkt, overklagandeslag, ...(lagrum !== undefined && { lagrum }) }].sort((a, b) => a.beslutspunkt - b.beslutspunkt) };
    },
    PartRegistrerad: (en, { data: { klass: _, ...part } }) => en && { ...en, parter: [...en.parter, { ...part, delfaenden: [] }] },
    PartStruken: (en, { data }) => en && { ...en, parter: en.parter.filter(({ part }) => part !== data.part) },
    DelfaendeNoterat: (en, { data: { klass: _k, part, avsteg: _a, ...ett } }) =>
      en && { ...en, parter: en.parter.map((den) => (den.part === part ? { ...den, delfaenden: [...den.delfaenden.filter(({ mottagare }) => mottagare !== ett.mottagare), ett] } : den)) },
    OverklagandeInkommet: (en, { data: { klass: _, ...ett } }) => en && { ...en, overklaganden: [...en.overklaganden, ett] },
    RattidProvad: (en, { data: { klass: _k, overklagande, ...rattid } }) => {
      if (en === undefined) return undefined;
      const { bekraftad: _, ...obekraftad } = en;
      return { ...(rattid.iTid ? obekraftad : en), ...overklagandet(en, overklagande, { rattid, iTid: rattid.iTid }) };
    },
    OverklagandeOverlamnat: (en, { data: { overklagande, datum, domstol } }) => en && { ...en, ...overklagandet(en, overklagande, { overlamnat: { datum, domstol } }) },
    LagaKraftIntygad: (en, { data: { datum } }) => en && { ...en, intyg: [...en.intyg, { datum }] },
  },
  place: ({ namnd, ar, nr, bokstav }) => ({ namnd, sort: paragrafsort(ar, nr, bokstav) }),
};

/** The order of the §§ of a nämnd: by year, then number, then letter. */
export const paragrafsort = (ar: number, nr: number, bokstav = ''): string => `${ar}:${String(nr).padStart(5, '0')}${bokstav}`;
