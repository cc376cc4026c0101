import { describe, it } from '@jest/globals';
import { addCalendarDays, localDateOf, startOfDay } from '@jiangong/calendar';
import { deciderSpec } from '@jiangong/event-store/testing';
import {
  type DestroyEvidence,
  type DestructionProposed,
  type DestructionRejected,
  type EvidenceDestroyed,
  evidenceDecider,
  type EvidenceRegistered,
  type ProposeDestruction,
  type RegisterEvidence,
  type RejectDestruction,
} from '../../src/domain/evidence/evidence-file.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, EDITION, UNIT } from './edition-sample.ts';
import { EVIDENCE, P1, PROPOSAL } from './entry-sample.ts';

const { given } = deciderSpec(evidenceDecider);
const register: RegisterEvidence = {
  type: 'RegisterEvidence',
  sha256: EVIDENCE,
  bytes: 1_000,
  mediaType: 'application/pdf',
};
const registered: EvidenceRegistered = {
  type: 'EvidenceRegistered.v1',
  data: { sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' },
};

const about = { sha256: EVIDENCE, entryId: P1, editionId: EDITION, nominatorId: UNIT } as const;
const why = '误传，照片中有公民身份证号。';
const propose: ProposeDestruction = {
  ...{ type: 'ProposeAct', now: DAY.afterAll, by: BY.unit, ...about, proposalId: PROPOSAL, why },
};
const proposed: DestructionProposed = {
  type: 'ActProposed.v1',
  data: {
    ...{ ...about, act: 'DestroyEvidence', terms: { sha256: EVIDENCE }, proposalId: PROPOSAL },
    ...{ proposedBy: BY.unit.personId, role: BY.unit.role, proposedAt: DAY.afterAll, prose: { why } },
  },
};
const reject: RejectDestruction = { ...propose, type: 'RejectProposal', by: BY.officer, why: '已打码。' };
const rejected: DestructionRejected = {
  type: 'ProposalRejected.v1',
  data: { ...about, proposalId: PROPOSAL, prose: { why: '已打码。' } },
};
const destroy: DestroyEvidence = { ...propose, type: 'DestroyEvidence', by: BY.officer, why: '属实，同意销毁。' };
const destroyed: EvidenceDestroyed = {
  type: 'EvidenceDestroyed.v1',
  data: { ...about, proposalId: PROPOSAL, proposedBy: BY.unit.personId, prose: { why: '属实，同意销毁。' } },
};
const gone = { reason: 'EVIDENCE_DESTROYED', field: 'sha256' } as const;

describe('evidence files', () => {
  it('a file is registered once, whoever adds it again', () => {
    given().when(register).then(registered);
    given(registered).when(register).then();
    given(registered, proposed).when(register).then();
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
      .thenRefused({ reason: 'EVIDENCE_TOO_LARGE', field: 'bytes', details: { bytesMax: 20_000_000 } });
    given()
      .when({ ...register, mediaType: 'text/html' })
      .thenRefused({ reason: 'EVIDENCE_TYPE_NOT_ALLOWED', field: 'mediaType' });
  });
});

describe('destroying an evidence file', () => {
  it('is proposed by one and carried out by another of another office; hash and reason stay', () => {
    given(registered).when(propose).then(proposed);
    given(registered, proposed).when(destroy).then(destroyed);
    for (const by of [BY.leader, BY.inspector])
      given(registered, proposed)
        .when({ ...destroy, by })
        .then(destroyed);
  });

  it('is not carried out by who proposed it, nor by the same role, nor by the unit', () => {
    given(registered, proposed)
      .when({ ...destroy, by: { ...BY.officer, personId: BY.unit.personId } })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED', details: { proposalId: PROPOSAL, act: 'DestroyEvidence' } });
    const byOfficer = { ...proposed, data: { ...proposed.data, proposedBy: 'another', role: BY.officer.role } };
    const roles = 'committee-officer, committee-leader, discipline-inspector';
    const needed = {
      reason: 'SECOND_ROLE_NEEDED',
      details: { proposalId: PROPOSAL, act: 'DestroyEvidence', roles },
    } as const;
    given(registered, byOfficer).when(destroy).thenRefused(needed);
    given(registered, byOfficer)
      .when({ ...destroy, by: BY.unit })
      .thenRefused(needed);
  });

  it('is decided for the entry for which it was proposed: who may decide about another decides nothing here', () => {
    const elsewhere = { entryId: 'another-entry' };
    for (const order of [destroy, reject])
      given(registered, proposed)
        .when({ ...order, ...elsewhere })
        .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    for (const order of [destroy, reject])
      given(registered).when(order).thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });

  it('turned down, the file stays, and can be proposed anew', () => {
    given(registered, proposed).when(reject).then(rejected);
    given(registered, proposed, rejected)
      .when(destroy)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    given(registered, proposed, rejected).when(propose).then(proposed);
  });

  it('is proposed once at a time, and so often and not more', () => {
    given(registered, proposed)
      .when({ ...propose, proposalId: 'another' })
      .thenRefused({
        ...{ reason: 'DESTRUCTION_PROPOSED_ALREADY', field: 'sha256', details: { proposalId: PROPOSAL } },
      });
    const turnedDown = Array.from({ length: limits.DESTRUCTIONS_PROPOSED_MAX }, () => [proposed, rejected]).flat();
    const again = addCalendarDays(localDateOf(propose.now), limits.DESTRUCTION_AGAIN_DAYS);
    const tooOften = { max: limits.DESTRUCTIONS_PROPOSED_MAX, again };
    given(registered, ...turnedDown)
      .when(propose)
      .thenRefused({ reason: 'DESTRUCTION_PROPOSED_TOO_OFTEN', details: tooOften });
    given(registered, ...turnedDown)
      .when({ ...propose, now: startOfDay(addCalendarDays(again, -1)) })
      .thenRefused({ reason: 'DESTRUCTION_PROPOSED_TOO_OFTEN', details: tooOften });
  });

  it('turned down as often as that, is proposed again after a time, and then once in that time', () => {
    const turnedDown = Array.from({ length: limits.DESTRUCTIONS_PROPOSED_MAX }, () => [proposed, rejected]).flat();
    const later = startOfDay(addCalendarDays(localDateOf(propose.now), limits.DESTRUCTION_AGAIN_DAYS));
    const proposedLater = { ...proposed, data: { ...proposed.data, proposedAt: later } };
    given(registered, ...turnedDown)
      .when({ ...propose, now: later })
      .then(proposedLater);
    given(registered, ...turnedDown, proposedLater)
      .when(destroy)
      .then(destroyed);
    given(registered, ...turnedDown, proposedLater, rejected)
      .when({ ...propose, now: later })
      .thenRefused({
        reason: 'DESTRUCTION_PROPOSED_TOO_OFTEN',
        details: {
          max: limits.DESTRUCTIONS_PROPOSED_MAX,
          again: addCalendarDays(localDateOf(later), limits.DESTRUCTION_AGAIN_DAYS),
        },
      });
  });

  it('is done once: whoever adds, proposes or destroys it again is told that it is gone', () => {
    for (const order of [register, propose, reject, destroy])
      given(registered, proposed, destroyed).when(order).thenRefused(gone);
  });

  it('needs a file, and a reason each time', () => {
    for (const order of [propose, reject, destroy])
      given().when(order).thenRefused({ reason: 'EVIDENCE_NOT_FOUND', field: 'sha256' });
    for (const order of [propose, reject, destroy])
      given(registered, proposed)
        .when({ ...order, why: '' })
        .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });
});
