/** Characters of a person's name. */
export const NAME_CHARS_MAX = 60;
/** Characters of a telephone number. */
export const PHONE_CHARS_MAX = 25;
/** Characters of a reason. */
export const REASON_CHARS_MAX = 500;
/** Grants of one person in force at once. */
export const GRANTS_MAX = 50;
/** Rule 2: probation is extended by at least so many months … */
export const EXTENSION_MONTHS_MIN = 6;
/** … and at most so many. */
export const EXTENSION_MONTHS_MAX = 12;
/** Rule 1. */
export const PROBATION_MONTHS = 12;
/** Rule 4: an expelled person can not rejoin before. */
export const EXPULSION_MONTHS = 60;
