import { lasDiarienummer } from '@klubba/arende';
import { dagAv } from '@klubba/lagrum';
import type { AldreParagraf } from './aldreprotokoll.decider';

export type ForeslagenParagraf = AldreParagraf & { readonly sida: number };
/** What the text of a protocol seems to hold, for a secretary to confirm. `luckor`: numbers between the first and the last that were not found. */
export type Protokollforslag = { readonly datum?: string; readonly paragrafer: readonly ForeslagenParagraf[]; readonly luckor: readonly number[] };

const PARAGRAF = /^§\s*(\d{1,4})(?:\s*\/\s*\d{4})?[.:]?(?:\s+(.*))?$/;
/** A number of a law's section, or a reference that a line happens to begin with. */
const HANVISNING = /^(?:[a-zåäö]|\d+ st|forts|\(forts)|^[A-ZÅÄÖ]\S*lagen\b|^[A-ZÅÄÖ]\S*balken\b/;
const DNR = /(?:\(?\s*(?:[Dd]nr|DNR|[Dd]iarien(?:umme)?r|[Ää]rendenr)\b[.:]*\s*)?\b((?:[A-ZÅÄÖ]{1,10}[/ -])?\d{4}[:/-]\d{1,7}(?:\s?[-–]\s?\d{3})?)\b\)?/;
/** Headings inside a §: what follows one is no title. */
const AVSNITT = /^(?:beslut|ärendebeskrivning|ärendet|sammanfattning|bakgrund|yrkanden?|beslutsunderlag|beslutsgång|bedömning|handlingar|reservation(?:er)?|jäv|sida|protokoll|justera\w*)\b/i;
const LEDARE = /[\s.…·_]{4,}\d{1,4}\s*$/;
const HOPP_MAX = 20;
const LUCKOR_MAX = 200;
const RAD_MAX = 500;

type Rad = { readonly text: string; readonly sida: number };

/** The §§ that the text of a protocol names, with title and diarienummer where they stand beside the number. */
export const foreslaParagrafer = (pages: readonly string[]): Protokollforslag => {
  const rader = pages.flatMap((page, i): readonly Rad[] => page.split('\n').map((text) => ({ text: text.slice(0, RAD_MAX).replaceAll(/\s+/g, ' ').trim(), sida: i + 1 })));
  const found = new Map<number, ForeslagenParagraf>();
  rader.forEach(({ text, sida }, i) => {
    const [, tal, rest = ''] = PARAGRAF.exec(text) ?? [];
    if (tal === undefined || Number(tal) === 0 || HANVISNING.test(rest)) return;
    const one = lasParagraf(Number(tal), rest, sida, rader.slice(i + 1, i + 8).map((rad) => rad.text));
    found.set(one.nummer, better(found.get(one.nummer), one));
  });
  const paragrafer = folje([...found.values()].filter(({ rubrik }) => rubrik !== '').sort((a, b) => a.nummer - b.nummer));
  const [first, last] = [paragrafer[0]?.nummer ?? 0, paragrafer.at(-1)?.nummer ?? -1];
  const luckor = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).filter((nummer) => !paragrafer.some((en) => en.nummer === nummer)).slice(0, LUCKOR_MAX);
  const datum = datumI(rader.slice(0, 60));
  return { ...(datum !== undefined && { datum }), paragrafer, luckor };
};

const lasParagraf = (nummer: number, rest: string, sida: number, below: readonly string[]): ForeslagenParagraf => {
  const until = below.findIndex((text) => PARAGRAF.test(text));
  const own = until < 0 ? below : below.slice(0, until);
  const [beside, onTheLine] = utanDiarienummer(rest.replace(LEDARE, ''));
  const title = beside !== '' ? fortsatt(beside, own) : titelUnder(own);
  const diarienummer = onTheLine ?? own.slice(0, 4).map((text) => utanDiarienummer(text)[1]).find((dnr) => dnr !== undefined);
  return { nummer, rubrik: title, ...(diarienummer !== undefined && { diarienummer }), sida };
};

/** A line without its diarienummer, and the number. */
const utanDiarienummer = (text: string): readonly [string, string | undefined] => {
  const hit = DNR.exec(text);
  if (hit === null || lasDiarienummer(hit[1]!.replaceAll('–', '-')) === undefined) return [text.trim(), undefined];
  return [`${text.slice(0, hit.index)} ${text.slice(hit.index + hit[0].length)}`.replaceAll(/\s+/g, ' ').replace(/^[\s,;–-]+|[\s,;(–-]+$/g, ''), hit[1]!];
};
/** A title goes on below where the line below begins in the middle of a sentence. */
const fortsatt = (title: string, below: readonly string[]): string => {
  const next = below[0] ?? '';
  return /^[a-zåäö(]/.test(next) && !AVSNITT.test(next) ? `${title} ${utanDiarienummer(next.replace(LEDARE, ''))[0]}` : title;
};
/** The first line below the number that says something else than a diarienummer, with what goes on from it. */
const titelUnder = (below: readonly string[]): string => {
  const lines = below.map((text) => utanDiarienummer(text.replace(LEDARE, ''))[0]);
  const i = lines.findIndex((text) => text !== '');
  if (i < 0 || AVSNITT.test(lines[i]!)) return '';
  return fortsatt(lines[i]!, below.slice(i + 1));
};
/** A table of contents shortens titles, and the page itself may lack the number: the fullest of both. */
const better = (known: ForeslagenParagraf | undefined, one: ForeslagenParagraf): ForeslagenParagraf => {
  if (known === undefined || known.rubrik === '') return { ...one, ...(one.diarienummer === undefined && known?.diarienummer !== undefined && { diarienummer: known.diarienummer }) };
  const diarienummer = known.diarienummer ?? one.diarienummer;
  const longer = one.rubrik.startsWith(known.rubrik.replace(/[….]+$/, '')) ? one.rubrik : known.rubrik;
  return { ...known, rubrik: longer, ...(diarienummer !== undefined && { diarienummer }) };
};
/** A protocol's numbers follow each other: the longest run is it, a number far off is a section of something else. */
const folje = (sorted: readonly ForeslagenParagraf[]): readonly ForeslagenParagraf[] => {
  const runs: ForeslagenParagraf[][] = [];
  for (const one of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && one.nummer - run.at(-1)!.nummer <= HOPP_MAX) run.push(one);
    else runs.push([one]);
  }
  return runs.reduce<readonly ForeslagenParagraf[]>((longest, run) => (run.length > longest.length ? run : longest), []);
};

const DAG = /\b(\d{4}-\d\d-\d\d|\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4})\b/i;
/** The first day that stands where the meeting is named, else the first of all. */
const datumI = (rader: readonly Rad[]): string | undefined => {
  const days = rader.flatMap(({ text }) => {
    const day = dagAv(DAG.exec(text)?.[1] ?? '');
    return day === undefined ? [] : [{ day, named: /sammanträd|protokoll/i.test(text) }];
  });
  return (days.find(({ named }) => named) ?? days[0])?.day;
};
