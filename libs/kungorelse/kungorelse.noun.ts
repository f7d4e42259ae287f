import type { Noun } from '@klubba/kernel';
import { kungorelse } from './kungorelse.decider';
import { prepareKungorelse } from './kungorelse.prepare';
import { kungorelsen } from './kungorelse.projection';

export const kungorelseNouns: readonly Noun[] = [
  { decider: kungorelse, projections: [kungorelsen], reactions: [], prepare: prepareKungorelse },
];
