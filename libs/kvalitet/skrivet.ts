import type { Saknat, Tal } from './siffror';

/** What a cell of a table says. `osaker`: a letter was read as the digit that a scanner often takes it for, and is to be confirmed by hand. */
export type Avlast = ({ readonly varde: Tal } | { readonly saknas: Saknat }) & { readonly osaker?: true };

const SAKNAS: Readonly<Record<string, Saknat>> = { 'u.s.': 'uppgift_saknas', 'u.s': 'uppgift_saknas', us: 'uppgift_saknas', 'uppgift saknas': 'uppgift_saknas', 'ej mätt': 'ej_matt', '..': 'uppgift_saknas', 'färre än fem': 'for_fa_svar', '<5': 'for_fa_svar' };
const TAL = /^([+−–-]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,15})(?:[,.](\d{1,4}))?$/u;

/**
 * A value as it is written in Swedish: `36,3`, `4 915 842`, `−4 867`, `67 %`, `u.s.`. An empty cell and running text are no value: `undefined`.
 * A scanner writes the digit 1 as I or l (`I4`): read as 14, and said to be unsure.
 */
export const lasVarde = (skrivet: string): Avlast | undefined => {
  const rent = skrivet.trim().replace(/\s*%$/u, '');
  const saknas = SAKNAS[rent.toLowerCase()];
  if (saknas !== undefined) return { saknas };
  const varde = tal(rent);
  if (varde !== undefined) return { varde };
  const rattat = /^[\dIl|., +−–-]+$/u.test(rent) ? tal(rent.replace(/[Il|]/g, '1')) : undefined;
  return rattat && { varde: rattat, osaker: true };
};

const tal = (text: string): Tal | undefined => {
  const [, tecken, hela, del = ''] = TAL.exec(text) ?? [];
  if (hela === undefined) return undefined;
  const varde = Number(hela.replace(/\D/g, '') + del);
  return Number.isSafeInteger(varde) ? { tal: (tecken === '' || tecken === '+') ? varde : 0 - varde, decimaler: del.length } : undefined;
};
