import { type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { INSATSLAGAR } from './ejverkstalld.events';

/** A list of decisions from the system where they are made, as it was read in: all of it, or nothing (H3). */
export const insatslistaFacts = {
  InsatslistaInlast: fact('LasInInsatsbeslut', {
    namnd: field.id(),
    kalla: field.sealed('arbetsmaterial'),
    rader: field.list(field.object({
      /** Its row in the file. */
      rad: field.integer('arbetsmaterial'),
      beteckning: field.number('sekretess'),
      lag: field.oneOf('sekretess', ...INSATSLAGAR),
      insats: field.code('sekretess'),
      enhet: field.optional(field.code('sekretess')),
      beslutsdatum: field.date('sekretess'),
      verkstallt: field.optional(field.date('sekretess')),
      avbrott: field.optional(field.date('sekretess')),
      aterupptaget: field.optional(field.date('sekretess')),
      upphort: field.optional(field.date('sekretess')),
    })),
  }),
} satisfies Facts;
export type InsatslistaEvent = EventOf<typeof insatslistaFacts>;
