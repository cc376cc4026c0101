import { type Instant, isLocalDate, startOfDay } from '@jiangong/calendar';
import { ownPartRefusal } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import { bringingAct } from '../programme.ts';
import { type Decision, refOf, stageRefusal, standingRefusal, titleRefusal } from './checks.ts';
import type { Milestone } from './facts.ts';
import type { PlanMilestones } from './orders.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entry } from './state.ts';
import { TAKING_PART } from './taking-part.ts';

/** Until when it can be said that something was done; null: the template has no such stage. */
const deliveredUntil = ({ stages }: Pick<EditionTerms, 'stages'>): Instant | null =>
  stages
    .filter(({ act }) => act === 'deliver')
    .map(({ closesAt }) => closesAt)
    .toSorted()
    .at(-1) ?? null;

const milestonesRefusal = (entry: Entry, { milestones, terms }: PlanMilestones): EntriesRefusal | undefined => {
  // Everything may be taken back, where there was something.
  if (milestones.length === 0 && entry.milestones.length === 0)
    return { reason: 'MILESTONES_NONE', field: 'milestones' };
  if (milestones.length > limits.MILESTONES_MAX)
    return { reason: 'TOO_MANY_MILESTONES', field: 'milestones', details: { max: limits.MILESTONES_MAX } };
  const until = deliveredUntil(terms);
  const ids = milestones.map(({ milestoneId }) => milestoneId);
  for (const [index, { milestoneId, title, dueOn }] of milestones.entries()) {
    const at = `milestones[${index}]`;
    const wrong = titleRefusal(title, `${at}.title`);
    if (wrong) return wrong;
    if (!isLocalDate(dueOn)) return { reason: 'DATE_INVALID', field: `${at}.dueOn` };
    if (until !== null && startOfDay(dueOn) >= until)
      return { reason: 'MILESTONE_AFTER_DELIVERING', field: `${at}.dueOn`, details: { closesAt: until } };
    if (ids.indexOf(milestoneId) !== index) return { reason: 'MILESTONE_REPEATED', field: at };
  }
  return undefined;
};

const isSame = (one: readonly Milestone[], other: readonly Milestone[]): boolean =>
  one.length === other.length && one.every(({ milestoneId }, at) => other[at]?.milestoneId === milestoneId);

/**
 * Whoever stands on a roll says what it means to do, and says it anew as long as the stage of planning is open. Who says nothing enters all
 * the same, and is said to be late.
 */
export const planMilestones = (entry: Entry, order: PlanMilestones): Decision => {
  const { terms, by, milestones } = order;
  if (!entry.isListed || bringingAct(terms.tables) !== 'plan')
    return { reason: 'INTAKE_NOT_PLANNED', field: 'entryId' };
  const refusal =
    standingRefusal(entry, TAKING_PART, 'ENTRY_CLOSED') ??
    ownPartRefusal(terms, by, entry, 'plan') ??
    stageRefusal(order, 'plan') ??
    milestonesRefusal(entry, order);
  if (refusal) return refusal;
  if (isSame(milestones, entry.milestones)) return [];
  if (entry.revisions >= limits.REVISIONS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_REVISIONS', details: { max: limits.REVISIONS_PER_ENTRY_MAX } };
  const planned = milestones.map(({ milestoneId, dueOn }) => ({ milestoneId, dueOn }));
  const prose = { titles: milestones.map(({ title }) => title) };
  return [{ type: 'MilestonesPlanned.v1', data: { ...refOf(order, entry), milestones: planned, prose } }];
};
