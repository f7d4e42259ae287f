import type { Projection } from '@klubba/kernel';
import type { ParagrafserieEvent } from './paragrafserie.events';

export type Paragrafserie = {
  readonly namnd: string;
  readonly ar: number;
  /** The last number given, or where an imported series stood. */
  readonly sista: number;
  readonly utgangna: readonly { readonly nr: number; readonly kod: string }[];
};

/** Where a nämnd's §§ of a year stand, and the numbers that no § has. */
export const paragrafserien: Projection<Paragrafserie, ParagrafserieEvent> = {
  name: 'paragrafserie',
  revision: 1,
  category: 'paragrafserie',
  on: {
    ParagrafserieBorjad: (_, { data: { namnd, ar, sista } }) => ({ namnd, ar, sista, utgangna: [] }),
    ParagrafnummerTilldelat: (serie, { data: { namnd, ar, nr } }) => ({ namnd, ar, sista: nr, utgangna: serie?.utgangna ?? [] }),
    ParagrafnummerUtgatt: (serie, { data }) => serie && { ...serie, utgangna: [...serie.utgangna, data] },
  },
  place: ({ namnd, ar }) => ({ namnd, sort: String(ar) }),
};
