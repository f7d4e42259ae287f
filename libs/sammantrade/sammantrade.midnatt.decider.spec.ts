import { isRefusal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { ansla, avsluta, dokument, E, ersattare, gor, historia, justera, kalla, klubba, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, REGLER, type Steg } from '../../test/exempel/mote';
import { arvodesrader } from './sammantrade.arvoden.projection';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';
import { sammantradetsKlockor } from './sammantrade.klockor.projection';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';

const { given } = specify(sammantrade, { id: MOTE });
const NASTA = '2018-03-22';
const SENARE = '2018-03-23';
/** An evening meeting on 2018-03-21: opened 18.00, nine ledamöter. */
const motet = (over: { datum?: string } = {}, ...mer: readonly Steg[]) => [
  planera({ tid: '18:00', ...over }), lagg('Ett'), lagg('Två'), lagg('Tre'), kalla({ datum: '2018-03-10', underlag: { skaKallas: [], punkter: {} } }),
  oppna({ tid: '18:00', underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: REGLER } }), ...L.slice(0, 9).map((person) => ledamot(person)), ...mer,
];
const ajournera = (tid: string, over: { till?: string } = {}): Steg => gor('AjourneraSammantrade', { tid, ...over });
const ateruppta = (tid: string): Steg => gor('AterupptaSammantrade', { tid });
const kod = (events: readonly SammantradeEvent[], { command }: Steg) => {
  const { outcome } = given(...events).when(command);
  return isRefusal(outcome as object) ? (outcome as { hinder: readonly { kod: string }[] }).hinder.map((en) => en.kod) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};

describe('Ett sammanträde över midnatt', () => {
  it('ajourneras 23:50 och återupptas 00:20', () => {
    const ute = historia(motet(), klubba('Ett', { tid: '23:40' }), ajournera('23:50'));
    expect(kod(ute, ateruppta('23:45'))).toEqual(['TIDEN_GAR_BAKLANGES']);
    const inne = historia(motet(), klubba('Ett', { tid: '23:40' }), ajournera('23:50'), ateruppta('00:20'));
    expect(kod(inne, klubba('Två', { tid: '00:10' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(kod(inne, klubba('Två', { tid: '23:55' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(kod(inne, klubba('Två', { tid: '00:30' }))).toEqual(['BeslutFattat']);
    expect(kod(inne, ajournera('00:15'))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(dokument(inne).ajourneringar).toMatchObject([{ fran: '23:50', till: '00:20' }]);
  });
  it('ajourneringen antecknas i efterhand, och inget avgörs under den', () => {
    const klart = historia(motet(), klubba('Ett', { tid: '23:40' }), klubba('Två', { tid: '00:30' }), klubba('Tre', { tid: '00:40' }), avsluta('01:00'));
    expect(kod(klart, ajournera('23:50', { till: '00:20' }))).toEqual(['SammantradeAjournerat']);
    expect(kod(klart, ajournera('23:50', { till: '00:35' }))).toEqual(['KLUBBSLAG_UNDER_AJOURNERING']);
    expect(kod(klart, ajournera('23:50', { till: '01:10' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(kod([...klart, { type: 'SammantradeAjournerat', data: { fran: '23:50', till: '00:20' } }], ajournera('00:10', { till: '00:25' }))).toEqual(['SAMMANTRADET_AR_AJOURNERAT']);
    const sagt = historia(motet(), ajournera('23:50', { till: '00:20' }));
    expect(kod(sagt, klubba('Ett', { tid: '00:10' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(kod(sagt, klubba('Ett', { tid: '00:20' }))).toEqual(['BeslutFattat']);
  });
  it('den som kom sent gjorde det också efter midnatt, och den som gick före är inte där', () => {
    const regler = { ...REGLER, sentIntrade: false };
    const oppet = [...motet().slice(0, 5), oppna({ tid: '18:00', underlag: { antalLedamoter: 11, omedelbarJustering: true, regler } }), ...L.slice(0, 8).map((person) => ledamot(person)), klubba('Ett', { tid: '23:40' })];
    expect(kod(historia(oppet), ledamot(L[8]!, [{ tjanstgor: true, fran: '00:05' }]))).toEqual(['SENT_INTRADE_EJ_TILLATET']);
    const steg = [motet(), klubba('Ett', { tid: '23:40' }), ledamot(L[8]!, [{ tjanstgor: true, till: '00:05' }]), klubba('Två', { tid: '23:58' }), klubba('Tre', { tid: '00:10' })];
    expect(narvaroPerPunkt(dokument(historia(...steg)))(L[8]!).tjanstgor).toEqual([punkt('Ett'), punkt('Två')]);
  });
  it('B3: den som avbröt sin tjänstgöring och kom åter under samma sittning gjorde det också över midnatt', () => {
    const fore = historia(motet(), klubba('Ett', { tid: '23:30' }), klubba('Två', { tid: '23:55' }));
    expect(kod(fore, ledamot(L[8]!, [{ tjanstgor: true, till: '23:40' }, { tjanstgor: true, fran: '00:10' }]))).toEqual(['AVBRUTEN_TJANSTGORING']);
  });
  it('parten kommer in före midnatt och går efter', () => {
    const PART = '00000000-0000-4000-8000-000000000777';
    const fore: readonly SammantradeEvent[] = [...historia(motet()), { type: 'PartsrattAntecknad', data: { punkt: punkt('Ett'), klass: 'oppen', part: PART, benamning: { $plain: 'x', kid: `paragraf:${punkt('Ett')}` }, lag: 'sol', informerad: true, begart: true } }];
    expect(kod(fore, gor('AntecknaPartensUppgifter', { punkt: punkt('Ett'), part: PART, fran: '23:50', till: '00:10' }))).toEqual(['PartHord']);
    expect(kod(fore, gor('AntecknaPartensUppgifter', { punkt: punkt('Ett'), part: PART, fran: '00:10', till: '23:50' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
  });
});

describe('Ett sammanträde som ajourneras till en senare dag', () => {
  const till = (dag: string) => historia(motet(), klubba('Ett', { tid: '21:00' }), ajournera('22:00'), ateruppta(`${dag} 09:00`));
  it.each([NASTA, SENARE])('återupptas %s, och därefter står dagen före klockslaget', (dag) => {
    const inne = till(dag);
    expect(kod(inne, klubba('Två', { tid: '09:10' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    given(...inne).when(klubba('Två', { tid: '09:10' }).command).thenRefused('TIDEN_GAR_BAKLANGES', `Klubbslaget 09:10 ligger före det som redan har hänt vid sammanträdet (${dag} 09:00).`);
    expect(kod(inne, klubba('Två', { tid: `${dag} 09:10` }))).toEqual(['BeslutFattat']);
    expect(kod(inne, avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(kod(inne, avsluta(`${dag} 17:00`, { ARENDEN_EJ_AVGJORDA: 'x' }))).toEqual(['SammantradeAvslutat']);
  });
  it('en dag som inte finns, och en före sammanträdets, stoppas', () => {
    const ute = historia(motet(), ajournera('22:00'));
    expect(kod(ute, ateruppta('2018-02-30 09:00'))).toEqual(['DATUM_FINNS_INTE']);
    expect(kod(ute, ateruppta('2018-03-20 23:00'))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(kod(historia(motet()), ledamot(L[9]!, [{ tjanstgor: true, fran: '2018-03-20 19:00' }]))).toEqual(['TIDEN_GAR_BAKLANGES']);
  });
  it('närvaron följer dagen: den som gick första dagen är inte där den andra', () => {
    const steg = [motet(), klubba('Ett', { tid: '21:00' }), ajournera('22:00'), ateruppta(`${NASTA} 09:00`), ledamot(L[8]!, [{ tjanstgor: true, till: '22:00' }]), klubba('Två', { tid: `${NASTA} 09:10` })];
    expect(narvaroPerPunkt(dokument(historia(...steg)))(L[8]!).tjanstgor).toEqual([punkt('Ett')]);
  });
  it('B3: den som avbröt sin tjänstgöring får tjänstgöra igen en annan dag', () => {
    const inne = historia(motet(), klubba('Ett', { tid: '19:00' }), klubba('Två', { tid: '21:00' }), ajournera('22:00'), ateruppta(`${NASTA} 09:00`));
    expect(kod(inne, ledamot(L[8]!, [{ tjanstgor: true, till: '20:00' }, { tjanstgor: true, fran: `${NASTA} 09:00` }]))).toEqual(['NarvaroAntecknad']);
    expect(kod(inne, ledamot(L[8]!, [{ tjanstgor: true, tillPunkt: punkt('Ett') }, { tjanstgor: true, franPunkt: punkt('Tre') }]))).toEqual(['NarvaroAntecknad']);
    expect(kod(inne, ledamot(L[8]!, [{ tjanstgor: true, till: '20:00' }, { tjanstgor: true, fran: '21:30' }]))).toEqual(['AVBRUTEN_TJANSTGORING']);
  });
  it('B10: en reservation anmäls innan sammanträdet avslutas, den dag det sker', () => {
    const slut = historia(motet(), klubba('Ett', { tid: '21:00' }), ajournera('22:00'), ateruppta(`${NASTA} 09:00`), avsluta(`${NASTA} 10:00`, { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(kod(slut, gor('AnmalReservation', { punkt: punkt('Ett'), av: [L[1]!], tid: `${NASTA} 09:50` }))).toEqual(['ReservationAnmald']);
    expect(kod(slut, gor('AnmalReservation', { punkt: punkt('Ett'), av: [L[1]!], tid: `${NASTA} 10:10` }))).toEqual(['RESERVATION_FOR_SEN']);
  });
  it('C4: justeras omedelbart den dag beslutet fattades', () => {
    const tagna = (dag?: string) => historia(motet(), ...(dag === undefined ? [] : [ajournera('22:00'), ateruppta(`${dag} 09:00`)]),
      klubba('Ett', { tid: dag === undefined ? '21:00' : `${dag} 09:10`, beslutspunkter: [{ text: 'Bifall' }, { text: 'Justeras omedelbart', omedelbarJustering: true }] }), ...(dag === undefined ? [ajournera('22:00'), ateruppta(`${SENARE} 09:00`)] : []), numrera('Ett', 1));
    const genast = (datum: string) => justera({ datum, omedelbart: true, punkter: [punkt('Ett')] });
    expect(kod(tagna(SENARE), genast(SENARE))).toEqual(['ParagraferJusterade']);
    expect(kod(tagna(SENARE), genast(NASTA))).toContain('EJ_SAMMA_DAG');
    expect(kod(tagna(), genast('2018-03-21'))).toEqual(['ParagraferJusterade']);
    expect(kod(tagna(), genast(NASTA))).toContain('EJ_SAMMA_DAG');
  });
  it('C3: de fjorton dagarna går från den dag då det slutade', () => {
    const klart = historia(motet(), klubba('Ett', { tid: '21:00', beslutspunkter: [{ text: 'x' }] }), ajournera('22:00'), ateruppta(`${SENARE} 09:00`), avsluta(`${SENARE} 10:00`, { ARENDEN_EJ_AVGJORDA: 'x' }));
    expect(sammantradetsKlockor(dokument(klart)).find(({ regel }) => regel === 'justering')?.lag).toBe('2018-04-06');
  });
  it('ger en rad för varje dag till arvodena, utan natten emellan', () => {
    const klart = historia(motet(), klubba('Ett', { tid: '21:00' }), ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[10]!, fran: `${NASTA} 09:30` }]), ajournera('22:00'), ateruppta(`${NASTA} 09:00`), avsluta(`${NASTA} 11:00`, { ARENDEN_EJ_AVGJORDA: 'x' }));
    const rader = (person: string) => arvodesrader(dokument(klart)).filter((en) => en.person === person).map(({ datum, fran, till: slut, minuter }) => [datum, fran, slut, minuter]);
    expect(rader(L[0]!)).toEqual([['2018-03-21', '18:00', '22:00', 240], [NASTA, '09:00', '11:00', 120]]);
    expect(rader(E[0]!)).toEqual([[NASTA, '09:30', '11:00', 90]]);
  });
});

describe('Nätterna då klockan ställs om', () => {
  const natt = (datum: string, ...mer: readonly Steg[]) => historia(motet({ datum }), ...mer);
  const minuter = (events: readonly SammantradeEvent[]) => arvodesrader(dokument(events))[0]!.minuter;
  it.each([['2018-03-24', 480], ['2018-10-27', 600], ['2018-10-20', 540]])('ett sammanträde %s 18:00–03:00 varar %i minuter', (datum, antal) =>
    expect(minuter(natt(datum, avsluta('03:00', { ARENDEN_EJ_AVGJORDA: 'x' })))).toBe(antal));
  it('timmen som går två gånger skiljs åt av ordet normaltid', () => {
    const forsta = natt('2018-10-27', klubba('Ett', { tid: '02:50' }));
    expect(kod(forsta, klubba('Två', { tid: '02:10' }))).toEqual(['TIDEN_GAR_BAKLANGES']);
    expect(kod(forsta, klubba('Två', { tid: '2018-10-28 02:10 normaltid' }))).toEqual(['BeslutFattat']);
    expect(kod(forsta, klubba('Två', { tid: '2018-10-27 23:10 normaltid' }))).toEqual(['KLOCKSLAGET_FINNS_INTE']);
  });
  it('timmen som hoppas över finns inte', () => {
    given(...natt('2018-03-24')).when(klubba('Ett', { tid: '02:30' }).command).thenRefused('KLOCKSLAGET_FINNS_INTE', 'Klockslaget 02:30 finns inte den 2018-03-25: klockan ställdes om.');
    expect(kod(natt('2018-03-24'), klubba('Ett', { tid: '03:00' }))).toEqual(['BeslutFattat']);
  });
});

it('anslaget och det övriga efter ett möte i två dagar går som vanligt', () => {
  const steg = [motet(), klubba('Ett', { tid: '21:00', beslutspunkter: [{ text: 'x' }] }), ajournera('22:00'), ateruppta(`${NASTA} 09:00`), klubba('Två', { tid: `${NASTA} 09:10` }), klubba('Tre', { tid: `${NASTA} 09:20` }), numrera('Ett', 1), numrera('Två', 2), numrera('Tre', 3), avsluta(`${NASTA} 10:00`), justera({ datum: '2018-04-04' }, {}), ansla('2018-04-05')];
  expect(dokument(historia(...steg))).toMatchObject({ avslutat: `${NASTA} 10:00`, omgangar: [{ anslag: [{ datum: '2018-04-05' }] }] });
});
