import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';
import { PUNKTSLAG } from '@klubba/namnd';
import { texter, tidSkriven } from './sammantrade.gemensamt.events';

/** The four grounds of KL 6:28 from 2022-07-01, and the five of before it. */
export const JAVSGRUNDER = ['berord', 'stallforetradare_eller_ombud', 'tillsyn', 'sarskild_omstandighet', 'sak_slakt_eller_intresse', 'stallforetradare', 'ombud_eller_bitrade', 'delikatess'] as const;

const roll = field.optional(field.oneOf('oppen', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande'));
/** When a person served or was only there: from and with an item or a clock time, to and with an item or until a clock time. */
const pass = field.object({
  tjanstgor: field.bool('oppen'),
  /** Whose seat an ersättare takes: a ledamot of today, or the one after whom the seat is vacant. */
  ersatter: field.optional(field.id()),
  vakant: field.optional(field.bool('oppen')),
  franPunkt: field.optional(field.id()),
  tillPunkt: field.optional(field.id()),
  fran: field.optional(field.dayTime('oppen')),
  till: field.optional(field.dayTime('oppen')),
  /** From elsewhere: with picture and sound, and all see and hear each other on the same terms (KL 6:24, 5:16). */
  distans: field.optional(field.object({ bild: field.bool('oppen'), ljud: field.bool('oppen'), likaVillkor: field.bool('oppen') })),
});

/** Why someone was not jävig after all: no ground, a ground openly of no importance (KL 6:29), and the two exceptions of KL 6:31. */
export const EJ_JAV = ['ingen_grund', 'utan_betydelse', 'foretag_eller_stiftelse', 'annan_namnd'] as const;
/** Whether the nämnd itself may have personalföreträdare, or what stands against it (KL 7:12). */
export const PERSONALNARVARO = ['ja', 'nej', 'styrelsen', 'utskott'] as const;
/** What the nämnd's reglemente says on the day of the meeting of who may be there and serve (B2–B6), and whether an utskott decides (E9). */
const regler = field.object({
  utskott: field.bool('oppen'),
  distans: field.bool('oppen'),
  distansSekretess: field.bool('oppen'),
  aterintrade: field.bool('oppen'),
  sentIntrade: field.bool('oppen'),
  byteInomPunkt: field.bool('oppen'),
  insynsplats: field.bool('oppen'),
  personalforetradare: field.oneOf('oppen', ...PERSONALNARVARO),
  beredande: field.bool('oppen'),
});

export const narvaro = {
  person: field.id(),
  uppdrag: field.oneOf('oppen', 'ledamot', 'ersattare'),
  roll,
  parti: field.code('oppen'),
  pass: field.list(pass),
  franvaroskal: field.optional(field.sealed('personuppgift')),
} as const;

/** Opened and closed, and who was there for what (B1–B6). */
export const narvarofakta = {
  /** With the settings that stood on the day of the meeting; `plats` when it was held elsewhere than planned. */
  SammantradeOppnat: fact('OppnaSammantrade', { datum: field.date('oppen'), tid: field.time('oppen'), antalLedamoter: field.integer('oppen'), omedelbarJustering: field.bool('oppen'), tidSkriven, plats: field.optional(field.sealed('oppen')), utanParagraf: field.optional(field.list(field.oneOf('oppen', ...PUNKTSLAG))), regler: field.optional(regler), avsteg }),
  /** All that is known of one person's presence; a later fact on the same person replaces it. No `pass` is not there. */
  NarvaroAntecknad: fact('AntecknaNarvaro', { ...narvaro, avsteg }),
  /** The roll was called before the first item: what is known of each one named, all at once. */
  UppropHallet: fact('HallUpprop', { antecknade: field.list(field.object(narvaro)), avsteg }),
  /** Who leads where nobody of the presidium does; without `punkter` at all of them. */
  MotesordforandeUtsedd: fact('UtseMotesordforande', { person: field.id(), som: field.oneOf('oppen', 'alderspresident', 'vald'), punkter: field.optional(field.list(field.id())) }),
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
  /** The nämnd decided whether someone is jävig (KL 6:30). */
  JavProvat: fact('ProvaJav', {
    punkt: field.id(),
    klass,
    person: field.id(),
    jav: field.bool('oppen'),
    varfor: field.optional(field.oneOf('oppen', ...EJ_JAV)),
    /** Took part in the decision on it, since the nämnd could not decide otherwise. */
    deltog: field.bool('oppen'),
    text: field.optional(field.sealed('oppen')),
    avsteg,
  }),
  JusterareUtsedd: fact('UtseJusterare', { person: field.id(), ersattare: field.optional(field.id()), dag: field.optional(field.date('oppen')) }),
  /** It was interrupted; `till` when it is told afterwards. */
  SammantradeAjournerat: fact('AjourneraSammantrade', { fran: field.dayTime('oppen'), till: field.optional(field.dayTime('oppen')), skal: field.optional(field.sealed('oppen')) }),
  SammantradeAterupptaget: fact('AterupptaSammantrade', { tid: field.dayTime('oppen'), avsteg }),
  /** `angesI`: the protocols that state when it ended. */
  SammantradeAvslutat: fact('AvslutaSammantrade', { tid: field.dayTime('oppen'), tidSkriven, angesI: texter, avsteg }),
  SammantradeAteroppnat: fact('AteroppnaSammantrade', { skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
