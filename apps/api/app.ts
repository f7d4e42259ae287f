import { type DynamicModule, type LoggerService, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, LogController } from 'fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { handlingen } from '@klubba/handling';
import { AROUND, DOOR } from '@klubba/kernel/edge';
import { AndringarResolver } from './andringar.resolver';
import { ArgsPipe } from './args-pipe';
import { serveArvodeslista } from './arvodeslista';
import { Audit, BusDoor, GiveCommand, PROGRAM_LOG } from './door';
import { faultLine } from './faults';
import { FileAddresses } from './filadress';
import { type DriverOptions, type EdgeOptions, GraphqlDriver } from './graphql-driver';
import { type Injected, openGround } from './ground';
import { serveHealth } from './halsa';
import { serveDownloads } from './hamtning';
import { GranskningResolver } from './granskning.resolver';
import { HandelserResolver } from './handelser.resolver';
import { type Composition, House } from './house';
import { Identitet, type Issuer } from './identitet';
import { serveKallelsepaket } from './kallelsepaket';
import { lineSink } from './program-log';
import { serveTemplates } from './mallar';
import { LogReader } from './reader';
import { CannotStart, type Settings } from './settings';
import { Stadning } from './stadning';
import { serveUploads } from './uppladdning';
import { Viewers } from './viewer';

/** What every noun's module finds: the door for its commands, and the house. */
@Module({})
class EdgeModule {
  static around(house: House, log: FastifyBaseLogger): DynamicModule {
    return {
      module: EdgeModule, global: true, imports: [CqrsModule],
      providers: [{ provide: House, useValue: house }, { provide: PROGRAM_LOG, useValue: log }, { provide: DOOR, useClass: BusDoor }, { provide: AROUND, useValue: house.around }, GiveCommand, Audit, HandelserResolver, AndringarResolver, GranskningResolver],
      exports: [DOOR, House, AROUND],
    };
  }
}
@Module({})
class AppModule {}

/** Klubba running, or ready to. `close` drains: nothing more is taken in, what is under way is finished, the stores are closed. */
export type App = {
  readonly house: House;
  /** The API as text, in the order of the alphabet. */
  schema(): string;
  /** Begins to listen and answers the address. Throws CannotStart. */
  listen(): Promise<string>;
  close(): Promise<void>;
};

const DRAIN_MS = 10_000;
/** The largest file over a slow line; its headers have Node's minute. Whoever stops sending is cut off long before. */
const REQUEST_MS = 15 * 60_000;

/** Opens the stores and builds everything above them. Throws as `openGround` does, or CannotStart; nothing is left open then. */
export const openApp = async (composition: Composition, settings: Settings, issuer: Issuer, injected?: Injected): Promise<App> => {
  const house = new House(composition, await openGround(composition.nouns, settings, injected));
  const sink = lineSink(settings.programLog);
  let app: NestFastifyApplication | undefined;
  let stadning: Stadning | undefined;
  const close = async (): Promise<void> => {
    // Whoever does not finish in time is cut off: a drain that never ends is ended by force, and then nothing is drained.
    const late = setTimeout(() => (app?.getHttpServer() as { closeAllConnections?(): void } | undefined)?.closeAllConnections?.(), DRAIN_MS).unref();
    try {
      await app?.close();
    } finally {
      clearTimeout(late);
      await stadning?.close();
      await house.close();
      sink.close();
    }
  };
  try {
    const adapter = new FastifyAdapter({
      logger: { stream: sink }, skipMiddie: true, forceCloseConnections: 'idle', requestTimeout: REQUEST_MS, bodyLimit: 2 ** 20,
      // A command has its own line. What else is asked leaves none, and no logger is made for each request.
      logController: new LogController({ disableRequestLogging: true }), childLoggerFactory: (parent: FastifyBaseLogger) => parent,
    });
    const { log } = adapter.getInstance();
    const { models, vault } = house;
    const reader = new LogReader(house.log, models, composition.justerad?.(models, house.log) ?? (() => Promise.resolve(undefined)));
    const edge: EdgeOptions = { house, identitet: new Identitet(issuer), viewers: new Viewers(vault, composition.ger), reader, files: new FileAddresses(house.files, house.addressKey), log };
    const graphql: DriverOptions = { driver: GraphqlDriver, path: '/graphql', autoSchemaFile: true, edge };
    const root: DynamicModule = { module: AppModule, imports: [EdgeModule.around(house, log), ...composition.modules, GraphQLModule.forRoot<DriverOptions>(graphql)] };
    app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: nestLog(log), bodyParser: false, abortOnError: false });
    app.useGlobalPipes(new ArgsPipe());
    serveHealth(adapter.getInstance(), house, settings.eventStore === undefined ? 'sqlite' : 'eventstoredb');
    if (composition.nouns.some(({ decider }) => decider.category === handlingen.category)) {
      serveUploads(adapter.getInstance(), edge);
      serveDownloads(adapter.getInstance(), edge);
      serveKallelsepaket(adapter.getInstance(), edge);
      serveTemplates(adapter.getInstance());
      serveArvodeslista(adapter.getInstance(), edge);
      stadning = new Stadning(house, log);
    }
    await app.init();
    await adapter.getInstance().ready();
    const running = app;
    return {
      house, close, schema: () => `${printSchema(lexicographicSortSchema(running.get(GraphQLSchemaHost).schema))}\n`,
      listen: async () => {
        try {
          await running.listen(settings.port, settings.host);
        } catch (error) {
          throw cannotListen(error, settings);
        }
        return running.getUrl();
      },
    };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
};

const LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE: 'är upptagen av ett annat program. Stoppa det, eller välj en annan port med PORT', EACCES: 'får Klubba inte lyssna på. Välj en port över 1023 med PORT',
  EADDRNOTAVAIL: 'finns inte på den här datorn. Ändra HOST', ENOTFOUND: 'finns inte. Ändra HOST', EAI_AGAIN: 'går inte att slå upp. Ändra HOST',
};
const cannotListen = (error: unknown, { host, port }: Settings): Error => {
  const code = (error as NodeJS.ErrnoException).code ?? 'okänt fel';
  return new CannotStart(`Adressen ${host}:${port} ${LISTEN[code] ?? `går inte att använda (${code})`}.`, { cause: error });
};

/** Nest says much when it starts; only what went wrong is kept. */
const nestLog = (log: FastifyBaseLogger): LoggerService => ({
  log: () => undefined,
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(message instanceof Error ? faultLine(message) : { fel: String(message) }, 'nest'),
});
