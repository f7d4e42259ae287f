import { type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

export const HANDLINGSMAL = ['arende', 'tjansteskrivelse', 'punkt', 'paragraf'] as const;
/** Where a paper is when the agenda goes out (A10). */
export const HANDLINGSLAGEN = ['bifogas', 'skickas_senare', 'delas_ut_vid_sammantradet', 'finns_hos_forvaltningen'] as const;

/** Chapter and section of OSL: `26:1`. */
const sekretesslagrum = field.optional(field.code('arbetsmaterial'));
/** The file of a version: where it lies, what it is, and SHA-256 over (salt ‖ content) (`posten.md` 7). */
const fil = {
  version: field.integer('oppen'),
  blob: field.id(),
  medietyp: field.mediaType('oppen'),
  storlek: field.integer('oppen'),
  hash: field.hash('oppen'),
  salt: field.sealed('arbetsmaterial'),
};
/** What it is attached to: a matter, a memo, an item of an agenda, or a § (the id of the item that it was). */
const mal = { mal: field.oneOf('oppen', ...HANDLINGSMAL), malId: field.id() };
/** The meeting of an item or a §. */
const sammantrade = field.optional(field.id());

/** What can happen to a handling. Names and shapes are what lies on disk: add, never edit. */
export const handlingFacts = {
  HandlingInkommen: fact('LaggTillHandling', {
    namnd: field.id(),
    klass,
    sekretesslagrum,
    namn: field.sealed('oppen'),
    /** The day it came in or was drawn up: from when it is allmän follows from which (TF 2:9–10; I6). */
    datum: field.date('oppen'),
    datumslag: field.oneOf('oppen', 'inkommet', 'upprattat'),
    arende: field.optional(field.id()),
    ...fil,
  }),
  /** `platser`: where it is attached, so that what was signed with the version before hears of it. */
  HandlingsversionTillagd: fact('LaggTillHandlingsversion', {
    klass, datum: field.date('oppen'), ...fil, skal: field.sealed('arbetsmaterial'), platser: field.optional(field.list(field.object({ ...mal, sammantrade }))),
  }),
  /** `klass` is the new one; the reason is read by those who may read the stricter of the two. */
  HandlingsklassAndrad: fact('AndraHandlingsklass', { klass, forut: klass, sekretesslagrum, datum: field.date('oppen'), skal: field.sealed('sekretess') }),
  /** Attached again to the same thing, the latest läge holds. */
  HandlingBifogad: fact('BifogaHandling', { klass, ...mal, sammantrade, handlingslage: field.optional(field.oneOf('oppen', ...HANDLINGSLAGEN)) }),
  HandlingLosgjord: fact('LosgorHandling', { klass, ...mal, sammantrade, skal: field.sealed('arbetsmaterial') }),
  /** It belongs to somebody's personakt, and is kept there in place of being registered (OSL 5:3, OSF 2 §). */
  HandlingLagdIAkt: fact('LaggHandlingIAkt', { klass, akt: field.sealed('sekretess'), datum: field.date('oppen') }),
  /** It went with a decision that left the myndighet: it is allmän from that day, if not before (TF 2:10; I6). */
  HandlingExpedierad: fact('NoteraExpedierad', { datum: field.date('oppen') }),
} satisfies Facts;
export type HandlingEvent = EventOf<typeof handlingFacts>;
