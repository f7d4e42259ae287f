import { StandIn } from '../eventstoredb/standin';
import { serve } from './side';

/** The stand-in in a process of its own, where no real server is named. */
serve({ start: async () => (await StandIn.start()).url() });
