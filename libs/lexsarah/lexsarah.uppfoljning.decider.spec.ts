import { anmald, bedomd, beslutad, docOf, given, gor, mottagen, PARAGRAF, planerad, redovisad, rutin, s, skedeEfter, uppfoljd, utredd, x } from '../../test/exempel/lexsarah';
import type { LexSarahEvent } from './lexsarah.events';
import { klockorna } from './lexsarah.klockor';

describe('Uppföljningen', () => {
  const ej = [...utredd(), bedomd('MISSFORHALLANDE'), beslutad('MISSFORHALLANDE')];
  const allvarligt = [...utredd(), bedomd('ALLVARLIGT_MISSFORHALLANDE'), beslutad('ALLVARLIGT_MISSFORHALLANDE')];
  const atgard: LexSarahEvent = { type: 'LexSarahAtgardPlanerad', data: { atgard: x(50), text: s('Ny rutin'), ansvarig: x(4), senast: '2018-06-01' } };
  const gjord: LexSarahEvent = { type: 'LexSarahAtgardGjord', data: { atgard: x(50), datum: '2018-05-30', utfall: 'gjord', text: s('Klar') } };

  it('F6: ett allvarligt missförhållande följs inte upp utan att ha anmälts', () =>
    given(...allvarligt).when(gor('PlaneraLexSarahUppfoljning', { planerad: '2018-09-01' })).thenRefused('ALLVARLIGT_EJ_ANMALT', 'Allvarligt missförhållande ska snarast anmälas till IVO (SoL (2001:453) 14 kap. 7 §).', 'SoL (2001:453) 14 kap. 7 §'));
  it('K4/F6: bedömt som allvarligt och ”avsluta” är STOPP', () => {
    given(...utredd(), bedomd('ALLVARLIGT_MISSFORHALLANDE')).when(gor('AvslutaLexSarah', { datum: '2018-10-01' })).thenRefused('ALLVARLIGT_EJ_ANMALT');
    given(...allvarligt).when(gor('AvslutaLexSarah', { datum: '2018-10-01' })).thenRefused('ALLVARLIGT_EJ_ANMALT');
  });
  it('F6: från mottagen går det inte att avsluta', () => given(mottagen()).when(gor('AvslutaLexSarah', { datum: '2018-10-01' })).thenRefused('EJ_BEDOMD', 'Rapporten är inte utredd. Varje rapport ska utredas (SoL (2001:453) 14 kap. 6 §).'));
  it('F6: utan åtgärdsplan är VARNING, med den planeras en dag', () => {
    given(...ej).when(gor('PlaneraLexSarahUppfoljning', { planerad: '2018-09-01' })).thenWarned('ATGARDSPLAN_SAKNAS');
    given(...ej, atgard).when(gor('PlaneraLexSarahUppfoljning', { planerad: '2018-09-01' })).then(planerad);
    given(...utredd(), bedomd('MISSFORHALLANDE')).when(gor('PlaneraLexSarahUppfoljning', { planerad: '2018-09-01' })).thenRefused('EJ_BESLUTAD');
  });
  it('F6: följs upp på dagen eller efter, med resultat', () => {
    given(...ej, atgard, planerad).when(gor('FoljUppLexSarah', { datum: '2018-08-31', resultat: 'Bra' })).thenWarned('UPPFOLJNING_I_FORTID');
    given(...ej, atgard, planerad).when(gor('FoljUppLexSarah', { datum: '2018-09-03', resultat: 'Bra' })).then(uppfoljd);
    given(...ej).when(gor('FoljUppLexSarah', { datum: '2018-09-03', resultat: 'Bra' })).thenRefused('EJ_I_UPPFOLJNING');
    given(...allvarligt, anmald(), planerad).when(gor('FoljUppLexSarah', { datum: '2018-09-03', resultat: 'Bra' })).thenRefused('EJ_I_UPPFOLJNING');
  });
  it('F6: sluts när nämnden har fått uppföljningen redovisad, i en viss paragraf', () => {
    const avsluta = gor('AvslutaLexSarah', { datum: '2018-10-01' });
    given(...ej, atgard, gjord, planerad, uppfoljd).when(avsluta).thenRefused('EJ_REDOVISAD', 'Uppföljningen är inte redovisad för nämnden.');
    given(...ej, atgard, gjord, planerad, uppfoljd, redovisad('anmalan_av_beslut')).when(avsluta).thenRefused('EJ_REDOVISAD');
    given(...ej, atgard, gjord, planerad, uppfoljd, redovisad('uppfoljning')).when(avsluta).then({ type: 'LexSarahAvslutad', data: { datum: '2018-10-01' } });
    given(...ej, atgard, planerad, uppfoljd, redovisad('uppfoljning')).when(avsluta).thenWarned('ATGARDER_OAVSLUTADE');
    given(...ej, planerad, uppfoljd, redovisad('uppfoljning')).when(avsluta).thenRefused('UTREDNINGEN_OFULLSTANDIG', 'Utredningen saknar: åtgärder för att det inte ska hända igen. Den kan inte avslutas (SOSFS 2011:5, 5 kap.).');
  });
  it('två handläggare som avslutar samma ärende: den andra hindras', () => {
    const slut = [...ej, atgard, gjord, planerad, uppfoljd, redovisad('uppfoljning'), { type: 'LexSarahAvslutad', data: { datum: '2018-10-01' } } as const];
    given(...slut).when(gor('AvslutaLexSarah', { datum: '2018-10-02' })).thenRefused('AR_AVSLUTAD', 'Ärendet avslutades 2018-10-01. Återuppta utredningen om något ska läggas till.');
    expect(skedeEfter(...slut, { type: 'LexSarahAteroppnad', data: { datum: '2018-10-05', skal: s('Nya uppgifter') } })).toBe('UTREDS');
  });
  it('beslut anmäls i en paragraf, många avidentifierade eller ett allvarligt för sig', () => {
    const redovisa = (egen: boolean, over: object = {}) => gor('RedovisaLexSarah', { punkt: PARAGRAF.punkt, paragrafen: { ...PARAGRAF, beslutstyp: 'notera', egen, ...over } });
    given(...ej).when(redovisa(false)).then(redovisad('anmalan_av_beslut'));
    given(...ej, atgard, planerad, uppfoljd).when(redovisa(false)).then(redovisad('uppfoljning'));
    given(...allvarligt).when(redovisa(false)).thenWarned('ALLVARLIG_SAMLAD');
    given(...allvarligt).when(redovisa(true)).then(redovisad('anmalan_av_beslut'));
    given(...ej).when(redovisa(false, { beslutstyp: 'bordlagga' })).thenRefused('INGET_ATT_REDOVISA');
    given(...ej).when(redovisa(false, { datum: '2018-03-01' })).thenRefused('DATUM_I_FEL_ORDNING');
    given(...ej).when(gor('RedovisaLexSarah', { punkt: x(9) })).thenRefused('PARAGRAFEN_FINNS_INTE');
    given(...ej, redovisad('anmalan_av_beslut')).when(redovisa(false)).thenNothing();
  });
  it('ett beslut som återupptas innan nämnden fått veta det anmäls ändå (KL 6:40), och det nya för sig', () => {
    const ater: LexSarahEvent = { type: 'LexSarahAteroppnad', data: { datum: '2018-03-10', skal: s('Nya uppgifter') } };
    const redovisa = gor('RedovisaLexSarah', { punkt: PARAGRAF.punkt, paragrafen: { ...PARAGRAF, beslutstyp: 'notera', egen: false } });
    expect(klockorna(docOf(...ej, ater).lage, rutin).find(({ slag }) => slag === 'redovisning')).toMatchObject({ sedan: '2018-03-02' });
    given(...ej, ater).when(redovisa).then(redovisad('anmalan_av_beslut'));
    expect(klockorna(docOf(...ej, ater, redovisad('anmalan_av_beslut')).lage, rutin).map(({ slag }) => slag)).toEqual(['utredning']);
    expect(klockorna(docOf(...ej, ater, redovisad('anmalan_av_beslut'), bedomd('MISSFORHALLANDE'), beslutad('MISSFORHALLANDE')).lage, rutin).map(({ slag }) => slag)).toEqual(['redovisning']);
  });
  it('åtgärder har ansvarig och dag, och avslutas en gång', () => {
    expect(given(...ej).when(gor('PlaneraLexSarahAtgard', { text: 'Ny rutin', ansvarig: x(4), senast: '2018-06-01' })).outcome).toMatchObject([{ type: 'LexSarahAtgardPlanerad', data: { ansvarig: x(4), senast: '2018-06-01' } }]);
    given(...ej, atgard).when(gor('AvslutaLexSarahAtgard', { atgard: x(50), datum: '2018-05-30', utfall: 'gjord', text: 'Klar' })).then(gjord);
    given(...ej, atgard, gjord).when(gor('AvslutaLexSarahAtgard', { atgard: x(50), datum: '2018-05-30', utfall: 'gjord', text: 'Klar' })).thenRefused('ATGARDEN_AR_AVSLUTAD');
    given(...ej).when(gor('AvslutaLexSarahAtgard', { atgard: x(51), datum: '2018-05-30', utfall: 'gjord', text: 'Klar' })).thenRefused('ATGARDEN_FINNS_INTE');
  });
});
