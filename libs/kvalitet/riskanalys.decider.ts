import { blank, type Command, type Decider, noReason, refuse, seal, type Sekretessklass, unknownCase } from '@klubba/kernel';
import { lokaltDatum, provaDatum } from '@klubba/lagrum';
import { type ATGARDSLAGEN, riskanalysFacts, type RiskanalysEvent } from './riskanalys.events';
import type { Allvarlighet, Sannolikhet } from './riskmatris';

export type RiskanalysCommand =
  | Command<'PaborjaRiskanalys', { namnd: string; klass: Sekretessklass; arende?: string; datum: string; rubrik: string; omgivning?: { readonly namnd: boolean; readonly arende: boolean; readonly sekretess: boolean } }>
  | Command<'BedomRisk', { nr: string; datum: string; sannolikhet: Sannolikhet; allvarlighet: Allvarlighet; text?: string }>
  | Command<'AvforRisk', { nr: string; datum: string; skal: string }>
  | Command<'BeslutaAtgard', { nr: string; datum: string; text: string; ansvarig: string; klarSenast: string }>
  | Command<'FoljUppAtgard', { atgard: number; datum: string; lage: (typeof ATGARDSLAGEN)[number]; klarSenast?: string; text?: string }>
  | Command<'AvslutaRiskanalys', { datum: string }>
  | Command<'AteroppnaRiskanalys', { skal: string }>;
export type RiskanalysHinder =
  | 'RISKANALYSEN_FINNS_REDAN' | 'RISKANALYSEN_FINNS_INTE' | 'RISKANALYSEN_AR_AVSLUTAD' | 'RISKANALYSEN_PAGAR' | 'NAMNDEN_FINNS_INTE' | 'ARENDET_FINNS_INTE' | 'SEKRETESS_KRAVS' | 'DATUM_FINNS_INTE' | 'DATUM_I_FRAMTIDEN' | 'DATUM_I_FEL_ORDNING'
  | 'RISKEN_FINNS_INTE' | 'RISKEN_SAKNAR_TEXT' | 'RISKEN_AR_AVFORD' | 'RISKNUMRET_OLASLIGT' | 'ATGARDEN_FINNS_INTE' | 'SKAL_SAKNAS';

type State =
  | { readonly skede: 'finns inte' }
  | { readonly skede: 'pagar' | 'avslutad'; readonly klass: Sekretessklass; readonly datum: string; readonly risker: Readonly<Record<string, { readonly datum: string; readonly avford: boolean }>>; readonly atgarder: readonly string[] };

/** A number as the document has it: 1.1. An I or l where a digit should stand is to be written right by whoever reads the document. */
const RISKNUMMER = /^\d{1,3}(\.\d{1,3}){0,2}$/;

/** Risks, judged and judged anew, and the measures against them: every change is a fact of its day. */
export const riskanalys: Decider<RiskanalysCommand, State, RiskanalysEvent, RiskanalysHinder> = {
  category: 'riskanalys',
  facts: riskanalysFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'PaborjaRiskanalys' ? data.namnd : null),

  decide(command, state, { id, at }) {
    const { type, data } = command;
    const kid = `riskanalys:${id}`;
    const ingenDag = provaDatum('datum' in data ? data.datum : undefined, 'klarSenast' in data ? data.klarSenast : undefined);
    if (ingenDag !== undefined) return { hinder: [ingenDag] };
    if ('datum' in data && data.datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `Dagen ${data.datum} har inte varit än.`);

    if (type === 'PaborjaRiskanalys') {
      if (state.skede !== 'finns inte') return refuse('RISKANALYSEN_FINNS_REDAN', 'Riskanalysen finns redan.');
      const { omgivning, rubrik, ...rest } = data;
      if (omgivning?.namnd !== true) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      if (data.arende !== undefined && !omgivning.arende) return refuse('ARENDET_FINNS_INTE', 'Ärendet finns inte i nämnden.');
      if (omgivning.sekretess && data.klass === 'oppen') return refuse('SEKRETESS_KRAVS', 'Ärendet är sekretess. Riskanalysen ska vara sekretess.');
      return [{ type: 'RiskanalysPaborjad', data: { ...rest, rubrik: seal(kid, rubrik) } }];
    }
    if (state.skede === 'finns inte') return refuse('RISKANALYSEN_FINNS_INTE', 'Riskanalysen finns inte.');
    const { klass } = state;
    if ('skal' in data && blank(data.skal)) return noReason();
    if (type === 'AteroppnaRiskanalys') return state.skede === 'avslutad' ? [{ type: 'RiskanalysAteroppnad', data: { klass, skal: seal(kid, data.skal) } }] : refuse('RISKANALYSEN_PAGAR', 'Riskanalysen är inte avslutad.');
    if (state.skede === 'avslutad') return refuse('RISKANALYSEN_AR_AVSLUTAD', 'Riskanalysen är avslutad.');
    if (data.datum < state.datum) return fore(data.datum, state.datum);

    switch (type) {
      case 'BedomRisk': {
        const { text, ...rest } = data;
        if (!RISKNUMMER.test(data.nr)) return refuse('RISKNUMRET_OLASLIGT', 'En risks nummer är siffror och punkter: 2.1. Läs av det för hand där avläsningen har en bokstav.');
        const tidigare = state.risker[data.nr];
        if (tidigare === undefined && blank(text)) return refuse('RISKEN_SAKNAR_TEXT', 'Säg vad risken är.');
        if (tidigare !== undefined && data.datum < tidigare.datum) return fore(data.datum, tidigare.datum);
        return [{ type: 'RiskBedomd', data: { klass, ...rest, ...(text !== undefined && { text: seal(kid, text) }) } }];
      }
      case 'AvforRisk': case 'BeslutaAtgard': {
        const risk = state.risker[data.nr];
        if (risk === undefined) return refuse('RISKEN_FINNS_INTE', `Risken ${data.nr} finns inte i analysen.`);
        if (risk.avford) return refuse('RISKEN_AR_AVFORD', `Risken ${data.nr} är avförd.`);
        if (data.datum < risk.datum) return fore(data.datum, risk.datum);
        if (type === 'AvforRisk') return [{ type: 'RiskAvford', data: { klass, nr: data.nr, datum: data.datum, skal: seal(kid, data.skal) } }];
        if (data.klarSenast < data.datum) return fore(data.klarSenast, data.datum);
        return [{ type: 'AtgardBeslutad', data: { klass, ...data, atgard: state.atgarder.length + 1, text: seal(kid, data.text), ansvarig: seal(kid, data.ansvarig) } }];
      }
      case 'FoljUppAtgard': {
        const senast = state.atgarder[data.atgard - 1];
        if (senast === undefined) return refuse('ATGARDEN_FINNS_INTE', `Åtgärd ${data.atgard} finns inte i planen.`);
        if (data.datum < senast) return fore(data.datum, senast);
        const { text, ...rest } = data;
        return [{ type: 'AtgardFoljdUpp', data: { klass, ...rest, ...(text !== undefined && { text: seal(kid, text) }) } }];
      }
      case 'AvslutaRiskanalys': return [{ type: 'RiskanalysAvslutad', data }];
      default: return unknownCase(command as never);
    }
  },

  evolve(state, event): State {
    if (event.type === 'RiskanalysPaborjad') return { skede: 'pagar', klass: event.data.klass, datum: event.data.datum, risker: {}, atgarder: [] };
    if (state.skede === 'finns inte') return state;
    switch (event.type) {
      case 'RiskBedomd': return { ...state, risker: { ...state.risker, [event.data.nr]: { datum: event.data.datum, avford: false } } };
      case 'RiskAvford': return { ...state, risker: { ...state.risker, [event.data.nr]: { datum: event.data.datum, avford: true } } };
      case 'AtgardBeslutad': return { ...state, atgarder: [...state.atgarder, event.data.datum] };
      case 'AtgardFoljdUpp': return { ...state, atgarder: state.atgarder.map((datum, i) => (i + 1 === event.data.atgard ? event.data.datum : datum)) };
      case 'RiskanalysAvslutad': return { ...state, skede: 'avslutad' };
      case 'RiskanalysAteroppnad': return { ...state, skede: 'pagar' };
      default: return unknownCase(event);
    }
  },
};
const fore = (dag: string, forst: string) => refuse<RiskanalysHinder>('DATUM_I_FEL_ORDNING', `Dagen ${dag} ligger före ${forst}.`);
