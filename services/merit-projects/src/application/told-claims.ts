import type { Refusal } from '@jiangong/event-store';
import type { RefusalText } from '@jiangong/service-host';
import { type ClaimOutcome, claimOutcomes, heldClaim } from '../domain/review-claims/claim-outcomes.ts';
import type { ReviewClaimFact, ReviewClaims } from '../domain/review-claims/facts.ts';
import type { ReviewClaimOrder } from '../domain/review-claims/orders.ts';
import { toldRefusal } from './told-refusals.ts';

/** What became of one entry, and who holds it now; empty: nobody. */
export type ClaimTold = Readonly<{
  entryId: string;
  outcome: 'done' | 'would-be-done' | 'refused';
  refusal?: Refusal;
  texts?: RefusalText;
  claimedBy: string;
  until: string;
}>;
/** `position`: where it stands in the log; 0: nothing was stored. */
export type ClaimAnswer = Readonly<{ told: readonly ClaimTold[]; position: number }>;

/** Refused by what another had stored a moment before; what it is now is asked again. */
const LOST: Readonly<Record<ReviewClaimOrder['type'], string>> = {
  ClaimReviews: 'REVIEW_CLAIMED',
  TakeOverReviews: 'REVIEW_NOT_CLAIMED',
  ReleaseReviews: 'REVIEW_NOT_CLAIMED',
};

export const unknownEntry = (entryId: string): ClaimTold => ({
  ...{ entryId, outcome: 'refused', claimedBy: '', until: '' },
  ...toldRefusal({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' }),
});

const toldOf = (claims: ReviewClaims, { entryId, became }: ClaimOutcome, order: ReviewClaimOrder): ClaimTold => {
  const entry = order.type === 'ReleaseReviews' ? undefined : order.entries.find((one) => one.entryId === entryId);
  const held = heldClaim(claims, entry ?? { entryId }, order.now);
  const holder = { claimedBy: held?.claimedBy ?? '', until: held?.until ?? '' };
  if (became.kind === 'refused') return { entryId, outcome: 'refused', ...toldRefusal(became.refusal), ...holder };
  return { entryId, outcome: 'done', ...holder };
};

/** What would be done. */
export const asRehearsed = (claims: ReviewClaims, order: ReviewClaimOrder): readonly ClaimTold[] =>
  claimOutcomes(claims, order)
    .map((outcome) => toldOf(claims, outcome, order))
    .map((one) => (one.outcome === 'done' ? { ...one, outcome: 'would-be-done' } : one));

/** What was done, by the facts of the order; a repeat is answered as the order was. `claims`: as they are after it. */
export const asDone = (
  claims: ReviewClaims,
  order: ReviewClaimOrder,
  facts: readonly ReviewClaimFact[],
): readonly ClaimTold[] => {
  const stored = new Map(
    facts.map((fact): [string, ClaimOutcome] => {
      const { entryId } = fact.data;
      return [entryId, { entryId, became: { kind: 'done', fact } }];
    }),
  );
  const isNext = order.type === 'ClaimReviews' && order.next !== null;
  return (isNext ? [...stored.values()] : claimOutcomes(claims, order)).map((one) => {
    const { entryId, became } = stored.get(one.entryId) ?? one;
    const lost = !stored.has(entryId) && became.kind === 'done' && became.fact !== null;
    const refusal = { reason: LOST[order.type], field: 'entryIds' };
    return toldOf(claims, { entryId, became: lost ? { kind: 'refused', refusal } : became }, order);
  });
};
