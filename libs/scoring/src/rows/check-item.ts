import type { ChecklistArea, ChecklistItem } from './source.ts';

/** The items of an area that hold in a period. */
export const itemsIn = ({ lists }: ChecklistArea, period: number): readonly ChecklistItem[] =>
  lists.findLast(({ fromPeriod }) => fromPeriod <= period)?.items ?? [];

/** What an item is worth by what occurred, in hundredths: what it starts with and each occurrence's `per`, between floor and cap. */
export const countedWorth = ({ starts, per, points, floor, cap }: ChecklistItem, count: number): number =>
  Math.min(Math.max((starts === 'full' ? points : 0) + count * (per ?? 0), floor), cap);

/** Why marks may not be given to an item: one for the whole item, or one for each of its measures, in their order. */
export const checkMarksFault = (
  item: ChecklistItem,
  marks: readonly number[],
): 'MARKS_MISCOUNTED' | 'MARK_OUT_OF_RANGE' | 'MARK_TOO_FINE' | undefined => {
  if (marks.length !== Math.max(item.measures.length, 1)) return 'MARKS_MISCOUNTED';
  for (const [at, mark] of marks.entries()) {
    const low = item.measures.length > 0 ? 0 : item.floor;
    const high = item.measures[at]?.points ?? item.cap;
    if (!Number.isSafeInteger(mark) || mark < low || mark > high) return 'MARK_OUT_OF_RANGE';
    if (mark % item.step !== 0) return 'MARK_TOO_FINE';
  }
  return undefined;
};
