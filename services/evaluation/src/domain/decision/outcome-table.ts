import type { OutcomeRule } from '@jiangong/scoring';

/** To whom an entry goes on: the level, and who decides there, outside the platform. */
export type Upward = Readonly<{ level: string; outside: string; shown: 'public' | 'internal' | 'subject' }>;

/** Who decides over what a rule gives: the body as it finds right, the body as the result says or not at all, or nobody. */
export type DecidedBy = 'party' | 'confirm' | 'system';

/** An outcome rule with what is told of it: everything of a template's `outcome` that a decision and its circular need. */
export type AwardRule = OutcomeRule &
  Readonly<{
    /** Lasting over years and templates. */
    code: string;
    zh: string;
    en: string;
    gives: string;
    decide: DecidedBy;
    /** How many years it is held; null: without end. */
    termYears: number | null;
    /** To whom what it gives is put forward; absent where it goes no further. */
    upTo?: Upward;
  }>;

/** In the order in which rules are read. */
export type OutcomeTable = readonly AwardRule[];
