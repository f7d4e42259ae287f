import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { ANDRINGSGRUNDER, OVERKLAGANDESLAG } from '@klubba/lagrum';
import { partersfakta } from './paragraf.parter.events';

/** The minority languages of MIN 8 §, and any other (FL 13 §). */
export const OVERSATTNINGSSPRAK = ['finska', 'meankieli', 'samiska', 'annat'] as const;
/** A later § that this one is told of. */
const senare = { paragraf: field.id(), namnd: field.id(), ar: field.integer('oppen'), nr: field.integer('oppen'), bokstav: field.optional(field.code('oppen')), datum: field.date('oppen') } as const;

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
    /** § 196 a. */
    bokstav: field.optional(field.code('oppen')),
    /** Of an utskott that only prepares: justering does not make it allmän (TF 2:10 st. 3). */
    beredande: field.optional(field.bool('oppen')),
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
    avsteg,
  }),
  /** It was changed by a later decision; its own words stay (D8). */
  ParagrafAndrad: fact('NoteraAndring', { ...senare, grund: field.oneOf('oppen', ...ANDRINGSGRUNDER) }),
  /** Another organ dealt with what it proposed (D6). */
  ForslagBehandlat: fact('NoteraForslagsbehandling', { ...senare, beslutstyp: field.code('oppen') }),
  /** A party asks to have it translated (MIN 8 §, FL 13 §). */
  OversattningBegard: fact('NoteraOversattningsbegaran', {
    begaran: field.id(),
    sprak: field.oneOf('personuppgift', ...OVERSATTNINGSSPRAK),
    /** Which one, when it is another. */
    annatSprak: field.optional(field.sealed('personuppgift')),
    av: field.sealed('personuppgift'),
    datum: field.date('oppen'),
    avsteg,
  }),
  OversattningLamnad: fact('NoteraOversattning', { begaran: field.id(), datum: field.date('oppen') }),
  LagaKraftEfterfragad: fact('FragaOmLagaKraft', { domstol: field.sealed('oppen'), datum: field.date('oppen') }),
  /** What the court answered. `efterOverklagande`: it had been appealed, and the appeal is decided. */
  LagaKraftBekraftad: fact('BekraftaLagaKraft', { datum: field.date('oppen'), kalla: field.sealed('oppen'), efterOverklagande: field.bool('oppen'), avsteg }),
  OverklagandeNoterat: fact('NoteraOverklagande', { mal: field.sealed('personuppgift'), datum: field.date('oppen') }),
  ...partersfakta,
  LagaKraftIntygad: fact('IntygaLagaKraft', { datum: field.date('oppen'), avsteg }),
} satisfies Facts;
export type ParagrafEvent = EventOf<typeof paragrafFacts>;
