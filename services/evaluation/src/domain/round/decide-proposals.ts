import { isRefusal, isSameData, secondPersonRefusal } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { LATE_ACTS_PER_ROUND_MAX, PROPOSALS_OPEN_MAX, REASON_CHARACTERS_MAX } from '../limits.ts';
import { redrawOrder } from '../contest/decide-order.ts';
import { reopenEntry } from '../contest/decide-scores.ts';
import { dismissConflict, redealEntries } from '../deal/decide-deal.ts';
import { putBackEntry, takeOutEntry } from './decide-entries.ts';
import { annulRound, openLate, reopenRound } from './decide-opening.ts';
import { chooseGoingOn } from './decide-going-on.ts';
import { redrawList } from './decide-redraw.ts';
import { declareBySecond, liftRecusal } from './decide-recusals.ts';
import { drawReplacement, replacementRefusal } from './decide-replacement.ts';
import { excuseSeat, vacateBySecond } from './decide-seats.ts';
import { annulmentTermsRefusal } from '../decision/decide-taken.ts';
import { unitOfDecision } from './decided-part.ts';
import { decidableOf } from './decide-decision.ts';
import type { RoundFact } from './facts.ts';
import { ownMatterRefusal } from './own-matter.ts';
import type { CarryOut, Means, ProposeAct, RejectProposal } from './orders.ts';
import { asOf, hasLapsed, standingProposals } from './lapsing.ts';
import type { RoundProposal, RoundTerms, ScoringTerms, SecondPerson } from './proposal.ts';
import type { RoundRefusal, ScoringRefusal } from './refusals.ts';
import { isRefused, liveRound } from './standing.ts';
import { isRunning, isUnsealed, type LiveRound, type PreparedRound, type Round } from './state.ts';

type Decision = readonly RoundFact[] | RoundRefusal;

/**
 * Who may carry out: once an aggregate could have been seen, discipline inspection alone (rule 7). What the template leaves to the body
 * is one of its members' to carry out.
 */
export const secondRoles = (round: PreparedRound, { act }: Pick<RoundTerms, 'act'>): readonly string[] => {
  if (act === 'ChooseGoingOn') return ['committee-leader'];
  return isUnsealed(round) ? ['discipline-inspector'] : ['discipline-inspector', 'committee-leader'];
};

/**
 * Whoever proposed may take back, and whoever might have carried out may turn down. The office may clear away its own office's
 * proposals and those that have lapsed: what an inspector has proposed over a result is not the office's to silence.
 */
const rejectingRoles = (round: PreparedRound, proposal: RoundProposal): readonly string[] =>
  proposal.role === 'committee-officer' || hasLapsed(round, proposal)
    ? ['committee-officer', 'discipline-inspector', 'committee-leader']
    : ['discipline-inspector', 'committee-leader'];

const enacted = (round: Round, terms: ScoringTerms, second: SecondPerson, means: Means): Decision => {
  switch (terms.act) {
    case 'OpenLate':
      return openLate(round, terms, second, means);
    case 'ReopenRound':
      return reopenRound(round, terms, second, means.now);
    case 'VacateSeat':
      return vacateBySecond(round, terms, second);
    case 'ExcuseSeat':
      return excuseSeat(round, terms, second);
    case 'DrawReplacement':
      return drawReplacement(round, terms, second, means);
    case 'DeclareRecusal':
      return declareBySecond(round, terms, second);
    case 'LiftRecusal':
      return liftRecusal(round, terms, second);
    case 'TakeOutEntry':
      return takeOutEntry(round, terms, second);
    case 'PutBackEntry':
      return putBackEntry(round, terms, second);
    case 'RedrawOrder':
      return redrawOrder(round, terms, second, means);
    case 'RedealEntries':
      return redealEntries(round, terms, second, means);
    case 'DismissConflict':
      return dismissConflict(round, terms, second, means);
    case 'ReopenEntry':
      return reopenEntry(round, terms, second, means.now);
    case 'ChooseGoingOn':
      return chooseGoingOn(round, terms, second);
    case 'RedrawList':
      return redrawList(round, terms, second);
    case 'AnnulRound':
      return annulRound(round, terms, second);
  }
};

/** Ending the round is never too late, and who goes on changes nobody's marks. */
const isLateAct = (round: LiveRound, { act }: ScoringTerms): boolean =>
  isRunning(round) && round.lateActs >= LATE_ACTS_PER_ROUND_MAX && act !== 'AnnulRound' && act !== 'ChooseGoingOn';

const tooLate: ScoringRefusal = { reason: 'TOO_MANY_LATE_ACTS', details: { lateActsMax: LATE_ACTS_PER_ROUND_MAX } };

/** What could not be carried out now is not proposed either. */
const termsRefusal = (
  live: LiveRound,
  { terms, now, by, proposalId, candidates, dealGround }: ProposeAct,
): RoundRefusal | undefined => {
  if (terms.act === 'AnnulDecision') {
    const decidable = decidableOf(live, unitOfDecision(live, terms.decisionId));
    return isRefused(decidable) ? decidable : annulmentTermsRefusal(decidable, terms);
  }
  if (isLateAct(live, terms)) return tooLate;
  // A replacement is drawn only when it is carried out, among those who may score then.
  if (terms.act === 'DrawReplacement') return replacementRefusal(live, terms, candidates);
  const second = { proposalId, proposedBy: by.personId };
  const asked = dealGround === undefined ? {} : { dealGround };
  const decision = enacted(live, terms, second, { now, draw: null, candidates: [], ...asked });
  return isRefusal(decision) ? decision : undefined;
};

export const proposeAct = (round: Round, order: ProposeAct): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  const { proposalId, by, terms, why, now } = order;
  const text = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  const standing = standingProposals(live);
  if (standing.some((proposal) => isSameData(proposal.terms, terms)))
    return { reason: 'PROPOSED_ALREADY', field: 'terms' };
  if (standing.length >= PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { proposalsMax: PROPOSALS_OPEN_MAX } };
  const wrong = ownMatterRefusal(live, terms, by.personId) ?? termsRefusal(live, order);
  if (wrong) return wrong;
  const { roundId, editionId } = live;
  const { act } = terms;
  const { personId: proposedBy, role } = by;
  const said = { proposalId, act, terms, asOf: asOf(live), proposedBy, role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { roundId, editionId, ...said, prose: { why } } }];
};

export const carryOut = (round: Round, order: CarryOut): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  const { proposalId, by } = order;
  const proposal = live.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const refusal =
    secondPersonRefusal(proposal, by, secondRoles(live, proposal.terms)) ??
    ownMatterRefusal(live, proposal.terms, by.personId);
  if (refusal) return refusal;
  if (hasLapsed(live, proposal)) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const { terms, proposedBy } = proposal;
  // A decision is annulled by an order of its own, with a reason of its own.
  if (terms.act === 'AnnulDecision') return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  if (isLateAct(live, terms)) return tooLate;
  return enacted(live, terms, { proposalId, proposedBy }, order);
};

/** Turned down by a second person, or taken back by who proposed it. */
export const rejectProposal = (round: Round, { proposalId, by, why }: RejectProposal): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  const proposal = live.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const roles = rejectingRoles(live, proposal);
  if (proposal.proposedBy !== by.personId && !roles.includes(by.role))
    return { reason: 'SECOND_ROLE_NEEDED', field: 'proposalId', details: { roles: roles.join(', ') } };
  const text = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  const { roundId, editionId } = live;
  const { personId: rejectedBy, role } = by;
  return [
    {
      type: 'ProposalRejected.v1',
      data: { roundId, editionId, proposalId, act: proposal.act, rejectedBy, role, prose: { why } },
    },
  ];
};
