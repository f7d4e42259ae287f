import type { Hinder } from '@klubba/kernel';
import { enligtKl, kallad, type Mote, punkten, type SammantradeHinder, tillPersoner } from './sammantrade.mote.decider';
import type { Pass } from './sammantrade.projection';
import { paDistans } from './sammantrade.tjanstgoring.decider';

type Funna = readonly Hinder<SammantradeHinder>[];

export const distansEjTillaten = (datum: string): Hinder<SammantradeHinder> =>
  enligtKl(datum, 'DISTANS_EJ_TILLATEN', 'Deltagande på distans är inte tillåtet för denna nämnd: fullmäktigebeslut saknas (KL 6 kap. 24 §).', 'KL 6 kap. 24 §');

/** B5: from elsewhere only as fullmäktige has decided on that day, and with picture and sound on the same terms (KL 6:24, 5:16). */
export const provaDistans = ({ datum, regler }: Mote, pass: readonly Pick<Pass, 'distans'>[]): Funna => {
  const alla = pass.flatMap(({ distans }) => distans ?? []);
  if (alla.length === 0) return [];
  const saknas = [
    ...(alla.every(({ bild }) => bild) ? [] : ['Bild saknas']), ...(alla.every(({ ljud }) => ljud) ? [] : ['Ljud saknas']), ...(alla.every(({ likaVillkor }) => likaVillkor) ? [] : ['Alla ser och hör inte varandra på lika villkor']),
  ];
  return [
    ...(regler?.distans === true ? [] : [distansEjTillaten(datum)]),
    ...saknas.map((vad) => enligtKl(datum, 'DISTANS_EJ_LIKA_VILLKOR', `${vad} – deltagaren räknas inte som närvarande.`, 'KL 5 kap. 16 §')),
  ];
};

/** At a secret item from elsewhere only if the reglemente says so. One who leaves the room there is not counted. */
export const provaDistansVid = (mote: Mote, punkt: string, tid?: string): Funna => {
  if (punkten(mote, punkt)?.klass !== 'sekretess' || mote.regler?.distansSekretess === true) return [];
  const borta = paDistans(mote, punkt, tid);
  return borta.length === 0 ? [] : [{
    kod: 'DISTANS_EJ_I_SEKRETESS', allvar: 'STOPP', lagrum: 'reglementet',
    text: `${tillPersoner(borta)} deltar på distans, och det är inte tillåtet i sekretessärenden (reglementet). Anteckna frånvaro vid ${kallad(mote, punkt)}.`,
  }];
};

/** A closed vote from elsewhere is closed only if the system keeps it so. */
export const provaSlutenPaDistans = (mote: Mote, punkt: string, tid: string): Hinder<SammantradeHinder> | undefined => {
  const borta = paDistans(mote, punkt, tid, true);
  return borta.length === 0 ? undefined
    : { kod: 'SLUTEN_OMROSTNING_PA_DISTANS', allvar: 'VARNING', lagrum: 'KL 5 kap. 54 §', text: `Omröstningen är sluten, och ${tillPersoner(borta)} röstar på distans. Ange hur rösten hålls hemlig (KL 5 kap. 54 §).` };
};
