import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { bonusDecider } from '../../../src/domain/bonus/decider.ts';
import { BLANK } from '../../../src/domain/bonus/state.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import {
  after,
  answerOf,
  by,
  carryOut,
  claim,
  claimBrand,
  closed,
  decide,
  decline,
  factsOf,
  ids,
  propose,
  reconsider,
  reject,
  type Who,
} from './example-bonus.ts';

const { given } = deciderSpec(bonusDecider);
const claimed = [by('secretary', claim()), by('secretary', claimBrand())] as const;
const waiting = after(...claimed);
const facts = claimed.flatMap((order, at) => factsOf(after(...claimed.slice(0, at)), order));
const decided = after(...claimed, by('organizer', decide()));
const unsealed = { ...closed(), seed: 'a'.repeat(64) } as Round;

describe('a waiting claim', () => {
  it('is granted within its item, by the office, which says by what right', () =>
    given(...facts)
      .when(by('organizer', decide()))
      .then({
        type: 'ClaimDecided.v1',
        data: {
          ...ids,
          ...{ claimId: 'c1', proposalId: null, proposedBy: null },
          verdict: { outcome: 'granted', levelId: 'province', points: 200, honourId: 'c1', reason: null },
          ...{ decidedBy: 'organizer', party: 'organizers', grantId: 'grant-committee-officer', prose: null },
        },
      }));

  it('is declined with a reason and an account of it', () => {
    expect(answerOf(waiting, by('organizer', decline()))).toBe('ClaimDecided');
    expect(answerOf(waiting, by('organizer', decline({ reason: 'because' })))).toBe('DECLINING_REASON_UNKNOWN reason');
    expect(answerOf(waiting, by('organizer', decline({ why: '' })))).toBe('TEXT_EMPTY why');
  });

  it.each<[string, object, string]>([
    ['at another level than claimed without saying why', { levelId: 'city' }, 'TEXT_EMPTY why'],
    ['at a level that there is not', { levelId: 'world' }, 'LEVEL_UNKNOWN levelId'],
    ['above the item', { claimId: 'c2', levelId: '', points: 151 }, 'POINTS_INVALID points'],
    ['with nothing', { claimId: 'c2', levelId: '', points: 0 }, 'POINTS_INVALID points'],
    ['half', { outcome: 'half' }, 'OUTCOME_UNKNOWN outcome'],
    ['unless it is there', { claimId: 'c9' }, 'CLAIM_UNKNOWN claimId'],
    ['as the honour of another item', { sameAs: 'c2' }, 'HONOUR_ELSEWHERE sameAs'],
  ])('is not granted %s', (_, over, reason) => expect(answerOf(waiting, by('organizer', decide(over)))).toBe(reason));

  it('is granted at another level, or with fewer points, with the reason', () => {
    expect(answerOf(waiting, by('organizer', decide({ levelId: 'city', why: '市级。' })))).toBe('ClaimDecided');
    const fewer = decide({ claimId: 'c2', levelId: '', points: 90, why: '部分认定。' });
    expect(after(...claimed, by('organizer', fewer)).claims[1]?.verdict?.points).toBe(90);
  });

  it.each<[Who, string]>([
    ['secretary', 'CLAIM_NOT_YOURS claimId'],
    ['elsewhere', 'CLAIM_NOT_YOURS claimId'],
    ['nobody', 'CLAIM_NOT_YOURS claimId'],
    ['insider', 'OWN_ORGANIZATION entryId'],
  ])('is not decided by %s', (who, reason) => expect(answerOf(waiting, by(who, decide()))).toBe(reason));

  it('is never decided by whoever claimed it, or answers for the entry, whatever else he is', () => {
    const order = by('organizer', decide());
    const claimedHimself = { ...waiting, claims: waiting.claims.map((one) => ({ ...one, claimedBy: 'organizer' })) };
    expect(answerOf(claimedHimself, order)).toBe('OWN_CLAIM claimId');
    expect(answerOf(waiting, { ...order, ground: { ...order.ground, answerable: ['organizer'] } })).toBe(
      'OWN_ENTRY entryId',
    );
  });

  it('is still decided by one person after the closing, until somebody could have seen an aggregate', () => {
    expect(answerOf(waiting, by('organizer', decide(), { round: closed() }))).toBe('ClaimDecided');
    expect(answerOf(waiting, by('organizer', decide(), { round: unsealed }))).toBe('PROPOSAL_NEEDED entryId');
  });

  it('is decided once; the same again says nothing, another verdict needs its reason', () => {
    expect(answerOf(decided, by('organizer', decide()))).toBe('');
    expect(answerOf(decided, by('organizer', decline()))).toBe('CLAIM_DECIDED claimId');
  });
});

describe('a verdict is reconsidered', () => {
  it('by another of the office, with a reason, while the round is open', () =>
    expect(answerOf(decided, by('colleague', reconsider()))).toBe('ClaimReconsidered'));

  it.each<[string, object, string]>([
    ['without a word for it', { because: 'so' }, 'RECONSIDERING_REASON_UNKNOWN because'],
    ['without an account', { why: '' }, 'TEXT_EMPTY why'],
    ['to what it is', { levelId: 'province' }, 'VERDICT_STANDS claimId'],
    ['of a claim that waits', { claimId: 'c2', levelId: '', points: 90 }, 'CLAIM_WAITING claimId'],
  ])('not %s', (_, over, reason) => expect(answerOf(decided, by('organizer', reconsider(over)))).toBe(reason));

  it('a bounded number of times', () => {
    const often = { ...decided, claims: decided.claims.map((one) => ({ ...one, verdicts: 20 })) };
    expect(answerOf(often, by('organizer', reconsider()))).toBe('DECIDED_TOO_OFTEN');
  });

  it('only by two persons once the round is closed', () =>
    expect(answerOf(decided, by('organizer', reconsider(), { round: closed() }))).toBe('PROPOSAL_NEEDED claimId'));
});

describe('two persons settle a claim', () => {
  const at = { round: unsealed };
  const proposed = after(...claimed, by('organizer', decide()), by('organizer', propose(), at));

  it('of what was decided: one proposes, another of another role carries out', () => {
    expect(answerOf(proposed, by('inspector', carryOut(), at))).toBe('ClaimReconsidered');
    const settled = after(
      ...claimed,
      by('organizer', decide()),
      by('organizer', propose(), at),
      by('inspector', carryOut(), at),
    );
    expect(settled.claims[0]?.verdict).toMatchObject({ levelId: 'city', points: 100 });
    expect(settled.proposals).toEqual([]);
  });

  it('of what was left waiting: no silence lasts for ever', () => {
    const left = after(...claimed, by('organizer', propose({ levelId: 'province', because: 'left-waiting' }), at));
    expect(answerOf(left, by('inspector', carryOut(), at))).toBe('ClaimDecided');
  });

  it('of whom none is concerned', () => {
    expect(answerOf(decided, by('secretary', propose(), at))).toBe('CLAIM_NOT_YOURS claimId');
    const own = { personId: 'organizer', role: 'committee-officer' };
    expect(answerOf(proposed, by('organizer', carryOut({ by: own }), at))).toBe('SECOND_PERSON_NEEDED');
    const order = by('inspector', carryOut(), at);
    const subject = { ...order, ground: { ...order.ground, answerable: [order.ground.personId] } };
    expect(answerOf(proposed, subject)).toBe('OWN_ENTRY entryId');
  });

  it('once at a time for each claim, and never without a proposal', () => {
    expect(answerOf(proposed, by('organizer', propose({ proposalId: 'p2' }), at))).toBe('PROPOSED_ALREADY claimId');
    expect(answerOf(decided, by('inspector', carryOut(), at))).toBe('PROPOSAL_NOT_FOUND proposalId');
    const full = {
      ...decided,
      proposals: Array.from({ length: 20 }, () => ({
        ...proposed.proposals[0]!,
        terms: { ...proposed.proposals[0]!.terms, claimId: 'x' },
      })),
    };
    expect(answerOf(full, by('organizer', propose(), at))).toBe('TOO_MANY_PROPOSALS');
  });

  it('not what moved since', () => {
    const moved = {
      ...proposed,
      claims: proposed.claims.map((one) => ({ ...one, verdict: proposed.proposals[0]!.terms.verdict })),
    };
    expect(answerOf(moved, by('inspector', carryOut(), at))).toBe('PROPOSAL_LAPSED proposalId');
  });

  it('and a proposal is turned down by the second, or taken back by the first, at any time', () => {
    expect(answerOf(proposed, by('inspector', reject(), at))).toBe('ProposalRejected');
    const own = { personId: 'organizer', role: 'committee-officer' };
    expect(answerOf(proposed, by('organizer', reject({ by: own }), at))).toBe('ProposalRejected');
    expect(answerOf(BLANK, by('inspector', reject(), at))).toBe('PROPOSAL_NOT_FOUND proposalId');
  });
});
