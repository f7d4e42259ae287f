import { specify } from '@klubba/kernel/spec';
import { riskskala, type RiskskalaCommand } from './riskskala.decider';
import { skalaPa } from './riskskala.projection';
import { TRYCKT_SKALA } from './riskmatris';

const NAMND = '00000000-0000-4000-8000-0000000000aa';
const { given } = specify(riskskala);
const PUNKT = '00000000-0000-4000-8000-000000000004';
const band = [{ farg: 'gron', fran: 1, till: 3 }, { farg: 'gul', fran: 4, till: 8 }, { farg: 'rod', fran: 9, till: 16 }] as const;
const faststall = (over: Partial<RiskskalaCommand['data']> = {}): RiskskalaCommand => ({ type: 'FaststallRiskskala', data: { namnd: NAMND, fran: '2021-01-01', band, punkt: PUNKT, omgivning: { namnd: true, punkt: true }, ...over } });

describe('Skalan för riskers färg', () => {
  it('H5: antas av nämnden, från en dag', () => {
    given().when(faststall()).then({ type: 'RiskskalaFaststalld', data: { namnd: NAMND, fran: '2021-01-01', band, punkt: PUNKT } });
    given().when(faststall({ namnd: PUNKT })).thenRefused('FEL_NAMND');
    given().when(faststall({ omgivning: { namnd: false, punkt: true } })).thenRefused('NAMNDEN_FINNS_INTE');
    given().when(faststall({ omgivning: { namnd: true, punkt: false } })).thenRefused('PUNKTEN_FINNS_INTE', 'Skalan antas av nämnden. Ange paragrafen.');
    given().when(faststall({ fran: '2021-02-30' })).thenRefused('DATUM_FINNS_INTE');
  });
  it('H5: ett riskvärde ligger i högst ett band, och ett band i matrisen', () => {
    given().when(faststall({ band: [{ farg: 'gul', fran: 4, till: 8 }, { farg: 'rod', fran: 8, till: 16 }] })).thenRefused('BANDEN_OVERLAPPAR', 'Riskvärdet 8 ligger i två band.');
    given().when(faststall({ band: [{ farg: 'gul', fran: 8, till: 4 }] })).thenRefused('BANDET_ORIMLIGT');
    given().when(faststall({ band: [{ farg: 'gul', fran: 0, till: 4 }] })).thenRefused('BANDET_ORIMLIGT');
    given().when(faststall({ band: [] })).thenRefused('BANDET_ORIMLIGT');
  });
  it('H5: gäller från sin dag; före den första gäller den tryckta', () => {
    const [ett, tva] = [{ namnd: NAMND, fran: '2021-01-01', band, punkt: PUNKT }, { namnd: NAMND, fran: '2022-01-01', band: [band[0]], punkt: PUNKT }];
    const skala = { namnd: NAMND, skalor: [tva, ett] };
    expect(['2020-12-31', '2021-01-01', '2022-01-01'].map((dag) => skalaPa(skala, dag))).toEqual([TRYCKT_SKALA, band, [band[0]]]);
    expect(skalaPa(undefined, '2022-01-01')).toBe(TRYCKT_SKALA);
  });
});
