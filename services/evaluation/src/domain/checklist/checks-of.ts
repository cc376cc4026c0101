import type { ChecklistInputs } from '@jiangong/scoring';
import type { Checklist } from './state.ts';

/** What a result reads of the lists of a round, by entry: what stands, and the marks that were not taken back. */
export const checksOf = (lists: ReadonlyMap<string, Checklist>): ChecklistInputs => {
  const entries = [...lists];
  return {
    occurrences: entries.flatMap(([entryId, { occurrences }]) =>
      occurrences
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ sourceId, itemId, period, occurrenceId, count }) => ({
          sourceId,
          entryId,
          itemId,
          period,
          occurrenceId,
          count,
        })),
    ),
    marks: entries.flatMap(([entryId, { marks }]) =>
      marks
        .filter(({ marks: given }) => given.length > 0)
        .map(({ sourceId, itemId, period, by, marks: given }) => ({
          sourceId,
          entryId,
          itemId,
          period,
          by,
          marks: given,
        })),
    ),
    own: [],
    outside: [],
  };
};
