/** Digits that are said in the hall when the order is drawn. */
export const LOT_DIGITS_MAX = 20;
/** Times an entry is called, put off and marked again; afterwards the round is reopened or the entry taken out. */
export const TURNS_PER_ENTRY_MAX = 9;
/** Times the order is drawn. */
export const DRAWS_MAX = 9;
