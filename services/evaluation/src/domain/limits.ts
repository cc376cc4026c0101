/** Characters are counted as Unicode code points. */
export const REASON_CHARACTERS_MAX = 1_000;
export const DOCUMENT_NUMBER_CHARACTERS_MAX = 100;

/** A whole sheet of so many entries stays below what one event may hold. */
export const ENTRIES_PER_ROUND_MAX = 1_500;
export const SEATS_PER_ROUND_MAX = 1_000;
export const SEATS_PER_ORDER_MAX = 500;
export const RECUSALS_PER_ROUND_MAX = 5_000;
/** Recusals that the next round takes over in one order: they stand in one append. */
export const RECUSALS_PER_ORDER_MAX = 500;
/** Times a round may be closed, the first included. */
export const CLOSINGS_PER_ROUND_MAX = 10;
/** Times one person may ask in one round that his sheet be opened again. */
export const REOPENING_REQUESTS_PER_EVALUATOR_MAX = 5;
/** A reopened round ends at most so many days from when it is reopened. */
export const REOPENED_DAYS_MAX = 60;
/** Proposals that wait for a second person at the same time. */
export const PROPOSALS_OPEN_MAX = 20;
/** Acts carried out after the sheets were opened: each changes whose marks count when somebody may know what follows. */
export const LATE_ACTS_PER_ROUND_MAX = 20;
/** Times the body's choice of who of equal ones goes on may be changed over one result. */
export const GOING_ON_CHOICES_MAX = 10;
/** People among whom a replacement is drawn. */
export const CANDIDATES_MAX = 50;
/** Among fewer a draw would choose hardly less than whoever made the list; the seat is excused instead. */
export const CANDIDATES_MIN = 3;
/** Rounds of one edition, phase and period: all but the last annulled. */
export const ORDINALS_MAX = 9;
/** Scores in one save. */
export const SCORES_PER_SAVE_MAX = 2_000;
/**
 * Saves of one sheet; a console that saves every minute for a working week stays below. Beyond them a save must bring the sheet nearer to
 * being handed in: nobody is left with one that he can neither finish nor submit.
 */
export const SAVES_PER_SHEET_MAX = 3_000;
/** A note that an evaluator writes for himself about one entry. */
export const NOTE_CHARACTERS_MAX = 2_000;
/** Changes of one person's notes in one round. */
export const NOTE_CHANGES_MAX = 3_000;
/** Seats, entries and parameters that one what-if question changes. */
export const ASSUMPTIONS_MAX = 60;
/** People that one look for candidates goes through: more are to be narrowed to an organization first. */
export const CANDIDATES_SEEN_MAX = 2_000;
/** One person is reminded of his sheet by hand not again before so many days later, by the calendar. */
export const REMIND_AGAIN_DAYS = 1;
/** Times one person is reminded by hand in one round. */
export const REMINDERS_PER_EVALUATOR_MAX = 10;
/** People reminded in one order: they stand in one append. */
export const REMINDED_PER_ORDER_MAX = 500;
