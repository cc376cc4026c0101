/** Characters of a Chinese name. */
export const NAME_ZH_CHARS_MAX = 100;
/** Characters of an English name. */
export const NAME_EN_CHARS_MAX = 200;
/** Characters of a short code. */
export const CODE_CHARS_MAX = 32;
/** Characters of a reason. */
export const REASON_CHARS_MAX = 500;
/** People in office at once in one organization. */
export const OFFICERS_MAX = 50;
/** Levels of working committees, the root counted. */
export const COMMITTEE_TIERS_MAX = 6;
/** Days back that a rename, a move, an end or a change of office may have taken effect before it is entered. */
export const BACKDATED_DAYS_MAX = 366;
/** Days after its end was entered in which an organization can be restored. */
export const RESTORE_DAYS_MAX = 92;
/** Proposals that wait for their second person at once. */
export const PROPOSALS_MAX = 5;
