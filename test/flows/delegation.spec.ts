import { docxMed, xlsxMed } from '../exempel/kontor';
import { type Outcome, type Running, startHouse, uuid } from './harness';
import * as harness from './harness';

// Delegation through the API: an order is adopted, decisions are taken on it, lists come in, the nämnd's § binds them, and times run.
const KANARIE = 'KANARIEHEMLIG';
let house: Running;
let sekreterare: string;
let revisor: string;
let namnd: string;
let mote: string;
let punkt: string;
const P: Record<string, string> = {};
const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>, by = sekreterare): Promise<Outcome> => harness.give(house, command, data, { by, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>): Promise<Outcome> => harness.done(house, command, data, { by: sekreterare, id, skal });
const see = (query: string, by?: string) => harness.see(house, query, by);
const ladda = async (innehall: string | Buffer): Promise<string> => {
  const response = await fetch(`${house.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: innehall as string, headers: { authorization: `Bearer ${sekreterare}` } });
  expect(response.status).toBe(201);
  return ((await response.json()) as { uppladdning: string }).uppladdning;
};
const beslutet = async (id: string, falt: string, by: string | null = sekreterare) => (await see(`{ delegationsbeslut(id: "${id}") { ${falt} } }`, by ?? undefined)).delegationsbeslut;
const registret = async (urval: string, by: string | null = sekreterare) => (await see(`{ delegationsbesluten(namnd: "${namnd}"${urval}) { edges { cursor node { id datum nummer beslut utfall diarienummer delegat { befattning namn } anmald { nr datum } } } pageInfo { hasNextPage endCursor } } }`, by ?? undefined)).delegationsbesluten as
  { readonly edges: readonly { readonly cursor: string; readonly node: Record<string, unknown> & { readonly id: string } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
const summor = async (per: string, more = '', by: string | null = sekreterare) => (await see(`{ delegationssummor(namnd: "${namnd}", per: [${per}]${more}) { varden antal } }`, by ?? undefined)).delegationssummor as readonly { readonly varden: readonly string[]; readonly antal: number }[];

const ORDNING = [
  ['Nr', 'Ärende', 'Lagrum', 'Delegat', 'Gräns', 'Vidaredelegation', 'Anmäls'],
  ['1.4', 'Yttrande till kommunstyrelsen på remiss', '', 'Förvaltningschef', '', 'ja', 'ja'], ['2.1', 'Hemtjänst', 'SoL 11:1', 'Enhetschef', '', 'nej', 'ja'], ['3.1', 'Föreningsbidrag', '', 'Förvaltningschef', 'högst 50 000 kr', '', 'nej'], ['4.2', 'Placering i familjehem', 'SoL 22:2', 'Individutskottet', '', '', 'ja'],
];
const antagen = { datum: '2025-12-17', ar: 2025, nr: 88 };

beforeAll(async () => {
  house = await startHouse();
  [sekreterare, revisor] = [await house.token('namndsekreterare'), await house.token('revisor')];
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Sjönämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2024-01-01', antalLedamoter: 3, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, namnd);
  for (const [i, namn] of ['Olga', 'Linus', 'Tora'].entries()) {
    P[namn] = (await done('RegistreraPerson', { namn, slag: 'fortroendevald' })).id;
    await done('ValjForUppdrag', { person: P[namn], uppdrag: 'ledamot', ...(i === 0 && { roll: 'ordforande' }), parti: 'ABC'[i], ordning: i + 1, fran: '2024-01-01' }, namnd);
  }
  await done('BorjaParagrafserie', { namnd, ar: 2026, sista: 39 });
  mote = (await done('PlaneraSammantrade', { namnd, datum: '2026-11-04', tid: '15:00', plats: 'Salen' })).id;
  await done('LaggTillPunkt', { slag: 'delegationsanmalan', rubrik: 'Anmälan av delegationsbeslut', klass: 'oppen' }, mote);
  punkt = (await see(`{ dagordning(sammantrade: "${mote}") { rader { punkt } } }`, sekreterare)).dagordning.rader[0].punkt;
});
afterAll(() => house.remove());

describe('Delegationsordningen', () => {
  const granska = async (fil: Buffer, mappning = '') => (await see(`{ forhandsgranskaDelegationsordning(namnd: "${namnd}", uppladdning: "${await ladda(fil)}", gallerFran: "2026-01-01"${mappning}) { kanAntas antalRader kolumner { rubrik falt } punkter { nummer delegater granser vidaredelegation } fel { rad kolumn kod text } varningar { kod } } }`, sekreterare)).forhandsgranskaDelegationsordning;

  it('förstås likadant ur Excel, text och tabellen i ett Word-dokument, innan något läses in', async () => {
    const svar = await granska(xlsxMed(ORDNING));
    expect(svar).toMatchObject({ kanAntas: true, antalRader: 4, fel: [], varningar: [] });
    expect(svar.punkter[2]).toEqual({ nummer: '3.1', delegater: ['forvaltningschef: Förvaltningschef'], granser: ['kronor: 50000'], vidaredelegation: false });
    expect(await granska(Buffer.from(ORDNING.map((rad) => rad.join(';')).join('\r\n')))).toEqual(svar);
    expect(await granska(docxMed([{ rubrik: 1, text: 'Delegationsordning' }, 'Antagen av nämnden.', { tabell: ORDNING }]))).toEqual(svar);
    expect((await see(`{ delegationsordning(namnd: "${namnd}") { version } }`)).delegationsordning).toEqual([]);
  });
  it('med sammanslagna celler, saknade kolumner eller det lagen förbjuder läses inte in', async () => {
    expect((await granska(xlsxMed(ORDNING, { sammanslagna: ['A2:A3'] }))).fel).toMatchObject([{ rad: 2, kod: 'SAMMANSLAGNA_CELLER' }]);
    expect((await granska(xlsxMed([['Nr', 'Ärende'], ['1', 'Allt']]))).fel).toMatchObject([{ kod: 'KOLUMNER_SAKNAS' }]);
    expect((await granska(xlsxMed([ORDNING[0]!, ['4.2', 'Placering', 'SoL 22:2', 'Enhetschef', '', '', '']]))).fel).toMatchObject([{ kod: 'BARA_TILL_UTSKOTT' }]);
    expect((await granska(xlsxMed(ORDNING, { delar: { 'xl/vbaProject.bin': 'makro' } }))).fel).toHaveLength(1);
    expect((await granska(Buffer.from('%PDF-1.7\u0000\u0001'))).fel).toMatchObject([{ kod: 'FEL_FILSLAG' }]);
    const anta = { namnd, gallerFran: '2026-01-01', antagen, uppladdning: await ladda(xlsxMed([ORDNING[0]!, ['4.2', 'Placering', 'SoL 22:2', 'Enhetschef', '', '', '']])) };
    expect(await give('AntaDelegationsordning', anta)).toMatchObject({ kod: 'BARA_TILL_UTSKOTT' });
  });
  it('antas ur filen, av nämndens beslut, och visas för alla', async () => {
    await done('AntaDelegationsordning', { namnd, gallerFran: '2026-01-01', antagen, uppladdning: await ladda(xlsxMed(ORDNING)), bradskande: [{ slag: 'ordforande' }], kalla: 'Delegationsordning 2026.xlsx' });
    const [version] = (await see(`{ delegationsordning(namnd: "${namnd}", datum: "2026-05-01") { version gallerFran antagen { nr ar } bradskande { slag } kalla punkter { nummer arendegrupp lagrum anmals delegater { slag befattning titel } granser { slag hogst } } } }`)).delegationsordning;
    expect(version).toMatchObject({ version: 1, antagen: { nr: 88, ar: 2025 }, bradskande: [{ slag: 'ordforande' }], kalla: null, punkter: [{}, { nummer: '2.1', arendegrupp: 'Hemtjänst', lagrum: ['SoL 11 kap. 1 §'], delegater: [{ slag: 'tjansteman', befattning: 'enhetschef', titel: 'Enhetschef' }] }, { anmals: false }, {}] });
    expect((await see(`{ delegationsordning(namnd: "${namnd}", datum: "2025-12-31") { version } }`)).delegationsordning).toEqual([]);
  });
  it('E4: vidaredelegation från enhetschef stoppas, från förvaltningschefen går den', async () => {
    const vidare = (av: object) => ({ version: 1, nummer: '1.4', av, till: { slag: 'tjansteman', titel: 'Utredare' }, fran: '2026-02-01', beslutad: '2026-01-20' });
    expect(await give('Vidaredelegera', vidare({ slag: 'tjansteman', titel: 'enhetschef' }), namnd)).toMatchObject({ kod: 'VIDAREDELEGATION_BARA_FRAN_FORVALTNINGSCHEF' });
    await done('Vidaredelegera', vidare({ slag: 'forvaltningschef' }), namnd);
  });
});

describe('Beslut', () => {
  const hemtjanst = (over: object = {}) => ({ namnd, klass: 'oppen', datum: '2026-10-02', nummer: '2.1', delegat: { slag: 'tjansteman', titel: 'Enhetschef', namn: 'Rut Påhittad' }, beslut: 'Avslag på hemtjänst', utfall: 'avslag', diarienummer: 'SN/2026:14', ...over });

  it('registreras av den som fått rätten, och för allmänheten utan namn', async () => {
    const { id } = await done('RegistreraDelegationsbeslut', hemtjanst());
    const falt = 'grund version lagrum overklagandeslag delegat { befattning namn } beslut varningar';
    expect(await beslutet(id, falt)).toEqual({ grund: 'kl_7_5', version: 1, lagrum: ['SoL 11 kap. 1 §'], overklagandeslag: 'FORVALTNINGSBESVAR', delegat: { befattning: 'enhetschef', namn: 'Rut Påhittad' }, beslut: 'Avslag på hemtjänst', varningar: [] });
    expect(await beslutet(id, falt, null)).toMatchObject({ delegat: { befattning: 'enhetschef', namn: null }, beslut: 'Avslag på hemtjänst', varningar: [] });
    await done('AntecknaPart', { part: 'Eva Påhittad', fickDel: '2026-10-08' }, id);
    expect((await beslutet(id, 'lagaKraft { lage sista tidigast }')).lagaKraft).toEqual({ lage: 'TIDIGAST', sista: '2026-10-29', tidigast: '2026-10-30' });
    expect((await beslutet(id, 'parter { nr part }', null)).parter).toEqual([]);
  });
  it('stoppas med lagrum när delegaten, punkten eller dagen inte räcker', async () => {
    expect(await give('RegistreraDelegationsbeslut', hemtjanst({ delegat: { slag: 'tjansteman', titel: 'Kock' } }))).toMatchObject({ kod: 'EJ_BEHORIG', text: 'Kock hade inte delegation på punkt 2.1 den 2026-10-02.' });
    expect(await give('RegistreraDelegationsbeslut', hemtjanst({ datum: '2025-12-30' }))).toMatchObject({ kod: 'DELEGATIONSORDNING_SAKNAS' });
    expect(await give('RegistreraDelegationsbeslut', hemtjanst({ nummer: '9.9' }))).toMatchObject({ kod: 'PUNKTEN_FINNS_INTE' });
    expect(await give('RegistreraDelegationsbeslut', hemtjanst({ nummer: 'x y' }))).toMatchObject({ kod: 'OGILTIG_INDATA' });
    expect(await give('RegistreraDelegationsbeslut', hemtjanst(), undefined, undefined, revisor)).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
  });
  it('E8: ett omhändertagande startar sin tid med två dagar när det sparas, och för sen underställning stoppas', async () => {
    const { id } = await done('RegistreraDelegationsbeslut', { namnd, klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-23', tid: '02:10', grund: 'kompletterande', lagrum: 'LVU 6 §', overklagandeslag: 'FORVALTNINGSBESVAR', delegat: { slag: 'ordforande', person: P['Olga'] }, beslut: `Omedelbart omhändertagande ${KANARIE}`, utfall: 'bifall', akt: `Akt ${KANARIE}` }, undefined, { EJ_ORDFORANDE: 'Läst ur akten' });
    expect((await beslutet(id, 'klockor { nr klocka lag drift lagrum loper }')).klockor).toEqual([{ nr: 1, klocka: 'understallning_lvu', lag: '2018-04-03', drift: '2018-03-29', lagrum: 'LVU 7 §', loper: true }]);
    expect((await registret(', klockaSenast: "2018-03-29", sortering: klocka')).edges.map(({ node }) => node.id)).toEqual([id]);
    expect(await give('UppfyllKlocka', { nr: 1, datum: '2018-04-04' }, id)).toMatchObject({ kod: 'BESLUTET_HAR_UPPHORT', text: 'Beslutet om omhändertagande är inte underställt i tid och har upphört att gälla (LVU 7 §).' });
    await done('UppfyllKlocka', { nr: 1, datum: '2018-03-26' }, id);
    expect(await beslutet(id, 'understalld klockor { loper uppfylld }')).toEqual({ understalld: '2018-03-26', klockor: [{ loper: false, uppfylld: '2018-03-26' }] });
    // The public knows neither that it is there nor how many such there are; a revisor no more.
    expect(await beslutet(id, 'id', null)).toBeNull();
    for (const by of [null, revisor]) {
      expect((await registret(', first: 200', by)).edges.map(({ node }) => node.id)).not.toContain(id);
      expect((await summor('grund', '', by)).map(({ varden }) => varden[0])).not.toContain('kompletterande_beslutanderatt');
    }
    expect(JSON.stringify((await house.ask(`{ delegationsbesluten(namnd: "${namnd}") { edges { node { beslut akt } } } delegationsbeslutenSomCsv(namnd: "${namnd}") { text } }`)).data)).not.toContain(KANARIE);
  });
  it('I4: det som beslutades i ett hemligt ärende kan läsas av alla utan namn, medan resten är hemlig', async () => {
    const offentliga = async (vid = '') => (await see(`{ offentligaDelegationsbeslut(namnd: "${namnd}"${vid}) { edges { node { id datum slag lagrum text } } pageInfo { hasNextPage } } }`)).offentligaDelegationsbeslut;
    const hemligt = { namnd, klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-24', tid: '03:10', grund: 'kompletterande', lagrum: 'LVU 6 §', overklagandeslag: 'FORVALTNINGSBESVAR', delegat: { slag: 'ordforande', person: P['Olga'] }, beslut: `Omhändertagande ${KANARIE}`, utfall: 'bifall', akt: `Akt ${KANARIE}` };
    const { id } = await done('RegistreraDelegationsbeslut', hemligt, undefined, { EJ_ORDFORANDE: 'Läst ur akten' });
    const utan = { edges: [], pageInfo: { hasNextPage: false } };
    expect(await offentliga()).toEqual(utan);
    const offentliggor = { slag: 'omhandertagande', datum: '2018-03-26', text: 'Ett barn omhändertas omedelbart.' };
    expect(await give('OffentliggorDelegationsbeslut', { ...offentliggor, text: '19850213-1234 omhändertas.' }, id)).toMatchObject({ kod: 'FAR_INTE_PUBLICERAS' });
    expect(await give('OffentliggorDelegationsbeslut', offentliggor, id, undefined, revisor)).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    const { position } = await done('OffentliggorDelegationsbeslut', offentliggor, id);
    expect(await offentliga()).toEqual({ edges: [{ node: { id, datum: '2018-03-24', slag: 'omhandertagande', lagrum: 'OSL 26 kap. 7 §', text: 'Ett barn omhändertas omedelbart.' } }], pageInfo: { hasNextPage: false } });
    expect(await beslutet(id, 'id', null)).toBeNull();
    expect((await registret(', first: 200', null)).edges.map(({ node }) => node.id)).not.toContain(id);
    await done('DraInOffentligtDelegationsbeslut', { datum: '2018-03-27', skal: 'Orten är liten' }, id);
    for (const vid of ['', `, vid: { position: "${position}" }`]) expect((await offentliga(vid)).edges).toEqual([]);
  });
  it('D7: ordförandebeslut som inte anmälts vid nästa sammanträde varnar, med dagen', async () => {
    const { id } = await done('RegistreraDelegationsbeslut', { namnd, klass: 'oppen', datum: '2026-10-12', grund: 'bradskande', bradskandeSkal: 'Avtalet löpte ut', delegat: { slag: 'ordforande', person: P['Olga'] }, beslut: 'Avtal om jour' });
    P['brådskande'] = id;
    expect(await beslutet(id, 'grund anmals varningar')).toEqual({ grund: 'kl_6_39', anmals: true, varningar: [] });
    expect(await give('ProtokollforSarskilt', { datum: '2026-10-13' }, id)).toMatchObject({ kod: 'SKA_ANMALAS' });
  });
  it('E6: det som inte anmäls protokollförs särskilt, och tiden löper från dess anslag', async () => {
    const { id } = await done('RegistreraDelegationsbeslut', { namnd, klass: 'oppen', datum: '2026-10-02', nummer: '3.1', delegat: { slag: 'forvaltningschef' }, beslut: 'Bidrag till seglarskola', utfall: 'bifall', belopp: 20_000 });
    expect(await beslutet(id, 'anmals varningar')).toEqual({ anmals: false, varningar: ['Beslutet har varken anmälts eller protokollförts särskilt. Överklagandetiden har inte börjat löpa.'] });
    await done('ProtokollforSarskilt', { datum: '2026-10-05' }, id);
    await done('AnslaSarskiltProtokoll', { datum: '2026-10-06' }, id);
    expect(await beslutet(id, 'varningar sarskiltProtokoll { datum anslaget } lagaKraft { sista tidigast }')).toEqual({ varningar: [], sarskiltProtokoll: { datum: '2026-10-05', anslaget: '2026-10-06' }, lagaKraft: { sista: '2026-10-27', tidigast: '2026-10-28' } });
  });
});

describe('En månads lista ur verksamhetssystemet', () => {
  const RUBRIKER = ['Beslutsdatum', 'Punkt', 'Befattning', 'Handläggare', 'Dnr', 'Beslut', 'Utfall', 'Beslutsid'];
  const rad = (n: number, over: Partial<Record<string, string>> = {}): readonly string[] => [over['datum'] ?? `2026-09-${String((n % 28) + 1).padStart(2, '0')}`, over['punkt'] ?? '2.1', over['befattning'] ?? 'Enhetschef', `Namn${n} Påhittad`, `SN/2026:${100 + n}`, over['beslut'] ?? 'Hemtjänst', 'bifall', over['id'] ?? `B${n}`];
  const lista = (...rader: readonly (readonly string[])[]): Buffer => xlsxMed([['Delegationsbeslut september'], RUBRIKER, ...rader]);
  const data = async (fil: Buffer, over: object = {}) => ({ namnd, uppladdning: await ladda(fil), fran: '2026-09-01', till: '2026-09-30', klass: 'oppen', kalla: 'Verksamhetssystemet', ...over });
  const granska = async (fil: Buffer) => (await see(`{ forhandsgranskaDelegationsbeslut(namnd: "${namnd}", uppladdning: "${await ladda(fil)}", fran: "2026-09-01", till: "2026-09-30") { kanLasasIn antalRader nya dubbletter hash antalFel fel { rad kolumn kod text } varningar { kod } rader { rad delegat namn finns lik brott } } }`, sekreterare)).forhandsgranskaDelegationsbeslut;

  it('med fel på några rader läses inte in alls; varje fel sägs med rad och kolumn', async () => {
    const trasig = lista(rad(1), rad(2, { datum: '2026-09-31' }), rad(3, { datum: '2026-10-01' }), rad(4, { befattning: '' }));
    expect((await granska(trasig)).fel).toMatchObject([{ rad: 4, kolumn: 'Beslutsdatum', kod: 'DATUM_HAR_FEL_FORM' }, { rad: 5, kod: 'UTANFOR_PERIODEN' }, { rad: 6, kolumn: 'Befattning', kod: 'DELEGAT_SAKNAS' }]);
    const before = await house.house.log.store.tip();
    expect((await give('LasInDelegationsbeslut', await data(trasig))).orsaker).toHaveLength(3);
    expect(await house.house.log.store.tip()).toBe(before);
  });
  it('läses in hel, en gång hur ofta den än skickas; det som finns läses inte igen', async () => {
    const fil = lista(...Array.from({ length: 300 }, (_, i) => rad(i)));
    expect(await granska(fil)).toMatchObject({ kanLasasIn: true, antalRader: 300, nya: 300, dubbletter: 0, antalFel: 0, varningar: [] });
    const kommandoId = uuid();
    const given = await data(fil);
    const first = await harness.done(house, 'LasInDelegationsbeslut', given, { by: sekreterare, kommandoId });
    expect(await harness.give(house, 'LasInDelegationsbeslut', given, { by: sekreterare, kommandoId })).toEqual(first);
    expect((await see(`{ delegationsinlasning(lista: "${first.id}") { klar klara av } }`, sekreterare)).delegationsinlasning).toEqual({ klar: true, klara: 300, av: 300 });
    expect(await summor('anmald', `, lista: "${first.id}"`)).toEqual([{ varden: ['0'], antal: 300 }]);
    expect(await granska(fil)).toMatchObject({ kanLasasIn: false, nya: 0, dubbletter: 300 });
    expect(await give('LasInDelegationsbeslut', await data(fil))).toMatchObject({ kod: 'INGET_NYTT' });
    expect((await see(`{ delegationslistor(namnd: "${namnd}") { edges { node { fran till antal hash kalla } } } }`, sekreterare)).delegationslistor.edges).toEqual([{ node: { fran: '2026-09-01', till: '2026-09-30', antal: 300, hash: (await granska(fil)).hash, kalla: 'Verksamhetssystemet' } }]);
  });
  it('med beslut utan behörighet kräver skäl: de är fattade, och det som brister antecknas', async () => {
    const fil = lista(rad(400, { befattning: 'Kock' }));
    expect(await granska(fil)).toMatchObject({ kanLasasIn: true, varningar: [{ kod: 'RADER_MED_BROTT' }], rader: [{ brott: ['Kock hade inte delegation på punkt 2.1 den 2026-09-09. (KL 7 kap. 5 §)'] }] });
    const before = await house.house.log.store.tip();
    expect(await give('LasInDelegationsbeslut', await data(fil))).toMatchObject({ kod: 'RADER_MED_BROTT', allvar: 'VARNING' });
    expect(await house.house.log.store.tip()).toBe(before);
    const { id } = await done('LasInDelegationsbeslut', await data(fil), undefined, { RADER_MED_BROTT: 'Besluten är fattade' });
    const [rad_] = (await registret(`, lista: "${id}"`)).edges;
    expect((await beslutet(rad_!.node.id, 'brott')).brott).toEqual(['EJ_BEHORIG (KL 7 kap. 5 §)']);
    await done('StrykDelegationslista', { skal: 'Prov' }, id);
    expect((await registret(`, lista: "${id}"`)).edges).toEqual([]);
    expect(await beslutet(rad_!.node.id, 'struket')).toEqual({ struket: true });
    expect(await beslutet(rad_!.node.id, 'struket', null)).toBeNull();
  });
  it('kolumnernas namn sparas till nästa månad', async () => {
    const egna = xlsxMed([['När', 'Vad', 'Vem', 'Enligt'], ['2026-09-03', 'Hemtjänst', 'Enhetschef', '2.1']]);
    expect((await granska(egna)).fel).toMatchObject([{ kod: 'KOLUMNER_SAKNAS' }]);
    await done('SparaDelegationskolumner', { namnd, lista: 'beslut', kolumner: [{ falt: 'datum', rubrik: 'När' }, { falt: 'beslut', rubrik: 'Vad' }, { falt: 'delegat', rubrik: 'Vem' }, { falt: 'nummer', rubrik: 'Enligt' }] });
    expect(await granska(egna)).toMatchObject({ kanLasasIn: true, nya: 1 });
  });
  it('som bara bifogas är en handling med period, antal och hash', async () => {
    const { id: handling } = await done('LaggTillHandling', { namnd, uppladdning: await ladda('Lista över beslut'), klass: 'oppen', namn: 'Delegationslista', datum: '2026-10-01', datumslag: 'upprattat' });
    const { id } = await done('BifogaDelegationslista', { namnd, fran: '2026-09-01', till: '2026-09-30', antal: 41, handling });
    P['bifogad'] = id;
    expect((await see(`{ delegationslistor(namnd: "${namnd}") { edges { node { id antal hash handling } } } }`, sekreterare)).delegationslistor.edges.map(({ node }: { node: object }) => node)).toContainEqual({ id, antal: 41, hash: expect.stringMatching(/^[0-9a-f]{64}$/), handling });
  });
});

describe('Registret', () => {
  it('filtreras, ordnas och bläddras i utan att något hoppas över', async () => {
    const sedda: string[] = [];
    for (let after = ''; ;) {
      const { edges, pageInfo } = await registret(`, first: 120, befattning: ["enhetschef"], sortering: datum, fallande: true${after}`);
      sedda.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect([sedda.length, new Set(sedda).size]).toEqual([301, 301]);
    expect((await registret(', diarienummer: "SN/2026:14"')).edges).toMatchObject([{ node: { nummer: '2.1', utfall: 'avslag' } }]);
    expect(await summor('nummer, utfall', ', fran: "2026-10-01", till: "2026-10-31", slag: [tjansteman, forvaltningschef]')).toEqual(expect.arrayContaining([{ varden: ['2.1', 'avslag'], antal: 1 }, { varden: ['3.1', 'bifall'], antal: 1 }]));
    const fel = await house.ask(`{ delegationsbesluten(namnd: "${namnd}", after: "bm9uc2Vucw") { edges { cursor } } }`, {}, sekreterare);
    expect(fel.errors?.[0]?.extensions?.code).toBe('OGILTIG_MARKOR');
  });
  it('ges som text med semikolon, sida för sida, utan namn', async () => {
    let text = '';
    for (let after = ''; ;) {
      const svar = (await see(`{ delegationsbeslutenSomCsv(namnd: "${namnd}", first: 200, fran: "2026-09-01"${after}) { text rader nasta } }`, sekreterare)).delegationsbeslutenSomCsv;
      text += svar.text;
      if (svar.nasta === null) break;
      after = `, after: "${svar.nasta}"`;
    }
    expect(text.split('\r\n').length - 2).toBe(303);
    expect(text.split('\r\n')[0]).toBe('Datum;Punkt;Lagrum;Delegatslag;Befattning;Diarienummer;Utfall;Beslut;Anmäld;Anmäld vid');
    expect(text).not.toContain('Påhittad');
  });
});

describe('E6: anmälan vid nämndens sammanträde', () => {
  let forut: string;
  it('listan fyller sig själv för perioden, och visas inte för andra före klubbslaget', async () => {
    expect(await give('FyllDelegationsanmalan', { namnd, sammantrade: mote, punkt: uuid(), fran: '2026-09-01', till: '2026-10-31' })).toMatchObject({ kod: 'PUNKTEN_FINNS_INTE' });
    expect(await give('FyllDelegationsanmalan', { namnd, sammantrade: mote, punkt, fran: '2026-09-01', till: '2026-12-31' })).toMatchObject({ kod: 'PERIODEN_EFTER_MOTET' });
    await done('FyllDelegationsanmalan', { namnd, sammantrade: mote, punkt, fran: '2026-09-01', till: '2026-10-31' });
    const visad = (await see(`{ delegationsanmalan(punkt: "${punkt}", antal: 500) { fran till antal listor paragraf { nr } beslut { nummer } } }`, sekreterare)).delegationsanmalan;
    expect(visad).toMatchObject({ antal: 302, listor: [P['bifogad']], paragraf: null });
    expect((await see(`{ delegationsanmalan(punkt: "${punkt}") { antal } }`)).delegationsanmalan).toBeNull();
  });
  it('paragrafen binder vart och ett av besluten, och listan', async () => {
    forut = (await done('OppnaSammantrade', { tid: '15:00' }, mote, { KALLELSE_SAKNAS: 'Muntlig' })).position;
    for (const namn of ['Olga', 'Linus', 'Tora']) await done('AntecknaNarvaro', { person: P[namn], pass: [{ tjanstgor: true }] }, mote);
    await done('FattaBeslut', { punkt, tid: '15:10', beslutstyp: 'lagga_till_handlingarna', beslutspunkter: [{ text: 'Anmälan läggs till handlingarna.' }] }, mote);
    expect(await summor('anmald', ', anmals: true, fran: "2026-09-01"')).toEqual([{ varden: ['1'], antal: 302 }]);
    expect((await see(`{ delegationsanmalan(punkt: "${punkt}") { antal paragraf { nr datum } beslut { anmald { nr } } } }`)).delegationsanmalan).toMatchObject({ antal: 302, paragraf: { nr: 40, datum: '2026-11-04' }, beslut: expect.arrayContaining([{ anmald: { nr: 40 } }]) });
    expect((await see(`{ delegationslistor(namnd: "${namnd}") { edges { node { id anmald { nr } } } } }`)).delegationslistor.edges.map(({ node }: { node: object }) => node)).toContainEqual({ id: P['bifogad'], anmald: { nr: 40 } });
    expect(await give('FyllDelegationsanmalan', { namnd, sammantrade: mote, punkt, fran: '2026-09-01', till: '2026-10-31' })).toMatchObject({ kod: 'PUNKTEN_AR_AVGJORD' });
  });
  it('det som laglighetsprövas får sin tid av det protokollets anslag', async () => {
    const id = P['brådskande']!;
    expect(await beslutet(id, 'anmald { nr } varningar lagaKraft { text }')).toEqual({ anmald: { nr: 40 }, varningar: [], lagaKraft: { text: 'Protokollet är inte anslaget än, så överklagandetiden har inte börjat löpa.' } });
    await done('AvslutaSammantrade', { tid: '16:00' }, mote);
    await done('UtseJusterare', { person: P['Linus'] }, mote);
    await done('Justera', { omedelbart: false, datum: '2026-11-05', justerare: [P['Olga'], P['Linus']] }, mote);
    await done('AnslaProtokoll', { omgang: 1, datum: '2026-11-06', forvaringsplats: 'Kansliet' }, mote);
    expect((await beslutet(id, 'lagaKraft { sista tidigast }')).lagaKraft).toEqual({ sista: '2026-11-27', tidigast: '2026-11-28' });
  });
  it('K4/D7: ett ordförandebeslut som inte anmäldes vid det mötet varnar', async () => {
    const { id } = await done('RegistreraDelegationsbeslut', { namnd, klass: 'oppen', datum: '2026-10-20', grund: 'bradskande', bradskandeSkal: 'Natt', delegat: { slag: 'ordforande' }, beslut: 'Avtal', diarienummer: 'SN/2026:77' });
    expect((await beslutet(id, 'varningar')).varningar).toEqual(['Ordförandebeslut SN/2026:77 har inte anmälts vid sammanträdet 2026-11-04 (KL 6 kap. 40 §).']);
  });
  it('registret kan ses som det var före mötet, och varje rad svarar på varför', async () => {
    expect(await summor('anmald', `, anmals: true, fran: "2026-09-01", vid: { position: "${forut}" }`)).toEqual([{ varden: ['0'], antal: 302 }]);
    const historik = (await beslutet(P['brådskande']!, 'historik { typ roll position }')).historik;
    expect(historik.map(({ typ }: { typ: string }) => typ)).toEqual(['DelegationsbeslutRegistrerat', 'DelegationsbeslutAnmalt']);
    expect((await beslutet(P['brådskande']!, 'historik { typ }', null)).historik).toEqual([]);
  });
});

describe('A6: nästa dagordning', () => {
  it('A6: utan anmälan av delegationsbeslut varnar kallelsen så länge registret har något att anmäla, och den vanliga ordningen visar var den saknas', async () => {
    const nasta = (await done('PlaneraSammantrade', { namnd, datum: '2026-11-25', tid: '15:00', plats: 'Salen' })).id;
    await done('LaggTillPunkt', { slag: 'formalia', rubrik: 'Upprop', klass: 'oppen' }, nasta);
    const kalla = () => give('SkickaKallelse', { datum: '2026-11-10', ordforande: P['Olga'], forhinder: 'Kansliet', kallade: ['Olga', 'Linus', 'Tora'].map((namn) => P[namn]) }, nasta);
    const anmalan = async () => (await see(`{ dagordningsmall(sammantrade: "${nasta}") { slag nummer } }`, sekreterare)).dagordningsmall.find(({ slag }: { slag: string }) => slag === 'delegationsanmalan');
    expect(await kalla()).toMatchObject({ kod: 'DELEGATIONSANMALAN_SAKNAS', allvar: 'VARNING', text: expect.stringContaining('fast registret har beslut som ska anmälas') });
    expect(await anmalan()).toEqual({ slag: 'delegationsanmalan', nummer: [] });
    await done('LaggTillPunkt', { slag: 'delegationsanmalan', rubrik: 'Anmälan av delegationsbeslut', klass: 'oppen' }, nasta);
    expect((await kalla()).kod).toBeUndefined();
    expect(await anmalan()).toEqual({ slag: 'delegationsanmalan', nummer: [2] });
  });
  it('A6: finns inget att anmäla vid sammanträdet varnar kallelsen inte', async () => {
    const tidigt = (await done('PlaneraSammantrade', { namnd, datum: '2018-03-14', tid: '15:00', plats: 'Salen' })).id;
    await done('LaggTillPunkt', { slag: 'formalia', rubrik: 'Upprop', klass: 'oppen' }, tidigt);
    expect((await give('SkickaKallelse', { datum: '2018-03-07', ordforande: P['Olga'], forhinder: 'Kansliet', kallade: ['Olga', 'Linus', 'Tora'].map((namn) => P[namn]) }, tidigt)).kod).toBeUndefined();
  });
});

describe('D8: ett ändrat beslut', () => {
  it('nämner inte en ändring som struktes eller som den som frågar inte får veta av; den som ser strukna beslut ser att den är struken', async () => {
    const gammalt = { namnd, klass: 'oppen', datum: '2026-05-04', nummer: '2.1', delegat: { slag: 'tjansteman', titel: 'Enhetschef' }, beslut: 'Avslag på hemtjänst', utfall: 'avslag', diarienummer: 'SN/2026:15' };
    const { id } = await done('RegistreraDelegationsbeslut', gammalt);
    const senare = async (over: object) => done('RegistreraDelegationsbeslut', { ...gammalt, datum: '2026-05-11', andrar: { beslut: id, grund: 'fl_37' }, ...over });
    const oppet = await senare({});
    const hemligt = await senare({ datum: '2026-05-18', klass: 'sekretess', sekretesslagrum: '26:1' });
    const genom = async (by: string | null = sekreterare, vid = '') => (await see(`{ delegationsbeslut(id: "${id}"${vid}) { andratGenom { av datum grund struket } } }`, by ?? undefined)).delegationsbeslut.andratGenom;
    const en = { av: oppet.id, datum: '2026-05-11', grund: 'fl_37', struket: null };
    const annat = { av: hemligt.id, datum: '2026-05-18', grund: 'fl_37', struket: null };
    expect(await genom()).toEqual([en, annat]);
    expect(await genom(null)).toEqual([en]);
    const fore = `${house.house.log.store.upplaga}:${await house.house.log.store.tip()}`;
    await done('StrykDelegationsbeslut', { skal: 'Fel person' }, oppet.id);
    expect(await genom()).toEqual([{ ...en, struket: true }, annat]);
    expect(await genom(null)).toEqual([]);
    expect(await genom(null, `, vid: { position: "${fore}" }`)).toEqual([en]);
  });
});
