import { specify } from '@klubba/kernel/spec';
import { lexsarahrutin, type LexSarahRutinCommand } from './lexsarahrutin.decider';
import { rutinPa, UTAN_RUTIN } from './lexsarahrutin.projection';

const namnd = '00000000-0000-4000-8000-0000000000aa';
const { given } = specify(lexsarahrutin);
const rutin = { namnd, fran: '2017-01-01', rapportArbetsdagar: 2, startDagar: 7, utredningDagar: 90, delegater: [{ fraga: 'beslut', befattning: 'SAS' }] } as const;
const faststall = (over: object = {}): LexSarahRutinCommand => ({ type: 'FaststallLexSarahRutin', data: { ...rutin, finns: true, ...over } });

describe('Rutinen för lex Sarah', () => {
  it('F4: målen är inställningar med giltighetsdag; utan rutin gäller regelbokens', () => {
    given().when(faststall()).then({ type: 'LexSarahRutinFaststalld', data: rutin });
    const { namnd: _, ...egen } = rutin;
    const doc = { namnd, rutiner: [egen, { ...egen, fran: '2018-01-01', utredningDagar: 30 }] };
    expect([rutinPa(doc, '2016-12-31'), rutinPa(doc, '2017-05-24').utredningDagar, rutinPa(doc, '2018-01-01').utredningDagar, rutinPa(undefined, '2018-01-01').utredningDagar]).toEqual([UTAN_RUTIN, 90, 30, 60]);
  });
  it('hör till en nämnd som finns, från en dag som finns, med rimliga tal', () => {
    given().when(faststall({ finns: false })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(faststall({ fran: '2017-02-30' })).thenRefused('DATUM_FINNS_INTE');
    given().when(faststall({ utredningDagar: 366 })).thenRefused('TALET_ORIMLIGT');
    given().when(faststall({ namnd: '00000000-0000-4000-8000-0000000000ab' })).thenRefused('FEL_STROM');
  });
});
