import { brott, type Facts, fact, field } from '@klubba/kernel';
import { beslut, deltarInte, omrostning, reservation, yrkande } from './sammantrade.behandling.events';
import { nyPunkt } from './sammantrade.dagordning.events';
import { BESLUTSTYPER } from './sammantrade.gemensamt.events';
import { anslag, justering } from './sammantrade.justering.events';
import { kallelse } from './sammantrade.kallelse.events';
import { narvaro } from './sammantrade.narvaro.events';
import { ovrigNarvaro } from './sammantrade.rummet.events';

/** Only of what is read in: the source does not say what was decided. */
export const EJ_I_KALLAN = ['sekretessbelagt', 'ej_publicerat'] as const;

/** Of which source it was read in: what happened before Klubba, and cannot be stopped by its rules. */
const inlast = { kalla: field.sealed('oppen'), brott } as const;

/** What happened before the nämnd began in Klubba and its rules would have stopped. No reaction listens to these and no clock starts. */
export const inlasningsfakta = {
  KallelseInlast: fact('LasInKallelse', { ...kallelse, ordforande: field.optional(field.id()), forhinder: field.optional(field.sealed('oppen')), ...inlast }),
  PunktInlast: fact('LasInPunkt', { ...nyPunkt, ...inlast }),
  NarvaroInlast: fact('LasInNarvaro', { ...narvaro, ...inlast }),
  OvrigNarvaroInlast: fact('LasInOvrigNarvaro', { ...ovrigNarvaro, ...inlast }),
  /** With its number, taken from the series by ParagrafnummerInlast. */
  BeslutInlast: fact('LasInBeslut', { ...beslut, beslutstyp: field.oneOf('oppen', ...BESLUTSTYPER, ...EJ_I_KALLAN), ar: field.integer('oppen'), nr: field.integer('oppen'), ...inlast }),
  YrkandeInlast: fact('LasInYrkande', { ...yrkande, ...inlast }),
  OmrostningInlast: fact('LasInOmrostning', { ...omrostning, ...inlast }),
  DeltarInteInlast: fact('LasInDeltarInte', { ...deltarInte, ...inlast }),
  ReservationInlast: fact('LasInReservation', { ...reservation, ...inlast }),
  JusteringInlast: fact('LasInJustering', { ...justering, ...inlast }),
  AnslagInlast: fact('LasInAnslag', { ...anslag, ...inlast }),
} satisfies Facts;
