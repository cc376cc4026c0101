import { type Proposal, secondPersonRefusal } from '@jiangong/event-store';
import * as limits from '../limits.ts';
import { type Act, isScored, type StageRule } from '../programme.ts';
import type { EditionProposalAct } from './facts.ts';
import { type EditionDecision, whyRefusal } from './opening.ts';
import type { AbandonEdition, ProposeEditionAct, RejectEditionProposal, ReopenStage } from './orders.ts';
import type { EditionRefusal } from './refusals.ts';
import { reopeningRefusal } from './reopening-rules.ts';
import { type OpenEditionState, stageOf } from './state.ts';

/** Reopening one of these touches scores or honours: proposed by one person, carried out by another of another role. */
const SCORES_AND_HONOURS: readonly Act[] = [
  'score',
  'check',
  'vote',
  'decide',
  'commend',
  'appeal',
  'recheck',
  'put-forward',
];

export const touchesScores = (stage: Pick<StageRule, 'act' | 'phase'>): boolean =>
  SCORES_AND_HONOURS.includes(stage.act) || isScored(stage);

/** Who carries out, or turns down, what another proposed. */
export const SECOND_ROLES: Readonly<Record<EditionProposalAct, readonly string[]>> = {
  ReopenStage: ['discipline-inspector', 'committee-officer'],
  AbandonEdition: ['committee-leader', 'discipline-inspector'],
};

export const proposeEditionAct = (edition: OpenEditionState, order: ProposeEditionAct): EditionDecision => {
  const { proposalId, act, stageId, closesOn, by, now } = order;
  const refusal = whyRefusal(order.why);
  if (refusal) return refusal;
  const stage = stageOf(edition, stageId);
  if (act === 'ReopenStage' && !stage) return { reason: 'STAGE_UNKNOWN', field: 'stageId' };
  // It would stand in somebody's list of work, and could never be carried out.
  const inVain = act === 'ReopenStage' && stage && reopeningRefusal(edition, stage, order);
  if (inVain) return inVain;
  if (Object.keys(edition.proposals).length >= limits.PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { max: limits.PROPOSALS_OPEN_MAX } };
  const terms = { stageId, closesOn, closing: stage?.closings ?? 0 };
  const { editionId } = edition.terms;
  const who = { proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { editionId, proposalId, act, terms, ...who, prose: { why: order.why } } }];
};

export const rejectEditionProposal = (edition: OpenEditionState, order: RejectEditionProposal): EditionDecision => {
  const proposal = edition.proposals[order.proposalId];
  if (!proposal) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const refusal = whyRefusal(order.why);
  if (refusal) return refusal;
  const { proposalId } = order;
  const { editionId } = edition.terms;
  return [{ type: 'ProposalRejected.v1', data: { editionId, proposalId, prose: { why: order.why } } }];
};

/** The proposal that an order carries out, if it says the same and another person of another role gives it. */
export const carriedOut = (
  edition: OpenEditionState,
  order: ReopenStage | AbandonEdition,
  act: EditionProposalAct,
): Proposal | EditionRefusal => {
  const found = order.proposalId === null ? undefined : edition.proposals[order.proposalId];
  const proposal = found?.act === act ? found : undefined;
  const refusal = secondPersonRefusal(proposal, order.by, SECOND_ROLES[act]);
  if (refusal || !proposal) return refusal ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  if (order.type === 'AbandonEdition') return proposal;
  const { stageId, closesOn, closing } = proposal.terms;
  const same = stageId === order.stageId && closesOn === order.closesOn;
  return same && closing === stageOf(edition, stageId)?.closings
    ? proposal
    : { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
};
