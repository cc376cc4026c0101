import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

export type BallotRefusal = Refusal<
  | 'NO_BALLOT'
  | 'TOO_MANY_BOXES'
  | 'BALLOT_OVER'
  | 'ISSUING_OVER'
  | 'ISSUING_NOT_OVER'
  | 'NOT_A_VOTER'
  | 'TOKENS_MISCOUNTED'
  | 'BLINDED_INVALID'
  | 'TOKENS_ISSUED_ALREADY'
  | 'TOO_MANY_TOKENS'
>;

/** What is said of codes: to the office that prints them, and to whoever has one. */
export type VoteCodeRefusal = Refusal<
  | TextReason
  | 'NO_BALLOT'
  | 'BALLOT_OVER'
  | 'BALLOT_NOT_BY_CODE'
  | 'BALLOT_UNKNOWN'
  | 'BOX_NOT_OPEN'
  | 'BLINDED_INVALID'
  | 'VOTE_CODE_COUNT_INVALID'
  | 'TOO_MANY_VOTE_CODES'
  | 'VOTE_CODES_NOT_FOUND'
  | 'VOTE_CODES_VOID_ALREADY'
  | 'VOIDING_PROPOSED_ALREADY'
  | 'VOIDING_NOT_PROPOSED'
  | 'SECOND_PERSON_NEEDED'
  | 'VOTE_CODE_NOT_GOOD'
>;

/** What is said to whoever hands a ballot in: never anything about a person, for nobody knows one. */
export type HandInRefusal = Refusal<
  | 'BALLOT_UNKNOWN'
  | 'BOX_NOT_OPEN'
  | 'BOX_CLOSED'
  | 'GROUP_TOO_SMALL'
  | 'LEVEL_UNKNOWN'
  | 'MARKS_INCOMPLETE'
  | 'TOP_MARKS_TOO_MANY'
  | 'SERIAL_INVALID'
  | 'TOKEN_INVALID'
  | 'TOKEN_USED_ALREADY'
>;
