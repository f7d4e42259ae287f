import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText } from './canonical';

/** Keys that JavaScript orders or treats in its own way come often. */
const key = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 30 }).map(String), fc.constantFrom('__proto__', 'toJSON', '$s', 'c', 'ä', '\ue000', '\u{10000}'));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ depthSize: 'medium' }, fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.constantFrom(null, undefined, -0, 1e21), tie('list'), tie('object')),
  list: fc.array(tie('json')),
  object: fc.array(fc.tuple(key, tie('json'))).map((entries) => Object.fromEntries(entries)),
}));
const outcome = (write: () => string | undefined): string => {
  try {
    return write() ?? 'fel';
  } catch {
    return 'fel';
  }
};

describe('Kanonisk form', () => {
  it('är densamma som det kända bibliotekets, och vägrar det som det vägrar', () => {
    fc.assert(fc.property(json, (value) => {
      expect(outcome(() => canonicalText(value))).toBe(outcome(() => canonicalize(value)));
    }), { numRuns: 3000 });
  });

  it('rör inte värdet', () => {
    const value = { b: [{ d: 1, c: 2 }], a: { f: null, e: 'å' } };
    const before = JSON.stringify(value);
    expect(canonicalText(value)).toBe('{"a":{"e":"å","f":null},"b":[{"c":2,"d":1}]}');
    expect(JSON.stringify(value)).toBe(before);
  });

  it.each([new Date(0), { at: new Date(0) }, [Symbol('x'), () => 1], { a: () => 1 }, Object('x'), new Map()])('skriver %p som biblioteket gör', (value) => {
    expect(canonicalText(value)).toBe(canonicalize(value));
  });
});
