/** What can be wrong with a text. */
export type TextReason = 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'TEXT_MALFORMED';

/** What can be wrong with a meeting that decides. */
export type MeetingReason =
  | TextReason
  | 'PRESENT_TOO_MANY'
  | 'PRESENT_TWICE'
  | 'NOT_IN_LEADERSHIP'
  | 'QUORUM_NOT_REACHED'
  | 'MEETING_DAY_INVALID';
