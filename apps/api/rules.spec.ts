import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import fc from 'fast-check';
import type { Type } from '@nestjs/common';
import { arendeInputs, diarieserieInputs } from '../../libs/arende/arende.graphql';
import { namndInputs } from '../../libs/namnd/namnd.graphql';
import { personInputs } from '../../libs/namnd/person.graphql';
import { paragrafInputs, paragrafserieInputs } from '../../libs/paragraf/paragraf.graphql';
import { sammantradeInputs } from '../../libs/sammantrade/sammantrade.inputs.graphql';
import { tjansteskrivelseInputs } from '../../libs/tjansteskrivelse/tjansteskrivelse.graphql';
import { fits } from './rules';

const ALL: readonly Type<object>[] = [arendeInputs, diarieserieInputs, namndInputs, personInputs, paragrafInputs, paragrafserieInputs, sammantradeInputs, tjansteskrivelseInputs]
  .flatMap((inputs) => Object.values(inputs).map(({ input }) => input));
type Data = Readonly<Record<string, unknown>>;

/** class-validator's own answer. */
const accepts = (input: Type<object>, data: object): boolean =>
  validateSync(plainToInstance(input, data), { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }).length === 0;

const metadatas = (input: Type<object>) => getMetadataStorage().getTargetValidationMetadatas(input, '', false, false);
const fieldsOf = (input: Type<object>): readonly string[] => [...new Set(metadatas(input).map(({ propertyName }) => propertyName))];
const innerOf = (input: Type<object>, name: string): Type<object> | undefined => {
  if (!metadatas(input).some(({ propertyName, type }) => propertyName === name && type === 'nestedValidation')) return undefined;
  return (plainToInstance(input, { [name]: [{}] }) as Readonly<Record<string, readonly object[]>>)[name]![0]!.constructor as Type<object>;
};

const SIMPLE: readonly unknown[] = [
  undefined, null, '', ' ', 'text', 'x'.repeat(301), 'x'.repeat(100_001), '3e0a4bd2-6f0f-4b54-9d0c-5a1d6f2c7e90', '3E0A4BD2-6F0F-4B54-9D0C-5A1D6F2C7E90', '3e0a4bd26f0f4b549d0c5a1d6f2c7e90', '2018-03-21', '2018-02-30',
  '09:00', '24:00', '26:1', 'ON 2018/12', 'SN', 0, 1, 2018, -1, 1.5, NaN, 1e9, true, false, {}, { text: 'x' }, [], ['text'], ['3e0a4bd2-6f0f-4b54-9d0c-5a1d6f2c7e90'], [1], [null], [{}], [[]], [''], ['2018-03-21'],
  'ab'.repeat(32), 'PBL 5 kap. 11 §', 'https://pahitt.example/a', '2018-03-22 09:00',
  ...[...new Set(ALL.flatMap(metadatas).flatMap(({ constraints }) => (constraints as readonly unknown[] | undefined) ?? []).flatMap((one) => (typeof one === 'object' && one !== null && !(one instanceof RegExp) ? Object.values(one) : [])))].filter((one) => typeof one === 'string'),
];
/** Values of a field: mostly such as class-validator has nothing to say of, so that whole inputs are good often enough. */
const valueOf = (input: Type<object>, name: string): fc.Arbitrary<unknown> => {
  const said = (value: unknown): boolean => validateSync(plainToInstance(input, { [name]: value }), {}).some(({ property }) => property === name);
  const good = SIMPLE.filter((value) => !said(value));
  const inner = innerOf(input, name);
  const weighted = [{ weight: 1, arbitrary: fc.constantFrom(...SIMPLE) }, ...(good.length > 0 ? [{ weight: 12, arbitrary: fc.constantFrom(...good) }] : [])];
  return inner === undefined ? fc.oneof(...weighted) : fc.oneof(...weighted, { weight: 12, arbitrary: fc.oneof(dataOf(inner), fc.array(dataOf(inner), { maxLength: 3 })) });
};
const dataOf = (input: Type<object>): fc.Arbitrary<Data> =>
  fc.tuple(fc.record(Object.fromEntries(fieldsOf(input).map((name) => [name, valueOf(input, name)])), { noNullPrototype: true }), fc.integer({ min: 0, max: 19 }))
    .map(([data, odd]) => (odd === 0 ? { ...data, hörInteHit: 1 } : Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined || odd < 10))));

describe('Reglerna för det som skickas in', () => {
  it.each(ALL.map((input) => [input.name, input] as const))('säger om %s vad class-validator säger, varken mer eller mindre', (_, input) => {
    let good = 0;
    fc.assert(fc.property(dataOf(input), (data) => {
      const answer = accepts(input, data);
      if (answer) good++;
      // A list in a list is left to class-validator, which looks for objects at any depth.
      if (JSON.stringify(data).includes('[[')) expect(answer || !fits(input, data)).toBe(true);
      else expect(fits(input, data)).toBe(answer);
      // Where a field without a rule may be there, nothing else is let through with it.
      const { hörInteHit: _, ...ruled } = data;
      expect(fits(input, { ...ruled, hörInteHit: { a: [1] } }, true)).toBe(fits(input, ruled));
    }), { numRuns: 300 });
    expect(good).toBeGreaterThan(0);
  });
  it('säger inte att något går som saknar regler', () => {
    expect(fits(class {}, {})).toBe(false);
  });
});
