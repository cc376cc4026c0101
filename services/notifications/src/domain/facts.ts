import type { Fact } from '@jiangong/event-store';

/** The person read these messages. */
export type MessagesRead = Fact<'MessagesRead.v1', Readonly<{ messageIds: readonly string[] }>>;

/** The person read everything whose event stands at or before this log position. */
export type InboxRead = Fact<'InboxRead.v1', Readonly<{ throughPosition: number }>>;

export type InboxFact = MessagesRead | InboxRead;

/** A stage closes in so many days: whoever still has something to do is to be reminded. */
export type ReminderDue = Fact<
  'ReminderDue.v1',
  Readonly<{ editionId: string; stage: string; closesAt: string; daysLeft: number }>
>;

export type ReminderFact = ReminderDue;
