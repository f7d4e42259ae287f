import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { remiss, type RemissCommand } from './remiss.decider';
import type { RemissEvent } from './remiss.events';
import { provaSvarstid } from './remiss.svarstid';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const s = <T>(value: T) => seal('remiss:00000000-0000-4000-8000-0000000000aa', value);
const { given } = specify(remiss);
type Ta = Extract<RemissCommand, { type: 'TaEmotRemiss' }>['data'];
const ta = (over: Partial<Ta> = {}, skal?: Record<string, string>): RemissCommand => ({
  type: 'TaEmotRemiss', ...(skal && { skal }),
  data: { namnd: x(1), klass: 'oppen', arende: x(2), slag: 'remiss', rubrik: 'Fördelning', avsandare: 'Kommunstyrelsen', inkom: '2018-02-14', svarstidAvsandare: '2018-03-09', yttrandeTill: 'styrelse', arendet: { sekretess: false }, ...over },
});
const mottagen = (over: object = {}): RemissEvent => ({
  type: 'RemissMottagen', data: { namnd: x(1), klass: 'oppen', arende: x(2), slag: 'remiss', rubrik: s('Fördelning'), avsandare: s('Kommunstyrelsen'), inkom: '2018-02-14', svarstidAvsandare: '2018-03-09', yttrandeTill: 'styrelse', ...over },
});
const skrivet = (version = 1): RemissEvent => ({ type: 'RemissvarSkrivet', data: { version, datum: '2018-03-07', klass: 'oppen', text: s('Nämnden tillstyrker') } });
const behandlad = (over: object = {}): RemissEvent => ({ type: 'RemissBehandlad', data: { sammantrade: x(3), punkt: x(4), datum: '2018-03-21', ar: 2018, nummer: 44, beslutstyp: 'avge_yttrande', avgjord: true, ...over } });
const anstand = (till: string): RemissEvent => ({ type: 'AnstandBesvarat', data: { svarstid: 'avsandare', datum: '2018-03-08', beviljat: true, till } });
const ut = (over: object = {}, skal?: Record<string, string>): RemissCommand => ({ type: 'ExpedieraRemissvar', ...(skal && { skal }), data: { version: 1, datum: '2018-03-21', satt: 'e_post_och_post', mottagare: ['Kommunstyrelsen'], reservationer: 0, ...over } });
const skickat = (over: object = {}): RemissEvent => ({ type: 'RemissvarExpedierat', data: { version: 1, datum: '2018-03-08', satt: 'e_post', mottagare: [s('Kommunstyrelsen')], preliminart: true, reservationer: 0, ...over } });

describe('En remiss', () => {
  it('tas emot i ett ärende i nämnden, med rubrik och avsändare förseglade', () => {
    given().when(ta()).then(mottagen());
    given(mottagen()).when(ta()).thenRefused('REMISSEN_FINNS_REDAN');
    given().when({ ...ta(), data: { ...ta().data, arendet: undefined } } as unknown as RemissCommand).thenRefused('ARENDET_FINNS_INTE');
    given().when(ta({ arendet: { sekretess: true } })).thenRefused('SEKRETESS_KRAVS');
    given().when(ta({ inkom: '2018-03-22' })).thenRefused('DATUM_I_FRAMTIDEN');
    given().when(ta({ svarstidAvsandare: '2018-02-30' })).thenRefused('DATUM_FINNS_INTE');
  });
  it('G: FL 26: utan svarstid varnas det, och passeras med ett skäl som blir ett faktum', () => {
    const { svarstidAvsandare: _, ...utan } = ta().data as Ta;
    given().when({ type: 'TaEmotRemiss', data: utan }).thenWarned('SVARSTID_SAKNAS');
    const { svarstidAvsandare: _s, ...data } = mottagen().data as Extract<RemissEvent, { type: 'RemissMottagen' }>['data'];
    given().when({ type: 'TaEmotRemiss', data: utan, skal: { SVARSTID_SAKNAS: 'Muntligt besked väntas' } }).then({ type: 'RemissMottagen', data: { ...data, avsteg: [{ kod: 'SVARSTID_SAKNAS', skal: s('Muntligt besked väntas') }] } });
  });
  it('G: den interna svarstiden 2018-03-12 efter avsändarens 2018-03-09 varnar', () =>
    given().when(ta({ svarstidIntern: '2018-03-12' })).thenRefused('INTERN_EFTER_AVSANDARE', 'Den interna svarstiden 2018-03-12 ligger efter avsändarens 2018-03-09.'));
  it('sparar varje version av svaret; när det är beslutat krävs ett skäl', () => {
    const skriv = (skal?: string): RemissCommand => ({ type: 'SkrivRemissvar', data: { datum: '2018-03-07', text: 'Nämnden tillstyrker', ...(skal !== undefined && { skal }) } });
    given(mottagen()).when(skriv()).then(skrivet());
    given(mottagen(), skrivet()).when(skriv()).then(skrivet(2));
    given(mottagen(), skrivet(), behandlad()).when(skriv()).thenRefused('SKAL_SAKNAS');
  });
  it('G: svarstid 2018-03-09, beslutat och skickat 2018-03-21 utan anstånd: 12 dagar för sent', () =>
    given(mottagen(), skrivet(), behandlad()).when(ut()).thenRefused('SVARSTIDEN_PASSERAD', 'Svaret går ut 2018-03-21, 12 dagar efter avsändarens svarstid 2018-03-09. Inget anstånd dit är antecknat.'));
  it('G: svarstid 2018-03-16, skickat 2018-03-21: 5 dagar för sent', () =>
    given(mottagen({ svarstidAvsandare: '2018-03-16' }), skrivet(), behandlad()).when(ut()).thenRefused('SVARSTIDEN_PASSERAD', 'Svaret går ut 2018-03-21, 5 dagar efter avsändarens svarstid 2018-03-16. Inget anstånd dit är antecknat.'));
  it('G: båda svarstiderna bedöms var för sig', () =>
    given(mottagen({ svarstidIntern: '2018-03-01' }), skrivet(), behandlad()).when(ut()).thenWarned('SVARSTIDEN_PASSERAD', 'SVARSTIDEN_PASSERAD'));
  it('K4/G: svarstid 2018-03-09 med anstånd till 2018-03-23: i tid', () => {
    given(mottagen(), anstand('2018-03-23'), skrivet(), behandlad()).when(ut()).then({ type: 'RemissvarExpedierat', data: { version: 1, datum: '2018-03-21', satt: 'e_post_och_post', mottagare: [s('Kommunstyrelsen')], preliminart: false, reservationer: 0 } });
    given(mottagen()).when({ type: 'BegarAnstand', data: { svarstid: 'avsandare', till: '2018-03-09', datum: '2018-03-01' } }).thenRefused('ANSTAND_KORTAR_TIDEN');
    given(mottagen()).when({ type: 'BegarAnstand', data: { svarstid: 'intern', till: '2018-03-23', datum: '2018-03-01' } }).thenRefused('SVARSTID_SAKNAS');
    given(mottagen()).when({ type: 'NoteraAnstand', data: { svarstid: 'avsandare', datum: '2018-03-08', beviljat: true } }).thenRefused('ANSTAND_SAKNAR_DAG');
  });
  it('K4/G: preliminärt svar 2018-03-08 och samma beslut 2018-03-21: öppen till protokollsutdraget är skickat', () => {
    given(mottagen(), skrivet()).when(ut({ datum: '2018-03-08', preliminart: true, satt: 'e_post' })).then(skickat());
    given(mottagen(), skrivet(), skickat(), behandlad()).when(ut()).then({ type: 'RemissvarExpedierat', data: { version: 1, datum: '2018-03-21', satt: 'e_post_och_post', mottagare: [s('Kommunstyrelsen')], preliminart: false, reservationer: 0 } });
    given(mottagen(), skrivet(), skickat(), behandlad(), skickat({ preliminart: false, datum: '2018-03-21' })).when(ut()).thenRefused('REMISSEN_AR_BESVARAD');
  });
  it('G: beslutade nämnden annat än det preliminära svaret sägs det först', () => {
    given(mottagen(), skrivet(), skickat(), skrivet(2), behandlad()).when(ut({ version: 2 })).thenWarned('PRELIMINARA_SVARET');
    given(mottagen(), skrivet(), skickat(), skrivet(2), behandlad()).when(ut({ version: 2, avviker: 'Nämnden avstyrker punkt 2' })).then(
      { type: 'RemissvarExpedierat', data: { version: 2, datum: '2018-03-21', satt: 'e_post_och_post', mottagare: [s('Kommunstyrelsen')], preliminart: false, reservationer: 0, avviker: s('Nämnden avstyrker punkt 2') } });
  });
  it('M 36: svaret är beslutat innan det skickas som nämndens, och reservationerna går med', () => {
    given(mottagen(), skrivet()).when(ut()).thenRefused('EJ_BESLUTAD');
    given(mottagen(), skrivet(), behandlad()).when(ut({ preliminart: true })).thenRefused('REDAN_BESLUTAD');
    given(mottagen({ svarstidAvsandare: '2018-03-30' }), skrivet(), behandlad()).when(ut({ reservationer: 2 })).thenRefused('RESERVATIONER_SAKNAS', '2 reservationer finns i paragrafen. Svaret ska skickas med dem.');
    given(mottagen(), skrivet(), behandlad()).when(ut({ version: 3 })).thenRefused('VERSIONEN_FINNS_INTE');
    given(mottagen(), skrivet(), behandlad()).when(ut({ mottagare: [] })).thenRefused('MOTTAGARE_SAKNAS');
  });
  it('M 37: ett yttrande till fullmäktige får inte delegeras, och ordförandebeslutet anges', () => {
    const beslut = (av: 'delegat' | 'ordforande', delegationsbeslut?: string): RemissCommand => ({ type: 'BeslutaRemissvar', data: { version: 1, datum: '2018-03-08', av, ...(delegationsbeslut !== undefined && { delegationsbeslut }) } });
    given(mottagen({ yttrandeTill: 'fullmaktige' }), skrivet()).when(beslut('delegat')).thenRefused('YTTRANDE_FAR_EJ_DELEGERAS', 'Yttranden till fullmäktige får inte delegeras (KL 6 kap. 38 § 2).', 'KL 6 kap. 38 § 2');
    given(mottagen(), skrivet()).when(beslut('ordforande')).thenWarned('UPPDRAG_SAKNAS');
    given(mottagen(), skrivet()).when(beslut('ordforande', x(9))).then({ type: 'RemissvarBeslutat', data: { version: 1, datum: '2018-03-08', av: 'ordforande', delegationsbeslut: x(9) } });
    given(mottagen(), skrivet(), behandlad()).when(beslut('delegat')).thenRefused('REDAN_BESLUTAD');
  });
  it('en bordläggning avgör den inte', () => {
    const beslut = (beslutstyp: string): RemissCommand => ({ type: 'NoteraRemissbeslut', data: { sammantrade: x(3), punkt: x(4), datum: '2018-03-21', ar: 2018, nummer: 44, beslutstyp } });
    given(mottagen(), skrivet()).when(beslut('bordlagga')).then(behandlad({ beslutstyp: 'bordlagga', avgjord: false }));
    given(mottagen(), skrivet(), behandlad({ beslutstyp: 'bordlagga', avgjord: false })).when(ut()).thenRefused('EJ_BESLUTAD');
  });
  it('G: nämnden avstår med skäl i tid, och kan ta upp remissen igen', () => {
    const avsta = (datum: string, skal = 'Rör inte nämnden'): RemissCommand => ({ type: 'AvstaFranYttrande', data: { datum, skal } });
    const avstatt: RemissEvent = { type: 'YttrandeAvstatt', data: { datum: '2018-03-01', skal: s('Rör inte nämnden') } };
    given(mottagen()).when(avsta('2018-03-01')).then(avstatt);
    given(mottagen()).when(avsta('2018-03-20')).thenWarned('SVARSTIDEN_PASSERAD');
    given(mottagen()).when(avsta('2018-03-01', ' ')).thenRefused('SKAL_SAKNAS');
    given(mottagen(), avstatt).when(ut()).thenRefused('REMISSEN_AR_BESVARAD', 'Nämnden har avstått från att yttra sig. Återuppta remissen först.');
    given(mottagen(), avstatt).when({ type: 'AterupptaRemiss', data: { datum: '2018-03-02', skal: 'KS ber om svar' } }).then({ type: 'RemissAterupptagen', data: { datum: '2018-03-02', skal: s('KS ber om svar') } });
    given(mottagen()).when({ type: 'AterupptaRemiss', data: { datum: '2018-03-02', skal: 'x' } }).thenRefused('REMISSEN_AR_INTE_AVSTADD');
  });
  it('stryks om den registrerades av misstag, men inte när ett svar har gått ut', () => {
    given(mottagen()).when({ type: 'StrykRemiss', data: { skal: 'Dubblett' } }).then({ type: 'RemissStruken', data: { skal: s('Dubblett') } });
    given(mottagen(), skrivet(), skickat()).when({ type: 'StrykRemiss', data: { skal: 'Dubblett' } }).thenRefused('REMISSEN_AR_BESVARAD');
    given(mottagen(), { type: 'RemissStruken', data: { skal: s('Dubblett') } }).when(ut()).thenRefused('REMISSEN_AR_STRUKEN');
    given().when(ut()).thenRefused('REMISSEN_FINNS_INTE');
    given(mottagen()).when({ type: 'NoteraRemisspunkt', data: { sammantrade: x(3), punkt: x(4) } }).thenRefused('SAMMANTRADET_FINNS_INTE');
    given(mottagen(), skrivet()).when(ut({ datum: '2018-02-01' })).thenRefused('DATUM_I_FEL_ORDNING');
  });
  it('G: svarstid före sammanträdet varnar med de sex valen, tills ett av dem är gjort', () => {
    const fore = { svarstidAvsandare: '2018-03-09', anstand: [], slag: 'remiss', expedieringar: [], status: 'mottagen' } as const;
    expect(provaSvarstid(fore, '2018-03-21')[0]?.text).toBe('Svarstiden 2018-03-09 går ut före sammanträdet 2018-03-21. Välj: begär anstånd · ordförandebeslut (KL 6:39) · extra sammanträde (KL 6:23) · förvaltningsyttrande på delegation · skicka förvaltningens förslag i tid "under förutsättning av nämndens beslut" · avstå från att yttra sig.');
    expect(provaSvarstid({ ...fore, svarsvag: 'preliminart_svar' }, '2018-03-21')).toEqual([]);
    expect(provaSvarstid({ ...fore, anstand: [{ svarstid: 'avsandare', begart: '2018-03-01', till: '2018-03-23', besvarat: '2018-03-02', beviljat: true }] }, '2018-03-21')).toEqual([]);
    expect(provaSvarstid(fore, '2018-03-09')).toEqual([]);
    expect(provaSvarstid({ ...fore, status: 'avstatt' }, '2018-03-21')).toEqual([]);
  });
});
