import { type Running, startHouse } from './harness';
import * as harness from './harness';

// A remiss through the API: from arrival, by an agenda and its §, to the answer that is sent, and who sees what of it.
const KANARIE = 'KANARIE-HEMLIG';
let house: Running;
let sekreterare: string;
let namnd: string;
let arende: string;
let mote: string;
let ordf: string;
beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2018-01-01', antalLedamoter: 1, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, namnd);
  ({ id: ordf } = await done('RegistreraPerson', { namn: 'Olga Ordförande', slag: 'fortroendevald' }));
  await done('ValjForUppdrag', { person: ordf, uppdrag: 'ledamot', roll: 'ordforande', parti: 'A', ordning: 1, fran: '2018-01-01' }, namnd);
  ({ id: arende } = await done('OppnaArende', { namnd, klass: 'oppen', rubrik: 'Fördelning av ersättning', datum: '2018-02-14' }));
  ({ id: mote } = await done('PlaneraSammantrade', { namnd, datum: '2018-03-21', tid: '15:00', plats: 'Salen' }));
});
afterAll(() => house.remove());

const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>, by = sekreterare) => harness.give(house, command, data, { by, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const see = (query: string, by?: string) => harness.see(house, query, by);
const remissen = async (id: string, by?: string, more = '') => (await see(`{ remiss(id: "${id}"${more}) { status rubrik avsandare svarstid svarsvag sammantrade anstand { till beviljat } versioner { version text } behandlingar { nummer avgjord } expedieringar { preliminart mottagare } dagarEfterAvsandare dagarEfterIntern } }`, by)).remiss;
const remiss = (over: object = {}) => ({ namnd, klass: 'oppen', arende, slag: 'remiss', rubrik: 'Fördelning', avsandare: 'Kommunstyrelsen', inkom: '2018-02-14', svarstidAvsandare: '2018-03-09', yttrandeTill: 'styrelse', ...over });
const punkt = async (rubrik: string): Promise<string> => (await see(`{ dagordning(sammantrade: "${mote}") { rader { rubrik punkt } } }`, sekreterare)).dagordning.rader.find((rad: { rubrik: string }) => rad.rubrik === rubrik).punkt;

describe('En remiss genom API:t', () => {
  let id: string;
  let fore: string;
  it('tas emot i ett ärende i nämnden, av den som får', async () => {
    expect((await give('TaEmotRemiss', remiss({ arende: namnd }))).kod).toBe('ARENDET_FINNS_INTE');
    expect((await give('TaEmotRemiss', remiss(), undefined, undefined, await house.token('ledamot'))).kod).toBe('BEHORIGHET_SAKNAS');
    ({ id, position: fore } = await done('TaEmotRemiss', remiss()));
    expect(await remissen(id)).toMatchObject({ status: 'mottagen', rubrik: 'Fördelning', svarstid: '2018-03-09', dagarEfterAvsandare: null });
  });
  it('G: på dagordningen efter svarstiden varnas sekreteraren med de sex valen, tills ett är gjort', async () => {
    const rad = { slag: 'remissvar', rubrik: 'Remissvaret', klass: 'oppen', arende, galler: { slag: 'remiss', id } };
    expect((await give('LaggTillPunkt', rad, mote)).text).toMatch(/^Svarstiden 2018-03-09 går ut före sammanträdet 2018-03-21\. Välj: begär anstånd · ordförandebeslut/);
    expect((await give('LaggTillPunkt', { ...rad, galler: { slag: 'remiss', id: namnd } }, mote)).kod).toBe('POSTEN_FINNS_INTE');
    await done('ValjSvarsvag', { vag: 'preliminart_svar' }, id);
    await done('LaggTillPunkt', rad, mote);
    expect(await remissen(id, sekreterare)).toMatchObject({ status: 'pa_dagordning', sammantrade: mote, svarsvag: 'preliminart_svar' });
    expect(await remissen(id)).toMatchObject({ sammantrade: null, svarsvag: null });
  });
  it('svaret i utkast ser bara de inne; det som har skickats ser alla', async () => {
    await done('SkrivRemissvar', { datum: '2018-03-07', text: 'Nämnden tillstyrker' }, id);
    expect((await remissen(id)).versioner).toEqual([]);
    expect((await remissen(id, sekreterare)).versioner).toEqual([{ version: 1, text: 'Nämnden tillstyrker' }]);
    expect((await give('ExpedieraRemissvar', { version: 1, datum: '2018-03-08', satt: 'e_post', mottagare: ['Kommunstyrelsen'] }, id)).kod).toBe('EJ_BESLUTAD');
    await done('ExpedieraRemissvar', { version: 1, datum: '2018-03-08', satt: 'e_post', mottagare: ['Kommunstyrelsen'], preliminart: true }, id);
    expect(await remissen(id)).toMatchObject({ status: 'preliminart_svar', versioner: [{ version: 1 }], dagarEfterAvsandare: 0 });
  });
  it('paragrafen antecknas på den, och protokollsutdraget avslutar den', async () => {
    await done('OppnaSammantrade', { tid: '15:00' }, mote, { KALLELSE_SAKNAS: 'Muntlig' });
    await done('AntecknaNarvaro', { person: ordf, pass: [{ tjanstgor: true }] }, mote);
    const svaret = await punkt('Remissvaret');
    await done('FattaBeslut', { punkt: svaret, tid: '15:10', beslutstyp: 'avge_yttrande', beslutspunkter: [{ text: 'Nämnden avger yttrandet.' }] }, mote);
    await done('AnmalReservation', { punkt: svaret, av: [ordf], tid: '15:11' }, mote, { RESERVERAR_SIG_MOT_SIN_ROST: 'x' });
    expect(await remissen(id)).toMatchObject({ status: 'beslutad', behandlingar: [{ nummer: 1, avgjord: true }] });
    expect((await see(`{ paragraf(namnd: "${namnd}", ar: 2018, nummer: 1) { nummer } }`, sekreterare)).paragraf).toEqual({ nummer: 1 });
    const ut = { version: 1, datum: '2018-03-22', satt: 'e_post_och_post', mottagare: ['Kommunstyrelsen'] };
    expect((await give('ExpedieraRemissvar', ut, id)).text).toBe('En reservation finns i paragrafen. Svaret ska skickas med dem.');
    await done('ExpedieraRemissvar', { ...ut, medReservationer: true }, id);
    expect(await remissen(id)).toMatchObject({ status: 'expedierad', expedieringar: [{ preliminart: true }, { preliminart: false, mottagare: ['Kommunstyrelsen'] }] });
    expect(await remissen(id, sekreterare, `, vid: { position: "${fore}" }`)).toMatchObject({ status: 'mottagen', versioner: [] });
  });
  it('registret visar, ordnar och räknar, nu och då, och det hemliga bara för den som får', async () => {
    const { id: hemligt } = await done('OppnaArende', { namnd, klass: 'sekretess', sekretesslagrum: '26:1', rubrik: 'Enskild', datum: '2018-02-14' });
    const { id: dold } = await done('TaEmotRemiss', remiss({ arende: hemligt, klass: 'sekretess', rubrik: KANARIE, svarstidAvsandare: '2018-03-01' }));
    await done('TaEmotRemiss', remiss({ rubrik: 'Sen', inkom: '2018-02-20', svarstidAvsandare: '2018-03-16' }));
    const lista = async (args: string, by?: string) => (await see(`{ remisser(namnd: "${namnd}"${args}) { edges { cursor node { rubrik } } pageInfo { hasNextPage endCursor } } }`, by)).remisser;
    const rubriker = async (args: string, by?: string) => (await lista(args, by)).edges.map(({ node }: { node: { rubrik: string } }) => node.rubrik);
    expect(await rubriker('')).toEqual(['Fördelning', 'Sen']);
    expect(await rubriker(', ordning: svarstid', sekreterare)).toEqual([KANARIE, 'Fördelning', 'Sen']);
    expect(await rubriker(', oppna: true, ordning: svarstid, senastForst: true', sekreterare)).toEqual(['Sen', KANARIE]);
    expect(await rubriker(', svarstidSenast: "2018-03-10"')).toEqual(['Fördelning']);
    const forsta = await lista(', first: 1');
    expect(forsta.pageInfo.hasNextPage).toBe(true);
    expect(await rubriker(`, first: 1, after: "${forsta.pageInfo.endCursor}"`)).toEqual(['Sen']);
    expect(await rubriker(`, vid: { position: "${fore}" }`)).toEqual(['Fördelning']);
    const antal = async (by?: string) => (await see(`{ remissantal(namnd: "${namnd}", ar: 2018) { status antal dagarSent } }`, by)).remissantal;
    expect(await antal()).toEqual([{ status: 'expedierad', antal: 1, dagarSent: 0 }, { status: 'mottagen', antal: 1, dagarSent: 0 }]);
    expect(await antal(sekreterare)).toEqual([{ status: 'expedierad', antal: 1, dagarSent: 0 }, { status: 'mottagen', antal: 2, dagarSent: 0 }]);
    expect(await remissen(dold)).toBeNull();
    await done('StrykRemiss', { skal: 'Dubblett' }, dold);
    expect(await remissen(dold, sekreterare)).toBeNull();
    expect(await rubriker('', sekreterare)).toEqual(['Fördelning', 'Sen']);
  });
});

describe('En remiss som nämnden skickar', () => {
  it('går ut, påminns, besvaras och avslutas', async () => {
    const { id } = await done('SkickaRemiss', { namnd, klass: 'oppen', arende, rubrik: 'Taxa', fragor: 'Vad blir det för er?', svarstid: '2018-04-15', datum: '2018-03-22', remissinstanser: ['Byggnadsnämnden', 'Miljönämnden'] });
    const utskick = async (by?: string) => (await see(`{ remissutskick(id: "${id}") { rubrik avslutat instanser { instans namn svarstid paminnelser svar { stallning dagarSent sammanfattning } } } }`, by)).remissutskick;
    const [bygg, miljo] = (await utskick()).instanser;
    await done('PaminnRemissinstans', { instans: bygg.instans, datum: '2018-04-10' }, id);
    await done('ForlangRemisstid', { instans: bygg.instans, till: '2018-04-20', datum: '2018-04-12' }, id);
    await done('TaEmotRemissvar', { instans: bygg.instans, datum: '2018-04-22', stallning: 'synpunkter', sammanfattning: 'Dyrt' }, id);
    expect((await give('TaEmotRemissvar', { instans: miljo.instans, datum: '2018-04-22', stallning: 'tillstyrker', handling: namnd }, id)).kod).toBe('HANDLINGEN_FINNS_INTE');
    expect((await give('AvslutaRemissutskick', { datum: '2018-04-30' }, id)).kod).toBe('SVAR_SAKNAS');
    await done('AvslutaRemissutskick', { datum: '2018-04-30' }, id, { SVAR_SAKNAS: 'Påmind två gånger' });
    expect((await utskick()).instanser[0]).toMatchObject({ namn: 'Byggnadsnämnden', svarstid: '2018-04-20', paminnelser: ['2018-04-10'], svar: { stallning: 'synpunkter', dagarSent: 2, sammanfattning: 'Dyrt' } });
    expect((await see(`{ remissutskicken(namnd: "${namnd}") { edges { node { rubrik avslutat } } } }`)).remissutskicken.edges).toEqual([{ node: { rubrik: 'Taxa', avslutat: '2018-04-30' } }]);
    expect((await see(`{ remissutskicken(namnd: "${namnd}", pagaende: true) { edges { node { rubrik } } } }`)).remissutskicken.edges).toEqual([]);
  });
});
