import type { Mote, Paragraf } from './form';
import { type Lov, loven, skrivVag } from './jamfor';
import { arObjekt, arText, type Fri, KOPPLING, ORDFORANDEBESLUT, PARAGRAFENS, perioden, POSTER, REMISS, type Tabell, uppgifterUr, utanPeriod } from './redovisning';
import { delegationen, lexSarah, posterna, rad } from './redovisningsdelar';
import type { Punkter, Spel } from './spela';
import { alla } from './spelare';

// What goes in one append: more than any list of a meeting that has been seen.
const FAKTA_MAX = 1500;
const TECKEN_MAX = 300_000;

type Ratt = { readonly paragraf: number; readonly namn: string; readonly typ: string; readonly data: Fri };

/** What each § tells of the registers: delegated decisions, judgments, remisser, lex Sarah, its own figures, and what it hangs together with. Throws Avbrott or StoreUnavailable. */
export const spelaRedovisning = async (spel: Spel, punkter: Punkter): Promise<void> => {
  const { spelare, sammantrade } = spel;
  for (const { paragraf, namn, typ, data } of [...enstaka(spel), ...radvis(spel), ...paragrafens(spel)]) {
    await spelare.lasIn(`§ ${paragraf} ${namn}`, { typ, plats: `§ ${paragraf}`, data: { sammantrade, punkt: punkter.paragraf.get(paragraf), ...data } });
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
const enstaka = (spel: Spel): readonly Ratt[] => ENSTAKA.flatMap(({ namn, typ, data }): readonly Ratt[] => {
  const del = spel.mote[namn] as Fri | undefined;
  return del !== undefined && ryms(spel, loven({ [namn]: del }), del.paragraf) ? [{ paragraf: del.paragraf, namn, typ, data: data(del) }] : [];
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
const radvis = (spel: Spel): readonly Ratt[] => RADVIS.flatMap(({ namn, typ, rad: raden, data, paragraf: paragrafen }) => {
  const rader = (spel.mote[namn] ?? []) as readonly unknown[];
  const fakta = loven({ [namn]: rader });
  const vid = new Map<number, readonly Fri[]>();
  for (const [i, en] of rader.entries()) {
    const paragraf = arObjekt(en) ? paragrafen(en, spel.nummer) : undefined;
    if (ryms(spel, fakta.filter(({ vag }) => vag[1] === i), paragraf)) vid.set(paragraf, [...(vid.get(paragraf) ?? []), { ordning: i, ...raden(en as Fri) }]);
  }
  return [...vid].map(([paragraf, alla]): Ratt => ({ paragraf, namn, typ, data: data(alla) }));
});

const uppgifternaI = (en: Paragraf): Fri => Object.fromEntries(PARAGRAFENS.filter((falt) => !(falt === 'beslutsmotivering' && arText(en[falt]))).map((falt) => [falt, en[falt]]));
/** The figures of each §, and what else stands there under a name. */
const paragrafens = (spel: Spel): readonly Ratt[] => spel.mote.paragrafer.flatMap((en): readonly Ratt[] => {
  const delar = uppgifternaI(en);
  const uppgifter = uppgifterUr(delar);
  return uppgifter.length > 0 && ryms(spel, loven({ paragrafer: [{ paragraf: en.paragraf, ...delar }] }), en.paragraf) ? [{ paragraf: en.paragraf, namn: 'uppgifter', typ: 'LasInParagrafuppgifter', data: { uppgifter } }] : [];
});

/** Whether it can be entered: at a § of the meeting, and in one append. What cannot is noted, place by place. */
const ryms = ({ nummer, ejInfort }: Spel, fakta: readonly Lov[], paragraf: unknown): paragraf is number => {
  if (nummer.includes(paragraf as number) && fakta.length <= FAKTA_MAX && fakta.reduce((sum, { varde }) => sum + String(varde).length, 0) <= TECKEN_MAX) return true;
  for (const { vag } of fakta) ejInfort.add(skrivVag(vag));
  return false;
};

/** What was entered and broke a rule says so itself. */
const berattaBrott = async ({ spelare, namnd, sammantrade }: Spel): Promise<void> => {
  type Redovisning = { readonly nummer: number; readonly brott: readonly { readonly kod: string; readonly text: string; readonly lagrum: string | null }[] };
  const lasta = await alla<Redovisning>(spelare.fraga, 'redovisningar', { namnd: ['ID!', namnd], sammantrade: ['ID!', sammantrade], minst: ['Position', spelare.minst] }, 'nummer brott { kod text lagrum }');
  spelare.anmarkningar.push(...lasta.flatMap(({ nummer, brott }) => brott.map(({ kod, text, lagrum }) => ({ vad: 'inläst' as const, plats: `§ ${nummer}`, kod, text, ...(lagrum !== null && { lagrum }) }))));
};
