import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';
import { DIARIEFORMER } from './diarienummer';

/** Chapter and section of OSL: `26:1`. */
const sekretesslagrum = field.optional(field.code('arbetsmaterial'));
const frammande = { nummer: field.number('oppen'), organ: field.optional(field.code('oppen')) };

/** What can happen to a matter. Names and shapes are what lies on disk: add, never edit. */
export const arendeFacts = {
  ArendeOppnat: fact('OppnaArende', {
    namnd: field.id(),
    klass,
    sekretesslagrum,
    /** The heading that the register shows to all, and the one for the house (OSL 5:2; I2). */
    rubrik: field.sealed('oppen'),
    rubrikIntern: field.optional(field.sealed('arbetsmaterial')),
    /** From whom the first handling came; left out of the public register when `avsandareDold` (OSL 5:2). */
    avsandare: field.optional(field.sealed('oppen')),
    avsandareDold: field.optional(field.bool('oppen')),
    /** When the first handling came in or was drawn up; its year is the year of the number. */
    datum: field.date('oppen'),
    datumslag: field.oneOf('oppen', 'inkommet', 'upprattat'),
    /** The kind of matter, in the nämnd's own words: remiss, lex_sarah, individarende. */
    slag: field.optional(field.code('arbetsmaterial')),
    /** The class of the records plan that is written after the number: `759`. */
    klassifikation: field.optional(field.code('oppen')),
    /** How the number is to be written: the nämnd's settings on `datum`. */
    diariekod: field.code('oppen'),
    diarieform: field.oneOf('oppen', ...DIARIEFORMER),
    diariesiffror: field.integer('oppen'),
    frammandeNummer: field.list(field.object(frammande)),
    avsteg,
  }),
  DiarienummerSatt: fact('SattDiarienummer', { ar: field.integer('oppen'), lopnummer: field.integer('oppen'), diarienummer: field.number('oppen') }),
  ArendemeningAndrad: fact('AndraArendemening', { klass, rubrik: field.sealed('oppen'), rubrikIntern: field.optional(field.sealed('arbetsmaterial')), skal: field.sealed('arbetsmaterial'), avsteg }),
  FrammandeNummerTillagt: fact('LaggTillFrammandeNummer', { klass, ...frammande }),
  FrammandeNummerStruket: fact('StrykFrammandeNummer', { klass, nummer: field.number('oppen'), skal: field.sealed('arbetsmaterial') }),
  /** `klass` is the new one; the reason is read by those who may read the stricter of the two. */
  ArendeklassAndrad: fact('AndraArendeklass', {
    klass, forut: klass, sekretesslagrum, datum: field.date('oppen'), skal: field.sealed('sekretess'),
    /** The open items of agendas that it stands on, when it becomes secret: they follow. */
    upptaget: field.optional(field.list(field.object({ sammantrade: field.id('arbetsmaterial'), punkt: field.id('arbetsmaterial') }))),
  }),
  /** An open item of an agenda deals with it. `klass` and `sekretesslagrum` are the matter's own. */
  ArendeUpptaget: fact('NoteraUpptagen', { klass, sekretesslagrum, sammantrade: field.id('arbetsmaterial'), punkt: field.id('arbetsmaterial') }),
  TjansteskrivelseNoterad: fact('NoteraTjansteskrivelse', { tjansteskrivelse: field.id('arbetsmaterial'), version: field.integer('oppen'), datum: field.date('oppen') }),
  TjansteskrivelsenUtgick: fact('NoteraAterkalladTjansteskrivelse', { tjansteskrivelse: field.id('arbetsmaterial'), datum: field.date('oppen') }),
  /** The meeting's § on the matter. */
  ArendeBehandlat: fact('NoteraBehandling', {
    sammantrade: field.id(),
    punkt: field.id(),
    datum: field.date('oppen'),
    ar: field.integer('oppen'),
    nummer: field.integer('oppen'),
    beslutstyp: field.code('arbetsmaterial'),
  }),
  ArendeAvslutat: fact('AvslutaArende', { klass, datum: field.date('oppen'), skal: field.optional(field.sealed('arbetsmaterial')) }),
  ArendeAteroppnat: fact('AterOppnaArende', { klass, datum: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type ArendeEvent = EventOf<typeof arendeFacts>;
