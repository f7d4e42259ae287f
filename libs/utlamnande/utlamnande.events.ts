import { DELEGATSLAG } from '@klubba/delegation';
import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

/** To read it where it is kept (TF 2:15), a copy (TF 2:16), or what stands in it (OSL 6:4). */
export const UTLAMNANDEFORMER = ['pa_stallet', 'kopia', 'uppgift'] as const;
export const UTLAMNANDEUTFALL = ['utlamnad', 'med_forbehall', 'delvis', 'nekad'] as const;
/** The employee may also leave it to the myndighet, in doubt and if nothing is delayed by it (OSL 6:3 st. 2). */
export const PROVNINGSUTFALL = [...UTLAMNANDEUTFALL, 'till_myndigheten'] as const;
/** Where a refusal is appealed: never förvaltningsrätten (OSL 6:8–9). */
export const UTLAMNANDEDOMSTOLAR = ['KR', 'HFD'] as const;
export const UTLAMNANDEDOMAR = ['bifall', 'delvis', 'avslag', 'avvisat', 'avskrivet', 'aterforvisat'] as const;

/** What can happen to a request for an allmän handling (TF 2:15–19, OSL 6). Who asks is kept only where it was told. Names and shapes are what lies on disk: add, never edit. */
export const utlamnandeFacts = {
  UtlamnandeBegart: fact('TaEmotUtlamnandebegaran', {
    namnd: field.id(),
    klass,
    datum: field.date('oppen'),
    tid: field.optional(field.time('arbetsmaterial')),
    form: field.oneOf('oppen', ...UTLAMNANDEFORMER),
    /** Which handling, or what stands in it. */
    avser: field.sealed('oppen'),
    /** Nobody needs to tell who they are (TF 2:18). */
    sokande: field.optional(field.sealed('personuppgift')),
    /** Only where the test cannot be made without it (TF 2:18). */
    syfte: field.optional(field.sealed('personuppgift')),
    arende: field.optional(field.id()),
    beteckning: field.optional(field.number('oppen')),
  }),
  /** By the employee who has the document in care: no decision in law (OSL 6:3). */
  UtlamnandeProvat: fact('ProvaUtlamnande', {
    klass,
    datum: field.date('oppen'),
    utfall: field.oneOf('oppen', ...PROVNINGSUTFALL),
    lagrum: field.optional(field.lagrum('arbetsmaterial')),
    anteckning: field.optional(field.sealed('arbetsmaterial')),
    /** The one who asks was told that the myndighet can be asked, and that a written decision is needed to appeal. */
    informerad: field.bool('arbetsmaterial'),
    avsteg,
  }),
  SokandenInformerad: fact('InformeraOmMyndighetsprovning', { datum: field.date('oppen') }),
  MyndighetsbeslutBegart: fact('BegarMyndighetsbeslut', { datum: field.date('oppen') }),
  /** By the nämnd in a §, or by its delegate by the order that stood that day. */
  UtlamnandeBeslutat: fact('BeslutaUtlamnande', {
    klass,
    datum: field.date('oppen'),
    av: field.oneOf('oppen', 'delegat', 'namnd'),
    utfall: field.oneOf('oppen', ...UTLAMNANDEUTFALL),
    lagrum: field.optional(field.lagrum('arbetsmaterial')),
    motivering: field.optional(field.sealed('oppen')),
    delegat: field.optional(field.object({ slag: field.oneOf('oppen', ...DELEGATSLAG), befattning: field.optional(field.code('oppen')), titel: field.optional(field.sealed('oppen')), organ: field.optional(field.id()), person: field.optional(field.id('personuppgift')) })),
    nummer: field.optional(field.number('oppen')),
    version: field.optional(field.integer('oppen')),
    punkt: field.optional(field.id()),
    avsteg,
  }),
  UtlamnandebeslutDelgivet: fact('NoteraUtlamnandedelfaende', { datum: field.date('arbetsmaterial') }),
  UtlamnandeOverklagat: fact('TaEmotUtlamnandeoverklagande', { datum: field.date('oppen') }),
  UtlamnandeoverklagandeAvvisat: fact('AvvisaUtlamnandeoverklagande', { klass, datum: field.date('oppen'), skal: field.sealed('arbetsmaterial'), avsteg }),
  UtlamnandeoverklagandeOverlamnat: fact('LamnaUtlamnandeoverklagande', { klass, datum: field.date('oppen'), avsteg }),
  UtlamnandeAvgjort: fact('NoteraUtlamnandedom', { datum: field.date('oppen'), domstol: field.oneOf('oppen', ...UTLAMNANDEDOMSTOLAR), utfall: field.oneOf('oppen', ...UTLAMNANDEDOMAR) }),
  /** Nothing more is asked for: it was taken back, or left as it is. */
  UtlamnandeAvslutat: fact('AvslutaUtlamnande', { klass, datum: field.date('oppen'), skal: field.sealed('arbetsmaterial'), avsteg }),
} satisfies Facts;
export type UtlamnandeEvent = EventOf<typeof utlamnandeFacts>;
