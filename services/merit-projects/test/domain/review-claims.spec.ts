import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { By } from '../../src/domain/by.ts';
import { CLAIMS_PER_ENTRY_MAX } from '../../src/domain/limits.ts';
import { claimOutcomes } from '../../src/domain/review-claims/claim-outcomes.ts';
import { reviewClaimsDecider } from '../../src/domain/review-claims/decider.ts';
import type { ReviewClaimed, ReviewClaimFact } from '../../src/domain/review-claims/facts.ts';
import type {
  ClaimReviews,
  ReleaseReviews,
  Reviewable,
  ReviewClaimOrder,
  TakeOverReviews,
} from '../../src/domain/review-claims/orders.ts';
import { BY, COMMITTEE, DAY, EDITION, editionFacts, openedBy, openEdition, tables, termsOf } from './edition-sample.ts';

const { given } = deciderSpec(reviewClaimsDecider);
const NOW = DAY.review;
/** `NOW` is the 16th; the end of the 19th in Shanghai. */
const UNTIL = '2021-11-19T16:00:00.000Z';
const [A, B, C] = ['entry-a', 'entry-b', 'entry-c'] as const;

const waits = (entryId: string, more: Partial<Reviewable> = {}): Reviewable => ({
  ...{ entryId, standing: 'declared', version: 1, denied: null },
  ...more,
});
const base = { terms: termsOf(editionFacts), by: BY.officer as By, now: NOW as string };
const claim = (entryIds: readonly (string | Reviewable)[], more: Partial<ClaimReviews> = {}): ClaimReviews => ({
  ...{ type: 'ClaimReviews', ...base, next: null, ...more },
  entries: entryIds.map((one) => (typeof one === 'string' ? waits(one) : one)),
});
const release = (entryIds: readonly string[], more: Partial<ReleaseReviews> = {}): ReleaseReviews => ({
  ...{ type: 'ReleaseReviews', ...base, entryIds, ...more },
});
const takeOver = (entryIds: readonly string[], more: Partial<TakeOverReviews> = {}): TakeOverReviews => ({
  ...{ type: 'TakeOverReviews', ...base, entries: entryIds.map((one) => waits(one)), why: '同事出差。', ...more },
});
const claimed = (entryId: string, by: By = BY.officer, more: Partial<ReviewClaimed['data']> = {}): ReviewClaimed => ({
  type: 'ReviewClaimed.v2',
  data: {
    ...{
      editionId: EDITION,
      committeeId: COMMITTEE,
      entryId,
      version: 1,
      claimedBy: by.personId,
      until: UNTIL,
      claimedAt: NOW,
    },
    ...more,
  },
});
const released = (entryId: string, by: By = BY.officer): ReviewClaimFact => ({
  type: 'ReviewClaimReleased.v2',
  data: { editionId: EDITION, committeeId: COMMITTEE, entryId, claimedBy: by.personId, releasedAt: NOW },
});
const takenOver = (entryId: string, from: By, by: By = BY.officer): ReviewClaimFact => ({
  type: 'ReviewClaimTakenOver.v2',
  data: {
    ...{ editionId: EDITION, committeeId: COMMITTEE, entryId, version: 1, claimedBy: by.personId, until: UNTIL },
    ...{ takenFrom: from.personId, takenOverAt: NOW, prose: { why: '同事出差。' } },
  },
});

/** What becomes of each entry: `done`, or why not. */
const outcomes = (facts: readonly ReviewClaimFact[], order: ReviewClaimOrder): readonly string[] =>
  claimOutcomes(facts.reduce(reviewClaimsDecider.evolve, reviewClaimsDecider.initial), order).map(
    ({ entryId, became }) => `${entryId} ${became.kind === 'done' ? 'done' : became.refusal.reason}`,
  );

describe('claiming a review', () => {
  it('holds the declared version to the end of the third day after', () => {
    given()
      .when(claim([A, B]))
      .then(claimed(A), claimed(B));
  });
  it('takes nothing from a colleague, and what is refused takes nothing from the others', () => {
    const before = [claimed(A, BY.officer2)];
    given(...before)
      .when(claim([A, B]))
      .then(claimed(B));
    expect(outcomes(before, claim([A, B]))).toEqual([`${A} REVIEW_CLAIMED`, `${B} done`]);
  });
  it('is for what waits for its review, and never for one’s own matter', () => {
    const order = claim([
      ...[waits(A, { standing: 'reviewed' }), waits(B, { denied: 'CONFLICT_OF_INTEREST' })],
      ...[waits(C, { standing: 'returned' })],
    ]);
    expect(outcomes([], order)).toEqual([
      ...[`${A} ENTRY_NOT_DECLARED`, `${B} CONFLICT_OF_INTEREST`, `${C} ENTRY_NOT_DECLARED`],
    ]);
    given().when(order).then();
    expect(outcomes([claimed(A)], claim([waits(A, { standing: 'reviewed' })]))).toEqual([`${A} ENTRY_NOT_DECLARED`]);
  });
  it('said again on the same day it is the same claim, on a later day it holds longer', () => {
    given(claimed(A))
      .when(claim([A]))
      .then();
    const now = DAY.notice;
    given(claimed(A))
      .when(claim([A], { now }))
      .then(claimed(A, BY.officer, { until: '2021-11-22T16:00:00.000Z', claimedAt: now }));
  });
  it('runs out: from that moment on a colleague claims it', () => {
    const [last, over] = ['2021-11-19T15:59:59.999Z', UNTIL];
    expect(outcomes([claimed(A, BY.officer2)], claim([A], { now: last }))).toEqual([`${A} REVIEW_CLAIMED`]);
    expect(outcomes([claimed(A, BY.officer2)], claim([A], { now: over }))).toEqual([`${A} done`]);
  });
  it('is of one version: what was returned and declared anew is claimed anew', () => {
    expect(outcomes([claimed(A, BY.officer2)], claim([waits(A, { version: 2 })]))).toEqual([`${A} done`]);
  });
  it('is bounded: an entry that was claimed very often is reviewed without', () => {
    const often = Array.from({ length: CLAIMS_PER_ENTRY_MAX }, () => [claimed(A, BY.officer2), released(A)]).flat();
    expect(outcomes(often, claim([A, B]))).toEqual([`${A} REVIEW_CLAIMED_TOO_OFTEN`, `${B} done`]);
  });
  it('of the next ones takes those that nobody holds, in their order, and no more than asked', () => {
    given(claimed(A, BY.officer2))
      .when(claim([A, waits(B, { denied: 'CONFLICT_OF_INTEREST' }), C, 'entry-d', 'entry-e'], { next: 2 }))
      .then(claimed(C), claimed('entry-d'));
    given(claimed(A))
      .when(claim([A, B], { next: 5 }))
      .then(claimed(B));
  });
  it('is for the party that reviews, while a declaration is looked at, in an edition that runs', () => {
    given()
      .when(claim([A], { by: BY.inspector }))
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given()
      .when(claim([A], { now: DAY.delivery }))
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    for (const [kind, reason] of [
      ['closed', 'EDITION_CLOSED'],
      ['abandoned', 'EDITION_ABANDONED'],
    ] as const)
      given()
        .when(claim([A], { terms: { ...base.terms, kind } }))
        .thenRefused({ reason });
  });
  it('is nothing for an edition whose template has no review', () => {
    const stages = tables.stages.filter(({ act }) => act !== 'review');
    const terms = termsOf(openedBy({ ...openEdition, tables: { ...tables, stages } }));
    given()
      .when(claim([A], { terms }))
      .thenRefused({ reason: 'REVIEW_NOT_IN_TEMPLATE', field: 'editionId' });
  });
});

describe('letting a review go', () => {
  it('is for whoever claimed it; then it waits for anybody', () => {
    given(claimed(A))
      .when(release([A]))
      .then(released(A));
    expect(outcomes([claimed(A), released(A)], claim([A], { by: BY.officer2 }))).toEqual([`${A} done`]);
  });
  it('of what is not held, or by a colleague, is refused', () => {
    expect(outcomes([claimed(A, BY.officer2)], release([A, B]))).toEqual([
      ...[`${A} REVIEW_CLAIM_NOT_YOURS`, `${B} REVIEW_NOT_CLAIMED`],
    ]);
    expect(outcomes([claimed(A), released(A)], release([A]))).toEqual([`${A} REVIEW_NOT_CLAIMED`]);
  });
  it('is possible whatever has become of the edition', () => {
    given(claimed(A))
      .when(release([A], { terms: { ...base.terms, kind: 'closed' } }))
      .then(released(A));
  });
});

describe('taking a review over', () => {
  it('goes on with what a colleague had claimed, with a reason, for days of its own', () => {
    given(claimed(A, BY.officer2))
      .when(takeOver([A]))
      .then(takenOver(A, BY.officer2));
    expect(outcomes([claimed(A, BY.officer2), takenOver(A, BY.officer2)], release([A]))).toEqual([`${A} done`]);
  });
  it('needs a reason, and a claim that counts', () => {
    given(claimed(A, BY.officer2))
      .when(takeOver([A], { why: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    expect(outcomes([claimed(A)], takeOver([A, B]))).toEqual([`${A} done`, `${B} REVIEW_NOT_CLAIMED`]);
    given(claimed(A))
      .when(takeOver([A]))
      .then();
  });
  it('is never of one’s own matter', () => {
    const entries = [waits(A, { denied: 'CONFLICT_OF_INTEREST' })];
    expect(outcomes([claimed(A, BY.officer2)], takeOver([A], { entries }))).toEqual([`${A} CONFLICT_OF_INTEREST`]);
  });
});
