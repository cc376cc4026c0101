import type { About } from './about.ts';

/**
 * What the vote said of a candidate when its unit declared it: by which result, its rank in its branch, and whom of the same branch and
 * category it was preferred to though more had voted for them; then with the reason for it, else without a word.
 */
export type CandidateChosen = About<
  'CandidateChosen.v1',
  {
    version: number;
    roundId: string;
    resultHash: string;
    rank: number;
    over: readonly string[];
    prose: { departure: string };
  }
>;
