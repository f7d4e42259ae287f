import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, ValidationTypes } from 'class-validator';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Data = Readonly<Record<string, unknown>>;
/** Whether class-validator has nothing to say of a value: `of` is what it lies in. */
type Rule = (value: unknown, of: Data) => boolean;
type Fits = (data: Data, unruled: boolean) => boolean;

/**
 * Whether a class's rules have nothing to say of plain data, a field without a rule being wrong unless it is let through
 * (`unruled`; at the top only). They are class-validator's own, gathered once for each class: it looks through every class
 * there is, and makes an instance and a report for every value, before it knows that all is well, which cost more than
 * deciding. `false` says only that class-validator itself must be asked.
 */
export const fits = (input: Type<object>, data: object, unruled = false): boolean => {
  let known = byClass.get(input);
  if (known === undefined) byClass.set(input, (known = compile(input)));
  return known(data as Data, unruled);
};
const byClass = new Map<Type<object>, Fits>();
const unsure = (): boolean => false;

const compile = (input: Type<object>): Fits => {
  const storage = getMetadataStorage();
  const byField = storage.groupByPropertyName(storage.getTargetValidationMetadatas(input, '', false, false));
  const fields = Object.entries(byField).map(([name, metadatas]) => [name, ruleOf(input, name, metadatas)] as const);
  // A class that fills in fields of its own is not its data.
  if (fields.length === 0 || Object.keys(new input()).length > 0) return unsure;
  const names = new Set(Object.keys(byField));
  return (data, unruled) => {
    if (!unruled) for (const key of Object.keys(data)) if (!names.has(key)) return false;
    for (const [name, rule] of fields) if (!rule(data[name], data)) return false;
    return true;
  };
};

const ruleOf = (input: Type<object>, name: string, metadatas: readonly Metadata[]): Rule => {
  const conditions: Rule[] = [];
  const rules: Rule[] = [];
  let nested = false;
  for (const metadata of metadatas) {
    if (metadata.type === ValidationTypes.CONDITIONAL_VALIDATION) conditions.push(conditionOf(metadata));
    else if (metadata.type === ValidationTypes.CUSTOM_VALIDATION) rules.push(...customOf(input, metadata));
    else if (metadata.type === ValidationTypes.NESTED_VALIDATION) nested = true;
    else if (metadata.type !== ValidationTypes.WHITELIST) return unsure;
  }
  rules.push(nested ? within(input, name) : isFlat);
  return (value, of) => !conditions.every((holds) => holds(value, of)) || rules.every((rule) => rule(value, of));
};

const conditionOf = ({ constraints }: Metadata): Rule => {
  const applies = constraints[0] as (of: object, value: unknown) => boolean;
  return (value, of) => applies(of, value);
};

const customOf = (input: Type<object>, { constraintCls, constraints, each, propertyName, validateIf }: Metadata): readonly Rule[] =>
  getMetadataStorage().getTargetValidatorConstraints(constraintCls).map(({ async, instance }): Rule => {
    if (async || validateIf !== undefined) return unsure;
    return (value, of) => {
      const about = { targetName: input.name, property: propertyName, object: of, value, constraints };
      return each && Array.isArray(value) ? value.every((item) => instance.validate(item, about) === true) : instance.validate(value, about) === true;
    };
  });

/** What holds objects without saying of which class is left to class-transformer and class-validator. */
const isFlat: Rule = (value) => typeof value !== 'object' || value === null || (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null));

/** An object, or a list of them, of the class that class-transformer would make them. */
const within = (input: Type<object>, name: string): Rule => {
  const [made] = (plainToInstance(input, { [name]: [{}] }) as Readonly<Record<string, readonly object[]>>)[name]!;
  const inner = made!.constructor as Type<object>;
  const one = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && fits(inner, value);
  return (value) => value === undefined || (Array.isArray(value) ? value.every(one) : one(value));
};
