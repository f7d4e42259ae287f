import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import type { internkontrollFacts, InternkontrollEvent } from './internkontroll.events';

type Data<T extends keyof typeof internkontrollFacts> = DataOf<(typeof internkontrollFacts)[T]['shape']>;
export type Kontrollmoment = Omit<Data<'KontrollmomentTillagt'>, 'klass'> & { readonly kontroller: readonly Omit<Data<'InternkontrollUtford'>, 'klass' | 'moment'>[] };
export type Internkontroll = Data<'InternkontrollplanUpprattad'> & {
  readonly id: string;
  readonly moment: readonly Kontrollmoment[];
  readonly behandlingar: readonly Data<'InternkontrollBehandlad'>[];
  readonly antagen?: Data<'InternkontrollplanAntagen'>;
  readonly redovisad?: Data<'InternkontrollRedovisad'>;
};

/** A plan of internal control with what the controls showed. */
export const internkontrollen: Projection<Internkontroll, InternkontrollEvent> = {
  name: 'internkontroll',
  revision: 1,
  category: 'internkontroll',
  on: {
    InternkontrollplanUpprattad: (_, { stream, data }) => ({ id: idOf(stream), ...data, moment: [], behandlingar: [] }),
    KontrollmomentTillagt: (en, { data: { klass: _, ...data } }) => en && { ...en, moment: [...en.moment, { ...data, kontroller: [] }] },
    KontrollmomentUtgatt: (en, { data: { moment } }) => en && { ...en, moment: en.moment.filter((ett) => ett.moment !== moment) },
    InternkontrollBehandlad: (en, { data }) => en && { ...en, behandlingar: [...en.behandlingar, data] },
    InternkontrollplanAntagen: (en, { data }) => en && { ...en, antagen: data },
    InternkontrollUtford: (en, { data: { klass: _, moment, ...data } }) => en && { ...en, moment: en.moment.map((ett) => (ett.moment === moment ? { ...ett, kontroller: [...ett.kontroller, data] } : ett)) },
    InternkontrollRedovisad: (en, { data }) => en && { ...en, redovisad: data },
  },
  place: ({ namnd, fran, id }) => ({ namnd, sort: `${fran}:${id}` }),
  register: {
    columns: { klass: 'text', skede: 'text', borjar: 'text', slutar: 'text', saknade: 'integer', avvikelser: 'integer' },
    indexes: [['borjar'], ['skede', 'borjar']],
    row: (en) => ({
      klass: en.klass, skede: en.redovisad !== undefined ? 'redovisad' : en.antagen !== undefined ? 'antagen' : 'forslag', borjar: en.fran, slutar: en.till,
      saknade: en.moment.reduce((summa, ett) => summa + saknadeKontroller(en, ett), 0),
      avvikelser: en.moment.reduce((summa, { kontroller }) => summa + kontroller.filter(arAvvikelse).length, 0),
    }),
  },
};

export const arAvvikelse = ({ resultat }: { readonly resultat: Data<'InternkontrollUtford'>['resultat'] }): boolean => resultat === 'mindre_avvikelse' || resultat === 'storre_avvikelse';

const MANADER = { manad: 1, kvartal: 3, tertial: 4, halvar: 6, ar: 12 } as const;
const manader = (fran: string, till: string): number => 12 * (Number(till.slice(0, 4)) - Number(fran.slice(0, 4))) + Number(till.slice(5, 7)) - Number(fran.slice(5, 7)) + 1;
/** How many times a moment is to be controlled in the time of the plan; a part of a period counts as one. */
export const planerade = ({ fran, till }: Pick<Internkontroll, 'fran' | 'till'>, { frekvens }: Pick<Kontrollmoment, 'frekvens'>): number => Math.ceil(manader(fran, till) / MANADER[frekvens]);
/** What the yearly report has to explain: controls of the plan that were not carried out. */
export const saknadeKontroller = (plan: Pick<Internkontroll, 'fran' | 'till'>, moment: Kontrollmoment): number => Math.max(0, planerade(plan, moment) - moment.kontroller.filter(({ resultat }) => resultat !== 'inte_utford').length);
