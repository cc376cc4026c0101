import type { Refusal } from '@jiangong/event-store';

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
