import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTAINER_PLANS } from './containers/container-plans.ts';
import { hasContainerEngine, runContainer } from './containers/run-container.ts';
import type { Found, RunningServer } from './found.ts';
import { findKafka } from './kafka/find-kafka.ts';
import { kafkaHome } from './kafka/kafka-home.ts';
import { startKafka } from './kafka/start-kafka.ts';
import { type ServerKind, VARIABLES } from './kinds.ts';
import { findObjectStore } from './object-store/find-object-store.ts';
import { makeBucket, startObjectStore } from './object-store/start-object-store.ts';
import { findRedis } from './redis/find-redis.ts';
import { startRedis } from './redis/start-redis.ts';

const BUCKET = 'evidence';
const NO_ENGINE = 'no container engine answers';

const findHere = (kind: ServerKind): Promise<Found> => {
  switch (kind) {
    case 'kafka':
    case 'own-kafka':
      return findKafka();
    case 'redis':
    case 'own-redis':
      return findRedis();
    case 's3':
      return findObjectStore();
    case 'kurrentdb':
      return Promise.resolve({ kind: 'missing', why: 'KURRENTDB_URL is not set' });
  }
};

/** Looks for a server: where the environment says, then on this machine, then in a container. */
export const findServer = async (kind: ServerKind): Promise<Found> => {
  const given = process.env[VARIABLES[kind]];
  if (given !== undefined) return { kind: 'given', what: VARIABLES[kind] };
  const here = await findHere(kind);
  if (here.kind !== 'missing' || kind === 'own-kafka' || kind === 'own-redis') return here;
  return (await hasContainerEngine()) ? { kind: 'container', what: 'a container' } : { kind: 'missing', why: `${here.why}; ${NO_ENGINE}` };
};

const startHere = async (kind: ServerKind, directory: string): Promise<RunningServer> => {
  const nothing = { stop: () => Promise.resolve() };
  switch (kind) {
    case 'kafka': {
      const { bootstrap, stop } = await startKafka({ brokers: 1, directory });
      return { variables: { [VARIABLES.kafka]: bootstrap.join(',') }, stop };
    }
    case 'redis': {
      const { url, stop } = await startRedis({ directory });
      return { variables: { [VARIABLES.redis]: url }, stop };
    }
    case 's3': {
      const { endpoint, region, accessKey, secretKey, bucket, stop } = await startObjectStore({ directory, bucket: BUCKET });
      const rest = { TEST_S3_REGION: region, TEST_S3_ACCESS_KEY: accessKey, TEST_S3_SECRET_KEY: secretKey, TEST_S3_BUCKET: bucket };
      return { variables: { [VARIABLES.s3]: endpoint, ...rest }, stop };
    }
    case 'own-kafka':
      await kafkaHome(); // fetched before the suites' own time runs
      return { variables: { [VARIABLES['own-kafka']]: 'yes' }, ...nothing };
    case 'own-redis':
      return { variables: { [VARIABLES['own-redis']]: 'yes' }, ...nothing };
    case 'kurrentdb':
      throw new Error('KurrentDB is not started as a process');
  }
};

const startContainer = async (kind: ServerKind): Promise<RunningServer> => {
  if (kind === 'own-kafka' || kind === 'own-redis') throw new Error('servers of a suite are processes of this machine');
  const server = await runContainer(await CONTAINER_PLANS[kind]());
  if (kind !== 's3') return server;
  const { TEST_S3_ENDPOINT: endpoint = '', TEST_S3_REGION: region = '', TEST_S3_ACCESS_KEY: accessKey = '', TEST_S3_SECRET_KEY: secretKey = '' } = server.variables;
  await makeBucket({ endpoint, region, accessKey, secretKey, bucket: BUCKET });
  return { ...server, variables: { ...server.variables, TEST_S3_BUCKET: BUCKET } };
};

/** Starts what was found. Throws when it was not found, or can not be started after all. */
export const startFound = async (kind: ServerKind, found: Found, directory: string): Promise<RunningServer> => {
  switch (found.kind) {
    case 'given':
      return { variables: {}, stop: () => Promise.resolve() };
    case 'here':
      await mkdir(join(directory, kind), { recursive: true });
      return startHere(kind, join(directory, kind));
    case 'container':
      return startContainer(kind);
    case 'missing':
      throw new Error(found.why);
  }
};
