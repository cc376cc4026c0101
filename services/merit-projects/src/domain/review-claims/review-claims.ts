import type { Instant } from '@jiangong/calendar';
import type { CommandRefusal, Decider, Fact, Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';
import type { By } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import { claimsRefusal } from './claimable.ts';
import { claimOutcomes } from './claim-outcomes.ts';

type Ids = Readonly<{ editionId: string; entryId: string }>;
/** The declared version that is looked at, by whom, and the first instant at which the claim counts no more. */
type Held = Readonly<{ version: number; claimedBy: string; until: Instant }>;

/** An officer says that he is reviewing a declared version, so that nobody else begins with it. It keeps nobody from reviewing it. */
export type ReviewClaimed = Fact<'ReviewClaimed.v1', Ids & Held & Readonly<{ claimedAt: Instant }>>;

/** He lets it go. */
export type ReviewClaimReleased = Fact<
  'ReviewClaimReleased.v1',
  Ids & Readonly<{ claimedBy: string; releasedAt: Instant }>
>;

/** A colleague goes on with what another had claimed. */
export type ReviewClaimTakenOver = Fact<
  'ReviewClaimTakenOver.v1',
  Ids & Held & Readonly<{ takenFrom: string; takenOverAt: Instant; prose: { why: string } }>
>;

export type ReviewClaimFact = ReviewClaimed | ReviewClaimReleased | ReviewClaimTakenOver;

/** The last claim of an entry. `times`: how often it was claimed or taken over. */
export type ReviewClaim = Held & Readonly<{ times: number; released: boolean }>;
/** The claims of one edition, by entry. */
export type ReviewClaims = ReadonlyMap<string, ReviewClaim>;

/** An entry that is to be claimed, as it stood when the order was loaded. */
export type Reviewable = Readonly<{
  entryId: string;
  standing: string;
  /** Versions declared so far. */
  version: number;
  /** Why the caller may not review it: it is his own matter; null: he may. */
  denied: string | null;
}>;

type Order = Readonly<{ terms: EditionTerms; by: By; now: Instant }>;

export type ClaimReviews = Order &
  Readonly<{
    type: 'ClaimReviews';
    /** Named ones in the order asked; with `next`, all that wait in the edition, in the order of the list. */
    entries: readonly Reviewable[];
    /** So many of those that nobody holds; null: each that is named. */
    next: number | null;
  }>;
export type ReleaseReviews = Order & Readonly<{ type: 'ReleaseReviews'; entryIds: readonly string[] }>;
export type TakeOverReviews = Order &
  Readonly<{ type: 'TakeOverReviews'; entries: readonly Reviewable[]; why: string }>;
export type ReviewClaimOrder = ClaimReviews | ReleaseReviews | TakeOverReviews;

export type ReviewClaimReason =
  | TextReason
  | 'EDITION_CLOSED'
  | 'EDITION_ABANDONED'
  | 'NOT_THIS_PARTY'
  | 'STAGE_NOT_OPEN'
  | 'REVIEW_NOT_IN_TEMPLATE'
  | 'ENTRY_NOT_DECLARED'
  | 'REVIEW_CLAIMED'
  | 'REVIEW_NOT_CLAIMED'
  | 'REVIEW_CLAIM_NOT_YOURS'
  | 'REVIEW_CLAIMED_TOO_OFTEN';
export type ReviewClaimRefusal = Refusal<ReviewClaimReason> | CommandRefusal;

const evolve = (claims: ReviewClaims, { type, data }: ReviewClaimFact): ReviewClaims => {
  const claim = claims.get(data.entryId);
  if (type === 'ReviewClaimReleased.v1')
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
