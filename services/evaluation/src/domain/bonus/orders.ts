import type { OfBonus } from './facts.ts';
import type { BonusGround } from './ground.ts';

/** Every order: whose claims, what it must know of the round and of the caller, and when. */
type Given = OfBonus & Readonly<{ ground: BonusGround; now: string }>;
type Acting = Readonly<{ by: Readonly<{ personId: string; role: string }> }>;

/** `levelId`, `sameAs` and `account` may be empty; `points` is read where the item has no levels. */
export type ClaimBonus = Given &
  Readonly<{
    type: 'ClaimBonus';
    claimId: string;
    sourceId: string;
    itemId: string;
    levelId: string;
    points: number;
    honour: string;
    /** Another claim of the same honour. */
    sameAs: string;
    achievedOn: string;
    evidence: readonly string[];
    account: string;
  }>;

export type WithdrawClaim = Given & Readonly<{ type: 'WithdrawClaim'; claimId: string; why: string }>;

/** Words as they came. `sameAs`: empty as claimed, the claim itself: an honour of its own. */
export type AskedVerdict = Readonly<{
  claimId: string;
  outcome: string;
  levelId: string;
  points: number;
  sameAs: string;
  reason: string;
}>;

/** `why` may be empty where it is granted as it was claimed. */
export type DecideClaim = Given & AskedVerdict & Readonly<{ type: 'DecideClaim'; why: string }>;

export type ReconsiderClaim = Given &
  AskedVerdict &
  Readonly<{ type: 'ReconsiderClaim'; because: string; why: string }>;

export type ProposeBonusAct = Given &
  Acting &
  AskedVerdict &
  Readonly<{ type: 'ProposeBonusAct'; proposalId: string; because: string; why: string }>;
export type CarryOutBonusAct = Given & Acting & Readonly<{ type: 'CarryOutBonusAct'; proposalId: string; why: string }>;
export type RejectBonusProposal = Given &
  Acting &
  Readonly<{ type: 'RejectBonusProposal'; proposalId: string; why: string }>;

export type BonusOrder =
  | ClaimBonus
  | WithdrawClaim
  | DecideClaim
  | ReconsiderClaim
  | ProposeBonusAct
  | CarryOutBonusAct
  | RejectBonusProposal;

export const idsOf = ({ bonusId, roundId, editionId, entryId }: OfBonus): OfBonus => ({
  bonusId,
  roundId,
  editionId,
  entryId,
});
