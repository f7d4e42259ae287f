import { avsteg, type EventOf, type Facts, fact, field } from '@klubba/kernel';
import { arshjulfakta } from './namnd.arshjul.events';
import { begaranfakta } from './namnd.begaran.events';
import { PUNKTSLAG } from './namnd.dagordning';
import { LOKALA_AFTNAR } from '@klubba/lagrum';

/** Only an utskott is a part of another; kommunstyrelse and gemensam nämnd are nämnder with rules of their own (KL 6:1, 9:19). */
export const NAMNDSLAG = ['namnd', 'utskott', 'kommunstyrelse', 'gemensam_namnd'] as const;
export type Namndslag = (typeof NAMNDSLAG)[number];
/** From the ersättare's own group, or in one order for all. */
export const INKALLELSESATT = ['grupp', 'ordning'] as const;

const uppdrag = field.oneOf('oppen', 'ledamot', 'ersattare');
const roll = field.optional(field.oneOf('oppen', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande'));
const lista = field.oneOf('oppen', 'ledamoter', 'ersattare', 'uppdrag');

/**
 * What can happen to a nämnd or an utskott: who sits there and by which rules it works. Names and shapes are what lies on
 * disk: add, never edit. Every `till` is the last day.
 */
export const namndFacts = {
  NamndInrattad: fact('InrattaNamnd', {
    /** The letters of the organ, as its numbers are written: SN, KS. */
    organ: field.code('oppen'),
    namn: field.sealed('oppen'),
    slag: field.oneOf('oppen', ...NAMNDSLAG),
    overordnad: field.optional(field.id()),
    /** The first day in Klubba: what happened at meetings before it may be read in. */
    startdatum: field.optional(field.date('oppen')),
    kommun: field.optional(field.sealed('oppen')),
    /** The four digits of SCB. */
    kommunkod: field.optional(field.number('oppen')),
  }),
  NamndensNamnAndrat: fact('AndraNamndensNamn', { namn: field.sealed('oppen'), fran: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
  /** The settings that hold from `fran` until the next. One with the same `fran` supersedes, and says why. */
  ReglementeFaststallt: fact('FaststallReglemente', {
    fran: field.date('oppen'),
    /** The number that fullmäktige has set, vacancies included (KL 6:16). */
    antalLedamoter: field.integer('oppen'),
    kallelseDagar: field.integer('oppen'),
    kallelseSlag: field.oneOf('oppen', 'kalenderdagar', 'vardagar'),
    omedelbarJustering: field.bool('oppen'),
    justeringssatt: field.oneOf('oppen', 'underskrift', 'digital'),
    antalJusterare: field.integer('oppen'),
    diarieform: field.oneOf('oppen', 'snedstreck_kolon', 'bindestreck', 'blanksteg_snedstreck'),
    /** The running number is written with at least so many digits. */
    diariesiffror: field.integer('oppen'),
    /** The letters in the diarienummer where they differ from the organ's. */
    diariekod: field.optional(field.code('oppen')),
    paragrafform: field.oneOf('oppen', 'nummer', 'nummer_ar', 'organ_nummer'),
    /** Fullmäktige has allowed distance participation (KL 6:24), and the reglemente also for confidential items. */
    distans: field.bool('oppen'),
    distansSekretess: field.bool('oppen'),
    /** Fullmäktige has allowed meetings open to the public (KL 6:25). */
    oppnaSammantraden: field.bool('oppen'),
    /** One who broke off for other reasons than jäv may serve again the same day (B3). */
    aterintrade: field.bool('oppen'),
    /** The nämnd has decided that its meetings are open where the law lets them be (A8). */
    oppetSomRegel: field.optional(field.bool('oppen')),
    /** From which parties an ersättare comes, in order, when the own one has none left (B2). */
    inkallelseordning: field.optional(field.list(field.object({ parti: field.code('oppen'), sedan: field.list(field.code('oppen')) }))),
    /** The order of an agenda (A6). */
    dagordningsmall: field.optional(field.list(field.oneOf('oppen', ...PUNKTSLAG))),
    /** Rows of these kinds get no § of their own when nothing is decided. */
    utanParagraf: field.optional(field.list(field.oneOf('oppen', ...PUNKTSLAG))),
    /** A ledamot who comes late may take the seat, and a seat may change hands while an item is treated (B3). */
    sentIntrade: field.optional(field.bool('oppen')),
    byteInomPunkt: field.optional(field.bool('oppen')),
    /** Who is called in: from the group first (PropV 22 §), or in the order that fullmäktige has set (KL 6:16), and the groups in turn when a group has none (B2). */
    inkallelse: field.optional(field.oneOf('oppen', ...INKALLELSESATT)),
    gruppordning: field.optional(field.list(field.code('oppen'))),
    /** Fullmäktige has given others elected a right to be there (KL 4:28). */
    insynsplats: field.optional(field.bool('oppen')),
    /** Staff representatives: not in some nämnder, and in an utskott only if it says so (KL 7:12). */
    personalforetradare: field.optional(field.bool('oppen')),
    /** Of an utskott: it prepares and decides nothing (KL 6:41). */
    beredande: field.optional(field.bool('oppen')),
    /** When a complaint is to be answered, and which eves are no arbetsdagar (H1, K1). */
    klagomalDagar: field.optional(field.integer('oppen')),
    klagomalSlag: field.optional(field.oneOf('oppen', 'kalenderdagar', 'arbetsdagar')),
    friaAftnar: field.optional(field.list(field.oneOf('oppen', ...LOKALA_AFTNAR))),
    /** The day fullmäktige decided. */
    beslutsdatum: field.optional(field.date('oppen')),
    skal: field.optional(field.sealed('arbetsmaterial')),
    avsteg,
  }),
  ValdForUppdrag: fact('ValjForUppdrag', {
    person: field.id(),
    uppdrag,
    roll,
    parti: field.code('oppen'),
    /** The list they were elected on, when it is not the party's own: parties that stood together, or one who has left. */
    grupp: field.optional(field.code('oppen')),
    /** The place in the roll call; for ersättare the order of service (inkallelseordning). */
    ordning: field.integer('oppen'),
    fran: field.date('oppen'),
    till: field.optional(field.date('oppen')),
    avsteg,
  }),
  UppdragAvslutat: fact('AvslutaUppdrag', { person: field.id(), uppdrag, fran: field.date('oppen'), till: field.date('oppen'), skal: field.optional(field.sealed('personuppgift')) }),
  /** It never was so: recorded by mistake. */
  UppdragStruket: fact('StrykUppdrag', { person: field.id(), uppdrag, fran: field.date('oppen'), skal: field.sealed('personuppgift') }),
  /** Those who represent the staff (KL 7:10) from this day until the next list; their ersättare are called only when they serve (KL 7:18), and are not kept. */
  PersonalforetradareSatta: fact('SattPersonalforetradare', { fran: field.date('oppen'), personer: field.list(field.id()), avsteg }),
  /** Which heading each column of a kind of list had: the suggestion the next time. */
  KolumnmappningSparad: fact('SparaKolumnmappning', { lista, kolumner: field.list(field.object({ falt: field.code('oppen'), rubrik: field.sealed('arbetsmaterial') })) }),
  /** A seat from a list, or the last day of one that stood. It holds when the list's own fact has followed. */
  UppdragInlast: fact('LasInUppdrag', {
    /** Its row in the file. */
    rad: field.integer('oppen'),
    person: field.id(), uppdrag, roll, parti: field.code('oppen'), ordning: field.integer('oppen'), fran: field.date('oppen'), till: field.optional(field.date('oppen')),
  }),
  /** The list was read in: the seats before it become true, all at once, for whoever reads in the middle of them too. */
  UppdragslistaInlast: fact('LasInUppdrag', {
    lista,
    /** Seats that were new or ended. */
    antal: field.integer('oppen'),
    /** Where the list comes from. */
    kalla: field.sealed('arbetsmaterial'),
    avsteg,
  }),
  ...begaranfakta,
  ...arshjulfakta,
} satisfies Facts;
export type NamndEvent = EventOf<typeof namndFacts>;
