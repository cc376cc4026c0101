import { secondPersonRefusal } from '@jiangong/event-store';
import type { ActProposed, ExitCorrected, ProposalRejected, StageCorrected, StageTerms } from './facts.ts';
import { wrongPastDay } from './decide-stage.ts';
import { PROBATION_MONTHS, PROPOSALS_MAX } from './limits.ts';
import { isExit, isRecordedStage } from './membership-stage.ts';
import { addMonths } from './months.ts';
import type { CarryOutCorrection, ProposeCorrection, RejectProposal } from './orders.ts';
import type { Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

type Decision = readonly (ActProposed | ProposalRejected | StageCorrected | ExitCorrected)[] | PersonRefusal;

/** Who may carry out the correction that another proposed. */
export const CORRECTING_ROLES = ['committee-officer', 'committee-leader', 'discipline-inspector'] as const;

const isAct = (text: string): text is ActProposed['data']['act'] => text === 'CorrectExit' || text === 'CorrectStage';

const wrongProbation = ({ since, probationEndsOn }: StageTerms): PersonRefusal | undefined =>
  probationEndsOn === null || probationEndsOn < addMonths(since, PROBATION_MONTHS)
    ? {
        reason: 'PROBATION_NOT_OVER',
        field: 'probationEndsOn',
        details: { endsOn: addMonths(since, PROBATION_MONTHS) },
      }
    : undefined;

/** The stage as it should have been recorded. */
const termsOf = ({
  to,
  now,
}: ProposeCorrection): Readonly<{ terms: StageTerms }> | Readonly<{ refusal: PersonRefusal }> => {
  if (to === null) return { refusal: { reason: 'STAGE_UNKNOWN', field: 'stage' } };
  if (to.stage === 'none') return { terms: { stage: 'none', since: '', probationEndsOn: null, extended: false } };
  if (!isRecordedStage(to.stage)) return { refusal: { reason: 'STAGE_UNKNOWN', field: 'stage' } };
  const wrongDay = wrongPastDay(to.since, 'since', now);
  if (wrongDay) return { refusal: wrongDay };
  const { stage, since, extended } = to;
  if (stage !== 'probationary') return { terms: { stage, since, probationEndsOn: null, extended: false } };
  const probationEndsOn = to.probationEndsOn ?? addMonths(since, PROBATION_MONTHS);
  const terms = { stage, since, probationEndsOn, extended };
  const refusal = wrongProbation(terms);
  return refusal ? { refusal } : { terms };
};

/** What was recorded wrongly is put right by two persons: an exit is undone, or the present stage corrected. */
export const proposeCorrection = (person: Registered, order: ProposeCorrection): Decision => {
  const { personId, membership, stageNumber, proposals } = person;
  const { act, by, proposalId, reason, now } = order;
  if (!isAct(act)) return { reason: 'CORRECTION_UNKNOWN', field: 'act' };
  if (by.personId === personId) return { reason: 'OWN_CORRECTION', field: 'personId' };
  const exited = isExit(membership.stage);
  if (act === 'CorrectExit' && !exited) return { reason: 'NOT_EXITED', field: 'act' };
  if (act === 'CorrectStage' && exited)
    return { reason: 'PERSON_EXITED', field: 'act', details: { stage: membership.stage } };
  const checked = act === 'CorrectStage' ? termsOf(order) : { terms: null };
  if ('refusal' in checked) return checked.refusal;
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  if (proposals.length >= PROPOSALS_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { proposalsMax: PROPOSALS_MAX } };
  const who = { proposedBy: by.personId, role: by.role, proposedAt: now };
  const terms = { stageNumber, to: checked.terms };
  return [{ type: 'ActProposed.v1', data: { personId, proposalId, act, terms, ...who, prose: { why: reason } } }];
};

/** By another person of another role; lapsed once another stage was recorded. */
export const carryOutCorrection = (person: Registered, { proposalId, by }: CarryOutCorrection): Decision => {
  const { personId, membership, beforeExit, stageNumber } = person;
  const proposal = person.proposals.find((one) => one.proposalId === proposalId);
  const refusal = secondPersonRefusal(proposal, by, CORRECTING_ROLES);
  if (refusal || !proposal) return refusal ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  if (by.personId === personId) return { reason: 'OWN_CORRECTION', field: 'personId' };
  const { terms, proposedBy } = proposal;
  if (terms.stageNumber !== stageNumber) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const who = { proposalId, proposedBy, correctedBy: by.personId };
  const { stage } = membership;
  if (terms.to !== null)
    return [{ type: 'StageCorrected.v1', data: { personId, formerStage: stage, ...terms.to, ...who } }];
  if (!isExit(stage) || beforeExit === null) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const restored = {
    stage: beforeExit.stage,
    since: beforeExit.stage === 'none' ? '' : beforeExit.since,
    probationEndsOn: beforeExit.stage === 'probationary' ? beforeExit.endsOn : null,
  };
  return [{ type: 'ExitCorrected.v1', data: { personId, kind: stage, ...restored, ...who } }];
};

/** By anybody who could carry it out, and by whoever proposed it. */
export const rejectProposal = (person: Registered, { proposalId, by, reason }: RejectProposal): Decision => {
  const proposal = person.proposals.find((one) => one.proposalId === proposalId);
  if (!proposal) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = proposal.proposedBy === by.personId ? undefined : secondPersonRefusal(proposal, by, CORRECTING_ROLES);
  const refusal = second ?? wrongReason(reason);
  if (refusal) return refusal;
  const { personId } = person;
  return [
    { type: 'ProposalRejected.v1', data: { personId, proposalId, rejectedBy: by.personId, prose: { why: reason } } },
  ];
};
