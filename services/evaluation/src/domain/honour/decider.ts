import { type Decider, secondPersonRefusal } from '@jiangong/event-store';
import { localDateOf } from '@jiangong/calendar';
import { textRefusal } from '@jiangong/wording';
import { REASON_CHARACTERS_MAX } from '../decision/limits.ts';
import { dueRefusal, effectiveRefusal } from './days.ts';
import type { HonourFact } from './facts.ts';
import { REPORT_CHARACTERS_MAX } from './limits.ts';
import type {
  HonourOrder,
  RecallPlaque,
  RecheckHonour,
  RejectHonourProposal,
  RestoreHonour,
  ReturnPlaque,
  WithdrawHonour,
  WithdrawWithDecision,
} from './orders.ts';
import { proposeAct } from './propose-act.ts';
import type { HonourRefusal } from './refusals.ts';
import { evolveHonour, type HeldHonour, type HonourState } from './state.ts';
import { isRecheckOutcome } from './words.ts';

type Decision = readonly HonourFact[] | HonourRefusal;

/** Who may carry out what somebody of another role proposed about an honour. */
export const HONOUR_SECOND_ROLES = ['discipline-inspector', 'committee-leader'] as const;

const reasonRefusal = (why: string): HonourRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });

/** Turned down by somebody else, or taken back by who proposed it. */
const reject = (state: HeldHonour, { proposalId, by, why }: RejectHonourProposal): Decision => {
  const proposal = state.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = secondPersonRefusal(proposal, by, HONOUR_SECOND_ROLES);
  if (second && by.personId !== proposal.proposedBy) return second;
  const refusal = reasonRefusal(why);
  if (refusal) return refusal;
  const { honourId } = state.honour;
  const { act } = proposal.terms;
  const data = { honourId, proposalId, act, rejectedBy: by.personId, role: by.role, prose: { why } };
  return [{ type: 'ProposalRejected.v1', data }];
};

const carryOut = (state: HeldHonour, order: WithdrawHonour | RestoreHonour): Decision => {
  const { proposalId, by, why, now } = order;
  const proposal = state.proposals.find((one) => one.proposalId === proposalId);
  const second = secondPersonRefusal(proposal, by, HONOUR_SECOND_ROLES);
  if (second || proposal === undefined) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const { terms, proposedBy } = proposal;
  const standing = order.type === 'WithdrawHonour' ? 'granted' : 'withdrawn';
  if (terms.act !== order.type || state.kind !== standing) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const refusal = reasonRefusal(why);
  if (refusal) return refusal;
  const { honourId } = state.honour;
  const carried = { honourId, ...state.place, at: now, by: by.personId, role: by.role, proposalId, proposedBy };
  if (terms.act === 'WithdrawHonour') {
    const { reason, effectiveOn } = terms;
    return [
      { type: 'HonourWithdrawn.v1', data: { ...carried, effectiveOn, reason, decisionId: null, prose: { why } } },
    ];
  }
  const { reason, effectiveOn } = terms;
  return [{ type: 'HonourRestored.v1', data: { ...carried, effectiveOn, reason, prose: { why } } }];
};

const withdrawWithDecision = (state: HeldHonour, order: WithdrawWithDecision): Decision => {
  const { decisionId, annulledAt, by, proposalId, proposedBy } = order;
  if (state.honour.basis.decisionId !== decisionId)
    return { reason: 'HONOUR_OF_ANOTHER_DECISION', field: 'decisionId' };
  // Withdrawn for itself before: that it went with its decision as well keeps it from being restored alone.
  if (state.kind === 'withdrawn' && state.decisionId !== null) return [];
  const { honourId } = state.honour;
  const carried = { honourId, ...state.place, at: annulledAt, by: by.personId, role: by.role, proposalId, proposedBy };
  const effectiveOn = localDateOf(annulledAt);
  return [
    {
      type: 'HonourWithdrawn.v1',
      data: { ...carried, effectiveOn, reason: 'decision-annulled', decisionId, prose: null },
    },
  ];
};

const recheck = (state: HeldHonour, order: RecheckHonour): Decision => {
  const { now, by, effectiveOn, outcome, rectifyBy, report } = order;
  if (state.kind === 'withdrawn') return { reason: 'HONOUR_WITHDRAWN', field: 'honourId' };
  if (!isRecheckOutcome(outcome)) return { reason: 'RECHECK_OUTCOME_UNKNOWN', field: 'outcome' };
  const day = effectiveRefusal(state, effectiveOn, now);
  if (day) return day;
  if ((outcome === 'to-rectify') !== (rectifyBy !== '')) return { reason: 'RECTIFY_DAY_NEEDED', field: 'rectifyBy' };
  const due = outcome === 'to-rectify' ? dueRefusal(rectifyBy, now, 'rectifyBy') : undefined;
  if (due) return due;
  const text = textRefusal(report, { field: 'report', charactersMax: REPORT_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  const { honourId } = state.honour;
  return [
    {
      type: 'HonourRechecked.v1',
      data: {
        honourId,
        effectiveOn,
        outcome,
        rectifyBy: rectifyBy === '' ? null : rectifyBy,
        checkedBy: by.personId,
        prose: { report },
      },
    },
  ];
};

/** Asked back once more, with a reason, where a return was put down in error. */
const recall = (state: HeldHonour, { by, now, dueOn, why }: RecallPlaque): Decision => {
  if (state.kind === 'granted') return { reason: 'HONOUR_STANDS', field: 'honourId' };
  const due = dueRefusal(dueOn, now, 'dueOn');
  if (due) return due;
  const unsaid = why === '' && state.plaque !== 'returned' ? undefined : reasonRefusal(why);
  if (unsaid) return unsaid;
  const { honourId } = state.honour;
  const data = {
    honourId,
    ...state.place,
    recalledOn: localDateOf(now),
    dueOn,
    recalledBy: by.personId,
    prose: why === '' ? null : { why },
  };
  return [{ type: 'PlaqueRecalled.v1', data }];
};

const returned = (state: HeldHonour, { by, now, effectiveOn }: ReturnPlaque): Decision => {
  if (state.kind === 'granted') return { reason: 'HONOUR_STANDS', field: 'honourId' };
  if (state.plaque === 'returned') return [];
  if (state.plaque === 'out') return { reason: 'PLAQUE_NOT_RECALLED', field: 'honourId' };
  const day = effectiveRefusal(state, effectiveOn, now);
  if (day) return day;
  const { honourId } = state.honour;
  return [{ type: 'PlaqueReturned.v1', data: { honourId, effectiveOn, notedBy: by.personId } }];
};

const decide = (state: HonourState, order: HonourOrder): Decision => {
  if (order.type === 'GrantHonour')
    return state.kind === 'absent' ? [{ type: 'HonourGranted.v1', data: order.granted }] : [];
  if (state.kind === 'absent') return { reason: 'HONOUR_NOT_GRANTED', field: 'honourId' };
  switch (order.type) {
    case 'ProposeHonourAct':
      return proposeAct(state, order);
    case 'RejectHonourProposal':
      return reject(state, order);
    case 'WithdrawHonour':
    case 'RestoreHonour':
      return carryOut(state, order);
    case 'WithdrawWithDecision':
      return withdrawWithDecision(state, order);
    case 'RecheckHonour':
      return recheck(state, order);
    case 'RecallPlaque':
      return recall(state, order);
    case 'ReturnPlaque':
      return returned(state, order);
  }
};

/** One honour, from its circular on: rechecked, withdrawn by two persons, restored by two, its plaque asked back. */
export const honourDecider: Decider<HonourState, HonourOrder, HonourFact, HonourRefusal> = {
  initial: { kind: 'absent' },
  evolve: evolveHonour,
  decide,
};
