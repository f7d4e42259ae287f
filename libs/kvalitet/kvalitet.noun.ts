import type { Noun } from '@klubba/kernel';
import { avvikelse } from './avvikelse.decider';
import { avvikelsen } from './avvikelse.projection';
import { ejverkstalld } from './ejverkstalld.decider';
import { insatsbeslutet } from './ejverkstalld.projection';
import { foraInInsatsrader, underrattaOmRapport } from './ejverkstalld.reactions';
import { ejverkstalldrapport } from './ejverkstalldrapport.decider';
import { ejverkstalldrapporten } from './ejverkstalldrapport.projection';
import { insatslista } from './insatslista.decider';
import { insatslistan } from './insatslista.projection';
import { klagomal } from './klagomal.decider';
import { klagomalet } from './klagomal.projection';
import { prepareAvvikelse, prepareEjverkstalld, prepareKlagomal, prepareKvalitet, prepareOverklagande } from './kvalitet.register.prepare';
import { overklagande } from './overklagande.decider';
import { overklagandet } from './overklagande.projection';

export const kvalitetNouns: readonly Noun[] = [
  { decider: klagomal, projections: [klagomalet], prepare: prepareKlagomal },
  { decider: avvikelse, projections: [avvikelsen], prepare: prepareAvvikelse },
  { decider: ejverkstalld, projections: [insatsbeslutet], reactions: [underrattaOmRapport, foraInInsatsrader], prepare: prepareEjverkstalld, internal: ['NoteraInsatsrad', 'NoteraInsatsrapport'] },
  { decider: ejverkstalldrapport, projections: [ejverkstalldrapporten], prepare: prepareKvalitet },
  { decider: insatslista, projections: [insatslistan], prepare: prepareKvalitet },
  { decider: overklagande, projections: [overklagandet], prepare: prepareOverklagande },
];
