import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import pLimit from 'p-limit';
import type { EvidenceStore } from '../evidence-store.ts';
import { receiveFile } from '../incoming/receive-file.ts';
import { openScratch } from './scratch.ts';

const CONNECT_MS_MAX = 2_000;
const ANSWER_MS_MAX = 20_000;
const TRIES_MAX = 3;
const PRECONDITION_FAILED = 412;
/** Files are sent from memory, whole: so many at once, however many come in. */
const SENT_AT_ONCE_MAX = 4;

export type S3EvidenceOptions = Readonly<{
  bucket: string;
  /** Of an S3-compatible store; absent: AWS itself. */
  endpoint: string | undefined;
  region: string;
  accessKey: string;
  secretKey: string;
  /** A folder of this machine for files that are coming in; 20 MB for each at once. */
  scratch: string;
}>;

export type S3EvidenceStore = EvidenceStore & Readonly<{ close: () => Promise<void> }>;

const keptKey = (sha256: string): string => `sha256/${sha256}`;

const clientOf = ({ endpoint, region, accessKey, secretKey }: S3EvidenceOptions): S3Client =>
  new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    maxAttempts: TRIES_MAX,
    // The hash is sent and checked as S3's own checksum; stores that are only compatible do not all know the newer defaults.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS_MAX, requestTimeout: ANSWER_MS_MAX },
  });

/** Every version of an object: without a bucket's versioning the one that there is. */
const versionsOf = async (client: S3Client, bucket: string, key: string): Promise<readonly string[]> => {
  const found: string[] = [];
  let marker: Readonly<{ KeyMarker?: string | undefined; VersionIdMarker?: string | undefined }> = {};
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...marker }));
    for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
      if (Key === key && VersionId !== undefined) found.push(VersionId);
    if (page.IsTruncated !== true) return found;
    marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
};

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/**
 * Objects at `sha256/<hash>` of one bucket, which many gateways may share. A file is judged on this machine first: nothing that was
 * not, and nothing that is not kept, ever stands in the bucket. The store's acknowledgement makes it durable; what is kept is never
 * written again (`If-None-Match`). Throws at once when the bucket can not be reached with these keys.
 */
export const s3EvidenceStore = async (options: S3EvidenceOptions): Promise<S3EvidenceStore> => {
  const { bucket } = options;
  const client = clientOf(options);
  await client.send(new HeadBucketCommand({ Bucket: bucket }));
  const incoming = await openScratch(options.scratch, Date.now());
  const sending = pLimit(SENT_AT_ONCE_MAX);
  const incomingPath = (ticket: string): string => join(incoming, ticket);
  return {
    receive: async (content) => {
      const ticket = randomUUID();
      return receiveFile(content, incomingPath(ticket), ticket);
    },
    keep: ({ ticket, sha256, bytes, mediaType }) =>
      sending(async () => {
        const about = {
          ContentLength: bytes,
          ContentType: mediaType,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          IfNoneMatch: '*',
        };
        // Whole, not as a stream: a stream could not be sent again. At most `EVIDENCE_BYTES_MAX`.
        const Body = await readFile(incomingPath(ticket));
        try {
          await client.send(new PutObjectCommand({ Bucket: bucket, Key: keptKey(sha256), Body, ...about }));
        } catch (error) {
          // The same content is kept already.
          if (statusOf(error) !== PRECONDITION_FAILED) throw error;
        }
        await rm(incomingPath(ticket), { force: true });
      }),
    drop: async ({ ticket }) => rm(incomingPath(ticket), { force: true }),
    open: async (sha256, range) => {
      if (!/^[0-9a-f]{64}$/u.test(sha256)) return undefined;
      try {
        const Range = range === undefined ? {} : { Range: `bytes=${range.first}-${range.last}` };
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keptKey(sha256), ...Range }));
        if (!(Body instanceof Readable)) throw new Error('the store answered no stream');
        return Body;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    destroy: async (sha256) => {
      if (!/^[0-9a-f]{64}$/u.test(sha256)) return;
      const object = { Bucket: bucket, Key: keptKey(sha256) };
      // By version, each: where a bucket keeps versions, a plain deletion only hides the newest.
      for (const VersionId of await versionsOf(client, bucket, object.Key))
        await client.send(new DeleteObjectCommand({ ...object, VersionId }));
    },
    close: async () => {
      client.destroy();
      await rm(incoming, { recursive: true, force: true });
    },
  };
};
