import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

/** A remiss for an answer, or a review by the municipality's auditors that is to be answered like one (G). */
export const REMISSLAG = ['remiss', 'granskningsrapport'] as const;
/** To whom the answer goes: what goes to fullmäktige may not be delegated (KL 6:38 p 2). */
export const YTTRANDE_TILL = ['extern', 'namnd', 'styrelse', 'fullmaktige', 'revisorerna'] as const;
export const REMISSINSTANSER = ['namnd', 'forvaltning', 'ordforande'] as const;
/** The sender's time, which binds outward, and the municipality's own (G). */
export const SVARSTIDER = ['avsandare', 'intern'] as const;
/** What to do when the time runs out before the meeting: the six choices of G. */
export const SVARSVAGAR = ['anstand', 'ordforandebeslut', 'extra_sammantrade', 'delegation', 'preliminart_svar', 'avsta'] as const;
export const SANDSATT = ['e_post', 'post', 'e_post_och_post', 'e_tjanst', 'bud'] as const;

const nyttSvar = { version: field.integer('oppen'), datum: field.date('oppen') } as const;

/** What can happen to a remiss that came in. Names and shapes are what lies on disk: add, never edit. */
export const remissFacts = {
  RemissMottagen: fact('TaEmotRemiss', {
    namnd: field.id(),
    klass,
    arende: field.id(),
    slag: field.oneOf('oppen', ...REMISSLAG),
    rubrik: field.sealed('oppen'),
    avsandare: field.sealed('oppen'),
    derasNummer: field.optional(field.number('oppen')),
    inkom: field.date('oppen'),
    svarstidAvsandare: field.optional(field.date('oppen')),
    svarstidIntern: field.optional(field.date('oppen')),
    /** What the answer is to cover (FL 26). */
    fragor: field.optional(field.sealed('oppen')),
    yttrandeTill: field.oneOf('oppen', ...YTTRANDE_TILL),
    avsteg,
  }),
  RemissTilldelad: fact('TilldelaRemiss', { handlaggare: field.id('arbetsmaterial'), instans: field.oneOf('oppen', ...REMISSINSTANSER) }),
  SvarsvagVald: fact('ValjSvarsvag', { vag: field.oneOf('arbetsmaterial', ...SVARSVAGAR), skal: field.optional(field.sealed('arbetsmaterial')) }),
  AnstandBegart: fact('BegarAnstand', { svarstid: field.oneOf('oppen', ...SVARSTIDER), till: field.date('oppen'), datum: field.date('oppen') }),
  AnstandBesvarat: fact('NoteraAnstand', { svarstid: field.oneOf('oppen', ...SVARSTIDER), datum: field.date('oppen'), beviljat: field.bool('oppen'), till: field.optional(field.date('oppen')) }),
  /** Every version of the answer is kept. */
  RemissvarSkrivet: fact('SkrivRemissvar', { ...nyttSvar, klass, text: field.sealed('oppen'), skal: field.optional(field.sealed('arbetsmaterial')) }),
  RemissPaDagordning: fact('NoteraRemisspunkt', { sammantrade: field.id(), punkt: field.id(), motesdatum: field.date('oppen') }),
  /** The nämnd's § on it; one that put it off leaves it open. */
  RemissBehandlad: fact('NoteraRemissbeslut', {
    sammantrade: field.id(), punkt: field.id(), datum: field.date('oppen'), ar: field.integer('oppen'), nummer: field.integer('oppen'), beslutstyp: field.code('oppen'), avgjord: field.bool('oppen'),
  }),
  /** Answered without the nämnd: by a delegate, or by ordföranden (KL 6:37, 6:39). */
  RemissvarBeslutat: fact('BeslutaRemissvar', { version: field.integer('oppen'), datum: field.date('oppen'), av: field.oneOf('oppen', 'delegat', 'ordforande'), delegationsbeslut: field.optional(field.id()), avsteg }),
  /** `preliminart`: förvaltningens förslag, sent in time under förutsättning av nämndens beslut; it is not the nämnd's answer. */
  RemissvarExpedierat: fact('ExpedieraRemissvar', {
    version: field.integer('oppen'),
    datum: field.date('oppen'),
    satt: field.oneOf('oppen', ...SANDSATT),
    mottagare: field.list(field.sealed('oppen')),
    preliminart: field.bool('oppen'),
    /** The dissents that went out with it. */
    reservationer: field.integer('oppen'),
    /** The nämnd decided otherwise than what was sent before it: that is said first. */
    avviker: field.optional(field.sealed('oppen')),
    avsteg,
  }),
  YttrandeAvstatt: fact('AvstaFranYttrande', { datum: field.date('oppen'), skal: field.sealed('oppen'), avsteg }),
  RemissAterupptagen: fact('AterupptaRemiss', { datum: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
  /** Registered by mistake. */
  RemissStruken: fact('StrykRemiss', { skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
export type RemissEvent = EventOf<typeof remissFacts>;
