import type { Noun } from '@klubba/kernel';
import { lexsarah } from './lexsarah.decider';
import { prepareLexSarah, prepareLexSarahRutin } from './lexsarah.prepare';
import { lexSarahn } from './lexsarah.projection';
import { bindLexSarah } from './lexsarah.reactions';
import { lexsarahrutin } from './lexsarahrutin.decider';
import { lexSarahRutinerna } from './lexsarahrutin.projection';

export const lexsarahNouns: readonly Noun[] = [
  { decider: lexsarah, projections: [lexSarahn], reactions: [bindLexSarah], prepare: prepareLexSarah, internal: ['NoteraLexSarahParagraf'] },
  { decider: lexsarahrutin, projections: [lexSarahRutinerna], prepare: prepareLexSarahRutin },
];
