import { type Klass, type Refusal, refuse } from '@klubba/kernel';
import { GER, LASER, type Roll } from './tabell';

/** A person's roles by nämnd id; `*` holds in every nämnd and for the municipality's own facts. */
export type Roller = Readonly<Record<string, readonly Roll[]>>;

/** A row of its own: what every object has by birth (`constructor`) is no row. */
const raden = (rader: Readonly<Record<string, readonly Roll[]>>, namn: string): readonly Roll[] => (Object.hasOwn(rader, namn) ? rader[namn]! : []);
const har = (roller: Roller, namnd: string | null, roll: Roll): boolean =>
  roll === 'allmanhet' || raden(roller, '*').includes(roll) || (namnd === null ? Object.values(roller).some((dar) => dar.includes(roll)) : raden(roller, namnd).includes(roll));

/** May these roles read values of this class in the record of this nämnd? Facts of the municipality (`null`) ask for the role anywhere. */
export const farLasa = (roller: Roller, namnd: string | null, klass: Klass): boolean => LASER[klass].some((roll) => har(roller, namnd, roll));

/** The role in which the command may be given there: the first of the row that the person has. Otherwise the refusal. */
export const farGe = (roller: Roller, namnd: string | null, command: string, ger = GER): Roll | Refusal<'BEHORIGHET_SAKNAS'> => {
  const roll = raden(ger, command).find((one) => har(roller, namnd, one));
  return roll ?? refuse('BEHORIGHET_SAKNAS', 'Du har inte behörighet att göra detta i nämnden.');
};
