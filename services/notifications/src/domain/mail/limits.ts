const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** RFC 5321: an address in a path is at most 254 characters long, its local part 64. */
export const ADDRESS_CHARS_MAX = 254;
export const LOCAL_PART_CHARS_MAX = 64;

/** A code is eight digits: with five tries a guess succeeds once in twenty million. */
export const CODE_DIGITS = 8;
export const CODE_TRIES_MAX = 5;
export const CODE_VALID_MS = 30 * MINUTE_MS;

/** Codes that one person may have sent in a window: nobody's mailbox is filled by us. */
export const CODES_MAX = 5;
export const CODES_WINDOW_MS = 24 * HOUR_MS;

/** What is older than this when it would be queued is not mailed any more: the inbox holds it. */
export const MESSAGE_AGE_MAX_MS = 3 * 24 * HOUR_MS;

/** Tries of one letter, and the waits between: about a day and a half in all, then it is parked. */
export const SEND_TRIES_MAX = 12;
export const RETRY_MS_MAX = 6 * HOUR_MS;
export const RETRY_WAITS = { firstMs: 30 * SECOND_MS, maxMs: RETRY_MS_MAX, sure: 0.5 };

/** A letter is handed over within this, or has failed. Shorter than the lease, so that no two processes hand over at once. */
export const SEND_WITHIN_MS = 60 * SECOND_MS;
export const LEASE_MS = 3 * MINUTE_MS;

/** Messages looked at for one filling of the queue; letters taken at once. */
export const QUEUE_BATCH_MAX = 500;
export const SEND_BATCH_MAX = 10;

/** Messages that one daily letter writes out; of more it says how many the inbox holds besides. */
export const DIGEST_MESSAGES_MAX = 50;

/** Settled deliveries are kept so long; what became of a letter is asked about within a year. */
export const DELIVERY_KEPT_MS = 400 * 24 * HOUR_MS;

/** Why an operator acts on a delivery, at most so long. */
export const DELIVERY_REASON_CHARS_MAX = 500;
