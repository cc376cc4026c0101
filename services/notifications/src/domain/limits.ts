/** Messages marked as read by one order, at most. */
export const MARKED_MESSAGES_MAX = 200;

/** Rows in one page when the caller names no number, and at most. */

/** Sign-ins from new browsers of one day that a person is written to about; his own page tells of all. */
export const NEW_DEVICES_TOLD_PER_DAY_MAX = 3;

/** So many days before the last day of a stage people are reminded, the farthest first. */
export const REMINDER_DAYS = [7, 1] as const;
