import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

/** The laws whose favourable decisions are reported (SoL 34:1, before 2025-07-01 16:6 f; LSS 28 f). */
export const INSATSLAGAR = ['SoL', 'LSS'] as const;
/** To whom it is told: three sendings, each with its own day and receipt (H3). */
export const RAPPORTMOTTAGARE = ['ivo', 'revisorerna', 'fullmaktige'] as const;
/** What a row of a report says: still not carried out, still not resumed, carried out after the limit and before any report, and of one that was reported that it now is (34:2); no longer to be carried out. */
export const RAPPORTSLAG = ['ej_verkstallt', 'ej_aterupptaget', 'verkstallt_sent', 'verkstallt_efter_rapport', 'upphort'] as const;
export const AVGIFTSSTEG = ['ansokt', 'utdomd', 'avslagen'] as const;

const insats = {
  namnd: field.id(),
  klass,
  arende: field.optional(field.id()),
  beteckning: field.optional(field.number('oppen')),
  lag: field.oneOf('oppen', ...INSATSLAGAR),
  /** The municipality's own word for the kind of help, so that it can be counted: kontaktfamilj. */
  insats: field.code('oppen'),
  enhet: field.optional(field.code('oppen')),
  beslutsdatum: field.date('oppen'),
  /** Carried out on request of another municipality, which made the decision (34:4): told to IVO and fullmäktige. */
  vistelsekommun: field.optional(field.bool('oppen')),
} as const;

/** What can happen to a favourable decision on help, until it is carried out. Names and shapes are what lies on disk: add, never edit. */
export const ejverkstalldFacts = {
  InsatsbeslutRegistrerat: fact('RegistreraInsatsbeslut', { ...insats, skal: field.optional(field.sealed('oppen')), handlaggare: field.optional(field.id('arbetsmaterial')) }),
  /** All that a row of a list says of a decision: what it does not say stands as it was. */
  InsatsbeslutInlast: fact('NoteraInsatsrad', {
    ...insats, lista: field.id(), rad: field.integer('oppen'), verkstallt: field.optional(field.date('oppen')), avbrott: field.optional(field.date('oppen')), aterupptaget: field.optional(field.date('oppen')), upphort: field.optional(field.date('oppen')),
  }),
  InsatsVerkstalld: fact('NoteraVerkstallighet', { klass, datum: field.date('oppen') }),
  InsatsAvbruten: fact('NoteraInsatsavbrott', { klass, datum: field.date('oppen'), skal: field.optional(field.sealed('oppen')) }),
  InsatsAterupptagen: fact('NoteraAterupptagande', { klass, datum: field.date('oppen') }),
  /** It is no longer to be carried out: the decision was revoked, the individual declined, moved or died. */
  InsatsbeslutUpphort: fact('NoteraUpphorande', { klass, datum: field.date('oppen'), skal: field.sealed('oppen') }),
  /** Why it has not been carried out, in short, as the report says it. */
  DrojsmalsskalAngivet: fact('AngeDrojsmalsskal', { klass, skal: field.sealed('oppen') }),
  InsatsRapporterad: fact('NoteraInsatsrapport', { klass, mottagare: field.oneOf('oppen', ...RAPPORTMOTTAGARE), ar: field.integer('oppen'), kvartal: field.integer('oppen'), datum: field.date('oppen'), fran: field.date('oppen'), slag: field.oneOf('oppen', ...RAPPORTSLAG) }),
  /** IVO applies, the court decides (SoL 34:5–10). `belopp` in whole kronor. */
  SarskildAvgiftNoterad: fact('NoteraSarskildAvgift', { klass, datum: field.date('oppen'), steg: field.oneOf('oppen', ...AVGIFTSSTEG), belopp: field.optional(field.integer('oppen')), avsteg }),
  /** A day that was wrong: the last of its kind is taken back. */
  InsatshandelseStruken: fact('StrykInsatshandelse', { klass, slag: field.oneOf('oppen', 'verkstallighet', 'avbrott', 'aterupptagande', 'upphorande'), skal: field.sealed('arbetsmaterial') }),
  InsatsbeslutStruket: fact('StrykInsatsbeslut', { klass, skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type EjverkstalldEvent = EventOf<typeof ejverkstalldFacts>;
