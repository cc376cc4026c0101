import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { evidenceEnvironment, type EvidenceSettings, evidenceSettingsOf } from './evidence-settings.ts';

const settingsOf = (environment: NodeJS.ProcessEnv): EvidenceSettings =>
  evidenceSettingsOf(z.object(evidenceEnvironment).parse(environment));

const bucket = { EVIDENCE_S3_BUCKET: 'evidence', EVIDENCE_S3_ACCESS_KEY: 'a', EVIDENCE_S3_SECRET_KEY: 's' };

describe('where evidence files are', () => {
  it('a folder, or a bucket with its keys', () => {
    expect(settingsOf({ EVIDENCE_DIR: '/e' })).toEqual({ kind: 'directory', directory: '/e' });
    expect(settingsOf({ ...bucket, EVIDENCE_S3_ENDPOINT: 'http://s3:9000', EVIDENCE_S3_REGION: 'cn-1' })).toEqual({
      kind: 's3',
      bucket: 'evidence',
      endpoint: 'http://s3:9000',
      region: 'cn-1',
      accessKey: 'a',
      secretKey: 's',
    });
  });

  it('not both, not neither, and no bucket without its keys', () => {
    expect(() => settingsOf({ EVIDENCE_DIR: '/e', ...bucket })).toThrow(
      'only one of EVIDENCE_DIR and EVIDENCE_S3_BUCKET',
    );
    expect(() => settingsOf({})).toThrow('one of EVIDENCE_DIR and EVIDENCE_S3_BUCKET must be given');
    expect(() => settingsOf({ EVIDENCE_S3_BUCKET: 'evidence' })).toThrow('EVIDENCE_S3_ACCESS_KEY_FILE');
  });
});
