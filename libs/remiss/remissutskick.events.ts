import { avsteg, type EventOf, type Facts, fact, field, klass } from '@klubba/kernel';

const svarande = field.id();

/** What can happen to a remiss that the nämnd sends to others. Names and shapes are what lies on disk: add, never edit. */
export const remissutskickFacts = {
  RemissSkickad: fact('SkickaRemiss', {
    namnd: field.id(),
    klass,
    arende: field.id(),
    rubrik: field.sealed('oppen'),
    /** What the answers are to cover, and by when (FL 26). */
    fragor: field.sealed('oppen'),
    svarstid: field.date('oppen'),
    datum: field.date('oppen'),
    remissinstanser: field.list(field.object({ instans: svarande, namn: field.sealed('oppen') })),
  }),
  RemissinstansTillagd: fact('LaggTillRemissinstans', { klass, instans: svarande, namn: field.sealed('oppen'), datum: field.date('oppen') }),
  RemissvarForlangt: fact('ForlangRemisstid', { instans: field.optional(svarande), till: field.date('oppen'), datum: field.date('oppen') }),
  RemissinstansPamind: fact('PaminnRemissinstans', { instans: svarande, datum: field.date('oppen') }),
  /** Late answers are received too, and said to be late. */
  RemissvarMottaget: fact('TaEmotRemissvar', {
    klass, instans: svarande, datum: field.date('oppen'), stallning: field.oneOf('oppen', 'tillstyrker', 'avstyrker', 'ingen_erinran', 'synpunkter', 'avstar'),
    sammanfattning: field.optional(field.sealed('oppen')), handling: field.optional(field.id('arbetsmaterial')), dagarSent: field.integer('oppen'),
  }),
  RemissvarStruket: fact('StrykRemissvar', { instans: svarande, skal: field.sealed('arbetsmaterial') }),
  RemissutskickAvslutat: fact('AvslutaRemissutskick', { datum: field.date('oppen'), utanSvar: field.list(svarande), avsteg }),
} satisfies Facts;
export type RemissutskickEvent = EventOf<typeof remissutskickFacts>;
