import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { indikator, type IndikatorCommand, type LaggUppIndikator } from './indikator.decider';
import type { IndikatorEvent } from './indikator.events';

const NAMND = '00000000-0000-4000-8000-000000000001';
const s = <T>(value: T) => seal('indikator:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(indikator, { at: '2020-08-31T12:00:00.000Z' });
const heltal = (tal: number) => ({ tal, decimaler: 0 });
const lagg = (over: Partial<LaggUppIndikator> = {}): IndikatorCommand => ({ type: 'LaggUppIndikator', data: { namnd: NAMND, klass: 'oppen', namn: 'Barn som kommit till tals', enhet: 'procent', fran: '2020-01', startvarde: '10 %', mal: { varde: '50', riktning: 'minst' }, kalla: 'Verksamhetssystemet', omgivning: { namnd: true }, ...over } });
const upplagd: IndikatorEvent = { type: 'IndikatorUpplagd', data: { namnd: NAMND, klass: 'oppen', namn: s('Barn som kommit till tals'), enhet: 'procent', fran: '2020-01-01', startvarde: heltal(10), mal: { varde: heltal(50), riktning: 'minst' }, kalla: s('Verksamhetssystemet') } };
const registrera = (manad: string, varde: string, skal?: Record<string, string>): IndikatorCommand => ({ type: 'RegistreraIndikatorvarde', data: { manad, varde }, ...(skal && { skal }) });
const registrerat = (manad: string, varde: number): IndikatorEvent => ({ type: 'IndikatorvardeRegistrerat', data: { manad: `${manad}-01`, varde: heltal(varde) } });
const ratta = (manad: string, varde: string, skal = 'Fel rad'): IndikatorCommand => ({ type: 'RattaIndikatorvarde', data: { manad, varde, skal } });
const avsluta: IndikatorCommand = { type: 'AvslutaIndikator', data: { sista: '2020-06', skal: 'Mäts på annat sätt' } };
const avslutad: IndikatorEvent = { type: 'IndikatorAvslutad', data: { klass: 'oppen', sista: '2020-06-01', skal: s('Mäts på annat sätt') } };

describe('En indikator', () => {
  it('läggs upp i en nämnd, med enhet, mål och källa', () => {
    given().when(lagg()).then(upplagd);
    given(upplagd).when(lagg()).thenRefused('INDIKATORN_FINNS_REDAN');
    given().when(lagg({ omgivning: { namnd: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(lagg({ fran: '2020-13' })).thenRefused('DATUM_FINNS_INTE');
    given().when(lagg({ startvarde: 'många' })).thenRefused('VARDET_GAR_INTE_ATT_LASA');
    given().when(lagg({ mal: { varde: 'u.s.', riktning: 'minst' } })).thenRefused('VARDET_GAR_INTE_ATT_LASA', '”u.s.” är inget värde. Skriv ett tal (36,3), eller u.s. när uppgiften saknas.');
  });
  it('får ett värde för varje månad', () => {
    given(upplagd).when(registrera('2020-01', '14%')).then(registrerat('2020-01', 14));
    given(upplagd, registrerat('2020-01', 14)).when(registrera('2020-01', '15')).thenRefused('MANADEN_HAR_VARDE');
    given(upplagd).when(registrera('2019-12', '15')).thenRefused('MANADEN_FORE_DEN_FORSTA');
    given(upplagd).when(registrera('2020-09', '15')).thenRefused('MANADEN_I_FRAMTIDEN');
    given(upplagd).when(registrera('2020-01', 'ungefär tio')).thenRefused('VARDET_GAR_INTE_ATT_LASA');
    given().when(registrera('2020-01', '15')).thenRefused('INDIKATORN_FINNS_INTE');
  });
  it('H8: u.s. är en uppgift som saknas, inte noll', () => {
    given(upplagd).when(registrera('2020-05', 'u.s.')).then({ type: 'IndikatorvardeRegistrerat', data: { manad: '2020-05-01', saknas: 'uppgift_saknas' } });
    given(upplagd).when(registrera('2020-05', '0')).then(registrerat('2020-05', 0));
  });
  it('H8: en etta som avlästes som en bokstav bekräftas för hand', () => {
    given(upplagd).when(registrera('2020-01', 'I4')).thenWarned('OSAKER_AVLASNING');
    given(upplagd).when(registrera('2020-01', 'I4', { OSAKER_AVLASNING: 'Jämfört med förlagan' })).then({ type: 'IndikatorvardeRegistrerat', data: { manad: '2020-01-01', varde: heltal(14), avsteg: [{ kod: 'OSAKER_AVLASNING', skal: s('Jämfört med förlagan') }] } });
  });
  it('rättas med skäl, också när den är avslutad', () => {
    const rattat: IndikatorEvent = { type: 'IndikatorvardeRattat', data: { klass: 'oppen', manad: '2020-01-01', varde: { tal: 145, decimaler: 1 }, skal: s('Fel rad') } };
    given(upplagd, registrerat('2020-01', 14)).when(ratta('2020-01', '14,5')).then(rattat);
    given(upplagd, registrerat('2020-01', 14), avslutad).when(ratta('2020-01', '14,5')).then(rattat);
    given(upplagd).when(ratta('2020-01', '14,5')).thenRefused('MANADEN_SAKNAR_VARDE');
    given(upplagd, registrerat('2020-01', 14)).when(ratta('2020-01', '14,5', ' ')).thenRefused('SKAL_SAKNAS');
  });
  it('får ett nytt mål från en månad, eller inget', () => {
    given(upplagd).when({ type: 'AndraIndikatormal', data: { fran: '2020-04', mal: { varde: '60', riktning: 'minst' }, skal: 'Ny budget' } }).then({ type: 'IndikatormalAndrat', data: { klass: 'oppen', fran: '2020-04-01', mal: { varde: heltal(60), riktning: 'minst' }, skal: s('Ny budget') } });
    given(upplagd).when({ type: 'AndraIndikatormal', data: { fran: '2020-04', skal: 'Ny budget' } }).then({ type: 'IndikatormalAndrat', data: { klass: 'oppen', fran: '2020-04-01', skal: s('Ny budget') } });
  });
  it('avslutas med sin sista månad och återupptas', () => {
    given(upplagd).when(avsluta).then(avslutad);
    given(upplagd, registrerat('2020-07', 14)).when(avsluta).thenRefused('MANADEN_HAR_VARDE');
    given(upplagd, avslutad).when(avsluta).thenRefused('INDIKATORN_AR_AVSLUTAD');
    given(upplagd, avslutad).when(registrera('2020-07', '14')).thenRefused('MANADEN_EFTER_DEN_SISTA');
    given(upplagd, avslutad).when(registrera('2020-06', '14')).then(registrerat('2020-06', 14));
    given(upplagd, avslutad).when({ type: 'AterupptaIndikator', data: { skal: 'Behövs' } }).then({ type: 'IndikatorAterupptagen', data: { klass: 'oppen', skal: s('Behövs') } });
    given(upplagd).when({ type: 'AterupptaIndikator', data: { skal: 'Behövs' } }).thenRefused('INDIKATORN_PAGAR');
  });
});
