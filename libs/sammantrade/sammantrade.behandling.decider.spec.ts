import { kidsIn, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { stod } from '@klubba/lagrum';
import { avsluta, dokument, gor, historia, justera, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, REGLER, type Steg, x } from '../../test/exempel/mote';
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
    given(...historia(planera(), lagg('Ett'))).when(klubba('Ett').command).thenRefused('SAMMANTRADET_AR_EJ_OPPNAT', 'Sammanträdet är inte öppnat.');
    given(...historia(oppet)).when(klubba('Okänd').command).thenRefused('PUNKTEN_FINNS_INTE');
    given(...historia(oppet, klubba('Ett'))).when(klubba('Ett').command).thenRefused('REDAN_AVGJORD', 'Ärende 1 är redan avgjort.');
    given(...historia(oppet, avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }))).when(klubba('Ett').command).thenRefused('SAMMANTRADET_AR_AVSLUTAT', 'Sammanträdet är avslutat. Inget mer kan beslutas.');
  });
  it('faller i tidens ordning', () => {
    given(...historia(oppet, klubba('Ett', { tid: '15:30' }))).when(klubba('Taxa', { tid: '15:29' }).command).thenRefused('TIDEN_GAR_BAKLANGES', 'Klubbslaget 15:29 ligger före det som redan har hänt vid sammanträdet (15:30).');
    expect(given(...historia(oppet, klubba('Ett', { tid: '15:30' }))).when(klubba('Taxa', { tid: '15:30' }).command).outcome).toMatchObject([{ data: { ordning: 2 } }]);
  });
  it('en punkt som har utgått får bara det, och en annan kan inte få det', () => {
    const utgatt = historia(oppet, gor('DraUrPunkt', { punkt: punkt('Ett'), skal: 'Inte klart' }));
    given(...utgatt).when(klubba('Ett').command).thenRefused('PUNKTEN_HAR_UTGATT', 'Ärende 1 har utgått och kan inte avgöras.');
    given(...utgatt).when(klubba('Taxa', { beslutstyp: 'utga' }).command).thenRefused('PUNKTEN_HAR_UTGATT', 'Ärende 3 har inte dragits ur.');
    expect(given(...utgatt).when(klubba('Ett', { beslutstyp: 'utga' }).command).outcome).toHaveLength(1);
  });
  it('B1: att ett ärende utgår antecknas också utan beslutför nämnd och utan ordförande', () => {
    const fem = historia(oppet.slice(0, -L.length), L.slice(1, 6).map((person) => ledamot(person)), gor('DraUrPunkt', { punkt: punkt('Ett'), skal: 'Inte klart' }));
    expect(given(...fem).when(klubba('Ett', { beslutstyp: 'utga' }).command).outcome).toHaveLength(1);
    given(...fem).when(klubba('Taxa', bifall).command).thenRefused('EJ_BESLUTFOR');
  });
  it('A7: bara myndighetsutövning som inte är beredd stoppas när den avgörs (FL 23, 25 §§), och före 2018-07-01 varnar den', () => {
    const sent = (over: { beredd: boolean; myndighet: boolean }, datum = '2019-03-20') => historia(
      planera({ datum }), lagg('Ett'), kalla({ datum, underlag: { skaKallas: [], punkter: {} } }), lagg('Sent', { slag: 'ovrigt', myndighetsutovning: over.myndighet, sen: { beredd: over.beredd, skal: 'x' } }),
      oppna({ datum }), alla, gor('FaststallDagordning', { tid: '15:05', tillagda: [punkt('Sent')] }),
    );
    const steg = klubba('Sent', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.' }] });
    expect(given(...sent({ beredd: false, myndighet: true })).when(steg.command).outcome).toEqual({ hinder: [{
      kod: 'ARENDET_EJ_UTRETT', allvar: 'STOPP', text: 'Ärendet är inte utrett/kommunicerat (FL 23, 25 §§). Bordlägg eller återremittera.', lagrum: 'FL 23, 25 §§',
    }] });
    for (const over of [{ beredd: true, myndighet: true }, { beredd: false, myndighet: false }]) expect(given(...sent(over)).when(steg.command).outcome).toHaveLength(1);
    expect(given(...sent({ beredd: false, myndighet: true })).when(klubba('Sent', { beslutstyp: 'aterremittera' }).command).outcome).toHaveLength(1);
    const { citat } = stod('forvaltningslag', '2018-03-21');
    expect(given(...sent({ beredd: false, myndighet: true }, '2018-03-21')).when(steg.command).outcome).toEqual({ hinder: [{
      kod: 'ARENDET_EJ_UTRETT', allvar: 'VARNING', text: `Ärendet är inte utrett/kommunicerat (${citat}). Bordlägg eller återremittera.`, lagrum: citat,
    }] });
  });
  it('E9: bara ett utskott föreslår för sin nämnd, och ett som bara bereder avgör inget utåt (KL 6:41)', () => {
    const i = (regler: object, steg: Steg, slag: 'arende' | 'remissvar' | 'lex_sarah' | 'val' | 'formalia' = 'arende') => given(...historia(
      planera(), lagg('Ett', { slag, utanDiarienummer: true }), kalla(), oppna({ underlag: { antalLedamoter: 11, omedelbarJustering: true, regler: { ...REGLER, ...regler } } }), alla,
    )).when(steg.command).outcome;
    const [foreslar, avgor] = [klubba('Ett', { beslutstyp: 'foresla_namnden', beslutspunkter: [{ text: 'Antas.' }] }), klubba('Ett', { beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.' }] })];
    expect(i({}, foreslar)).toEqual({ hinder: [{ kod: 'BARA_UTSKOTT_FORESLAR', allvar: 'STOPP', text: 'Bara ett utskott lämnar förslag till sin nämnd.' }] });
    expect(i({ utskott: true, beredande: true }, foreslar)).toHaveLength(1);
    for (const slag of ['arende', 'remissvar', 'lex_sarah', 'val'] as const) {
      expect(i({ utskott: true, beredande: true }, avgor, slag)).toEqual({ hinder: [{ kod: 'UTSKOTTET_BEREDER', allvar: 'STOPP', text: 'Utskottet får bara bereda: delegation saknas för ärende 1 (KL 6 kap. 41 §).', lagrum: 'KL 6 kap. 41 §' }] });
    }
    expect(i({ utskott: true, beredande: true }, avgor, 'formalia')).toHaveLength(1);
    expect(i({ utskott: true }, avgor)).toHaveLength(1);
    expect(given(...historia(planera(), lagg('Ett'), kalla(), oppna(), alla)).when(foreslar.command).outcome).toHaveLength(1);
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
    for (const beslutspunkt of [0, 2]) given(...fattat).when(ratta({ beslutspunkt }).command).thenRefused('BESLUTSPUNKTEN_FINNS_INTE', `Beslutet i § 26 har ingen punkt ${beslutspunkt}.`);
    given(...historia(oppet)).when(ratta().command).thenRefused('EJ_AVGJORD', 'Klubban har inte fallit för ärende 3.');
    given(...historia(oppet)).when(ratta({ punkt: punkt('Okänd') }).command).thenRefused('PUNKTEN_FINNS_INTE');
    // D8: the words may be mended, and the decision is still the same.
    expect(given(...historia(oppet, klubba('Taxa', bifall), numrera('Taxa', 26), ratta())).when(ratta({ text: 'Taxan höjs den 2 maj.' }).command).outcome).toHaveLength(1);
  });
  it('C3: skrivs ut när de saknades och kompletteras när de fanns, aldrig utan ord, med skäl för det senare', () => {
    const kid = `paragraf:${punkt('Taxa')}`;
    const orden = (type: 'SkrivUtBeslut' | 'KompletteraBeslut', beslutspunkter: readonly object[], over: object = {}): Steg => gor(type, { punkt: punkt('Taxa'), beslutspunkter, ...over } as never);
    const utan = historia(oppet, klubba('Taxa', { beslutstyp: 'bifalla' }), numrera('Taxa', 26));
    const tva = [{ text: 'Taxan höjs.' }, { text: 'Den gäller från maj.', omedelbarJustering: true }];
    const beslutspunkter = [{ text: seal(kid, 'Taxan höjs.') }, { text: seal(kid, 'Den gäller från maj.'), omedelbarJustering: true as const }];
    given(...utan).when(orden('SkrivUtBeslut', tva).command).then({ type: 'BeslutUtskrivet', data: { punkt: punkt('Taxa'), klass: 'oppen', beslutspunkter } });
    given(...utan).when(orden('SkrivUtBeslut', []).command).thenNothing();
    given(...utan).when(orden('KompletteraBeslut', tva, { skal: 'x' }).command).thenRefused('EJ_AVGJORD', 'Beslutet i § 26 är inte utskrivet. Skriv ut det.');
    given(...fattat).when(orden('KompletteraBeslut', tva, { skal: 'Punkt 2 föll bort' }).command).then({ type: 'BeslutKompletterat', data: { punkt: punkt('Taxa'), klass: 'oppen', beslutspunkter, skal: seal(kid, 'Punkt 2 föll bort') } });
    // What was written out counts as written, with what it says of justering at once.
    const utskrivet = historia(oppet, klubba('Taxa', { beslutstyp: 'bifalla' }), numrera('Taxa', 26), orden('SkrivUtBeslut', tva));
    given(...utskrivet).when(orden('SkrivUtBeslut', tva).command).thenRefused('BESLUTSTEXT_ANDRAD');
    expect(given(...utskrivet).when(ratta({ beslutspunkt: 2 }).command).outcome).toHaveLength(1);
    expect(given(...utskrivet).when(justera({ omedelbart: true, datum: '2018-03-21' }).command).outcome).toMatchObject([{ data: { punkter: [punkt('Taxa')] } }]);
    const skickat = historia(oppet, klubba('Taxa', bifall), numrera('Taxa', 26), avsluta('17:00', { ARENDEN_EJ_AVGJORDA: 'x' }), gor('SkickaForJustering', { omedelbart: false, datum: '2018-03-23', justerare: [L[0]!] } as never));
    given(...skickat).when(orden('KompletteraBeslut', tva, { skal: 'x' }).command).thenRefused('SKICKAT_FOR_JUSTERING', 'Protokollet med § 26 skickades för justering 2018-03-23. Texten kompletteras inte längre: rätta skrivfel, eller återkalla protokollet från justeringen.');
    expect(given(...skickat).when(ratta().command).outcome).toHaveLength(1);
  });
  it('C3: en ändring i sak mellan klubbslag och justering stoppas', () =>
    given(...fattat).when(ratta({ slag: 'saklig' }).command).thenRefused('BESLUTSTEXT_ANDRAD', 'Beslutstexten i § 26 avviker från det som antecknades vid klubbslaget. Justering får inte ändra beslutet.', 'JO 3339-2013'));
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
    expect(given(...historia(utan, gor('DraUrPunkt', { punkt: punkt('Tack'), skal: 'x' }))).when(klubba('Tack', { beslutstyp: 'utga' }).command).outcome).toMatchObject([{ data: { utanParagraf: true } }]);
    expect(given(...historia(utan)).when(klubba('Upprop', { beslutstyp: 'notera' }).command).outcome).not.toMatchObject([{ data: { utanParagraf: true } }]);
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
    given(...historia(avgjort)).when(gor('SkrivUtBeslut', { punkt: punkt('Upprop'), beslutspunkter: [{ text: 'x' }] }).command).thenRefused('UTAN_PARAGRAF', 'Ärende 1 har ingen paragraf: inget beslutades.');
    const mote = historia(...avgjort.slice(0, -2)).reduce((fore, event) => sammantrade.evolve(fore, event), sammantrade.initialState);
    expect(mote.skede !== 'finns inte' && ['Upprop', 'Taxa', 'Tack', 'Sist'].map((namn) => kallad(mote, punkt(namn)))).toEqual(['ärende 1', '§ 25', 'ärende 3', '§ 26']);
  });
});
