import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type DocumentNode, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, Kind } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Server as SubscriptionServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Documents } from './documents';
import { faultLine, tellable, untold } from './faults';
import type { EdgeOptions } from './graphql-driver';
import { ALLMANHETEN, type Identity, NotIdentified } from './identitet';
import { RequestContext } from './request';

const MESSAGE_MAX = 64 * 1024;
const CONNECTIONS_MAX = 2000;
const SUBSCRIPTIONS_MAX = 50;
const ALIVE_MS = 20_000;
/** A verified token is believed for a minute; then the connection shows it again. */
const AGAIN_MS = 60_000;
const GOODBYE_MS = 1000;

/** One connection, and who it is. */
type Extra = { readonly socket: WebSocket; identity: Identity; again?: NodeJS.Timeout };
type Params = Readonly<Record<string, unknown>> | undefined;

/**
 * Subscriptions by graphql-transport-ws, and nothing else, on the path of the questions. The token comes in
 * connection_init: `{ "Authorization": "Bearer …" }`. Returns how to end them.
 */
export const serveSubscriptions = (server: Server, path: string, schema: GraphQLSchema, documents: Documents, edge: EdgeOptions): (() => Promise<void>) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX, handleProtocols });
  const subscriptions = subscriptionServer(schema, documents, edge);

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const ours = request.url?.split('?')[0] === path;
    if (ours && sockets.clients.size < CONNECTIONS_MAX) sockets.handleUpgrade(request, socket, head, (client) => connect(client, subscriptions, edge));
    else socket.end(`HTTP/1.1 ${ours ? '503 Service Unavailable' : '404 Not Found'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  };
  server.on('upgrade', upgrade);
  return async () => {
    server.off('upgrade', upgrade);
    for (const client of sockets.clients) client.close(1001, 'Klubba stannar.');
    const impatient = setTimeout(() => sockets.clients.forEach((client) => client.terminate()), GOODBYE_MS);
    await new Promise((resolve) => sockets.close(resolve));
    clearTimeout(impatient);
  };
};

const connect = (socket: WebSocket, subscriptions: SubscriptionServer<Extra>, { log }: EdgeOptions): void => {
  let alive = true;
  const pings = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, ALIVE_MS).unref();
  socket.on('pong', () => (alive = true));
  // What a client sends wrongly closes its socket and is no news.
  socket.on('error', () => socket.terminate());
  const closed = subscriptions.opened({
    protocol: socket.protocol,
    send: (data) => new Promise((resolve) => (socket.readyState === socket.OPEN ? socket.send(data, () => resolve()) : resolve())),
    close: (code, text) => socket.close(code, text),
    onMessage: (take) => void socket.on('message', (data) => {
      take((data as Buffer).toString('utf8')).catch((error: unknown) => {
        log.error(faultLine(error), 'internt fel i en prenumeration');
        socket.close(CloseCode.InternalServerError, 'Ett internt fel inträffade.');
      });
    }),
  }, { socket, identity: ALLMANHETEN });
  socket.on('close', (code, text) => {
    clearInterval(pings);
    void closed(code, text.toString());
  });
};

const subscriptionServer = (schema: GraphQLSchema, documents: Documents, { identitet, viewers, reader, files, log }: EdgeOptions): SubscriptionServer<Extra> => {
  const identify = async (params: Params, extra: Extra): Promise<boolean> => {
    try {
      const given = params?.Authorization ?? params?.authorization;
      if (given !== undefined && typeof given !== 'string') throw new NotIdentified('Authorization i connection_init ska vara text.');
      extra.identity = await identitet.ofHeader(given);
      return true;
    } catch (error) {
      if (!(error instanceof NotIdentified)) log.error(faultLine(error), 'identiteten kunde inte prövas');
      extra.socket.close(CloseCode.Forbidden, closeReason((error as Error).message));
      return false;
    }
  };
  const told = (errors: readonly GraphQLError[], { correlation }: RequestContext): readonly GraphQLFormattedError[] => tellable(errors, correlation, log).map((error) => error.toJSON());

  return makeServer<Record<string, unknown>, Extra>({
    schema, connectionInitWaitTimeout: 5000,
    onConnect: async ({ connectionParams, extra }) => {
      if (!(await identify(connectionParams, extra))) return false;
      // The connection ends with its token.
      if (extra.identity !== ALLMANHETEN) extra.again = setInterval(() => void identify(connectionParams, extra), AGAIN_MS).unref();
      return true;
    },
    onClose: ({ extra }) => clearInterval(extra.again),
    onSubscribe: ({ extra, subscriptions }, _id, { query, operationName, variables }) => {
      if (Object.keys(subscriptions).length > SUBSCRIPTIONS_MAX) return [new GraphQLError(`Högst ${SUBSCRIPTIONS_MAX} prenumerationer går per anslutning.`)];
      try {
        const document = documents.parse(query);
        const errors = documents.validate(document);
        if (errors.length > 0) return errors;
        if (operationOf(document, operationName) !== 'subscription') return [new GraphQLError('Här går bara prenumerationer. Frågor och kommandon skickas med POST.')];
        return { schema, document, contextValue: new RequestContext(viewers.of(extra.identity), reader, files), variableValues: variables ?? null, operationName: operationName ?? null };
      } catch (error) {
        return [error instanceof GraphQLError ? error : new GraphQLError('Frågan går inte att läsa.')];
      }
    },
    onError: (_ctx, _id, _payload, errors) => errors.map((error) => (error.originalError === undefined ? error : untold(error.originalError, randomUUID(), log)).toJSON()),
    onNext: (_ctx, _id, _payload, args, result): FormattedExecutionResult | void => {
      if (result.errors !== undefined) return { ...(result.data !== undefined && { data: result.data }), errors: told(result.errors, args.contextValue as RequestContext) };
    },
  });
};

const operationOf = (document: DocumentNode, name: string | null | undefined): string | undefined => {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return (name === undefined || name === null ? operations[0] : operations.find((one) => one.name?.value === name))?.operation;
};

/** A close frame holds at most 123 bytes of reason. */
const closeReason = (text: string): string => (Buffer.byteLength(text) <= 123 ? text : 'Forbidden');
