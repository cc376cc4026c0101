import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INFRA_KAFKA, PROPERTIES_FILES } from '../kafka/node-properties.ts';
import type { ContainerPlan } from './run-container.ts';

const MINIO_USER = 'jiangong-test';
const MINIO_PASSWORD = 'jiangong-test-only';

/** The image takes any setting as a variable: `a.b-c=d` is `KAFKA_A_B___C=d`. */
const asVariables = (properties: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    properties
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [name = '', ...value] = line.split('=');
        return [
          `KAFKA_${name.replaceAll('_', '__').replaceAll('-', '___').replaceAll('.', '_').toUpperCase()}`,
          value.join('='),
        ];
      }),
  );

/** One broker with the settings that a broker from the jars has. */
const kafka = async (): Promise<ContainerPlan> => {
  const texts = await Promise.all(
    [PROPERTIES_FILES.every, PROPERTIES_FILES.single].map((file) => readFile(join(INFRA_KAFKA, file), 'utf8')),
  );
  const settings = asVariables(texts.join('\n'));
  return {
    image: 'apache/kafka:4.3.1',
    port: 9092,
    environment: (outside) => ({
      ...settings,
      KAFKA_NODE_ID: '1',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${outside}`,
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    }),
    saysWhenReady: /Kafka Server started/,
    variables: (outside) => ({ TEST_KAFKA_BROKERS: `127.0.0.1:${outside}` }),
  };
};

const redis: ContainerPlan = {
  image: 'redis:7.4.7-alpine',
  port: 6379,
  environment: () => ({}),
  command: ['redis-server', '--save', '', '--appendonly', 'no'],
  saysWhenReady: /Ready to accept connections/,
  variables: (outside) => ({ TEST_REDIS_URL: `redis://127.0.0.1:${outside}` }),
};

const kurrentdb: ContainerPlan = {
  image: 'kurrentplatform/kurrentdb:26.1.1',
  port: 2113,
  environment: () => ({ KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true', KURRENTDB_RUN_PROJECTIONS: 'None' }),
  saysWhenReady: /IS LEADER/,
  variables: (outside) => ({ KURRENTDB_URL: `kurrentdb://127.0.0.1:${outside}?tls=false` }),
};

const s3: ContainerPlan = {
  image: 'minio/minio:RELEASE.2025-09-07T16-13-09Z',
  port: 9000,
  environment: () => ({
    MINIO_ROOT_USER: MINIO_USER,
    MINIO_ROOT_PASSWORD: MINIO_PASSWORD,
    MINIO_BROWSER: 'off',
    MINIO_UPDATE: 'off',
  }),
  command: ['server', '/data'],
  saysWhenReady: /API:/,
  variables: (outside) => ({
    TEST_S3_ENDPOINT: `http://127.0.0.1:${outside}`,
    TEST_S3_REGION: 'us-east-1',
    TEST_S3_ACCESS_KEY: MINIO_USER,
    TEST_S3_SECRET_KEY: MINIO_PASSWORD,
  }),
};

/** Images are pinned; Kafka's version is that of the jars. */
export const CONTAINER_PLANS = { kafka, redis: () => redis, kurrentdb: () => kurrentdb, s3: () => s3 } as const;
