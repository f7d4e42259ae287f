import { type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { ALLVARLIGHETER, SANNOLIKHETER } from './riskmatris';

/** How a measure goes: kept, at risk of being late, or late (green, yellow and red of the plan, not of the risk; H5), or done. */
export const ATGARDSLAGEN = ['foljer_tidplan', 'risk_for_forsening', 'forsenad', 'klar'] as const;

/** What can happen to an analysis of risks and its plan of measures. Names and shapes are what lies on disk: add, never edit. */
export const riskanalysFacts = {
  RiskanalysPaborjad: fact('PaborjaRiskanalys', { namnd: field.id(), klass, arende: field.optional(field.id()), datum: field.date('oppen'), rubrik: field.sealed('oppen') }),
  /** A risk by its number in the document (`2.1`): at first and whenever it is judged anew. */
  RiskBedomd: fact('BedomRisk', {
    klass, nr: field.code('oppen'), datum: field.date('oppen'), sannolikhet: field.oneOf('oppen', ...SANNOLIKHETER), allvarlighet: field.oneOf('oppen', ...ALLVARLIGHETER),
    text: field.optional(field.sealed('oppen')),
  }),
  RiskAvford: fact('AvforRisk', { klass, nr: field.code('oppen'), datum: field.date('oppen'), skal: field.sealed('oppen') }),
  AtgardBeslutad: fact('BeslutaAtgard', { klass, atgard: field.integer('oppen'), nr: field.code('oppen'), datum: field.date('oppen'), text: field.sealed('oppen'), ansvarig: field.sealed('oppen'), klarSenast: field.date('oppen') }),
  AtgardFoljdUpp: fact('FoljUppAtgard', { klass, atgard: field.integer('oppen'), datum: field.date('oppen'), lage: field.oneOf('oppen', ...ATGARDSLAGEN), klarSenast: field.optional(field.date('oppen')), text: field.optional(field.sealed('oppen')) }),
  RiskanalysAvslutad: fact('AvslutaRiskanalys', { datum: field.date('oppen') }),
  RiskanalysAteroppnad: fact('AteroppnaRiskanalys', { klass, skal: field.sealed('oppen') }),
} satisfies Facts;
export type RiskanalysEvent = EventOf<typeof riskanalysFacts>;
