import { idOf, type Reaction, type Wish } from '@klubba/kernel';
import type { DelegationsbeslutCommand } from './delegationsbeslut.decider';
import type { DelegationslistaEvent } from './delegationslista.events';

const tillVarje = (beslut: readonly string[], command: DelegationsbeslutCommand): readonly Wish[] => beslut.map((id) => ({ category: 'delegationsbeslut', id, command }));

/** The rows of a list were registered before it; they become decisions of the nämnd when the list itself is there, and go with it when it is struck. */
export const bekraftaInlasta: Reaction<DelegationslistaEvent> = {
  name: 'bekrafta-inlasta',
  on: {
    DelegationslistansBeslut: ({ stream, data: { beslut } }) => tillVarje(beslut, { type: 'BekraftaInlasning', data: { lista: idOf(stream) } }),
    DelegationslistansBeslutStrukna: ({ stream, data: { beslut } }) => tillVarje(beslut, { type: 'NoteraListanStruken', data: { lista: idOf(stream) } }),
  },
};
