import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { klagomal, type KlagomalCommand } from './klagomal.decider';
import type { KlagomalEvent } from './klagomal.events';
import { klagomaletsKlockor, svarSenast, svarstidUr } from './klagomal.svarstid';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ID = '00000000-0000-4000-8000-0000000000aa';
const s = <T>(value: T) => seal(`klagomal:${ID}`, value);
const { given } = specify(klagomal, { at: '2027-02-01T12:00:00.000Z' });
const omgivning = { namnd: true, arende: false, sekretess: false };
const svarstid = svarstidUr();
const klass = 'sekretess';
type Ta = Extract<KlagomalCommand, { type: 'TaEmotKlagomal' }>['data'];
const ta = (over: Partial<Ta> = {}): KlagomalCommand => ({ type: 'TaEmotKlagomal', data: { namnd: x(1), kanal: 'direkt', typ: 'klagomal', kategori: 'bemötande', enhet: 'barn', inkom: '2026-12-18', text: 'Ingen ringer upp', avsandare: 'Rut Påhittad', omgivning, svarstid, ...over } });
const mottaget = (over: object = {}): KlagomalEvent => ({ type: 'KlagomalMottaget', data: { namnd: x(1), klass, kanal: 'direkt', typ: 'klagomal', kategori: 'bemötande', enhet: 'barn', inkom: '2026-12-18', text: s('Ingen ringer upp'), avsandare: s('Rut Påhittad'), svarstid, ...over } });
const svara = (datum: string, skal?: Record<string, string>): KlagomalCommand => ({ type: 'BesvaraKlagomal', data: { datum, text: 'Vi ringer i dag' }, ...(skal && { skal }) });
const besvarat = (datum: string, over: object = {}): KlagomalEvent => ({ type: 'KlagomalBesvarat', data: { klass, datum, text: s('Vi ringer i dag'), ...over } });
const eskalerat: KlagomalEvent = { type: 'KlagomalEskalerat', data: { klass, datum: '2026-12-22', skal: s('Rör flera enheter') } };
const avslutat: KlagomalEvent = { type: 'KlagomalAvslutat', data: { klass, datum: '2026-12-22', skal: s('Återtaget') } };

describe('Svarstiden', () => {
  const fraga = { typ: 'klagomal', inkom: '2026-12-18' } as const;
  it.each([
    ['14 kalenderdagar', {}, '2027-01-01'],
    ['10 arbetsdagar när julafton och nyårsafton är lediga', { klagomalDagar: 10, klagomalSlag: 'arbetsdagar', friaAftnar: ['julafton', 'nyarsafton'] }, '2027-01-08'],
    ['10 arbetsdagar när aftnarna räknas', { klagomalDagar: 10, klagomalSlag: 'arbetsdagar' }, '2027-01-05'],
  ] as const)('H1: inkommet fredag 2026-12-18, %s', (_, installning, senast) => expect(svarSenast({ ...fraga, svarstid: svarstidUr(installning) })).toBe(senast));
  it('H1: beröm väntar inget svar, om det inte sägs', () => {
    expect(svarSenast({ ...fraga, typ: 'berom', svarstid })).toBeUndefined();
    expect(svarSenast({ ...fraga, typ: 'berom', svarOnskas: true, svarstid })).toBe('2027-01-01');
    expect(svarSenast({ ...fraga, svarOnskas: false, svarstid })).toBeUndefined();
  });
  it('H1: klockan går tills det är besvarat, också när det har eskalerats', () => {
    const en = { ...fraga, id: ID, svarstid, svar: [], status: 'eskalerat' } as const;
    expect(klagomaletsKlockor(en)).toEqual([{
      // New Year's Day is the last day, and the day to work towards is before it.
      slag: 'skyldighet', regel: 'svar', vad: 'Klagomålet ska besvaras', galler: `klagomål ${ID}`, lag: '2027-01-01', drift: '2026-12-30', lagrum: 'SOSFS 2011:9 5 kap. 3 §', agare: 'handlaggare',
      varfor: ['Det kom in 2026-12-18. Nämnden besvarar klagomål inom 14 kalenderdagar; dagen det kom in räknas inte.'],
    }]);
    expect(klagomaletsKlockor({ ...en, svar: [{}] })).toEqual([]);
    expect(klagomaletsKlockor({ ...en, status: 'avslutat' })).toEqual([]);
  });
});

describe('Ett klagomål', () => {
  it('tas emot som sekretess om inget annat sägs, med text och avsändare förseglade', () => {
    given().when(ta()).then(mottaget());
    given().when(ta({ klass: 'oppen' })).then(mottaget({ klass: 'oppen' }));
    given(mottaget()).when(ta()).thenRefused('KLAGOMALET_FINNS_REDAN');
    given().when(ta({ omgivning: { ...omgivning, namnd: false } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(ta({ arende: x(2) })).thenRefused('ARENDET_FINNS_INTE');
    given().when(ta({ arende: x(2), klass: 'oppen', omgivning: { namnd: true, arende: true, sekretess: true } })).thenRefused('SEKRETESS_KRAVS');
    given().when(ta({ beteckning: '850213-1234' })).thenRefused('PERSONNUMMER_LASES_INTE');
    given().when(ta({ inkom: '2027-02-02' })).thenRefused('DATUM_I_FRAMTIDEN');
    given().when(ta({ inkom: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
  });
  it('H1: bekräftas en gång', () => {
    const bekrafta: KlagomalCommand = { type: 'BekraftaKlagomal', data: { datum: '2026-12-18' } };
    given(mottaget()).when(bekrafta).then({ type: 'KlagomalBekraftat', data: { klass, datum: '2026-12-18' } });
    given(mottaget(), { type: 'KlagomalBekraftat', data: { klass, datum: '2026-12-18' } }).when(bekrafta).thenRefused('REDAN_BEKRAFTAT');
  });
  it('H1: besvaras i tid; för sent varnas det, med beteckningen, och passeras med ett skäl', () => {
    given(mottaget()).when(svara('2027-01-01')).then(besvarat('2027-01-01'));
    given(mottaget({ beteckning: 'K 17' })).when(svara('2027-01-02')).thenRefused('SVARSTIDEN_PASSERAD', 'Klagomål K 17 skulle ha besvarats senast 2027-01-01.');
    given(mottaget()).when(svara('2027-01-02')).thenRefused('SVARSTIDEN_PASSERAD', `Klagomål ${ID} skulle ha besvarats senast 2027-01-01.`);
    given(mottaget()).when(svara('2027-01-02', { SVARSTIDEN_PASSERAD: 'Julledigt' })).then(besvarat('2027-01-02', { avsteg: [{ kod: 'SVARSTIDEN_PASSERAD', skal: s('Julledigt') }] }));
    given(mottaget()).when({ type: 'AvslutaKlagomal', data: { datum: '2027-01-02', skal: 'Återtaget' } }).thenWarned('SVARSTIDEN_PASSERAD');
    given(mottaget()).when(svara('2026-12-17')).thenRefused('DATUM_I_FEL_ORDNING');
    given(mottaget(), besvarat('2027-01-01')).when(svara('2027-01-02')).thenRefused('KLAGOMALET_AR_BESVARAT');
  });
  it('H1: förs till klagomålsdelegationen och till IVO, och kan då besvaras igen', () => {
    const eskalera: KlagomalCommand = { type: 'EskaleraKlagomal', data: { datum: '2026-12-22', skal: 'Rör flera enheter' } };
    given(mottaget(), besvarat('2026-12-20')).when(eskalera).then(eskalerat);
    given(mottaget(), eskalerat).when(eskalera).thenRefused('REDAN_ESKALERAT');
    given(mottaget(), besvarat('2026-12-20'), eskalerat).when(svara('2027-01-20')).then(besvarat('2027-01-20'));
    given(mottaget()).when({ type: 'NoteraIvoSvarPaKlagomal', data: { datum: '2027-01-20', svar: 'kritik' } }).thenRefused('INTE_HOS_IVO');
    given(mottaget(), besvarat('2026-12-20')).when({ type: 'NoteraKlagomalHosIvo', data: { datum: '2027-01-10' } }).then({ type: 'KlagomalFortTillIvo', data: { klass, datum: '2027-01-10' } });
  });
  it('rättas, också från beröm till klagomål, och då går klockan', () => {
    given(mottaget()).when({ type: 'RattaKlagomal', data: { skal: 'Fel' } }).thenRefused('INGET_ANDRAS');
    given(mottaget()).when({ type: 'RattaKlagomal', data: { typ: 'fraga', skal: ' ' } }).thenRefused('SKAL_SAKNAS');
    given(mottaget({ typ: 'berom' })).when(svara('2027-01-20')).then(besvarat('2027-01-20'));
    given(mottaget({ typ: 'berom' }), { type: 'KlagomalRattat', data: { klass, typ: 'klagomal', skal: s('Fel') } }).when(svara('2027-01-20')).thenWarned('SVARSTIDEN_PASSERAD');
  });
  it('H1: publiceras i egna ord utan klass, men aldrig med ett personnummer', () => {
    const publicera = (text: string): KlagomalCommand => ({ type: 'PubliceraKlagomal', data: { datum: '2027-01-05', text } });
    given(mottaget()).when(publicera('Svårt att nå enheten')).then({ type: 'KlagomalPublicerat', data: { datum: '2027-01-05', text: s('Svårt att nå enheten') } });
    given(mottaget()).when(publicera('Rör 850213-1234')).thenRefused('FAR_INTE_PUBLICERAS');
    given(mottaget()).when({ type: 'AvpubliceraKlagomal', data: { skal: 'x' } }).thenRefused('INTE_PUBLICERAT');
  });
  it('avslutas utan svar, öppnas igen, och stryks bara om det inte är besvarat', () => {
    given(mottaget()).when({ type: 'AvslutaKlagomal', data: { datum: '2026-12-22', skal: 'Återtaget' } }).then(avslutat);
    given(mottaget(), avslutat).when(svara('2026-12-23')).thenRefused('KLAGOMALET_AR_AVSLUTAT');
    given(mottaget(), avslutat).when({ type: 'AteroppnaKlagomal', data: { datum: '2026-12-23', skal: 'Nytt brev' } }).then({ type: 'KlagomalAteroppnat', data: { klass, datum: '2026-12-23', skal: s('Nytt brev') } });
    given(mottaget()).when({ type: 'AteroppnaKlagomal', data: { datum: '2026-12-23', skal: 'x' } }).thenRefused('KLAGOMALET_AR_OPPET');
    given(mottaget(), besvarat('2026-12-20')).when({ type: 'StrykKlagomal', data: { skal: 'Dubblett' } }).thenRefused('KLAGOMALET_AR_BESVARAT');
    given(mottaget(), { type: 'KlagomalStruket', data: { klass, skal: s('Dubblett') } }).when(svara('2026-12-20')).thenRefused('KLAGOMALET_AR_STRUKET');
    given().when(svara('2026-12-20')).thenRefused('KLAGOMALET_FINNS_INTE');
  });
});
