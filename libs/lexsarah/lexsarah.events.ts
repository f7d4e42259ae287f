import { avsteg, brott, type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { BEDOMNINGAR, LEX_SARAH_LAGAR } from '@klubba/lagrum';

/** Who runs the activity: the nämnd itself, or a private provider that investigates and notifies by itself (F3). */
export const REGIER = ['kommunal', 'enskild'] as const;
/** In what capacity someone reported. The last four have no duty to report, and make no lex Sarah report (F2, F3). */
export const RAPPORTORER = ['anstalld', 'uppdragstagare', 'inhyrd', 'praktikant', 'ivo', 'enskild', 'narstaende', 'annan'] as const;
/** What an investigation must hold (SOSFS 2011:5 5 kap.; F5 a–i), and what is done so that it does not happen again. */
export const DOKUMENTATION = [
  'handelse_och_konsekvenser', 'nar_och_hur_uppmarksammad', 'nar_intraffad', 'orsaker', 'om_tidigare', 'om_igen', 'atgarder', 'ovrigt', 'stallningstagande', 'forebyggande',
] as const;
/** What the nämnd delegates, each by itself (F3). */
export const FRAGOR = ['bedomning', 'beslut', 'anmalan_ivo'] as const;
/** What a § did to the case. */
export const VERKNINGAR = ['beslut', 'anmalan_av_beslut', 'uppfoljning', 'ingen'] as const;
export const LANKSLAG = ['avvikelse', 'klagomal', 'liknande_handelse', 'samma_handelse'] as const;
/** What a private provider tells the nämnd of (27:4, 27:6 st.3). */
export const UTFORARENS = ['utredning', 'anmalan_ivo', 'ivo_avslutat'] as const;

const bedomning = field.oneOf('arbetsmaterial', ...BEDOMNINGAR);
const hemligt = field.sealed('sekretess');
const dag = field.date('oppen');
/** Who decided, in what office, by which point of the delegationsordning. */
const beslutsfattare = field.object({ person: field.id('arbetsmaterial'), befattning: field.code('arbetsmaterial'), punkt: field.optional(field.code('arbetsmaterial')) });
const paragraf = { sammantrade: field.id(), punkt: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), datum: dag } as const;

/**
 * What can happen to a report, from the day it came to the day the nämnd has heard of its effect. The stream has the id of its matter. Names and
 * shapes are what lies on disk: add, never edit. All text is of the individual, and sealed; number, days and state are the public trace.
 */
export const lexSarahFacts = {
  LexSarahMottagen: fact('TaEmotLexSarah', {
    namnd: field.id(),
    /** The day it was received where the activity is run: decides which law holds. */
    mottagen: dag,
    lag: field.oneOf('arbetsmaterial', ...LEX_SARAH_LAGAR),
    regi: field.oneOf('arbetsmaterial', ...REGIER),
    verksamhet: field.code('arbetsmaterial'),
    /** The kind of cause, in the nämnd's own words: what the yearly statistics count by. */
    orsak: field.optional(field.code('arbetsmaterial')),
    upptackt: field.optional(field.date('arbetsmaterial')),
    intraffad: field.optional(field.date('arbetsmaterial')),
    /** When the nämnd heard of a private provider's report (27:4). */
    informationMottagen: field.optional(dag),
    rapportorsslag: field.oneOf('arbetsmaterial', ...RAPPORTORER),
    rapportor: field.sealed('personuppgift'),
    befattning: field.optional(field.sealed('personuppgift')),
    avser: field.oneOf('arbetsmaterial', 'avvikelse', 'tillbud'),
    berorEnskild: field.bool('arbetsmaterial'),
    beskrivning: hemligt,
    konsekvenser: field.optional(hemligt),
    uppmarksammad: field.optional(hemligt),
    gjort: field.optional(hemligt),
    skyddsombud: field.optional(field.sealed('personuppgift')),
    chef: field.optional(field.sealed('personuppgift')),
    avsteg,
  }),
  LexSarahKategoriserad: fact('KategoriseraLexSarah', { verksamhet: field.code('arbetsmaterial'), orsak: field.optional(field.code('arbetsmaterial')) }),
  /** The reporter takes it back; it is investigated all the same. */
  LexSarahAtertagen: fact('AterkallaLexSarah', { datum: dag, skal: hemligt, avsteg }),
  /** Registered twice: the other report is investigated in this one's place. */
  LexSarahStruken: fact('StrykLexSarah', { datum: dag, dubblettAv: field.id('arbetsmaterial'), skal: hemligt }),
  /** What was done at once. */
  LexSarahAtgardad: fact('NoteraLexSarahAtgard', { datum: dag, tid: field.time('arbetsmaterial'), text: hemligt }),
  /** Where the head first stood on it, before anyone had investigated. */
  LexSarahForhandsbedomd: fact('ForhandsbedomLexSarah', { datum: dag, bedomning: field.optional(bedomning), av: beslutsfattare, text: hemligt, avsteg }),
  LexSarahUtredareUtsedd: fact('UtseLexSarahUtredare', { datum: dag, utredare: field.id('arbetsmaterial'), avsteg }),
  LexSarahAntecknad: fact('AntecknaLexSarah', {
    anteckning: field.id(),
    del: field.oneOf('arbetsmaterial', ...DOKUMENTATION),
    datum: dag,
    /** A fact that was found, or what someone makes of it. */
    art: field.oneOf('arbetsmaterial', 'faktisk_omstandighet', 'bedomning'),
    kalla: hemligt,
    text: hemligt,
    forfattare: field.sealed('personuppgift'),
    titel: field.sealed('personuppgift'),
    /** An earlier note that this one stands in the place of. */
    ersatter: field.optional(field.id()),
  }),
  /** `snabb`: closed short, since it plainly was none (F6). */
  LexSarahBedomd: fact('BedomLexSarah', {
    datum: dag, bedomning, snabb: field.bool('arbetsmaterial'), sarskildaAtgarder: field.bool('arbetsmaterial'), av: beslutsfattare, motivering: hemligt, skal: field.optional(hemligt), avsteg,
  }),
  LexSarahBeslutad: fact('BeslutaLexSarah', { datum: dag, bedomning, lagrum: field.lagrum('oppen'), av: beslutsfattare, text: hemligt, avsteg }),
  /** Something more to look into: the assessment and what was decided on it no longer stand. */
  LexSarahAteroppnad: fact('AterupptaLexSarah', { datum: dag, skal: hemligt }),
  LexSarahAnmald: fact('AnmalLexSarah', {
    datum: dag,
    /** Before the investigation was finished, since it was plain (F6). */
    tidig: field.bool('oppen'),
    utredningKlar: field.bool('oppen'),
    lagrum: field.lagrum('oppen'),
    satt: field.oneOf('arbetsmaterial', 'e_tjanst', 'post'),
    kvitto: field.sealed('arbetsmaterial'),
    /** Absent when the nämnd itself decided. */
    av: field.optional(beslutsfattare),
    grund: field.optional(hemligt),
    kompletteringSenast: field.optional(dag),
    avsteg,
  }),
  LexSarahKompletterad: fact('KompletteraLexSarah', { datum: dag, kvitto: field.sealed('arbetsmaterial'), avsteg }),
  LexSarahProvadAvIvo: fact('NoteraIvosBeslut', { datum: dag, utfall: field.oneOf('oppen', 'avslutat', 'krav'), svarSenast: field.optional(dag), diarienummer: field.optional(field.number('oppen')), text: hemligt }),
  LexSarahBesvarad: fact('BesvaraIvo', { datum: dag, text: hemligt, avsteg }),
  LexSarahAtgardPlanerad: fact('PlaneraLexSarahAtgard', { atgard: field.id(), text: hemligt, ansvarig: field.id('arbetsmaterial'), senast: field.date('arbetsmaterial') }),
  LexSarahAtgardGjord: fact('AvslutaLexSarahAtgard', { atgard: field.id(), datum: field.date('arbetsmaterial'), utfall: field.oneOf('arbetsmaterial', 'gjord', 'utgar'), text: hemligt }),
  LexSarahUppfoljningPlanerad: fact('PlaneraLexSarahUppfoljning', { planerad: dag, avsteg }),
  LexSarahUppfoljd: fact('FoljUppLexSarah', { datum: dag, resultat: hemligt, avsteg }),
  /** The nämnd's own item on the case, once it has its §. */
  LexSarahBehandlad: fact('NoteraLexSarahParagraf', { ...paragraf, beslutstyp: field.code('arbetsmaterial'), verkan: field.oneOf('oppen', ...VERKNINGAR), bedomning: field.optional(bedomning), lagrum: field.optional(field.lagrum('oppen')) }),
  /** Reported with others in one §. */
  LexSarahRedovisad: fact('RedovisaLexSarah', { ...paragraf, verkan: field.oneOf('oppen', ...VERKNINGAR), avsteg }),
  LexSarahAvslutad: fact('AvslutaLexSarah', { datum: dag, avsteg }),
  LexSarahLankad: fact('LankaLexSarah', { slag: field.oneOf('arbetsmaterial', ...LANKSLAG), mal: field.id('arbetsmaterial') }),
  LexSarahLankBorttagen: fact('TaBortLexSarahLank', { slag: field.oneOf('arbetsmaterial', ...LANKSLAG), mal: field.id('arbetsmaterial'), skal: hemligt }),
  /** What a private provider told: its day, and when the nämnd was told. */
  LexSarahUtforarenMeddelad: fact('NoteraUtforarensLexSarah', { vad: field.oneOf('oppen', ...UTFORARENS), datum: dag, information: dag, bedomning: field.optional(bedomning), text: field.optional(hemligt), avsteg }),
  /** It is a personuppgiftsincident too; 72 hours to IMY from when it was known (GDPR art. 33; I12). */
  LexSarahIncidentNoterad: fact('NoteraPersonuppgiftsincident', { kand: field.date('arbetsmaterial'), tid: field.time('arbetsmaterial'), senast: field.date('arbetsmaterial'), senastTid: field.time('arbetsmaterial') }),
  LexSarahIncidentAvgjord: fact('AvgorPersonuppgiftsincident', { utfall: field.oneOf('arbetsmaterial', 'anmald', 'anmals_inte'), datum: field.date('arbetsmaterial'), tid: field.time('arbetsmaterial'), skal: hemligt, avsteg }),
  /** The ruling with the individual left out, tried for what may be known of anyone by it (F7). */
  LexSarahAvgorandeAvidentifierat: fact('AvidentifieraLexSarah', { datum: dag, text: field.sealed('oppen'), avsteg }),
  LexSarahAvgorandeIndraget: fact('DraInLexSarahAvgorande', { datum: dag, skal: hemligt }),
  /** A decision from elsewhere as it is written there. `lagrum` is never mended; what is wrong in it lies in `brott` with the right one. */
  LexSarahHandlingInlast: fact('LasInLexSarahHandling', { bedomning, datum: dag, lagrum: field.lagrum('oppen'), kalla: field.sealed('arbetsmaterial'), brott }),
} satisfies Facts;
export type LexSarahEvent = EventOf<typeof lexSarahFacts>;
