import type { Punkt, Sammantrade } from './sammantrade.projection';

/** The item's number in the latest kallelse; what came later has none. */
export const nrIKallelsen = ({ kallelser }: Pick<Sammantrade, 'kallelser'>, punkt: string): number | undefined => kallelser.at(-1)?.punkter.find((rad) => rad.punkt === punkt)?.nr;

/** It was put there after the kallelse, also when what was read in does not say why. */
export const arSen = ({ sen, inlast }: Pick<Punkt, 'sen' | 'inlast'>): boolean => sen !== undefined || inlast?.brott.some(({ kod }) => kod === 'SENT_ARENDE_SAKNAR_SKAL') === true;
