import type { Noun } from '@klubba/kernel';
import { arende } from './arende.decider';
import { prepareArende } from './arende.prepare';
import { arendet } from './arende.projection';
import { hojPunkternasKlass, sattDiarienummer, tilldelaDiarienummer } from './arende.reactions';
import { diarieserie } from './diarieserie.decider';
import { diarieserien } from './diarieserie.projection';

export const arendeNouns: readonly Noun[] = [
  {
    decider: arende, projections: [arendet], reactions: [tilldelaDiarienummer, hojPunkternasKlass], prepare: prepareArende,
    internal: ['SattDiarienummer', 'NoteraTjansteskrivelse', 'NoteraAterkalladTjansteskrivelse', 'NoteraBehandling', 'NoteraUpptagen'],
  },
  { decider: diarieserie, projections: [diarieserien], reactions: [sattDiarienummer], internal: ['TilldelaDiarienummer', 'MarkeraDiarienummerUtgatt'] },
];
