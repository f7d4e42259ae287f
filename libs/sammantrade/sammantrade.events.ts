import { avsteg, brott, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';

export const PUNKTSLAG = ['formalia', 'information', 'arende', 'remissvar', 'lex_sarah', 'delegationsanmalan', 'meddelanden', 'val', 'ovrigt'] as const;
export const HANDLINGSLAGEN = ['bifogas', 'skickas_senare', 'delas_ut_vid_sammantradet', 'finns_hos_forvaltningen'] as const;
/** What became of an item (B12), and that nothing was decided, or that it was no longer on the agenda. */
export const BESLUTSTYPER = [
  'besluta', 'bifalla', 'avsla', 'godkanna', 'anta', 'faststalla', 'stalla_sig_bakom', 'avge_yttrande', 'overlamna', 'foresla_ks', 'foresla_kf',
  'lagga_till_handlingarna', 'notera', 'avskriva', 'avvisa', 'bordlagga', 'aterremittera', 'utse', 'uppdra_at', 'ge_ordforanden_i_uppdrag', 'inget_beslut', 'utga',
  /** Decided, and to be confirmed by fullmäktige. */
  'faststallas_av_kf',
] as const;
/** Only of what is read in: the source does not say what was decided. */
export const EJ_I_KALLAN = ['sekretessbelagt', 'ej_publicerat'] as const;
export const NARVAROSLAG = ['tjansteperson', 'personalforetradare', 'ovrig'] as const;
/** What somebody wants of an item; `eget_forslag` in writing, with words of its own. */
export const YRKANDESLAG = ['bifall', 'avslag', 'andring', 'tillagg', 'aterremiss', 'bordlaggning', 'remittering', 'eget_forslag', 'annat'] as const;
/** How an item came to its decision. The two last only of what is read in: the source does not show it. */
export const BESLUTSGANGSTYPER = [
  'ordforanden_provar', 'ett_forslag_finns', 'acklamation_mellan_forslag', 'stegvis', 'stegvis_sedan_acklamation', 'aterremiss_provas_forst', 'omrostning', 'visas_inte', 'saknas',
] as const;
export const ROSTER = ['ja', 'nej', 'avstar'] as const;
/** A vote on the matter, or on which proposal is to stand against the main one. */
export const OMROSTNINGSSLAG = ['avgorande', 'kontraproposition'] as const;
/** Val and anställning are closed, and lots are drawn when they tie (KL 5:54, 5:56). */
export const OMROSTNINGSAMNEN = ['sak', 'val', 'anstallning'] as const;
export const ANTECKNINGSSLAG = ['protokollsanteckning', 'sarskilt_yttrande'] as const;
/** The four grounds of KL 6:28 from 2022-07-01, and the five of before it. */
export const JAVSGRUNDER = ['berord', 'stallforetradare_eller_ombud', 'tillsyn', 'sarskild_omstandighet', 'sak_slakt_eller_intresse', 'stallforetradare', 'ombud_eller_bitrade', 'delikatess'] as const;
export const SIGNATURROLLER = ['ordforande', 'justerare', 'sekreterare'] as const;

/** Chapter and section of OSL: `26:1`. */
const sekretesslagrum = field.optional(field.code('arbetsmaterial'));
const handlingslage = field.optional(field.oneOf('oppen', ...HANDLINGSLAGEN));
const overklagandeslag = field.oneOf('oppen', ...OVERKLAGANDESLAG);
const beslutstyp = field.oneOf('oppen', ...BESLUTSTYPER);
const roll = field.optional(field.oneOf('oppen', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande'));
/** What was written where a clock time was read in: "13.00". */
const tidSkriven = field.optional(field.sealed('oppen'));
const texter = field.optional(field.list(field.sealed('oppen')));
const beslutspunkter = field.list(field.object({
  text: field.sealed('oppen'),
  /** The verb and who decides, in the words of the minutes. */
  verb: field.optional(field.sealed('oppen')),
  subjekt: field.optional(field.sealed('oppen')),
  /** This point is the one that says "Paragrafen justeras omedelbart" (C4). */
  omedelbarJustering: field.optional(field.bool('oppen')),
  /** How many points it has within it, when they are not written out. */
  underpunkter: field.optional(field.integer('oppen')),
}));
/** When a person served or was only there: from and with an item or a clock time, to and with an item or until a clock time. */
const pass = field.object({
  tjanstgor: field.bool('oppen'),
  /** Whose seat an ersättare takes: a ledamot of today, or the one after whom the seat is vacant. */
  ersatter: field.optional(field.id()),
  vakant: field.optional(field.bool('oppen')),
  franPunkt: field.optional(field.id()),
  tillPunkt: field.optional(field.id()),
  fran: field.optional(field.time('oppen')),
  till: field.optional(field.time('oppen')),
});

/** Of which source it was read in: what happened before Klubba, and cannot be stopped by its rules. */
const inlast = { kalla: field.sealed('oppen'), brott } as const;

const kallelse = {
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
} as const;

const nyPunkt = {
  punkt: field.id(),
  nr: field.integer('oppen'),
  slag: field.oneOf('oppen', ...PUNKTSLAG),
  klass,
  sekretesslagrum,
  rubrik: field.sealed('oppen'),
  grupp: field.optional(field.sealed('oppen')),
  arende: field.optional(field.id()),
  diarienummer: field.optional(field.number('oppen')),
  utanDiarienummer: field.bool('oppen'),
  tjansteskrivelse: field.optional(field.id()),
  tjansteskrivelseDatum: field.optional(field.date('oppen')),
  handlingslage,
  myndighetsutovning: field.bool('arbetsmaterial'),
  /** Only fullmäktige may decide it (D6). */
  kraverKf: field.bool('oppen'),
  /** Put there after the kallelse was sent (A7). */
  sen: field.optional(field.object({ beredd: field.bool('arbetsmaterial'), skal: field.sealed('arbetsmaterial') })),
  /** What is proposed, as it stands on the agenda. */
  forslag: field.optional(beslutspunkter),
  foredragande: texter,
  tidMin: field.optional(field.integer('oppen')),
  klockslag: field.optional(field.sealed('oppen')),
  /** Who decides in the end: kommunfullmäktige. */
  beslutsniva: field.optional(field.sealed('oppen')),
} as const;

const narvaro = {
  person: field.id(),
  uppdrag: field.oneOf('oppen', 'ledamot', 'ersattare'),
  roll,
  parti: field.code('oppen'),
  pass: field.list(pass),
  franvaroskal: field.optional(field.sealed('personuppgift')),
} as const;

const beslut = {
  punkt: field.id(),
  ordning: field.integer('oppen'),
  datum: field.date('oppen'),
  tid: field.time('oppen'),
  beslutspunkter,
  overklagandeslag,
  arende: field.optional(field.id()),
  klass,
  /** As in the minutes, when they differ from the agenda. */
  rubrik: field.optional(field.sealed('oppen')),
  diarienummer: field.optional(field.number('oppen')),
  /** What it was decided on: the kind of paper and its date. */
  underlag: texter,
  andringMotKallelse: field.optional(field.sealed('oppen')),
  /** The proposal that won: a yrkande, or the item's own id for the proposal on the agenda. */
  bifallet: field.optional(field.id()),
} as const;

/** Proposals are named by their yrkande, and the one on the agenda by its item's id. */
const forslag = field.list(field.id());
const yrkande = {
  punkt: field.id(),
  klass,
  yrkande: field.id(),
  slag: field.oneOf('oppen', ...YRKANDESLAG),
  av: field.list(field.id()),
  instammer: field.optional(field.list(field.id())),
  text: field.sealed('oppen'),
  motivering: field.optional(field.sealed('oppen')),
  skriftligt: field.optional(field.bool('oppen')),
} as const;
/** `bifallet`: what ordföranden found that the nämnd wanted. `text`: the step as it is written. */
const steg = field.list(field.object({ mellan: field.optional(forslag), bifallet: field.optional(field.id()), text: field.optional(field.sealed('oppen')) }));
const omrostning = {
  punkt: field.id(),
  klass,
  omrostning: field.id(),
  slag: field.oneOf('oppen', ...OMROSTNINGSSLAG),
  amne: field.oneOf('oppen', ...OMROSTNINGSAMNEN),
  tid: field.time('oppen'),
  huvudforslag: field.optional(field.id()),
  motforslag: field.optional(field.id()),
  /** As they are called in the minutes, and what ja and nej mean. */
  huvudforslagText: field.optional(field.sealed('oppen')),
  motforslagText: field.optional(field.sealed('oppen')),
  utsettGenom: field.optional(field.sealed('oppen')),
  jaBetyder: field.optional(field.sealed('oppen')),
  nejBetyder: field.optional(field.sealed('oppen')),
  sluten: field.bool('oppen'),
  /** In the order that they were called, the chair last. */
  roster: field.optional(field.list(field.object({ person: field.id(), rost: field.oneOf('oppen', ...ROSTER) }))),
  /** When the source tells only how many of each party. */
  perParti: field.optional(field.list(field.object({ parti: field.code('oppen'), ja: field.integer('oppen'), nej: field.integer('oppen'), avstar: field.integer('oppen') }))),
  ja: field.integer('oppen'),
  nej: field.integer('oppen'),
  avstar: field.integer('oppen'),
  utfall: field.oneOf('oppen', 'ja', 'nej'),
  avgjordesGenom: field.oneOf('oppen', 'majoritet', 'utslagsrost', 'lottning'),
  /** How its table stands in the minutes: where the chair's row is, and whether it runs over a page. */
  tabellOrdforanden: field.optional(field.sealed('oppen')),
  tabellDelad: field.optional(field.bool('oppen')),
} as const;
const reservation = {
  punkt: field.id(),
  klass,
  reservation: field.id(),
  av: field.list(field.id()),
  /** When it was announced at the meeting. */
  tid: field.optional(field.time('oppen')),
  tillFormanFor: field.optional(field.sealed('oppen')),
  motivering: field.optional(field.sealed('oppen')),
  /** A written motivation is to come. */
  skriftlig: field.bool('oppen'),
} as const;
const deltarInte = { punkt: field.id(), klass, person: field.id(), text: field.optional(field.sealed('oppen')) } as const;

const justering = { omgang: field.integer('oppen'), omedelbar: field.bool('oppen'), datum: field.date('oppen'), justerare: field.list(field.id()), punkter: field.list(field.id()) } as const;
const anslag = {
  omgang: field.integer('oppen'),
  datum: field.date('oppen'),
  forvaringsplats: field.sealed('oppen'),
  punkter: field.list(field.id()),
  senast: field.date('oppen'),
  nedtasTidigast: field.date('oppen'),
} as const;

/**
 * What can happen to a meeting, from the plan to the board. Names and shapes are what lies on disk: add, never edit. An
 * item's id is the id of the § it may become; its texts are sealed under `paragraf:<punkt>`, the meeting's own under `sammantrade:<id>`.
 */
export const sammantradeFacts = {
  SammantradePlanerat: fact('PlaneraSammantrade', {
    namnd: field.id(),
    organ: field.code('oppen'),
    datum: field.date('oppen'),
    tid: field.time('oppen'),
    slutTid: field.optional(field.time('oppen')),
    plats: field.sealed('oppen'),
    tidSkriven,
  }),
  SammantradeInstallt: fact('StallInSammantrade', { skal: field.sealed('oppen') }),
  KallelseSkickad: fact('SkickaKallelse', { ...kallelse, avsteg }),

  PunktLagdTill: fact('LaggTillPunkt', { ...nyPunkt, avsteg }),
  PunktFlyttad: fact('FlyttaPunkt', { punkt: field.id(), nr: field.integer('oppen') }),
  /** What is given replaces what stood; the rest stays. */
  PunktAndrad: fact('AndraPunkt', {
    punkt: field.id(),
    klass,
    rubrik: field.optional(field.sealed('oppen')),
    grupp: field.optional(field.sealed('oppen')),
    handlingslage,
    skal: field.optional(field.sealed('arbetsmaterial')),
    avsteg,
  }),
  /** `klass` is the new one; the reason is read by those who may read the stricter of the two. */
  PunktKlassAndrad: fact('AndraPunktensKlass', { punkt: field.id(), klass, forut: klass, sekretesslagrum, skal: field.sealed('sekretess') }),
  /** Once a kallelse has been sent the item keeps its number; before that the agenda closes up. */
  PunktUtgick: fact('DraUrPunkt', { punkt: field.id(), klass, behallerNummer: field.bool('oppen'), skal: field.sealed('oppen') }),
  SekretessblockSatt: fact('SattSekretessblock', { fran: field.integer('oppen'), till: field.integer('oppen'), punkter: field.list(field.id()), rubrik: field.sealed('oppen') }),
  DagordningFaststalld: fact('FaststallDagordning', { tid: field.time('oppen'), tillagda: field.list(field.id()), andringar: field.optional(field.sealed('oppen')) }),

  /** With the settings that stood on the day of the meeting; `plats` when it was held elsewhere than planned. */
  SammantradeOppnat: fact('OppnaSammantrade', { datum: field.date('oppen'), tid: field.time('oppen'), antalLedamoter: field.integer('oppen'), omedelbarJustering: field.bool('oppen'), tidSkriven, plats: field.optional(field.sealed('oppen')), avsteg }),
  /** All that is known of one person's presence; a later fact on the same person replaces it. No `pass` is not there. */
  NarvaroAntecknad: fact('AntecknaNarvaro', narvaro),
  /** Out of the room at one item; `franvarande: false` takes it back. */
  FranvaroVidPunktAntecknad: fact('AntecknaFranvaroVidPunkt', {
    punkt: field.id(),
    person: field.id(),
    franvarande: field.bool('oppen'),
    skal: field.oneOf('oppen', 'jav', 'annat'),
    /** Of jäv: the ground by the wording of the day, what was said of it, who serves instead, and who leads when the chair may not. */
    klass: field.optional(klass),
    grund: field.optional(field.oneOf('oppen', ...JAVSGRUNDER)),
    text: field.optional(field.sealed('oppen')),
    ersattsAv: field.optional(field.id()),
    ledsAv: field.optional(field.id()),
    avsteg,
  }),
  JusterareUtsedd: fact('UtseJusterare', { person: field.id(), ersattare: field.optional(field.id()), dag: field.optional(field.date('oppen')) }),
  /** Those who are there without being elected: officers, staff representatives, guests. Without `punkter` the whole meeting. */
  OvrigNarvaroAntecknad: fact('AntecknaOvrigNarvaro', {
    narvaro: field.id(),
    slag: field.oneOf('oppen', ...NARVAROSLAG),
    /** Title, organisation or role. */
    benamning: field.sealed('oppen'),
    enhet: field.optional(field.sealed('oppen')),
    antal: field.optional(field.integer('oppen')),
    punkter: field.optional(field.list(field.id())),
  }),
  OvrigNarvaroStruken: fact('StrykOvrigNarvaro', { narvaro: field.id(), skal: field.sealed('arbetsmaterial') }),
  /** `angesI`: the protocols that state when it ended. */
  SammantradeAvslutat: fact('AvslutaSammantrade', { tid: field.time('oppen'), tidSkriven, angesI: texter, avsteg }),
  SammantradeAteroppnat: fact('AteroppnaSammantrade', { skal: field.sealed('arbetsmaterial') }),

  YrkandeAntecknat: fact('AntecknaYrkande', { ...yrkande, avsteg }),
  YrkandeAterkallat: fact('AterkallaYrkande', { punkt: field.id(), klass, yrkande: field.id(), skal: field.optional(field.sealed('oppen')) }),
  /** In which order the proposals were put, step by step (KL 5:67). What was noted before is replaced. */
  PropositionsordningFaststalld: fact('FaststallPropositionsordning', { punkt: field.id(), klass, steg }),
  /** How the decision came about; what was noted before is replaced. */
  BeslutsgangAntecknad: fact('AntecknaBeslutsgang', { punkt: field.id(), klass, typ: field.oneOf('oppen', ...BESLUTSGANGSTYPER), steg }),
  OmrostningBegard: fact('BegarOmrostning', { punkt: field.id(), klass, av: field.list(field.id()) }),
  /** A vote on the same two proposals replaces the one before it. */
  OmrostningGenomford: fact('AntecknaOmrostning', { ...omrostning, avsteg }),
  DeltarInteAntecknat: fact('AntecknaDeltarInte', { ...deltarInte, avsteg }),
  ReservationAnmald: fact('AnmalReservation', { ...reservation, avsteg }),
  ReservationMotiverad: fact('LamnaReservationsmotivering', { punkt: field.id(), klass, reservation: field.id(), datum: field.date('oppen'), motivering: field.sealed('oppen') }),
  /** It does not signify dissent (B11). */
  ProtokollsanteckningGjord: fact('GorProtokollsanteckning', {
    punkt: field.id(),
    klass,
    anteckning: field.id(),
    slag: field.oneOf('oppen', ...ANTECKNINGSSLAG),
    av: field.list(field.id()),
    text: field.sealed('oppen'),
    /** The nämnd consented to it by a decision of its own. */
    medgiven: field.optional(field.bool('oppen')),
    avsteg,
  }),

  /** The klubbslag. `ordning` is its place among those of the meeting, and so the order of the §§. */
  BeslutFattat: fact('FattaBeslut', { ...beslut, beslutstyp, avsteg }),
  /** The words of a decision that was taken without them. */
  BeslutUtskrivet: fact('SkrivUtBeslut', { punkt: field.id(), klass, beslutspunkter }),
  BeslutstextRattad: fact('RattaForeJustering', { punkt: field.id(), klass, beslutspunkt: field.integer('oppen'), text: field.sealed('oppen'), skal: field.sealed('arbetsmaterial') }),
  ParagrafNumrerad: fact('SattParagrafnummer', {
    punkt: field.id(),
    ar: field.integer('oppen'),
    nr: field.integer('oppen'),
    datum: field.date('oppen'),
    beslutstyp,
    overklagandeslag,
    arende: field.optional(field.id()),
    klass,
  }),

  /** A protocol of its own with its §§, before it is justerat; the justering of them takes its number. */
  ProtokollUpprattat: fact('UpprattaProtokoll', { omgang: field.integer('oppen'), omedelbar: field.bool('oppen'), punkter: field.list(field.id()), justerare: field.list(field.id()) }),
  /** The protocol as it stands in its own file; what was noted before is replaced. */
  ProtokolluppgifterAntecknade: fact('AntecknaProtokolluppgifter', {
    omgang: field.integer('oppen'),
    satt: field.optional(field.sealed('oppen')),
    /** Title or name. */
    sekreterare: field.optional(field.sealed('oppen')),
    /** Which §§ it holds, by its cover and by its file name, as written there. */
    forsattsblad: field.optional(field.sealed('oppen')),
    filnamn: field.optional(field.sealed('oppen')),
    /** §§ that it only points from, to a protocol of their own. */
    hanvisningar: field.optional(field.list(field.id())),
    sidorPdf: field.optional(field.integer('oppen')),
    sidorSidfot: field.optional(field.integer('oppen')),
    underskriftstjanst: field.optional(field.sealed('oppen')),
    signaturer: field.list(field.object({ roll: field.oneOf('oppen', ...SIGNATURROLLER), person: field.optional(field.id()), tid: field.optional(field.moment('oppen')) })),
  }),
  /** One justering is one omgång: a protocol of its own, with an anslag of its own. `datum` is that of the last signature. */
  ParagraferJusterade: fact('Justera', { ...justering, avsteg }),
  ProtokollAnslaget: fact('AnslaProtokoll', { ...anslag, avsteg }),
  /** `brutet`: it was not up as long as the time for appeal runs. */
  AnslagNedtaget: fact('TaNedAnslag', { omgang: field.integer('oppen'), anslaget: field.date('oppen'), datum: field.date('oppen'), brutet: field.bool('oppen'), punkter: field.list(field.id()), avsteg }),
  /** The board could not be reached; `brutet` is a person's judgement of it (C5). */
  AnslagsavbrottNoterat: fact('NoteraAnslagsavbrott', {
    omgang: field.integer('oppen'),
    anslaget: field.date('oppen'),
    datum: field.date('oppen'),
    fran: field.time('oppen'),
    till: field.time('oppen'),
    brutet: field.bool('oppen'),
    punkter: field.list(field.id()),
    avsteg,
  }),

  // What happened before the nämnd began in Klubba and its rules would have stopped. No reaction listens to these and no clock starts.
  KallelseInlast: fact('LasInKallelse', { ...kallelse, ordforande: field.optional(field.id()), forhinder: field.optional(field.sealed('oppen')), ...inlast }),
  PunktInlast: fact('LasInPunkt', { ...nyPunkt, ...inlast }),
  NarvaroInlast: fact('LasInNarvaro', { ...narvaro, ...inlast }),
  /** With its number, taken from the series by ParagrafnummerInlast. */
  BeslutInlast: fact('LasInBeslut', { ...beslut, beslutstyp: field.oneOf('oppen', ...BESLUTSTYPER, ...EJ_I_KALLAN), ar: field.integer('oppen'), nr: field.integer('oppen'), ...inlast }),
  YrkandeInlast: fact('LasInYrkande', { ...yrkande, ...inlast }),
  OmrostningInlast: fact('LasInOmrostning', { ...omrostning, ...inlast }),
  DeltarInteInlast: fact('LasInDeltarInte', { ...deltarInte, ...inlast }),
  ReservationInlast: fact('LasInReservation', { ...reservation, ...inlast }),
  JusteringInlast: fact('LasInJustering', { ...justering, ...inlast }),
  AnslagInlast: fact('LasInAnslag', { ...anslag, ...inlast }),
} satisfies Facts;
export type SammantradeEvent = EventOf<typeof sammantradeFacts>;
