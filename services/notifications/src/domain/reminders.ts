import type { Decider } from '@jiangong/event-store';
import { remindAt } from './deadline.ts';
import type { ReminderFact } from './facts.ts';
import type { RemindOfDeadline } from './orders.ts';
import type { ReminderRefusal } from './refusals.ts';

/** One deadline and one distance from it: a stage that is rescheduled is reminded of anew. */
export const reminderKey = ({
  stage,
  closesAt,
  daysLeft,
}: Readonly<{ stage: string; closesAt: string; daysLeft: number }>): string => `${stage} ${closesAt} ${daysLeft}`;

/** The reminders of one edition that were given. */
export type Reminders = ReadonlySet<string>;

export const remindersDecider: Decider<Reminders, RemindOfDeadline, ReminderFact, ReminderRefusal> = {
  initial: new Set(),
  decide: (given, { editionId, stage, closesAt, daysLeft, now }) => {
    if (given.has(reminderKey({ stage, closesAt, daysLeft }))) return [];
    if (now >= closesAt) return { reason: 'STAGE_OVER', field: 'closesAt' };
    if (now < remindAt(closesAt, daysLeft)) return { reason: 'REMINDER_TOO_EARLY', field: 'daysLeft' };
    return [{ type: 'ReminderDue.v1', data: { editionId, stage, closesAt, daysLeft } }];
  },
  evolve: (given, fact) => new Set([...given, reminderKey(fact.data)]),
};
