import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { SammantradeEvent } from '@klubba/sammantrade';
import type { LexSarahCommand } from './lexsarah.decider';

/** The § of an item goes to the case that it was about: the nämnd has decided there, or has been told. */
export const bindLexSarah: Reaction<SammantradeEvent> = {
  name: 'bind-lex-sarah',
  on: {
    ParagrafNumrerad: ({ stream, data: { galler, punkt, ar, nr, datum, beslutstyp } }): Wish | undefined => {
      if (galler?.slag !== 'lexsarah') return undefined;
      const command: LexSarahCommand = { type: 'NoteraLexSarahParagraf', data: { sammantrade: idOf(stream), punkt, ar, nr, datum, beslutstyp } };
      return { category: 'lexsarah', id: galler.id, command };
    },
  },
};
