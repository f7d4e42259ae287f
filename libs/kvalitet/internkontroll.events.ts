import { type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { behandling } from './kvalitet.gemensamt.events';

export const FREKVENSER = ['manad', 'kvartal', 'tertial', 'halvar', 'ar'] as const;
export const KONTROLLRESULTAT = ['utan_avvikelse', 'mindre_avvikelse', 'storre_avvikelse', 'inte_utford'] as const;
const paragraf = { punkt: field.id(), datum: field.date('oppen'), ar: field.integer('oppen'), nummer: field.integer('oppen') };

/** What can happen to a plan of internal control (KL 6:6). Names and shapes are what lies on disk: add, never edit. */
export const internkontrollFacts = {
  InternkontrollplanUpprattad: fact('UpprattaInternkontrollplan', { namnd: field.id(), klass, rubrik: field.sealed('oppen'), fran: field.date('oppen'), till: field.date('oppen'), arende: field.optional(field.id()) }),
  KontrollmomentTillagt: fact('LaggTillKontrollmoment', { klass, moment: field.integer('oppen'), text: field.sealed('oppen'), ansvarig: field.sealed('oppen'), frekvens: field.oneOf('oppen', ...FREKVENSER) }),
  KontrollmomentUtgatt: fact('TaBortKontrollmoment', { klass, moment: field.integer('oppen'), skal: field.sealed('oppen') }),
  /** A § on it: it may be adopted by it, or reported in it. */
  InternkontrollBehandlad: fact('NoteraInternkontrollbehandling', behandling),
  InternkontrollplanAntagen: fact('AntaInternkontrollplan', paragraf),
  InternkontrollUtford: fact('NoteraInternkontroll', { klass, moment: field.integer('oppen'), datum: field.date('oppen'), resultat: field.oneOf('oppen', ...KONTROLLRESULTAT), text: field.optional(field.sealed('oppen')) }),
  /** The year's report to the nämnd. */
  InternkontrollRedovisad: fact('RedovisaInternkontroll', paragraf),
} satisfies Facts;
export type InternkontrollEvent = EventOf<typeof internkontrollFacts>;
