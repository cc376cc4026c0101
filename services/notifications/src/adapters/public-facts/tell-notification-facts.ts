import * as told from '@jiangong/contracts/jiangong/notifications/events/v1/notifications_events';
import type { Translator } from '@jiangong/messaging';
import { DELIVERY_STREAM, INBOX_STREAMS, REMINDER_STREAMS } from '../../application/streams.ts';
import type { InboxFact, ReminderFact } from '../../domain/facts.ts';
import type { DeliveryRepairFact } from '../../domain/mail/repairs.ts';

/** Reminders are told; what a person has read is nobody else's matter, nor what an operator did with a delivery. */
export const tellNotificationFacts: Translator = {
  context: 'notifications',
  streamPrefixes: [REMINDER_STREAMS, INBOX_STREAMS, DELIVERY_STREAM],
  translate: (event) => {
    const fact = { type: event.type, data: event.data } as ReminderFact | InboxFact | DeliveryRepairFact;
    switch (fact.type) {
      case 'ReminderDue.v1':
        return [{ type: 'notifications.ReminderDue.v1', data: told.ReminderDue.toJSON(fact.data) }];
      case 'MessagesRead.v1':
      case 'InboxRead.v1':
      case 'DeliveryRetried.v1':
      case 'DeliverySkipped.v1':
        return [];
    }
  },
};
