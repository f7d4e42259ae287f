import fc from 'fast-check';
import { avvikandeDagar, dagarI, dagAv } from './skrivet';

it('En dag skrivs på många sätt och är alltid en dag som finns', () => {
  expect(['2019-01-01', '20190101', '1/1 2019', '1/1/2019', '01.01.2019', '1 januari 2019', '1 jan. 2019', '2019-01-01 00:00', '2019-01-01T00:00:00'].map(dagAv)).toEqual(Array(9).fill('2019-01-01'));
  expect(['', '2019', '190101', '1/13 2019', '31/2 2019', '1 smultron 2019', '43466', '2019-1-1'].map(dagAv)).toEqual(Array(8).fill(undefined));
  fc.assert(fc.property(fc.string(), (text) => dagAv(text) === undefined || /^\d{4}-\d\d-\d\d$/.test(dagAv(text)!)));
});

it('A11: dagarna i en löpande text läses hur de än skrivs', () => {
  expect(dagarI('Den 17 maj 2017 gjordes rapporten (2017-05-24), se 3/6 2017 och nr 2017-05-24-1, kl. 10.15 den 31 februari 2017.')).toEqual(['2017-05-17', '2017-05-24', '2017-06-03']);
  expect(dagarI('')).toEqual([]);
  fc.assert(fc.property(fc.string(), (text) => dagarI(text).every((dag) => dagAv(dag) === dag)));
});
it('A11: texten säger 17 maj 2017 och formuläret 2017-05-24: de avviker, andra dagar gör det inte', () => {
  expect(avvikandeDagar('Rapporten gjordes den 17 maj 2017.', ['2017-05-24'], '2018-03-08')).toEqual(['2017-05-17']);
  expect(avvikandeDagar('Utredning enligt lex Sarah 2017-03-01', ['2018-03-01'], '2018-03-08')).toEqual(['2017-03-01']);
  expect(avvikandeDagar('Nämnden tog upp det den 24 maj 2017 och 2015-01-09.', ['2017-05-24'], '2018-03-08')).toEqual([]);
  expect(avvikandeDagar('Svaret ska vara inne den 30 mars 2018.', ['2018-03-05'], '2018-03-05')).toEqual([]);
});
