import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { behandling, matvarde } from './kvalitet.gemensamt.events';
import { ENHETER, KONTROLLSLAG } from './siffror';

/** The headings of SOSFS 2011:9, which a report is held against unless the nämnd says otherwise. */
export const GRUNDAVSNITT = ['grundlaggande_uppbyggnad', 'processer_och_rutiner', 'samverkan', 'riskanalys', 'egenkontroll', 'utredning_av_avvikelser', 'forbattrande_atgarder', 'personalens_medverkan'] as const;
export const AVSNITT = [
  ...GRUNDAVSNITT, 'utbildningsniva', 'brukarenkat', 'kolada', 'dokumentationsgranskning', 'it_sakerhet_och_sekretess', 'overklaganden', 'ej_verkstallda_beslut', 'atgardsplan', 'ovrigt',
] as const;
export type Avsnitt = (typeof AVSNITT)[number];
/** Registers whose totals may be told in a report. */
export const REGISTERKALLOR = ['klagomal', 'avvikelse', 'lexsarah', 'ejverkstalld', 'overklagande', 'delegationsbeslut', 'remiss', 'uppdrag', 'riskanalys', 'internkontroll'] as const;

/**
 * The facts behind a figure. `register`: its totals as of `position` in this copy of the log. `indikator`: the fact that holds the month's value, in the
 * stream `indikator-<id>`. `manuell`: what someone wrote off, and from where.
 */
const kalla = field.object({
  slag: field.oneOf('oppen', 'register', 'indikator', 'manuell'),
  register: field.optional(field.oneOf('oppen', ...REGISTERKALLOR)),
  logg: field.optional(field.id()),
  position: field.optional(field.integer('oppen')),
  indikator: field.optional(field.id()),
  manad: field.optional(field.date('oppen')),
  faktum: field.optional(field.id()),
  version: field.optional(field.integer('oppen')),
  text: field.optional(field.sealed('oppen')),
});

/** What can happen to a report on the year's work with quality. Names and shapes are what lies on disk: add, never edit. */
export const kvalitetsberattelseFacts = {
  KvalitetsberattelsePaborjad: fact('PaborjaKvalitetsberattelse', { namnd: field.id(), klass, ar: field.integer('oppen'), rubrik: field.sealed('oppen'), arende: field.optional(field.id()), checklista: field.list(field.oneOf('oppen', ...AVSNITT)) }),
  AvsnittSkrivet: fact('SkrivAvsnitt', { klass, avsnitt: field.oneOf('oppen', ...AVSNITT), text: field.sealed('oppen') }),
  /** A figure by its key: its first, or another in its place. */
  SiffraAngiven: fact('AngeSiffra', {
    klass, avsnitt: field.oneOf('oppen', ...AVSNITT), nyckel: field.code('oppen'), ...matvarde, dag: field.optional(field.date('oppen')), enhet: field.optional(field.oneOf('oppen', ...ENHETER)),
    /** The year that the figure is said to be of. */
    ar: field.optional(field.integer('oppen')),
    kalla, skal: field.optional(field.sealed('oppen')), avsteg,
  }),
  SiffraStruken: fact('StrykSiffra', { klass, nyckel: field.code('oppen'), skal: field.sealed('oppen') }),
  /** What must hold between figures. */
  SifferkontrollTillagd: fact('LaggTillSifferkontroll', { nr: field.integer('oppen'), slag: field.oneOf('oppen', ...KONTROLLSLAG), delar: field.list(field.code('oppen')), mot: field.code('oppen') }),
  SifferkontrollStruken: fact('StrykSifferkontroll', { klass, nr: field.integer('oppen'), skal: field.sealed('oppen') }),
  /** A version is closed, with what did not agree in it. */
  KvalitetsberattelseFardigstalld: fact('FardigstallKvalitetsberattelse', {
    version: field.integer('oppen'), datum: field.date('oppen'), saknadeAvsnitt: field.list(field.oneOf('oppen', ...AVSNITT)),
    anmarkningar: field.list(field.object({ kod: field.code('oppen'), nycklar: field.list(field.code('oppen')) })), avsteg,
  }),
  KvalitetsberattelseOppnad: fact('OppnaKvalitetsberattelse', { klass, skal: field.sealed('oppen') }),
  /** A § on it, and the version that it took. */
  KvalitetsberattelseBehandlad: fact('NoteraKvalitetsberattelsebehandling', { ...behandling, version: field.integer('oppen') }),
} satisfies Facts;
export type KvalitetsberattelseEvent = EventOf<typeof kvalitetsberattelseFacts>;
