import { type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { HANDLINGSLAGEN, HANDLINGSMAL } from './handling.events';

/** What is attached to one thing, told by the handlingar themselves: so the thing's list is read at once, and as of a moment. */
export const bilagorFacts = {
  BilagaNoterad: fact('NoteraBilaga', { namnd: field.id(), mal: field.oneOf('oppen', ...HANDLINGSMAL), handling: field.id(), sammantrade: field.optional(field.id()), handlingslage: field.optional(field.oneOf('oppen', ...HANDLINGSLAGEN)) }),
  BilagaBorttagen: fact('NoteraBorttagenBilaga', { mal: field.oneOf('oppen', ...HANDLINGSMAL), handling: field.id(), sammantrade: field.optional(field.id()) }),
} satisfies Facts;
export type BilagorEvent = EventOf<typeof bilagorFacts>;
