import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import fc from 'fast-check';
import {
  type ClaimCommendation,
  type CommendationFact,
  commendationsDecider,
} from '../../src/domain/policy/commendations.ts';
import {
  type Award,
  type Bound,
  boundRefusal,
  type Commending,
  type CommendingRefusal,
  inFullestSpan,
} from '../../src/domain/policy/counting.ts';
import { policyDecider, type PolicyOrder } from '../../src/domain/policy/decider.ts';
import type { PolicyFact, PolicyTables, PolicyTerms } from '../../src/domain/policy/facts.ts';
import { BY, COMMITTEE, DAY } from './edition-sample.ts';
import { PROPOSAL } from './entry-sample.ts';

const CITY = 'city-1';
const tables: PolicyTables = {
  by: 'province',
  binds: [{ level: 'city', stepsBelow: 1, commendations: 2, years: 1 }],
  cycleYears: 5,
  namesUnlike: true,
};
const read = { policyHash: 'a'.repeat(64), canonicalText: '{"policy":{}}', tables } as const;
const exempting = { act: 'GrantExemption', boundId: CITY, year: 2022, templateId: 'pacesetters' } as const;

const proposed = (terms: PolicyTerms, proposalId = PROPOSAL): PolicyFact => ({
  type: 'PolicyActProposed.v1',
  data: {
    ...{ committeeId: COMMITTEE, terms, proposalId, act: terms.act, proposedBy: BY.officer.personId },
    ...{ role: 'committee-officer', proposedAt: DAY.planning, prose: { why: '总量控制。' } },
  },
});
const who = { proposalId: PROPOSAL, proposedBy: BY.officer.personId } as const;
const adopted: PolicyFact = {
  type: 'PolicyAdopted.v1',
  data: { committeeId: COMMITTEE, version: 1, ...read, ...who },
};
const granted: PolicyFact = {
  type: 'ExemptionGranted.v1',
  data: { committeeId: COMMITTEE, exemptionId: PROPOSAL, boundId: CITY, year: 2022, templateId: 'pacesetters', ...who },
};

const of = { now: DAY.planning, committeeId: COMMITTEE, proposalId: PROPOSAL } as const;
const propose = (terms: PolicyTerms): PolicyOrder => ({
  ...{ type: 'ProposePolicyAct', ...of, by: BY.officer, terms, why: '总量控制。' },
});
const carryOut = (by = BY.leader): PolicyOrder => ({ type: 'CarryOutPolicyAct', ...of, by });
const reject: PolicyOrder = { type: 'RejectPolicyAct', ...of, by: BY.leader, why: '再议。' };

describe('a policy of the level above', () => {
  const { given } = deciderSpec(policyDecider);
  const adopt = { act: 'AdoptPolicy', ...read } as const;

  it('is proposed by one person and adopted by another, a leader', () => {
    given().when(propose(adopt)).then(proposed(adopt));
    given(proposed(adopt)).when(carryOut()).then(adopted);
    given(proposed(adopt))
      .when(carryOut(BY.officer))
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED', details: { proposalId: PROPOSAL, act: 'AdoptPolicy' } });
  });

  it('is turned down with a reason, or taken back', () => {
    given(proposed(adopt))
      .when(reject)
      .then({
        type: 'PolicyProposalRejected.v1',
        data: { committeeId: COMMITTEE, proposalId: PROPOSAL, prose: { why: '再议。' } },
      });
    given(proposed(adopt))
      .when({ ...reject, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });

  it('is replaced by a newer version, and the same one is adopted once', () => {
    const newer = { ...adopt, policyHash: 'b'.repeat(64) };
    given(adopted, proposed(newer))
      .when(carryOut())
      .then({
        type: 'PolicyAdopted.v1',
        data: { committeeId: COMMITTEE, version: 2, ...read, policyHash: newer.policyHash, ...who },
      });
    given(adopted)
      .when(propose(adopt))
      .thenRefused({ reason: 'POLICY_ADOPTED_ALREADY', field: 'policy', details: { version: 1 } });
  });

  it('is repealed by two persons, and can be adopted again', () => {
    const repeal = { act: 'RepealPolicy', policyHash: read.policyHash } as const;
    const repealed: PolicyFact = { type: 'PolicyRepealed.v1', data: { committeeId: COMMITTEE, version: 1, ...who } };
    given(adopted, proposed(repeal)).when(carryOut()).then(repealed);
    given(adopted, repealed).when(propose(repeal)).thenRefused({ reason: 'POLICY_NOT_ADOPTED', field: 'committeeId' });
    given(adopted, repealed).when(propose(adopt)).then(proposed(adopt));
  });

  it('what was proposed over another version has lapsed with it', () => {
    const repeal = { act: 'RepealPolicy', policyHash: read.policyHash } as const;
    given(adopted, proposed(repeal, 'earlier'), adopted)
      .when({ type: 'CarryOutPolicyAct', ...of, proposalId: 'earlier', by: BY.leader })
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });

  it('an exemption lets one committee open one programme in one year, by two persons, and is withdrawn by two', () => {
    given().when(propose(exempting)).thenRefused({ reason: 'POLICY_NOT_ADOPTED', field: 'committeeId' });
    given(adopted, proposed(exempting)).when(carryOut()).then(granted);
    given(adopted, granted)
      .when(propose(exempting))
      .thenRefused({ reason: 'EXEMPTION_GRANTED_ALREADY', field: 'templateId' });
    const withdraw = { act: 'WithdrawExemption', exemptionId: PROPOSAL } as const;
    const withdrawn: PolicyFact = {
      type: 'ExemptionWithdrawn.v1',
      data: { committeeId: COMMITTEE, exemptionId: PROPOSAL, proposalId: 'p-2', proposedBy: BY.officer.personId },
    };
    given(adopted, granted, proposed(withdraw, 'p-2'))
      .when({ type: 'CarryOutPolicyAct', ...of, proposalId: 'p-2', by: BY.leader })
      .then(withdrawn);
    given(adopted, granted, withdrawn)
      .when(propose(withdraw))
      .thenRefused({ reason: 'EXEMPTION_NOT_FOUND', field: 'exemptionId' });
    given(adopted, granted, withdrawn).when(propose(exempting)).then(proposed(exempting));
  });
});

const award = (code: string, nameZh = code): Award => ({ code, nameZh, nameEn: nameZh });
const commending = (editionId: string, year: number, ...awards: Award[]): Commending => ({ editionId, year, awards });
const bound: Bound = {
  ...{ committeeId: COMMITTEE, version: 1, quota: { commendations: 2, years: 1 }, cycleYears: 5 },
  ...{ above: [], exemptionId: null },
};
const policy = { policyOf: COMMITTEE, version: 1 } as const;

describe('an edition that commends, below a policy', () => {
  const { given } = deciderSpec(commendationsDecider);
  const claim = (asked: Commending, change: Partial<ClaimCommendation> = {}): ClaimCommendation => ({
    ...{ type: 'ClaimCommendation', now: DAY.planning, committeeId: CITY, asked, bounds: [bound] },
    ...{ others: [], gone: [], ...change },
  });
  const claimed = (edition: Commending, exemptionId: string | null = null): CommendationFact => ({
    type: 'CommendationClaimed.v1',
    data: {
      ...{ committeeId: CITY, claimedAt: DAY.planning, ...edition },
      policies: [{ committeeId: COMMITTEE, version: 1, exemptionId }],
    },
  });
  const [one, two, three] = [
    commending('e-1', 2022, award('a.first')),
    commending('e-2', 2022, award('b.first')),
    commending('e-3', 2022, award('c.first')),
  ];
  const usedUp: CommendingRefusal = {
    reason: 'COMMENDATIONS_USED_UP',
    field: 'year',
    details: { ...policy, max: 2, years: 1, editionIds: 'e-1, e-2' },
  };

  it('takes a place; the third of two is refused, and is told which editions stand in the way', () => {
    given().when(claim(one)).then(claimed(one));
    given(claimed(one)).when(claim(two)).then(claimed(two));
    given(claimed(one), claimed(two)).when(claim(three)).thenRefused(usedUp);
  });

  it('another year has places of its own', () => {
    const later = commending('e-4', 2023, award('c.first'));
    given(claimed(one), claimed(two)).when(claim(later)).then(claimed(later));
  });

  it('takes its place once', () => {
    given(claimed(one), claimed(two)).when(claim(two)).then();
  });

  it('what was opened before the policy counts as it is told, and no edition twice', () => {
    given(claimed(two))
      .when(claim(three, { others: [one, two] }))
      .thenRefused({ ...usedUp, details: { ...usedUp.details, editionIds: 'e-2, e-1' } });
    given(claimed(two))
      .when(claim(three, { others: [two] }))
      .then(claimed(three));
  });

  it('what was given up, or ended without an honour, gives its place back', () => {
    const released: CommendationFact = {
      type: 'CommendationReleased.v1',
      data: { committeeId: CITY, editionId: 'e-1', year: 2022 },
    };
    given(claimed(one), claimed(two))
      .when(claim(three, { gone: ['e-1'] }))
      .then(released, claimed(three));
  });

  it('an exemption lets it through, and it counts', () => {
    const exempt = { bounds: [{ ...bound, exemptionId: 'x-1' }] };
    given(claimed(one), claimed(two)).when(claim(three, exempt)).then(claimed(three, 'x-1'));
    given(claimed(two), claimed(three, 'x-1'))
      .when(claim(one))
      .thenRefused({ ...usedUp, details: { ...usedUp.details, editionIds: 'e-2, e-3' } });
  });

  it('the same commendation is given once in its cycle, and again after it', () => {
    const again = commending('e-5', 2026, award('a.first'));
    given(claimed(one))
      .when(claim(again))
      .thenRefused({
        ...{ reason: 'COMMENDATION_WITHIN_CYCLE', field: 'year' },
        details: { ...policy, years: 5, editionIds: 'e-1', nextYear: 2027 },
      });
    const after = { ...again, year: 2027 };
    given(claimed(one)).when(claim(after)).then(claimed(after));
  });

  it('bears no name that the level above uses, however it is spaced', () => {
    const above = [commending('p-1', 2020, award('p.advanced', '先进集体'))];
    given()
      .when(claim(commending('e-6', 2022, award('d.first', '先进 集体')), { bounds: [{ ...bound, above }] }))
      .thenRefused({
        ...{ reason: 'COMMENDATION_NAME_USED_ABOVE', field: 'templateHash' },
        details: { ...policy, editionIds: 'p-1', name: '先进集体' },
      });
  });
});

describe('counting', () => {
  const editions = fc
    .array(fc.integer({ min: 2000, max: 2030 }), { maxLength: 25 })
    .map((years) => years.map((year, index) => commending(`e-${index}`, year, award(`c-${index}`))));

  it('however editions are opened one after the other, no span of so many years ever holds more than the policy lets', () =>
    fc.assert(
      fc.property(editions, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 6 }), (all, most, years) => {
        const rule: Bound = { ...bound, cycleYears: null, quota: { commendations: most, years } };
        const opened = all.reduce<readonly Commending[]>(
          (before, next) => (boundRefusal(next, before, rule) ? before : [...before, next]),
          [],
        );
        for (let first = 1990; first <= 2031; first += 1)
          expect(opened.filter(({ year }) => year >= first && year < first + years).length).toBeLessThanOrEqual(most);
      }),
    ));

  it('an edition more never leaves more, and the order in which they are told changes nothing', () =>
    fc.assert(
      fc.property(editions, fc.integer({ min: 1, max: 6 }), (all, years) => {
        const count = (those: readonly Commending[]): number => inFullestSpan(those, 2015, years).length;
        expect(count(all.slice(1))).toBeLessThanOrEqual(count(all));
        expect(count(all.toReversed())).toBe(count(all));
      }),
    ));
});
