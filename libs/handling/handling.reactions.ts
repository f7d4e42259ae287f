import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { BilagorCommand } from './bilagor.decider';
import type { Bilaga } from './bilagor.projection';
import type { HandlingEvent } from './handling.events';

const wish = (id: string, command: BilagorCommand): Wish => ({ category: 'bilagor', id, command });

/** What a handling is attached to gets it in its list. */
export const noteraBilaga: Reaction<HandlingEvent> = {
  name: 'notera-bilaga',
  on: {
    HandlingInkommen: ({ stream, data: { namnd, arende } }) =>
      arende === undefined ? undefined : wish(arende, { type: 'NoteraBilaga', data: { namnd, mal: 'arende', handling: idOf(stream) } }),
    HandlingBifogad: ({ stream, namnd, data: { mal, malId, sammantrade, handlingslage } }) => {
      const bilaga: Bilaga = { mal, handling: idOf(stream), ...(handlingslage !== undefined && { handlingslage }) };
      // A handling is always some nämnd's.
      return wish(malId, { type: 'NoteraBilaga', data: { namnd: namnd ?? '', ...bilaga, ...(sammantrade !== undefined && { sammantrade }) } });
    },
    HandlingLosgjord: ({ stream, data: { mal, malId, sammantrade } }) =>
      wish(malId, { type: 'NoteraBorttagenBilaga', data: { mal, handling: idOf(stream), ...(sammantrade !== undefined && { sammantrade }) } }),
  },
};
