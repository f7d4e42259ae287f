import { idOf, type Projection } from '@klubba/kernel';
import type { BilagorEvent } from './bilagor.events';
import type { Handlingslage, Handlingsmal } from './handling.projection';

export type Bilaga = { readonly mal: Handlingsmal; readonly handling: string; readonly handlingslage?: Handlingslage };
/** The handlingar attached to one thing, in the order they came. The stream has the thing's own id; an item and its § share one. */
export type Bilagor = { readonly id: string; readonly namnd: string; readonly bilagor: readonly Bilaga[] };

export const bilagorna: Projection<Bilagor, BilagorEvent> = {
  name: 'bilagor',
  revision: 1,
  category: 'bilagor',
  on: {
    BilagaNoterad: (lista, { stream, data: { namnd, sammantrade: _, ...bilaga } }) => {
      const fore = lista?.bilagor ?? [];
      const i = fore.findIndex((en) => en.mal === bilaga.mal && en.handling === bilaga.handling);
      return { id: idOf(stream), namnd, bilagor: i === -1 ? [...fore, bilaga] : fore.map((en, j) => (i === j ? bilaga : en)) };
    },
    BilagaBorttagen: (lista, { data: { mal, handling } }) => lista && { ...lista, bilagor: lista.bilagor.filter((en) => en.mal !== mal || en.handling !== handling) },
  },
  place: ({ namnd, id }) => ({ namnd, sort: id }),
};
