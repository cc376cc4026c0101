import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@jiangong/event-store';
import { goldenFacts } from '@jiangong/event-store/testing';
import { inMemoryKeyVault, isSealed } from '@jiangong/privacy';
import { personCodec } from '../src/application/person-codec.ts';
import type { PersonFact } from '../src/domain/facts.ts';

/** Facts as they are stored: personal fields and prose sealed. */
type Stored = { [T in PersonFact['type']]: Fact<T, Readonly<Record<string, unknown>>> }[PersonFact['type']];

const personId = '0b0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c11';
const organizationId = '1c0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c12';
const officerId = '2d0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c13';
const grantId = '3e0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c14';
const sealed = { keyId: `person/${personId}`, nonce: 'bm9uY2Ugb2YgMTIh', ciphertext: 'Y2lwaGVydGV4dCBhbmQgdGFn' };
const proposalId = '4f0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c15';
const effectiveOn = '2024-04-01';
const seconded = { proposalId, proposedBy: officerId, correctedBy: grantId };
const grant = { personId, grantId, role: 'unit-officer', organizationId };

const samples = {
  'PersonRegistered.v1': {
    personId,
    organizationId,
    effectiveOn,
    name: sealed,
    idNumber: sealed,
    phone: sealed,
    birthDate: sealed,
    sex: sealed,
  },
  'PersonalDataCorrected.v1': { personId, phone: sealed, prose: sealed },
  'PersonMoved.v1': {
    personId,
    fromOrganizationId: officerId,
    toOrganizationId: organizationId,
    effectiveOn,
    keeps: [],
    ends: [grantId],
    prose: sealed,
  },
  'ActScheduled.v1': {
    personId,
    actId: proposalId,
    effectiveOn,
    terms: { act: 'RecordExit', kind: 'resigned', approvedOn: null },
    keeps: [],
    ends: [grantId],
    prose: sealed,
  },
  'ScheduledActEnded.v1': { personId, actId: proposalId, how: 'withdrawn', because: null, prose: sealed },
  'StageRecorded.v1': { personId, stage: 'probationary', since: '2024-06-01', probationEndsOn: '2025-06-01' },
  'ApplicationReceived.v1': { personId, appliedOn: '2022-01-10' },
  'ActivistNamed.v1': { personId, namedOn: '2022-06-10' },
  'CandidateNamed.v1': { personId, namedOn: '2023-08-10' },
  'AdmittedOnProbation.v1': {
    personId,
    meetingOn: '2024-02-29',
    approvedOn: '2024-03-10',
    probationEndsOn: '2025-02-28',
  },
  'ProbationExtended.v1': {
    personId,
    meetingOn: '2025-03-01',
    months: 6,
    formerProbationEndsOn: '2025-02-28',
    probationEndsOn: '2025-08-28',
    prose: sealed,
  },
  'ConfirmedAsFullMember.v1': { personId, meetingOn: '2025-08-28', approvedOn: '2025-09-05' },
  'PersonExited.v1': {
    personId,
    kind: 'expelled',
    formerStage: 'full',
    effectiveOn,
    approvedOn: null,
    keeps: [],
    ends: [grantId],
    prose: sealed,
  },
  'StageCorrected.v1': {
    personId,
    formerStage: 'full',
    stage: 'probationary',
    since: '2023-09-01',
    probationEndsOn: '2024-09-01',
    extended: false,
    ...seconded,
  },
  'ExitCorrected.v1': {
    personId,
    kind: 'expelled',
    stage: 'full',
    since: '2010-07-01',
    probationEndsOn: null,
    ...seconded,
  },
  'RoleGranted.v1': {
    ...grant,
    from: '2024-03-01T02:00:00.000Z',
    until: null,
    grantedAt: '2024-03-01T02:00:00.000Z',
    grantedBy: officerId,
  },
  'RoleRevoked.v1': {
    ...grant,
    effectiveOn,
    endsAt: '2024-03-31T16:00:00.000Z',
    because: 'transfer',
    prose: sealed,
  },
  'ActProposed.v1': {
    personId,
    proposalId,
    act: 'CorrectStage',
    terms: {
      stageNumber: 3,
      to: { stage: 'full', since: '2010-07-01', probationEndsOn: null, extended: false },
    },
    proposedBy: officerId,
    role: 'committee-officer',
    proposedAt: '2024-04-03T01:00:00.000Z',
    prose: sealed,
  },
  'ProposalRejected.v1': { personId, proposalId, rejectedBy: officerId, prose: sealed },
  'SignInEnded.v1': { personId, endedBy: officerId, prose: sealed },
  'SignInResetOffered.v1': { personId, offeredBy: officerId, prose: sealed },
  'SignInVouchedFor.v1': { personId, vouchedBy: officerId },
  'SecondFactorEnded.v1': { personId, endedBy: officerId, prose: sealed },
  'LegalHoldPlaced.v1': { personId, prose: sealed },
  'LegalHoldLifted.v1': { personId, prose: sealed },
  'ErasureRequested.v1': { personId, requestedBy: officerId, prose: sealed },
  'ErasureWithdrawn.v1': { personId, withdrawnBy: officerId, prose: sealed },
  'PersonErased.v1': { personId, requestedBy: officerId, confirmedBy: grantId },
} satisfies { [T in PersonFact['type']]: object };

goldenFacts<Stored>(join(import.meta.dirname, 'golden'), samples as never);

describe('what is sealed', () => {
  it.each(Object.entries(samples))('%s: exactly the fields that its golden file shows sealed', async (type, data) => {
    const codec = personCodec(inMemoryKeyVault());
    const open = Object.fromEntries(
      Object.entries(data).map(([field, value]) => [field, isSealed(value) ? '明文' : value]),
    );
    const stored = await codec.toStored({ type, data: open } as PersonFact, `membership.person-${personId}`);
    const shape = (fields: object): object =>
      Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, isSealed(value) ? 'sealed' : value]));
    expect(shape(stored.data as object)).toEqual(shape(data));
  });
});
