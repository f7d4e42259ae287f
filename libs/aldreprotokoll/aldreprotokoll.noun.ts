import type { Noun } from '@klubba/kernel';
import { aldreprotokoll } from './aldreprotokoll.decider';
import { prepareAldreProtokoll } from './aldreprotokoll.prepare';
import { aldreprotokollet } from './aldreprotokoll.projection';

export const aldreprotokollNouns: readonly Noun[] = [{ decider: aldreprotokoll, projections: [aldreprotokollet], prepare: prepareAldreProtokoll }];
