export type Paragrafnummer = { readonly ar: number; readonly nr: number; readonly bokstav?: string | undefined };
/** The letters of several §§ under one number, in their order. */
export const BOKSTAVER = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'] as const;
type Paragrafform = 'nummer' | 'nummer_ar' | 'organ_nummer';

/** As the nämnd writes its numbers: `§ 64`, `§ 64/20` or `SN 64`; one of several under a number has its letter: `§ 196 a`. */
export const skrivParagraf = ({ ar, nr, bokstav }: Paragrafnummer, form: Paragrafform, organ: string): string => {
  const letter = bokstav === undefined ? '' : ` ${bokstav}`;
  switch (form) {
    case 'nummer': return `§ ${nr}${letter}`;
    case 'nummer_ar': return `§ ${nr}${letter}/${String(ar % 100).padStart(2, '0')}`;
    case 'organ_nummer': return `${organ} ${nr}${letter}`;
  }
};

/** "§ 26", "§§ 25–27, 29", "§§ 195, 196 a–d": runs of numbers, and of the letters of one. */
export const spann = (alla: readonly Pick<Paragrafnummer, 'nr' | 'bokstav'>[]): string => {
  const ordnade = [...alla].sort((a, b) => a.nr - b.nr || ((a.bokstav ?? '') < (b.bokstav ?? '') ? -1 : 1));
  const delar: string[] = [];
  for (let i = 0; i < ordnade.length;) {
    const { nr, bokstav } = ordnade[i]!;
    let j = i;
    const foljer = (n: number): boolean => {
      const [forra, nasta] = [ordnade[n]!, ordnade[n + 1]];
      if (nasta === undefined) return false;
      if (bokstav === undefined) return nasta.bokstav === undefined && nasta.nr === forra.nr + 1;
      return nasta.nr === nr && nasta.bokstav !== undefined && nasta.bokstav.charCodeAt(0) === forra.bokstav!.charCodeAt(0) + 1;
    };
    while (foljer(j)) j++;
    const sist = ordnade[j]!;
    delar.push(bokstav === undefined ? (i === j ? `${nr}` : `${nr}–${sist.nr}`) : `${nr} ${bokstav}${i === j ? '' : `–${sist.bokstav}`}`);
    i = j + 1;
  }
  return delar.length === 0 ? '' : `${alla.length > 1 ? '§§' : '§'} ${delar.join(', ')}`;
};
