import { isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { stod } from '@klubba/lagrum';
import { dokument, historia, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, type Steg, x } from '../../test/exempel/mote';
import type { NyAndring } from './sammantrade.andring.decider';
import { sammantrade } from './sammantrade.decider';
import type { SammantradeEvent } from './sammantrade.events';

const { given } = specify(sammantrade);
const GAMMAL = x(700);
const oppet = (datum: string) => historia(
  planera({ datum }), lagg('Ny', { slag: 'arende', utanDiarienummer: true, myndighetsutovning: true }), kalla({ datum, underlag: { skaKallas: [], punkter: {} } }), oppna({ datum }), ...L.map((person) => ledamot(person)),
);
const gammalt = { ar: 2026, nr: 12, datum: '2026-01-14', overklagandeslag: 'FORVALTNINGSBESVAR', overklagad: false } as const;
const andra = (over: Partial<NyAndring> & { underlag?: object } = {}, skal?: Record<string, string>): Steg =>
  klubba('Ny', { beslutstyp: 'besluta', beslutspunkter: [{ text: 'Beloppet är 4 500 kronor.' }], andrar: { paragraf: GAMMAL, grund: 'fl_36', skal: 'Räknefel', underlag: gammalt, ...over } as NyAndring }, skal);
const utfallet = (steg: Steg, datum = '2026-02-18'): readonly string[] => {
  const outcome = given(...oppet(datum)).when(steg.command).outcome as object;
  return isRefusal(outcome) ? outcome.hinder.map(({ kod, allvar }) => `${allvar} ${kod}`) : (outcome as readonly SammantradeEvent[]).map(({ type }) => type);
};

describe('Ett beslut som ändrar ett tidigare', () => {
  it('K4/D8: fel summa genom skrivfel i ett beslut enligt SoL 12:1 rättas i ett nytt beslut enligt FL 36, som pekar tillbaka', () => {
    const outcome = given(...oppet('2026-02-18')).when(andra().command).outcome as readonly SammantradeEvent[];
    expect(outcome).toMatchObject([{ type: 'BeslutFattat', data: { andrar: { paragraf: GAMMAL, ar: 2026, nr: 12, datum: '2026-01-14', grund: 'fl_36', skal: seal(`paragraf:${punkt('Ny')}`, 'Räknefel') } } }]);
    const events = [...oppet('2026-02-18'), ...outcome];
    expect(dokument(events).punkter[0]!.beslut!.andrar).toMatchObject({ paragraf: GAMMAL });
    expect(given(...events).when(numrera('Ny', 30, 2026).command).outcome).toMatchObject([{ type: 'ParagrafNumrerad', data: { andrar: { paragraf: GAMMAL, grund: 'fl_36' } } }]);
  });
  it('D8: beslutet som ändras finns i nämnden, och är inte sig självt', () => {
    const { underlag: _, ...utan } = { underlag: gammalt, paragraf: GAMMAL, grund: 'annan', skal: 'x' } as const;
    const okand = klubba('Ny', { beslutstyp: 'besluta', beslutspunkter: [{ text: 'x' }], andrar: utan });
    given(...oppet('2026-02-18')).when(okand.command).thenRefused('ANDRAT_BESLUT_FINNS_INTE', 'Beslutet som ska ändras finns inte bland nämndens paragrafer.');
  });
  it('K4/D8: hemtjänst tills vidare från 2025-09-01 minskas för att behoven har minskat mycket: SoL 14:9 går; samma beslut från 2025-05-01: STOPP', () => {
    const minska = (datum: string, over: object = {}) => andra({ grund: 'sol_14_9', tillNackdel: true, tillsVidare: true, underlag: { ...gammalt, ar: 2025, datum }, ...over });
    expect(utfallet(minska('2025-09-01'))).toEqual(['BeslutFattat']);
    expect(utfallet(minska('2025-05-01'))).toEqual(['STOPP GRUNDEN_GALLER_INTE']);
    given(...oppet('2026-02-18')).when(minska('2025-05-01').command).thenRefused('GRUNDEN_GALLER_INTE', 'SoL 14 kap. 9 § gäller inte beslut från före 2025-07-01 (övergångsbestämmelserna p. 3). Beslutet är från 2025-05-01.', 'SoL 14 kap. 9 §');
    expect(utfallet(minska('2025-09-01', { tillsVidare: false }))).toEqual(['STOPP GRUNDEN_GALLER_INTE']);
    expect(utfallet(minska('2024-09-01'), '2025-06-11')).toEqual(['STOPP GRUNDEN_GALLER_INTE', 'STOPP GRUNDEN_GALLER_INTE']);
  });
  it('K4/D8, M50: FL 37 som grund för att ändra ett föreningsbidrag (laglighetsprövning): VARNING om FL 2 §', () => {
    const bidrag = { underlag: { ...gammalt, overklagandeslag: 'LAGLIGHETSPROVNING' } } as const;
    for (const grund of ['fl_36', 'fl_37', 'fl_38'] as const) expect([grund, utfallet(andra({ grund, ...bidrag }))]).toEqual([grund, ['VARNING FL_GALLER_INTE']]);
    expect(utfallet(andra({ grund: 'annan', ...bidrag }))).toEqual(['BeslutFattat']);
    const skal = andra({ grund: 'fl_37', ...bidrag }, { FL_GALLER_INTE: 'SoL 14:10 gäller här' });
    expect(utfallet(skal)).toEqual(['BeslutFattat']);
  });
  it('D8: ett gynnande beslut ändras till nackdel bara med ett undantag i FL 37 §, eller enligt SoL 14:9', () => {
    for (const grund of ['fl_36', 'fl_37', 'annan'] as const) expect([grund, utfallet(andra({ grund, tillNackdel: true }))]).toEqual([grund, ['VARNING GYNNANDE_BESLUT_TILL_NACKDEL']]);
    for (const undantag of ['aterkallelseforbehall', 'sakerhetsskal', 'oriktiga_uppgifter'] as const) expect([undantag, utfallet(andra({ grund: 'fl_37', tillNackdel: true, undantag }))]).toEqual([undantag, ['BeslutFattat']]);
    expect(utfallet(andra({ grund: 'fl_38', tillNackdel: true }))).toEqual(['STOPP GYNNANDE_BESLUT_TILL_NACKDEL']);
    expect(utfallet(andra({ grund: 'fl_38' }))).toEqual(['BeslutFattat']);
  });
  it('D8: efter ett överklagande ändras det bara enligt FL 38 §', () => {
    const overklagat = { underlag: { ...gammalt, overklagad: true } };
    expect(utfallet(andra({ grund: 'fl_37', ...overklagat }))).toEqual(['STOPP BESLUTET_OVERKLAGAT']);
    expect(utfallet(andra({ grund: 'fl_38', ...overklagat }))).toEqual(['BeslutFattat']);
  });
  it('D8: och ett överklagande av det som laglighetsprövas stoppar inget som FL 2 § inte redan varnar för; till nackdel räcker undantaget bara under FL 37 §', () => {
    expect(utfallet(andra({ grund: 'fl_37', underlag: { ...gammalt, overklagad: true, overklagandeslag: 'LAGLIGHETSPROVNING' } }))).toEqual(['VARNING FL_GALLER_INTE']);
    for (const grund of ['fl_36', 'annan'] as const) expect([grund, utfallet(andra({ grund, tillNackdel: true, undantag: 'sakerhetsskal' }))]).toEqual([grund, ['VARNING GYNNANDE_BESLUT_TILL_NACKDEL']]);
  });
  it('D8: faktat bär det gamla beslutets nummer med bokstav, dag, grund och undantag, och skälet under paragrafens nyckel', () => {
    const bas = { paragraf: GAMMAL, ar: 2026, nr: 12, datum: '2026-01-14', skal: seal(`paragraf:${punkt('Ny')}`, 'Räknefel') };
    const faktat = (over: Partial<NyAndring>) => (given(...oppet('2026-02-18')).when(andra(over).command).outcome as unknown as readonly { data: { andrar: object } }[])[0]!.data.andrar;
    expect(faktat({})).toStrictEqual({ ...bas, grund: 'fl_36' });
    expect(faktat({ tillNackdel: false, tillsVidare: false })).toStrictEqual({ ...bas, grund: 'fl_36' });
    expect(faktat({ grund: 'fl_37', tillNackdel: true, undantag: 'oriktiga_uppgifter', underlag: { ...gammalt, bokstav: 'b' } })).toStrictEqual({ ...bas, bokstav: 'b', grund: 'fl_37', tillNackdel: true, undantag: 'oriktiga_uppgifter' });
    expect(faktat({ grund: 'sol_14_9', tillNackdel: true, tillsVidare: true, underlag: { ...gammalt, datum: '2025-09-01' } })).toStrictEqual({ ...bas, datum: '2025-09-01', grund: 'sol_14_9', tillNackdel: true, tillsVidare: true });
  });
  it('D8: SoL 14:9 gäller från och med 2025-07-01, för beslut från och med den dagen', () => {
    const minska = (datum: string) => andra({ grund: 'sol_14_9', tillNackdel: true, tillsVidare: true, underlag: { ...gammalt, ar: 2025, datum } });
    expect(utfallet(minska('2025-07-01'), '2025-07-01')).toEqual(['BeslutFattat']);
    expect(utfallet(minska('2025-06-30'), '2025-07-01')).toEqual(['STOPP GRUNDEN_GALLER_INTE']);
    given(...oppet('2025-06-30')).when(minska('2025-06-11').command).thenRefused('GRUNDEN_GALLER_INTE', 'SoL 14 kap. 9 § gäller från 2025-07-01.', 'SoL 14 kap. 9 §');
  });
  it('D8: varje hinder säger vad som gäller och var det står', () => {
    const sager = (over: Partial<NyAndring>, text: string, lagrum: string, datum = '2026-02-18') => {
      const [hinder] = (given(...oppet(datum)).when(andra(over).command).outcome as unknown as { hinder: readonly object[] }).hinder;
      expect(hinder).toMatchObject({ text, lagrum });
    };
    sager({ grund: 'annan', tillNackdel: true }, 'Gynnande beslut får ändras till nackdel bara enligt FL 37 § andra stycket eller SoL 14 kap. 9 §. Ange grund.', 'FL 37 §');
    sager({ grund: 'fl_38', tillNackdel: true }, 'FL 38 § gäller bara en ändring som inte blir till nackdel för någon part.', 'FL 38 §');
    sager({ grund: 'fl_37', underlag: { ...gammalt, overklagad: true } }, 'Beslutet är överklagat och får då ändras bara enligt FL 38 §, innan handlingarna är överlämnade (FL 39 §).', 'FL 39 §');
    sager({ grund: 'sol_14_9', underlag: { ...gammalt, datum: '2025-09-01' } }, 'SoL 14 kap. 9 § gäller bara en insats som gäller tills vidare.', 'SoL 14 kap. 9 §');
    const { citat } = stod('forvaltningslag', '2018-03-21');
    sager({ underlag: { ...gammalt, ar: 2018, datum: '2018-02-14' } }, `FL 36 § hör till förvaltningslagen (2017:900), men 2018-03-21 gällde ${citat}. Ange den grund som gällde, eller skäl.`, citat, '2018-03-21');
    const prov = { underlag: { ...gammalt, overklagandeslag: 'LAGLIGHETSPROVNING' } } as const;
    sager(prov, 'FL 36–38 §§ gäller inte beslut som kan laglighetsprövas (FL 2 §). I den enskildes ärende kan SoL 14 kap. 10 § göra dem tillämpliga. Ange annan grund, eller skäl.', 'FL 2 §', '2025-07-01');
    sager(prov, 'FL 36–38 §§ gäller inte beslut som kan laglighetsprövas (FL 2 §). Ange annan grund, eller skäl.', 'FL 2 §', '2025-06-30');
    const bidrag = historia(planera({ datum: '2026-02-18' }), lagg('Ny', { slag: 'arende', utanDiarienummer: true }), kalla({ datum: '2026-02-10', underlag: { skaKallas: [], punkter: {} } }), oppna({ datum: '2026-02-18' }), ...L.map((person) => ledamot(person)));
    given(...bidrag).when(andra(prov).command).thenRefused('FL_GALLER_INTE', 'FL 36–38 §§ gäller inte beslut som kan laglighetsprövas (FL 2 §). Ange annan grund, eller skäl.', 'FL 2 §');
    given(...bidrag).when(andra({ paragraf: punkt('Ny') }).command).thenRefused('ANDRAR_SIG_SJALV', 'Ett beslut ändrar ett tidigare beslut, inte sig självt.');
  });
  it('D8: före 2018-07-01 fanns inte FL 36–38', () => expect(utfallet(andra({ underlag: { ...gammalt, ar: 2018, datum: '2018-02-14' } }), '2018-03-21')).toEqual(['VARNING GRUNDEN_GALLER_INTE']));
});
