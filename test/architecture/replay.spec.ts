import { type AnyReaction, fold, project, type Recorded } from '@klubba/kernel';
import { Temporal } from 'temporal-polyfill';
import { nouns } from './nouns';
import { categoryOf, frozen, projectionsOf, recorded, sealedIn } from './golden';
import { withoutClockOrChance } from './no-clock';

/** Every state on the way, each frozen before the next fact meets it. */
const statesOf = <S>(history: readonly Recorded[], initial: S, step: (state: S, event: Recorded) => S): readonly S[] => {
  const states: S[] = [];
  for (const event of history) states.push(frozen(step(states.at(-1) ?? frozen(initial), event)));
  return states;
};
const wishes = ({ on }: AnyReaction, event: Recorded): unknown => (on as Readonly<Record<string, undefined | ((event: Recorded) => unknown)>>)[event.type]?.(event);

it('världen utan klocka märker den som frågar', () => {
  const asks: readonly (() => unknown)[] = [() => new Date(), () => new Date(2018, 1), () => Date.now(), () => Math.random(), () => Temporal.Now.instant(), () => performance.now(), () => crypto.randomUUID()];
  for (const ask of asks) {
    expect(() => withoutClockOrChance(ask)).toThrow('i en vikning');
    expect(ask).not.toThrow();
  }
});

describe.each(nouns.map((noun) => [categoryOf(noun), noun] as const))('De gyllene faktana i %s viks utan klocka och slump', (category, { decider }) => {
  const history = frozen(recorded(category));

  it('av evolve, lika två gånger, utan att något ändras i det den får', () => {
    const run = () => statesOf<unknown>(history, decider.initialState, (state, event) => decider.evolve(state, event));
    const states = withoutClockOrChance(run);
    expect(withoutClockOrChance(run)).toEqual(states);
    expect(states.at(-1)).toEqual(fold(decider, history));
  });

  it('utan att något förseglat ligger kvar i tillståndet', () => {
    const states = statesOf<unknown>(history, decider.initialState, (state, event) => decider.evolve(state, event));
    expect(states.map((state, i) => ({ efter: history[i]!.type, forseglat: sealedIn(state) }))).toEqual(history.map(({ type }) => ({ efter: type, forseglat: [] })));
  });

  for (const projection of projectionsOf(category)) it(`av läsmodellen ${projection.name}, lika två gånger, till något som tål att skrivas ned`, () => {
    const run = () => statesOf<unknown>(history, undefined, (doc, event) => project(projection, doc, event));
    const docs = withoutClockOrChance(run);
    expect(withoutClockOrChance(run)).toEqual(docs);
    const there = docs.filter((doc) => doc !== undefined);
    expect(there.length).toBeGreaterThan(0);
    for (const doc of there) {
      withoutClockOrChance(() => projection.place(doc));
      expect(JSON.parse(JSON.stringify(doc))).toEqual(doc);
    }
  });
});

for (const reaction of nouns.flatMap((noun) => noun.reactions ?? [])) it(`reaktionen ${reaction.name} önskar detsamma två gånger, utan klocka och slump`, () => {
  const run = () => nouns.flatMap((noun) => recorded(categoryOf(noun))).map((event) => wishes(reaction, event));
  const asked = withoutClockOrChance(run);
  expect(withoutClockOrChance(run)).toEqual(asked);
  expect(asked.filter((wish) => wish !== undefined).length).toBeGreaterThan(0);
});
