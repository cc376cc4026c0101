/** Proposals about one recommendation that nobody has answered. */
export const RECOMMENDATION_PROPOSALS_MAX = 10;
/** Times one entry is put forward by one decision: each but the last was taken back. */
export const PUT_FORWARD_MAX = 10;
/** Corrections of the paper of one recommendation. */
export const CORRECTIONS_MAX = 20;
/** Times a decision of others is recorded about one recommendation. */
export const OUTSIDE_RECORDED_MAX = 10;
/** What the level above is called, as somebody writes it. */
export const LEVEL_CHARACTERS_MAX = 100;
