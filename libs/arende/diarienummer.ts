/** How a nämnd writes its numbers; a setting in its reglemente, with a day it holds from. */
export const DIARIEFORMER = ['snedstreck_kolon', 'bindestreck', 'blanksteg_snedstreck'] as const;
export type Diarieform = (typeof DIARIEFORMER)[number];
export type Skrivsatt = { readonly kod: string; readonly form: Diarieform; readonly siffror: number; readonly klassifikation?: string };

/** A number without its dress: two ways of writing the same number are the same number (A11). */
export type Diarienummer = { readonly kod: string; readonly ar: number; readonly lopnummer: number; readonly klassifikation?: string };

const MELLAN: Readonly<Record<Diarieform, readonly [string, string]>> = { snedstreck_kolon: ['/', ':'], bindestreck: ['-', '-'], blanksteg_snedstreck: [' ', '/'] };

/** `SN/2018:23`, `SN/2018:23 - 759`, `IF-2024-00099`, `SN 2026/41`. */
export const skrivDiarienummer = (ar: number, lopnummer: number, { kod, form, siffror, klassifikation }: Skrivsatt): string => {
  const [efterKod, efterAr] = MELLAN[form];
  return `${kod}${efterKod}${ar}${efterAr}${String(lopnummer).padStart(siffror, '0')}${klassifikation === undefined ? '' : ` - ${klassifikation}`}`;
};

const FORM = /^(?:[Dd]nr:?\s+)?(?<kod>[A-ZÅÄÖ]{1,10})(?:\/(?<ar1>\d{4}):|-(?<ar2>\d{4})-| (?<ar3>\d{4})\/)(?<lop>\d{1,7})(?:\s*-\s*(?<klass>\d{3}))?$/;

/** Reads a number in any of the forms; `undefined` when it has none of them. */
export const lasDiarienummer = (text: string): Diarienummer | undefined => {
  const del = FORM.exec(text.trim())?.groups;
  if (del === undefined) return undefined;
  const { kod, ar1, ar2, ar3, lop, klass } = del;
  return { kod: kod!, ar: Number(ar1 ?? ar2 ?? ar3), lopnummer: Number(lop), ...(klass !== undefined && { klassifikation: klass }) };
};

/** The same number, however written; the class after it does not count. Foreign forms are compared as they stand. */
export const sammaDiarienummer = (a: string, b: string): boolean => {
  const [en, annan] = [lasDiarienummer(a), lasDiarienummer(b)];
  if (en === undefined || annan === undefined) return a.trim() === b.trim();
  return en.kod === annan.kod && en.ar === annan.ar && en.lopnummer === annan.lopnummer;
};
