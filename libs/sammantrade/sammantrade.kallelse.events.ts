import { avsteg, type Facts, fact, field } from '@klubba/kernel';
import { texter, tidSkriven } from './sammantrade.gemensamt.events';

/** What a version is called: the whole, what completes it, or what is only added. */
export const KALLELSESLAG = ['kallelse', 'kompletterande_kallelse', 'tillaggslista'] as const;

export const kallelse = {
  version: field.integer('oppen'),
  datum: field.date('oppen'),
  ordforande: field.id(),
  /** To whom förhinder is told, as it stands in the kallelse. */
  forhinder: field.sealed('oppen'),
  kallade: field.list(field.id()),
  /** The agenda as sent, in order; a number that the matter got after the item was put there comes with it. */
  punkter: field.list(field.object({ punkt: field.id(), nr: field.integer('oppen'), diarienummer: field.optional(field.number('oppen')) })),
  /** The day it was drawn up, when that is not the day it was sent. */
  upprattad: field.optional(field.date('oppen')),
  foreslagnaJusterare: field.optional(field.list(field.object({ person: field.id(), parti: field.optional(field.code('oppen')), som: field.oneOf('oppen', 'ordinarie', 'ersattare') }))),
  undertecknadAv: texter,
  /** The headings over its groups and columns. */
  grupper: texter,
  kolumner: texter,
  summaTidMin: field.optional(field.integer('oppen')),
  /** The files that it was sent with: each item's, in the version of that moment. */
  handlingar: field.optional(field.list(field.object({ punkt: field.id(), handling: field.id('arbetsmaterial'), version: field.integer('oppen'), hash: field.hash('oppen') }))),
  slag: field.optional(field.oneOf('oppen', ...KALLELSESLAG)),
  /** Of the kallade, those who represent the staff and sit there as nothing else: they are sent what is open (B6). */
  personalforetradare: field.optional(field.list(field.id())),
  /** Where and on what terms somebody may take part from elsewhere (B5). The link is for those who are called. */
  distans: field.optional(field.object({ lank: field.sealed('arbetsmaterial'), villkor: field.sealed('oppen') })),
  /** Why there is one more. */
  anledning: field.optional(field.sealed('oppen')),
} as const;

/** Planned, called, and called off (A1–A4). */
export const kallelsefakta = {
  SammantradePlanerat: fact('PlaneraSammantrade', {
    namnd: field.id(),
    organ: field.code('oppen'),
    datum: field.date('oppen'),
    tid: field.time('oppen'),
    slutTid: field.optional(field.time('oppen')),
    plats: field.sealed('oppen'),
    tidSkriven,
    /** Who asked for it (A1), and that it must be held for them. */
    begaran: field.optional(field.id()),
    maste: field.optional(field.bool('oppen')),
    /** The nämnd's meetings are open as a rule (A8). */
    oppet: field.optional(field.bool('oppen')),
  }),
  SammantradeInstallt: fact('StallInSammantrade', { skal: field.sealed('oppen'), ersattsAv: field.optional(field.id()), avsteg }),
  /** When the papers are to be in, the presidium prepares, and the kallelse goes out. What is given replaces all of it. */
  MotesdagarSatta: fact('SattMotesdagar', { stoppdag: field.optional(field.date('oppen')), stopptid: field.optional(field.time('oppen')), presidieberedning: field.optional(field.date('oppen')), utskick: field.optional(field.date('oppen')), avsteg }),
  KallelseSkickad: fact('SkickaKallelse', { ...kallelse, avsteg }),
} satisfies Facts;
