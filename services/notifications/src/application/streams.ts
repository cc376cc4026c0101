export const INBOX_STREAMS = 'notifications.inbox-';
export const DELIVERY_STREAM = 'notifications.deliveries';
export const ACCOUNT_STREAMS = 'notifications.account-';
export const REMINDER_STREAMS = 'notifications.reminders-';

/** The reading of one person. */
export const inboxStream = (personId: string): string => `${INBOX_STREAMS}${personId}`;

/** What one person was told about his way in. */
export const accountStream = (personId: string): string => `${ACCOUNT_STREAMS}${personId}`;

/** The reminders of one edition. */
export const remindersStream = (editionId: string): string => `${REMINDER_STREAMS}${editionId}`;

export const WEBHOOK_STREAMS = 'notifications.webhooks-';

/** One other system. */
export const webhookStream = (webhookId: string): string => `${WEBHOOK_STREAMS}${webhookId}`;
