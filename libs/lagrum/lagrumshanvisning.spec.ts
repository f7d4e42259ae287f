import { lagrumsnyckel, lasLagrummet, lasLagrummen, skrivLagrummet } from './lagrumshanvisning';
import { prisbasbelopp } from './prisbasbelopp';

describe('En hänvisning till ett lagrum', () => {
  it.each([
    ['SoL 22:2', 'SoL 22 kap. 2 §'], ['22 kap. 2 § SoL', 'SoL 22 kap. 2 §'], ['SoL (2001:453) 6 kap 8 a §', 'SoL 6 kap. 8 a §'], ['LVU 6 §', 'LVU 6 §'], ['6 a § LVU', 'LVU 6 a §'], ['LVU 11 § första stycket', 'LVU 11 § första stycket'],
    ['11 § 1 st LVU', 'LVU 11 § första stycket'], ['lag (2024:79) 4 kap. 1 §', 'lag (2024:79) 4 kap. 1 §'], ['LSB 4:1', 'lag (2024:79) 4 kap. 1 §'], ['föräldrabalken 6:13 a', 'FB 6 kap. 13 a §'], ['OSL 6:7', 'OSL 6 kap. 7 §'], ['KL 6 kap. 39 §', 'KL 6 kap. 39 §'],
  ])('”%s” läses som %s', (text, skrivet) => expect(skrivLagrummet(lasLagrummet(text)!)).toBe(skrivet));
  it.each(['', 'SoL', 'enligt gällande rätt', '§ 5', '22:2', 'XYZ 4:1', 'SoL kap'])('”%s” är ingen', (text) => expect(lasLagrummet(text)).toBeUndefined());
  it('flera i en cell delar på lagen, och det som inte kan läsas sägs', () => {
    expect(lasLagrummen('SoL 11:1, 12:1 och 14 kap. 2 §').lasta.map(lagrumsnyckel)).toEqual(['SoL 11:1', 'SoL 12:1', 'SoL 14:2']);
    expect(lasLagrummen('4 §, 6 § LVU').lasta.map(lagrumsnyckel)).toEqual(['LVU 4', 'LVU 6']);
    expect(lasLagrummen('SoL 11:1; enligt ovan')).toEqual({ lasta: [{ lag: 'SoL', kap: 11, par: '1' }], olasta: ['enligt ovan'] });
  });
  it('skrivs så att den läses likadant igen', () => {
    for (const text of ['SoL 22:2', 'LVU 11 § andra stycket', 'lag (2024:79) 4:1', 'FB 6:13 a']) expect(lasLagrummet(skrivLagrummet(lasLagrummet(text)!))).toEqual(lasLagrummet(text));
  });
});
it('prisbasbeloppet är årets, och okänt för år utanför tabellen', () => {
  expect(prisbasbelopp('2018-03-21')).toEqual({ kronor: 45_500, kalla: 'K' });
  expect(prisbasbelopp('1999-01-01')).toBeUndefined();
});
