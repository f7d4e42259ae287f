import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';
import { PUNKTSLAG } from '@klubba/namnd';
import { texter, tidSkriven } from './sammantrade.gemensamt.events';

export const NARVAROSLAG = ['tjansteperson', 'personalforetradare', 'ovrig'] as const;
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
  fran: field.optional(field.time('oppen')),
  till: field.optional(field.time('oppen')),
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
  SammantradeOppnat: fact('OppnaSammantrade', { datum: field.date('oppen'), tid: field.time('oppen'), antalLedamoter: field.integer('oppen'), omedelbarJustering: field.bool('oppen'), tidSkriven, plats: field.optional(field.sealed('oppen')), utanParagraf: field.optional(field.list(field.oneOf('oppen', ...PUNKTSLAG))), avsteg }),
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
} satisfies Facts;
