import { arDatum, type Datum } from './datum';

const MANADER = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
/** A day as people write it, day before month, as ÅÅÅÅ-MM-DD; nothing where it is no such day. A year of two digits could be of two centuries. */
export const dagAv = (skriven: string): Datum | undefined => {
  const text = skriven.replace(/[T ]\d\d:\d\d(:\d\d)?([.]\d+)?Z?$/, '').trim();
  const [, ar, manad, dag] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ?? [];
  const [, d, m, a] = /^(\d{1,2})[/.]\s?(\d{1,2})[/. -]\s?(\d{4})$/.exec(text) ?? [];
  const [, dd, namn, aa] = /^(?:den )?(\d{1,2}) ([a-zé]{3,9})[.]? (\d{4})$/i.exec(text) ?? [];
  const nr = namn === undefined ? 0 : MANADER.findIndex((en) => en.startsWith(namn.toLowerCase())) + 1;
  const day = ar !== undefined ? `${ar}-${manad}-${dag}` : a !== undefined ? `${a}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}` : nr > 0 ? `${aa}-${String(nr).padStart(2, '0')}-${dd!.padStart(2, '0')}` : undefined;
  return day !== undefined && arDatum(day) ? day : undefined;
};

/** The days that a running text names: 2017-05-24, 24/5 2017, 24 maj 2017. */
export const dagarI = (text: string): readonly Datum[] => [
  ...new Set([...text.matchAll(/(?<![\d/-])(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\s?\d{1,2}[/. -]\s?\d{4}|\d{1,2} [a-zé]{3,9}[.]? \d{4})(?![\d/-])/giu)].flatMap(([skriven]) => dagAv(skriven) ?? [])),
];

/**
 * The days of a text that look like a slip for one of the form's (A11): none of those, but the same month of the same year,
 * or the same day of another year. A text names many days that are no concern of its form, so others say nothing, nor do
 * those after its own day: they are days to come, when an answer is due.
 */
export const avvikandeDagar = (text: string, formularets: readonly Datum[], dess: Datum): readonly Datum[] =>
  dagarI(text).filter((dag) => dag <= dess && !formularets.includes(dag) && formularets.some((en) => en.slice(0, 7) === dag.slice(0, 7) || en.slice(5) === dag.slice(5)));
