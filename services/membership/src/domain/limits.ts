/** Characters of a person's name. */
export const NAME_CHARS_MAX = 60;
/** Characters of a telephone number. */
export const PHONE_CHARS_MAX = 25;
/** Characters of a reason. */
export const REASON_CHARS_MAX = 500;
/** Grants of one person in force or to come at once. */
export const GRANTS_MAX = 50;
/** Days back that a move or the end of a grant may have taken effect before it is entered. */
export const BACKDATED_DAYS_MAX = 366;
/** Days back that an exit may have taken effect: a death may become known late. */
export const EXIT_BACKDATED_DAYS_MAX = 3_660;
/** Days back from which a grant may count. Where the same role there was ended before: back to that end, at most `BACKDATED_DAYS_MAX`. */
export const GRANT_BACKDATED_DAYS_MAX = 31;
/** Days ahead at which a grant may begin or be ended, and at which an exit or a move may take effect. */
export const AHEAD_DAYS_MAX = 366;
/** Proposals that wait for their second person at once. */
export const PROPOSALS_MAX = 5;
/** Rule 2: probation is extended by at least so many months … */
export const EXTENSION_MONTHS_MIN = 6;
/** … and at most so many. */
export const EXTENSION_MONTHS_MAX = 12;
/** Rule 1. */
export const PROBATION_MONTHS = 12;
/** Rule 4: an expelled person can not rejoin before. */
export const EXPULSION_MONTHS = 60;
