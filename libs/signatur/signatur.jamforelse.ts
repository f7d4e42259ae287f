import type { Sealed } from '@klubba/kernel';
import type { Sammantrade } from '@klubba/sammantrade';
import type { Avsnitt } from './signatur.papper';

/** What Klubba has: a § by its number or a memo as a whole, and each text in it by what it is. */
export type Klubbatext = { readonly nummer?: number; readonly delar: readonly { readonly del: string; readonly text: string }[] };
/** The same before it is opened, and the §§ of the meeting that belong to other protocols. */
export type Forseglade = { readonly delar: readonly { readonly nummer?: number; readonly delar: readonly { readonly del: string; readonly text: Sealed }[] }[]; readonly andra: readonly number[] };
export const protokollstext = ({ punkter }: Sammantrade, valda: readonly string[]): Forseglade => ({
  delar: punkter.filter(({ id }) => valda.includes(id)).flatMap(({ rubrik, beslut, paragraf }) => (paragraf === undefined ? [] : [{
    nummer: paragraf.nr, delar: [{ del: 'rubrik', text: beslut?.rubrik ?? rubrik }, ...(beslut?.beslutspunkter ?? []).map(({ text }, i) => ({ del: `beslut ${i + 1}`, text }))],
  }])),
  andra: punkter.filter(({ id }) => !valda.includes(id)).flatMap(({ paragraf }) => paragraf?.nr ?? []),
});
export const SKILLNADSSLAG = ['saknas_i_filen', 'annan_text', 'saknas_i_klubba'] as const;
export type Skillnad = { readonly paragraf?: number; readonly slag: (typeof SKILLNADSSLAG)[number]; readonly del?: string; readonly klubba?: string; readonly filen?: string };

/** As it is compared: how a line is broken, a word divided or a quotation mark drawn is no difference. */
export const jamforbar = (text: string): string =>
  text.normalize('NFKC').replace(/\u00ad/g, '').replace(/(\p{L})-\n\s*(\p{Ll})/gu, '$1$2').replace(/[”“„«»]/g, '"').replace(/[’‘]/g, "'").replace(/[–—]/g, '-').replace(/[•▪·]/g, ' ').replace(/\s+/g, ' ').trim();

const ord = (text: string): readonly string[] => jamforbar(text).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((ett) => ett !== '');
/** How much two texts have in common: twice the shared words by all words. */
const likhet = (a: readonly string[], b: readonly string[]): number => {
  const kvar = new Map<string, number>();
  for (const ett of a) kvar.set(ett, (kvar.get(ett) ?? 0) + 1);
  const delade = b.filter((ett) => {
    const antal = kvar.get(ett) ?? 0;
    if (antal > 0) kvar.set(ett, antal - 1);
    return antal > 0;
  }).length;
  return a.length + b.length === 0 ? 0 : (2 * delade) / (a.length + b.length);
};
const NOG_LIKA = 0.3;
/** Blocks of the file's text: by empty lines and numbered points. */
const block = (text: string): readonly string[] => text.split(/\n\s*\n|\n(?=\s*\d{1,2}[.)]\s)/).flatMap((ett) => [ett, ...ett.split('\n')]).filter((ett) => ett.trim() !== '');
const narmast = (text: string, filens: string): string | undefined => {
  const mina = ord(text);
  const [bast] = block(filens).map((ett) => ({ ett, lika: likhet(mina, ord(ett)) })).sort((a, b) => b.lika - a.lika);
  return bast === undefined || bast.lika < NOG_LIKA ? undefined : jamforbar(bast.ett);
};

/**
 * What differs between Klubba's text and that of a file, § by §, in order. A § of either is found by its number; `andra` are
 * those of Klubba that belong to another protocol, which the file may point to.
 */
export const skillnader = (klubba: readonly Klubbatext[], filen: readonly Avsnitt[], andra: readonly number[] = []): readonly Skillnad[] => {
  const ur = (nummer: number | undefined): Avsnitt | undefined => (nummer === undefined ? { text: filen.map(({ text }) => text).join('\n\n') } : filen.find((ett) => ett.nummer === nummer));
  const egna = klubba.flatMap(({ nummer, delar }): readonly Skillnad[] => {
    const avsnitt = ur(nummer);
    const vid = nummer === undefined ? {} : { paragraf: nummer };
    if (avsnitt === undefined) return [{ ...vid, slag: 'saknas_i_filen', klubba: delar.map(({ text }) => jamforbar(text)).join('\n') }];
    const hela = jamforbar(avsnitt.text);
    return delar.filter(({ text }) => !hela.includes(jamforbar(text))).map(({ del, text }): Skillnad => {
      const lik = narmast(text, avsnitt.text);
      return { ...vid, slag: lik === undefined ? 'saknas_i_filen' : 'annan_text', del, klubba: jamforbar(text), ...(lik !== undefined && { filen: lik }) };
    });
  });
  const bara = filen.filter(({ nummer }) => nummer !== undefined && !andra.includes(nummer) && !klubba.some((en) => en.nummer === nummer))
    .map(({ nummer, text }): Skillnad => ({ paragraf: nummer!, slag: 'saknas_i_klubba', filen: jamforbar(text) }));
  return [...egna, ...bara].sort((a, b) => (a.paragraf ?? 0) - (b.paragraf ?? 0));
};
