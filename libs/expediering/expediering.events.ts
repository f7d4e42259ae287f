import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { DELFAENDESATT, OVERKLAGANDESLAG } from '@klubba/lagrum';

/** Whom a decision is sent to. `ej_angivet`: a list names somebody and does not say what they are. */
export const MOTTAGARSLAG = ['part', 'vardnadshavare', 'ombud', 'enskild', 'myndighet', 'annan_namnd', 'domstol', 'revisorer', 'egen_forvaltning', 'personakt', 'ledamot', 'ej_angivet'] as const;
export const UTSKICKSSATT = ['brev', 'rekommenderat', 'digital_post', 'e_post', 'internpost', 'e_tjanst', 'overlamnat', 'annat'] as const;
export const ERSATTSKAL = ['rattad', 'andrad', 'hanvisning_andrad'] as const;

const slag = field.oneOf('oppen', ...MOTTAGARSLAG);
const namn = field.sealed('personuppgift');
const skal = field.sealed('arbetsmaterial');
const lista = {
  namnd: field.id(),
  sammantrade: field.id(),
  ar: field.integer('oppen'),
  nr: field.integer('oppen'),
  datum: field.date('oppen'),
  klass,
  mottagare: field.list(field.object({ mottagare: field.id(), slag, namn })),
} as const;

/** What can happen when a decision is sent: whom to, by what address, which extract, when it was received. The stream has the §'s own id, and its key. */
export const expedieringFacts = {
  /** "Beslutet skickas till", from the memo or as it was said. */
  ExpedieringslistaUpprattad: fact('UpprattaExpedieringslista', { ...lista, ur: field.oneOf('oppen', 'tjansteskrivelse', 'angiven') }),
  /** As it stands in minutes from before the nämnd began in Klubba: no clock starts. */
  ExpedieringslistaInlast: fact('LasInExpedieringslista', { ...lista, kalla: field.sealed('oppen') }),
  /** `part`: the party that the mottagare is, or stands for. `farSeVistelseort`: may know where somebody is hidden. */
  MottagareTillagd: fact('LaggTillMottagare', { klass, mottagare: field.id(), slag, namn: field.optional(namn), part: field.optional(field.id()), farSeVistelseort: field.bool('oppen') }),
  MottagareAndrad: fact('AndraMottagare', { klass, mottagare: field.id(), slag, part: field.optional(field.id()), farSeVistelseort: field.bool('oppen') }),
  MottagareStruken: fact('StrykMottagare', { klass, mottagare: field.id(), skal }),
  /** `osaker`: said to be, or the folkbokföringsadress is another. What was confirmed before is not any longer. */
  AdressAngiven: fact('AngeAdress', {
    klass, mottagare: field.id(), adress: field.sealed('personuppgift'), folkbokforingsadress: field.optional(field.sealed('personuppgift')), osaker: field.bool('oppen'),
  }),
  /** The försättsblad that the caseworker has filled in (C7): whom it is about, who answers for the case, who sends it when not the secretary. */
  AdressBekraftad: fact('BekraftaAdress', { klass, mottagare: field.id(), datum: field.date('oppen'), galler: namn, handlaggare: namn, avsandare: field.optional(namn) }),
  /** What tells where somebody is, and must not be in an extract (OSL 26:2, LVU 14). */
  VistelseortSkyddad: fact('SkyddaVistelseort', { klass, uppgifter: field.list(field.sealed('skyddad')), lagrum: field.lagrum('oppen') }),
  /**
   * `expediering`: it left the myndighet, so that what went with it is allmän (I6). `form` and `hash`: SHA-256 over (salt ‖ canonical bytes) of the
   * extract as expediering.utdrag.projection.ts makes it.
   */
  UtdragSkickat: fact('SkickaUtdrag', {
    klass,
    mottagare: field.id(),
    utdrag: field.id(),
    datum: field.date('oppen'),
    satt: field.oneOf('oppen', ...UTSKICKSSATT),
    expediering: field.bool('oppen'),
    overklagandeslag: field.oneOf('oppen', ...OVERKLAGANDESLAG),
    form: field.integer('oppen'),
    hash: field.hash('oppen'),
    salt: field.sealed('sekretess'),
    handlingar: field.list(field.object({ handling: field.id(), version: field.integer('oppen'), hash: field.hash('oppen') })),
    avsteg,
  }),
  /** What was sent is not what the § says now: it is to be sent anew. */
  UtdragErsatt: fact('ProvaUtdrag', { mottagare: field.id(), utdrag: field.id(), skal: field.oneOf('oppen', ...ERSATTSKAL) }),
  DelgivningNoterad: fact('NoteraDelgivning', {
    klass,
    mottagare: field.id(),
    utdrag: field.id(),
    part: field.optional(field.id()),
    datum: field.date('oppen'),
    satt: field.oneOf('oppen', ...DELFAENDESATT),
    bevis: field.optional(field.sealed('personuppgift')),
    avsteg,
  }),
} satisfies Facts;
export type ExpedieringEvent = EventOf<typeof expedieringFacts>;
