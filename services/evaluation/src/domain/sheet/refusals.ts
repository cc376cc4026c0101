import type { Refusal } from '@jiangong/event-store';

export type SheetRefusal = Refusal<
  | 'ROUND_NOT_OPEN'
  | 'ROUND_CLOSED'
  | 'NOT_AN_EVALUATOR'
  | 'SHEET_SUBMITTED_ALREADY'
  | 'SHEET_SAVED_TOO_OFTEN'
  | 'SCORES_NONE'
  | 'SCORES_TOO_MANY'
  | 'SCORE_TWICE'
  | 'ENTRY_NOT_IN_ROUND'
  | 'CRITERION_UNKNOWN'
  | 'OWN_UNIT'
  | 'OWN_ENTRY'
  | 'RECUSED'
  | 'SCORE_OUT_OF_RANGE'
  | 'SCORE_TOO_FINE'
  | 'SCORE_NOT_A_BAND'
  | 'SHEET_INCOMPLETE'
>;
