import { GER } from '@klubba/behorighet';
import { allFacts } from '@klubba/kernel';
import { buildSchema } from 'graphql';
import { printedSchema } from '../../apps/api/schema';
import { read } from './house';
import { nouns } from './nouns';

const FILE = 'apps/api/schema.graphql';
const commands = [...new Set(Object.values(allFacts(nouns)).map(({ by }) => by))];

describe('API och kommandon', () => {
  // A change of the API is then seen in a diff. Made anew by `npm start -- --schema`.
  it(`${FILE} är det schema som serveras`, async () => expect(read(FILE)).toBe(await printedSchema()));

  it('varje kommando som någon får ge leder till ett faktum', () => expect(Object.keys(GER).filter((command) => !commands.includes(command))).toEqual([]));

  it('varje kommando som någon får ge har sin mutation, och varje mutation sin rad', () => {
    const mutations = Object.keys(buildSchema(read(FILE)).getMutationType()?.getFields() ?? {});
    expect(mutations.map((name) => name[0]!.toUpperCase() + name.slice(1)).sort()).toEqual(Object.keys(GER).sort());
  });
});
