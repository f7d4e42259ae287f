import type { Datum } from './datum';

export const KLOCKSLAG = ['skyldighet', 'upplysning'] as const;
/**
 * A clock that runs in a nämnd: a day by which something is to be done, or that means something, with the answer to "why that
 * day?". Each noun tells its own by a pure function of its document, and one list shows them all. Nothing here needs today's
 * date: a clock is there until what it waits for is done, or until `visasTill` has passed.
 */
export type Klocka = {
  /** Which rule, as a code: `justering`, `anslag` … Unique within its document together with `galler`. */
  readonly regel: string;
  readonly slag: (typeof KLOCKSLAG)[number];
  /** "Protokollet ska justeras", in words that tell nothing of what is secret. */
  readonly vad: string;
  /** What it concerns, by its number: "§§ 25–43", never a title or a name. */
  readonly galler: string;
  /** The law's day. */
  readonly lag: Datum;
  /** The day to work towards: `sistaVardag` of the day as it was before it was moved (E8). Never later than `lag`. */
  readonly drift: Datum;
  /** The last day that it is shown, when nothing in the record ends it. */
  readonly visasTill?: Datum;
  /** Clocks of one rule, day and grupp are one to look at: the §§ of a protocol, by their numbers. */
  readonly grupp?: { readonly id: string; readonly nr: number; readonly bokstav?: string | undefined; readonly tillagg: string };
  /** The role that has to see to it. */
  readonly agare: string;
  readonly varfor: readonly string[];
  readonly lagrum: string;
};

/** In the order that they are to be seen to; what they concern by its first number. */
export const iOrdning = <K extends Pick<Klocka, 'drift' | 'lag' | 'galler' | 'regel'>>(klockor: readonly K[]): readonly K[] =>
  [...klockor].sort((a, b) => ordning(a.drift, b.drift) || ordning(a.lag, b.lag) || forstaTal(a.galler) - forstaTal(b.galler) || ordning(a.galler, b.galler) || ordning(a.regel, b.regel));
const ordning = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const forstaTal = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? 0);
/** Still shown on this day. */
export const visas = ({ visasTill }: Pick<Klocka, 'visasTill'>, idag: Datum): boolean => visasTill === undefined || idag <= visasTill;
