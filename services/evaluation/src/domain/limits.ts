/** Characters are counted as Unicode code points. */
export const REASON_CHARACTERS_MAX = 1_000;
export const TITLE_CHARACTERS_MAX = 200;
export const DOCUMENT_NUMBER_CHARACTERS_MAX = 100;

/** A whole sheet of so many entries stays below what one event may hold. */
export const ENTRIES_PER_ROUND_MAX = 1_500;
export const EVALUATORS_PER_ROUND_MAX = 1_000;
export const EVALUATORS_PER_ORDER_MAX = 500;
export const RECUSALS_PER_ROUND_MAX = 5_000;
export const TALLIES_PER_ROUND_MAX = 50;
/** Scores in one save. */
export const SCORES_PER_SAVE_MAX = 2_000;
/** Saves of one sheet; a console that saves every minute for a working week stays below. */
export const SAVES_PER_SHEET_MAX = 3_000;
export const PRESENT_MAX = 100;
/** A decision needs more than half of the leadership, and never fewer than this: one person alone is no body. */
export const PRESENT_MIN = 2;
export const DEPARTURES_MAX = 100;
/** Awards of one round, of all kinds together: they stand in one append. */
export const AWARDS_PER_ROUND_MAX = 900;
export const SERIES_YEARS_MAX = 20;
