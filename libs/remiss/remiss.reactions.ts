import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { SammantradeEvent } from '@klubba/sammantrade';
import type { RemissCommand } from './remiss.decider';

const till = (id: string, command: RemissCommand): Wish => ({ category: 'remiss', id, command });

/** A remiss hears when it is put on an agenda, and of the § on it. */
export const underrattaRemiss: Reaction<SammantradeEvent> = {
  name: 'underratta-remiss',
  on: {
    PunktLagdTill: ({ stream, data: { punkt, galler } }) => (galler?.slag === 'remiss' ? till(galler.id, { type: 'NoteraRemisspunkt', data: { sammantrade: idOf(stream), punkt } }) : undefined),
    PunktAndrad: ({ stream, data: { punkt, galler } }) => (galler?.slag === 'remiss' ? till(galler.id, { type: 'NoteraRemisspunkt', data: { sammantrade: idOf(stream), punkt } }) : undefined),
    ParagrafNumrerad: ({ stream, data: { punkt, galler, datum, ar, nr: nummer, beslutstyp } }) =>
      (galler?.slag === 'remiss' ? till(galler.id, { type: 'NoteraRemissbeslut', data: { sammantrade: idOf(stream), punkt, datum, ar, nummer, beslutstyp } }) : undefined),
  },
};
