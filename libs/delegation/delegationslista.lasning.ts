import { CODE, NUMBER, type Table } from '@klubba/kernel';
import { hittaPersonnummer } from '@klubba/lagrum';
import { delegatAv } from './befattning';
import type { RegistreraDelegationsbeslut } from './delegationsbeslut.decider';
import type { Utfall } from './delegationsgranser';
import { type Kolumnschema, type Kolumnval, lasDag, type LastTabell, lasTabell, visa } from '@klubba/namnd';

/** What the columns of a list of decisions may hold, in the files that case systems make. */
export const BESLUTSFALT = ['datum', 'nummer', 'delegat', 'namn', 'diarienummer', 'akt', 'lagrum', 'beslut', 'utfall', 'belopp', 'grund', 'externtId'] as const;
export type Beslutsfalt = (typeof BESLUTSFALT)[number];
const SCHEMA: Kolumnschema<Beslutsfalt> = {
  rubriker: {
    datum: ['datum', 'beslutsdatum', 'beslutsdag', 'dag'], nummer: ['punkt', 'delegationspunkt', 'nr', 'kod', 'delegationskod', 'delegationsnr', 'punktidelegationsordningen', 'delegation'], delegat: ['delegat', 'befattning', 'titel', 'beslutsfattarestitel', 'roll', 'organ'],
    namn: ['beslutsfattare', 'namn', 'handläggare', 'fattatav', 'beslutatav'], diarienummer: ['dnr', 'diarienummer', 'diarienr', 'ärendenummer'], akt: ['akt', 'personakt', 'aktnummer', 'klient', 'avser'], lagrum: ['lagrum', 'paragraf', 'lag'],
    beslut: ['beslut', 'ärende', 'beslutstext', 'rubrik', 'ärendemening', 'typavbeslut', 'beslutstyp', 'innehåll'], utfall: ['utfall', 'resultat', 'bifallavslag'], belopp: ['belopp', 'summa', 'kr', 'kronor'], grund: ['grund', 'beslutsgrund'], externtId: ['id', 'beslutsid', 'beslutsnr', 'löpnr', 'löpnummer', 'beslutsnummer'],
  },
  sags: { datum: 'Datum', nummer: 'Punkt', delegat: 'Delegat', namn: 'Beslutsfattare', diarienummer: 'Diarienummer', akt: 'Akt', lagrum: 'Lagrum', beslut: 'Beslut', utfall: 'Utfall', belopp: 'Belopp', grund: 'Grund', externtId: 'Beslutsnummer' },
  kravs: ['datum', 'delegat', 'beslut'], hjalp: 'Välj kolumner själv, eller ge dem de rubrikerna.',
};
export type Beslutsrad = Omit<RegistreraDelegationsbeslut, 'namnd' | 'klass' | 'sekretesslagrum' | 'underlag' | 'inlast'> & { readonly rad: number };
const TEXT_MAX = 2000;

/** A list of decisions read row by row. Whether each was lawful is another question, asked of what could be read. */
export const lasBeslutslista = (tabell: Table, valda: readonly Kolumnval<Beslutsfalt>[] = []): LastTabell<Beslutsfalt, Beslutsrad> => lasTabell(tabell, SCHEMA, valda, (rad, cell, fel) => {
  const datum = lasDag(cell('datum'), 'datum', fel) ?? '';
  if (cell('datum') === '') fel('datum', 'DATUM_SAKNAS', 'dagen ska stå här, skriven ÅÅÅÅ-MM-DD.');
  const nummer = cell('nummer').replaceAll(' ', '').replace(/\.$/, '');
  if (nummer !== '' && !CODE.test(nummer)) fel('nummer', 'NUMRET_HAR_FEL_FORM', `”${visa(nummer)}” är inget nummer på en punkt.`);
  if (cell('delegat') === '') fel('delegat', 'DELEGAT_SAKNAS', 'delegatens titel eller organ saknas.');
  const beslut = cell('beslut');
  if (beslut === '') fel('beslut', 'BESLUT_SAKNAS', 'vad som beslutades saknas.');
  for (const falt of ['beslut', 'namn', 'delegat'] as const) if (hittaPersonnummer(cell(falt)).length > 0) fel(falt, 'PERSONNUMMER_LASES_INTE', 'här står ett personnummer. De läses aldrig in.');
  if (beslut.length > TEXT_MAX) fel('beslut', 'TEXTEN_FOR_LANG', `texten har ${beslut.length} tecken. Högst ${TEXT_MAX} går.`);
  for (const falt of ['diarienummer', 'externtId'] as const) if (cell(falt) !== '' && !NUMBER.test(cell(falt))) fel(falt, 'NUMRET_HAR_FEL_FORM', `”${visa(cell(falt))}” har inget nummers form.`);
  const utfall = lasUtfall(cell('utfall'));
  if (utfall === undefined) fel('utfall', 'UTFALLET_OKANT', `”${visa(cell('utfall'))}” är varken bifall, delvis bifall eller avslag.`);
  const belopp = lasBelopp(cell('belopp'));
  if (belopp === null) fel('belopp', 'BELOPPET_HAR_FEL_FORM', `”${visa(cell('belopp'))}” är inget belopp i hela kronor.`);
  const grund = lasGrund(cell('grund'));
  if (grund === null) fel('grund', 'GRUNDEN_OKAND', `”${visa(cell('grund'))}” är ingen grund. Skriv delegation, brådskande eller kompletterande, eller lämna tomt.`);
  if (nummer === '' && (grund === undefined || grund === 'delegation')) fel('nummer', 'NUMMER_SAKNAS', 'punkten i delegationsordningen saknas.');
  const ges = (falt: 'diarienummer' | 'akt' | 'lagrum' | 'externtId'): Partial<Record<typeof falt, string>> => (cell(falt) === '' ? {} : { [falt]: cell(falt) });
  return {
    rad, datum, ...(nummer !== '' && { nummer }), delegat: { ...delegatAv(cell('delegat')), ...(cell('namn') !== '' && { namn: cell('namn') }) }, beslut, utfall: utfall ?? 'annat', ...(typeof belopp === 'number' && { belopp }),
    ...(typeof grund === 'string' && { grund }), ...(grund === 'bradskande' && { bradskandeSkal: 'Enligt listan' }), ...ges('diarienummer'), ...ges('akt'), ...ges('lagrum'), ...ges('externtId'),
  };
});

const lasUtfall = (text: string): Utfall | undefined => {
  if (/^(?:|annat|övrigt|-|–)$/iu.test(text)) return 'annat';
  if (/^(?:delvis bifall|delvis|delbifall|delvis beviljat|delavslag)$/iu.test(text)) return 'delvis_bifall';
  if (/^(?:bifall|beviljat|beviljas|bifalles|ja|bevilja)$/iu.test(text)) return 'bifall';
  return /^(?:avslag|avslås|avslaget|nej|avslå)$/iu.test(text) ? 'avslag' : undefined;
};
/** Whole kronor; `null` where it is none, nothing where the cell is empty. */
const lasBelopp = (text: string): number | null | undefined => {
  if (text === '' || text === '-' || text === '–') return undefined;
  const bar = text.replaceAll(/[\s\u00a0]/g, '').replace(/(?:kr|kronor|:-|sek)\.?$/iu, '').replace(/[.,]00$/, '').replaceAll(/\.(?=\d{3})/g, '');
  return /^\d{1,12}$/.test(bar) ? Number(bar) : null;
};
const lasGrund = (text: string): RegistreraDelegationsbeslut['grund'] | null | undefined => {
  if (text === '') return undefined;
  if (/brådsk|6:39|6 kap\.? 39/iu.test(text)) return 'bradskande';
  if (/kompletterande/iu.test(text)) return 'kompletterande';
  return /delegation|6:37|7:5|7:6/iu.test(text) ? 'delegation' : null;
};

/** What makes two rows the same decision, as far as a list can tell. */
export const radnyckel = ({ externtId, datum, nummer, diarienummer, befattning }: { readonly externtId?: string | undefined; readonly datum: string; readonly nummer?: string | undefined; readonly diarienummer?: string | undefined; readonly befattning: string }): string =>
  externtId !== undefined ? `id ${externtId}` : [datum, nummer ?? '', diarienummer ?? '', befattning].join(' ');
