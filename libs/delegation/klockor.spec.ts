import { lasLagrummen } from '@klubba/lagrum';
import { klockansLagrum, KLOCKSLAG, klockorVidBeslut, omstartad, raknaKlocka } from './klockor';

const vid = (lagrum: string, datum: string, utfall?: string) => klockorVidBeslut(lasLagrummen(lagrum).lasta, datum, utfall);

describe('De lagstadgade tiderna', () => {
  it('E8: LVU 6 § fredag 2018-03-23 ska underställas senast 2018-04-03, i drift 2018-03-29', () =>
    expect(raknaKlocka('understallning_lvu', '2018-03-23')).toEqual({ ra: '2018-03-30', lag: '2018-04-03', drift: '2018-03-29' }));
  it('E8: LVM 13 § onsdag 2026-12-23 ska underställas senast 2026-12-28, i drift 2026-12-23', () =>
    expect(raknaKlocka('understallning_lvm', '2026-12-23')).toEqual({ ra: '2026-12-24', lag: '2026-12-28', drift: '2026-12-23' }));
  it.each([
    ['ansokan_lvu', '2018-04-03', '2018-05-01', '2018-05-02'], ['ansokan_lvm', '2026-11-02', '2026-11-09', '2026-11-09'], ['understallning_lsb', '2026-11-23', '2026-11-30', '2026-11-30'], ['ansokan_lsb', '2026-11-23', '2027-01-04', '2027-01-04'],
    ['overvagande_lvu_2', '2026-01-31', '2026-07-31', '2026-07-31'], ['provning_lvu_3', '2025-08-31', '2026-02-28', '2026-03-02'], ['overvagande_lvu_14', '2025-11-30', '2026-02-28', '2026-03-02'], ['overvagande_flyttningsforbud', '2026-03-10', '2026-06-10', '2026-06-10'],
    ['overvagande_placering', '2026-03-10', '2026-09-10', '2026-09-10'], ['jourhem', '2026-03-10', '2026-05-10', '2026-05-11'], ['vardnadsoverflyttning', '2024-03-11', '2026-03-11', '2026-03-11'], ['skyddsbedomning', '2026-03-10', '2026-03-24', '2026-03-24'],
    ['barnutredning', '2026-03-10', '2026-07-10', '2026-07-10'], ['adoptionsmedgivande', '2026-03-10', '2026-03-24', '2026-03-24'],
  ] as const)('E8: %s från %s går ut %s, enligt lagen %s', (klocka, fran, ra, lag) => expect(raknaKlocka(klocka, fran)).toMatchObject({ ra, lag }));
  it('E8: övervägandet efter placering kommer igen, vårdnadsöverflyttningen årligen', () => {
    expect(omstartad('overvagande_placering', '2026-08-20')).toMatchObject({ ra: '2027-02-20' });
    expect(omstartad('vardnadsoverflyttning', '2026-03-11')).toMatchObject({ ra: '2027-03-11' });
    expect(omstartad('understallning_lvu', '2026-03-11')).toBeUndefined();
  });
  it('E8: börjar när beslutet sparas, efter sitt lagrum den dagen', () => {
    expect(vid('LVU 6 §', '2018-03-23')).toEqual(['understallning_lvu']);
    expect(vid('lag (2024:79) 4:1', '2026-11-23')).toEqual(['understallning_lsb', 'ansokan_lsb']);
    expect(vid('SoL 22:2', '2026-11-23')).toEqual(['overvagande_placering', 'vardnadsoverflyttning']);
    expect(vid('SoL 6:6', '2018-03-23')).toEqual(['overvagande_placering', 'vardnadsoverflyttning']);
    expect(vid('SoL 22:2', '2018-03-23')).toEqual([]);
    expect(vid('SoL 11:1', '2018-03-23')).toEqual(['barnutredning']);
    expect(vid('SoL 11:1', '2026-03-23')).toEqual([]);
    expect(vid('LVU 6 §', '2018-03-23', 'avslag')).toEqual([]);
  });
  it('har var sitt lagrum, den gamla lagens före 2025-07-01', () => {
    for (const klocka of KLOCKSLAG) expect(klockansLagrum(klocka, '2026-01-01')).toMatch(/§/);
    expect(klockansLagrum('overvagande_placering', '2018-03-23')).toBe('SoL (2001:453) 6 kap. 8 §');
  });
});
