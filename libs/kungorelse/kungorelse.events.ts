import { avsteg, type EventOf, type Facts, fact, field } from '@klubba/kernel';

/** A meeting of fullmäktige (KL 8:10 st. 1 p 1), what another law says shall be on the board (st. 2), and a document served by kungörelse. */
export const KUNGORELSESLAG = ['fullmaktiges_sammantrade', 'kungorelse', 'kungorelsedelgivning'] as const;

/** What can happen to a kungörelse on the board. All may read it. Names and shapes are what lies on disk: add, never edit. */
export const kungorelseFacts = {
  KungorelseUppsatt: fact('SattUppKungorelse', {
    /** Whose it is. */
    namnd: field.id(),
    slag: field.oneOf('oppen', ...KUNGORELSESLAG),
    datum: field.date('oppen'),
    rubrik: field.sealed('oppen'),
    text: field.sealed('oppen'),
    /** The law that it is posted by. */
    lagrum: field.lagrum('oppen'),
    /** Of fullmäktige. */
    motesdag: field.optional(field.date('oppen')),
    /** The last day to post it, and the first day it may come down. */
    senast: field.optional(field.date('oppen')),
    nedtasTidigast: field.optional(field.date('oppen')),
    beteckning: field.optional(field.number('oppen')),
    arende: field.optional(field.id()),
    lank: field.optional(field.sealed('oppen')),
    /** Who asked for it, and so gets a proof when the time has passed (KL 8:10 last st.). */
    bestallare: field.optional(field.sealed('personuppgift')),
    avsteg,
  }),
  KungorelseNedtagen: fact('TaNedKungorelse', { datum: field.date('oppen'), forTidigt: field.bool('oppen'), avsteg }),
  AnslagsbevisLamnat: fact('LamnaAnslagsbevis', { datum: field.date('oppen') }),
} satisfies Facts;
export type KungorelseEvent = EventOf<typeof kungorelseFacts>;
