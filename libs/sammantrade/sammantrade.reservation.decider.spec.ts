import { isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, E, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const P = punkt('Taxa');
const fattat = [planera(), lagg('Taxa'), kalla(), oppna(), ...L.slice(0, 9).map((person) => ledamot(person)), klubba('Taxa', { tid: '16:05', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Höjs.' }] }), numrera('Taxa', 25)];
const reservera = (over: object = {}, skal?: Record<string, string>): Steg => gor('AnmalReservation', { punkt: P, av: [L[2]!], ...over } as never, skal);
const slut = [...fattat, avsluta('17:20')];
const koder = (events: readonly SammantradeEvent[], { command }: Steg): readonly string[] => {
  const outcome = given(...events).when(command).outcome as object;
  return isRefusal(outcome) ? outcome.hinder.map(({ kod, allvar }) => `${allvar} ${kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};
const id = streamId('reservation', context().by, context().command);
const motivera = gor('LamnaReservationsmotivering', { reservation: id, datum: '2018-03-27', motivering: 'För att' });

describe('En reservation', () => {
  it('B10: anmäld 17:45 när sammanträdet slutade 17:20 tas inte in', () =>
    given(...historia(slut)).when(reservera({ tid: '17:45' }).command).thenRefused('RESERVATION_FOR_SEN', 'Reservationen anmäldes efter att sammanträdet avslutades 17:20. Den kan inte tas in (KL 4 kap. 27 §).'));
  it('B10: anmäld 16:10 tas in när den än skrivs, och texten kommer sex dagar senare, före justeringen', () => {
    const events = historia(slut, reservera({ tid: '16:10', skriftlig: true, tillFormanFor: 'eget yrkande' }), motivera);
    expect(dokument(events).punkter[0]!.behandling!.reservationer).toMatchObject([{ av: [L[2]], tid: '16:10', motivering: seal(`paragraf:${P}`, 'För att') }]);
    expect(koder(events, justera())).toEqual(['ParagraferJusterade']);
  });
  it('B10: när sammanträdet har avslutats sägs det när den anmäldes', () => {
    given(...historia(slut)).when(reservera().command).thenRefused('KLOCKSLAG_SAKNAS');
    expect(koder(historia(fattat), reservera())).toEqual(['ReservationAnmald']);
    expect(koder(historia(slut), reservera({ tid: '17:20' }))).toEqual(['ReservationAnmald']);
  });
  it('B10: bara av den som deltog i beslutet', () => {
    given(...historia(fattat)).when(reservera({ av: [E[0]!] }).command).thenRefused('RESERVATION_EJ_DELTAGIT', `{person:${E[0]}} tjänstgjorde inte i § 25 och kan inte reservera sig.`);
    given(...historia(fattat, gor('AntecknaDeltarInte', { punkt: P, person: L[2]! }))).when(reservera().command).thenRefused('RESERVATION_EJ_DELTAGIT', `{person:${L[2]}} deltog inte i beslutet i § 25 och kan inte reservera sig.`);
    expect(koder(historia(fattat, reservera()), gor('AntecknaDeltarInte', { punkt: P, person: L[2]! }))).toEqual(['STOPP HAR_RESERVERAT_SIG']);
    expect(koder(historia(fattat), reservera({ av: [] }))).toEqual(['STOPP NAMN_SAKNAS']);
  });
  it('B10: mot ett beslut som är fattat, och som inte är justerat', () => {
    given(...historia(fattat.slice(0, -2))).when(reservera().command).thenRefused('EJ_AVGJORD');
    const justerat = historia(slut, reservera({ tid: '16:10' }), justera());
    given(...justerat).when(reservera({ tid: '16:10' }).command).thenRefused('REDAN_JUSTERAD');
    given(...justerat).when(motivera.command).thenRefused('REDAN_JUSTERAD');
    given(...historia(fattat)).when(motivera.command).thenRefused('RESERVATIONEN_FINNS_INTE');
  });
  it('B10: den som röstade för beslutet reserverar sig bara med skäl', () => {
    const yrka = gor('AntecknaYrkande', { punkt: P, slag: 'avslag', av: [L[8]!], text: 'Nej' });
    const rosta = gor('AntecknaOmrostning', { punkt: P, tid: '16:00', motforslag: streamId('yrkande', context().by, context().command), roster: L.slice(0, 9).map((person, i) => ({ person, rost: i < 5 ? 'ja' : 'nej' })) });
    const events = historia(fattat.slice(0, -2), yrka, rosta, fattat.slice(-2));
    given(...events).when(reservera().command).thenWarned('RESERVERAR_SIG_MOT_SIN_ROST');
    expect(koder(events, reservera({ av: [L[7]!] }))).toEqual(['ReservationAnmald']);
  });
  it('B10: en motivering som skulle komma och saknas vid justeringen varnar', () => {
    given(...historia(slut, reservera({ tid: '16:10', skriftlig: true }))).when(justera().command).thenWarned('MOTIVERING_SAKNAS');
    expect(koder(historia(slut, reservera({ tid: '16:10' })), justera())).toEqual(['ParagraferJusterade']);
  });
  it('0: före 2018 är lagen inte kontrollerad, och då varnar den', () => {
    const events = historia(slut.map((steg) => (steg.command.type === 'PlaneraSammantrade' ? planera({ datum: '2017-03-21' }) : steg.command.type === 'SkickaKallelse' ? kalla({ datum: '2017-03-14' }) : steg)));
    expect(koder(events, reservera({ tid: '17:45' }))).toEqual(['VARNING RESERVATION_FOR_SEN']);
  });
  it('läses den in från före Klubba står det som regeln hade emot den', () => {
    const las = (type: string, data: object): Steg => gor(type as never, { punkt: P, kalla: 'Pärmen', startdatum: '2019-01-01', ...data } as never);
    expect(given(...historia(slut)).when(las('LasInReservation', { av: [E[0]!], tid: '17:45' }).command).outcome).toMatchObject([{ type: 'ReservationInlast', data: { brott: [{ kod: 'RESERVATION_FOR_SEN', lagrum: 'KL 4 kap. 27 §' }, { kod: 'RESERVATION_EJ_DELTAGIT' }] } }]);
    expect(given(...historia(fattat.slice(0, -2))).when(las('LasInYrkande', { slag: 'bifall', av: [], text: 'x' }).command).outcome).toMatchObject([{ type: 'YrkandeInlast', data: { av: [], brott: [{ kod: 'NAMN_SAKNAS' }] } }]);
    const perParti = [{ parti: 'A', ja: 5, nej: 0, avstar: 1 }, { parti: 'B', ja: 0, nej: 3, avstar: 0 }];
    const rosta = las('LasInOmrostning', { tid: '16:00', perParti, huvudforslagText: 'utskottets' });
    expect(given(...historia(fattat.slice(0, -2))).when(rosta.command).outcome).toMatchObject([{ type: 'OmrostningInlast', data: { perParti, ja: 5, nej: 3, avstar: 1, utfall: 'ja' } }]);
    expect(given(...historia(fattat.slice(0, -2))).when(rosta.command).outcome).toMatchObject([{ data: expect.not.objectContaining({ brott: expect.anything(), roster: expect.anything() }) }]);
    expect(given(...historia(fattat)).when(las('LasInDeltarInte', { person: L[1]! }).command).outcome).toMatchObject([{ type: 'DeltarInteInlast' }]);
    given(...historia(fattat)).when(las('LasInReservation', { av: [L[1]!], startdatum: '2018-03-21' }).command).thenRefused('INTE_FORE_START');
  });
});

describe('Protokollsanteckning och särskilt yttrande', () => {
  const anteckna = (over: object = {}) => gor('GorProtokollsanteckning', { punkt: P, slag: 'sarskilt_yttrande', av: [L[2]!], text: 'Jag menar', ...over } as never);
  it('K4/B11: ett särskilt yttrande tre dagar efter justeringen tas inte in', () =>
    given(...historia(slut, justera())).when(anteckna().command).thenRefused('YTTRANDE_FOR_SENT', '§ 25 är justerad. Protokollsanteckningar och särskilda yttranden lämnas före justeringen.'));
  it('B11: före justeringen tas det in, för sig och inte som en reservation', () => {
    const { behandling } = dokument(historia(slut, anteckna())).punkter[0]!;
    expect([behandling!.anteckningar, behandling!.reservationer]).toMatchObject([[{ slag: 'sarskilt_yttrande', av: [L[2]] }], []]);
  });
  it('B11: den som inte tjänstgör har en bara om nämnden medger det', () => {
    given(...historia(fattat)).when(anteckna({ av: [E[0]!] }).command).thenWarned('ANTECKNING_EJ_MEDGIVEN');
    expect(koder(historia(fattat), anteckna({ av: [E[0]!], medgiven: true }))).toEqual(['ProtokollsanteckningGjord']);
    expect(koder(historia(fattat), anteckna({ av: [] }))).toEqual(['STOPP NAMN_SAKNAS']);
  });
});

describe('Det som en paragraf ska ha', () => {
  it('C1: flera förslag utan propositionsordning hindrar justeringen', () => {
    const yrka = (slag: 'avslag' | 'bifall', n: number): Steg => ({ ...gor('AntecknaYrkande', { punkt: P, slag, av: [L[n]!], text: slag }), namn: `${slag}${n}` });
    const med = (...yrkanden: readonly Steg[]) => historia(fattat, yrkanden, avsluta('17:20'));
    given(...med(yrka('avslag', 1), yrka('bifall', 2))).when(justera().command).thenRefused('PARAGRAF_SAKNAR_FALT', '§ 25 saknar propositionsordning (KL 5 kap. 67 §).');
    expect(koder(med(yrka('bifall', 1), yrka('bifall', 2)), justera())).toEqual(['ParagraferJusterade']);
    expect(koder(med(yrka('avslag', 1), yrka('bifall', 2), gor('FaststallPropositionsordning', { punkt: P, steg: [{ text: 'bifall mot avslag' }] })), justera())).toEqual(['ParagraferJusterade']);
  });
});
