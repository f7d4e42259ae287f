import { type Anmarkning, type Lagrumshanvisning, lagrumsnyckel, type Kalla, type Overklagandeslag, skrivLagrummet, stod } from '@klubba/lagrum';

/** To whom the law lets a nämnd delegate (KL 6:37, 7:5), and the two kinds that orders name and it does not allow. */
export const DELEGATSLAG = ['presidiet', 'utskott', 'ordforande', 'ledamot', 'ersattare', 'forvaltningschef', 'tjansteman', 'automatiserad', 'flera_gemensamt', 'extern'] as const;
export type Delegatslag = (typeof DELEGATSLAG)[number];
/** What kind of matter it is, as far as KL 6:38 asks. */
export const DELEGATIONSSLAG = ['ovrigt', 'mal_och_inriktning', 'yttrande_till_fullmaktige', 'yttrande_overklagat_beslut', 'principiell_myndighetsutovning', 'medborgarforslag', 'forbjudet_i_lag', 'upphandling_eller_valfrihet'] as const;
export type Delegationsslag = (typeof DELEGATIONSSLAG)[number];
export type Utfall = 'bifall' | 'delvis_bifall' | 'avslag' | 'annat';

export type Granshinder = 'GRUPP_FAR_INTE_DELEGERAS' | 'EXTERN_FAR_INTE_DELEGERAS' | 'FAR_INTE_DELEGERAS' | 'BARA_TILL_UTSKOTT' | 'AUTOMATISERING_EJ_TILLATEN';
type Funnen = Anmarkning<Granshinder, 'STOPP' | 'VARNING'>;
/** What is delegated, or decided on delegation: which law, to whom, on which day. */
export type Granssak = {
  readonly lagrum: readonly Lagrumshanvisning[];
  readonly slag: Delegationsslag;
  readonly delegat: { readonly slag: Delegatslag; readonly titel?: string };
  readonly datum: string;
  readonly overklagandeslag?: Overklagandeslag;
  readonly utfall?: Utfall;
};

/** E1–E3: what the law never lets a nämnd delegate, or not to this one. Only what is verified stops; the rest warns. */
export const provaGranser = (sak: Granssak): readonly Funnen[] => {
  const { slag, titel } = sak.delegat;
  const funna: (Funnen | undefined)[] = [
    slag === 'flera_gemensamt' || (titel !== undefined && GEMENSAMT.test(titel)) ? stopp('GRUPP_FAR_INTE_DELEGERAS', 'Beslutanderätt kan inte delegeras till flera anställda gemensamt.', 'KL 7 kap. 5 §') : undefined,
    slag === 'extern' ? stopp('EXTERN_FAR_INTE_DELEGERAS', 'Beslutanderätt kan delegeras till en anställd hos kommunen, inte till en extern konsult (KL 7 kap. 5 §).', 'KL 7 kap. 5 §') : undefined,
    forbjuden(sak), automatiserad(sak), ...sak.lagrum.map((en) => utskottsgrans(en, sak)),
  ];
  return funna.filter((en): en is Funnen => en !== undefined);
};
const GEMENSAMT = /\b(?:gemensamt|tillsammans|i förening)\b/i;
const stopp = (kod: Granshinder, text: string, lagrum: string): Funnen => ({ kod, allvar: 'STOPP', text, lagrum });
const enligt = (kalla: Kalla, kod: Granshinder, text: string, lagrum: string): Funnen => ({ kod, allvar: kalla === 'V' ? 'STOPP' : 'VARNING', text, lagrum });

const PUNKTER: Readonly<Partial<Record<Delegationsslag, number>>> = {
  mal_och_inriktning: 1, yttrande_till_fullmaktige: 2, yttrande_overklagat_beslut: 2, principiell_myndighetsutovning: 3, medborgarforslag: 4, forbjudet_i_lag: 5,
};
/** KL 6:38. In what SoL 30:6–10 lists its third point does not apply: there the utskott may (SoL 30:5). */
const forbjuden = ({ slag, lagrum, datum, delegat }: Granssak): Funnen | undefined => {
  const p = PUNKTER[slag];
  if (p === undefined) return undefined;
  if (p === 3 && datum >= SOL25 && delegat.slag === 'utskott' && lagrum.some((en) => kravFor(en, datum) !== undefined)) return undefined;
  if (datum < KL17) return enligt('K', 'FAR_INTE_DELEGERAS', `Ärendet får inte delegeras (KL (1991:900) 6 kap. 34 § ${p}).`, 'KL (1991:900) 6 kap. 34 §');
  return stopp('FAR_INTE_DELEGERAS', `Ärendet får inte delegeras (KL 6 kap. 38 § ${p}).`, 'KL 6 kap. 38 §');
};

/** A program may decide since 2022-07-01, and never what is laglighetsprövat, cannot be appealed, or is procurement or valfrihet (KL 6:37–38). */
const automatiserad = ({ delegat, datum, overklagandeslag, slag }: Granssak): Funnen | undefined => {
  if (delegat.slag !== 'automatiserad') return undefined;
  const lagrum = datum < AUTO22 ? 'KL 6 kap. 37 §' : 'KL 6 kap. 38 §';
  if (datum < AUTO22) return stopp('AUTOMATISERING_EJ_TILLATEN', `Beslutanderätt kunde inte delegeras till en automatiserad beslutsfunktion före ${AUTO22} (${lagrum}).`, lagrum);
  if (overklagandeslag !== undefined && overklagandeslag !== 'FORVALTNINGSBESVAR') return stopp('AUTOMATISERING_EJ_TILLATEN', `Beslut som laglighetsprövas eller inte kan överklagas får inte fattas av en automatiserad beslutsfunktion (${lagrum} andra stycket).`, lagrum);
  return slag === 'upphandling_eller_valfrihet' ? stopp('AUTOMATISERING_EJ_TILLATEN', `Upphandling, auktorisation och valfrihetssystem får inte avgöras av en automatiserad beslutsfunktion (${lagrum} andra stycket).`, lagrum) : undefined;
};

const KL17 = '2018-01-01';
const AUTO22 = '2022-07-01';
const SOL25 = '2025-07-01';
/** From here the last wording of SoL01 10:4 is surely that of the day; which of its sections came when is not checked. */
const SISTA_LYDELSE = '2025-01-01';
/** HFD 2016:74 has held in all of these years; its day is not checked. */
const HFD_2016_74 = '2017-01-01';

type Krav = {
  /** The provision that says that only an utskott may. */
  readonly i: string;
  readonly kalla: Kalla;
  /** Only these stycken, and what names no stycke. */
  readonly stycken?: readonly number[];
  readonly bara?: Utfall;
};
const rad = (i: string, kalla: Kalla, ...nycklar: readonly string[]): Readonly<Record<string, Krav>> => Object.fromEntries(nycklar.map((nyckel) => [nyckel, { i, kalla }]));
/** SoL 30:6–10; `I` where the stored text of the law is cut short. */
const FRAN_2025: Readonly<Record<string, Krav>> = {
  ...rad('6', 'V', 'SoL 22:2', 'SoL 22:4', 'SoL 22:13', 'SoL 22:14', 'SoL 22:16', 'SoL 22:17', 'SoL 22:18', 'SoL 24:1', 'SoL 24:2', 'SoL 24:4', 'SoL 33:4'),
  'SoL 24:5': { i: '6', kalla: 'V', bara: 'avslag' },
  ...rad('7', 'V', 'LVU 4', 'LVU 6', 'LVU 6a', 'LVU 9a', 'LVU 13', 'LVU 13b', 'LVU 13c', 'LVU 21', 'LVU 22', 'LVU 24', 'LVU 26', 'LVU 27', 'LVU 31', 'LVU 31b', 'LVU 31c', 'LVU 31d', 'LVU 31i', 'LVU 32a', 'LVU 32b', 'LVU 43'),
  'LVU 11': { i: '7', kalla: 'V', stycken: [1, 2] }, 'LVU 14': { i: '7', kalla: 'V', stycken: [2, 3] },
  ...rad('8', 'V', 'LSB 3:3', 'LSB 4:1', 'LSB 5:1'), ...rad('8', 'I', 'LSB 5:3', 'LSB 5:6', 'LSB 7:1', 'LSB 8:7'),
  ...rad('9', 'I', 'LVM 11', 'LVM 13'), ...rad('10', 'I', 'FB 6:13a', 'FB 18:11'),
};
/** SoL01 10:4–5 as it last read. */
const FORE_2025: Readonly<Record<string, Krav>> = {
  ...rad('4', 'V', 'SoL 6:6', 'SoL 6:8', 'SoL 6:11a', 'SoL 6:11b', 'SoL 6:12', 'SoL 6:13', 'SoL 9:3', 'LVU 4', 'LVU 6', 'LVU 13', 'LVU 21', 'LVU 22', 'LVU 24', 'LVU 26', 'LVU 27', 'LVU 43', 'LVM 11', 'LVM 13'),
  'SoL 6:14': { i: '4', kalla: 'V', bara: 'avslag' },
  ...rad('4', 'K', 'SoL 6:8a', 'SoL 6:8b', 'LVU 6a', 'LVU 13b', 'LVU 13c', 'LVU 31b', 'LVU 31d', 'LVU 31i', 'LVU 32a', 'LVU 32b', 'LSB 3:3', 'LSB 4:1', 'LSB 5:1', 'LSB 5:3', 'LSB 5:6', 'LSB 7:1', 'LSB 8:7'),
  'LVU 11': { i: '4', kalla: 'V', stycken: [1, 2] }, 'FB 6:13a': { i: '5', kalla: 'V' },
};
const kravFor = (en: Lagrumshanvisning, datum: string): Krav | undefined => {
  const krav = (datum >= SOL25 ? FRAN_2025 : FORE_2025)[lagrumsnyckel(en)];
  if (krav === undefined || (en.stycke !== undefined && krav.stycken?.includes(en.stycke) === false)) return undefined;
  return datum < SOL25 && datum >= SISTA_LYDELSE ? { ...krav, kalla: 'V' } : krav;
};

/** FB tasks that SoL01 10:5 lets a nämnd delegate at all; SoL 30:10 has a list of its own, which is cut short in the source. */
const FB_LISTAN: readonly string[] = ['1:4', '1:9', '1:13', '1:14', '2:1', '2:4', '2:5', '2:6', '2:8', '2:9', '3:5', '3:6', '3:8', '4:14', '6:6', '6:13a', '6:14a', '6:15a', '6:15c', '6:19', '7:7', '11:16'];

/** E3: the list that may go no lower than an utskott, and what may not be delegated at all. */
const utskottsgrans = (en: Lagrumshanvisning, { datum, delegat, utfall }: Granssak): Funnen | undefined => {
  const nyckel = lagrumsnyckel(en);
  const skrivet = skrivLagrummet(en);
  const { citat } = stod('delegationsgranser', datum);
  const vem = delegat.titel ?? DELEGAT_SAGD[delegat.slag];
  if (nyckel === 'SoL 5:2' && datum < SOL25) return enligt('V', 'FAR_INTE_DELEGERAS', `Beslut enligt ${skrivet} får inte delegeras (SoL (2001:453) 10 kap. 5 §).`, citat);
  if (nyckel === 'SoL 18:11' && datum >= SOL25) return enligt('I', 'FAR_INTE_DELEGERAS', `Beslut enligt ${skrivet} får troligen inte delegeras alls (SoL 30 kap. 10 §).`, citat);
  if (en.lag === 'FB' && en.kap !== undefined && !FB_LISTAN.includes(`${en.kap}:${en.par}`)) return enligt(datum < SOL25 ? 'V' : 'I', 'FAR_INTE_DELEGERAS', `Uppgiften enligt ${skrivet} hör inte till dem som får delegeras (${citat}).`, citat);
  // HFD 2016:74: of greater weight, and under the old law not even to an utskott.
  if (nyckel === 'LVU 14' && datum < SOL25 && (en.stycke === undefined || en.stycke === 2)) {
    const text = `Beslut enligt ${skrivet} får inte delegeras (HFD 2016:74). Ordföranden eller en annan ledamot kan ha uppdrag i brådskande ärenden.`;
    return enligt(datum >= HFD_2016_74 && delegat.slag !== 'utskott' ? 'V' : 'K', 'FAR_INTE_DELEGERAS', text, 'KL 6 kap. 38 §');
  }
  const krav = kravFor(en, datum);
  if (krav === undefined || delegat.slag === 'utskott' || (krav.bara !== undefined && krav.bara !== utfall)) return undefined;
  const i = datum >= SOL25 ? `SoL 30 kap. ${krav.i} §` : `SoL (2001:453) 10 kap. ${krav.i} §`;
  return enligt(krav.kalla, 'BARA_TILL_UTSKOTT', `Beslut enligt ${skrivet} får bara delegeras till utskott (${i}). ${vem[0]!.toUpperCase()}${vem.slice(1)} är inte behörig.`, i);
};
export const DELEGAT_SAGD: Readonly<Record<Delegatslag, string>> = {
  presidiet: 'presidiet', utskott: 'utskottet', ordforande: 'ordföranden', ledamot: 'ledamoten', ersattare: 'ersättaren', forvaltningschef: 'förvaltningschefen', tjansteman: 'tjänstepersonen', automatiserad: 'den automatiserade beslutsfunktionen', flera_gemensamt: 'gruppen', extern: 'konsulten',
};

/** Competence straight from the statute, when the nämnd cannot be awaited: ordföranden, or a ledamot whom the nämnd has appointed (E3). */
const KOMPLETTERANDE: readonly string[] = ['LVU 6', 'LVU 6a', 'LVU 11', 'LVU 27', 'LVM 13', 'LSB 4:1', 'LSB 5:1'];
export const arKompletterande = (lagrum: readonly Lagrumshanvisning[]): boolean => lagrum.length > 0 && lagrum.every((en) => KOMPLETTERANDE.includes(lagrumsnyckel(en)));

/** How a decision by this law is appealed (D1), where the rule book knows: SoL 35:1, LSS 27, OSL 6:7, DOS. LVU is told by hand: its 41 § is not in the table. */
export const overklagasSa = (en: Lagrumshanvisning, datum: string): Overklagandeslag | undefined => {
  const nyckel = lagrumsnyckel(en);
  if (en.lag === 'LVU' || en.lag === 'LVM' || en.lag === 'LSB') return undefined;
  if (en.lag === 'LSS' || nyckel === 'OSL 6:7') return 'FORVALTNINGSBESVAR';
  if (en.lag !== 'SoL') return 'LAGLIGHETSPROVNING';
  if (datum < SOL25) return ['4:1', '5:2', '6:14', '16:3'].some((par) => nyckel === `SoL ${par}`) ? 'FORVALTNINGSBESVAR' : nyckel === 'SoL 11:1' || nyckel === 'SoL 11:1a' ? 'EJ_OVERKLAGBART' : 'LAGLIGHETSPROVNING';
  if (['SoL 14:2', 'SoL 20:2'].includes(nyckel)) return 'EJ_OVERKLAGBART';
  return SOL_35_1.includes(nyckel) ? 'FORVALTNINGSBESVAR' : 'LAGLIGHETSPROVNING';
};
const SOL_35_1: readonly string[] = ['11:1', '12:1', '12:5', '18:11', '22:2', '24:1', '24:4', '24:5', '29:7', '32:5', '32:6', '32:7', '32:8', '32:9', '32:10'].map((par) => `SoL ${par}`);
