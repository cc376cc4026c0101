import { pointsBy } from '@jiangong/scoring';
import { type Control, controlsOf } from './controls.ts';
import type { Cell } from './facts.ts';
import type { Draft, SheetRound } from './state.ts';

/** Bars of a histogram: tenths of a criterion's points, the last with the full mark. */
export const BARS = 10;
/** Cells without a mark that are named; how many there are is said besides. */
export const MISSING_NAMED_MAX = 500;

/** Points in hundredths. `bars`: how many marks lie in each tenth of what the criterion can give, from the lowest. */
export type CriterionSpread = Readonly<{
  criterionId: string;
  given: number;
  missing: number;
  /** Marks that give all of the criterion's points. */
  full: number;
  lowest: number | null;
  highest: number | null;
  /** Of all given, added up: with `given` the mean, without rounding it here. */
  pointsSum: number;
  bars: readonly number[];
}>;

export type Distribution = Readonly<{
  given: number;
  missing: number;
  full: number;
  criteria: readonly CriterionSpread[];
  /** The first cells without a mark, by entry. */
  missingCells: readonly Cell[];
  /** How far the paper uses up what the template allows. */
  controls: readonly Control[];
}>;

/** How somebody's own marks lie so far; of entries that he does not score nothing is missing. Pure, over his own draft alone. */
export const distributionOf = (draft: Draft, round: SheetRound): Distribution => {
  const { source, entries } = round;
  const scored = entries.filter(({ recused }) => recused === null);
  const criteria = (source?.criteria ?? []).map((criterion): CriterionSpread => {
    const worth = pointsBy({ marks: source?.marks ?? 'points' }, criterion);
    const points = scored.flatMap(({ entryId }) => {
      const mark = draft[entryId]?.[criterion.id];
      return mark === undefined ? [] : [worth(mark)];
    });
    const bars = Array.from({ length: BARS }, () => 0);
    for (const one of points) {
      const bar = Math.min(BARS - 1, Math.floor((one * BARS) / criterion.points));
      bars[bar] = (bars[bar] ?? 0) + 1;
    }
    return {
      criterionId: criterion.id,
      given: points.length,
      missing: scored.length - points.length,
      full: points.filter((one) => one === criterion.points).length,
      lowest: points.length === 0 ? null : Math.min(...points),
      highest: points.length === 0 ? null : Math.max(...points),
      pointsSum: points.reduce((sum, one) => sum + one, 0),
      bars,
    };
  });
  const sum = (of: (spread: CriterionSpread) => number): number => criteria.reduce((all, one) => all + of(one), 0);
  return {
    given: sum(({ given }) => given),
    missing: sum(({ missing }) => missing),
    full: sum(({ full }) => full),
    criteria,
    missingCells: scored
      .flatMap(({ entryId }) =>
        criteria
          .filter(({ criterionId }) => draft[entryId]?.[criterionId] === undefined)
          .map(({ criterionId }) => ({ entryId, criterionId })),
      )
      .slice(0, MISSING_NAMED_MAX),
    controls: controlsOf(draft, round),
  };
};
