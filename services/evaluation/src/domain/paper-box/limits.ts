/** Entries in one count: a tally sheet of a whole meeting. */
export const ENTRIES_PER_COUNT_MAX = 200;
/** Papers handed out about one entry: as many as there are tokens of an electronic ballot. */
export const PAPERS_MAX = 20_000;
/** Photographs or scans of one tally sheet. */
export const TALLY_SHEETS_MAX = 10;
/** Counts of one box, with those that were contradicted or corrected. */
export const COUNTS_PER_BOX_MAX = 500;
/** Of why something was counted again or contradicted. */
export const WHY_CHARACTERS_MAX = 2_000;
