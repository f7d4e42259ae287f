import { sistaVardag, skjut } from './kalender';
import { iOrdning, type Klocka, visas } from './klocka';

const klocka = (over: Partial<Klocka> = {}): Klocka => ({ regel: 'anslag', slag: 'skyldighet', vad: 'x', galler: '§ 9', lag: '2018-04-06', drift: '2018-04-06', agare: 'namndsekreterare', varfor: [], lagrum: 'KL 8 kap. 12 §', ...over });

it.each([['2018-03-30', '2018-04-03', '2018-03-29'], ['2026-12-24', '2026-12-28', '2026-12-23']])('E8: räknat %s: lagens dag %s, dagen att arbeta mot %s', (ra, lag, drift) => {
  expect({ lag: skjut(ra), drift: sistaVardag(ra) }).toEqual({ lag, drift });
});
it('klockor står i den ordning de ska ses till: dagen att arbeta mot, lagens dag, vad de gäller', () =>
  expect(iOrdning([klocka({ galler: '§ 10' }), klocka(), klocka({ drift: '2018-04-05', galler: '§ 50' }), klocka({ lag: '2018-04-07', galler: '§ 1' })]).map(({ galler }) => galler)).toEqual(['§ 50', '§ 9', '§ 10', '§ 1']));
it('en skyldighet visas tills den är gjord, en upplysning till och med sin sista dag', () => {
  expect(visas(klocka(), '2040-01-01')).toBe(true);
  expect([visas(klocka({ visasTill: '2018-04-06' }), '2018-04-06'), visas(klocka({ visasTill: '2018-04-06' }), '2018-04-07')]).toEqual([true, false]);
});
