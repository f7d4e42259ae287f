import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { streamId } from '@klubba/kernel';
import { hashAsOf, hashLive, hashRebuilt } from '../../infra/sqlite/read-model-hash';
import { type Outcome, type Running, startHouse, uuid } from './harness';
import * as harness from './harness';

// A meeting from before the nämnd began in Klubba: ordinary commands tell what happened, and what the law would have stopped is read in.
type Roll = 'registrator' | 'namndsekreterare';
const KALLA = 'Påhittade pärmen nr 7';
let house: Running;
let tokens: Readonly<Record<Roll, string>>;

type Mer = { readonly id?: string; readonly som?: Roll; readonly skal?: Readonly<Record<string, string>> };
const give = async (command: string, data: object, { som = 'registrator', ...more }: Mer = {}): Promise<Outcome & { readonly kommando: string }> => {
  const kommando = uuid();
  return { ...(await harness.give(house, command, data, { by: tokens[som], kommandoId: kommando, ...more })), kommando };
};
const done = async (command: string, data: object, more: Mer = {}) => {
  const answer = await give(command, data, more);
  if (answer.kod !== undefined) throw new Error(`${command}: ${answer.kod}: ${answer.text}`);
  return answer;
};
const see = (query: string, by: string | undefined = tokens.namndsekreterare) => harness.see(house, query, by);

const MANGA = 5;
let namnd: string;
let mote: string;
let av: string;
const valda: string[] = [];
const punkter: Record<string, string> = {};
/** An item's id is known from who asked and by which command. */
const lagg = async (namn: string, command: string, data: object): Promise<void> => {
  const { kommando } = await done(command, { rubrik: namn, klass: 'oppen', ...data }, { id: mote });
  punkter[namn] = streamId('paragraf', av, kommando);
};
const narvarande = (person: string, over: object = {}) => ({ person, pass: [{ tjanstgor: true }], ...over });
const beslut = (namn: string, over: object = {}) => ({ punkt: punkter[namn], tid: '10:00', beslutstyp: 'bifalla', beslutspunkter: [{ verb: 'bifaller', text: 'förslaget', subjekt: 'nämnden', underpunkter: 2 }], ...over });
const numret = (nr: number, namn: string, over: object = {}) => ({ namnd, ar: 2018, nr, mal: punkter[namn], sammantrade: mote, kalla: KALLA, ...over });

beforeAll(async () => {
  house = await startHouse();
  tokens = { registrator: await house.token('registrator', { sub: (av = uuid()) }), namndsekreterare: await house.token('namndsekreterare') };
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'PN', namn: 'Påhittsnämnden', slag: 'namnd', startdatum: '2019-01-01', kommun: 'Påhitt', kommunkod: '9999' }));
  await done('FaststallReglemente', { fran: '2018-01-01', antalLedamoter: 9, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: false, diarieform: 'bindestreck', paragrafform: 'nummer' }, { id: namnd });
  for (let i = 0; i < MANGA; i++) {
    const { id: person } = await done('RegistreraPerson', { namn: `Vald ${i + 1}`, slag: 'fortroendevald' });
    valda.push(person);
    await done('ValjForUppdrag', { person, uppdrag: 'ledamot', parti: 'A', ordning: i + 1, fran: '2018-01-01', ...(i === 0 && { roll: 'ordforande' }) }, { id: namnd });
  }
  await done('BorjaParagrafserie', { namnd, ar: 2018, sista: 40 });
  ({ id: mote } = await done('PlaneraSammantrade', { namnd, datum: '2018-05-16', tid: '10:00', tidSkriven: '10.00', plats: 'Salen' }));
});
afterAll(() => house.remove());

describe('Ett möte från före nämndens start i Klubba', () => {
  it('läses in med dagordning och kallelse som källan har dem', async () => {
    await lagg('Ett', 'LaggTillPunkt', { slag: 'arende', diarienummer: '2018-00012', forslag: [{ verb: 'antar', text: 'planen', subjekt: 'nämnden', underpunkter: 3 }], foredragande: ['ekonom'], tidMin: 10, klockslag: '10.00–10.10', beslutsniva: 'kommunfullmäktige' });
    await lagg('Hemlig', 'LasInPunkt', { slag: 'arende', klass: 'sekretess', utanDiarienummer: true, kalla: KALLA });
    await lagg('Två', 'LaggTillPunkt', { slag: 'information' });
    await done('LasInKallelse', { datum: '2018-05-10', upprattad: '2018-05-08', undertecknadAv: ['ordförande (A)'], grupper: ['Beslutsärenden (1–2)'], foreslagnaJusterare: [{ person: valda[1], som: 'ordinarie' }], kalla: KALLA }, { id: mote });
    await lagg('Sen', 'LasInPunkt', { slag: 'information', kalla: KALLA });
    const { dagordning } = await see(`{ dagordning(sammantrade: "${mote}") { kallelse { upprattad antalPunkter ordforande { namn } forhinder undertecknadAv grupper kolumner summaTidMin foreslagnaJusterare { namn parti som } punkter { punkt nr } inlast { kalla brott { kod text lagrum } } }
      rader { nr rubrik iKallelsen paragraf sen forslag { nr verb text subjekt underpunkter } foredragande tidMin klockslag beslutsniva inlast { kalla brott { kod lagrum } } } } }`);
    expect(dagordning.kallelse).toEqual({
      upprattad: '2018-05-08', antalPunkter: 3, ordforande: null, forhinder: null, undertecknadAv: ['ordförande (A)'], grupper: ['Beslutsärenden (1–2)'], kolumner: [], summaTidMin: null,
      foreslagnaJusterare: [{ namn: 'Vald 2', parti: 'A', som: 'ordinarie' }], punkter: ['Ett', 'Hemlig', 'Två'].map((namn, i) => ({ punkt: punkter[namn], nr: i + 1 })),
      inlast: { kalla: KALLA, brott: [{ kod: 'KALLELSE_SAKNAR_FALT', text: 'Något som kallelsen ska ha saknades.', lagrum: null }, { kod: 'KALLELSE_SAKNAR_MOTTAGARE', text: expect.any(String), lagrum: 'KL 6 kap. 17 §' }] },
    });
    expect(dagordning.rader.map(({ rubrik, iKallelsen, sen, inlast }: { rubrik: string; iKallelsen: number; sen: boolean; inlast: { brott: { kod: string }[] } | null }) => [rubrik, iKallelsen, sen, inlast?.brott.map(({ kod }) => kod)]))
      .toEqual([['Ett', 1, false, undefined], ['Hemlig', 2, false, ['SEKRETESSLAGRUM_SAKNAS']], ['Två', 3, false, undefined], ['Sen', null, true, ['SENT_ARENDE_SAKNAR_SKAL']]]);
    expect(dagordning.rader[0]).toMatchObject({ paragraf: null, forslag: [{ nr: 1, verb: 'antar', text: 'planen', subjekt: 'nämnden', underpunkter: 3 }], foredragande: ['ekonom'], tidMin: 10, klockslag: '10.00–10.10', beslutsniva: 'kommunfullmäktige' });
    // Outside, the secret row is neither on the agenda nor among the rows as sent.
    const ute = await house.ask(`{ dagordning(sammantrade: "${mote}") { kallelse { antalPunkter punkter { nr } } rader { nummer rubrik } } }`);
    expect(ute.data.dagordning.kallelse).toEqual({ antalPunkter: 3, punkter: [{ nr: 1 }, { nr: 3 }] });
    expect(ute.text).not.toContain('Hemlig');
  });

  it('läses in av registratorn och ingen annan', async () => {
    const bara = (command: string, data: object) => give(command, data, { ...(command === 'LasInParagrafnummer' ? {} : { id: mote }), som: 'namndsekreterare' });
    for (const [command, data] of [
      ['LasInPunkt', { slag: 'information', rubrik: 'x', klass: 'oppen', kalla: KALLA }], ['LasInKallelse', { datum: '2018-05-10', kalla: KALLA }], ['LasInNarvaro', narvarande(valda[0]!, { kalla: KALLA })],
      ['LasInBeslut', beslut('Ett', { kalla: KALLA })], ['LasInJustering', { datum: '2018-05-20', omedelbart: false, kalla: KALLA }], ['LasInAnslag', { omgang: 1, datum: '2018-05-20', forvaringsplats: 'x', kalla: KALLA }],
      ['LasInParagrafnummer', numret(41, 'Ett')],
    ] as const) expect([command, (await bara(command, data)).kod]).toEqual([command, 'BEHORIGHET_SAKNAS']);
  });

  it('B1: har en paragraf som avgjordes fast nämnden inte var beslutför', async () => {
    const motet = { id: mote, som: 'namndsekreterare' } as const;
    await done('OppnaSammantrade', { tid: '10:00', tidSkriven: '10.02', plats: 'Källaren' }, motet);
    for (const person of valda) await done('AntecknaNarvaro', narvarande(person), motet);
    // Five of nine may decide. When one leaves after the first § they may not.
    await done('FattaBeslut', beslut('Ett', { rubrik: 'Ett, som i protokollet', diarienummer: 'PN-2018-00012', underlag: ['tjänsteskrivelse 2018-04-02'], andringMotKallelse: 'punkten omformulerad' }), motet);
    await done('AntecknaNarvaro', { person: valda[4], pass: [{ tjanstgor: true, tillPunkt: punkter['Ett'] }], franvaroskal: 'Tåget' }, motet);
    expect(await give('FattaBeslut', beslut('Två'), { ...motet, skal: { EJ_BESLUTFOR: 'Så var det' } })).toMatchObject({ kod: 'EJ_BESLUTFOR', allvar: 'STOPP' });
    expect(await give('LasInBeslut', beslut('Två', { kalla: KALLA }), { id: mote })).toMatchObject({ kod: 'NUMMER_EJ_INLAST' });
    expect(await give('LasInParagrafnummer', numret(41, 'Två'))).toMatchObject({ kod: 'PARAGRAFEN_FINNS_REDAN' });
    expect(await give('LasInParagrafnummer', numret(42, 'Två', { mal: uuid() }))).toMatchObject({ kod: 'PUNKTEN_FINNS_INTE' });
    await done('LasInParagrafnummer', numret(42, 'Två'));
    expect((await give('FattaBeslut', { ...beslut('Två'), beslutstyp: 'ej_publicerat' }, motet)).text).toContain('sekretessbelagt och ej_publicerat är bara till för det som läses in');
    await done('LasInBeslut', beslut('Två', { kalla: KALLA }), { id: mote });
  });

  it('har en hemlig paragraf som källan inte säger något om, och nästa nummer går vidare i serien', async () => {
    await done('LasInParagrafnummer', numret(43, 'Hemlig'));
    await done('LasInBeslut', { punkt: punkter['Hemlig'], tid: '10:00', beslutstyp: 'sekretessbelagt', beslutspunkter: [], kalla: KALLA }, { id: mote });
    await done('LasInParagrafnummer', numret(44, 'Sen'));
    await done('LasInBeslut', { punkt: punkter['Sen'], tid: '10:00', beslutstyp: 'inget_beslut', beslutspunkter: [], kalla: KALLA }, { id: mote });
    expect((await see(`{ paragrafserie(namnd: "${namnd}", ar: 2018) { sista inlasta { nr kalla } } }`)).paragrafserie).toEqual({ sista: 44, inlasta: [42, 43, 44].map((nr) => ({ nr, kalla: KALLA })) });
  });

  it('har andra som var med, och en som inte var vald', async () => {
    const { id: gast } = await done('RegistreraPerson', { namn: 'Gustav Gäst', slag: 'fortroendevald' });
    await done('LasInNarvaro', narvarande(gast, { uppdrag: 'ledamot', parti: 'Q', pass: [{ tjanstgor: false }], kalla: KALLA }), { id: mote });
    const { kommando } = await done('AntecknaOvrigNarvaro', { slag: 'tjansteperson', benamning: 'verksamhetschef', enhet: 'Vård', antal: 4 }, { id: mote, som: 'namndsekreterare' });
    await done('AntecknaOvrigNarvaro', { slag: 'ovrig', benamning: 'inbjuden', punkter: [punkter['Två']] }, { id: mote, som: 'namndsekreterare' });
    await done('LasInOvrigNarvaro', { slag: 'personalforetradare', benamning: 'Fel', kalla: KALLA }, { id: mote });
    const alla = (await see(`{ protokoll(sammantrade: "${mote}") { ovrigNarvaro { id slag benamning enhet antal hela paragrafer } } }`)).protokoll.ovrigNarvaro;
    await done('StrykOvrigNarvaro', { narvaro: alla[2].id, skal: 'Fel' }, { id: mote, som: 'namndsekreterare' });
    expect(alla.slice(0, 2)).toEqual([
      { id: expect.any(String), slag: 'tjansteperson', benamning: 'verksamhetschef', enhet: 'Vård', antal: 4, hela: true, paragrafer: [41, 42, 43, 44] },
      { id: expect.any(String), slag: 'ovrig', benamning: 'inbjuden', enhet: null, antal: null, hela: false, paragrafer: [42] },
    ]);
    expect(kommando).toBeDefined();
  });

  it('har ett delat protokoll som justerades sent, och ett utan underskrifter', async () => {
    const motet = { id: mote, som: 'namndsekreterare' } as const;
    await done('AvslutaSammantrade', { tid: '11:00', tidSkriven: '11.00', angesI: ['huvudprotokollet'] }, motet);
    await done('UpprattaProtokoll', { omedelbar: true, punkter: [punkter['Två']], justerare: [valda[1]] }, motet);
    await done('UpprattaProtokoll', { omedelbar: false }, motet);
    await done('AntecknaProtokolluppgifter', { omgang: 1, satt: 'Omedelbar justering', forsattsblad: '42', filnamn: '42', sidorPdf: 3, sidorSidfot: 2 }, motet);
    await done('AntecknaProtokolluppgifter', { omgang: 2, satt: 'Digital justering', sekreterare: 'nämndsekreterare', underskriftstjanst: 'En tjänst', signaturer: [{ roll: 'ordforande', tid: '2018-06-10T16:04:01' }, { roll: 'justerare', person: valda[1] }] }, motet);
    await done('LasInJustering', { omgang: 2, datum: '2018-06-10', omedelbart: false, justerare: [valda[1]], kalla: KALLA }, { id: mote });
    await done('LasInAnslag', { omgang: 2, datum: '2018-06-09', forvaringsplats: 'Kansliet', kalla: KALLA }, { id: mote });
    expect(await give('AnslaProtokoll', { omgang: 1, datum: '2018-05-20', forvaringsplats: 'Kansliet' }, motet)).toMatchObject({ kod: 'EJ_JUSTERAT' });
  });

  it('står i protokollet med regel och källa, och allt som står i källan kommer ut igen', async () => {
    const { sammantrade } = await see(`{ sammantrade(id: "${mote}") { tid tidSkriven plats hallenPlats oppnat oppnatSkrivet avslutat avslutatSkrivet slutAngesI } }`);
    expect(sammantrade).toEqual({ tid: '10:00', tidSkriven: '10.00', plats: 'Salen', hallenPlats: 'Källaren', oppnat: '10:00', oppnatSkrivet: '10.02', avslutat: '11:00', avslutatSkrivet: '11.00', slutAngesI: ['huvudprotokollet'] });
    const { protokoll } = await see(`{ protokoll(sammantrade: "${mote}") { plats narvaro { namn parti tjanstgjorde narvarande franvaroskal inlast { kalla brott { kod text } } }
      paragrafer { nummer kallelseNr rubrik beteckning beslutstyp underlag andringMotKallelse omedelbartJusterad omgang hanvisning beslutspunkter { verb text subjekt underpunkter } inlast { kalla brott { kod text lagrum } } }
      omgangar { omgang omedelbar datum paragraferMedText paragraferEndastHanvisning satt sekreterare forsattsblad filnamn sidorPdf sidorSidfot underskriftstjanst signaturer { roll namn tid } inlast { brott { kod } } anslag { datum inlast { kalla brott { kod } } } } } }`);
    expect(protokoll.plats).toBe('Källaren');
    expect(protokoll.narvaro[4]).toEqual({ namn: 'Vald 5', parti: 'A', tjanstgjorde: [41], narvarande: [41], franvaroskal: 'Tåget', inlast: null });
    expect(protokoll.narvaro[5]).toEqual({ namn: 'Gustav Gäst', parti: 'Q', tjanstgjorde: [], narvarande: [41, 42, 43, 44], franvaroskal: null, inlast: { kalla: KALLA, brott: [{ kod: 'EJ_FORTROENDEVALD', text: expect.stringContaining('varken ledamot eller ersättare') }] } });
    const [ett, tva, hemlig, sen] = protokoll.paragrafer;
    expect(ett).toEqual({
      nummer: 41, kallelseNr: 1, rubrik: 'Ett, som i protokollet', beteckning: 'PN-2018-00012', beslutstyp: 'bifalla', underlag: ['tjänsteskrivelse 2018-04-02'], andringMotKallelse: 'punkten omformulerad', omedelbartJusterad: false, omgang: 2, hanvisning: null,
      beslutspunkter: [{ verb: 'bifaller', text: 'förslaget', subjekt: 'nämnden', underpunkter: 2 }], inlast: null,
    });
    expect(tva).toMatchObject({ nummer: 42, kallelseNr: 3, rubrik: 'Två', omedelbartJusterad: true, omgang: 1, hanvisning: expect.stringContaining('§ 42'), inlast: { kalla: KALLA, brott: [{ kod: 'EJ_BESLUTFOR', text: 'Nämnden var inte beslutför.', lagrum: 'KL 6 kap. 27 §' }] } });
    expect(hemlig).toMatchObject({ nummer: 43, beslutstyp: 'sekretessbelagt', beslutspunkter: [] });
    expect(sen).toMatchObject({ nummer: 44, kallelseNr: null });
    expect(protokoll.omgangar).toEqual([
      { omgang: 1, omedelbar: true, datum: null, paragraferMedText: [42], paragraferEndastHanvisning: [], satt: 'Omedelbar justering', sekreterare: null, forsattsblad: '42', filnamn: '42', sidorPdf: 3, sidorSidfot: 2, underskriftstjanst: null, signaturer: [], inlast: null, anslag: [] },
      {
        omgang: 2, omedelbar: false, datum: '2018-06-10', paragraferMedText: [41, 43, 44], paragraferEndastHanvisning: [42], satt: 'Digital justering', sekreterare: 'nämndsekreterare', forsattsblad: null, filnamn: null, sidorPdf: null, sidorSidfot: null,
        underskriftstjanst: 'En tjänst', signaturer: [{ roll: 'ordforande', namn: null, tid: '2018-06-10T16:04:01' }, { roll: 'justerare', namn: 'Vald 2', tid: null }],
        inlast: { brott: expect.arrayContaining([{ kod: 'JUSTERING_SEN' }]) }, anslag: [{ datum: '2018-06-09', inlast: { kalla: KALLA, brott: [{ kod: 'ANSLAG_FORE_JUSTERING' }] } }],
      },
    ]);
    expect((await see(`{ protokoll(sammantrade: "${mote}", omgang: 1) { spann paragrafer { nummer beslutspunkter { text } } omgangar { omgang paragraferEndastHanvisning } } }`)).protokoll)
      .toEqual({ spann: '§ 42', paragrafer: [{ nummer: 42, beslutspunkter: [{ text: 'förslaget' }] }], omgangar: [{ omgang: 1, paragraferEndastHanvisning: [] }] });
  });

  it('är för allmänheten det som är justerat, utan det hemliga och utan varför någon var borta', async () => {
    const { data, text } = await house.ask(`{ protokoll(sammantrade: "${mote}") { paragrafer { nummer rubrik inlast { kalla } } narvaro { namn franvaroskal } omgangar { omgang } } }`);
    expect(data.protokoll.paragrafer).toEqual([{ nummer: 41, rubrik: 'Ett, som i protokollet', inlast: null }, { nummer: 43, rubrik: null, inlast: null }, { nummer: 44, rubrik: 'Sen', inlast: { kalla: KALLA } }]);
    expect(data.protokoll.omgangar).toEqual([{ omgang: 2 }]);
    expect(text).not.toMatch(/Tåget|Hemlig/);
    expect((await house.ask(`{ protokoll(sammantrade: "${mote}", omgang: 1) { spann } }`)).data.protokoll).toBeNull();
  });

  it('väcker ingen reaktion och startar ingen klocka för det som är inläst', async () => {
    const { log, models } = house.house;
    await models.caughtUp(await log.store.tip());
    const paragraf = async (namn: string) => (await log.read(`paragraf-${punkter[namn]}`)).map(({ type }) => type);
    expect(await paragraf('Ett')).toEqual(['ParagrafOppnad']);
    for (const namn of ['Två', 'Hemlig', 'Sen']) expect([namn, await paragraf(namn)]).toEqual([namn, []]);
    expect((await log.read(`sammantrade-${mote}`)).filter(({ type }) => type === 'ParagrafNumrerad')).toHaveLength(1);
    expect((await see(`{ paragraf(namnd: "${namnd}", ar: 2018, nummer: 42) { nummer } }`)).paragraf).toBeNull();
  });

  it('går inte för ett möte på startdagen eller senare', async () => {
    const { id } = await done('PlaneraSammantrade', { namnd, datum: '2019-01-01', tid: '10:00', plats: 'Salen' });
    expect(await give('LasInPunkt', { slag: 'information', rubrik: 'x', klass: 'oppen', kalla: KALLA }, { id })).toMatchObject({ kod: 'INTE_FORE_START', allvar: 'STOPP' });
    const { id: utan } = await done('InrattaNamnd', { organ: 'UN', namn: 'Utan start', slag: 'namnd' });
    const { id: annat } = await done('PlaneraSammantrade', { namnd: utan, datum: '2018-01-01', tid: '10:00', plats: 'Salen' });
    expect(await give('LasInPunkt', { slag: 'information', rubrik: 'x', klass: 'oppen', kalla: KALLA }, { id: annat })).toMatchObject({ kod: 'INTE_FORE_START' });
  });

  it('har läsmodeller som är desamma levande, omvikta och som läget vid slutet', async () => {
    const { log, models, composition } = house.house;
    await models.caughtUp(await log.store.tip());
    for (const projection of composition.nouns.flatMap(({ projections }) => projections ?? [])) {
      const { position, ...lies } = await hashLive(join(house.dataDir, 'lasmodeller.sqlite'), projection);
      expect([projection.name, await hashRebuilt(log, projection)]).toEqual([projection.name, lies]);
      expect([projection.name, await hashAsOf(log, projection, position)]).toEqual([projection.name, lies]);
    }
  });

  it('ligger förseglat: varken källan eller det som skrevs står i klartext på disk', () => {
    for (const name of readdirSync(house.dataDir)) {
      const bytes = readFileSync(join(house.dataDir, name));
      for (const text of [KALLA, 'Källaren', 'inbjuden', 'huvudprotokollet', 'En tjänst', 'punkten omformulerad', 'Beslutsärenden (1', 'Påhittsnämnden']) expect([name, text, bytes.includes(Buffer.from(text))]).toEqual([name, text, false]);
    }
  });
});
