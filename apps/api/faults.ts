import { GraphQLError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { StoreUnavailable, WritingStopped } from '@klubba/kernel';

/** How a fault is logged: its class and where it happened. A parser's message quotes what it read, so that one is left out. */
export const faultLine = (fault: unknown): { readonly fel: string; readonly var: string } => {
  const error = fault instanceof Error ? fault : new Error(`${typeof fault} kastades`);
  const cause = error.cause instanceof Error ? ` ← ${error.cause.name}: ${told(error.cause)}` : '';
  return { fel: `${error.name}: ${told(error)}${cause}`, var: (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).join('\n') };
};
const told = (error: Error): string => (error instanceof SyntaxError ? '(texten visas inte)' : error.message);

/** The compiler words an argument that is missing at run time itself; graphql-js throws it as an error of its own class. */
const ARGUMENT = /^Argument "[_A-Za-z0-9]+" of (non-null|required) type /;

/**
 * Errors of an execution as the client may see them. One that a resolver threw as a GraphQLError was meant for the client;
 * everything else is a fault of ours: logged with where it happened, and told only by its trace.
 */
export const tellable = (errors: readonly GraphQLError[], correlation: string, log: FastifyBaseLogger): readonly GraphQLError[] =>
  errors.map((error) => {
    if (error.path === undefined) return withoutValue(error);
    if (error.originalError instanceof GraphQLError) return error;
    if (error.originalError === undefined && ARGUMENT.test(error.message)) return error;
    return untold(error.originalError ?? error, correlation, log, error.path);
  });

/** The parser of variables quotes what it was given. An answer goes through proxies and their logs: only the place is told. */
const withoutValue = (error: GraphQLError): GraphQLError => {
  const [, variable] = /^Variable "\$([_A-Za-z]\w{0,60})" got invalid value /.exec(error.message) ?? [];
  if (variable === undefined) return error;
  const place = [...error.message.matchAll(/ at "([\w.[\]]{1,200})"; /g)].at(-1)?.[1] ?? variable;
  const [, missing] = /; Field "([_A-Za-z]\w{0,60})" of required type "[^"]*" was not provided[.]$/.exec(error.message) ?? [];
  const [, list] = / does not exist in "(\w+)" enum[.]/.exec(error.message) ?? [];
  const why = missing !== undefined ? `: fältet ${missing} saknas` : list !== undefined ? `: värdet finns inte i ${list}` : '';
  return new GraphQLError(`Variabeln $${variable} har ett värde av fel slag (${place})${why}.`, { ...(error.nodes !== undefined && { nodes: error.nodes }), extensions: { code: 'OGILTIG_VARIABEL' } });
};

/** A fault as the client sees it. */
export const untold = (fault: unknown, correlation: string, log: FastifyBaseLogger, path?: readonly (string | number)[]): GraphQLError => {
  log.error({ spar: correlation, falt: path?.join('.'), ...faultLine(fault) }, 'internt fel');
  const options = (code: string) => ({ extensions: { code, spar: correlation }, ...(path !== undefined && { path }) });
  if (fault instanceof WritingStopped) return new GraphQLError(`${fault.message} (spår ${correlation})`, options('SKRIVNING_STOPPAD'));
  return fault instanceof StoreUnavailable
    ? new GraphQLError(`Lagret kan inte användas just nu (spår ${correlation}). Skicka samma kommando igen med samma id om en stund.`, options('LAGRET_SVARAR_INTE'))
    : new GraphQLError(`Ett internt fel inträffade (spår ${correlation}).`, options('INTERNT_FEL'));
};
