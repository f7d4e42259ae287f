import type { Datum } from './datum';

/** What the municipality's board on the web carries, and nothing else (KL 8:10–11). */
export const ANSLAGSSLAG = ['justerat_protokoll', 'sarskilt_protokoll', 'fullmaktiges_sammantrade', 'kungorelse', 'kungorelsedelgivning', 'sammantrade', 'beslutsunderlag'] as const;
/**
 * Something that is or was on the board. Each noun tells its own by a pure function of its document, and one list shows them all.
 * Nothing here is secret: of a § only its number, of a decision on delegation that is secret only its day.
 */
export type Anslagspost = {
  readonly slag: (typeof ANSLAGSSLAG)[number];
  /** "§§ 25–43 2018-03-21", "KS/2018:69": what it is known by. */
  readonly referens: string;
  readonly uppsatt: Datum;
  /** Where law says how long. */
  readonly nedtasTidigast?: Datum;
  readonly nedtaget?: Datum;
  /** It was not up the whole time. */
  readonly brutet: boolean;
  readonly lagrum: string;
};

/** Up at some time from the one day to the other; the day it came down it is no longer. */
export const varUppe = ({ uppsatt, nedtaget }: Pick<Anslagspost, 'uppsatt' | 'nedtaget'>, fran: Datum, till: Datum): boolean => uppsatt <= till && (nedtaget === undefined || nedtaget > fran);

const ANNU_UPPE = '9999-12-31';
/** Between which days a register row has had something up, and nothing where it never has: the row is found by the last of them. */
export const tavlans = (poster: readonly Pick<Anslagspost, 'uppsatt' | 'nedtaget'>[]): { readonly uppe: Datum; readonly nere: Datum } | undefined =>
  poster.length === 0 ? undefined : { uppe: poster.map(({ uppsatt }) => uppsatt).sort()[0]!, nere: poster.map(({ nedtaget = ANNU_UPPE }) => nedtaget).sort().at(-1)! };
