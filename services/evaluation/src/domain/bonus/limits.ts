/** Characters of what somebody writes about a claim. */
export const CLAIM_CHARACTERS_MAX = 2_000;
/** Characters of an honour's name: one line. */
export const HONOUR_CHARACTERS_MAX = 100;
/** Documents of one claim. */
export const EVIDENCE_MAX = 20;
/** Claims of one entry in one round, withdrawn ones too. */
export const CLAIMS_PER_ENTRY_MAX = 200;
/** Times one claim is judged anew. */
export const VERDICTS_PER_CLAIM_MAX = 20;
/** Proposals about one entry's claims that wait for a second person at the same time. */
export const PROPOSALS_OPEN_MAX = 20;
