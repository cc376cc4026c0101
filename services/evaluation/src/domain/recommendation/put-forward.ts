import type { Award } from '../decision/award.ts';
import type { Decidable } from '../decision/decidable.ts';
import { reservationRefusal } from '../decision/decide-circular.ts';
import { noticeRefusal } from '../decision/decide-notice.ts';
import type { Decided } from '../decision/taken.ts';
import type { Upward } from '../decision/outcome-table.ts';
import type { EntryPutForward } from './facts.ts';
import { PUT_FORWARD_MAX } from './limits.ts';
import type { PutForward } from './orders.ts';
import { paperRefusal } from './papers.ts';
import type { RecommendationRefusal } from './refusals.ts';
import type { RecommendationState } from './state.ts';

const SECRETARY = 'branch-secretary';

type Chosen = Readonly<{ decision: Decided; award: Award; to: Upward }>;

/** By which decision, and where to: whom no decision in force recommends nobody puts forward. */
const chosenOf = ({ outcome, taken }: Decidable, order: PutForward): Chosen | RecommendationRefusal => {
  const rule = outcome.find(({ id }) => id === order.rule);
  if (rule === undefined) return { reason: 'RULE_UNKNOWN', field: 'rule' };
  if (rule.upTo === undefined || rule.gives !== 'recommendation') return { reason: 'RULE_NOT_UPWARD', field: 'rule' };
  if (taken.kind === 'undecided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  const { decision } = taken;
  const award = decision.awards.find((one) => one.rule === order.rule && one.entryId === order.entryId);
  return award === undefined ? { reason: 'NOT_RECOMMENDED', field: 'entryId' } : { decision, award, to: rule.upTo };
};

/** What the circular waits for a recommendation waits for as well, as far as it is about this entry. */
const waitingRefusal = (
  { decidable, openObjections, now }: PutForward,
  award: Award,
): RecommendationRefusal | undefined => {
  const waiting = (noticeRefusal(decidable, now) ?? reservationRefusal([award], openObjections)) as
    | RecommendationRefusal
    | undefined;
  if (waiting) return waiting;
  const [annulment] = decidable.annulments;
  return annulment === undefined
    ? undefined
    : { reason: 'PROPOSAL_OUTSTANDING', field: 'roundId', details: { proposalId: annulment.proposalId } };
};

/**
 * Whom a branch's meeting recommends its secretary puts forward, where the template leaves it to him; once his stage is over, the office
 * above may as well, so that nobody waits for ever for a secretary who left.
 */
const senderRefusal = ({ decidable, by, now, dueBy }: PutForward): RecommendationRefusal | undefined => {
  const { meets, forwards } = decidable;
  if (meets === undefined) return undefined;
  if (forwards === undefined)
    return by.role === SECRETARY ? { reason: 'OFFICE_PUTS_FORWARD', field: 'roundId' } : undefined;
  if (by.role === SECRETARY || (dueBy !== null && dueBy <= now)) return undefined;
  return { reason: 'SECRETARY_PUTS_FORWARD', field: 'roundId', details: { dueBy: dueBy ?? '' } };
};

/** After the decision and its notice, entry by entry; again after it was taken back. Who has left since goes nowhere. */
export const putForward = (
  state: RecommendationState,
  order: PutForward,
): readonly EntryPutForward[] | RecommendationRefusal => {
  const { decidable, recommendationId, entryId, rule, version, by, now } = order;
  if (state.kind === 'put-forward') return { reason: 'PUT_FORWARD_ALREADY', field: 'entryId' };
  if (state.kind === 'taken-back' && state.times.putForward >= PUT_FORWARD_MAX)
    return { reason: 'PUT_FORWARD_TOO_OFTEN', field: 'entryId', details: { timesMax: PUT_FORWARD_MAX } };
  const chosen = chosenOf(decidable, order);
  if ('reason' in chosen) return chosen;
  const { decision, award, to } = chosen;
  const entry = decidable.entries.find((one) => one.entryId === entryId);
  if (entry === undefined) return { reason: 'ENTRY_LEFT', field: 'entryId' };
  const refusal =
    senderRefusal(order) ??
    waitingRefusal(order, award) ??
    paperRefusal(order, now, { day: decision.meetingOn, reason: 'DAY_BEFORE_DECISION' });
  if (refusal) return refusal;
  const { roundId, editionId, committeeId } = decidable;
  const { documentNumber, file, effectiveOn } = order;
  const { decisionId, minutesNumber } = decision;
  return [
    {
      type: 'EntryPutForward.v1',
      data: {
        ...{ recommendationId, roundId, editionId, entryId, homeId: entry.homeId, rule, code: award.code },
        ...{ committeeId, decisionId, minutesNumber, holder: award.holder, title: entry.title, version, to },
        ...{ documentNumber, file, effectiveOn, putForwardBy: by.personId },
      },
    },
  ];
};
