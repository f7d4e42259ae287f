import fc from 'fast-check';
import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { coercerOf } from './variables';

const schema = buildSchema(`
  enum Slag { oppen sekretess }
  scalar Fritt
  input Inre { text: String! antal: Int = 3 slag: Slag inre: [Inre!] }
  input En @oneOf { a: Int b: String }
  type Query { allt(id: ID!, tal: [Int!], matris: [[Int]], flyt: Float, ja: Boolean, slag: Slag, inre: Inre, en: En, fritt: Fritt, first: Int): Int }
`);
const VARIABLES = ['$id: ID!', '$tal: [Int!]', '$matris: [[Int]]', '$flyt: Float', '$ja: Boolean', '$slag: Slag', '$inre: Inre', '$maste: Inre!', '$en: En', '$fritt: Fritt', '$first: Int = 50'];
const leaf = fc.oneof(fc.constantFrom<unknown>(null, undefined, 'oppen', 'sekretess', 'annan', '', 'å', 0, 7, 2 ** 31, 1.5, true, '7'), fc.string());
const { value } = fc.letrec<{ value: unknown; inner: unknown }>((tie) => ({
  inner: fc.record({ text: fc.oneof({ weight: 9, arbitrary: fc.constant('x') }, leaf), antal: fc.oneof(fc.constant(1), leaf), slag: fc.oneof(fc.constant('oppen'), leaf), inre: fc.oneof(fc.array(tie('inner'), { maxLength: 2 }), leaf), annat: leaf }, { requiredKeys: ['text'] }),
  value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('inner'), fc.record({ a: leaf, b: leaf }, { requiredKeys: [] })),
}));

describe('Variabler', () => {
  it('blir vad graphql-js gör dem till, och annars ingenting', () => {
    let made = 0;
    fc.assert(fc.property(fc.subarray(VARIABLES, { minLength: 1 }), fc.dictionary(fc.constantFrom('id', 'tal', 'matris', 'flyt', 'ja', 'slag', 'inre', 'maste', 'en', 'fritt', 'first', 'okand'), value), (declared, given) => {
      const { variableDefinitions = [] } = parse(`query(${declared.join(', ')}) { __typename }`).definitions[0] as OperationDefinitionNode;
      const coerced = coercerOf(schema, variableDefinitions)(given);
      if (coerced === undefined) return;
      made++;
      const { coerced: theirs } = getVariableValues(schema, variableDefinitions, given);
      expect({ ...coerced }).toStrictEqual({ ...theirs });
      expect(theirs).toBeDefined();
    }), { numRuns: 3000 });
    expect(made).toBeGreaterThan(300);
  });
  it('som är som de ska lämnas inte till graphql-js', () => {
    const { variableDefinitions = [] } = parse('query($id: ID!, $tal: [Int!], $inre: Inre!, $first: Int) { __typename }').definitions[0] as OperationDefinitionNode;
    const coerce = coercerOf(schema, variableDefinitions);
    expect({ ...coerce({ id: 7, tal: [1, 2], inre: { text: 'x', slag: 'oppen', inre: [{ text: 'y', antal: null }] } }) }).toStrictEqual({ id: '7', tal: [1, 2], inre: { text: 'x', antal: 3, slag: 'oppen', inre: [{ text: 'y', antal: null }] } });
  });
});
