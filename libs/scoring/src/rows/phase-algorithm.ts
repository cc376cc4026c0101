import type { GivenBallot } from './phase-inputs.ts';
import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { type Phase, scoresNobody } from './phase.ts';

/**
 * The computation in words. Whoever changes what the code computes changes this text too and raises the version; the golden
 * results in `test/golden.spec.ts` fail otherwise.
 */
export const PHASE_ALGORITHM = {
  name: 'jiangong-rows',
  version: 2,
  specification: [
    'A phase is a list of rows; each has one operation over rows above it. A value is an exact fraction in hundredths of a point, or absent with a reason.',
    'A mark gives points: itself, or criterion points * mark / 100 (coefficient), the chosen band, or criterion points * share / 10000 of the chosen level.',
    "take-panel: a seat is given when it marked the entry; recused by its own or its person's recusal; missing when assigned, not recused and without marks. Where missing is zero, a missing seat is given zeros; a recused seat never is. The panel is the given without the recused; below `least` the value is absent: PANEL_BELOW_MINIMUM.",
    'mean: sum of sheet totals / sheets of the panel. trimmed: the pool is the panel (recusal first) or all given (recusal last), ordered by (points, seat id), without `low` from the front and `high` from the back, then without the recused; by sheet totals, or criterion by criterion and added up. pooled: sum of all marks of the panel / sum of what they could be * 100.',
    'take-measure: best (by the source), last or sum of the attempts; none is absent: NOT_RECORDED. carry: mean, sum, best or last of closed rounds of a phase; fewer than `least` is absent: NOT_CARRIED.',
    'sum: of - minus. weigh: sum of weight * value / sum of weights. mean. best: the highest. scale: x * to / from. times: x * y / 100. clamp: min(max(x, floor), cap). bands: the points of the first band that holds, else `else`. round: half-even, half-up (halves away from zero) or down (towards zero).',
    'An absent value becomes zero where its row says so. Sum, weigh, mean and best pass over an absent input whose row says leave-out (weigh divides by the weights that are left; nothing left is absent: NOTHING_LEFT); otherwise an absent input makes the row absent with its reason. Where a row says refuse there is no result.',
    'The score is the score row rounded half-even to `decimals`, once; halves of negative values as of positive ones. An entry whose score is absent is unranked.',
    'Within each class entries are ordered by the exact value or the score; equal ones by the tie keys in order, compared exactly, an absent one losing: a row, or the mean of a criterion\'s counted marks over rows, sum of weight * mean / sum of weights. Then they share a rank (1, 2, 2, 4), also where the body is to settle it; or they are ordered by SHA-256 of "seed entryId" in hex, ascending.',
  ],
} as const;

/** What is added where a row takes a check-list: without one a phase is computed as it was before there were any. */
export const CHECKLIST_ALGORITHM = [
  'take-checklist, item by item and period by period: the marks of the view asked (last: the last party of `reviews` that marked; self; a party), but of an own entry those of the party that `own` names, or of all others, their mean; an item with measures is marked by their sum. Else, where the item has `per` and the view is not self, clamp(start + counts * per, floor, cap), start being its points (full) or 0. Else nothing was said: cap (full), 0 (zero), or left out; refuse gives no result.',
  'The items are those of the last list that begins no later than the period. An area in a period: sum of its items, of a group the highest alone; plus what ungrouped items that start full lose together beyond deductMax; times area points / points of what was not left out (a group counts its highest item). Periods that are outside for the entry, or with everything left out, are passed over; fewer than `least` is absent: PERIODS_BELOW_MINIMUM. Then mean, sum, best or last of the periods, and the sum of the areas.',
] as const;

/** What is added where a row takes bonuses. */
export const BONUS_ALGORITHM = [
  "take-bonus: of the groups taken, the claims granted. Where the source counts an honour once, of an item's claims of one honour the highest alone counts. An item gives min(sum of what counts, its cap), a group min(sum of its items, its cap), the row min(sum of its groups, the source's cap); no cap holds nothing down, and nothing granted is zero.",
] as const;

/** What is added where a row takes a ballot. */
export const BALLOT_ALGORITHM = [
  'take-ballot: no ballot about the entry is absent: NOT_RECORDED. Fewer than `least` tokens issued or ballots cast: VOTERS_BELOW_MINIMUM; else cast * 10000 < turnout * issued: TURNOUT_BELOW_FLOOR; else sum of count * points of the level / sum of counts. Ballots that do not count are not counted.',
] as const;

/** What is added where a ballot has several questions. */
export const QUESTIONS_ALGORITHM = [
  'take-ballot with `questions`: the counts stand question by question, in the order of the source; each question was answered by every ballot. The value is the sum of count * points of the level over the questions taken / (ballots cast * questions taken).',
] as const;

/** What is added where a paper box is void: without one, papers are read as ballots are. */
export const VOID_BOX_ALGORITHM = [
  'take-ballot of papers of which more were found than handed out: none of them is a ballot, and the value is absent: BOX_VOID, however many were handed out.',
] as const;

/** What is added for a phase without rows. */
export const LIST_ALGORITHM = [
  'A phase without rows scores nobody: its result is the list of its entries, by id, each unranked: NOT_SCORED, with no row.',
] as const;

/** Identifies the rule of computing itself, as far as this phase is computed by it. */
export const phaseAlgorithmHash = (
  phase?: Pick<Phase, 'rows'>,
  { ballots = [] }: Readonly<{ ballots?: readonly GivenBallot[] }> = {},
): string => {
  const rows = phase?.rows ?? [];
  const takes = (wanted: Phase['rows'][number]['op']): boolean => rows.some(({ op }) => op === wanted);
  const { name, version, specification } = PHASE_ALGORITHM;
  const told = [
    ...specification,
    ...(takes('take-checklist') ? CHECKLIST_ALGORITHM : []),
    ...(takes('take-bonus') ? BONUS_ALGORITHM : []),
    ...(takes('take-ballot') ? BALLOT_ALGORITHM : []),
    ...(rows.some((row) => row.op === 'take-ballot' && row.questions !== undefined) ? QUESTIONS_ALGORITHM : []),
    ...(ballots.some((ballot) => ballot.void === true) ? VOID_BOX_ALGORITHM : []),
    ...(phase !== undefined && scoresNobody(phase) ? LIST_ALGORITHM : []),
  ];
  return sha256Hex(canonicalBytes({ name, version, specification: told }));
};
