import type { Noun } from '@klubba/kernel';
import { tjansteskrivelse } from './tjansteskrivelse.decider';
import { prepareTjansteskrivelse } from './tjansteskrivelse.prepare';
import { tjansteskrivelsen } from './tjansteskrivelse.projection';
import { noteraTjansteskrivelse } from './tjansteskrivelse.reactions';

export const tjansteskrivelseNouns: readonly Noun[] = [
  { decider: tjansteskrivelse, projections: [tjansteskrivelsen], reactions: [noteraTjansteskrivelse], prepare: prepareTjansteskrivelse },
];
