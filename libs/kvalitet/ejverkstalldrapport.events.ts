import { avsteg, type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { INSATSLAGAR, RAPPORTMOTTAGARE, RAPPORTSLAG } from './ejverkstalld.events';

/** The reports of a nämnd and a year, quarter by quarter, to each of the three receivers (H3). */
export const ejverkstalldrapportFacts = {
  EjVerkstalldaRapporterade: fact('RapporteraEjVerkstallda', {
    namnd: field.id(),
    ar: field.integer('oppen'),
    kvartal: field.integer('oppen'),
    mottagare: field.oneOf('oppen', ...RAPPORTMOTTAGARE),
    datum: field.date('oppen'),
    kvittens: field.optional(field.number('arbetsmaterial')),
    /** What IVO and revisorerna are told of each decision, and what the counts to fullmäktige count. `dagar` since the decision or the interruption. */
    rader: field.list(field.object({ beslut: field.id('sekretess'), fran: field.date('sekretess'), slag: field.oneOf('sekretess', ...RAPPORTSLAG), till: field.optional(field.date('sekretess')), dagar: field.integer('sekretess') })),
    grupper: field.list(field.object({ lag: field.oneOf('arbetsmaterial', ...INSATSLAGAR), insats: field.code('arbetsmaterial'), slag: field.oneOf('arbetsmaterial', ...RAPPORTSLAG), antal: field.integer('arbetsmaterial'), dagar: field.integer('arbetsmaterial') })),
    antal: field.integer('oppen'),
    /** Why it was sent again. */
    rattelse: field.optional(field.sealed('arbetsmaterial')),
    avsteg,
  }),
  RapportkvittensNoterad: fact('NoteraRapportkvittens', { kvartal: field.integer('oppen'), mottagare: field.oneOf('oppen', ...RAPPORTMOTTAGARE), datum: field.date('oppen'), kvittens: field.number('arbetsmaterial') }),
} satisfies Facts;
export type EjverkstalldrapportEvent = EventOf<typeof ejverkstalldrapportFacts>;
