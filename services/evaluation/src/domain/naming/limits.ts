export const SERIES_YEARS_MAX = 20;
/** Subjects in one fact: a few hundred bytes each. */
export const SUBJECTS_PER_FACT_MAX = 500;
export const SUBJECTS_MAX = 20_000;
/** Of one list: more of them are no corrections any more. */
export const CORRECTIONS_MAX = 100;
/** Computations of one naming: each stands in the log whole. */
export const COMPUTATIONS_MAX = 50;
