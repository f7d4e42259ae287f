import { isRefusal, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
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
    expect(utfallet(klubba('Ny', { beslutstyp: 'besluta', beslutspunkter: [{ text: 'x' }], andrar: utan }))).toEqual(['STOPP ANDRAT_BESLUT_FINNS_INTE']);
    expect(utfallet(andra({ paragraf: punkt('Ny') }))).toEqual(['STOPP ANDRAR_SIG_SJALV']);
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
  it('D8: före 2018-07-01 fanns inte FL 36–38', () => expect(utfallet(andra({ underlag: { ...gammalt, ar: 2018, datum: '2018-02-14' } }), '2018-03-21')).toEqual(['VARNING GRUNDEN_GALLER_INTE']));
});
