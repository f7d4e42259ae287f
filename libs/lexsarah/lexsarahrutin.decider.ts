import { type Command, type Decider, refuse } from '@klubba/kernel';
import { provaDatum } from '@klubba/lagrum';
import { lexSarahRutinFacts, type LexSarahRutinEvent } from './lexsarahrutin.events';
import type { LexSarahRutin } from './lexsarahrutin.projection';

export type LexSarahRutinCommand = Command<'FaststallLexSarahRutin', { namnd: string } & LexSarahRutin & { readonly finns?: boolean }>;
type LexSarahRutinHinder = 'FEL_STROM' | 'NAMNDEN_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'TALET_ORIMLIGT';
const rimligt = (tal: number): boolean => Number.isSafeInteger(tal) && tal >= 0 && tal <= 365;

/** The routine of one nämnd, which gives its id to the stream. */
export const lexsarahrutin: Decider<LexSarahRutinCommand, null, LexSarahRutinEvent, LexSarahRutinHinder> = {
  category: 'lexsarahrutin',
  facts: lexSarahRutinFacts,
  initialState: null,
  namnd: ({ data }) => data.namnd,

  decide({ data: { finns, ...data } }, _, { id }) {
    if (id !== data.namnd) return refuse('FEL_STROM', 'Rutinen har nämndens id.');
    if (finns !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
    const ingenDag = provaDatum(data.fran);
    if (ingenDag !== undefined) return { hinder: [ingenDag] };
    if (![data.rapportArbetsdagar, data.startDagar, data.utredningDagar].every(rimligt)) return refuse('TALET_ORIMLIGT', 'Målen är dagar, 0–365.');
    return [{ type: 'LexSarahRutinFaststalld', data }];
  },
  evolve: (state) => state,
};
