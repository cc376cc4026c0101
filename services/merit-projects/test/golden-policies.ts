import type { CommendationFact } from '../src/domain/policy/commendations.ts';
import type { PolicyFact } from '../src/domain/policy/facts.ts';
import { BY, COMMITTEE, EDITION } from './domain/edition-sample.ts';
import { PROPOSAL } from './domain/entry-sample.ts';

const CITY = 'f8f8f8f8-f8f8-48f8-88f8-f8f8f8f8f8f8';
const of = { committeeId: COMMITTEE } as const;
const carried = { proposalId: PROPOSAL, proposedBy: BY.officer.personId } as const;
const read = {
  policyHash: 'a'.repeat(64),
  canonicalText: '{"policy":{}}',
  tables: {
    by: 'province',
    binds: [{ level: 'city', stepsBelow: 1, commendations: 2, years: 1 }],
    cycleYears: 5,
    namesUnlike: true,
  },
} as const;
const exemption = { boundId: CITY, year: 2021, templateId: 'pacesetters' } as const;

/** One of each fact about policies of the level above. */
export const policyFacts: readonly PolicyFact[] = [
  {
    type: 'PolicyActProposed.v1',
    data: {
      ...{ ...of, terms: { act: 'AdoptPolicy', ...read }, proposalId: PROPOSAL, act: 'AdoptPolicy' },
      ...{ proposedBy: BY.officer.personId, role: 'committee-officer', proposedAt: '2021-01-04T02:00:00.000Z' },
      prose: { why: '规范表彰。' },
    },
  },
  { type: 'PolicyProposalRejected.v1', data: { ...of, proposalId: PROPOSAL, prose: { why: '再议。' } } },
  { type: 'PolicyAdopted.v1', data: { ...of, version: 1, ...read, ...carried } },
  { type: 'PolicyRepealed.v1', data: { ...of, version: 1, ...carried } },
  { type: 'ExemptionGranted.v1', data: { ...of, exemptionId: PROPOSAL, ...exemption, ...carried } },
  { type: 'ExemptionWithdrawn.v1', data: { ...of, exemptionId: PROPOSAL, ...carried } },
];

export const commendationFacts: readonly CommendationFact[] = [
  {
    type: 'CommendationClaimed.v1',
    data: {
      ...{ committeeId: CITY, claimedAt: '2021-01-04T02:00:00.000Z', editionId: EDITION, year: 2021 },
      awards: [{ code: 'pacesetters.first', nameZh: '标兵', nameEn: 'Pacesetter' }],
      policies: [{ committeeId: COMMITTEE, version: 1, exemptionId: null }],
    },
  },
  { type: 'CommendationReleased.v1', data: { committeeId: CITY, editionId: EDITION, year: 2021 } },
];
