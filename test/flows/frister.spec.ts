import * as harness from './harness';
import { type Running, startHouse } from './harness';

// The one list of what runs in a nämnd, over all that has clocks beside the meeting: a remiss, delegated decisions, lex Sarah, and the work with quality.
const KANARIE = 'KANARIE-HEMLIG';
let house: Running;
let sekreterare: string;
let namnd: string;
let arende: string;
let ordf: string;
const id: Record<string, string> = {};
const done = (command: string, data: object, till?: string, skal?: Readonly<Record<string, string>>) => harness.done(house, command, data, { by: sekreterare, id: till, skal });
const rader = async (by: string | undefined = sekreterare, mer = ''): Promise<readonly Record<string, unknown>[]> =>
  (await harness.see(house, `{ frister(namnd: "${namnd}", pa: "2018-04-01"${mer}) { regel slag vad galler lag drift passerad agare varfor lagrum kalla mal } }`, by)).frister;

beforeAll(async () => {
  house = await startHouse();
  sekreterare = await house.token('namndsekreterare');
  ({ id: namnd } = await done('InrattaNamnd', { organ: 'SN', namn: 'Socialnämnden i Påhitt', slag: 'namnd' }));
  await done('FaststallReglemente', { fran: '2015-01-01', antalLedamoter: 1, kallelseDagar: 0, kallelseSlag: 'kalenderdagar', omedelbarJustering: true, diarieform: 'snedstreck_kolon', paragrafform: 'nummer' }, namnd);
  ({ id: ordf } = await done('RegistreraPerson', { namn: 'Olga Ordförande', slag: 'fortroendevald' }));
  await done('ValjForUppdrag', { person: ordf, uppdrag: 'ledamot', roll: 'ordforande', parti: 'A', ordning: 1, fran: '2015-01-01' }, namnd);
  ({ id: arende } = await done('OppnaArende', { namnd, klass: 'oppen', rubrik: 'Fördelning', datum: '2018-02-14' }));
  const { id: hemligt } = await done('OppnaArende', { namnd, klass: 'sekretess', sekretesslagrum: '26:1', rubrik: 'Rapport', datum: '2018-03-05', slag: 'lex_sarah' });

  const lagg = async (vad: string, command: string, data: object, till?: string, skal?: Readonly<Record<string, string>>) => (id[vad] = (await done(command, { namnd, ...data }, till, skal)).id);
  await lagg('remiss', 'TaEmotRemiss', { klass: 'oppen', arende, slag: 'remiss', rubrik: KANARIE, avsandare: 'Kommunstyrelsen', inkom: '2018-02-14', svarstidAvsandare: '2018-04-20', svarstidIntern: '2018-04-02', yttrandeTill: 'styrelse' });
  await lagg('lexsarah', 'TaEmotLexSarah', { arende: hemligt, mottagen: '2018-03-05', lag: 'SOL', verksamhet: 'BUV', orsak: 'x', rapportorsslag: 'anstalld', rapportor: KANARIE, berorEnskild: true, beskrivning: KANARIE });
  await lagg('delegationsbeslut', 'RegistreraDelegationsbeslut', { klass: 'sekretess', sekretesslagrum: '26:1', datum: '2018-03-23', grund: 'kompletterande', lagrum: 'LVU 6 §', overklagandeslag: 'FORVALTNINGSBESVAR', delegat: { slag: 'ordforande', person: ordf }, beslut: KANARIE, utfall: 'bifall', akt: KANARIE });
  await lagg('klagomal', 'TaEmotKlagomal', { klass: 'oppen', kanal: 'direkt', typ: 'klagomal', kategori: 'bemötande', enhet: 'barn', inkom: '2018-03-23', text: KANARIE, beteckning: 'K 3' });
  await lagg('avvikelse', 'RegistreraAvvikelse', { kategori: 'x', enhet: 'barn', inkom: '2018-03-20', text: KANARIE, allvar: 2 });
  await done('BeslutaAvvikelseatgard', { datum: '2018-03-21', text: KANARIE, ansvarig: KANARIE, senast: '2018-04-10' }, id['avvikelse']);
  await lagg('ejverkstalld', 'RegistreraInsatsbeslut', { klass: 'oppen', lag: 'SoL', insats: 'kontaktfamilj', beslutsdatum: '2018-02-28', beteckning: 'B 4' });
  await lagg('overklagande', 'RegistreraOverklagande', { klass: 'oppen', lag: 'SoL', omrade: 'hemtjanst', beslutsdatum: '2018-03-01', inkom: '2018-03-27', klagande: KANARIE, beteckning: 'Ö 1' });
});
afterAll(() => house.remove());

it('det äldsta först: dag, att arbeta mot, ägare, lagrum och hur den är räknad', async () => {
  const alla = await rader();
  expect(alla.map(({ kalla, regel, galler, lag, drift }) => [kalla, regel, galler, lag, drift])).toEqual([
    ['lexsarah', 'start', 'lex Sarah-rapport som kom 2018-03-05', '2018-03-06', '2018-03-06'],
    ['remiss', 'svarstid.intern', 'remiss som kom 2018-02-14', '2018-04-02', '2018-03-29'],
    ['delegationsbeslut', 'understallning_lvu.1', 'delegationsbeslut 2018-03-23', '2018-04-03', '2018-03-29'],
    ['overklagande', 'overlamnande', 'överklagande Ö 1', '2018-04-03', '2018-04-03'],
    ['klagomal', 'svar', 'klagomål K 3', '2018-04-06', '2018-04-06'],
    ['avvikelse', 'atgard.1', `avvikelse ${id['avvikelse']}`, '2018-04-10', '2018-04-10'],
    ['remiss', 'svarstid.avsandare', 'remiss som kom 2018-02-14', '2018-04-20', '2018-04-20'],
    ['lexsarah', 'utredning', 'lex Sarah-rapport som kom 2018-03-05', '2018-05-04', '2018-05-04'],
    ['ejverkstalld', 'verkstalla', 'beslut B 4 (kontaktfamilj)', '2018-05-28', '2018-05-28'],
  ]);
  expect(alla[0]).toMatchObject({ passerad: true, agare: 'handlaggare', varfor: [expect.stringContaining('Rutinens mål är 1 dagar')] });
  expect(alla[2]).toMatchObject({ vad: 'Underställ beslutet förvaltningsrätten', lagrum: 'LVU 7 §', passerad: false, mal: [id['delegationsbeslut']], varfor: ['Tiden räknas från beslutet 2018-03-23.', 'Är det inte gjort då har beslutet upphört att gälla.'] });
  expect(JSON.stringify(alla)).not.toContain(KANARIE);
});
it('den som inte får läsa det som är sekretess ser de öppna, och allmänheten ingen', async () => {
  expect([...new Set((await rader(await house.token('handlaggare'))).map(({ kalla }) => kalla))].sort()).toEqual(['ejverkstalld', 'klagomal', 'lexsarah', 'overklagande', 'remiss']);
  expect(await harness.see(house, `{ frister(namnd: "${namnd}") { regel } }`)).toEqual({ frister: [] });
});
it('det som är gjort är borta, och står kvar i läget före', async () => {
  const fore = (await done('BesvaraKlagomal', { datum: '2018-03-28', text: 'Svar' }, id['klagomal'])).position;
  await done('UppfyllKlocka', { nr: 1, datum: '2018-03-29' }, id['delegationsbeslut']);
  await done('AvstaFranYttrande', { datum: '2018-03-29', skal: 'Berör oss inte' }, id['remiss']);
  const kallor = async (mer = '') => (await rader(sekreterare, mer)).map(({ kalla }) => kalla);
  expect(await kallor()).toEqual(['lexsarah', 'overklagande', 'avvikelse', 'lexsarah', 'ejverkstalld']);
  expect(await kallor(`, vid: { position: "${fore}" }`)).toEqual(['lexsarah', 'remiss', 'delegationsbeslut', 'overklagande', 'avvikelse', 'remiss', 'lexsarah', 'ejverkstalld']);
});
