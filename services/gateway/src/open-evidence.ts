import { tmpdir } from 'node:os';
import type { EvidenceStore } from '@jiangong/evidence';
import { directoryEvidenceStore } from '@jiangong/evidence/directory';
import type { EvidenceSettings } from './evidence-settings.ts';

/** The evidence files where the configuration says they are; the client of an object store is loaded only where there is one. */
export const openEvidence = async (evidence: EvidenceSettings): Promise<EvidenceStore> => {
  if (evidence.kind === 'directory') return directoryEvidenceStore(evidence.directory);
  const { s3EvidenceStore } = await import('@jiangong/evidence/s3');
  return s3EvidenceStore({ ...evidence, scratch: tmpdir() });
};
