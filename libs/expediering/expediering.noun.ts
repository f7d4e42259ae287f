import type { Noun } from '@klubba/kernel';
import { expediering } from './expediering.decider';
import { prepareExpediering } from './expediering.prepare';
import { expedieringen } from './expediering.projection';
import { noteraDelfaende, noteraExpedierad, provaUtskickat } from './expediering.reactions';

export const expedieringNouns: readonly Noun[] = [
  { decider: expediering, projections: [expedieringen], reactions: [noteraDelfaende, noteraExpedierad, provaUtskickat], prepare: prepareExpediering, internal: ['ProvaUtdrag'] },
];
