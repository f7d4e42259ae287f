import { lasDiarienummer } from '@klubba/arende';
import type { DocumentParagraph } from '@klubba/kernel';
import { dagAv } from '@klubba/lagrum';

/** What a document seems to hold, section by section (A11), for the one who writes the memo to confirm. Nothing is thrown away: what has no place is told. */
export type Skrivelseforslag = {
  readonly rubrik?: string;
  readonly diarienummer?: string;
  readonly datum?: string;
  readonly handlaggare?: string;
  readonly mottagare: readonly string[];
  readonly sammanfattning?: string;
  readonly arendebeskrivning?: string;
  readonly bedomning?: string;
  readonly forslag: readonly string[];
  readonly handlingar: readonly { readonly namn: string; readonly datum?: string }[];
  readonly skickasTill: readonly string[];
  readonly oplacerat: readonly string[];
  /** Headings over the proposals that are misspelled, as they stand; what is shown of the memo has the right one. */
  readonly felskrivnaRubriker?: readonly string[];
};

const AVSNITT = ['forslag', 'sammanfattning', 'arendebeskrivning', 'bedomning', 'handlingar', 'skickasTill'] as const;
type Avsnitt = (typeof AVSNITT)[number];
/** What the sections of memos are headed, with or without whose they are. */
const RUBRIKER: Readonly<Record<Avsnitt, RegExp>> = {
  forslag: /^(?:\S+ens |nämndens )?(?:förslag till (?:nämndens )?beslut|förslag till ställningstagande|beslutsförslag|föreslagen till beslut|föreslag(?:et)? till beslut.*)$/i,
  sammanfattning: /^(?:sammanfattning(?: av ärendet)?|ärendet i korthet)$/i,
  arendebeskrivning: /^(?:ärendebeskrivning|beskrivning av ärendet|ärendet|bakgrund|redogörelse(?: för ärendet)?)$/i,
  bedomning: /^(?:(?:\S+ens )?bedömning(?:ar)?|(?:\S+ens )?(?:överväganden|synpunkter|ställningstagande))$/i,
  handlingar: /^(?:ärendets handlingar|handlingar(?: i ärendet)?|beslutsunderlag|underlag|bilag(?:a|or))$/i,
  skickasTill: /^(?:beslutet (?:ska )?(?:skickas|sänds|expedieras|delges)(?: till)?|skickas till|expedieras till|beslut(?:et)? till)$/i,
};
/** As in ”Föreslag till beslut” (A11). */
const FELSKRIVEN = /(?:^|\s)föreslag/i;
const FALT = { handlaggare: /^(?:vår )?handläggare$/i, datum: /^datum$/i, diarienummer: /^(?:vår beteckning|diarienummer|dnr|ärendenummer|vårt dnr)$/i, mottagare: /^(?:mottagare|till)$/i, annat: /^(?:ert datum|er beteckning|telefon|e-post)$/i } as const;
type Falt = keyof typeof FALT;
const BRUS = /^(?:tjänsteskrivelse|tjänsteutlåtande|\d+\s*\(\d+\)|sida \d+.*)$/i;
const TEXT = ['sammanfattning', 'arendebeskrivning', 'bedomning'] as const;

/** A line of the document; `first` begins a paragraph. */
type Rad = { readonly text: string; readonly first: boolean; readonly heading: boolean; readonly list: boolean };
/** A label and what stands after it on its line. */
const efterKolon = (text: string): readonly [string, string] => {
  const i = text.indexOf(':');
  return i < 0 || i > 40 ? [text, ''] : [text.slice(0, i).trim(), text.slice(i + 1).trim()];
};

export const foreslaSkrivelse = (paragraphs: readonly DocumentParagraph[]): Skrivelseforslag => {
  const rader = paragraphs.flatMap(({ text, heading, list }) =>
    text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line, i): Rad => ({ text: line, first: i === 0, heading: heading !== undefined, list: list === true })));
  const start = rader.findIndex((rad) => avsnittAv(rad) !== undefined);
  const fore = start < 0 ? rader : rader.slice(0, start);
  const { oplacerat, ...huvud } = lasHuvud(fore);
  const delar: Record<Avsnitt, Rad[]> = { forslag: [], sammanfattning: [], arendebeskrivning: [], bedomning: [], handlingar: [], skickasTill: [] };
  let avsnitt: Avsnitt | undefined;
  for (const rad of start < 0 ? [] : rader.slice(start)) {
    const nytt = avsnittAv(rad);
    if (nytt !== undefined) {
      avsnitt = nytt;
      const [, rest] = efterKolon(rad.text);
      if (rest !== '') delar[nytt].push({ text: rest, first: true, heading: false, list: false });
    } else if (BRUS.test(rad.text)) {
      continue;
    } else {
      // A heading of its own belongs to running text, and ends a list.
      if (rad.heading && avsnitt !== undefined && !(TEXT as readonly Avsnitt[]).includes(avsnitt)) avsnitt = undefined;
      if (avsnitt === undefined) oplacerat.push(rad.text);
      else delar[avsnitt].push(rad);
    }
  }
  const felskrivnaRubriker = rader.filter((rad) => avsnittAv(rad) === 'forslag' && FELSKRIVEN.test(rad.text)).map(({ text }) => text);
  const texter = Object.fromEntries(TEXT.flatMap((en) => {
    const text = lopande(utanUnderskrift(delar[en], oplacerat));
    return text === '' ? [] : [[en, text]];
  })) as Pick<Skrivelseforslag, (typeof TEXT)[number]>;
  return { ...huvud, ...texter, forslag: punkter(delar.forslag), handlingar: delar.handlingar.map(({ text }) => handling(utanPunkt(text))), skickasTill: mottagareI(delar.skickasTill), oplacerat, ...(felskrivnaRubriker.length > 0 && { felskrivnaRubriker }) };
};

const avsnittAv = ({ text }: Rad): Avsnitt | undefined => {
  const [label, rest] = efterKolon(text);
  // What goes on after a colon is a section only where a list follows; running text may begin with "Bakgrund: …".
  return AVSNITT.find((en) => RUBRIKER[en].test(label) && (rest === '' || en === 'skickasTill' || en === 'handlingar'));
};

type Huvud = Pick<Skrivelseforslag, 'rubrik' | 'diarienummer' | 'datum' | 'handlaggare' | 'mottagare'> & { readonly oplacerat: string[] };
/** The head of a memo: labels with their values beside or below them, also where a row of labels stands over a row of values, and the title. */
const lasHuvud = (rader: readonly Rad[]): Huvud => {
  const varden = new Map<Falt, string[]>();
  const other: Rad[] = [];
  let waiting: Falt | undefined;
  for (const rad of rader) {
    const [label, rest] = efterKolon(rad.text);
    const falt = (Object.keys(FALT) as Falt[]).find((en) => FALT[en].test(label));
    if (falt !== undefined) {
      waiting = rest === '' ? falt : undefined;
      varden.set(falt, rest === '' ? [] : [rest]);
      continue;
    }
    const till = rad.heading ? undefined : tillhor(rad.text, waiting, (en) => varden.get(en)?.length === 0);
    if (till !== undefined) {
      varden.get(till)!.push(rad.text);
      // A number may be broken where its class begins.
      waiting = till === 'diarienummer' && /-$/.test(rad.text) ? till : undefined;
    } else if (!BRUS.test(rad.text)) {
      waiting = undefined;
      other.push(rad);
    }
  }
  const titel = other.find(({ heading }) => heading) ?? other.at(-1);
  const value = (falt: Falt): string => (varden.get(falt) ?? []).join(' ');
  const [datum, nummer] = [dagAv(value('datum')), value('diarienummer')];
  const oplacerat = other.filter((rad) => rad !== titel).map(({ text }) => text);
  if (datum === undefined && value('datum') !== '') oplacerat.push(`Datum: ${value('datum')}`);
  if (nummer !== '' && lasDiarienummer(nummer) === undefined) oplacerat.push(`Diarienummer: ${nummer}`);
  return {
    ...(titel !== undefined && { rubrik: titel.text }), ...(lasDiarienummer(nummer) !== undefined && { diarienummer: nummer }), ...(datum !== undefined && { datum }),
    ...(value('handlaggare') !== '' && { handlaggare: value('handlaggare') }), mottagare: varden.get('mottagare') ?? [], oplacerat,
  };
};

/** Whose value a line is: a day is the date's and a number the number's while they wait for one, and else it is the label's above. */
const tillhor = (text: string, waiting: Falt | undefined, empty: (falt: Falt) => boolean): Falt | undefined => {
  if (empty('datum') && dagAv(text) !== undefined) return 'datum';
  if (empty('diarienummer') && /^[A-ZÅÄÖ]{1,10}[/ -]\d{4}[:/-]/.test(text)) return 'diarienummer';
  const formed = (waiting === 'datum' || waiting === 'diarienummer') && empty(waiting);
  return formed && empty('handlaggare') && !/\d/.test(text) ? 'handlaggare' : waiting;
};

const lopande = (rader: readonly Rad[]): string => rader.map(({ text, first, list }, i) => `${i === 0 ? '' : first && !(list && rader[i - 1]!.list) ? '\n\n' : '\n'}${list ? `– ${utanPunkt(text)}` : text}`).join('');
/** A name and a title last in a text sign it, and are no part of it. */
const utanUnderskrift = (rader: readonly Rad[], oplacerat: string[]): readonly Rad[] => {
  let kept = rader.length;
  const signs = ({ text, heading, list }: Rad): boolean => !heading && !list && text.length <= 40 && /^[\p{L}][\p{L} .-]*$/u.test(text) && !/[.]$/.test(text);
  while (kept > 1 && rader.length - kept < 2 && signs(rader[kept - 1]!)) kept--;
  if (kept < rader.length) oplacerat.push(rader.slice(kept).map(({ text }) => text).join(', '));
  return rader.slice(0, kept);
};

const utanPunkt = (text: string): string => text.replace(/^(?:[-–•*·]|\d{1,2}[.)])\s+/, '');
/** Each point of the proposal; one who decides, said once above, is said in each. */
const punkter = (rader: readonly Rad[]): readonly string[] => {
  const points: string[] = [];
  let vem = '';
  for (const { text, first } of rader) {
    const bare = utanPunkt(text);
    if (/(?:beslutar|föreslås besluta|föreslår att nämnden beslutar|beslut):?$/i.test(bare)) vem = bare.replace(/:$/, '');
    else if (/^att\s/.test(bare) && vem !== '') points.push(`${vem} ${bare}`);
    else if (first || bare !== text || points.length === 0) points.push(bare);
    else points[points.length - 1] += `\n${bare}`;
  }
  return points.length === 0 && vem !== '' ? [vem] : points;
};

const DAG = /\b(\d{4}-\d\d-\d\d|\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4})\b/i;
const handling = (namn: string): { readonly namn: string; readonly datum?: string } => {
  const datum = dagAv(DAG.exec(namn)?.[1] ?? '');
  return { namn, ...(datum !== undefined && { datum }) };
};
const mottagareI = (rader: readonly Rad[]): readonly string[] => rader.flatMap(({ text }) => (rader.length === 1 ? text.split(/,\s+/) : [text])).map(utanPunkt);
