import { idOf, type Projection, type Sealed } from '@klubba/kernel';
import type { InsatslistaEvent } from './insatslista.events';

export type Insatslista = { readonly id: string; readonly namnd: string; readonly kalla: Sealed; readonly antal: number; readonly at: string; readonly av: string };

/** A list that was read in: from where, by whom and how many rows. */
export const insatslistan: Projection<Insatslista, InsatslistaEvent> = {
  name: 'insatslista',
  revision: 1,
  category: 'insatslista',
  on: { InsatslistaInlast: (_, { stream, at, by, data: { namnd, kalla, rader } }) => ({ id: idOf(stream), namnd, kalla, antal: rader.length, at, av: by }) },
  place: ({ namnd, at, id }) => ({ namnd, sort: `${at}:${id}` }),
};
