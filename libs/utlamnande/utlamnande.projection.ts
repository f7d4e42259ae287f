import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import type { utlamnandeFacts, UtlamnandeEvent } from './utlamnande.events';

type Data<T extends keyof typeof utlamnandeFacts> = DataOf<(typeof utlamnandeFacts)[T]['shape']>;
/** Where a request is (rule book I13). `med_forbehall`, `delvis` and `nekad` are the employee's word; `beslutad` is the myndighet's that not all is given out. */
export const UTLAMNANDESTATUS = ['begard', 'till_myndigheten', 'med_forbehall', 'delvis', 'nekad', 'beslut_begart', 'beslutad', 'utlamnad', 'overklagad', 'avvisad', 'hos_domstol', 'avgjord', 'avslutad'] as const;
export type Utlamnandestatus = (typeof UTLAMNANDESTATUS)[number];
/** The employee gave out less than what was asked for, and the myndighet has not been asked. */
export const arNekande = (status: Utlamnandestatus): boolean => status === 'med_forbehall' || status === 'delvis' || status === 'nekad';

export type Utlamnande = Data<'UtlamnandeBegart'> & {
  readonly id: string;
  readonly mottagetAv: string;
  readonly status: Utlamnandestatus;
  readonly provat?: Omit<Data<'UtlamnandeProvat'>, 'klass' | 'informerad' | 'avsteg'> & { readonly av: string };
  /** The day the one who asks was told of the right to have the myndighet try it. */
  readonly informerad?: string;
  readonly beslutBegart?: string;
  readonly beslut?: Omit<Data<'UtlamnandeBeslutat'>, 'klass' | 'avsteg'>;
  readonly fickDel?: string;
  readonly overklagat?: string;
  readonly overlamnat?: string;
  readonly avvisat?: string;
  readonly domar: readonly Data<'UtlamnandeAvgjort'>[];
  readonly avslutat?: string;
};

/** What waits for somebody here: not for the one who asks, and not for a court. */
const vantar = ({ status, informerad }: Utlamnande): boolean => status === 'begard' || status === 'till_myndigheten' || status === 'beslut_begart' || status === 'overklagad' || (arNekande(status) && informerad === undefined);

/** A request for an allmän handling from the day it came to the court's word. */
export const utlamnandet: Projection<Utlamnande, UtlamnandeEvent> = {
  name: 'utlamnande',
  revision: 1,
  category: 'utlamnande',
  on: {
    UtlamnandeBegart: (_, { stream, by, data }) => ({ id: idOf(stream), ...data, mottagetAv: by, status: 'begard', domar: [] }),
    UtlamnandeProvat: (en, { by, data: { klass: _, avsteg: _a, informerad, ...provat } }) => en && { ...en, provat: { ...provat, av: by }, ...(informerad && { informerad: provat.datum }), status: provat.utfall },
    SokandenInformerad: (en, { data: { datum } }) => en && { ...en, informerad: datum },
    MyndighetsbeslutBegart: (en, { data: { datum } }) => en && { ...en, beslutBegart: datum, status: 'beslut_begart' },
    UtlamnandeBeslutat: (en, { data: { klass: _, avsteg: _a, ...beslut } }) => en && { ...en, beslut, status: beslut.utfall === 'utlamnad' ? 'utlamnad' : 'beslutad' },
    UtlamnandebeslutDelgivet: (en, { data: { datum } }) => en && { ...en, fickDel: datum },
    UtlamnandeOverklagat: (en, { data: { datum } }) => en && { ...en, overklagat: datum, status: 'overklagad' },
    UtlamnandeoverklagandeAvvisat: (en, { data: { datum } }) => en && { ...en, avvisat: datum, status: 'avvisad' },
    UtlamnandeoverklagandeOverlamnat: (en, { data: { datum } }) => en && { ...en, overlamnat: datum, status: 'hos_domstol' },
    UtlamnandeAvgjort: (en, { data }) => en && { ...en, domar: [...en.domar, data], status: 'avgjord' },
    UtlamnandeAvslutat: (en, { data: { datum } }) => en && { ...en, avslutat: datum, status: 'avslutad' },
  },
  place: ({ namnd, datum, id }) => ({ namnd, sort: `${datum}:${id}` }),
  register: {
    columns: { status: 'text', vantar: 'integer', inkom: 'text' },
    indexes: [['inkom'], ['vantar', 'inkom'], ['status', 'inkom']],
    row: (en) => ({ status: en.status, vantar: vantar(en) ? 1 : 0, inkom: en.datum }),
  },
};
