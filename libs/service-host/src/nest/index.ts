export {
  type Admitted,
  type Authorize,
  authorizer,
  type AuthorizePorts,
  READ_YOUR_WRITES_WAIT_MS,
  type Resolver,
} from './authorize.ts';
export { BEHIND_KEY, type CallFacts, callKeys, NOW_KEY, readCallMetadata } from './call-metadata.ts';
export {
  eventStoreEnvironment,
  type EventStoreSettings,
  openEventStore,
  type OpenStore,
} from './event-store-settings.ts';
export { factTransportOf, messagingEnvironment, type MessagingSettings } from './messaging-settings.ts';
export { movedClock, systemClock } from './clocks.ts';
export { anonymousLimit, type AnonymousLimit, ANONYMOUS_CALLS_PER_MINUTE } from './anonymous-limit.ts';
export { CALLS_IN_FLIGHT_MAX, concurrencyLimit } from './concurrency-limit.ts';
export { type HostConfig, hostConfigSchema, readHostConfig } from './config.ts';
export { drained, STOP_WITHIN_MS, stopInOrder } from './drain.ts';
export {
  packageDefinitionOf,
  packagesOf,
  permissionsOf,
  type ProtoMetadata,
  type ServiceContract,
} from './package-definition.ts';
export {
  answerParent,
  type FromParent,
  type ParentHandlers,
  type ReaderCompared,
  type ServiceStatus,
  type ToParent,
} from './parent-process.ts';
export { type InterceptorPorts, PermissionInterceptor } from './permission-interceptor.ts';
export { callOf, receiptOf, rememberCall } from './receipt-of.ts';
export { accidentToRpc, REFUSAL_KEY, refusalToRpc } from './refusal-to-status.ts';
export {
  SCHEDULER_REST_MS,
  type SchedulerLoop,
  type SchedulerParts,
  type Single,
  startSchedulerLoop,
} from './scheduler-loop.ts';
export { observeReaders, observeService, type Observed } from './observe-service.ts';
export { tracedProcesses, tracedProjections, tracedTranslator } from './traced-readers.ts';
export { startWorkerLoop, WORKER_REST_MS, type WorkerLoop } from './worker-loop.ts';
export { tracedStore } from './traced-store.ts';
export { GROUND, type ServiceDefinition } from './service-definition.ts';
export {
  SERVICE_TOKEN_ISSUER,
  SERVICE_TOKEN_SECONDS_MAX,
  type TokenVerifier,
  tokenVerifier,
  VERIFIED_TOKENS_MAX,
} from './service-token.ts';
export { MESSAGE_BYTES_MAX, runService } from './run-service.ts';
export { groundOf, type GroundParts } from './ground-of.ts';
export { oneAtATime } from './one-at-a-time.ts';
export { GRANTS_REMEMBERED_MS_MAX, type KnownGrants, knownGrants } from './known-grants.ts';
export { nestLog } from './nest-log.ts';
export { isKnownCaller, CALLERS, identityUri } from './peer-identity.ts';
export { type GrpcHealth, grpcHealth } from './grpc-health.ts';
export { CompleteServer, CONNECTION_MS_MAX } from './grpc-server.ts';
export { channelCredentials, channelOptionsTo, channelTarget, serverCredentials } from './tls-credentials.ts';
export { type TlsFiles, tlsEnvironment, tlsFilesOf } from './tls-files.ts';
export { CERTIFICATES_LOOKED_AT_MS, WatchedCertificates, type WatchOptions } from './watched-certificates.ts';
export { SECRET_SETTINGS, secretsFromFiles } from './secrets-from-files.ts';
