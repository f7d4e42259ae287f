import { GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { asJson, Documents } from './documents';

const schema = (sak: object): GraphQLSchema => new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: {
  sak: { resolve: () => sak, type: new GraphQLObjectType({ name: 'Sak', fields: { text: { type: GraphQLString }, tal: { type: new GraphQLNonNull(GraphQLInt) }, fel: { type: GraphQLString, resolve: () => { throw new GraphQLError('fel'); } } } }) },
} }) });

/** What is sent for a question that is asked until it is compiled. */
const sent = async (sak: object, source: string): Promise<readonly string[]> => {
  const its = schema(sak);
  const documents = new Documents(its);
  const texts: string[] = [];
  for (let i = 0; i < 6; i++) {
    const document = documents.parse(source);
    expect(documents.validate(document)).toEqual([]);
    const result = await documents.execute({ schema: its, document });
    texts.push(asJson(result, result.errors));
  }
  return texts;
};

describe('En fråga som blivit het', () => {
  it('skrivs som förut, också när ett fält har fallit', async () => {
    expect(new Set(await sent({ text: 'å "1"', tal: '7' }, '{ sak { text tal } }'))).toEqual(new Set(['{"data":{"sak":{"text":"å \\"1\\"","tal":7}}}']));
    const [first, ...others] = await sent({ text: 1, tal: 2 }, '{ sak { text tal fel } }');
    expect(JSON.parse(first!)).toMatchObject({ errors: [{ message: 'fel', path: ['sak', 'fel'] }], data: { sak: { text: '1', tal: 2, fel: null } } });
    for (const other of others) expect(other).toBe(first);
    expect(new Set(await sent({ tal: null }, '{ sak { tal } }')).size).toBe(1);
  });
  it('visar aldrig ett värde som inte är vad fältet säger', async () => {
    for (const text of [...(await sent({ text: { $s: 'kid', c: 'chiffer' }, tal: 1 }, '{ sak { text } }')).slice(4), ...(await sent({ text: { $s: 'kid', c: 'chiffer' }, tal: 1 }, '{ sak { text fel } }')).slice(4)]) {
      expect(text).not.toMatch(/chiffer|kid/);
    }
  });
});
