import { type Decider, secondPersonRefusal } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import type { RecommendationFact, RecommendationTerms } from './facts.ts';
import { CORRECTIONS_MAX, LEVEL_CHARACTERS_MAX, OUTSIDE_RECORDED_MAX, RECOMMENDATION_PROPOSALS_MAX } from './limits.ts';
import type {
  CarryOutRecommendationProposal,
  CorrectPutForward,
  ProposeRecommendationAct,
  RecommendationOrder,
  RecordOutsideDecision,
  RejectRecommendationProposal,
  TakeBackWithDecision,
} from './orders.ts';
import { paperRefusal, whyRefusal } from './papers.ts';
import { putForward } from './put-forward.ts';
import type { RecommendationRefusal } from './refusals.ts';
import { evolveRecommendation, type KnownRecommendation, type RecommendationState } from './state.ts';
import { isOutsideOutcome, isTakingBackReason, isUnrecordingReason } from './words.ts';

type Decision = readonly RecommendationFact[] | RecommendationRefusal;
type Standing = Extract<RecommendationState, { kind: 'put-forward' }>;

/** Who may carry out what somebody of another role proposed about a recommendation. */
export const RECOMMENDATION_SECOND_ROLES = ['discipline-inspector', 'committee-leader'] as const;

const notPutForward: RecommendationRefusal = { reason: 'NOT_PUT_FORWARD', field: 'recommendationId' };

/** Another paper, with a reason, until something was decided outside: from then on theirs speaks. */
const correct = (state: Standing, order: CorrectPutForward): Decision => {
  const { documentNumber, file, effectiveOn, why, by, now } = order;
  if (state.outside !== null) return { reason: 'OUTSIDE_DECIDED', field: 'recommendationId' };
  if (state.times.corrected >= CORRECTIONS_MAX)
    return { reason: 'TOO_MANY_CORRECTIONS', field: 'recommendationId', details: { timesMax: CORRECTIONS_MAX } };
  const refusal = paperRefusal(order, now, { day: '', reason: 'DAY_BEFORE_DECISION' }) ?? whyRefusal(why);
  if (refusal) return refusal;
  const same = state.documentNumber === documentNumber && state.file === file && state.effectiveOn === effectiveOn;
  if (same) return { reason: 'NO_CORRECTION', field: 'file' };
  const paper = { documentNumber, file, effectiveOn };
  return [
    { type: 'PutForwardCorrected.v1', data: { ...state.place, ...paper, correctedBy: by.personId, prose: { why } } },
  ];
};

const record = (state: Standing, order: RecordOutsideDecision): Decision => {
  const { outcome, level, documentNumber, file, effectiveOn, by, now } = order;
  if (state.outside !== null) return { reason: 'OUTSIDE_DECIDED', field: 'recommendationId' };
  if (state.times.recorded >= OUTSIDE_RECORDED_MAX)
    return { reason: 'OUTSIDE_TOO_OFTEN', field: 'recommendationId', details: { timesMax: OUTSIDE_RECORDED_MAX } };
  if (!isOutsideOutcome(outcome)) return { reason: 'OUTSIDE_OUTCOME_UNKNOWN', field: 'outcome' };
  const refusal =
    textRefusal(level, { field: 'level', charactersMax: LEVEL_CHARACTERS_MAX, lines: 'one' }) ??
    paperRefusal(order, now, { day: state.effectiveOn, reason: 'DAY_BEFORE_PUT_FORWARD' });
  if (refusal) return refusal;
  const paper = { documentNumber, file, effectiveOn };
  const data = { ...state.place, outcome, level, ...paper, recordedBy: by.personId };
  return [{ type: 'OutsideDecisionRecorded.v1', data }];
};

const termsOf = ({ act, reason }: ProposeRecommendationAct['terms']): RecommendationTerms | RecommendationRefusal => {
  if (act === 'TakeBackPutForward' && isTakingBackReason(reason)) return { act, reason };
  if (act === 'WithdrawOutsideDecision' && isUnrecordingReason(reason)) return { act, reason };
  return { reason: 'RECOMMENDATION_REASON_UNKNOWN', field: 'reason' };
};

/** What was decided outside is withdrawn first: nothing is taken back from under it. */
const standingRefusal = (state: Standing, act: RecommendationTerms['act']): RecommendationRefusal | undefined => {
  const field = 'recommendationId';
  if (act === 'TakeBackPutForward') return state.outside === null ? undefined : { reason: 'OUTSIDE_DECIDED', field };
  return state.outside === null ? { reason: 'OUTSIDE_UNDECIDED', field } : undefined;
};

const propose = (state: Standing, order: ProposeRecommendationAct): Decision => {
  const { proposalId, by, now, why } = order;
  const terms = termsOf(order.terms);
  if (!('act' in terms)) return terms;
  const refusal = standingRefusal(state, terms.act);
  if (refusal) return refusal;
  if (state.proposals.some(({ act }) => act === terms.act) || state.proposals.length >= RECOMMENDATION_PROPOSALS_MAX)
    return { reason: 'PROPOSED_ALREADY', field: 'recommendationId' };
  const text = whyRefusal(why);
  if (text) return text;
  const said = { proposalId, act: terms.act, terms, proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { ...state.place, ...said, prose: { why } } }];
};

/** Turned down by somebody else, or taken back by who proposed it. */
const reject = (state: KnownRecommendation, { proposalId, by, why }: RejectRecommendationProposal): Decision => {
  const proposal = state.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = secondPersonRefusal(proposal, by, RECOMMENDATION_SECOND_ROLES);
  if (second && by.personId !== proposal.proposedBy) return second;
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const { act } = proposal.terms;
  const data = { ...state.place, proposalId, act, rejectedBy: by.personId, role: by.role, prose: { why } };
  return [{ type: 'ProposalRejected.v1', data }];
};

const carryOut = (state: Standing, { proposalId, by, now, why }: CarryOutRecommendationProposal): Decision => {
  const proposal = state.proposals.find((one) => one.proposalId === proposalId);
  const second = secondPersonRefusal(proposal, by, RECOMMENDATION_SECOND_ROLES);
  if (second || proposal === undefined) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { terms, proposedBy } = proposal;
  if (standingRefusal(state, terms.act)) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const carried = { ...state.place, at: now, by: by.personId, role: by.role, proposalId, proposedBy };
  return terms.act === 'TakeBackPutForward'
    ? [
        {
          type: 'PutForwardTakenBack.v1',
          data: { ...carried, reason: terms.reason, decisionId: null, prose: { why } },
        },
      ]
    : [{ type: 'OutsideDecisionWithdrawn.v1', data: { ...carried, reason: terms.reason, prose: { why } } }];
};

/** Whatever was decided outside meanwhile: the recommendation rests on nothing any more. */
const takeBackWithDecision = (state: Standing, order: TakeBackWithDecision): Decision => {
  const { decisionId, annulledAt, by, proposalId, proposedBy } = order;
  if (state.decisionId !== decisionId) return [];
  const carried = { ...state.place, at: annulledAt, by: by.personId, role: by.role, proposalId, proposedBy };
  return [
    { type: 'PutForwardTakenBack.v1', data: { ...carried, reason: 'decision-annulled', decisionId, prose: null } },
  ];
};

const decide = (state: RecommendationState, order: RecommendationOrder): Decision => {
  if (order.type === 'PutForward') return putForward(state, order);
  if (state.kind !== 'absent' && order.type === 'RejectRecommendationProposal') return reject(state, order);
  if (order.type === 'TakeBackWithDecision' && state.kind !== 'put-forward') return [];
  if (state.kind !== 'put-forward') return notPutForward;
  switch (order.type) {
    case 'CorrectPutForward':
      return correct(state, order);
    case 'RecordOutsideDecision':
      return record(state, order);
    case 'ProposeRecommendationAct':
      return propose(state, order);
    case 'RejectRecommendationProposal':
      return reject(state, order);
    case 'CarryOutRecommendationProposal':
      return carryOut(state, order);
    case 'TakeBackWithDecision':
      return takeBackWithDecision(state, order);
  }
};

/** One entry on its way upwards: put forward, its paper corrected, taken back by two persons, and what became of it outside. */
export const recommendationDecider: Decider<
  RecommendationState,
  RecommendationOrder,
  RecommendationFact,
  RecommendationRefusal
> = { initial: { kind: 'absent' }, evolve: evolveRecommendation, decide };
