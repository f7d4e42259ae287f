import { dagnummer, klockslagFinns, minutUtc, plusDagar } from '@klubba/lagrum';

/**
 * A clock time at a meeting, as it lies in its facts: `HH:MM`, or `ÅÅÅÅ-MM-DD HH:MM` when it was adjourned to a later day.
 * The hour that an October night shows twice is the first time, unless `normaltid` stands after it.
 */
export const MOTESTID = /^(?:(\d{4}-\d\d-\d\d) )?((?:[01]\d|2[0-3]):[0-5]\d)( normaltid)?$/;
/** The day that a meeting was called to, and when it was opened. */
export type Motesdag = { readonly datum: string; readonly oppnat?: string | undefined };

const NATTENS_SLUT = '06:00';
const delar = ({ datum, oppnat }: Motesdag, text: string) => {
  const [, dag, tid = text, normaltid] = MOTESTID.exec(text) ?? [];
  // Without a day it is the meeting's own, or the night that followed when it was opened the evening before.
  const efterMidnatt = oppnat !== undefined && tid < oppnat && tid < NATTENS_SLUT;
  return { datum: dag ?? (efterMidnatt ? plusDagar(datum, 1) : datum), tid, ...(normaltid !== undefined && { zon: 'normaltid' as const }) };
};

/** A clock time as it is compared: its minute, counted in UTC, so that neither midnight nor a moved clock turns two of them around. */
export const klockan = (mote: Motesdag, text: string): number => {
  const { datum, tid, zon } = delar(mote, text);
  return minutUtc(datum, tid, zon);
};
/** The day on which the clock showed it. */
export const dagen = (mote: Motesdag, text: string): string => delar(mote, text).datum;
/** Without its day: 09:00. */
export const baraKlockan = (text: string): string => MOTESTID.exec(text)?.[2] ?? text;
/** The last of them. */
export const senaste = (mote: Motesdag, ...tider: readonly [string, ...string[]]): string => tider.reduce((a, b) => (klockan(mote, b) > klockan(mote, a) ? b : a));

type Ajourneringar = { readonly ajourneringar?: readonly { readonly fran: string; readonly till?: string }[] };
/** The adjournments that a midnight fell in: what lies between two of them is one sitting. */
export const natter = (mote: Motesdag & Ajourneringar): readonly { readonly fran: string; readonly till: string }[] =>
  (mote.ajourneringar ?? []).flatMap(({ fran, till }) => (till !== undefined && dagnummer(dagen(mote, fran)) < dagnummer(dagen(mote, till)) ? [{ fran, till }] : []));
/** In which sitting a time lies, from 0. */
export const sittning = (mote: Motesdag & Ajourneringar): ((text: string) => number) => {
  const borjade = natter(mote).map(({ till }) => klockan(mote, till));
  return (text) => borjade.filter((minut) => minut <= klockan(mote, text)).length;
};

/** What is wrong with a clock time by itself: a day before the meeting's, or an hour that the clock skipped. A day that does not exist is told before. */
export const klockslagsfel = (mote: Motesdag, text: string): { readonly kod: 'TIDEN_GAR_BAKLANGES' | 'KLOCKSLAGET_FINNS_INTE'; readonly text: string } | undefined => {
  const { datum, tid, zon } = delar(mote, text);
  if (datum < mote.datum) return { kod: 'TIDEN_GAR_BAKLANGES', text: `${text} ligger före sammanträdets dag, ${mote.datum}.` };
  return klockslagFinns(datum, tid, zon) ? undefined : { kod: 'KLOCKSLAGET_FINNS_INTE', text: `Klockslaget ${text} finns inte den ${datum}: klockan ställdes om.` };
};
