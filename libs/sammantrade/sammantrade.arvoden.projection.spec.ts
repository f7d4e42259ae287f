import { avsluta, dokument, E, ersattare, historia, kalla, klubba, L, lagg, ledamot, oppna, planera, punkt, type Steg } from '../../test/exempel/mote';
import { arvodesrader } from './sammantrade.arvoden.projection';

/** Opened 15.00; the first § ends 15.30, the second 16.10; closed 17.00. */
const mote = (...narvaro: readonly Steg[]) => arvodesrader(dokument(historia(
  planera(), lagg('Ett'), lagg('Två'), kalla({ underlag: { skaKallas: [], punkter: {} } }), oppna(), ...L.slice(0, 9).map((person) => ledamot(person)), ...narvaro,
  klubba('Ett', { tid: '15:30' }), klubba('Två', { tid: '16:10' }), avsluta('17:00'),
)));
const rader = (person: string, ...narvaro: readonly Steg[]) => mote(...narvaro).filter((en) => en.person === person).map(({ fran, till, minuter, tjanstgor }) => [fran, till, minuter, tjanstgor]);

describe('Närvaron till arvodeslistan', () => {
  it('är hela sammanträdet för den som var med hela, med uppdrag, roll och parti', () =>
    expect(mote()[0]).toEqual({ person: L[0], uppdrag: 'ledamot', roll: 'ordforande', parti: 'A', datum: '2018-03-21', fran: '15:00', till: '17:00', minuter: 120, tjanstgor: true }));
  it('följer paragraferna: från att den förra avgjordes till klubbslaget', () => {
    expect(rader(L[9]!, ledamot(L[9]!, [{ tjanstgor: true, franPunkt: punkt('Två') }]))).toEqual([['15:30', '17:00', 90, true]]);
    expect(rader(L[9]!, ledamot(L[9]!, [{ tjanstgor: true, tillPunkt: punkt('Ett') }]))).toEqual([['15:00', '15:30', 30, true]]);
  });
  it('följer klockan när den är antecknad, och skiljer tjänstgörande från närvarande', () =>
    expect(rader(E[0]!, ersattare(E[0]!, [{ tjanstgor: false, till: '15:45' }, { tjanstgor: true, ersatter: L[10]!, fran: '15:45' }]))).toEqual([['15:00', '15:45', 45, false], ['15:45', '17:00', 75, true]]));
  it('slår ihop det som hänger ihop och är av samma slag', () =>
    expect(rader(L[9]!, ledamot(L[9]!, [{ tjanstgor: true, till: '15:40' }, { tjanstgor: true, fran: '15:40' }]))).toEqual([['15:00', '17:00', 120, true]]));
  it('finns inte förrän sammanträdet är avslutat', () => expect(arvodesrader(dokument(historia(planera())))).toEqual([]));
});
