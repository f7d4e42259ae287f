import { type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { FRAGOR } from './lexsarah.events';

/** A nämnd's own routine for lex Sarah from a day on: its targets, and whom the delegationsordning points out. Add, never edit. */
export const lexSarahRutinFacts = {
  LexSarahRutinFaststalld: fact('FaststallLexSarahRutin', {
    namnd: field.id(),
    fran: field.date('oppen'),
    /** Working days from the discovery to the report, days to an investigator, days to the end of the investigation: targets, not law. */
    rapportArbetsdagar: field.integer('oppen'),
    startDagar: field.integer('oppen'),
    utredningDagar: field.integer('oppen'),
    delegater: field.list(field.object({ fraga: field.oneOf('oppen', ...FRAGOR), befattning: field.code('oppen'), punkt: field.optional(field.code('oppen')) })),
  }),
} satisfies Facts;
export type LexSarahRutinEvent = EventOf<typeof lexSarahRutinFacts>;
