// The matrix of H5: what a risk is worth is a product, and its colour is what the nämnd has adopted.

export const SANNOLIKHETER = ['osannolik', 'mindre_sannolik', 'mojlig', 'sannolik'] as const;
export const ALLVARLIGHETER = ['mindre', 'mattlig', 'betydlig', 'hog'] as const;
export type Sannolikhet = (typeof SANNOLIKHETER)[number];
export type Allvarlighet = (typeof ALLVARLIGHETER)[number];
/** Of the risk itself; the lights of the measures are another thing (`ATGARDSLAGEN`). */
export const RISKFARGER = ['gron', 'gul', 'rod'] as const;
export type Riskfarg = (typeof RISKFARGER)[number];
/** Inclusive. */
export type Riskband = { readonly farg: Riskfarg; readonly fran: number; readonly till: number };

/** The legend as it is printed with the matrix: 8 and 16 are in no band, and it is not for a program to say which. */
export const TRYCKT_SKALA: readonly Riskband[] = [{ farg: 'gron', fran: 1, till: 3 }, { farg: 'gul', fran: 4, till: 6 }, { farg: 'rod', fran: 9, till: 12 }];

/** 1–16. The steps are 1–4 in the order they are listed. */
export const riskvarde = (sannolikhet: Sannolikhet, allvarlighet: Allvarlighet): number => (SANNOLIKHETER.indexOf(sannolikhet) + 1) * (ALLVARLIGHETER.indexOf(allvarlighet) + 1);

export type Riskklass = { readonly farg: Riskfarg | 'OKLASSAD'; readonly text?: string };
/** The colour by the scale in force, or OKLASSAD with what the nämnd has to decide. */
export const riskklass = (varde: number, skala: readonly Riskband[] = TRYCKT_SKALA): Riskklass => {
  const band = skala.find(({ fran, till }) => fran <= varde && varde <= till);
  return band === undefined ? { farg: 'OKLASSAD', text: `Riskvärdet ${varde} saknar färg i den antagna skalan. Nämnden måste fastställa om 8 är gul eller röd och att 16 är röd.` } : { farg: band.farg };
};
