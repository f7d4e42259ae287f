import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

const text = field.sealed('arbetsmaterial');

/** The memo itself (A11). `datum` is the day written on it. */
const innehall = {
  version: field.integer('oppen'),
  klass,
  /** The diarienummer as written on the memo, when it is not simply the matter's. */
  beteckning: field.optional(field.number('oppen')),
  rubrik: text,
  forvaltning: field.optional(text),
  datum: field.date('oppen'),
  handlaggare: field.id(),
  mottagare: field.list(text),
  /** `form` says how the point reads: as a decision, as something else, or empty. The text itself is never folded. */
  forslag: field.list(field.object({ nr: field.integer('oppen'), text, form: field.oneOf('arbetsmaterial', 'beslut', 'annat', 'tomt') })),
  sammanfattning: field.optional(text),
  arendebeskrivning: text,
  bedomning: field.optional(text),
  /** `handelsedatum`: the day of what the handling tells of, which it cannot be older than. */
  handlingar: field.list(field.object({ namn: text, datum: field.optional(field.date('oppen')), handelsedatum: field.optional(field.date('oppen')) })),
  skickasTill: field.list(text),
};

/** What can happen to a memo. Names and shapes are what lies on disk: add, never edit. */
export const tjansteskrivelseFacts = {
  TjansteskrivelseSkriven: fact('SkrivTjansteskrivelse', { namnd: field.id(), arende: field.id(), ...innehall }),
  /** A new version of the whole; it is a draft, and what was finished before it is superseded. */
  TjansteskrivelseAndrad: fact('AndraTjansteskrivelse', { ...innehall, skal: text }),
  TjansteskrivelseFardigstalld: fact('FardigstallTjansteskrivelse', {
    arende: field.id(),
    version: field.integer('oppen'),
    klass,
    /** The day it was finished; `dokumentdatum` stands on the memo. */
    datum: field.date('oppen'),
    dokumentdatum: field.date('oppen'),
    avsteg,
  }),
  TjansteskrivelseAterkallad: fact('AterkallaTjansteskrivelse', { arende: field.id(), klass, datum: field.date('oppen'), skal: text }),
} satisfies Facts;
export type TjansteskrivelseEvent = EventOf<typeof tjansteskrivelseFacts>;
