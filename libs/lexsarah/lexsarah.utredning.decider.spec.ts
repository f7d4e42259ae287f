import { isRefusal } from '@klubba/kernel';
import type { Bedomning } from '@klubba/lagrum';
import { bedom, bedomd, besluta, beslutad, docOf, dokumenterad, given, gor, id, mottagen, PARAGRAF, rutin, s, utredd, utsedd, x } from '../../test/exempel/lexsarah';
import type { LexSarahEvent } from './lexsarah.events';
import { blankettrutan } from './lexsarah.klockor';
import { bindLexSarah } from './lexsarah.reactions';

describe('Utredningen', () => {
  it('F6: en jävig utredare utses inte (KL 7:4)', () => {
    given(mottagen({ mottagen: '2026-02-01' })).when(gor('UtseLexSarahUtredare', { datum: '2026-02-02', utredare: x(2), javig: true, rutin })).thenRefused('UTREDAREN_JAVIG', 'Utredaren är jävig och kan inte utreda rapporten (KL 7 kap. 4 §).', 'KL 7 kap. 4 §');
    given(mottagen()).when(gor('UtseLexSarahUtredare', { datum: '2018-02-02', utredare: x(2), javig: false, rutin })).then(utsedd);
  });
  it('F5: varje anteckning har dag, källa, om den är faktum eller bedömning, och författare med titel', () => {
    const { outcome } = given(mottagen(), utsedd).when(gor('AntecknaLexSarah', { del: 'orsaker', datum: '2018-02-10', art: 'bedomning', kalla: 'Samtal', text: 'Brist i rutin', forfattare: 'Ulla Utredare', titel: 'utvecklare' }));
    expect(outcome).toMatchObject([{ type: 'LexSarahAntecknad', data: { del: 'orsaker', art: 'bedomning', kalla: s('Samtal'), text: s('Brist i rutin'), forfattare: s('Ulla Utredare'), titel: s('utvecklare') } }]);
  });
  it('F5: utan (a)–(h) går den inte att avsluta, och allt som saknas sägs', () => {
    given(mottagen(), utsedd, ...dokumenterad.slice(0, 7)).when(bedom('MISSFORHALLANDE')).thenRefused('UTREDNINGEN_OFULLSTANDIG', 'Utredningen saknar: vad som i övrigt framkommit (h). Den kan inte avslutas (SOSFS 2011:5, 5 kap.).', 'SOSFS 2011:5, 5 kap.');
    given(mottagen(), utsedd, ...dokumenterad.slice(0, 3), ...dokumenterad.slice(4, 7)).when(bedom('MISSFORHALLANDE')).thenRefused('UTREDNINGEN_OFULLSTANDIG', 'Utredningen saknar: orsaker (d); vad som i övrigt framkommit (h). Den kan inte avslutas (SOSFS 2011:5, 5 kap.).');
    given(...utredd()).when(bedom('MISSFORHALLANDE')).then(bedomd('MISSFORHALLANDE'));
  });
  it('F5: en anteckning som ersatts av en om annat fyller inte längre sin del', () => {
    const om: LexSarahEvent = { type: 'LexSarahAntecknad', data: { anteckning: x(200), del: 'forebyggande', datum: '2018-02-11', art: 'bedomning', kalla: s('k'), text: s('t'), forfattare: s('f'), titel: s('t'), ersatter: x(103) } };
    given(...utredd(), om).when(bedom('MISSFORHALLANDE')).thenRefused('UTREDNINGEN_OFULLSTANDIG', 'Utredningen saknar: orsaker (d). Den kan inte avslutas (SOSFS 2011:5, 5 kap.).');
    given(...utredd(), om).when(gor('AntecknaLexSarah', { del: 'orsaker', datum: '2018-02-12', art: 'bedomning', kalla: 'k', text: 't', forfattare: 'f', titel: 't', ersatter: x(103) })).thenRefused('ANTECKNINGEN_FINNS_INTE');
  });
  it('F6: snabbstängning är när det uppenbart inte är ett missförhållande, med skälet dokumenterat', () => {
    given(mottagen(), utsedd).when(bedom('EJ_MISSFORHALLANDE', { snabb: true })).then(bedomd('EJ_MISSFORHALLANDE', { snabb: true }));
    given(mottagen(), utsedd).when(bedom('MISSFORHALLANDE', { snabb: true })).thenRefused('SNABBSTANGNING_GAR_INTE');
  });
  it('M23: varje rapport utreds: utan utredare går den inte att bedöma', () => given(mottagen()).when(bedom('EJ_MISSFORHALLANDE', { snabb: true })).thenRefused('UTREDARE_SAKNAS', 'Ingen har utsetts att utreda. Varje rapport ska utredas (SoL (2001:453) 14 kap. 6 §).'));
  it('två handläggare som bedömer samma utredning: den andra hindras, och ändrar med skäl före beslutet', () => {
    given(...utredd(), bedomd('MISSFORHALLANDE')).when(bedom('EJ_MISSFORHALLANDE')).thenRefused('REDAN_BEDOMD', 'Utredningen bedömdes redan 2018-03-01. Ange skäl om bedömningen ska ändras före beslutet.');
    given(...utredd(), bedomd('MISSFORHALLANDE')).when(bedom('PATAGLIG_RISK', { skal: 'Nya uppgifter' })).then(bedomd('PATAGLIG_RISK', { skal: s('Nya uppgifter') }));
    given(...utredd(), bedomd('MISSFORHALLANDE'), beslutad('MISSFORHALLANDE')).when(bedom('PATAGLIG_RISK', { skal: 'Nya uppgifter' })).thenRefused('REDAN_BESLUTAD');
    given(...utredd(), bedomd('MISSFORHALLANDE'), beslutad('MISSFORHALLANDE')).when(besluta()).thenRefused('REDAN_BESLUTAD', 'Beslutet fattades redan 2018-03-02.');
  });
  it('F2: blankettens tre rutor är en vy av de fem bedömningarna', () => {
    const ruta = (bedomning: Bedomning, sarskildaAtgarder = false) => blankettrutan(docOf(...utredd(), bedomd(bedomning, { sarskildaAtgarder })).lage);
    expect([ruta('ALLVARLIGT_MISSFORHALLANDE'), ruta('PATAGLIG_RISK_ALLVARLIGT'), ruta('EJ_MISSFORHALLANDE', true), ruta('EJ_MISSFORHALLANDE'), ruta('MISSFORHALLANDE'), ruta('PATAGLIG_RISK', true), blankettrutan(docOf(mottagen()).lage)]).toEqual(
      ['allvarligt_anmals', 'allvarligt_anmals', 'ingen_pataglig_risk_sarskilda_atgarder', 'ej_allvarlig', 'ej_allvarlig', undefined, undefined]);
  });
});

describe('Beslutet', () => {
  it('F3: när delegationsordningen inte pekar ut någon är det VARNING', () => {
    const ingen = { ...rutin, delegater: rutin.delegater.filter(({ fraga }) => fraga !== 'anmalan_ivo') };
    const { outcome } = given(...utredd(), bedomd('ALLVARLIGT_MISSFORHALLANDE')).when(besluta({ rutin: ingen }));
    expect(isRefusal(outcome) && outcome.hinder).toEqual([{ kod: 'BESLUTSFATTARE_EJ_UTPEKAD', allvar: 'VARNING', text: 'Delegationsordningen pekar inte ut vem som beslutar om anmälan till IVO.', lagrum: 'KL 6 kap. 37–40 §§, 7 kap. 5–8 §§' }]);
  });
  it('F3: en annan befattning än den utpekade är STOPP', () => given(...utredd(), bedomd('MISSFORHALLANDE')).when(besluta({ av: { person: x(3), befattning: 'enhetschef' } })).thenRefused('BESLUTSFATTAREN_EJ_BEHORIG'));
  it('F6: utan bedömning saknar beslutet klassificering', () => given(...utredd()).when(besluta()).thenRefused('EJ_BEDOMD', 'Av beslutet ska framgå om det rapporterade är ett allvarligt missförhållande eller inte. Gör bedömningen först.'));
  it('M57: lagrummet räknas ut, och det som kopierats från förra månaden stoppas', () => {
    given(...utredd(), bedomd('ALLVARLIGT_MISSFORHALLANDE')).when(besluta()).then(beslutad('ALLVARLIGT_MISSFORHALLANDE'));
    given(...utredd(), bedomd('ALLVARLIGT_MISSFORHALLANDE')).when(besluta({ text: 'Anmäls enligt 27 kap. 7 § SoL.' })).thenRefused('FEL_LAGRUM');
  });
  it('fattat av nämnden följer av paragrafen, när ingen delegat har beslutat', () => {
    const notera = (beslutstyp: string) => gor('NoteraLexSarahParagraf', { ...PARAGRAF, beslutstyp });
    const behandlad = (over: object): LexSarahEvent => ({ type: 'LexSarahBehandlad', data: { ...PARAGRAF, beslutstyp: 'besluta', verkan: 'ingen', ...over } });
    given(...utredd(), bedomd('MISSFORHALLANDE')).when(notera('besluta')).then(behandlad({ verkan: 'beslut', bedomning: 'MISSFORHALLANDE', lagrum: 'SoL (2001:453) 14 kap. 6 §' }));
    given(...utredd(), bedomd('MISSFORHALLANDE')).when(notera('bordlagga')).then(behandlad({ beslutstyp: 'bordlagga' }));
    given(...utredd(), bedomd('MISSFORHALLANDE'), beslutad('MISSFORHALLANDE')).when(notera('notera')).then(behandlad({ beslutstyp: 'notera', verkan: 'anmalan_av_beslut' }));
    given(...utredd()).when(notera('besluta')).then(behandlad({}));
    given(...utredd(), behandlad({})).when(notera('besluta')).thenNothing();
    expect(docOf(...utredd(), bedomd('MISSFORHALLANDE'), behandlad({ verkan: 'beslut', bedomning: 'MISSFORHALLANDE', lagrum: 'SoL (2001:453) 14 kap. 6 §' })).lage).toMatchObject({ beslutad: { datum: '2018-09-19', bedomning: 'MISSFORHALLANDE' }, redovisat: { beslut: true } });
  });
  it('paragrafen når ärendet genom en reaktion på dess nummer', () => {
    const event = { type: 'ParagrafNumrerad', stream: `sammantrade-${x(7)}`, data: { punkt: x(8), ar: 2018, nr: 46, datum: '2018-03-21', beslutstyp: 'besluta', overklagandeslag: 'EJ_OVERKLAGBART', arende: x(9), galler: { slag: 'lexsarah', id }, klass: 'oppen' } };
    expect(bindLexSarah.on.ParagrafNumrerad!(event as never)).toEqual({ category: 'lexsarah', id, command: { type: 'NoteraLexSarahParagraf', data: { sammantrade: x(7), punkt: x(8), ar: 2018, nr: 46, datum: '2018-03-21', beslutstyp: 'besluta' } } });
    expect(bindLexSarah.on.ParagrafNumrerad!({ ...event, data: { ...event.data, galler: { slag: 'remiss', id } } } as never)).toBeUndefined();
  });
});
