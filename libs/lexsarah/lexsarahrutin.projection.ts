import { type DataOf, idOf, type Projection } from '@klubba/kernel';
import type { lexSarahRutinFacts, LexSarahRutinEvent } from './lexsarahrutin.events';

export type LexSarahRutin = Omit<DataOf<(typeof lexSarahRutinFacts)['LexSarahRutinFaststalld']['shape']>, 'namnd'>;
export type LexSarahRutiner = { readonly namnd: string; /** By `fran`, oldest first. */ readonly rutiner: readonly LexSarahRutin[] };

/** The targets of the rule book, where the nämnd has not set its own (F4); nobody is pointed out. */
export const UTAN_RUTIN: LexSarahRutin = { fran: '1900-01-01', rapportArbetsdagar: 1, startDagar: 1, utredningDagar: 60, delegater: [] };
/** The routine in force on a day. */
export const rutinPa = (doc: LexSarahRutiner | undefined, datum: string): LexSarahRutin => doc?.rutiner.findLast(({ fran }) => fran <= datum) ?? UTAN_RUTIN;

/** A nämnd's routines; one from the same day supersedes. */
export const lexSarahRutinerna: Projection<LexSarahRutiner, LexSarahRutinEvent> = {
  name: 'lexsarahrutin',
  revision: 1,
  category: 'lexsarahrutin',
  on: {
    LexSarahRutinFaststalld: (doc, { stream, data: { namnd: _, ...ny } }) => ({
      namnd: idOf(stream), rutiner: [...(doc?.rutiner.filter(({ fran }) => fran !== ny.fran) ?? []), ny].sort((a, b) => (a.fran < b.fran ? -1 : 1)),
    }),
  },
  place: ({ namnd }) => ({ namnd, sort: '' }),
};
