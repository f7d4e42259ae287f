import { type Outcome, type Running, startHouse } from './harness';
import * as harness from './harness';

// How a decision leaves the nämnd, and what runs until it has laga kraft: list, address, extract, delgivning, appeal; the clocks and the arvoden of it.
let house: Running;
let som: Readonly<Record<'namndsekreterare' | 'registrator' | 'ledamot' | 'handlaggare' | 'revisor', string>>;
beforeAll(async () => {
  house = await startHouse();
  som = Object.fromEntries(await Promise.all((['namndsekreterare', 'registrator', 'ledamot', 'handlaggare', 'revisor'] as const).map(async (roll) => [roll, await house.token(roll)]))) as typeof som;
});
afterAll(() => house.remove());

const give = (command: string, data: object, more: harness.Given = {}) => harness.give(house, command, data, { by: som.namndsekreterare, ...more });
const done = (command: string, data: object, more: harness.Given = {}) => harness.done(house, command, data, { by: som.namndsekreterare, ...more });
/** As the public where `by` is null. */
const see = (query: string, by: string | null = null) => harness.see(house, query, by ?? undefined);

const KANARIE = 'KANARIE-HEMLIG';
const GATAN = 'Gömda vägen 9 B';
let namnd: string;
let mote: string;
let handling: string;
const punkter: Record<string, string> = {};
const [TAXA, BISTAND, REMISS, PLAN] = ['Taxan', `Bistånd ${KANARIE}`, 'Remissen', 'Planen'] as const;
const P = (namn: string): string => punkter[namn]!;

const paragraf = (nummer: number, by: string | null = som.ledamot) => see(`{ paragraf(namnd: "${namnd}", ar: 2019, nummer: ${nummer}) { overklagandeslag lagaKraft { lage text sista tidigast lagrum varfor } lagaKraftPerPunkt { beslutspunkt overklagandeslag lagrum lagaKraft { lage sista } }
  parter { id nr namn allman delfaenden { datum satt bevis mottagare } sista varfor } overklaganden { id datum iTid sista overlamnat domstol } } }`, by).then(({ paragraf: svar }) => svar);
const expedieringen = (punkt: string, by: string | null = som.namndsekreterare) => see(`{ expediering(punkt: "${punkt}") { nummer skyddadeUppgifter mottagare { id slag namn part adress folkbokforingsadress osakerAdress forsattsblad { datum galler handlaggare }
  utdrag { id datum satt expediering overklagandeslag hash handlingar { handling version } ersatt ersattSkal } delgivningar { datum satt } } } }`, by).then(({ expediering }) => expediering);
const utdraget = (punkt: string, by: string | null = som.namndsekreterare) => see(`{ protokollsutdrag(punkt: "${punkt}", sammantrade: "${mote}") { organ namnd datum paragraf rubrik beslut { nr text } rattelser { nr text datum } reservationer { av { namn } text } handlingar { handling } hanvisningar { beslutspunkt overklagandeslag lamnasTill text lagrum } } }`, by).then(({ protokollsutdrag }) => protokollsutdrag);
const frister = (by: string | null = som.namndsekreterare, mer = ', pa: "2019-04-10"') => see(`{ frister(namnd: "${namnd}"${mer}) { regel slag vad galler lag drift passerad agare varfor lagrum kalla mal } }`, by).then(({ frister: alla }) => alla);

const lagg = async (namn: string, data: object): Promise<Outcome> => {
  const outcome = await done('LaggTillPunkt', { slag: 'arende', utanDiarienummer: true, rubrik: namn, klass: 'oppen', ...data }, { id: mote });
  punkter[namn] = (await see(`{ dagordning(sammantrade: "${mote}") { rader { punkt rubrik } } }`, som.namndsekreterare)).dagordning.rader.find(({ rubrik }: { rubrik: string }) => rubrik === namn).punkt;
  return outcome;
};
/** A meeting on 20 March 2019 with an open decision, a secret one and a remiss answer that is justerat at once. */
beforeAll(async () => {
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2019-01-01', antalLedamoter: 2, kallelseDagar: 5, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, { id: namnd });
  const personer: string[] = [];
  for (const [namn, roll] of [['Olga Ordförande', 'ordforande'], ['=Linus Ledamot', undefined]] as const) {
    const { id } = await done('RegistreraPerson', { namn, slag: 'fortroendevald' });
    personer.push(id);
    await done('ValjForUppdrag', { person: id, uppdrag: 'ledamot', ...(roll && { roll }), parti: 'A', ordning: personer.length, fran: '2019-01-01' }, { id: namnd });
  }
  const { id: arende } = await done('OppnaArende', { namnd, klass: 'oppen', rubrik: 'Taxa', datum: '2019-02-01' });
  const { id: memo } = await done('SkrivTjansteskrivelse', {
    namnd, arende, rubrik: 'Taxa', datum: '2019-03-01', handlaggare: personer[0], mottagare: ['Nämnden'], forslag: ['Nämnden beslutar att taxan höjs.'], arendebeskrivning: 'Om taxan.', handlingar: [], skickasTill: ['Ekonomi', 'Sökanden'],
  }, { by: som.handlaggare });
  await done('FardigstallTjansteskrivelse', { datum: '2019-03-01' }, { id: memo, by: som.handlaggare });
  ({ id: mote } = await done('PlaneraSammantrade', { namnd, datum: '2019-03-20', tid: '15:00', plats: 'Lilla salen' }));
  await lagg(TAXA, { arende, tjansteskrivelse: memo, utanDiarienummer: undefined });
  await lagg(BISTAND, { klass: 'sekretess', sekretesslagrum: '26:1' });
  await lagg(REMISS, { slag: 'remissvar' });
  await lagg(PLAN, {});
  await done('SkickaKallelse', { datum: '2019-03-12', kallade: personer, ordforande: personer[0], forhinder: 'Kansliet' }, { id: mote });
  await done('OppnaSammantrade', { tid: '15:00' }, { id: mote });
  for (const person of personer) await done('AntecknaNarvaro', { person, pass: [{ tjanstgor: true }] }, { id: mote });
  const fatta = (namn: string, data: object) => done('FattaBeslut', { punkt: P(namn), tid: '15:30', beslutstyp: 'bifalla', ...data }, { id: mote });
  await fatta(TAXA, { beslutspunkter: [{ text: 'Taxan höjs.' }] });
  await fatta(BISTAND, { beslutspunkter: [{ text: `Bistånd beviljas för ${KANARIE} på ${GATAN}.` }, { text: 'Avgiften sätts ned.' }] });
  await fatta(REMISS, { beslutstyp: 'avge_yttrande', beslutspunkter: [{ text: 'Svaret godkänns.' }, { text: 'Paragrafen justeras omedelbart.', omedelbarJustering: true }] });
  await fatta(PLAN, { beslutspunkter: [{ text: 'Planen antas.' }] });
  const svar = await fetch(`${house.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: 'Yttrandet', headers: { authorization: `Bearer ${som.registrator}` } });
  ({ id: handling } = await done('LaggTillHandling', { uppladdning: ((await svar.json()) as { uppladdning: string }).uppladdning, namnd, klass: 'oppen', namn: 'Yttrande', datum: '2019-03-18', datumslag: 'upprattat' }, { by: som.registrator }));
  await done('BifogaHandling', { mal: 'paragraf', malId: P(REMISS) }, { id: handling, by: som.registrator });
  await done('Justera', { datum: '2019-03-20', omedelbart: true, justerare: personer }, { id: mote });
  await done('AvslutaSammantrade', { tid: '17:15' }, { id: mote });
});

describe('Ett remissvar', () => {
  let mottagare: string;
  it('C4, G: det är omedelbart justerat och går ut samma dag, med handlingen och utan överklagande', async () => {
    await done('UpprattaExpedieringslista', { sammantrade: mote, punkt: P(REMISS), mottagare: [{ namn: 'Länsstyrelsen', slag: 'myndighet' }, { namn: 'Egna ledamöter', slag: 'ledamot' }] });
    const lista = await expedieringen(P(REMISS));
    mottagare = lista.mottagare[0].id;
    const ut = await utdraget(P(REMISS));
    expect(ut).toMatchObject({ organ: 'SN', namnd: 'Socialnämnden i Påhitt', paragraf: '§ 3', rubrik: 'Remissen', beslut: [{ text: 'Svaret godkänns.' }, {}], handlingar: [{ handling }], hanvisningar: [{ overklagandeslag: 'EJ_OVERKLAGBART', lamnasTill: null }] });
    expect(await give('SkickaUtdrag', { mottagare, datum: '2019-03-20', satt: 'e_post', overklagandeslag: 'LAGLIGHETSPROVNING' }, { id: P(REMISS) })).toMatchObject({ kod: 'FEL_BESVARSHANVISNING', text: 'Fel besvärshänvisning: beslutet kan inte överklagas.' });
    expect((await see(`{ handling(id: "${handling}") { allmanFran } }`, som.registrator)).handling.allmanFran).toBe('2019-03-20');
    await done('SkickaUtdrag', { mottagare, datum: '2019-03-20', satt: 'e_post' }, { id: P(REMISS) });
    expect((await expedieringen(P(REMISS))).mottagare[0].utdrag).toMatchObject([{ datum: '2019-03-20', expediering: true, overklagandeslag: 'EJ_OVERKLAGBART', handlingar: [{ handling, version: 1 }], ersatt: null }]);
  });
  it('I6: till egna ledamöter är det ett internt utskick', async () => {
    const egna = (await expedieringen(P(REMISS))).mottagare[1].id;
    await done('SkickaUtdrag', { mottagare: egna, datum: '2019-03-21', satt: 'internpost' }, { id: P(REMISS) });
    expect((await expedieringen(P(REMISS))).mottagare[1].utdrag).toMatchObject([{ expediering: false }]);
  });
  it('I6: en handling som följde med är allmän från utskicket, fast dess ärende inte är avslutat', async () => {
    const svar = await fetch(`${house.url}/handlingar?namnd=${namnd}`, { method: 'POST', body: 'Kalkylen', headers: { authorization: `Bearer ${som.registrator}` } });
    const { id } = await done('LaggTillHandling', { uppladdning: ((await svar.json()) as { uppladdning: string }).uppladdning, namnd, klass: 'oppen', namn: 'Kalkyl', datum: '2019-03-18', datumslag: 'upprattat' }, { by: som.registrator });
    const allman = async () => (await see(`{ handling(id: "${id}") { allmanFran } }`, som.registrator)).handling.allmanFran;
    await done('BifogaHandling', { mal: 'paragraf', malId: P(TAXA) }, { id, by: som.registrator });
    expect(await allman()).toBeNull();
    await done('UpprattaExpedieringslista', { sammantrade: mote, punkt: P(TAXA) });
    const { mottagare: [ekonomi, sokanden] } = await expedieringen(P(TAXA));
    expect([ekonomi.namn, sokanden.namn, ekonomi.slag]).toEqual(['Ekonomi', 'Sökanden', 'ej_angivet']);
    expect((await give('SkickaUtdrag', { mottagare: sokanden.id, datum: '2019-03-25', satt: 'brev' }, { id: P(TAXA) })).kod).toBe('SLAG_SAKNAS');
    await done('AndraMottagare', { mottagare: ekonomi.id, slag: 'egen_forvaltning' }, { id: P(TAXA) });
    await done('AndraMottagare', { mottagare: sokanden.id, slag: 'enskild' }, { id: P(TAXA) });
    await done('SkickaUtdrag', { mottagare: ekonomi.id, datum: '2019-03-25', satt: 'internpost' }, { id: P(TAXA) });
    expect(await allman()).toBeNull();
    expect((await give('SkickaUtdrag', { mottagare: sokanden.id, datum: '2019-03-25', satt: 'brev' }, { id: P(TAXA) })).kod).toBe('EJ_JUSTERAD');
    await done('SkickaUtdrag', { mottagare: sokanden.id, datum: '2019-03-25', satt: 'brev' }, { id: P(TAXA), skal: { EJ_JUSTERAD: 'Brådskar' } });
    expect(await allman()).toBe('2019-03-25');
  });
  it('D8: rättas beslutet märks det som skickats ersatt, och ska skickas på nytt', async () => {
    await done('Justera', { datum: '2019-03-28', omedelbart: false, justerare: (await see(`{ namnd(id: "${namnd}") { uppdrag { person } } }`)).namnd.uppdrag.map(({ person }: { person: string }) => person) }, { id: mote });
    await done('RattaParagraf', { beslutspunkt: 1, text: 'Taxan höjs med 2 procent.', slag: 'skrivfel', datum: '2019-03-29', skal: 'Procenten föll bort' }, { id: P(TAXA) });
    const { mottagare: [ekonomi, sokanden] } = await expedieringen(P(TAXA));
    for (const en of [ekonomi, sokanden]) expect(en.utdrag).toMatchObject([{ ersattSkal: 'rattad' }]);
    expect((await utdraget(P(TAXA))).rattelser).toEqual([{ nr: 1, text: 'Taxan höjs med 2 procent.', datum: '2019-03-29' }]);
    await done('SkickaUtdrag', { mottagare: sokanden.id, datum: '2019-03-29', satt: 'brev' }, { id: P(TAXA) });
    const efter = (await expedieringen(P(TAXA))).mottagare[1].utdrag;
    expect(efter.map(({ ersatt }: { ersatt: string | null }) => ersatt !== null)).toEqual([true, false]);
    expect(efter[0].hash).not.toBe(efter[1].hash);
    // What was sent of another § stands.
    expect((await expedieringen(P(REMISS))).mottagare[0].utdrag[0].ersatt).toBeNull();
  });
});

describe('Ett beslut om bistånd', () => {
  let part: string;
  let foralder: string;
  it('D1: överklagas genom förvaltningsbesvär när det bestäms, med lagrum; en beslutspunkt kan ha ett annat slag', async () => {
    expect((await give('BestamOverklagandeslag', { overklagandeslag: 'FORVALTNINGSBESVAR', skal: 'Bistånd' }, { id: P(BISTAND) })).kod).toBe('LAGRUM_SAKNAS');
    expect((await give('BestamOverklagandeslag', { beslutspunkt: 3, overklagandeslag: 'LAGLIGHETSPROVNING', skal: 'x' }, { id: P(BISTAND) })).kod).toBe('BESLUTSPUNKTEN_FINNS_INTE');
    await done('BestamOverklagandeslag', { overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'SoL (2001:453) 16 kap. 3 §', skal: 'Bistånd' }, { id: P(BISTAND) });
    await done('BestamOverklagandeslag', { beslutspunkt: 2, overklagandeslag: 'LAGLIGHETSPROVNING', skal: 'Nämndens egen taxa' }, { id: P(BISTAND) });
    await done('AnslaProtokoll', { omgang: 2, datum: '2019-04-01', forvaringsplats: 'Kansliet' }, { id: mote });
    expect(await paragraf(2)).toMatchObject({ overklagandeslag: 'FORVALTNINGSBESVAR', lagaKraft: { lage: 'EJ_BERAKNAD' }, lagaKraftPerPunkt: [{ beslutspunkt: 2, overklagandeslag: 'LAGLIGHETSPROVNING', lagaKraft: { lage: 'TIDIGAST', sista: '2019-04-23' } }] });
  });
  it('D3: utan känd dag för parten beräknas ingenting, och det sägs vad som saknas', async () => {
    await done('RegistreraPart', { namn: `Part ${KANARIE}` }, { id: P(BISTAND) });
    const svar = await paragraf(2);
    part = svar.parter[0].id;
    expect(svar.parter).toMatchObject([{ nr: 1, namn: `Part ${KANARIE}`, sista: null }]);
    expect(svar.lagaKraft.text).toBe('Delgivningsdatum saknas för part 1; överklagandetiden har inte börjat löpa.');
  });
  it('D5: utdraget säger var och hur beslutet överklagas, för varje slag det har', async () => {
    const { hanvisningar } = await utdraget(P(BISTAND));
    expect(hanvisningar).toMatchObject([{ overklagandeslag: 'FORVALTNINGSBESVAR', lamnasTill: 'namnden', lagrum: 'FL 43–44 §§' }, { beslutspunkt: 2, overklagandeslag: 'LAGLIGHETSPROVNING', lamnasTill: 'forvaltningsratten' }]);
    expect(hanvisningar[0].text).toContain('Lämna överklagandet till Socialnämnden i Påhitt.');
  });
  it('D5, I13: en punkt om att inte lämna ut en handling överklagas till kammarrätten', async () => {
    const punkten = async (data: object) => {
      await done('BestamOverklagandeslag', { beslutspunkt: 2, skal: 'Punkten prövad', ...data }, { id: P(BISTAND) });
      return (await utdraget(P(BISTAND))).hanvisningar[1];
    };
    const hanvisning = await punkten({ overklagandeslag: 'FORVALTNINGSBESVAR', lagrum: 'OSL 6 kap. 7 §' });
    expect(hanvisning).toMatchObject({ beslutspunkt: 2, lamnasTill: 'namnden', lagrum: 'OSL 6 kap. 7–8 §§, FL 43–44 §§' });
    expect(hanvisning.text).toContain('till kammarrätten. ');
    expect(await punkten({ overklagandeslag: 'LAGLIGHETSPROVNING' })).toMatchObject({ lamnasTill: 'forvaltningsratten' });
  });
  it('K4/C7: vistelseorten är hemlig: ett utdrag till en förälder som har den i sig stoppas', async () => {
    await done('UpprattaExpedieringslista', { sammantrade: mote, punkt: P(BISTAND), mottagare: [] });
    await done('LaggTillMottagare', { slag: 'vardnadshavare', namn: `Förälder ${KANARIE}`, part }, { id: P(BISTAND) });
    foralder = (await expedieringen(P(BISTAND))).mottagare[0].id;
    await done('AngeAdress', { mottagare: foralder, adress: `Gatan 1 ${KANARIE}`, folkbokforingsadress: 'Vägen 2' }, { id: P(BISTAND), by: som.handlaggare });
    await done('SkyddaVistelseort', { uppgifter: ['gömda  vägen 9b'], lagrum: 'LVU 14 §' }, { id: P(BISTAND) });
    const hinder = await give('SkickaUtdrag', { mottagare: foralder, datum: '2019-04-02', satt: 'rekommenderat' }, { id: P(BISTAND) });
    expect(hinder.orsaker!.map(({ kod }) => kod)).toEqual(['HEMLIG_VISTELSEORT', 'ADRESSEN_AR_OSAKER']);
    expect(JSON.stringify(hinder)).not.toContain('ömda');
  });
  it('C7: en osäker adress bekräftas på försättsbladet innan det skickas', async () => {
    await done('BekraftaAdress', { mottagare: foralder, datum: '2019-04-02', galler: `Barnet ${KANARIE}`, handlaggare: 'Hanna Handläggare' }, { id: P(BISTAND), by: som.handlaggare });
    expect((await expedieringen(P(BISTAND))).mottagare[0]).toMatchObject({ osakerAdress: true, forsattsblad: { datum: '2019-04-02', handlaggare: 'Hanna Handläggare' } });
    await done('AndraMottagare', { mottagare: foralder, slag: 'vardnadshavare', part, farSeVistelseort: true }, { id: P(BISTAND) });
    await done('SkickaUtdrag', { mottagare: foralder, datum: '2019-04-02', satt: 'rekommenderat', lamnasTill: 'namnden' }, { id: P(BISTAND) });
  });
  it('D3: när den som tog emot för parten fick del räknas partens tid, och laga kraft räknas om', async () => {
    expect((await give('NoteraDelgivning', { mottagare: foralder, datum: '2019-04-01', satt: 'mottagningsbevis' }, { id: P(BISTAND) })).kod).toBe('DELGIVNING_FORE_UTSKICK');
    await done('NoteraDelgivning', { mottagare: foralder, datum: '2019-04-05', satt: 'mottagningsbevis', bevis: 'Kvitto i akten' }, { id: P(BISTAND) });
    const svar = await paragraf(2);
    expect(svar.parter).toMatchObject([{ sista: '2019-04-26', delfaenden: [{ datum: '2019-04-05', satt: 'mottagningsbevis', mottagare: foralder }] }]);
    expect(svar.lagaKraft).toMatchObject({ lage: 'TIDIGAST', sista: '2019-04-26', tidigast: '2019-04-27', lagrum: 'FL 44 §, lag (1930:173) 1–2 §§' });
    await done('NoteraDelgivning', { mottagare: foralder, datum: '2019-04-08', satt: 'mottagningsbevis' }, { id: P(BISTAND) });
    expect((await paragraf(2)).lagaKraft).toMatchObject({ sista: '2019-04-29', tidigast: '2019-04-30' });
  });
  it('FL 45–46: ett överklagande kommer till nämnden, prövas mot partens sista dag och överlämnas', async () => {
    await done('TaEmotOverklagande', { part, datum: '2019-04-29' }, { id: P(BISTAND) });
    const { overklaganden: [{ id: overklagande }], lagaKraft } = await paragraf(2);
    expect(lagaKraft.lage).toBe('OVERKLAGAD');
    expect((await give('OverlamnaOverklagande', { overklagande, datum: '2019-04-30', domstol: 'Förvaltningsrätten' }, { id: P(BISTAND) })).kod).toBe('RATTID_EJ_PROVAD');
    expect((await frister(som.namndsekreterare, ', pa: "2019-04-30"')).filter(({ lagrum }: { lagrum: string }) => lagrum === 'FL 45 §')).toMatchObject([{ regel: 'rattid.1', galler: '§ 2 2019-03-20', passerad: true }]);
    await done('ProvaRattid', { overklagande, datum: '2019-04-30' }, { id: P(BISTAND) });
    await done('OverlamnaOverklagande', { overklagande, datum: '2019-04-30', domstol: 'Förvaltningsrätten' }, { id: P(BISTAND) });
    expect((await paragraf(2)).overklaganden).toMatchObject([{ iTid: true, sista: '2019-04-29', overlamnat: '2019-04-30', domstol: 'Förvaltningsrätten' }]);
  });
  it('syns inte för den som inte får: varken namn, adress eller vad som är gömt', async () => {
    for (const by of [null, som.revisor, som.handlaggare]) {
      const svar = [await expedieringen(P(BISTAND), by), await utdraget(P(BISTAND), by), await paragraf(2, by), await see(`{ expediering(punkt: "${P(TAXA)}") { mottagare { namn } } }`)];
      expect(svar.slice(0, 2)).toEqual([null, null]);
      expect(JSON.stringify(svar)).not.toContain(KANARIE);
      expect(svar[3]).toEqual({ expediering: null });
    }
    expect((await expedieringen(P(BISTAND))).skyddadeUppgifter).toEqual(['gömda  vägen 9b']);
    expect((await expedieringen(P(BISTAND), som.ledamot)).skyddadeUppgifter).toEqual([]);
  });
});

describe('Fristerna i en nämnd', () => {
  it('D2, C5: en lista med dag, regel, ägare och hur den är räknad; protokollets paragrafer tillsammans', async () => {
    const alla = await frister();
    expect(alla.map(({ regel, galler, lag, kalla }: Record<string, string>) => [regel, galler, regel === 'skicka_nytt' ? '' : lag, kalla])).toEqual([
      // Late, and so first.
      ['anslag.1', '§ 3 2019-03-20', '2019-03-22', 'sammantrade'],
      ['overklagande', '§§ 1, 4 2019-03-20', '2019-04-23', 'paragraf'],
      ['laga_kraft', '§§ 1, 4 2019-03-20', '2019-04-24', 'paragraf'],
      ['nedtagning.2', '§§ 1–2, 4 2019-03-20', '2019-04-24', 'sammantrade'],
      ['overklagande.part 1', '§ 2 2019-03-20', '2019-04-29', 'paragraf'],
      ['fraga_domstolen', '§§ 1, 4 2019-03-20', '2019-04-30', 'paragraf'],
      // It was superseded today.
      ['skicka_nytt', '§ 1 2019-03-20', '', 'expediering'],
    ]);
    expect(alla[0]).toMatchObject({ slag: 'skyldighet', passerad: true, agare: 'namndsekreterare', drift: '2019-03-22', mal: [mote] });
    expect(alla[0].varfor.join(' ')).toContain('KL 8 kap. 12 §');
  });
  it('det som är gjort är borta, och en upplysning när dagen har passerat', async () => {
    await done('AnslaProtokoll', { omgang: 1, datum: '2019-03-25', forvaringsplats: 'Kansliet' }, { id: mote, skal: { ANSLAG_SENT: 'Semester' } });
    const regler = async (mer: string) => (await frister(som.registrator, mer)).map(({ regel }: { regel: string }) => regel);
    expect(await regler(', pa: "2019-04-10"')).not.toContain('anslag.1');
    expect(await regler(', pa: "2019-04-24"')).not.toContain('overklagande');
    expect(await regler(', pa: "2019-04-10", senast: "2019-04-16"')).toEqual(['nedtagning.1']);
    expect(await regler(', pa: "2019-04-10", agare: registrator')).toEqual([]);
  });
  it('visas för den som har en roll i nämnden, och säger inga rubriker och namn', async () => {
    expect(await frister(null, '')).toEqual([]);
    expect(JSON.stringify(await frister(som.revisor))).not.toContain(KANARIE);
  });
});

describe('Arvodeslistan', () => {
  const hamta = (fraga: string, by?: string) => fetch(`${house.url}/arvoden.csv?${fraga}`, { headers: by === undefined ? {} : { authorization: `Bearer ${by}` } });
  it('är en svensk CSV över vilka som var med, hur länge och som vad; det som vore en formel är text', async () => {
    const svar = await hamta(`namnd=${namnd}&fran=2019-03-01&till=2019-03-31`, som.namndsekreterare);
    expect([svar.status, svar.headers.get('content-type'), svar.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="arvoden-SN-2019-03-01-2019-03-31.csv"']);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await svar.arrayBuffer());
    expect(text.startsWith('\ufeffPerson;Namn;Uppdrag;Roll;Parti;Organ;Datum;Från;Till;Timmar;Tjänstgörande\r\n')).toBe(true);
    expect(text.split('\r\n').slice(1, 3).map((rad) => rad.split(';').slice(1).join(';'))).toEqual(['Olga Ordförande;Ledamot;Ordförande;A;SN;2019-03-20;15:00;17:15;2,25;ja', "'=Linus Ledamot;Ledamot;;A;SN;2019-03-20;15:00;17:15;2,25;ja"]);
  });
  it('har bara rubriker för en tid utan sammanträden', async () => expect((await (await hamta(`namnd=${namnd}&fran=2019-03-21&till=2019-12-31`, som.registrator)).text()).trim().split('\r\n')).toHaveLength(1));
  it('lämnas till den som får läsa personuppgifter i nämnden, och säger vad som är fel i frågan', async () => {
    const kod = async (fraga: string, by?: string) => { const svar = await hamta(fraga, by); return [svar.status, ((await svar.json()) as { kod: string }).kod]; };
    const tid = 'fran=2019-03-01&till=2019-03-31';
    expect(await kod(`namnd=${namnd}&${tid}`)).toEqual([403, 'BEHORIGHET_SAKNAS']);
    expect(await kod(`namnd=${namnd}&${tid}`, 'x')).toEqual([401, 'OGILTIG_IDENTITET']);
    expect(await kod(`namnd=${mote}&${tid}`, som.registrator)).toEqual([404, 'NAMNDEN_FINNS_INTE']);
    for (const fraga of [`namnd=nej&${tid}`, `namnd=${namnd}&fran=2019-02-30&till=2019-03-31`, `namnd=${namnd}&fran=2019-03-31&till=2019-03-01`, `namnd=${namnd}`]) expect(await kod(fraga, som.registrator)).toEqual([400, 'OGILTIG_INDATA']);
  });
});
