import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

/** How it went, at the follow-up. */
export const AVVIKELSEEFFEKTER = ['avhjalpt', 'delvis_avhjalpt', 'kvarstar'] as const;

/** How grave it was, and how likely to happen again: 1–4 as in the risk matrix (H2, H5). */
const bedomning = { allvar: field.integer('oppen'), upprepningsrisk: field.optional(field.integer('oppen')) } as const;

/** What can happen to a deviation in the work. Names and shapes are what lies on disk: add, never edit. */
export const avvikelseFacts = {
  AvvikelseRegistrerad: fact('RegistreraAvvikelse', {
    namnd: field.id(),
    klass,
    arende: field.optional(field.id()),
    beteckning: field.optional(field.number('oppen')),
    kategori: field.code('oppen'),
    enhet: field.code('oppen'),
    /** When it was known, and when it happened. */
    inkom: field.date('oppen'),
    intraffade: field.optional(field.date('oppen')),
    text: field.sealed('oppen'),
    ...bedomning,
    handlaggare: field.optional(field.id('arbetsmaterial')),
    klagomal: field.optional(field.id()),
    lexsarah: field.optional(field.id()),
  }),
  AvvikelseBedomd: fact('BedomAvvikelse', { klass, datum: field.date('oppen'), ...bedomning, kategori: field.optional(field.code('oppen')), enhet: field.optional(field.code('oppen')), skal: field.sealed('oppen') }),
  /** The report under lex Sarah that came of it. */
  AvvikelseKopplad: fact('KopplaAvvikelse', { klass, lexsarah: field.id() }),
  AvvikelseatgardBeslutad: fact('BeslutaAvvikelseatgard', { klass, atgard: field.id(), datum: field.date('oppen'), text: field.sealed('oppen'), ansvarig: field.sealed('oppen'), senast: field.date('oppen') }),
  AvvikelseatgardAndrad: fact('AndraAvvikelseatgard', { klass, atgard: field.id(), ansvarig: field.optional(field.sealed('oppen')), senast: field.optional(field.date('oppen')), skal: field.sealed('oppen') }),
  AvvikelseatgardGenomford: fact('GenomforAvvikelseatgard', { klass, atgard: field.id(), datum: field.date('oppen'), text: field.optional(field.sealed('oppen')) }),
  AvvikelseFoljdUpp: fact('FoljUppAvvikelse', { klass, datum: field.date('oppen'), effekt: field.oneOf('oppen', ...AVVIKELSEEFFEKTER), text: field.sealed('oppen') }),
  /** Personal data went astray: known at a clock time, and told to IMY or judged not to need it (GDPR art. 33; I12). */
  IncidentUpptackt: fact('NoteraIncident', { klass, upptackt: field.moment('oppen') }),
  IncidentAnmald: fact('AnmalIncident', { klass, anmald: field.moment('oppen'), nummer: field.optional(field.number('oppen')), avsteg }),
  IncidentEjAnmald: fact('AvskrivIncident', { klass, datum: field.date('oppen'), skal: field.sealed('oppen') }),
  AvvikelseAvslutad: fact('AvslutaAvvikelse', { klass, datum: field.date('oppen'), avsteg }),
  AvvikelseAteroppnad: fact('AteroppnaAvvikelse', { klass, datum: field.date('oppen'), skal: field.sealed('oppen') }),
  AvvikelseStruken: fact('StrykAvvikelse', { klass, skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type AvvikelseEvent = EventOf<typeof avvikelseFacts>;
