import fc from 'fast-check';
import { fold, isRefusal, type Recorded } from '@klubba/kernel';
import { specify } from '@klubba/kernel/spec';
import { delegationsanmalan, type DelegationsanmalanCommand } from './delegationsanmalan.decider';
import type { DelegationsanmalanEvent } from './delegationsanmalan.events';
import { noteraAnmalda } from './delegationsanmalan.reactions';

const id = '00000000-0000-4000-8000-0000000000aa';
const x = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const { given } = specify(delegationsanmalan, { id });
const underlag = { namnd: x(1), datum: '2026-11-04', slag: 'delegationsanmalan', avgjord: false };
type Fyll = Extract<DelegationsanmalanCommand, { type: 'FyllDelegationsanmalan' }>;
const fyll = (beslut: readonly string[] = [x(10)], over: Partial<Fyll['data']> = {}): Fyll => ({ type: 'FyllDelegationsanmalan', data: { namnd: x(1), punkt: id, sammantrade: x(2), fran: '2026-10-01', till: '2026-10-31', beslut, listor: [], underlag, ...over } });
const fylld = (...beslut: readonly string[]): readonly DelegationsanmalanEvent[] => [
  { type: 'DelegationsanmalanPaborjad', data: { namnd: x(1), sammantrade: x(2), fran: '2026-10-01', till: '2026-10-31', antal: beslut.length, listor: [] } }, { type: 'DelegationsanmalanFylld', data: { beslut } },
];
const bind = (beslutstyp = 'lagga_till_handlingarna'): DelegationsanmalanCommand => ({ type: 'BindDelegationsanmalan', data: { sammantrade: x(2), ar: 2026, nr: 40, datum: '2026-11-04', beslutstyp } });
const bunden = (...beslut: readonly string[]): DelegationsanmalanEvent => ({ type: 'DelegationsanmalanBunden', data: { sammantrade: x(2), ar: 2026, nr: 40, datum: '2026-11-04', beslut, listor: [] } });

describe('Anmälan av delegationsbeslut vid en punkt', () => {
  it('fylls för en period, och fylls om tills klubban fallit', () => {
    given().when(fyll()).then(...fylld(x(10)));
    given(...fylld(x(10))).when(fyll([x(10), x(11)])).then(...fylld(x(10), x(11)));
    given(...fylld(x(10)), bunden(x(10))).when(fyll()).thenRefused('PUNKTEN_AR_AVGJORD');
    given().when(fyll(undefined, { underlag: { ...underlag, avgjord: true } })).thenRefused('PUNKTEN_AR_AVGJORD');
  });
  it('binds av paragrafen, en gång; en punkt utan anmälan binder inget', () => {
    given(...fylld(x(10), x(11))).when(bind()).then(bunden(x(10), x(11)));
    given(...fylld(x(10)), bunden(x(10))).when(bind()).thenNothing();
    given().when(bind()).thenNothing();
  });
  it.each(['bordlagga', 'aterremittera', 'utga'])('anmäler inget när punkten %s', (typ) => given(...fylld(x(10))).when(bind(typ)).thenNothing());
  it('med hundratals beslut ligger i buntar, och var och en får veta det', () => {
    const alla = Array.from({ length: 600 }, (_, i) => x(1000 + i));
    const { outcome } = given(...(given().when(fyll(alla)).outcome as readonly DelegationsanmalanEvent[])).when(bind());
    const buntar = outcome as readonly Extract<DelegationsanmalanEvent, { type: 'DelegationsanmalanBunden' }>[];
    expect(buntar.map(({ data }) => data.beslut.length)).toEqual([250, 250, 100]);
    const onskade = buntar.flatMap((event) => noteraAnmalda.on.DelegationsanmalanBunden!({ ...event, stream: `delegationsanmalan-${id}` } as Recorded<typeof event>) as readonly { id: string }[]);
    expect(onskade.map((en) => en.id)).toEqual(alla);
  });
  it('gäller nämndens egen punkt av det slaget, och en period före mötet', () => {
    given().when(fyll(undefined, { punkt: x(3) })).thenRefused('FEL_PUNKT');
    given().when({ type: 'FyllDelegationsanmalan', data: { ...fyll().data, underlag: { namnd: x(1), datum: '2026-11-04', avgjord: false } } }).thenRefused('PUNKTEN_FINNS_INTE');
    given().when(fyll(undefined, { underlag: { ...underlag, slag: 'arende' } })).thenRefused('PUNKTEN_AR_INGEN_ANMALAN');
    given().when(fyll(undefined, { fran: '2026-11-01' })).thenRefused('PERIODEN_BAKLANGES');
    given().when(fyll(undefined, { till: '2026-11-30' })).thenRefused('PERIODEN_EFTER_MOTET');
    given().when(fyll([])).thenRefused('INGET_ATT_ANMALA');
  });
  it('E6: hur den än fylls och binds anmäls varje beslut högst en gång vid punkten', () => {
    const wish = fc.oneof(fc.uniqueArray(fc.integer({ min: 10, max: 20 }), { minLength: 1 }).map((alla) => fyll(alla.map(x))), fc.constantFrom('lagga_till_handlingarna', 'bordlagga', 'godkanna').map(bind));
    fc.assert(fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
      const history: DelegationsanmalanEvent[] = [];
      for (const command of wishes) {
        const outcome = delegationsanmalan.decide(command, fold(delegationsanmalan, history), { id, by: 'system:prov', roll: 'system', at: '2026-12-30T12:00:00.000Z', command: x(99) });
        if (!isRefusal(outcome)) history.push(...outcome);
      }
      const anmalda = history.flatMap((event) => (event.type === 'DelegationsanmalanBunden' ? event.data.beslut : []));
      expect(new Set(anmalda).size).toBe(anmalda.length);
    }));
  });
});
