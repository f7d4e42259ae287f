import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { DelegationsbeslutCommand } from './delegationsbeslut.decider';
import type { DelegationsbeslutEvent } from './delegationsbeslut.events';

/** The decision that another one changes is told of it; its own words stay (D8). */
export const noteraAndring: Reaction<DelegationsbeslutEvent> = {
  name: 'notera-delegationsandring',
  on: {
    DelegationsbeslutRegistrerat: ({ stream, data: { andrar, datum } }): Wish | undefined => {
      if (andrar === undefined) return undefined;
      const command: DelegationsbeslutCommand = { type: 'NoteraAndring', data: { av: idOf(stream), datum, grund: andrar.grund } };
      return { category: 'delegationsbeslut', id: andrar.beslut, command };
    },
  },
};
