import type { Rational } from '../rational.ts';
import { times } from './exact.ts';
import type { Absence, BallotStory, BonusStory, ChecklistStory, PanelStory, RowValue } from './phase-result.ts';
import type { OperationName, Phase, Row } from './phase.ts';

/** An exact fraction of decimal integers, in hundredths of a point. */
export type Fraction = Readonly<{ numerator: string; denominator: string }>;

/**
 * What one row above gives to a step. `weight` in basis points, as the template says it; `gives`: its part of the step's value, which
 * all parts add up to; null where the step does not add up parts (a cap, a rounding) or this row was passed over.
 */
export type StepTerm = Readonly<{ row: string; weight: number | null; value: Fraction | null; gives: Fraction | null }>;

/** One row of a phase for one entry: where its value comes from. */
export type Step = Readonly<{
  row: string;
  op: OperationName;
  value: Fraction | null;
  absent: Absence | null;
  terms: readonly StepTerm[];
  panel: PanelStory | null;
  /** Only of a row that takes a check-list: its areas add up to the value. */
  checklist?: ChecklistStory;
  /** Only of a row that takes bonuses. */
  bonus?: BonusStory;
  /** Only of a row that takes a ballot. */
  ballot?: BallotStory;
}>;

const rationalOf = ({ numerator, denominator }: RowValue): Rational | null =>
  numerator === null || denominator === null
    ? null
    : { numerator: BigInt(numerator), denominator: BigInt(denominator) };

const shown = (value: Rational | null): Fraction | null =>
  value === null ? null : { numerator: String(value.numerator), denominator: String(value.denominator) };

type Part = Readonly<{ row: string; weight: number | null; value: Rational | null }>;

/** The parts of rows that add up; `share`: what of a part's value comes into the whole. */
const added = (
  parts: readonly Part[],
  share: (part: Part) => readonly [by: bigint, over: bigint],
): readonly StepTerm[] =>
  parts.map((part) => {
    const { row, weight, value } = part;
    if (value === null) return { row, weight, value: null, gives: null };
    const [by, over] = share(part);
    return { row, weight, value: shown(value), gives: shown(times(value, by, over)) };
  });

const taken = (parts: readonly Part[]): readonly StepTerm[] =>
  parts.map(({ row, weight, value }) => ({ row, weight, value: shown(value), gives: null }));

const termsOf = (row: Row, valueOf: (id: string) => Rational | null): readonly StepTerm[] => {
  const part = (id: string, weight: number | null = null): Part => ({ row: id, weight, value: valueOf(id) });
  switch (row.op) {
    case 'sum':
      return [
        ...added(
          row.of.map((id) => part(id)),
          () => [1n, 1n],
        ),
        ...added(
          row.minus.map((id) => part(id)),
          () => [-1n, 1n],
        ),
      ];
    case 'weigh': {
      const parts = row.weights.map(({ row: id, weight }) => part(id, weight));
      const whole = parts.reduce((sum, { value, weight }) => sum + (value === null ? 0 : (weight ?? 0)), 0);
      return added(parts, ({ weight }) => [BigInt(weight ?? 0), BigInt(whole)]);
    }
    case 'mean': {
      const parts = row.of.map((id) => part(id));
      const count = parts.filter(({ value }) => value !== null).length;
      return added(parts, () => [1n, BigInt(count)]);
    }
    case 'best':
      return taken(row.of.map((id) => part(id)));
    case 'times':
      return taken([part(row.of), part(row.by)]);
    case 'scale':
    case 'clamp':
    case 'bands':
    case 'round':
      return taken([part(row.of)]);
    default:
      return [];
  }
};

/**
 * Why an entry has its score: each row of the phase in order, with what it reads. Computed from a result's own rows, so that it can
 * say nothing else than they do.
 */
export const stepsOf = (phase: Pick<Phase, 'rows'>, values: readonly RowValue[]): readonly Step[] => {
  const byRow = new Map(values.map((value) => [value.row, value]));
  const valueOf = (id: string): Rational | null => {
    const value = byRow.get(id);
    return value === undefined ? null : rationalOf(value);
  };
  return phase.rows.flatMap((row) => {
    const value = byRow.get(row.id);
    if (value === undefined) return [];
    const { absent, panel, checklist, bonus, ballot } = value;
    const step = {
      row: row.id,
      op: row.op,
      value: shown(rationalOf(value)),
      absent,
      terms: termsOf(row, valueOf),
      panel,
    };
    return [
      {
        ...step,
        ...(checklist === undefined ? {} : { checklist }),
        ...(bonus === undefined ? {} : { bonus }),
        ...(ballot === undefined ? {} : { ballot }),
      },
    ];
  });
};
