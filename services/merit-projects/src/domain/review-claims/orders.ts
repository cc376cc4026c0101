import type { Instant } from '@jiangong/calendar';
import type { CommandRefusal, Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';
import type { By } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';

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
