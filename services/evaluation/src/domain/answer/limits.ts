/** Characters of what an answer goes by. */
export const ANSWER_CHARACTERS_MAX = 2_000;
/** The largest number that is counted. */
export const COUNTED_MAX = 1_000_000;
/** Times one answer is put right. */
export const ANSWER_CORRECTIONS_MAX = 20;
/** Pairs of entry and question that a refusal names. */
export const UNANSWERED_TOLD_MAX = 20;
