/** Proposals about one honour that nobody has answered. */
export const HONOUR_PROPOSALS_MAX = 10;
/** How far ahead what a recheck found, or a plaque, may be due. */
export const DUE_DAYS_MAX = 366;
export const REPORT_CHARACTERS_MAX = 4_000;
