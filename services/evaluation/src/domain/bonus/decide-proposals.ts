import { secondPersonRefusal } from '@jiangong/event-store';
import { claimIn, concernedRefusal, isSameVerdict, officeOf, reconsidered, whyRefusal } from './decide-verdicts.ts';
import type { BonusFact, BonusProposal, BonusTerms } from './facts.ts';
import { PROPOSALS_OPEN_MAX } from './limits.ts';
import { type CarryOutBonusAct, idsOf, type ProposeBonusAct, type RejectBonusProposal } from './orders.ts';
import type { BonusRefusal } from './refusals.ts';
import { type Bonus, honourOf, isWaiting } from './state.ts';

type Decision = readonly BonusFact[] | BonusRefusal;

/** Who may carry out what somebody of another role proposed about a claim. */
export const BONUS_SECOND_ROLES = ['discipline-inspector', 'committee-leader'] as const;

/** What one person may not do any more, or not alone: another verdict, also about what was left waiting. */
export const proposeAct = (bonus: Bonus, order: ProposeBonusAct): Decision => {
  const { ground, by, proposalId, claimId, why, now } = order;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'entryId' };
  const found = claimIn(bonus, ground, claimId);
  if ('reason' in found) return found;
  const office = officeOf(ground, found);
  if ('reason' in office) return office;
  const asked = reconsidered(bonus, found, order);
  if ('reason' in asked) return asked;
  if (bonus.proposals.some(({ terms }) => terms.claimId === claimId))
    return { reason: 'PROPOSED_ALREADY', field: 'claimId' };
  if (bonus.proposals.length >= PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { proposalsMax: PROPOSALS_OPEN_MAX } };
  const text = whyRefusal(why, false);
  if (text) return text;
  const terms: BonusTerms = { act: 'SettleClaim', claimId, ...asked };
  const proposal: BonusProposal = {
    proposalId,
    act: terms.act,
    proposedBy: by.personId,
    role: by.role,
    proposedAt: now,
    terms,
  };
  return [{ type: 'ActProposed.v1', data: { ...idsOf(order), ...proposal, prose: { why } } }];
};

/** What moved since it was proposed: the claim is gone, judged so already, or the honour that it was to be counted as stands elsewhere. */
const isLapsed = (bonus: Bonus, { claimId, verdict }: BonusTerms): boolean => {
  const claim = bonus.claims.find((one) => one.claimId === claimId);
  if (claim === undefined || claim.withdrawn || isSameVerdict(claim.verdict, verdict)) return true;
  if (verdict.honourId === claimId) return false;
  return bonus.claims.every((one) => one.claimId === claimId || honourOf(one) !== verdict.honourId);
};

/** What was proposed is carried out by another person of another role, who claimed nothing and is none of those judged. */
export const carryOutAct = (bonus: Bonus, order: CarryOutBonusAct): Decision => {
  const { ground, by, proposalId, why } = order;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'entryId' };
  const proposal = bonus.proposals.find((one) => one.proposalId === proposalId);
  const second = secondPersonRefusal(proposal, by, BONUS_SECOND_ROLES);
  if (second || proposal === undefined) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { terms, proposedBy } = proposal;
  const { claimId, verdict, because } = terms;
  const claim = bonus.claims.find((one) => one.claimId === claimId);
  if (claim === undefined || isLapsed(bonus, terms)) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const concerned = concernedRefusal(ground, claim) ?? whyRefusal(why, false);
  if (concerned) return concerned;
  const carried = { ...idsOf(order), proposalId, proposedBy, claimId, verdict, prose: { why } };
  if (isWaiting(claim)) {
    const data = { ...carried, decidedBy: by.personId, party: null, grantId: null };
    return [{ type: 'ClaimDecided.v1', data }];
  }
  return [{ type: 'ClaimReconsidered.v1', data: { ...carried, because, reconsideredBy: by.personId } }];
};

/** Turned down by somebody else, or taken back by who proposed it: at any time, or it would wait for ever. */
export const rejectProposal = (bonus: Bonus, order: RejectBonusProposal): Decision => {
  const { by, proposalId, why } = order;
  const proposal = bonus.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = secondPersonRefusal(proposal, by, BONUS_SECOND_ROLES);
  if (second && by.personId !== proposal.proposedBy) return second;
  const text = whyRefusal(why, false);
  if (text) return text;
  const { act } = proposal;
  const data = { ...idsOf(order), proposalId, act, rejectedBy: by.personId, role: by.role, prose: { why } };
  return [{ type: 'ProposalRejected.v1', data }];
};
