import fc from 'fast-check';
import { DIARIEFORMER, lasDiarienummer, sammaDiarienummer, skrivDiarienummer } from './diarienummer';

describe('Diarienummer', () => {
  it.each([
    ['SOCN/2018:23', { kod: 'SOCN', ar: 2018, lopnummer: 23 }],
    ['SOCN/2018:23 - 759', { kod: 'SOCN', ar: 2018, lopnummer: 23, klassifikation: '759' }],
    ['KS/2018:69 - 047', { kod: 'KS', ar: 2018, lopnummer: 69, klassifikation: '047' }],
    ['Dnr KS/2020:248-003', { kod: 'KS', ar: 2020, lopnummer: 248, klassifikation: '003' }],
    ['IF-2024-00099', { kod: 'IF', ar: 2024, lopnummer: 99 }],
    ['SN 2026/41', { kod: 'SN', ar: 2026, lopnummer: 41 }],
  ])('A11: %s läses', (text, expected) => expect(lasDiarienummer(text)).toEqual(expected));

  it.each(['', 'SOCN', 'SOCN/18:23', 'SOCN/2018-23', 'socn/2018:23', 'SOCN/2018:', 'SOCN/2018:23 - 75', 'SOCN//2018:23', '2018:23', 'SOCN/2018:12345678'])('A11: ”%s” är inget diarienummer i egen form', (text) =>
    expect(lasDiarienummer(text)).toBeUndefined());

  it('A11: agenda dnr SOCN/2018:24, tjänsteskrivelse SOCN/2018:25 är inte samma nummer', () => expect(sammaDiarienummer('SOCN/2018:24', 'SOCN/2018:25')).toBe(false));
  it('A11: samma nummer är det hur det än skrivs, med eller utan klass', () => {
    expect(sammaDiarienummer('SOCN/2018:23 - 759', 'SOCN/2018:23')).toBe(true);
    expect(sammaDiarienummer('IF-2024-00099', 'IF/2024:99')).toBe(true);
  });
  it('A11: främmande former jämförs som de står', () => {
    expect(sammaDiarienummer('Ju2024/01234', 'Ju2024/01234')).toBe(true);
    expect(sammaDiarienummer('Ju2024/01234', 'Ju2024/1234')).toBe(false);
  });

  it('A11: det som skrivs läses tillbaka lika, i varje form', () => {
    const number = fc.record({ ar: fc.integer({ min: 1900, max: 2200 }), lopnummer: fc.integer({ min: 1, max: 9_999_999 }), kod: fc.stringMatching(/^[A-ZÅÄÖ]{1,10}$/), form: fc.constantFrom(...DIARIEFORMER), siffror: fc.integer({ min: 1, max: 7 }), klassifikation: fc.option(fc.stringMatching(/^\d{3}$/), { nil: undefined }) });
    fc.assert(fc.property(number, ({ ar, lopnummer, kod, form, siffror, klassifikation }) => {
      const klass = klassifikation === undefined ? {} : { klassifikation };
      expect(lasDiarienummer(skrivDiarienummer(ar, lopnummer, { kod, form, siffror, ...klass }))).toEqual({ kod, ar, lopnummer, ...klass });
    }));
  });
});
