import type { Noun } from '@klubba/kernel';
import { sammantrade } from './sammantrade.decider';
import { prepareSammantrade } from './sammantrade.prepare';
import { sammantradet } from './sammantrade.projection';
import { noteraAndring, noteraBegart, noteraBehandling, noteraForslagsbehandling, noteraUpptagen, numreraParagraf, underrattaParagraf } from './sammantrade.reactions';

export const sammantradeNouns: readonly Noun[] = [
  { decider: sammantrade, projections: [sammantradet], reactions: [numreraParagraf, noteraBehandling, underrattaParagraf, noteraAndring, noteraForslagsbehandling, noteraUpptagen, noteraBegart], prepare: prepareSammantrade, internal: ['SattParagrafnummer', 'HojPunkternasKlass', 'NoteraKallelsehamtning'] },
];
