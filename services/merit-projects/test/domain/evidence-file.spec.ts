import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import {
  evidenceDecider,
  type EvidenceRegistered,
  type RegisterEvidence,
} from '../../src/domain/evidence/evidence-file.ts';

const { given } = deciderSpec(evidenceDecider);
const register: RegisterEvidence = {
  type: 'RegisterEvidence',
  sha256: 'a'.repeat(64),
  bytes: 1_000,
  mediaType: 'application/pdf',
};
const registered: EvidenceRegistered = {
  type: 'EvidenceRegistered.v1',
  data: { sha256: 'a'.repeat(64), bytes: 1_000, mediaType: 'application/pdf' },
};

describe('evidence files', () => {
  it('a file is registered once, whoever adds it again', () => {
    given().when(register).then(registered);
    given(registered).when(register).then();
  });

  it('a file has a hash, a size within the limit and a type that may be evidence', () => {
    given()
      .when({ ...register, sha256: 'A'.repeat(64) })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'sha256' });
    given()
      .when({ ...register, bytes: 0 })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'bytes' });
    given()
      .when({ ...register, bytes: 20_000_001 })
      .thenRefused({ reason: 'EVIDENCE_TOO_LARGE', field: 'bytes' });
    given()
      .when({ ...register, mediaType: 'text/html' })
      .thenRefused({ reason: 'EVIDENCE_TYPE_NOT_ALLOWED', field: 'mediaType' });
  });
});
