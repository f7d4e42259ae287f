import fc from 'fast-check';
import { dagAv } from './skrivet';

it('En dag skrivs på många sätt och är alltid en dag som finns', () => {
  expect(['2019-01-01', '20190101', '1/1 2019', '1/1/2019', '01.01.2019', '1 januari 2019', '1 jan. 2019', '2019-01-01 00:00', '2019-01-01T00:00:00'].map(dagAv)).toEqual(Array(9).fill('2019-01-01'));
  expect(['', '2019', '190101', '1/13 2019', '31/2 2019', '1 smultron 2019', '43466', '2019-1-1'].map(dagAv)).toEqual(Array(8).fill(undefined));
  fc.assert(fc.property(fc.string(), (text) => dagAv(text) === undefined || /^\d{4}-\d\d-\d\d$/.test(dagAv(text)!)));
});
