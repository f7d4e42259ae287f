import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

/** What can be signed. Each kind says in signatur.innehall.prepare.ts what of it is signed. */
export const SIGNERINGSSLAG = ['tjansteskrivelse', 'protokoll', 'delegationsbeslut', 'lexsarah'] as const;
/** In what capacity. */
export const SIGNATURROLLER = ['forvaltningschef', 'ordforande', 'justerare', 'delegat'] as const;
/** How the signer was known: by being logged in, or by more than that. */
export const SIGNATURMETODER = ['inloggad', 'passkey', 'annan'] as const;
/** The parts of a content, each hashed by itself: so what changed can be named, and a part that is gallrad leaves the others provable. */
export const DELSLAG = ['text', 'narvaro', 'rattelser', 'internt'] as const;
/** The last three are of a decision: it was struck, a later one changed it, or its matter was taken up again. */
export const FORFALLOSKAL = ['aterkallad', 'ny_version', 'text_andrad', 'narvaro_andrad', 'rattad', 'handling_andrad', 'struket', 'andrat', 'aterupptaget'] as const;

const slag = field.oneOf('oppen', ...SIGNERINGSSLAG);
const omfang = {
  slag,
  /** The memo, the meeting, the decision or the case of lex Sarah: the stream's own id. */
  mal: field.id(),
  version: field.optional(field.integer('oppen')),
  omgang: field.optional(field.integer('oppen')),
  /** The §§ of a protocol, in their order. */
  punkter: field.optional(field.list(field.id())),
  /** The decision of a case of lex Sarah: its fact's number in the stream, from 1. */
  faktum: field.optional(field.integer('oppen')),
} as const;

/** What can happen to the signatures of one thing. Names and shapes are what lies on disk: add, never edit. */
export const signaturFacts = {
  SignaturLamnad: fact('Signera', {
    signatur: field.id(),
    person: field.id(),
    ...omfang,
    klass,
    som: field.oneOf('oppen', ...SIGNATURROLLER),
    metod: field.oneOf('oppen', ...SIGNATURMETODER),
    /** What an outsider needs to verify a method of its own: a passkey's key, client data and assertion, say. */
    bevis: field.optional(field.object({ algoritm: field.optional(field.code('oppen')), uppgifter: field.list(field.object({ namn: field.code('oppen'), varde: field.sealed('personuppgift') })) })),
    /** Which canonical form the content has; see signatur.innehall.prepare.ts. */
    form: field.integer('oppen'),
    /** SHA-256 over the canonical bytes of all that is signed: the parts by their hashes, and the handlingar. */
    hash: field.hash('oppen'),
    /** Each part: SHA-256 over (salt ‖ its canonical bytes). The salt goes with the part's key. */
    delar: field.list(field.object({ del: field.id(), slag: field.oneOf('oppen', ...DELSLAG), hash: field.hash('oppen'), salt: field.sealed('sekretess') })),
    handlingar: field.list(field.object({ del: field.id(), handling: field.id(), version: field.integer('oppen'), hash: field.hash('oppen') })),
    avsteg,
  }),
  /** It no longer holds: what was signed is not what stands there. `delar`: the parts that differ. */
  SignaturForfallen: fact('ProvaSignaturer', { signatur: field.id(), skal: field.oneOf('oppen', ...FORFALLOSKAL), delar: field.list(field.id()) }),
  /**
   * A paper signed elsewhere, as it stands in its file. What Klubba read there is no legal validation of the signatures.
   * The file's own texts are sealed with the handling's key.
   */
  UndertecknatTillagt: fact('LaggTillUndertecknat', {
    undertecknat: field.id(),
    ...omfang,
    klass,
    handling: field.id(),
    handlingsversion: field.integer('oppen'),
    hash: field.hash('oppen'),
    sidor: field.integer('oppen'),
    /** `kalla`: an electronic signature in the PDF, or read from its text and verified by nothing. */
    underskrifter: field.list(field.object({
      kalla: field.oneOf('oppen', 'signatur', 'text'),
      namn: field.optional(field.sealed('personuppgift')),
      tid: field.optional(field.sealed('oppen')),
      /** Said by the signature itself, by the file around it, or by the text. */
      tidskalla: field.optional(field.oneOf('oppen', 'signaturen', 'filen', 'texten')),
      /** What was signed is as it was when it was signed. Absent when it cannot be reckoned. */
      orord: field.optional(field.bool('oppen')),
      helaFilen: field.optional(field.bool('oppen')),
    })),
    /** The text of the file: each § by its number, or all of it. */
    avsnitt: field.list(field.object({ nummer: field.optional(field.integer('oppen')), text: field.sealed('arbetsmaterial') })),
    avsteg,
  }),
} satisfies Facts;
export type SignaturEvent = EventOf<typeof signaturFacts>;
