/** Seats among which entries are dealt out. */
export const DEALT_SEATS_MAX = 200;
/** An evaluator and an entry of his, all together: a deal stands in one fact. So many may also be kept apart. */
export const DEALT_PAIRS_MAX = 8_000;
/** Times entries are dealt out in a round, whatever for. */
export const DEALS_MAX = 30;
