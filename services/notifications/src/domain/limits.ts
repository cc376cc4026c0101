/** Messages marked as read by one order, at most. */
export const MARKED_MESSAGES_MAX = 200;

/** Rows in one page when the caller names no number, and at most. */

/** So many days before the last day of a stage people are reminded, the farthest first. */
export const REMINDER_DAYS = [7, 1] as const;
