export const INBOX_STREAMS = 'notifications.inbox-';
export const DELIVERY_STREAM = 'notifications.deliveries';
export const REMINDER_STREAMS = 'notifications.reminders-';

/** The reading of one person. */
export const inboxStream = (personId: string): string => `${INBOX_STREAMS}${personId}`;

/** The reminders of one edition. */
export const remindersStream = (editionId: string): string => `${REMINDER_STREAMS}${editionId}`;

export const WEBHOOK_STREAMS = 'notifications.webhooks-';

/** One other system. */
export const webhookStream = (webhookId: string): string => `${WEBHOOK_STREAMS}${webhookId}`;
