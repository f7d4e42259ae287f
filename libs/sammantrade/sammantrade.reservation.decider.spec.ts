import { isRefusal, seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, context, dokument, E, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
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
  it('B10: antecknas med vilka, till förmån för vad och varför, var och en en gång', () => {
    const mk = (text: string) => seal(`paragraf:${P}`, text);
    given(...historia(fattat)).when(reservera({ av: [L[2]!, L[3]!, L[2]!], tid: '16:10', tillFormanFor: 'eget yrkande', motivering: 'För dyrt' }).command, context()).then({
      type: 'ReservationAnmald', data: { punkt: P, klass: 'oppen', reservation: id, av: [L[2]!, L[3]!], tid: '16:10', tillFormanFor: mk('eget yrkande'), motivering: mk('För dyrt'), skriftlig: false },
    });
    given(...historia(fattat)).when(reservera().command, context()).then({ type: 'ReservationAnmald', data: { punkt: P, klass: 'oppen', reservation: id, av: [L[2]!], skriftlig: false } });
    given(...historia(slut, reservera({ tid: '16:10', skriftlig: true }))).when(motivera.command).then({ type: 'ReservationMotiverad', data: { punkt: P, klass: 'oppen', reservation: id, datum: '2018-03-27', motivering: mk('För att') } });
  });
  it('B10: anmäld 17:45 när sammanträdet slutade 17:20 tas inte in', () =>
    given(...historia(slut)).when(reservera({ tid: '17:45' }).command).thenRefused('RESERVATION_FOR_SEN', 'Reservationen anmäldes efter att sammanträdet avslutades 17:20. Den kan inte tas in (KL 4 kap. 27 §).', 'KL 4 kap. 27 §'));
  it('B10: anmäld 16:10 tas in när den än skrivs, och texten kommer sex dagar senare, före justeringen', () => {
    const events = historia(slut, reservera({ tid: '16:10', skriftlig: true, tillFormanFor: 'eget yrkande' }), motivera);
    expect(dokument(events).punkter[0]!.behandling!.reservationer).toMatchObject([{ av: [L[2]], tid: '16:10', motivering: seal(`paragraf:${P}`, 'För att') }]);
    expect(koder(events, justera())).toEqual(['ParagraferJusterade']);
  });
  it('B10: när sammanträdet har avslutats sägs det när den anmäldes', () => {
    given(...historia(slut)).when(reservera().command).thenRefused('KLOCKSLAG_SAKNAS', 'Sammanträdet är avslutat. Ange när reservationen anmäldes.');
    expect(koder(historia(fattat), reservera())).toEqual(['ReservationAnmald']);
    expect(koder(historia(slut), reservera({ tid: '17:20' }))).toEqual(['ReservationAnmald']);
  });
  it('B10: bara av den som deltog i beslutet', () => {
    given(...historia(fattat)).when(reservera({ av: [E[0]!] }).command).thenRefused('RESERVATION_EJ_DELTAGIT', `{person:${E[0]}} tjänstgjorde inte i § 25 och kan inte reservera sig.`, 'KL 4 kap. 27 §');
    given(...historia(fattat, gor('AntecknaDeltarInte', { punkt: P, person: L[2]! }))).when(reservera().command).thenRefused('RESERVATION_EJ_DELTAGIT', `{person:${L[2]}} deltog inte i beslutet i § 25 och kan inte reservera sig.`, 'KL 4 kap. 27 §');
    expect(koder(historia(fattat, reservera()), gor('AntecknaDeltarInte', { punkt: P, person: L[2]! }))).toEqual(['STOPP HAR_RESERVERAT_SIG']);
    const ingen = reservera({ av: [] }).command;
    given(...historia(fattat)).when({ ...ingen, skal: { NAMN_SAKNAS: 'Okänt' } } as never).thenRefused('NAMN_SAKNAS', 'Ange vem som reserverar sig.');
  });
  it('B10: mot ett beslut som är fattat, och som inte är justerat', () => {
    given(...historia(fattat.slice(0, -2))).when(reservera().command).thenRefused('EJ_AVGJORD', 'Klubban har inte fallit för ärende 1.');
    given(...historia(fattat)).when(reservera({ punkt: x(1) }).command).thenRefused('PUNKTEN_FINNS_INTE');
    const justerat = historia(slut, reservera({ tid: '16:10' }), justera());
    given(...justerat).when(reservera({ tid: '16:10' }).command).thenRefused('REDAN_JUSTERAD');
    given(...justerat).when(motivera.command).thenRefused('REDAN_JUSTERAD');
    given(...historia(fattat)).when(motivera.command).thenRefused('RESERVATIONEN_FINNS_INTE', 'Reservationen är inte anmäld.');
  });
  it('B10: den som röstade för beslutet reserverar sig bara med skäl', () => {
    const yrka = gor('AntecknaYrkande', { punkt: P, slag: 'avslag', av: [L[8]!], text: 'Nej' });
    const rosta = gor('AntecknaOmrostning', { punkt: P, tid: '16:00', motforslag: streamId('yrkande', context().by, context().command), roster: L.slice(0, 9).map((person, i) => ({ person, rost: i < 5 ? 'ja' : 'nej' })) });
    const events = historia(fattat.slice(0, -2), yrka, rosta, fattat.slice(-2));
    given(...events).when(reservera().command).thenWarned('RESERVERAR_SIG_MOT_SIN_ROST');
    given(...events).when(reservera().command).thenRefused('RESERVERAR_SIG_MOT_SIN_ROST', `{person:${L[2]}} röstade för beslutet i § 25. Ange skäl.`);
    expect(given(...events).when(reservera({}, { RESERVERAR_SIG_MOT_SIN_ROST: 'Röstade fel' }).command).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'RESERVERAR_SIG_MOT_SIN_ROST', skal: seal(`paragraf:${P}`, 'Röstade fel') }] } }]);
    expect(koder(events, reservera({ av: [L[7]!] }))).toEqual(['ReservationAnmald']);
    // What was voted to choose the proposal against is not what was decided.
    const kontra = historia(fattat.slice(0, -2), yrka, { ...rosta, command: { ...rosta.command, data: { ...rosta.command.data, slag: 'kontraproposition' } } as never }, fattat.slice(-2));
    expect(koder(kontra, reservera())).toEqual(['ReservationAnmald']);
  });
  it('B10: en motivering som skulle komma och saknas vid justeringen varnar', () => {
    const vantas = { ...reservera({ tid: '16:10', skriftlig: true }), namn: 'väntas' };
    given(...historia(slut, vantas)).when(justera().command).thenWarned('MOTIVERING_SAKNAS');
    given(...historia(slut, vantas)).when(justera().command).thenRefused('MOTIVERING_SAKNAS', 'Den skriftliga motiveringen till en reservation i § 25 har inte lämnats in.');
    // That one has come says nothing of the other.
    given(...historia(slut, vantas, reservera({ av: [L[3]!], tid: '16:12', skriftlig: true }), motivera)).when(justera().command).thenWarned('MOTIVERING_SAKNAS');
    expect(koder(historia(slut, reservera({ tid: '16:10', skriftlig: true, motivering: 'Står här' })), justera())).toEqual(['ParagraferJusterade']);
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
  it('B11: antecknas med vem och vad, och om nämnden medgav det', () => {
    const anteckning = { punkt: P, klass: 'oppen', anteckning: streamId('anteckning', context().by, context().command), slag: 'sarskilt_yttrande', av: [L[2]!], text: seal(`paragraf:${P}`, 'Jag menar') } as const;
    given(...historia(fattat)).when(anteckna({ av: [L[2]!, L[2]!] }).command, context()).then({ type: 'ProtokollsanteckningGjord', data: anteckning });
    given(...historia(fattat)).when(anteckna({ medgiven: true }).command, context()).then({ type: 'ProtokollsanteckningGjord', data: { ...anteckning, medgiven: true } });
    given(...historia(fattat)).when(anteckna({ punkt: x(1) }).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('B11: före justeringen tas det in, för sig och inte som en reservation', () => {
    const { behandling } = dokument(historia(slut, anteckna())).punkter[0]!;
    expect([behandling!.anteckningar, behandling!.reservationer]).toMatchObject([[{ slag: 'sarskilt_yttrande', av: [L[2]] }], []]);
  });
  it('B11: den som inte tjänstgör har en bara om nämnden medger det', () => {
    for (const av of [[E[0]!], [L[2]!, E[0]!]]) given(...historia(fattat)).when(anteckna({ av }).command).thenWarned('ANTECKNING_EJ_MEDGIVEN');
    given(...historia(fattat)).when(anteckna({ av: [E[0]!] }).command).thenRefused('ANTECKNING_EJ_MEDGIVEN', 'Den som inte tjänstgör vid § 25 har en anteckning bara om nämnden medger det. Ange skäl.');
    const medSkal = { ...anteckna({ av: [E[0]!] }).command, skal: { ANTECKNING_EJ_MEDGIVEN: 'Ordföranden lät' } } as never;
    expect(given(...historia(fattat)).when(medSkal).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'ANTECKNING_EJ_MEDGIVEN', skal: seal(`paragraf:${P}`, 'Ordföranden lät') }] } }]);
    expect(koder(historia(fattat), anteckna({ av: [E[0]!], medgiven: true }))).toEqual(['ProtokollsanteckningGjord']);
    given(...historia(fattat)).when(anteckna({ av: [] }).command).thenRefused('NAMN_SAKNAS', 'Ange vem som lämnar anteckningen.');
  });
  it('B10, FL 30: avvikande mening har den som berett ett ärende enligt förvaltningslagen; den som beslutar reserverar sig', () => {
    const avviker = (av: readonly string[]) => anteckna({ slag: 'avvikande_mening', av }).command;
    const mot = (myndighetsutovning: boolean) => historia(fattat.map((steg) => (steg.command.type === 'LaggTillPunkt' ? lagg('Taxa', { slag: 'ovrigt', myndighetsutovning }) : steg)));
    expect(given(...mot(true)).when(avviker([x(700)])).outcome).toHaveLength(1);
    given(...mot(true)).when(avviker([x(700), L[2]!])).thenRefused('AVVIKANDE_MENING_EJ_FL', `{person:${L[2]}} deltar i beslutet i § 25 och anmäler en reservation.`);
    given(...mot(true)).when({ ...avviker([L[2]!]), skal: { AVVIKANDE_MENING_EJ_FL: 'x' } } as never).thenRefused('AVVIKANDE_MENING_EJ_FL');
    given(...mot(false)).when(avviker([x(700)])).thenWarned('AVVIKANDE_MENING_EJ_FL');
    given(...mot(false)).when(avviker([x(700)])).thenRefused('AVVIKANDE_MENING_EJ_FL', 'Avvikande mening antecknas i ärenden enligt förvaltningslagen. Är § 25 ett sådant? Ange skäl.');
  });
});

describe('Att inte delta i beslutet', () => {
  const utanfor = (person: string, over: object = {}): Steg => gor('AntecknaDeltarInte', { punkt: P, person, ...over } as never);
  it('B9: antecknas för den som tjänstgör, med det som sägs om det', () => {
    given(...historia(fattat)).when(utanfor(L[2]!, { text: 'deltar inte' }).command).then({ type: 'DeltarInteAntecknat', data: { punkt: P, klass: 'oppen', person: L[2]!, text: seal(`paragraf:${P}`, 'deltar inte') } });
    given(...historia(fattat)).when(utanfor(L[2]!).command).then({ type: 'DeltarInteAntecknat', data: { punkt: P, klass: 'oppen', person: L[2]! } });
    given(...historia(fattat)).when(utanfor(E[0]!).command).thenRefused('EJ_TJANSTGORANDE', `{person:${E[0]}} tjänstgör inte vid § 25.`);
    given(...historia(fattat)).when(utanfor(L[2]!, { punkt: x(1) }).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('B9: i myndighetsutövning före 2018 med skäl, förseglat med paragrafen', () => {
    const datum = '2017-03-21';
    const aldre = historia(planera({ datum }), lagg('Taxa', { slag: 'ovrigt', myndighetsutovning: true }), kalla({ datum: '2017-03-14' }), oppna({ datum }), ...L.map((person) => ledamot(person)));
    given(...aldre).when(utanfor(L[2]!).command).thenWarned('AVSTA_EJ_TILLATET');
    expect(given(...aldre).when({ ...utanfor(L[2]!).command, skal: { AVSTA_EJ_TILLATET: 'Så stod det' } } as never).outcome).toMatchObject([{ data: { avsteg: [{ kod: 'AVSTA_EJ_TILLATET', skal: seal(`paragraf:${P}`, 'Så stod det') }] } }]);
  });
  it('B9: inte av den som har reserverat sig eller röstat', () => {
    const reserverat = historia(fattat, reservera());
    given(...reserverat).when({ ...utanfor(L[2]!).command, skal: { HAR_RESERVERAT_SIG: 'x' } } as never).thenRefused('HAR_RESERVERAT_SIG', `{person:${L[2]}} har reserverat sig i § 25 och deltar då i beslutet.`);
    expect(koder(reserverat, utanfor(L[3]!))).toEqual(['DeltarInteAntecknat']);
    const yrka = gor('AntecknaYrkande', { punkt: P, slag: 'avslag', av: [L[8]!], text: 'Nej' });
    const rosta = gor('AntecknaOmrostning', { punkt: P, tid: '16:00', motforslag: streamId('yrkande', context().by, context().command), roster: L.slice(0, 9).map((person) => ({ person, rost: 'ja' })) } as never);
    given(...historia(fattat.slice(0, -2), yrka, rosta)).when({ ...utanfor(L[2]!).command, skal: { ROSTERNA_STAMMER_INTE: 'x' } } as never).thenRefused('ROSTERNA_STAMMER_INTE', `{person:${L[2]}} har röstat i ärende 1 och deltar då i beslutet.`);
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
