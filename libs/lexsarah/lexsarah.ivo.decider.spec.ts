import { anmal, anmald, bedomd, beslutad, CHEF, docOf, given, gor, ivo, mottagen, planerad, redovisad, rutin, s, skedeEfter, utredd, utsedd, x } from '../../test/exempel/lexsarah';
import type { LexSarahEvent } from './lexsarah.events';
import { klockorna, varningarna } from './lexsarah.klockor';

describe('Anmälan till IVO', () => {
  const tidig = anmald({ tidig: true, utredningKlar: false, av: CHEF, grund: s('Uppenbart'), kompletteringSenast: '2018-05-05' });
  it('F6: görs efter beslutet, eller före med grund och behörig beslutsfattare; då pågår utredningen', () => {
    given(...utredd(), bedomd('ALLVARLIGT_MISSFORHALLANDE'), beslutad('ALLVARLIGT_MISSFORHALLANDE')).when(anmal()).then(anmald());
    given(mottagen()).when(anmal()).thenRefused('GRUND_SAKNAS');
    given(mottagen()).when(anmal({ grund: 'Uppenbart' })).thenRefused('BESLUTSFATTARE_SAKNAS');
    given(mottagen()).when(anmal({ grund: 'Uppenbart', av: CHEF })).then(tidig);
  });
  it('K4/F6: anmäld innan utredningen är färdig går bra, och ärendet är öppet', () => {
    expect(skedeEfter(mottagen(), tidig)).toBe('ANMALD_IVO');
    expect(klockorna(docOf(mottagen(), tidig).lage, rutin).map(({ slag, senast }) => [slag, senast])).toEqual([['start', '2018-02-02'], ['utredning', '2018-04-02'], ['komplettering', '2018-05-05'], ['ivo', undefined]]);
    given(mottagen(), tidig).when(gor('UtseLexSarahUtredare', { datum: '2018-02-02', utredare: x(2), javig: false, rutin })).then(utsedd);
  });
  it('F6: anmäld 14 juni på en rapport den 30 juni är STOPP', () => given(mottagen({ mottagen: '2017-06-30' })).when(anmal({ datum: '2017-06-14', grund: 'Uppenbart', av: CHEF })).thenRefused('DATUM_I_FEL_ORDNING', 'Anmälan till IVO (2017-06-14) ligger före rapporten (2017-06-30).'));
  it('F6: påtaglig risk som inte är allvarlig ska inte anmälas: VARNING', () => {
    given(...utredd(), bedomd('PATAGLIG_RISK'), beslutad('PATAGLIG_RISK')).when(anmal()).thenWarned('EJ_ALLVARLIGT');
    expect(varningarna(docOf(...utredd(), bedomd('PATAGLIG_RISK'), beslutad('PATAGLIG_RISK'), anmald()), rutin, '2018-03-05').map(({ kod }) => kod)).toEqual(['EJ_ALLVARLIGT']);
  });
  it('F4: kompletteras med den avslutade utredningen; för sent är VARNING', () => {
    const klar = [...utredd(), tidig, bedomd('ALLVARLIGT_MISSFORHALLANDE'), beslutad('ALLVARLIGT_MISSFORHALLANDE')];
    given(...utredd(), tidig).when(gor('KompletteraLexSarah', { datum: '2018-04-01', kvitto: 'K2' })).thenRefused('UTREDNINGEN_OFULLSTANDIG', 'Utredningen saknar: ställningstagandet som avslutade utredningen (i). Den kan inte avslutas (SOSFS 2011:5, 5 kap.).');
    given(...klar).when(gor('KompletteraLexSarah', { datum: '2018-05-05', kvitto: 'K2' })).then({ type: 'LexSarahKompletterad', data: { datum: '2018-05-05', kvitto: s('K2') } });
    given(...klar).when(gor('KompletteraLexSarah', { datum: '2018-05-06', kvitto: 'K2' })).thenWarned('KOMPLETTERINGEN_SEN');
    given(...klar, { type: 'LexSarahKompletterad', data: { datum: '2018-05-05', kvitto: s('K2') } }).when(gor('KompletteraLexSarah', { datum: '2018-05-06', kvitto: 'K2' })).thenRefused('REDAN_KOMPLETTERAD');
  });
  it('F6: IVO:s krav har en dag, besvaras, och först när IVO avslutat följs det upp', () => {
    const anmalt = [...utredd(), bedomd('ALLVARLIGT_MISSFORHALLANDE'), beslutad('ALLVARLIGT_MISSFORHALLANDE'), anmald()];
    given(...utredd()).when(gor('NoteraIvosBeslut', { datum: '2018-04-10', utfall: 'avslutat', text: 'x' })).thenRefused('EJ_ANMALD');
    given(...anmalt).when(gor('NoteraIvosBeslut', { datum: '2018-04-10', utfall: 'krav', text: 'x' })).thenRefused('SVARSDAG_SAKNAS');
    given(...anmalt).when(gor('NoteraIvosBeslut', { datum: '2018-03-04', utfall: 'avslutat', text: 'x' })).thenRefused('DATUM_I_FEL_ORDNING', 'IVO:s beslut (2018-03-04) ligger före anmälan (2018-03-05).');
    const krav = ivo('krav', { svarSenast: '2018-05-10' });
    given(...anmalt, krav).when(gor('BesvaraIvo', { datum: '2018-05-11', text: 'Svar' })).thenWarned('SVARET_SENT');
    given(...anmalt, krav).when(gor('BesvaraIvo', { datum: '2018-05-10', text: 'Svar' })).then({ type: 'LexSarahBesvarad', data: { datum: '2018-05-10', text: s('Svar') } });
    given(...anmalt, ivo('avslutat')).when(gor('BesvaraIvo', { datum: '2018-05-10', text: 'Svar' })).thenRefused('INGET_ATT_BESVARA');
    expect([skedeEfter(...anmalt, krav), skedeEfter(...anmalt, planerad, krav), skedeEfter(...anmalt, ivo('avslutat')), skedeEfter(...anmalt, planerad, ivo('avslutat'))]).toEqual(['IVO_BESLUT', 'IVO_BESLUT', 'IVO_BESLUT', 'UPPFOLJNING']);
  });
  it('F3: en huvudman anmäler inte åt en annan; utförarens anmälan antecknas med dagen då nämnden fick veta (27:6)', () => {
    const enskild = mottagen({ regi: 'enskild', informationMottagen: '2018-02-05', mottagen: '2018-02-01' });
    given(enskild).when(anmal({ grund: 'Uppenbart', av: CHEF })).thenRefused('ANNAN_HUVUDMAN');
    given(enskild).when(gor('UtseLexSarahUtredare', { datum: '2018-02-02', utredare: x(2), javig: false, rutin })).thenRefused('UTFORAREN_UTREDER', 'Utföraren utreder själv (SoL (2001:453) 7 kap. 6 §). Anteckna vad utföraren meddelar nämnden.');
    const meddelad: LexSarahEvent = { type: 'LexSarahUtforarenMeddelad', data: { vad: 'anmalan_ivo', datum: '2018-02-10', information: '2018-02-12' } };
    given(enskild).when(gor('NoteraUtforarensLexSarah', { vad: 'anmalan_ivo', datum: '2018-02-10', information: '2018-02-12' })).then(meddelad);
    given(enskild).when(gor('NoteraUtforarensLexSarah', { vad: 'anmalan_ivo', datum: '2018-02-10', information: '2018-02-09' })).thenRefused('DATUM_I_FEL_ORDNING');
    given(mottagen()).when(gor('NoteraUtforarensLexSarah', { vad: 'anmalan_ivo', datum: '2018-02-10', information: '2018-02-12' })).thenRefused('EGEN_VERKSAMHET');
    const utredning: LexSarahEvent = { type: 'LexSarahUtforarenMeddelad', data: { vad: 'utredning', datum: '2018-03-10', information: '2018-03-12', bedomning: 'ALLVARLIGT_MISSFORHALLANDE' } };
    given(enskild, meddelad).when(gor('NoteraUtforarensLexSarah', { vad: 'utredning', datum: '2018-03-10', information: '2018-03-12' })).thenRefused('BEDOMNING_SAKNAS');
    given(enskild, meddelad, utredning).when(gor('AvslutaLexSarah', { datum: '2018-10-01' })).thenRefused('IVO_HAR_INTE_BESLUTAT');
    given(enskild, meddelad, utredning, { type: 'LexSarahUtforarenMeddelad', data: { vad: 'ivo_avslutat', datum: '2018-06-01', information: '2018-06-02' } }, redovisad('anmalan_av_beslut')).when(gor('AvslutaLexSarah', { datum: '2018-10-01' })).then({ type: 'LexSarahAvslutad', data: { datum: '2018-10-01' } });
  });
});
