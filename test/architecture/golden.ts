import { allFacts, allUpcasts, type AnyProjection, encode, type Envelope, type Noun, type Recorded, Vocabulary } from '@klubba/kernel';
import { join } from 'node:path';
import { filesIn, ROOT } from './house';
import { nouns } from './nouns';

export type Entry = { readonly type: string; readonly schema: number; readonly stored: object; readonly today: object };

export const categoryOf = (noun: Noun): string => noun.decider.category;
export const projectionsOf = (category: string): readonly AnyProjection[] => nouns.flatMap((noun) => noun.projections ?? []).filter((projection) => projection.category === category);
export const vocabulary = new Vocabulary(allFacts(nouns), allUpcasts(nouns));
export const goldenFiles = filesIn('test/golden', /[.]golden[.]ts$/);

/** The golden facts of a category, as test/golden/golden.ts tells how to write them. */
export const goldenOf = (category: string): readonly Entry[] => {
  const file = `test/golden/${category}.golden.ts`;
  if (!goldenFiles.includes(file)) throw new Error(`${file} saknas: varje ström av fakta har sina gyllene fakta (se test/golden/golden.ts).`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the file is found by its name
  return (require(join(ROOT, file)) as { golden: readonly Entry[] }).golden;
};

const STREAM = '00000000-0000-4000-8000-0000000000a0';
const NAMND = '00000000-0000-4000-8000-0000000000a1';
const PERSON = '00000000-0000-4000-8000-0000000000a2';

/** Golden facts as records on a disk, one stream, one command each. */
const storedBytes = (category: string): readonly Buffer[] =>
  goldenOf(category).map(({ type, schema, stored }, i): Buffer => {
    const envelope: Envelope = {
      v: 1, logg: '00000000-0000-4000-8000-0000000000a3', id: idOf(i), stream: `${category}-${STREAM}`, version: i + 1, type, schema, namnd: NAMND,
      at: `2018-03-21T12:00:00.${`${i}`.padStart(3, '0')}Z`, by: PERSON, roll: 'namndsekreterare', command: `00000000-0000-4000-8001-${hex(i)}`,
      correlation: `00000000-0000-4000-8002-${hex(i)}`, cause: null, data: stored,
    };
    return encode(envelope);
  });
export const idOf = (i: number): string => `00000000-0000-4000-8003-${hex(i)}`;
const hex = (i: number): string => i.toString(16).padStart(12, '0');

/** The same, read as the house reads them. */
export const recorded = (category: string): readonly Recorded[] => storedBytes(category).map((bytes, i) => vocabulary.decode(bytes, BigInt(i + 1)));

/** Every position in `data` that holds a sealed value, on disk or on its way there. */
export const sealedIn = (data: unknown, path = ''): readonly string[] => {
  if (typeof data !== 'object' || data === null) return [];
  if ('$s' in data || '$plain' in data) return [path];
  const inside: Iterable<readonly [unknown, unknown]> = data instanceof Map ? data : data instanceof Set ? [...data].map((item, i) => [i, item] as const) : Object.entries(data);
  return [...inside].flatMap(([key, value]) => sealedIn(value, path === '' ? String(key) : `${path}.${String(key)}`));
};

/** Freezes all of it: a fold that writes in what it was given is found out. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
};
