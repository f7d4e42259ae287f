import type { Mote, Paragraf } from './form';
import { type Lov, loven, skrivVag } from './jamfor';
import { arObjekt, arText, type Fri, KOPPLING, ORDFORANDEBESLUT, PARAGRAFENS, perioden, POSTER, REMISS, type Tabell, uppgifterUr, utanPeriod } from './redovisning';
import { delegationen, lexSarah, posterna, rad } from './redovisningsdelar';
import type { Punkter, Spel } from './spela';
import { alla } from './spelare';

// What goes in one append (1 MiB), each value with its seal: thousands of rows, more than any list of a meeting that has been seen.
const VIKT_MAX = 900_000;
const FORSEGLING = 130;
const vikt = (data: Fri): number => JSON.stringify(data).length + FORSEGLING * uppgifterUr(data).length;

/** What one § tells, and the facts of the file that it holds. `paragraf`: as the file says it. */
type Redovisat = { readonly paragraf: unknown; readonly namn: string; readonly typ: string; readonly data: Fri; readonly fakta: readonly Lov[] };

/** What each § tells of the registers: delegated decisions, judgments, remisser, lex Sarah, its own figures, and what it hangs together with. Throws Avbrott or StoreUnavailable. */
export const spelaRedovisning = async (spel: Spel, punkter: Punkter): Promise<void> => {
  const { spelare, sammantrade, nummer, ejInfort } = spel;
  for (const { paragraf, namn, typ, data, fakta } of [...enstaka(spel), ...radvis(spel), ...paragrafens(spel)]) {
    // Told of no § of this meeting, or too much: each place of it is noted.
    if (!nummer.includes(paragraf as number) || vikt(data) > VIKT_MAX) for (const { vag } of fakta) ejInfort.add(skrivVag(vag));
    else await spelare.lasIn(`§ ${paragraf as number} ${namn}`, { typ, plats: `§ ${paragraf as number}`, data: { sammantrade, punkt: punkter.paragraf.get(paragraf as number), ...data } });
  }
  await berattaBrott(spel);
};
/** So many commands at most. */
export const antalRedovisningar = (mote: Mote): number => ENSTAKA.length + mote.paragrafer.length + RADVIS.reduce((sum, { namn }) => sum + (mote[namn]?.length ?? 0), 0);

export const harRedovisning = (mote: Mote): boolean =>
  ENSTAKA.some(({ namn }) => mote[namn] !== undefined) || RADVIS.some(({ namn }) => (mote[namn]?.length ?? 0) > 0) || mote.paragrafer.some((en) => uppgifterUr(uppgifternaI(en)).length > 0);

/** Those that a meeting has one of. */
const ENSTAKA: readonly { readonly namn: 'delegationsanmalan' | 'lex_sarah' | keyof typeof POSTER; readonly typ: string; readonly data: (del: Fri) => Fri }[] = [
  { namn: 'delegationsanmalan', typ: 'LasInDelegationsredovisning', data: delegationen },
  { namn: 'lex_sarah', typ: 'LasInLexSarahRedovisning', data: lexSarah },
  ...(Object.entries(POSTER) as [keyof typeof POSTER, Tabell][]).map(([namn, tabell]) => ({ namn, typ: 'LasInAnmalningsposter', data: (del: Fri) => posterna(namn, del, tabell) })),
];
const enstaka = ({ mote }: Spel): readonly Redovisat[] => ENSTAKA.flatMap(({ namn, typ, data }) => {
  const del = mote[namn] as Fri | undefined;
  return del === undefined ? [] : [{ paragraf: del.paragraf, namn, typ, data: data(del), fakta: loven({ [namn]: del }) }];
});

/** Lists over several §§: each row belongs to its own. */
const RADVIS: readonly { readonly namn: 'ordforandebeslut' | 'remisser' | 'kopplingar'; readonly typ: string; readonly rad: (en: Fri) => Fri; readonly data: (rader: readonly Fri[]) => Fri; readonly paragraf: (en: Fri, nummer: readonly number[]) => unknown }[] = [
  { namn: 'ordforandebeslut', typ: 'LasInAnmalningsposter', rad: (en) => rad(en, ORDFORANDEBESLUT, ['paragraf']), data: (poster) => ({ slag: 'ordforandebeslut', poster, uppgifter: [] }), paragraf: (en) => en.paragraf },
  { namn: 'remisser', typ: 'LasInRemissredovisning', rad: (en) => ({ ...rad(en, REMISS, ['paragraf', ...utanPeriod(en.period)]), ...perioden(en.period) }), data: (remisser) => ({ remisser }), paragraf: (en) => en.paragraf },
  { namn: 'kopplingar', typ: 'LasInKopplingar', rad: (en) => rad(en, KOPPLING), data: (kopplingar) => ({ kopplingar }), paragraf: ({ fran, till }, nummer) => egenParagraf(fran, nummer) ?? egenParagraf(till, nummer) },
];
/** The § of this meeting that a text begins with: "§ 68", "§ 77 (…)", "§ 197-198". One of another meeting has its name first. */
const egenParagraf = (text: unknown, nummer: readonly number[]): number | undefined => {
  const nr = Number(/^§+\s*(\d{1,5})/.exec(String(text))?.[1]);
  return nummer.includes(nr) ? nr : undefined;
};
const radvis = ({ mote, nummer }: Spel): readonly Redovisat[] => RADVIS.flatMap(({ namn, typ, rad: raden, data, paragraf: paragrafen }) => {
  const fakta = loven({ [namn]: mote[namn] ?? [] });
  const rader = (mote[namn] ?? []).map((en, ordning) => ({ ordning, en: arObjekt(en) ? en : {} }));
  const vid = (paragraf: unknown) => rader.filter(({ en }) => paragrafen(en, nummer) === paragraf);
  return [...new Set(rader.map(({ en }) => paragrafen(en, nummer)))].map((paragraf) => ({
    paragraf, namn, typ, data: data(vid(paragraf).map(({ ordning, en }) => ({ ordning, ...raden(en) }))), fakta: fakta.filter(({ vag }) => vid(paragraf).some(({ ordning }) => ordning === vag[1])),
  }));
});

const uppgifternaI = (en: Paragraf): Fri => Object.fromEntries(PARAGRAFENS.filter((falt) => !(falt === 'beslutsmotivering' && arText(en[falt]))).map((falt) => [falt, en[falt]]));
/** The figures of each §, and what else stands there under a name. */
const paragrafens = ({ mote }: Spel): readonly Redovisat[] => mote.paragrafer.flatMap((en) => {
  const delar = uppgifternaI(en);
  const uppgifter = uppgifterUr(delar);
  const fakta = loven({ paragrafer: [{ paragraf: en.paragraf, ...delar }] }).filter(({ vag }) => vag[2] !== 'paragraf');
  return uppgifter.length === 0 ? [] : [{ paragraf: en.paragraf, namn: 'uppgifter', typ: 'LasInParagrafuppgifter', data: { uppgifter }, fakta }];
});

/** What was entered and broke a rule says so itself. */
const berattaBrott = async ({ spelare, namnd, sammantrade }: Spel): Promise<void> => {
  type Redovisning = { readonly nummer: number; readonly brott: readonly { readonly kod: string; readonly text: string; readonly lagrum: string | null }[] };
  const lasta = await alla<Redovisning>(spelare.fraga, 'redovisningar', { namnd: ['ID!', namnd], sammantrade: ['ID!', sammantrade], minst: ['Position', spelare.minst] }, 'nummer brott { kod text lagrum }');
  spelare.anmarkningar.push(...lasta.flatMap(({ nummer, brott }) => brott.map(({ kod, text, lagrum }) => ({ vad: 'inläst' as const, plats: `§ ${nummer}`, kod, text, ...(lagrum !== null && { lagrum }) }))));
};
