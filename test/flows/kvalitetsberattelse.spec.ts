import { type Outcome, type Running, startHouse, uuid } from './harness';
import * as harness from './harness';

// The year's work with quality through the API: a series, risks, internal control, and the report that is assembled of it and taken by a §.
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
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>): Promise<Outcome> => harness.done(house, command, data, { by: sekreterare, id, skal });
const see = (query: string, by?: string) => harness.see(house, query, by);

const tillagda: string[] = [];
/** The § of an item on an entry of a register. */
const behandla = async (slag: string, id: string, beslutstyp: string): Promise<string> => {
  await done('LaggTillPunkt', { slag: 'information', rubrik: 'Ärendet', klass: 'oppen', galler: { slag, id }, sen: { beredd: true, skal: 'x' } }, mote);
  const { rader } = (await see(`{ dagordning(sammantrade: "${mote}") { rader { punkt } } }`, sekreterare)).dagordning;
  const punkt = rader.at(-1).punkt as string;
  tillagda.push(punkt);
  await done('FaststallDagordning', { tid: '15:01', tillagda }, mote);
  await done('FattaBeslut', { punkt, tid: '15:10', beslutstyp, beslutspunkter: [{ text: 'Nämnden beslutar.' }] }, mote);
  return punkt;
};

it('H6: berättelsen sätts samman av siffror med sina fakta, kontrolleras, färdigställs och tas upp i en paragraf', async () => {
  const { id: indikator } = await done('LaggUppIndikator', { namnd, klass: 'oppen', namn: 'Barn till tals', enhet: 'procent', fran: '2017-01', mal: { varde: '60', riktning: 'minst' }, kalla: 'Verksamhetssystemet' });
  await done('RegistreraIndikatorvarde', { manad: '2017-05', varde: '64' }, indikator);
  const { indikator: { varden: [punkt] } } = await see(`{ indikator(id: "${indikator}") { varden { faktum version narMal } } }`);
  expect(punkt).toMatchObject({ version: 2, narMal: true });

  const { id, position } = await done('PaborjaKvalitetsberattelse', { namnd, klass: 'oppen', ar: 2017, rubrik: 'Kvalitet 2017', checklista: ['egenkontroll', 'samverkan'] });
  const ange = (nyckel: string, more: object, skal?: Readonly<Record<string, string>>) => give('AngeSiffra', { avsnitt: 'egenkontroll', nyckel, ...more }, id, skal);
  expect((await ange('barn_till_tals', { kalla: { indikator, manad: '2017-06' } })).kod).toBe('INDIKATORVARDET_FINNS_INTE');
  expect((await ange('barn_till_tals', { kalla: { indikator, manad: '2017-05' } })).kod).toBeUndefined();
  expect((await ange('klagomål', { varde: '37', enhet: 'antal', ar: 2017, kalla: {} })).kod).toBe('KALLA_SAKNAS');
  expect((await ange('klagomål', { varde: '37', enhet: 'antal', ar: 2017, kalla: { register: 'klagomal', position } })).kod).toBeUndefined();
  await ange('direkt', { varde: '10', enhet: 'antal', ar: 2017, kalla: { text: 'Sammanställningen' } });
  await ange('via_ivo', { varde: '26', enhet: 'antal', ar: 2017, kalla: { text: 'Sammanställningen' } });
  await ange('nöjda_på_en_enhet', { varde: '75', enhet: 'procent', ar: 2017, svarande: 4, kalla: { text: 'Enkäten' } });
  await done('LaggTillSifferkontroll', { slag: 'summa', delar: ['direkt', 'via_ivo'], mot: 'klagomål' }, id);
  await done('SkrivAvsnitt', { avsnitt: 'egenkontroll', text: 'Egenkontrollen gjordes varje månad.' }, id);

  const refused = await give('FardigstallKvalitetsberattelse', { datum: '2018-02-28' }, id);
  expect(refused.orsaker).toEqual([{ kod: 'AVSNITT_SAKNAS', text: 'Berättelsen saknar samverkan.' }, { kod: 'SUMMAN_STAMMER_INTE', text: 'Klagomål stämmer inte: 10 + 26 = 36, redovisat 37.' }]);
  expect((await ange('via_ivo', { varde: '27', enhet: 'antal', ar: 2017, kalla: { text: 'Sammanställningen' } })).kod).toBe('SKAL_SAKNAS');
  expect((await ange('via_ivo', { varde: '27', enhet: 'antal', ar: 2017, kalla: { text: 'Sammanställningen' }, skal: 'Ett klagomål till' })).kod).toBeUndefined();
  expect((await see(`{ kvalitetsberattelse(id: "${id}") { id } kvalitetsberattelser(namnd: "${namnd}") { edges { node { id } } } }`))).toEqual({ kvalitetsberattelse: null, kvalitetsberattelser: { edges: [] } });
  const forsta = await done('FardigstallKvalitetsberattelse', { datum: '2018-02-28' }, id, { AVSNITT_SAKNAS: 'Samverkan redovisas för sig' });

  const punkten = await behandla('kvalitetsberattelse', id, 'godkanna');
  await done('OppnaKvalitetsberattelse', { skal: 'En rubrik till' }, id);
  await done('SkrivAvsnitt', { avsnitt: 'samverkan', text: 'Samverkan i länet.' }, id);
  const fraga = `{ kvalitetsberattelse(id: "${id}") {
    ar rubrik utkast { saknadeAvsnitt } behandlingar { punkt nummer version }
    versioner { version datum innehall { saknadeAvsnitt anmarkningar { kod } avsnitt { avsnitt text } siffror { nyckel varde saknas kalla { slag register position indikator manad faktum version text } } } } } }`;
  const sedd = (await see(fraga)).kvalitetsberattelse;
  expect(sedd).toMatchObject({ ar: 2017, rubrik: 'Kvalitet 2017', utkast: null, behandlingar: [{ punkt: punkten, nummer: 1, version: 1 }] });
  expect(sedd.versioner).toEqual([{
    version: 1, datum: '2018-02-28', innehall: {
      saknadeAvsnitt: ['samverkan'], anmarkningar: [], avsnitt: [{ avsnitt: 'egenkontroll', text: 'Egenkontrollen gjordes varje månad.' }],
      siffror: [
        { nyckel: 'barn_till_tals', varde: '64', saknas: null, kalla: { slag: 'indikator', register: null, position: null, indikator, manad: '2017-05', faktum: punkt.faktum, version: 2, text: null } },
        { nyckel: 'klagomål', varde: '37', saknas: null, kalla: { slag: 'register', register: 'klagomal', position, indikator: null, manad: null, faktum: null, version: null, text: null } },
        { nyckel: 'direkt', varde: '10', saknas: null, kalla: expect.objectContaining({ slag: 'manuell', text: 'Sammanställningen' }) },
        { nyckel: 'via_ivo', varde: '27', saknas: null, kalla: expect.anything() },
        { nyckel: 'nöjda_på_en_enhet', varde: null, saknas: 'for_fa_svar', kalla: expect.anything() },
      ],
    },
  }]);
  expect((await see(fraga, sekreterare)).kvalitetsberattelse.utkast).toEqual({ saknadeAvsnitt: [] });
  await done('FardigstallKvalitetsberattelse', { datum: '2018-03-20' }, id);
  expect((await see(`{ kvalitetsberattelser(namnd: "${namnd}", ar: 2017) { edges { node { versioner { version } } } } }`)).kvalitetsberattelser.edges).toEqual([{ node: { versioner: [{ version: 1 }, { version: 2 }] } }]);
  expect((await see(`{ kvalitetsberattelse(id: "${id}", vid: { position: "${forsta.position}" }) { versioner { version } behandlingar { nummer } } }`)).kvalitetsberattelse).toEqual({ versioner: [{ version: 1 }], behandlingar: [] });
});

it('en indikators värde rättas, och syns som det var förr', async () => {
  const { id } = await done('LaggUppIndikator', { namnd, klass: 'oppen', namn: 'Väntetid', enhet: 'dagar', fran: '2018-01', startvarde: null, mal: null, kalla: 'Statistiken' });
  expect((await give('LaggUppIndikator', { namnd: uuid(), klass: 'oppen', namn: 'Väntetid', enhet: 'dagar', fran: '2018-01', kalla: 'Statistiken' })).kod).toBe('NAMNDEN_FINNS_INTE');
  const { position } = await done('RegistreraIndikatorvarde', { manad: '2018-01', varde: '23' }, id);
  await done('RattaIndikatorvarde', { manad: '2018-01', varde: '11,5', skal: 'Fel månad' }, id);
  const fraga = (vid = '') => `{ indikator(id: "${id}"${vid}) { varden { varde tal rattat } } }`;
  expect((await see(fraga())).indikator.varden).toEqual([{ varde: '11,5', tal: 11.5, rattat: 'Fel månad' }]);
  expect((await see(fraga(`, vid: { position: "${position}" }`))).indikator.varden).toEqual([{ varde: '23', tal: 23, rattat: null }]);
});

it('H5: nämndens skala ger färg åt det som den tryckta inte täcker, från sin dag', async () => {
  const { id } = await done('PaborjaRiskanalys', { namnd, klass: 'oppen', datum: '2018-01-10', rubrik: 'Placerade barn' });
  await done('BedomRisk', { nr: '2.2', datum: '2018-01-10', sannolikhet: 'sannolik', allvarlighet: 'mattlig', text: 'Långa placeringar' }, id);
  await done('BeslutaAtgard', { nr: '2.2', datum: '2018-01-10', text: 'Fler familjehem', ansvarig: 'Enhetschefen', klarSenast: '2018-06-30' }, id);
  await done('FoljUppAtgard', { atgard: 1, datum: '2018-07-01', lage: 'forsenad', klarSenast: '2018-12-31' }, id);
  const { id: plan } = await done('UpprattaInternkontrollplan', { namnd, klass: 'oppen', rubrik: 'Skalan', fran: '2018-01-01', till: '2018-12-31' });
  const punkt = await behandla('internkontroll', plan, 'anta');
  expect((await give('FaststallRiskskala', { namnd, fran: '2018-03-21', band: [{ farg: 'gul', fran: 4, till: 8 }], punkt: uuid() })).kod).toBe('PUNKTEN_FINNS_INTE');
  await done('FaststallRiskskala', { namnd, fran: '2018-03-21', band: [{ farg: 'gron', fran: 1, till: 3 }, { farg: 'gul', fran: 4, till: 8 }, { farg: 'rod', fran: 9, till: 16 }], punkt });
  await done('BedomRisk', { nr: '2.2', datum: '2018-07-01', sannolikhet: 'mindre_sannolik', allvarlighet: 'hog' }, id);
  const fraga = `{ riskanalys(id: "${id}") { risker { bedomningar { varde farg } } atgarder { lage klarSenast uppfoljningar { lage } } } riskanalyser(namnd: "${namnd}", forsenade: true) { edges { node { id } } } }`;
  expect(await see(fraga)).toEqual({ riskanalys: null, riskanalyser: { edges: [] } });
  expect(await see(fraga, sekreterare)).toEqual({
    riskanalys: { risker: [{ bedomningar: [{ varde: 8, farg: 'OKLASSAD' }, { varde: 8, farg: 'gul' }] }], atgarder: [{ lage: 'forsenad', klarSenast: '2018-12-31', uppfoljningar: [{ lage: 'forsenad' }] }] },
    riskanalyser: { edges: [{ node: { id } }] },
  });
  await done('AvslutaRiskanalys', { datum: '2018-08-01' }, id);
  expect((await see(fraga)).riskanalys.risker).toHaveLength(1);
  expect((await see(`{ riskskalor(namnd: "${namnd}") { fran punkt band { farg till } } }`)).riskskalor).toEqual([{ fran: '2018-03-21', punkt, band: [{ farg: 'gron', till: 3 }, { farg: 'gul', till: 8 }, { farg: 'rod', till: 16 }] }]);
});

it('H7: internkontrollplanen antas av en paragraf, kontrolleras och redovisas i en annan', async () => {
  const { id } = await done('UpprattaInternkontrollplan', { namnd, klass: 'oppen', rubrik: 'Plan 2018', fran: '2018-01-01', till: '2018-12-31' });
  await done('LaggTillKontrollmoment', { text: 'Attest', ansvarig: 'Ekonomen', frekvens: 'halvar' }, id);
  await done('LaggTillKontrollmoment', { text: 'Behörigheter', ansvarig: 'Enhetschefen', frekvens: 'ar' }, id);
  expect((await give('NoteraInternkontroll', { moment: 1, datum: '2018-06-30', resultat: 'utan_avvikelse' }, id)).kod).toBe('PLANEN_AR_INTE_ANTAGEN');
  expect((await see(`{ internkontroll(id: "${id}") { id } }`)).internkontroll).toBeNull();
  const antogs = await behandla('internkontroll', id, 'anta');
  await done('AntaInternkontrollplan', { punkt: antogs }, id);
  await done('NoteraInternkontroll', { moment: 1, datum: '2018-06-30', resultat: 'storre_avvikelse', text: 'Två av tio saknade attest' }, id);
  expect((await give('RedovisaInternkontroll', { punkt: antogs }, id)).kod).toBe('REDOVISAS_I_PARAGRAF');
  await done('RedovisaInternkontroll', { punkt: await behandla('internkontroll', id, 'godkanna') }, id);
  const { internkontroll, internkontrollantal } = await see(`{ internkontroll(id: "${id}") { skede antagen { punkt beslutstyp } redovisad { beslutstyp } moment { planerade saknade avvikelser kontroller { resultat text } } } internkontrollantal(namnd: "${namnd}") { skede antal avvikelser } }`);
  expect(internkontroll).toEqual({
    skede: 'redovisad', antagen: { punkt: antogs, beslutstyp: 'anta' }, redovisad: { beslutstyp: 'godkanna' },
    moment: [{ planerade: 2, saknade: 1, avvikelser: 1, kontroller: [{ resultat: 'storre_avvikelse', text: 'Två av tio saknade attest' }] }, { planerade: 1, saknade: 1, avvikelser: 0, kontroller: [] }],
  });
  expect(internkontrollantal).toEqual([{ skede: 'redovisad', antal: 1, avvikelser: 1 }]);
  expect((await see(`{ internkontroller(namnd: "${namnd}", skede: redovisad) { edges { node { rubrik } } } }`)).internkontroller.edges).toEqual([{ node: { rubrik: 'Plan 2018' } }]);
});

it('det som är hemligt finns bara för den som får läsa det', async () => {
  const { id: indikator } = await done('LaggUppIndikator', { namnd, klass: 'sekretess', namn: 'KANARIE-HEMLIG', enhet: 'antal', fran: '2017-01', kalla: 'KANARIE-HEMLIG' });
  await done('RegistreraIndikatorvarde', { manad: '2017-05', varde: '3' }, indikator);
  const { id: riskanalys } = await done('PaborjaRiskanalys', { namnd, klass: 'sekretess', datum: '2018-01-10', rubrik: 'KANARIE-HEMLIG' });
  await done('AvslutaRiskanalys', { datum: '2018-01-11' }, riskanalys);
  const { id: oppen } = await done('PaborjaKvalitetsberattelse', { namnd, klass: 'oppen', ar: 2016, rubrik: 'Öppen', checklista: [] });
  expect((await give('AngeSiffra', { avsnitt: 'ovrigt', nyckel: 'hemlig', kalla: { indikator, manad: '2017-05' } }, oppen)).kod).toBe('INDIKATORVARDET_FINNS_INTE');
  const { id: utanLista } = await done('PaborjaKvalitetsberattelse', { namnd, klass: 'oppen', ar: 2015, rubrik: 'Grunden', checklista: null, arende: null });
  expect((await see(`{ kvalitetsberattelse(id: "${utanLista}") { checklista } }`, sekreterare)).kvalitetsberattelse.checklista).toHaveLength(8);
  const { id: hemlig } = await done('PaborjaKvalitetsberattelse', { namnd, klass: 'sekretess', ar: 2016, rubrik: 'KANARIE-HEMLIG', checklista: [] });
  expect((await give('AngeSiffra', { avsnitt: 'ovrigt', nyckel: 'hemlig', kalla: { indikator, manad: '2017-05' } }, hemlig)).kod).toBeUndefined();
  await done('FardigstallKvalitetsberattelse', { datum: '2018-01-11' }, hemlig);
  const fraga = `{ indikator(id: "${indikator}") { namn } riskanalys(id: "${riskanalys}") { rubrik } kvalitetsberattelse(id: "${hemlig}") { rubrik } }`;
  expect(await see(fraga)).toEqual({ indikator: null, riskanalys: null, kvalitetsberattelse: null });
  expect(await see(fraga, sekreterare)).toEqual({ indikator: { namn: 'KANARIE-HEMLIG' }, riskanalys: { rubrik: 'KANARIE-HEMLIG' }, kvalitetsberattelse: { rubrik: 'KANARIE-HEMLIG' } });
  const listor = JSON.stringify(await see(`{ indikatorer(namnd: "${namnd}") { edges { node { namn kalla } } } riskanalyser(namnd: "${namnd}") { edges { node { rubrik } } } kvalitetsberattelser(namnd: "${namnd}") { edges { node { rubrik } } } }`));
  expect(listor).not.toContain('KANARIE');
  expect((await give('LaggTillPunkt', { slag: 'information', rubrik: 'Berättelsen', klass: 'oppen', galler: { slag: 'kvalitetsberattelse', id: hemlig }, sen: { beredd: true, skal: 'x' } }, mote)).kod).toBeDefined();
});
