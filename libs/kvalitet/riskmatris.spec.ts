import { ALLVARLIGHETER, riskklass, riskvarde, SANNOLIKHETER } from './riskmatris';

it('H5: matrisen är en produkt, inte en summa', () =>
  expect(SANNOLIKHETER.map((sannolikhet) => ALLVARLIGHETER.map((allvarlighet) => riskvarde(sannolikhet, allvarlighet)))).toEqual([[1, 2, 3, 4], [2, 4, 6, 8], [3, 6, 9, 12], [4, 8, 12, 16]]));
it.each([[1, 'gron'], [3, 'gron'], [4, 'gul'], [6, 'gul'], [9, 'rod'], [12, 'rod'], [8, 'OKLASSAD'], [16, 'OKLASSAD']] as const)('H5: den tryckta skalan: %i är %s', (varde, farg) => expect(riskklass(varde).farg).toBe(farg));
it('K4/H5: 2 × 4 är 8: OKLASSAD', () =>
  expect(riskklass(riskvarde('mindre_sannolik', 'hog'))).toEqual({ farg: 'OKLASSAD', text: 'Riskvärdet 8 saknar färg i den antagna skalan. Nämnden måste fastställa om 8 är gul eller röd och att 16 är röd.' }));
it('K4/H5: 3 × 2 är 6: gul', () => expect(riskklass(riskvarde('mojlig', 'mattlig'))).toEqual({ farg: 'gul' }));
it('H5, M41: när nämnden har antagit en skala gäller den, och ingen annan väljer färg', () => {
  const antagen = [{ farg: 'gron', fran: 1, till: 3 }, { farg: 'gul', fran: 4, till: 8 }, { farg: 'rod', fran: 9, till: 16 }] as const;
  expect([8, 16].map((varde) => riskklass(varde, antagen))).toEqual([{ farg: 'gul' }, { farg: 'rod' }]);
});
