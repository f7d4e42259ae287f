/** How a nämnd writes its numbers; a setting in its reglemente, with a day it holds from. */
export const DIARIEFORMER = ['snedstreck_kolon', 'bindestreck', 'blanksteg_snedstreck'] as const;
export type Diarieform = (typeof DIARIEFORMER)[number];
export type Skrivsatt = { readonly kod: string; readonly form: Diarieform; readonly siffror: number; readonly klassifikation?: string };

/** A number without its dress. Papers may leave out the organ (`2024-00631`) or the class of the records plan. */
export type Diarienummer = { readonly kod?: string; readonly ar: number; readonly lopnummer: number; readonly klassifikation?: string };

const MELLAN: Readonly<Record<Diarieform, readonly [string, string]>> = { snedstreck_kolon: ['/', ':'], bindestreck: ['-', '-'], blanksteg_snedstreck: [' ', '/'] };

/** `SN/2018:23`, `SN/2018:23 - 759`, `IF-2024-00099`, `SN 2026/41`. */
export const skrivDiarienummer = (ar: number, lopnummer: number, { kod, form, siffror, klassifikation }: Skrivsatt): string => {
  const [efterKod, efterAr] = MELLAN[form];
  return `${kod}${efterKod}${ar}${efterAr}${String(lopnummer).padStart(siffror, '0')}${klassifikation === undefined ? '' : ` - ${klassifikation}`}`;
};

const FORM = /^(?:[Dd][Nn][Rr]:?\s+)?(?:(?<kod>[A-ZÅÄÖ]{1,10})(?:\/(?<ar1>\d{4}):|-(?<ar2>\d{4})-| (?<ar3>\d{4})\/)|(?<ar4>\d{4})-)(?<lop>\d{1,7})(?:\s*-\s*(?<klass>\d{3}))?$/;

/**
 * Reads the forms above and those of other houses: `Dnr KS/2020:248-003`, `2024-00631`. Anything else, also a number with a remark
 * after it, is `undefined`: the source text is kept and not mended.
 */
export const lasDiarienummer = (text: string): Diarienummer | undefined => {
  const del = FORM.exec(text.trim())?.groups;
  if (del === undefined || Number(del['lop']) === 0) return undefined;
  const { kod, ar1, ar2, ar3, ar4, lop, klass } = del;
  return { ...(kod !== undefined && { kod }), ar: Number(ar1 ?? ar2 ?? ar3 ?? ar4), lopnummer: Number(lop), ...(klass !== undefined && { klassifikation: klass }) };
};

/** The same matter, though one paper leaves out organ or class, or writes in another form (A11). What cannot be read is compared as it stands. */
export const sammaDiarienummer = (en: string, annan: string): boolean => {
  const [a, b] = [lasDiarienummer(en), lasDiarienummer(annan)];
  if (a === undefined || b === undefined) return en.trim() === annan.trim();
  const lika = (x: string | undefined, y: string | undefined): boolean => x === undefined || y === undefined || x === y;
  return a.ar === b.ar && a.lopnummer === b.lopnummer && lika(a.kod, b.kod) && lika(a.klassifikation, b.klassifikation);
};
