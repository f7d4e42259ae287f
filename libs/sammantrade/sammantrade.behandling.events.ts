import { avsteg, type Facts, fact, field, klass } from '@klubba/kernel';
import { ANDRINGSGRUNDER } from '@klubba/lagrum';
import { PUNKTSLAG } from '@klubba/namnd';
import { beslutspunkter, beslutstyp, galler, overklagandeslag, texter } from './sammantrade.gemensamt.events';

/** What somebody wants of an item; `eget_forslag` in writing, with words of its own. */
export const YRKANDESLAG = ['bifall', 'avslag', 'andring', 'tillagg', 'aterremiss', 'bordlaggning', 'remittering', 'eget_forslag', 'annat'] as const;
/** How an item came to its decision. The two last only of what is read in: the source does not show it. */
export const BESLUTSGANGSTYPER = [
  'ordforanden_provar', 'ett_forslag_finns', 'acklamation_mellan_forslag', 'stegvis', 'stegvis_sedan_acklamation', 'aterremiss_provas_forst', 'omrostning', 'visas_inte', 'saknas',
] as const;
export const ROSTER = ['ja', 'nej', 'avstar'] as const;
/** A vote on the matter, or on which proposal is to stand against the main one. */
export const OMROSTNINGSSLAG = ['avgorande', 'kontraproposition'] as const;
/** Val and anställning are closed, and lots are drawn when they tie (KL 5:54, 5:56). */
export const OMROSTNINGSAMNEN = ['sak', 'val', 'anstallning'] as const;
/** FL 37 § second paragraph: a condition in the decision, compelling safety, or false information from the party. */
export const ANDRINGSUNDANTAG = ['aterkallelseforbehall', 'sakerhetsskal', 'oriktiga_uppgifter'] as const;
/** The last is an officer's, in matters under förvaltningslagen (FL 30). */
export const ANTECKNINGSSLAG = ['protokollsanteckning', 'sarskilt_yttrande', 'avvikande_mening'] as const;
export const STRYKBART = ['yrkande', 'reservation', 'anteckning'] as const;

export const beslut = {
  punkt: field.id(),
  ordning: field.integer('oppen'),
  datum: field.date('oppen'),
  tid: field.dayTime('oppen'),
  beslutspunkter,
  overklagandeslag,
  arende: field.optional(field.id()),
  klass,
  /** As in the minutes, when they differ from the agenda. */
  rubrik: field.optional(field.sealed('oppen')),
  diarienummer: field.optional(field.number('oppen')),
  /** What it was decided on: the kind of paper and its date. */
  underlag: texter,
  andringMotKallelse: field.optional(field.sealed('oppen')),
  /** Why, when the minutes say it under a heading of its own. */
  beslutsmotivering: field.optional(field.sealed('oppen')),
  /** The proposal that won: a yrkande, or the item's own id for the proposal on the agenda. */
  bifallet: field.optional(field.id()),
  /** The row gets no § of its own: nothing was decided, and the nämnd numbers no such rows. */
  utanParagraf: field.optional(field.bool('oppen')),
  /** The words are those of the proposal, which the protocol then holds or has attached (B12). */
  enligtForslag: field.optional(field.bool('oppen')),
  /** The earlier decision that this one changes: what is decided is never written over (D8). */
  andrar: field.optional(field.object({
    paragraf: field.id(),
    ar: field.integer('oppen'),
    nr: field.integer('oppen'),
    bokstav: field.optional(field.code('oppen')),
    datum: field.date('oppen'),
    grund: field.oneOf('oppen', ...ANDRINGSGRUNDER),
    skal: field.sealed('oppen'),
    /** To the detriment of a party whom the old one favoured, and the exception of FL 37 § that it then rests on. */
    tillNackdel: field.optional(field.bool('oppen')),
    undantag: field.optional(field.oneOf('oppen', ...ANDRINGSUNDANTAG)),
    /** What was changed holds until further notice (SoL 14:9). */
    tillsVidare: field.optional(field.bool('oppen')),
  })),
  /** One of several §§ under one number: § 196 a. `grupp`: the item that they are called after. */
  underparagraf: field.optional(field.object({ grupp: field.id(), bokstav: field.code('oppen') })),
} as const;

/** Proposals are named by their yrkande, and the one on the agenda by its item's id. */
const forslag = field.list(field.id());
export const yrkande = {
  punkt: field.id(),
  klass,
  yrkande: field.id(),
  slag: field.oneOf('oppen', ...YRKANDESLAG),
  av: field.list(field.id()),
  instammer: field.optional(field.list(field.id())),
  text: field.sealed('oppen'),
  motivering: field.optional(field.sealed('oppen')),
  skriftligt: field.optional(field.bool('oppen')),
} as const;
/** `bifallet`: what ordföranden found that the nämnd wanted. `text`: the step as it is written. */
const steg = field.list(field.object({ mellan: field.optional(forslag), bifallet: field.optional(field.id()), text: field.optional(field.sealed('oppen')) }));
export const omrostning = {
  punkt: field.id(),
  klass,
  omrostning: field.id(),
  slag: field.oneOf('oppen', ...OMROSTNINGSSLAG),
  amne: field.oneOf('oppen', ...OMROSTNINGSAMNEN),
  tid: field.dayTime('oppen'),
  huvudforslag: field.optional(field.id()),
  motforslag: field.optional(field.id()),
  /** As they are called in the minutes, and what ja and nej mean. */
  huvudforslagText: field.optional(field.sealed('oppen')),
  motforslagText: field.optional(field.sealed('oppen')),
  utsettGenom: field.optional(field.sealed('oppen')),
  jaBetyder: field.optional(field.sealed('oppen')),
  nejBetyder: field.optional(field.sealed('oppen')),
  sluten: field.bool('oppen'),
  /** In the order that they were called, the chair last. */
  roster: field.optional(field.list(field.object({ person: field.id(), rost: field.oneOf('oppen', ...ROSTER) }))),
  /** When the source tells only how many of each party. */
  perParti: field.optional(field.list(field.object({ parti: field.code('oppen'), ja: field.integer('oppen'), nej: field.integer('oppen'), avstar: field.integer('oppen') }))),
  ja: field.integer('oppen'),
  nej: field.integer('oppen'),
  avstar: field.integer('oppen'),
  utfall: field.oneOf('oppen', 'ja', 'nej'),
  avgjordesGenom: field.oneOf('oppen', 'majoritet', 'utslagsrost', 'lottning'),
  /** How its table stands in the minutes: where the chair's row is, and whether it runs over a page. */
  tabellOrdforanden: field.optional(field.sealed('oppen')),
  tabellDelad: field.optional(field.bool('oppen')),
} as const;
export const reservation = {
  punkt: field.id(),
  klass,
  reservation: field.id(),
  av: field.list(field.id()),
  /** When it was announced at the meeting. */
  tid: field.optional(field.dayTime('oppen')),
  tillFormanFor: field.optional(field.sealed('oppen')),
  motivering: field.optional(field.sealed('oppen')),
  /** A written motivation is to come. */
  skriftlig: field.bool('oppen'),
} as const;
export const deltarInte = { punkt: field.id(), klass, person: field.id(), text: field.optional(field.sealed('oppen')) } as const;

/** How an item came to its decision, and the decision (B7–B12, D1, D6). */
export const behandlingsfakta = {
  YrkandeAntecknat: fact('AntecknaYrkande', { ...yrkande, avsteg }),
  YrkandeAterkallat: fact('AterkallaYrkande', { punkt: field.id(), klass, yrkande: field.id(), skal: field.optional(field.sealed('oppen')) }),
  /** In which order the proposals were put, step by step (KL 5:67). What was noted before is replaced. */
  PropositionsordningFaststalld: fact('FaststallPropositionsordning', { punkt: field.id(), klass, steg }),
  /** How the decision came about; what was noted before is replaced. */
  BeslutsgangAntecknad: fact('AntecknaBeslutsgang', { punkt: field.id(), klass, typ: field.oneOf('oppen', ...BESLUTSGANGSTYPER), steg }),
  OmrostningBegard: fact('BegarOmrostning', { punkt: field.id(), klass, av: field.list(field.id()) }),
  /** A vote on the same two proposals replaces the one before it. */
  OmrostningGenomford: fact('AntecknaOmrostning', { ...omrostning, avsteg }),
  DeltarInteAntecknat: fact('AntecknaDeltarInte', { ...deltarInte, avsteg }),
  ReservationAnmald: fact('AnmalReservation', { ...reservation, avsteg }),
  ReservationMotiverad: fact('LamnaReservationsmotivering', { punkt: field.id(), klass, reservation: field.id(), datum: field.date('oppen'), motivering: field.sealed('oppen') }),
  /** It does not signify dissent (B11). */
  ProtokollsanteckningGjord: fact('GorProtokollsanteckning', {
    punkt: field.id(),
    klass,
    anteckning: field.id(),
    slag: field.oneOf('oppen', ...ANTECKNINGSSLAG),
    av: field.list(field.id()),
    text: field.sealed('oppen'),
    /** The nämnd consented to it by a decision of its own. */
    medgiven: field.optional(field.bool('oppen')),
    avsteg,
  }),
  /** It was never so: typed by mistake. */
  AntecknatStruket: fact('StrykAntecknat', { punkt: field.id(), klass, slag: field.oneOf('oppen', ...STRYKBART), antecknat: field.id(), skal: field.sealed('arbetsmaterial') }),
  /** The klubbslag. `ordning` is its place among those of the meeting, and so the order of the §§. */
  BeslutFattat: fact('FattaBeslut', { ...beslut, beslutstyp, avsteg }),
  /** The words of a decision that was taken without them. */
  BeslutUtskrivet: fact('SkrivUtBeslut', { punkt: field.id(), klass, beslutspunkter, avsteg }),
  /** All its words anew: which proposal won stays, and after the protocol was sent for justering nothing is added (C3). */
  BeslutKompletterat: fact('KompletteraBeslut', { punkt: field.id(), klass, beslutspunkter, skal: field.sealed('arbetsmaterial'), avsteg }),
  BeslutstextRattad: fact('RattaForeJustering', { punkt: field.id(), klass, beslutspunkt: field.integer('oppen'), text: field.sealed('oppen'), skal: field.sealed('arbetsmaterial'), avsteg }),
  /** These items become one number with a letter each, in the order the gavel falls: § 196 a–d. */
  UnderparagraferSatta: fact('SattUnderparagrafer', { punkter: field.list(field.id()) }),
  ParagrafNumrerad: fact('SattParagrafnummer', {
    punkt: field.id(),
    ar: field.integer('oppen'),
    nr: field.integer('oppen'),
    datum: field.date('oppen'),
    beslutstyp,
    overklagandeslag,
    arende: field.optional(field.id()),
    galler,
    /** What the item is, for those whose registers wait for items of a kind. */
    slag: field.optional(field.oneOf('oppen', ...PUNKTSLAG)),
    klass,
    bokstav: field.optional(field.code('oppen')),
    /** Earlier §§ that hear of this one: what it changes, and whose proposal it dealt with. */
    andrar: field.optional(field.object({ paragraf: field.id(), grund: field.oneOf('oppen', ...ANDRINGSGRUNDER) })),
    forslagFran: field.optional(field.id()),
    /** Of an utskott that only prepares. */
    beredande: field.optional(field.bool('oppen')),
  }),
} satisfies Facts;
