import { blank, type Hinder, noReason, refuse, type Refusal, type Sekretessklass } from '@klubba/kernel';
import { hittaPersonnummer, type Klocka, provaDatum, sistaVardag } from '@klubba/lagrum';

/** A clock of these registers: a day of the law or of the nämnd's own, never moved by lag 1930:173 (K1). */
export const klockan = (om: Pick<Klocka, 'regel' | 'vad' | 'galler' | 'lag' | 'lagrum' | 'varfor'>): Klocka => ({ ...om, slag: 'skyldighet', drift: sistaVardag(om.lag), agare: 'handlaggare' });

/** Put there by prepare: what is there in this nämnd, and whether the matter is secret. */
export type Omgivning = { readonly namnd: boolean; readonly arende: boolean; readonly sekretess: boolean };
/** What every register of the quality work begins with; `klass` left out is secret, since it mostly concerns individuals (OSL 26:1). */
export type Borjan = { readonly namnd: string; readonly klass?: Sekretessklass; readonly arende?: string; readonly beteckning?: string; readonly handlaggare?: string; readonly omgivning?: Omgivning };
export type GemensamtHinder = 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'SEKRETESS_KRAVS' | 'PERSONNUMMER_LASES_INTE' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING' | 'SKAL_SAKNAS';

/** What stops an entry in any of these registers from being made. */
export const provaBorjan = ({ klass, arende, beteckning, omgivning }: Borjan): Refusal<GemensamtHinder> | undefined => {
  if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  if (arende !== undefined && !omgivning.arende) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
  if (omgivning.sekretess && klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet är sekretessmarkerat. Posten ska vara sekretess.');
  return beteckning !== undefined && hittaPersonnummer(beteckning).length > 0 ? refuse('PERSONNUMMER_LASES_INTE', 'Beteckningen innehåller ett personnummer. Ange ett annat nummer.') : undefined;
};

/** What is wrong with the days and the reason of a command: a day that does not exist, that has not been, or that lies before `tidigast`; an empty reason. */
export const provaDagar = (data: object, idag: string, tidigast?: { readonly dag: string; readonly vad: string }): Refusal<GemensamtHinder> | undefined => {
  const { datum, skal, ...andra } = data as { readonly datum?: string; readonly inkom?: string; readonly senast?: string; readonly skal?: string };
  const ingenDag = provaDatum(datum, andra.inkom, andra.senast);
  if (ingenDag !== undefined) return { hinder: [ingenDag] };
  const skett = datum ?? andra.inkom;
  if (skett !== undefined && skett > idag) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${skett} har inte varit än.`);
  if (datum !== undefined && tidigast !== undefined && datum < tidigast.dag) return refuse('DATUM_I_FEL_ORDNING', `Dagen ${datum} ligger före ${tidigast.vad}, ${tidigast.dag}.`);
  return 'skal' in data && blank(skal) ? noReason() : undefined;
};

/** H2: a total that is not the sum of its rows. */
export const provaSumma = (rader: readonly number[], totalt: number): Hinder<'SUMMAN_STAMMER_INTE'> | undefined => {
  const summa = rader.reduce((hittills, antal) => hittills + antal, 0);
  return summa === totalt ? undefined : { kod: 'SUMMAN_STAMMER_INTE', allvar: 'VARNING', text: `Raderna är tillsammans ${summa}, men summan anges till ${totalt}.` };
};
