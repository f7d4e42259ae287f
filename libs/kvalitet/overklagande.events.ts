import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

/** By which law the decision was made that is appealed: what statistics go by (H4). */
export const OVERKLAGADE_LAGAR = ['SoL', 'LSS', 'LVU', 'LVM', 'OSL', 'annan'] as const;
export const INSTANSER = ['FR', 'KR', 'HFD'] as const;
/** What a court made of it (H4). */
export const DOMSTOLSUTFALL = ['bifall', 'delvis', 'avslag', 'avvisat', 'avskrivet', 'aterforvisat'] as const;
export const OMPROVNINGAR = ['oandrat', 'andrat_delvis', 'andrat_helt'] as const;
export const RATTID = ['i_tid', 'for_sent_men_provas', 'avvisas'] as const;

const malnummer = field.optional(field.sealed('personuppgift'));

/** What can happen to an appeal of a decision. Names and shapes are what lies on disk: add, never edit. */
export const overklagandeFacts = {
  OverklagandeRegistrerat: fact('RegistreraOverklagande', {
    namnd: field.id(),
    klass,
    arende: field.optional(field.id()),
    beteckning: field.optional(field.number('oppen')),
    lag: field.oneOf('oppen', ...OVERKLAGADE_LAGAR),
    /** The municipality's own word for what it is about, so that it can be counted: ek_bistand, barn. */
    omrade: field.code('oppen'),
    beslutsdatum: field.date('oppen'),
    /** The § that is appealed, where it stands in Klubba. */
    punkt: field.optional(field.id()),
    /** When the one who appeals was told of the decision (FL 44). */
    fickDel: field.optional(field.date('oppen')),
    inkom: field.date('oppen'),
    klagande: field.optional(field.sealed('personuppgift')),
    handlaggare: field.optional(field.id('arbetsmaterial')),
  }),
  /** The nämnd itself appeals a court's decision in a case that did not come here as an appeal, as when it applied for care under LVU. */
  NamndensOverklagandeInlamnat: fact('LamnaNamndensOverklagande', {
    namnd: field.id(),
    klass,
    arende: field.optional(field.id()),
    beteckning: field.optional(field.number('oppen')),
    lag: field.oneOf('oppen', ...OVERKLAGADE_LAGAR),
    omrade: field.code('oppen'),
    beslutsdatum: field.date('oppen'),
    inkom: field.date('oppen'),
    instans: field.oneOf('oppen', ...INSTANSER),
    malnummer,
    /** The § by which the nämnd decided to appeal. */
    punkt: field.optional(field.id()),
    handlaggare: field.optional(field.id('arbetsmaterial')),
    avsteg,
  }),
  OverklagandeRattidsprovat: fact('RattidsprovaOverklagande', { klass, datum: field.date('oppen'), resultat: field.oneOf('oppen', ...RATTID), skal: field.optional(field.sealed('oppen')), avsteg }),
  BeslutetOmprovat: fact('OmprovaBeslutet', { klass, datum: field.date('oppen'), resultat: field.oneOf('oppen', ...OMPROVNINGAR), skal: field.optional(field.sealed('oppen')) }),
  /** `instans` left out: förvaltningsrätten, before it was said. */
  OverklagandeLamnatTillRatten: fact('LamnaOverklagandeTillRatten', { klass, datum: field.date('oppen'), instans: field.optional(field.oneOf('oppen', ...INSTANSER)), avsteg }),
  MalnummerNoterat: fact('NoteraMalnummer', { klass, instans: field.oneOf('oppen', ...INSTANSER), malnummer: field.sealed('personuppgift') }),
  ProvningstillstandNoterat: fact('NoteraProvningstillstand', { klass, datum: field.date('oppen'), instans: field.oneOf('oppen', ...INSTANSER), beviljat: field.bool('oppen') }),
  DomstolsutfallNoterat: fact('NoteraDomstolsutfall', {
    klass, datum: field.date('oppen'), instans: field.oneOf('oppen', ...INSTANSER), utfall: field.oneOf('oppen', ...DOMSTOLSUTFALL),
    /** Where a case that was sent back goes; left out: to the nämnd. */
    till: field.optional(field.oneOf('oppen', ...INSTANSER)),
    avsteg,
  }),
  /** A court's decision is appealed, by the individual or by the nämnd. */
  OverklagatVidare: fact('OverklagaVidare', { klass, datum: field.date('oppen'), av: field.oneOf('oppen', 'enskild', 'namnd'), instans: field.oneOf('oppen', ...INSTANSER), punkt: field.optional(field.id()), avsteg }),
  /** Withdrawn before it left the nämnd; after that it is the court's to write it off. */
  OverklagandeAterkallat: fact('AterkallaOverklagande', { klass, datum: field.date('oppen'), skal: field.optional(field.sealed('oppen')) }),
  OverklagandeStruket: fact('StrykOverklagande', { klass, skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type OverklagandeEvent = EventOf<typeof overklagandeFacts>;
