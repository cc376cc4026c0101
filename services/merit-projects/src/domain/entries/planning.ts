import { firstRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, planOf, planRefusal, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { Plan } from './facts.ts';
import type { ConfirmEntry, PlanEntry, ReviseEntry } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import { type Entry, entryOf, type UnitEdition } from './state.ts';

export const planEntry = (state: UnitEdition, order: PlanEntry): Decision => {
  if (entryOf(state, order.entryId)) return { reason: 'ENTRY_ALREADY_PLANNED', field: 'entryId' };
  const refusal = stageRefusal(order, 'planning') ?? planRefusal(order);
  if (refusal) return refusal;
  if (Object.keys(state.entries).length >= limits.ENTRIES_PLANNED_MAX)
    return { reason: 'TOO_MANY_ENTRIES', details: { max: limits.ENTRIES_PLANNED_MAX } };
  return [{ type: 'EntryPlanned.v1', data: { ...refOf(order), branchId: order.branchId, ...planOf(order) } }];
};

/** A milestone that stays as it was keeps its id, and so whether it is reached. */
const keepMilestones = (entry: Entry, plan: Plan): Plan => ({
  ...plan,
  milestones: plan.milestones.map(
    (milestone) =>
      entry.milestones.find(({ title, dueOn }) => title === milestone.title && dueOn === milestone.dueOn) ?? milestone,
  ),
});

/** A plan changes until the committee confirms it, and again when the entry was returned, until its new deadline. */
export const reviseEntry = (entry: Entry, order: ReviseEntry): Decision => {
  const { standing } = entry;
  const window = (): UnitEditionRefusal | undefined => {
    if (standing.kind !== 'returned') return stageRefusal(order, 'planning', 'delivery');
    return order.now < standing.redeclareUntil
      ? undefined
      : { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil: standing.redeclareUntil } };
  };
  const refusal = firstRefusal<UnitEditionRefusal>(
    standingRefusal(entry, ['planned', 'returned'], 'ENTRY_ALREADY_CONFIRMED'),
    window(),
    planRefusal(order),
    whyRefusal(order.why, 'why'),
  );
  if (refusal) return refusal;
  if (entry.revisions >= limits.REVISIONS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_REVISIONS', details: { max: limits.REVISIONS_PER_ENTRY_MAX } };
  return [
    { type: 'EntryRevised.v1', data: { ...refOf(order), ...keepMilestones(entry, planOf(order)), why: order.why } },
  ];
};

/** The unit's committee takes the branch's plan into the unit's list. It may do so after planning has closed. */
export const confirmEntry = (entry: Entry, order: ConfirmEntry): Decision => {
  const refusal =
    standingRefusal(entry, ['planned'], 'ENTRY_ALREADY_CONFIRMED') ??
    stageRefusal(order, 'planning', 'delivery') ??
    whyRefusal(order.opinion, 'opinion');
  if (refusal) return refusal;
  return [{ type: 'EntryConfirmed.v1', data: { ...refOf(order), opinion: order.opinion } }];
};
