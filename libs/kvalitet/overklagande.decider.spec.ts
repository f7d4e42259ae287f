import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { overklagande, type OverklagandeCommand } from './overklagande.decider';
import type { OverklagandeEvent } from './overklagande.events';
import { overklagandetsKlockor } from './overklagande.frister';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ID = '00000000-0000-4000-8000-0000000000aa';
const s = <T>(value: T) => seal(`overklagande:${ID}`, value);
const { given } = specify(overklagande, { at: '2026-12-30T12:00:00.000Z' });
const klass = 'sekretess';
const omgivning = { namnd: true, arende: false, sekretess: false };
const nytt = { namnd: x(1), lag: 'SoL', omrade: 'ek_bistand', beslutsdatum: '2026-03-02', inkom: '2026-03-20' } as const;
const ta = (over: object = {}): OverklagandeCommand => ({ type: 'RegistreraOverklagande', data: { ...nytt, fickDel: '2026-03-03', klagande: 'Rut Påhittad', omgivning, ...over } });
const mottaget = (over: object = {}): OverklagandeEvent => ({ type: 'OverklagandeRegistrerat', data: { ...nytt, klass, fickDel: '2026-03-03', klagande: s('Rut Påhittad'), ...over } });
const prova = (resultat: 'i_tid' | 'for_sent_men_provas' | 'avvisas', motiv?: string): OverklagandeCommand => ({ type: 'RattidsprovaOverklagande', data: { datum: '2026-03-23', resultat, ...(motiv !== undefined && { motiv }) } });
const provad: OverklagandeEvent = { type: 'OverklagandeRattidsprovat', data: { klass, datum: '2026-03-23', resultat: 'i_tid' } };
const omprovat = (resultat: 'oandrat' | 'andrat_helt' = 'oandrat'): OverklagandeEvent => ({ type: 'BeslutetOmprovat', data: { klass, datum: '2026-03-24', resultat } });
const overlamna = (datum = '2026-03-27'): OverklagandeCommand => ({ type: 'LamnaOverklagandeTillRatten', data: { datum } });
const overlamnat: OverklagandeEvent = { type: 'OverklagandeLamnatTillRatten', data: { klass, datum: '2026-03-27', instans: 'FR' } };
const utfall = (blev: string, datum: string, till?: string): OverklagandeCommand => ({ type: 'NoteraDomstolsutfall', data: { datum, utfall: blev, ...(till !== undefined && { till }) } } as OverklagandeCommand);
const dom = (instans: string, blev: string, datum: string, till?: string): OverklagandeEvent => ({ type: 'DomstolsutfallNoterat', data: { klass, datum, instans, utfall: blev, ...(till !== undefined && { till }) } } as OverklagandeEvent);
const vidare = (instans: 'KR' | 'HFD', datum: string, av: 'enskild' | 'namnd' = 'enskild'): OverklagandeEvent => ({ type: 'OverklagatVidare', data: { klass, datum, av, instans } });
const hosFr = [mottaget(), provad, omprovat(), overlamnat];

describe('Ett överklagande', () => {
  it('tas emot, med den som överklagar förseglad', () => {
    given().when(ta()).then(mottaget());
    given(mottaget()).when(ta()).thenRefused('OVERKLAGANDET_FINNS_REDAN');
    given().when(ta({ inkom: '2026-03-01' })).thenRefused('DATUM_I_FEL_ORDNING');
    given().when(ta({ fickDel: '2026-03-01' })).thenRefused('DATUM_I_FEL_ORDNING');
    given().when(ta({ punkt: x(4) })).thenRefused('PARAGRAFEN_FINNS_INTE');
    given().when(ta({ punkt: x(4), paragrafen: true })).then(mottaget({ punkt: x(4) }));
    given().when(ta({ beslutsdatum: '2026-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(overlamna()).thenRefused('OVERKLAGANDET_FINNS_INTE');
  });
  it('H4: rättidsprövas; stämmer det inte med dagarna varnas det', () => {
    given(mottaget()).when(prova('i_tid')).then(provad);
    given(mottaget({ inkom: '2026-03-25' })).when({ type: 'RattidsprovaOverklagande', data: { datum: '2026-03-26', resultat: 'i_tid' } })
      .thenRefused('RATTIDEN_STAMMER_INTE', 'Sista dag att överklaga var 2026-03-24 och överklagandet kom in 2026-03-25, för sent (FL 45 §). Kontrollera prövningen.', 'FL 45 §');
    given(mottaget()).when(prova('avvisas')).thenWarned('RATTIDEN_STAMMER_INTE');
    given(mottaget({ inkom: '2026-03-25' })).when({ type: 'RattidsprovaOverklagande', data: { datum: '2026-03-26', resultat: 'for_sent_men_provas' } }).thenRefused('SKAL_SAKNAS');
    given(mottaget({ inkom: '2026-03-25' })).when({ type: 'RattidsprovaOverklagande', data: { datum: '2026-03-26', resultat: 'avvisas' } }).then({ type: 'OverklagandeRattidsprovat', data: { klass, datum: '2026-03-26', resultat: 'avvisas' } });
    given(mottaget(), provad).when(prova('i_tid')).thenRefused('FEL_SKEDE', 'Överklagandet är rättidsprövat: det går inte att göra nu.');
  });
  it('H4: det som avvisats eller lett till att beslutet ändrats helt lämnas inte över', () => {
    given(mottaget(), { type: 'OverklagandeRattidsprovat', data: { klass, datum: '2026-03-23', resultat: 'avvisas' } }).when(overlamna()).thenRefused('FEL_SKEDE');
    given(mottaget(), provad, omprovat('andrat_helt')).when(overlamna()).thenRefused('FEL_SKEDE', 'Överklagandet har lett till att beslutet ändrades helt: det går inte att göra nu.');
    given(mottaget()).when(overlamna()).thenRefused('FEL_SKEDE');
  });
  it('H4: överlämnas inom en vecka; senare varnas det, och utan omprövning', () => {
    given(mottaget(), provad, omprovat()).when(overlamna()).then(overlamnat);
    given(mottaget(), provad, omprovat()).when(overlamna('2026-03-28')).thenRefused('OVERLAMNAS_SENT', 'Överklagandet kom in 2026-03-20 och skulle ha lämnats över till domstolen senast 2026-03-27: skyndsamt (FL 46 §), enligt JO:s praxis inom en vecka.', 'FL 46 §');
    given(mottaget(), provad).when(overlamna()).thenWarned('OMPROVNING_SAKNAS');
    given(mottaget({ beslutsdatum: '2018-03-02', inkom: '2018-03-20', fickDel: '2018-03-03' }), { type: 'OverklagandeRattidsprovat', data: { klass, datum: '2018-03-23', resultat: 'i_tid' } }).when(overlamna('2018-03-28')).thenWarned('OMPROVNING_SAKNAS', 'OVERLAMNAS_SENT');
  });
  it('H4: klockan går tills det är överlämnat', () => {
    const en = { ...nytt, id: ID };
    expect(overklagandetsKlockor({ ...en, status: 'inkommet' })).toMatchObject([{ lag: '2026-03-27', drift: '2026-03-27', regel: 'overlamnande', lagrum: 'FL 46 §', agare: 'handlaggare' }]);
    for (const status of ['avvisat', 'andrat', 'hos_domstol', 'aterkallat', 'struket'] as const) expect(overklagandetsKlockor({ ...en, status })).toEqual([]);
  });
  it('H4: går från förvaltningsrätten till kammarrätten och Högsta förvaltningsdomstolen, inte längre', () => {
    given(...hosFr).when(utfall('avslag', '2026-06-01')).then(dom('FR', 'avslag', '2026-06-01'));
    given(...hosFr).when({ type: 'OverklagaVidare', data: { datum: '2026-06-20', av: 'enskild' } }).thenRefused('FEL_SKEDE');
    given(...hosFr, dom('FR', 'avslag', '2026-06-01')).when({ type: 'OverklagaVidare', data: { datum: '2026-06-20', av: 'enskild' } }).then(vidare('KR', '2026-06-20'));
    const hosHfd = [...hosFr, dom('FR', 'avslag', '2026-06-01'), vidare('KR', '2026-06-20'), dom('KR', 'avslag', '2026-08-01'), vidare('HFD', '2026-08-20')];
    given(...hosHfd, dom('HFD', 'avslag', '2026-10-01')).when({ type: 'OverklagaVidare', data: { datum: '2026-10-20', av: 'enskild' } }).thenRefused('INGEN_HOGRE_INSTANS');
  });
  it('H4: kammarrätten prövar i sak med prövningstillstånd; utan varnas det, och ett nekat avslutar', () => {
    const hosKr = [...hosFr, dom('FR', 'avslag', '2026-06-01'), vidare('KR', '2026-06-20')];
    given(...hosKr).when(utfall('bifall', '2026-09-01')).thenRefused('PROVNINGSTILLSTAND_SAKNAS', 'Det är inte antecknat att prövningstillstånd har meddelats (FL 40 §).');
    given(...hosKr).when(utfall('avskrivet', '2026-09-01')).then(dom('KR', 'avskrivet', '2026-09-01'));
    given(...hosKr, { type: 'ProvningstillstandNoterat', data: { klass, datum: '2026-08-01', instans: 'KR', beviljat: true } }).when(utfall('bifall', '2026-09-01')).then(dom('KR', 'bifall', '2026-09-01'));
    given(...hosKr, { type: 'ProvningstillstandNoterat', data: { klass, datum: '2026-08-01', instans: 'KR', beviljat: false } }).when(utfall('bifall', '2026-09-01')).thenRefused('FEL_SKEDE');
    given(...hosFr).when({ type: 'NoteraProvningstillstand', data: { datum: '2026-06-01', beviljat: true } }).thenRefused('PROVNINGSTILLSTAND_KRAVS_INTE');
  });
  it('H4: ett återförvisat mål går till nämnden, eller till en lägre domstol', () => {
    const hosKr = [...hosFr, dom('FR', 'avslag', '2026-06-01'), vidare('KR', '2026-06-20'), { type: 'ProvningstillstandNoterat', data: { klass, datum: '2026-08-01', instans: 'KR', beviljat: true } } as const];
    given(...hosKr).when(utfall('aterforvisat', '2026-09-01', 'FR')).then(dom('KR', 'aterforvisat', '2026-09-01', 'FR'));
    given(...hosKr, dom('KR', 'aterforvisat', '2026-09-01', 'FR')).when(utfall('bifall', '2026-11-01')).then(dom('FR', 'bifall', '2026-11-01'));
    given(...hosKr).when(utfall('aterforvisat', '2026-09-01', 'HFD')).thenRefused('FEL_INSTANS');
    given(...hosKr).when(utfall('avslag', '2026-09-01', 'FR')).thenRefused('FEL_INSTANS');
    given(...hosFr).when(utfall('aterforvisat', '2026-06-01')).then(dom('FR', 'aterforvisat', '2026-06-01'));
    given(...hosFr, dom('FR', 'aterforvisat', '2026-06-01')).when(utfall('avslag', '2026-06-02')).thenRefused('FEL_SKEDE');
  });
  it('I13/H4: ett beslut att inte lämna ut en handling går till kammarrätten som första domstol, utan prövningstillstånd, och sedan till Högsta förvaltningsdomstolen', () => {
    const osl = [mottaget({ lag: 'OSL', omrade: 'utlamnande' }), provad, omprovat()] as const;
    const hosKr: OverklagandeEvent = { type: 'OverklagandeLamnatTillRatten', data: { klass, datum: '2026-03-27', instans: 'KR' } };
    given(...osl).when(overlamna()).then(hosKr);
    given(...osl, hosKr).when({ type: 'NoteraProvningstillstand', data: { datum: '2026-06-01', beviljat: true } }).thenRefused('PROVNINGSTILLSTAND_KRAVS_INTE', 'Kammarrätten prövar överklagandet utan prövningstillstånd (OSL 6 kap. 8 §).', 'OSL 6 kap. 8 §');
    given(...osl, hosKr).when(utfall('avslag', '2026-06-01')).then(dom('KR', 'avslag', '2026-06-01'));
    given(...osl, hosKr).when(utfall('aterforvisat', '2026-06-01', 'FR')).thenRefused('FEL_INSTANS');
    const hosHfd = [...osl, hosKr, dom('KR', 'avslag', '2026-06-01'), vidare('HFD', '2026-06-20')];
    given(...osl, hosKr, dom('KR', 'avslag', '2026-06-01')).when({ type: 'OverklagaVidare', data: { datum: '2026-06-20', av: 'enskild' } }).then(vidare('HFD', '2026-06-20'));
    given(...hosHfd).when(utfall('bifall', '2026-09-01')).thenRefused('PROVNINGSTILLSTAND_SAKNAS', 'Det är inte antecknat att prövningstillstånd har meddelats.');
    given(...hosHfd, { type: 'ProvningstillstandNoterat', data: { klass, datum: '2026-08-01', instans: 'HFD', beviljat: true } }).when(utfall('aterforvisat', '2026-09-01', 'FR')).thenRefused('FEL_INSTANS', 'Bara ett mål som återförvisas går till en annan domstol, och då till en lägre.');
    given(...hosHfd, { type: 'ProvningstillstandNoterat', data: { klass, datum: '2026-08-01', instans: 'HFD', beviljat: true } }).when(utfall('aterforvisat', '2026-09-01', 'KR')).then(dom('HFD', 'aterforvisat', '2026-09-01', 'KR'));
    expect(overklagandetsKlockor({ ...nytt, lag: 'OSL', id: ID, status: 'inkommet' })).toMatchObject([{ vad: 'Överklagandet ska lämnas över till kammarrätten', lag: '2026-03-27' }]);
    expect(overklagandetsKlockor({ ...nytt, id: ID, status: 'inkommet' })).toMatchObject([{ vad: 'Överklagandet ska lämnas över till förvaltningsrätten' }]);
  });
  it('H4: det som lämnades över innan domstolen antecknades gick till förvaltningsrätten', () => {
    given(mottaget({ lag: 'OSL' }), provad, omprovat(), { type: 'OverklagandeLamnatTillRatten', data: { klass, datum: '2026-03-27' } }).when(utfall('avslag', '2026-06-01')).then(dom('FR', 'avslag', '2026-06-01'));
  });
  it('H4: nämnden överklagar själv; i LVU-mål anges nämndens beslut (E3)', () => {
    const lamna = (over: object = {}): OverklagandeCommand => ({ type: 'LamnaNamndensOverklagande', data: { ...nytt, lag: 'LVU', omrade: 'barn', instans: 'KR', omgivning, ...over } });
    const inlamnat: OverklagandeEvent = { type: 'NamndensOverklagandeInlamnat', data: { ...nytt, klass, lag: 'LVU', omrade: 'barn', instans: 'KR', punkt: x(4) } };
    given().when(lamna()).thenWarned('NAMNDENS_BESLUT_SAKNAS');
    given().when(lamna({ punkt: x(4) })).thenRefused('PARAGRAFEN_FINNS_INTE');
    given().when(lamna({ punkt: x(4), paragrafen: true })).then(inlamnat);
    given().when(lamna({ instans: 'FR' })).thenRefused('FEL_INSTANS');
    given(inlamnat).when(utfall('avvisat', '2026-04-01')).then(dom('KR', 'avvisat', '2026-04-01'));
    const lvu = [mottaget({ lag: 'LVU' }), provad, omprovat(), overlamnat, dom('FR', 'bifall', '2026-06-01')];
    given(...lvu).when({ type: 'OverklagaVidare', data: { datum: '2026-06-10', av: 'namnd' } }).thenWarned('NAMNDENS_BESLUT_SAKNAS');
    given(...lvu).when({ type: 'OverklagaVidare', data: { datum: '2026-06-10', av: 'namnd', punkt: x(4) } }).thenRefused('PARAGRAFEN_FINNS_INTE');
    given(...lvu).when({ type: 'OverklagaVidare', data: { datum: '2026-06-10', av: 'namnd', punkt: x(4), paragrafen: true } }).then({ type: 'OverklagatVidare', data: { klass, datum: '2026-06-10', av: 'namnd', punkt: x(4), instans: 'KR' } });
  });
  it('återkallas hos nämnden, och stryks bara innan det har gått till domstol', () => {
    given(mottaget(), provad).when({ type: 'AterkallaOverklagande', data: { datum: '2026-03-25' } }).then({ type: 'OverklagandeAterkallat', data: { klass, datum: '2026-03-25' } });
    given(...hosFr).when({ type: 'AterkallaOverklagande', data: { datum: '2026-03-28' } }).thenRefused('FEL_SKEDE');
    given(...hosFr).when({ type: 'StrykOverklagande', data: { skal: 'x' } }).thenRefused('AR_HOS_DOMSTOL');
    given(mottaget(), { type: 'OverklagandeStruket', data: { klass, skal: s('x') } }).when(prova('i_tid')).thenRefused('OVERKLAGANDET_AR_STRUKET');
    given(...hosFr).when(utfall('avslag', '2026-03-26')).thenRefused('DATUM_I_FEL_ORDNING');
  });
});
