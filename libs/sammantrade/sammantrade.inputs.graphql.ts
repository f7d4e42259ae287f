import type { CommandInputs } from '@klubba/kernel/edge';
import { behandlingInputs } from './sammantrade.behandling.inputs.graphql';
import { beslutInputs } from './sammantrade.beslut.inputs.graphql';
import { dagordningInputs } from './sammantrade.dagordning.inputs.graphql';
import { forhinderInputs } from './sammantrade.forhinder.inputs.graphql';
import { inlasningInputs } from './sammantrade.inlasning.graphql';
import { justeringInputs } from './sammantrade.justering.inputs.graphql';
import { kallelseInputs } from './sammantrade.kallelse.inputs.graphql';
import { narvaroInputs } from './sammantrade.narvaro.inputs.graphql';
import { oppenhetInputs } from './sammantrade.oppenhet.inputs.graphql';
import { publiceringInputs } from './sammantrade.publicering.inputs.graphql';
import { rummetInputs } from './sammantrade.rummet.inputs.graphql';
import { utskickInputs } from './sammantrade.utskick.inputs.graphql';

/** Every command of a meeting. */
export const sammantradeInputs: CommandInputs = { ...kallelseInputs, ...dagordningInputs, ...narvaroInputs, ...rummetInputs, ...behandlingInputs, ...beslutInputs, ...justeringInputs, ...inlasningInputs, ...utskickInputs, ...forhinderInputs, ...oppenhetInputs, ...publiceringInputs };
