import { requestIdOf } from '@jiangong/event-store';
import type { DueMoment, Ground, Scheduler } from '@jiangong/service-host';
import { type DueReminder, dueReminders, type StageWindow } from '../domain/due-reminders.ts';
import { remindersDecider } from '../domain/reminders.ts';
import { remindersStream } from './streams.ts';

/** What the scheduler knows of deadlines and of what was done about them. */
export interface ReminderLedger {
  openWindows(now: string): Promise<readonly StageWindow[]>;
  /** Reminder keys by edition. */
  given(editionIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}

/**
 * Turns the days before a deadline into `ReminderDue`. The request id derives from the moment: a repeat changes nothing.
 * A reminder that came too late meanwhile (the clock passed the deadline) is no accident: there is nothing left to remind of.
 */
export const reminderScheduler = (
  ground: Pick<Ground, 'handler' | 'systemContext'>,
  ledger: ReminderLedger,
): Scheduler => {
  const handle = ground.handler(remindersDecider);
  const remind = async (due: DueReminder): Promise<void> => {
    const { editionId, stage, closesAt, daysLeft } = due;
    const requestId = requestIdOf(`remind ${editionId} ${stage} ${closesAt} ${daysLeft}`);
    const context = ground.systemContext({ name: 'scheduler', requestId });
    const order = { kind: 'RemindOfDeadline', editionId, stage, closesAt, daysLeft, now: context.now } as const;
    const handled = await handle({
      stream: remindersStream(editionId),
      order,
      body: { editionId, stage, closesAt, daysLeft },
      context,
    });
    if (handled.kind === 'refused' && handled.refusal.reason !== 'STAGE_OVER')
      throw new Error(`the reminder of ${stage} in ${editionId} was refused: ${handled.refusal.reason}`);
  };
  return {
    due: async (now) => {
      const windows = await ledger.openWindows(now);
      const given = await ledger.given([...new Set(windows.map(({ editionId }) => editionId))]);
      return dueReminders(windows, given, now).map((due): DueMoment => ({
        at: due.at,
        of: due.editionId,
        name: `remind of ${due.stage} in ${due.editionId}`,
        run: () => remind(due),
      }));
    },
  };
};
