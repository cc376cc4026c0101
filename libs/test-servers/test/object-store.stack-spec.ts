import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describeOn, startObjectStore } from '@jiangong/test-servers';

type Address = Readonly<{ endpoint: string; region: string; accessKey: string; secretKey: string; bucket: string }>;

const kept = async (
  { endpoint, region, accessKey, secretKey, bucket }: Address,
  between: () => Promise<void>,
): Promise<string | undefined> => {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
  });
  try {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'kept', Body: 'an object' }));
    await between();
    return await (await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'kept' }))).Body?.transformToString();
  } finally {
    client.destroy();
  }
};

const variable = (name: string): string => process.env[name] ?? '';

describeOn('s3', 'the S3 store of the run', () => {
  it('keeps an object in the bucket of the run', async () => {
    const address = {
      endpoint: variable('TEST_S3_ENDPOINT'),
      region: variable('TEST_S3_REGION'),
      accessKey: variable('TEST_S3_ACCESS_KEY'),
      secretKey: variable('TEST_S3_SECRET_KEY'),
      bucket: variable('TEST_S3_BUCKET'),
    };
    expect(await kept(address, () => Promise.resolve())).toBe('an object');
  });
});

describeOn('own-s3', 'an S3 store of a suite', () => {
  it('has, on its address, what it had before it was killed', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-s3-'));
    const store = await startObjectStore({ directory });
    const restart = async (): Promise<void> => {
      await store.kill('SIGKILL');
      await store.start();
    };
    try {
      expect(await kept(store, restart)).toBe('an object');
    } finally {
      await store.stop();
      await rm(directory, { recursive: true });
    }
  }, 90_000);
});
