import { baraKlockan, dagen, klockan, natter, senaste } from './klockslag';
import type { Narvaro, Pass, Sammantrade } from './sammantrade.projection';

/** A stretch of a meeting that a person was there for, on the day it began. `minuter` as they passed, `fran` and `till` local clock times. */
export type Arvodesrad = Pick<Narvaro, 'person' | 'uppdrag' | 'parti'> & { readonly roll?: string; readonly datum: string; readonly fran: string; readonly till: string; readonly minuter: number; readonly tjanstgor: boolean };

/**
 * Who was at a meeting that has ended, when and in what capacity: what arvoden are paid for. Stretches that meet and are of one kind
 * are one, but each sitting of a meeting that was adjourned over a midnight has its own.
 */
export const arvodesrader = (mote: Sammantrade): readonly Arvodesrad[] => {
  const { oppnat, avslutat } = mote;
  if (oppnat === undefined || avslutat === undefined) return [];
  const tider = klubbslag(mote, oppnat);
  return mote.narvaro.flatMap(({ person, uppdrag, parti, roll, pass }) =>
    hopslagna(pass.flatMap((ett) => perSittning(stracka(ett, tider, oppnat, avslutat), mote)), mote).map(({ fran, till, tjanstgor }) =>
      ({ person, uppdrag, parti, ...(roll !== undefined && { roll }), datum: dagen(mote, fran), fran: baraKlockan(fran), till: baraKlockan(till), minuter: klockan(mote, till) - klockan(mote, fran), tjanstgor })));
};

type Stracka = { readonly fran: string; readonly till: string; readonly tjanstgor: boolean };
/** When each item began and ended: it begins where the one before it was concluded. */
const klubbslag = ({ punkter }: Sammantrade, oppnat: string): ReadonlyMap<string, { readonly borjan: string; readonly slut: string }> => {
  const tider = new Map<string, { borjan: string; slut: string }>();
  let borjan = oppnat;
  for (const { id, beslut } of punkter.filter((en) => en.beslut !== undefined).sort((a, b) => a.beslut!.ordning - b.beslut!.ordning)) {
    tider.set(id, { borjan, slut: beslut!.tid });
    borjan = beslut!.tid;
  }
  return tider;
};
const stracka = ({ fran, till, franPunkt, tillPunkt, tjanstgor }: Pass, tider: ReturnType<typeof klubbslag>, oppnat: string, avslutat: string): Stracka => ({
  fran: fran ?? (franPunkt === undefined ? undefined : tider.get(franPunkt)?.borjan) ?? oppnat,
  till: till ?? (tillPunkt === undefined ? undefined : tider.get(tillPunkt)?.slut) ?? avslutat,
  tjanstgor,
});
/** Without the adjournments over a midnight that it ran through. */
const perSittning = (hela: Stracka, mote: Sammantrade): readonly Stracka[] =>
  natter(mote).reduce<readonly Stracka[]>((strackor, natt) => strackor.flatMap((en) => [
    { ...en, till: klockan(mote, en.till) < klockan(mote, natt.fran) ? en.till : natt.fran }, { ...en, fran: senaste(mote, en.fran, natt.till) },
  ].filter(({ fran, till }) => klockan(mote, fran) < klockan(mote, till))), [hela]);
const hopslagna = (strackor: readonly Stracka[], mote: Sammantrade): readonly Stracka[] =>
  [...strackor].sort((a, b) => klockan(mote, a.fran) - klockan(mote, b.fran)).reduce<readonly Stracka[]>((hittills, ny) => {
    const sist = hittills.at(-1);
    if (sist === undefined || sist.tjanstgor !== ny.tjanstgor || klockan(mote, sist.till) < klockan(mote, ny.fran)) return [...hittills, ny];
    return [...hittills.slice(0, -1), { ...sist, till: senaste(mote, sist.till, ny.till) }];
  }, []);
