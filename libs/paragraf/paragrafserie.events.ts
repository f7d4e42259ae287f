import { type EventOf, type Facts, fact, field } from '@klubba/kernel';

/** The §§ of one nämnd and one year, in the order they were decided (C2). */
export const paragrafserieFacts = {
  /** A series brought from another system goes on after the number where that one stood. */
  ParagrafserieBorjad: fact('BorjaParagrafserie', { namnd: field.id(), ar: field.integer('oppen'), sista: field.integer('oppen') }),
  ParagrafnummerTilldelat: fact('TilldelaParagrafnummer', {
    namnd: field.id(),
    ar: field.integer('oppen'),
    nr: field.integer('oppen'),
    /** The item that becomes the §. */
    mal: field.id(),
    sammantrade: field.id(),
    datum: field.date('oppen'),
    /** The meeting was before one that has its numbers already: the series is whole, but its order is not that of the days. */
    efterSenareMote: field.bool('oppen'),
    /** One of several under this number, with its letter: § 196 a. `grupp` is what they are called after. */
    grupp: field.optional(field.id()),
    bokstav: field.optional(field.code('oppen')),
  }),
  /** A number for what happened before the nämnd began in Klubba, as the source has it. No reaction listens: its § is read in with it. */
  ParagrafnummerInlast: fact('LasInParagrafnummer', { namnd: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), mal: field.id(), sammantrade: field.id(), datum: field.date('oppen'), kalla: field.sealed('oppen') }),
  /** The number was given but its § could not take it: it stays as utgår and is not given again. */
  ParagrafnummerUtgatt: fact('MarkeraParagrafnummerUtgatt', { nr: field.integer('oppen'), kod: field.code('oppen') }),
} satisfies Facts;
export type ParagrafserieEvent = EventOf<typeof paragrafserieFacts>;
