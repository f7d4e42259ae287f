import * as harness from './harness';
import { type Running, startHouse } from './harness';

// The registers of the quality work through the API: complaints, deviations, decisions not carried out and appeals, and who sees what of them.
const KANARIE = 'KANARIE-HEMLIG';
let house: Running;
let sekreterare: string;
let handlaggare: string;
let namnd: string;
beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  handlaggare = await house.token('handlaggare');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2015-01-01', antalLedamoter: 1, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, namnd);
  await done('FaststallReglemente', { fran: '2022-01-01', antalLedamoter: 1, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer', klagomalDagar: 10, klagomalSlag: 'arbetsdagar', friaAftnar: ['julafton'] }, namnd);
});
afterAll(() => house.remove());

const give = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>, by = sekreterare) => harness.give(house, command, data, { by, id, skal });
const done = (command: string, data: object, id?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id, skal });
const see = (query: string, by: string | undefined = sekreterare) => harness.see(house, query, by);
const ute = (query: string) => harness.see(house, query);
const nod = (svar: { readonly edges: readonly { readonly node: object }[] }): readonly object[] => svar.edges.map(({ node }) => node);

describe('Klagomål', () => {
  const ta = (over: object = {}) => ({ namnd, kanal: 'direkt', typ: 'klagomal', kategori: 'bemötande', enhet: 'barn', inkom: '2018-03-23', text: KANARIE, avsandare: KANARIE, ...over });
  let id: string;
  let fore: string;
  it('H1: tas emot med den svarstid som gällde den dagen, och är sekretess om inget annat sägs', async () => {
    ({ id, position: fore } = await done('TaEmotKlagomal', ta()));
    const fraga = `{ klagomal(id: "${id}") { klass status svarSenast text avsandare svar { text } } }`;
    expect((await see(fraga)).klagomal).toEqual({ klass: 'sekretess', status: 'mottaget', svarSenast: '2018-04-06', text: KANARIE, avsandare: KANARIE, svar: [] });
    expect((await ute(fraga)).klagomal).toBeNull();
    expect((await see(fraga, handlaggare)).klagomal).toBeNull();
    const { id: nytt } = await done('TaEmotKlagomal', ta({ inkom: '2022-03-04', typ: 'fraga', kanal: 'webb' }));
    expect((await see(`{ klagomal(id: "${nytt}") { svarSenast } }`)).klagomal.svarSenast).toBe('2022-03-18');
    expect((await give('TaEmotKlagomal', ta({ arende: namnd }))).kod).toBe('ARENDET_FINNS_INTE');
    expect((await give('TaEmotKlagomal', ta(), undefined, undefined, await house.token('ledamot'))).kod).toBe('BEHORIGHET_SAKNAS');
  });
  it('H1: besvaras för sent bara med ett skäl, eskaleras och förs till IVO', async () => {
    await done('BekraftaKlagomal', { datum: '2018-03-24' }, id);
    expect((await give('BesvaraKlagomal', { datum: '2018-04-11', text: KANARIE }, id)).text).toBe(`Klagomål ${id} skulle ha besvarats senast 2018-04-06.`);
    await done('BesvaraKlagomal', { datum: '2018-04-11', text: KANARIE }, id, { SVARSTIDEN_PASSERAD: 'Sjukdom' });
    await done('EskaleraKlagomal', { datum: '2018-04-12', skal: 'Begärt' }, id);
    await done('NoteraKlagomalHosIvo', { datum: '2018-04-13', ivosNummer: '8.5-1/2018' }, id);
    await done('NoteraIvoSvarPaKlagomal', { datum: '2018-04-22', svar: 'ingen_atgard' }, id);
    expect((await see(`{ klagomal(id: "${id}") { status bekraftat dagarSent eskalerat svar { datum text } ivo { datum ivosNummer besvarat svar } } }`)).klagomal).toEqual({
      status: 'eskalerat', bekraftat: '2018-03-24', dagarSent: 5, eskalerat: '2018-04-12', svar: [{ datum: '2018-04-11', text: KANARIE }], ivo: [{ datum: '2018-04-13', ivosNummer: '8.5-1/2018', besvarat: '2018-04-22', svar: 'ingen_atgard' }],
    });
  });
  it('publiceras i egna ord: det och inget annat ser allmänheten, tills det tas bort', async () => {
    await done('PubliceraKlagomal', { datum: '2018-04-20', text: 'Svårt att nå enheten', svar: 'Telefontiden är längre nu' }, id);
    const fraga = `{ publiceradeKlagomal(namnd: "${namnd}") { edges { node { id text svar } } } klagomalen(namnd: "${namnd}") { edges { node { id } } } klagomalsantal(namnd: "${namnd}", efter: [typ]) { antal } }`;
    expect(await ute(fraga)).toEqual({ publiceradeKlagomal: { edges: [{ node: { id, text: 'Svårt att nå enheten', svar: 'Telefontiden är längre nu' } }] }, klagomalen: { edges: [] }, klagomalsantal: [] });
    await done('AvpubliceraKlagomal', { skal: 'För lång tid' }, id);
    expect((await ute(fraga)).publiceradeKlagomal.edges).toEqual([]);
  });
  it('räknas efter typ, kategori och kanal, filtreras, och som det var', async () => {
    await done('TaEmotKlagomal', ta({ typ: 'berom', kategori: 'personal', klass: 'oppen', inkom: '2018-04-01', text: 'Tack' }));
    expect((await see(`{ klagomalsantal(namnd: "${namnd}", fran: "2018-01-01", till: "2018-12-31", efter: [typ, kanal]) { typ kanal kategori antal sena } }`)).klagomalsantal).toEqual([
      { typ: 'berom', kanal: 'direkt', kategori: null, antal: 1, sena: 0 }, { typ: 'klagomal', kanal: 'direkt', kategori: null, antal: 1, sena: 1 },
    ]);
    expect(nod((await see(`{ klagomalen(namnd: "${namnd}", obesvaradeFore: "2022-03-19") { edges { node { typ } } } }`)).klagomalen)).toEqual([{ typ: 'fraga' }]);
    expect(nod((await see(`{ klagomalen(namnd: "${namnd}", obesvaradeFore: "2022-03-18") { edges { node { typ } } } }`)).klagomalen)).toEqual([]);
    expect((await see(`{ klagomalsantal(namnd: "${namnd}", efter: [], vid: { position: "${fore}" }) { antal } }`)).klagomalsantal).toEqual([{ antal: 1 }]);
    expect((await see(`{ klagomal(id: "${id}", vid: { position: "${fore}" }) { status svar { datum } } }`)).klagomal).toEqual({ status: 'mottaget', svar: [] });
    expect(nod((await ute(`{ klagomalen(namnd: "${namnd}") { edges { node { text avsandare } } } }`)).klagomalen)).toEqual([{ text: 'Tack', avsandare: null }]);
  });
});

it('H1, H8: 37 klagomål är 10 direkt och 27 genom IVO, med 3 synpunkter; 1 + 2 + 3 + 1 ett annat år är 7, inte 5', async () => {
  const { id: annan } = await done('InrattaNamnd', { organ: 'VN', namn: 'Vårdnämnden i Påhitt', slag: 'namnd' });
  const ta = async (antal: number, typ: string, kanal: string, inkom: string): Promise<void> => {
    await Promise.all(Array.from({ length: antal }, () => done('TaEmotKlagomal', { namnd: annan, kanal, typ, kategori: 'x', enhet: 'y', inkom, text: 'Påhittat' })));
  };
  await ta(10, 'klagomal', 'direkt', '2017-05-02');
  await ta(27, 'klagomal', 'ivo', '2017-05-02');
  await ta(3, 'synpunkt', 'direkt', '2017-05-02');
  for (const [antal, typ] of [[1, 'berom'], [2, 'fraga'], [3, 'klagomal'], [1, 'ovrigt']] as const) await ta(antal, typ, 'webb', '2022-05-02');
  const antalet = async (ar: number, efter: string): Promise<object> => (await see(`{ klagomalsantal(namnd: "${annan}", fran: "${ar}-01-01", till: "${ar}-12-31", efter: [${efter}]) { typ kanal antal } }`)).klagomalsantal;
  expect(await antalet(2017, 'typ, kanal')).toEqual([{ typ: 'klagomal', kanal: 'direkt', antal: 10 }, { typ: 'klagomal', kanal: 'ivo', antal: 27 }, { typ: 'synpunkt', kanal: 'direkt', antal: 3 }]);
  expect(await antalet(2017, 'typ')).toMatchObject([{ typ: 'klagomal', antal: 37 }, { typ: 'synpunkt', antal: 3 }]);
  expect(await antalet(2022, '')).toMatchObject([{ antal: 7 }]);
});

describe('Avvikelser', () => {
  it('H2: registreras, åtgärdas, följs upp och avslutas; tabellen jämförs med en uppgiven summa', async () => {
    const ny = { namnd, kategori: 'felsänt', enhet: 'barn', inkom: '2018-06-04', text: KANARIE, allvar: 3, upprepningsrisk: 2 };
    const { id } = await done('RegistreraAvvikelse', ny);
    await done('RegistreraAvvikelse', { ...ny, kategori: 'försenat', allvar: 1 });
    expect((await give('RegistreraAvvikelse', { ...ny, klagomal: namnd })).kod).toBe('KLAGOMALET_FINNS_INTE');
    expect((await harness.give(house, 'BeslutaAvvikelseatgard', { datum: '2018-06-05', text: 'Försättsblad', ansvarig: 'Enhetschefen', senast: '2018-08-01' }, { by: handlaggare, id })).kod).toBeUndefined();
    const fraga = `{ avvikelse(id: "${id}") { klass status allvar atgarder { id text ansvarig senast genomford } uppfoljningar { effekt } incident { senast anmald } } }`;
    const { avvikelse } = await see(fraga);
    expect(avvikelse).toMatchObject({ klass: 'sekretess', status: 'oppen', atgarder: [{ text: 'Försättsblad', ansvarig: 'Enhetschefen', senast: '2018-08-01', genomford: null }], incident: null });
    await done('NoteraIncident', { upptackt: '2018-06-04T10:15:00' }, id);
    expect((await give('AnmalIncident', { anmald: '2018-06-08T10:15:00' }, id)).kod).toBe('INCIDENTEN_SENT_ANMALD');
    await done('AnmalIncident', { anmald: '2018-06-06T10:15:00' }, id);
    expect(nod((await see(`{ avvikelser(namnd: "${namnd}", atgardSenast: "2018-08-01") { edges { node { id } } } }`)).avvikelser)).toEqual([{ id }]);
    expect((await give('AvslutaAvvikelse', { datum: '2018-09-01' }, id)).orsaker?.map(({ kod }) => kod)).toEqual(['ATGARDER_KVAR', 'UPPFOLJNING_SAKNAS']);
    await done('GenomforAvvikelseatgard', { atgard: avvikelse.atgarder[0].id, datum: '2018-07-01' }, id);
    await done('FoljUppAvvikelse', { datum: '2018-08-15', effekt: 'avhjalpt', text: 'Inga fler' }, id);
    await done('AvslutaAvvikelse', { datum: '2018-09-01' }, id);
    expect((await see(fraga)).avvikelse).toMatchObject({ status: 'avslutad', incident: { senast: '2018-06-07T10:15:00', anmald: '2018-06-06T10:15:00' } });
    expect((await see(`{ avvikelsetabell(namnd: "${namnd}", efter: [kategori, allvar], uppgivet: 3) { summa rader { kategori allvar antal } varning { text } } }`)).avvikelsetabell).toEqual({
      summa: 2, rader: [{ kategori: 'felsänt', allvar: 3, antal: 1 }, { kategori: 'försenat', allvar: 1, antal: 1 }], varning: { text: 'Raderna är tillsammans 2, men summan anges till 3.' },
    });
    expect((await ute(fraga)).avvikelse).toBeNull();
    expect((await ute(`{ avvikelsetabell(namnd: "${namnd}", efter: []) { summa } }`)).avvikelsetabell.summa).toBe(0);
  });
});

describe('Ej verkställda beslut', () => {
  const ladda = async (innehall: string): Promise<string> => {
    const response = await fetch(`${house.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: innehall, headers: { authorization: `Bearer ${sekreterare}` } });
    return ((await response.json()) as { uppladdning: string }).uppladdning;
  };
  const kvartal = async (nr: number, mottagare: string, by = sekreterare) => (await see(`{ kvartalsrapport(namnd: "${namnd}", ar: 2025, kvartal: ${nr}, mottagare: ${mottagare}) { franOchMed tillOchMed rader { beslut beteckning insats fran slag till dagar orsak } grupper { insats slag antal } sandningar { mottagare antal kvittens } varningar { text } } }`, by)).kvartalsrapport;
  const RADER = ['Beslutsnummer;Lag;Insats;Beslutsdatum;Verkställt', 'B 1;SoL;Kontaktfamilj;2025-01-02;', 'B 2;SoL;Kontaktfamilj;2025-01-10;', 'B 3;LSS;Ledsagning;2025-03-01;2025-04-01'];

  it('H3: en lista läses in hel eller inte alls, och samma beslut känns igen nästa gång', async () => {
    const fel = await ladda([...RADER, 'B 4;SoL;Kontaktfamilj;2025-02-30;'].join('\n'));
    const fore = await house.house.log.store.tip();
    expect((await see(`{ forhandsgranskaInsatsbeslut(namnd: "${namnd}", uppladdning: "${fel}") { kanLasasIn antalRader rader { beteckning } fel { rad kolumn kod } } }`)).forhandsgranskaInsatsbeslut).toEqual({
      kanLasasIn: false, antalRader: 4, rader: [{ beteckning: 'B 1' }, { beteckning: 'B 2' }, { beteckning: 'B 3' }], fel: [{ rad: 5, kolumn: 'Beslutsdatum', kod: 'DATUM_HAR_FEL_FORM' }],
    });
    expect((await give('LasInInsatsbeslut', { namnd, uppladdning: fel, kalla: 'Systemet' })).kod).toBe('DATUM_HAR_FEL_FORM');
    expect(await house.house.log.store.tip()).toBe(fore);
    await done('LasInInsatsbeslut', { namnd, uppladdning: await ladda(RADER.join('\n')), kalla: 'Systemet' });
    await vanta(async () => (await see(`{ insatsantal(namnd: "${namnd}", efter: []) { antal } }`)).insatsantal[0]?.antal === 3);
    expect((await see(`{ insatsantal(namnd: "${namnd}", efter: [insats, status]) { insats status antal vantar } }`)).insatsantal).toEqual([
      { insats: 'kontaktfamilj', status: 'vantar', antal: 2, vantar: 2 }, { insats: 'ledsagning', status: 'verkstallt', antal: 1, vantar: 0 },
    ]);
    await done('LasInInsatsbeslut', { namnd, uppladdning: await ladda(RADER.join('\n').replace('2025-01-10;', '2025-01-10;2025-08-01')), kalla: 'Systemet' });
    await vanta(async () => (await see(`{ insatsantal(namnd: "${namnd}", efter: []) { vantar } }`)).insatsantal[0]?.vantar === 1);
    expect((await see(`{ insatslistor(namnd: "${namnd}") { edges { node { antal kalla } } } }`)).insatslistor.edges).toHaveLength(2);
    expect((await ute(`{ insatsbesluten(namnd: "${namnd}") { edges { node { id } } } insatslistor(namnd: "${namnd}") { edges { node { id } } } kvartalsrapport(namnd: "${namnd}", ar: 2025, kvartal: 2, mottagare: ivo) { ar } }`)))
      .toEqual({ insatsbesluten: { edges: [] }, insatslistor: { edges: [] }, kvartalsrapport: null });
  });
  it('H3: löpande gränser, med varning den dag som frågan gäller', async () => {
    const fraga = (pa: string) => `{ insatsbesluten(namnd: "${namnd}", gransSenast: "2025-12-31", ordning: grans, pa: "${pa}") { edges { node { beteckning grans varfor varning { text lagrum } } } } }`;
    expect(nod((await see(fraga('2025-04-02'))).insatsbesluten)).toMatchObject([{ beteckning: 'B 1', grans: '2025-04-02', varning: null }]);
    expect(nod((await see(fraga('2025-04-03'))).insatsbesluten)).toMatchObject([{ varning: { text: 'Beslut B 1 (kontaktfamilj) har inte verkställts inom tre månader (2025-04-02). Det ska rapporteras till IVO, revisorerna och ingå i statistikrapporten till fullmäktige.', lagrum: 'SoL (2001:453) 16 kap. 6 f–6 i §§' } }]);
  });
  it('H3: kvartalets rapport är tre utskick ur samma rader; den som saknas sägs', async () => {
    const { id } = await done('RegistreraInsatsbeslut', { namnd, lag: 'SoL', insats: 'hemtjanst', beslutsdatum: '2025-02-01', orsak: KANARIE, beteckning: 'M 1' });
    const rapport = await kvartal(2, 'ivo');
    expect(rapport).toMatchObject({ franOchMed: '2025-07-01', tillOchMed: '2025-08-31', sandningar: [], varningar: [], grupper: [{ insats: 'hemtjanst', slag: 'ej_verkstallt', antal: 1 }, { insats: 'kontaktfamilj', slag: 'ej_verkstallt', antal: 2 }] });
    expect(rapport.rader.map((rad: { beteckning: string; slag: string; till: string | null }) => [rad.beteckning, rad.slag, rad.till])).toEqual([['B 1', 'ej_verkstallt', null], ['B 2', 'ej_verkstallt', null], ['M 1', 'ej_verkstallt', null]]);
    const lamna = (mottagare: string, over: object = {}) => ({ namnd, ar: 2025, kvartal: 2, mottagare, datum: '2025-07-10', ...over });
    expect((await give('RapporteraEjVerkstallda', lamna('ivo', { antal: 2 }))).kod).toBe('RADERNA_HAR_ANDRATS');
    expect((await give('RapporteraEjVerkstallda', lamna('ivo'), undefined, undefined, handlaggare)).kod).toBe('BEHORIGHET_SAKNAS');
    await done('RapporteraEjVerkstallda', lamna('ivo', { antal: 3 }));
    await vanta(async () => (await see(`{ insatsbeslut(id: "${id}") { rapporter { mottagare slag } } }`)).insatsbeslut.rapporter.length === 1);
    expect((await kvartal(2, 'ivo')).varningar).toEqual([{ text: 'Revisorerna saknas: rapporten för kvartal 2 ska lämnas också dit.' }, { text: 'Fullmäktige saknas: rapporten för kvartal 2 ska lämnas också dit.' }]);
    await done('RapporteraEjVerkstallda', lamna('revisorerna', { datum: '2025-07-11' }));
    await done('RapporteraEjVerkstallda', lamna('fullmaktige', { datum: '2025-08-20' }));
    await done('NoteraRapportkvittens', { kvartal: 2, mottagare: 'ivo', datum: '2025-07-12', kvittens: 'IVO 78' }, `${namnd}-2025`);
    expect(await kvartal(2, 'fullmaktige')).toMatchObject({ rader: [], varningar: [], grupper: [{ antal: 1 }, { antal: 2 }], sandningar: [{ mottagare: 'ivo', antal: 3, kvittens: 'IVO 78' }, { mottagare: 'revisorerna', antal: 3 }, { mottagare: 'fullmaktige', antal: 3 }] });
    expect((await give('RapporteraEjVerkstallda', lamna('ivo'))).kod).toBe('REDAN_RAPPORTERAT');
    await done('NoteraVerkstallighet', { datum: '2025-09-04' }, id);
    // What was reported and has been carried out is told of again, with its day (34:2), and then no more.
    await vanta(async () => (await see(`{ insatsbeslut(id: "${id}") { rapporter { mottagare } } }`)).insatsbeslut.rapporter.length === 3);
    expect((await kvartal(3, 'revisorerna')).rader.map((rad: { beteckning: string; slag: string; till: string | null }) => [rad.beteckning, rad.slag, rad.till])).toEqual([
      ['B 1', 'ej_verkstallt', null], ['B 2', 'verkstallt_efter_rapport', '2025-08-01'], ['M 1', 'verkstallt_efter_rapport', '2025-09-04'],
    ]);
    for (const mottagare of ['ivo', 'revisorerna', 'fullmaktige']) await done('RapporteraEjVerkstallda', { namnd, ar: 2025, kvartal: 3, mottagare, datum: '2025-10-10' });
    await vanta(async () => (await see(`{ insatsbeslut(id: "${id}") { rapporter { mottagare } } }`)).insatsbeslut.rapporter.length === 6);
    expect((await kvartal(4, 'ivo')).rader.map(({ beteckning }: { beteckning: string }) => beteckning)).toEqual(['B 1']);
    // The quarter's own report can be reckoned again.
    expect((await kvartal(3, 'ivo')).rader).toHaveLength(3);
    expect((await kvartal(3, 'ivo', handlaggare))).toBeNull();
  });
});

describe('Överklaganden', () => {
  const ta = (lag: string, omrade: string) => done('RegistreraOverklagande', { namnd, lag, omrade, beslutsdatum: '2022-02-01', fickDel: '2022-02-03', inkom: '2022-02-20', klagande: KANARIE });
  const overlamna = async (id: string): Promise<void> => {
    await done('RattidsprovaOverklagande', { datum: '2022-02-21', resultat: 'i_tid' }, id);
    await done('OmprovaBeslutet', { datum: '2022-02-22', resultat: 'oandrat' }, id);
    await done('LamnaOverklagandeTillRatten', { datum: '2022-02-24' }, id);
  };
  it('H4: 16 överklaganden, 8 + 3 + 1 + 4, och utfallen är tillsammans de överlämnade', async () => {
    const alla: readonly (readonly [string, string, readonly string[]])[] = [
      ['SoL', 'ek_bistand', ['andrat', 'bifall', 'avslag', 'avslag', 'avslag', 'avslag', 'avslag', 'pagar']], ['SoL', 'barn', ['avslag', 'avslag', 'avslag']], ['LSS', 'lss', ['avslag']], ['SoL', 'sol', ['avslag', 'pagar', 'pagar', 'avskrivet']],
    ];
    for (const [lag, omrade, utfall] of alla) for (const blev of utfall) {
      const { id } = await ta(lag, omrade);
      if (blev === 'andrat') {
        await done('RattidsprovaOverklagande', { datum: '2022-02-21', resultat: 'i_tid' }, id);
        await done('OmprovaBeslutet', { datum: '2022-02-22', resultat: 'andrat_helt' }, id);
        continue;
      }
      await overlamna(id);
      if (blev !== 'pagar') await done('NoteraDomstolsutfall', { datum: '2022-06-01', utfall: blev }, id);
    }
    type Antal = { readonly antal: number; readonly overlamnade: number; readonly omrade: string; readonly utfall: string };
    const efter = async (grupp: string, mer = ''): Promise<readonly Antal[]> => (await see(`{ overklagandeantal(namnd: "${namnd}", fran: "2022-01-01", till: "2022-12-31", efter: [${grupp}]${mer}) { omrade utfall antal overlamnade } }`)).overklagandeantal;
    const omraden = await efter('omrade');
    expect(omraden.map(({ omrade, antal, overlamnade }) => [omrade, antal, overlamnade])).toEqual([['barn', 3, 3], ['ek_bistand', 8, 7], ['lss', 1, 1], ['sol', 4, 4]]);
    expect(omraden.reduce((summa, { antal }) => summa + antal, 0)).toBe(16);
    const utfall = await efter('utfall');
    expect(Object.fromEntries(utfall.map((en) => [en.utfall, en.antal]))).toEqual({ andrat_av_namnden: 1, bifall: 1, avslag: 10, pagar: 3, avskrivet: 1 });
    const overlamnade = omraden.reduce((summa, en) => summa + en.overlamnade, 0);
    expect(utfall.reduce((summa, en) => summa + en.overlamnade, 0)).toBe(overlamnade);
    expect([overlamnade, utfall.filter((en) => en.utfall !== 'andrat_av_namnden').reduce((summa, en) => summa + en.antal, 0)]).toEqual([15, 15]);
  });
  it('H4: nämnden överklagar själv ett LVU-mål till kammarrätten', async () => {
    const data = { namnd, lag: 'LVU', omrade: 'barn', beslutsdatum: '2022-03-01', inkom: '2022-03-15', instans: 'KR', malnummer: 'T 1-22' };
    expect((await give('LamnaNamndensOverklagande', data)).kod).toBe('NAMNDENS_BESLUT_SAKNAS');
    expect((await give('LamnaNamndensOverklagande', { ...data, punkt: namnd })).kod).toBe('PARAGRAFEN_FINNS_INTE');
    const { id, position } = await done('LamnaNamndensOverklagande', data, undefined, { NAMNDENS_BESLUT_SAKNAS: 'Beslutet finns i utskottets pärm' });
    await done('NoteraProvningstillstand', { datum: '2022-04-01', beviljat: true }, id);
    await done('NoteraDomstolsutfall', { datum: '2022-05-01', utfall: 'bifall' }, id);
    const fraga = (vid = '') => `{ overklagande(id: "${id}"${vid}) { avNamnden status utfall instanser { instans av malnummer provningstillstand utfall } } }`;
    expect((await see(fraga())).overklagande).toEqual({ avNamnden: true, status: 'avgjort', utfall: 'bifall', instanser: [{ instans: 'KR', av: 'namnd', malnummer: 'T 1-22', provningstillstand: true, utfall: 'bifall' }] });
    expect((await see(fraga(`, vid: { position: "${position}" }`))).overklagande).toMatchObject({ status: 'hos_domstol', utfall: 'pagar' });
    expect(nod((await see(`{ overklaganden(namnd: "${namnd}", avNamnden: true) { edges { node { lag } } } }`)).overklaganden)).toEqual([{ lag: 'LVU' }]);
    expect((await ute(fraga())).overklagande).toBeNull();
    expect((await ute(`{ overklaganden(namnd: "${namnd}") { edges { node { id } } } overklagandeantal(namnd: "${namnd}", efter: [lag]) { antal } }`))).toEqual({ overklaganden: { edges: [] }, overklagandeantal: [] });
  });
});

it('Händelserna visar inget av de hemliga texterna för den som inte läser sekretess', async () => {
  const revisor = await house.token('revisor');
  const texter = JSON.stringify(await see(`{ handelser(namnd: "${namnd}", first: 200) { edges { node { typ falt { falt varde } } } } }`, revisor));
  expect(texter).toContain('KlagomalMottaget');
  expect(texter).not.toContain(KANARIE);
});

/** What follows by reactions comes a moment later. */
const vanta = async (prova: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 200; i++) {
    if (await prova()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Det som väntades kom inte.');
};
