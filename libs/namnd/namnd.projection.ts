import { type DataOf, idOf, type Projection, type Sealed, unknownCase } from '@klubba/kernel';
import type { Begaran as Lage } from '@klubba/lagrum';
import type { namndFacts, NamndEvent, Namndslag } from './namnd.events';

/** The settings of a nämnd from a day on. */
export type Reglemente = Omit<DataOf<(typeof namndFacts)['ReglementeFaststallt']['shape']>, 'skal' | 'avsteg'>;
/** A seat held from `fran` to and with `till`. */
export type Uppdrag = Omit<DataOf<(typeof namndFacts)['ValdForUppdrag']['shape']>, 'avsteg'>;
export type Uppdragsslag = Uppdrag['uppdrag'];
export type Namnd = {
  readonly id: string;
  readonly organ: string;
  readonly namn: Sealed;
  readonly slag: Namndslag;
  readonly overordnad?: string;
  /** The first day in Klubba. */
  readonly startdatum?: string;
  readonly kommun?: Sealed;
  readonly kommunkod?: string;
  /** By `fran`, oldest first. */
  readonly reglementen: readonly Reglemente[];
  readonly uppdrag: readonly Uppdrag[];
  /** From a list that is being read in: not true until all of it is there. */
  readonly vantande?: readonly Uppdrag[];
  /** What the columns of each kind of list were called when it was last read in. */
  readonly kolumnmappningar?: readonly Kolumnmappning[];
  /** Lists that were read in, by the command that did it. */
  readonly inlasningar?: readonly Inlasning[];
  readonly begaranden?: readonly Begaran[];
  readonly arshjul?: readonly Arshjulspost[];
  /** By `fran`, oldest first. */
  readonly personalforetradare?: readonly Personallista[];
};
/** A request for a meeting (A1): its day is that of the first who asked. */
export type Begaran = { readonly id: string; readonly datum: string; readonly av: readonly string[]; readonly skal?: Sealed; readonly avslagen?: string; readonly sammantrade?: string };
export type Arshjulspost = DataOf<(typeof namndFacts)['ArshjulspostSatt']['shape']>;
export type Personallista = { readonly fran: string; readonly personer: readonly string[] };
type Kolumnmappning = DataOf<(typeof namndFacts)['KolumnmappningSparad']['shape']>;
type Inlasning = { readonly kommando: string; readonly by: string; readonly lista: Kolumnmappning['lista']; readonly antal: number };

/** The settings in force on a day; `undefined` before the first. */
export const reglementePa = ({ reglementen }: Pick<Namnd, 'reglementen'>, datum: string): Reglemente | undefined => reglementen.findLast(({ fran }) => fran <= datum);

/** Those who represent the staff on a day. */
export const personalforetradarePa = ({ personalforetradare = [] }: Pick<Namnd, 'personalforetradare'>, datum: string): readonly string[] => personalforetradare.findLast(({ fran }) => fran <= datum)?.personer ?? [];

/** The seats held on a day, ledamöter first, each kind in its order. */
export const uppdragPa = ({ uppdrag }: Pick<Namnd, 'uppdrag'>, datum: string): readonly Uppdrag[] =>
  uppdrag
    .filter(({ fran, till }) => fran <= datum && (till === undefined || datum <= till))
    .sort((a, b) => (a.uppdrag === b.uppdrag ? a.ordning - b.ordning : a.uppdrag === 'ledamot' ? -1 : 1));

/** The code of one who stands outside the parties. */
export const UTAN_PARTI = 'utan_parti';
/** The group that someone was elected in (B2): nobody shares that of one without a party. */
export const gruppen = ({ parti, grupp }: Pick<Uppdrag, 'parti' | 'grupp'>): string | undefined => grupp ?? (parti === UTAN_PARTI ? undefined : parti);

/** The settings with this one put in; what stood from the same day is superseded. */
export const medReglemente = (reglementen: readonly Reglemente[], ny: Reglemente): readonly Reglemente[] =>
  [...reglementen.filter(({ fran }) => fran !== ny.fran), ny].sort((a, b) => (a.fran < b.fran ? -1 : 1));

type Sits = { readonly person: string; readonly uppdrag: Uppdragsslag; readonly fran: string };
/** One seat is one person in one uppdrag from one day. */
export const sammaUppdrag = (a: Sits, b: Sits): boolean => a.person === b.person && a.uppdrag === b.uppdrag && a.fran === b.fran;
/** The seats with these among them, each in the place of the same seat as it stood. */
export const medUppdrag = (uppdrag: readonly Uppdrag[], nya: readonly Uppdrag[]): Uppdrag[] => [...uppdrag.filter((ett) => !nya.some((nytt) => sammaUppdrag(ett, nytt))), ...nya];

type Begaranevent = Extract<NamndEvent, { type: 'SammantradeBegart' | 'BegaranAterkallad' | 'BegaranAvslagen' | 'BegartSammantradePlanerat' }>;
/** The requests after one more fact about one of them. */
export const medBegaran = (alla: readonly Begaran[], event: Begaranevent): readonly Begaran[] => {
  const { begaran: id } = event.data;
  const andrad = (news: (en: Begaran) => Partial<Begaran>): readonly Begaran[] => alla.map((en) => (en.id === id ? { ...en, ...news(en) } : en));
  switch (event.type) {
    case 'SammantradeBegart': {
      const { av, datum, skal } = event.data;
      return alla.some((en) => en.id === id) ? andrad((en) => ({ av: [...en.av, ...av] })) : [...alla, { id, datum, av, ...(skal !== undefined && { skal }) }];
    }
    case 'BegaranAterkallad': return andrad((en) => ({ av: en.av.filter((person) => !event.data.av.includes(person)) }));
    case 'BegaranAvslagen': return andrad(() => ({ avslagen: event.data.datum }));
    case 'BegartSammantradePlanerat': return andrad(() => ({ sammantrade: event.data.sammantrade }));
    default: return unknownCase(event);
  }
};

/** A request as the law weighs it (A1): of how many ledamöter, by whom, and whether ordföranden is among them. An ersättare is not counted. */
export const begaranLage = ({ av, datum }: Begaran, namnd: Pick<Namnd, 'reglementen' | 'uppdrag'>): Lage => {
  const valda = uppdragPa(namnd, datum).filter(({ uppdrag }) => uppdrag === 'ledamot');
  return {
    antalLedamoter: reglementePa(namnd, datum)?.antalLedamoter ?? valda.length, ledamoter: valda.map(({ person }) => person), begaranAv: av,
    ordforandeBegar: valda.some(({ person, roll }) => roll === 'ordforande' && av.includes(person)),
  };
};

/** A nämnd or an utskott as it works: settings and seats, with the days they hold. */
export const namnden: Projection<Namnd, NamndEvent> = {
  name: 'namnd',
  revision: 1,
  category: 'namnd',
  on: {
    NamndInrattad: (_, { stream, data }) => ({ id: idOf(stream), ...data, reglementen: [], uppdrag: [] }),
    NamndensNamnAndrat: (namnd, { data }) => namnd && { ...namnd, namn: data.namn },
    ReglementeFaststallt: (namnd, { data: { skal: _skal, avsteg: _avsteg, ...data } }) => namnd && { ...namnd, reglementen: medReglemente(namnd.reglementen, data) },
    ValdForUppdrag: (namnd, { data: { avsteg: _, ...data } }) => namnd && { ...namnd, uppdrag: [...namnd.uppdrag, data] },
    UppdragAvslutat: (namnd, { data }) => namnd && { ...namnd, uppdrag: namnd.uppdrag.map((ett) => (sammaUppdrag(ett, data) ? { ...ett, till: data.till } : ett)) },
    UppdragStruket: (namnd, { data }) => namnd && { ...namnd, uppdrag: namnd.uppdrag.filter((ett) => !sammaUppdrag(ett, data)) },
    PersonalforetradareSatta: (namnd, { data: { fran, personer } }) => namnd && {
      ...namnd, personalforetradare: [...(namnd.personalforetradare ?? []).filter((lista) => lista.fran !== fran), { fran, personer }].sort((a, b) => (a.fran < b.fran ? -1 : 1)),
    },
    KolumnmappningSparad: (namnd, { data }) => namnd && { ...namnd, kolumnmappningar: [...(namnd.kolumnmappningar ?? []).filter(({ lista }) => lista !== data.lista), data] },
    SammantradeBegart: (namnd, event) => namnd && { ...namnd, begaranden: medBegaran(namnd.begaranden ?? [], event) },
    BegaranAterkallad: (namnd, event) => namnd && { ...namnd, begaranden: medBegaran(namnd.begaranden ?? [], event) },
    BegaranAvslagen: (namnd, event) => namnd && { ...namnd, begaranden: medBegaran(namnd.begaranden ?? [], event) },
    BegartSammantradePlanerat: (namnd, event) => namnd && { ...namnd, begaranden: medBegaran(namnd.begaranden ?? [], event) },
    ArshjulspostSatt: (namnd, { data }) => namnd && { ...namnd, arshjul: [...(namnd.arshjul ?? []).filter(({ post }) => post !== data.post), data] },
    ArshjulspostStruken: (namnd, { data }) => namnd && { ...namnd, arshjul: (namnd.arshjul ?? []).filter(({ post }) => post !== data.post) },
    UppdragInlast: (namnd, { data: { rad: _, ...data } }) => namnd && { ...namnd, vantande: [...(namnd.vantande ?? []), data] },
    UppdragslistaInlast: (doc, { command, by, data: { lista, antal } }) => {
      if (doc === undefined) return undefined;
      const { vantande = [], ...namnd } = doc;
      return { ...namnd, uppdrag: medUppdrag(namnd.uppdrag, vantande), inlasningar: [...(namnd.inlasningar ?? []), { kommando: command, by, lista, antal }] };
    },
  },
  place: ({ organ }) => ({ namnd: null, sort: organ }),
};
