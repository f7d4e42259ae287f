import { kidsIn, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { avsluta, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, x } from '../../test/exempel/mote';
import { overklagandeslagFor } from './sammantrade.beslut.decider';
import { sammantrade } from './sammantrade.decider';
import { kallad } from './sammantrade.mote.decider';
import { numreraParagraf } from './sammantrade.reactions';

const { given } = specify(sammantrade);
const alla = L.map((person) => ledamot(person));
const oppet = [
  planera(), lagg('Ett'), lagg('Remiss', { slag: 'remissvar', utanDiarienummer: true }), lagg('Taxa', { slag: 'arende', arende: x(60), underlag: { arende: { id: x(60), sekretess: false, diarienummer: 'SN/2018:24', frammande: [] } } }),
  lagg('Reglemente', { slag: 'arende', utanDiarienummer: true, kraverKf: true }), kalla(), oppna(), ...alla,
];
const bifall = { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Taxan höjs.', verb: 'beslutar', subjekt: 'nämnden' }] } as const;
const ratta = (over: object = {}) => gor('RattaForeJustering', { punkt: punkt('Taxa'), beslutspunkt: 1, text: 'Taxan höjs den 1 maj.', slag: 'skrivfel', skal: 'Datumet föll bort', ...over });

describe('Klubbslaget', () => {
  it('antecknas med ordning, tid, beslutspunkter och hur beslutet överklagas', () => {
    const kid = `paragraf:${punkt('Taxa')}`;
    given(...historia(oppet)).when(klubba('Taxa', { tid: '15:20', ...bifall }).command).then({ type: 'BeslutFattat', data: {
      punkt: punkt('Taxa'), ordning: 1, datum: '2018-03-21', tid: '15:20', beslutstyp: 'bifalla', overklagandeslag: 'LAGLIGHETSPROVNING', arende: x(60), klass: 'oppen',
      beslutspunkter: [{ text: seal(kid, 'Taxan höjs.'), verb: seal(kid, 'beslutar'), subjekt: seal(kid, 'nämnden') }],
    } });
  });
  it('faller bara vid ett öppnat sammanträde, en gång för varje punkt', () => {
    given(...historia(planera(), lagg('Ett'))).when(klubba('Ett').command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
    given(...historia(oppet)).when(klubba('Okänd').command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(oppet, klubba('Ett'))).when(klubba('Ett').command).thenRefused('REDAN_AVGJORD');
    given(...historia(oppet, avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(klubba('Ett').command).thenRefused('SAMMANTRADET_AR_AVSLUTAT');
  });
  it('faller i tidens ordning', () => {
    given(...historia(oppet, klubba('Ett', { tid: '15:30' }))).when(klubba('Taxa', { tid: '15:29' }).command).thenRefused('TIDEN_GAR_BAKLANGES');
    expect(given(...historia(oppet, klubba('Ett', { tid: '15:30' }))).when(klubba('Taxa', { tid: '15:30' }).command).outcome).toMatchObject([{ data: { ordning: 2 } }]);
  });
  it('en punkt som har utgått får bara det, och en annan kan inte få det', () => {
    const utgatt = historia(oppet, gor('DraUrPunkt', { punkt: punkt('Ett'), skal: 'Inte klart' }));
    given(...utgatt).when(klubba('Ett').command).thenRefused('PUNKTEN_HAR_UTGATT');
    given(...utgatt).when(klubba('Taxa', { beslutstyp: 'utga' }).command).thenRefused('PUNKTEN_HAR_UTGATT');
    expect(given(...utgatt).when(klubba('Ett', { beslutstyp: 'utga' }).command).outcome).toHaveLength(1);
  });
  it('D1: remissvar, information, bordläggning, återremiss, förslag till annat organ och handlingar som läggs till är förberedande; annat laglighetsprövas', () => {
    expect(overklagandeslagFor('remissvar', 'avge_yttrande')).toBe('EJ_OVERKLAGBART');
    expect(overklagandeslagFor('information', 'notera')).toBe('EJ_OVERKLAGBART');
    for (const beslutstyp of ['bordlagga', 'aterremittera', 'foresla_kf', 'lagga_till_handlingarna', 'inget_beslut'] as const) expect(overklagandeslagFor('arende', beslutstyp)).toBe('EJ_OVERKLAGBART');
    for (const beslutstyp of ['bifalla', 'avsla', 'anta', 'besluta', 'uppdra_at'] as const) expect(overklagandeslagFor('arende', beslutstyp)).toBe('LAGLIGHETSPROVNING');
  });
  it('D1: en särskild regel om överklagande går före, och sägs i kommandot', () =>
    expect(given(...historia(oppet)).when(klubba('Taxa', { ...bifall, overklagandeslag: 'FORVALTNINGSBESVAR' }).command).outcome).toMatchObject([{ data: { overklagandeslag: 'FORVALTNINGSBESVAR' } }]));
  it('K4/D6: nämnden beslutar om nytt reglemente: STOPP, men kan föreslå det', () => {
    given(...historia(oppet)).when(klubba('Reglemente', { ...bifall, beslutstyp: 'anta' }).command)
      .thenRefused('AVGORS_AV_KF', 'Ärendet avgörs av kommunfullmäktige (KL 5 kap. 1 §). Nämnden kan bara lämna förslag.', 'KL 5 kap. 1 §');
    for (const beslutstyp of ['foresla_kf', 'foresla_ks', 'aterremittera', 'avge_yttrande', 'overlamna'] as const) expect(given(...historia(oppet)).when(klubba('Reglemente', { beslutstyp, beslutspunkter: [{ text: 'Reglementet antas.', verb: 'föreslår', subjekt: 'nämnden' }] }).command).outcome).toHaveLength(1);
  });
});

describe('Beslutets text', () => {
  const fattat = historia(oppet, klubba('Ett'), numrera('Ett', 25), klubba('Taxa', bifall), numrera('Taxa', 26));
  it('rättas före justeringen bara från skrivfel, med skäl', () => {
    const kid = `paragraf:${punkt('Taxa')}`;
    given(...fattat).when(ratta().command).then({ type: 'BeslutstextRattad', data: { punkt: punkt('Taxa'), klass: 'oppen', beslutspunkt: 1, text: seal(kid, 'Taxan höjs den 1 maj.'), skal: seal(kid, 'Datumet föll bort') } });
    given(...fattat).when(ratta({ beslutspunkt: 2 }).command).thenRefused('BESLUTSPUNKTEN_FINNS_INTE');
    given(...historia(oppet)).when(ratta().command).thenRefused('EJ_AVGJORD');
  });
  it('C3: en ändring i sak mellan klubbslag och justering stoppas', () =>
    given(...fattat).when(ratta({ slag: 'saklig' }).command).thenRefused('BESLUTSTEXT_ANDRAD', 'Beslutstexten i § 26 avviker från det som antecknades vid klubbslaget. Justering får inte ändra beslutet.'));
  it('C3: orden skrivs ut en gång, om de inte fanns vid klubbslaget', () => {
    const utan = historia(oppet, klubba('Taxa', { beslutstyp: 'bifalla' }), numrera('Taxa', 26));
    const skriv = gor('SkrivUtBeslut', { punkt: punkt('Taxa'), beslutspunkter: [{ text: 'Taxan höjs.' }] });
    expect(given(...utan).when(skriv.command).outcome).toHaveLength(1);
    given(...fattat).when(skriv.command).thenRefused('BESLUTSTEXT_ANDRAD');
    expect(dokument([...utan, ...(given(...utan).when(skriv.command).outcome as typeof utan)]).punkter[2]?.beslut?.beslutspunkter).toHaveLength(1);
  });
  it('D8: efter justeringen skrivs inget över', () => {
    const justerat = historia(oppet, klubba('Ett'), numrera('Ett', 25), klubba('Taxa', bifall), numrera('Taxa', 26), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }), justera());
    given(...justerat).when(ratta().command).thenRefused('REDAN_JUSTERAD', 'Ett fattat beslut skrivs inte över. Fatta ett nytt beslut med hänvisning till § 26 och ange lagrum.');
  });
});

it('I10: paragrafens text förseglas under paragrafen och aldrig under en person: gallras någon som nämns står paragrafen kvar', () => {
  const sjuk = gor('AntecknaNarvaro', { person: L[10]!, pass: [], franvaroskal: 'Sjuk', underlag: { uppdrag: { uppdrag: 'ledamot', parti: 'A' }, platser: L } });
  const fakta = historia(oppet, sjuk, klubba('Taxa', { tid: '15:20', ...bifall }), ratta());
  const under = (type: string) => [...new Set(fakta.filter((faktum) => faktum.type === type).flatMap(({ data }) => [...kidsIn(data)]))];
  for (const type of ['BeslutFattat', 'BeslutstextRattad']) expect([type, under(type)]).toEqual([type, [`paragraf:${punkt('Taxa')}`]]);
  expect(under('PunktLagdTill').every((kid) => kid.startsWith('paragraf:'))).toBe(true);
  expect([...new Set(fakta.filter(({ data }) => [...kidsIn(data)].some((kid) => kid.startsWith('person:'))).map(({ type }) => type))]).toEqual(['NarvaroAntecknad']);
});

describe('Paragrafnumret', () => {
  it('C2: sätts en gång, efter klubbslaget, och bärs vidare med det som behövs', () => {
    const fattat = historia(oppet, klubba('Taxa', bifall));
    given(...fattat).when(numrera('Taxa', 26).command).then({ type: 'ParagrafNumrerad', data: {
      punkt: punkt('Taxa'), ar: 2018, nr: 26, datum: '2018-03-21', beslutstyp: 'bifalla', overklagandeslag: 'LAGLIGHETSPROVNING', arende: x(60), slag: 'arende', klass: 'oppen',
    } });
    given(...historia(oppet, klubba('Taxa', bifall), numrera('Taxa', 26))).when(numrera('Taxa', 26).command).thenNothing();
    given(...historia(oppet, klubba('Taxa', bifall), numrera('Taxa', 26))).when(numrera('Taxa', 27).command).thenRefused('HAR_REDAN_NUMMER');
    given(...historia(oppet)).when(numrera('Taxa', 26).command).thenRefused('EJ_AVGJORD');
  });
});

describe('Sammanträdet öppnas och avslutas', () => {
  it('öppnas en gång, på sin dag, med det reglemente som då gäller', () => {
    const kallat = historia(planera(), lagg('Ett'), kalla());
    given(...kallat).when(oppna({ datum: '2018-03-22' }).command).thenRefused('FEL_DAG');
    given(...kallat).when({ type: 'OppnaSammantrade', data: { tid: '15:00' } }).thenRefused('REGLEMENTE_SAKNAS');
    given(...historia(oppet)).when(oppna().command).thenRefused('SAMMANTRADET_AR_OPPNAT');
    given(...historia(planera(), lagg('Ett'))).when(oppna().command).thenWarned('KALLELSE_SAKNAS');
  });
  it('avslutas inte med oavgjorda ärenden utan skäl, och inte före det som har hänt', () => {
    const { outcome } = given(...historia(oppet, klubba('Ett'))).when(avsluta().command);
    expect(outcome).toMatchObject({ hinder: [{ kod: 'ARENDEN_EJ_AVGJORDA', allvar: 'VARNING', text: 'Dessa ärenden är varken avgjorda, bordlagda eller utgångna: 2, 3, 4.' }] });
    given(...historia(oppet, klubba('Ett', { tid: '16:00' }))).when(avsluta('15:59').command).thenRefused('TIDEN_GAR_BAKLANGES');
    given(...historia(planera())).when(avsluta().command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT');
  });
  it('öppnas igen genom ett nytt faktum, men inte när något är justerat', () => {
    const slut = [...oppet, klubba('Taxa', bifall), numrera('Taxa', 26), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' })];
    expect(given(...historia(slut, gor('AteroppnaSammantrade', { skal: 'Fel knapp' }))).when(klubba('Ett', { tid: '17:05' }).command).outcome).toHaveLength(1);
    given(...historia(slut, justera())).when(gor('AteroppnaSammantrade', { skal: 'Fel knapp' }).command).thenRefused('REDAN_JUSTERAD');
    given(...historia(oppet)).when(gor('AteroppnaSammantrade', { skal: 'Fel knapp' }).command).thenRefused('SAMMANTRADET_PAGAR');
  });
});

describe('Det som står i protokollet', () => {
  it('behålls fast det skiljer sig från dagordningen: rubrik, diarienummer, underlag, ändring och underpunkter', () => {
    const pk = (text: string) => seal(`paragraf:${punkt('Taxa')}`, text);
    const command = klubba('Taxa', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Höjs.', underpunkter: 3 }], rubrik: 'Taxan', diarienummer: 'SN-2018-00024', underlag: ['tjänsteskrivelse 2018-03-01', 'taxa'], andringMotKallelse: 'andra punkten ströks', beslutsmotivering: 'taxan täcker inte kostnaden' }).command;
    expect(given(...historia(oppet)).when(command).outcome).toMatchObject([{ data: {
      beslutspunkter: [{ text: pk('Höjs.'), underpunkter: 3 }], rubrik: pk('Taxan'), diarienummer: 'SN-2018-00024', underlag: [pk('tjänsteskrivelse 2018-03-01'), pk('taxa')], andringMotKallelse: pk('andra punkten ströks'), beslutsmotivering: pk('taxan täcker inte kostnaden'),
    } }]);
    const doc = dokument(historia(oppet, { command }));
    expect(doc.punkter[2]).toMatchObject({ diarienummer: 'SN/2018:24', beslut: { rubrik: pk('Taxan'), diarienummer: 'SN-2018-00024', underlag: [{}, {}] } });
    expect(dokument(historia(oppet, { command: { ...command, data: { ...command.data, beslutspunkter: [] } } as never }, gor('SkrivUtBeslut', { punkt: punkt('Taxa'), beslutspunkter: [{ text: 'Höjs.', underpunkter: 2 }] }))).punkter[2]!.beslut).toMatchObject({ rubrik: pk('Taxan'), beslutspunkter: [{ underpunkter: 2 }] });
  });
  it('D6: nämnden kan fatta ett beslut som fullmäktige fastställer', () => {
    const command = klubba('Reglemente', { beslutstyp: 'faststallas_av_kf', beslutspunkter: [{ text: 'Reglementet antas.' }] }).command;
    expect(given(...historia(oppet)).when(command).outcome).toMatchObject([{ data: { beslutstyp: 'faststallas_av_kf', overklagandeslag: 'EJ_OVERKLAGBART' } }]);
  });
});

describe('Rader utan paragraf', () => {
  const utan = [planera(), lagg('Upprop', { slag: 'formalia' }), lagg('Taxa'), lagg('Tack', { slag: 'formalia' }), lagg('Sist'), kalla(), oppna({ underlag: { antalLedamoter: 11, omedelbarJustering: true, utanParagraf: ['formalia'] } }), ...alla];
  it('är de slag som nämnden har bestämt, när inget beslutas', () => {
    expect(given(...historia(utan)).when(klubba('Upprop').command).outcome).toMatchObject([{ data: { utanParagraf: true } }]);
    expect(given(...historia(utan)).when(klubba('Taxa').command).outcome).not.toMatchObject([{ data: { utanParagraf: true } }]);
    const beslutat = given(...historia(utan)).when(klubba('Upprop', { ...bifall }).command).outcome;
    expect(beslutat).toHaveLength(1);
    expect(beslutat).not.toMatchObject([{ data: { utanParagraf: true } }]);
    expect(given(...historia(oppet)).when(klubba('Ett').command).outcome).not.toMatchObject([{ data: { utanParagraf: true } }]);
  });
  it('numreras inte av serien', () => {
    const [ettFaktum] = historia(utan, klubba('Upprop')).slice(-1);
    const recorded = { ...ettFaktum!, stream: 'sammantrade-x', namnd: x(900) } as never;
    expect(numreraParagraf.on.BeslutFattat!(recorded)).toBeUndefined();
    expect(numreraParagraf.on.BeslutFattat!({ ...(historia(utan, klubba('Taxa')).at(-1) as object), stream: 'sammantrade-x', namnd: x(900) } as never)).toMatchObject({ command: { type: 'TilldelaParagrafnummer' } });
  });
  it('hindrar inte justeringen och räknas inte bland paragraferna', () => {
    const avgjort = [...utan, klubba('Upprop'), klubba('Taxa'), numrera('Taxa', 25), klubba('Tack'), klubba('Sist'), numrera('Sist', 26), avsluta('17:00')];
    expect(given(...historia(avgjort)).when(justera().command).outcome).toMatchObject([{ data: { punkter: [punkt('Taxa'), punkt('Sist')] } }]);
    given(...historia(avgjort)).when(gor('SkrivUtBeslut', { punkt: punkt('Upprop'), beslutspunkter: [{ text: 'x' }] }).command).thenRefused('UTAN_PARAGRAF');
    const mote = historia(...avgjort.slice(0, -2)).reduce((fore, event) => sammantrade.evolve(fore, event), sammantrade.initialState);
    expect(mote.skede !== 'finns inte' && ['Upprop', 'Taxa', 'Tack', 'Sist'].map((namn) => kallad(mote, punkt(namn)))).toEqual(['ärende 1', '§ 25', 'ärende 3', '§ 26']);
  });
});
