import type { CountedEntry } from './counted-entry.ts';
import { compareRationals, type Rational } from '../../rational.ts';
import { breakerName, type Scheme } from './scheme.ts';
import { compareIds } from '../../ids.ts';
import type { RankedEntry, TieStep } from './tally-result.ts';

type Contender = CountedEntry & Readonly<{ breakers: readonly Rational[] }>;

/** Higher first. */
const byValue =
  (scheme: Scheme) =>
  (a: CountedEntry, b: CountedEntry): number => {
    if (scheme.ranking === 'exact') return compareRationals(b.value, a.value);
    return a.score === b.score ? 0 : a.score > b.score ? -1 : 1;
  };

/** The index of the first breaker that tells two contenders apart; -1 when none does. */
const firstDifference = (a: Contender, b: Contender): number =>
  a.breakers.findIndex((value, at) => compareRationals(value, b.breakers[at] as Rational) !== 0);

const byBreakers = (a: Contender, b: Contender): number => {
  const at = firstDifference(a, b);
  return at === -1 ? 0 : compareRationals(b.breakers[at] as Rational, a.breakers[at] as Rational);
};

/** What told a contender from its nearest neighbours: the last breaker that was needed, or the rule at the end. */
const settledBy = (scheme: Scheme, contender: Contender, neighbours: readonly Contender[]): string => {
  const differences = neighbours.map((neighbour) => firstDifference(contender, neighbour));
  const breaker = scheme.ties.breakers[Math.max(...differences)];
  return differences.includes(-1) || breaker === undefined ? scheme.ties.then : breakerName(breaker);
};

const tieStep = (scheme: Scheme, tied: readonly Contender[], at: number): TieStep => {
  const contender = tied[at] as Contender;
  const neighbours = [tied[at - 1], tied[at + 1]].filter((neighbour) => neighbour !== undefined);
  return {
    size: tied.length,
    values: contender.breakers.map(({ numerator, denominator }, breaker) => ({
      breaker: breakerName(scheme.ties.breakers[breaker] as Scheme['ties']['breakers'][number]),
      numerator: numerator.toString(),
      denominator: denominator.toString(),
    })),
    settledBy: settledBy(scheme, contender, neighbours),
  };
};

const rankedEntry = (
  { entryId, value, score, groups }: CountedEntry,
  rank: number,
  tie: TieStep | null,
): RankedEntry => ({
  entryId,
  rank,
  score: Number(score),
  numerator: value.numerator.toString(),
  denominator: value.denominator.toString(),
  groups,
  tie,
});

/** Orders one class of equal entries; `before` entries are ranked already. */
const rankTied = (scheme: Scheme, tied: readonly CountedEntry[], before: number): readonly RankedEntry[] => {
  const ordered = tied
    .map((entry): Contender => ({ ...entry, breakers: entry.breakerValues() }))
    .sort((a, b) => byBreakers(a, b) || compareIds(a.entryId, b.entryId));
  let rank = before + 1;
  return ordered.map((contender, at) => {
    const previous = ordered[at - 1];
    const shares =
      previous !== undefined && scheme.ties.then === 'shared-rank' && byBreakers(previous, contender) === 0;
    if (!shares) rank = before + at + 1;
    return rankedEntry(contender, rank, tieStep(scheme, ordered, at));
  });
};

/** Gives every counted entry its rank, and every tie its path. */
export const rankCounted = (scheme: Scheme, entries: readonly CountedEntry[]): readonly RankedEntry[] => {
  const compare = byValue(scheme);
  const ordered = [...entries].sort((a, b) => compare(a, b) || compareIds(a.entryId, b.entryId));
  const ranked: RankedEntry[] = [];
  for (let at = 0; at < ordered.length;) {
    const first = ordered[at] as CountedEntry;
    let end = at + 1;
    while (end < ordered.length && compare(first, ordered[end] as CountedEntry) === 0) end++;
    if (end === at + 1) ranked.push(rankedEntry(first, at + 1, null));
    else ranked.push(...rankTied(scheme, ordered.slice(at, end), at));
    at = end;
  }
  return ranked;
};
