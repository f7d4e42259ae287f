import { type DataOf, idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { ejverkstalldFacts, EjverkstalldEvent } from './ejverkstalld.events';
import { bevakad, gransen, type Rapporterad, type Vantan } from './ejverkstalld.grans';
import { avbruten, enligtRad, fattat, pagaende, slutad, utanHandelse } from './ejverkstalld.vantan';

type Data<T extends keyof typeof ejverkstalldFacts> = DataOf<(typeof ejverkstalldFacts)[T]['shape']>;
export const INSATSSTATUS = ['vantar', 'verkstallt', 'avbrutet', 'upphort', 'struket'] as const;
export type Insatsstatus = (typeof INSATSSTATUS)[number];
export type Insatsbeslut = Omit<Data<'InsatsbeslutRegistrerat'>, 'skal'> & {
  readonly id: string;
  readonly status: Insatsstatus;
  readonly vantan: readonly Vantan[];
  /** Why it has not been carried out, as last said. */
  readonly orsak?: Sealed;
  readonly upphort?: { readonly datum: string; readonly skal?: Sealed };
  readonly rapporter: readonly Rapporterad[];
  readonly avgifter: readonly Omit<Data<'SarskildAvgiftNoterad'>, 'avsteg'>[];
  /** The lists that told of it. */
  readonly inlast: readonly { readonly lista: string; readonly rad: number }[];
};

const med = (en: Insatsbeslut | undefined, nytt: Partial<Insatsbeslut>): Insatsbeslut | undefined => {
  if (en === undefined) return undefined;
  const nu = { ...en, ...nytt };
  const vantar = pagaende(nu.vantan);
  return { ...nu, status: en.status === 'struket' ? 'struket' : nu.upphort !== undefined ? 'upphort' : vantar === undefined ? 'verkstallt' : vantar.slag === 'beslut' ? 'vantar' : 'avbrutet' };
};

/** A favourable decision on help: what it waits for, and to whom that has been told. */
export const insatsbeslutet: Projection<Insatsbeslut, EjverkstalldEvent> = {
  name: 'ejverkstalld',
  revision: 1,
  category: 'ejverkstalld',
  on: {
    InsatsbeslutRegistrerat: (_, { stream, data: { skal, ...data } }) => ({ id: idOf(stream), ...data, status: 'vantar', vantan: fattat(data.beslutsdatum), ...(skal !== undefined && { orsak: skal }), rapporter: [], avgifter: [], inlast: [] }),
    InsatsbeslutInlast: (en, { stream, data }) => {
      const { lista, rad, verkstallt: _v, avbrott: _a, aterupptaget: _t, upphort, ...insats } = data;
      const fore: Insatsbeslut = en ?? { id: idOf(stream), ...insats, status: 'vantar', vantan: [], rapporter: [], avgifter: [], inlast: [] };
      return med(fore, { vantan: enligtRad(fore.vantan, data), inlast: [...fore.inlast, { lista, rad }], ...(upphort !== undefined && { upphort: { datum: upphort } }) });
    },
    InsatsVerkstalld: (en, { data: { datum } }) => med(en, { vantan: slutad(en?.vantan ?? [], datum) }),
    InsatsAvbruten: (en, { data: { datum, skal } }) => med(en, { vantan: avbruten(en?.vantan ?? [], datum), ...(skal !== undefined && { orsak: skal }) }),
    InsatsAterupptagen: (en, { data: { datum } }) => med(en, { vantan: slutad(en?.vantan ?? [], datum) }),
    InsatsbeslutUpphort: (en, { data }) => med(en, { vantan: slutad(en?.vantan ?? [], data.datum, true), upphort: data }),
    DrojsmalsskalAngivet: (en, { data: { skal } }) => med(en, { orsak: skal }),
    InsatsRapporterad: (en, { data }) => med(en, { rapporter: [...(en?.rapporter ?? []), data] }),
    SarskildAvgiftNoterad: (en, { data: { avsteg: _, ...data } }) => med(en, { avgifter: [...(en?.avgifter ?? []), data] }),
    InsatshandelseStruken: (en, { data: { slag } }) => {
      if (en === undefined) return undefined;
      const { upphort, ...rest } = en;
      return med({ ...rest, ...(upphort !== undefined && slag !== 'upphorande' && { upphort }) }, { vantan: utanHandelse(en.vantan, slag) });
    },
    InsatsbeslutStruket: (en) => en && { ...en, status: 'struket' },
  },
  place: ({ namnd, beslutsdatum, id }) => ({ namnd, sort: `${beslutsdatum}:${id}` }),
  register: {
    columns: { status: 'text', oppen: 'integer', klass: 'text', lag: 'text', insats: 'text', enhet: 'text', beslutsdatum: 'text', grans: 'text', bevakas: 'integer', rapportgrans: 'text' },
    indexes: [['beslutsdatum'], ['grans'], ['oppen', 'grans'], ['bevakas', 'rapportgrans'], ['insats', 'beslutsdatum']],
    row: (en) => {
      if (en.status === 'struket') return undefined;
      const [vantar, kvar] = [pagaende(en.vantan), bevakad(en)];
      return {
        status: en.status, oppen: vantar === undefined ? 0 : 1, klass: en.klass, lag: en.lag, insats: en.insats, enhet: en.enhet ?? null, beslutsdatum: en.beslutsdatum, grans: vantar === undefined ? null : gransen(vantar),
        bevakas: kvar === undefined ? 0 : 1, rapportgrans: kvar === undefined ? null : gransen(kvar),
      };
    },
  },
};
