import { type EventOf, type Facts, fact, field } from '@klubba/kernel';

/** What can happen to the list ”Anmälan av delegationsbeslut” of an item; its id is the item's. Names and shapes are what lies on disk: add, never edit. */
export const delegationsanmalanFacts = {
  /** Begun anew: what was in it before is not. `antal`: so many decisions follow, in the same append. */
  DelegationsanmalanPaborjad: fact('FyllDelegationsanmalan', {
    namnd: field.id(), sammantrade: field.id(), fran: field.date('oppen'), till: field.date('oppen'), antal: field.integer('oppen'),
    /** Lists that are only attached, and go with it. */
    listor: field.list(field.id()),
  }),
  DelegationsanmalanFylld: fact('FyllDelegationsanmalan', { beslut: field.list(field.id()) }),
  /** The § binds it: each decision, and each list, is reported by it. */
  DelegationsanmalanBunden: fact('BindDelegationsanmalan', {
    sammantrade: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), datum: field.date('oppen'), beslut: field.list(field.id()), listor: field.list(field.id()),
  }),
} satisfies Facts;
export type DelegationsanmalanEvent = EventOf<typeof delegationsanmalanFacts>;
