import type { Reaction, Wish } from '@klubba/kernel';
import { idOf } from '@klubba/kernel';
import type { SammantradeCommand } from '@klubba/sammantrade';
import type { ParagrafserieCommand } from './paragrafserie.decider';
import type { ParagrafserieEvent } from './paragrafserie.events';

/** The number goes to its item; one that the item cannot take is marked, and not given again. */
export const sattParagrafnummer: Reaction<ParagrafserieEvent> = {
  name: 'satt-paragrafnummer',
  on: {
    ParagrafnummerTilldelat: ({ data: { ar, nr, mal, sammantrade } }): Wish => {
      const command: SammantradeCommand = { type: 'SattParagrafnummer', data: { punkt: mal, ar, nr } };
      return { category: 'sammantrade', id: sammantrade, command };
    },
  },
  refused: ({ type, stream, data }, { kod }): Wish | undefined => {
    if (type !== 'ParagrafnummerTilldelat') return undefined;
    const command: ParagrafserieCommand = { type: 'MarkeraParagrafnummerUtgatt', data: { namnd: data.namnd, nr: data.nr, kod } };
    return { category: 'paragrafserie', id: idOf(stream), command };
  },
};
