import { type Lagakraftunderlag, lagaKraftForBeslut } from './delegationsbeslut.lagakraft.projection';

const beslut = (over: Partial<Lagakraftunderlag> = {}): Lagakraftunderlag => ({ datum: '2018-02-27', overklagandeslag: 'LAGLIGHETSPROVNING', anmals: true, parter: [], ...over });
const uppe = (datum: string) => [{ datum, brutet: false }];

describe('E6: när ett delegationsbeslut tidigast har laga kraft', () => {
  it('E6: beslut 2018-02-27 anmält 2018-03-21, anslag 2018-04-06: sista 2018-04-27, laga kraft tidigast 2018-04-28', () =>
    expect(lagaKraftForBeslut(beslut({ anmald: {} }), uppe('2018-04-06'))).toMatchObject({ lage: 'TIDIGAST', sista: '2018-04-27', tidigast: '2018-04-28', text: 'Laga kraft tidigast 2018-04-28' }));
  it('E6: avslag SoL 11:1 2026-10-02, fick del 2026-10-08, anmält med anslag 2026-11-06: sista 2026-10-29', () =>
    expect(lagaKraftForBeslut(beslut({ datum: '2026-10-02', overklagandeslag: 'FORVALTNINGSBESVAR', anmald: {}, parter: [{ nr: 1, fickDel: '2026-10-08', foretraderDetAllmanna: false }] }), uppe('2026-11-06'))).toMatchObject({ sista: '2026-10-29', tidigast: '2026-10-30' }));
  it('E6: beslut som laglighetsprövas, anmäls inte, inget särskilt protokoll: tiden har inte börjat löpa', () =>
    expect(lagaKraftForBeslut(beslut({ datum: '2026-10-02', anmals: false }), [])).toMatchObject({ lage: 'EJ_BERAKNAD', text: 'Beslutet har varken anmälts eller protokollförts särskilt. Överklagandetiden har inte börjat löpa.' }));
  it('E6: biståndsbeslut som inte anmäls: ingen varning om tiden, som löper för varje part', () => {
    const svar = lagaKraftForBeslut(beslut({ overklagandeslag: 'FORVALTNINGSBESVAR', anmals: false, parter: [{ nr: 1, foretraderDetAllmanna: false }] }), []);
    expect(svar).toMatchObject({ lage: 'EJ_BERAKNAD', text: 'Delgivningsdatum saknas för part 1; överklagandetiden har inte börjat löpa.' });
    expect(svar.varfor.join(' ')).not.toContain('varken anmälts');
  });
  it('E6: särskilt protokollfört räknas från dess anslag, tills det också anmäls', () => {
    const sarskilt = { anslag: uppe('2026-10-06') };
    expect(lagaKraftForBeslut(beslut({ sarskilt }), [])).toMatchObject({ sista: '2026-10-27' });
    expect(lagaKraftForBeslut(beslut({ sarskilt: { anslag: [] } }), [])).toMatchObject({ text: 'Protokollet är inte anslaget än, så överklagandetiden har inte börjat löpa.' });
  });
  it('E6: ett brutet anslag ger ingen dag', () => expect(lagaKraftForBeslut(beslut({ anmald: {} }), [{ datum: '2018-04-06', brutet: true }])).toMatchObject({ lage: 'OBESTAMD' }));
  it('D2: bekräftat går före överklagat, som går före räknat; det som inte överklagas har ingen dag', () => {
    expect(lagaKraftForBeslut(beslut({ anmald: {}, overklagat: { datum: '2018-04-20' } }), uppe('2018-04-06')).lage).toBe('OVERKLAGAD');
    expect(lagaKraftForBeslut(beslut({ anmald: {}, bekraftad: { datum: '2018-05-02', efterOverklagande: false } }), uppe('2018-04-06')).lage).toBe('BEKRAFTAD');
    expect(lagaKraftForBeslut(beslut({ anmald: {}, overklagat: { datum: '2018-04-20' }, bekraftad: { datum: '2018-09-02', efterOverklagande: true } }), []).lage).toBe('AVGJORD_LAGA_KRAFT');
    expect(lagaKraftForBeslut(beslut({ overklagandeslag: 'EJ_OVERKLAGBART' }), []).tidigast).toBeUndefined();
  });
});
