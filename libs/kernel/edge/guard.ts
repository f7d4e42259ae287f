import { applyDecorators } from '@nestjs/common';
import { Extensions, Field, type FieldOptions, type ReturnTypeFunc } from '@nestjs/graphql';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isListType, isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';
import { type Klass, type Token, strictest } from '@klubba/kernel';
import { type EdgeContext, type Scope, SCOPE } from './context';

/** A field that holds a sealed value, or a list of them: the node carries tokens, the one who may read gets the text, others null. */
export const SealedField = (options: FieldOptions & { list?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    options.list === true ? Field(() => [String], { nullable: true, ...options }) : Field(() => String, { nullable: true, ...options }),
    Extensions({ sealed: true }),
  );

/** What a node carries for a field that is reckoned when somebody asks for it, and not before. */
export type Lazy<T> = () => T | Promise<T>;
/** A field without arguments that costs something to reckon, in a list above all: the node carries a function, and `undefined` where there is nothing. */
export const LazyField = (type: ReturnTypeFunc, options: FieldOptions = {}): PropertyDecorator => applyDecorators(Field(type, options), Extensions({ lazy: true }));

/**
 * The default-deny gate over the whole schema, put on once before it is served. Every field of every object type needs a
 * row in `classes` ("Type.field"); one without it does not start. A field above `oppen`, or sealed, is shown only to a
 * viewer who may read its class, raised to the class of its instance, in the nämnd of its node.
 */
export const guardSchema = (schema: GraphQLSchema, classes: Readonly<Record<string, Klass>>): GraphQLSchema => {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const klass = classes[`${type.name}.${field.name}`];
      if (klass === undefined) missing.push(`${type.name}.${field.name}`);
      else if (!isRoot(schema, type.name)) guardField(plainly(field as GraphQLField<unknown, EdgeContext>), klass);
    }
  }
  const unused = Object.keys(classes).filter((row) => {
    const [type, field] = row.split('.') as [string, string];
    const known = schema.getType(type);
    return !isObjectType(known) || !(field in known.getFields());
  });
  if (missing.length > 0) throw new Error(`Fält utan rad i behörighetstabellen: ${missing.join(', ')}.`);
  if (unused.length > 0) throw new Error(`Rader i behörighetstabellen utan fält: ${unused.join(', ')}.`);
  return schema;
};

/** Root fields answer for themselves: they know which nämnd is asked for before there is a node. */
const isRoot = (schema: GraphQLSchema, name: string): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some((root) => root?.name === name);

/**
 * Nest gives every field a resolver of this name, which reads the property that is read anyway. Without it a compiled question
 * reads the value where it lies; with it each field of each row is a call of its own, dearer than the rest of the answer.
 */
const plainly = <F extends GraphQLField<unknown, EdgeContext>>(field: F): F => {
  if (field.resolve?.name === 'rootFieldResolver') delete field.resolve;
  if (field.extensions['lazy'] === true) field.resolve = (node) => (node as Readonly<Record<string, Lazy<unknown> | undefined>>)[field.name]?.();
  return field;
};

const guardField = (field: GraphQLField<unknown, EdgeContext>, klass: Klass): void => {
  const sealed = field.extensions['sealed'] === true;
  if (klass === 'oppen' && !sealed) return;
  const inner = field.resolve ?? defaultFieldResolver;
  const nothing = emptyOf(field.type);
  field.resolve = (node, args, context, info) => {
    const scope = (node as { readonly [SCOPE]?: Scope })[SCOPE];
    if (scope === undefined || !context.viewer.may(scope.namnd, scope.klass === klass ? klass : strictest(klass, scope.klass))) return nothing;
    const value = inner === defaultFieldResolver ? (node as Record<string, unknown>)[field.name] : inner(node, args, context, info);
    if (!sealed || value === undefined || value === null) return value;
    return value instanceof Promise ? value.then((late) => openAll(late, context)) : openAll(value, context);
  };
};

const openAll = (value: unknown, { viewer }: EdgeContext): unknown => {
  if (!Array.isArray(value)) return value === null || value === undefined ? null : viewer.open(value as Token);
  const opened = value.map((token) => viewer.open(token as Token));
  // Texts whose keys are in memory open at once: no promise for each of them.
  return opened.some((one) => typeof one !== 'string') ? Promise.all(opened) : opened;
};

const emptyOf = (type: GraphQLOutputType): null | readonly [] => (isListType(isNonNullType(type) ? type.ofType : type) ? [] : null);
