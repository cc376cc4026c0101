import { ALGORITHM } from './algorithm.ts';
import type { CountedEntry } from './counted-entry.ts';
import { type CountedGroup, countGroup, criterionSum } from './count-group.ts';
import { rankCounted } from './rank.ts';
import { type Rational, rational, roundHalfEven } from '../../rational.ts';
import { type Scheme, pointsTotalOf, type TieBreaker } from './scheme.ts';
import { WEIGHT_WHOLE } from '../../rows/phase-limits.ts';
import { type GroupMatrix, type ScoreMatrix, scoreMatrix } from './score-matrix.ts';
import type { TallyInputs, TallyProblem } from './tally-inputs.ts';
import type { TallyOutcome, UnrankedEntry } from './tally-result.ts';

type Share = Readonly<{ weight: number; sum: number; count: number }>;

/** Sum of weight × sum ÷ count, divided by the whole weight. */
const combine = (shares: readonly Share[]): Rational => {
  let numerator = 0n;
  let denominator = 1n;
  for (const { weight, sum, count } of shares) {
    numerator = numerator * BigInt(count) + BigInt(weight) * BigInt(sum) * denominator;
    denominator *= BigInt(count);
  }
  return rational(numerator, denominator * BigInt(WEIGHT_WHOLE));
};

type Row = Readonly<{ scheme: Scheme; matrix: ScoreMatrix; row: number; counted: readonly CountedGroup[] }>;

const breakerValue = ({ scheme, matrix, row, counted }: Row, breaker: TieBreaker): Rational => {
  const chosen = scheme.groups
    .map(({ id }, at) => ({ id, at }))
    .filter(({ id }) => breaker.groupId === undefined || breaker.groupId === id);
  const criterion = breaker.by === 'criterion' ? scheme.criteria.findIndex(({ id }) => id === breaker.criterionId) : -1;
  const shares = chosen.map(({ at }) => {
    const { step, columns } = counted[at] as CountedGroup;
    const sum = criterion === -1 ? step.sum : criterionSum(matrix.groups[at] as GroupMatrix, row, columns, criterion);
    return { weight: scheme.groups[at]?.weight ?? 0, sum, count: step.count };
  });
  const [only] = shares;
  if (breaker.groupId !== undefined && only !== undefined) return rational(BigInt(only.sum), BigInt(only.count));
  return combine(shares);
};

const countEntry = (row: Row): CountedEntry => {
  const { scheme, matrix, counted } = row;
  const value = combine(
    counted.map(({ step }, at) => ({ weight: scheme.groups[at]?.weight ?? 0, sum: step.sum, count: step.count })),
  );
  const score = roundHalfEven({
    numerator: value.numerator * 10n ** BigInt(scheme.decimals),
    denominator: value.denominator * 100n,
  });
  const breakerValues = () => scheme.ties.breakers.map((breaker) => breakerValue(row, breaker));
  return {
    entryId: matrix.entryIds[row.row] as string,
    value,
    score,
    groups: counted.map(({ step }) => step),
    breakerValues,
  };
};

/**
 * The tally: pure and exact. The same scheme and inputs, in whatever order, give the same result to the byte.
 * Assumes a scheme that `validateScheme` let pass.
 */
export const tally = (scheme: Scheme, inputs: TallyInputs): TallyOutcome<TallyProblem> => {
  const matrix = scoreMatrix(scheme, inputs);
  if (!('entryIds' in matrix)) return { kind: 'impossible', problems: matrix };
  const problems: TallyProblem[] = [];
  const ranked: CountedEntry[] = [];
  const unranked: UnrankedEntry[] = [];
  matrix.entryIds.forEach((entryId, row) => {
    const counted = scheme.groups.map((group, at) => countGroup(group, matrix.groups[at] as GroupMatrix, row));
    const thin = scheme.groups.filter((_, at) => counted[at]?.step.count === 0);
    if (thin.length === 0) ranked.push(countEntry({ scheme, matrix, row, counted }));
    else if (thin.some(({ belowPanelMin }) => belowPanelMin === 'refuse'))
      thin.forEach(({ id }) => problems.push({ reason: 'PANEL_BELOW_MINIMUM', path: `${entryId}/${id}` }));
    else unranked.push({ entryId, reason: 'PANEL_BELOW_MINIMUM', groups: counted.map(({ step }) => step) });
  });
  if (problems.length > 0) return { kind: 'impossible', problems: problems.slice(0, 50) };
  return {
    kind: 'tallied',
    result: {
      resultVersion: 1,
      algorithm: `${ALGORITHM.name}-${ALGORITHM.version}`,
      decimals: scheme.decimals,
      pointsTotal: pointsTotalOf(scheme),
      missingSheets: matrix.missingSheets,
      entries: rankCounted(scheme, ranked),
      unranked,
    },
  };
};
