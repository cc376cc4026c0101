import { tmpdir } from 'node:os';
import type { EvidenceStore } from '@jiangong/evidence';
import { directoryEvidenceStore } from '@jiangong/evidence/directory';
import { s3EvidenceStore } from '@jiangong/evidence/s3';
import type { EvidenceSettings } from './evidence-settings.ts';

/** The evidence files where the configuration says they are. */
export const openEvidence = async (evidence: EvidenceSettings): Promise<EvidenceStore> =>
  evidence.kind === 'directory'
    ? directoryEvidenceStore(evidence.directory)
    : s3EvidenceStore({ ...evidence, scratch: tmpdir() });
