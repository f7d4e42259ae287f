import type { Narvaro, Pass, Sammantrade } from './sammantrade.projection';

/** A stretch of a meeting that a person was there for. `minuter` between `fran` and `till`, local clock times. */
export type Arvodesrad = Pick<Narvaro, 'person' | 'uppdrag' | 'parti'> & { readonly roll?: string; readonly datum: string; readonly fran: string; readonly till: string; readonly minuter: number; readonly tjanstgor: boolean };

/** Who was at a meeting that has ended, when and in what capacity: what arvoden are paid for. Stretches that meet and are of one kind are one. */
export const arvodesrader = (mote: Sammantrade): readonly Arvodesrad[] => {
  const { oppnat, avslutat, datum } = mote;
  if (oppnat === undefined || avslutat === undefined) return [];
  const tider = klubbslag(mote, oppnat);
  return mote.narvaro.flatMap(({ person, uppdrag, parti, roll, pass }) =>
    hopslagna(pass.map((ett) => stracka(ett, tider, oppnat, avslutat))).map(({ fran, till, tjanstgor }) =>
      ({ person, uppdrag, parti, ...(roll !== undefined && { roll }), datum, fran, till, minuter: minuter(till, oppnat) - minuter(fran, oppnat), tjanstgor })));
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
const hopslagna = (strackor: readonly Stracka[]): readonly Stracka[] =>
  [...strackor].sort((a, b) => (a.fran < b.fran ? -1 : a.fran > b.fran ? 1 : 0)).reduce<readonly Stracka[]>((hittills, ny) => {
    const sist = hittills.at(-1);
    if (sist === undefined || sist.tjanstgor !== ny.tjanstgor || sist.till < ny.fran) return [...hittills, ny];
    return [...hittills.slice(0, -1), { ...sist, till: ny.till > sist.till ? ny.till : sist.till }];
  }, []);
/** Minutes since the day of the meeting began; a meeting that goes past midnight goes on. */
const minuter = (tid: string, oppnat: string): number => {
  const sedan = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return sedan(tid) + (tid < oppnat ? 24 * 60 : 0);
};
