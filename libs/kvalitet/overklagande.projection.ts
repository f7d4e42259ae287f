import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { INSTANSER, OVERKLAGADE_LAGAR, overklagandeFacts, OverklagandeEvent } from './overklagande.events';

type Data<T extends keyof typeof overklagandeFacts> = DataOf<(typeof overklagandeFacts)[T]['shape']>;
export type Instans = (typeof INSTANSER)[number];
/** `rattidsprovat`: in time, to be reconsidered; `hos_domstol`: a court has it; `avgjort`: a court has said its word, which may be appealed. */
export const OVERKLAGANDESTATUS = ['inkommet', 'rattidsprovat', 'omprovat', 'avvisat', 'andrat', 'hos_domstol', 'avgjort', 'aterforvisat', 'aterkallat', 'struket'] as const;
export type Overklagandestatus = (typeof OVERKLAGANDESTATUS)[number];
/** One court's turn. */
export type Instansgang = {
  readonly instans: Instans;
  readonly fran: string;
  readonly av: 'enskild' | 'namnd';
  readonly punkt?: string;
  readonly malnummer?: Sealed;
  readonly provningstillstand?: { readonly datum: string; readonly beviljat: boolean };
  readonly utfall?: Omit<Data<'DomstolsutfallNoterat'>, 'instans' | 'avsteg'>;
};
export type Overklagande = {
  readonly id: string;
  readonly namnd: string;
  readonly klass: Data<'OverklagandeRegistrerat'>['klass'];
  readonly arende?: string;
  readonly beteckning?: string;
  readonly lag: (typeof OVERKLAGADE_LAGAR)[number];
  readonly omrade: string;
  readonly beslutsdatum: string;
  readonly punkt?: string;
  readonly fickDel?: string;
  readonly inkom: string;
  readonly klagande?: Sealed;
  readonly handlaggare?: string;
  readonly avNamnden: boolean;
  readonly status: Overklagandestatus;
  readonly rattid?: Omit<Data<'OverklagandeRattidsprovat'>, 'avsteg'>;
  readonly omprovning?: Omit<Data<'BeslutetOmprovat'>, 'klass'>;
  readonly overlamnat?: string;
  readonly instanser: readonly Instansgang[];
  readonly aterkallat?: string;
};

/** The court that tries it first: a decision not to give out a document, kammarrätten (OSL 6:7–8); any other, förvaltningsrätten (H4). */
export const forstaInstans = (lag: Overklagande['lag']): Instans => (lag === 'OSL' ? 'KR' : 'FR');

/** The last turn, changed. */
const sist = (en: Overklagande | undefined, nytt: Partial<Instansgang>, mer: Partial<Overklagande> = {}): Overklagande | undefined =>
  en && { ...en, ...mer, instanser: en.instanser.map((gang, i) => (i === en.instanser.length - 1 ? { ...gang, ...nytt } : gang)) };

/** An appeal from the day it came, through the courts, to the last word. */
export const overklagandet: Projection<Overklagande, OverklagandeEvent> = {
  name: 'overklagande',
  revision: 1,
  category: 'overklagande',
  on: {
    OverklagandeRegistrerat: (_, { stream, data }) => ({ id: idOf(stream), ...data, avNamnden: false, status: 'inkommet', instanser: [] }),
    NamndensOverklagandeInlamnat: (_, { stream, data: { avsteg: _a, instans, malnummer, punkt, ...data } }) => ({
      id: idOf(stream), ...data, avNamnden: true, status: 'hos_domstol', instanser: [{ instans, fran: data.inkom, av: 'namnd', ...(punkt !== undefined && { punkt }), ...(malnummer !== undefined && { malnummer }) }],
    }),
    OverklagandeRattidsprovat: (en, { data: { avsteg: _, ...rattid } }) => en && { ...en, rattid, status: rattid.resultat === 'avvisas' ? 'avvisat' : 'rattidsprovat' },
    BeslutetOmprovat: (en, { data: { klass: _, ...omprovning } }) => en && { ...en, omprovning, status: omprovning.resultat === 'andrat_helt' ? 'andrat' : 'omprovat' },
    OverklagandeLamnatTillRatten: (en, { data: { datum, instans = 'FR' } }) => en && { ...en, overlamnat: datum, status: 'hos_domstol', instanser: [{ instans, fran: datum, av: 'enskild' }] },
    MalnummerNoterat: (en, { data: { malnummer } }) => sist(en, { malnummer }),
    ProvningstillstandNoterat: (en, { data: { datum, beviljat } }) => sist(en, { provningstillstand: { datum, beviljat } }, beviljat ? {} : { status: 'avgjort' }),
    DomstolsutfallNoterat: (en, { data: { instans: _, avsteg: _a, ...utfall } }) => {
      const nytt = sist(en, { utfall }, { status: utfall.utfall === 'aterforvisat' ? 'aterforvisat' : 'avgjort' });
      return nytt && utfall.till !== undefined ? { ...nytt, status: 'hos_domstol', instanser: [...nytt.instanser, { instans: utfall.till, fran: utfall.datum, av: 'enskild' }] } : nytt;
    },
    OverklagatVidare: (en, { data: { datum, av, instans, punkt } }) => en && { ...en, status: 'hos_domstol', instanser: [...en.instanser, { instans, fran: datum, av, ...(punkt !== undefined && { punkt }) }] },
    OverklagandeAterkallat: (en, { data: { datum } }) => en && { ...en, status: 'aterkallat', aterkallat: datum },
    OverklagandeStruket: (en) => en && { ...en, status: 'struket' },
  },
  place: ({ namnd, inkom, id }) => ({ namnd, sort: `${inkom}:${id}` }),
  register: {
    columns: { status: 'text', oppen: 'integer', klass: 'text', lag: 'text', omrade: 'text', inkom: 'text', instans: 'text', utfall: 'text', avNamnden: 'integer', overlamnat: 'integer' },
    indexes: [['inkom'], ['oppen', 'inkom'], ['lag', 'inkom'], ['omrade', 'inkom'], ['utfall', 'inkom']],
    row: (en) => (en.status === 'struket' ? undefined : {
      status: en.status, oppen: arOppet(en.status) ? 1 : 0, klass: en.klass, lag: en.lag, omrade: en.omrade, inkom: en.inkom, instans: en.instanser.at(-1)?.instans ?? null,
      utfall: utfallet(en), avNamnden: en.avNamnden ? 1 : 0, overlamnat: en.instanser.length > 0 ? 1 : 0,
    }),
  },
};

/** Still with the nämnd or a court. */
export const arOppet = (status: Overklagandestatus): boolean => status === 'inkommet' || status === 'rattidsprovat' || status === 'omprovat' || status === 'hos_domstol';
export const OVERKLAGANDEUTFALL = ['pagar', 'andrat_av_namnden', 'avvisat_av_namnden', 'aterkallat', 'bifall', 'delvis', 'avslag', 'avvisat', 'avskrivet', 'aterforvisat', 'ej_provat'] as const;
/** What became of it: the last court's word that stands; one that a court has is under way, and one without prövningstillstånd was not tried (H4). */
export const utfallet = ({ status, instanser }: Pick<Overklagande, 'status' | 'instanser'>): (typeof OVERKLAGANDEUTFALL)[number] => {
  if (status === 'andrat') return 'andrat_av_namnden';
  if (status === 'avvisat') return 'avvisat_av_namnden';
  if (status === 'aterkallat') return 'aterkallat';
  return arOppet(status) ? 'pagar' : (instanser.findLast(({ utfall }) => utfall !== undefined)?.utfall?.utfall ?? 'ej_provat');
};
