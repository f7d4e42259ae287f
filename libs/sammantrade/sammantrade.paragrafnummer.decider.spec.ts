import { isRefusal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, REGLER, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { kallad, type Mote } from './sammantrade.mote.decider';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';
import { numreraParagraf } from './sammantrade.reactions';

const { given } = specify(sammantrade);
const alla = L.map((person) => ledamot(person));
const NAMN = ['Ett', 'A', 'B', 'C', 'Sist'] as const;
const oppet = [planera(), ...NAMN.map((namn) => lagg(namn)), kalla(), oppna(), ...alla];
const gruppera = (...namn: readonly string[]): Steg => gor('SattUnderparagrafer', { punkter: namn.map(punkt) });
const utfallet = (events: readonly SammantradeEvent[], { command }: Steg): readonly string[] => {
  const outcome = given(...events).when(command).outcome as object;
  return isRefusal(outcome) ? outcome.hinder.map(({ kod }) => kod) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};
const mote = (events: readonly SammantradeEvent[]): Mote => events.reduce((hittills, event) => sammantrade.evolve(hittills, event), sammantrade.initialState) as Mote;

describe('Flera paragrafer under ett nummer', () => {
  it('C2: får var sin bokstav i den ordning klubban faller, § 25 a–c, och nästa ärende nästa nummer', () => {
    const events = historia(oppet, klubba('Ett'), numrera('Ett', 24), gruppera('A', 'B', 'C'), klubba('B'), klubba('A'));
    expect(events.filter(({ type }) => type === 'BeslutFattat').map(({ data }) => (data as { underparagraf?: object }).underparagraf)).toEqual([undefined, { grupp: punkt('A'), bokstav: 'a' }, { grupp: punkt('A'), bokstav: 'b' }]);
    const efter = historia(oppet, klubba('Ett'), numrera('Ett', 24), gruppera('A', 'B', 'C'), klubba('B'), klubba('A'), numrera('B', 25), numrera('A', 25));
    expect(dokument(efter).punkter.map(({ paragraf }) => paragraf)).toEqual([{ ar: 2018, nr: 24 }, { ar: 2018, nr: 25, bokstav: 'b' }, { ar: 2018, nr: 25, bokstav: 'a' }, undefined, undefined]);
    expect(['A', 'B', 'Sist'].map((namn) => kallad(mote(efter), punkt(namn)))).toEqual(['§ 25 b', '§ 25 a', '§ 26']);
    expect(kallad(mote(historia(oppet, gruppera('A', 'B'), klubba('A'), klubba('B'), klubba('Ett'), numrera('A', 7))), punkt('Ett'))).toBe('§ 8');
  });
  it('C2: bestäms innan klubban faller, för minst två, och löses upp igen', () => {
    given(...historia(oppet)).when(gruppera('A').command).thenRefused('UNDERPARAGRAFER_FOR_FA', 'Ange minst två ärenden som ska ha samma paragrafnummer med var sin bokstav.');
    expect(utfallet(historia(oppet), gor('SattUnderparagrafer', { punkter: [punkt('A'), punkt('Okänd')] }))).toEqual(['PUNKTEN_FINNS_INTE']);
    given(...historia(oppet, klubba('A'))).when(gruppera('A', 'B').command).thenRefused('REDAN_AVGJORD', 'Ärende 2 är redan avgjort och har sitt nummer.');
    given(...historia(oppet, gruppera('A', 'B', 'C'), klubba('A'))).when(gruppera('B', 'C').command).thenRefused('REDAN_AVGJORD', 'Ärende 3 hör till underparagrafer som har börjat avgöras.');
    // What is decided besides the group is nothing to it.
    expect(utfallet(historia(oppet, klubba('Ett'), gruppera('A', 'B')), gruppera('A', 'B', 'C'))).toEqual(['UnderparagraferSatta']);
    const upplost = historia(oppet, gruppera('A', 'B'), gruppera('A'), klubba('A'));
    expect(upplost.at(-1)!.data).not.toHaveProperty('underparagraf');
    const tvaGrupper = historia(oppet, gruppera('A', 'B'), gruppera('C', 'Sist'), gruppera('A'), klubba('C'), klubba('A'));
    expect(tvaGrupper.flatMap(({ type, data }) => (type === 'BeslutFattat' ? [data.underparagraf] : []))).toEqual([{ grupp: punkt('C'), bokstav: 'a' }, undefined]);
  });
});

describe('Paragrafens nummer', () => {
  it('C2: är det som serien gav, en gång, med det som paragrafen behöver veta', () => {
    const numrerad = { punkt: punkt('A'), ar: 2018, nr: 25, datum: '2018-03-21', beslutstyp: 'inget_beslut', overklagandeslag: 'EJ_OVERKLAGBART', slag: 'information', klass: 'oppen' } as const;
    given(...historia(oppet, klubba('A'))).when(numrera('A', 25).command).then({ type: 'ParagrafNumrerad', data: numrerad });
    given(...historia(oppet, klubba('A'), numrera('A', 25))).when(numrera('A', 25).command).thenNothing();
    given(...historia(oppet, klubba('A'), numrera('A', 25))).when(numrera('A', 26).command).thenRefused('HAR_REDAN_NUMMER', 'Ärendet har redan nummer: § 25.');
    given(...historia(oppet, klubba('A'), numrera('A', 25))).when(numrera('A', 25, 2019).command).thenRefused('HAR_REDAN_NUMMER');
    given(...historia(oppet)).when(numrera('A', 25).command).thenRefused('EJ_AVGJORD', 'Klubban har inte fallit för ärende 2.');
    given(...historia(oppet)).when(numrera('Okänd', 25).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('säger vilken post i ett register som ärendet gällde', () => {
    const galler = { slag: 'remiss', id: '00000000-0000-4000-8000-000000000801' } as const;
    const remissen = historia(oppet, gor('AndraPunkt', { punkt: punkt('A'), galler, skal: 'Remissen', underlag: { galler: { sekretess: false, funna: [] } } }), klubba('A'));
    expect(given(...remissen).when(numrera('A', 25).command).outcome).toMatchObject([{ data: { nr: 25, galler } }]);
  });
  it('E9: säger om utskottet bara bereder', () => {
    const bereder = historia(oppet.slice(0, -alla.length - 1), oppna({ underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: { ...REGLER, utskott: true, beredande: true } } }), ...alla, klubba('A'));
    expect(given(...bereder).when(numrera('A', 25).command).outcome).toMatchObject([{ data: { nr: 25, beredande: true } }]);
  });
});

describe('Ett möte som går över nyår', () => {
  const nyar = [
    planera({ datum: '2026-12-31', tid: '21:00' }), lagg('Ett'), lagg('A', { slag: 'arende', utanDiarienummer: true }), lagg('Sist'), kalla({ datum: '2026-12-20', underlag: { skaKallas: [], punkter: {} } }), oppna({ datum: '2026-12-31', tid: '21:00' }),
    ...L.map((person) => ledamot(person, [{ tjanstgor: true, fran: '21:00' }])), klubba('Ett', { tid: '23:50' }),
  ];
  const bifall = { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Ja.' }, { text: 'Paragrafen justeras omedelbart.', omedelbarJustering: true }] } as const;
  it('C2, M14: klubban faller efter midnatt, nämnden är beslutför, och paragrafen hör till serien för det år mötet började', () => {
    const events = historia(nyar, klubba('A', { tid: '00:10', ...bifall }));
    const fattat = events.at(-1) as Extract<SammantradeEvent, { type: 'BeslutFattat' }>;
    expect(fattat.data).toMatchObject({ tid: '00:10', datum: '2026-12-31', ordning: 2 });
    expect(numreraParagraf.on.BeslutFattat!({ ...fattat, stream: 'sammantrade-x', namnd: 'n' } as never)).toMatchObject({ id: 'n-2026', command: { data: { ar: 2026 } } });
    expect(utfallet(events, klubba('Sist', { tid: '00:05' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(utfallet(events, klubba('Sist', { tid: '23:55' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(utfallet(historia(nyar), klubba('A', { tid: '20:50' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(utfallet(events, avsluta('00:30', { ARENDEN_EJ_AVGJORDA: 'x' }))).toEqual(['SammantradeAvslutat']);
    expect(utfallet(events, avsluta('23:59', { ARENDEN_EJ_AVGJORDA: 'x' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
  });
  it('B10: en reservation anmäld efter midnatt, innan mötet slutade 00:30, tas in', () => {
    const slut = historia(nyar, klubba('A', { tid: '00:10', ...bifall }), avsluta('00:30', { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(utfallet(slut, gor('AnmalReservation', { punkt: punkt('A'), av: [L[2]!], tid: '00:20' }))).toEqual(['ReservationAnmald']);
    expect(utfallet(slut, gor('AnmalReservation', { punkt: punkt('A'), av: [L[2]!], tid: '00:40' }))).toEqual(['RESERVATION_FOR_SEN']);
  });
  it('C4: efter midnatt är samma dag den dag som mötet slutar på', () => {
    const events = historia(nyar, klubba('A', { tid: '00:10', ...bifall }), numrera('A', 188, 2026));
    expect(utfallet(events, justera({ omedelbart: true, datum: '2027-01-01' }))).toEqual(['ParagraferJusterade']);
    expect(utfallet(events, justera({ omedelbart: true, datum: '2027-01-02' }))).toEqual(['EJ_SAMMA_DAG']);
  });
  it('B1: den som gick fem över tolv var med före men inte efter, i reglerna och i protokollet', () => {
    const doc = dokument(historia(nyar.slice(0, -1), ledamot(L[3]!, [{ tjanstgor: true, fran: '21:00', till: '00:05' }]), klubba('Ett', { tid: '23:50' }), klubba('A', { tid: '00:10', ...bifall })));
    expect(narvaroPerPunkt(doc)(L[3]!).tjanstgor).toEqual([punkt('Ett')]);
    expect(narvaroPerPunkt(doc)(L[4]!).tjanstgor).toEqual([punkt('Ett'), punkt('A')]);
  });
});
