/** Values in one order, or in one form: what a spreadsheet may hold in rows, and the head of the form. */
export const VALUES_PER_ORDER_MAX = 1_900;
/** Attempts of one entry. */
export const ATTEMPTS_MAX = 20;
/** The most that is measured, in whole units. */
export const VALUE_MAX = 10_000_000;
/** Characters of what a value was taken from: one line. */
export const ORIGIN_CHARACTERS_MAX = 100;
/** Characters of what somebody writes about a value. */
export const MEASURE_CHARACTERS_MAX = 2_000;
/** Documents of one order. */
export const EVIDENCE_MAX = 20;
/** Times one value is changed, or taken back. */
export const CHANGES_PER_VALUE_MAX = 20;
/** Proposals about one measure that wait for a second person at the same time. */
export const PROPOSALS_OPEN_MAX = 50;
