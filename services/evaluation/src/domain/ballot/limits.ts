/** Boxes of one ballot with a box for each entry: beyond them entries stand together on papers. */
export const BOXES_APART_MAX = 60;
/** Boxes of one ballot: each has a key of its own, and all keys stand in one fact. */
export const BOXES_PER_BALLOT_MAX = 240;
/** Characters in which the boxes of a ballot say whose they are and what they are about: beside the keys, in the same fact. */
export const BOX_WORDS_MAX = 250_000;
/** Tokens of one ballot, over all its boxes: what the closing opens at once. */
export const TOKENS_PER_BALLOT_MAX = 20_000;
/** Answers of one ballot, over all its papers, where a paper holds several. A token is as long as so many of them. */
export const MARKS_PER_BALLOT_MAX = 100_000;
export const MARKS_PER_TOKEN = 5;
/** What the papers of a ballot answer, each of which is a list of its own when they are opened: all of them are appended at once. */
export const PLACES_PER_BALLOT_MAX = 800;
/** Answers on one paper: every question about every entry that it is about. */
export const MARKS_PER_PAPER_MAX = 240;
/** Opened ballots in one fact: it stays below what one event may hold. */
export const BALLOTS_PER_FACT_MAX = 1_000;
/** Homes of one superior with which a group is joined: they stand in one fact with each box. Of a superior with more, none is. */
export const HOMES_JOINED_MAX = 200;
/** Voters looked at, of one home or of a whole committee, when it is decided which groups are joined: as many as there are tokens. */
export const ELECTORS_SEEN_MAX = TOKENS_PER_BALLOT_MAX;
/** Codes printed at once, for one box. */
export const CODES_PER_BATCH_MAX = 200;
/** Codes of one box that hold. */
export const CODES_PER_BOX_MAX = 2_000;
/** Batches of codes of one ballot: with as many codes as it may have tokens. */
export const CODE_BATCHES_MAX = 1_000;
/** Of why codes are to be void. */
export const WHY_CHARACTERS_MAX = 2_000;
/** Of RSA keys. */
export const MODULUS_BYTES = 256;
/** Of what a token is a signature over: random, so that no two voters choose the same. */
export const TOKEN_BYTES = 32;
/** Of what stands with one answer of a paper, so that its voter finds it again and nobody joins it to the others of its paper. */
export const SERIAL_BYTES = 16;
/** Turnout is told in such steps while the box is open: no single ballot is seen to fall. */
export const TURNOUT_STEP = 5;
