/** Characters are counted as Unicode code points. */
export const REASON_CHARACTERS_MAX = 1_000;
export const DOCUMENT_NUMBER_CHARACTERS_MAX = 100;
/** Members of a body; a larger branch is decided for by the committee above it. */
export const BODY_MAX = 100;
export const DEPARTURES_MAX = 100;
/** Entries that a body may choose in one meeting, over all rules. */
export const CHOSEN_MAX = 1_500;
/** Awards of one decision, of all kinds together: they stand in one fact, and so do their honours, of about a kilobyte each. */
export const AWARDS_MAX = 900;
/** Minutes of a meeting further back are no record of it any more. */
export const MEETING_DAYS_AGO_MAX = 366;
/** Proposals to annul one decision that nobody has answered. */
export const PROPOSALS_MAX = 20;
