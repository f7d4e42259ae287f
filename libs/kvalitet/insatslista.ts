import { CODE, NUMBER, type Table } from '@klubba/kernel';
import { dagAv, hittaPersonnummer } from '@klubba/lagrum';
import type { Listrad } from './insatslista.decider';

/** All rows are one fact, and a fact must fit in the 1 MiB that a log takes at once. */
export const INSATSRADER_MAX = 2500;
/** What is wrong, and where: row and column as they are called in the file. */
export type Listfel = { readonly rad?: number; readonly kolumn?: string; readonly kod: string; readonly text: string };
export type LastInsatslista = { readonly antal: number; readonly rader: readonly Listrad[]; readonly fel: readonly Listfel[] };

const FALT = ['beteckning', 'lag', 'insats', 'enhet', 'beslutsdatum', 'verkstallt', 'avbrott', 'aterupptaget', 'upphort'] as const;
type Falt = (typeof FALT)[number];
/** What the columns are called in such lists; compared without case, spaces and stops. */
const RUBRIKER: Readonly<Record<Falt, readonly string[]>> = {
  beteckning: ['beteckning', 'beslutsnummer', 'beslutsid', 'nummer', 'nr', 'aktnummer'], lag: ['lag', 'lagstiftning', 'lagrum'], insats: ['insats', 'insatstyp', 'beslutstyp', 'typavinsats'], enhet: ['enhet', 'område', 'verksamhet'],
  beslutsdatum: ['beslutsdatum', 'beslut', 'datumförbeslut'], verkstallt: ['verkställt', 'verkställd', 'verkställighetsdatum', 'verkställtdatum'], avbrott: ['avbrott', 'avbrottsdatum', 'avbruten'], aterupptaget: ['återupptaget', 'återupptagen', 'återupptagetdatum'],
  upphort: ['upphört', 'upphörd', 'avslutat', 'slutdatum'],
};
const SAGS: Readonly<Record<Falt, string>> = { beteckning: 'Beteckning', lag: 'Lag', insats: 'Insats', enhet: 'Enhet', beslutsdatum: 'Beslutsdatum', verkstallt: 'Verkställt', avbrott: 'Avbrott', aterupptaget: 'Återupptaget', upphort: 'Upphört' };
const KRAVS: readonly Falt[] = ['beteckning', 'lag', 'insats', 'beslutsdatum'];

const nyckel = (text: string): string => text.toLowerCase().replaceAll(/[^a-zåäö0-9]/gu, '');
/** A kind of help as a code, so that it can be counted: "Kontaktfamilj (barn)" is kontaktfamilj_barn. */
const kod = (text: string): string => text.trim().toLowerCase().replaceAll(/[^a-zåäö0-9]+/gu, '_').replaceAll(/^_+|_+$/g, '');
const visa = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A list of decisions understood row by row by its headings. A column of other things is passed over; a personnummer is never read. */
export const lasInsatslista = ({ rows, merged }: Table): LastInsatslista => {
  const i = rows.slice(0, 20).findIndex(({ cells }) => cells.filter((cell) => FALT.some((falt) => RUBRIKER[falt].includes(nyckel(cell)))).length >= 2);
  const rubriker = rows[i];
  if (rubriker === undefined) return { antal: 0, rader: [], fel: [{ kod: 'KOLUMNER_SAKNAS', text: `Hittar inga rubriker. Skriv ${FALT.map((falt) => SAGS[falt]).join(', ')}.` }] };
  const plats = new Map(FALT.map((falt) => [falt, rubriker.cells.findIndex((cell) => RUBRIKER[falt].includes(nyckel(cell)))]));
  const below = rows.slice(i + 1);
  const saknas = KRAVS.filter((falt) => plats.get(falt)! < 0).map((falt) => SAGS[falt]);
  const fel: Listfel[] = [
    ...(saknas.length === 0 ? [] : [{ rad: rubriker.row, kod: 'KOLUMNER_SAKNAS', text: `Hittar ingen kolumn för ${saknas.join(', ')}.` }]),
    ...merged.filter(({ to }) => to >= rubriker.row).map(({ ref, from }) => ({ rad: from, kod: 'SAMMANSLAGNA_CELLER', text: `Cellerna ${ref} är sammanslagna. Dela dem och skriv värdet på varje rad.` })),
    ...(below.length > 0 ? [] : [{ kod: 'LISTAN_AR_TOM', text: 'Listan har inga rader under rubrikerna.' }]),
    ...(below.length <= INSATSRADER_MAX ? [] : [{ kod: 'LISTAN_FOR_STOR', text: `Listan har ${below.length} rader. Högst ${INSATSRADER_MAX} går. Dela filen.` }]),
  ];
  if (fel.length > 0) return { antal: below.length, rader: [], fel };
  const rader: Listrad[] = [];
  for (const { row, cells } of below) {
    const before = fel.length;
    const rad = lasRad(row, (falt) => (cells[plats.get(falt)!] ?? '').trim(), (falt, namn, text) => fel.push({ rad: row, kolumn: rubriker.cells[plats.get(falt)!] ?? SAGS[falt], kod: namn, text: `Rad ${row}, ${rubriker.cells[plats.get(falt)!] ?? SAGS[falt]}: ${text}` }));
    if (fel.length === before) rader.push(rad);
  }
  return { antal: below.length, rader, fel };
};

const lasRad = (rad: number, cell: (falt: Falt) => string, fel: (falt: Falt, namn: string, text: string) => void): Listrad => {
  const [beteckning, lagen, insats, enhet] = [cell('beteckning'), cell('lag'), kod(cell('insats')), kod(cell('enhet'))];
  if (hittaPersonnummer(beteckning).length > 0) fel('beteckning', 'PERSONNUMMER_LASES_INTE', 'här står ett personnummer. De läses aldrig in.');
  else if (!NUMBER.test(beteckning)) fel('beteckning', 'BETECKNING_SAKNAS', `”${visa(beteckning)}” är ingen beteckning på högst 40 tecken.`);
  const lag = /\blss\b|1993:387/i.test(lagen) ? 'LSS' : /\bsol\b|2001:453|2025:400/i.test(lagen) ? 'SoL' : undefined;
  if (lag === undefined) fel('lag', 'LAGEN_OKAND', `”${visa(lagen)}” är varken SoL eller LSS.`);
  if (!CODE.test(insats)) fel('insats', 'INSATS_SAKNAS', `”${visa(cell('insats'))}” är ingen insats på högst 40 tecken.`);
  if (enhet !== '' && !CODE.test(enhet)) fel('enhet', 'ENHETEN_HAR_FEL_FORM', `”${visa(cell('enhet'))}” är för lång: högst 40 tecken.`);
  const dag = (falt: Falt): string | undefined => {
    const text = cell(falt);
    const day = text === '' ? undefined : dagAv(text);
    if (text !== '' && day === undefined) fel(falt, 'DATUM_HAR_FEL_FORM', `”${visa(text)}” är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD.`);
    return day;
  };
  const beslutsdatum = dag('beslutsdatum');
  if (cell('beslutsdatum') === '') fel('beslutsdatum', 'BESLUTSDATUM_SAKNAS', 'dagen för beslutet ska stå här.');
  const [verkstallt, avbrott, aterupptaget, upphort] = [dag('verkstallt'), dag('avbrott'), dag('aterupptaget'), dag('upphort')];
  return {
    rad, beteckning, lag: lag ?? 'SoL', insats, ...(enhet !== '' && { enhet }), beslutsdatum: beslutsdatum ?? '', ...(verkstallt !== undefined && { verkstallt }), ...(avbrott !== undefined && { avbrott }),
    ...(aterupptaget !== undefined && { aterupptaget }), ...(upphort !== undefined && { upphort }),
  };
};
