import fc from 'fast-check';
import { fold, isRefusal, type Recorded } from '@klubba/kernel';
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
  it('fortsätter efter en annan series sista, men börjar inte om', () => {
    given().when(borja(24)).then(borjad(24));
    given(borjad(24)).when(tilldela(1)).then(tilldelat(25, 1));
    given(tilldelat(1, 1)).when(borja(24)).thenRefused('PARAGRAFEN_FINNS_REDAN', '§ 1 finns redan 2018');
    given(borjad(24)).when(borja(24)).thenRefused('PARAGRAFEN_FINNS_REDAN', '§ 24 finns redan 2018');
    given().when(borja(0)).thenRefused('TALET_ORIMLIGT');
    given().when(borja(24, 2017)).thenRefused('FEL_SERIE');
  });
  it('C2: en struken paragraf står kvar som utgången och används inte igen; ett nummer framför luckan finns inte', () => {
    const stryk = (nr: number): ParagrafserieCommand => ({ type: 'MarkeraParagrafnummerUtgatt', data: { namnd, nr, kod: 'PUNKTEN_FINNS_INTE' } });
    const utgatt: ParagrafserieEvent = { type: 'ParagrafnummerUtgatt', data: { nr: 1, kod: 'PUNKTEN_FINNS_INTE' } };
    given(tilldelat(1, 1)).when(stryk(1)).then(utgatt);
    given(tilldelat(1, 1), utgatt).when(stryk(1)).thenNothing();
    given(tilldelat(1, 1), utgatt).when(tilldela(2)).then(tilldelat(2, 2));
    given(tilldelat(1, 1)).when(stryk(3)).thenRefused('LUCKA_I_NUMRERINGEN', 'Lucka i paragrafnumreringen: § 1 följs av § 3.');
  });
  it('lämnar numret till punkten, och stryker det som punkten inte kan ta', () => {
    const event = { ...tilldelat(7, 1), stream: `paragrafserie-${namnd}-2018` } as Recorded<Tilldelat>;
    expect(sattParagrafnummer.on.ParagrafnummerTilldelat!(event)).toEqual({ category: 'sammantrade', id: x(500), command: { type: 'SattParagrafnummer', data: { punkt: x(1), ar: 2018, nr: 7 } } });
    expect(sattParagrafnummer.refused!(event, { kod: 'PUNKTEN_FINNS_INTE', allvar: 'STOPP', text: '' })).toEqual({
      category: 'paragrafserie', id: `${namnd}-2018`, command: { type: 'MarkeraParagrafnummerUtgatt', data: { namnd, nr: 7, kod: 'PUNKTEN_FINNS_INTE' } },
    });
  });
  it('C2: vad som än begärs är numren unika, utan lucka och aldrig givna igen', () =>
    fc.assert(fc.property(
      fc.array(fc.oneof(
        fc.nat(30).map((n) => tilldela(n, `2018-0${1 + (n % 9)}-10`)), fc.integer({ min: -2, max: 40 }).map((sista) => borja(sista)),
        fc.integer({ min: -1, max: 40 }).map((nr): ParagrafserieCommand => ({ type: 'MarkeraParagrafnummerUtgatt', data: { namnd, nr, kod: 'X' } })),
      ), { maxLength: 60 }),
      (commands) => {
        let events: readonly ParagrafserieEvent[] = [];
        for (const command of commands) {
          const outcome = paragrafserie.decide(command, fold(paragrafserie, events), { id: `${namnd}-2018`, by: x(1), roll: 'system', at: '2018-03-21T12:00:00.000Z', command: x(2) });
          if (!isRefusal(outcome)) events = [...events, ...outcome];
        }
        const forst = events.find((event) => event.type === 'ParagrafserieBorjad')?.data.sista ?? 0;
        const givna = events.flatMap((event) => (event.type === 'ParagrafnummerTilldelat' ? [event.data] : []));
        expect(givna.map(({ nr }) => nr)).toEqual(givna.map((_, i) => forst + i + 1));
        expect(new Set(givna.map(({ mal }) => mal)).size).toBe(givna.length);
      },
    ), { numRuns: 300 }));
});
