import type { Sealed, Sekretessklass } from '@klubba/kernel';
import type { Punkt, Sekretessblock } from './sammantrade.projection';

/** A row of the agenda: an item, or items that the one who looks may not see. */
export type Dagordningsrad =
  | { readonly nr: number; readonly punkt: Punkt }
  | { readonly nr: number; readonly till: number; readonly rubrik?: Sealed };

/**
 * The agenda as it is shown: the same numbers to everyone, and what may not be seen as one row per run, "5.–18.". A run
 * ends where a block begins or ends, so that each block keeps its heading.
 */
export const dagordningsrader = (punkter: readonly Punkt[], block: readonly Sekretessblock[], far: (klass: Sekretessklass) => boolean): readonly Dagordningsrad[] => {
  const rader: Dagordningsrad[] = [];
  let forra: Sekretessblock | undefined;
  punkter.forEach((punkt, i) => {
    const nr = i + 1;
    if (far(punkt.klass)) {
      rader.push({ nr, punkt });
      return;
    }
    const ett = blocketFor(punkter, block, i);
    const rad = rader.at(-1);
    if (rad !== undefined && 'till' in rad && forra === ett) rader[rader.length - 1] = { ...rad, till: nr };
    else rader.push({ nr, till: nr, ...(ett !== undefined && { rubrik: ett.rubrik }) });
    forra = ett;
  });
  return rader;
};

/** The block that covers a place: from its first item to its last, also what was put between them later. */
const blocketFor = (punkter: readonly { readonly id: string }[], block: readonly Sekretessblock[], i: number): Sekretessblock | undefined =>
  block.find(({ punkter: ids }) => {
    const platser = ids.map((id) => punkter.findIndex((punkt) => punkt.id === id)).filter((plats) => plats >= 0);
    return platser.length > 0 && Math.min(...platser) <= i && i <= Math.max(...platser);
  });

/** "5.–18." or "19.", as it is printed. */
export const nummertext = ({ nr, till = nr }: { readonly nr: number; readonly till?: number }): string => (till > nr ? `${nr}.–${till}.` : `${nr}.`);
