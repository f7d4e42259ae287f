import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { matvarde, tal } from './kvalitet.gemensamt.events';
import { ENHETER } from './siffror';

/** Whether the goal is the least or the most that is good. */
export const MALRIKTNINGAR = ['minst', 'hogst'] as const;
const mal = field.object({ varde: tal, riktning: field.oneOf('oppen', ...MALRIKTNINGAR) });

/** What can happen to a figure that is followed month by month. A month is its first day. Names and shapes are what lies on disk: add, never edit. */
export const indikatorFacts = {
  IndikatorUpplagd: fact('LaggUppIndikator', {
    namnd: field.id(),
    klass,
    namn: field.sealed('oppen'),
    enhet: field.oneOf('oppen', ...ENHETER),
    /** Its first month. */
    fran: field.date('oppen'),
    /** Where it stood before the first month. */
    startvarde: field.optional(tal),
    mal: field.optional(mal),
    /** Where the figure is taken from. */
    kalla: field.sealed('oppen'),
  }),
  IndikatorvardeRegistrerat: fact('RegistreraIndikatorvarde', { manad: field.date('oppen'), ...matvarde, avsteg }),
  IndikatorvardeRattat: fact('RattaIndikatorvarde', { klass, manad: field.date('oppen'), ...matvarde, skal: field.sealed('oppen'), avsteg }),
  /** Without a goal from then on, where `mal` is left out. */
  IndikatormalAndrat: fact('AndraIndikatormal', { klass, fran: field.date('oppen'), mal: field.optional(mal), skal: field.sealed('oppen') }),
  IndikatorAvslutad: fact('AvslutaIndikator', { klass, sista: field.date('oppen'), skal: field.sealed('oppen') }),
  IndikatorAterupptagen: fact('AterupptaIndikator', { klass, skal: field.sealed('oppen') }),
} satisfies Facts;
export type IndikatorEvent = EventOf<typeof indikatorFacts>;
