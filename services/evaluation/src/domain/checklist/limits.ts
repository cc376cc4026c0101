/** What somebody writes about a finding, a mark or a correction. Characters are counted as Unicode code points. */
export const FINDING_CHARACTERS_MAX = 2_000;
/** Documents that one finding names. */
export const EVIDENCE_MAX = 20;
/** How often something can have happened in one finding: what happened more often was not one finding. */
export const COUNT_MAX = 100;
/** Findings about one entry in one round. */
export const OCCURRENCES_PER_ENTRY_MAX = 2_000;
/** Answers to one finding: each puts the one before it right. */
export const ANSWERS_PER_FINDING_MAX = 5;
/** Times one item of one period is marked by the same party. */
export const MARKS_PER_ITEM_MAX = 50;
/** Times one period of one entry is opened again. */
export const REOPENINGS_PER_PERIOD_MAX = 5;
/** Proposals about one entry that wait for a second person at the same time. */
export const PROPOSALS_OPEN_MAX = 20;
