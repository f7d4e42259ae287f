import { type EventOf, type Facts, fact, field } from '@klubba/kernel';

/** The numbers of one nämnd and one year, in the order the matters were recorded. */
export const diarieserieFacts = {
  /** A series brought from another system goes on after the number where that one stood. */
  DiarieserieBorjad: fact('BorjaDiarieserie', { namnd: field.id(), ar: field.integer('oppen'), sista: field.integer('oppen') }),
  DiarienummerTilldelat: fact('TilldelaDiarienummer', {
    namnd: field.id(),
    ar: field.integer('oppen'),
    lopnummer: field.integer('oppen'),
    /** As it is written in the nämnd: `SN/2018:23`. */
    diarienummer: field.number('oppen'),
    /** The matter. */
    mal: field.id(),
  }),
  /** The number was given but its matter could not take it: it is not given again. */
  DiarienummerUtgatt: fact('MarkeraDiarienummerUtgatt', { lopnummer: field.integer('oppen'), kod: field.code('oppen') }),
} satisfies Facts;
export type DiarieserieEvent = EventOf<typeof diarieserieFacts>;
