import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { gor, historia, kalla, klubba, L, lagg, ledamot, MOTE, NAMND, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import { behandlingen, enligtKl, forseglad, kallad, type Mote, nummer, tillPersoner } from './sammantrade.mote.decider';

const { given } = specify(sammantrade);
const mk = (text: string) => seal(`sammantrade:${MOTE}`, text);
const planerat = { namnd: NAMND, organ: 'SN', datum: '2018-03-21', tid: '15:00', plats: mk('Lilla salen') } as const;

describe('Ett sammanträde', () => {
  it('planeras en gång, i en nämnd som finns', () => {
    given().when(planera().command).then({ type: 'SammantradePlanerat', data: planerat });
    given(...historia(planera())).when(planera().command).thenRefused('SAMMANTRADET_FINNS_REDAN', 'Sammanträdet är redan planerat.');
    const { organ: _, ...utan } = planera().command.data as { organ?: string };
    given().when({ type: 'PlaneraSammantrade', data: utan as never }).thenRefused('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
  });
  it('A1: planeras efter en begäran som finns, och det sägs om det måste hållas', () => {
    for (const maste of [true, false]) given().when(planera({ begaran: x(500), underlag: { maste, oppet: false } }).command).then({ type: 'SammantradePlanerat', data: { ...planerat, begaran: x(500), maste } });
    for (const underlag of [undefined, { oppet: true }]) given().when({ type: 'PlaneraSammantrade', data: { ...planera().command.data, begaran: x(500), underlag } as never }).thenRefused('BEGARAN_FINNS_INTE', 'Begäran om sammanträde finns inte i nämnden, eller är avslagen.');
  });
  it('A8: är öppet som regel där nämnden har det så', () => given().when(planera({ underlag: { oppet: true } }).command).then({ type: 'SammantradePlanerat', data: { ...planerat, oppet: true } }));
  it('hör till den nämnd som planerar det', () => {
    expect(sammantrade.namnd(planera().command, MOTE)).toBe(NAMND);
    expect(sammantrade.namnd(oppna().command, MOTE)).toBeNull();
  });
  it('har kvar vad som lästs in om det: andra som var med, vad de yrkade och vem som inte deltog', () => {
    const las = (type: string, data: object): Steg => gor(type as never, { kalla: 'Pärmen', startdatum: '2019-01-01', ...data } as never);
    const oppet = [planera(), lagg('Ett'), kalla(), oppna(), ...L.map((person) => ledamot(person))];
    const last = historia(oppet, las('LasInOvrigNarvaro', { slag: 'ovrig', benamning: 'gäst' }), las('LasInYrkande', { punkt: punkt('Ett'), slag: 'bifall', av: [L[0]!], text: 'x' }), klubba('Ett'), las('LasInDeltarInte', { punkt: punkt('Ett'), person: L[1]! }))
      .reduce((fore, event) => sammantrade.evolve(fore, event), sammantrade.initialState) as Mote;
    expect([last.ovriga.map(({ slag }) => slag), behandlingen(last.punkter[0]!).yrkanden.map(({ slag }) => slag), behandlingen(last.punkter[0]!).deltarInte]).toEqual([['ovrig'], ['bifall'], [L[1]]]);
  });
  it('finns innan något annat sägs om det, och när det är inställt sägs inget mer', () => {
    given().when(oppna().command).thenRefused('SAMMANTRADET_FINNS_INTE', 'Sammanträdet finns inte.');
    given(...historia(planera(), gor('StallInSammantrade', { skal: 'Inga ärenden' }))).when(oppna().command).thenRefused('SAMMANTRADET_AR_INSTALLT', 'Sammanträdet är inställt.');
  });
  it('har bara dagar och klockslag som finns, var de än sägs', () => {
    const oppet = historia(planera(), lagg('Ett'), kalla(), oppna());
    const fel = 'Datumet 2018-02-30 finns inte.';
    given(...oppet).when(ledamot(L[0]!, [{ tjanstgor: true, fran: '2018-02-30 16:00' }]).command).thenRefused('DATUM_FINNS_INTE', fel);
    given(...oppet).when(klubba('Ett', { tid: '2018-02-30 16:00' }).command).thenRefused('DATUM_FINNS_INTE', fel);
    given(...oppet).when(gor('UtseJusterare', { person: L[0]!, dag: '2018-02-30' }).command).thenRefused('DATUM_FINNS_INTE', fel);
    given(...oppet).when(klubba('Ett', { tid: '2018-03-20 16:00' }).command).thenRefused('TIDEN_GAR_BAKLANGES', '2018-03-20 16:00 ligger före sammanträdets dag, 2018-03-21.');
    given(...oppet).when(ledamot(L[0]!, [{ tjanstgor: true, till: '2018-03-20 16:00' }]).command).thenRefused('TIDEN_GAR_BAKLANGES', '2018-03-20 16:00 ligger före sammanträdets dag, 2018-03-21.');
    given(...oppet).when(ledamot(L[0]!, [{ tjanstgor: true, fran: '16:00', till: '2018-03-20 16:00' }]).command).thenRefused('TIDEN_GAR_BAKLANGES');
    // A receipt has a day of its own beside its time.
    const kvitto = gor('AntecknaKallelsekvitto', { version: 1, personer: [L[0]!], lage: 'skickad', satt: 'e_post', datum: '2018-03-14', tid: '09:00', underlag: { hash: 'ab'.repeat(32) } });
    expect(given(...oppet).when(kvitto.command).outcome).toHaveLength(1);
  });
});

describe('Hur en text nämner ett ärende', () => {
  const mote = (...steg: readonly (Steg | readonly Steg[])[]) => historia(...steg).reduce((fore, event) => sammantrade.evolve(fore, event), sammantrade.initialState) as Mote;
  const oppet = [planera(), ...['Ett', 'Två', 'Tre'].map((namn) => lagg(namn)), kalla(), oppna(), ...L.map((person) => ledamot(person))];
  const namnda = (mot: Mote) => ['Ett', 'Två', 'Tre'].map((namn) => kallad(mot, punkt(namn)));
  it('C2: efter sin plats på dagordningen tills den första paragrafen har sitt nummer', () => {
    expect(namnda(mote(oppet))).toEqual(['ärende 1', 'ärende 2', 'ärende 3']);
    expect(namnda(mote(oppet, klubba('Två')))).toEqual(['ärende 1', 'ärende 2', 'ärende 3']);
    expect(nummer(mote(oppet), punkt('Tre'))).toBe(3);
  });
  it('C2: sedan efter det nummer det har, eller får näst om klubban faller nu', () => {
    expect(namnda(mote(oppet, klubba('Två'), numrera('Två', 25)))).toEqual(['§ 26', '§ 25', '§ 26']);
    expect(namnda(mote(oppet, klubba('Två'), numrera('Två', 25), klubba('Tre'), klubba('Ett')))).toEqual(['§ 27', '§ 25', '§ 26']);
    expect(namnda(mote(oppet, klubba('Två'), klubba('Tre'), numrera('Tre', 26)))).toEqual(['§ 27', '§ 25', '§ 26']);
  });
  it('före 2018 säger en regel i kommunallagen lagen som den då hette, och varnar', () => {
    const regel = (datum: string) => enligtKl(datum, 'TVA_ROSTER', 'Varje ledamot har en röst (KL 4 kap. 24 §).', 'KL 4 kap. 24 §');
    expect(regel('2018-01-01')).toEqual({ kod: 'TVA_ROSTER', allvar: 'STOPP', text: 'Varje ledamot har en röst (KL 4 kap. 24 §).', lagrum: 'KL 4 kap. 24 §' });
    expect(regel('2017-12-31')).toEqual({ kod: 'TVA_ROSTER', allvar: 'VARNING', text: 'Varje ledamot har en röst (kommunallagen (1991:900)).', lagrum: 'kommunallagen (1991:900)' });
  });
  it('räknar upp flera personer med och före den sista', () => {
    expect([[x(1)], [x(1), x(2)], [x(1), x(2), x(3)]].map(tillPersoner)).toEqual([`{person:${x(1)}}`, `{person:${x(1)}} och {person:${x(2)}}`, `{person:${x(1)}}, {person:${x(2)}} och {person:${x(3)}}`]);
  });
  it('C1: förseglar en beslutspunkts ord, och håller isär det som inte är sagt', () => {
    const kid = `paragraf:${x(1)}`;
    expect(forseglad(kid)({ text: 'Höjs.' })).toEqual({ text: seal(kid, 'Höjs.') });
    expect(Object.keys(forseglad(kid)({ text: 'Höjs.', omedelbarJustering: false }))).toEqual(['text']);
    expect(forseglad(kid)({ text: 'Höjs.', verb: 'höja', subjekt: 'Nämnden', beslutstyp: 'bifalla', underpunkter: 2, omedelbarJustering: true }))
      .toEqual({ text: seal(kid, 'Höjs.'), verb: seal(kid, 'höja'), subjekt: seal(kid, 'Nämnden'), beslutstyp: 'bifalla', underpunkter: 2, omedelbarJustering: true });
  });
  it('B7: ett ärende som inget är sagt om har varken yrkanden, omröstningar eller reservationer', () =>
    expect(behandlingen(mote(oppet).punkter[0]!)).toEqual({ yrkanden: [], propositionsordning: false, steg: [], begard: false, omrostningar: [], deltarInte: [], reservationer: [] }));
});
