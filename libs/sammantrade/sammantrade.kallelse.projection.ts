import type { Sealed } from '@klubba/kernel';
import type { Kvitto, Punkt, Sammantrade } from './sammantrade.projection';

/** The item's number in the latest kallelse; what came later has none. */
export const nrIKallelsen = ({ kallelser }: Pick<Sammantrade, 'kallelser'>, punkt: string): number | undefined => kallelser.at(-1)?.punkter.find((rad) => rad.punkt === punkt)?.nr;

/** It was put there after the kallelse, also when what was read in does not say why. */
export const arSen = ({ sen, inlast }: Pick<Punkt, 'sen' | 'inlast'>): boolean => sen !== undefined || inlast?.brott.some(({ kod }) => kod === 'SENT_ARENDE_SAKNAR_SKAL') === true;

/** A8: behind open doors, as the nämnd has decided and the law lets it. */
export const oppetFor = ({ oppet: somRegel = false }: Pick<Sammantrade, 'oppet'>, { klass, myndighetsutovning, oppet }: Pick<Punkt, 'klass' | 'myndighetsutovning' | 'oppet'>): boolean =>
  klass !== 'sekretess' && myndighetsutovning !== true && (oppet?.ja ?? somRegel);

/** An item with the reason why it was last changed. */
export const medSkal = (punkt: Punkt, vad: keyof NonNullable<Punkt['skalen']>, skal: Sealed | undefined): Punkt => (skal === undefined ? punkt : { ...punkt, skalen: { ...punkt.skalen, [vad]: skal } });
/** The kallelse with more receipts. */
export const medKvitton = (mote: Sammantrade, version: number, kvitton: readonly Kvitto[]): Pick<Sammantrade, 'kallelser'> => ({
  kallelser: mote.kallelser.map((en) => (en.version === version ? { ...en, kvitton: [...en.kvitton, ...kvitton] } : en)),
});
