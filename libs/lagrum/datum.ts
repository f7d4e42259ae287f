/**
 * A day in the calendar, written ÅÅÅÅ-MM-DD. Plain integer arithmetic: the law counts days, weeks and months and knows
 * neither clock nor zone, and a fold may ask a million times.
 */
export type Datum = string;

const FORM = /^(\d{4})-(\d\d)-(\d\d)$/;
const VECKODAGAR = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;
export type Veckodag = (typeof VECKODAGAR)[number];

/** True for a day that exists; 2018-02-30 does not. */
export const arDatum = (text: unknown): text is Datum => typeof text === 'string' && delar(text) !== undefined;

export const plusDagar = (datum: Datum, dagar: number): Datum => franDagnummer(dagnummer(datum) + heltal(dagar));

/** Ends on the same weekday (lag 1930:173 1 §). */
export const plusVeckor = (datum: Datum, veckor: number): Datum => plusDagar(datum, 7 * veckor);

/** Ends on the day with the same number, or on the last of a month that lacks it (lag 1930:173 1 §). */
export const plusManader = (datum: Datum, manader: number): Datum => {
  const [ar, manad, dag] = kravDelar(datum);
  const antal = ar * 12 + manad - 1 + heltal(manader);
  const nyttAr = Math.floor(antal / 12);
  const nyManad = antal - nyttAr * 12 + 1;
  return skriv(nyttAr, nyManad, Math.min(dag, dagarIManad(nyttAr, nyManad)));
};

/** Days from `fran` to `till`; the event day is day 0 (K1). */
export const dagarMellan = (fran: Datum, till: Datum): number => dagnummer(till) - dagnummer(fran);

export const veckodag = (datum: Datum): Veckodag => VECKODAGAR[veckodagsnummer(dagnummer(datum)) - 1]!;

export type LokalTid = { readonly datum: Datum; readonly tid: string; readonly zon: 'normaltid' | 'sommartid' };

/**
 * What calendar and clock showed in Sweden at an instant in UTC ('2018-04-12T21:59:59.123Z'). Written from förordning (1979:988) om normaltid and
 * förordning (2001:127) om sommartid (and 1994:1207 for 1996–1997) rather than from the machine's time zone table: a replay must give
 * the same day on every machine. `zon` tells the two hours of an October night apart.
 */
export const lokalTid = (utc: string): LokalTid => {
  const tal = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d{1,9})?Z$/.exec(utc);
  if (tal === null || !arDatum(tal[1])) throw new RangeError('Not an instant in UTC');
  const ar = Number(tal[1].slice(0, 4));
  if (ar < 1996) throw new RangeError('Swedish summer time before 1996 is not known here');
  const minut = dagnummer(tal[1]) * 1440 + Number(tal[2]) * 60 + Number(tal[3]);
  const sommar = arSommartid(minut, ar);
  const lokal = minut + (sommar ? 120 : 60);
  const dag = Math.floor(lokal / 1440);
  const klocka = lokal - dag * 1440;
  return {
    datum: franDagnummer(dag),
    tid: `${tva(Math.floor(klocka / 60))}:${tva(klocka % 60)}:${tal[4]!}`,
    zon: sommar ? 'sommartid' : 'normaltid',
  };
};

/**
 * The minute in UTC, counted from 1970, when calendar and clock showed this in Sweden ('02:10'). The hour that an October night shows
 * twice is the first time unless `zon` says otherwise; the one that a March night skips goes on in normaltid, as does all before 1996.
 */
export const minutUtc = (datum: Datum, tid: string, zon?: 'normaltid'): number => {
  const visad = visadMinut(datum, tid);
  return visad - (zon === undefined && arSommartid(visad - 120, Number(datum.slice(0, 4))) ? 120 : 60);
};
/** Did a clock in Sweden show it that day, in that zone? */
export const klockslagFinns = (datum: Datum, tid: string, zon?: 'normaltid'): boolean => {
  const [visad, ar] = [visadMinut(datum, tid), Number(datum.slice(0, 4))];
  return !arSommartid(visad - 60, ar) || (zon === undefined && arSommartid(visad - 120, ar));
};
const visadMinut = (datum: Datum, tid: string): number => dagnummer(datum) * 1440 + Number(tid.slice(0, 2)) * 60 + Number(tid.slice(3, 5));
const arSommartid = (utc: number, ar: number): boolean => ar >= 1996 && utc >= skifte(ar, 3) && utc < skifte(ar, 10);

export const lokaltDatum = (utc: string): Datum => lokalTid(utc).datum;

/** Days since 1970-01-01 in the Gregorian calendar, by counting years from 1 March so that the leap day comes last. */
export const dagnummer = (datum: Datum): number => {
  const [ar, manad, dag] = kravDelar(datum);
  return raknaDagar(ar, manad, dag);
};

export const franDagnummer = (nummer: number): Datum => {
  const dagar = nummer + 719468;
  const era = Math.floor(dagar / 146097);
  const iEra = dagar - era * 146097;
  const arIEra = Math.floor((iEra - Math.floor(iEra / 1460) + Math.floor(iEra / 36524) - Math.floor(iEra / 146096)) / 365);
  const iAr = iEra - (365 * arIEra + Math.floor(arIEra / 4) - Math.floor(arIEra / 100));
  const m = Math.floor((5 * iAr + 2) / 153);
  const manad = m < 10 ? m + 3 : m - 9;
  return skriv(arIEra + era * 400 + (manad <= 2 ? 1 : 0), manad, iAr - Math.floor((153 * m + 2) / 5) + 1);
};

/** 1 is Monday, 7 is Sunday. */
export const veckodagsnummer = (nummer: number): number => ((((nummer + 3) % 7) + 7) % 7) + 1;

/** The day in the form ÅÅÅÅ-MM-DD; a year that does not fit it is a fault. */
export const skriv = (ar: number, manad: number, dag: number): Datum => {
  if (!(ar >= 1 && ar <= 9999)) throw new RangeError('The year is outside 0001–9999');
  return `${String(ar).padStart(4, '0')}-${tva(manad)}-${tva(dag)}`;
};

const raknaDagar = (ar: number, manad: number, dag: number): number => {
  const fran = manad <= 2 ? ar - 1 : ar;
  const era = Math.floor(fran / 400);
  const arIEra = fran - era * 400;
  const iAr = Math.floor((153 * (manad > 2 ? manad - 3 : manad + 9) + 2) / 5) + dag - 1;
  return era * 146097 + arIEra * 365 + Math.floor(arIEra / 4) - Math.floor(arIEra / 100) + iAr - 719468;
};

/** The minute, UTC, when the clock is moved: 01.00 on the last Sunday of the month, in March and in October. */
const skifte = (ar: number, manad: 3 | 10): number => {
  const sist = raknaDagar(ar, manad, 31);
  return (sist - (veckodagsnummer(sist) % 7)) * 1440 + 60;
};

const dagarIManad = (ar: number, manad: number): number =>
  manad === 2 ? ((ar % 4 === 0 && ar % 100 !== 0) || ar % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(manad) ? 30 : 31;

const delar = (text: string): readonly [number, number, number] | undefined => {
  const traff = FORM.exec(text);
  if (traff === null) return undefined;
  const [ar, manad, dag] = [Number(traff[1]), Number(traff[2]), Number(traff[3])];
  if (ar < 1 || manad < 1 || manad > 12 || dag < 1 || dag > dagarIManad(ar, manad)) return undefined;
  return [ar, manad, dag];
};

// The value stays out of the message: a fault may be logged, and the text may have come from a person.
const kravDelar = (datum: Datum): readonly [number, number, number] => {
  const tal = delar(datum);
  if (tal === undefined) throw new RangeError('Not a date in the form ÅÅÅÅ-MM-DD');
  return tal;
};

const heltal = (tal: number): number => {
  if (!Number.isSafeInteger(tal)) throw new RangeError('Not a whole number');
  return tal;
};

const tva = (tal: number): string => String(tal).padStart(2, '0');
