import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import { type Riskband, TRYCKT_SKALA } from './riskmatris';
import type { riskskalaFacts, RiskskalaEvent } from './riskskala.events';

export type Riskskala = { readonly namnd: string; /** In the order they were adopted. */ readonly skalor: readonly DataOf<(typeof riskskalaFacts)['RiskskalaFaststalld']['shape']>[] };

/** The scales of a nämnd. */
export const riskskalan: Projection<Riskskala, RiskskalaEvent> = {
  name: 'riskskala',
  revision: 1,
  category: 'riskskala',
  on: { RiskskalaFaststalld: (en, { stream, data }) => ({ namnd: idOf(stream), skalor: [...(en?.skalor ?? []), data] }) },
  place: ({ namnd }) => ({ namnd, sort: namnd }),
};

/** What is in force on a day: the last to begin, and of those the last adopted; before any, the legend that is printed with the matrix. */
export const skalaPa = (skala: Riskskala | undefined, dag: string): readonly Riskband[] =>
  (skala?.skalor ?? []).reduce<Riskskala['skalor'][number] | undefined>((galler, en) => (en.fran <= dag && en.fran >= (galler?.fran ?? '') ? en : galler), undefined)?.band ?? TRYCKT_SKALA;
