import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unixAddress } from '@jiangong/service-host/sockets';
import { certificateEnvironment } from './certificates.ts';
import type { DataDirectory, Secrets } from './data-directory.ts';
import type { Ports } from './ports.ts';
import { GRPC_SERVICES, type ServiceName, upperSnake } from './service-names.ts';

/** The most memory that a service's objects may take, in MiB; the gateway holds sessions and connections, evaluation a whole round. */
export const HEAP_MIB_MAX: Readonly<Record<ServiceName, number>> = {
  organizations: 192,
  membership: 192,
  'merit-projects': 256,
  evaluation: 384,
  notifications: 192,
  audit: 256,
  gateway: 384,
};

/** What all services are started from. */
export type Plan = Readonly<{
  data: DataDirectory;
  secrets: Secrets;
  ports: Ports;
  host: string;
  /** The database's address as one service's own role. */
  databaseUrl: (service: ServiceName) => string;
  /** Where the certificates lie; absent: services talk in plain text on the loopback. */
  certificates?: string;
  /** The built console, served unless the operator names another. */
  consoleDirectory: string;
  /** The platform was started with `--sample`: whoever visits may enter as one of its people. */
  sample: boolean;
  /** The module that starts a service's telemetry, as a URL; it shares its state with the service's program and lies beside it. */
  telemetryHook: (service: ServiceName) => string;
  /** What the supervisor itself was given; only what is named in `HANDED_ON` passes. */
  environment: NodeJS.ProcessEnv;
}>;

/** Variables handed on as they are: everything else of the supervisor's environment stays with it. */
const HANDED_ON = [
  /^PATH$/,
  /^HOME$/,
  /^LANG$/,
  /^LC_/,
  /^TZ$/,
  /^TMPDIR$/,
  /^OTEL_/,
  /^LOG_LEVEL$/,
  /^NODE_ENV$/,
  /^NODE_EXTRA_CA_CERTS$/,
  /^MESSAGING$/,
  /^KAFKA_/,
  /^EVENT_STORE$/,
  /^KURRENTDB_/,
];

/** Settings of the gateway that its operator may give (services/gateway/README.md). */
const GATEWAY_ONLY = [
  /^PUBLIC_URL$/,
  /^PASSKEY_RP_ID$/,
  /^OIDC_/,
  /^TRUSTED_PROXIES$/,
  /^SESSION_/,
  /^REQUESTS_/,
  /^REDIS_/,
  /^EVIDENCE_S3_/,
  /^SIGN_IN_/,
  /^FRESH_SIGN_IN_MINUTES$/,
  /^SECOND_FACTOR_ROLES$/,
  /^LIVE_CONNECTIONS_/,
  /^REDIS_/,
  /^CONSOLE_DIR$/,
  /_DEADLINE_MS$/,
];

/** Settings of notifications that its operator may give (services/notifications/README.md). */
const NOTIFICATIONS_ONLY = [/^MAIL_/, /^WEBHOOK_/];

const picked = (environment: NodeJS.ProcessEnv, names: readonly RegExp[]): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => names.some((pattern) => pattern.test(name))));

/**
 * Services speak over sockets of this machine: cheaper than its loopback, and nobody but the platform's own user gets to them. Over the
 * loopback where the data directory's path is too long for a socket, and with certificates, which say more of a caller.
 */
const grpcAddress = (plan: Plan, service: (typeof GRPC_SERVICES)[number]): string =>
  (plan.certificates === undefined ? unixAddress(join(plan.data.sockets, `${service}.sock`)) : undefined) ??
  `127.0.0.1:${plan.ports[service]}`;

const addresses = (plan: Plan): NodeJS.ProcessEnv =>
  Object.fromEntries(GRPC_SERVICES.map((service) => [`${upperSnake(service)}_GRPC`, grpcAddress(plan, service)]));

const own = (service: ServiceName, plan: Plan): NodeJS.ProcessEnv =>
  service === 'gateway'
    ? {
        CONSOLE_DIR: plan.consoleDirectory,
        ...picked(plan.environment, GATEWAY_ONLY),
        ...(plan.sample ? { SAMPLE_SIGN_INS: plan.data.sampleSignIns } : {}),
        HOST: plan.host,
        PORT: String(plan.ports.gateway),
        SERVICE_TOKEN_PRIVATE_KEY: plan.secrets.serviceTokenPrivateKey,
        ...(plan.environment['EVIDENCE_S3_BUCKET'] === undefined ? { EVIDENCE_DIR: plan.data.evidence } : {}),
        // A password hash takes 19 MiB for a moment: given back to the system at once instead of kept by each thread (120 MB less).
        MALLOC_MMAP_THRESHOLD_: '1048576',
      }
    : {
        GRPC_LISTEN: grpcAddress(plan, service),
        ...(service === 'notifications' ? picked(plan.environment, NOTIFICATIONS_ONLY) : {}),
      };

/**
 * What a fault run gives to single services beside all that: read anew at each start of a service, so that a run may change it
 * (a skewed clock, a way through a slow network) by ending the service.
 */
const further = (service: ServiceName, path: string | undefined): NodeJS.ProcessEnv =>
  path === undefined
    ? {}
    : ((JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<ServiceName, NodeJS.ProcessEnv>>)[service] ?? {});

/** The whole environment of one service. `movedClock` is where a moved clock stands now. */
export const serviceEnvironment = (
  service: ServiceName,
  plan: Plan,
  movedClock: string | undefined,
): NodeJS.ProcessEnv => ({
  ...picked(plan.environment, HANDED_ON),
  ...own(service, plan),
  ...addresses(plan),
  ...(plan.certificates === undefined ? {} : certificateEnvironment(plan.certificates, service)),
  SERVICE_NAME: service,
  OTEL_SERVICE_NAME: `jiangong-${service}`,
  DATABASE_URL: plan.databaseUrl(service),
  SERVICE_TOKEN_PUBLIC_KEY: plan.secrets.serviceTokenPublicKey,
  JIANGONG_MASTER_KEY_FILE: plan.data.masterKeyFile,
  NODE_COMPILE_CACHE: plan.environment['NODE_COMPILE_CACHE'] ?? plan.data.compileCache,
  ...(movedClock === undefined || service === 'gateway' ? {} : { JIANGONG_MOVED_CLOCK: movedClock }),
  ...further(service, plan.environment['SERVICE_ENVIRONMENT_FILE']),
});

/**
 * V8's young generation grows by itself to 48 MiB a process, in a service with little to do only after a quarter of an hour: forty
 * MiB at once, which a soak can not tell from a leak. So it stays small from the start.
 */
const SEMI_SPACE_MIB_MAX = 4;

/**
 * The gateway takes every answer apart and puts it together again: with 4 MiB a sixth of its time went into collecting what one request
 * leaves. It has 16 from its start, so that this grows in no process either.
 */
const GATEWAY_SEMI_SPACE_MIB = 16;

const youngGeneration = (service: ServiceName): readonly string[] =>
  service === 'gateway'
    ? [`--min-semi-space-size=${GATEWAY_SEMI_SPACE_MIB}`, `--max-semi-space-size=${GATEWAY_SEMI_SPACE_MIB}`]
    : [`--max-semi-space-size=${SEMI_SPACE_MIB_MAX}`];

/** Options of Node for one service. Telemetry must be loaded before everything that it observes. */
export const nodeOptions = (
  service: ServiceName,
  { environment, telemetryHook }: Pick<Plan, 'environment' | 'telemetryHook'>,
): readonly string[] => [
  `--max-old-space-size=${HEAP_MIB_MAX[service]}`,
  ...youngGeneration(service),
  ...(environment['OTEL_EXPORTER_OTLP_ENDPOINT'] ? ['--import', telemetryHook(service)] : []),
];
