/** Entries in one count: a tally sheet of a whole meeting. */
export const ENTRIES_PER_COUNT_MAX = 200;
/** Answers about one entry, level by level, of all questions: one order holds them. */
export const MARKS_PER_ENTRY_MAX = 240;
/** Answers about all entries, level by level: the opening holds them in one fact. */
export const MARKS_PER_BOX_MAX = 60_000;
/** Papers handed out about one entry: as many as there are tokens of an electronic ballot. */
export const PAPERS_MAX = 20_000;
/** Photographs or scans of one tally sheet. */
export const TALLY_SHEETS_MAX = 10;
/** Counts of one box, with those that were contradicted or corrected. */
export const COUNTS_PER_BOX_MAX = 500;
/** Of why something was counted again or contradicted. */
export const WHY_CHARACTERS_MAX = 2_000;
