import type { Decider } from '@jiangong/event-store';
import { claimsRefusal } from './claimable.ts';
import { claimOutcomes } from './claim-outcomes.ts';
import type { ReviewClaimFact, ReviewClaims } from './facts.ts';
import type { ReviewClaimOrder, ReviewClaimRefusal } from './orders.ts';

const evolve = (claims: ReviewClaims, { type, data }: ReviewClaimFact): ReviewClaims => {
  const claim = claims.get(data.entryId);
  if (type === 'ReviewClaimReleased.v2')
    return claim ? new Map(claims).set(data.entryId, { ...claim, released: true }) : claims;
  const { version, claimedBy, until } = data;
  const times = (claim?.times ?? 0) + 1;
  return new Map(claims).set(data.entryId, { version, claimedBy, until, times, released: false });
};

/**
 * The claims of one edition (stream `merit-projects.review-claims-<edition>`): one stream, so that two officers who ask for the next ones at the
 * same moment never get the same. No rule about an entry asks for its claim.
 */
export const reviewClaimsDecider: Decider<ReviewClaims, ReviewClaimOrder, ReviewClaimFact, ReviewClaimRefusal> = {
  initial: new Map(),
  evolve,
  decide: (claims, order) =>
    claimsRefusal(order) ??
    claimOutcomes(claims, order).flatMap(({ became }) =>
      became.kind === 'refused' || became.fact === null ? [] : [became.fact],
    ),
};
