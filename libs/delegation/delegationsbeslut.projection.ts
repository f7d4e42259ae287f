import { type Brott, type Cell, type DataOf, idOf, type Projection, type Recorded, type Register, type Sealed, type Sekretessklass, type Where } from '@klubba/kernel';
import { type Anslagspost, tavlans } from '@klubba/lagrum';
import type { delegationsbeslutFacts, DelegationsbeslutEvent } from './delegationsbeslut.events';
import type { Parten } from './delegationsbeslut.tillstand';

type Data<T extends keyof typeof delegationsbeslutFacts> = DataOf<(typeof delegationsbeslutFacts)[T]['shape']>;
export type Beslutsklocka = Data<'KlockaStartad'> & {
  /** The day it was met, or ended for a reason. */
  readonly uppfylld?: string;
  readonly avslutad?: { readonly datum: string; readonly upphort: boolean; readonly skal: Sealed };
};
export type Delegationsbeslut = Omit<Data<'DelegationsbeslutRegistrerat'>, 'avsteg' | 'klockor'> & {
  readonly id: string;
  readonly lista?: { readonly id: string; readonly rad: number };
  /** Of a list that is not wholly read in: not true yet. */
  readonly vantar?: true;
  readonly struket?: true;
  /** What was decided, without names: all may read it though the rest is secret. */
  readonly offentligt?: Data<'DelegationsbeslutOffentliggjort'>;
  readonly brott?: readonly Brott[];
  readonly klockor: readonly Beslutsklocka[];
  readonly anmald?: Data<'DelegationsbeslutAnmalt'>;
  readonly sarskilt?: Data<'SarskiltProtokollUpprattat'> & { readonly anslag: readonly { readonly datum: string; readonly nedtasTidigast: string; readonly nedtaget?: string; readonly brutet: boolean }[] };
  readonly parter: readonly (Parten & { readonly part: Sealed })[];
  readonly overklagat?: Data<'DelegationsbeslutOverklagat'>;
  readonly bekraftad?: Omit<Data<'DelegationsbeslutLagaKraft'>, 'avsteg'> & { readonly av: string };
  readonly andratAv: readonly Data<'DelegationsbeslutAndrat'>[];
  readonly historik: readonly { readonly typ: string; readonly at: string; readonly by: string; readonly roll: string; readonly position: string }[];
};

type Doc = Delegationsbeslut;
/** The decision with news, and the fact that brought them. */
const med = (doc: Doc | undefined, event: Recorded<DelegationsbeslutEvent>, news: Partial<Doc> = {}): Doc | undefined =>
  doc && { ...doc, ...news, historik: [...doc.historik, rad(event)] };
const rad = ({ type, at, by, roll, position }: Recorded<DelegationsbeslutEvent>): Doc['historik'][number] => ({ typ: type, at, by, roll, position: String(position) });
const klockan = (doc: Doc | undefined, nr: number, news: Partial<Beslutsklocka>): readonly Beslutsklocka[] => (doc?.klockor ?? []).map((en) => (en.nr === nr ? { ...en, ...news } : en));
export const loper = ({ uppfylld, avslutad }: Beslutsklocka): boolean => uppfylld === undefined && avslutad === undefined;

/** What totals are divided by, and whom they are for: they are counted in this index alone. By point and title comes in its order. */
const SUMMERADE = ['nummer', 'befattning', 'slag', 'grund', 'utfall', 'overklagandeslag', 'anmald', 'offentlig', 'datum'];
/** What lists go by. A column that may tell of a person or of a secret is not here: titles are codes, and what is secret is not `offentlig`. */
const register: Register<Doc> = {
  columns: {
    datum: 'text', nummer: 'text', slag: 'text', befattning: 'text', grund: 'text', utfall: 'text', overklagandeslag: 'text', diarienummer: 'text', arende: 'text', lista: 'text', externtId: 'text',
    anmals: 'integer', anmald: 'integer', anmaldDatum: 'text', klocka: 'text', brott: 'integer', offentlig: 'integer', beslutOffentligt: 'integer', uppe: 'text', nere: 'text',
  },
  indexes: [['datum'], ['nummer', 'datum'], ['befattning', 'datum'], ['anmald', 'datum'], ['diarienummer'], ['klocka'], ['lista'], ['offentlig', 'datum'], ['beslutOffentligt', 'datum'], ['nere'], SUMMERADE],
  row: (doc) => (doc.vantar === true || doc.struket === true ? undefined : rader(doc)),
};
const rader = ({ datum, nummer, delegat, grund, utfall, overklagandeslag, diarienummer, arende, lista, externtId, anmals, anmald, klockor, brott, klass, offentligt, sarskilt }: Doc): Readonly<Record<string, Cell>> => ({
  datum, nummer: nummer ?? null, slag: delegat.slag, befattning: delegat.befattning ?? delegat.slag, grund, utfall, overklagandeslag, diarienummer: diarienummer ?? null, arende: arende ?? null, lista: lista?.id ?? null, externtId: externtId ?? null,
  anmals: anmals ? 1 : 0, anmald: anmald === undefined ? 0 : 1, anmaldDatum: anmald?.datum ?? null, klocka: klockor.filter(loper).map(({ drift }) => drift).sort()[0] ?? null, brott: (brott?.length ?? 0) > 0 ? 1 : 0, offentlig: klass === 'oppen' ? 1 : 0, beslutOffentligt: offentligt === undefined ? 0 : 1, ...tavlans((sarskilt?.anslag ?? []).map(({ datum: uppsatt, nedtaget }) => ({ uppsatt, ...(nedtaget !== undefined && { nedtaget }) }))),
});

/** What is to be reported to the nämnd and is not. */
export const ATT_ANMALA: Where = { anmals: { eq: 1 }, anmald: { eq: 0 } };

/** A decision with what gave the right to take it, how it was reported, and the times that run. */
export const delegationsbeslutet: Projection<Doc, DelegationsbeslutEvent> = {
  name: 'delegationsbeslut',
  revision: 2,
  category: 'delegationsbeslut',
  on: {
    DelegationsbeslutRegistrerat: (_, event) => {
      const { avsteg: _a, ...data } = event.data;
      return nytt(event, data);
    },
    DelegationsbeslutInlast: (_, event) => {
      const { lista, rad: nr, ...data } = event.data;
      return { ...nytt(event, data), lista: { id: lista, rad: nr }, vantar: true };
    },
    DelegationsbeslutBekraftat: (doc, event) => {
      if (doc === undefined) return undefined;
      const { vantar: _, ...rest } = doc;
      return med(rest, event);
    },
    DelegationsbeslutsklassAndrad: (doc, event) => {
      if (doc === undefined) return undefined;
      const { sekretesslagrum: _, offentligt: _o, ...rest } = doc;
      const { klass, sekretesslagrum } = event.data;
      return med(rest, event, { klass: klass as Sekretessklass, ...(sekretesslagrum !== undefined && { sekretesslagrum }) });
    },
    DelegationsbeslutOffentliggjort: (doc, event) => med(doc, event, { offentligt: event.data }),
    OffentligtDelegationsbeslutIndraget: (doc, event) => {
      if (doc === undefined) return undefined;
      const { offentligt: _, ...rest } = doc;
      return med(rest, event);
    },
    DelegationsbeslutStruket: (doc, event) => med(doc, event, { struket: true }),
    DelegationsbeslutUtgatt: (doc, event) => med(doc, event, { struket: true }),
    DelegationsbeslutAndrat: (doc, event) => med(doc, event, { andratAv: [...(doc?.andratAv ?? []), event.data] }),
    DelegationsbeslutAnmalt: (doc, event) => med(doc, event, { anmald: event.data }),
    SarskiltProtokollUpprattat: (doc, event) => med(doc, event, { sarskilt: { ...event.data, anslag: [] } }),
    SarskiltProtokollAnslaget: (doc, event) => med(doc, event, doc?.sarskilt && { sarskilt: { ...doc.sarskilt, anslag: [...doc.sarskilt.anslag, { ...event.data, brutet: false }] } }),
    SarskiltAnslagNedtaget: (doc, event) => {
      const { anslaget, datum: nedtaget, brutet } = event.data;
      return med(doc, event, doc?.sarskilt && { sarskilt: { ...doc.sarskilt, anslag: doc.sarskilt.anslag.map((en) => (en.datum === anslaget ? { ...en, nedtaget, brutet } : en)) } });
    },
    PartAntecknad: (doc, event) => med(doc, event, { parter: [...(doc?.parter ?? []), event.data] }),
    BeslutetDelgivet: (doc, event) => med(doc, event, { parter: (doc?.parter ?? []).map((en) => (en.nr === event.data.nr ? { ...en, fickDel: event.data.datum } : en)) }),
    DelegationsbeslutOverklagat: (doc, event) => {
      if (doc === undefined) return undefined;
      const { bekraftad: _, ...rest } = doc;
      return med(rest, event, { overklagat: event.data });
    },
    DelegationsbeslutLagaKraft: (doc, event) => {
      const { avsteg: _, ...svar } = event.data;
      return med(doc, event, { bekraftad: { ...svar, av: event.by } });
    },
    KlockaStartad: (doc, event) => med(doc, event, { klockor: [...(doc?.klockor ?? []), event.data] }),
    KlockaUppfylld: (doc, event) => {
      const { nr, datum, nasta } = event.data;
      return med(doc, event, { klockor: [...klockan(doc, nr, { uppfylld: datum }), ...(nasta === undefined ? [] : [nasta])] });
    },
    KlockaAvslutad: (doc, event) => {
      const { nr, ...avslutad } = event.data;
      return med(doc, event, { klockor: klockan(doc, nr, { avslutad }) });
    },
  },
  // One that is struck keeps its place, and leaves the register.
  place: (doc) => (doc.vantar === true ? undefined : { namnd: doc.namnd, sort: `${doc.datum}:${doc.id}` }),
  register,
};

const nytt = (event: Recorded<DelegationsbeslutEvent>, { klockor, ...data }: Omit<Data<'DelegationsbeslutRegistrerat'>, 'avsteg'> & { readonly brott?: readonly Brott[] }): Doc => ({
  id: idOf(event.stream), ...data, klockor: klockor.map((en, i) => ({ nr: i + 1, ...en })), parter: [], andratAv: [], historik: [rad(event)],
});

/** On the board, when it is not reported to the nämnd (KL 8:10 p 3): by its number, and of what is secret only its day. */
export const delegationsbeslutetsAnslag = ({ datum, sarskilt }: Doc, klass: Sekretessklass): readonly Anslagspost[] =>
  (sarskilt?.anslag ?? []).map(({ datum: uppsatt, nedtasTidigast, nedtaget, brutet }) => ({
    slag: 'sarskilt_protokoll', referens: `delegationsbeslut ${klass === 'oppen' && sarskilt?.diarienummer !== undefined ? sarskilt.diarienummer : datum}`, uppsatt, nedtasTidigast, brutet, lagrum: 'KL 8 kap. 10 §', ...(nedtaget !== undefined && { nedtaget }),
  }));
