import type { Bedomning } from '@klubba/lagrum';
import { anmald, bedomd, beslutad, docOf, given, gor, mottagen, rutin, s, skedeEfter, taEmot, utredd, x } from '../../test/exempel/lexsarah';
import type { LexSarahEvent } from './lexsarah.events';
import { klockorna, varningarna } from './lexsarah.klockor';
import { UTAN_RUTIN } from './lexsarahrutin.projection';

describe('Rapporten', () => {
  it('F6: har rapportör, verksamhet och dag, och är diarieförd (OSL 5:1)', () => {
    given().when(taEmot()).then(mottagen());
    given().when(taEmot({ diariefort: false })).thenRefused('ARENDET_FINNS_INTE', 'Rapporten ska vara diarieförd: öppna ett ärende i nämnden för den först (OSL 5 kap. 1 §).', 'OSL 5 kap. 1 §');
    given(mottagen()).when(taEmot()).thenRefused('LEXSARAH_FINNS_REDAN');
  });
  it('K4/F3: en handläggare på IVO som rapportör är VARNING', () => {
    given().when(taEmot({ rapportorsslag: 'ivo' })).thenWarned('RAPPORTOREN_AR_INTE_SKYLDIG');
    given().when(taEmot({ rapportorsslag: 'ivo' }, { RAPPORTOREN_AR_INTE_SKYLDIG: 'Skrivs om när personalen rapporterat' })).then(mottagen({ rapportorsslag: 'ivo', avsteg: [{ kod: 'RAPPORTOREN_AR_INTE_SKYLDIG', skal: s('Skrivs om när personalen rapporterat') }] }));
  });
  it('F4: mer än en arbetsdag från upptäckten är VARNING, och målet är en inställning', () => {
    given().when(taEmot({ upptackt: '2018-01-30' })).thenWarned('RAPPORTEN_SEN');
    given().when(taEmot({ upptackt: '2018-01-30', rutin: { ...rutin, rapportArbetsdagar: 2 } })).then(mottagen({ upptackt: '2018-01-30' }));
  });
  it('går inte med dagar i fel ordning, som inte finns eller inte har varit', () => {
    given().when(taEmot({ upptackt: '2018-02-02' })).thenRefused('DATUM_I_FEL_ORDNING', 'Rapporten (2018-02-01) ligger före upptäckten (2018-02-02).');
    given().when(taEmot({ mottagen: '2018-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(taEmot({ mottagen: '2026-11-30' })).thenRefused('DATUM_I_FRAMTIDEN');
  });
  it('M25: en enskild utförares rapport har dagen då nämnden fick veta den (27:4)', () => {
    given().when(taEmot({ regi: 'enskild' })).thenRefused('INFORMATION_SAKNAS', 'Ange när nämnden fick veta om rapporten (SoL (2001:453) 14 kap. 5 §).', 'SoL (2001:453) 14 kap. 5 §');
    given().when(taEmot({ regi: 'enskild', informationMottagen: '2018-02-05' })).then(mottagen({ regi: 'enskild', informationMottagen: '2018-02-05' }));
  });
  it('som tas tillbaka utreds ändå: VARNING, och inget går förlorat', () => {
    given(mottagen()).when(gor('AterkallaLexSarah', { datum: '2018-02-03', skal: 'Ångrade mig' })).thenWarned('SKA_ANDA_UTREDAS');
    const tagen: LexSarahEvent = { type: 'LexSarahAtertagen', data: { datum: '2018-02-03', skal: s('Ångrade mig'), avsteg: [{ kod: 'SKA_ANDA_UTREDAS', skal: s('Noteras') }] } };
    given(mottagen()).when(gor('AterkallaLexSarah', { datum: '2018-02-03', skal: 'Ångrade mig' }, { SKA_ANDA_UTREDAS: 'Noteras' })).then(tagen);
    expect(skedeEfter(mottagen(), tagen)).toBe('MOTTAGEN');
  });
  it('stryks bara som samma som en annan, och återupptas om det var fel', () => {
    const stryk = (annan: boolean) => gor('StrykLexSarah', { datum: '2018-02-03', dubblettAv: x(9), skal: 'Två rapporter, en händelse', annan });
    given(mottagen()).when(stryk(false)).thenRefused('ANNAN_RAPPORT_FINNS_INTE');
    const struken: LexSarahEvent = { type: 'LexSarahStruken', data: { datum: '2018-02-03', dubblettAv: x(9), skal: s('Två rapporter, en händelse') } };
    given(mottagen()).when(stryk(true)).then(struken);
    given(mottagen(), struken).when(gor('NoteraLexSarahAtgard', { datum: '2018-02-04', tid: '10:00', text: 'x' })).thenRefused('AR_STRUKEN');
    given(mottagen(), anmald({ tidig: true, utredningKlar: false })).when(stryk(true)).thenRefused('REDAN_BESLUTAD');
    given(mottagen(), struken).when(gor('AterupptaLexSarah', { datum: '2018-02-05', skal: 'Inte samma' })).then({ type: 'LexSarahAteroppnad', data: { datum: '2018-02-05', skal: s('Inte samma') } });
  });
  it('som inte finns: ett beslut av IVO om den är ett hinder', () => given().when(gor('NoteraIvosBeslut', { datum: '2018-04-10', utfall: 'avslutat', text: 'x' })).thenRefused('LEXSARAH_FINNS_INTE', 'Någon rapport enligt lex Sarah finns inte i ärendet.'));
});

describe('Sidor av ärendet', () => {
  it('K4/F1: fel lagrum i en inläst handling flaggas och står kvar som det skrevs', () => {
    const las = (bedomning: Bedomning, lagrum: string) => gor('LasInLexSarahHandling', { bedomning, datum: '2026-01-20', lagrum, kalla: 'Protokoll' });
    const inlast: LexSarahEvent = { type: 'LexSarahHandlingInlast', data: { bedomning: 'ALLVARLIGT_MISSFORHALLANDE', datum: '2026-01-20', lagrum: '27 kap 7 § SoL / 24 e § LSS', kalla: s('Protokoll'), brott: [{ kod: 'FEL_LAGRUM', lagrum: 'SoL 27 kap. 6 §, LSS 24 f §' }] } };
    given(mottagen({ mottagen: '2025-12-10' })).when(las('ALLVARLIGT_MISSFORHALLANDE', '27 kap 7 § SoL / 24 e § LSS')).then(inlast);
    given(mottagen({ mottagen: '2025-12-10' })).when(las('MISSFORHALLANDE', '27 kap 5 § SoL (2025:400) / 24 e § LSS')).then({ type: 'LexSarahHandlingInlast', data: { bedomning: 'MISSFORHALLANDE', datum: '2026-01-20', lagrum: '27 kap 5 § SoL (2025:400) / 24 e § LSS', kalla: s('Protokoll') } });
    expect(varningarna(docOf(mottagen({ mottagen: '2025-12-10' }), inlast), UTAN_RUTIN, '2025-12-11').map(({ text }) => text)).toEqual(['Lagrummet stämmer inte. Anmälan av allvarligt missförhållande till IVO: 27 kap. 6 § SoL, 24 f § LSS. Handlingen anger 27 kap 7 § SoL / 24 e § LSS.']);
  });
  it('I12: är händelsen också en personuppgiftsincident anmäls den inom 72 timmar, och en oavgjord glöms inte', () => {
    const noterad: LexSarahEvent = { type: 'LexSarahIncidentNoterad', data: { kand: '2018-02-01', tid: '09:00', senast: '2018-02-04', senastTid: '09:00' } };
    given(mottagen()).when(gor('NoteraPersonuppgiftsincident', { kand: '2018-02-01', tid: '09:00' })).then(noterad);
    const avgor = (tid: string, utfall: 'anmald' | 'anmals_inte' = 'anmald') => gor('AvgorPersonuppgiftsincident', { utfall, datum: '2018-02-04', tid, skal: 'Prövad' });
    given(mottagen(), noterad).when(avgor('09:01')).thenWarned('INCIDENTEN_ANMALD_SENT');
    given(mottagen(), noterad).when(avgor('09:00')).then({ type: 'LexSarahIncidentAvgjord', data: { utfall: 'anmald', datum: '2018-02-04', tid: '09:00', skal: s('Prövad') } });
    given(mottagen()).when(avgor('09:00')).thenRefused('INGEN_INCIDENT');
    expect(klockorna(docOf(mottagen(), noterad).lage, rutin).find(({ slag }) => slag === 'imy')).toMatchObject({ sedan: '2018-02-01', senast: '2018-02-04', senastTid: '09:00', regel: 'GDPR art. 33' });
  });
  it('M54: sekretessen gäller uppgifter: ett avidentifierat avgörande kan visas, prövat för sin egen text', () => {
    const avidentifiera = (text: string, litenGrupp = false) => gor('AvidentifieraLexSarah', { datum: '2018-03-10', text, litenGrupp });
    const klart = [...utredd(), bedomd('MISSFORHALLANDE'), beslutad('MISSFORHALLANDE')];
    given(...klart).when(avidentifiera('Ett missförhållande. Rutinen är ändrad.')).then({ type: 'LexSarahAvgorandeAvidentifierat', data: { datum: '2018-03-10', text: s('Ett missförhållande. Rutinen är ändrad.') } });
    given(...klart).when(avidentifiera('Gäller 19811228-9874')).thenRefused('FAR_INTE_PUBLICERAS');
    given(...klart).when(avidentifiera('Gäller en av tre på boendet', true)).thenWarned('LITEN_GRUPP');
    given(mottagen()).when(avidentifiera('x')).thenRefused('EJ_BESLUTAD');
  });
  it('länkar till avvikelser och till liknande händelser som finns i nämnden', () => {
    given(mottagen()).when(gor('LankaLexSarah', { slag: 'avvikelse', mal: x(60) })).then({ type: 'LexSarahLankad', data: { slag: 'avvikelse', mal: x(60) } });
    given(mottagen()).when(gor('LankaLexSarah', { slag: 'liknande_handelse', mal: x(61), annan: false })).thenRefused('ANNAN_RAPPORT_FINNS_INTE');
    given(mottagen()).when(gor('TaBortLexSarahLank', { slag: 'avvikelse', mal: x(60), skal: 'Fel' })).thenRefused('LANKEN_FINNS_INTE');
  });
});
