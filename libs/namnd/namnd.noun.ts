import type { Noun } from '@klubba/kernel';
import { namnd } from './namnd.decider';
import { prepareNamnd } from './namnd.prepare';
import { namnden } from './namnd.projection';
import { person } from './person.decider';
import { personen } from './person.projection';

export const namndNouns: readonly Noun[] = [
  { decider: namnd, projections: [namnden], prepare: prepareNamnd, internal: ['NoteraBegartSammantrade'] },
  { decider: person, projections: [personen] },
];
