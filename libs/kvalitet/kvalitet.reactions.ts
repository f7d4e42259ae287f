import { idOf, type Reaction } from '@klubba/kernel';
import type { SammantradeEvent } from '@klubba/sammantrade';
import type { InternkontrollCommand } from './internkontroll.decider';
import type { KvalitetsberattelseCommand } from './kvalitetsberattelse.decider';

/** A plan of internal control hears of the § that it was taken up in. */
export const underrattaInternkontroll: Reaction<SammantradeEvent> = {
  name: 'underratta-internkontroll',
  on: {
    ParagrafNumrerad: ({ stream, data: { punkt, galler, datum, ar, nr: nummer, beslutstyp } }) => {
      if (galler?.slag !== 'internkontroll') return undefined;
      const command: InternkontrollCommand = { type: 'NoteraInternkontrollbehandling', data: { sammantrade: idOf(stream), punkt, datum, ar, nummer, beslutstyp } };
      return { category: 'internkontroll', id: galler.id, command };
    },
  },
};
/** And so does a report on quality. */
export const underrattaKvalitetsberattelse: Reaction<SammantradeEvent> = {
  name: 'underratta-kvalitetsberattelse',
  on: {
    ParagrafNumrerad: ({ stream, data: { punkt, galler, datum, ar, nr: nummer, beslutstyp } }) => {
      if (galler?.slag !== 'kvalitetsberattelse') return undefined;
      const command: KvalitetsberattelseCommand = { type: 'NoteraKvalitetsberattelsebehandling', data: { sammantrade: idOf(stream), punkt, datum, ar, nummer, beslutstyp } };
      return { category: 'kvalitetsberattelse', id: galler.id, command };
    },
  },
};
