import type { Refusal } from '@jiangong/event-store';

export type InboxReason =
  | 'NOTHING_MARKED'
  | 'TOO_MANY_MESSAGES'
  | 'MESSAGE_NOT_FOUND'
  | 'POSITION_INVALID'
  | 'NOT_A_PERSON';

export type ReminderReason = 'REMINDER_TOO_EARLY' | 'STAGE_OVER';

export type NotificationReason = InboxReason | ReminderReason;

export type InboxRefusal = Refusal<InboxReason>;

export type ReminderRefusal = Refusal<ReminderReason>;
