import { type Facts, fact, field } from '@klubba/kernel';
import { PUNKTSLAG } from './namnd.dagordning';

/** What comes back every year on the agenda. */
export const arshjulfakta = {
  /** The same `post` again is the post as it reads from then on. */
  ArshjulspostSatt: fact('SattArshjulspost', {
    post: field.id(),
    slag: field.oneOf('oppen', ...PUNKTSLAG),
    rubrik: field.sealed('oppen'),
    /** In the meetings of this month, 1–12, or in the meeting of the year with this number. */
    manad: field.optional(field.integer('oppen')),
    mote: field.optional(field.integer('oppen')),
    fran: field.date('oppen'),
    /** Its last day. */
    till: field.optional(field.date('oppen')),
  }),
  ArshjulspostStruken: fact('StrykArshjulspost', { post: field.id(), skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
