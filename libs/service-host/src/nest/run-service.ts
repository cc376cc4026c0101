import type { ServiceReaders } from '@jiangong/messaging/log';
import { startReaders } from '@jiangong/messaging/log';
import { rowsOf } from '@jiangong/read-models/postgres';
import { type Logger, metricNames } from '@jiangong/telemetry';
import {
  createLogger,
  logFatalErrors,
  recentSpans,
  redMetrics,
  stopTelemetry,
  traceHere,
} from '@jiangong/telemetry/node';
import { type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { Clock, Ground } from '../ground.ts';
import { recordRead } from '../recorded-reads.ts';
import { authorizer, READ_YOUR_WRITES_WAIT_MS } from './authorize.ts';
import { movedClock, systemClock } from './clocks.ts';
import { type HostConfig, readHostConfig } from './config.ts';
import { drained, STOP_WITHIN_MS, stopInOrder } from './drain.ts';
import type { GrpcHealth } from './grpc-health.ts';
import { CompleteServer } from './grpc-server.ts';
import { groundOf } from './ground-of.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { hostResolvers } from './host-resolvers.ts';
import { type KnownGrants, knownGrants } from './known-grants.ts';
import { factTransportOf } from './messaging-settings.ts';
import { nestLog } from './nest-log.ts';
import { observeService } from './observe-service.ts';
import { type Adapters, openAdapters, withAccess } from './open-adapters.ts';
import { OPERATIONS, type Operations, OperationsController, operationsContract } from './operations.controller.ts';
import { packageDefinitionOf, packagesOf, permissionsOf, type ServiceContract } from './package-definition.ts';
import { answerParent, type ReaderCompared, type ServiceStatus } from './parent-process.ts';
import { startProbes } from './probes.ts';
import { isKnownCaller } from './peer-identity.ts';
import { anonymousLimit } from './anonymous-limit.ts';
import { PermissionInterceptor } from './permission-interceptor.ts';
import { type SchedulerLoop, startSchedulerLoop } from './scheduler-loop.ts';
import { GROUND, type ServiceDefinition } from './service-definition.ts';
import { tokenVerifier } from './service-token.ts';
import { tracedProcesses, tracedProjections, tracedTranslator } from './traced-readers.ts';
import { tracedStore } from './traced-store.ts';
import { startWorkers } from './worker-loop.ts';
import { serverCredentials } from './tls-credentials.ts';
import { tlsFilesOf } from './tls-files.ts';
import { WatchedCertificates } from './watched-certificates.ts';

/** The largest message that a service takes: orders are small, evidence goes by hash. */
export const MESSAGE_BYTES_MAX = 4_000_000;

type Parts = Readonly<{
  definition: ServiceDefinition;
  config: HostConfig;
  log: Logger;
  clock: Clock;
  adapters: Adapters;
  ground: Ground;
  grants: KnownGrants;
  readers: ServiceReaders;
  /** Absent where services talk in plain text on one machine. */
  certificates: WatchedCertificates | undefined;
}>;

@Module({})
class HostModule {}

const contractsOf = ({ contracts }: ServiceDefinition): readonly ServiceContract[] => [
  ...contracts,
  operationsContract,
];

const interceptorOf = async (parts: Parts): Promise<PermissionInterceptor> => {
  const { definition, config, log, clock, ground, grants, readers } = parts;
  const authorize = authorizer({
    permissions: permissionsOf(contractsOf(definition)),
    verify: await tokenVerifier(config.SERVICE_TOKEN_PUBLIC_KEY, definition.name),
    grantsOf: grants.of,
    forgetGrants: grants.forget,
    resolvers: {
      ...hostResolvers(ground.rows, definition.name, grants.era),
      ...definition.resolvers(ground),
    },
    waitFor: readers.waitFor,
    head: () => ground.store.head(),
    recordRead: ({ rpc, resourceKind, resourceId, context }) =>
      recordRead(ground, { service: definition.name, rpc, resourceKind, resourceId }, context),
    anonymous: anonymousLimit(() => performance.now()),
    clock,
  });
  return new PermissionInterceptor({
    authorize,
    texts: definition.refusalTexts,
    metrics: redMetrics(definition.name, metricNames.callDuration),
    log,
    clock,
    service: definition.name,
    ...(parts.certificates ? { knowsCaller: isKnownCaller } : {}),
  });
};

const listen = async (
  parts: Parts,
  interceptor: PermissionInterceptor,
  health: GrpcHealth,
): Promise<INestMicroservice> => {
  const { definition, config, ground, log, readers, certificates } = parts;
  const operations: Operations = { service: definition.name, handler: ground.handler, readers, spans: recentSpans };
  const host = {
    module: HostModule,
    global: true,
    imports: [definition.module(ground)],
    controllers: [OperationsController],
    providers: [
      { provide: GROUND, useValue: ground },
      { provide: OPERATIONS, useValue: operations },
    ],
    exports: [GROUND],
  };
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(host, {
    logger: nestLog(log),
    strategy: new CompleteServer({
      url: config.GRPC_LISTEN,
      package: packagesOf(contractsOf(definition)),
      packageDefinition: packageDefinitionOf(contractsOf(definition)),
      maxReceiveMessageLength: MESSAGE_BYTES_MAX,
      gracefulShutdown: true,
      credentials: serverCredentials(certificates),
      health,
    }),
  });
  app.useGlobalInterceptors(interceptor);
  await app.listen();
  return app;
};

const schedulerOf = ({ definition, ground, adapters, clock, log }: Parts): SchedulerLoop | undefined => {
  const scheduler = definition.scheduler?.(ground);
  if (!scheduler) return undefined;
  const single = <T>(work: () => Promise<T>): Promise<T | undefined> =>
    adapters.database.transaction(async (client) => {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(hashtext($1)) as mine', [
        `scheduler ${definition.name}`,
      ]);
      return rows[0]?.mine ? work() : undefined;
    });
  return startSchedulerLoop({
    scheduler,
    clock,
    log,
    single,
    service: definition.name,
    settled: () => ground.caughtUp(),
  });
};

const startParts = async (definition: ServiceDefinition, clock: Clock, config: HostConfig): Promise<Parts> => {
  const log = createLogger({ service: definition.name, level: config.LOG_LEVEL });
  const files = tlsFilesOf(config);
  const certificates = files && (await WatchedCertificates.open({ files, log }));
  const adapters = await openAdapters(definition, config, log);
  const { privacy } = adapters;
  const store = tracedStore(adapters.store, definition.name);
  const traced = { service: definition.name, clock };
  // Process managers are made with the ground before anything is read.
  const reading: { readers?: ServiceReaders } = {};
  const caughtUp = async (): Promise<boolean> =>
    reading.readers === undefined || reading.readers.waitFor(await store.head(), READ_YOUR_WRITES_WAIT_MS);
  const rows = rowsOf(adapters.database);
  const grants = knownGrants(rows, () => performance.now());
  const ground = groundOf({
    store,
    clock,
    rows,
    grants,
    log,
    privacy,
    caughtUp,
    alone: oneAtATime(adapters.database, definition.name),
  });
  const readers = await startReaders({
    store,
    pool: adapters.database,
    listener: adapters.listener,
    projections: tracedProjections(withAccess(definition.projections), traced),
    ...(definition.translator ? { translator: tracedTranslator(definition.translator, traced) } : {}),
    ...(definition.processes ? { processes: tracedProcesses(definition.processes(ground), traced) } : {}),
    transport: await factTransportOf(definition.name, config),
    log,
    now: () => clock.now(),
    random: Math.random,
  });
  reading.readers = readers;
  await readers.ready;
  return { definition, config, log, clock, adapters, ground, grants, readers, certificates };
};

const compareAll = async (
  definition: ServiceDefinition,
  readers: ServiceReaders,
): Promise<readonly ReaderCompared[]> => {
  const names = [
    ...withAccess(definition.projections).map(({ name }) => name),
    ...(definition.translator ? ['translator'] : []),
  ];
  const compared: ReaderCompared[] = [];
  for (const name of names) {
    const { reader, position, equal } = await readers.rebuildAndCompare(name);
    compared.push({ reader, position, equal });
  }
  return compared;
};

/**
 * Runs a service until it is told to stop: readers first, then the gRPC server, then the scheduler, then it tells its parent that
 * it is ready. Rejects when it can not start; the process then ends with an error.
 */
export const runService = async (definition: ServiceDefinition): Promise<void> => {
  logFatalErrors(definition.name);
  await traceHere();
  const config = readHostConfig(process.env, process.send !== undefined);
  const moved = config.JIANGONG_MOVED_CLOCK === undefined ? undefined : movedClock(config.JIANGONG_MOVED_CLOCK);
  const probes = await startProbes(contractsOf(definition), config.HEALTH_LISTEN);
  const parts = await startParts(definition, moved ?? systemClock, config);
  const { log, readers, adapters } = parts;
  const interceptor = await interceptorOf(parts);
  const app = await listen(parts, interceptor, probes.overGrpc);
  const scheduler = schedulerOf(parts);
  const workers = startWorkers(definition.workers?.(parts.ground) ?? [], log);
  observeService({
    service: definition.name,
    readers,
    scheduler,
    inFlight: () => interceptor.inFlight(),
    certificateFile: process.env['TLS_CERT_FILE'],
  });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    probes.tell('NOT_SERVING');
    return stopInOrder(
      [
        { name: 'server', stop: () => app.close() },
        { name: 'calls', stop: async () => void (await drained(() => interceptor.inFlight(), STOP_WITHIN_MS / 2)) },
        { name: 'scheduler', stop: async () => scheduler?.stop() },
        { name: 'workers', stop: () => workers.stop() },
        { name: 'readers', stop: () => readers.stop() },
        { name: 'adapters', stop: () => adapters.close() },
        { name: 'telemetry', stop: stopTelemetry },
        { name: 'probes', stop: () => probes.close() },
        { name: 'certificates', stop: async () => parts.certificates?.close() },
      ],
      (name, error) => log.error({ err: error, part: name }, 'a part did not stop in order'),
    );
  };
  const end = (why: string): void => {
    stopping ??= stop().then(() => {
      log.info({ why }, 'stopped');
      process.exit(0);
    });
  };
  const status = async (): Promise<ServiceStatus> => {
    const due = (await scheduler?.due()) ?? 0;
    const busy = interceptor.inFlight();
    const parked = (await readers.parked()).length;
    const { events: lag, head } = await readers.lag();
    return { ready: stopping === undefined, lag, head, due, busy, parked };
  };
  process.once('SIGTERM', () => end('SIGTERM'));
  process.once('SIGINT', () => end('SIGINT'));
  const parent = answerParent({
    status,
    compare: () => compareAll(definition, readers),
    gone: () => end('the supervisor is gone'),
    ...(moved
      ? {
          setClock: (now: string) => {
            moved.move(now);
            scheduler?.wake();
          },
        }
      : {}),
  });
  probes.tell('SERVING');
  log.info({ listen: config.GRPC_LISTEN }, 'ready');
  parent.say({ kind: 'ready' });
};
