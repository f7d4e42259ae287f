import { type Field, isToken, type Shape, type Token, toDisk } from '@klubba/kernel';
import { nouns } from './nouns';
import { categoryOf, type Entry, goldenFiles, goldenOf, idOf, recorded, vocabulary } from './golden';

/** The data with its tokens as on disk, and what reading added to each of them. */
const bare = (data: unknown, added: { i: string; p: string }[]): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  if (isToken(data)) {
    const { i, p, ...onDisk } = data as Required<Token>;
    added.push({ i, p });
    return onDisk;
  }
  if (Array.isArray(data)) return data.map((item) => bare(item, added));
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, bare(value, added)]));
};
const at = (data: unknown, path: string): unknown => path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], data);

/** Sealed values as a decider hands them over, so that the stored shape can go to disk once more. */
const unsealed = (data: unknown): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  if (isToken(data)) return { $plain: data.c, kid: data.$s };
  if (Array.isArray(data)) return data.map(unsealed);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, unsealed(value)]));
};

const leavesOf = (shape: Shape, path = ''): readonly string[] =>
  Object.entries(shape).flatMap(([name, declared]) => fieldLeaves('optional' in declared ? declared.optional : declared, path === '' ? name : `${path}.${name}`));
const fieldLeaves = (declared: Field<unknown>, path: string): readonly string[] =>
  declared.lies === 'object' ? leavesOf(declared.of, path) : declared.lies === 'list' ? fieldLeaves(declared.of, `${path}[]`) : [path];
const leavesIn = (data: unknown, path = ''): readonly string[] => {
  if (typeof data !== 'object' || data === null || isToken(data)) return [path];
  if (Array.isArray(data)) return data.flatMap((item) => leavesIn(item, `${path}[]`));
  return Object.entries(data).flatMap(([key, value]) => leavesIn(value, path === '' ? key : `${path}.${key}`));
};

const current = ({ type, schema }: Entry): boolean => schema === vocabulary.schema(type);

it('varje gyllene fil hör till en ström i huset', () =>
  expect(goldenFiles).toEqual(nouns.map((noun) => `test/golden/${categoryOf(noun)}.golden.ts`).sort()));

describe.each(nouns.map((noun) => [categoryOf(noun), noun] as const))('De gyllene faktana i %s', (category, { decider: { facts } }) => {
  const golden = goldenOf(category);

  it('läses alla som i dag, med plats på varje förseglat värde', () => {
    recorded(category).forEach((event, i) => {
      const { type, schema, stored, today } = golden[i]!;
      const added: { i: string; p: string }[] = [];
      expect({ type, schema, data: bare(event.data, added) }).toEqual({ type, schema, data: today });
      for (const where of added) {
        expect(where.i).toBe(idOf(i));
        expect(isToken(at(stored, where.p))).toBe(true);
      }
    });
  });

  it('har varje form som någonsin lagrats, från den första till dagens', () => {
    const wanted = Object.keys(facts).flatMap((type) => Array.from({ length: vocabulary.schema(type) }, (_, i) => `${type} ${i + 1}`));
    expect([...new Set(golden.map(({ type, schema }) => `${type} ${schema}`))].sort()).toEqual(wanted.sort());
  });

  it('har i dagens form just det som får ligga på disk: klart i sin form, resten förseglat', () => {
    for (const entry of golden.filter(current)) {
      expect(toDisk(facts[entry.type]!.shape, unsealed(entry.stored), ({ kid, $plain }) => ({ $s: kid, c: $plain as string }))).toEqual(entry.stored);
    }
  });

  it('visar varje fält', () => {
    const seen = golden.filter(current).flatMap(({ type, stored }) => leavesIn(stored).map((leaf) => `${type}: ${leaf}`));
    expect(Object.entries(facts).flatMap(([type, { shape }]) => leavesOf(shape).map((leaf) => `${type}: ${leaf}`)).filter((leaf) => !seen.includes(leaf))).toEqual([]);
  });
});
