import { seal, streamId } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, borta, dokument, E, ersattare, gor, historia, justera, kalla, klubba, kommando, L, lagg, ledamot, MOTE, numrera, oppna, planera, punkt, REGLER, type Steg, x } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import { narvaroPerPunkt } from './sammantrade.narvaro.projection';

const { given } = specify(sammantrade);
const punkter = ['Ett', 'Två', 'Tre', 'Fyra'];
const oppet = (antalLedamoter = 11) => [planera(), ...punkter.map((namn) => lagg(namn)), kalla(), oppna({ underlag: { antalLedamoter, omedelbarJustering: true } })];
const sex = L.slice(0, 6).map((person) => ledamot(person));
const alla = L.map((person) => ledamot(person));
const tjanstgjorde = (person: string, ...steg: readonly (Steg | readonly Steg[])[]) => narvaroPerPunkt(dokument(historia(...steg)))(person).tjanstgor;

describe('B1: beslutförheten prövas för varje paragraf', () => {
  it('B1: 15 ledamöter kräver 8', () => {
    const sju = historia(oppet(15), ...L.slice(0, 7).map((person) => ledamot(person)));
    given(...sju).when(klubba('Ett').command).thenRefused(
      'EJ_BESLUTFOR', 'Nämnden är inte beslutför i ärende 1: 7 av 15 ledamöter är närvarande, minst 8 krävs (KL 6 kap. 27 §).', 'KL 6 kap. 27 §',
    );
    expect(given(...historia(oppet(15), ...L.slice(0, 8).map((person) => ledamot(person)))).when(klubba('Ett').command).outcome).toHaveLength(1);
  });
  it('B1: 14 ledamöter kräver också 8', () => {
    given(...historia(oppet(14), ...L.slice(0, 7).map((person) => ledamot(person)))).when(klubba('Ett').command).thenRefused('EJ_BESLUTFOR');
    expect(given(...historia(oppet(14), ...L.slice(0, 8).map((person) => ledamot(person)))).when(klubba('Ett').command).outcome).toHaveLength(1);
  });
  it('B1: 6 av 11 närvarande, en jävig utan ersättare: STOPP i den paragrafen, inte i de andra', () => {
    const hittills = [...oppet(), ...sex, klubba('Ett'), numrera('Ett', 25), borta('Två', L[5]!)];
    given(...historia(hittills)).when(klubba('Två').command).thenRefused(
      'EJ_BESLUTFOR', 'Nämnden är inte beslutför i § 26: 5 av 11 ledamöter är närvarande, minst 6 krävs (KL 6 kap. 27 §).', 'KL 6 kap. 27 §',
    );
    expect(given(...historia(hittills)).when(klubba('Tre').command).outcome).toHaveLength(1);
  });
  it('B1: en ersättare som träder in för den jävige gör nämnden beslutför', () => {
    const intradd = ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[5]!, franPunkt: punkt('Två'), tillPunkt: punkt('Två') }]);
    expect(given(...historia(oppet(), ...sex, borta('Två', L[5]!), intradd)).when(klubba('Två').command).outcome).toHaveLength(1);
    given(...historia(oppet(), ...sex)).when(intradd.command).thenRefused('PLATSEN_UPPTAGEN', `Två tjänstgör på {person:${L[5]}}s plats vid ärende 2. En plats har en tjänstgörande.`);
  });
  it('B1: närvaro som rättas efteråt kan inte göra ett fattat beslut till ett som inte var beslutfört', () => {
    const fattat = historia(oppet(), ...sex, klubba('Ett'));
    given(...fattat).when(borta('Ett', L[5]!, { skal: 'annat' }).command).thenRefused('EJ_BESLUTFOR');
    given(...fattat).when(ledamot(L[5]!, []).command).thenRefused('EJ_BESLUTFOR');
    expect(given(...fattat).when(borta('Två', L[5]!).command).outcome).toHaveLength(1);
  });
  it('B1: före 2018 är lagrummet inte kontrollerat, och regeln varnar', () => {
    const aldre = historia(planera({ datum: '2017-03-22' }), lagg('Ett'), kalla({ datum: '2017-03-10' }), oppna({ datum: '2017-03-22' }), ...L.slice(0, 3).map((person) => ledamot(person)));
    given(...aldre).when(klubba('Ett').command).thenWarned('EJ_BESLUTFOR');
  });
});

describe('Närvaron', () => {
  it('antecknas först när sammanträdet är öppnat, för den som är vald', () => {
    given(...historia(oppet().slice(0, -1))).when(ledamot(L[0]!).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
    given(...historia(oppet())).when({ type: 'AntecknaNarvaro', data: { person: x(77), pass: [] } }).thenRefused('EJ_FORTROENDEVALD');
    given(...historia(oppet())).when({ type: 'AntecknaNarvaro', data: { person: x(77), pass: [], underlag: { platser: L } } })
      .thenRefused('EJ_FORTROENDEVALD', `{person:${x(77)}} är varken ledamot eller ersättare i nämnden 2018-03-21.`);
  });
  it('antecknas med de gränser som sägs, och inga andra', () => {
    const distans = { bild: true, ljud: true, likaVillkor: true };
    const pass = [{ tjanstgor: true, fran: '15:00', till: '15:30', franPunkt: punkt('Ett'), tillPunkt: punkt('Två') }, { tjanstgor: false, fran: '15:40', distans }];
    const datum = '2026-03-18';
    const nytt = [planera({ datum }), ...punkter.map((namn) => lagg(namn)), kalla(), oppna({ datum, underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: { ...REGLER, distans: true } } })];
    given(...historia(nytt)).when({ ...ledamot(L[1]!, pass).command, data: { ...ledamot(L[1]!, pass).command.data, franvaroskal: 'Läkare' } } as never)
      .then({ type: 'NarvaroAntecknad', data: { person: L[1]!, uppdrag: 'ledamot', parti: 'A', pass, franvaroskal: seal(`person:${L[1]}`, 'Läkare') } });
  });
  it('ersätts av en senare anteckning om samma person', () => {
    const doc = dokument(historia(oppet(), ...alla, ledamot(L[1]!, [])));
    expect(doc.narvaro.filter(({ person }) => person === L[1])).toEqual([{ person: L[1], uppdrag: 'ledamot', parti: 'A', pass: [] }]);
  });
  it('en plats har en tjänstgörande', () => {
    given(...historia(oppet(), ...alla)).when(ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[0]! }]).command).thenRefused('PLATSEN_UPPTAGEN');
    given(...historia(oppet(), ledamot(L[0]!, []), ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[0]! }]))).when(ersattare(E[1]!, [{ tjanstgor: true, ersatter: L[0]! }]).command).thenRefused('PLATSEN_UPPTAGEN');
  });
  it('en person tjänstgör på en plats åt gången, men kan byta plats mellan punkter', () => {
    const tva = (till: string, fran: string) => ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[0]!, tillPunkt: punkt(till) }, { tjanstgor: true, ersatter: L[1]!, franPunkt: punkt(fran) }]);
    given(...historia(oppet())).when(tva('Två', 'Två').command).thenRefused('TVA_PLATSER', `{person:${E[0]}} tjänstgör på två platser vid ärende 2.`);
    expect(given(...historia(oppet())).when(tva('Två', 'Tre').command).outcome).toHaveLength(1);
  });
  it('en ersättare tjänstgör för någon, en ledamot på sin egen plats', () => {
    given(...historia(oppet())).when(ersattare(E[0]!, [{ tjanstgor: true }]).command).thenRefused('ERSATTER_SAKNAS', `Ange vem {person:${E[0]}} tjänstgör för.`);
    given(...historia(oppet())).when(ersattare(E[0]!, [{ tjanstgor: true, ersatter: E[1]! }]).command).thenRefused('PLATSEN_FINNS_INTE', `{person:${E[1]}} har ingen plats i nämnden att tjänstgöra på.`);
    given(...historia(oppet())).when(ledamot(L[0]!, [{ tjanstgor: true, ersatter: L[1]! }]).command).thenRefused('LEDAMOT_ERSATTER_INGEN', `{person:${L[0]}} är ledamot och tjänstgör på sin egen plats.`);
    expect(given(...historia(oppet())).when(ersattare(E[0]!, [{ tjanstgor: false, ersatter: E[1]! }]).command).outcome).toHaveLength(1);
    expect(given(...historia(oppet())).when(ersattare(E[0]!, [{ tjanstgor: false }]).command).outcome).toHaveLength(1);
  });
  it('fler kan inte tjänstgöra än nämnden har platser', () => given(...historia(oppet(2), ...L.slice(0, 2).map((person) => ledamot(person)))).when(ledamot(L[2]!).command).thenRefused('FLER_AN_PLATSERNA', '3 tjänstgör vid ärende 1, men nämnden har 2 platser.'));
  it('ett pass slutar inte innan det börjar och har punkter som finns', () => {
    const fattat = historia(oppet(), ...alla, klubba('Ett'), klubba('Två'));
    given(...fattat).when(ledamot(L[0]!, [{ tjanstgor: true, franPunkt: punkt('Två'), tillPunkt: punkt('Ett') }]).command).thenRefused('TIDEN_GAR_BAKLANGES');
    given(...fattat).when(ledamot(L[0]!, [{ tjanstgor: true, franPunkt: punkt('Tre'), tillPunkt: punkt('Ett') }]).command).thenRefused('TIDEN_GAR_BAKLANGES', 'Tjänstgöringen slutar innan den börjar.');
    for (const till of ['15:30', '16:00']) given(...historia(oppet())).when(ledamot(L[0]!, [{ tjanstgor: true, fran: '16:00', till }]).command).thenRefused('TIDEN_GAR_BAKLANGES');
    expect(given(...fattat).when(ledamot(L[0]!, [{ tjanstgor: true, franPunkt: punkt('Ett'), tillPunkt: punkt('Ett') }, { tjanstgor: true, franPunkt: punkt('Två') }]).command).outcome).toHaveLength(1);
    given(...historia(oppet())).when(ledamot(L[0]!, [{ tjanstgor: true, tillPunkt: x(1) }]).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(oppet())).when(ledamot(L[0]!, [{ tjanstgor: true, franPunkt: x(1) }]).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('vid varje paragraf är den som passen säger, i den ordning klubban föll', () => {
    const steg = [...oppet(), ...alla.slice(0, 10), ledamot(L[10]!, [{ tjanstgor: true, franPunkt: punkt('Två'), tillPunkt: punkt('Två') }]), klubba('Tre'), klubba('Ett'), klubba('Två'), klubba('Fyra')];
    expect(tjanstgjorde(L[10]!, steg)).toEqual([punkt('Två')]);
    const frantre = [...oppet(), ...alla.slice(0, 10), ledamot(L[10]!, [{ tjanstgor: true, franPunkt: punkt('Ett') }]), klubba('Tre'), klubba('Ett'), klubba('Två'), klubba('Fyra')];
    expect(tjanstgjorde(L[10]!, frantre)).toEqual(['Ett', 'Två', 'Fyra'].map(punkt));
  });
  it('efter klockan räknas början med och slutet inte: en plats som byts 16.10 har en tjänstgörande i varje punkt', () => {
    const steg = [...oppet(), ...alla.slice(0, 10), ledamot(L[10]!, [{ tjanstgor: true, till: '16:10' }]), ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[10]!, fran: '16:10' }]),
      klubba('Ett', { tid: '16:09' }), klubba('Två', { tid: '16:10' })];
    expect(tjanstgjorde(L[10]!, steg)).toEqual([punkt('Ett')]);
    expect(tjanstgjorde(E[0]!, steg)).toEqual([punkt('Två')]);
  });
  it('två på samma plats vid klubbslaget stoppar det', () => {
    const steg = [...oppet(), ...alla.slice(0, 10), ledamot(L[10]!, [{ tjanstgor: true, till: '16:20' }]), ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[10]!, fran: '16:10' }])];
    given(...historia(steg)).when(klubba('Ett', { tid: '16:15' }).command).thenRefused('PLATSEN_UPPTAGEN');
    expect(given(...historia(steg)).when(klubba('Ett', { tid: '16:05' }).command).outcome).toHaveLength(1);
  });
  it('frånvaro vid en punkt kan tas tillbaka, och antecknas en gång', () => {
    const steg = [...oppet(), ...alla, borta('Två', L[3]!)];
    given(...historia(steg)).when(borta('Två', L[3]!).command).thenNothing();
    expect(tjanstgjorde(L[3]!, steg)).toEqual(['Ett', 'Tre', 'Fyra'].map(punkt));
    expect(tjanstgjorde(L[3]!, steg, borta('Två', L[3]!, { franvarande: false }))).toEqual(punkter.map(punkt));
    given(...historia(...steg)).when(borta('Ett', L[3]!, { franvarande: false }).command).thenNothing();
    given(...historia(...steg)).when(borta('Två', L[4]!).command).then({ type: 'FranvaroVidPunktAntecknad', data: { punkt: punkt('Två'), person: L[4]!, franvarande: true, skal: 'jav' } });
    given(...historia(...steg)).when(borta('Två', L[3]!, { skal: 'annat' }).command).then({ type: 'FranvaroVidPunktAntecknad', data: { punkt: punkt('Två'), person: L[3]!, franvarande: true, skal: 'annat' } });
    expect(tjanstgjorde(L[4]!, steg, borta('Två', L[4]!), borta('Två', L[3]!, { franvarande: false }))).toEqual(['Ett', 'Tre', 'Fyra'].map(punkt));
  });
  it('B4: jäv antecknas med grund, ord, vem som ersätter och vem som leder, vid punktens klass; annan frånvaro utan', () => {
    const sagt = { text: 'Släkt', ersattsAv: E[0]!, ledsAv: L[1]! };
    const jav = (over: object): Steg => borta('Två', L[3]!, over);
    const { outcome } = given(...historia(oppet(), ...alla)).when(jav(sagt).command);
    expect(outcome).toEqual([{ type: 'FranvaroVidPunktAntecknad', data: { punkt: punkt('Två'), person: L[3]!, franvarande: true, skal: 'jav', klass: 'oppen', text: seal(`paragraf:${punkt('Två')}`, 'Släkt'), ersattsAv: E[0]!, ledsAv: L[1]! } }]);
    given(...historia(oppet(), ...alla)).when(jav({ ...sagt, skal: 'annat' }).command).then({ type: 'FranvaroVidPunktAntecknad', data: { punkt: punkt('Två'), person: L[3]!, franvarande: true, skal: 'annat' } });
    // Said again with more it is a new fact.
    expect(given(...historia(oppet(), ...alla, jav({}))).when(jav({ text: 'Släkt' }).command).outcome).toHaveLength(1);
    given(...historia(oppet(), ...alla)).when(borta('Två', x(77)).command).thenRefused('EJ_ANTECKNAD', `{person:${x(77)}} är inte antecknad som närvarande.`);
    given(...historia(oppet(), ...alla)).when(borta('Okänd', L[3]!).command).thenRefused('PUNKTEN_FINNS_INTE');
  });
  it('C3: vid en paragraf som är justerad ändras den inte, men vid de andra', () => {
    const justerat = historia(oppet(), ...alla, ersattare(E[0]!, [{ tjanstgor: false }]), klubba('Ett'), numrera('Ett', 1), klubba('Två'), numrera('Två', 2), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }), justera({ punkter: [punkt('Ett')] }));
    for (const fel of [borta('Ett', L[3]!), ledamot(L[3]!, []), ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[3]!, franPunkt: punkt('Ett'), tillPunkt: punkt('Ett') }])]) given(...justerat).when(fel.command).thenRefused('REDAN_JUSTERAD', '§ 1 är justerad. Närvaron vid den ändras inte.');
    expect(given(...justerat).when(borta('Två', L[3]!).command).outcome).toHaveLength(1);
    expect(given(...justerat).when(ledamot(L[3]!, [{ tjanstgor: true }]).command).outcome).toHaveLength(1);
  });
  it('justerare utses bland de närvarande', () => {
    given(...historia(oppet(), ...sex)).when(gor('UtseJusterare', { person: L[9]! }).command).thenRefused('EJ_ANTECKNAD', `{person:${L[9]}} är inte antecknad som närvarande.`);
    given(...historia(oppet(), ...sex)).when(gor('UtseJusterare', { person: L[1]!, ersattare: L[9]! }).command).thenRefused('EJ_ANTECKNAD');
    given(...historia(oppet(), ...sex, ledamot(L[5]!, []))).when(gor('UtseJusterare', { person: L[5]! }).command).thenRefused('EJ_ANTECKNAD');
    given(...historia(oppet(), ...sex)).when(gor('UtseJusterare', { person: L[1]!, ersattare: L[2]!, dag: '2018-04-04' }).command).then({ type: 'JusterareUtsedd', data: { person: L[1]!, ersattare: L[2]!, dag: '2018-04-04' } });
    given(...historia(oppet(), ...sex)).when(gor('UtseJusterare', { person: L[1]! }).command).then({ type: 'JusterareUtsedd', data: { person: L[1]! } });
  });
  it('av två punkter som klubban inte fallit för vet ingen vilken som tas upp först: klubbslaget dömer', () => {
    // Fyra is last on the agenda and is taken up between Ett and Två.
    const [fram, sedan] = [[{ tjanstgor: true, tillPunkt: punkt('Fyra') }], [{ tjanstgor: true, ersatter: L[10]!, franPunkt: punkt('Två') }]];
    const ordning = ['Ett', 'Fyra', 'Två', 'Tre'].map((namn) => klubba(namn));
    for (const steg of [[ledamot(L[10]!, fram), ersattare(E[0]!, sedan), ...ordning], [ledamot(L[10]!), ...ordning, ledamot(L[10]!, fram), ersattare(E[0]!, sedan)]]) {
      const hittills = [...oppet(), ...alla.slice(0, 10), ...steg];
      expect(tjanstgjorde(L[10]!, hittills)).toEqual(['Ett', 'Fyra'].map(punkt));
      expect(tjanstgjorde(E[0]!, hittills)).toEqual(['Två', 'Tre'].map(punkt));
    }
    const krock = [...oppet(), ...alla.slice(0, 10), ledamot(L[10]!, fram), ersattare(E[0]!, sedan)];
    given(...historia(...krock, klubba('Ett'))).when(klubba('Två').command).thenRefused('PLATSEN_UPPTAGEN');
  });
  it('från en punkt som klubban har fallit för står platsen fast i alla de andra', () => {
    const fran = { franPunkt: punkt('Ett') };
    const hittills = historia(oppet(), ...alla, klubba('Ett'), ledamot(L[10]!, [{ tjanstgor: true, ...fran }]));
    const { outcome } = given(...hittills).when(ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[10]!, ...fran }]).command);
    expect(outcome).toMatchObject({ hinder: [1, 2, 3, 4].flatMap((nr) => [`Två tjänstgör på {person:${L[10]}}s plats vid ärende ${nr}. En plats har en tjänstgörande.`, `12 tjänstgör vid ärende ${nr}, men nämnden har 11 platser.`].map((text) => ({ text }))) });
  });
  it('vid enstaka paragrafer och intervall, antecknat i ett före klubbslagen eller efter dem', () => {
    // "§§ 1–2, 4": out at the third, where an ersättare takes the seat and then leaves it.
    const [hon, han] = [[{ tjanstgor: true, franPunkt: punkt('Ett'), tillPunkt: punkt('Två') }, { tjanstgor: true, franPunkt: punkt('Fyra'), tillPunkt: punkt('Fyra') }],
      [{ tjanstgor: false, franPunkt: punkt('Ett'), tillPunkt: punkt('Två') }, { tjanstgor: true, ersatter: L[10]!, franPunkt: punkt('Tre'), tillPunkt: punkt('Tre') }, { tjanstgor: false, franPunkt: punkt('Fyra') }]];
    const ordning = punkter.map((namn) => klubba(namn));
    for (const steg of [[ledamot(L[10]!, hon), ersattare(E[0]!, han), ...ordning], [...ordning, ledamot(L[10]!, hon), ersattare(E[0]!, han)]]) {
      const vid = narvaroPerPunkt(dokument(historia(...oppet(), ...alla.slice(0, 10), ...steg)));
      expect(vid(L[10]!).tjanstgor).toEqual(['Ett', 'Två', 'Fyra'].map(punkt));
      expect(vid(E[0]!)).toEqual({ tjanstgor: [punkt('Tre')], narvarande: punkter.map(punkt), distans: [], platser: [{ plats: L[10]!, punkter: [punkt('Tre')] }] });
    }
  });
  it('flera ersättare efter varandra på en plats, och en ersättare på flera', () => {
    const steg = [...oppet(), ...alla.slice(0, 9), ersattare(E[0]!, [{ tjanstgor: true, ersatter: L[9]!, tillPunkt: punkt('Två') }, { tjanstgor: true, ersatter: L[10]!, franPunkt: punkt('Fyra') }]),
      ersattare(E[1]!, [{ tjanstgor: true, ersatter: L[9]!, franPunkt: punkt('Tre'), tillPunkt: punkt('Tre') }]), ...punkter.map((namn) => klubba(namn))];
    const vid = narvaroPerPunkt(dokument(historia(...steg)));
    expect(vid(E[0]!).platser).toEqual([{ plats: L[9]!, punkter: ['Ett', 'Två'].map(punkt) }, { plats: L[10]!, punkter: [punkt('Fyra')] }]);
    expect(vid(E[1]!).platser).toEqual([{ plats: L[9]!, punkter: [punkt('Tre')] }]);
  });
  it('en plats som ingen har sägs vara vakant', () => {
    const tidigare = x(77);
    const command = gor('AntecknaNarvaro', { person: E[0]!, pass: [{ tjanstgor: true, ersatter: tidigare }], underlag: { uppdrag: { uppdrag: 'ersattare', parti: 'B' }, platser: [...L, tidigare], lediga: [tidigare] } }).command;
    given(...historia(oppet())).when(command).then({ type: 'NarvaroAntecknad', data: { person: E[0]!, uppdrag: 'ersattare', parti: 'B', pass: [{ tjanstgor: true, ersatter: tidigare, vakant: true }] } });
  });
  it('den som antecknas på nytt står kvar på sin plats i listan', () =>
    expect(dokument(historia(oppet(), ...sex, ledamot(L[0]!, []))).narvaro.map(({ person }) => person)).toEqual(L.slice(0, 6)));
});

describe('B4: den som leder och den som träder in', () => {
  it('B4: leder ingen ur presidiet sägs det vem, eller varför', () => {
    const hittills = historia(oppet(), ...alla, borta('Ett', L[0]!));
    given(...hittills).when(klubba('Ett').command).thenWarned('ORDFORANDE_SAKNAS');
    given(...hittills).when(klubba('Ett').command).thenRefused('ORDFORANDE_SAKNAS', 'Ingen ur presidiet tjänstgör vid ärende 1. Ålderspresidenten leder tills nämnden har valt en ordförande. Anteckna vem det är, eller ange skäl.');
    expect(given(...hittills).when(klubba('Två').command).outcome).toHaveLength(1);
    given(...historia(oppet(), ...alla)).when(gor('UtseMotesordforande', { person: E[0]!, som: 'vald' }).command).thenRefused('EJ_TJANSTGORANDE', `{person:${E[0]}} tjänstgör inte och kan inte leda sammanträdet.`);
    given(...historia(oppet(), ...alla)).when(gor('UtseMotesordforande', { person: L[1]!, som: 'vald', punkter: [punkt('Ett'), x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(oppet(), ...alla)).when(gor('UtseMotesordforande', { person: L[1]!, som: 'alderspresident', punkter: [punkt('Ett'), punkt('Ett')] }).command).then({ type: 'MotesordforandeUtsedd', data: { person: L[1]!, som: 'alderspresident', punkter: [punkt('Ett')] } });
    expect(given(...historia(oppet(), ...alla, borta('Ett', L[0]!), gor('UtseMotesordforande', { person: L[1]!, som: 'alderspresident', punkter: [punkt('Ett')] }))).when(klubba('Ett').command).outcome).toHaveLength(1);
  });
  it('B4: den som sägs träda in för den jävige tjänstgör där när klubban faller', () => {
    const hittills = historia(oppet(), ...alla, ersattare(E[0]!, [{ tjanstgor: false }]), borta('Ett', L[3]!, { ersattsAv: E[0]! }));
    given(...hittills).when(klubba('Ett').command).thenWarned('JAVIG_ERSATTS_EJ');
    given(...hittills).when(klubba('Ett').command).thenRefused('JAVIG_ERSATTS_EJ', `{person:${E[0]}} tjänstgör inte vid ärende 1. Anteckna närvaron där, eller ange skäl.`);
    expect(given(...hittills).when(klubba('Två').command).outcome).toHaveLength(1);
  });
});

describe('Andra som är med', () => {
  const mk = (text: string) => seal(`sammantrade:${MOTE}`, text);
  const chefen = gor('AntecknaOvrigNarvaro', { slag: 'tjansteperson', benamning: 'förvaltningschef', enhet: 'Vård', antal: 2, punkter: [punkt('Ett'), punkt('Ett')] });
  const id = streamId('ovrignarvaro', '00000000-0000-4000-8000-0000000000bb', x(4000));
  it('antecknas med benämning, antal och punkter, eller för hela sammanträdet', () => {
    given(...historia(oppet())).when(chefen.command, { command: x(4000) }).then({
      type: 'OvrigNarvaroAntecknad', data: { narvaro: id, slag: 'tjansteperson', benamning: mk('förvaltningschef'), enhet: mk('Vård'), antal: 2, punkter: [punkt('Ett')] },
    });
    expect(given(...historia(oppet())).when(gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'gäst' }).command).outcome).toMatchObject([{ data: { slag: 'ovrig', benamning: mk('gäst') } }]);
  });
  it('kräver ett öppnat möte, punkter som finns och ett rimligt antal', () => {
    given(...historia(planera())).when(chefen.command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
    given(...historia(oppet())).when(gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'x', punkter: [punkt('Ett'), x(1)] }).command).thenRefused('PUNKTEN_FINNS_INTE');
    for (const antal of [0, 1000]) given(...historia(oppet())).when(gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'x', antal }).command).thenRefused('TALET_ORIMLIGT', 'Antalet är 1–999.');
    for (const antal of [1, 999]) expect(given(...historia(oppet())).when(gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'x', antal }).command).outcome).toHaveLength(1);
    given(...historia(oppet().slice(0, -1))).when(gor('StrykOvrigNarvaro', { narvaro: id, skal: 'x' }).command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
  });
  it('stryks med skäl, en gång', () => {
    const stryk = gor('StrykOvrigNarvaro', { narvaro: id, skal: 'Fel möte' });
    given(...historia(oppet(), chefen)).when(stryk.command).then({ type: 'OvrigNarvaroStruken', data: { narvaro: id, skal: mk('Fel möte') } });
    given(...historia(oppet(), chefen, stryk)).when(stryk.command).thenRefused('OVRIG_NARVARO_FINNS_INTE');
    const annan = { ...gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'gäst' }), namn: 'gäst' };
    given(...historia(oppet(), annan)).when(stryk.command).thenRefused('OVRIG_NARVARO_FINNS_INTE');
    expect(given(...historia(oppet(), chefen, annan, gor('StrykOvrigNarvaro', { narvaro: streamId('ovrignarvaro', '00000000-0000-4000-8000-0000000000bb', kommando('gäst')), skal: 'x' }), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(stryk.command).outcome).toHaveLength(1);
    expect(dokument(historia(oppet(), chefen, stryk)).ovrigNarvaro).toEqual([]);
  });
  it('ändras inte när alla paragrafer som det gäller är justerade', () => {
    const justerat = historia(oppet(), ...alla, klubba('Ett'), numrera('Ett', 1), klubba('Två'), numrera('Två', 2), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }), justera({ punkter: [punkt('Ett')] }));
    given(...justerat).when(chefen.command).thenRefused('REDAN_JUSTERAD', 'Protokollet är justerat. Närvaron ändras inte.');
    expect(given(...justerat).when(gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'x', punkter: [punkt('Två')] }).command).outcome).toHaveLength(1);
    expect(given(...justerat).when(gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'x' }).command).outcome).toHaveLength(1);
    expect(given(...justerat).when(gor('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'x', punkter: [punkt('Tre')] }).command).outcome).toHaveLength(1);
  });
});
