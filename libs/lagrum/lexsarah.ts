import { type Datum, dagarMellan, dagnummer, franDagnummer, lokalTid, plusManader } from './datum';
import { plusArbetsdagar } from './kalender';
import { type Amne, type Anmarkning, stod } from './lagrum';
import type { Frist } from './tid';

// Lex Sarah (regelboken F): which section is which, and the days of F4. A section is always reckoned, never typed.

/** By which law the activity is run. One under LSS keeps "utan dröjsmål" also after 2025-07-01 (F1). */
export const LEX_SARAH_LAGAR = ['SOL', 'LSS'] as const;
export type LexSarahLag = (typeof LEX_SARAH_LAGAR)[number];

/** F2. Only the last two are notified to IVO. */
export const BEDOMNINGAR = ['EJ_MISSFORHALLANDE', 'MISSFORHALLANDE', 'PATAGLIG_RISK', 'ALLVARLIGT_MISSFORHALLANDE', 'PATAGLIG_RISK_ALLVARLIGT'] as const;
export type Bedomning = (typeof BEDOMNINGAR)[number];
export const arAllvarlig = (bedomning: Bedomning): boolean => bedomning === 'ALLVARLIGT_MISSFORHALLANDE' || bedomning === 'PATAGLIG_RISK_ALLVARLIGT';

const STEG = {
  rapport: { SOL: 'lexSarahRapport', LSS: 'lssRapport' },
  enskildInformation: { SOL: 'lexSarahEnskildInformation', LSS: 'lssEnskildInformation' },
  utredning: { SOL: 'lexSarahUtredning', LSS: 'lssUtredning' },
  anmalan: { SOL: 'lexSarahAnmalan', LSS: 'lssAnmalan' },
  enskildUtredning: { SOL: 'lexSarahEnskildUtredning', LSS: 'lssEnskildUtredning' },
} as const satisfies Readonly<Record<string, Readonly<Record<LexSarahLag, Amne>>>>;
export type LexSarahSteg = keyof typeof STEG;

/** The section for a step of a report that was received on a day (F1). */
export const lexSarahLagrum = (steg: LexSarahSteg, lag: LexSarahLag, mottagen: Datum): string => stod(STEG[steg][lag], mottagen).citat;

/** The section that a decision rests on: an ended investigation, or a notification to IVO. */
export const beslutetsLagrum = (bedomning: Bedomning, lag: LexSarahLag, mottagen: Datum): string => lexSarahLagrum(arAllvarlig(bedomning) ? 'anmalan' : 'utredning', lag, mottagen);

/** How fast the investigation is to be started and finished; there is no number of days in the law (F1, F4). */
export const skyndsamhet = (lag: LexSarahLag, mottagen: Datum): 'genast' | 'utan dröjsmål' => (lag === 'SOL' && mottagen >= '2025-07-01' ? 'genast' : 'utan dröjsmål');

/** The finished investigation goes to IVO within two months from the notification, where it was not attached (F4). Not from the report, and not moved to a vardag. */
export const kompletteringSenast = (anmald: Datum): Frist => {
  const datum = plusManader(anmald, 2);
  return {
    datum,
    varfor: [`Anmälan till IVO gjordes ${anmald} utan färdig utredning. Den ska ha kommit in inom två månader, senast ${datum} (SOSFS 2011:5, lag 1930:173 1 §).`, 'Tiden räknas från anmälan, inte från rapporten.'],
    lagrum: 'SOSFS 2011:5, lag (1930:173) 1 §',
  };
};

/** The finished investigation came, or is still to come, after that day. */
export const provaKomplettering = (anmald: Datum, inkommen: Datum): Anmarkning<'KOMPLETTERINGEN_SEN', 'VARNING'> | undefined => {
  const { datum } = kompletteringSenast(anmald);
  return inkommen <= datum ? undefined : { kod: 'KOMPLETTERINGEN_SEN', allvar: 'VARNING', text: `Den färdiga utredningen skulle ha kommit in till IVO senast ${datum}, två månader efter anmälan (SOSFS 2011:5).`, lagrum: 'SOSFS 2011:5' };
};

/** More working days from the discovery to the report than the house's own target. A report is to be made genast; the number is local (F4). */
export const provaRapporttid = (upptackt: Datum, mottagen: Datum, arbetsdagar: number, lag: LexSarahLag): Anmarkning<'RAPPORTEN_SEN', 'VARNING'> | undefined => {
  if (mottagen <= plusArbetsdagar(upptackt, arbetsdagar)) return undefined;
  const lagrum = lexSarahLagrum('rapport', lag, mottagen);
  return { kod: 'RAPPORTEN_SEN', allvar: 'VARNING', text: `Rapporten kom ${dagarMellan(upptackt, mottagen)} dagar efter att händelsen upptäcktes. Den ska lämnas genast (${lagrum}).`, lagrum };
};

/** The investigation is older than the house's own target (F4). */
export const provaUtredningstid = (mottagen: Datum, dag: Datum, mal: number, lag: LexSarahLag): Anmarkning<'UTREDNINGEN_DROJER', 'VARNING'> | undefined => {
  const dagar = dagarMellan(mottagen, dag);
  if (dagar <= mal) return undefined;
  const lagrum = lexSarahLagrum('utredning', lag, mottagen);
  return { kod: 'UTREDNINGEN_DROJER', allvar: 'VARNING', text: `Utredningen har pågått i ${dagar} dagar. Den ska bedrivas ${skyndsamhet(lag, mottagen)} (${lagrum}).`, lagrum };
};

/** Nobody was set to investigate within the house's own target (F4). */
export const provaUtredningsstart = (mottagen: Datum, dag: Datum, mal: number, lag: LexSarahLag): Anmarkning<'UTREDNINGEN_EJ_PABORJAD', 'VARNING'> | undefined => {
  const dagar = dagarMellan(mottagen, dag);
  if (dagar <= mal) return undefined;
  const lagrum = lexSarahLagrum('utredning', lag, mottagen);
  return { kod: 'UTREDNINGEN_EJ_PABORJAD', allvar: 'VARNING', text: `Det gick ${dagar} dagar från rapporten till att en utredare utsågs. Utredningen ska inledas ${skyndsamhet(lag, mottagen)} (${lagrum}).`, lagrum };
};

/** Sections as people write them: `27 kap 7 §`, `27:7`, `14 kap § 6`, `24 e § LSS`, `§ 24 e`; a chapter or a letter and what follows. */
const SKRIVNA = /\b(\d{1,2})\s*(?::|kap[.]?(?:\s*§)?)\s*(\d{1,2})(?!\d)|\b(2[34])\s?([a-g])\s*§|§\s*(2[34])\s?([a-g])\b/gu;
const skrivna = (text: string): readonly string[] =>
  [...text.matchAll(SKRIVNA)].map(([, kapitel, paragraf, siffra, bokstav, efter, dess]) => (kapitel === undefined ? `LSS ${siffra ?? efter} ${bokstav ?? dess} §` : `${kapitel}:${paragraf}`));
/** `SoL 27 kap. 6 §` as the rule book's sentence has it: `27 kap. 6 § SoL`. */
const efterstalld = (citat: string): string => citat.replace(/^((?:SoL|LSS)(?: \(\d{4}:\d+\))?) (.+)$/, '$2 $1');
const kort = (citat: string): string => citat.replace(/^.*?(\d+) kap[.] (\d+) §$/, '$1:$2');
const VAD: Readonly<Record<'anmalan' | 'utredning', string>> = { anmalan: 'Anmälan av allvarligt missförhållande till IVO', utredning: 'Utredning av missförhållande' };

/**
 * A section that a document names and that is not the one of its assessment, by the law on the day of receipt (F1). What is read in is
 * flagged and never mended; `nytt` is what is decided now, where 27:7 or 24 e for the serious stops.
 */
export const provaLexSarahLagrum = (skrivet: string, bedomning: Bedomning, mottagen: Datum, nytt = false): Anmarkning<'FEL_LAGRUM'> | undefined => {
  const steg = arAllvarlig(bedomning) ? 'anmalan' : 'utredning';
  const [sol, lss] = [lexSarahLagrum(steg, 'SOL', mottagen), lexSarahLagrum(steg, 'LSS', mottagen)];
  const funna = skrivna(skrivet);
  // In a decision's own words other sections may well be named; these two are what months of copying make of the right ones.
  const fel = funna.filter((en) => (nytt ? steg === 'anmalan' && ['27:7', 'LSS 24 e §'].includes(en) : en !== kort(sol) && en !== lss));
  if (fel.length === 0) return undefined;
  return { kod: 'FEL_LAGRUM', allvar: nytt ? 'STOPP' : 'VARNING', text: `Lagrummet stämmer inte. ${VAD[steg]}: ${efterstalld(sol)}, ${efterstalld(lss)}. Handlingen anger ${nytt ? fel.join(', ') : skrivet}.`, lagrum: `${sol}, ${lss}` };
};

const minuter = (datum: Datum, tid: string): number => dagnummer(datum) * 1440 + Number(tid.slice(0, 2)) * 60 + Number(tid.slice(3, 5));
const utc = (minut: number): string => {
  const klocka = minut - Math.floor(minut / 1440) * 1440;
  return `${franDagnummer(Math.floor(minut / 1440))}T${String(Math.floor(klocka / 60)).padStart(2, '0')}:${String(klocka % 60).padStart(2, '0')}:00Z`;
};
/** 72 hours from when a personuppgiftsincident was known, on the Swedish clock also over a change of it (GDPR art. 33; I12). Of a clock time that is twice, the first. */
export const imySenast = (datum: Datum, tid: string): { readonly datum: Datum; readonly tid: string } => {
  const lokal = minuter(datum, tid);
  const start = [120, 60].map((forskjutning) => lokal - forskjutning).find((minut) => {
    const en = lokalTid(utc(minut));
    return en.datum === datum && en.tid.startsWith(tid);
  }) ?? lokal - 60;
  const slut = lokalTid(utc(start + 72 * 60));
  return { datum: slut.datum, tid: slut.tid.slice(0, 5) };
};
