import { inkallelseordning, type Namnd, uppdragPa } from '@klubba/namnd';

type Lage = { readonly forhinder: readonly string[]; readonly inkallade: readonly { readonly ersattare: string; readonly ledamot: string }[] };

/** The first in line who has no förhinder and is called in for nobody. */
export const forstaLedig = (ordning: readonly string[], { forhinder, inkallade }: Lage): string | undefined =>
  ordning.find((person) => !forhinder.includes(person) && !inkallade.some(({ ersattare }) => ersattare === person));

/** For a ledamot who cannot come: who is called in, or who stands first in line to be. Neither where nobody is left. */
export type Ersattarforslag = { readonly ledamot: string; readonly inkallad?: string; readonly forslag?: string; readonly parti: string; readonly utanforPartiet: boolean };

/** B2: for each absent ledamot, in the order of the roll call, the ersättare who is next in line; nobody is proposed for two. */
export const ersattarforslagen = (namnd: Pick<Namnd, 'reglementen' | 'uppdrag'>, datum: string, { forhinder, inkallade }: Lage): readonly Ersattarforslag[] => {
  const valda = uppdragPa(namnd, datum);
  const partiet = (person: string): string | undefined => valda.find((en) => en.person === person)?.parti;
  const upptagna = [...inkallade];
  return valda.filter(({ uppdrag, person }) => uppdrag === 'ledamot' && forhinder.includes(person)).map(({ person: ledamot, parti }) => {
    // One who was called in and cannot come either is not there.
    const inkallad = inkallade.find((en) => en.ledamot === ledamot && !forhinder.includes(en.ersattare))?.ersattare;
    const forslag = inkallad === undefined ? forstaLedig(inkallelseordning(namnd, datum, ledamot), { forhinder, inkallade: upptagna }) : undefined;
    if (forslag !== undefined) upptagna.push({ ersattare: forslag, ledamot });
    const den = inkallad ?? forslag;
    return { ledamot, parti, ...(inkallad !== undefined && { inkallad }), ...(forslag !== undefined && { forslag }), utanforPartiet: den !== undefined && partiet(den) !== parti };
  });
};
