import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isObjectType } from 'graphql';
import { printedSchema } from '../../apps/api/schema';

const FILE = join(__dirname, '../../apps/api/schema.graphql');

describe('API:et som text (apps/api/schema.graphql)', () => {
  it('är det som serveras. Annars: npm start -- --schema', async () => {
    expect(await printedSchema()).toBe(readFileSync(FILE, 'utf8'));
  });
  it('säger i klartext vad varje fråga, kommando och prenumeration är till för', () => {
    const schema = buildSchema(readFileSync(FILE, 'utf8'));
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((root) => isObjectType(root));
    const silent = roots.flatMap((root) => Object.values(root.getFields()).filter(({ description }) => (description ?? '') === '').map(({ name }) => `${root.name}.${name}`));
    expect(silent).toEqual([]);
  });
});
