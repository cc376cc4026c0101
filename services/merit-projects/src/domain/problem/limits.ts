/** Days from today that a deadline may lie ahead at most. */
export const DEADLINE_DAYS_MAX = 366;
/** How often the deadline of one problem is put off. */
export const EXTENSIONS_MAX = 3;
/** Measures told of one problem without waiting, those taken back counted too. */
export const MEASURES_MAX = 100;
/** How often it may be reopened; what is found after that is another problem. */
export const PROBLEM_REOPENINGS_MAX = 3;
/** How often it may be proposed to withdraw one problem, what was turned down counted. */
export const WITHDRAWALS_PROPOSED_MAX = 5;
/** Times that a problem is handed over, or handed in, without waiting. */
export const TURNS_MAX = 20;
/** After so many once in so many days: nobody is shut out for good, and a stream grows with time and not with zeal. */
export const TURN_AGAIN_DAYS = 30;
