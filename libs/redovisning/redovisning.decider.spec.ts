import { seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { redovisning, type RedovisningCommand } from './redovisning.decider';
import type { RedovisningEvent } from './redovisning.events';

const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const id = x(0xaa);
const { given } = specify(redovisning, { id, at: '2026-12-31T12:00:00.000Z' });
const s = (text: string) => seal(`paragraf:${id}`, text);
const om = { namnd: x(900), sammantrade: x(500), ar: 2024, nr: 79, datum: '2024-05-16', klass: 'oppen' } as const;
const hos = { sammantrade: x(500), punkt: id, kalla: 'Protokollet', underlag: { ...om, startdatum: '2027-01-01' } } as const;
const kalla = s('Protokollet');

type Lista = Extract<RedovisningCommand, { type: 'LasInDelegationsredovisning' }>['data']['listor'][number];
const avtal: Lista = { namn: 'Avtal', lagar: ['SoL (2001:453)'], antal: 3, rader: [{ indelning: 'diarienummer', namn: 'HS-2024-1', antal: 2, enhet: 'Bryggan' }, { indelning: 'diarienummer', namn: 'HS-2024-2', antal: 1 }], uppgifter: [] };
const delegation = (over: object = {}, lista: Partial<Lista> = {}): RedovisningCommand => ({ type: 'LasInDelegationsredovisning', data: { ...hos, fran: '2024-04-01', till: '2024-04-30', utskottsdagar: ['2024-04-10'], listor: [{ ...avtal, ...lista }], uppgifter: [], ...over } });
type Inlast = Extract<RedovisningEvent, { type: 'DelegationsredovisningInlast' }>;
const inlast: Inlast = { type: 'DelegationsredovisningInlast', data: {
  ...om, kalla, fran: '2024-04-01', till: '2024-04-30', utskottsdagar: ['2024-04-10'], uppgifter: [],
  listor: [{ namn: s('Avtal'), lagar: [s('SoL (2001:453)')], antal: 3, rader: [{ indelning: 'diarienummer', namn: s('HS-2024-1'), antal: 2, enhet: s('Bryggan') }, { indelning: 'diarienummer', namn: s('HS-2024-2'), antal: 1 }], uppgifter: [] }],
} };
const poster = (slag: 'domar_och_beslut' | 'skrivelser', datum?: string): RedovisningCommand => ({ type: 'LasInAnmalningsposter', data: { ...hos, slag, uppgifter: [], poster: [{ ordning: 0, uppgifter: [], ...(datum !== undefined && { datum }) }] } });
const remiss = (tider: object): RedovisningCommand => ({ type: 'LasInRemissredovisning', data: { ...hos, remisser: [{ ordning: 0, avsandare: 'Kustverket', uppgifter: [], ...tider }] } });
const lexSarah = (avser: string, skrivet: string, manad = '2024-03'): RedovisningCommand => ({ type: 'LasInLexSarahRedovisning', data: { ...hos, rapporter: [{ manad, antal: 1 }], arenden: [], lagrum: [{ avser, skrivet }], uppgifter: [] } });
const brott = (kod: string, lagrum?: string) => [{ kod, ...(lagrum !== undefined && { lagrum }) }];

describe('Vad en paragraf säger om registren', () => {
  it('läses in som det står, med sina texter förseglade under paragrafens nyckel', () => {
    given().when(delegation()).then(inlast);
    given().when({ type: 'LasInParagrafuppgifter', data: { ...hos, uppgifter: [{ vag: ['siffror', 'kronor'], slag: 'tal', varde: '-4.6' }] } })
      .then({ type: 'ParagrafuppgifterInlasta', data: { ...om, kalla, uppgifter: [{ vag: [s('siffror'), s('kronor')], slag: 'tal', varde: s('-4.6') }] } });
    given().when({ type: 'LasInKopplingar', data: { ...hos, kopplingar: [{ ordning: 3, fran: '§ 79', till: 'KF § 1', uppgifter: [] }] } })
      .then({ type: 'KopplingarInlasta', data: { ...om, kalla, kopplingar: [{ ordning: 3, fran: s('§ 79'), till: s('KF § 1'), uppgifter: [] }] } });
  });
  it('är från tiden före nämndens start i Klubba, ur en källa, vid en paragraf som finns', () => {
    given().when(delegation({ underlag: om })).thenRefused('INTE_FORE_START');
    given().when(delegation({ underlag: { ...om, startdatum: '2024-05-16' } })).thenRefused('INTE_FORE_START');
    given().when(delegation({ underlag: undefined })).thenRefused('PARAGRAFEN_FINNS_INTE');
    given().when(delegation({ kalla: ' ' })).thenRefused('KALLA_SAKNAS');
    given().when(delegation({ utskottsdagar: ['2024-04-31'] })).thenRefused('DATUM_FINNS_INTE');
  });
  it('läses in en gång för varje slag', () => {
    given(inlast).when(delegation()).thenRefused('REDAN_INLAST');
    const skrivelser: RedovisningEvent = { type: 'AnmalningsposterInlasta', data: { ...om, kalla, slag: 'skrivelser', uppgifter: [], poster: [{ ordning: 0, uppgifter: [] }] } };
    given(inlast, skrivelser).when(poster('skrivelser')).thenRefused('REDAN_INLAST');
    given(inlast, skrivelser).when(poster('domar_och_beslut', '2024-05-16')).then({ type: 'AnmalningsposterInlasta', data: { ...om, kalla, slag: 'domar_och_beslut', uppgifter: [], poster: [{ ordning: 0, datum: '2024-05-16', uppgifter: [] }] } });
  });
  it('stoppas inte av en regel som bröts: den ligger i faktat', () => {
    given().when(delegation({}, { antal: 4 })).then({ ...inlast, data: { ...inlast.data, brott: brott('SUMMAN_STAMMER_INTE'), listor: [{ ...inlast.data.listor[0]!, antal: 4 }] } });
    given().when(delegation({ till: '2024-05-17' })).then({ ...inlast, data: { ...inlast.data, till: '2024-05-17', brott: brott('PERIODEN_EFTER_MOTET') } });
    given().when(delegation({ till: '2024-03-31' })).then({ ...inlast, data: { ...inlast.data, till: '2024-03-31', brott: brott('PERIODEN_BAKLANGES') } });
    given().when(poster('skrivelser', '2024-05-17')).then({ type: 'AnmalningsposterInlasta', data: { ...om, kalla, brott: brott('DATUM_EFTER_MOTET'), slag: 'skrivelser', uppgifter: [], poster: [{ ordning: 0, datum: '2024-05-17', uppgifter: [] }] } });
  });
  it('G: en svarstid som hade gått ut är avsändarens eller den interna, var för sig', () => {
    for (const [tider, sen] of [[{ svarstid: '2024-05-15' }, true], [{ svarstid: '2024-05-16' }, false], [{ svarstid: '2024-05-15', svarstidAvsandare: '2024-05-31' }, false], [{ svarstidAvsandare: '2024-05-31', svarstidIntern: '2024-05-01' }, true]] as const) {
      given().when(remiss(tider)).then({ type: 'RemissredovisningInlast', data: { ...om, kalla, ...(sen && { brott: brott('SVARSTIDEN_PASSERAD') }), remisser: [{ ordning: 0, avsandare: s('Kustverket'), ...tider, uppgifter: [] }] } });
    }
  });
  it('F1: ett fel lagrum för lex Sarah flaggas med det rätta, av den lag som gällde när rapporterna kom, och rättas inte', () => {
    const ut = (avser: string, skrivet: string, manad: string, ratt?: string): RedovisningEvent =>
      ({ type: 'LexSarahRedovisningInlast', data: { ...om, kalla, ...(ratt !== undefined && { brott: brott('FEL_LAGRUM', ratt) }), rapporter: [{ manad: s(manad), antal: 1 }], arenden: [], lagrum: [{ avser: s(avser), skrivet: s(skrivet) }], uppgifter: [] } });
    given().when(lexSarah('missförhållande', '14 kap. 6 § SoL')).then(ut('missförhållande', '14 kap. 6 § SoL', '2024-03'));
    given().when(lexSarah('allvarligt', '14 kap. 6 § SoL')).then(ut('allvarligt', '14 kap. 6 § SoL', '2024-03', 'SoL (2001:453) 14 kap. 7 §, LSS 24 f §'));
    given().when(lexSarah('allvarligt', '14 kap. 7 § SoL', 'våren')).then(ut('allvarligt', '14 kap. 7 § SoL', 'våren'));
  });
});
