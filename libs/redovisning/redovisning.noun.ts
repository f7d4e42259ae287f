import type { Noun } from '@klubba/kernel';
import { redovisning } from './redovisning.decider';
import { prepareRedovisning } from './redovisning.prepare';
import { redovisningen } from './redovisning.projection';

export const redovisningNouns: readonly Noun[] = [{ decider: redovisning, projections: [redovisningen], prepare: prepareRedovisning }];
