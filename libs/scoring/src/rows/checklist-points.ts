import type { ChecklistItem } from './source.ts';

/** What items add up to: those of a group count once, by the highest. */
export const pointsOf = (items: readonly Pick<ChecklistItem, 'group' | 'points'>[]): number => {
  const groups = new Map<string, number>();
  let sum = 0;
  for (const { group, points } of items)
    if (group === null) sum += points;
    else groups.set(group, Math.max(groups.get(group) ?? 0, points));
  return [...groups.values()].reduce((all, points) => all + points, sum);
};
