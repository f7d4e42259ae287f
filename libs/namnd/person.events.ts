import { type EventOf, type Facts, fact, field } from '@klubba/kernel';

/** A person by a random id. All that says who it is, is sealed under the person's own key. */
export const personFacts = {
  PersonRegistrerad: fact('RegistreraPerson', {
    namn: field.sealed('personuppgift'),
    slag: field.oneOf('oppen', 'fortroendevald', 'tjansteperson', 'annan'),
    titel: field.optional(field.sealed('oppen')),
    inloggning: field.optional(field.sealed('personuppgift')),
  }),
  /** What is given replaces what stood; the rest stays. */
  PersonRattad: fact('RattaPerson', {
    namn: field.optional(field.sealed('personuppgift')),
    slag: field.optional(field.oneOf('oppen', 'fortroendevald', 'tjansteperson', 'annan')),
    titel: field.optional(field.sealed('oppen')),
    inloggning: field.optional(field.sealed('personuppgift')),
    skal: field.sealed('personuppgift'),
  }),
} satisfies Facts;
export type PersonEvent = EventOf<typeof personFacts>;
