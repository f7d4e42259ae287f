import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';
import { partersfakta } from './paragraf.parter.events';

/** What can happen to a § once it has its number. Its decision stands in the meeting's stream; here is how it lives on. */
export const paragrafFacts = {
  ParagrafOppnad: fact('OppnaParagraf', {
    sammantrade: field.id(),
    ar: field.integer('oppen'),
    nr: field.integer('oppen'),
    datum: field.date('oppen'),
    beslutstyp: field.code('oppen'),
    overklagandeslag: field.oneOf('oppen', ...OVERKLAGANDESLAG),
    arende: field.optional(field.id()),
    klass,
  }),
  ParagrafensKlassAndrad: fact('NoteraKlass', { klass }),
  ParagrafJusterad: fact('NoteraJustering', { omgang: field.integer('oppen'), omedelbar: field.bool('oppen'), datum: field.date('oppen') }),
  AnslagNoterat: fact('NoteraAnslag', { omgang: field.integer('oppen'), datum: field.date('oppen') }),
  NedtagningNoterad: fact('NoteraNedtagning', { anslaget: field.date('oppen'), datum: field.date('oppen'), brutet: field.bool('oppen') }),
  AvbrottNoterat: fact('NoteraAvbrott', { anslaget: field.date('oppen'), datum: field.date('oppen'), brutet: field.bool('oppen') }),
  /** An obvious slip after justering; the text at the klubbslag stays where it is (D8). */
  ParagrafRattad: fact('RattaParagraf', {
    klass,
    beslutspunkt: field.optional(field.integer('oppen')),
    text: field.sealed('oppen'),
    datum: field.date('oppen'),
    skal: field.sealed('oppen'),
    /** Its meeting, whose signatures hear of it. */
    sammantrade: field.optional(field.id()),
  }),
  LagaKraftEfterfragad: fact('FragaOmLagaKraft', { domstol: field.sealed('oppen'), datum: field.date('oppen') }),
  /** What the court answered. `efterOverklagande`: it had been appealed, and the appeal is decided. */
  LagaKraftBekraftad: fact('BekraftaLagaKraft', { datum: field.date('oppen'), kalla: field.sealed('oppen'), efterOverklagande: field.bool('oppen'), avsteg }),
  OverklagandeNoterat: fact('NoteraOverklagande', { mal: field.sealed('personuppgift'), datum: field.date('oppen') }),
  ...partersfakta,
  LagaKraftIntygad: fact('IntygaLagaKraft', { datum: field.date('oppen'), avsteg }),
} satisfies Facts;
export type ParagrafEvent = EventOf<typeof paragrafFacts>;
