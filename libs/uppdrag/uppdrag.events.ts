import { type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

export const UPPDRAGSGIVARE = ['namnd', 'styrelse', 'fullmaktige'] as const;
/** How it goes: the plan is kept, or there is a risk, or it is late (the traffic light of the measures, not of the risk; H5). */
export const UPPDRAGSLAGEN = ['ej_paborjat', 'foljer_tidplan', 'risk_for_forsening', 'forsenat', 'klart_att_redovisa'] as const;

/** What can happen to an order that the nämnd or fullmäktige has given. Names and shapes are what lies on disk: add, never edit. */
export const uppdragFacts = {
  UppdragGivet: fact('GeUppdrag', {
    namnd: field.id(),
    klass,
    givare: field.oneOf('oppen', ...UPPDRAGSGIVARE),
    /** The § that gave it, where it stands in Klubba, and the day of the decision. */
    punkt: field.optional(field.id()),
    datum: field.date('oppen'),
    arende: field.optional(field.id()),
    text: field.sealed('oppen'),
    /** Title or name of the one who answers for it. */
    ansvarig: field.sealed('oppen'),
    redovisasSenast: field.optional(field.date('oppen')),
  }),
  UppdragAndrat: fact('AndraUppdrag', { klass, ansvarig: field.optional(field.sealed('oppen')), redovisasSenast: field.optional(field.date('oppen')), skal: field.sealed('oppen') }),
  UppdragRapporterat: fact('RapporteraUppdrag', { klass, datum: field.date('oppen'), lage: field.oneOf('oppen', ...UPPDRAGSLAGEN), text: field.optional(field.sealed('oppen')) }),
  /** A § on it: it may have been reported, and it may be closed by it. */
  UppdragBehandlat: fact('NoteraUppdragsbehandling', { sammantrade: field.id(), punkt: field.id(), datum: field.date('oppen'), ar: field.integer('oppen'), nummer: field.integer('oppen'), beslutstyp: field.code('oppen') }),
  UppdragSlutfort: fact('SlutforUppdrag', { punkt: field.id(), datum: field.date('oppen'), ar: field.integer('oppen'), nummer: field.integer('oppen') }),
  UppdragAteroppnat: fact('AteroppnaUppdrag', { skal: field.sealed('oppen') }),
} satisfies Facts;
export type UppdragEvent = EventOf<typeof uppdragFacts>;
