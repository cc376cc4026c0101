import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { collectorBinary } from './collector/collector-binary.ts';
import { findCollector } from './collector/find-collector.ts';
import { CONTAINER_PLANS } from './containers/container-plans.ts';
import { hasContainerEngine, runContainer } from './containers/run-container.ts';
import type { Found, RunningServer } from './found.ts';
import { findKafka } from './kafka/find-kafka.ts';
import { kafkaHome } from './kafka/kafka-home.ts';
import { startKafka } from './kafka/start-kafka.ts';
import { isOwn, type OwnKind, type ServerKind, type SharedKind, VARIABLES } from './kinds.ts';
import { findObjectStore } from './object-store/find-object-store.ts';
import { versityBinary } from './object-store/versity-binary.ts';
import { makeBucket, startObjectStore } from './object-store/start-object-store.ts';
import { findPrometheus } from './prometheus/find-prometheus.ts';
import { findRedis } from './redis/find-redis.ts';
import { startRedis } from './redis/start-redis.ts';

const BUCKET = 'evidence';

const FIND_HERE: Readonly<Record<ServerKind, () => Promise<Found>>> = {
  kafka: findKafka,
  'own-kafka': findKafka,
  redis: findRedis,
  'own-redis': findRedis,
  s3: findObjectStore,
  'own-s3': findObjectStore,
  'own-collector': findCollector,
  'own-prometheus': findPrometheus,
  kurrentdb: () => Promise.resolve({ kind: 'missing', why: 'KURRENTDB_URL is not set' }),
};

/** Fetched and built before the suites' own time runs. */
const PREPARE: Readonly<Record<OwnKind, () => Promise<unknown>>> = {
  'own-kafka': kafkaHome,
  'own-redis': () => Promise.resolve(),
  'own-s3': versityBinary,
  'own-collector': collectorBinary,
  'own-prometheus': () => Promise.resolve(),
};

const START_HERE: Readonly<Record<Exclude<SharedKind, 'kurrentdb'>, (directory: string) => Promise<RunningServer>>> = {
  kafka: async (directory) => {
    const { bootstrap, stop } = await startKafka({ brokers: 1, directory });
    return { variables: { [VARIABLES.kafka]: bootstrap.join(',') }, stop };
  },
  redis: async (directory) => {
    const { url, stop } = await startRedis({ directory });
    return { variables: { [VARIABLES.redis]: url }, stop };
  },
  s3: async (directory) => {
    const { endpoint, region, accessKey, secretKey, bucket, stop } = await startObjectStore({
      directory,
      bucket: BUCKET,
    });
    const rest = {
      TEST_S3_REGION: region,
      TEST_S3_ACCESS_KEY: accessKey,
      TEST_S3_SECRET_KEY: secretKey,
      TEST_S3_BUCKET: bucket,
    };
    return { variables: { [VARIABLES.s3]: endpoint, ...rest }, stop };
  },
};

/** Looks for a server: where the environment says, then on this machine, then in a container. */
export const findServer = async (kind: ServerKind): Promise<Found> => {
  if (process.env[VARIABLES[kind]] !== undefined) return { kind: 'given', what: VARIABLES[kind] };
  const here = await FIND_HERE[kind]();
  if (here.kind !== 'missing' || isOwn(kind)) return here;
  return (await hasContainerEngine())
    ? { kind: 'container', what: 'a container engine' }
    : { kind: 'missing', why: `${here.why}; no container engine answers` };
};

const startHere = async (kind: ServerKind, directory: string): Promise<RunningServer> => {
  if (isOwn(kind)) {
    await PREPARE[kind]();
    return { variables: { [VARIABLES[kind]]: 'yes' }, stop: () => Promise.resolve() };
  }
  if (kind === 'kurrentdb') throw new Error('KurrentDB is not started as a process');
  const folder = join(directory, kind);
  await mkdir(folder, { recursive: true });
  return START_HERE[kind](folder);
};

const startContainer = async (kind: ServerKind): Promise<RunningServer> => {
  if (isOwn(kind)) throw new Error('servers of a suite are processes of this machine');
  const server = await runContainer(await CONTAINER_PLANS[kind]());
  if (kind !== 's3') return server;
  const { TEST_S3_ENDPOINT: endpoint = '', TEST_S3_REGION: region = '' } = server.variables;
  const { TEST_S3_ACCESS_KEY: accessKey = '', TEST_S3_SECRET_KEY: secretKey = '' } = server.variables;
  await makeBucket({ endpoint, region, accessKey, secretKey, bucket: BUCKET });
  return { ...server, variables: { ...server.variables, TEST_S3_BUCKET: BUCKET } };
};

/** Starts what was found, in a folder below `directory`. Throws when it was not found, or can not be started after all. */
export const startFound = async (kind: ServerKind, found: Found, directory: string): Promise<RunningServer> => {
  switch (found.kind) {
    case 'given':
      return { variables: {}, stop: () => Promise.resolve() };
    case 'here':
      return startHere(kind, directory);
    case 'container':
      return startContainer(kind);
    case 'missing':
      throw new Error(found.why);
  }
};
