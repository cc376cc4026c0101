import { hundredthsOf } from '../shape/word-forms.ts';
import type { BonusRule } from './sources.ts';

type Group = BonusRule['groups'][number];

/** An item of a group with what it may give, in hundredths of a point. `cap`: what all its claims give together; null: no limit. */
export type BonusItemRule = Readonly<{
  id: string;
  points: number;
  cap: number | null;
  /** From the lowest; empty: any points up to the most. */
  levels: readonly Readonly<{ id: string; points: number }>[];
}>;

const levelsOf = ({ levels }: Group): BonusItemRule['levels'] =>
  Object.entries(levels ?? {})
    .map(([id, points]) => ({ id, points: hundredthsOf(points) }))
    .sort((a, b) => a.points - b.points);

/**
 * A group's items. With points of its own an item gives as much, whatever its levels say of one claim; an item that is only named gives
 * the highest level; a group without items is one item, called as itself, that only the group's cap holds down.
 */
export const itemsOfBonus = (group: Group): readonly BonusItemRule[] => {
  const levels = levelsOf(group);
  const highest = levels.at(-1)?.points ?? 0;
  const { items } = group;
  if (items === undefined) return [{ id: group.id, points: highest, cap: null, levels }];
  if (Array.isArray(items))
    return (items as readonly string[]).map((id) => ({ id, points: highest, cap: highest, levels }));
  return Object.entries(items as Readonly<Record<string, string>>).map(([id, points]) => {
    const cap = hundredthsOf(points);
    return { id, points: levels.length > 0 ? highest : cap, cap, levels };
  });
};
