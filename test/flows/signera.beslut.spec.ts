import { type Roll } from '@klubba/behorighet';
import { pdfMed } from '../exempel/pdf';
import { type Running, startHouse, uuid } from './harness';
import * as harness from './harness';

// Decisions that one person takes for the nämnd, signed by the one who took them: on delegation, and in cases of lex Sarah.
let klubba: Running;
const som: Record<string, string> = {};
const person: Record<string, string> = {};
let namnd: string;

const give = (command: string, data: object, more: harness.Given = {}) => harness.give(klubba, command, data, { by: som['sekreterare'], ...more });
const done = (command: string, data: object, more: harness.Given = {}) => harness.done(klubba, command, data, { by: som['sekreterare'], ...more });
const se = (query: string, by?: string) => harness.see(klubba, query, by);
const SIGNATUR = 'namn roll metod faktum version paragrafer galler forfallen { skal paragrafer }';
const vid = (position?: string): string => (position === undefined ? '' : `, vid: { position: "${position}" }`);
const prova = async (mal: string, id: string, by?: string) => (await se(`{ provaSignatur(mal: "${mal}", id: "${id}") { stammer varfor } }`, by)).provaSignatur;
const lista = async (mal: string, by?: string) => (await se(`{ signaturer(mal: "${mal}") { id galler } }`, by)).signaturer as readonly { readonly id: string; readonly galler: boolean }[];
const SAMMA = { stammer: true, varfor: 'Innehållet är detsamma som när det signerades.' };
const handling = async (sidor: readonly string[]): Promise<string> => {
  const response = await fetch(`${klubba.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: new Uint8Array(await pdfMed([...sidor])), headers: { authorization: `Bearer ${som['sekreterare']}` } });
  const { uppladdning } = (await response.json()) as { uppladdning: string };
  return (await done('LaggTillHandling', { uppladdning, namnd, klass: 'oppen', namn: 'Beslut.pdf', datum: '2018-03-12' })).id;
};
const undertecknade = async (mal: string, by?: string) => (await se(`{ undertecknade(mal: "${mal}") { slag faktum underskrifter { namn } skillnader { del slag klubba filen } } }`, by)).undertecknade;
const forstor = async (kid: string): Promise<void> => {
  const { vault } = klubba.house;
  await (vault as unknown as { keys: { destroy(kid: string): Promise<void> } }).keys.destroy(kid);
  vault.forget(kid);
};

beforeAll(async () => {
  klubba = await startHouse();
  som['sekreterare'] = await klubba.token('namndsekreterare');
  som['revisor'] = await klubba.token('revisor');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2017-01-01', antalLedamoter: 3, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', diariekod: 'SOCN' }, { id: namnd });
  const roller: readonly (readonly [string, string, Roll])[] = [['ordf', 'Olga Orre', 'ordforande'], ['vice', 'Linus Ledin', 'ordforande'], ['ledamot', 'Tore Tall', 'ledamot'], ['chef', 'Clara Cederholm', 'forvaltningschef'], ['enhetschef', 'Rut Roos', 'handlaggare'], ['annan', 'Ester Ek', 'handlaggare']];
  for (const [namn, helt, roll] of roller) {
    person[namn] = (await done('RegistreraPerson', { namn: helt, slag: ['ordf', 'vice', 'ledamot'].includes(namn) ? 'fortroendevald' : 'tjansteperson' })).id;
    som[namn] = await klubba.token(roll, { sub: person[namn]! });
  }
  for (const [i, [namn, roll]] of ([['ordf', 'ordforande'], ['vice', 'forste_vice_ordforande'], ['ledamot', undefined]] as const).entries()) {
    await done('ValjForUppdrag', { person: person[namn], uppdrag: 'ledamot', ...(roll !== undefined && { roll }), parti: 'ABC'[i], ordning: i + 1, fran: i === 1 ? '2018-04-01' : '2018-01-01' }, { id: namnd });
  }
  await done('AntaDelegationsordning', { namnd, gallerFran: '2018-01-01', antagen: { datum: '2017-12-13', ar: 2017, nr: 99 }, bradskande: [{ slag: 'ordforande' }], punkter: [
    { nummer: '2.1', arendegrupp: 'Bidrag till föreningar', delegater: [{ slag: 'tjansteman', titel: 'Enhetschef' }] }, { nummer: '3.1', arendegrupp: 'Avtal', delegater: [{ slag: 'forvaltningschef' }] }, { nummer: '4.2', arendegrupp: 'Lokaler', delegater: [{ slag: 'utskott', titel: 'Individutskottet' }] },
  ] });
  await done('FaststallLexSarahRutin', { namnd, fran: '2017-01-01', rapportArbetsdagar: 1, startDagar: 1, utredningDagar: 60, delegater: ['bedomning', 'beslut', 'anmalan_ivo'].map((fraga) => ({ fraga, befattning: 'forvaltningschef', punkt: '3.4' })) });
});
afterAll(() => klubba.remove());

describe('Ett delegationsbeslut', () => {
  const registrera = (over: object = {}) => done('RegistreraDelegationsbeslut', { namnd, klass: 'oppen', datum: '2018-03-12', nummer: '2.1', delegat: { slag: 'tjansteman', titel: 'Enhetschef', person: person['enhetschef'], namn: 'Rut Roos' }, beslut: 'Bidrag till seglarskolan', utfall: 'bifall', belopp: 4000, ...over }, { skal: { EJ_ORDFORANDE: 'Läst ur akten' } });
  const signera = (by: string, mal: string, mer: object = {}) => give('Signera', { slag: 'delegationsbeslut', mal, ...mer }, { by: som[by]! });
  const beslutets = async (id: string, by?: string, position?: string) => (await se(`{ delegationsbeslut(id: "${id}"${vid(position)}) { beslut signaturer { ${SIGNATUR} } } }`, by)).delegationsbeslut as { readonly beslut: string; readonly signaturer: readonly { readonly galler: boolean; readonly forfallen: { readonly skal: string } | null }[] } | null;
  const SIGNERAD = { namn: 'Rut Roos', roll: 'delegat', metod: 'inloggad', faktum: null, version: null, paragrafer: [], galler: true, forfallen: null };

  it('E7: signeras av den som fattade det, en gång, och av ingen annan', async () => {
    const { id } = await registrera();
    expect(await signera('revisor', id)).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
    for (const vem of ['annan', 'chef', 'ordf', 'sekreterare']) expect(await signera(vem, id)).toMatchObject({ kod: 'EJ_DELEGATEN' });
    expect(await signera('enhetschef', uuid())).toMatchObject({ kod: 'DET_SOM_SIGNERAS_FINNS_INTE' });
    const forsta = await signera('enhetschef', id, { version: 3 });
    expect(await signera('enhetschef', id)).toMatchObject({ version: forsta.version });
    expect(await beslutets(id, som['sekreterare'])).toEqual({ beslut: 'Bidrag till seglarskolan', signaturer: [SIGNERAD] });
  });
  it('prövas av revisorn; allmänheten ser beslutet och inte vem som signerade', async () => {
    const { id } = await registrera();
    await signera('enhetschef', id);
    const [signatur] = await lista(id, som['revisor']);
    expect(await prova(id, signatur!.id, som['revisor'])).toEqual(SAMMA);
    const ute = await klubba.ask(`{ delegationsbeslut(id: "${id}") { beslut signaturer { namn person } } signaturer(mal: "${id}") { namn } provaSignatur(mal: "${id}", id: "${signatur!.id}") { stammer } }`);
    expect(ute.data).toEqual({ delegationsbeslut: { beslut: 'Bidrag till seglarskolan', signaturer: [] }, signaturer: [], provaSignatur: null });
    expect(ute.text).not.toMatch(/Roos/);
  });
  it('E7: utan person signeras det av den som ämbetet pekar ut den dagen, annars av ingen; utskottets i protokollet', async () => {
    const chefens = await registrera({ nummer: '3.1', delegat: { slag: 'forvaltningschef' } });
    expect(await signera('enhetschef', chefens.id)).toMatchObject({ kod: 'EJ_DELEGATEN' });
    await signera('chef', chefens.id);
    expect((await beslutets(chefens.id, som['revisor']))?.signaturer).toMatchObject([{ namn: 'Clara Cederholm', roll: 'delegat', galler: true }]);
    const ordforandens = await registrera({ nummer: undefined, grund: 'bradskande', bradskandeSkal: 'Avtalet löpte ut', delegat: { slag: 'ordforande' } });
    expect(await signera('vice', ordforandens.id)).toMatchObject({ kod: 'EJ_DELEGATEN' });
    expect((await signera('ordf', ordforandens.id)).kod).toBeUndefined();
    expect(await signera('enhetschef', (await registrera({ delegat: { slag: 'tjansteman', titel: 'Enhetschef', namn: 'Rut Roos' } })).id)).toMatchObject({ kod: 'DELEGATEN_OKAND' });
    expect(await signera('ordf', (await registrera({ nummer: '4.2', delegat: { slag: 'utskott', titel: 'Individutskottet' } })).id)).toMatchObject({ kod: 'SIGNERAS_I_PROTOKOLLET' });
  });
  it('behåller signaturen när det sekretessmarkeras, och ingen som inte får läsa det vet att den finns', async () => {
    const { id } = await registrera();
    await signera('enhetschef', id);
    const [signatur] = await lista(id, som['revisor']);
    await done('AndraDelegationsbeslutsklass', { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-13', skal: 'Gäller en enskild' }, { id });
    expect((await beslutets(id, som['ordf']))?.signaturer).toEqual([SIGNERAD]);
    expect(await prova(id, signatur!.id, som['ordf'])).toEqual(SAMMA);
    for (const vem of [undefined, som['revisor'], som['enhetschef']]) expect([await beslutets(id, vem), await lista(id, vem), await prova(id, signatur!.id, vem)]).toEqual([null, [], null]);
    // One who decided signs what he decided, also where he may not read the register.
    const hemligt = await registrera({ klass: 'sekretess', sekretesslagrum: '26:1', akt: 'Akt 7' });
    expect((await signera('enhetschef', hemligt.id)).kod).toBeUndefined();
    expect((await beslutets(hemligt.id, som['ordf']))?.signaturer).toEqual([SIGNERAD]);
  });
  it('behåller den också när beslutet anmäls, delges och överklagas: det som beslutades är detsamma', async () => {
    const { id } = await registrera();
    await signera('enhetschef', id);
    await done('ProtokollforSarskilt', { datum: '2018-03-14' }, { id });
    await done('AnslaSarskiltProtokoll', { datum: '2018-03-15' }, { id });
    await done('AntecknaPart', { part: 'Seglarna', fickDel: '2018-03-16' }, { id });
    await done('NoteraOverklagatDelegationsbeslut', { mal: '77-18', datum: '2018-03-20' }, { id });
    const [signatur] = await lista(id, som['revisor']);
    expect([signatur!.galler, await prova(id, signatur!.id, som['revisor'])]).toEqual([true, SAMMA]);
  });
  it('D8: ändrat av ett senare står dess signatur som den som gällde det förra, och det senare signeras', async () => {
    const { id } = await registrera();
    const { position } = await signera('enhetschef', id);
    const senare = await registrera({ datum: '2018-03-20', beslut: 'Bidrag till seglarskolan med 5 000 kronor', belopp: 5000, andrar: { beslut: id, grund: 'fl_37' } });
    expect((await beslutets(id, som['revisor']))?.signaturer).toMatchObject([{ galler: false, forfallen: { skal: 'andrat' } }]);
    expect(await prova(id, (await lista(id, som['revisor']))[0]!.id, som['revisor'])).toEqual({ stammer: false, varfor: 'Ett senare beslut har ändrat det.' });
    expect((await beslutets(id, som['revisor'], position))?.signaturer).toEqual([SIGNERAD]);
    expect(await signera('enhetschef', id)).toMatchObject({ kod: 'BESLUTET_GALLER_INTE', text: 'Ett senare beslut har ändrat det. Läs det och signera det i stället.' });
    await signera('enhetschef', senare.id);
    expect((await beslutets(senare.id, som['revisor']))?.signaturer).toEqual([SIGNERAD]);
    // The later one was recorded by mistake: its signature falls, and the earlier stands as it did, to be signed anew.
    await done('StrykDelegationsbeslut', { skal: 'Fel person' }, { id: senare.id });
    expect((await beslutets(senare.id, som['revisor']))?.signaturer).toMatchObject([{ galler: false, forfallen: { skal: 'struket' } }]);
    expect(await signera('enhetschef', senare.id)).toMatchObject({ kod: 'BESLUTET_GALLER_INTE' });
    await signera('enhetschef', id);
    expect((await beslutets(id, som['revisor']))?.signaturer.map(({ galler }) => galler)).toEqual([false, true]);
  });
  it('ur en lista är undertecknat där det fattades, och papperet läggs till bredvid Klubbas text', async () => {
    const response = await fetch(`${klubba.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: 'Beslutsdatum;Punkt;Befattning;Beslut;Utfall\r\n2018-03-05;3.1;Förvaltningschef;Avtal om båtplats;bifall', headers: { authorization: `Bearer ${som['sekreterare']}` } });
    await done('LasInDelegationsbeslut', { namnd, uppladdning: ((await response.json()) as { uppladdning: string }).uppladdning, fran: '2018-03-01', till: '2018-03-31', klass: 'oppen', kalla: 'Verksamhetssystemet' });
    const [{ node: { id } }] = (await se(`{ delegationsbesluten(namnd: "${namnd}", fran: "2018-03-05", till: "2018-03-05") { edges { node { id } } } }`, som['sekreterare'])).delegationsbesluten.edges;
    expect(await signera('chef', id)).toMatchObject({ kod: 'AR_INLAST' });
    await done('LaggTillUndertecknat', { slag: 'delegationsbeslut', mal: id, handling: await handling(['Avtal om bryggplats\n\nSigned by Clara Cederholm 2018-03-05 08:00:01']) });
    expect(await undertecknade(id, som['revisor'])).toMatchObject([{ slag: 'delegationsbeslut', faktum: null, underskrifter: [{ namn: 'Clara Cederholm' }], skillnader: [{ del: 'beslut', slag: 'annan_text', klubba: 'Avtal om båtplats' }] }]);
    expect(await undertecknade(id)).toEqual([]);
  });
  it('som är gallrat kan varken signeras eller prövas, och fäller ingen signatur', async () => {
    const { id } = await registrera();
    await signera('enhetschef', id);
    await forstor(`delegationsbeslut:${id}`);
    expect(await prova(id, (await lista(id, som['revisor']))[0]!.id, som['revisor'])).toEqual({ stammer: true, varfor: 'Innehållet är detsamma som när det signerades. Innehållet är gallrat och kan inte prövas.' });
    const ny = await registrera();
    await forstor(`delegationsbeslut:${ny.id}`);
    expect(await signera('enhetschef', ny.id)).toMatchObject({ kod: 'GALLRAT' });
  });
});

describe('Ett beslut i ett ärende enligt lex Sarah', () => {
  const DELAR = ['handelse_och_konsekvenser', 'nar_och_hur_uppmarksammad', 'nar_intraffad', 'orsaker', 'om_tidigare', 'om_igen', 'atgarder', 'ovrigt'];
  const av = () => ({ person: person['chef'], befattning: 'forvaltningschef' });
  const rapport = async (): Promise<string> => {
    const { id: arende } = await done('OppnaArende', { namnd, klass: 'sekretess', sekretesslagrum: '26:1', rubrik: 'Rapport enligt lex Sarah', datum: '2018-03-05', slag: 'lex_sarah' });
    const { id } = await done('TaEmotLexSarah', { namnd, arende, mottagen: '2018-03-05', lag: 'SOL', verksamhet: 'BUV', rapportorsslag: 'anstalld', rapportor: 'Rita Rapport', berorEnskild: true, beskrivning: 'HEMLIGT-HANDELSE' });
    await done('UtseLexSarahUtredare', { datum: '2018-03-06', utredare: person['annan'], javig: false }, { id });
    for (const del of DELAR) await done('AntecknaLexSarah', { del, datum: '2018-03-07', art: 'faktisk_omstandighet', kalla: 'Akten', text: 'HEMLIGT-UTREDNING', forfattare: 'Ester Ek', titel: 'utredare' }, { id });
    return id;
  };
  const bedom = (id: string, mer: object = {}) => done('BedomLexSarah', { datum: '2018-03-08', bedomning: 'MISSFORHALLANDE', av: av(), motivering: 'HEMLIGT-MOTIV', ...mer }, { id });
  const besluten = async (id: string, by = som['revisor'], position?: string) => (await se(`{ lexSarah(id: "${id}"${vid(position)}) { delegatbeslut { faktum fraga datum person befattning galler signaturer { ${SIGNATUR} } } } }`, by)).lexSarah.delegatbeslut;
  const signera = (by: string, mal: string, faktum?: number) => give('Signera', { slag: 'lexsarah', mal, ...(faktum !== undefined && { faktum }) }, { by: som[by]! });
  const fakta = async (id: string): Promise<readonly number[]> => (await besluten(id)).map(({ faktum }: { faktum: number }) => faktum);
  let id: string;
  let fore: string;

  it('F3: bedömningen, beslutet och anmälan till IVO signeras var för sig av den delegat som fattade dem', async () => {
    id = await rapport();
    await done('AnmalLexSarah', { datum: '2018-03-07', satt: 'post', kvitto: 'Rek', av: av(), grund: 'HEMLIGT-GRUND' }, { id });
    await bedom(id, { bedomning: 'ALLVARLIGT_MISSFORHALLANDE' });
    await done('BeslutaLexSarah', { datum: '2018-03-09', av: av(), text: 'HEMLIGT-BESLUT' }, { id });
    // Its fact is found by this number in the log too, by who reads it there.
    const logg = (await se(`{ handelser(namnd: "${namnd}", strom: "lexsarah-${id}", first: 50) { edges { node { typ version } } } }`, som['revisor'])).handelser.edges.map(({ node }: { node: object }) => node);
    for (const [i, faktum] of (await fakta(id)).entries()) {
      expect(logg).toContainEqual({ typ: ['LexSarahAnmald', 'LexSarahBedomd', 'LexSarahBeslutad'][i], version: faktum });
      for (const vem of ['ordf', 'enhetschef', 'sekreterare']) expect(await signera(vem, id, faktum)).toMatchObject({ kod: 'EJ_DELEGATEN' });
      const forsta = await signera('chef', id, faktum);
      expect(await signera('chef', id, faktum)).toMatchObject({ version: forsta.version });
      fore = forsta.position;
    }
    expect(await besluten(id)).toMatchObject((['anmalan_ivo', 'bedomning', 'beslut'] as const).map((fraga) => ({ fraga, befattning: 'forvaltningschef', galler: true, signaturer: [{ namn: 'Clara Cederholm', roll: 'delegat', galler: true, forfallen: null }] })));
  });
  it('som ingen delegat har fattat, eller som inte finns, går inte att signera', async () => {
    for (const faktum of [1, 99, undefined]) expect(await signera('chef', id, faktum)).toMatchObject({ kod: 'DET_SOM_SIGNERAS_FINNS_INTE' });
    expect(await signera('chef', uuid(), 1)).toMatchObject({ kod: 'DET_SOM_SIGNERAS_FINNS_INTE' });
    expect(await signera('revisor', id, 1)).toMatchObject({ kod: 'BEHORIGHET_SAKNAS' });
  });
  it('F7: prövas av revisorn, som inte får läsa det; allmänheten ser varken besluten eller signaturerna', async () => {
    const alla = await lista(id, som['revisor']);
    expect(alla).toHaveLength(3);
    for (const signatur of alla) expect(await prova(id, signatur.id, som['revisor'])).toEqual(SAMMA);
    const inne = await klubba.ask(`{ lexSarah(id: "${id}") { beslut delegatbeslut { signaturer { hash namn } } } signaturer(mal: "${id}") { hash } }`, undefined, som['revisor']);
    expect(inne.data.lexSarah.beslut).toBeNull();
    expect(inne.text).not.toContain('HEMLIGT');
    const ute = await klubba.ask(`{ lexSarah(id: "${id}") { skede delegatbeslut { signaturer { namn } } } signaturer(mal: "${id}") { namn } provaSignatur(mal: "${id}", id: "${alla[0]!.id}") { stammer } }`);
    expect(ute.data).toEqual({ lexSarah: { skede: 'ANMALD_IVO', delegatbeslut: [] }, signaturer: [], provaSignatur: null });
  });
  it('F7: behåller signaturen när avgörandet avidentifieras och visas för alla', async () => {
    await done('AvidentifieraLexSarah', { datum: '2018-03-12', text: 'Ett missförhållande. Rutinen är ändrad.', litenGrupp: false }, { id });
    expect((await lista(id, som['revisor'])).map(({ galler }) => galler)).toEqual([true, true, true]);
  });
  it('F6: förlorar signaturen när ärendet tas upp igen; anmälan till IVO är gjord, och som det var stämmer allt', async () => {
    await done('AterupptaLexSarah', { datum: '2018-03-13', skal: 'Nya uppgifter' }, { id });
    expect(await besluten(id)).toMatchObject([{ fraga: 'anmalan_ivo', galler: true, signaturer: [{ galler: true }] }, ...['bedomning', 'beslut'].map((fraga) => ({ fraga, galler: false, signaturer: [{ galler: false, forfallen: { skal: 'aterupptaget' } }] }))]);
    expect((await besluten(id, som['revisor'], fore)).flatMap(({ galler, signaturer }: { galler: boolean; signaturer: readonly { galler: boolean }[] }) => [galler, ...signaturer.map((en) => en.galler)])).toEqual(Array.from({ length: 6 }, () => true));
    expect(await signera('chef', id, (await fakta(id))[2])).toMatchObject({ kod: 'BESLUTET_GALLER_INTE', text: 'Ärendet har tagits upp igen, och beslutet gäller inte längre.' });
    expect(await prova(id, (await lista(id, som['revisor']))[2]!.id, som['revisor'])).toEqual({ stammer: false, varfor: 'Ärendet har tagits upp igen.' });
  });
  it('en ny bedömning fäller den förras signatur, och den som läste den förra får läsa den nya först', async () => {
    const annat = await rapport();
    await bedom(annat);
    const [forra] = await fakta(annat);
    await signera('chef', annat, forra);
    await bedom(annat, { datum: '2018-03-09', bedomning: 'EJ_MISSFORHALLANDE', skal: 'HEMLIGT-SKAL' });
    expect(await signera('chef', annat, forra)).toMatchObject({ kod: 'BESLUTET_GALLER_INTE', text: 'Ett senare beslut har ändrat det. Läs det och signera det i stället.' });
    const [, nya] = await fakta(annat);
    await signera('chef', annat, nya);
    expect(await besluten(annat)).toMatchObject([{ faktum: forra, galler: false, signaturer: [{ faktum: forra, galler: false, forfallen: { skal: 'andrat' } }] }, { faktum: nya, galler: true, signaturer: [{ faktum: nya, galler: true }] }]);
    await done('StrykLexSarah', { datum: '2018-03-10', dubblettAv: id, skal: 'Samma händelse' }, { id: annat });
    expect((await besluten(annat))[1]).toMatchObject({ galler: false, signaturer: [{ forfallen: { skal: 'struket' } }] });
  });
  it('undertecknat på papper läggs till vid sitt faktum, och läses bara av den som får läsa beslutet', async () => {
    const [, , beslut] = await fakta(id);
    await done('LaggTillUndertecknat', { slag: 'lexsarah', mal: id, faktum: beslut, handling: await handling(['Beslut: HEMLIGT-BESLUT\n\nSigned by Clara Cederholm 2018-03-09 08:00:01']) });
    expect(await undertecknade(id, som['ordf'])).toEqual([{ slag: 'lexsarah', faktum: beslut, underskrifter: [{ namn: 'Clara Cederholm' }], skillnader: [] }]);
    for (const vem of [undefined, som['revisor']]) expect(await undertecknade(id, vem)).toEqual([]);
  });
  it('som är gallrat kan inte prövas, och fäller ingen signatur', async () => {
    await forstor(`lexsarah:${id}`);
    const [anmalan] = await lista(id, som['revisor']);
    expect(await prova(id, anmalan!.id, som['revisor'])).toEqual({ stammer: true, varfor: 'Innehållet är detsamma som när det signerades. Innehållet är gallrat och kan inte prövas.' });
  });
});
