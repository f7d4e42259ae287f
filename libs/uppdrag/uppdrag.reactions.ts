import { idOf, type Reaction } from '@klubba/kernel';
import type { SammantradeEvent } from '@klubba/sammantrade';
import type { UppdragCommand } from './uppdrag.decider';

/** An order hears of the § that it was taken up in. */
export const underrattaUppdrag: Reaction<SammantradeEvent> = {
  name: 'underratta-uppdrag',
  on: {
    ParagrafNumrerad: ({ stream, data: { punkt, galler, datum, ar, nr: nummer, beslutstyp } }) => {
      if (galler?.slag !== 'uppdrag') return undefined;
      const command: UppdragCommand = { type: 'NoteraUppdragsbehandling', data: { sammantrade: idOf(stream), punkt, datum, ar, nummer, beslutstyp } };
      return { category: 'uppdrag', id: galler.id, command };
    },
  },
};
