import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';
import { DELFAENDESATT, OVERKLAGANDESLAG } from '@klubba/lagrum';

/** Why a late appeal is not rejected (FL 45). */
export const RATTIDSUNDANTAG = ['felaktig_underrattelse', 'i_domstolen_i_tid'] as const;

const skal = field.sealed('arbetsmaterial');
/** How a § is appealed when its class says more than the klubbslag did, its parties and their time, and what came in (D1, D3, FL 43–46). */
export const partersfakta = {
  /** Of the §, or of one of its decision points. `lagrum`: the special rule that gives it. */
  OverklagandeslagBestamt: fact('BestamOverklagandeslag', {
    klass,
    beslutspunkt: field.optional(field.integer('oppen')),
    overklagandeslag: field.oneOf('oppen', ...OVERKLAGANDESLAG),
    lagrum: field.optional(field.lagrum('oppen')),
    skal,
  }),
  /** `allman`: stands for the public, whose time runs from the day of the decision (FL 44). */
  PartRegistrerad: fact('RegistreraPart', { klass, part: field.id(), person: field.optional(field.id()), namn: field.optional(field.sealed('personuppgift')), allman: field.bool('oppen') }),
  PartStruken: fact('StrykPart', { klass, part: field.id(), skal }),
  /** `mottagare`: whom of those that the decision was sent to; the same again replaces what was noted. */
  DelfaendeNoterat: fact('NoteraDelfaende', {
    klass,
    part: field.id(),
    mottagare: field.optional(field.id()),
    datum: field.date('oppen'),
    satt: field.oneOf('oppen', ...DELFAENDESATT),
    bevis: field.optional(field.sealed('personuppgift')),
    avsteg,
  }),
  /** An appeal that came to the kommun. What the court tells of is OverklagandeNoterat. */
  OverklagandeInkommet: fact('TaEmotOverklagande', { klass, overklagande: field.id(), part: field.optional(field.id()), av: field.optional(field.sealed('personuppgift')), datum: field.date('oppen') }),
  /** FL 45. `sista`: the party's last day as it was reckoned; absent when the time had not begun. */
  RattidProvad: fact('ProvaRattid', {
    klass,
    overklagande: field.id(),
    datum: field.date('oppen'),
    sista: field.optional(field.date('oppen')),
    iTid: field.bool('oppen'),
    undantag: field.optional(field.oneOf('oppen', ...RATTIDSUNDANTAG)),
    skal: field.optional(skal),
  }),
  OverklagandeOverlamnat: fact('OverlamnaOverklagande', { klass, overklagande: field.id(), datum: field.date('oppen'), domstol: field.sealed('oppen') }),
} satisfies Facts;
