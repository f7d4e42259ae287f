import * as harness from './harness';
import { type Running, startHouse } from './harness';

// A request for an allmän handling: from the counter to kammarrätten, and what of it everyone may see.
const KANARIE = 'KANARIE-HEMLIG';
let house: Running;
let sekreterare: string;
let namnd: string;
let begaran: string;
const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.give(house, command, data, { by: sekreterare, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const se = async (falt: string, by?: string, mer = '') => (await harness.see(house, `{ utlamnande(id: "${begaran}"${mer}) { ${falt} } }`, by)).utlamnande;
const klockor = async (pa: string) => (await harness.see(house, `{ frister(namnd: "${namnd}", pa: "${pa}") { kalla regel galler lag lagrum } }`, sekreterare)).frister;
const vagran = { datum: '2026-03-05', av: 'delegat', utfall: 'nekad', lagrum: 'OSL 26 kap. 1 §', motivering: `Det står inte klart att ${KANARIE} kan röjas utan men.`, nummer: '1.7' };

beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  const punkter = [{ nummer: '1.7', arendegrupp: 'Utlämnande av handling', lagrum: 'OSL 6 kap. 3 §', delegater: [{ slag: 'tjansteman', titel: 'Enhetschef' }], anmals: true }];
  await done('AntaDelegationsordning', { namnd, gallerFran: '2026-03-04', antagen: { datum: '2026-02-18', ar: 2026, nr: 12 }, punkter });
});
afterAll(() => house.remove());

it('I13: en begäran utan namn och skäl tas emot, och klockan går', async () => {
  const data = { namnd, datum: '2026-03-02', tid: '09:10', form: 'pa_stallet', avser: KANARIE };
  expect(await give('TaEmotUtlamnandebegaran', { ...data, syfte: 'En artikel' })).toMatchObject({ kod: 'SYFTE_FRAGAS_INTE', allvar: 'STOPP', text: 'Ange inte skäl för utlämnande: sökanden får vara anonym (TF 2 kap. 18 §).' });
  ({ id: begaran } = await done('TaEmotUtlamnandebegaran', { ...data, anonym: true }));
  expect(await se('klass status form avser sokande syfte tid provning { utfall } beslut { utfall }', sekreterare)).toEqual({ klass: 'sekretess', status: 'begard', form: 'pa_stallet', avser: KANARIE, sokande: null, syfte: null, tid: '09:10', provning: null, beslut: null });
  expect(await klockor('2026-03-02')).toEqual([{ kalla: 'utlamnande', regel: 'utlamnande', galler: 'begäran 2026-03-02', lag: '2026-03-03', lagrum: 'TF 2 kap. 15 §' }]);
});

it('I5: den anställde nekar muntligen, sökanden ska veta om myndighetens prövning', async () => {
  expect(await give('ProvaUtlamnande', { datum: '2026-03-03', utfall: 'nekad', lagrum: 'en lag' }, begaran)).toMatchObject({ kod: 'OGILTIG_INDATA' });
  expect(await give('ProvaUtlamnande', { datum: '2026-03-03', utfall: 'nekad' }, begaran)).toMatchObject({ kod: 'SOKANDEN_EJ_INFORMERAD', allvar: 'VARNING' });
  await done('ProvaUtlamnande', { datum: '2026-03-03', utfall: 'nekad', lagrum: 'OSL 26 kap. 1 §', anteckning: KANARIE }, begaran, { SOKANDEN_EJ_INFORMERAD: 'Samtalet bröts' });
  expect(await klockor('2026-03-03')).toMatchObject([{ regel: 'utlamnandeinformation', lag: '2026-03-03' }]);
  expect(await give('TaEmotUtlamnandeoverklagande', { datum: '2026-03-04' }, begaran)).toMatchObject({ kod: 'SKRIFTLIGT_BESLUT_SAKNAS' });
  await done('InformeraOmMyndighetsprovning', { datum: '2026-03-03' }, begaran);
  expect(await klockor('2026-03-04')).toEqual([]);
  await done('BegarMyndighetsbeslut', { datum: '2026-03-04' }, begaran);
  expect(await klockor('2026-03-04')).toMatchObject([{ regel: 'utlamnandebeslut', lag: '2026-03-05' }]);
});

it('K4/I13: den som inte är delegat stoppas, delegaten vägrar, och det överklagas till kammarrätten genom nämnden', async () => {
  expect(await give('BeslutaUtlamnande', { ...vagran, delegat: { slag: 'tjansteman', titel: 'Socialsekreterare' } }, begaran)).toMatchObject({
    kod: 'EJ_DELEGAT_FOR_UTLAMNANDE', allvar: 'STOPP', text: 'Du är inte delegat för beslut om utlämnande. Lämna över till enhetschef.', orsaker: [{ kod: 'EJ_DELEGAT_FOR_UTLAMNANDE' }, { kod: 'EJ_BEHORIG' }],
  });
  const delegat = { slag: 'tjansteman', titel: 'Enhetschef' };
  const { position } = await done('BeslutaUtlamnande', { ...vagran, delegat }, begaran);
  const { beslut, status } = await se('status beslut { datum av utfall lagrum motivering nummer version delegat { slag befattning titel } overklagandehanvisning overklagandelagrum }', sekreterare);
  expect(status).toBe('beslutad');
  expect(beslut).toMatchObject({ datum: '2026-03-05', av: 'delegat', utfall: 'nekad', lagrum: 'OSL 26 kap. 1 §', motivering: vagran.motivering, nummer: '1.7', version: 1, delegat: { slag: 'tjansteman', befattning: 'enhetschef', titel: 'Enhetschef' }, overklagandelagrum: 'OSL 6 kap. 7–8 §§, FL 43–44 §§' });
  expect(beslut.overklagandehanvisning).toContain('till kammarrätten. ');
  expect(beslut.overklagandehanvisning).toContain('Lämna överklagandet till Socialnämnden i Påhitt. Det ska ha kommit in dit inom tre veckor från den dag du fick del av beslutet');
  await done('NoteraUtlamnandedelfaende', { datum: '2026-03-06' }, begaran);
  await done('TaEmotUtlamnandeoverklagande', { datum: '2026-03-20' }, begaran);
  expect(await klockor('2026-03-20')).toMatchObject([{ regel: 'overlamnande', lag: '2026-03-27', lagrum: 'FL 46 §' }]);
  await done('LamnaUtlamnandeoverklagande', { datum: '2026-03-23' }, begaran);
  await done('NoteraUtlamnandedom', { datum: '2026-04-20', domstol: 'KR', utfall: 'delvis' }, begaran);
  expect(await se('status sistaDag overklagat overlamnat domar { datum domstol utfall }', sekreterare)).toEqual({ status: 'avgjord', sistaDag: '2026-03-27', overklagat: '2026-03-20', overlamnat: '2026-03-23', domar: [{ datum: '2026-04-20', domstol: 'KR', utfall: 'delvis' }] });
  expect(await se('status overklagat', sekreterare, `, vid: { position: "${position}" }`)).toEqual({ status: 'beslutad', overklagat: null });
  expect(await klockor('2026-04-20')).toEqual([]);
});

it('E7: delegationsordningen är den som gällde på beslutets dag', async () => {
  const { id } = await done('TaEmotUtlamnandebegaran', { namnd, klass: 'oppen', datum: '2026-03-02', form: 'kopia', avser: 'Protokollet' });
  expect(await give('BeslutaUtlamnande', { ...vagran, datum: '2026-03-03', delegat: { slag: 'tjansteman', titel: 'Enhetschef' } }, id)).toMatchObject({ kod: 'EJ_DELEGAT_FOR_UTLAMNANDE', orsaker: [{ text: 'Du är inte delegat för beslut om utlämnande. Lämna över till nämnden.' }, { kod: 'DELEGATIONSORDNING_SAKNAS' }] });
  expect(await give('BeslutaUtlamnande', { ...vagran, av: 'namnd', punkt: namnd }, id)).toMatchObject({ kod: 'PARAGRAFEN_STAMMER_INTE' });
  await done('ProvaUtlamnande', { datum: '2026-03-03', utfall: 'utlamnad' }, id);
  expect((await harness.see(house, `{ utlamnanden(namnd: "${namnd}", status: utlamnad) { edges { node { id avser } } } }`)).utlamnanden.edges).toEqual([{ node: { id, avser: 'Protokollet' } }]);
});

it('alla ser att begäran finns, dagen och hur långt den har kommit, och inget av vad den gäller', async () => {
  const falt = 'klass status datum form avser sokande syfte tid mottagetAv fickDel sistaDag provning { utfall lagrum anteckning av } beslut { utfall lagrum motivering delegat { titel } overklagandehanvisning } domar { utfall }';
  for (const by of [undefined, await house.token('handlaggare'), await house.token('revisor')]) {
    const ut = await se(falt, by);
    expect(ut).toMatchObject({ klass: 'sekretess', status: 'avgjord', datum: '2026-03-02', form: 'pa_stallet', avser: null, tid: null, mottagetAv: null, fickDel: null, provning: { utfall: 'nekad', lagrum: null, anteckning: null, av: null }, beslut: { utfall: 'nekad', lagrum: null, motivering: null, delegat: null }, domar: [{ utfall: 'delvis' }] });
    expect(JSON.stringify(ut)).not.toContain(KANARIE);
  }
  expect((await harness.see(house, `{ utlamnanden(namnd: "${namnd}", vantar: true) { edges { node { id } } } }`)).utlamnanden.edges).toEqual([]);
});
