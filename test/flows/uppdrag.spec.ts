import { type Running, startHouse } from './harness';
import * as harness from './harness';

// An order through the API: given by a decision, reported, taken up by a § and closed by it.
let house: Running;
let sekreterare: string;
let namnd: string;
let mote: string;
beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2018-01-01', antalLedamoter: 1, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, namnd);
  const { id: ordf } = await done('RegistreraPerson', { namn: 'Olga Ordförande', slag: 'fortroendevald' });
  await done('ValjForUppdrag', { person: ordf, uppdrag: 'ledamot', roll: 'ordforande', parti: 'A', ordning: 1, fran: '2018-01-01' }, namnd);
  ({ id: mote } = await done('PlaneraSammantrade', { namnd, datum: '2018-03-21', tid: '15:00', plats: 'Salen' }));
  await done('OppnaSammantrade', { tid: '15:00' }, mote, { KALLELSE_SAKNAS: 'Muntlig' });
  await done('AntecknaNarvaro', { person: ordf, pass: [{ tjanstgor: true }] }, mote);
});
afterAll(() => house.remove());

const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.give(house, command, data, { by: sekreterare, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const see = (query: string, by?: string) => harness.see(house, query, by);
const uppdraget = async (id: string, by?: string) => (await see(`{ uppdrag(id: "${id}") { text ansvarig lage redovisasSenast rapporter { lage text } andringar { skal } behandlingar { nummer } avslutat { nummer beslutstyp } } }`, by)).uppdrag;

it('ett uppdrag ges, rapporteras, tas upp på dagordningen och avslutas av sin paragraf', async () => {
  const nytt = { namnd, klass: 'oppen', givare: 'namnd', datum: '2018-02-14', text: 'Se över väntetiderna', ansvarig: 'Förvaltningschefen', redovisasSenast: '2018-06-01' };
  expect((await give('GeUppdrag', { ...nytt, arende: namnd })).kod).toBe('ARENDET_FINNS_INTE');
  const { id } = await done('GeUppdrag', nytt);
  await done('RapporteraUppdrag', { datum: '2018-03-01', lage: 'risk_for_forsening', text: 'Vakanser' }, id);
  await done('AndraUppdrag', { redovisasSenast: '2018-09-01', skal: 'Vakanser' }, id);
  await done('LaggTillPunkt', { slag: 'information', rubrik: 'Väntetiderna', klass: 'oppen', galler: { slag: 'uppdrag', id }, sen: { beredd: true, skal: 'x' } }, mote);
  const { rader: [rad] } = (await see(`{ dagordning(sammantrade: "${mote}") { rader { punkt galler { slag id } } } }`, sekreterare)).dagordning;
  expect(rad.galler).toEqual({ slag: 'uppdrag', id });
  expect((await give('SlutforUppdrag', { punkt: rad.punkt }, id)).kod).toBe('AVSLUTAS_AV_PARAGRAF');
  await done('FaststallDagordning', { tid: '15:01', tillagda: [rad.punkt] }, mote);
  await done('FattaBeslut', { punkt: rad.punkt, tid: '15:10', beslutstyp: 'godkanna', beslutspunkter: [{ text: 'Redovisningen godkänns.' }] }, mote);
  expect(await uppdraget(id)).toMatchObject({ text: 'Se över väntetiderna', lage: 'risk_for_forsening', redovisasSenast: '2018-09-01', rapporter: [{ text: 'Vakanser' }], andringar: [{ skal: 'Vakanser' }], behandlingar: [{ nummer: 1 }], avslutat: null });
  expect((await see(`{ uppdragsantal(namnd: "${namnd}") { lage antal } }`)).uppdragsantal).toEqual([{ lage: 'risk_for_forsening', antal: 1 }]);
  await done('SlutforUppdrag', { punkt: rad.punkt }, id);
  expect((await uppdraget(id)).avslutat).toEqual({ nummer: 1, beslutstyp: 'godkanna' });
  expect((await see(`{ uppdragen(namnd: "${namnd}", pagaende: true) { edges { node { text } } } }`)).uppdragen.edges).toEqual([]);
  await done('AteroppnaUppdrag', { skal: 'Fel uppdrag' }, id);
  expect((await see(`{ uppdragen(namnd: "${namnd}", pagaende: true, redovisasSenast: "2018-09-01") { edges { node { text } } } }`)).uppdragen.edges).toEqual([{ node: { text: 'Se över väntetiderna' } }]);
});

it('ett hemligt uppdrag finns bara för den som får läsa det', async () => {
  const { id } = await done('GeUppdrag', { namnd, klass: 'sekretess', givare: 'namnd', datum: '2018-02-14', text: 'KANARIE-HEMLIG', ansvarig: 'Enhetschefen' });
  expect(await uppdraget(id)).toBeNull();
  expect(await uppdraget(id, sekreterare)).toMatchObject({ text: 'KANARIE-HEMLIG' });
  expect((await see(`{ uppdragen(namnd: "${namnd}") { edges { node { text } } } }`)).uppdragen.edges).toHaveLength(1);
});
