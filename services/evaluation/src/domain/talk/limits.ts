/** Characters of why a record is corrected, refuted or taken back. */
export const WHY_CHARACTERS_MAX = 1_000;
/** Records of one talk, those that were refuted or taken back among them. */
export const RECORDS_MAX = 40;
