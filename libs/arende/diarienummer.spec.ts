import fc from 'fast-check';
import { DIARIEFORMER, lasDiarienummer, sammaDiarienummer, skrivDiarienummer } from './diarienummer';

describe('Diarienummer', () => {
  it.each([
    ['SOCN/2018:23', { kod: 'SOCN', ar: 2018, lopnummer: 23 }],
    ['SOCN/2018:23 - 759', { kod: 'SOCN', ar: 2018, lopnummer: 23, klassifikation: '759' }],
    ['KS/2018:69 - 047', { kod: 'KS', ar: 2018, lopnummer: 69, klassifikation: '047' }],
    ['Dnr KS/2020:248-003', { kod: 'KS', ar: 2020, lopnummer: 248, klassifikation: '003' }],
    ['dnr: IF-2024-00099', { kod: 'IF', ar: 2024, lopnummer: 99 }],
    ['KS-2024-00735', { kod: 'KS', ar: 2024, lopnummer: 735 }],
    ['2024-00631', { ar: 2024, lopnummer: 631 }],
    ['SN 2026/41', { kod: 'SN', ar: 2026, lopnummer: 41 }],
  ])('A11: diarienumret %s kan läsas', (text, number) => expect(lasDiarienummer(text)).toEqual(number));

  it.each([
    '', '§ 12', 'SOCN', 'SOCN/18:23', 'SOCN/2018-23', 'socn/2018:23', 'SOCN/2018:', 'SOCN/2018:23 - 75', 'SOCN//2018:23', '2018:23', 'SOCN/2018:12345678', '2018-03-21',
    'KS-2024-00735 (saknas i kallelsen)', 'IF- IF-2024-00735', 'KS-2024-00000',
  ])('A11: ”%s” kan inte läsas som diarienummer', (text) => expect(lasDiarienummer(text)).toBeUndefined());

  it('A11: diarienumret skrivs i nämndens form', () => {
    const skrivet = (over: object = {}) => DIARIEFORMER.map((form) => skrivDiarienummer(2018, 69, { kod: 'KS', form, siffror: 1, ...over }));
    expect(skrivet()).toEqual(['KS/2018:69', 'KS-2018-69', 'KS 2018/69']);
    expect(skrivet({ siffror: 5 })).toEqual(['KS/2018:00069', 'KS-2018-00069', 'KS 2018/00069']);
    expect(skrivet({ klassifikation: '047' })).toEqual(['KS/2018:69 - 047', 'KS-2018-69 - 047', 'KS 2018/69 - 047']);
  });
  it('A11: det som skrivs läses tillbaka lika, i varje form', () => {
    const number = fc.record({ ar: fc.integer({ min: 1900, max: 2200 }), lopnummer: fc.integer({ min: 1, max: 9_999_999 }), kod: fc.stringMatching(/^[A-ZÅÄÖ]{1,10}$/), form: fc.constantFrom(...DIARIEFORMER), siffror: fc.integer({ min: 1, max: 7 }), klassifikation: fc.option(fc.stringMatching(/^\d{3}$/), { nil: undefined }) });
    fc.assert(fc.property(number, ({ ar, lopnummer, kod, form, siffror, klassifikation }) => {
      const klass = klassifikation === undefined ? {} : { klassifikation };
      expect(lasDiarienummer(skrivDiarienummer(ar, lopnummer, { kod, form, siffror, ...klass }))).toEqual({ kod, ar, lopnummer, ...klass });
    }));
  });

  it('K4 A11: SOCN/2018:24 på dagordningen och SOCN/2018:25 på tjänsteskrivelsen är inte samma ärende', () => expect(sammaDiarienummer('SOCN/2018:24', 'SOCN/2018:25')).toBe(false));
  it('A11: samma nummer utan organ, utan klass eller i annan form är samma ärende', () => {
    expect(sammaDiarienummer('2024-00735', 'KS-2024-00735')).toBe(true);
    expect(sammaDiarienummer('SOCN/2018:23', 'SOCN/2018:23 - 759')).toBe(true);
    expect(sammaDiarienummer('KS/2018:69 - 047', 'Dnr KS/2018:69-047')).toBe(true);
    expect(sammaDiarienummer('IF-2024-00099', 'IF/2024:99')).toBe(true);
  });
  it('A11: olika organ, eller olika klass där båda har en, är inte samma ärende', () => {
    expect(sammaDiarienummer('KS-2024-00735', 'IF-2024-00735')).toBe(false);
    expect(sammaDiarienummer('KS/2018:69-047', 'KS/2018:69-048')).toBe(false);
  });
  it('A11: främmande former jämförs som de står', () => {
    expect(sammaDiarienummer('Ju2024/01234', 'Ju2024/01234 ')).toBe(true);
    expect(sammaDiarienummer('Ju2024/01234', 'Ju2024/1234')).toBe(false);
    expect(sammaDiarienummer('A 12', 'KS-2024-00735')).toBe(false);
  });
});
