import { CODE, NUMBER, type Table } from '@klubba/kernel';
import { hittaPersonnummer } from '@klubba/lagrum';
import { type Anmark, type Kolumnschema, lasDag, lasTabell, type LastTabell, visa } from '@klubba/namnd';
import type { Listrad } from './insatslista.decider';

/** All rows are one fact, and a fact must fit in the 1 MiB that a log takes at once. */
export const INSATSRADER_MAX = 2500;
type Falt = 'beteckning' | 'lag' | 'insats' | 'enhet' | 'beslutsdatum' | 'verkstallt' | 'avbrott' | 'aterupptaget' | 'upphort';
const RUBRIKER: Readonly<Record<Falt, readonly string[]>> = {
  beteckning: ['beteckning', 'beslutsnummer', 'beslutsid', 'nummer', 'nr', 'aktnummer'], lag: ['lag', 'lagstiftning', 'lagrum'], insats: ['insats', 'insatstyp', 'beslutstyp', 'typavinsats'], enhet: ['enhet', 'område', 'verksamhet'],
  beslutsdatum: ['beslutsdatum', 'beslut', 'datumförbeslut'], verkstallt: ['verkställt', 'verkställd', 'verkställighetsdatum', 'verkställtdatum'], avbrott: ['avbrott', 'avbrottsdatum', 'avbruten'], aterupptaget: ['återupptaget', 'återupptagen', 'återupptagetdatum'],
  upphort: ['upphört', 'upphörd', 'avslutat', 'slutdatum'],
};
const SAGS: Readonly<Record<Falt, string>> = { beteckning: 'Beteckning', lag: 'Lag', insats: 'Insats', enhet: 'Enhet', beslutsdatum: 'Beslutsdatum', verkstallt: 'Verkställt', avbrott: 'Avbrott', aterupptaget: 'Återupptaget', upphort: 'Upphört' };
const SCHEMA: Kolumnschema<Falt> = { rubriker: RUBRIKER, sags: SAGS, kravs: ['beteckning', 'lag', 'insats', 'beslutsdatum'], hjalp: 'Ge kolumnerna de rubrikerna.', hogst: INSATSRADER_MAX };

/** A kind of help as a code, so that it can be counted: "Kontaktfamilj (barn)" is kontaktfamilj_barn. */
const kod = (text: string): string => text.trim().toLowerCase().replaceAll(/[^a-zåäö0-9]+/gu, '_').replaceAll(/^_+|_+$/g, '');

/** A list of decisions understood row by row by its headings. A column of other things is passed over; a personnummer is never read. */
export const lasInsatslista = (tabell: Table): LastTabell<Falt, Listrad> => lasTabell(tabell, SCHEMA, [], lasRad);

const lasRad = (rad: number, cell: (falt: Falt) => string, fel: Anmark<Falt>): Listrad => {
  const [beteckning, lagen, insats, enhet] = [cell('beteckning'), cell('lag'), kod(cell('insats')), kod(cell('enhet'))];
  if (hittaPersonnummer(beteckning).length > 0) fel('beteckning', 'PERSONNUMMER_LASES_INTE', 'här står ett personnummer. De läses aldrig in.');
  else if (!NUMBER.test(beteckning)) fel('beteckning', 'BETECKNING_SAKNAS', `”${visa(beteckning)}” är ingen beteckning på högst 40 tecken.`);
  const lag = /\blss\b|1993:387/i.test(lagen) ? 'LSS' : /\bsol\b|2001:453|2025:400/i.test(lagen) ? 'SoL' : undefined;
  if (lag === undefined) fel('lag', 'LAGEN_OKAND', `”${visa(lagen)}” är varken SoL eller LSS.`);
  if (!CODE.test(insats)) fel('insats', 'INSATS_SAKNAS', `”${visa(cell('insats'))}” är ingen insats på högst 40 tecken.`);
  if (enhet !== '' && !CODE.test(enhet)) fel('enhet', 'ENHETEN_HAR_FEL_FORM', `”${visa(cell('enhet'))}” är för lång: högst 40 tecken.`);
  const dag = (falt: Falt): string | undefined => lasDag(cell(falt), falt, fel);
  const beslutsdatum = dag('beslutsdatum');
  if (cell('beslutsdatum') === '') fel('beslutsdatum', 'BESLUTSDATUM_SAKNAS', 'dagen för beslutet ska stå här.');
  const [verkstallt, avbrott, aterupptaget, upphort] = [dag('verkstallt'), dag('avbrott'), dag('aterupptaget'), dag('upphort')];
  return {
    rad, beteckning, lag: lag ?? 'SoL', insats, ...(enhet !== '' && { enhet }), beslutsdatum: beslutsdatum ?? '', ...(verkstallt !== undefined && { verkstallt }), ...(avbrott !== undefined && { avbrott }),
    ...(aterupptaget !== undefined && { aterupptaget }), ...(upphort !== undefined && { upphort }),
  };
};
