import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import Holidays from 'date-holidays';
import { dagarMellan, dagnummer, type Datum, franDagnummer, plusDagar, plusVeckor, veckodag } from './datum';
import { arArbetsdag, arFridag, arHelgdag, fridagsskal, helgdagar, plusArbetsdagar, sistaVardag, skjut } from './kalender';

const dag = fc.integer({ min: dagnummer('1990-01-01'), max: dagnummer('2200-12-31') }).map(franDagnummer);

// The red days of K3.
const RODA: readonly (readonly [number, string])[] = [
  [2018, '1/1 6/1 30/3 1/4 2/4 1/5 10/5 20/5 6/6 23/6 3/11 25/12 26/12'],
  [2026, '1/1 6/1 3/4 5/4 6/4 1/5 14/5 24/5 6/6 20/6 31/10 25/12 26/12'],
  [2027, '1/1 6/1 26/3 28/3 29/3 1/5 6/5 16/5 6/6 26/6 6/11 25/12 26/12'],
];
it.each(RODA)('K3: röda dagar %i', (ar, dagar) => {
  const facit = dagar.split(' ').map((text) => {
    const [d, m] = text.split('/');
    return `${ar}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
  });
  expect(helgdagar(ar).map(({ datum }) => datum)).toEqual(facit);
});

it('K1: nationaldagen är helgdag från 2005, annandag pingst till och med 2004', () => {
  expect(arHelgdag('2003-06-06')).toBe(false);
  expect(arHelgdag('2004-05-31')).toBe(true);
  expect(arHelgdag('2005-05-16')).toBe(false);
  expect(arHelgdag('2005-06-06')).toBe(true);
});
it('K1: två helgdagar på samma dag står som en', () => {
  expect(helgdagar(2008).filter(({ datum }) => datum === '2008-05-01')).toEqual([{ datum: '2008-05-01', namn: 'första maj och Kristi himmelsfärdsdag' }]);
});
it('K1: söndagar är helgdagar, lördagar inte, men ingen av dem är vardag i lagens mening', () => {
  expect([arHelgdag('2018-03-25'), arFridag('2018-03-25')]).toEqual([true, true]);
  expect([arHelgdag('2018-03-24'), arFridag('2018-03-24')]).toEqual([false, true]);
});
it.each(['2018-06-22', '2018-12-24', '2018-12-31', '2026-06-19'])('K1: aftonen %s likställs med helgdag', (datum) => {
  expect([arHelgdag(datum), arFridag(datum)]).toEqual([false, true]);
});
it.each(['2018-03-29', '2018-04-30', '2018-01-05', '2026-11-02'])('K1: %s är en vanlig dag (skärtorsdag, valborg, trettondagsafton, allhelgonavecka)', (datum) => {
  expect(arFridag(datum)).toBe(false);
});
it('K1: fridagen har ett skäl som går att läsa', () => {
  expect(['2018-05-01', '2026-06-19', '2018-03-24', '2018-03-25', '2018-04-01', '2018-04-03'].map(fridagsskal)).toEqual([
    'första maj, en helgdag', 'midsommarafton', 'en lördag', 'en söndag', 'påskdagen, en helgdag', undefined,
  ]);
});

it('K3: LVU 1 v 2018-03-23 → 2018-03-30, skjuten 2018-04-03', () => {
  const ra = plusVeckor('2018-03-23', 1);
  expect([ra, skjut(ra)]).toEqual(['2018-03-30', '2018-04-03']);
});
it('E8: den egna dagen för LVU och LVM är sista vardagen före', () => {
  expect(sistaVardag('2018-03-30')).toBe('2018-03-29');
  expect([sistaVardag('2026-12-24'), skjut('2026-12-24')]).toEqual(['2026-12-23', '2026-12-28']);
});

it('K1: arbetsdag är måndag till fredag utom helgdag, och aftnar efter lokal inställning', () => {
  expect(arArbetsdag('2018-05-01')).toBe(false);
  expect(arArbetsdag('2018-03-24')).toBe(false);
  expect(arArbetsdag('2018-03-26')).toBe(true);
  expect(arArbetsdag('2018-12-24')).toBe(true);
  expect(arArbetsdag('2018-12-24', ['julafton'])).toBe(false);
  expect(arArbetsdag('2018-03-29', ['skartorsdag'])).toBe(false);
  expect(arArbetsdag('2018-04-30', ['valborgsmassoafton', 'trettondagsafton'])).toBe(false);
});
it('K1: tio arbetsdagar över påsken 2018', () => {
  expect(plusArbetsdagar('2018-03-21', 10)).toBe('2018-04-06');
  expect(plusArbetsdagar('2018-03-21', 10, ['skartorsdag'])).toBe('2018-04-09');
  expect(() => plusArbetsdagar('2018-03-21', -1)).toThrow(RangeError);
});

it('K1: skjut går aldrig bakåt, hamnar aldrig på en fridag och hoppar inte över en vardag', () => {
  fc.assert(
    fc.property(dag, (d) => {
      const till = skjut(d);
      expect(till >= d).toBe(true);
      expect(arFridag(till)).toBe(false);
      expect(skjut(till)).toBe(till);
      for (let mellan = d; mellan < till; mellan = plusDagar(mellan, 1)) expect(arFridag(mellan)).toBe(true);
      expect(dagarMellan(d, till)).toBeLessThanOrEqual(5);
      expect(sistaVardag(d) <= d && !arFridag(sistaVardag(d))).toBe(true);
      expect(fridagsskal(d) === undefined).toBe(!arFridag(d));
    }),
  );
});
it('K1: skjut bevarar ordningen', () => {
  fc.assert(fc.property(dag, fc.nat(30), (d, n) => skjut(d) <= skjut(plusDagar(d, n))));
});
it('K1: helgdagarna ligger där lagen säger', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 4000 }), (ar) => {
      const dagen = (namn: string): Datum => helgdagar(ar).find((en) => en.namn.includes(namn))!.datum;
      const pask = dagen('påskdagen');
      expect(veckodag(pask)).toBe('söndag');
      expect(pask >= `${ar}-03-22` && pask <= `${ar}-04-25`).toBe(true);
      expect([veckodag(dagen('långfredagen')), veckodag(dagen('annandag påsk')), veckodag(dagen('Kristi')), veckodag(dagen('pingstdagen'))]).toEqual(['fredag', 'måndag', 'torsdag', 'söndag']);
      const midsommar = dagen('midsommardagen');
      expect(veckodag(midsommar) === 'lördag' && midsommar >= `${ar}-06-20` && midsommar <= `${ar}-06-26`).toBe(true);
      const helgon = dagen('alla helgons dag');
      expect(veckodag(helgon) === 'lördag' && helgon >= `${ar}-10-31` && helgon <= `${ar}-11-06`).toBe(true);
      expect(helgdagar(ar).map(({ datum }) => datum)).toEqual([...new Set(helgdagar(ar).map(({ datum }) => datum))].sort());
    }),
  );
});
/** The rule book's reference code (K2), on days counted from 1970. */
const referens = (ar: number): { readonly helgdagar: ReadonlySet<number>; readonly aftnar: ReadonlySet<number> } => {
  const dag = (manad: number, d: number): number => Date.UTC(ar, manad - 1, d) / 86_400_000;
  const lordagFran = (d: number): number => ((d + 3) % 7 === 5 ? d : lordagFran(d + 1));
  const hel = Math.floor;
  const [a, b, c] = [ar % 19, hel(ar / 100), ar % 100];
  const h = (19 * a + b - hel(b / 4) - hel((b - hel((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * hel(c / 4) - h - (c % 4)) % 7;
  const x = h + l - 7 * hel((a + 11 * h + 22 * l) / 451) + 114;
  const pask = dag(hel(x / 31), (x % 31) + 1);
  const midsommar = lordagFran(dag(6, 20));
  return {
    helgdagar: new Set([
      dag(1, 1), dag(1, 6), pask - 2, pask, pask + 1, dag(5, 1), pask + 39, pask + 49, ar >= 2005 ? dag(6, 6) : pask + 50, midsommar, lordagFran(dag(10, 31)), dag(12, 25), dag(12, 26),
    ]),
    aftnar: new Set([midsommar - 1, dag(12, 24), dag(12, 31)]),
  };
};
it('K2: kalendern och referenskoden är ense om varje dag 1990–2060', () => {
  for (let ar = 1990; ar <= 2060; ar += 1) {
    const { helgdagar: facit, aftnar } = referens(ar);
    expect(helgdagar(ar).map(({ datum }) => dagnummer(datum))).toEqual([...facit].sort((a, b) => a - b));
    for (let d = `${ar}-01-01`; d <= `${ar}-12-31`; d = plusDagar(d, 1)) {
      const n = dagnummer(d);
      expect([d, arFridag(d)]).toEqual([d, (n + 3) % 7 >= 5 || facit.has(n) || aftnar.has(n)]);
    }
  }
});

it('K1: listan går inte att ändra', () => {
  expect(Object.isFrozen(helgdagar(2018)) && Object.isFrozen(helgdagar(2018)[0])).toBe(true);
});

it('K1: allmänna helgdagar 2005–2060 är som i date-holidays', () => {
  const facit = new Holidays('SE');
  for (let ar = 2005; ar <= 2060; ar += 1) {
    // It files the eves as public holidays too, which they are not in lag 1989:253.
    const dagar = facit.getHolidays(ar).filter(({ type, name }) => type === 'public' && !/afton/i.test(name)).map(({ date }) => date.slice(0, 10));
    expect(helgdagar(ar).map(({ datum }) => datum)).toEqual([...new Set(dagar)].sort());
  }
});

const TABELL = resolve(__dirname, '../../../shared/data/helgdagar/se-2015-2035.csv');
(existsSync(TABELL) ? it : it.skip)('K1: röda dagar och aftnar 2015–2035 är som i den delade tabellen', () => {
  const rader = readFileSync(TABELL, 'utf8').trim().split(/\r?\n/).slice(1).map((rad) => rad.split(','));
  expect(rader.length).toBeGreaterThan(300);
  const slag = (villkor: (kind: string) => boolean): string[] => rader.filter(([, kind]) => villkor(kind!)).map(([datum]) => datum!).sort();
  const aren = Array.from({ length: 21 }, (_, i) => 2015 + i);
  expect(aren.flatMap((ar) => helgdagar(ar).map(({ datum }) => datum))).toEqual(slag((kind) => kind === 'public'));
  const aftnar: string[] = [];
  for (let d = '2015-01-01'; d <= '2035-12-31'; d = plusDagar(d, 1)) if (/^(midsommar|jul|nyårs)afton$/.test(fridagsskal(d) ?? '')) aftnar.push(d);
  expect(aftnar).toEqual(slag((kind) => kind.startsWith('eve')));
});
