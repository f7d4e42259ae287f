import { join } from 'node:path';
import { allFacts, allUpcasts, type AnyDecider, type AnyProjection, type AnyReaction, type Facts } from '@klubba/kernel';
import { nouns } from './nouns';
import { klubba } from '../../apps/api/composition';
import { categoryOf } from './golden';
import { filesIn, ROOT } from './house';

type Exported = { readonly file: string; readonly name: string; readonly value: unknown };
/** What the files of a role export, found on disk: the list in apps/api/house.ts is held against it. */
const exportedBy = (role: string): readonly Exported[] =>
  filesIn('libs', new RegExp(`[.]${role}[.]ts$`)).flatMap((file) =>
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found by their names
    Object.entries(require(join(ROOT, file)) as Record<string, unknown>).map(([name, value]) => ({ file, name, value })));
const has = (value: unknown, ...keys: readonly string[]): boolean => typeof value === 'object' && value !== null && keys.every((key) => key in value);
const twice = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i);
const named = (all: readonly Exported[]): readonly string[] => all.map(({ file, name }) => `${file}: ${name}`);

const projections = nouns.flatMap((noun) => noun.projections ?? []);
const reactions = nouns.flatMap((noun) => noun.reactions ?? []);

describe('Husets nomen', () => {
  it('finns', () => expect(nouns.length).toBeGreaterThan(0));
  it('har var sitt slag av ström', () => expect(twice(nouns.map(categoryOf))).toEqual([]));
  it('har var sitt namn på varje faktum: läsmodeller går efter namnet', () => expect(() => allFacts(nouns)).not.toThrow());
  it('har var sitt namn på läsmodeller och reaktioner: kontrollpunkter går efter namnet', () =>
    expect(twice([...projections, ...reactions].map(({ name }) => name))).toEqual([]));

  for (const { name, category, on } of projections) it(`läsmodellen ${name} känner just sin ströms fakta`, () => {
    const facts = nouns.filter((noun) => categoryOf(noun) === category).flatMap(({ decider }) => Object.keys(decider.facts));
    expect(Object.keys(on as object).sort()).toEqual(facts.sort());
  });

  it('reaktioner väntar bara på fakta som finns', () => {
    const facts = allFacts(nouns);
    expect(reactions.flatMap(({ on }) => Object.keys(on as object)).filter((type) => !(type in facts))).toEqual([]);
  });

  it('har steg bara från former av fakta som finns', () => {
    const facts = allFacts(nouns);
    expect(Object.keys(allUpcasts(nouns)).filter((type) => !(type in facts))).toEqual([]);
  });
});

describe('Allt som finns är monterat', () => {
  it('varje decider', () =>
    expect(named(exportedBy('decider').filter(({ value }) => has(value, 'decide', 'evolve') && !nouns.some(({ decider }) => decider === (value as AnyDecider))))).toEqual([]));
  it('varje form av fakta', () => {
    // A noun may declare its facts in parts: each fact of a part is one of the noun's.
    const known = nouns.flatMap(({ decider }) => Object.values(decider.facts));
    const loose = exportedBy('events').filter(({ value }) => has(value) && Object.keys(value as object).length > 0 && Object.values(value as object).every((one) => has(one, 'by', 'shape')));
    expect(named(loose.filter(({ value }) => !Object.values(value as Facts).every((one) => known.includes(one))))).toEqual([]);
  });
  it('varje läsmodell', () =>
    expect(named(exportedBy('projection').filter(({ value }) => has(value, 'on', 'place', 'revision') && !projections.includes(value as AnyProjection)))).toEqual([]));
  it('varje reaktion', () =>
    expect(named(exportedBy('reactions').filter(({ value }) => has(value, 'name', 'on') && !reactions.includes(value as AnyReaction)))).toEqual([]));
  it('varje steg från en äldre form', () => {
    const steps = Object.values(allUpcasts(nouns));
    expect(named(exportedBy('upcasts').filter(({ value }) => has(value) && !Object.values(value as object).every((one) => steps.includes(one as never))))).toEqual([]);
  });
  it('varje Nest-modul', () =>
    expect(named(exportedBy('module').filter(({ name, value }) => name.endsWith('Module') && !klubba.modules.includes(value as never)))).toEqual([]));
});
