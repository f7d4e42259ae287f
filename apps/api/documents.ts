import {
  type DocumentNode, execute, type ExecutionArgs, type ExecutionResult, getOperationAST, getVariableValues, GraphQLError, GraphQLScalarType, GraphQLSchema, Kind, type OperationDefinitionNode, parse,
  type SelectionSetNode, specifiedRules, validate, visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { Lru } from '../../infra/lru';
import { coercerOf } from './variables';

/** What one question may ask. The standard introspection query, 14 deep, must fit; so must the largest page of the desks. */
export const LIMITS = { tokens: 6000, depth: 18, fields: 1000, rootFields: 25, aliases: 200 } as const;

const CACHED_BYTES = 8 * 2 ** 20;
const CACHED_EACH = 32 * 1024;
/** Asked this many times a document is worth compiling. */
const HOT = 3;

type Compiled = { readonly operation: OperationDefinitionNode; readonly coerce: ReturnType<typeof coercerOf>; readonly query: CompiledQuery['query']; readonly asText: ((result: object) => string) | undefined };
/** How a result is written faster than by JSON.stringify, when its document has been compiled. */
const AS_TEXT = Symbol('asText');
type Result = ExecutionResult & { [AS_TEXT]?: Compiled['asText'] };

/** A result as it is sent, with what may be told of its errors. */
export const asJson = ({ data, [AS_TEXT]: asText = JSON.stringify }: Result, errors?: readonly unknown[]): string => {
  if (errors === undefined) return asText({ data });
  return data === undefined ? JSON.stringify({ errors }) : `{"errors":${JSON.stringify(errors)},${asText({ data }).slice(1)}`;
};

type Known = { readonly errors: readonly GraphQLError[]; uses: number; readonly plain: boolean; readonly compiled: Map<string, Compiled | undefined> };

/** Documents parsed, validated and compiled once, as long as they are asked for. */
export class Documents {
  private readonly bySource = new Lru<string, DocumentNode>(CACHED_BYTES);
  private readonly known = new WeakMap<DocumentNode, Known>();
  /** The same types, and one more that no client sees. */
  private readonly forCompiler: GraphQLSchema;

  constructor(private readonly schema: GraphQLSchema) {
    const { types, ...config } = schema.toConfig();
    this.forCompiler = new GraphQLSchema({ ...config, types: [...types, new GraphQLScalarType({ name: ANYTHING })], assumeValid: true });
  }

  /** Throws GraphQLError. */
  readonly parse = (source: string): DocumentNode => {
    const there = this.bySource.get(source);
    if (there !== undefined) return there;
    const document = parse(source, { maxTokens: LIMITS.tokens });
    // A parsed document weighs many times its text.
    if (source.length <= CACHED_EACH) this.bySource.set(source, document, source.length * 20 + 1000);
    return document;
  };

  readonly validate = (document: DocumentNode): readonly GraphQLError[] => this.look(document).errors;

  private look(document: DocumentNode): Known {
    const there = this.known.get(document);
    if (there !== undefined) return there;
    // The limits first: some of the rules cost the square of what they are given.
    const over = overLimits(document);
    const errors = over === undefined ? validate(this.schema, document, specifiedRules, { maxErrors: 20 }) : [over];
    const known: Known = { errors, uses: 0, plain: errors.length === 0 && isPlain(document), compiled: new Map() };
    this.known.set(document, known);
    return known;
  }

  /** Runs a validated document: by graphql-js, and once it is hot by code compiled for it. */
  readonly execute = (args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> => {
    const known = this.look(args.document);
    const compiled = known.plain && ++known.uses > HOT ? this.compiled(known, args) : undefined;
    if (compiled === undefined) return execute(args) as ExecutionResult | Promise<ExecutionResult>;
    const given = args.variableValues ?? {};
    let variables = compiled.coerce(given);
    if (variables === undefined) {
      const { coerced, errors } = getVariableValues(this.schema, compiled.operation.variableDefinitions ?? [], given, { maxErrors: 20 });
      if (errors !== undefined) return { errors };
      variables = coerced;
    }
    const result = compiled.query(args.rootValue, args.contextValue, variables);
    return result instanceof Promise ? result.then((late) => withText(late, compiled)) : withText(result, compiled);
  };

  private compiled(known: Known, { document, operationName }: ExecutionArgs): Compiled | undefined {
    const name = operationName ?? '';
    if (known.compiled.has(name)) return known.compiled.get(name);
    const operation = getOperationAST(document, name === '' ? undefined : name);
    const flat = operation?.operation === 'query' && isFlat(document);
    // A flat result is written by the types of its fields, whatever lies there (an enum's values are their names): it need not be
    // brought into form before that.
    const made = compileQuery(this.forCompiler, withoutTypes(document), name === '' ? undefined : name, { disablingCapturingStackErrors: true, customJSONSerializer: flat, disableLeafSerialization: flat });
    const compiled = operation && isCompiledQuery(made) ? { operation, coerce: coercerOf(this.schema, operation.variableDefinitions ?? []), query: made.query, asText: flat ? made.stringify : undefined } : undefined;
    known.compiled.set(name, compiled);
    return compiled;
  }
}

const withText = (result: Result, { asText }: Compiled): Result => {
  if (asText !== undefined) result[AS_TEXT] = asText;
  return result;
};

/** Only what has one type at each place: a union's result has the form of whichever it turned out to be. */
const isFlat = (document: DocumentNode): boolean => {
  let flat = true;
  visit(document, {
    InlineFragment: () => void (flat = false),
    FragmentSpread: () => void (flat = false),
    Field: ({ name }) => void (flat &&= name.value !== '__typename'),
  });
  return flat;
};

const ANYTHING = '_Redan_provad';
/** The document with variables that are taken as they are: their values have been checked and coerced when it runs. */
const withoutTypes = (document: DocumentNode): DocumentNode =>
  visit(document, {
    VariableDefinition: ({ variable }) => ({ kind: Kind.VARIABLE_DEFINITION, variable, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: ANYTHING } } }),
  });

/**
 * What the compiler may be given. graphql-jit 0.8.9 writes a text that begins with one of its own marks (`__MAGIC_…`) into
 * the code it makes without quotes, so that whoever sends one runs what they like: a document with such a text never
 * reaches it. Directives, composed literals and names with two underscores, where it differs from the specification, are
 * left to graphql-js.
 */
const isPlain = (document: DocumentNode): boolean => {
  let plain = true;
  visit(document, {
    Directive: () => void (plain = false),
    ObjectValue: () => void (plain = false),
    ListValue: () => void (plain = false),
    StringValue: ({ value }) => void (plain &&= !value.includes('MAGIC')),
    Name: ({ value }) => void (plain &&= value === '__typename' || !value.startsWith('__')),
    OperationDefinition: ({ operation }) => void (plain &&= operation !== 'subscription'),
  });
  return plain;
};

type Cost = { readonly fields: number; readonly depth: number; readonly width: number };
const NOTHING: Cost = { fields: 0, depth: 0, width: 0 };

/** The first limit that the document breaks, if any. Fragments count as often as they are spread. */
export const overLimits = (document: DocumentNode): GraphQLError | undefined => {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])));
  const counted = new Map<string, Cost>();
  let aliases = 0;

  const costOf = (set: SelectionSetNode): Cost =>
    set.selections.reduce<Cost>((sum, selection) => {
      if (selection.kind === Kind.FIELD && selection.alias !== undefined) aliases++;
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : selection.selectionSet === undefined ? NOTHING : costOf(selection.selectionSet);
      const own = selection.kind === Kind.FIELD ? 1 : 0;
      return {
        // Saturated: spreads of spreads double at every step.
        fields: Math.min(sum.fields + inner.fields + own, 2 ** 40),
        depth: Math.max(sum.depth, inner.depth + own),
        width: Math.min(sum.width + (own || inner.width), 2 ** 40),
      };
    }, NOTHING);
  const ofFragment = (name: string): Cost => {
    const there = counted.get(name);
    if (there !== undefined) return there;
    // While it is being counted it counts as nothing: a circle is told by its own rule.
    counted.set(name, NOTHING);
    const set = fragments.get(name);
    const cost = set === undefined ? NOTHING : costOf(set);
    counted.set(name, cost);
    return cost;
  };

  for (const name of fragments.keys()) if (ofFragment(name).fields > LIMITS.fields) return tooMuch(`har för många fält i ett fragment. Högst ${LIMITS.fields} går.`);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { fields, depth, width } = costOf(definition.selectionSet);
    if (depth > LIMITS.depth) return tooMuch(`är ${depth} nivåer djup. Högst ${LIMITS.depth} går.`);
    if (fields > LIMITS.fields) return tooMuch(`har för många fält, när fragment räknas där de används. Högst ${LIMITS.fields} går.`);
    if (width > LIMITS.rootFields) return tooMuch(`har för många fält på översta nivån. Högst ${LIMITS.rootFields} går.`);
  }
  return aliases > LIMITS.aliases ? tooMuch(`har för många alias. Högst ${LIMITS.aliases} går.`) : undefined;
};
const tooMuch = (what: string): GraphQLError => new GraphQLError(`Frågan ${what}`, { extensions: { code: 'FRAGAN_FOR_STOR' } });
