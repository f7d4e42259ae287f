import { csv } from './csv';

it('skrivs som Excel läser det på svenska: märket för UTF-8, semikolon, CRLF', () => expect(csv([['a', '1,5'], ['å', '']])).toBe('\ufeffa;1,5\r\nå;\r\n'));
it.each(['=1+1', '+46', '-1', '@SUM(A1)', '\t=1', '\r=1'])('det som vore en formel blir text: %j', (text) => expect(csv([[text]]).slice(1)).toMatch(/^"?'/));
it('citeras när det har ett skiljetecken i sig', () => expect(csv([['a;b', 'c"d', 'e\nf']])).toBe('\ufeff"a;b";"c""d";"e\nf"\r\n'));
