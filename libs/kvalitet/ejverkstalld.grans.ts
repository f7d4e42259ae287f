import { type Hinder, warning } from '@klubba/kernel';
import { dagarMellan, type Klocka, plusDagar, plusManader, stod } from '@klubba/lagrum';
import type { INSATSLAGAR, RAPPORTMOTTAGARE, RAPPORTSLAG } from './ejverkstalld.events';
import { klockan } from './kvalitet.register';

export type Mottagare = (typeof RAPPORTMOTTAGARE)[number];
export type Rapportslag = (typeof RAPPORTSLAG)[number];
type Lag = (typeof INSATSLAGAR)[number];
/** A time in which it was to be carried out: from the decision, or from an interruption, until it was, or was no longer to be. */
export type Vantan = { readonly fran: string; readonly slag: 'beslut' | 'avbrott'; readonly till?: string; readonly upphort?: true };
export type Rapporterad = { readonly mottagare: Mottagare; readonly ar: number; readonly kvartal: number; readonly datum: string; readonly fran: string; readonly slag: Rapportslag };
/** What the limits of a decision are reckoned from. */
export type Insatslage = { readonly lag: Lag; readonly vistelsekommun?: boolean; readonly vantan: readonly Vantan[]; readonly rapporter: readonly Rapporterad[] };

/** The last day within three months of the decision or the interruption: months and not 90 days, the last of a month that lacks the day (lag 1930:173 1 §). It is no last day for an act, so no Saturday moves it. */
export const gransen = ({ fran }: Pick<Vantan, 'fran'>): string => plusManader(fran, 3);
/** Not carried out within the limit, as things stood on a day. */
const overskriden = (en: Vantan, dag: string): boolean => gransen(en) < dag && (en.till === undefined || en.till > gransen(en));

/** The law that has it reported, by its day: SoL 16:6 f–i until 2025-07-01, then 34:1–4; LSS 28 f–i all along. */
export const rapportlagrum = (lag: Lag, dag: string): string => {
  const [sol, lss] = stod('ejVerkstallda', dag).citat.split('; ');
  return (lag === 'LSS' ? lss : sol) ?? 'lagrummet är inte känt';
};

export type Kvartal = { readonly ar: number; readonly kvartal: number };
export const kvartalsslut = ({ ar, kvartal }: Kvartal): string => `${ar}-${['03-31', '06-30', '09-30', '12-31'][kvartal - 1]!}`;
/** When IVO takes the report: by its calendar of 2019, to be checked each year (H3). */
export const rapportfonster = ({ ar, kvartal }: Kvartal): { readonly fran: string; readonly till: string } =>
  [{ fran: `${ar}-04-01`, till: `${ar}-04-30` }, { fran: `${ar}-07-01`, till: `${ar}-08-31` }, { fran: `${ar}-10-01`, till: `${ar}-10-31` }, { fran: `${ar + 1}-01-01`, till: `${ar + 1}-01-31` }][kvartal - 1]!;
const samma = (a: Kvartal, b: Kvartal): boolean => a.ar === b.ar && a.kvartal === b.kvartal;

/** Rows after which there is no more to tell. */
const SLUTLIGA: readonly Rapportslag[] = ['verkstallt_sent', 'verkstallt_efter_rapport', 'upphort'];
export type Rapportrad = { readonly fran: string; readonly slag: Rapportslag; readonly till?: string; readonly dagar: number };
/**
 * What a quarter's report to one of the receivers says of a decision: at the quarter's end each wait that is past its limit and
 * goes on, each that ended too late before it was ever reported, and each that was reported and has now ended (H3). What was sent for the
 * quarter itself does not count, so that the same rows can be reckoned again.
 */
export const rapportrader = ({ vantan, rapporter, vistelsekommun }: Insatslage, mottagare: Mottagare, kvartal: Kvartal): readonly Rapportrad[] => {
  if (vistelsekommun === true && mottagare === 'revisorerna') return [];
  const slut = kvartalsslut(kvartal);
  return vantan.flatMap((en): readonly Rapportrad[] => {
    if (!overskriden(en, slut)) return [];
    const till = en.till !== undefined && en.till <= slut ? en.till : undefined;
    const fore = rapporter.filter((ett) => ett.fran === en.fran && ett.mottagare === mottagare && !samma(ett, kvartal));
    if (till !== undefined && fore.some(({ slag }) => SLUTLIGA.includes(slag))) return [];
    const slag = till === undefined ? (en.slag === 'beslut' ? 'ej_verkstallt' : 'ej_aterupptaget') : en.upphort === true ? 'upphort' : fore.length > 0 ? 'verkstallt_efter_rapport' : 'verkstallt_sent';
    return [{ fran: en.fran, slag, ...(till !== undefined && { till }), dagar: dagarMellan(en.fran, till ?? slut) }];
  });
};

/** Whether it is to be watched still: a wait goes on, or one that was too long has not been told to its end. */
export const bevakad = (lage: Insatslage): Vantan | undefined => {
  const mottagare: readonly Mottagare[] = lage.vistelsekommun === true ? ['ivo', 'fullmaktige'] : ['ivo', 'revisorerna', 'fullmaktige'];
  const kvar = (en: Vantan): boolean => en.till === undefined || (en.till > gransen(en) && mottagare.some((vem) => !lage.rapporter.some((ett) => ett.mottagare === vem && ett.fran === en.fran && SLUTLIGA.includes(ett.slag))));
  return [...lage.vantan].filter(kvar).sort((a, b) => (a.fran < b.fran ? -1 : 1))[0];
};

type Insats = Insatslage & { readonly id: string; readonly beteckning?: string; readonly insats: string };
/** H3: past its limit on a day. */
export const provaGransen = (en: Insats, dag: string): readonly Hinder<'EJ_VERKSTALLT'>[] => en.vantan.filter((ett) => ett.till === undefined && overskriden(ett, dag)).map((ett) => {
  const [grans, vilket] = [gransen(ett), `Beslut ${en.beteckning ?? en.id} (${en.insats})`];
  const till = en.vistelsekommun === true ? 'IVO och ingå i statistikrapporten till fullmäktige' : 'IVO, revisorerna och ingå i statistikrapporten till fullmäktige';
  return warning('EJ_VERKSTALLT', `${vilket} har inte ${ett.slag === 'beslut' ? 'verkställts' : 'återupptagits'} inom tre månader (${grans}). Det ska rapporteras till ${till}.`, rapportlagrum(en.lag, plusDagar(grans, 1)));
});
/** The clocks of a decision: to be carried out or resumed, so that it need not be reported. */
export const insatsbeslutetsKlockor = (en: Insats): readonly Klocka[] => en.vantan.filter(({ till }) => till === undefined).map((ett) => klockan({
  regel: ett.slag === 'beslut' ? 'verkstalla' : 'ateruppta', vad: ett.slag === 'beslut' ? 'Beslutet ska verkställas' : 'Insatsen ska återupptas', galler: `beslut ${en.beteckning ?? en.id} (${en.insats})`,
  lag: gransen(ett), lagrum: rapportlagrum(en.lag, plusDagar(gransen(ett), 1)),
  varfor: [`${ett.slag === 'beslut' ? 'Beslutet fattades' : 'Insatsen avbröts'} ${ett.fran}. Är den inte ${ett.slag === 'beslut' ? 'verkställd' : 'återupptagen'} inom tre månader ska det rapporteras; verkställas ska den genast.`],
}));
