import { type GraphQLInputType, type GraphQLSchema, isInputObjectType, isInputType, isLeafType, isListType, isNonNullType, type NamedTypeNode, typeFromAST, type VariableDefinitionNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
/** A value as its type has it, or UNSURE. */
type Coerce = (value: unknown) => unknown;
const UNSURE = Symbol('unsure');

/**
 * What graphql-js' getVariableValues gives for these variables when nothing is wrong with them, by a plan made once for the
 * document: it looks the types up, and keeps a path for its errors, anew for every value. `undefined` where it must be asked
 * itself: something is wrong, or a default is to be filled in for a whole variable.
 */
export const coercerOf = (schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]): ((given: Variables) => Variables | undefined) => {
  const plan = definitions.map(({ variable, type, defaultValue }) => {
    const known = typeFromAST(schema, type as NamedTypeNode);
    return { name: variable.name.value, coerce: isInputType(known) ? coerceTo(known) : unsure, mayBeAbsent: defaultValue === undefined && !isNonNullType(known) };
  });
  return (given) => {
    const coerced = Object.create(null) as Record<string, unknown>;
    for (const { name, coerce, mayBeAbsent } of plan) {
      if (!Object.hasOwn(given, name)) {
        if (!mayBeAbsent) return undefined;
        continue;
      }
      const value = coerce(given[name]);
      if (value === UNSURE) return undefined;
      coerced[name] = value;
    }
    return coerced;
  };
};

const unsure: Coerce = () => UNSURE;

/** Made when a value first comes: a type may hold itself. */
const coerceTo = (type: GraphQLInputType): Coerce => {
  let made: Coerce | undefined;
  return (value) => (made ??= ofType(type))(value);
};

const ofType = (type: GraphQLInputType): Coerce => {
  if (isNonNullType(type)) {
    const inner = coerceTo(type.ofType);
    return (value) => (value === null || value === undefined ? UNSURE : inner(value));
  }
  const present = presentOf(type);
  return (value) => (value === null || value === undefined ? null : present(value));
};

const presentOf = (type: GraphQLInputType): Coerce => {
  if (isListType(type)) return list(coerceTo(type.ofType));
  if (isInputObjectType(type)) return type.isOneOf ? unsure : object(Object.values(type.getFields()));
  return isLeafType(type) ? leaf(type) : unsure;
};

const list = (item: Coerce): Coerce => (value) => {
  if (!Array.isArray(value)) return UNSURE;
  const coerced = value.map(item);
  return coerced.includes(UNSURE) ? UNSURE : coerced;
};

const object = (fields: readonly { readonly name: string; readonly type: GraphQLInputType; readonly defaultValue?: unknown }[]): Coerce => {
  const names = new Set(fields.map(({ name }) => name));
  const plan = fields.map(({ name, type, defaultValue }) => ({ name, coerce: coerceTo(type), required: isNonNullType(type), defaultValue }));
  return (value) => {
    if (typeof value !== 'object' || Array.isArray(value)) return UNSURE;
    for (const key of Object.keys(value!)) if (!names.has(key)) return UNSURE;
    const coerced: Record<string, unknown> = {};
    for (const { name, coerce, required, defaultValue } of plan) {
      const given = (value as Variables)[name];
      if (given === undefined) {
        if (defaultValue !== undefined) coerced[name] = defaultValue;
        else if (required) return UNSURE;
        continue;
      }
      const field = coerce(given);
      if (field === UNSURE) return UNSURE;
      coerced[name] = field;
    }
    return coerced;
  };
};

const leaf = (type: { parseValue(value: unknown): unknown }): Coerce => (value) => {
  try {
    const parsed = type.parseValue(value);
    return parsed === undefined ? UNSURE : parsed;
  } catch {
    return UNSURE;
  }
};
