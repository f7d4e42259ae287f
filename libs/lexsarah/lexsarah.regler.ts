import { type Hinder, refuse, type Refusal, warning } from '@klubba/kernel';
import { lexSarahLagrum, type LexSarahSteg, lokaltDatum, provaDatum, stod } from '@klubba/lagrum';
import type { FRAGOR } from './lexsarah.events';
import { type Beslutsfattare, type Lage, oanmald } from './lexsarah.skede';
import type { LexSarahRutin } from './lexsarahrutin.projection';

export type LexSarahHinder =
  | 'LEXSARAH_FINNS_INTE' | 'LEXSARAH_FINNS_REDAN' | 'ARENDET_FINNS_INTE' | 'PERSONEN_FINNS_INTE' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING' | 'SKAL_SAKNAS'
  | 'AR_STRUKEN' | 'AR_AVSLUTAD' | 'UTFORAREN_UTREDER' | 'EGEN_VERKSAMHET' | 'INFORMATION_SAKNAS' | 'ANNAN_HUVUDMAN'
  | 'RAPPORTOREN_AR_INTE_SKYLDIG' | 'RAPPORTEN_SEN' | 'SKA_ANDA_UTREDAS' | 'ANNAN_RAPPORT_FINNS_INTE' | 'REDAN_BESLUTAD' | 'LANKEN_FINNS_INTE'
  | 'UTREDAREN_JAVIG' | 'UTREDNINGEN_EJ_PABORJAD' | 'UTREDNINGEN_DROJER' | 'UTREDARE_SAKNAS' | 'ANTECKNINGEN_FINNS_INTE' | 'REDAN_BEDOMD' | 'SNABBSTANGNING_GAR_INTE' | 'UTREDNINGEN_OFULLSTANDIG'
  | 'EJ_BEDOMD' | 'BESLUTSFATTARE_EJ_UTPEKAD' | 'BESLUTSFATTAREN_EJ_BEHORIG' | 'BESLUTSFATTARE_SAKNAS' | 'FEL_LAGRUM' | 'INGET_ATT_ATERUPPTA'
  | 'REDAN_ANMALD' | 'GRUND_SAKNAS' | 'EJ_ALLVARLIGT' | 'EJ_ANMALD' | 'REDAN_KOMPLETTERAD' | 'KOMPLETTERINGEN_SEN' | 'SVARSDAG_SAKNAS' | 'INGET_ATT_BESVARA' | 'SVARET_SENT' | 'BEDOMNING_SAKNAS'
  | 'ATGARDEN_FINNS_INTE' | 'ATGARDEN_AR_AVSLUTAD' | 'EJ_BESLUTAD' | 'ALLVARLIGT_EJ_ANMALT' | 'ATGARDSPLAN_SAKNAS' | 'REDAN_UPPFOLJD' | 'EJ_I_UPPFOLJNING' | 'UPPFOLJNING_I_FORTID'
  | 'PARAGRAFEN_FINNS_INTE' | 'INGET_ATT_REDOVISA' | 'ALLVARLIG_SAMLAD' | 'KOMPLETTERING_SAKNAS' | 'IVO_VANTAR_SVAR' | 'IVO_HAR_INTE_BESLUTAT' | 'UPPFOLJNING_SAKNAS' | 'EJ_REDOVISAD'
  | 'ATGARDER_OAVSLUTADE' | 'INCIDENTEN_OAVGJORD' | 'INGEN_INCIDENT' | 'INCIDENTEN_ANMALD_SENT' | 'FAR_INTE_PUBLICERAS' | 'LITEN_GRUPP';
export type Funnet = Hinder<LexSarahHinder> | false | undefined;

export const stopp = (kod: LexSarahHinder, text: string, lagrum?: string): Hinder<LexSarahHinder> => ({ kod, allvar: 'STOPP', text, ...(lagrum !== undefined && { lagrum }) });
export const lagrumFor = ({ rapport: { lag, mottagen } }: Pick<Lage, 'rapport'>, steg: LexSarahSteg): string => lexSarahLagrum(steg, lag, mottagen);

/** One thing cannot have happened before another (F6). */
export const efter = (vad: string, datum: string, det: string, dess: string | undefined): Funnet => dess !== undefined && datum < dess && stopp('DATUM_I_FEL_ORDNING', `${vad} (${datum}) ligger före ${det} (${dess}).`);
/** Days that there are, and that have been. */
export const provaDagar = (at: string, ...dagar: readonly (string | undefined)[]): Refusal<LexSarahHinder> | undefined => {
  const ingen = provaDatum(...dagar);
  if (ingen !== undefined) return { hinder: [ingen] };
  const kommande = dagar.find((dag) => dag !== undefined && dag > lokaltDatum(at));
  return kommande === undefined ? undefined : refuse('DATUM_I_FRAMTIDEN', `Det kan inte ha hänt ${kommande}: den dagen har inte varit än.`);
};

const OM: Readonly<Record<(typeof FRAGOR)[number], string>> = { bedomning: 'vem som gör bedömningen', beslut: 'vem som beslutar i lex Sarah-ärenden', anmalan_ivo: 'vem som beslutar om anmälan till IVO' };
/** F3: a delegate is pointed out by the delegationsordning; where nobody is, that is said. The nämnd may always decide itself. */
export const behorig = (fraga: (typeof FRAGOR)[number], { befattning }: Beslutsfattare, rutin: LexSarahRutin, datum: string): Funnet => {
  const utpekade = rutin.delegater.filter((en) => en.fraga === fraga);
  const { citat, allvar } = stod('delegation', datum);
  if (utpekade.length === 0) return warning('BESLUTSFATTARE_EJ_UTPEKAD', `Delegationsordningen pekar inte ut ${OM[fraga]}.`, citat);
  if (utpekade.some((en) => en.befattning.toLowerCase() === befattning.toLowerCase())) return false;
  return { kod: 'BESLUTSFATTAREN_EJ_BEHORIG', allvar, text: `Den ${datum} pekade delegationsordningen ut ${utpekade.map((en) => en.befattning).join(', ')} för detta, inte ${befattning} (${citat}).`, lagrum: citat };
};

/** A private provider does it by itself (F3; 27:6, 17:10). */
export const utforarens = (lage: Lage, kod: 'UTFORAREN_UTREDER' | 'ANNAN_HUVUDMAN'): Funnet => {
  if (lage.rapport.regi === 'kommunal') return false;
  return kod === 'ANNAN_HUVUDMAN'
    ? stopp(kod, `Utföraren anmäler själv till IVO; en huvudman får inte anmäla åt en annan (${lagrumFor(lage, 'anmalan')}). Anteckna när nämnden fick veta det.`, lagrumFor(lage, 'anmalan'))
    : stopp(kod, `Utföraren utreder själv (${lagrumFor(lage, 'enskildUtredning')}). Anteckna vad utföraren meddelar nämnden.`, lagrumFor(lage, 'enskildUtredning'));
};
export const anmalsForst = (lage: Lage): Funnet => oanmald(lage) && stopp('ALLVARLIGT_EJ_ANMALT', `Allvarligt missförhållande ska snarast anmälas till IVO (${lagrumFor(lage, 'anmalan')}).`, lagrumFor(lage, 'anmalan'));
export const ofullstandig = (saknas: readonly string[]): Funnet => saknas.length > 0 && stopp('UTREDNINGEN_OFULLSTANDIG', `Utredningen saknar: ${saknas.join('; ')}. Den kan inte avslutas (SOSFS 2011:5, 5 kap.).`, 'SOSFS 2011:5, 5 kap.');

