import { textRefusal } from '@jiangong/wording';
import { REASON_CHARACTERS_MAX } from '../decision/limits.ts';
import { effectiveRefusal } from './days.ts';
import type { HonourFact, HonourTerms } from './facts.ts';
import { HONOUR_PROPOSALS_MAX } from './limits.ts';
import type { ProposedTerms, ProposeHonourAct } from './orders.ts';
import type { HonourRefusal } from './refusals.ts';
import type { HeldHonour } from './state.ts';
import { isRestoringReason, isWithdrawingReason } from './words.ts';

const wordedTerms = ({ act, reason, effectiveOn }: ProposedTerms): HonourTerms | HonourRefusal => {
  if (act === 'WithdrawHonour' && isWithdrawingReason(reason)) return { act, reason, effectiveOn };
  if (act === 'RestoreHonour' && isRestoringReason(reason)) return { act, reason, effectiveOn };
  return { reason: 'HONOUR_REASON_UNKNOWN', field: 'reason' };
};

const standingRefusal = (state: HeldHonour, { act }: ProposedTerms): HonourRefusal | undefined => {
  if (act === 'WithdrawHonour')
    return state.kind === 'withdrawn' ? { reason: 'HONOUR_WITHDRAWN', field: 'honourId' } : undefined;
  if (state.kind === 'granted') return { reason: 'HONOUR_STANDS', field: 'honourId' };
  return state.decisionId === null ? undefined : { reason: 'RESTORED_BY_DECISION_ONLY', field: 'honourId' };
};

/** What went with an annulled decision comes back by a new decision only. */
export const proposeAct = (state: HeldHonour, order: ProposeHonourAct): readonly HonourFact[] | HonourRefusal => {
  const { now, by, proposalId, why } = order;
  const standing = standingRefusal(state, order.terms);
  if (standing) return standing;
  const terms = wordedTerms(order.terms);
  if (!('act' in terms)) return terms;
  const day = effectiveRefusal(state, terms.effectiveOn, now);
  if (day) return day;
  if (state.proposals.length >= HONOUR_PROPOSALS_MAX) return { reason: 'PROPOSED_ALREADY', field: 'honourId' };
  const refusal = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  const { honourId } = state.honour;
  const proposal = { proposalId, act: terms.act, proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { honourId, ...proposal, terms, prose: { why } } }];
};
