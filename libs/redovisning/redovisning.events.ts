import { brott, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

/** What a value was in the source, so that it is written as it stood. */
export const UPPGIFTSSLAG = ['text', 'tal', 'ja_nej'] as const;
/** How a list says what its rows are summed by. */
export const INDELNINGAR = ['diarienummer', 'delegat', 'typ'] as const;
/** Lists of what has come in or been decided, told of in a § of their own. */
export const ANMALNINGSSLAG = ['domar_och_beslut', 'synpunkter_klagomal', 'skrivelser', 'ordforandebeslut'] as const;
/** As minutes sum up reports of lex Sarah; some have two of F2's values as one. */
export const LEX_SARAH_UTFALL = ['ej_missforhallande', 'missforhallande', 'missforhallande_eller_pataglig_risk', 'allvarligt'] as const;

const text = field.optional(field.sealed('oppen'));
const dag = field.optional(field.date('oppen'));
const period = { fran: dag, till: dag } as const;
/** What the source has under a name of its own: `vag` is its name, part by part, `[0]` a place in a list. */
const uppgifter = field.list(field.object({ vag: field.list(field.sealed('oppen')), slag: field.oneOf('oppen', ...UPPGIFTSSLAG), varde: field.sealed('oppen') }));
/** The place in the source's own list, from 0: such lists go over several §§. */
const ordning = field.integer('oppen');
const om = {
  namnd: field.id(), sammantrade: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), datum: field.date('oppen'), klass,
  /** Where it is read. */
  kalla: field.sealed('oppen'),
  brott,
} as const;

/**
 * What a § from before the nämnd began in Klubba tells of the registers beside the protocol. Minutes tell less than a register asks for: how many
 * decisions and not which, a remiss and not the day it came. So they are kept as told, and start no clock. The stream has the §'s own id, and its
 * key. Names and shapes are what lies on disk: add, never edit.
 */
export const redovisningFacts = {
  /** Lists of delegated decisions, each with what the minutes say of its rows. */
  DelegationsredovisningInlast: fact('LasInDelegationsredovisning', {
    ...om, ...period, tjansteskrivelse: dag, utskottsdagar: field.list(field.date('oppen')), uppgifter,
    listor: field.list(field.object({
      namn: text, form: text, ...period, lagar: field.list(field.sealed('oppen')), antal: field.optional(field.integer('oppen')), uppgifter,
      rader: field.list(field.object({ indelning: field.oneOf('oppen', ...INDELNINGAR), namn: field.sealed('oppen'), antal: field.integer('oppen'), enhet: text })),
    })),
  }),
  AnmalningsposterInlasta: fact('LasInAnmalningsposter', {
    ...om, ...period, slag: field.oneOf('oppen', ...ANMALNINGSSLAG), uppgifter,
    /** `motpart`: the court or authority, who wrote, who complained. `utfall`: what it came to, or who answered. `stod`: on what the right to decide rests. */
    poster: field.list(field.object({ ordning, diarienummer: text, motpart: text, motpartensNummer: text, form: text, rubrik: text, datum: dag, utfall: text, stod: text, uppgifter })),
  }),
  RemissredovisningInlast: fact('LasInRemissredovisning', {
    ...om,
    remisser: field.list(field.object({
      ordning, diarienummer: text, avsandare: text, derasNummer: text, utredning: text, daterad: dag, ...period, svarstid: dag, svarstidAvsandare: dag, svarstidIntern: dag, yttrandeDaterat: dag, yttrandeTill: text, uppgifter,
    })),
  }),
  /** Reports and assessments by number alone, and the sections that the minutes name: never mended, what is wrong lies in `brott` with the right one. */
  LexSarahRedovisningInlast: fact('LasInLexSarahRedovisning', {
    ...om,
    rapporter: field.list(field.object({ manad: field.sealed('oppen'), antal: field.integer('oppen') })),
    arenden: field.list(field.object({ utfall: field.oneOf('oppen', ...LEX_SARAH_UTFALL), nummer: field.sealed('oppen') })),
    lagrum: field.list(field.object({ avser: field.sealed('oppen'), skrivet: field.sealed('oppen') })),
    beslutsfattare: text, uppgifter,
  }),
  /** Named figures of a §, and what else its minutes say under a name. */
  ParagrafuppgifterInlasta: fact('LasInParagrafuppgifter', { ...om, uppgifter }),
  /** To §§ of other meetings and other organs, as the source names them. */
  KopplingarInlasta: fact('LasInKopplingar', { ...om, kopplingar: field.list(field.object({ ordning, fran: text, till: text, slag: text, uppgifter })) }),
} satisfies Facts;
export type RedovisningEvent = EventOf<typeof redovisningFacts>;
