import type { BonusClaimed, BonusFact, BonusProposal, OfBonus, Verdict } from './facts.ts';

/** `verdict`: null while it waits; `verdicts`: how often it was judged. */
export type Claim = Readonly<
  Omit<BonusClaimed['data'], keyof OfBonus | 'prose'> & {
    withdrawn: boolean;
    verdict: Verdict | null;
    verdicts: number;
  }
>;

/** The claims of one entry in one round. Prose is no state. */
export type Bonus = Readonly<{ claims: readonly Claim[]; proposals: readonly BonusProposal[] }>;

export const BLANK: Bonus = { claims: [], proposals: [] };

/** What a claim is counted as: by its verdict, else as it was claimed. */
export const honourOf = ({ honourId, verdict }: Claim): string => verdict?.honourId ?? honourId;

/** Whether nothing was said about a claim yet. */
export const isWaiting = ({ withdrawn, verdict }: Claim): boolean => !withdrawn && verdict === null;

/** Whether a claim counts, or may still come to count by itself. */
export const stands = ({ withdrawn, verdict }: Claim): boolean => !withdrawn && verdict?.outcome !== 'declined';

const withClaim = (bonus: Bonus, claimId: string, change: (one: Claim) => Partial<Claim>): Bonus => ({
  ...bonus,
  claims: bonus.claims.map((one) => (one.claimId === claimId ? { ...one, ...change(one) } : one)),
});

const without = (bonus: Bonus, proposalId: string | null): Bonus => ({
  ...bonus,
  proposals: bonus.proposals.filter((one) => one.proposalId !== proposalId),
});

export const evolveBonus = (bonus: Bonus, fact: BonusFact): Bonus => {
  switch (fact.type) {
    case 'BonusClaimed.v1': {
      const {
        bonusId: _bonus,
        roundId: _round,
        editionId: _edition,
        entryId: _entry,
        prose: _prose,
        ...told
      } = fact.data;
      return { ...bonus, claims: [...bonus.claims, { ...told, withdrawn: false, verdict: null, verdicts: 0 }] };
    }
    case 'ClaimWithdrawn.v1':
      return withClaim(bonus, fact.data.claimId, () => ({ withdrawn: true }));
    case 'ClaimDecided.v1':
    case 'ClaimReconsidered.v1': {
      const { claimId, verdict, proposalId } = fact.data;
      const judged = withClaim(bonus, claimId, ({ verdicts }) => ({ verdict, verdicts: verdicts + 1 }));
      return without(judged, proposalId);
    }
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      return { ...bonus, proposals: [...bonus.proposals, { proposalId, act, proposedBy, role, proposedAt, terms }] };
    }
    case 'ProposalRejected.v1':
      return without(bonus, fact.data.proposalId);
  }
};
