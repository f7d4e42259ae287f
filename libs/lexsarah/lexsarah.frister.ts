import { type Klocka, sistaVardag } from '@klubba/lagrum';
import { klockorna } from './lexsarah.klockor';
import type { LexSarah } from './lexsarah.projection';
import { type LexSarahRutiner, rutinPa } from './lexsarahrutin.projection';

const VAD: Readonly<Record<ReturnType<typeof klockorna>[number]['slag'], string>> = {
  start: 'Utredningen ska inledas', utredning: 'Utredningen ska avslutas med beslut', anmalan_ivo: 'Missförhållandet ska anmälas till IVO', komplettering: 'Anmälan till IVO ska kompletteras med utredningen', ivo: 'IVO:s beslut väntas', ivo_svar: 'IVO ska få svar',
  atgard: 'En åtgärd ska vara gjord', uppfoljning: 'Åtgärderna ska följas upp', redovisning: 'Ska redovisas för nämnden', imy: 'Incidenten ska anmälas till IMY',
};
/** The same clocks as a nämnd's one list shows them. Where the law says snarast and sets no day, the day it began to wait is shown. */
export const lexSarahsKlockor = ({ lage }: LexSarah, rutiner: LexSarahRutiner | undefined): readonly Klocka[] => klockorna(lage, rutinPa(rutiner, lage.rapport.mottagen)).map(({ slag, sedan, senast = sedan, regel: lagrum, varfor }, i) => ({
  regel: slag === 'atgard' ? `atgard.${i + 1}` : slag, slag: slag === 'ivo' ? 'upplysning' : 'skyldighet', vad: VAD[slag], galler: `lex Sarah-rapport som kom ${lage.rapport.mottagen}`, lag: senast, drift: sistaVardag(senast),
  agare: slag === 'redovisning' ? 'namndsekreterare' : 'handlaggare', lagrum, varfor: [varfor, ...(senast === sedan ? ['Dagen är den då det började vänta.'] : [])],
}));
