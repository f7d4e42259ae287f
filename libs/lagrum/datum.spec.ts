import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { arDatum, dagarMellan, dagnummer, franDagnummer, lokalTid, lokaltDatum, plusDagar, plusManader, plusVeckor, veckodag } from './datum';

const dag = fc.integer({ min: dagnummer('1583-01-01'), max: dagnummer('2400-12-31') }).map(franDagnummer);

it.each(['2018-02-28', '2020-02-29', '2000-02-29', '2018-12-31', '0001-01-01', '9999-12-31'])('datum: %s finns', (text) => {
  expect(arDatum(text)).toBe(true);
});
it.each(['2018-02-29', '1900-02-29', '2018-02-30', '2018-04-31', '2018-13-01', '2018-00-10', '2018-01-00', '0000-01-01', '2018-1-1', '20180101', ' 2018-01-01', '2018-01-01\n', '2018-01-01T00:00:00Z', '', null, undefined, 20180101])(
  'datum: %j finns inte',
  (text) => {
    expect(arDatum(text)).toBe(false);
  },
);
it('datum: ett datum som inte finns är ett fel, och felet visar det inte', () => {
  expect(() => plusDagar('2018-02-30', 1)).toThrow(RangeError);
  expect(() => veckodag('850213-1234')).toThrow(/^Not a date in the form ÅÅÅÅ-MM-DD$/);
  expect(() => plusDagar('9999-12-31', 1)).toThrow(RangeError);
  expect(() => plusDagar('2018-01-01', 0.5)).toThrow(RangeError);
});

it('K3: + 3 mån 2025-11-30 → 2026-02-28', () => {
  expect(plusManader('2025-11-30', 3)).toBe('2026-02-28');
});
it('K1: en tid i månader slutar på dagen med samma nummer, annars månadens sista', () => {
  expect(plusManader('2018-03-22', 2)).toBe('2018-05-22');
  expect(plusManader('2023-11-30', 3)).toBe('2024-02-29');
  expect(plusManader('2026-03-31', 3)).toBe('2026-06-30');
  expect(plusManader('2026-01-15', -1)).toBe('2025-12-15');
});
it('K1: händelsens dag är dag 0', () => {
  expect(plusDagar('2018-03-21', 14)).toBe('2018-04-04');
  expect(dagarMellan('2018-03-09', '2018-03-21')).toBe(12);
  expect(dagarMellan('2018-03-16', '2018-03-21')).toBe(5);
});

it('datum: veckodagen', () => {
  expect(veckodag('2018-04-12')).toBe('torsdag');
  expect(veckodag('2018-03-24')).toBe('lördag');
  expect(veckodag('1969-12-31')).toBe('onsdag');
});

it('datum: räknar som Temporal', () => {
  fc.assert(
    fc.property(dag, fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -60, max: 60 }), (d, n, m) => {
      const facit = Temporal.PlainDate.from(d);
      expect(plusDagar(d, n)).toBe(facit.add({ days: n }).toString());
      expect(plusVeckor(d, m)).toBe(facit.add({ weeks: m }).toString());
      expect(plusManader(d, m)).toBe(facit.add({ months: m }).toString());
      expect(['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'][facit.dayOfWeek - 1]).toBe(veckodag(d));
    }),
  );
});
it('K1: en tid i veckor slutar på samma veckodag', () => {
  fc.assert(fc.property(dag, fc.integer({ min: -60, max: 60 }), (d, n) => veckodag(plusVeckor(d, n)) === veckodag(d)));
});
it('datum: dagnummer går fram och tillbaka', () => {
  fc.assert(fc.property(dag, (d) => arDatum(d) && franDagnummer(dagnummer(d)) === d));
});

it('lokal tid: ett beslut strax före midnatt UTC hör till nästa dag i Sverige', () => {
  expect(lokalTid('2018-04-12T21:59:59.999Z')).toEqual({ datum: '2018-04-12', tid: '23:59:59', zon: 'sommartid' });
  expect(lokaltDatum('2018-04-12T22:00:00Z')).toBe('2018-04-13');
  expect(lokaltDatum('2018-12-31T22:59:59Z')).toBe('2018-12-31');
  expect(lokaltDatum('2018-12-31T23:00:00Z')).toBe('2019-01-01');
});
it('lokal tid: höstens dubbla timme går att skilja åt', () => {
  expect(lokalTid('2026-10-25T00:30:00Z')).toEqual({ datum: '2026-10-25', tid: '02:30:00', zon: 'sommartid' });
  expect(lokalTid('2026-10-25T01:30:00Z')).toEqual({ datum: '2026-10-25', tid: '02:30:00', zon: 'normaltid' });
});
it('lokal tid: vårens timme hoppas över', () => {
  expect(lokalTid('2026-03-29T00:59:59Z').tid).toBe('01:59:59');
  expect(lokalTid('2026-03-29T01:00:00Z').tid).toBe('03:00:00');
});
it.each(['2018-04-12', '2018-04-12T24:00:00Z', '2018-04-12T10:00:00+02:00', '2018-02-30T10:00:00Z', '1995-06-01T10:00:00Z'])('lokal tid: %s är inte en tidpunkt som kan räknas om', (text) => {
  expect(() => lokalTid(text)).toThrow(RangeError);
});
it('lokal tid: är som Temporal i Europe/Stockholm', () => {
  const sekund = fc.integer({ min: 820454400, max: 2145916799 });
  const nara = fc.tuple(fc.integer({ min: 1996, max: 2037 }), fc.constantFrom('03', '10'), fc.integer({ min: -7200, max: 7200 })).map(([ar, manad, plus]) => {
    const sondag = Temporal.PlainDate.from(`${ar}-${manad}-31`).subtract({ days: Temporal.PlainDate.from(`${ar}-${manad}-31`).dayOfWeek % 7 });
    return Temporal.Instant.from(`${sondag.toString()}T01:00:00Z`).epochMilliseconds / 1000 + plus;
  });
  fc.assert(
    fc.property(fc.oneof(sekund, nara), (s) => {
      const ogonblick = Temporal.Instant.fromEpochMilliseconds(s * 1000);
      const facit = ogonblick.toZonedDateTimeISO('Europe/Stockholm');
      const { datum, tid, zon } = lokalTid(ogonblick.toString());
      expect([datum, tid, zon]).toEqual([facit.toPlainDate().toString(), facit.toPlainTime().toString(), facit.offset === '+02:00' ? 'sommartid' : 'normaltid']);
    }),
  );
});
