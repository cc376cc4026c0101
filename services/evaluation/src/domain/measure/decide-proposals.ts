import { secondPersonRefusal } from '@jiangong/event-store';
import { changeOf, concernedRefusal, officeOf, whyRefusal } from './decide-values.ts';
import type { MeasureFact, MeasureProposal, MeasureTerms } from './facts.ts';
import { PROPOSALS_OPEN_MAX } from './limits.ts';
import { type CarryOutMeasureAct, idsOf, type ProposeMeasureAct, type RejectMeasureProposal } from './orders.ts';
import type { MeasureRefusal } from './refusals.ts';
import type { MeasureRules } from './rules.ts';
import { givenAt, isSameGiven, type Measure, valueAt } from './state.ts';

type Decision = readonly MeasureFact[] | MeasureRefusal;

/** Who may carry out what somebody of another role proposed about a value. */
export const MEASURE_SECOND_ROLES = ['discipline-inspector', 'committee-leader'] as const;

/** Whose number is counted by nobody but the platform, the committee's office proposes that it is counted anew. */
const COUNTED_FOR: readonly string[] = ['committee-officer'];

const proposingOf = ({
  ground,
  by,
}: ProposeMeasureAct): Readonly<{ rules: MeasureRules; organizationId: string | null }> | MeasureRefusal => {
  const { rules } = ground;
  if (rules?.computed !== undefined && COUNTED_FOR.includes(by.role)) return { rules, organizationId: null };
  const found = officeOf(ground);
  return 'reason' in found ? found : { rules: found.rules, organizationId: found.office.organizationId };
};

/** After the closing: a value that came late, another one, or none. While one person may still do it alone there is nothing to propose. */
export const proposeAct = (measure: Measure, order: ProposeMeasureAct): Decision => {
  const { ground, by, proposalId, entryId, attempt, why, now } = order;
  const found = proposingOf(order);
  if ('reason' in found) return found;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'sourceId' };
  const alone = valueAt(measure, order) === undefined ? ground.hindrance : ground.changing;
  // What the platform counts nobody changes alone, and until the sheets are opened it counts it itself.
  const isNotNeeded = found.rules.computed === undefined ? alone === null : ground.computing !== 'PROPOSAL_NEEDED';
  if (isNotNeeded) return { reason: 'PROPOSAL_NOT_NEEDED', field: 'sourceId' };
  const refusal = concernedRefusal(ground, entryId, found.organizationId);
  if (refusal) return refusal;
  const change = changeOf(measure, order, found.rules, now);
  if ('reason' in change) return change;
  if (measure.proposals.some(({ terms }) => terms.entryId === entryId && terms.attempt === attempt))
    return { reason: 'PROPOSED_ALREADY', field: 'entryId' };
  if (measure.proposals.length >= PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { proposalsMax: PROPOSALS_OPEN_MAX } };
  const text = whyRefusal(why);
  if (text) return text;
  const [origin, evidence] = change.given === null ? ['', []] : [order.origin, order.evidence];
  const { given, ...becomes } = change;
  const terms: MeasureTerms = { act: 'SettleMeasure', entryId, attempt, ...becomes, evidence };
  const proposal: MeasureProposal = {
    proposalId,
    act: terms.act,
    proposedBy: by.personId,
    role: by.role,
    proposedAt: now,
    terms,
  };
  return [{ type: 'ActProposed.v1', data: { ...idsOf(order), ...proposal, given, prose: { origin, why } } }];
};

/** What was proposed is carried out by another person of another role, who is none of those judged by it. */
export const carryOutAct = (measure: Measure, order: CarryOutMeasureAct): Decision => {
  const { ground, by, proposalId, origin, why } = order;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'sourceId' };
  const proposal = measure.proposals.find((one) => one.proposalId === proposalId);
  const second = secondPersonRefusal(proposal, by, MEASURE_SECOND_ROLES);
  if (second || proposal === undefined) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { terms, given, proposedBy } = proposal;
  const { entryId, attempt, asked, because, evidence } = terms;
  // The round was opened again in between, and somebody recorded the same.
  if (isSameGiven(givenAt(measure, terms), given)) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const refusal = concernedRefusal(ground, entryId, null) ?? whyRefusal(why);
  if (refusal) return refusal;
  const carriedOut = { proposalId, proposedBy, changedBy: by.personId, party: null, grantId: null };
  const data = {
    ...idsOf(order),
    entryId,
    attempt,
    asked,
    given,
    because,
    evidence,
    ...carriedOut,
    prose: { origin, why },
  };
  return [{ type: 'MeasureChanged.v1', data }];
};

/** Turned down by somebody else, or taken back by who proposed it: at any time, or it would wait for ever. */
export const rejectProposal = (measure: Measure, order: RejectMeasureProposal): Decision => {
  const { by, proposalId, why } = order;
  const proposal = measure.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = secondPersonRefusal(proposal, by, MEASURE_SECOND_ROLES);
  if (second && by.personId !== proposal.proposedBy) return second;
  const text = whyRefusal(why);
  if (text) return text;
  const { act } = proposal;
  const data = { ...idsOf(order), proposalId, act, rejectedBy: by.personId, role: by.role, prose: { why } };
  return [{ type: 'ProposalRejected.v1', data }];
};
