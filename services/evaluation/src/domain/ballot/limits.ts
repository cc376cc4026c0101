/** Entries that one ballot is held about: each has a key of its own, and each voter a token for each. */
export const BOXES_PER_BALLOT_MAX = 60;
/** Tokens of one ballot, over all its boxes: what the closing opens at once. */
export const TOKENS_PER_BALLOT_MAX = 20_000;
/** Opened ballots in one fact: it stays below what one event may hold. */
export const BALLOTS_PER_FACT_MAX = 1_000;
/** Of RSA keys. */
export const MODULUS_BYTES = 256;
/** Of what a token is a signature over: random, so that no two voters choose the same. */
export const TOKEN_BYTES = 32;
/** Turnout is told in such steps while the box is open: no single ballot is seen to fall. */
export const TURNOUT_STEP = 5;
