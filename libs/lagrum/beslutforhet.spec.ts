import * as fc from 'fast-check';
import { antalBeslutande, kravForBeslut, provaBeslutforhet } from './beslutforhet';

const personer = (antal: number): string[] => Array.from({ length: antal }, (_, i) => `ledamot ${i + 1}`);

it.each([[15, 8], [14, 8], [13, 7], [11, 6], [9, 5], [3, 2], [1, 1]])('B1: %i ledamöter → minst %i krävs', (antal, krav) => {
  expect(kravForBeslut(antal)).toBe(krav);
});
it('B1: 11 ledamöter, 6 närvarande, en jävig utan ersättare → STOPP för den paragrafen, inte för de andra', () => {
  const narvaro = { motesdatum: '2018-03-21', antalLedamoter: 11, tjanstgorande: personer(6) };
  expect(provaBeslutforhet({ ...narvaro, paragraf: 30 })).toBeUndefined();
  expect(provaBeslutforhet({ ...narvaro, paragraf: 31, javiga: ['ledamot 6'] })).toEqual({
    kod: 'EJ_BESLUTFOR',
    allvar: 'STOPP',
    text: 'Nämnden är inte beslutför i § 31: 5 av 11 ledamöter är närvarande, minst 6 krävs (KL 6 kap. 27 §).',
    lagrum: 'KL 6 kap. 27 §',
  });
  expect(provaBeslutforhet({ ...narvaro, paragraf: 32 })).toBeUndefined();
});
it('B1: en ersättare som tjänstgör för den jävige räddar paragrafen', () => {
  expect(provaBeslutforhet({ paragraf: 31, motesdatum: '2018-03-21', antalLedamoter: 11, tjanstgorande: [...personer(6), 'ersättare 1'], javiga: ['ledamot 6'] })).toBeUndefined();
});
it('B1: ingen räknas två gånger, och en jävig som inte är där drar inte av någon', () => {
  expect(antalBeslutande({ tjanstgorande: ['a', 'a', 'b'], javiga: ['c'] })).toBe(2);
});
it('B1: före 2018 är lagrummet inte kontrollerat, så bristen varnar', () => {
  expect(provaBeslutforhet({ paragraf: 1, motesdatum: '2017-12-31', antalLedamoter: 11, tjanstgorande: personer(5) })).toMatchObject({ allvar: 'VARNING', lagrum: 'KL (1991:900) 6 kap. 23 §' });
});
it('B1: ett antal ledamöter som inte är ett antal är ett fel', () => {
  expect(() => kravForBeslut(0)).toThrow(RangeError);
  expect(() => kravForBeslut(7.5)).toThrow(RangeError);
});
it('B1: fler än hälften, varken mer eller mindre', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 101 }), fc.nat(101), (antal, narvarande) => {
      const beslutfor = provaBeslutforhet({ paragraf: 1, motesdatum: '2026-11-18', antalLedamoter: antal, tjanstgorande: personer(narvarande) }) === undefined;
      expect(beslutfor).toBe(narvarande * 2 > antal);
    }),
  );
});
