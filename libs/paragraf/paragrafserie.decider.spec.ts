import fc from 'fast-check';
import { fold, isRefusal, type Recorded, seal } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { sattParagrafnummer } from './paragraf.reactions';
import { paragrafserie, type ParagrafserieCommand } from './paragrafserie.decider';
import type { ParagrafserieEvent } from './paragrafserie.events';

type Tilldelat = Extract<ParagrafserieEvent, { type: 'ParagrafnummerTilldelat' }>;
const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const namnd = x(900);
const serie = (ar: number) => specify(paragrafserie, { id: `${namnd}-${ar}` });
const { given } = serie(2018);
const tilldela = (mal: number, datum = '2018-03-21'): ParagrafserieCommand => ({ type: 'TilldelaParagrafnummer', data: { namnd, ar: Number(datum.slice(0, 4)), mal: x(mal), sammantrade: x(500), datum } });
const tilldelat = (nr: number, mal: number, over: object = {}): ParagrafserieEvent & { type: 'ParagrafnummerTilldelat' } =>
  ({ type: 'ParagrafnummerTilldelat', data: { namnd, ar: 2018, nr, mal: x(mal), sammantrade: x(500), datum: '2018-03-21', efterSenareMote: false, ...over } });
const borja = (sista: number, ar = 2018): ParagrafserieCommand => ({ type: 'BorjaParagrafserie', data: { namnd, ar, sista } });
const borjad = (sista: number): ParagrafserieEvent => ({ type: 'ParagrafserieBorjad', data: { namnd, ar: 2018, sista } });

describe('Paragrafserien', () => {
  it('C2: årets första paragraf är § 1, sedan en i taget', () => {
    given().when(tilldela(1)).then(tilldelat(1, 1));
    given(tilldelat(1, 1)).when(tilldela(2)).then(tilldelat(2, 2));
  });
  it('C2: § 187 är årets sista 2026-12-16; mötet 2027-01-20 börjar med § 1 i en ny serie', () => {
    const forra = serie(2026).given(tilldelat(187, 1, { ar: 2026, datum: '2026-12-16' })).when(tilldela(2, '2026-12-16')).outcome;
    expect(forra).toMatchObject([{ data: { nr: 188 } }]);
    serie(2027).given().when(tilldela(3, '2027-01-20')).then(tilldelat(1, 3, { ar: 2027, datum: '2027-01-20' }));
  });
  it('C2: slutade förra mötet med § 24 blir 27 ärenden §§ 25–51, de hemliga 5–18 §§ 29–42', () => {
    let events: readonly ParagrafserieEvent[] = [borjad(24)];
    for (let i = 1; i <= 27; i++) events = [...events, ...(given(...events).when(tilldela(i)).outcome as readonly ParagrafserieEvent[])];
    const nummer = events.flatMap((event) => (event.type === 'ParagrafnummerTilldelat' ? event.data.nr : []));
    expect(nummer).toEqual(Array.from({ length: 27 }, (_, i) => 25 + i));
    expect([nummer[4], nummer[17]]).toEqual([29, 42]);
  });
  it('ger samma punkt sitt nummer en gång', () => given(tilldelat(1, 1)).when(tilldela(1)).thenNothing());
  it('säger till när mötet var före ett som redan har sina nummer', () => given(tilldelat(1, 1, { datum: '2018-04-18' })).when(tilldela(2)).then(tilldelat(2, 2, { efterSenareMote: true })));
  it('säger till så länge det senaste mötet är senare, också när det är inläst', () => {
    given(tilldelat(1, 1, { datum: '2018-04-18' }), tilldelat(2, 2, { efterSenareMote: true })).when(tilldela(3)).then(tilldelat(3, 3, { efterSenareMote: true }));
    given(tilldelat(1, 1, { datum: '2018-04-18' }), inlast(2, 2)).when(tilldela(3)).then(tilldelat(3, 3, { efterSenareMote: true }));
    given(inlast(1, 1)).when(tilldela(3, '2018-01-10')).then(tilldelat(2, 3, { datum: '2018-01-10', efterSenareMote: true }));
  });
  it('fortsätter efter en annan series sista, men börjar inte om', () => {
    given().when(borja(24)).then(borjad(24));
    given(borjad(24)).when(tilldela(1)).then(tilldelat(25, 1));
    given(tilldelat(1, 1)).when(borja(24)).thenRefused('PARAGRAFEN_FINNS_REDAN', '§ 1 finns redan 2018');
    given(borjad(24)).when(borja(24)).thenRefused('PARAGRAFEN_FINNS_REDAN', '§ 24 finns redan 2018');
    for (const sista of [0, 100_000]) given().when(borja(sista)).thenRefused('TALET_ORIMLIGT', 'Ange ett år och den sista paragraf som är använd, 1–99 999.');
    for (const sista of [1, 99_999]) given().when(borja(sista)).then(borjad(sista));
    for (const ar of [1899, 2201]) serie(ar).given().when(borja(24, ar)).thenRefused('TALET_ORIMLIGT');
    for (const ar of [1900, 2200]) expect(serie(ar).given().when(borja(24, ar)).outcome).toHaveLength(1);
    given().when(borja(24, 2017)).thenRefused('FEL_SERIE', 'Serien har id <nämnd>-<år>; nämnd och år stämmer inte med det.');
  });
  it('C2: en struken paragraf står kvar som utgången och används inte igen; ett nummer framför luckan finns inte', () => {
    const stryk = (nr: number): ParagrafserieCommand => ({ type: 'MarkeraParagrafnummerUtgatt', data: { namnd, nr, kod: 'PUNKTEN_FINNS_INTE' } });
    const utgatt: ParagrafserieEvent = { type: 'ParagrafnummerUtgatt', data: { nr: 1, kod: 'PUNKTEN_FINNS_INTE' } };
    given(tilldelat(1, 1)).when(stryk(1)).then(utgatt);
    given(tilldelat(1, 1), utgatt).when(stryk(1)).thenNothing();
    given(tilldelat(1, 1), utgatt).when(tilldela(2)).then(tilldelat(2, 2));
    given(tilldelat(1, 1)).when(stryk(3)).thenRefused('LUCKA_I_NUMRERINGEN', 'Lucka i paragrafnumreringen: § 1 följs av § 3.');
    given(tilldelat(1, 1)).when(stryk(0)).thenRefused('LUCKA_I_NUMRERINGEN');
  });
  it('C2: flera under ett nummer får det tillsammans, och serien går vidare efter dem', () => {
    const under = (mal: number, bokstav: string) => ({ ...tilldela(mal), data: { ...tilldela(mal).data, grupp: x(2), bokstav } }) as ParagrafserieCommand;
    const ger = (nr: number, mal: number, bokstav: string) => tilldelat(nr, mal, { grupp: x(2), bokstav });
    given(tilldelat(195, 1)).when(under(2, 'a')).then(ger(196, 2, 'a'));
    given(tilldelat(195, 1), ger(196, 2, 'a')).when(under(3, 'b')).then(ger(196, 3, 'b'));
    given(tilldelat(195, 1), ger(196, 2, 'a'), ger(196, 3, 'b')).when(tilldela(4)).then(tilldelat(197, 4));
    // Another item was decided in between: the group keeps its number, and the series goes on from the highest.
    given(ger(196, 2, 'a'), tilldelat(197, 4)).when(under(3, 'b')).then(ger(196, 3, 'b'));
    given(ger(196, 2, 'a'), tilldelat(197, 4), ger(196, 3, 'b')).when(tilldela(5)).then(tilldelat(198, 5));
    given(ger(196, 2, 'a')).when(under(2, 'a')).thenNothing();
  });
  it('lämnar numret till punkten, och stryker det som punkten inte kan ta', () => {
    const event = { ...tilldelat(7, 1), stream: `paragrafserie-${namnd}-2018` } as Recorded<Tilldelat>;
    expect(sattParagrafnummer.on.ParagrafnummerTilldelat!(event)).toEqual({ category: 'sammantrade', id: x(500), command: { type: 'SattParagrafnummer', data: { punkt: x(1), ar: 2018, nr: 7 } } });
    expect(sattParagrafnummer.refused!(event, { kod: 'PUNKTEN_FINNS_INTE', allvar: 'STOPP', text: '' })).toEqual({
      category: 'paragrafserie', id: `${namnd}-2018`, command: { type: 'MarkeraParagrafnummerUtgatt', data: { namnd, nr: 7, kod: 'PUNKTEN_FINNS_INTE' } },
    });
  });
  const lasIn = (nr: number, mal: number, over: object = {}): ParagrafserieCommand =>
    ({ type: 'LasInParagrafnummer', data: { namnd, ar: 2018, nr, mal: x(mal), sammantrade: x(501), kalla: 'Pärm 7', mote: { datum: '2018-02-14', startdatum: '2019-01-01' }, ...over } });
  const inlast = (nr: number, mal: number): ParagrafserieEvent => ({ type: 'ParagrafnummerInlast', data: { namnd, ar: 2018, nr, mal: x(mal), sammantrade: x(501), datum: '2018-02-14', kalla: seal(`paragraf:${x(mal)}`, 'Pärm 7') } });
  it('läser in nästa nummer, och ett ledigt före det som serien började med', () => {
    given(borjad(24)).when(lasIn(25, 1)).then(inlast(25, 1));
    given(borjad(24)).when(lasIn(12, 1)).then(inlast(12, 1));
    given(borjad(24)).when(lasIn(24, 1)).then(inlast(24, 1));
    given().when(lasIn(1, 1)).then(inlast(1, 1));
    given(borjad(24), inlast(12, 1)).when(tilldela(2)).then(tilldelat(25, 2));
    given(borjad(24), inlast(25, 1)).when(tilldela(2)).then(tilldelat(26, 2));
  });
  it('läser inte in ett nummer som är använt eller utgånget', () => {
    given(borjad(24), inlast(12, 1)).when(lasIn(12, 2)).thenRefused('PARAGRAFEN_FINNS_REDAN', '§ 12 finns redan 2018');
    given(borjad(24), tilldelat(25, 1)).when(lasIn(25, 2)).thenRefused('PARAGRAFEN_FINNS_REDAN');
    given(borjad(24), tilldelat(25, 1), { type: 'ParagrafnummerUtgatt', data: { nr: 25, kod: 'X' } }).when(lasIn(25, 2)).thenRefused('PARAGRAFEN_FINNS_REDAN');
    for (const nr of [0, 100_000]) given(borjad(24)).when(lasIn(nr, 1)).thenRefused('TALET_ORIMLIGT', 'Paragrafens nummer är 1–99 999.');
    given(borjad(24)).when(lasIn(99_999, 1)).then(inlast(99_999, 1));
  });
  it('läser in ett nummer längre fram, och sedan det som hoppades över, men bara en gång', () => {
    given(borjad(24)).when(lasIn(40, 1)).then(inlast(40, 1));
    for (const nr of [25, 30, 39]) given(borjad(24), inlast(40, 1)).when(lasIn(nr, 2)).then(inlast(nr, 2));
    given(borjad(24), inlast(40, 1)).when(tilldela(2)).then(tilldelat(41, 2));
    given(borjad(24), inlast(40, 1), inlast(30, 2)).when(lasIn(30, 3)).thenRefused('PARAGRAFEN_FINNS_REDAN');
    given(borjad(24), tilldelat(25, 3), inlast(40, 1)).when(lasIn(25, 2)).thenRefused('PARAGRAFEN_FINNS_REDAN');
  });
  it('läser in ett nummer för en punkt, en gång', () => {
    given(borjad(24), inlast(12, 1)).when(lasIn(12, 1)).thenNothing();
    given(borjad(24), inlast(12, 1)).when(lasIn(13, 1)).thenRefused('HAR_REDAN_NUMMER', 'Punkten har redan ett nummer.');
    given(borjad(24), tilldelat(25, 1)).when(lasIn(12, 1)).thenRefused('HAR_REDAN_NUMMER');
  });
  it('läser in bara för möten före nämndens start, i sitt år, och med källa', () => {
    given().when(lasIn(1, 1, { mote: undefined })).thenRefused('PUNKTEN_FINNS_INTE', 'Punkten finns inte på dagordningen för något sammanträde 2018.');
    given().when(lasIn(1, 1, { mote: { datum: '2017-12-31', startdatum: '2019-01-01' } })).thenRefused('PUNKTEN_FINNS_INTE');
    given().when(lasIn(1, 1, { mote: { datum: '2018-02-14', startdatum: '2018-02-14' } })).thenRefused('INTE_FORE_START', 'Sammanträdet 2018-02-14 är inte före nämndens start i Klubba 2018-02-14. Numret ges när klubban faller.');
    given().when(lasIn(1, 1, { mote: { datum: '2018-02-14' } })).thenRefused('INTE_FORE_START', 'Sammanträdet 2018-02-14 är inte före nämndens start i Klubba. Numret ges när klubban faller.');
    given().when(lasIn(1, 1, { kalla: ' ' })).thenRefused('KALLA_SAKNAS', 'Ange källan: varifrån det är läst.');
    given().when(lasIn(1, 1, { ar: 2017 })).thenRefused('FEL_SERIE');
  });
  it('ger en punkt som avgörs på vanligt sätt det nummer som är inläst för den', () => {
    given(borjad(24), inlast(12, 1)).when(tilldela(1)).then(tilldelat(12, 1));
    given(borjad(24), inlast(12, 1), tilldelat(12, 1)).when(tilldela(2)).then(tilldelat(25, 2));
  });
  it('C2: vad som än begärs är numren unika och aldrig givna igen, och det som ges här är alltid nästa', () =>
    fc.assert(fc.property(
      fc.array(fc.oneof(
        fc.nat(30).map((n) => tilldela(n, `2018-0${1 + (n % 9)}-10`)), fc.integer({ min: -2, max: 40 }).map((sista) => borja(sista)),
        fc.tuple(fc.integer({ min: -1, max: 45 }), fc.nat(30)).map(([nr, mal]) => lasIn(nr, mal)),
        fc.integer({ min: -1, max: 40 }).map((nr): ParagrafserieCommand => ({ type: 'MarkeraParagrafnummerUtgatt', data: { namnd, nr, kod: 'X' } })),
      ), { maxLength: 60 }),
      (commands) => {
        let events: readonly ParagrafserieEvent[] = [];
        for (const command of commands) {
          const outcome = paragrafserie.decide(command, fold(paragrafserie, events), { id: `${namnd}-2018`, by: x(1), roll: 'system', at: '2018-03-21T12:00:00.000Z', command: x(2) });
          if (!isRefusal(outcome)) events = [...events, ...outcome];
        }
        let sista = events.find((event) => event.type === 'ParagrafserieBorjad')?.data.sista ?? 0;
        const givna = new Map<number, string>();
        for (const event of events) {
          if (event.type !== 'ParagrafnummerTilldelat' && event.type !== 'ParagrafnummerInlast') continue;
          if (event.type === 'ParagrafnummerTilldelat' && !givna.has(event.data.nr)) expect(event.data.nr).toBe(sista + 1);
          sista = Math.max(sista, event.data.nr);
          const { nr, mal } = event.data;
          // A number read in may be given to its own item once more, when that is decided here.
          expect(givna.get(nr) ?? mal).toBe(mal);
          givna.set(nr, mal);
        }
        expect(new Set(givna.values()).size).toBe(givna.size);
      },
    ), { numRuns: 300 }));
});
