import { idOf, type Reaction, streamId, type Wish } from '@klubba/kernel';
import type { EjverkstalldCommand } from './ejverkstalld.decider';
import type { EjverkstalldrapportEvent } from './ejverkstalldrapport.events';
import type { InsatslistaEvent } from './insatslista.events';

const till = (id: string, command: EjverkstalldCommand): Wish => ({ category: 'ejverkstalld', id, command });

/** A decision hears that it was reported: all its rows at once, since a fact wishes for one thing of each stream. */
export const underrattaOmRapport: Reaction<EjverkstalldrapportEvent> = {
  name: 'underratta-om-rapport',
  on: {
    EjVerkstalldaRapporterade: ({ data: { mottagare, ar, kvartal, datum, rader } }) =>
      [...new Set(rader.map(({ beslut }) => beslut))].map((beslut) => till(beslut, { type: 'NoteraInsatsrapport', data: { mottagare, ar, kvartal, datum, rader: rader.filter((en) => en.beslut === beslut).map(({ fran, slag }) => ({ fran, slag })) } })),
  },
};
/** Each row of a list is told to its decision. The same decision in the next list has the same id: what the source calls it, its day and its kind. */
export const foraInInsatsrader: Reaction<InsatslistaEvent> = {
  name: 'fora-in-insatsrader',
  on: {
    InsatslistaInlast: ({ stream, data: { namnd, rader } }) =>
      rader.map((rad) => till(streamId('ejverkstalld', namnd, `${rad.beteckning} ${rad.beslutsdatum} ${rad.insats}`), { type: 'NoteraInsatsrad', data: { namnd, lista: idOf(stream), ...rad } })),
  },
};
