/** Chance for invented runs: all of it follows from one number, so that a run that went wrong can be run again. */
export type Slump = {
  /** Whole numbers, both ends included. */
  readonly tal: (minst: number, hogst: number) => number;
  readonly chans: (del: number) => boolean;
  readonly ett: <const T>(...av: readonly T[]) => T;
  readonly nagra: <T>(hogst: number, gor: (i: number) => T) => readonly T[];
};
/** mulberry32. */
export const slumpFran = (fro: number): Slump => {
  let lage = fro | 0;
  const slump = (): number => {
    lage = (lage + 0x6d2b79f5) | 0;
    let t = Math.imul(lage ^ (lage >>> 15), 1 | lage);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const tal = (minst: number, hogst: number): number => minst + Math.floor(slump() * (hogst - minst + 1));
  return { tal, chans: (del) => slump() < del, ett: (...av) => av[tal(0, av.length - 1)]!, nagra: (hogst, gor) => Array.from({ length: tal(0, hogst) }, (_, i) => gor(i)) };
};
