import * as harness from './harness';
import { type Running, startHouse } from './harness';

// The municipality's board on the web as one list: what is up and what was, of every organ, for those without a token.
const KANARIE = 'KANARIE-HEMLIG';
let house: Running;
let sekreterare: string;
let sn: string;
let ks: string;
let mote: string;
let planen: string;
const P: string[] = [];
const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.give(house, command, data, { by: sekreterare, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const lugn = async (): Promise<void> => house.house.models.caughtUp(await house.house.log.store.tip());
const FALT = 'slag organ referens rubrik text tillkannagivande plats lank uppsatt senast nedtasTidigast nedtaget brutet lagrum mal omgang bevis';
const tavlan = async (args: string, by?: string, falt = FALT): Promise<readonly Record<string, unknown>[]> => (await harness.see(house, `{ anslagstavla${args === '' ? '' : `(${args})`} { ${falt} } }`, by)).anslagstavla;
const uppe = async (args: string) => (await tavlan(args, undefined, 'slag referens')).map(({ slag, referens }) => `${slag as string}: ${referens as string}`);
const reglemente = { fran: '2026-01-01', antalLedamoter: 3, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' };

beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  ({ id: sn } = await done('InrattaNamnd', { organ: 'SN', namn: 'Sjönämnden i Påhitt', slag: 'namnd' }));
  ({ id: ks } = await done('InrattaNamnd', { organ: 'KS', namn: 'Kommunstyrelsen i Påhitt', slag: 'kommunstyrelse' }));
  await done('FaststallReglemente', reglemente, sn);
  for (const [i, namn] of ['Olga', 'Linus', 'Tora'].entries()) {
    P.push((await done('RegistreraPerson', { namn, slag: 'fortroendevald' })).id);
    await done('ValjForUppdrag', { person: P[i], uppdrag: 'ledamot', ...(i === 0 && { roll: 'ordforande' }), parti: 'A', ordning: i + 1, fran: '2026-01-01' }, sn);
  }
  await done('BorjaParagrafserie', { namnd: sn, ar: 2026, sista: 24 });
  mote = (await done('PlaneraSammantrade', { namnd: sn, datum: '2026-03-18', tid: '15:00', plats: 'Salen' })).id;
  await done('LaggTillPunkt', { slag: 'information', rubrik: 'Bryggan', klass: 'oppen' }, mote);
  await done('LaggTillPunkt', { slag: 'ovrigt', rubrik: KANARIE, klass: 'sekretess', sekretesslagrum: '26:1' }, mote);
  await done('SkickaKallelse', { datum: '2026-03-11', ordforande: P[0], forhinder: 'Kansliet', kallade: P }, mote);
});
afterAll(() => house.remove());

it('A9: sammanträdet som nämnden har valt att tillkännage, så länge det sitter uppe', async () => {
  expect(await uppe('')).toEqual([]);
  expect(await give('TillkannageSammantrade', { datum: '2026-03-12', plats: 'anslagstavlan', innehall: 'annat' }, mote)).toMatchObject({ kod: 'ANSLAGSTAVLANS_INNEHALL' });
  await done('TillkannageSammantrade', { datum: '2026-03-12', plats: 'anslagstavlan', innehall: 'sammantrade' }, mote);
  await done('TillkannageSammantrade', { datum: '2026-03-12', plats: 'webben', innehall: 'beslutsunderlag' }, mote);
  expect(await tavlan(`namnd: "${sn}"`)).toMatchObject([{ slag: 'sammantrade', organ: 'SN', referens: 'sammanträde 2026-03-18', plats: 'Salen', uppsatt: '2026-03-12', nedtaget: null, brutet: false, lagrum: 'KL 8 kap. 9–12 §§', mal: mote }]);
  expect(await uppe(`namnd: "${ks}"`)).toEqual([]);
  await done('TaNedTillkannagivande', { datum: '2026-03-19', innehall: 'sammantrade' }, mote);
  expect(await uppe('')).toEqual([]);
  expect(await uppe('fran: "2026-03-18", till: "2026-03-18"')).toEqual(['sammantrade: sammanträde 2026-03-18']);
  expect(await uppe('fran: "2026-03-19", till: "2026-03-19"')).toEqual([]);
  expect(await uppe('till: "2026-03-11"')).toEqual([]);
});

it('C5: justeringens anslag med var protokollet finns och hur besluten överklagas, och bara nummer på det som är sekretess', async () => {
  await done('OppnaSammantrade', { tid: '15:00' }, mote);
  await done('HallUpprop', { narvarande: P }, mote);
  const punkter = (await harness.see(house, `{ dagordning(sammantrade: "${mote}") { rader { punkt } } }`, sekreterare)).dagordning.rader.map(({ punkt }: { punkt: string }) => punkt);
  for (const punkt of punkter) await done('FattaBeslut', { punkt, tid: '15:10', beslutstyp: 'lagga_till_handlingarna', beslutspunkter: [{ text: KANARIE }] }, mote);
  await done('AvslutaSammantrade', { tid: '16:00' }, mote);
  await lugn();
  await done('Justera', { datum: '2026-03-24', omedelbart: false, justerare: [P[0], P[1]] }, mote);
  await done('AnslaProtokoll', { omgang: 1, datum: '2026-03-25', forvaringsplats: 'Kansliet' }, mote);
  await lugn();
  const [post] = await tavlan('fran: "2026-04-01", till: "2026-04-01"');
  expect(post).toMatchObject({ slag: 'justerat_protokoll', organ: 'SN', referens: '§§ 25–26 2026-03-18', uppsatt: '2026-03-25', nedtasTidigast: '2026-04-16', nedtaget: null, brutet: false, lagrum: 'KL 8 kap. 12 §', mal: mote, omgang: 1 });
  expect(post!['tillkannagivande']).toContain('Organ: Sjönämnden i Påhitt\nSammanträdesdag: 2026-03-18\nParagrafer: §§ 25–26\nJusterat: 2026-03-24\nTillkännagivet på anslagstavlan: 2026-03-25\nAnslaget tas ned tidigast: 2026-04-16\nProtokollet finns hos: Kansliet');
  expect(post!['tillkannagivande']).toContain('senast 2026-04-15');
  await done('TaNedAnslag', { omgang: 1, datum: '2026-04-16' }, mote);
  expect(await tavlan('fran: "2026-04-01", till: "2026-04-01"', undefined, 'slag nedtaget')).toEqual([{ slag: 'justerat_protokoll', nedtaget: '2026-04-16' }]);
  expect(await uppe('fran: "2026-04-16", till: "2026-04-16"')).toEqual([]);
  expect(JSON.stringify(await tavlan('fran: "2026-01-01", till: "2026-12-31"'))).not.toContain(KANARIE);
});

it('KL 8:10: en kungörelse enligt annan lag, dess klocka, beviset och vem som begärde den', async () => {
  expect(await give('SattUppKungorelse', { namnd: ks, slag: 'annat', datum: '2026-03-02', rubrik: 'Vi söker en kock', text: 'Sök nu' })).toMatchObject({ kod: 'ANSLAGSTAVLANS_INNEHALL', text: 'Anslagstavlan får bara innehålla det som anges i KL 8 kap. 10–11 §§.' });
  const data = { namnd: ks, slag: 'kungorelse', datum: '2026-03-02', rubrik: 'Granskning av en detaljplan', text: 'Planen finns på webben.', lagrum: 'PBL 5 kap. 18 §', nedtasTidigast: '2026-03-23', beteckning: 'KS/2026:7', lank: 'https://pahitt.example/planen', bestallare: 'Beställaren' };
  expect(await give('SattUppKungorelse', { ...data, lagrum: 'en lag' })).toMatchObject({ kod: 'OGILTIG_INDATA' });
  const satt = await done('SattUppKungorelse', data);
  planen = satt.id;
  const en = { slag: 'kungorelse', organ: 'KS', referens: 'KS/2026:7', rubrik: 'Granskning av en detaljplan', text: 'Planen finns på webben.', lank: 'https://pahitt.example/planen', uppsatt: '2026-03-02', nedtasTidigast: '2026-03-23', nedtaget: null, lagrum: 'PBL 5 kap. 18 §', mal: planen, bevis: null };
  expect(await tavlan('')).toMatchObject([en]);
  expect(await tavlan('', undefined, 'bestallare')).toEqual([{ bestallare: null }]);
  expect(await tavlan('', sekreterare, 'bestallare')).toEqual([{ bestallare: 'Beställaren' }]);
  const klockor = async (pa: string) => (await harness.see(house, `{ frister(namnd: "${ks}", pa: "${pa}") { kalla regel galler lag } }`, sekreterare)).frister;
  expect(await klockor('2026-03-10')).toEqual([{ kalla: 'kungorelse', regel: 'nedtagning', galler: 'KS/2026:7', lag: '2026-03-23' }]);
  expect(await give('TaNedKungorelse', { datum: '2026-03-20' }, planen)).toMatchObject({ kod: 'KUNGORELSE_TAS_NED_FOR_TIDIGT' });
  const { position: uppePosition } = satt;
  await done('TaNedKungorelse', { datum: '2026-03-24' }, planen);
  expect(await uppe('')).toEqual([]);
  expect((await tavlan('fran: "2026-03-20", till: "2026-03-20"')).find(({ slag }) => slag === 'kungorelse')).toMatchObject({ nedtaget: '2026-03-24', bevis: 'Kungörelsen KS/2026:7 enligt PBL 5 kap. 18 § var uppsatt på kommunens anslagstavla från 2026-03-02 till 2026-03-24.' });
  expect(await klockor('2026-03-25')).toEqual([{ kalla: 'kungorelse', regel: 'bevis', galler: 'KS/2026:7', lag: '2026-03-24' }]);
  await done('LamnaAnslagsbevis', { datum: '2026-03-25' }, planen);
  expect(await klockor('2026-03-25')).toEqual([]);
  // As it was then: up, and no proof.
  expect(await tavlan(`namnd: "${ks}", vid: { position: "${uppePosition}" }`)).toMatchObject([en]);
});

it('A2: fullmäktiges sammanträde en vecka före, ett senare bara med skäl', async () => {
  const kf = { namnd: ks, slag: 'fullmaktiges_sammantrade', datum: '2026-03-10', motesdag: '2026-03-16', rubrik: 'Fullmäktige sammanträder', text: 'Kl. 18 i Folkets hus: budgeten.' };
  expect(await give('SattUppKungorelse', kf)).toMatchObject({ kod: 'KUNGORELSE_SEN', text: 'Kungörelsen skulle ha satts upp senast 2026-03-09 (KL 5 kap. 13–15 §§). Ange skäl.' });
  const { id } = await done('SattUppKungorelse', kf, undefined, { KUNGORELSE_SEN: 'Brådskande' });
  expect(await tavlan(`namnd: "${ks}"`)).toMatchObject([{ slag: 'fullmaktiges_sammantrade', referens: 'fullmäktige 2026-03-16', senast: '2026-03-09', nedtasTidigast: '2026-03-16' }]);
  await done('TaNedKungorelse', { datum: '2026-03-17' }, id);
});

it('E6: ett särskilt protokoll över ett delegationsbeslut, utan vad det gäller', async () => {
  await done('AntaDelegationsordning', { namnd: sn, gallerFran: '2026-01-01', antagen: { datum: '2025-12-17', ar: 2025, nr: 88 }, punkter: [{ nummer: '3.1', arendegrupp: 'Bidrag', delegater: [{ slag: 'forvaltningschef' }], anmals: false }] });
  const { id } = await done('RegistreraDelegationsbeslut', { namnd: sn, klass: 'sekretess', sekretesslagrum: '26:1', datum: '2026-03-02', nummer: '3.1', overklagandeslag: 'LAGLIGHETSPROVNING', delegat: { slag: 'forvaltningschef' }, beslut: KANARIE, utfall: 'bifall', akt: KANARIE });
  await done('ProtokollforSarskilt', { datum: '2026-03-03', diarienummer: 'SN/2026:9' }, id);
  await done('AnslaSarskiltProtokoll', { datum: '2026-03-04' }, id);
  const post = (await tavlan('')).find(({ slag }) => slag === 'sarskilt_protokoll');
  expect(post).toMatchObject({ organ: 'SN', referens: 'delegationsbeslut 2026-03-02', uppsatt: '2026-03-04', nedtaget: null, mal: id });
  expect(JSON.stringify(await tavlan('fran: "2026-01-01", till: "2026-12-31"'))).not.toContain(KANARIE);
  await done('TaNedSarskiltAnslag', { datum: '2026-03-26' }, id);
  expect(await uppe('')).toEqual([]);
  expect(await uppe('fran: "2026-01-01", till: "2026-12-31"')).toEqual(['justerat_protokoll: §§ 25–26 2026-03-18', 'sammantrade: sammanträde 2026-03-18', 'fullmaktiges_sammantrade: fullmäktige 2026-03-16', 'sarskilt_protokoll: delegationsbeslut 2026-03-02', 'kungorelse: KS/2026:7']);
});

it('ett år i taget: allmänheten kan inte begära hela anslagstavlans historia på en gång', async () => {
  const felet = async (args: string) => (await house.ask(`{ anslagstavla(${args}) { referens } }`)).errors?.map(({ message, extensions }) => [extensions?.code, message]);
  const spann = [['OGILTIG_INDATA', 'fran: ska vara samma dag som till eller högst 366 dagar före; utelämnat är till i dag.']];
  expect(await felet('fran: "2024-12-31", till: "2026-01-01"')).toBeUndefined();
  expect(await felet('fran: "2024-12-30", till: "2026-01-01"')).toEqual(spann);
  expect(await felet('fran: "0001-01-01"')).toEqual(spann);
  expect(await felet('fran: "0001-01-01", till: null')).toEqual(spann);
  expect(await felet('fran: "2026-04-02", till: "2026-04-01"')).toEqual(spann);
  expect(await felet('fran: "2026-02-30", till: "2026-04-01"')).toEqual([['OGILTIG_INDATA', 'fran: ska vara en dag som finns, skriven ÅÅÅÅ-MM-DD.']]);
  expect(await felet('fran: "2026-02-01", till: "2026-02-30"')).toEqual([['OGILTIG_INDATA', 'till: ska vara en dag som finns, skriven ÅÅÅÅ-MM-DD.']]);
  expect(await felet('fran: "9999-12-31", till: "9999-12-31"')).toBeUndefined();
  expect(await felet('till: "9999-12-31"')).toBeUndefined();
});
