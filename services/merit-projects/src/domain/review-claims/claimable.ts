import { firstRefusal } from '@jiangong/wording';
import { partyRefusal } from '../by.ts';
import { REVIEWING, stageRefusal, whyRefusal } from '../entries/checks.ts';
import { hasAct } from '../programme.ts';
import type { ReviewClaimOrder, ReviewClaimRefusal } from './orders.ts';

/** Why nothing can be claimed in the edition now. Letting go is possible as long as there is something to let go. */
export const claimsRefusal = (order: ReviewClaimOrder): ReviewClaimRefusal | undefined => {
  if (order.type === 'ReleaseReviews') return undefined;
  const { terms, by } = order;
  if (terms.kind === 'closed') return { reason: 'EDITION_CLOSED' };
  if (terms.kind === 'abandoned') return { reason: 'EDITION_ABANDONED' };
  if (!hasAct(terms.tables, 'review')) return { reason: 'REVIEW_NOT_IN_TEMPLATE', field: 'editionId' };
  return firstRefusal<ReviewClaimRefusal>(
    partyRefusal(terms, by, 'review'),
    stageRefusal(order, ...REVIEWING) as ReviewClaimRefusal | undefined,
    order.type === 'TakeOverReviews' ? (whyRefusal(order.why) as ReviewClaimRefusal | undefined) : undefined,
  );
};
