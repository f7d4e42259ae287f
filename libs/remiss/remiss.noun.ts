import type { Noun } from '@klubba/kernel';
import { remiss } from './remiss.decider';
import { prepareRemiss, prepareRemissutskick } from './remiss.prepare';
import { remissen } from './remiss.projection';
import { underrattaRemiss } from './remiss.reactions';
import { remissutskick } from './remissutskick.decider';
import { remissutskicket } from './remissutskick.projection';

export const remissNouns: readonly Noun[] = [
  { decider: remiss, projections: [remissen], reactions: [underrattaRemiss], prepare: prepareRemiss, internal: ['NoteraRemisspunkt', 'NoteraRemissbeslut'] },
  { decider: remissutskick, projections: [remissutskicket], prepare: prepareRemissutskick },
];
