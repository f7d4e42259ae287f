import type { Datum } from './datum';
import { type Anmarkning, stod } from './lagrum';

/** More than half of the number of ledamöter that fullmäktige has set, vacant seats included (KL 6:27): 14 need 8. */
export const kravForBeslut = (antalLedamoter: number): number => {
  if (!Number.isSafeInteger(antalLedamoter) || antalLedamoter < 1) throw new RangeError('Not a number of ledamöter');
  return Math.floor(antalLedamoter / 2) + 1;
};

export type Paragrafnarvaro = {
  readonly paragraf: number;
  readonly motesdatum: Datum;
  readonly antalLedamoter: number;
  /** Those who serve at this §: ledamöter and ersättare in their place, also at a distance. */
  readonly tjanstgorande: readonly string[];
  readonly javiga?: readonly string[];
};

/** Who counts: each person once and nobody who is jävig. KL 5:46, which lets fullmäktige go on below quorum, has no counterpart for a nämnd. */
export const antalBeslutande = ({ tjanstgorande, javiga = [] }: Pick<Paragrafnarvaro, 'tjanstgorande' | 'javiga'>): number =>
  new Set(tjanstgorande.filter((person) => !javiga.includes(person))).size;

/** Asked anew for each § (B1): a jävig person without an ersättare can stop one § and none of the others. */
export const provaBeslutforhet = (narvaro: Paragrafnarvaro): Anmarkning<'EJ_BESLUTFOR'> | undefined => {
  const antal = antalBeslutande(narvaro);
  const krav = kravForBeslut(narvaro.antalLedamoter);
  if (antal >= krav) return undefined;
  const { citat, allvar } = stod('beslutforhet', narvaro.motesdatum);
  return {
    kod: 'EJ_BESLUTFOR',
    allvar,
    text: `Nämnden är inte beslutför i § ${narvaro.paragraf}: ${antal} av ${narvaro.antalLedamoter} ledamöter är närvarande, minst ${krav} krävs (${citat}).`,
    lagrum: citat,
  };
};
