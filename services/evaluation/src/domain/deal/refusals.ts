/** Why entries are not dealt out, beside what a round refuses. */
export type DealReason =
  | 'ROUND_NOT_DEALT_OUT'
  | 'ENTRIES_NOT_DEALT'
  | 'ENTRY_NOT_DEALT_TO_YOU'
  | 'NOTHING_TO_DEAL'
  | 'DEAL_IMPOSSIBLE'
  | 'DEAL_TOO_LARGE'
  | 'TOO_MANY_DEALS'
  | 'LOAD_INVALID'
  | 'DEAL_REASON_UNKNOWN'
  | 'CONFLICT_UNKNOWN';
