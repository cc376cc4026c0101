import type { Evaluator, SheetLine } from './evaluators.ts';
import { AWARDS_PLAN, type AwardsPlan, CRITERIA } from './scoring-scheme.ts';

/**
 * The result as the scheme's text says it, computed here once more and apart from libs/scoring: what the platform
 * answers is held against it.
 */
export type ExpectedEntry = Readonly<{
  entry: string;
  unit: string;
  rank: number;
  /** As it is printed, in hundredths of a point. */
  score: number;
  grade: string | null;
}>;

type Fraction = Readonly<{ over: bigint; under: bigint }>;
type Line = Readonly<{ evaluator: string; total: number; points: readonly number[] }>;

const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.over * b.under - b.over * a.under;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};

/** To the nearest whole; halves to the even one. */
const halfEven = ({ over, under }: Fraction): number => {
  const [whole, twice] = [over / under, 2n * (over % under)];
  return Number(twice > under || (twice === under && whole % 2n === 1n) ? whole + 1n : whole);
};

const mean = (numbers: readonly number[]): Fraction => ({
  over: numbers.reduce((sum, number) => sum + BigInt(number), 0n),
  under: BigInt(numbers.length),
});

const combined = (units: Fraction, experts: Fraction): Fraction => ({
  over: 4n * units.over * experts.under + 6n * experts.over * units.under,
  under: 10n * units.under * experts.under,
});

/** Without the lowest and the highest total; among equals the evaluator's id decides which sheet goes. */
const trimmed = (lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((a, b) => a.total - b.total || (a.evaluator < b.evaluator ? -1 : 1)).slice(1, -1);

const EFFECT = CRITERIA.findIndex(({ id }) => id === 'effect');

type Valued = Readonly<{ entry: string; unit: string; values: readonly Fraction[] }>;

const byValues = (a: Valued, b: Valued): number => {
  for (const [index, value] of a.values.entries()) {
    const order = compare(b.values[index] as Fraction, value);
    if (order !== 0) return order;
  }
  return 0;
};

const valuesOf = (units: readonly Line[], experts: readonly Line[]): readonly Fraction[] => {
  const panel = trimmed(experts);
  const total = (lines: readonly Line[]): Fraction => mean(lines.map((line) => line.total));
  const effect = (lines: readonly Line[]): Fraction => mean(lines.map(({ points }) => points[EFFECT] as number));
  return [combined(total(units), total(panel)), total(panel), combined(effect(units), effect(panel))];
};

const gradeOf = (rank: number, { grades }: AwardsPlan): string | null => {
  let last = 0;
  for (const { id, count } of grades) {
    last += count;
    if (rank <= last) return id;
  }
  return null;
};

/** `personIds` gives the ids under which the platform sorts equal sheets; `plan` another one than the demo's. */
export const expectedRanking = (
  entries: readonly Readonly<{ code: string; unit: string }>[],
  sheets: readonly Readonly<{ evaluator: Evaluator; lines: readonly SheetLine[] }>[],
  personIds: ReadonlyMap<string, string>,
  plan: AwardsPlan = AWARDS_PLAN,
): readonly ExpectedEntry[] => {
  const lines = new Map<string, { units: Line[]; experts: Line[] }>(
    entries.map(({ code }) => [code, { units: [], experts: [] }]),
  );
  for (const { evaluator, lines: given } of sheets)
    for (const { entry, points } of given)
      lines.get(entry)?.[evaluator.group].push({
        evaluator: personIds.get(evaluator.person) ?? evaluator.person,
        total: points.reduce((sum, one) => sum + one, 0),
        points,
      });
  const valued = entries
    .map(({ code, unit }): Valued => {
      const { units, experts } = lines.get(code) as { units: Line[]; experts: Line[] };
      return { entry: code, unit, values: valuesOf(units, experts) };
    })
    .sort(byValues);
  let rank = 0;
  return valued.map((entry, index) => {
    const before = valued[index - 1];
    if (!before || byValues(before, entry) !== 0) rank = index + 1;
    return {
      entry: entry.entry,
      unit: entry.unit,
      rank,
      score: halfEven(entry.values[0] as Fraction),
      grade: gradeOf(rank, plan),
    };
  });
};
