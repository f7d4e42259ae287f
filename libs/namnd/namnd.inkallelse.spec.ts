import fc from 'fast-check';
import { type Inkallelse, inkalla, inkallelsePa, starFore } from './namnd.inkallelse';
import type { Reglemente, Uppdrag } from './namnd.projection';

const DAG = '2024-03-20';
const regler = { fran: '2024-01-01', antalLedamoter: 4 } as Reglemente;
const ledamot = (person: string, ordning: number, over: Partial<Uppdrag> = {}): Uppdrag => ({ person, uppdrag: 'ledamot', parti: 'S', ordning, fran: '2024-01-01', ...over });
const ersattare = (person: string, ordning: number, over: Partial<Uppdrag> = {}): Uppdrag => ({ ...ledamot(person, ordning, over), uppdrag: 'ersattare' });
const pa = (uppdrag: readonly Uppdrag[], over: Partial<Reglemente> = {}): Inkallelse => inkallelsePa({ uppdrag, reglementen: [{ ...regler, ...over }] }, DAG);
const S = [ledamot('l1', 1), ledamot('l2', 2)];

describe('Inkallelseordningen', () => {
  it('B2: en S-ledamot är borta, första S-ersättaren också: den andra tjänstgör, inte V:s', () => {
    const ordning = pa([...S, ersattare('s1', 1), ersattare('s2', 2), ersattare('v1', 1, { parti: 'V' })]);
    expect(inkalla(ordning, ['l2'], ['l1', 's2', 'v1'])).toEqual([{ ersattare: 's2', ersatter: 'l2' }]);
    expect(starFore(ordning, { grupp: 'S' }, 's2', 'v1')).toBe(true);
    expect(starFore(ordning, { grupp: 'S' }, 's1', 's2')).toBe(true);
    expect(starFore(ordning, { grupp: 'S' }, 's2', 's1')).toBe(false);
  });
  it('B2: har gruppen ingen, går nästa grupp före i nämndens ordning; utan ordning står ingen före', () => {
    const valda = [...S, ersattare('v1', 1, { parti: 'V' }), ersattare('m1', 1, { parti: 'M' })];
    const ordnad = pa(valda, { gruppordning: ['S', 'M', 'V'] });
    expect(inkalla(ordnad, ['l1', 'l2'], ['v1', 'm1'])).toEqual([{ ersattare: 'm1', ersatter: 'l1' }, { ersattare: 'v1', ersatter: 'l2' }]);
    expect(starFore(ordnad, { grupp: 'S' }, 'm1', 'v1')).toBe(true);
    expect([starFore(pa(valda), { grupp: 'S' }, 'm1', 'v1'), starFore(pa(valda), { grupp: 'S' }, 'v1', 'm1')]).toEqual([false, false]);
  });
  it('B2: inte proportionellt valda: i den ordning fullmäktige har bestämt, utan grupper', () => {
    const ordning = pa([...S, ersattare('s1', 2), ersattare('v1', 1, { parti: 'V' })], { inkallelse: 'ordning' });
    expect(inkalla(ordning, ['l2'], ['s1', 'v1'])).toEqual([{ ersattare: 'v1', ersatter: 'l2' }]);
    expect(starFore(ordning, { grupp: 'S' }, 'v1', 's1')).toBe(true);
  });
  it('B2: den som har lämnat sitt parti är kvar i gruppen som valde, och den utan parti har ingen', () => {
    const ordning = pa([ledamot('l1', 1, { parti: 'utan_parti' }), ledamot('l2', 2, { parti: 'utan_parti', grupp: 'S' }), ersattare('u1', 1, { parti: 'utan_parti' }), ersattare('s1', 1)]);
    expect(ordning.platser).toEqual([{ person: 'l1' }, { person: 'l2', grupp: 'S' }]);
    expect(starFore(ordning, ordning.platser[1]!, 's1', 'u1')).toBe(true);
    expect([starFore(ordning, ordning.platser[0]!, 's1', 'u1'), starFore(ordning, ordning.platser[0]!, 'u1', 's1')]).toEqual([false, false]);
  });
  it('B2: lokala partier och valsamverkan: en grupp med flera partier går i listans ordning', () => {
    const grupp = 'Framåt_Påhitt';
    const ordning = pa([ledamot('l1', 1, { parti: 'FP-lokal', grupp }), ersattare('x1', 2, { parti: 'FP-lokal', grupp }), ersattare('x2', 1, { parti: 'KD', grupp }), ersattare('k1', 1, { parti: 'KD' })]);
    expect(inkalla(ordning, ['l1'], ['x1', 'x2', 'k1'])).toEqual([{ ersattare: 'x2', ersatter: 'l1' }]);
  });
  it('B2: en vakant plats är den som sist hade den, om ingen har valts efter', () => {
    const borta = ledamot('g1', 3, { parti: 'V', till: '2024-02-01' });
    const ersatt = ledamot('g2', 4, { till: '2024-02-20' });
    const ordning = pa([...S, borta, ersatt, ledamot('l4', 4, { fran: '2024-02-21' }), ersattare('v1', 1, { parti: 'V' }), ersattare('s1', 1)]);
    expect(ordning.platser.map(({ person, vakant }) => [person, vakant === true])).toEqual([['l1', false], ['l2', false], ['g1', true], ['l4', false]]);
    expect(inkalla(ordning, ['g1'], ['v1', 's1'])).toEqual([{ ersattare: 'v1', ersatter: 'g1' }]);
    expect(pa([...S, borta], { antalLedamoter: 2 }).platser).toHaveLength(2);
  });

  it('B2: vem som än är där får ingen två platser och ingen plats två, och ingen står över för en som står efter', () => {
    const parti = fc.constantFrom('S', 'M', 'V', 'utan_parti');
    const valda = fc.array(fc.record({ ar: fc.boolean(), parti }), { minLength: 1, maxLength: 14 }).map((alla) => alla.map(({ ar, parti: p }, i) => (ar ? ledamot(`p${i}`, i + 1, { parti: p }) : ersattare(`p${i}`, i + 1, { parti: p }))));
    fc.assert(fc.property(valda, fc.array(fc.nat(13), { maxLength: 14 }), fc.constantFrom('grupp' as const, 'ordning' as const), fc.constantFrom([], ['M', 'S', 'V'], ['V']), (alla, svarar, inkallelse, gruppordning) => {
      const ordning = pa(alla, { inkallelse, gruppordning });
      const inne = svarar.map((n) => `p${n}`);
      const tomma = ordning.platser.map(({ person }) => person).filter((person) => !inne.includes(person));
      const kallade = inkalla(ordning, tomma, inne);
      const tjanst = kallade.map(({ ersattare: en }) => en);
      expect(new Set(tjanst).size).toBe(tjanst.length);
      expect(new Set(kallade.map(({ ersatter }) => ersatter)).size).toBe(kallade.length);
      for (const { ersattare: en, ersatter } of kallade) {
        expect([inne.includes(en), tomma.includes(ersatter)]).toEqual([true, true]);
        const plats = ordning.platser.find(({ person }) => person === ersatter)!;
        for (const annan of ordning.ersattare) if (inne.includes(annan.person) && starFore(ordning, plats, annan.person, en)) expect(tjanst).toContain(annan.person);
      }
      // Nobody who could serve is left out while a seat is empty.
      const lediga = ordning.ersattare.filter(({ person }) => inne.includes(person) && !tjanst.includes(person));
      expect(lediga.length > 0 && kallade.length < tomma.length).toBe(false);
    }));
  });
});
