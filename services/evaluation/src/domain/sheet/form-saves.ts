import { SCORES_PER_SAVE_MAX } from '../limits.ts';
import type { MarksWanted } from './facts.ts';
import type { WrittenMark } from './read-form.ts';

/** Marks as an order asks for them, by entry. An empty cell takes its mark back only where that is said. */
export const marksToSave = (marks: readonly WrittenMark[], clearEmpty: boolean): readonly MarksWanted[] => {
  const byEntry = new Map<string, { criterionId: string; mark: number | null }[]>();
  for (const { entryId, criterionId, mark } of marks)
    if (mark !== null || clearEmpty) byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), { criterionId, mark }]);
  return [...byEntry].map(([entryId, wanted]) => ({ entryId, marks: wanted }));
};

/** As many entries at once as one save takes: a large sheet is several. */
export const savesOf = (scores: readonly MarksWanted[]): readonly (readonly MarksWanted[])[] => {
  const saves: MarksWanted[][] = [];
  let room = 0;
  for (const score of scores) {
    if (score.marks.length > room) {
      saves.push([]);
      room = SCORES_PER_SAVE_MAX;
    }
    saves.at(-1)?.push(score);
    room -= score.marks.length;
  }
  return saves;
};
