import { z } from 'zod';

/** Where evidence files are: a folder, or a bucket of an S3-compatible store. */
export type EvidenceSettings =
  | Readonly<{ kind: 'directory'; directory: string }>
  | Readonly<{
      kind: 's3';
      bucket: string;
      endpoint: string | undefined;
      region: string;
      accessKey: string;
      secretKey: string;
    }>;

/** As it stands in the environment; the keys may come by file (`secretsFromFiles`). */
export const evidenceEnvironment = {
  EVIDENCE_DIR: z.string().min(1).optional(),
  EVIDENCE_S3_BUCKET: z.string().min(3).max(63).optional(),
  EVIDENCE_S3_ENDPOINT: z.url({ protocol: /^https?$/u }).optional(),
  EVIDENCE_S3_REGION: z.string().min(1).default('us-east-1'),
  EVIDENCE_S3_ACCESS_KEY: z.string().min(1).optional(),
  EVIDENCE_S3_SECRET_KEY: z.string().min(1).optional(),
};

type Given = z.output<z.ZodObject<typeof evidenceEnvironment>>;

/** Throws for both, neither, or a bucket without its keys: files must have one known place. */
export const evidenceSettingsOf = (given: Given): EvidenceSettings => {
  const {
    EVIDENCE_DIR: directory,
    EVIDENCE_S3_BUCKET: bucket,
    EVIDENCE_S3_ACCESS_KEY: accessKey,
    EVIDENCE_S3_SECRET_KEY: secretKey,
  } = given;
  if ((directory === undefined) === (bucket === undefined))
    throw new Error(
      `configuration: ${directory === undefined ? 'one' : 'only one'} of EVIDENCE_DIR and EVIDENCE_S3_BUCKET must be given`,
    );
  if (directory !== undefined) return { kind: 'directory', directory };
  if (bucket === undefined || accessKey === undefined || secretKey === undefined)
    throw new Error(
      'configuration: EVIDENCE_S3_BUCKET needs EVIDENCE_S3_ACCESS_KEY_FILE and EVIDENCE_S3_SECRET_KEY_FILE',
    );
  return {
    kind: 's3',
    bucket,
    endpoint: given.EVIDENCE_S3_ENDPOINT,
    region: given.EVIDENCE_S3_REGION,
    accessKey,
    secretKey,
  };
};
