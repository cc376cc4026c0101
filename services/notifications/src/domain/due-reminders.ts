import { remindAt } from './deadline.ts';
import { REMINDER_DAYS } from './limits.ts';
import { reminderKey } from './reminders.ts';

/** `since`: when somebody was told of the deadline; a reminder whose moment came before that is none. */
export type StageWindow = Readonly<{
  editionId: string;
  stage: string;
  opensAt: string;
  closesAt: string;
  since?: string | null;
}>;

export type DueReminder = Readonly<{
  editionId: string;
  stage: string;
  closesAt: string;
  daysLeft: number;
  at: string;
}>;

const later = (a: string, b: string): string => (a > b ? a : b);

/** Of a stage that is open the nearest reminder whose moment has come, unless it was given. What was missed is not made up for. */
const dueOf = (window: StageWindow, given: ReadonlySet<string>, now: string): readonly DueReminder[] => {
  const { editionId, stage, opensAt, closesAt, since = null } = window;
  if (now < opensAt || now >= closesAt) return [];
  const nearest = REMINDER_DAYS.toReversed().find((daysLeft) => remindAt(closesAt, daysLeft) <= now);
  if (nearest === undefined || given.has(reminderKey({ stage, closesAt, daysLeft: nearest }))) return [];
  if (since !== null && remindAt(closesAt, nearest) < since) return [];
  return [{ editionId, stage, closesAt, daysLeft: nearest, at: later(opensAt, remindAt(closesAt, nearest)) }];
};

/** What is due now, oldest first. `given`: reminder keys by edition. */
export const dueReminders = (
  windows: readonly StageWindow[],
  given: ReadonlyMap<string, ReadonlySet<string>>,
  now: string,
): readonly DueReminder[] =>
  windows
    .flatMap((window) => dueOf(window, given.get(window.editionId) ?? new Set(), now))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
