import * as fc from 'fast-check';
import { dagnummer, franDagnummer, plusDagar } from './datum';
import { arFridag } from './kalender';
import {
  anslagSenast, endastDatum, type Frist, justeringsdatum, justeringSenast, kallelseSenast, lagaKraft, lagaKraftTidigast, nedtagningTidigast, overklagandeslag, sistaForvaltningsbesvar, sistaLaglighet,
} from './tid';

const dag = fc.integer({ min: dagnummer('2018-01-01'), max: dagnummer('2060-12-31') }).map(franDagnummer);

it.each([
  ['2018-03-22', '2018-04-12'],
  ['2018-04-06', '2018-04-27'],
  ['2018-04-10', '2018-05-02'],
  ['2026-05-29', '2026-06-22'],
  ['2026-12-03', '2026-12-28'],
  ['2026-12-10', '2027-01-04'],
])('K3: sista_laglighet %s → %s', (anslagen, sista) => {
  expect(sistaLaglighet(anslagen).datum).toBe(sista);
  expect(endastDatum.sistaLaglighet(anslagen)).toBe(sista);
});
it.each([
  ['2018-03-29', '2018-04-03'],
  ['2026-11-27', '2026-11-30'],
  ['2026-12-03', '2026-12-07'],
])('K3: anslag_senast %s → %s', (justerad, senast) => {
  expect(anslagSenast(justerad).datum).toBe(senast);
  expect(endastDatum.anslagSenast(justerad)).toBe(senast);
});
it.each([
  ['2018-03-21', '2018-04-04', '2018-04-04'],
  ['2026-12-17', '2027-01-04', '2026-12-31'],
])('K3: justering_senast %s → %s (mål %s)', (mote, senast, mal) => {
  expect(justeringSenast(mote)).toMatchObject({ datum: senast, mal });
  expect(endastDatum.justeringSenast(mote)).toBe(senast);
});

it.each([
  ['2018-03-22', '2018-04-13'],
  ['2018-04-10', '2018-05-03'],
  ['2018-04-06', '2018-04-28'],
])('D2: anslag %s → laga kraft tidigast %s', (anslagen, tidigast) => {
  expect(lagaKraftTidigast(anslagen).datum).toBe(tidigast);
  expect(nedtagningTidigast(anslagen).datum).toBe(tidigast);
  expect(lagaKraft('LAGLIGHETSPROVNING', anslagen, false)).toMatchObject({ lage: 'TIDIGAST', tidigast, sista: plusDagar(tidigast, -1) });
});
it('E6: anslag 2018-04-06 av protokollet där delegationsbeslutet anmäldes → sista 2018-04-27, laga kraft tidigast 2018-04-28', () => {
  expect(lagaKraft('LAGLIGHETSPROVNING', '2018-04-06', false)).toMatchObject({ sista: '2018-04-27', tidigast: '2018-04-28' });
});
it('D2: varför: 2018-04-10 → 2018-05-02', () => {
  expect(sistaLaglighet('2018-04-10')).toEqual<Frist>({
    datum: '2018-05-02',
    varfor: [
      'Justeringen tillkännagavs på anslagstavlan 2018-04-10 (tisdag). Tiden är tre veckor och slutar på samma veckodag, 2018-05-01 (KL 13 kap. 5 §, lag 1930:173 1 §).',
      '2018-05-01 är första maj, en helgdag; lag 1930:173 2 § flyttar då sista dagen till nästa vardag, 2018-05-02 (onsdag).',
    ],
    lagrum: 'KL 13 kap. 5 §, lag (1930:173) 1–2 §§',
  });
});
it('D2: varför: varje dag som hoppas över har sitt skäl', () => {
  expect(sistaLaglighet('2026-12-03').varfor[1]).toBe(
    '2026-12-24 är julafton; 2026-12-25 är juldagen, en helgdag; 2026-12-26 är annandag jul, en helgdag; 2026-12-27 är en söndag; lag 1930:173 2 § flyttar då sista dagen till nästa vardag, 2026-12-28 (måndag).',
  );
});
it('D2: laga kraft sägs bara vara tidigast, och att bara domstolen vet', () => {
  const { varfor } = lagaKraftTidigast('2018-04-06');
  expect(varfor.join(' ')).toContain('Laga kraft tidigast 2018-04-28');
  expect(varfor.join(' ')).toContain('KL 13 kap. 4 §');
  expect(varfor.join(' ')).not.toMatch(/fått laga kraft|vunnit laga kraft/);
});
it('D2: utan anslagsdatum kan laga kraft inte beräknas', () => {
  expect(lagaKraft('LAGLIGHETSPROVNING', null, false)).toMatchObject({ lage: 'EJ_BERAKNAD', varfor: ['Laga kraft kan inte beräknas: anslagsdatum saknas.'] });
  expect(lagaKraft('LAGLIGHETSPROVNING', null, true).lage).toBe('EJ_BERAKNAD');
});
it('K4 C5: anslag 2026-11-30 nedtaget 2026-12-10 → obestämd; nytt anslag 2026-12-11 → sista 2027-01-04, laga kraft tidigast 2027-01-05', () => {
  const forsta = lagaKraft('LAGLIGHETSPROVNING', '2026-11-30', true);
  expect(forsta).toMatchObject({ lage: 'OBESTAMD', varfor: ['Laga kraft kan inte beräknas: anslaget har inte suttit uppe hela tiden (gör nytt anslag, C5).'] });
  expect(forsta).not.toHaveProperty('tidigast');
  expect(lagaKraft('LAGLIGHETSPROVNING', '2026-12-11', false)).toMatchObject({ sista: '2027-01-04', tidigast: '2027-01-05' });
});
it('D1: ett remissvar är ej överklagbart och har inget datum för laga kraft, trots anslag 2018-03-22', () => {
  const svar = lagaKraft('EJ_OVERKLAGBART', '2018-03-22', false);
  expect(svar.lage).toBe('EJ_OVERKLAGBART');
  expect(svar.varfor.join(' ')).toContain('förberedande');
  expect(JSON.stringify(svar)).not.toMatch(/\d{4}-\d\d-\d\d/);
});
it('D1: särskild regel går först, sedan förberedande och verkställande, annars laglighetsprövning', () => {
  expect(overklagandeslag({ sarskildRegel: true, forberedandeEllerVerkstallande: false })).toBe('FORVALTNINGSBESVAR');
  expect(overklagandeslag({ sarskildRegel: true, forberedandeEllerVerkstallande: true })).toBe('FORVALTNINGSBESVAR');
  expect(overklagandeslag({ sarskildRegel: false, forberedandeEllerVerkstallande: true })).toBe('EJ_OVERKLAGBART');
  expect(overklagandeslag({ sarskildRegel: false, forberedandeEllerVerkstallande: false })).toBe('LAGLIGHETSPROVNING');
});

it('C3: sammanträde torsdag 2026-12-17 → nyårsafton är målet, lagen ger måndag 2027-01-04', () => {
  const { varfor } = justeringSenast('2026-12-17');
  expect(varfor.at(-1)).toBe('Att lag 1930:173 gäller även här är en tolkning: sikta på 2026-12-31.');
});
it('C3: protokollet är justerat den dag den sista underskriften kom', () => {
  expect(justeringsdatum(['2018-04-04', '2018-04-03'])).toBe('2018-04-04');
  expect(justeringsdatum(['2018-04-04', null])).toBeNull();
  expect(justeringsdatum([null, '2018-04-04'])).toBeNull();
  expect(justeringsdatum([])).toBeNull();
});
it.each([
  ['2018-04-04', '2018-04-06'],
  ['2018-03-29', '2018-04-03'],
  ['2026-11-27', '2026-11-30'],
])('C5: justerad %s → anslag senast %s', (justerad, senast) => {
  expect(anslagSenast(justerad).datum).toBe(senast);
});

it.each([
  [5, 'kalenderdagar', '2018-03-16'],
  [7, 'kalenderdagar', '2018-03-14'],
  [5, 'vardagar', '2018-03-14'],
  [0, 'vardagar', '2018-03-21'],
] as const)('A2: sammanträde 2018-03-21, %i %s → kallelse senast %s', (dagar, slag, senast) => {
  expect(kallelseSenast('2018-03-21', { dagar, slag })).toMatchObject({ datum: senast, lagrum: 'reglementet' });
});
it('A2: en tid bakåt flyttas inte av lag 1930:173', () => {
  expect(kallelseSenast('2018-04-06', { dagar: 5, slag: 'kalenderdagar' }).datum).toBe('2018-04-01');
  expect(kallelseSenast('2018-04-06', { dagar: 5, slag: 'vardagar' }).datum).toBe('2018-03-28');
  expect(() => kallelseSenast('2018-04-06', { dagar: -1, slag: 'vardagar' })).toThrow(RangeError);
});

it('D3: beslut 2026-11-25, parten fick del 2026-12-03 → sista 2026-12-28, laga kraft tidigast 2026-12-29', () => {
  const svar = sistaForvaltningsbesvar('2026-11-25', [{ part: 'parten', fickDel: '2026-12-03' }]);
  expect(svar).toMatchObject({ sista: '2026-12-28', lagaKraftTidigast: '2026-12-29', lagrum: 'FL 44 §, lag (1930:173) 1–2 §§' });
});
it('K4 D3: två parter fick del 2026-12-01 och 2026-12-03 → 2026-12-22 och 2026-12-28, laga kraft tidigast 2026-12-29', () => {
  const svar = sistaForvaltningsbesvar('2026-11-25', [{ part: 'part A', fickDel: '2026-12-01' }, { part: 'part B', fickDel: '2026-12-03' }]);
  expect(svar.parter.map(({ sista }) => sista)).toEqual(['2026-12-22', '2026-12-28']);
  expect(svar.lagaKraftTidigast).toBe('2026-12-29');
});
it('D3: okänt datum gissas aldrig', () => {
  const svar = sistaForvaltningsbesvar('2026-11-25', [{ part: 'part A', fickDel: '2026-12-01' }, { part: 'part B', fickDel: null }]);
  expect(svar.parter[1]).toEqual({ part: 'part B', sista: null, varfor: ['Delgivningsdatum saknas för part B; överklagandetiden har inte börjat löpa.'] });
  expect([svar.parter[0]!.sista, svar.sista, svar.lagaKraftTidigast]).toEqual(['2026-12-22', null, null]);
  expect(sistaForvaltningsbesvar('2026-11-25', [{ part: 'part B', fickDel: null }, { part: 'part A', fickDel: '2026-12-01' }]).lagaKraftTidigast).toBeNull();
  expect(sistaForvaltningsbesvar('2026-11-25', [])).toMatchObject({ sista: null, lagaKraftTidigast: null });
});
it('D3: den som företräder det allmänna räknas från beslutet', () => {
  expect(sistaForvaltningsbesvar('2026-11-25', [{ part: 'myndigheten', foretraderDetAllmanna: true }]).lagaKraftTidigast).toBe('2026-12-17');
});
it('D3: fick del före beslutet är ett fel i uppgifterna, inte ett datum', () => {
  expect(sistaForvaltningsbesvar('2026-11-25', [{ part: 'parten', fickDel: '2026-11-24' }]).lagaKraftTidigast).toBeNull();
});
it('D3: före 2018-07-01 är lagrummet FL 1986:223, som inte är kontrollerat', () => {
  const svar = sistaForvaltningsbesvar('2018-03-21', [{ part: 'parten', fickDel: '2018-04-10' }]);
  expect(svar).toMatchObject({ sista: '2018-05-02', lagrum: 'FL (1986:223) 23 §, lag (1930:173) 1–2 §§' });
  expect(svar.varfor.at(-1)).toBe('Lagrummet för 2018-03-21 är inte kontrollerat mot lagtexten.');
});
it('E6: avslag på insats, fick del 2026-10-08, anmält i protokoll med anslag 2026-11-06 → sista 2026-10-29, inte 2026-11-27', () => {
  const besvar = { beslutad: '2026-10-02', parter: [{ part: 'parten', fickDel: '2026-10-08' }] };
  expect(lagaKraft('FORVALTNINGSBESVAR', '2026-11-06', false, besvar)).toMatchObject({ lage: 'TIDIGAST', sista: '2026-10-29', tidigast: '2026-10-30' });
  expect(lagaKraft('FORVALTNINGSBESVAR', '2026-11-06', true, besvar)).toMatchObject({ sista: '2026-10-29' });
  expect(lagaKraft('FORVALTNINGSBESVAR', '2026-11-06', false).lage).toBe('EJ_BERAKNAD');
  expect(lagaKraft('FORVALTNINGSBESVAR', null, false, { ...besvar, parter: [{ part: 'parten', fickDel: null }] }).lage).toBe('EJ_BERAKNAD');
});

it('M4: sista dagen är en vardag minst 21 dagar efter anslaget, och laga kraft tidigast dagen efter', () => {
  fc.assert(
    fc.property(dag, (anslagen) => {
      const sista = sistaLaglighet(anslagen).datum;
      expect(arFridag(sista)).toBe(false);
      expect(sista >= plusDagar(anslagen, 21)).toBe(true);
      expect(lagaKraftTidigast(anslagen).datum).toBe(plusDagar(sista, 1));
      expect(endastDatum.lagaKraftTidigast(anslagen)).toBe(plusDagar(sista, 1));
      expect(endastDatum.nedtagningTidigast(anslagen)).toBe(nedtagningTidigast(anslagen).datum);
      expect(sistaLaglighet(anslagen).varfor.length).toBe(arFridag(plusDagar(anslagen, 21)) ? 2 : 1);
    }),
  );
});
it('0.2: ett anslag före 2018 räknas, men lagrummet sägs vara okontrollerat', () => {
  expect(sistaLaglighet('2017-12-01')).toMatchObject({ datum: '2017-12-22', lagrum: 'KL (1991:900) 10 kap., lag (1930:173) 1–2 §§' });
  expect(sistaLaglighet('2017-12-01').varfor.at(-1)).toBe('Lagrummet för 2017-12-01 är inte kontrollerat mot lagtexten.');
});
