import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type FactSamples, goldenFacts } from '@jiangong/event-store/testing';
import { inMemoryKeyVault, isSealed } from '@jiangong/privacy';
import { organizationCodec } from '../src/application/organization-codec.ts';
import { organizationStream } from '../src/application/organization-stream.ts';
import type { OrganizationFact, Prose } from '../src/domain/facts.ts';

const organizationId = '0b0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c11';
const parentId = '1c0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c12';
const effectiveOn = '2024-04-01';
/** As it stands in the log: sealed. */
const prose = {
  keyId: `organization/${organizationId}`,
  nonce: 'bm9uY2Ugb2YgMTIh',
  ciphertext: 'Y2lwaGVydGV4dCBhbmQgdGFn',
} as unknown as Prose;
const office = {
  organizationId,
  appointmentId: '2d0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c13',
  personId: '3e0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c14',
  office: 'secretary',
} as const;

const samples: FactSamples<OrganizationFact> = {
  'OrganizationFounded.v1': {
    organizationId,
    parentId,
    kind: 'unit',
    tier: null,
    nameZh: '示范省水利厅',
    nameEn: 'Department of Water Resources',
    code: 'u-001',
    classified: false,
    foundedOn: '1983-07-01',
  },
  'OrganizationRenamed.v1': {
    organizationId,
    nameZh: '示范省水务厅',
    nameEn: 'Department of Water',
    formerNameZh: '示范省水利厅',
    formerNameEn: 'Department of Water Resources',
    effectiveOn,
  },
  'OrganizationMoved.v1': {
    organizationId,
    parentId,
    formerParentId: '4f0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c15',
    effectiveOn,
    prose,
  },
  'OrganizationClassified.v1': { organizationId, classified: true },
  'DissolutionBegan.v1': { organizationId, kind: 'split', prose },
  'DissolutionAbandoned.v1': { organizationId, cause: 'children-left' },
  'OrganizationDissolved.v1': {
    organizationId,
    kind: 'split',
    effectiveOn,
    recordedOn: '2024-04-02',
    successors: [parentId, office.personId],
    heirId: parentId,
    prose,
  },
  'ActProposed.v1': {
    organizationId,
    proposalId: office.appointmentId,
    act: 'RestoreOrganization',
    terms: { dissolution: 1 },
    proposedBy: office.personId,
    role: 'committee-officer',
    proposedAt: '2024-04-03T01:00:00.000Z',
    prose,
  },
  'ProposalRejected.v1': { organizationId, proposalId: office.appointmentId, rejectedBy: office.personId, prose },
  'OrganizationRestored.v1': {
    organizationId,
    parentId,
    proposalId: office.appointmentId,
    proposedBy: office.personId,
    restoredBy: parentId,
  },
  'OfficerAppointed.v1': { ...office, effectiveOn, termEndsOn: '2027-03-01' },
  'OfficerRelieved.v1': { ...office, effectiveOn, reason: 'transfer' },
};

goldenFacts<OrganizationFact>(join(import.meta.dirname, 'golden'), samples);

describe('what is sealed', () => {
  it.each(Object.entries(samples))('%s: exactly the prose', async (type, data) => {
    const codec = organizationCodec(inMemoryKeyVault());
    const open = 'prose' in data ? { ...data, prose: { why: '明文' } } : data;
    const stored = await codec.toStored({ type, data: open } as OrganizationFact, organizationStream(organizationId));
    for (const [field, value] of Object.entries(stored.data as object)) expect(isSealed(value)).toBe(field === 'prose');
    expect(JSON.stringify(stored.data)).not.toContain('明文');
  });
});
