import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';

/** Who is there without being elected to the nämnd (B6); and the secretaries, who may be two and have their own items. */
export const NARVAROSLAG = ['tjansteperson', 'personalforetradare', 'ovrig', 'sekreterare', 'insynsplats', 'upplysningsperson', 'forslagsstallare', 'revisor'] as const;
/** Matters in which staff representatives have no right to be (KL 7:14 p 2–6). */
export const EJ_PERSONALFORETRADARE = ['forhandling', 'uppsagning_av_kollektivavtal', 'arbetskonflikt', 'rattstvist', 'bestallning_eller_upphandling'] as const;

export const ovrigNarvaro = {
  narvaro: field.id(),
  slag: field.oneOf('oppen', ...NARVAROSLAG),
  /** Title, organisation or role. */
  benamning: field.sealed('oppen'),
  enhet: field.optional(field.sealed('oppen')),
  antal: field.optional(field.integer('oppen')),
  punkter: field.optional(field.list(field.id())),
  /** Took part in the överläggning too. */
  overlaggning: field.optional(field.bool('oppen')),
} as const;

/** Who else may be in the room, for which item (B6). */
export const rummetsfakta = {
  /** Those who are there without being elected: officers, staff representatives, guests. Without `punkter` the whole meeting. */
  OvrigNarvaroAntecknad: fact('AntecknaOvrigNarvaro', { ...ovrigNarvaro, avsteg }),
  OvrigNarvaroStruken: fact('StrykOvrigNarvaro', { narvaro: field.id(), skal: field.sealed('arbetsmaterial') }),
  /** An officer or a staff representative is jävig at an item, and out of the room (KL 7:4, 7:17); `javig: false` takes it back. */
  OvrigtJavAntecknat: fact('AntecknaOvrigtJav', { punkt: field.id(), klass, narvaro: field.id(), javig: field.bool('oppen'), text: field.optional(field.sealed('oppen')) }),
  /** The nämnd's own decision for one item (KL 6:25, 6:26, 7:13); `medges: false` takes it back. */
  NarvaroMedgiven: fact('MedgeNarvaro', { punkt: field.id(), klass, slag: field.oneOf('oppen', ...NARVAROSLAG), medges: field.bool('oppen'), overlaggning: field.bool('oppen') }),
  /** What an item is to those who represent the staff (KL 7:13–14); a later one replaces it. */
  PersonalnarvaroBedomd: fact('BedomPersonalnarvaro', {
    punkt: field.id(),
    arbetsgivarfraga: field.bool('arbetsmaterial'),
    /** Myndighetsutövning against nobody in particular: a föreskrift or a taxa. */
    obestamdKrets: field.bool('arbetsmaterial'),
    undantag: field.list(field.oneOf('arbetsmaterial', ...EJ_PERSONALFORETRADARE)),
  }),
  /** A party's right to speak before the nämnd (SoL 14:8; in LSS matters FL 24): all that is known of it, a later one on the same party replaces it. */
  PartsrattAntecknad: fact('AntecknaPartsratt', {
    punkt: field.id(),
    klass,
    part: field.id(),
    /** Who it is, for those who may know. */
    benamning: field.sealed('sekretess'),
    lag: field.oneOf('oppen', 'sol', 'lss'),
    informerad: field.bool('arbetsmaterial'),
    begart: field.bool('arbetsmaterial'),
    /** The clock time in the kallelse. */
    tid: field.optional(field.time('arbetsmaterial')),
    /** Why it was refused: särskilda skäl, or that it is obehövligt. */
    nekad: field.optional(field.sealed('sekretess')),
  }),
  /** The party came in, spoke, answered and left. */
  PartHord: fact('AntecknaPartensUppgifter', { punkt: field.id(), klass, part: field.id(), fran: field.dayTime('oppen'), till: field.dayTime('oppen') }),
} satisfies Facts;
