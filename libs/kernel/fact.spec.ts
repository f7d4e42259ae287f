import fc from 'fast-check';
import { BadValue, storedText, storedValue } from './canonical';
import { type EventOf, fact, field, isToken, kidsIn, leavesOf, type Plain, seal, strictest, toDisk, type Token, withWhereabouts } from './fact';

const facts = {
  BrevInkommet: fact('RegistreraBrev', {
    arende: field.id(), antal: field.integer('oppen'), datum: field.date('oppen'), klockan: field.optional(field.time('oppen')),
    slag: field.oneOf('oppen', 'brev', 'mejl'), rubrik: field.sealed('oppen'),
    parter: field.list(field.object({ namn: field.sealed('personuppgift'), nr: field.integer('oppen') })),
  }),
};
type BrevInkommet = EventOf<typeof facts>;
const { shape } = facts.BrevInkommet;
const brev = (over: Partial<Record<keyof BrevInkommet['data'], unknown>> = {}): unknown => ({
  arende: '5c3a1a52-90b1-4f6a-8a55-6f1b0f6f0a01', antal: 2, datum: '2018-03-21', slag: 'brev', rubrik: seal('arende:x', 'Nattöppet'),
  parter: [{ namn: seal('person:y', 'Åsa Påhittad'), nr: 1 }], ...over,
});
const stamp = ({ kid, $plain }: Plain, path: string): Token => ({ $s: kid, c: `${path}=${JSON.stringify($plain)}` });

describe('Ett faktum på väg till disk', () => {
  it('får varje förseglat fält till sin gallringsenhet och sin plats', () => {
    expect(toDisk(shape, brev(), stamp)).toEqual({
      arende: '5c3a1a52-90b1-4f6a-8a55-6f1b0f6f0a01', antal: 2, datum: '2018-03-21', slag: 'brev',
      rubrik: { $s: 'arende:x', c: 'rubrik="Nattöppet"' }, parter: [{ namn: { $s: 'person:y', c: 'parter.0.namn="Åsa Påhittad"' }, nr: 1 }],
    });
    expect([...kidsIn(brev())]).toEqual(['arende:x', 'person:y']);
  });

  it.each([
    ['klartext där fältet ska förseglas', { rubrik: 'Nattöppet' }],
    ['en försegling där fältet ska vara klart', { antal: seal('arende:x', 2) }],
    ['ett fält som inte finns', { hemligt: 'x' }],
    ['ett fält som saknas', { datum: undefined }],
    ['löpande text i ett klart fält', { slag: 'ett långt brev om någon' }],
    ['ett datum i annan form', { datum: '21/3 2018' }],
    ['ett tal utanför ±(2⁵³−1)', { antal: 2 ** 53 }],
    ['ett decimaltal', { antal: 0.5 }],
    ['minus noll', { antal: -0 }],
    ['ett ensamt surrogat i förseglad text', { rubrik: seal('arende:x', 'a\ud800b') }],
    ['ett styrtecken i förseglad text', { rubrik: seal('arende:x', 'a\u0000b') }],
    ['ett objekt i listans ställe', { parter: {} }],
  ])('vägrar %s', (_, over) => expect(() => toDisk(shape, brev(over as never), stamp)).toThrow(BadValue));

  it('bär lagrum och ögonblick i klartext, men ingen löpande text i deras ställe', () => {
    const form = { lagrum: field.lagrum('oppen'), tid: field.moment('oppen') };
    const prova = (lagrum: string, tid = '2018-03-21T16:04:01') => () => toDisk(form, { lagrum, tid }, stamp);
    for (const lagrum of ['KL 6 kap. 27 §', 'KL (1991:900) 6 kap. 23 §', 'JO 3339-2013', 'KL 5 kap. 69 §, 6 kap. 35 §, lag (1930:173) 1–2 §§', 'reglementet']) expect(prova(lagrum)).not.toThrow();
    for (const lagrum of ['Åsa Påhittad sade det', '§'.repeat(200), '', 'lagen & reglementet 1 §']) expect(prova(lagrum)).toThrow(BadValue);
    for (const tid of ['2018-03-21', '2018-03-21T16:04', '2018-03-21T24:00:00', '2018-03-21T16:04:01Z']) expect(prova('KL 6 kap. 27 §', tid)).toThrow(BadValue);
  });
  it('visar sina blad med klass', () => {
    const stored = toDisk(shape, brev(), stamp);
    expect(leavesOf(shape, stored).map(({ path, klass }) => [path, klass])).toContainEqual(['parter.0.namn', 'personuppgift']);
  });

  it('läses med väg och faktum i varje försegling, så att den kan resa', () => {
    const read = withWhereabouts(toDisk(shape, brev(), stamp), 'e1') as { rubrik: Token; parter: { namn: Token }[] };
    expect(read.rubrik).toEqual({ $s: 'arende:x', c: 'rubrik="Nattöppet"', i: 'e1', p: 'rubrik' });
    expect(isToken(read.parter[0]!.namn) && read.parter[0]!.namn.p).toBe('parter.0.namn');
  });
});

describe('Text som lagras', () => {
  it('är NFC med radbrytning som LF', () => {
    expect(storedText('a\u030angstro\u0308m\r\nrad\rtv\u00e5')).toBe('ångström\nrad\ntvå');
  });
  it('är densamma om den lagras igen', () => fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    let once: string;
    try { once = storedText(text); } catch (error) { return error instanceof BadValue; }
    return storedText(once) === once && once.normalize('NFC') === once;
  })));
  it('bär inga funktioner, datum eller NaN', () => {
    for (const value of [() => 1, new Date(0), NaN, Infinity, 1n, Symbol('x')]) expect(() => storedValue({ a: [value] })).toThrow(BadValue);
  });
});

it('en instans klass kan höjas över fältets, aldrig sänkas under den', () => {
  expect(strictest('oppen', 'sekretess')).toBe('sekretess');
  expect(strictest('personuppgift', 'oppen')).toBe('personuppgift');
  expect(strictest('sekretess', undefined)).toBe('sekretess');
  expect(strictest('oppen', undefined, 'sekretess', 'arbetsmaterial')).toBe('sekretess');
});
