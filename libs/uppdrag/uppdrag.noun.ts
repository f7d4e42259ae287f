import type { Noun } from '@klubba/kernel';
import { uppdrag } from './uppdrag.decider';
import { prepareUppdrag } from './uppdrag.prepare';
import { uppdraget } from './uppdrag.projection';
import { underrattaUppdrag } from './uppdrag.reactions';

export const uppdragNouns: readonly Noun[] = [
  { decider: uppdrag, projections: [uppdraget], reactions: [underrattaUppdrag], prepare: prepareUppdrag, internal: ['NoteraUppdragsbehandling'] },
];
