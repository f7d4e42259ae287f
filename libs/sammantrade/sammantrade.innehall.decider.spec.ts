import { fold, streamId } from '@klubba/kernel';
import { stod } from '@klubba/lagrum';
import { gor, historia, kalla, klubba, L, lagg, ledamot, numrera, oppna, planera, punkt, type Steg } from '../../test/exempel/mote';
import { sammantrade } from './sammantrade.decider';
import { arAvgjord, provaInnehall } from './sammantrade.innehall.decider';
import type { Mote } from './sammantrade.mote.decider';

const P = punkt('Taxa');
const alla = L.map((person) => ledamot(person));
const oppet = (datum = '2018-03-21') => [planera({ datum }), lagg('Taxa', { slag: 'ovrigt' }), kalla({ datum: '2017-03-14' }), oppna({ datum })];
const inlast = { kalla: 'Pärm 7', startdatum: '2019-01-01' };
const las = gor as (type: Parameters<typeof gor>[0], data: object) => Steg;
const beslut = (over: object = {}): Steg => las('LasInBeslut', { punkt: P, tid: '15:10', beslutstyp: 'besluta', beslutspunkter: [{ text: 'Taxan höjs.' }], nummer: { ar: 2018, nr: 25 }, ...inlast, ...over });
/** The id of the yrkande whose step has no name of its own. */
const Y = streamId('yrkande', '00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-000000004000');
const yrka = (slag: string): Steg => gor('AntecknaYrkande', { punkt: P, slag, av: [L[1]!], text: 'x' } as never);
const rostat = (over: object): Steg => las('LasInOmrostning', { punkt: P, tid: '15:08', ...inlast, ...over });
const saknas = (...steg: readonly (Steg | readonly Steg[])[]): readonly string[] => {
  const mote = fold(sammantrade, historia(...steg)) as Mote;
  return mote.punkter.filter(arAvgjord).flatMap((en) => provaInnehall(en, mote)).map(({ text }) => text);
};
const saknar = (...falt: readonly string[]): readonly string[] => falt.map((ett) => `§ 25 saknar ${ett} (KL 5 kap. 67 §).`);

describe('C1: vad en paragraf ska innehålla (KL 5:67)', () => {
  it('C1: beslutet med sina ord, om inte slaget säger allt', () => {
    expect(saknas(oppet(), alla, beslut({ beslutspunkter: [] }))).toEqual(saknar('beslut'));
    expect(saknas(oppet(), alla, beslut())).toEqual([]);
    for (const beslutstyp of ['inget_beslut', 'sekretessbelagt', 'ej_publicerat']) expect([beslutstyp, saknas(oppet(), alla, beslut({ beslutstyp, beslutspunkter: [] }))]).toEqual([beslutstyp, []]);
  });
  it('C1: vilka som deltog, utom vid det som utgick', () => {
    expect(saknas(oppet(), beslut())).toEqual(saknar('deltagare'));
    expect(saknas(oppet(), gor('DraUrPunkt', { punkt: P, skal: 'Inte klart' }), beslut({ beslutstyp: 'utga', beslutspunkter: [] }))).toEqual([]);
  });
  it('C1: propositionsordningen när mer än ett förslag finns: ett bifall är det liggande, och ett återkallat är borta', () => {
    const ordning = gor('FaststallPropositionsordning', { punkt: P, steg: [{ mellan: [P, Y], bifallet: P }] });
    const bifall = (events: readonly Steg[]) => saknas(oppet(), alla, events, beslut());
    expect(bifall([yrka('avslag')])).toEqual([]);
    const liggande = { ...yrka('bifall'), namn: 'annat yrkande' };
    expect(bifall([yrka('avslag'), liggande])).toEqual(saknar('propositionsordning'));
    expect(bifall([yrka('avslag'), liggande, ordning])).toEqual([]);
    expect(bifall([yrka('avslag'), liggande, gor('AterkallaYrkande', { yrkande: Y })])).toEqual([]);
    expect(bifall([yrka('bifall'), { ...liggande, namn: 'ett till' }])).toEqual([]);
    expect(bifall([yrka('andring'), { ...yrka('avslag'), namn: 'annat yrkande' }])).toEqual(saknar('propositionsordning'));
  });
  it('C1: resultatet av en omröstning som begärdes, och listan om den var öppen', () => {
    const begard = gor('BegarOmrostning', { punkt: P, av: [L[1]!] });
    expect(saknas(oppet(), alla, begard, beslut())).toEqual(saknar('omröstningens resultat'));
    const perParti = [{ parti: 'A', ja: 6, nej: 5, avstar: 0 }];
    expect(saknas(oppet(), alla, begard, rostat({ perParti }), beslut())).toEqual(saknar('omröstningslista'));
    expect(saknas(oppet(), alla, begard, rostat({ roster: L.map((person) => ({ person, rost: 'ja' })) }), beslut())).toEqual([]);
    expect(saknas(oppet(), alla, begard, rostat({ sluten: true, amne: 'val', antal: { ja: 6, nej: 5, avstar: 0 } }), beslut())).toEqual([]);
  });
  it('C1: namnet på den som reserverade sig', () => {
    const reservation = (...av: readonly string[]): Steg => las('LasInReservation', { punkt: P, av, ...inlast });
    expect(saknas(oppet(), alla, beslut(), reservation(L[2]!))).toEqual([]);
    expect(saknas(oppet(), alla, beslut(), reservation(L[2]!), { ...reservation(), namn: 'en till' })).toEqual(saknar('reservantens namn'));
  });
  it('C1: före 2018 enligt den lag som gällde då', () => {
    const { citat } = stod('kommunallag', '2017-12-31');
    expect(saknas(oppet('2017-12-31'), alla, klubba('Taxa', { beslutstyp: 'besluta' }), numrera('Taxa', 25, 2017))).toEqual([`§ 25 saknar beslut (${citat}).`]);
  });
});
