import type { LexSarahEvent } from '@klubba/lexsarah';
import { type Golden, type NothingMissing, sealed } from './golden';

const x = (n: number): string => `00000000-0000-4000-8000-0000000000${n}`;
const text = sealed('lexsarah');
const avsteg = [{ kod: 'UTREDNINGEN_DROJER', skal: text }];
const av = { person: x(11), befattning: 'forvaltningschef', punkt: '3.4' };
const paragraf = { sammantrade: x(12), punkt: x(13), ar: 2018, nr: 46, datum: '2018-03-21' };
const mottagen = {
  namnd: x(10), mottagen: '2017-05-24', lag: 'SOL', regi: 'kommunal', verksamhet: 'BUV', orsak: 'rattssakerhet', upptackt: '2017-05-23', intraffad: '2017-05-10', informationMottagen: '2017-05-24', rapportorsslag: 'anstalld', rapportor: text, befattning: text,
  avser: 'avvikelse', berorEnskild: true, beskrivning: text, konsekvenser: text, uppmarksammad: text, gjort: text, skyddsombud: text, chef: text, avsteg,
} as const;
const forhandsbedomd = { datum: '2017-06-21', bedomning: 'MISSFORHALLANDE', av, text, avsteg } as const;
const antecknad = { anteckning: x(15), del: 'orsaker', datum: '2018-02-20', art: 'bedomning', kalla: text, text, forfattare: text, titel: text, ersatter: x(14) } as const;
const bedomd = { datum: '2018-03-01', bedomning: 'ALLVARLIGT_MISSFORHALLANDE', snabb: false, sarskildaAtgarder: true, av, motivering: text, skal: text, avsteg } as const;
const beslutad = { datum: '2018-03-02', bedomning: 'ALLVARLIGT_MISSFORHALLANDE', lagrum: 'SoL (2001:453) 14 kap. 7 §', av, text, avsteg } as const;
const anmald = { datum: '2018-03-05', tidig: true, utredningKlar: false, lagrum: 'SoL (2001:453) 14 kap. 7 §', satt: 'e_tjanst', kvitto: text, av, grund: text, kompletteringSenast: '2018-05-05', avsteg } as const;
const provad = { datum: '2018-04-10', utfall: 'krav', svarSenast: '2018-05-10', diarienummer: '8.2-12345/2018', text } as const;
const behandlad = { ...paragraf, beslutstyp: 'besluta', verkan: 'beslut', bedomning: 'MISSFORHALLANDE', lagrum: 'LSS 24 e §' } as const;
const meddelad = { vad: 'utredning', datum: '2018-03-10', information: '2018-03-12', bedomning: 'MISSFORHALLANDE', text, avsteg } as const;
const inlast = { bedomning: 'ALLVARLIGT_MISSFORHALLANDE', datum: '2026-01-20', lagrum: '27 kap 7 § SoL / 24 e § LSS', kalla: text, brott: [{ kod: 'FEL_LAGRUM', lagrum: 'SoL 27 kap. 6 §, LSS 24 f §' }] } as const;

export const golden = [
  { type: 'LexSarahMottagen', schema: 1, stored: mottagen, today: mottagen },
  { type: 'LexSarahKategoriserad', schema: 1, stored: { verksamhet: 'BUV', orsak: 'dokumentation' }, today: { verksamhet: 'BUV', orsak: 'dokumentation' } },
  { type: 'LexSarahAtertagen', schema: 1, stored: { datum: '2017-05-25', skal: text, avsteg }, today: { datum: '2017-05-25', skal: text, avsteg } },
  { type: 'LexSarahAtgardad', schema: 1, stored: { datum: '2017-05-24', tid: '16:30', text }, today: { datum: '2017-05-24', tid: '16:30', text } },
  { type: 'LexSarahForhandsbedomd', schema: 1, stored: forhandsbedomd, today: forhandsbedomd },
  { type: 'LexSarahUtredareUtsedd', schema: 1, stored: { datum: '2017-09-28', utredare: x(16), avsteg }, today: { datum: '2017-09-28', utredare: x(16), avsteg } },
  { type: 'LexSarahAntecknad', schema: 1, stored: antecknad, today: antecknad },
  { type: 'LexSarahBedomd', schema: 1, stored: bedomd, today: bedomd },
  { type: 'LexSarahAnmald', schema: 1, stored: anmald, today: anmald },
  { type: 'LexSarahBeslutad', schema: 1, stored: beslutad, today: beslutad },
  { type: 'LexSarahKompletterad', schema: 1, stored: { datum: '2018-04-20', kvitto: text, avsteg }, today: { datum: '2018-04-20', kvitto: text, avsteg } },
  { type: 'LexSarahProvadAvIvo', schema: 1, stored: provad, today: provad },
  { type: 'LexSarahBesvarad', schema: 1, stored: { datum: '2018-05-09', text, avsteg }, today: { datum: '2018-05-09', text, avsteg } },
  { type: 'LexSarahAtgardPlanerad', schema: 1, stored: { atgard: x(17), text, ansvarig: x(18), senast: '2018-06-01' }, today: { atgard: x(17), text, ansvarig: x(18), senast: '2018-06-01' } },
  { type: 'LexSarahAtgardGjord', schema: 1, stored: { atgard: x(17), datum: '2018-05-30', utfall: 'gjord', text }, today: { atgard: x(17), datum: '2018-05-30', utfall: 'gjord', text } },
  { type: 'LexSarahUppfoljningPlanerad', schema: 1, stored: { planerad: '2018-09-01', avsteg }, today: { planerad: '2018-09-01', avsteg } },
  { type: 'LexSarahUppfoljd', schema: 1, stored: { datum: '2018-09-03', resultat: text, avsteg }, today: { datum: '2018-09-03', resultat: text, avsteg } },
  { type: 'LexSarahRedovisad', schema: 1, stored: { ...paragraf, verkan: 'uppfoljning', avsteg }, today: { ...paragraf, verkan: 'uppfoljning', avsteg } },
  { type: 'LexSarahAvslutad', schema: 1, stored: { datum: '2018-10-01', avsteg }, today: { datum: '2018-10-01', avsteg } },
  { type: 'LexSarahAteroppnad', schema: 1, stored: { datum: '2018-10-05', skal: text }, today: { datum: '2018-10-05', skal: text } },
  { type: 'LexSarahBehandlad', schema: 1, stored: behandlad, today: behandlad },
  { type: 'LexSarahLankad', schema: 1, stored: { slag: 'avvikelse', mal: x(19) }, today: { slag: 'avvikelse', mal: x(19) } },
  { type: 'LexSarahLankBorttagen', schema: 1, stored: { slag: 'avvikelse', mal: x(19), skal: text }, today: { slag: 'avvikelse', mal: x(19), skal: text } },
  { type: 'LexSarahUtforarenMeddelad', schema: 1, stored: meddelad, today: meddelad },
  { type: 'LexSarahIncidentNoterad', schema: 1, stored: { kand: '2017-05-24', tid: '09:00', senast: '2017-05-27', senastTid: '09:00' }, today: { kand: '2017-05-24', tid: '09:00', senast: '2017-05-27', senastTid: '09:00' } },
  { type: 'LexSarahIncidentAvgjord', schema: 1, stored: { utfall: 'anmald', datum: '2017-05-26', tid: '15:00', skal: text, avsteg }, today: { utfall: 'anmald', datum: '2017-05-26', tid: '15:00', skal: text, avsteg } },
  { type: 'LexSarahAvgorandeAvidentifierat', schema: 1, stored: { datum: '2018-04-01', text, avsteg }, today: { datum: '2018-04-01', text, avsteg } },
  { type: 'LexSarahAvgorandeIndraget', schema: 1, stored: { datum: '2018-04-02', skal: text }, today: { datum: '2018-04-02', skal: text } },
  { type: 'LexSarahHandlingInlast', schema: 1, stored: inlast, today: inlast },
  { type: 'LexSarahStruken', schema: 1, stored: { datum: '2018-10-06', dubblettAv: x(20), skal: text }, today: { datum: '2018-10-06', dubblettAv: x(20), skal: text } },
] as const satisfies readonly Golden<LexSarahEvent>[];
export const nothingMissing: NothingMissing<LexSarahEvent, typeof golden> = true;
