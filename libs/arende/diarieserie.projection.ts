import type { Projection } from '@klubba/kernel';
import type { DiarieserieEvent } from './diarieserie.events';

export type Diarieserie = {
  readonly namnd: string;
  readonly ar: number;
  /** The last number given, or where an imported series stood. */
  readonly sista: number;
  readonly utgangna: readonly { readonly lopnummer: number; readonly kod: string }[];
};

/** Where a nämnd's numbers of a year stand, and the numbers that no matter has. */
export const diarieserien: Projection<Diarieserie, DiarieserieEvent> = {
  name: 'diarieserie',
  revision: 1,
  category: 'diarieserie',
  on: {
    DiarieserieBorjad: (_, { data: { namnd, ar, sista } }) => ({ namnd, ar, sista, utgangna: [] }),
    DiarienummerTilldelat: (serie, { data: { namnd, ar, lopnummer } }) => ({ namnd, ar, sista: lopnummer, utgangna: serie?.utgangna ?? [] }),
    DiarienummerUtgatt: (serie, { data: { lopnummer, kod } }) => serie && { ...serie, utgangna: [...serie.utgangna, { lopnummer, kod }] },
  },
  place: ({ namnd, ar }) => ({ namnd, sort: String(ar) }),
};
