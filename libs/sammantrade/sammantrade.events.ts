import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';

export const PUNKTSLAG = ['formalia', 'information', 'arende', 'remissvar', 'lex_sarah', 'delegationsanmalan', 'meddelanden', 'val', 'ovrigt'] as const;
export const HANDLINGSLAGEN = ['bifogas', 'skickas_senare', 'delas_ut_vid_sammantradet', 'finns_hos_forvaltningen'] as const;
/** What became of an item (B12), and that nothing was decided, or that it was no longer on the agenda. */
export const BESLUTSTYPER = [
  'besluta', 'bifalla', 'avsla', 'godkanna', 'anta', 'faststalla', 'stalla_sig_bakom', 'avge_yttrande', 'overlamna', 'foresla_ks', 'foresla_kf',
  'lagga_till_handlingarna', 'notera', 'avskriva', 'avvisa', 'bordlagga', 'aterremittera', 'utse', 'uppdra_at', 'ge_ordforanden_i_uppdrag', 'inget_beslut', 'utga',
] as const;

/** Chapter and section of OSL: `26:1`. */
const sekretesslagrum = field.optional(field.code('arbetsmaterial'));
const handlingslage = field.optional(field.oneOf('oppen', ...HANDLINGSLAGEN));
const overklagandeslag = field.oneOf('oppen', ...OVERKLAGANDESLAG);
const beslutstyp = field.oneOf('oppen', ...BESLUTSTYPER);
const beslutspunkter = field.list(field.object({
  text: field.sealed('oppen'),
  /** The verb and who decides, in the words of the minutes. */
  verb: field.optional(field.sealed('oppen')),
  subjekt: field.optional(field.sealed('oppen')),
  /** This point is the one that says "Paragrafen justeras omedelbart" (C4). */
  omedelbarJustering: field.optional(field.bool('oppen')),
}));
/** When a person served or was only there: from and with an item or a clock time, to and with an item or until a clock time. */
const pass = field.object({
  tjanstgor: field.bool('oppen'),
  /** Whose seat an ersättare takes: a ledamot of today, or the one after whom the seat is vacant. */
  ersatter: field.optional(field.id()),
  franPunkt: field.optional(field.id()),
  tillPunkt: field.optional(field.id()),
  fran: field.optional(field.time('oppen')),
  till: field.optional(field.time('oppen')),
});

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
  }),
  SammantradeInstallt: fact('StallInSammantrade', { skal: field.sealed('oppen') }),
  KallelseSkickad: fact('SkickaKallelse', {
    version: field.integer('oppen'),
    datum: field.date('oppen'),
    ordforande: field.id(),
    /** To whom förhinder is told, as it stands in the kallelse. */
    forhinder: field.sealed('oppen'),
    kallade: field.list(field.id()),
    /** The agenda as sent, in order; a number that the matter got after the item was put there comes with it. */
    punkter: field.list(field.object({ punkt: field.id(), nr: field.integer('oppen'), diarienummer: field.optional(field.number('oppen')) })),
    avsteg,
  }),

  PunktLagdTill: fact('LaggTillPunkt', {
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
    avsteg,
  }),
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

  /** With the settings that stood on the day of the meeting. */
  SammantradeOppnat: fact('OppnaSammantrade', { datum: field.date('oppen'), tid: field.time('oppen'), antalLedamoter: field.integer('oppen'), omedelbarJustering: field.bool('oppen'), avsteg }),
  /** All that is known of one person's presence; a later fact on the same person replaces it. No `pass` is not there. */
  NarvaroAntecknad: fact('AntecknaNarvaro', {
    person: field.id(),
    uppdrag: field.oneOf('oppen', 'ledamot', 'ersattare'),
    roll: field.optional(field.oneOf('oppen', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande')),
    parti: field.code('oppen'),
    pass: field.list(pass),
    franvaroskal: field.optional(field.sealed('personuppgift')),
  }),
  /** Out of the room at one item; `franvarande: false` takes it back. */
  FranvaroVidPunktAntecknad: fact('AntecknaFranvaroVidPunkt', { punkt: field.id(), person: field.id(), franvarande: field.bool('oppen'), skal: field.oneOf('oppen', 'jav', 'annat') }),
  JusterareUtsedd: fact('UtseJusterare', { person: field.id(), ersattare: field.optional(field.id()), dag: field.optional(field.date('oppen')) }),
  SammantradeAvslutat: fact('AvslutaSammantrade', { tid: field.time('oppen'), avsteg }),
  SammantradeAteroppnat: fact('AteroppnaSammantrade', { skal: field.sealed('arbetsmaterial') }),

  /** The klubbslag. `ordning` is its place among those of the meeting, and so the order of the §§. */
  BeslutFattat: fact('FattaBeslut', {
    punkt: field.id(),
    ordning: field.integer('oppen'),
    datum: field.date('oppen'),
    tid: field.time('oppen'),
    beslutstyp,
    beslutspunkter,
    overklagandeslag,
    arende: field.optional(field.id()),
    klass,
    avsteg,
  }),
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

  /** One justering is one omgång: a protocol of its own, with an anslag of its own. `datum` is that of the last signature. */
  ParagraferJusterade: fact('Justera', { omgang: field.integer('oppen'), omedelbar: field.bool('oppen'), datum: field.date('oppen'), justerare: field.list(field.id()), punkter: field.list(field.id()), avsteg }),
  ProtokollAnslaget: fact('AnslaProtokoll', {
    omgang: field.integer('oppen'),
    datum: field.date('oppen'),
    forvaringsplats: field.sealed('oppen'),
    punkter: field.list(field.id()),
    senast: field.date('oppen'),
    nedtasTidigast: field.date('oppen'),
    avsteg,
  }),
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
} satisfies Facts;
export type SammantradeEvent = EventOf<typeof sammantradeFacts>;
