/** Why rules give nothing: an entry without the class it is ranked in, a roll that is not there, choices and entries that nobody asked about. */
export const OUTCOME_PROBLEMS = [
  'CLASS_MISSING',
  'ROLL_MISSING',
  'CHOICE_UNKNOWN',
  'CHOICE_TWICE',
  'UNKNOWN_ENTRY',
] as const;
