import type { Noun } from '@klubba/kernel';
import { utlamnande } from './utlamnande.decider';
import { prepareUtlamnande } from './utlamnande.prepare';
import { utlamnandet } from './utlamnande.projection';

export const utlamnandeNouns: readonly Noun[] = [
  { decider: utlamnande, projections: [utlamnandet], reactions: [], prepare: prepareUtlamnande },
];
