import type { Hinder } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { behandlingen, kallad, type Mote, punkten, type SammantradeHinder } from './sammantrade.mote.decider';
import type { Javsgrund } from './sammantrade.projection';

/** SFS 2022:638: four grounds instead of five. */
const NYA_GRUNDER_FRAN = '2022-07-01';
const FYRA: readonly Javsgrund[] = ['berord', 'stallforetradare_eller_ombud', 'tillsyn', 'sarskild_omstandighet'];
const FEM: readonly Javsgrund[] = ['sak_slakt_eller_intresse', 'stallforetradare', 'tillsyn', 'ombud_eller_bitrade', 'delikatess'];

export const arJavig = ({ franvaro }: Mote, punkt: string, person: string): boolean => franvaro.some((en) => en.punkt === punkt && en.person === person && en.skal === 'jav');

/** B4: a ground is one of those that stood on the day of the meeting (KL 6:28). */
export const provaJavsgrund = (grund: Javsgrund | undefined, { datum }: Mote): Hinder<SammantradeHinder> | undefined => {
  if (grund === undefined || (datum >= NYA_GRUNDER_FRAN ? FYRA : FEM).includes(grund)) return undefined;
  const { citat, allvar } = stod('jav', datum);
  return { kod: 'JAVSGRUND_GALLER_INTE', allvar, text: `Jävsgrunden hör inte till dem som gällde ${datum} (${citat}). Ange grunden i den lydelsen.`, lagrum: citat };
};

/** B4: one who is jävig takes no part and is not in the room (KL 6:30). */
export const javig = (mote: Mote, punkt: string, person: string, kod: 'JAVIG' | 'JAVIG_JUSTERAR' = 'JAVIG'): Hinder<SammantradeHinder> => {
  const { citat, allvar } = stod('jav', mote.datum);
  const lagrum = mote.datum >= '2018-01-01' ? 'KL 6 kap. 30 §' : citat;
  const text = `{person:${person}} är jävig i ${kallad(mote, punkt)} och får varken delta eller närvara (${lagrum}).`;
  return { kod, allvar, text: `${text} ${kod === 'JAVIG' ? 'Kalla in ersättare.' : 'En annan justerar den.'}`, lagrum };
};
export const provaJavig = (mote: Mote, punkt: string, person: string): readonly Hinder<SammantradeHinder>[] => (arJavig(mote, punkt, person) ? [javig(mote, punkt, person)] : []);

/** Jäv that is told after the person has proposed or dissented: what was done has to be taken back first. */
export const provaRedanMed = (mote: Mote, punkt: string, person: string): readonly Hinder<SammantradeHinder>[] => {
  const { yrkanden, reservationer } = behandlingen(punkten(mote, punkt)!);
  const med = yrkanden.some(({ av, aterkallat }) => !aterkallat && av.includes(person)) || reservationer.some(({ av }) => av.includes(person));
  return med ? [javig(mote, punkt, person)] : [];
};
