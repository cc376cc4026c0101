import type { Refusal } from '@jiangong/event-store';
import type { AccountRefusal } from './account.ts';
import type { AddressRefusal } from './mail/address.ts';
import type { PreferenceRefusal } from './mail/preferences.ts';
import type { DeliveryRepairRefusal } from './mail/repairs.ts';
import type { WebhookReason } from './webhooks/webhook.ts';

export type InboxReason =
  | 'NOTHING_MARKED'
  | 'TOO_MANY_MESSAGES'
  | 'MESSAGE_NOT_FOUND'
  | 'POSITION_INVALID'
  | 'NOT_A_PERSON';

export type ReminderReason = 'REMINDER_TOO_EARLY' | 'STAGE_OVER';

export type NotificationReason =
  | InboxReason
  | ReminderReason
  | AccountRefusal['reason']
  | AddressRefusal['reason']
  | PreferenceRefusal['reason']
  | DeliveryRepairRefusal['reason']
  | WebhookReason;

export type InboxRefusal = Refusal<InboxReason>;

export type ReminderRefusal = Refusal<ReminderReason>;
