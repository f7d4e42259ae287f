import {
  getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isUnionType,
} from 'graphql';

/** What random questions are asked with: ids and moments that exist, by the name of what they are, and what earlier answers gave. */
export type Pool = {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly positions: readonly string[];
  readonly times: readonly string[];
  readonly words: readonly string[];
  /** Filled by whoever asks: cursors of earlier answers. */
  readonly cursors: string[];
};
export type Question = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** A small generator of numbers from a seed, so that a question can be asked again. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const DEPTH_MAX = 9;
const FIELDS_MAX = 150;

/** Random but valid questions of a schema: queries and commands, with aliases, fragments, variables, directives and introspection. */
export const questionFrom = (schema: GraphQLSchema, pool: Pool, seed: number): Question => {
  const random = numbersFrom(seed);
  const chance = (p: number): boolean => random() < p;
  const int = (below: number): number => Math.floor(random() * below);
  const pick = <T>(all: readonly T[]): T => all[int(all.length)]!;
  const some = <T>(all: readonly T[], p: number): readonly T[] => {
    const chosen = all.filter(() => chance(p));
    return chosen.length > 0 || all.length === 0 ? chosen : [pick(all)];
  };
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  let fields = 0;

  /** An id of what the argument, or the field it stands on, is called after; sometimes any, sometimes none of ours. */
  const idFor = (name: string, on: string): string => {
    const near = [name, on.toLowerCase()].flatMap((what) => Object.entries(pool.ids).filter(([kind]) => what === kind || what.startsWith(kind) || kind.startsWith(what)).flatMap(([, ids]) => ids));
    if (near.length > 0 && chance(0.8)) return pick(near);
    return chance(0.85) ? pick(Object.values(pool.ids).flat()) : pick(['', 'x', '00000000-0000-4000-8000-000000000000', "' OR 1=1", '../../etc/passwd']);
  };
  const textFor = (name: string): string => {
    if (name === 'after' || name === 'before') return pool.cursors.length > 0 && chance(0.7) ? pick(pool.cursors) : pick(['', 'x', 'eyJ9']);
    if (/tid|at$|nar/i.test(name)) return chance(0.7) ? pick(pool.times) : pick(['15:00', '2018-03-21', 'nu']);
    if (/dat|fran|till|dag/i.test(name)) return pick(['2018-03-21', '2018-04-06', '2017-01-01', '2018-02-31', 'x']);
    return pick(pool.words);
  };
  const intFor = (name: string): number => {
    if (name === 'ar') return pick([2017, 2018, 2018, 2018, 2019, 0]);
    if (name === 'first') return pick([1, 2, 5, 20, 50, 200, 0, -1, 1000]);
    return pick([1, 2, 3, 25, 26, 30, 38, 47, 51, 0, -1, 2147483647]);
  };
  const valueOf = (type: GraphQLInputType, name: string, on: string, depth = 0): unknown => {
    if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType, name, on, depth);
    if (isListType(type)) return Array.from({ length: int(3) }, () => valueOf(type.ofType as GraphQLInputType, name, on, depth + 1));
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      return Object.fromEntries(Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || (depth < 4 && chance(0.35))).map((field) => [field.name, valueOf(field.type, field.name, on, depth + 1)]));
    }
    switch (type.name) {
      case 'ID': return idFor(name, on);
      case 'Int': return intFor(name);
      case 'Float': return random();
      case 'Boolean': return chance(0.5);
      case 'Position': return pick(pool.positions);
      default: return textFor(name);
    }
  };
  const literal = (value: unknown, type: GraphQLInputType): string => {
    if (isNonNullType(type)) return literal(value, type.ofType as GraphQLInputType);
    if (value === null || value === undefined) return 'null';
    if (isListType(type)) return `[${(value as readonly unknown[]).map((item) => literal(item, type.ofType as GraphQLInputType)).join(', ')}]`;
    if (isInputObjectType(type)) return `{ ${Object.entries(value).map(([key, item]) => `${key}: ${literal(item, type.getFields()[key]!.type)}`).join(', ')} }`;
    return isEnumType(type) ? (value as string) : JSON.stringify(value);
  };
  const argument = (arg: GraphQLArgument, on: string): string => {
    const value = valueOf(arg.type, arg.name, on);
    if (!chance(0.3)) return `${arg.name}: ${literal(value, arg.type)}`;
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${String(arg.type)}`);
    variables[name] = value;
    return `${arg.name}: $${name}`;
  };
  const selected = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    fields++;
    const args = field.args.filter((arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || chance(0.3)).map((arg) => argument(arg, field.name));
    const inner = selectionOf(field.type, depth + 1);
    // Two fields of one name with different arguments clash: every field with arguments gets a name of its own.
    const alias = args.length > 0 || chance(0.05) ? `a${fields}: ` : '';
    const directive = chance(0.03) ? ` @${pick(['include', 'skip'])}(if: ${pick(['true', 'false'])})` : '';
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${inner}`;
  };
  const isDeep = (type: GraphQLOutputType): boolean => !isLeafType(getNamedType(type));
  const fieldsOf = (type: GraphQLObjectType, depth: number): string => {
    const room = fields < FIELDS_MAX;
    const all = Object.values(type.getFields());
    const leaves = some(all.filter((field) => !isDeep(field.type)), room ? 0.8 : 0.2);
    const deep = depth < DEPTH_MAX && room ? some(all.filter((field) => isDeep(field.type)), 0.5) : [];
    const chosen = [...(chance(0.2) ? ['__typename'] : []), ...[...leaves, ...deep].map((field) => selected(field, depth))];
    return chosen.length > 0 ? chosen.join(' ') : '__typename';
  };
  const selectionOf = (type: GraphQLOutputType, depth: number): string => {
    const named = getNamedType(type);
    if (isLeafType(named)) return '';
    if (isUnionType(named)) return ` { __typename ${named.getTypes().map((one) => `... on ${one.name} { ${fieldsOf(one, depth)} }`).join(' ')} }`;
    if (!isObjectType(named)) return ' { __typename }';
    const inside = fieldsOf(named, depth);
    if (chance(0.15)) {
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${named.name} { ${inside} }`);
      return ` { ...${name} }`;
    }
    return chance(0.1) ? ` { ... on ${named.name} { ${inside} } }` : ` { ${inside} }`;
  };

  const mutation = chance(0.15);
  const root = (mutation ? schema.getMutationType() : schema.getQueryType())!;
  const roots = Array.from({ length: mutation ? 1 : 1 + int(4) }, () => selected(pick(Object.values(root.getFields())), 1));
  if (!mutation && chance(0.06)) roots.push(pick(['__schema { types { name fields { name description type { name kind ofType { name } } } } }', `__type(name: "${pick(Object.keys(schema.getTypeMap()))}") { name kind description fields { name } inputFields { name defaultValue } enumValues { name } }`]));
  const head = `${mutation ? 'mutation' : 'query'} Q${declared.length > 0 ? `(${declared.join(', ')})` : ''}`;
  return { query: [`${head} { ${roots.map((one, i) => (/^a\d+: /.test(one) || one.startsWith('__') ? one : `r${i}: ${one}`)).join(' ')} }`, ...fragments].join('\n'), variables };
};
