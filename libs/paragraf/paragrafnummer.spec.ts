import { skrivParagraf, spann } from './paragrafnummer';

const ett = { ar: 2020, nr: 64 };
it('C2: numret skrivs som nämnden gör: § 64, § 64/20, SN 64, och med bokstav § 196 a', () => {
  expect([skrivParagraf(ett, 'nummer', 'SN'), skrivParagraf(ett, 'nummer_ar', 'SN'), skrivParagraf(ett, 'organ_nummer', 'SN')]).toEqual(['§ 64', '§ 64/20', 'SN 64']);
  expect([skrivParagraf({ ar: 2005, nr: 196, bokstav: 'a' }, 'nummer', 'SN'), skrivParagraf({ ar: 2005, nr: 196, bokstav: 'a' }, 'nummer_ar', 'SN')]).toEqual(['§ 196 a', '§ 196 a/05']);
});
it('C2: delade spann, och flera under ett nummer', () => {
  const nr = (...alla: readonly (number | readonly [number, string])[]) => alla.map((en) => (typeof en === 'number' ? { nr: en } : { nr: en[0], bokstav: en[1] }));
  expect(spann([])).toBe('');
  expect(spann(nr(26))).toBe('§ 26');
  expect(spann(nr(29, 25, 26, 27))).toBe('§§ 25–27, 29');
  expect(spann(nr([196, 'b'], [196, 'a'], 195, [196, 'd'], [196, 'c'], 197, 198))).toBe('§§ 195, 196 a–d, 197–198');
  expect(spann(nr([196, 'a'], [196, 'c'], [197, 'a'])) ).toBe('§§ 196 a, 196 c, 197 a');
});
