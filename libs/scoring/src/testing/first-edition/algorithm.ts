import { canonicalBytes, sha256Hex } from '@jiangong/event-store';

/**
 * The tally in words. Whoever changes what the code computes changes this text too and raises the version; the golden
 * results in `test/golden.spec.ts` fail otherwise.
 */
export const ALGORITHM = {
  name: 'jiangong-tally',
  version: 1,
  specification: [
    'Points are integers in hundredths. A sheet gives an entry one number for each criterion; their sum is its total.',
    'Of each group, for each entry: the given scores are those of its submitted sheets; where missingSheet is zero, an evaluator without a sheet gives zeros.',
    'The panel is the given scores without the recused ones. A panel below panelMin refuses the tally or leaves the entry unranked.',
    'A trimmed mean orders scores by (total, evaluator id), drops dropLowest from the front and dropHighest from the back: of the panel (after-recusal), or of all given scores, whereupon the recused ones among the rest are left out (before-recusal).',
    'What is left is counted: sum of totals and count. The combined value is the sum over groups of weight * sum / count, divided by 10000, as an exact fraction.',
    'The score is the combined value in units of 10^-decimals points, rounded half-even once.',
    'Entries are ordered by the exact value or the score, higher first; equal ones by the tie breakers in order, compared exactly over the counted sheets; then they share a rank (1, 2, 2, 4) or are ordered by ascending id.',
  ],
} as const;

/** Identifies the rule of computing itself. */
export const algorithmHash = (): string => sha256Hex(canonicalBytes(ALGORITHM));
