import { addCalendarDays, endOfDay, type Instant, localDateOf } from '@jiangong/calendar';
import type { Refusal } from '@jiangong/event-store';
import * as limits from '../limits.ts';
import type { ReviewClaim, ReviewClaimFact, ReviewClaims } from './facts.ts';
import type {
  ClaimReviews,
  ReleaseReviews,
  Reviewable,
  ReviewClaimOrder,
  ReviewClaimReason,
  TakeOverReviews,
} from './orders.ts';

/** What an order makes of one entry. `fact` is null where nothing needs to be said: it is so already. */
export type Became =
  | Readonly<{ kind: 'done'; fact: ReviewClaimFact | null }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>;
export type ClaimOutcome = Readonly<{ entryId: string; became: Became }>;

const refused = (reason: ReviewClaimReason, details?: Refusal['details']): Became => ({
  kind: 'refused',
  refusal: { reason, field: 'entryIds', ...(details ? { details } : {}) },
});
const done = (fact: ReviewClaimFact | null): Became => ({ kind: 'done', fact });

/** The claim of an entry that counts: not let go, not run out, and of the version that waits for its review now, as far as that is told. */
export const heldClaim = (
  claims: ReviewClaims,
  { entryId, version, standing = 'declared' }: Pick<Reviewable, 'entryId'> & Partial<Reviewable>,
  now: Instant,
): ReviewClaim | undefined => {
  const claim = claims.get(entryId);
  if (claim === undefined || claim.released || claim.until <= now || standing !== 'declared') return undefined;
  return version === undefined || claim.version === version ? claim : undefined;
};

/** To the end of the day, so many days later: whoever claims on a Friday holds it over the week-end. */
const untilOf = (now: Instant): Instant => endOfDay(addCalendarDays(localDateOf(now), limits.REVIEW_CLAIM_DAYS));

/** Why the caller can not hold this entry, whoever holds it now. */
const notHis = (claims: ReviewClaims, { entryId, standing, denied }: Reviewable): Became | undefined => {
  if (denied !== null) return { kind: 'refused', refusal: { reason: denied } };
  if (standing !== 'declared') return refused('ENTRY_NOT_DECLARED', { standing });
  const { CLAIMS_PER_ENTRY_MAX: max } = limits;
  return (claims.get(entryId)?.times ?? 0) < max ? undefined : refused('REVIEW_CLAIMED_TOO_OFTEN', { max });
};

const claimOne = (claims: ReviewClaims, { terms, by, now }: ClaimReviews, entry: Reviewable): Became => {
  const { entryId, version } = entry;
  const held = heldClaim(claims, entry, now);
  const until = untilOf(now);
  if (held?.claimedBy === by.personId && held.until >= until) return done(null);
  const refusal = notHis(claims, entry);
  if (refusal) return refusal;
  if (held && held.claimedBy !== by.personId) return refused('REVIEW_CLAIMED', { until: held.until });
  const { editionId, committeeId } = terms;
  const data = { editionId, committeeId, entryId, version, claimedBy: by.personId, until, claimedAt: now };
  return done({ type: 'ReviewClaimed.v2', data });
};

const takeOverOne = (claims: ReviewClaims, order: TakeOverReviews, entry: Reviewable): Became => {
  const { terms, by, now, why } = order;
  const { entryId, version } = entry;
  const held = heldClaim(claims, entry, now);
  if (held?.claimedBy === by.personId) return done(null);
  const refusal = notHis(claims, entry);
  if (refusal) return refusal;
  if (!held) return refused('REVIEW_NOT_CLAIMED');
  const { editionId, committeeId } = terms;
  const claim = { editionId, committeeId, entryId, version, claimedBy: by.personId, until: untilOf(now) };
  const taken = { takenFrom: held.claimedBy, takenOverAt: now, prose: { why } };
  return done({ type: 'ReviewClaimTakenOver.v2', data: { ...claim, ...taken } });
};

const releaseOne = (claims: ReviewClaims, { terms, by, now }: ReleaseReviews, entryId: string): Became => {
  const held = heldClaim(claims, { entryId }, now);
  if (!held) return refused('REVIEW_NOT_CLAIMED');
  if (held.claimedBy !== by.personId) return refused('REVIEW_CLAIM_NOT_YOURS');
  const { editionId, committeeId } = terms;
  const data = { editionId, committeeId, entryId, claimedBy: held.claimedBy, releasedAt: now };
  return done({ type: 'ReviewClaimReleased.v2', data });
};

/** What becomes of each entry: what a dry run answers, and what the order does. One that is refused takes nothing from the others. */
export const claimOutcomes = (claims: ReviewClaims, order: ReviewClaimOrder): readonly ClaimOutcome[] => {
  switch (order.type) {
    case 'ClaimReviews': {
      const { entries, next, now } = order;
      const each = (some: readonly Reviewable[]): readonly ClaimOutcome[] =>
        some.map((entry) => ({ entryId: entry.entryId, became: claimOne(claims, order, entry) }));
      if (next === null) return each(entries);
      const free = entries.filter((entry) => heldClaim(claims, entry, now) === undefined);
      return each(free)
        .filter(({ became }) => became.kind === 'done')
        .slice(0, next);
    }
    case 'TakeOverReviews':
      return order.entries.map((entry) => ({ entryId: entry.entryId, became: takeOverOne(claims, order, entry) }));
    case 'ReleaseReviews':
      return order.entryIds.map((entryId) => ({ entryId, became: releaseOne(claims, order, entryId) }));
  }
};
