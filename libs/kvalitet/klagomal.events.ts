import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { LOKALA_AFTNAR } from '@klubba/lagrum';

/** How it came: straight to the nämnd, by the web, or by way of IVO (H1). */
export const KLAGOMALSKANALER = ['direkt', 'webb', 'ivo'] as const;
export const KLAGOMALSTYPER = ['klagomal', 'synpunkt', 'berom', 'fraga', 'ovrigt'] as const;
/** Those from whom they are received and investigated (SOSFS 2011:9 5:3), and those who do not say. */
export const KLAGANDE = ['brukare', 'narstaende', 'personal', 'utforare', 'myndighet', 'forening', 'annan', 'okand'] as const;
export const IVO_SVAR = ['ingen_atgard', 'kritik', 'tillsyn'] as const;

const indelning = {
  kanal: field.optional(field.oneOf('oppen', ...KLAGOMALSKANALER)),
  typ: field.optional(field.oneOf('oppen', ...KLAGOMALSTYPER)),
  kategori: field.optional(field.code('oppen')),
  enhet: field.optional(field.code('oppen')),
  handlaggare: field.optional(field.id('arbetsmaterial')),
} as const;

/** What can happen to a complaint or a view on the work. Names and shapes are what lies on disk: add, never edit. */
export const klagomalFacts = {
  KlagomalMottaget: fact('TaEmotKlagomal', {
    namnd: field.id(),
    klass,
    arende: field.optional(field.id()),
    beteckning: field.optional(field.number('oppen')),
    kanal: field.oneOf('oppen', ...KLAGOMALSKANALER),
    typ: field.oneOf('oppen', ...KLAGOMALSTYPER),
    /** The municipality's own words for what it is about, and where: codes, so that they can be counted. */
    kategori: field.code('oppen'),
    enhet: field.code('oppen'),
    fran: field.optional(field.oneOf('oppen', ...KLAGANDE)),
    inkom: field.date('oppen'),
    text: field.sealed('oppen'),
    avsandare: field.optional(field.sealed('personuppgift')),
    svarOnskas: field.optional(field.bool('oppen')),
    handlaggare: field.optional(field.id('arbetsmaterial')),
    /** The setting that held the day it came. */
    svarstid: field.object({ dagar: field.integer('oppen'), slag: field.oneOf('oppen', 'kalenderdagar', 'arbetsdagar'), friaAftnar: field.list(field.oneOf('oppen', ...LOKALA_AFTNAR)) }),
  }),
  KlagomalBekraftat: fact('BekraftaKlagomal', { klass, datum: field.date('oppen') }),
  KlagomalRattat: fact('RattaKlagomal', { klass, ...indelning, skal: field.sealed('arbetsmaterial') }),
  KlagomalBesvarat: fact('BesvaraKlagomal', { klass, datum: field.date('oppen'), text: field.sealed('oppen'), avsteg }),
  /** Taken up by the municipality's klagomålsdelegation. */
  KlagomalEskalerat: fact('EskaleraKlagomal', { klass, datum: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
  /** The one who complained was not content and turned to IVO. */
  KlagomalFortTillIvo: fact('NoteraKlagomalHosIvo', { klass, datum: field.date('oppen'), ivosNummer: field.optional(field.number('oppen')) }),
  IvoSvarPaKlagomalNoterat: fact('NoteraIvoSvarPaKlagomal', { klass, datum: field.date('oppen'), svar: field.oneOf('oppen', ...IVO_SVAR) }),
  /** A public rendition in words of its own, without the individual: what may stand on the web. */
  KlagomalPublicerat: fact('PubliceraKlagomal', { datum: field.date('oppen'), text: field.sealed('oppen'), svar: field.optional(field.sealed('oppen')) }),
  KlagomalAvpublicerat: fact('AvpubliceraKlagomal', { klass, skal: field.sealed('arbetsmaterial') }),
  /** Closed without an answer: withdrawn, or nobody to answer. */
  KlagomalAvslutat: fact('AvslutaKlagomal', { klass, datum: field.date('oppen'), skal: field.sealed('arbetsmaterial'), avsteg }),
  KlagomalAteroppnat: fact('AteroppnaKlagomal', { klass, datum: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
  /** Registered by mistake. */
  KlagomalStruket: fact('StrykKlagomal', { klass, skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type KlagomalEvent = EventOf<typeof klagomalFacts>;
