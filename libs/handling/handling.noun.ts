import type { Noun } from '@klubba/kernel';
import { bilagor } from './bilagor.decider';
import { bilagorna } from './bilagor.projection';
import { handling } from './handling.decider';
import { prepareHandling } from './handling.prepare';
import { handlingen } from './handling.projection';
import { noteraBilaga } from './handling.reactions';

export const handlingNouns: readonly Noun[] = [
  { decider: handling, projections: [handlingen], reactions: [noteraBilaga], prepare: prepareHandling, internal: ['NoteraExpedierad'] },
  { decider: bilagor, projections: [bilagorna], internal: ['NoteraBilaga', 'NoteraBorttagenBilaga'] },
];
