import type { OutcomeInputs } from '@jiangong/scoring';
import type { OutcomeTable } from '../decision/outcome-table.ts';
import type { RollCount, RoundFact } from './facts.ts';
import type { TakeRoll } from './orders.ts';
import type { ScoringRefusal } from './refusals.ts';
import { isRefused, liveRound } from './standing.ts';
import type { Round } from './state.ts';

const sameCounts = (one: readonly RollCount[], other: readonly RollCount[]): boolean =>
  one.length === other.length &&
  one.every(({ track, count }) => other.some((each) => each.track === track && each.count === count));

/** How many stood on the edition's roll, as often as that is put right, until scoring begins: no result chooses the whole of its shares. */
export const takeRoll = (round: Round, { counts }: TakeRoll): readonly RoundFact[] | ScoringRefusal => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  if (live.kind !== 'prepared' || (live.roll !== null && sameCounts(live.roll, counts))) return [];
  const { roundId, editionId } = live;
  return [{ type: 'RollTaken.v1', data: { roundId, editionId, counts: [...counts] } }];
};

/** Those who hold an award by the entries' homes are counted as homes, whatever category these entries are of. */
const countFor = (roll: readonly RollCount[], to: string, track: string): number | undefined =>
  roll.find((one) => one.track === (to === 'home' ? null : track))?.count;

type Entered = readonly Readonly<{ track: string }>[];

/**
 * The whole of every share that is taken of a roll, in each of its classes. Of a category that the office was to count and did not, those who
 * were let in are the whole: no number is chosen once anything is known of a result.
 */
export const rollsOf = (
  roll: readonly RollCount[] | null,
  outcome: OutcomeTable,
  entries: Entered,
): OutcomeInputs['rolls'] => {
  if (roll === null) return [];
  const missing = [...new Set(entries.map(({ track }) => track))].filter(
    (track) => !roll.some((one) => one.track === track),
  );
  const uncounted = missing.map((track) => ({ track, count: entries.filter((one) => one.track === track).length }));
  return outcome
    .filter(({ of }) => of === 'roll')
    .flatMap(({ id: rule, to, within }): OutcomeInputs['rolls'] => {
      const all = to === 'home' ? roll : [...roll, ...uncounted];
      const tracks = all.flatMap(({ track }) => track ?? []);
      if (within === 'category')
        return tracks.flatMap((track) => {
          const count = countFor(all, to, track);
          return count === undefined ? [] : [{ rule, within: track, count }];
        });
      const counts = all.filter(({ track }) => (to === 'home') === (track === null));
      if (counts.length === 0) return [];
      return [{ rule, within: null, count: counts.reduce((sum, { count }) => sum + count, 0) }];
    });
};
