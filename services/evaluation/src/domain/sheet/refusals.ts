import type { Refusal } from '@jiangong/event-store';
import type { Hindrance } from './state.ts';

export type SheetRefusal = Refusal<
  | Hindrance
  | 'SHEET_SUBMITTED_ALREADY'
  | 'SHEET_SAVED_TOO_OFTEN'
  | 'SCORES_NONE'
  | 'SCORES_TOO_MANY'
  | 'SCORE_TWICE'
  | 'ENTRY_NOT_IN_ROUND'
  | 'ENTRY_NOT_DEALT_TO_YOU'
  | 'CRITERION_UNKNOWN'
  | 'OWN_UNIT'
  | 'OWN_ENTRY'
  | 'RECUSED'
  | 'SCORE_OUT_OF_RANGE'
  | 'SCORE_TOO_FINE'
  | 'SCORE_NOT_A_BAND'
  | 'SHEET_INCOMPLETE'
  | 'FULL_MARKS_TOO_MANY'
  | 'LEVEL_GIVEN_TOO_OFTEN'
  | 'POINTS_NOT_DISTINCT'
>;
