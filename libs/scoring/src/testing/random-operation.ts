import type { Operation } from '../index.ts';
import type { Dice } from './dice.ts';

const amount = (dice: Dice): number => dice.below(30) * 50;

const some = (dice: Dice, above: readonly string[]): readonly string[] =>
  dice.shuffled(above).slice(0, 1 + dice.below(Math.min(3, above.length)));

const weigh = (dice: Dice, above: readonly string[]): Operation => {
  const rows = some(dice, above);
  const parts = rows.map(() => 1 + dice.below(9));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const weights = parts.map((part) => Math.floor((part * 10_000) / whole));
  const rest = 10_000 - weights.reduce((sum, weight) => sum + weight, 0);
  return {
    op: 'weigh',
    weights: rows.map((row, at) => ({ row, weight: (weights[at] as number) + (at === 0 ? rest : 0) })),
  };
};

const bands = (dice: Dice, of: string): Operation => {
  const when = dice.one(['at-least', 'at-most'] as const);
  const limits = [...new Set([amount(dice), amount(dice), amount(dice)])].sort((a, b) =>
    when === 'at-least' ? b - a : a - b,
  );
  return { op: 'bands', of, when, bands: limits.map((limit) => ({ limit, points: amount(dice) })), else: amount(dice) };
};

const clamp = (dice: Dice, of: string): Operation => {
  const floor = amount(dice);
  if (dice.chance(0.3)) return { op: 'clamp', of, floor };
  return dice.chance(0.5) ? { op: 'clamp', of, cap: floor } : { op: 'clamp', of, floor, cap: floor + amount(dice) };
};

/** Any operation but `take-panel` over rows above. */
export const randomOperation = (dice: Dice, above: readonly string[], earlierPhase: string): Operation => {
  const of = dice.one(above);
  const [added, ...taken] = some(dice, above);
  const made: readonly (() => Operation)[] = [
    () => ({ op: 'take-measure', source: 'clock', attempts: dice.one(['best', 'last', 'sum']) }),
    () => ({
      op: 'carry',
      phase: earlierPhase,
      across: dice.one(['mean', 'sum', 'best', 'last']),
      least: 1 + dice.below(2),
    }),
    () => ({ op: 'sum', of: [added as string], minus: taken }),
    () => ({ op: 'sum', of: some(dice, above), minus: [] }),
    () => weigh(dice, above),
    () => weigh(dice, above),
    () => ({ op: 'mean', of: some(dice, above) }),
    () => ({ op: 'best', of: some(dice, above) }),
    () => ({ op: 'scale', of, from: 50 + amount(dice), to: 50 + amount(dice) }),
    () => ({ op: 'times', of, by: dice.one(above) }),
    () => clamp(dice, of),
    () => bands(dice, of),
    () => ({ op: 'round', of, decimals: dice.below(3), how: dice.one(['half-even', 'half-up', 'down']) }),
  ];
  return dice.one(made)();
};
