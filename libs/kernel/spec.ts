import assert from 'node:assert/strict';
import { type Command, type Context, type Decider, fold, isRefusal, type Refusal } from './decider';
import { type Event, isPlain, isToken } from './fact';

const HERE: Context = {
  id: '00000000-0000-4000-8000-0000000000aa', by: '00000000-0000-4000-8000-0000000000bb', roll: 'namndsekreterare',
  at: '2018-03-21T12:00:00.000Z', command: '00000000-0000-4000-8000-0000000000cc',
};

/** A folded state outlives a destroyed key, so nothing sealed may be kept in it. */
export const holdsSealed = (value: unknown): boolean =>
  isPlain(value) || isToken(value) ||
  (value instanceof Map ? [...value.values()].some(holdsSealed) : typeof value === 'object' && value !== null && Object.values(value).some(holdsSealed));

/** Given facts, when a wish, then exactly these facts, or this refusal. Compares exactly, order included. */
export const specify = <C extends Command, State, E extends Event, Code extends string>(decider: Decider<C, State, E, Code>, here: Partial<Context> = {}) => ({
  given: (...history: readonly E[]) => ({
    when: (command: C, context: Partial<Context> = {}) => {
      const state = fold(decider, history);
      assert.ok(!holdsSealed(state), 'ett tillstånd får inte hålla förseglade värden: det lever längre än nyckeln');
      const outcome = decider.decide(command, state, { ...HERE, ...here, ...context });
      const refusal = (): Refusal<Code> => {
        assert.ok(isRefusal(outcome), `väntade ett hinder, fick ${JSON.stringify(outcome)}`);
        return outcome;
      };
      return {
        outcome,
        then: (...facts: readonly E[]) => {
          assert.deepEqual(outcome, facts);
          for (const { type } of facts) assert.equal(decider.facts[type]?.by, command.type, `${type} sägs komma av ${decider.facts[type]?.by}`);
        },
        thenNothing: () => assert.deepEqual(outcome, []),
        /** The codes in order; with `text`, the first one's sentence is compared too. */
        thenRefused: (kod: Code, text?: string, lagrum?: string) => {
          const [first] = refusal().hinder;
          assert.equal(first.kod, kod);
          if (text !== undefined) assert.equal(first.text, text);
          if (lagrum !== undefined) assert.equal(first.lagrum, lagrum);
        },
        thenWarned: (...codes: readonly Code[]) => {
          const { hinder } = refusal();
          assert.deepEqual(hinder.map(({ kod }) => kod), codes);
          assert.ok(hinder.every(({ allvar }) => allvar === 'VARNING'));
        },
      };
    },
  }),
});
