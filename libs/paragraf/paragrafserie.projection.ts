import type { Projection, Sealed } from '@klubba/kernel';
import type { ParagrafserieEvent } from './paragrafserie.events';

export type Paragrafserie = {
  readonly namnd: string;
  readonly ar: number;
  /** The last number given, or where an imported series stood. */
  readonly sista: number;
  /** Those read in from before Klubba, each for its item. */
  readonly inlasta: readonly { readonly nr: number; readonly mal: string; readonly kalla: Sealed }[];
  readonly utgangna: readonly { readonly nr: number; readonly kod: string }[];
};

const medNummer = (serie: Paragrafserie | undefined, namnd: string, ar: number, nr: number): Paragrafserie =>
  serie === undefined ? { namnd, ar, sista: nr, inlasta: [], utgangna: [] } : { ...serie, sista: Math.max(serie.sista, nr) };

/** Where a nämnd's §§ of a year stand, and the numbers that no § has. */
export const paragrafserien: Projection<Paragrafserie, ParagrafserieEvent> = {
  name: 'paragrafserie',
  revision: 2,
  category: 'paragrafserie',
  on: {
    ParagrafserieBorjad: (_, { data: { namnd, ar, sista } }) => ({ namnd, ar, sista, inlasta: [], utgangna: [] }),
    ParagrafnummerTilldelat: (serie, { data: { namnd, ar, nr } }) => medNummer(serie, namnd, ar, nr),
    ParagrafnummerInlast: (serie, { data: { namnd, ar, nr, mal, kalla } }) => {
      const efter = medNummer(serie, namnd, ar, nr);
      return { ...efter, inlasta: [...efter.inlasta, { nr, mal, kalla }] };
    },
    ParagrafnummerUtgatt: (serie, { data }) => serie && { ...serie, utgangna: [...serie.utgangna, data] },
  },
  place: ({ namnd, ar }) => ({ namnd, sort: String(ar) }),
};
