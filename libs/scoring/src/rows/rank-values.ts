import { createHash } from 'node:crypto';
import { compareRationals, type Rational } from '../rational.ts';
import { compareIds } from '../ids.ts';
import type { TieStory } from './phase-result.ts';
import type { RankRule, TieKey } from './phase.ts';

/** An entry with its value, before ranking. */
export type Contender<T> = Readonly<{
  entryId: string;
  value: Rational;
  /** In units of 10^-decimals points. */
  score: bigint;
  /** The tie keys' values, worked out only for entries that turn out to be tied; null: absent. */
  tieValues: () => readonly (Rational | null)[];
  carries: T;
}>;

export type Ranked<T> = Readonly<{ contender: Contender<T>; rank: number; tie: TieStory | null }>;

/** A tie key's name in steps and reports: `row:experts`, `mark:effect`. */
export const tieKeyName = (key: TieKey): string => (key.by === 'row' ? `row:${key.row}` : `mark:${key.criterion}`);

/** What a draw orders by: whoever knows the seed can do it again. */
export const drawOf = (seed: string, entryId: string): string =>
  createHash('sha256').update(`${seed} ${entryId}`).digest('hex');

/** Better first; an absent value loses. */
const better = (a: Rational | null, b: Rational | null, which: 'higher' | 'lower'): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return which === 'higher' ? compareRationals(b, a) : compareRationals(a, b);
};

const byValue =
  (rule: RankRule) =>
  (a: Contender<unknown>, b: Contender<unknown>): number => {
    if (rule.on === 'exact') return better(a.value, b.value, rule.better);
    if (a.score === b.score) return 0;
    return a.score > b.score === (rule.better === 'higher') ? -1 : 1;
  };

type Tied<T> = Readonly<{ contender: Contender<T>; keys: readonly (Rational | null)[]; lot: string }>;

/** The index of the first key that tells two apart; -1 when none does. */
const firstDifference = (rule: RankRule, a: Tied<unknown>, b: Tied<unknown>): number =>
  rule.ties.findIndex((key, at) => better(a.keys[at] ?? null, b.keys[at] ?? null, key.better) !== 0);

const byKeys =
  (rule: RankRule) =>
  (a: Tied<unknown>, b: Tied<unknown>): number => {
    const at = firstDifference(rule, a, b);
    const key = rule.ties[at];
    return key === undefined ? compareIds(a.lot, b.lot) : better(a.keys[at] ?? null, b.keys[at] ?? null, key.better);
  };

const tieStory = (rule: RankRule, tied: readonly Tied<unknown>[], at: number): TieStory => {
  const one = tied[at] as Tied<unknown>;
  const neighbours = [tied[at - 1], tied[at + 1]].filter((neighbour) => neighbour !== undefined);
  const differences = neighbours.map((neighbour) => firstDifference(rule, one, neighbour));
  const last = rule.ties[Math.max(...differences)];
  return {
    size: tied.length,
    values: rule.ties.map((key, index) => ({
      key: tieKeyName(key),
      numerator: one.keys[index]?.numerator.toString() ?? null,
      denominator: one.keys[index]?.denominator.toString() ?? null,
    })),
    settledBy: differences.includes(-1) || last === undefined ? rule.then : tieKeyName(last),
  };
};

/** Orders one class of equal ones; `before` stand above it. */
const rankTied = <T>(
  rule: RankRule,
  equal: readonly Contender<T>[],
  before: number,
  seed: string | null,
): readonly Ranked<T>[] => {
  const compare = byKeys(rule);
  const tied = equal
    .map((contender): Tied<T> => ({
      contender,
      keys: contender.tieValues(),
      lot: rule.then === 'draw' ? drawOf(seed ?? '', contender.entryId) : '',
    }))
    .sort((a, b) => compare(a, b) || compareIds(a.contender.entryId, b.contender.entryId));
  let rank = before + 1;
  return tied.map((one, at) => {
    const previous = tied[at - 1];
    if (previous === undefined || compare(previous, one) !== 0) rank = before + at + 1;
    return { contender: one.contender, rank, tie: tieStory(rule, tied, at) };
  });
};

/** Gives every contender its rank, and every tie its story. */
export const rankValues = <T>(
  rule: RankRule,
  contenders: readonly Contender<T>[],
  seed: string | null,
): readonly Ranked<T>[] => {
  const compare = byValue(rule);
  const ordered = [...contenders].sort((a, b) => compare(a, b) || compareIds(a.entryId, b.entryId));
  const ranked: Ranked<T>[] = [];
  for (let at = 0; at < ordered.length;) {
    const first = ordered[at] as Contender<T>;
    let end = at + 1;
    while (end < ordered.length && compare(first, ordered[end] as Contender<T>) === 0) end++;
    if (end === at + 1) ranked.push({ contender: first, rank: at + 1, tie: null });
    else ranked.push(...rankTied(rule, ordered.slice(at, end), at, seed));
    at = end;
  }
  return ranked;
};
