import { type Outcome, type Running, startHouse } from './harness';
import * as harness from './harness';

// Who is there and serves, and who else is in the room, through the API: the roll, distance, jäv in question, ajournering, parties.
const KANARIE = 'KANARIE-PART';
let house: Running;
let sekreterare: string;
let namnd: string;
let mote: string;
const P: Record<string, string> = {};
const punkter: Record<string, string> = {};
const PERSONER = [
  ['Olga', 'ledamot', 'A'], ['Linus', 'ledamot', 'B'], ['Tora', 'ledamot', 'A'], ['Vera', 'ledamot', 'C'], ['Ester', 'ersattare', 'A'], ['Enok', 'ersattare', 'B'], ['Elin', 'ersattare', 'A'],
] as const;
const give = (command: string, data: object, id = mote, skal?: Readonly<Record<string, string>>): Promise<Outcome> => harness.give(house, command, data, { by: sekreterare, id, skal });
const done = (command: string, data: object, id = mote, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const ny = (command: string, data: object) => harness.done(house, command, data, { by: sekreterare });
const see = (query: string, by?: string) => harness.see(house, query, by);
const lagg = async (namn: string, data: object = {}): Promise<void> => {
  await done('LaggTillPunkt', { slag: 'ovrigt', rubrik: namn, klass: 'oppen', ...data });
  punkter[namn] = (await see(`{ dagordning(sammantrade: "${mote}") { rader { rubrik punkt } } }`, sekreterare)).dagordning.rader.findLast(({ rubrik }: { rubrik: string }) => rubrik === namn).punkt;
};
const pid = (...namn: readonly string[]): readonly string[] => namn.map((en) => P[en]!);
const protokoll = async (by?: string) => (await see(`{ protokoll(sammantrade: "${mote}") {
  ajourneringar { fran till skal } narvaro { namn tjanstgjorde distans ersatter { namn } platser { namn vakant paragrafer } }
  ovrigNarvaro { slag benamning overlaggning hela paragrafer } paragrafer { nummer ordforande { namn } javsprovningar { namn jav varfor rad } parter { benamning fran till rad } }
} }`, by)).protokoll;

beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  ({ id: namnd } = await ny('InrattaNamnd', { organ: 'SN', namn: 'Sjönämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', {
    fran: '2026-01-01', antalLedamoter: 5, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', distans: true, gruppordning: ['A', 'B', 'C'],
  }, namnd);
  for (const [i, [namn, uppdrag, parti]] of PERSONER.entries()) {
    P[namn] = (await ny('RegistreraPerson', { namn, slag: 'fortroendevald' })).id;
    const roll = ({ Olga: 'ordforande', Linus: 'forste_vice_ordforande' } as Record<string, string>)[namn];
    await done('ValjForUppdrag', { person: P[namn], uppdrag, ...(roll !== undefined && { roll }), parti, ordning: i + 1, fran: '2026-01-01' }, namnd);
  }
  P['Greta'] = (await ny('RegistreraPerson', { namn: 'Greta', slag: 'fortroendevald' })).id;
  await done('ValjForUppdrag', { person: P['Greta'], uppdrag: 'ledamot', parti: 'B', ordning: 5, fran: '2026-01-01', till: '2026-02-01' }, namnd);
  await ny('BorjaParagrafserie', { namnd, ar: 2026, sista: 9 });
  mote = (await ny('PlaneraSammantrade', { namnd, datum: '2026-03-18', tid: '15:00', plats: 'Salen' })).id;
  await lagg('Internkontroll');
  await lagg('Placering', { klass: 'sekretess', sekretesslagrum: '26:1', myndighetsutovning: true });
  await lagg('Arbetsmiljö');
  await done('OppnaSammantrade', { tid: '15:00' }, mote, { KALLELSE_SAKNAS: 'Muntlig' });
});
afterAll(() => house.remove());

describe('Uppropet', () => {
  it('B2: förslaget är inkallelseordningens, också för den vakanta platsen, och visas bara inifrån', async () => {
    const fraga = `{ uppropsforslag(sammantrade: "${mote}", narvarande: ${JSON.stringify(pid('Olga', 'Linus', 'Vera', 'Ester', 'Enok', 'Elin'))}) { plats { namn } vakant ersattare { namn } } }`;
    expect((await see(fraga, sekreterare)).uppropsforslag).toEqual([
      { plats: { namn: 'Tora' }, vakant: false, ersattare: { namn: 'Ester' } }, { plats: { namn: 'Greta' }, vakant: true, ersattare: { namn: 'Enok' } },
    ]);
    expect((await see(fraga)).uppropsforslag).toBeNull();
  });
  it('B2: hålls i ett kommando, och avvikelsen behöver ett skäl', async () => {
    const svarar = pid('Olga', 'Linus', 'Vera', 'Ester', 'Enok', 'Elin');
    const data = { narvarande: svarar, franvarande: [{ person: P['Tora'], skal: 'Sjuk' }], tjanstgor: [{ ersattare: P['Elin'], ersatter: P['Tora'] }], distans: [{ person: P['Vera'], bild: true, ljud: true, likaVillkor: true }] };
    expect(await give('HallUpprop', data)).toMatchObject({ kod: 'INKALLELSEORDNING_FRANGAS', text: 'Enligt inkallelseordningen står Ester före Elin. Ange skäl.' });
    expect(await give('HallUpprop', { ...data, distans: [{ person: P['Vera'], bild: false, ljud: true, likaVillkor: true }] })).toMatchObject({ kod: 'DISTANS_EJ_LIKA_VILLKOR', text: 'Bild saknas – deltagaren räknas inte som närvarande.' });
    await done('HallUpprop', data, mote, { INKALLELSEORDNING_FRANGAS: 'Ester ska gå tidigt' });
    await done('HallUpprop', { narvarande: svarar, franvarande: [{ person: P['Tora'], skal: 'Sjuk' }], distans: data.distans });
  });
  it('B3: den som går och kommer åter samma dag tjänstgör inte mer', async () =>
    expect(await give('AntecknaNarvaro', { person: P['Vera'], pass: [{ tjanstgor: true, till: '15:40' }, { tjanstgor: true, fran: '16:30' }] }))
      .toMatchObject({ kod: 'AVBRUTEN_TJANSTGORING', text: 'Vera har avbrutit sin tjänstgöring kl. 15:40 och får inte tjänstgöra igen under dagen (reglementet).' }));
});

describe('I rummet', () => {
  it('B6: personalföreträdarna är med där nämnden har beslutat det, och aldrig vid individärenden', async () => {
    const facket = (punkt: string, more: object = {}) => give('AntecknaOvrigNarvaro', { slag: 'personalforetradare', benamning: 'Fyrvaktarna', punkter: [punkter[punkt]], ...more });
    expect(await facket('Placering')).toMatchObject({ kod: 'PERSONALFORETRADARE_EJ_NARVARO' });
    expect(await facket('Internkontroll')).toMatchObject({ kod: 'PERSONALNARVARO_EJ_BESLUTAD' });
    await done('MedgeNarvaro', { punkt: punkter['Internkontroll'], slag: 'personalforetradare' });
    expect((await facket('Internkontroll', { overlaggning: true })).kod).toBeUndefined();
    await done('BedomPersonalnarvaro', { punkt: punkter['Arbetsmiljö'], arbetsgivarfraga: true });
    expect((await facket('Arbetsmiljö')).kod).toBeUndefined();
    for (const [i, punkt] of ['Internkontroll', 'Arbetsmiljö'].entries()) await done('AntecknaOvrigNarvaro', { slag: 'sekreterare', benamning: `Sekreterare ${i + 1}`, punkter: [punkter[punkt]] });
    await done('FattaBeslut', { punkt: punkter['Internkontroll'], tid: '15:10', beslutstyp: 'godkanna', beslutspunkter: [{ text: 'Planen godkänns.' }] });
  });
  it('ajournerat avgörs inget, och beslutförheten prövas när det återupptas', async () => {
    await done('AjourneraSammantrade', { tid: '15:12', skal: 'Kaffe' });
    expect(await give('FattaBeslut', { punkt: punkter['Arbetsmiljö'], tid: '15:15', beslutstyp: 'godkanna', beslutspunkter: [] })).toMatchObject({ kod: 'SAMMANTRADET_AR_AJOURNERAT', text: 'Sammanträdet är ajournerat sedan 15:12. Återuppta det först.' });
    await done('AterupptaSammantrade', { tid: '15:25' });
  });
  it('B6, B5: parten hörs före klubbslaget, och den på distans går ur', async () => {
    const punkt = punkter['Placering'];
    await done('AntecknaPartsratt', { punkt, benamning: `${KANARIE} Påhittad`, informerad: false, begart: true, tid: '15:30' });
    const fatta = () => give('FattaBeslut', { punkt, tid: '15:45', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bifall.' }] }, mote, { PART_EJ_INFORMERAD: 'Talade ändå' });
    const forst = await fatta();
    expect(forst.orsaker!.map(({ kod }) => kod).sort()).toEqual(['DISTANS_EJ_I_SEKRETESS', 'PARTENS_BEGARAN_OBESVARAD']);
    await done('AntecknaFranvaroVidPunkt', { punkt, person: P['Vera'], skal: 'annat' });
    const fakta = (await see(`{ handelser(namnd: "${namnd}", strom: "sammantrade-${mote}", first: 200) { edges { node { typ falt { falt varde } } } } }`, sekreterare)).handelser.edges;
    const part = fakta.findLast(({ node }: { node: { typ: string } }) => node.typ === 'PartsrattAntecknad').node.falt.find(({ falt }: { falt: string }) => falt === 'part').varde;
    await done('AntecknaPartensUppgifter', { punkt, part, fran: '15:30', till: '15:38' });
    await done('ProvaJav', { punkt, person: P['Linus'], jav: false, varfor: 'utan_betydelse', text: 'Bagatell' });
    expect((await fatta()).kod).toBeUndefined();
  });
  it('B4: är ingen ur presidiet där leder ålderspresidenten', async () => {
    const punkt = punkter['Arbetsmiljö'];
    for (const namn of ['Olga', 'Linus']) await done('AntecknaFranvaroVidPunkt', { punkt, person: P[namn], skal: 'annat' });
    const fatta = () => give('FattaBeslut', { punkt, tid: '16:00', beslutstyp: 'godkanna', beslutspunkter: [{ text: 'Noteras.' }] });
    expect((await fatta()).kod).toBe('ORDFORANDE_SAKNAS');
    await done('UtseMotesordforande', { person: P['Vera'], som: 'alderspresident' });
    expect((await fatta()).kod).toBeUndefined();
    await done('AvslutaSammantrade', { tid: '17:00' });
  });
});

describe('I protokollet', () => {
  it('står det var och en var, i vems ställe och varifrån, vem som ledde, och vad som avbröt', async () => {
    await house.house.models.caughtUp(await house.house.log.store.tip());
    const { ajourneringar, narvaro, ovrigNarvaro, paragrafer } = await protokoll(sekreterare);
    expect(ajourneringar).toEqual([{ fran: '15:12', till: '15:25', skal: 'Kaffe' }]);
    expect(narvaro.find(({ namn }: { namn: string }) => namn === 'Enok').platser).toEqual([{ namn: 'Greta', vakant: true, paragrafer: [10, 11, 12] }]);
    expect(narvaro.find(({ namn }: { namn: string }) => namn === 'Vera')).toMatchObject({ tjanstgjorde: [10, 12], distans: [10, 12] });
    expect(ovrigNarvaro).toEqual([
      { slag: 'personalforetradare', benamning: 'Fyrvaktarna', overlaggning: true, hela: false, paragrafer: [10] }, { slag: 'personalforetradare', benamning: 'Fyrvaktarna', overlaggning: false, hela: false, paragrafer: [12] },
      { slag: 'sekreterare', benamning: 'Sekreterare 1', overlaggning: false, hela: false, paragrafer: [10] }, { slag: 'sekreterare', benamning: 'Sekreterare 2', overlaggning: false, hela: false, paragrafer: [12] },
    ]);
    expect(paragrafer.map(({ ordforande }: { ordforande: { namn: string } }) => ordforande.namn)).toEqual(['Olga', 'Olga', 'Vera']);
    expect(paragrafer[1]).toMatchObject({
      javsprovningar: [{ namn: 'Linus', jav: false, varfor: 'utan_betydelse', rad: 'Nämnden beslutar att Linus inte är jävig i ärendet.' }],
      parter: [{ benamning: `${KANARIE} Påhittad`, fran: '15:30', till: '15:38', rad: 'Parten lämnar uppgifter muntligt (SoL 14 kap. 8 §) och lämnar därefter sammanträdet.' }],
    });
  });
  it('B6: parten nämns inte för den som inte får se sekretess, heller när det är justerat', async () => {
    const ute = { JUSTERARE_EJ_NARVARANDE: 'Ute vid en av dem' };
    expect(await give('Justera', { datum: '2026-03-20', omedelbart: false, justerare: pid('Olga', 'Linus') }, mote, ute)).toMatchObject({ kod: 'LEDAREN_JUSTERAR_INTE', text: 'Vera ledde § 12 och undertecknar den. Ange skäl.' });
    await done('Justera', { datum: '2026-03-20', omedelbart: false, justerare: pid('Olga', 'Vera') }, mote, ute);
    await house.house.models.caughtUp(await house.house.log.store.tip());
    for (const by of [undefined, await house.token('revisor')]) {
      const sett = await protokoll(by);
      expect(JSON.stringify(sett)).not.toContain(KANARIE);
      expect(sett.paragrafer[1]).toMatchObject({ nummer: 11, parter: [], javsprovningar: [], ordforande: null });
    }
  });
  it('C3: närvaron vid det som är justerat ändras inte, och det som är orimligt sägs på svenska', async () => {
    expect(await give('AjourneraSammantrade', { tid: '16:10', till: '16:20' })).toMatchObject({ kod: 'REDAN_JUSTERAD' });
    expect(await give('HallUpprop', { narvarande: [] })).toMatchObject({ kod: 'SAMMANTRADET_AR_EJ_OPPNAT' });
    expect(await give('StrykAntecknat', { antecknat: mote, skal: 'x' })).toMatchObject({ kod: 'ANTECKNAT_FINNS_INTE' });
    expect(await give('HallUpprop', { narvarande: ['inget id'] })).toMatchObject({ kod: 'OGILTIG_INDATA', text: 'narvarande: ska vara ett UUID.' });
    expect((await harness.give(house, 'HallUpprop', { narvarande: [] }, { by: await house.token('revisor'), id: mote })).kod).toBeDefined();
  });
});
