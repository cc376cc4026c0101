import { type GradedEntry, gradesByRank } from '@jiangong/scoring';
import { textRefusal } from '../check-text.ts';
import { DEPARTURES_MAX, REASON_CHARACTERS_MAX } from '../limits.ts';
import { type Departure, NO_GRADE } from './departure.ts';
import type { RoundRefusal } from './refusals.ts';
import type { ClosedRound, Tally } from './state.ts';

const departureRefusal = (
  round: ClosedRound,
  tally: Tally,
  departures: readonly Departure[],
  at: number,
): RoundRefusal | undefined => {
  const { entryId, grade, reason } = departures[at] as Departure;
  const field = (name: string) => `departures[${at}].${name}`;
  if (!tally.ranking.some((ranked) => ranked.entryId === entryId))
    return { reason: 'ENTRY_NOT_RANKED', field: field('entryId') };
  if (departures.findIndex((other) => other.entryId === entryId) !== at)
    return { reason: 'DEPARTURE_TWICE', field: field('entryId') };
  if (grade !== NO_GRADE && !round.plan.grades.some(({ id }) => id === grade))
    return { reason: 'GRADE_UNKNOWN', field: field('grade') };
  return textRefusal(reason, { field: field('reason'), charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
};

/** The awards of a decision: what the ranks earn, changed where the leadership departs; by rank, then by id. */
export const decidedGrades = (
  round: ClosedRound,
  tally: Tally,
  departures: readonly Departure[],
): readonly GradedEntry[] | RoundRefusal => {
  if (departures.length > DEPARTURES_MAX)
    return { reason: 'TOO_MANY_DEPARTURES', field: 'departures', details: { departuresMax: DEPARTURES_MAX } };
  for (let at = 0; at < departures.length; at++) {
    const refusal = departureRefusal(round, tally, departures, at);
    if (refusal) return refusal;
  }
  const ranking = tally.ranking.map(({ entryId, rank }) => ({ entryId, rank }));
  const earned = new Map(gradesByRank(round.plan, ranking).map(({ entryId, grade }) => [entryId, grade]));
  const empty = departures.findIndex(({ entryId, grade }) => (earned.get(entryId) ?? NO_GRADE) === grade);
  if (empty !== -1) return { reason: 'NO_DEPARTURE', field: `departures[${empty}].grade` };
  const decided = new Map([...earned, ...departures.map(({ entryId, grade }) => [entryId, grade] as const)]);
  return ranking
    .map(({ entryId, rank }) => ({ entryId, rank, grade: decided.get(entryId) ?? NO_GRADE }))
    .filter(({ grade }) => grade !== NO_GRADE)
    .sort((a, b) => a.rank - b.rank || (a.entryId < b.entryId ? -1 : 1));
};
