import type { BallotSource } from '@jiangong/scoring';
import type { BallotRules } from '../ballot/rules.ts';

/** The poll that is held on paper. */
export type PaperPoll = Readonly<{ source: BallotSource; rules: BallotRules }>;
