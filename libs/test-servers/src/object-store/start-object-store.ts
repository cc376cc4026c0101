import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { freePorts } from '../process/free-ports.ts';
import { ServerProcess } from '../process/server-process.ts';
import { versityBinary } from './versity-binary.ts';

const READY_WITHIN_MS = 60_000;
const ANSWER_WITHIN_MS = 1_000;
const REGION = 'us-east-1';
const ACCESS_KEY = 'jiangong-test';
const HEALTH = '/health';

export type ObjectStoreOptions = Readonly<{
  /** Holds the objects; given again the store has what it had (under another secret). Created when missing. */
  directory: string;
  /** An empty bucket of this name is made. */
  bucket?: string;
}>;

export type ObjectStore = Readonly<{
  /** `http://127.0.0.1:port`; buckets stand in the path. */
  endpoint: string;
  region: string;
  accessKey: string;
  secretKey: string;
  bucket: string;
  pid: number;
  /** Resolves when it has ended, for a signal that ends it; at once for SIGSTOP and SIGCONT. */
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again on its port and its objects; resolves when it answers. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
}>;

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}${HEALTH}`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).ok;
  } catch {
    return false; // still starting: whoever waits gives up after a time, with the server's own last words
  }
};

/** Where a store is and who may use it. */
export type BucketAddress = Pick<ObjectStore, 'endpoint' | 'region' | 'accessKey' | 'secretKey' | 'bucket'>;

/** Makes an empty bucket. */
export const makeBucket = async ({ endpoint, region, accessKey, secretKey, bucket }: BucketAddress): Promise<void> => {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
  });
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  } finally {
    client.destroy();
  }
};

/** Starts a real S3 store: Versity's gateway on one folder. */
export const startObjectStore = async ({
  directory,
  bucket = 'evidence',
}: ObjectStoreOptions): Promise<ObjectStore> => {
  const command = await versityBinary();
  const [port] = (await freePorts(1)) as [number];
  const store = {
    endpoint: `http://127.0.0.1:${port}`,
    region: REGION,
    accessKey: ACCESS_KEY,
    secretKey: randomBytes(20).toString('hex'),
    bucket,
  };
  const run = async (): Promise<ServerProcess> => {
    for (const folder of ['objects', 'told']) await mkdir(join(directory, folder), { recursive: true });
    const started = await ServerProcess.start({
      name: 'Versity S3 Gateway',
      command,
      args: [
        '--quiet',
        '--port',
        `127.0.0.1:${port}`,
        '--health',
        HEALTH,
        'posix',
        // What is told of an object lies beside it in files of its own: not every file system of a machine takes attributes.
        '--sidecar',
        join(directory, 'told'),
        join(directory, 'objects'),
      ],
      environment: { ROOT_ACCESS_KEY_ID: store.accessKey, ROOT_SECRET_ACCESS_KEY: store.secretKey },
      logFile: join(directory, 'versitygw.log'),
    });
    await started.until(() => answers(store.endpoint), READY_WITHIN_MS);
    return started;
  };
  let server = await run();
  await makeBucket(store);
  return {
    ...store,
    get pid() {
      return server.pid;
    },
    kill: (signal) => server.kill(signal),
    start: async () => {
      if (server.running) throw new Error('the S3 store runs already');
      server = await run();
    },
    stop: () => server.kill('SIGKILL'),
  };
};
