import { arDatum, type Datum, plusDagar } from './datum';

/** How well a row is known: V verified against the text, K from knowledge, I inferred. Only V may stop anyone (regelboken 0). */
export type Kalla = 'V' | 'K' | 'I';

export type Amne =
  | 'kommunallag' | 'beslutforhet' | 'jav' | 'delegation' | 'reservation' | 'anslag' | 'laglighetsprovning'
  | 'forvaltningslag' | 'socialtjanstlag' | 'lexSarah' | 'ejVerkstallda' | 'delegationsgranser' | 'overklagandeSol'
  | 'barnutredning' | 'orosanmalan' | 'bistand' | 'kvalitet' | 'gallring' | 'muntligt' | 'sarskildAvgift'
  | 'socialstyrelsensForeskrifter'
  // Single sections behind the clocks of tid.ts.
  | 'justering' | 'anslagstid' | 'overklagandetid' | 'besvarstid'
  // The sections of lex Sarah, each by itself (F1): see lexsarah.ts.
  | 'lexSarahRapport' | 'lexSarahEnskildInformation' | 'lexSarahUtredning' | 'lexSarahAnmalan' | 'lexSarahEnskildUtredning'
  | 'lssRapport' | 'lssEnskildInformation' | 'lssUtredning' | 'lssAnmalan' | 'lssEnskildUtredning';

/** One wording of the law on one topic; both days are included, `null` means that no end is known. */
export type Lagrumsrad = {
  readonly amne: Amne;
  readonly gallandeFran: Datum;
  readonly gallandeTill: Datum | null;
  readonly citat: string;
  readonly kalla: Kalla;
  readonly not?: string;
};

/** The law known to this table, or that it is not known: never a guess and never a hole. */
export type Lagrumssvar =
  | { readonly lage: 'KAND'; readonly rad: Lagrumsrad; readonly forbehall?: string }
  | { readonly lage: 'OKAND'; readonly varfor: string };

/** The last day the sources were read for (regelboken 0.2); later amendments are not in the table. */
export const KONTROLLERAD_TILL: Datum = '2026-02-28';

/** The wording in force on the day of the event, not today's (regelboken 0.2). */
export const lagrum = (amne: Amne, datum: Datum): Lagrumssvar => {
  if (!arDatum(datum)) return { lage: 'OKAND', varfor: 'Lagrummet kan inte bestämmas: datum saknas eller finns inte.' };
  const rad = LAGRUM.find((en) => en.amne === amne && en.gallandeFran <= datum && (en.gallandeTill === null || datum <= en.gallandeTill));
  if (rad === undefined) return { lage: 'OKAND', varfor: `Vilket lagrum som gällde ${datum} finns inte i lagtabellen.` };
  if (datum <= KONTROLLERAD_TILL) return { lage: 'KAND', rad };
  return { lage: 'KAND', rad, forbehall: `Lagtexten är kontrollerad till och med ${KONTROLLERAD_TILL}. Senare ändringar finns inte i tabellen.` };
};

/** Only a row verified against the text may refuse a command; the rest warn. */
export const farStoppa = ({ kalla }: Pick<Lagrumsrad, 'kalla'>): boolean => kalla === 'V';

export type Allvar = 'STOPP' | 'VARNING';

/** A remark on a wish: has the shape of the kernel's `Hinder`, so a decider hands it on as it is. */
export type Anmarkning<Kod extends string = string, A extends string = Allvar> = {
  readonly kod: Kod;
  readonly allvar: A;
  readonly text: string;
  readonly lagrum?: string;
};

/** The citation for a rule on its own date, and how hard it may strike: STOPP on a verified row, else VARNING. */
export const stod = (amne: Amne, datum: Datum): { readonly citat: string; readonly allvar: Allvar; readonly kontrollerat: boolean } => {
  const svar = lagrum(amne, datum);
  if (svar.lage === 'OKAND') return { citat: 'lagrummet är inte känt', allvar: 'VARNING', kontrollerat: false };
  const kontrollerat = farStoppa(svar.rad);
  return { citat: svar.rad.citat, allvar: kontrollerat ? 'STOPP' : 'VARNING', kontrollerat };
};

type Version = readonly [fran: Datum, citat: string, kalla: Kalla, not?: string];

const KL91 = '1992-01-01';
const KL17 = '2018-01-01';
const JAV22 = '2022-07-01';
const SOL01 = '2002-01-01';
const SOL25 = '2025-07-01';
const LEX11 = '2011-07-01';

const FORE_2018 = 'Första dagen och lydelsen före 2018 är inte kontrollerade.';
const SISTA_LYDELSE = 'Kontrollerad i lydelsen närmast före upphävandet; första dagen är inte kontrollerad.';
const FORSTA_DAGEN = 'Första dagen är inte kontrollerad.';

/** Table 0.2 of the rule book. Each version ends the day before the next begins. */
const VERSIONER: Readonly<Record<Amne, readonly Version[]>> = {
  kommunallag: [
    [KL91, 'kommunallagen (1991:900)', 'K', FORE_2018],
    [KL17, 'kommunallagen (2017:725)', 'V'],
    [JAV22, 'kommunallagen (2017:725) i lydelse enligt SFS 2022:638', 'V', '6 kap. 38 § ändrades igen genom SFS 2023:708.'],
    [SOL25, 'kommunallagen (2017:725) i lydelse enligt SFS 2025:374', 'V', '6 kap. 6 § omformulerad, 4 kap. 18 a § ny.'],
  ],
  beslutforhet: [[KL91, 'KL (1991:900) 6 kap. 23 §', 'K', FORE_2018], [KL17, 'KL 6 kap. 27 §', 'V']],
  jav: [
    [KL91, 'KL (1991:900) 6 kap. 24–27 §§', 'V', 'Fem jävsgrunder. Första dagen är inte kontrollerad.'],
    [KL17, 'KL 6 kap. 28–32 §§', 'K', 'Fem jävsgrunder, som i 1991 års lag.'],
    [JAV22, 'KL 6 kap. 28–32 §§', 'V', 'Fyra jävsgrunder (SFS 2022:638).'],
  ],
  delegation: [
    [KL91, 'KL (1991:900) 6 kap. 33–37 §§', 'V', 'Känt ur äldre delegationsordningar. Första dagen är inte kontrollerad.'],
    [KL17, 'KL 6 kap. 37–40 §§, 7 kap. 5–8 §§', 'V'],
    [JAV22, 'KL 6 kap. 37–40 §§, 7 kap. 5–8 §§', 'V', 'Automatiserat beslutsfattande i 6 kap. 37–38 §§ (SFS 2022:638); 6 kap. 38 § ändrades igen genom SFS 2023:708.'],
  ],
  reservation: [[KL91, 'KL (1991:900) 4 kap. 22 §', 'K', FORE_2018], [KL17, 'KL 4 kap. 27 §', 'V']],
  anslag: [
    [KL91, 'KL (1991:900) 5 kap. 62 §', 'K', `Fysisk anslagstavla. ${FORE_2018}`],
    [KL17, 'KL 8 kap. 9–12 §§', 'V', 'Anslagstavla på webben.'],
  ],
  laglighetsprovning: [[KL91, 'KL (1991:900) 10 kap.', 'K', FORE_2018], [KL17, 'KL 13 kap.', 'V']],
  forvaltningslag: [
    ['1987-01-01', 'förvaltningslagen (1986:223)', 'K', 'Tre veckor från delfående, 23 §. Första dagen är inte kontrollerad.'],
    ['2018-07-01', 'förvaltningslagen (2017:900)', 'V'],
  ],
  socialtjanstlag: [
    [SOL01, 'socialtjänstlagen (2001:453)', 'V', SISTA_LYDELSE],
    [SOL25, 'socialtjänstlagen (2025:400)', 'V'],
  ],
  lexSarah: [
    [LEX11, 'SoL (2001:453) 14 kap. 2–7 §§, 3 kap. 3 a §, 7 kap. 6 §; LSS 24 a–24 g §§', 'V', SISTA_LYDELSE],
    [SOL25, 'SoL 5 kap. 1 § andra stycket, 27 kap. 1–6 §§, 17 kap. 10 §; LSS 24 a–24 g §§', 'V'],
  ],
  ejVerkstallda: [
    ['2008-07-01', 'SoL (2001:453) 16 kap. 6 f–6 i §§; LSS 28 f–28 i §§', 'V', SISTA_LYDELSE],
    [SOL25, 'SoL 34 kap. 1–4 §§; LSS 28 f–28 i §§', 'V'],
  ],
  delegationsgranser: [
    [SOL01, 'SoL (2001:453) 10 kap. 4–6 §§', 'V', SISTA_LYDELSE],
    [SOL25, 'SoL 30 kap. 5–10 §§', 'V', '30 kap. 6–10 §§ är delvis avkortade i källan.'],
  ],
  overklagandeSol: [
    [SOL01, 'SoL (2001:453) 16 kap. 3 §', 'V', SISTA_LYDELSE],
    [SOL25, 'SoL 35 kap. 1 och 4–5 §§', 'V'],
  ],
  barnutredning: [
    ['2013-01-01', 'SoL (2001:453) 11 kap. 1 a och 2 §§', 'V', SISTA_LYDELSE],
    [SOL25, 'SoL 20 kap. 2–3 §§', 'V'],
  ],
  orosanmalan: [[SOL01, 'SoL (2001:453) 14 kap. 1 §', 'V', SISTA_LYDELSE], [SOL25, 'SoL 19 kap. 1 §', 'V']],
  bistand: [
    [SOL01, 'SoL (2001:453) 4 kap. 1 §', 'V', SISTA_LYDELSE],
    [SOL25, 'SoL 11 kap. 1 § (insatser), 12 kap. 1 § (ekonomiskt bistånd)', 'V'],
  ],
  kvalitet: [[SOL01, 'SoL (2001:453) 3 kap. 3 §', 'V', SISTA_LYDELSE], [SOL25, 'SoL 5 kap. 1–3 §§', 'V']],
  gallring: [
    [SOL01, 'SoL (2001:453) 12 kap. 1–2 §§', 'V', SISTA_LYDELSE],
    [SOL25, 'SoL 16 kap. 1–5 §§', 'V', '16 kap. 2 a § infördes genom SFS 2025:1501; ikraftträdandet är inte kontrollerat.'],
  ],
  muntligt: [
    [SOL01, 'SoL (2001:453) 11 kap. 9 §', 'V', `”Företräde inför nämnden”. ${SISTA_LYDELSE}`],
    [SOL25, 'SoL 14 kap. 8 §', 'V', '”Lämna uppgifter muntligt inför socialnämnden”.'],
  ],
  sarskildAvgift: [
    [SOL01, 'SoL (2001:453) 16 kap. 6 b §', 'V', `10 000–1 000 000 kr. ${SISTA_LYDELSE}`],
    // The text is verified, the day its amounts began is not: nobody may be stopped on them.
    [SOL25, 'SoL 34 kap. 7 §', 'K', '15 000–1 500 000 kr genom SFS 2025:1299; dagen för ikraftträdandet är inte kontrollerad.'],
  ],
  socialstyrelsensForeskrifter: [
    ['2012-01-01', 'SOSFS 2011:5 (till och med SOSFS 2013:16), SOSFS 2011:9 (till och med HSLF-FS 2023:27)', 'V', 'Första dagen är inte kontrollerad.'],
    [SOL25, 'SOSFS 2011:5, SOSFS 2011:9', 'K', 'Om de har ersatts efter 2025-07-01 är inte kontrollerat: fråga Socialstyrelsen. Hänvisningar till SoL (2001:453) läses som motsvarande paragraf i SoL (2025:400).'],
  ],
  justering: [[KL91, 'KL (1991:900) 5 kap.', 'K', FORE_2018], [KL17, 'KL 5 kap. 69 §, 6 kap. 35 §', 'V']],
  anslagstid: [[KL91, 'KL (1991:900) 5 kap. 62 §', 'K', FORE_2018], [KL17, 'KL 8 kap. 12 §', 'V']],
  overklagandetid: [[KL91, 'KL (1991:900) 10 kap.', 'K', FORE_2018], [KL17, 'KL 13 kap. 5 §', 'V']],
  besvarstid: [
    ['1987-01-01', 'FL (1986:223) 23 §', 'K', 'Första dagen är inte kontrollerad.'],
    ['2018-07-01', 'FL 44 §', 'V'],
  ],
  lexSarahRapport: [[LEX11, 'SoL (2001:453) 14 kap. 3 §', 'V', SISTA_LYDELSE], [SOL25, 'SoL 27 kap. 2 §', 'V']],
  lexSarahEnskildInformation: [[LEX11, 'SoL (2001:453) 14 kap. 5 §', 'V', SISTA_LYDELSE], [SOL25, 'SoL 27 kap. 4 §', 'V']],
  lexSarahUtredning: [[LEX11, 'SoL (2001:453) 14 kap. 6 §', 'V', `”Utan dröjsmål”. ${SISTA_LYDELSE}`], [SOL25, 'SoL 27 kap. 5 §', 'V', '”Genast”.']],
  lexSarahAnmalan: [[LEX11, 'SoL (2001:453) 14 kap. 7 §', 'V', SISTA_LYDELSE], [SOL25, 'SoL 27 kap. 6 §', 'V', '27 kap. 7 § är inte lex Sarah: den gäller verksamhet utan tillstånd.']],
  lexSarahEnskildUtredning: [[LEX11, 'SoL (2001:453) 7 kap. 6 §', 'V', SISTA_LYDELSE], [SOL25, 'SoL 17 kap. 10 §', 'V']],
  lssRapport: [[LEX11, 'LSS 24 b §', 'V', FORSTA_DAGEN]],
  lssEnskildInformation: [[LEX11, 'LSS 24 d §', 'V', FORSTA_DAGEN]],
  lssUtredning: [[LEX11, 'LSS 24 e §', 'V', `”Utan dröjsmål”. ${FORSTA_DAGEN}`]],
  lssAnmalan: [[LEX11, 'LSS 24 f §', 'V', FORSTA_DAGEN]],
  lssEnskildUtredning: [[LEX11, 'LSS 23 g §', 'V', FORSTA_DAGEN]],
};


/** Every row, for whoever shows or checks the table. */
export const LAGRUM: readonly Lagrumsrad[] = (Object.keys(VERSIONER) as Amne[]).flatMap((amne) =>
  VERSIONER[amne].map(([gallandeFran, citat, kalla, not], i, alla) => {
    const nasta = alla[i + 1];
    return { amne, gallandeFran, gallandeTill: nasta === undefined ? null : plusDagar(nasta[0], -1), citat, kalla, ...(not !== undefined && { not }) };
  }),
);

/** On what ground a decision is changed by a later one (D8): FL 36–38 §§, SoL 14:9, or another. */
export const ANDRINGSGRUNDER = ['fl_36', 'fl_37', 'fl_38', 'sol_14_9', 'annan'] as const;
