import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '@jiangong/wording';
import { periodOn } from '../checklist/judged-time.ts';
import type { BonusFact } from './facts.ts';
import { bonusItem, type FoundBonus, mayClaim } from './ground.ts';
import { CLAIM_CHARACTERS_MAX, CLAIMS_PER_ENTRY_MAX, EVIDENCE_MAX, HONOUR_CHARACTERS_MAX } from './limits.ts';
import { type ClaimBonus, idsOf, type WithdrawClaim } from './orders.ts';
import type { BonusRefusal } from './refusals.ts';
import { type Bonus, type Claim, honourOf, isWaiting, stands } from './state.ts';

type Decision = readonly BonusFact[] | BonusRefusal;

const SHA256 = /^[0-9a-f]{64}$/u;

const evidenceRefusal = (evidence: readonly string[], { document }: FoundBonus['rules']): BonusRefusal | undefined => {
  if (evidence.length > EVIDENCE_MAX)
    return { reason: 'EVIDENCE_INVALID', field: 'evidence', details: { evidenceMax: EVIDENCE_MAX } };
  if (evidence.length === 0 && document === 'required') return { reason: 'CLAIM_NEEDS_DOCUMENT', field: 'evidence' };
  const wrong = evidence.findIndex((hash, at) => !SHA256.test(hash) || evidence.indexOf(hash) !== at);
  return wrong === -1 ? undefined : { reason: 'EVIDENCE_INVALID', field: `evidence[${wrong}]` };
};

const dayRefusal = ({ achievedOn, now }: ClaimBonus, { time }: FoundBonus['rules']): BonusRefusal | undefined => {
  if (!isLocalDate(achievedOn) || achievedOn > localDateOf(now))
    return { reason: 'EFFECTIVE_ON_INVALID', field: 'achievedOn' };
  return periodOn(time, 'round', achievedOn) === undefined
    ? { reason: 'OUTSIDE_JUDGED_TIME', field: 'achievedOn' }
    : undefined;
};

/** The level and the points that are asked for: of a level, where the item has levels. */
export const askedOf = (
  { item, levels }: FoundBonus,
  { levelId, points }: Readonly<{ levelId: string; points: number }>,
): Readonly<{ levelId: string | null; points: number }> | BonusRefusal => {
  if (levels.length > 0) {
    const level = levels.find(({ id }) => id === levelId);
    return level === undefined
      ? { reason: 'LEVEL_UNKNOWN', field: 'levelId' }
      : { levelId: level.id, points: level.points };
  }
  if (levelId !== '') return { reason: 'LEVEL_UNKNOWN', field: 'levelId' };
  return Number.isSafeInteger(points) && points >= 1 && points <= item.points
    ? { levelId: null, points }
    : { reason: 'POINTS_INVALID', field: 'points', details: { pointsMax: item.points } };
};

/** The same name written otherwise is the same name. */
const nameOf = (honour: string): string => honour.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();

type Named = Readonly<{ claimId: string; sourceId: string; itemId: string; honour: string; sameAs: string }>;

const isSameItem = (one: Readonly<{ sourceId: string; itemId: string }>, other: typeof one): boolean =>
  one.sourceId === other.sourceId && one.itemId === other.itemId;

/**
 * What an honour is counted as: what the claim named is, else what stands under the same name, else an honour of its own. One honour
 * belongs to one item: in two it would be counted twice, or lose by being granted once more.
 */
export const honourIdOf = ({ claims }: Bonus, named: Named): string | BonusRefusal => {
  const { claimId, honour, sameAs } = named;
  if (sameAs === claimId) return claimId;
  const others = claims.filter((one) => one.claimId !== claimId && stands(one));
  const same =
    sameAs === ''
      ? others.find((one) => nameOf(one.honour) === nameOf(honour))
      : others.find((one) => one.claimId === sameAs);
  if (same === undefined) return sameAs === '' ? claimId : { reason: 'CLAIM_UNKNOWN', field: 'sameAs' };
  return isSameItem(same, named)
    ? honourOf(same)
    : { reason: 'HONOUR_ELSEWHERE', field: sameAs === '' ? 'honour' : 'sameAs', details: { itemId: same.itemId } };
};

const claimRefusal = (bonus: Bonus, order: ClaimBonus, { rules }: FoundBonus): BonusRefusal | undefined =>
  firstRefusal<BonusRefusal>(
    textRefusal(order.honour, { field: 'honour', charactersMax: HONOUR_CHARACTERS_MAX, lines: 'one' }),
    dayRefusal(order, rules),
    evidenceRefusal(order.evidence, rules),
    textRefusal(order.account, {
      field: 'account',
      charactersMax: CLAIM_CHARACTERS_MAX,
      lines: 'many',
      mayBeEmpty: true,
    }),
    bonus.claims.length >= CLAIMS_PER_ENTRY_MAX
      ? { reason: 'TOO_MANY_CLAIMS', details: { claimsMax: CLAIMS_PER_ENTRY_MAX } }
      : undefined,
  );

export const claimBonus = (bonus: Bonus, order: ClaimBonus): Decision => {
  const { ground, claimId, sourceId, itemId, honour, achievedOn, evidence, account } = order;
  if (ground.hindrance !== null) return { reason: ground.hindrance, field: 'entryId' };
  if (bonus.claims.some((one) => one.claimId === claimId)) return [];
  const found = bonusItem(ground, order);
  if (found === undefined) return { reason: 'BONUS_UNKNOWN', field: 'itemId' };
  if (!mayClaim(ground, found.rules)) return { reason: 'NOT_THE_SUBJECT', field: 'entryId' };
  if (ground.waiting.includes(found.source.id)) return { reason: 'STAGE_NOT_YOURS_NOW', field: 'entryId' };
  const asked = askedOf(found, order);
  if ('reason' in asked) return asked;
  const refusal = claimRefusal(bonus, order, found);
  if (refusal) return refusal;
  const honourId = honourIdOf(bonus, order);
  if (typeof honourId !== 'string') return honourId;
  const twice = bonus.claims.some(
    (one) => stands(one) && honourOf(one) === honourId && (one.verdict ?? one).levelId === asked.levelId,
  );
  // Where the source counts an honour once, the same again at the same level could give nothing.
  if (twice && found.source.once) return { reason: 'HONOUR_CLAIMED_ALREADY', field: 'honour' };
  return [
    {
      type: 'BonusClaimed.v1',
      data: {
        ...idsOf(order),
        ...{ claimId, sourceId, itemId, ...asked, honour, honourId, achievedOn, evidence },
        claimedBy: ground.personId,
        prose: account === '' ? null : { account },
      },
    },
  ];
};

/** The claim, or why there is none to do anything with. */
export const standingClaim = ({ claims }: Bonus, claimId: string): Claim | BonusRefusal => {
  const claim = claims.find((one) => one.claimId === claimId);
  if (claim === undefined) return { reason: 'CLAIM_UNKNOWN', field: 'claimId' };
  return claim.withdrawn ? { reason: 'CLAIM_WITHDRAWN', field: 'claimId' } : claim;
};

/** By whoever may claim it: whoever did may have left since. */
export const withdrawClaim = (bonus: Bonus, order: WithdrawClaim): Decision => {
  const { ground, claimId, why } = order;
  if (ground.deciding !== null) return { reason: ground.deciding, field: 'entryId' };
  const known = bonus.claims.find((one) => one.claimId === claimId);
  const found = known && bonusItem(ground, known);
  if (known === undefined || found === undefined) return { reason: 'CLAIM_UNKNOWN', field: 'claimId' };
  if (!mayClaim(ground, found.rules)) return { reason: 'NOT_THE_SUBJECT', field: 'entryId' };
  if (known.withdrawn) return [];
  if (!isWaiting(known)) return { reason: 'CLAIM_DECIDED', field: 'claimId' };
  const text = textRefusal(why, { field: 'why', charactersMax: CLAIM_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  return [
    { type: 'ClaimWithdrawn.v1', data: { ...idsOf(order), claimId, withdrawnBy: ground.personId, prose: { why } } },
  ];
};
