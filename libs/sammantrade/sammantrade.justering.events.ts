import { avsteg, type Facts, fact, field } from '@klubba/kernel';

export const SIGNATURROLLER = ['ordforande', 'justerare', 'sekreterare'] as const;

export const justering = {
  omgang: field.integer('oppen'), omedelbar: field.bool('oppen'), datum: field.date('oppen'), justerare: field.list(field.id()), punkter: field.list(field.id()),
  /** The day of each signature; the last is the day of the justering. */
  underskrifter: field.optional(field.list(field.object({ person: field.id(), datum: field.date('oppen') }))),
  /** The paper signed elsewhere that was compared with this protocol, and the sum of its file. */
  undertecknat: field.optional(field.object({ id: field.id(), hash: field.hash('oppen') })),
} as const;
export const anslag = {
  omgang: field.integer('oppen'),
  datum: field.date('oppen'),
  forvaringsplats: field.sealed('oppen'),
  punkter: field.list(field.id()),
  senast: field.date('oppen'),
  nedtasTidigast: field.date('oppen'),
} as const;

/** The protocols and what is posted of them (C1, C3–C5). */
export const justeringsfakta = {
  /** A protocol of its own with its §§, before it is justerat; the justering of them takes its number. */
  ProtokollUpprattat: fact('UpprattaProtokoll', { omgang: field.integer('oppen'), omedelbar: field.bool('oppen'), punkter: field.list(field.id()), justerare: field.list(field.id()) }),
  /** From now on its words are only mended (C3). One that was not drawn up before is drawn up so. */
  ProtokollSkickatForJustering: fact('SkickaForJustering', {
    omgang: field.integer('oppen'), omedelbar: field.bool('oppen'), punkter: field.list(field.id()), justerare: field.list(field.id()), datum: field.date('oppen'), avsteg,
  }),
  /** It is not with the justerare any more, and may be completed again. */
  ProtokollAtertaget: fact('AterkallaFranJustering', { omgang: field.integer('oppen'), skal: field.sealed('arbetsmaterial') }),
  /** The protocol as it stands in its own file; what was noted before is replaced. */
  ProtokolluppgifterAntecknade: fact('AntecknaProtokolluppgifter', {
    omgang: field.integer('oppen'),
    satt: field.optional(field.sealed('oppen')),
    /** Title or name. */
    sekreterare: field.optional(field.sealed('oppen')),
    /** Which §§ it holds, by its cover and by its file name, as written there. */
    forsattsblad: field.optional(field.sealed('oppen')),
    filnamn: field.optional(field.sealed('oppen')),
    /** §§ that it only points from, to a protocol of their own. */
    hanvisningar: field.optional(field.list(field.id())),
    sidorPdf: field.optional(field.integer('oppen')),
    sidorSidfot: field.optional(field.integer('oppen')),
    underskriftstjanst: field.optional(field.sealed('oppen')),
    signaturer: field.list(field.object({ roll: field.oneOf('oppen', ...SIGNATURROLLER), person: field.optional(field.id()), tid: field.optional(field.moment('oppen')) })),
  }),
  /** One justering is one omgång: a protocol of its own, with an anslag of its own. `datum` is that of the last signature. */
  ParagraferJusterade: fact('Justera', { ...justering, avsteg }),
  ProtokollAnslaget: fact('AnslaProtokoll', { ...anslag, avsteg }),
  /** `brutet`: it was not up as long as the time for appeal runs. */
  AnslagNedtaget: fact('TaNedAnslag', { omgang: field.integer('oppen'), anslaget: field.date('oppen'), datum: field.date('oppen'), brutet: field.bool('oppen'), punkter: field.list(field.id()), avsteg }),
  /** A look at the board at a time: was the anslag there? A look that was not taken is no gap (C5). */
  AnslagKontrollerat: fact('KontrolleraAnslag', { omgang: field.integer('oppen'), anslaget: field.date('oppen'), datum: field.date('oppen'), tid: field.time('oppen'), nabart: field.bool('oppen') }),
  /** The board could not be reached; `brutet` is a person's judgement of it (C5). */
  AnslagsavbrottNoterat: fact('NoteraAnslagsavbrott', {
    omgang: field.integer('oppen'),
    anslaget: field.date('oppen'),
    datum: field.date('oppen'),
    fran: field.time('oppen'),
    till: field.time('oppen'),
    brutet: field.bool('oppen'),
    punkter: field.list(field.id()),
    avsteg,
  }),
} satisfies Facts;
