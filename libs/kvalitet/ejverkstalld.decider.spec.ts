import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { ejverkstalld, type EjverkstalldCommand } from './ejverkstalld.decider';
import type { EjverkstalldEvent } from './ejverkstalld.events';
import { insatsbeslutetsKlockor, gransen, type Insatslage, provaGransen, type Rapporterad, rapportfonster, rapportlagrum, rapportrader, type Vantan } from './ejverkstalld.grans';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ID = '00000000-0000-4000-8000-0000000000aa';
const s = <T>(value: T) => seal(`ejverkstalld:${ID}`, value);
const { given } = specify(ejverkstalld, { at: '2026-12-30T12:00:00.000Z' });
const klass = 'sekretess';
const insats = { namnd: x(1), lag: 'SoL', insats: 'kontaktfamilj', beslutsdatum: '2026-01-30' } as const;
const ny = (over: object = {}): EjverkstalldCommand => ({ type: 'RegistreraInsatsbeslut', data: { ...insats, omgivning: { namnd: true, arende: false, sekretess: false }, ...over } });
const registrerat = (over: object = {}): EjverkstalldEvent => ({ type: 'InsatsbeslutRegistrerat', data: { ...insats, klass, ...over } });
const verkstallt = (datum: string): EjverkstalldEvent => ({ type: 'InsatsVerkstalld', data: { klass, datum } });
const avbruten = (datum: string): EjverkstalldEvent => ({ type: 'InsatsAvbruten', data: { klass, datum } });
const upphort: EjverkstalldEvent = { type: 'InsatsbeslutUpphort', data: { klass, datum: '2026-07-01', skal: s('Flyttat') } };
const rad = (over: object = {}): EjverkstalldCommand => ({ type: 'NoteraInsatsrad', data: { ...insats, beteckning: 'B 4', lista: x(8), rad: 2, ...over } });

const lage = (fran: string, till?: string, over: Partial<Insatslage> = {}): Insatslage => ({ lag: 'SoL', vantan: [{ fran, slag: 'beslut', ...(till !== undefined && { till }) }], rapporter: [], ...over });
const k = (kvartal: number, ar = 2026) => ({ ar, kvartal });
const rapport = (mottagare: Rapporterad['mottagare'], kvartal: number, fran: string, slag: Rapporterad['slag'] = 'ej_verkstallt'): Rapporterad => ({ mottagare, ar: 2026, kvartal, datum: '2026-04-10', fran, slag });

describe('Gränsen på tre månader', () => {
  it.each([['2026-01-30', '2026-04-30'], ['2025-11-30', '2026-02-28'], ['2026-03-31', '2026-06-30']])('H3: beslut %s → gräns %s', (fran, grans) => expect(gransen({ fran })).toBe(grans));
  it('H3: beslut 2026-01-30 som är öppet 2026-06-30 står i rapporten för andra kvartalet', () => {
    expect(rapportrader(lage('2026-01-30'), 'ivo', k(2))).toEqual([{ fran: '2026-01-30', slag: 'ej_verkstallt', dagar: 151 }]);
    expect(rapportrader(lage('2026-01-30'), 'ivo', k(1))).toEqual([]);
    expect(rapportrader(lage('2026-01-30', '2026-04-30'), 'ivo', k(2))).toEqual([]);
  });
  it('K4/H3: beslut 2026-03-31 verkställt 2026-07-01: gräns 2026-06-30, rapporteras en gång, med dagen', () => {
    const en = lage('2026-03-31', '2026-07-01');
    expect(rapportrader(en, 'ivo', k(2))).toEqual([]);
    expect(rapportrader(en, 'ivo', k(3))).toEqual([{ fran: '2026-03-31', slag: 'verkstallt_sent', till: '2026-07-01', dagar: 92 }]);
    expect(rapportrader({ ...en, rapporter: [rapport('ivo', 3, '2026-03-31', 'verkstallt_sent')] }, 'ivo', k(4))).toEqual([]);
  });
  it('K4/H3: rapporterat för första kvartalet och verkställt 2026-05-04: anmäls till IVO och revisorerna med den dagen', () => {
    const en = lage('2025-12-01', '2026-05-04', { rapporter: [rapport('ivo', 1, '2025-12-01'), rapport('revisorerna', 1, '2025-12-01')] });
    for (const mottagare of ['ivo', 'revisorerna'] as const) expect(rapportrader(en, mottagare, k(2))).toEqual([{ fran: '2025-12-01', slag: 'verkstallt_efter_rapport', till: '2026-05-04', dagar: 154 }]);
  });
  it('H3: det som fortfarande är öppet rapporteras varje kvartal; kvartalets egen rapport ändrar inte raden', () => {
    const en = lage('2025-12-01', undefined, { rapporter: [rapport('ivo', 1, '2025-12-01'), rapport('ivo', 2, '2025-12-01')] });
    expect(rapportrader(en, 'ivo', k(2))).toMatchObject([{ slag: 'ej_verkstallt' }]);
    expect(rapportrader(en, 'ivo', k(3))).toMatchObject([{ slag: 'ej_verkstallt' }]);
  });
  it('H3: ett avbrott räknas för sig, tre månader från avbrottet', () => {
    const vantan: readonly Vantan[] = [{ fran: '2025-12-01', slag: 'beslut', till: '2026-01-01' }, { fran: '2026-02-10', slag: 'avbrott' }];
    expect(rapportrader({ lag: 'LSS', vantan, rapporter: [] }, 'ivo', k(1))).toEqual([]);
    expect(rapportrader({ lag: 'LSS', vantan, rapporter: [] }, 'ivo', k(2))).toMatchObject([{ fran: '2026-02-10', slag: 'ej_aterupptaget' }]);
  });
  it('H3: en vistelsekommun rapporterar till IVO och fullmäktige, inte till revisorerna (34:4)', () => {
    const en = lage('2026-01-30', undefined, { vistelsekommun: true });
    expect(['ivo', 'revisorerna', 'fullmaktige'].map((till) => rapportrader(en, till as 'ivo', k(2)).length)).toEqual([1, 0, 1]);
  });
  it('H3: det som upphörde efter gränsen sägs en gång; det som upphörde före sägs aldrig', () => {
    const en = (till: string) => ({ lag: 'SoL', vantan: [{ fran: '2026-01-30', slag: 'beslut', till, upphort: true }], rapporter: [] } as const);
    expect(rapportrader(en('2026-05-10'), 'ivo', k(2))).toMatchObject([{ slag: 'upphort', till: '2026-05-10' }]);
    expect(rapportrader(en('2026-04-01'), 'ivo', k(2))).toEqual([]);
  });
  it('H3: lagrummet följer dagen', () => {
    expect(rapportlagrum('SoL', '2025-06-30')).toBe('SoL (2001:453) 16 kap. 6 f–6 i §§');
    expect(rapportlagrum('SoL', '2025-07-01')).toBe('SoL 34 kap. 1–4 §§');
    expect(rapportlagrum('LSS', '2026-01-01')).toBe('LSS 28 f–28 i §§');
  });
  it.each([[1, '2026-04-01', '2026-04-30'], [2, '2026-07-01', '2026-08-31'], [3, '2026-10-01', '2026-10-31'], [4, '2027-01-01', '2027-01-31']])('H3: IVO:s period för kvartal %i är %s till %s', (kvartal, fran, till) => expect(rapportfonster(k(kvartal))).toEqual({ fran, till }));
  it('H3: varnar dagen efter gränsen, och klockan går tills det är verkställt', () => {
    const en = { ...lage('2026-01-30'), id: ID, beteckning: 'B 4', insats: 'kontaktfamilj' };
    expect(provaGransen(en, '2026-04-30')).toEqual([]);
    expect(provaGransen(en, '2026-05-01')).toEqual([{
      kod: 'EJ_VERKSTALLT', allvar: 'VARNING', lagrum: 'SoL 34 kap. 1–4 §§', text: 'Beslut B 4 (kontaktfamilj) har inte verkställts inom tre månader (2026-04-30). Det ska rapporteras till IVO, revisorerna och ingå i statistikrapporten till fullmäktige.',
    }]);
    expect(insatsbeslutetsKlockor(en)).toMatchObject([{ lag: '2026-04-30', regel: 'verkstalla', vad: 'Beslutet ska verkställas', galler: 'beslut B 4 (kontaktfamilj)' }]);
    expect(insatsbeslutetsKlockor({ ...en, ...lage('2026-01-30', '2026-03-01') })).toEqual([]);
  });
});

describe('Ett gynnande beslut', () => {
  it('registreras, verkställs, avbryts och återupptas i den ordningen', () => {
    given().when(ny()).then(registrerat());
    given(registrerat()).when(ny()).thenRefused('BESLUTET_FINNS_REDAN');
    given().when(ny({ beslutsdatum: '2027-01-01' })).thenRefused('DATUM_I_FRAMTIDEN');
    given().when(ny({ beteckning: '850213-1234' })).thenRefused('PERSONNUMMER_LASES_INTE');
    given(registrerat()).when({ type: 'NoteraVerkstallighet', data: { datum: '2026-05-04' } }).then(verkstallt('2026-05-04'));
    given(registrerat()).when({ type: 'NoteraVerkstallighet', data: { datum: '2026-01-29' } }).thenRefused('DATUM_I_FEL_ORDNING');
    given(registrerat(), verkstallt('2026-05-04')).when({ type: 'NoteraVerkstallighet', data: { datum: '2026-05-05' } }).thenRefused('REDAN_VERKSTALLT');
    given(registrerat()).when({ type: 'NoteraInsatsavbrott', data: { datum: '2026-06-01' } }).thenRefused('EJ_VERKSTALLT_AN');
    given(registrerat(), verkstallt('2026-05-04')).when({ type: 'NoteraInsatsavbrott', data: { datum: '2026-06-01' } }).then(avbruten('2026-06-01'));
    given(registrerat(), verkstallt('2026-05-04'), avbruten('2026-06-01')).when({ type: 'NoteraInsatsavbrott', data: { datum: '2026-06-02' } }).thenRefused('AVBROTT_PAGAR');
    given(registrerat(), verkstallt('2026-05-04')).when({ type: 'NoteraAterupptagande', data: { datum: '2026-06-02' } }).thenRefused('INGET_AVBROTT');
    given(registrerat(), verkstallt('2026-05-04'), avbruten('2026-06-01')).when({ type: 'NoteraAterupptagande', data: { datum: '2026-06-10' } }).then({ type: 'InsatsAterupptagen', data: { klass, datum: '2026-06-10' } });
  });
  it('upphör, och det som antecknats fel stryks bakifrån', () => {
    given(registrerat(), upphort).when({ type: 'NoteraVerkstallighet', data: { datum: '2026-07-02' } }).thenRefused('BESLUTET_HAR_UPPHORT');
    given(registrerat(), verkstallt('2026-05-04')).when({ type: 'StrykInsatshandelse', data: { slag: 'avbrott', skal: 'x' } }).thenRefused('INGET_ATT_STRYKA');
    const struken = (slag: 'verkstallighet' | 'upphorande'): EjverkstalldEvent => ({ type: 'InsatshandelseStruken', data: { klass, slag, skal: s('Fel dag') } });
    given(registrerat(), verkstallt('2026-05-04')).when({ type: 'StrykInsatshandelse', data: { slag: 'verkstallighet', skal: 'Fel dag' } }).then(struken('verkstallighet'));
    given(registrerat(), verkstallt('2026-05-04'), struken('verkstallighet')).when({ type: 'NoteraVerkstallighet', data: { datum: '2026-04-04' } }).then(verkstallt('2026-04-04'));
    given(registrerat(), upphort, struken('upphorande')).when({ type: 'NoteraVerkstallighet', data: { datum: '2026-07-02' } }).then(verkstallt('2026-07-02'));
    given(registrerat(), verkstallt('2026-05-04'), upphort, struken('upphorande')).when({ type: 'NoteraInsatsavbrott', data: { datum: '2026-07-02' } }).then(avbruten('2026-07-02'));
  });
  it('hör varje rapport en gång, och kan sedan inte strykas', () => {
    const hor: EjverkstalldCommand = { type: 'NoteraInsatsrapport', data: { mottagare: 'ivo', ar: 2026, kvartal: 2, datum: '2026-07-10', rader: [{ fran: '2026-01-30', slag: 'ej_verkstallt' }] } };
    const hort: EjverkstalldEvent = { type: 'InsatsRapporterad', data: { klass, mottagare: 'ivo', ar: 2026, kvartal: 2, datum: '2026-07-10', fran: '2026-01-30', slag: 'ej_verkstallt' } };
    given(registrerat()).when(hor).then(hort);
    given(registrerat(), hort).when(hor).thenNothing();
    given(registrerat(), hort).when({ type: 'StrykInsatsbeslut', data: { skal: 'x' } }).thenRefused('BESLUTET_AR_RAPPORTERAT');
  });
  it('H3: en rad ur en lista säger det som är nytt, och inget två gånger', () => {
    const inlast = (over: object = {}): EjverkstalldEvent => ({ type: 'InsatsbeslutInlast', data: { ...insats, klass, beteckning: 'B 4', lista: x(8), rad: 2, ...over } });
    given().when(rad()).then(inlast());
    given(inlast()).when(rad()).thenNothing();
    given(inlast()).when(rad({ verkstallt: '2026-05-04' })).then(inlast({ verkstallt: '2026-05-04' }));
    given(inlast({ verkstallt: '2026-05-04' })).when(rad()).thenNothing();
    given(inlast({ verkstallt: '2026-05-04' })).when({ type: 'NoteraInsatsavbrott', data: { datum: '2026-06-01' } }).then(avbruten('2026-06-01'));
    given(inlast(), { type: 'InsatsbeslutStruket', data: { klass, skal: s('x') } }).when(rad({ verkstallt: '2026-05-04' })).thenNothing();
    given(inlast(), upphort).when(rad({ verkstallt: '2026-05-04', avbrott: '2026-06-01' })).thenNothing();
    given().when(rad({ avbrott: '2026-05-04' })).thenRefused('DAGARNA_STAMMER_INTE', 'Ett avbrott förutsätter att insatsen har verkställts: ange när.');
  });
  it.each([['2025-06-30', 9999, 'Särskild avgift är 10000–1000000 kr (SoL (2001:453) 16 kap. 6 b §). Kontrollera beloppet 9999 kr.'], ['2026-09-01', 12_000, 'Särskild avgift är 15000–1500000 kr (SoL 34 kap. 7 §). Kontrollera beloppet 12000 kr.']])('H3: särskild avgift %s på %i kr varnar', (datum, belopp, text) => {
    given(registrerat({ beslutsdatum: '2025-01-30' })).when({ type: 'NoteraSarskildAvgift', data: { datum, steg: 'utdomd', belopp } }).thenRefused('AVGIFTEN_UTANFOR', text);
    given(registrerat({ beslutsdatum: '2025-01-30' })).when({ type: 'NoteraSarskildAvgift', data: { datum, steg: 'ansokt', belopp: 20_000 } }).then({ type: 'SarskildAvgiftNoterad', data: { klass, datum, steg: 'ansokt', belopp: 20_000 } });
  });
});
