import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type S3EvidenceOptions, s3EvidenceStore } from '@jiangong/evidence/s3';
import { evidenceStoreContract, sampleFiles } from '@jiangong/evidence/testing';
import { describeOn } from '@jiangong/test-servers';
import { LEFTOVER_MS } from '../src/s3/scratch.ts';

const variable = (name: string): string => process.env[name] ?? '';

const optionsIn = (scratch: string): S3EvidenceOptions => ({
  bucket: variable('TEST_S3_BUCKET'),
  endpoint: variable('TEST_S3_ENDPOINT'),
  region: variable('TEST_S3_REGION'),
  accessKey: variable('TEST_S3_ACCESS_KEY'),
  secretKey: variable('TEST_S3_SECRET_KEY'),
  scratch,
});

/** What stands in the run's bucket. */
const openBucket = () => {
  const { bucket, endpoint = '', region, accessKey, secretKey } = optionsIn('');
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
  });
  const list = async () => (await client.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? [];
  return {
    list,
    empty: async () => {
      for (const { Key } of await list()) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    },
    close: () => client.destroy(),
  };
};

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

describeOn('s3', 'over a real S3 store', () => {
  let scratch: string;
  let bucket: ReturnType<typeof openBucket>;
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'jiangong-s3-'));
    bucket = openBucket();
    await bucket.empty();
  });
  afterEach(async () => {
    bucket.close();
    await rm(scratch, { recursive: true });
  });

  evidenceStoreContract('s3', async () => {
    const store = await s3EvidenceStore(optionsIn(scratch));
    return {
      store,
      incoming: async () => {
        const [own = '', ...more] = await readdir(scratch);
        return (await readdir(join(scratch, own))).length + more.length;
      },
      close: async () => store.close(),
    };
  });

  it('what is not kept never stands in the bucket, and what two gateways keep at once stands there once', async () => {
    const stores = [await s3EvidenceStore(optionsIn(scratch)), await s3EvidenceStore(optionsIn(scratch))];
    const bytes = sampleFiles['application/pdf'];
    const received = await Promise.all(stores.map(async (store) => store.receive(once(bytes))));
    expect(await bucket.list()).toEqual([]);
    for (const [n, answer] of received.entries())
      if (answer.kind === 'refused') throw new Error(`${n}: ${answer.refusal.reason}`);
    await Promise.all(
      received.map(async (answer, n) => (answer.kind === 'received' ? stores[n]?.keep(answer.evidence) : undefined)),
    );
    const found = await bucket.list();
    expect(found.map(({ Key, Size }) => [Key, Size])).toEqual([
      [expect.stringMatching(/^sha256\/[0-9a-f]{64}$/u), bytes.length],
    ]);
    for (const store of stores) await store.close();
    expect(await readdir(scratch)).toEqual([]);
  });

  it('a file whose bytes are not those of its hash is refused by the store', async () => {
    const store = await s3EvidenceStore(optionsIn(scratch));
    const answer = await store.receive(once(sampleFiles['text/plain']));
    if (answer.kind === 'refused') throw new Error(answer.refusal.reason);
    await expect(store.keep({ ...answer.evidence, sha256: 'b'.repeat(64) })).rejects.toThrow();
    expect(await bucket.list()).toEqual([]);
    await store.close();
  });

  it('what dead gateways left coming in is swept once it is old, and no sooner', async () => {
    const [old, young] = ['jiangong-evidence-old', 'jiangong-evidence-young'].map((name) => join(scratch, name)) as [
      string,
      string,
    ];
    await mkdir(old);
    await mkdir(young);
    const then = new Date(Date.now() - LEFTOVER_MS - 1_000);
    await utimes(old, then, then);
    const store = await s3EvidenceStore(optionsIn(scratch));
    expect(await readdir(scratch)).not.toContain('jiangong-evidence-old');
    expect(await readdir(scratch)).toContain('jiangong-evidence-young');
    await store.close();
  });

  it('a bucket that is not there is said at the start', async () => {
    await expect(s3EvidenceStore({ ...optionsIn(scratch), bucket: 'there-is-none' })).rejects.toThrow();
  });
});
