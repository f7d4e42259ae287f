import { type Command, type Decider, unknownCase } from '@klubba/kernel';
import { type BilagorEvent, bilagorFacts } from './bilagor.events';
import type { Bilaga } from './bilagor.projection';

/** Given only by reactions to what happened to the handlingar. */
export type BilagorCommand =
  | Command<'NoteraBilaga', Bilaga & { readonly namnd: string; readonly sammantrade?: string }>
  | Command<'NoteraBorttagenBilaga', Pick<Bilaga, 'mal' | 'handling'> & { readonly sammantrade?: string }>;

/** The läge of each, by what it is attached as and which it is. */
type State = ReadonlyMap<string, Bilaga['handlingslage']>;
const nyckel = ({ mal, handling }: Pick<Bilaga, 'mal' | 'handling'>): string => `${mal} ${handling}`;

export const bilagor: Decider<BilagorCommand, State, BilagorEvent, never> = {
  category: 'bilagor',
  facts: bilagorFacts,
  initialState: new Map(),
  namnd: ({ type, data }) => (type === 'NoteraBilaga' ? data.namnd : null),

  decide({ type, data }, state) {
    const finns = state.has(nyckel(data));
    switch (type) {
      case 'NoteraBilaga': return finns && state.get(nyckel(data)) === data.handlingslage ? [] : [{ type: 'BilagaNoterad', data }];
      case 'NoteraBorttagenBilaga': return finns ? [{ type: 'BilagaBorttagen', data }] : [];
      default: return unknownCase(type);
    }
  },

  evolve(state, { type, data }) {
    const next = new Map(state);
    if (type === 'BilagaNoterad') next.set(nyckel(data), data.handlingslage);
    else next.delete(nyckel(data));
    return next;
  },
};
