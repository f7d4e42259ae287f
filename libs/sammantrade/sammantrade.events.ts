import type { EventOf, Facts } from '@klubba/kernel';
import { behandlingsfakta } from './sammantrade.behandling.events';
import { dagordningsfakta } from './sammantrade.dagordning.events';
import { forhinderfakta } from './sammantrade.forhinder.events';
import { forslagsfakta } from './sammantrade.forslag.events';
import { inlasningsfakta } from './sammantrade.inlasning.events';
import { justeringsfakta } from './sammantrade.justering.events';
import { kallelsefakta } from './sammantrade.kallelse.events';
import { narvarofakta } from './sammantrade.narvaro.events';
import { oppenhetsfakta } from './sammantrade.oppenhet.events';
import { utskicksfakta } from './sammantrade.utskick.events';
import { publiceringsfakta } from './sammantrade.publicering.events';
import { rummetsfakta } from './sammantrade.rummet.events';

/**
 * What can happen to a meeting, from the plan to the board. Names and shapes are what lies on disk: add, never edit. An
 * item's id is the id of the § it may become; its texts are sealed under `paragraf:<punkt>`, the meeting's own under `sammantrade:<id>`.
 */
export const sammantradeFacts = { ...kallelsefakta, ...dagordningsfakta, ...narvarofakta, ...rummetsfakta, ...behandlingsfakta, ...justeringsfakta, ...inlasningsfakta, ...utskicksfakta, ...forhinderfakta, ...oppenhetsfakta, ...forslagsfakta, ...publiceringsfakta } satisfies Facts;
export type SammantradeEvent = EventOf<typeof sammantradeFacts>;
