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

  // SoPuF (2001:637) 15 §: in individual cases one searches by name, person-, samordnings- or ärendenummer. A new text argument is to be thought through.
  it('I7: ingen fråga söker i fri text; de enda textargumenten är nummer, koder, markör, dagar, ordning, ström och läsmodell', () => {
    const fields = Object.values(buildSchema(read(FILE)).getQueryType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(10);
    const texts = fields.flatMap(({ args }) => args.filter(({ type }) => /^[[]?String/.test(String(type))).map(({ name }) => name));
    expect([...new Set(texts)].sort()).toEqual(['after', 'atgardSenast', 'befattning', 'datum', 'diarienummer', 'enhet', 'fran', 'gallerFran', 'gransSenast', 'insats', 'kategori', 'klockaSenast', 'lasmodell', 'nummer', 'obesvaradeFore', 'omrade', 'ordning', 'orsak', 'pa', 'redovisasSenast', 'senast', 'strom', 'svarstidSenast', 'till', 'verksamhet']);
  });
});
