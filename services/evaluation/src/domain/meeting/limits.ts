/** Characters of where a meeting was held. */
export const PLACE_CHARACTERS_MAX = 200;
/** Characters of why a record is written anew, taken back or refuted. */
export const WHY_CHARACTERS_MAX = 1_000;
/** People who may attend: as many as papers may be handed out. */
export const ATTENDANCE_MAX = 20_000;
/** Records of one meeting, those that were refuted among them. */
export const RECORDS_MAX = 40;
