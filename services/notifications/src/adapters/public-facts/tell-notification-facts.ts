import * as told from '@jiangong/contracts/jiangong/notifications/events/v1/notifications_events';
import type { Translator } from '@jiangong/messaging';
import {
  ACCOUNT_STREAMS,
  DELIVERY_STREAM,
  INBOX_STREAMS,
  REMINDER_STREAMS,
  WEBHOOK_STREAMS,
} from '../../application/streams.ts';
import type { AccountFact } from '../../domain/account.ts';
import type { InboxFact, ReminderFact } from '../../domain/facts.ts';
import type { DeliveryRepairFact } from '../../domain/mail/repairs.ts';
import type { WebhookFact } from '../../domain/webhooks/facts.ts';

/** Reminders are told, and that another system is to be told (without its address); what a person has read is nobody else's matter, nor what an operator did with a delivery. */
export const tellNotificationFacts: Translator = {
  context: 'notifications',
  streamPrefixes: [REMINDER_STREAMS, INBOX_STREAMS, DELIVERY_STREAM, WEBHOOK_STREAMS, ACCOUNT_STREAMS],
  version: 2,
  translate: (event) => {
    const fact = { type: event.type, data: event.data } as
      | ReminderFact
      | InboxFact
      | DeliveryRepairFact
      | WebhookFact
      | AccountFact;
    switch (fact.type) {
      case 'ReminderDue.v1':
        return [{ type: 'notifications.ReminderDue.v1', data: told.ReminderDue.toJSON(fact.data) }];
      case 'NewDeviceSeen.v1':
        return [{ type: 'notifications.NewDeviceSeen.v1', data: told.NewDeviceSeen.toJSON(fact.data) }];
      case 'AccountChanged.v1':
        return [{ type: 'notifications.AccountChanged.v1', data: told.AccountChanged.toJSON(fact.data) }];
      case 'WebhookRegistered.v1':
        return [
          {
            type: 'notifications.WebhookRegistered.v1',
            data: told.WebhookRegistered.toJSON(
              told.WebhookRegistered.fromPartial({
                webhookId: fact.data.webhookId,
                organizationId: fact.data.organizationId,
                facts: [...fact.data.facts],
              }),
            ),
          },
        ];
      case 'WebhookDisabled.v1':
        return [{ type: 'notifications.WebhookDisabled.v1', data: told.WebhookDisabled.toJSON(fact.data) }];
      case 'WebhookRemoved.v1':
        return [
          {
            type: 'notifications.WebhookRemoved.v1',
            data: told.WebhookRemoved.toJSON({ webhookId: fact.data.webhookId }),
          },
        ];
      case 'WebhookSecretRotated.v1':
      case 'WebhookRenamed.v1':
      case 'WebhookPaused.v1':
      case 'WebhookResumed.v1':
      case 'WebhookTested.v1':
      case 'MessagesRead.v1':
      case 'InboxRead.v1':
      case 'DeliveryRetried.v1':
      case 'DeliverySkipped.v1':
        return [];
    }
  },
};
