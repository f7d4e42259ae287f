import { NestFactory } from '@nestjs/core';
import { Field, GraphQLSchemaBuilderModule, GraphQLSchemaFactory, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { execute, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { KLASSER, type Klass } from '@klubba/kernel';
import { scoped } from './context';
import { guardSchema, type Lazy, LazyField, SealedField } from './guard';

const NAMND = '00000000-0000-4000-8000-00000000000a';
const CLASSES: Readonly<Record<string, Klass>> = { 'Query.sak': 'oppen', 'Sak.nr': 'oppen', 'Sak.rubrik': 'oppen', 'Sak.lagrum': 'arbetsmaterial', 'Sak.rader': 'arbetsmaterial' };

/** What one who may read up to a class sees of a thing. */
const seen = (reads: Klass, sak: object): unknown => {
  const schema = guardSchema(new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { sak: { resolve: () => sak, type: new GraphQLObjectType({ name: 'Sak', fields: {
      nr: { type: GraphQLString }, lagrum: { type: GraphQLString }, rubrik: { type: GraphQLString, extensions: { sealed: true } },
      rader: { type: new GraphQLNonNull(new GraphQLList(GraphQLString)), extensions: { sealed: true } },
    } }) } } }),
  }), CLASSES);
  const viewer = { may: (namnd: string | null, klass: Klass) => namnd === NAMND && KLASSER.indexOf(klass) <= KLASSER.indexOf(reads), open: (token: string) => `öppnad ${token}` };
  const { data } = execute({ schema, document: parse('{ sak { nr rubrik lagrum rader } }'), contextValue: { viewer } }) as { data: { sak: object } };
  return { ...data.sak };
};
const sak = { nr: '1', rubrik: 'a', lagrum: '26:1', rader: ['b', 'c'] };
const allt = { nr: '1', rubrik: 'öppnad a', lagrum: '26:1', rader: ['öppnad b', 'öppnad c'] };
const inget = { nr: '1', rubrik: null, lagrum: null, rader: [] };

describe('Ett fält', () => {
  it('visas för den som får läsa dess klass', () => {
    expect(seen('arbetsmaterial', scoped({ namnd: NAMND, klass: 'oppen' }, sak))).toEqual(allt);
    expect(seen('oppen', scoped({ namnd: NAMND, klass: 'oppen' }, sak))).toEqual({ ...inget, rubrik: 'öppnad a' });
  });
  it('visas efter sakens klass när den är strängare än fältets', () => {
    expect(seen('arbetsmaterial', scoped({ namnd: NAMND, klass: 'sekretess' }, sak))).toEqual(inget);
    expect(seen('sekretess', scoped({ namnd: NAMND, klass: 'sekretess' }, sak))).toEqual(allt);
  });
  it('visas inte för någon när det inte sägs var saken hör hemma, eller när den hör till en annan nämnd', () => {
    expect(seen('skyddad', sak)).toEqual(inget);
    expect(seen('skyddad', scoped({ namnd: null, klass: 'oppen' }, sak))).toEqual(inget);
  });
});

@ObjectType()
class Sak {
  @Field(() => String, { nullable: true }) nr?: string;
  @SealedField() rubrik?: string;
}
@Resolver()
class SakResolver {
  @Query(() => Sak) sak(): Sak {
    return {};
  }
}

it('Ett öppet fält läses där det ligger: Nests egen läsare är borta, och bara den', async () => {
  const nest = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await nest.get(GraphQLSchemaFactory).create([SakResolver]);
  const fields = (schema.getType('Sak') as GraphQLObjectType).getFields();
  // What is taken away is known by its name.
  expect(fields['nr']!.resolve?.name).toBe('rootFieldResolver');
  const own = (): string => '2';
  guardSchema(schema, { 'Query.sak': 'oppen', 'Sak.nr': 'oppen', 'Sak.rubrik': 'oppen' });
  expect(fields['nr']!.resolve).toBeUndefined();
  expect(fields['rubrik']!.resolve).toBeDefined();
  fields['nr']!.resolve = own;
  guardSchema(schema, { 'Query.sak': 'oppen', 'Sak.nr': 'oppen', 'Sak.rubrik': 'oppen' });
  expect(fields['nr']!.resolve).toBe(own);
  await nest.close();
});

@ObjectType()
class Dyr {
  @Field() nr!: string;
  @LazyField(() => [String]) tider!: Lazy<readonly string[]>;
  @LazyField(() => String, { nullable: true }) inget?: Lazy<string>;
  @LazyField(() => String, { nullable: true }) hemligt!: Lazy<string>;
}
const raknat: string[] = [];
@Resolver()
class DyrResolver {
  @Query(() => Dyr) dyr(): Dyr {
    const raknar = <T>(vad: string, svar: T) => (): T => {
      raknat.push(vad);
      return svar;
    };
    return scoped({ namnd: NAMND, klass: 'oppen' }, { nr: '1', tider: raknar('tider', ['a']), hemligt: raknar('hemligt', 'b') });
  }
}

it('Det som kostar räknas när någon frågar efter det och får läsa det, annars inte', async () => {
  const nest = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = guardSchema(await nest.get(GraphQLSchemaFactory).create([DyrResolver]), { 'Query.dyr': 'oppen', 'Dyr.nr': 'oppen', 'Dyr.tider': 'oppen', 'Dyr.inget': 'oppen', 'Dyr.hemligt': 'sekretess' });
  // Nest binds root resolvers when it serves.
  schema.getQueryType()!.getFields()['dyr']!.resolve = () => new DyrResolver().dyr();
  const seen = (query: string, reads: Klass) => {
    raknat.length = 0;
    const { data } = execute({ schema, document: parse(query), contextValue: { viewer: { may: (_: string, klass: Klass) => KLASSER.indexOf(klass) <= KLASSER.indexOf(reads) } } }) as { data: { dyr: object } };
    return [{ ...data.dyr }, [...raknat]];
  };
  expect(seen('{ dyr { nr } }', 'sekretess')).toEqual([{ nr: '1' }, []]);
  expect(seen('{ dyr { tider inget } }', 'oppen')).toEqual([{ tider: ['a'], inget: null }, ['tider']]);
  expect(seen('{ dyr { hemligt } }', 'oppen')).toEqual([{ hemligt: null }, []]);
  expect(seen('{ dyr { hemligt } }', 'sekretess')).toEqual([{ hemligt: 'b' }, ['hemligt']]);
  await nest.close();
});
