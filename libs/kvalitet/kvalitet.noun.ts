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
import { indikator } from './indikator.decider';
import { indikatorn } from './indikator.projection';
import { internkontroll } from './internkontroll.decider';
import { internkontrollen } from './internkontroll.projection';
import { prepareIndikator, prepareInternkontroll, prepareKvalitetsberattelse, prepareRiskanalys, prepareRiskskala } from './kvalitet.prepare';
import { underrattaInternkontroll, underrattaKvalitetsberattelse } from './kvalitet.reactions';
import { kvalitetsberattelse } from './kvalitetsberattelse.decider';
import { kvalitetsberattelsen } from './kvalitetsberattelse.projection';
import { riskanalys } from './riskanalys.decider';
import { riskanalysen } from './riskanalys.projection';
import { riskskala } from './riskskala.decider';
import { riskskalan } from './riskskala.projection';

export const kvalitetNouns: readonly Noun[] = [
  { decider: klagomal, projections: [klagomalet], prepare: prepareKlagomal },
  { decider: avvikelse, projections: [avvikelsen], prepare: prepareAvvikelse },
  { decider: ejverkstalld, projections: [insatsbeslutet], reactions: [underrattaOmRapport, foraInInsatsrader], prepare: prepareEjverkstalld, internal: ['NoteraInsatsrad', 'NoteraInsatsrapport'] },
  { decider: ejverkstalldrapport, projections: [ejverkstalldrapporten], prepare: prepareKvalitet },
  { decider: insatslista, projections: [insatslistan], prepare: prepareKvalitet },
  { decider: overklagande, projections: [overklagandet], prepare: prepareOverklagande },
  { decider: indikator, projections: [indikatorn], prepare: prepareIndikator },
  { decider: riskskala, projections: [riskskalan], prepare: prepareRiskskala },
  { decider: riskanalys, projections: [riskanalysen], prepare: prepareRiskanalys },
  { decider: internkontroll, projections: [internkontrollen], reactions: [underrattaInternkontroll], prepare: prepareInternkontroll, internal: ['NoteraInternkontrollbehandling'] },
  { decider: kvalitetsberattelse, projections: [kvalitetsberattelsen], reactions: [underrattaKvalitetsberattelse], prepare: prepareKvalitetsberattelse, internal: ['NoteraKvalitetsberattelsebehandling'] },
];
