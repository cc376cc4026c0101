import type { Fact, Proposal } from '@jiangong/event-store';
import type { Second, Told } from '../checklist/facts.ts';
import type { DecliningReason, Outcome, ReconsideringReason } from './words.ts';

/** The claims of one entry in one round. */
export type OfBonus = Readonly<{ bonusId: string; roundId: string; editionId: string; entryId: string }>;

/**
 * What is judged claims points for something that it achieved. `honour`: what it is called; `honourId`: what it is counted as, the claim
 * that named it first; `levelId`: null where the item has no levels; `points`: what is asked for, in hundredths; `achievedOn`: when it was
 * so; `evidence`: SHA-256 of documents.
 */
export type BonusClaimed = Fact<
  'BonusClaimed.v1',
  OfBonus &
    Readonly<{
      claimId: string;
      sourceId: string;
      itemId: string;
      levelId: string | null;
      points: number;
      honour: string;
      honourId: string;
      achievedOn: string;
      evidence: readonly string[];
      claimedBy: string;
      prose: Told<{ account: string }> | null;
    }>
>;

/** Before anybody judged it, by those who claimed. */
export type ClaimWithdrawn = Fact<
  'ClaimWithdrawn.v1',
  OfBonus & Readonly<{ claimId: string; withdrawnBy: string; prose: Told<{ why: string }> }>
>;

/** `points`: none where it is declined; `reason`: null where it is granted. */
export type Verdict = Readonly<{
  outcome: Outcome;
  levelId: string | null;
  points: number;
  honourId: string;
  reason: DecliningReason | null;
}>;

/** `party`, `grantId`: by what right; null where two persons settled what was left waiting. */
export type ClaimDecided = Fact<
  'ClaimDecided.v1',
  OfBonus &
    Second &
    Readonly<{
      claimId: string;
      verdict: Verdict;
      decidedBy: string;
      party: string | null;
      grantId: string | null;
      prose: Told<{ why: string }> | null;
    }>
>;

export type ClaimReconsidered = Fact<
  'ClaimReconsidered.v1',
  OfBonus &
    Second &
    Readonly<{
      claimId: string;
      verdict: Verdict;
      because: ReconsideringReason;
      reconsideredBy: string;
      prose: Told<{ why: string }>;
    }>
>;

export type BonusTerms = Readonly<{
  act: 'SettleClaim';
  claimId: string;
  verdict: Verdict;
  because: ReconsideringReason;
}>;

export type BonusProposal = Omit<Proposal, 'act'> & Readonly<{ act: BonusTerms['act']; terms: BonusTerms }>;

export type BonusActProposed = Fact<
  'ActProposed.v1',
  OfBonus & BonusProposal & Readonly<{ prose: Told<{ why: string }> }>
>;

export type BonusProposalRejected = Fact<
  'ProposalRejected.v1',
  OfBonus &
    Readonly<{
      proposalId: string;
      act: BonusTerms['act'];
      rejectedBy: string;
      role: string;
      prose: Told<{ why: string }>;
    }>
>;

export type BonusFact =
  | BonusClaimed
  | ClaimWithdrawn
  | ClaimDecided
  | ClaimReconsidered
  | BonusActProposed
  | BonusProposalRejected;
