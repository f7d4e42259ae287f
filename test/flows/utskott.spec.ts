import { type Running, startHouse } from './harness';
import * as harness from './harness';

// A matter that an utskott prepares: its own meeting, §§ and protocol, and its proposal on the agenda of the nämnd (E9).
let house: Running;
let sekreterare: string;
let namnd: string;
let utskott: string;
let arende: string;
let mote: string;
let forslag: string;
const P: Record<string, string> = {};
const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.give(house, command, data, { by: sekreterare, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const see = (query: string, by?: string) => harness.see(house, query, by);
const lugn = async (): Promise<void> => house.house.models.caughtUp(await house.house.log.store.tip());
const reglemente = (over: object) => ({ fran: '2026-01-01', kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', ...over });
const punkten = async (sammantrade: string, data: object): Promise<string> => {
  await done('LaggTillPunkt', { klass: 'oppen', ...data }, sammantrade);
  return (await see(`{ dagordning(sammantrade: "${sammantrade}") { rader { punkt } } }`, sekreterare)).dagordning.rader.at(-1).punkt;
};

beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Sjönämnden i Påhitt', slag: 'namnd' }));
  ({ id: utskott } = await done('InrattaNamnd', { organ: 'SNAU', namn: 'Sjönämndens arbetsutskott', slag: 'utskott', overordnad: namnd }));
  await done('FaststallReglemente', reglemente({ antalLedamoter: 3 }), namnd);
  for (const [i, namn] of ['Olga', 'Linus', 'Tora', 'Ester', 'Utomstående'].entries()) {
    P[namn] = (await done('RegistreraPerson', { namn, slag: 'fortroendevald' })).id;
    if (namn !== 'Utomstående') await done('ValjForUppdrag', { person: P[namn], uppdrag: i < 3 ? 'ledamot' : 'ersattare', ...(i === 0 && { roll: 'ordforande' }), parti: 'A', ordning: i + 1, fran: '2026-01-01' }, namnd);
  }
  await done('BorjaParagrafserie', { namnd, ar: 2026, sista: 40 });
  ({ id: arende } = await harness.done(house, 'OppnaArende', { namnd, klass: 'oppen', rubrik: 'Bryggan', datum: '2026-03-01', slag: 'ovrigt' }, { by: await house.token('registrator') }));
});
afterAll(() => house.remove());

describe('Utskottet', () => {
  it('K4/E9: den utanför nämnden väljs inte dit, och färre än tre blir inget utskott', async () => {
    expect(await give('FaststallReglemente', reglemente({ antalLedamoter: 2 }), utskott)).toMatchObject({ kod: 'UTSKOTT_FOR_LITET' });
    await done('FaststallReglemente', reglemente({ antalLedamoter: 3, beredande: true }), utskott);
    expect(await give('FaststallReglemente', reglemente({ fran: '2026-02-01', antalLedamoter: 3, beredande: true }), namnd)).toMatchObject({ kod: 'BARA_UTSKOTT_BEREDER' });
    const valj = (namn: string, ordning: number, more: object = {}) => give('ValjForUppdrag', { person: P[namn], uppdrag: 'ledamot', parti: 'A', ordning, fran: '2026-01-01', ...more }, utskott);
    expect(await valj('Utomstående', 1)).toMatchObject({ kod: 'EJ_VALBAR_TILL_UTSKOTT', text: 'Utomstående är inte ledamot eller ersättare i nämnden och kan inte väljas till utskottet (KL 6 kap. 42 §).' });
    for (const [i, namn] of ['Olga', 'Linus', 'Ester'].entries()) expect((await valj(namn, i + 1, i === 0 ? { roll: 'ordforande' } : {})).kod).toBeUndefined();
  });
  it('E9: bereder nämndens ärende vid ett eget sammanträde, med egna paragrafer, och kan bara lämna förslag', async () => {
    mote = (await done('PlaneraSammantrade', { namnd: utskott, datum: '2026-03-11', tid: '09:00', plats: 'Rummet' })).id;
    forslag = await punkten(mote, { slag: 'arende', rubrik: 'Bryggan', arende, utanDiarienummer: true });
    await done('OppnaSammantrade', { tid: '09:00' }, mote, { KALLELSE_SAKNAS: 'Muntlig' });
    await done('HallUpprop', { narvarande: ['Olga', 'Linus', 'Ester'].map((namn) => P[namn]) }, mote);
    expect(await give('FattaBeslut', { punkt: forslag, tid: '09:20', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bryggan byggs.' }] }, mote))
      .toMatchObject({ kod: 'UTSKOTTET_BEREDER', text: 'Utskottet får bara bereda: delegation saknas för ärende 1 (KL 6 kap. 41 §).' });
    await done('FattaBeslut', { punkt: forslag, tid: '09:20', beslutstyp: 'foresla_namnden', beslutspunkter: [{ text: 'Nämnden beslutar att bryggan byggs.' }] }, mote);
    await done('AvslutaSammantrade', { tid: '10:00' }, mote);
    await lugn();
    await done('Justera', { datum: '2026-03-12', omedelbart: false, justerare: [P['Olga'], P['Linus']] }, mote);
    await lugn();
  });
  it('E9: protokollet blir inte allmänt av justeringen (TF 2:10), i ingen av sina gestalter', async () => {
    const ser = async (by?: string) => see(`{ protokoll(sammantrade: "${mote}") { organ paragrafer { nummer beslutspunkter { text } } } paragraf(namnd: "${utskott}", ar: 2026, nummer: 1) { nummer justerad } sammantrade(id: "${mote}") { id } arende(id: "${arende}") { behandlingar { nummer } } }`, by);
    expect(await ser(sekreterare)).toMatchObject({ protokoll: { organ: 'SNAU', paragrafer: [{ nummer: 1, beslutspunkter: [{ text: 'Nämnden beslutar att bryggan byggs.' }] }] }, paragraf: { nummer: 1, justerad: '2026-03-12' }, arende: { behandlingar: [{ nummer: 1 }] } });
    expect(await ser()).toEqual({ protokoll: null, paragraf: null, sammantrade: null, arende: { behandlingar: [] } });
  });
});

describe('Nämnden', () => {
  it('har utskottets förslag på sin dagordning, med var det kommer från, och beslutar själv', async () => {
    const motet = (await done('PlaneraSammantrade', { namnd, datum: '2026-03-18', tid: '15:00', plats: 'Salen' })).id;
    const { position: innan } = await done('LaggTillPunkt', { slag: 'arende', rubrik: 'Bryggan', klass: 'oppen', arende, utanDiarienummer: true }, motet);
    const punkt = (await see(`{ dagordning(sammantrade: "${motet}") { rader { punkt } } }`, sekreterare)).dagordning.rader[0].punkt;
    expect(await give('KnytForslag', { punkt, paragraf: arende }, motet)).toMatchObject({ kod: 'PARAGRAFEN_FINNS_INTE' });
    const ks = (await done('InrattaNamnd', { organ: 'KS', namn: 'Kommunstyrelsen i Påhitt', slag: 'kommunstyrelse' })).id;
    const deras = (await done('PlaneraSammantrade', { namnd: ks, datum: '2026-03-18', tid: '15:00', plats: 'Salen' })).id;
    expect(await give('KnytForslag', { punkt: await punkten(deras, { slag: 'arende', rubrik: 'Bryggan', utanDiarienummer: true }), paragraf: forslag }, deras)).toMatchObject({ kod: 'INGET_FORSLAG', text: '§ 1 2026-03-11 är ett utskotts förslag till sin egen nämnd.' });
    await done('KnytForslag', { punkt, paragraf: forslag }, motet);
    await done('SkickaKallelse', { datum: '2026-03-13', ordforande: P['Olga'], forhinder: 'Kansliet', kallade: ['Olga', 'Linus', 'Tora', 'Ester'].map((namn) => P[namn]) }, motet);
    await lugn();
    const rad = async (by?: string) => (await see(`{ dagordning(sammantrade: "${motet}") { rader { arende forslag { text } forslagFran { organ datum ar nummer paragraf punkter { nr text } } } } }`, by)).dagordning.rader[0];
    expect(await rad(sekreterare)).toEqual({ arende, forslag: null, forslagFran: { organ: 'SNAU', datum: '2026-03-11', ar: 2026, nummer: 1, paragraf: forslag, punkter: [{ nr: 1, text: 'Nämnden beslutar att bryggan byggs.' }] } });
    expect(await rad()).toMatchObject({ forslag: null, forslagFran: null });
    expect((await see(`{ dagordning(sammantrade: "${motet}", vid: { position: "${innan}" }) { rader { forslagFran { organ } } } }`, sekreterare)).dagordning.rader[0].forslagFran).toBeNull();
    await done('OppnaSammantrade', { tid: '15:00' }, motet);
    await done('HallUpprop', { narvarande: ['Olga', 'Linus', 'Tora'].map((namn) => P[namn]) }, motet);
    expect(await give('FattaBeslut', { punkt, tid: '15:10', beslutstyp: 'foresla_namnden', beslutspunkter: [] }, motet)).toMatchObject({ kod: 'BARA_UTSKOTT_FORESLAR' });
    await done('FattaBeslut', { punkt, tid: '15:10', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bryggan byggs.' }] }, motet);
    await lugn();
    expect((await see(`{ paragraf(namnd: "${utskott}", ar: 2026, nummer: 1) { forslagBehandlat { namnd nummer } } }`, sekreterare)).paragraf.forslagBehandlat).toEqual([{ namnd, nummer: 41 }]);
    expect((await see(`{ protokoll(sammantrade: "${motet}") { paragrafer { forslagFran { text } } } }`, sekreterare)).protokoll.paragrafer[0].forslagFran.text).toBe('SNAU 2026-03-11 § 1');
    expect((await see(`{ arende(id: "${arende}") { behandlingar { nummer } } }`, sekreterare)).arende.behandlingar.map(({ nummer }: { nummer: number }) => nummer)).toEqual([1, 41]);
  });
});

describe('Delegationen', () => {
  it('E9: utskottets beslut på delegation anmäls till nämnden (6:40), och paragrafen där binder det', async () => {
    await done('AntaDelegationsordning', { namnd, gallerFran: '2026-01-01', antagen: { datum: '2025-12-17', ar: 2025, nr: 88 }, punkter: [{ nummer: '4.1', arendegrupp: 'Bryggor', delegater: [{ slag: 'utskott', organ: utskott }] }] });
    await done('FaststallReglemente', reglemente({ fran: '2026-04-01', antalLedamoter: 3 }), utskott);
    const deras = (await done('PlaneraSammantrade', { namnd: utskott, datum: '2026-04-08', tid: '09:00', plats: 'Rummet' })).id;
    const beslutat = await punkten(deras, { slag: 'arende', rubrik: 'Bojen', arende, utanDiarienummer: true });
    await done('OppnaSammantrade', { tid: '09:00' }, deras, { KALLELSE_SAKNAS: 'Muntlig' });
    await done('HallUpprop', { narvarande: ['Olga', 'Linus', 'Ester'].map((namn) => P[namn]) }, deras);
    await done('FattaBeslut', { punkt: beslutat, tid: '09:20', beslutstyp: 'bifalla', beslutspunkter: [{ text: 'Bojen köps.' }] }, deras);
    await lugn();
    const { id } = await done('RegistreraDelegationsbeslut', { namnd, klass: 'oppen', datum: '2026-04-08', nummer: '4.1', delegat: { slag: 'utskott', organ: utskott }, utskottspunkt: beslutat, beslut: 'Bojen köps.', arende });
    const beslutet = async () => (await see(`{ delegationsbeslut(id: "${id}") { anmals anmald { nr datum } } }`, sekreterare)).delegationsbeslut;
    expect(await beslutet()).toEqual({ anmals: true, anmald: null });

    const motet = (await done('PlaneraSammantrade', { namnd, datum: '2026-04-15', tid: '15:00', plats: 'Salen' })).id;
    await punkten(motet, { slag: 'formalia', rubrik: 'Upprop' });
    const kalla = () => give('SkickaKallelse', { datum: '2026-04-10', ordforande: P['Olga'], forhinder: 'Kansliet', kallade: ['Olga', 'Linus', 'Tora', 'Ester'].map((namn) => P[namn]) }, motet);
    expect(await kalla()).toMatchObject({ kod: 'DELEGATIONSANMALAN_SAKNAS' });
    const anmalan = await punkten(motet, { slag: 'delegationsanmalan', rubrik: 'Anmälan av delegationsbeslut' });
    expect((await kalla()).kod).toBeUndefined();
    await done('FyllDelegationsanmalan', { namnd, sammantrade: motet, punkt: anmalan, fran: '2026-04-01', till: '2026-04-15' });
    await done('OppnaSammantrade', { tid: '15:00' }, motet);
    await done('HallUpprop', { narvarande: ['Olga', 'Linus', 'Tora'].map((namn) => P[namn]) }, motet);
    await done('FattaBeslut', { punkt: anmalan, tid: '15:10', beslutstyp: 'lagga_till_handlingarna', beslutspunkter: [{ text: 'Anmälan läggs till handlingarna.' }] }, motet);
    await lugn();
    expect(await beslutet()).toEqual({ anmals: true, anmald: { nr: 42, datum: '2026-04-15' } });
  });
});
