import type { Anmarkning, Datum } from '@klubba/lagrum';

// What a document says in figures, and whether the figures agree (H8). Pure; the arithmetic is on whole numbers, so that 0,1 + 0,2 is 0,3.

/** A decimal number as it was written: 36,3 is `{ tal: 363, decimaler: 1 }`. */
export type Tal = { readonly tal: number; readonly decimaler: number };
/** Why there is no value. None of them is zero. */
export const SAKNAT = ['uppgift_saknas', 'ej_matt', 'for_fa_svar'] as const;
export type Saknat = (typeof SAKNAT)[number];
export const ENHETER = ['antal', 'procent', 'dagar', 'manader', 'timmar', 'kronor', 'tkr', 'faktor', 'poang'] as const;
export type Enhet = (typeof ENHETER)[number];

/** A value, or why there is none. */
export type Matvarde = { readonly varde?: Tal; readonly saknas?: Saknat };
/** A figure by its key, `pågående_utredningar`, which is its name where it is spoken of. One of `varde`, `saknas`, `dag`. */
export type Siffra = Matvarde & { readonly nyckel: string; readonly dag?: Datum; readonly enhet?: Enhet; readonly ar?: number };

/**
 * What must hold between figures. `delar` are keys in this order, `mot` is the figure that is stated:
 * - `summa`: the parts make the total · `overlapp`: they do not, but may overlap
 * - `text_tabell`: the figure or day in the text is that of the table
 * - `flode`: in + nya − avslutade = ut
 * - `andel`: del of hel in per cent · `forandring`: from före to efter in per cent; both ±0,5
 * - `kvot`: täljare through nämnare, as exactly as it is stated · `drygt`, `cirka`: a number in words
 * - `kapacitet`: those placed are no more than the places · `datumordning`: the first day is no later than the other
 * - `mal_hogst`, `mal_minst`: the result that is said to reach the goal does
 */
export const KONTROLLSLAG = ['summa', 'overlapp', 'text_tabell', 'flode', 'andel', 'forandring', 'kvot', 'drygt', 'cirka', 'kapacitet', 'datumordning', 'mal_hogst', 'mal_minst'] as const;
export type Kontrollslag = (typeof KONTROLLSLAG)[number];
export type Kontroll = { readonly slag: Kontrollslag; readonly delar: readonly string[]; readonly mot: string };

export type Sifferkod =
  | 'SUMMAN_STAMMER_INTE' | 'DELARNA_OVERLAPPAR' | 'TEXT_MOT_TABELL' | 'FLODET_STAMMER_INTE' | 'ANDELEN_STAMMER_INTE' | 'FORANDRINGEN_STAMMER_INTE' | 'KVOTEN_STAMMER_INTE' | 'UNGEFARLIGT_TAL'
  | 'FLER_AN_PLATSERNA' | 'DATUM_I_FEL_ORDNING' | 'MALET_NAS_INTE' | 'ENHET_SAKNAS' | 'OLIKA_ENHET' | 'OLIKA_AR' | 'GAR_INTE_ATT_KONTROLLERA' | 'CELLEN_GAR_ATT_RAKNA_UT';
export type Sifferanmarkning = Anmarkning<Sifferkod, 'VARNING' | 'INFO'> & { readonly nycklar: readonly string[] };

/** How many figures a check is of before the one it is held against; where it may be many, at least so many. */
const ANTAL: Readonly<Record<Kontrollslag, number>> = {
  summa: 1, overlapp: 1, text_tabell: 1, flode: 3, andel: 2, forandring: 2, kvot: 2, drygt: 1, cirka: 1, kapacitet: 1, datumordning: 1, mal_hogst: 1, mal_minst: 1,
};
/** Whether a check has as many figures as its kind needs. */
export const harSinaDelar = ({ slag, delar }: Kontroll): boolean => (slag === 'summa' || slag === 'overlapp' ? delar.length >= ANTAL[slag] : delar.length === ANTAL[slag]);

/** A figure as the checks see it. */
export const somSiffra = ({ nyckel, varde, saknas, dag, enhet, ar }: Siffra): Siffra => ({
  nyckel, ...(varde !== undefined && { varde }), ...(saknas !== undefined && { saknas }), ...(dag !== undefined && { dag }), ...(enhet !== undefined && { enhet }), ...(ar !== undefined && { ar }),
});

/** All that the figures and the checks give rise to: first what each figure lacks, then check by check. */
export const provaSiffror = (siffror: readonly Siffra[], kontroller: readonly Kontroll[]): readonly Sifferanmarkning[] => {
  const efter = new Map(siffror.map((en) => [en.nyckel, en]));
  return [...siffror.flatMap(provaEnhet), ...kontroller.flatMap((kontroll) => provaKontroll(kontroll, efter))];
};

const provaEnhet = ({ nyckel, varde, enhet }: Siffra): readonly Sifferanmarkning[] =>
  varde === undefined || enhet !== undefined ? [] : [varning('ENHET_SAKNAS', [nyckel], `${namn(nyckel)}: ${skrivTal(varde)} saknar enhet.`)];

/** Kinds whose figures are of the same thing at the same time. */
const SAMMA = new Set<Kontrollslag>(['summa', 'overlapp', 'text_tabell', 'drygt', 'cirka', 'kapacitet']);

const provaKontroll = (kontroll: Kontroll, efter: ReadonlyMap<string, Siffra>): readonly Sifferanmarkning[] => {
  const nycklar = [...kontroll.delar, kontroll.mot];
  const alla = nycklar.map((nyckel) => efter.get(nyckel));
  const mot = alla.at(-1);
  if (mot === undefined || alla.includes(undefined)) return [info('GAR_INTE_ATT_KONTROLLERA', nycklar, `${namn(kontroll.mot)} går inte att kontrollera: en siffra finns inte.`)];
  const kanda = alla as readonly Siffra[];
  if (mot.saknas !== undefined) return [];
  const saknade = kanda.filter(({ saknas }) => saknas !== undefined);
  if (saknade.length > 0) {
    // What was left out to protect someone must not follow from the rest.
    return kontroll.slag === 'summa' && saknade.length === 1 && saknade[0]!.saknas === 'for_fa_svar'
      ? [varning('CELLEN_GAR_ATT_RAKNA_UT', nycklar, `${namn(saknade[0]!.nyckel)} är utelämnad för att så få har svarat, men går att räkna ut ur summan. Utelämna en siffra till.`)]
      : [info('GAR_INTE_ATT_KONTROLLERA', nycklar, `${namn(kontroll.mot)} går inte att kontrollera: ${namn(saknade[0]!.nyckel).toLowerCase()} saknas.`)];
  }
  if (kanda.every(({ dag }) => dag !== undefined)) return provaDagar(kontroll, kanda.map(({ dag }) => dag!), nycklar);
  if (kanda.some(({ varde }) => varde === undefined)) return [info('GAR_INTE_ATT_KONTROLLERA', nycklar, `${namn(kontroll.mot)} går inte att kontrollera: dagar och tal jämförs inte.`)];
  const olika = SAMMA.has(kontroll.slag) ? provaSamma(kanda, nycklar) : [];
  return [...olika, ...provaTal(kontroll, kanda.map(({ varde }) => varde!), nycklar)];
};

const provaSamma = (siffror: readonly Siffra[], nycklar: readonly string[]): readonly Sifferanmarkning[] => {
  const ar = [...new Set(siffror.flatMap((en) => en.ar ?? []))];
  const enheter = [...new Set(siffror.flatMap((en) => en.enhet ?? []))];
  const sist = namn(nycklar.at(-1)!);
  return [
    ...(ar.length > 1 ? [varning('OLIKA_AR', nycklar, `${sist}: siffrorna är från olika år (${ar.join(', ')}).`)] : []),
    ...(enheter.length > 1 ? [varning('OLIKA_ENHET', nycklar, `${sist}: siffrorna har olika enhet (${enheter.join(', ')}).`)] : []),
  ];
};

const provaDagar = ({ slag, mot }: Kontroll, dagar: readonly Datum[], nycklar: readonly string[]): readonly Sifferanmarkning[] => {
  const [forst, sist] = [dagar[0]!, dagar.at(-1)!];
  if (slag === 'datumordning') return forst <= sist ? [] : [varning('DATUM_I_FEL_ORDNING', nycklar, `${namn(nycklar[0]!)} är daterad ${forst}, efter ${namn(mot).toLowerCase()} ${sist}. Kontrollera datum.`)];
  return forst === sist ? [] : [varning('TEXT_MOT_TABELL', nycklar, `${namn(mot)} stämmer inte: ${forst} i texten, ${sist} i tabellen eller förlagan.`)];
};

const provaTal = ({ slag, mot }: Kontroll, tal: readonly Tal[], nycklar: readonly string[]): readonly Sifferanmarkning[] => {
  const stated = tal.at(-1)!;
  const delar = tal.slice(0, -1);
  const [a, b] = [delar[0]!, delar[1] ?? stated];
  const stammerInte = (kod: Sifferkod, rakning: string, till = varning): readonly Sifferanmarkning[] => [till(kod, nycklar, `${namn(mot)} stämmer inte: ${rakning}, redovisat ${skrivTal(stated)}.`)];
  switch (slag) {
    case 'summa': case 'overlapp': {
      const summa = plus(delar);
      if (lika(summa, stated)) return [];
      const rakning = `${delar.map(skrivTal).join(' + ')} = ${skrivTal(summa)}`;
      return slag === 'summa' ? stammerInte('SUMMAN_STAMMER_INTE', rakning) : [info('DELARNA_OVERLAPPAR', nycklar, `${namn(mot)}: ${rakning}, redovisat ${skrivTal(stated)}. Delarna kan överlappa; hur framgår inte.`)];
    }
    case 'text_tabell': return lika(a, stated) ? [] : [varning('TEXT_MOT_TABELL', nycklar, `${namn(mot)} stämmer inte: ${skrivTal(a)} i texten, ${skrivTal(stated)} i tabellen.`)];
    case 'flode': {
      const ut = plus([a, b, minus(delar[2]!)]);
      return lika(ut, stated) ? [] : stammerInte('FLODET_STAMMER_INTE', `${skrivTal(a)} + ${skrivTal(b)} − ${skrivTal(delar[2]!)} = ${skrivTal(ut)}`);
    }
    case 'andel': return inom(100 * kvot(a, b), stated, 0.5) ? [] : stammerInte('ANDELEN_STAMMER_INTE', `${skrivTal(a)} av ${skrivTal(b)} är ${skrivRaknat(100 * kvot(a, b))} %`);
    case 'forandring': {
      const procent = 100 * (kvot(b, a) - 1);
      return inom(procent, stated, 0.5) ? [] : stammerInte('FORANDRINGEN_STAMMER_INTE', `från ${skrivTal(a)} till ${skrivTal(b)} är ${skrivRaknat(procent)} %`);
    }
    case 'kvot': return inom(kvot(a, b), stated, 0.5 / 10 ** stated.decimaler) ? [] : stammerInte('KVOTEN_STAMMER_INTE', `${skrivTal(a)} / ${skrivTal(b)} = ${skrivRaknat(kvot(a, b), stated.decimaler + 1)}`);
    case 'drygt': return till(a) >= till(stated) && till(a) < 1.1 * till(stated) ? [] : stammerInte('UNGEFARLIGT_TAL', `${skrivTal(a)} är inte drygt ${skrivTal(stated)}`);
    case 'cirka': return inom(till(a), stated, Math.abs(0.05 * till(stated))) ? [] : stammerInte('UNGEFARLIGT_TAL', `${skrivTal(a)} är inte cirka ${skrivTal(stated)}`);
    case 'kapacitet': return till(a) <= till(stated) ? [] : [varning('FLER_AN_PLATSERNA', nycklar, `${namn(nycklar[0]!)}: ${skrivTal(a)} placerade på ${skrivTal(stated)} platser.`)];
    case 'mal_hogst': case 'mal_minst': {
      const natt = slag === 'mal_hogst' ? till(a) <= till(stated) : till(a) >= till(stated);
      return natt ? [] : [varning('MALET_NAS_INTE', nycklar, `${namn(nycklar[0]!)}: målet är ${slag === 'mal_hogst' ? 'högst' : 'minst'} ${skrivTal(stated)}, utfallet ${skrivTal(a)}, men det redovisas som uppnått.`)];
    }
    // Numbers in a check of days.
    case 'datumordning': return [info('GAR_INTE_ATT_KONTROLLERA', nycklar, `${namn(mot)} går inte att kontrollera: dagar saknas.`)];
  }
};

const anmarkning = (allvar: 'VARNING' | 'INFO') => (kod: Sifferkod, nycklar: readonly string[], text: string): Sifferanmarkning => ({ kod, allvar, text, nycklar });
const varning = anmarkning('VARNING');
const info = anmarkning('INFO');

/** The key as it is read: `pågående_utredningar` is ”Pågående utredningar”. */
export const namn = (nyckel: string): string => nyckel.charAt(0).toUpperCase() + nyckel.slice(1).replaceAll('_', ' ');

const till = ({ tal, decimaler }: Tal): number => tal / 10 ** decimaler;
const skala = (tal: Tal, decimaler: number): number => tal.tal * 10 ** (decimaler - tal.decimaler);
const plus = (alla: readonly Tal[]): Tal => {
  const decimaler = Math.max(0, ...alla.map((en) => en.decimaler));
  return { tal: alla.reduce((summa, en) => summa + skala(en, decimaler), 0), decimaler };
};
const minus = ({ tal, decimaler }: Tal): Tal => ({ tal: -tal, decimaler });
const lika = (a: Tal, b: Tal): boolean => {
  const decimaler = Math.max(a.decimaler, b.decimaler);
  return skala(a, decimaler) === skala(b, decimaler);
};
const kvot = (a: Tal, b: Tal): number => till(a) / till(b);
/** A division through nothing is in no range. The last digit of a binary fraction is no discrepancy. */
const inom = (raknat: number, stated: Tal, tolerans: number): boolean => Math.abs(raknat - till(stated)) <= tolerans + 1e-9;

/** `1 408`, `36,3`, `−4 867`. */
export const skrivTal = ({ tal, decimaler }: Tal): string => {
  const siffror = String(Math.abs(tal)).padStart(decimaler + 1, '0');
  const hela = siffror.slice(0, siffror.length - decimaler).replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${tal < 0 ? '−' : ''}${hela}${decimaler === 0 ? '' : `,${siffror.slice(-decimaler)}`}`;
};
const skrivRaknat = (raknat: number, decimaler = 1): string => (Number.isFinite(raknat) ? skrivTal({ tal: Math.round(raknat * 10 ** decimaler), decimaler }) : 'odefinierat');
