const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

/** Systems that one installation tells, at most. */
export const WEBHOOKS_MAX = 20;

export const WEBHOOK_ADDRESS_CHARS_MAX = 500;
export const WEBHOOK_NAME_CHARS_MAX = 100;
export const WEBHOOK_REASON_CHARS_MAX = 500;

/** Random bytes of a secret (the convention asks for 24 to 64). */
export const SECRET_BYTES = 32;

/** How long the former secret signs beside the new one, so that the other system can be changed over without a gap. */
export const SECRET_OVERLAP_MS = DAY_MS;

/** The other system answers within this, or the try has failed. Shorter than the lease. */
export const POST_WITHIN_MS = 15 * SECOND_MS;

/** Nothing but failures for so long: the webhook is disabled, and those who run the platform are told. */
export const FAILING_MS_MAX = 5 * DAY_MS;

/** What waits for one system, in number and in time. What is beyond is given up, and stands in the ledger as such. */
export const WAITING_MAX = 10_000;
export const WAITING_MS_MAX = 7 * DAY_MS;

/** Deliveries taken at once, and of these for one system: a slow one does not hold up the others. */
export const POST_BATCH_MAX = 12;
export const POST_BATCH_OF_ONE_MAX = 3;
