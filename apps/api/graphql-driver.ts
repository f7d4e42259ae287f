import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLError, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { createHandler, type Handler, type Response } from 'graphql-http';
import { altairPage } from './altair';
import { asJson, Documents } from './documents';
import { faultLine, tellable, untold } from './faults';
import { guardHouse } from './guard';
import type { House } from './house';
import { type Identitet, type Identity, IdentityUnavailable, NotIdentified } from './identitet';
import { RequestContext } from './request';
import { serveSubscriptions } from './subscriptions';
import { type LogReader, wrong } from './reader';
import type { FileAddresses } from './filadress';
import type { Viewers } from './viewer';

/** What the driver needs besides Nest's own options. */
export type EdgeOptions = {
  readonly house: House;
  readonly identitet: Identitet;
  readonly viewers: Viewers;
  readonly reader: LogReader;
  readonly files: FileAddresses;
  readonly log: FastifyBaseLogger;
};
export type DriverOptions = GqlModuleOptions<GraphqlDriver> & { readonly edge: EdgeOptions };

/** What Nest's factory holds and does not show. */
type Parts = {
  readonly gqlSchemaBuilder: { build(autoSchemaFile: true, options: GqlModuleOptions, resolvers: readonly object[]): Promise<GraphQLSchema> };
  readonly resolversExplorerService: { getAllCtors(): readonly object[]; explore(): Readonly<Record<string, Readonly<Record<string, ((...args: unknown[]) => unknown) | object>>>> };
};

const BODY_MAX = 2 ** 20;
const GRAPHQL_JSON = 'application/graphql-response+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const HEADERS = {
  'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'cross-origin-resource-policy': 'same-origin',
} as const;

/** GraphQL over HTTP by graphql-http, hot documents by graphql-jit, subscriptions by graphql-ws: all on one path. */
export class GraphqlDriver extends AbstractGraphQLDriver<DriverOptions> {
  private stopSubscriptions: (() => Promise<void>) | undefined;

  /**
   * The schema of the classes, with their resolvers put on it. Nest's own way ends at the same one, but prints it, parses
   * that, builds a second and a third from it to carry the resolvers over, and asks the first for an introspection:
   * a third of the start.
   */
  override async generateSchema(options: DriverOptions): Promise<GraphQLSchema> {
    const { gqlSchemaBuilder: builder, resolversExplorerService: explorer } = this.graphQlFactory as unknown as Parts;
    const schema = await builder.build(true, { ...options, buildSchemaOptions: { skipCheck: true } }, explorer.getAllCtors());
    for (const [name, resolvers] of Object.entries(explorer.explore())) {
      const fields = (schema.getType(name) as GraphQLObjectType).getFields();
      for (const [field, resolver] of Object.entries(resolvers)) Object.assign(fields[field]!, typeof resolver === 'function' ? { resolve: resolver } : resolver);
    }
    return schema;
  }

  async start(options: DriverOptions & { schema: GraphQLSchema }): Promise<void> {
    const { edge, path = '/graphql' } = options;
    const app = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    const schema = guardHouse(options.schema, edge.house.composition);
    const documents = new Documents(schema);
    const page = altairPage(app, path);
    const handle = handlerOf(schema, documents, edge.log);

    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      if (request.method === 'GET' && wantsPage(request)) return page(reply);
      let identity: Identity;
      try {
        const asked = edge.identitet.ofHeader(request.headers.authorization);
        identity = asked instanceof Promise ? await asked : asked;
      } catch (error) {
        return refuseIdentity(reply, error, edge.log);
      }
      const context = new RequestContext(edge.viewers.of(identity), edge.reader, edge.files);
      try {
        const [body, { status, headers }] = await handle({ url: request.url, method: request.method, headers: request.headers, body: request.body as string, raw: request, context });
        return reply.code(status).headers(HEADERS).headers(headers ?? {}).send(toSend(body ?? ''));
      } catch (error) {
        const told = untold(error, context.correlation, edge.log);
        return reply.code(200).headers(HEADERS).header('content-type', JSON_TYPE).send(JSON.stringify({ data: null, errors: [told] }));
      }
    };
    app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], url: path, bodyLimit: BODY_MAX, handler: answer, errorHandler: badRequest(edge.log) });
    this.stopSubscriptions = serveSubscriptions(app.server, path, schema, documents, edge);
  }

  async stop(): Promise<void> {
    await this.stopSubscriptions?.();
  }
}

/** Node writes a text into a small space of its own where it surely fits, at three bytes a character; a longer one is made into bytes faster beforehand. */
const TEXT_MAX = 16_384 / 3;
const toSend = (body: string): string | Buffer => (body.length > TEXT_MAX ? Buffer.from(body) : body);

const handlerOf = (schema: GraphQLSchema, documents: Documents, log: FastifyBaseLogger): Handler<FastifyRequest, RequestContext> =>
  createHandler<FastifyRequest, RequestContext, Record<PropertyKey, unknown>>({
    schema,
    context: ({ context }) => context as unknown as Record<PropertyKey, unknown>,
    parse: (source) => documents.parse(source as string),
    validate: (_, document) => documents.validate(document),
    execute: documents.execute,
    onOperation: ({ raw, context }, _, result) => finish(raw.headers.accept, context, result, log),
  });

/** The result as it is sent. graphql-http's own way walks every value for an Error in it, which costs more than all the rest. */
const finish = (accept: string | undefined, context: RequestContext, result: ExecutionResult, log: FastifyBaseLogger): Response => {
  const graphqlJson = wantsGraphqlJson(accept);
  const { errors } = result;
  const body = asJson(result, errors && tellable(errors, context.correlation, log));
  return [body, { status: graphqlJson && result.data === undefined ? 400 : 200, statusText: '', headers: { 'content-type': graphqlJson ? GRAPHQL_JSON : JSON_TYPE } }];
};

/** As graphql-http reads it: the first that we speak wins, and until further notice `*` means application/json. */
const wantsGraphqlJson = (accept: string | undefined): boolean => {
  if (accept === undefined || accept === '*/*') return false;
  for (const one of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [type] = one.split(';');
    if (type === 'application/graphql-response+json') return true;
    if (type === 'application/json' || type === 'application/*' || type === '*/*') return false;
  }
  return false;
};
const wantsPage = ({ headers: { accept }, url }: FastifyRequest): boolean => accept?.includes('text/html') === true && !/[?&]query=/.test(url);

const sendError = (reply: FastifyReply, status: number, error: GraphQLError): FastifyReply =>
  reply.code(status).headers(HEADERS).header('content-type', wantsGraphqlJson(reply.request.headers.accept) ? GRAPHQL_JSON : JSON_TYPE).send(JSON.stringify({ errors: [error] }));

const refuseIdentity = (reply: FastifyReply, fault: unknown, log: FastifyBaseLogger): FastifyReply => {
  if (fault instanceof NotIdentified) {
    return sendError(reply.header('www-authenticate', 'Bearer realm="klubba", error="invalid_token"'), 401, wrong('OGILTIG_IDENTITET', fault.message));
  }
  log.error(faultLine(fault), 'identiteten kunde inte prövas');
  return sendError(reply, 503, wrong('IDENTITET_SVARAR_INTE', new IdentityUnavailable().message));
};

const BAD: Readonly<Record<number, string>> = {
  400: 'Anropet är inte giltig JSON.', 413: 'Anropet är för stort: högst 1 MiB går.', 415: 'Anropet ska ha Content-Type application/json.',
};
/** What Fastify itself refuses before there is a question: too much, or not JSON. */
const badRequest = (log: FastifyBaseLogger) => (fault: FastifyError, _: FastifyRequest, reply: FastifyReply): void => {
  const status = fault.statusCode ?? 500;
  if (status >= 500) log.error(faultLine(fault), 'internt fel');
  void sendError(reply, status, status < 500 ? wrong('OGILTIGT_ANROP', BAD[status] ?? 'Anropet går inte att läsa.') : wrong('INTERNT_FEL', 'Ett internt fel inträffade.'));
};
