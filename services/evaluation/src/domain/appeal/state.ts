import type { Matter } from './facts.ts';
import type { AppealRemedy } from './words.ts';

/** What lay before whoever decided: the how manieth result, and the decision then in force. */
type Before = Readonly<{ results: number; decisionId: string | null }>;

/** An appeal as it stands. `over`: what its latest verdict was given over; null while it has none. */
export type Appeal = Matter &
  Readonly<{
    appealId: string;
    entryId: string;
    evidence: readonly string[];
    filedBy: string;
    filedAt: string;
    standing: 'open' | 'withdrawn' | 'upheld' | 'rejected';
    remedy: AppealRemedy | null;
    decidedBy: string | null;
    /** How often it was decided. */
    verdicts: number;
    over: Before | null;
  }>;
