import { type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

const paragrafer = field.list(field.object({ nummer: field.integer('oppen'), rubrik: field.sealed('oppen'), diarienummer: field.optional(field.number('oppen')) }));

/**
 * A protocol from before Klubba, as a paper with a list of its §§: what was decided stands in the paper and is no fact here.
 * Names and shapes are what lies on disk: add, never edit.
 */
export const aldreprotokollFacts = {
  AldreProtokollRegistrerat: fact('RegistreraAldreProtokoll', {
    namnd: field.id(),
    klass,
    /** The day of the meeting. */
    datum: field.date('oppen'),
    /** The paper itself. */
    handling: field.id(),
    /** Where the paper was kept. */
    kalla: field.sealed('arbetsmaterial'),
    paragrafer,
  }),
  /** The list as it should have been; what stood is superseded. */
  AldreProtokollRattat: fact('RattaAldreProtokoll', { klass, paragrafer, skal: field.sealed('arbetsmaterial') }),
  /** It was no protocol of that day, or is registered elsewhere. */
  AldreProtokollStruket: fact('StrykAldreProtokoll', { skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type AldreProtokollEvent = EventOf<typeof aldreprotokollFacts>;
