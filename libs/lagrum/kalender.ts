import { type Datum, dagnummer, franDagnummer, plusDagar, skriv, veckodagsnummer } from './datum';

export type Helgdag = { readonly datum: Datum; readonly namn: string };

/**
 * The helgdagar of a year besides ordinary Sundays, in order (lag 1989:253 1–2 §§). Nationaldagen took the place of
 * annandag pingst in 2005. Earlier years are counted by the same list.
 */
export const helgdagar = (ar: number): readonly Helgdag[] => aret(ar).lista;

/** A Sunday or another helgdag (lag 1989:253). */
export const arHelgdag = (datum: Datum): boolean => veckodagsnummer(dagnummer(datum)) === 7 || aretFor(datum).namn.has(datum);

/**
 * A day on which nothing that the law wants done need be done: Sunday, other helgdag, Saturday, midsommarafton, julafton, nyårsafton
 * (lag 1930:173 2 §). Skärtorsdag, valborg and trettondagsafton are not in the law, so they are ordinary days.
 */
export const arFridag = (datum: Datum): boolean =>
  veckodagsnummer(dagnummer(datum)) >= 6 || aretFor(datum).namn.has(datum) || afton(datum) !== undefined;

/** The first vardag on or after the day (lag 1930:173 2 §). Only for the last day of a time set by law or författning. */
export const skjut = (datum: Datum): Datum => {
  let dag = datum;
  while (arFridag(dag)) dag = plusDagar(dag, 1);
  return dag;
};

/**
 * The last vardag on or before the day. For alarms where liberty is at stake (E8): the law may allow a later day, the
 * municipality does not wait for it.
 */
export const sistaVardag = (datum: Datum): Datum => {
  let dag = datum;
  while (arFridag(dag)) dag = plusDagar(dag, -1);
  return dag;
};

/** Eves that a municipality may count as free although the law does not make them helgdagar. */
export const LOKALA_AFTNAR = ['trettondagsafton', 'skartorsdag', 'valborgsmassoafton', 'midsommarafton', 'julafton', 'nyarsafton'] as const;
export type LokalAfton = (typeof LOKALA_AFTNAR)[number];

/** Monday to Friday and not a helgdag; which eves are free is a local setting (K1). */
export const arArbetsdag = (datum: Datum, friaAftnar: readonly LokalAfton[] = []): boolean =>
  veckodagsnummer(dagnummer(datum)) <= 5 && !aretFor(datum).namn.has(datum) && !friaAftnar.some((namn) => aretFor(datum).aftnar[namn] === datum);

/** The nth arbetsdag after the day; the day itself is day 0. */
export const plusArbetsdagar = (datum: Datum, antal: number, friaAftnar: readonly LokalAfton[] = []): Datum => {
  if (!Number.isSafeInteger(antal) || antal < 0) throw new RangeError('Not a number of days');
  let dag = datum;
  for (let kvar = antal; kvar > 0; ) {
    dag = plusDagar(dag, 1);
    if (arArbetsdag(dag, friaAftnar)) kvar -= 1;
  }
  return dag;
};

/** Why a day is free, ready to follow "är": 'första maj, en helgdag', 'julafton', 'en lördag'. Undefined on an ordinary day. */
export const fridagsskal = (datum: Datum): string | undefined => {
  const namn = aretFor(datum).namn.get(datum);
  if (namn !== undefined) return `${namn}, en helgdag`;
  const kvall = afton(datum);
  if (kvall !== undefined) return kvall;
  const nummer = veckodagsnummer(dagnummer(datum));
  return nummer === 7 ? 'en söndag' : nummer === 6 ? 'en lördag' : undefined;
};

type Ar = { readonly lista: readonly Helgdag[]; readonly namn: ReadonlyMap<Datum, string>; readonly aftnar: Readonly<Record<LokalAfton, Datum>> };

// A year's list never changes, so remembering it keeps the functions pure.
const raknade = new Map<number, Ar>();

const aret = (ar: number): Ar => {
  const kant = raknade.get(ar);
  if (kant !== undefined) return kant;
  const nytt = rakna(ar);
  raknade.set(ar, nytt);
  return nytt;
};
const aretFor = (datum: Datum): Ar => aret(Number(datum.slice(0, 4)));

const rakna = (ar: number): Ar => {
  const pask = dagnummer(paskdagen(ar));
  const dag = (plus: number): Datum => franDagnummer(pask + plus);
  const midsommar = lordagFran(skriv(ar, 6, 20));
  const dagar: Helgdag[] = [
    { datum: skriv(ar, 1, 1), namn: 'nyårsdagen' },
    { datum: skriv(ar, 1, 6), namn: 'trettondedag jul' },
    { datum: dag(-2), namn: 'långfredagen' },
    { datum: dag(0), namn: 'påskdagen' },
    { datum: dag(1), namn: 'annandag påsk' },
    { datum: skriv(ar, 5, 1), namn: 'första maj' },
    { datum: dag(39), namn: 'Kristi himmelsfärdsdag' },
    { datum: dag(49), namn: 'pingstdagen' },
    ar >= 2005 ? { datum: skriv(ar, 6, 6), namn: 'nationaldagen' } : { datum: dag(50), namn: 'annandag pingst' },
    { datum: midsommar, namn: 'midsommardagen' },
    { datum: lordagFran(skriv(ar, 10, 31)), namn: 'alla helgons dag' },
    { datum: skriv(ar, 12, 25), namn: 'juldagen' },
    { datum: skriv(ar, 12, 26), namn: 'annandag jul' },
  ];
  const namn = new Map<Datum, string>();
  // Two feasts can share a day: Kristi himmelsfärdsdag 2008 was första maj.
  for (const en of dagar) namn.set(en.datum, namn.has(en.datum) ? `${namn.get(en.datum)!} och ${en.namn}` : en.namn);
  const lista = [...namn].map(([datum, text]) => Object.freeze({ datum, namn: text })).sort((a, b) => (a.datum < b.datum ? -1 : 1));
  const aftnar = {
    trettondagsafton: skriv(ar, 1, 5),
    skartorsdag: dag(-3),
    valborgsmassoafton: skriv(ar, 4, 30),
    midsommarafton: plusDagar(midsommar, -1),
    julafton: skriv(ar, 12, 24),
    nyarsafton: skriv(ar, 12, 31),
  };
  return { lista: Object.freeze(lista), namn, aftnar };
};

/** The three eves that lag 1930:173 2 § places beside the helgdagar. */
const afton = (datum: Datum): string | undefined => {
  const { midsommarafton, julafton, nyarsafton } = aretFor(datum).aftnar;
  return datum === midsommarafton ? 'midsommarafton' : datum === julafton ? 'julafton' : datum === nyarsafton ? 'nyårsafton' : undefined;
};

/** Easter Sunday in the Gregorian calendar (the anonymous computus, as in K2). */
const paskdagen = (ar: number): Datum => {
  const a = ar % 19;
  const b = Math.floor(ar / 100);
  const c = ar % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const x = h + l - 7 * m + 114;
  return skriv(ar, Math.floor(x / 31), (x % 31) + 1);
};

const lordagFran = (datum: Datum): Datum => plusDagar(datum, (13 - veckodagsnummer(dagnummer(datum))) % 7);
