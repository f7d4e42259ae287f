/** A file that is not played: all that is wrong in it, each with its place. Nothing has been entered. */
export class Filfel extends Error {
  constructor(readonly fel: readonly Fel[]) {
    super(fel.map(({ plats, text }) => `${plats}: ${text}`).join('\n'));
    this.name = 'Filfel';
  }
}
/** What is wrong in a file, and where: a JSON path with the §, number or pid that it belongs to. */
export type Fel = { readonly plats: string; readonly text: string };
/** Where a value stands: `path` for the machine that made it, `namn` (§ 66, nr 4, M2) for who shall mend it. */
export type Plats = { readonly path: string; readonly namn?: string };
export type Prov = (varde: unknown, plats: Plats, fel: (plats: Plats, text: string) => void) => void;

export const skrivPlats = ({ path, namn }: Plats): string => `${path === '' ? 'filen' : path}${namn === undefined ? '' : ` (${namn})`}`;

export const ratt = (ar: (varde: unknown) => boolean, krav: string): Prov => (varde, plats, fel) => {
  if (!ar(varde)) fel(plats, `${krav}, men är ${visa(varde)}.`);
};

const TEXT_MAX = 10_000;
// The same characters that the record refuses (posten.md 2).
// eslint-disable-next-line no-control-regex
const STYRTECKEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
export const text = (hogst = TEXT_MAX): Prov => (varde, plats, fel) => {
  if (typeof varde !== 'string') fel(plats, `ska vara text, men är ${visa(varde)}.`);
  else if (varde.length > hogst) fel(plats, `får ha högst ${hogst} tecken, men har ${varde.length}.`);
  else if (STYRTECKEN.test(varde) || !varde.isWellFormed()) fel(plats, 'innehåller ett styrtecken eller ett trasigt tecken.');
};

const RADER_MAX = 1000;
export const lista = (varje: Prov, hogst = RADER_MAX): Prov => (varde, plats, fel) => {
  if (!Array.isArray(varde)) return fel(plats, `ska vara en lista, men är ${visa(varde)}.`);
  if (varde.length > hogst) return fel(plats, `får ha högst ${hogst} rader, men har ${varde.length}.`);
  for (const [i, en] of varde.entries()) {
    const har = { ...plats, path: `${plats.path}[${i}]` };
    if (arTom(en)) fel(har, 'får inte vara tom.');
    else varje(en, har, fel);
  }
};

/** An object whose keys are names of the source: parties, months. */
export const objekt = (varje: Prov): Prov => (varde, plats, fel) => {
  if (!arObjekt(varde)) return fel(plats, `ska vara ett objekt, men är ${visa(varde)}.`);
  for (const [falt, en] of Object.entries(varde)) varje(en, under(plats, falt), fel);
};

/** An object of just these fields. `falt!` must be there, `falt?` must be there but may be null, the others may be null or absent. */
export const post = (falten: Readonly<Record<string, Prov>>): Prov => {
  const kanda = new Map(Object.entries(falten).map(([namn, prov]) => [namn.replace(/[!?]$/, ''), { prov, kravs: /[!?]$/.test(namn), ejNull: namn.endsWith('!') }]));
  return (varde, plats, fel) => {
    if (!arObjekt(varde)) return fel(plats, `ska vara ett objekt, men är ${visa(varde)}.`);
    const har = { ...plats, ...namnet(varde, plats) };
    for (const falt of Object.keys(varde)) if (!kanda.has(falt)) fel(under(har, falt), 'är ett okänt fält.');
    for (const [falt, { prov, kravs, ejNull }] of kanda) {
      const en = Object.hasOwn(varde, falt) ? varde[falt] : undefined;
      if (en === undefined ? kravs : en === null && ejNull) fel(under(har, falt), 'saknas.');
      else if (ejNull && arTom(en)) fel(under(har, falt), 'får inte vara tom.');
      else if (en !== undefined && en !== null) prov(en, under(har, falt), fel);
    }
  };
};

/** Any JSON of this kind, with the same limits on texts and lists. */
export const oppet = (slag: 'objekt' | 'lista' | 'vad som helst'): Prov => (varde, plats, fel) => {
  if (slag === 'lista' && !Array.isArray(varde)) fel(plats, `ska vara en lista, men är ${visa(varde)}.`);
  else if (slag === 'objekt' && !arObjekt(varde)) fel(plats, `ska vara ett objekt, men är ${visa(varde)}.`);
  else if (typeof varde === 'string') text()(varde, plats, fel);
  else if (Array.isArray(varde)) lista(oppet('vad som helst'))(varde, plats, fel);
  else if (arObjekt(varde)) objekt(oppet('vad som helst'))(varde, plats, fel);
};

const arTom = (varde: unknown): boolean => typeof varde === 'string' && varde.trim() === '';
const arObjekt = (varde: unknown): varde is Record<string, unknown> => typeof varde === 'object' && varde !== null && !Array.isArray(varde);
const under = (plats: Plats, falt: string): Plats => ({ ...plats, path: plats.path === '' ? falt : `${plats.path}.${falt}` });
const namnet = ({ paragraf, nr, pid }: Record<string, unknown>, plats: Plats): { namn?: string } => {
  if (plats.path.startsWith('dagordning[') && typeof nr === 'number') return { namn: `nr ${nr}` };
  if (typeof paragraf === 'number') return { namn: `§ ${paragraf}` };
  return typeof pid === 'string' && plats.namn === undefined ? { namn: pid } : {};
};
const visa = (varde: unknown): string => {
  if (varde === null) return 'null';
  if (Array.isArray(varde)) return 'en lista';
  if (typeof varde === 'object') return 'ett objekt';
  const skrivet = JSON.stringify(varde) ?? 'inget';
  return skrivet.length > 60 ? `${skrivet.slice(0, 60)}…` : skrivet;
};

const DJUP_MAX = 40;
/** Counts brackets outside texts: what is nested without end is refused before it is parsed. */
export const forDjup = (json: string): boolean => {
  let djup = 0;
  let iText = false;
  for (let i = 0; i < json.length; i++) {
    const tecken = json[i];
    if (iText && tecken === '\\') i++;
    else if (tecken === '"') iText = !iText;
    else if (!iText && (tecken === '{' || tecken === '[') && ++djup > DJUP_MAX) return true;
    else if (!iText && (tecken === '}' || tecken === ']')) djup--;
  }
  return false;
};

/** The same without nulls and empty texts: what is not stated is absent. */
export const utanNull = (varde: unknown): unknown => {
  if (Array.isArray(varde)) return varde.map(utanNull);
  if (!arObjekt(varde)) return varde;
  return Object.fromEntries(Object.entries(varde).filter(([, en]) => en !== null && !arTom(en)).map(([falt, en]) => [falt, utanNull(en)]));
};
