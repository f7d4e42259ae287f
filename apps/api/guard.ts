import type { GraphQLSchema } from 'graphql';
import type { Klass } from '@klubba/kernel';
import { guardSchema } from '@klubba/kernel/edge';
import type { Composition } from './house';
import { CannotStart } from './settings';

/** Default deny, once over the whole house before it is served: every field has its class, every command its roles. Throws CannotStart. */
export const guardHouse = (schema: GraphQLSchema, { nouns, falt, ger }: Composition): GraphQLSchema => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  // A mutation is as open as its row of roles: it answers a receipt or a hinder, never content.
  const answers = Object.fromEntries(mutations.map((name) => [`Mutation.${name}`, 'oppen' as Klass]));
  const commands = new Set(nouns.flatMap(({ decider: { facts }, internal = [] }) => Object.values(facts).map(({ by }) => by).filter((by) => !internal.includes(by))));
  const names = [...commands].map(mutationOf);
  const told = [
    list('Kommandon utan mutation', [...commands].filter((command) => !mutations.includes(mutationOf(command)))),
    list('Mutationer utan kommando', mutations.filter((name) => !names.includes(name))),
    list('Kommandon utan rad i behörighetstabellen', [...commands].filter((command) => ger[command] === undefined || ger[command].length === 0)),
    list('Rader i behörighetstabellen utan kommando', Object.keys(ger).filter((command) => !commands.has(command))),
  ].filter((text) => text !== '');
  if (told.length > 0) throw new CannotStart(told.join(' '));
  try {
    return guardSchema(schema, { ...answers, ...falt });
  } catch (error) {
    throw new CannotStart((error as Error).message);
  }
};

const mutationOf = (command: string): string => command[0]!.toLowerCase() + command.slice(1);
const list = (what: string, names: readonly string[]): string => (names.length === 0 ? '' : `${what}: ${names.join(', ')}.`);
