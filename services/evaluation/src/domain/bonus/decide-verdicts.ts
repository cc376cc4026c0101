import { textRefusal } from '@jiangong/wording';
import type { ActsFor } from '../round/entry-ground.ts';
import { askedOf, honourIdOf, standingClaim } from './decide-claims.ts';
import type { BonusFact, Verdict } from './facts.ts';
import { bonusItem, type BonusGround, decidesFor, type FoundBonus } from './ground.ts';
import { CLAIM_CHARACTERS_MAX, VERDICTS_PER_CLAIM_MAX } from './limits.ts';
import { type AskedVerdict, type DecideClaim, idsOf, type ReconsiderClaim } from './orders.ts';
import type { BonusRefusal } from './refusals.ts';
import { type Bonus, type Claim, isWaiting } from './state.ts';
import { isDecliningReason, isOutcome, isReconsideringReason, type ReconsideringReason } from './words.ts';

type Decision = readonly BonusFact[] | BonusRefusal;

/** A claim with the item that it is of. */
export type FoundClaim = FoundBonus & Readonly<{ claim: Claim }>;

export const claimIn = (bonus: Bonus, ground: BonusGround, claimId: string): FoundClaim | BonusRefusal => {
  const claim = standingClaim(bonus, claimId);
  if ('reason' in claim) return claim;
  const found = bonusItem(ground, claim);
  return found === undefined ? { reason: 'CLAIM_UNKNOWN', field: 'claimId' } : { ...found, claim };
};

/** Nobody decides what he claimed, what he is judged by, or what his own organization claims. */
export const concernedRefusal = (
  { personId, subjectId, answerable }: BonusGround,
  { claimedBy }: Claim,
  office?: ActsFor,
): BonusRefusal | undefined => {
  if (claimedBy === personId) return { reason: 'OWN_CLAIM', field: 'claimId' };
  if (subjectId === personId || answerable.includes(personId)) return { reason: 'OWN_ENTRY', field: 'entryId' };
  return office?.organizationId === subjectId ? { reason: 'OWN_ORGANIZATION', field: 'entryId' } : undefined;
};

/** By what right the caller decides this claim. */
export const officeOf = (ground: BonusGround, { rules, claim }: FoundClaim): ActsFor | BonusRefusal => {
  const office = decidesFor(ground, rules);
  if (office === undefined) return { reason: 'CLAIM_NOT_YOURS', field: 'claimId' };
  return concernedRefusal(ground, claim, office) ?? office;
};

/** What is granted, within the item's limits, or why it is declined. */
export const verdictOf = (bonus: Bonus, found: FoundClaim, asked: AskedVerdict): Verdict | BonusRefusal => {
  const { claim } = found;
  const { outcome, reason, sameAs } = asked;
  if (!isOutcome(outcome)) return { reason: 'OUTCOME_UNKNOWN', field: 'outcome' };
  if (outcome === 'declined')
    return isDecliningReason(reason)
      ? { outcome, levelId: null, points: 0, honourId: claim.honourId, reason }
      : { reason: 'DECLINING_REASON_UNKNOWN', field: 'reason' };
  const granted = askedOf(found, asked);
  if ('reason' in granted) return granted;
  const { sourceId, itemId, claimId, honour } = claim;
  const honourId = honourIdOf(bonus, { sourceId, itemId, claimId, honour, sameAs });
  return typeof honourId === 'string' ? { outcome, ...granted, honourId, reason: null } : honourId;
};

export const isSameVerdict = (one: Verdict | null, other: Verdict): boolean =>
  one !== null &&
  one.outcome === other.outcome &&
  one.levelId === other.levelId &&
  one.points === other.points &&
  one.honourId === other.honourId &&
  one.reason === other.reason;

export const whyRefusal = (why: string, mayBeEmpty: boolean): BonusRefusal | undefined =>
  textRefusal(why, {
    field: 'why',
    charactersMax: CLAIM_CHARACTERS_MAX,
    lines: 'many',
    ...(mayBeEmpty ? { mayBeEmpty } : {}),
  });

/** A waiting claim, by one person of the office, until somebody could have seen an aggregate. */
export const decideClaim = (bonus: Bonus, order: DecideClaim): Decision => {
  const { ground, claimId, why } = order;
  if (ground.deciding !== null) return { reason: ground.deciding, field: 'entryId' };
  const found = claimIn(bonus, ground, claimId);
  if ('reason' in found) return found;
  const office = officeOf(ground, found);
  if ('reason' in office) return office;
  const verdict = verdictOf(bonus, found, order);
  if (!('outcome' in verdict)) return verdict;
  if (!isWaiting(found.claim))
    return isSameVerdict(found.claim.verdict, verdict) ? [] : { reason: 'CLAIM_DECIDED', field: 'claimId' };
  const asClaimed = verdict.outcome === 'granted' && verdict.points === found.claim.points;
  const text = whyRefusal(why, asClaimed);
  if (text) return text;
  const { party, grantId } = office;
  const alone = { proposalId: null, proposedBy: null };
  const prose = why === '' ? null : { why };
  const data = { ...idsOf(order), ...alone, claimId, verdict, decidedBy: ground.personId, party, grantId, prose };
  return [{ type: 'ClaimDecided.v1', data }];
};

/** Another verdict with its reason. */
export const reconsidered = (
  bonus: Bonus,
  found: FoundClaim,
  asked: AskedVerdict & Readonly<{ because: string }>,
): Readonly<{ verdict: Verdict; because: ReconsideringReason }> | BonusRefusal => {
  const verdict = verdictOf(bonus, found, asked);
  if (!('outcome' in verdict)) return verdict;
  const { because } = asked;
  if (!isReconsideringReason(because)) return { reason: 'RECONSIDERING_REASON_UNKNOWN', field: 'because' };
  if (isSameVerdict(found.claim.verdict, verdict)) return { reason: 'VERDICT_STANDS', field: 'claimId' };
  return found.claim.verdicts >= VERDICTS_PER_CLAIM_MAX
    ? { reason: 'DECIDED_TOO_OFTEN', details: { verdictsMax: VERDICTS_PER_CLAIM_MAX } }
    : { verdict, because };
};

/** By one person while the round is open; afterwards one proposes and another carries out. */
export const reconsiderClaim = (bonus: Bonus, order: ReconsiderClaim): Decision => {
  const { ground, claimId, why } = order;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'entryId' };
  const found = claimIn(bonus, ground, claimId);
  if ('reason' in found) return found;
  const office = officeOf(ground, found);
  if ('reason' in office) return office;
  if (ground.hindrance !== null) return { reason: 'PROPOSAL_NEEDED', field: 'claimId' };
  if (isWaiting(found.claim)) return { reason: 'CLAIM_WAITING', field: 'claimId' };
  const asked = reconsidered(bonus, found, order);
  if ('reason' in asked) return asked;
  const text = whyRefusal(why, false);
  if (text) return text;
  const alone = { proposalId: null, proposedBy: null };
  const data = { ...idsOf(order), ...alone, claimId, ...asked, reconsideredBy: ground.personId, prose: { why } };
  return [{ type: 'ClaimReconsidered.v1', data }];
};
