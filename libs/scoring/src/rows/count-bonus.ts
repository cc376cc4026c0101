import type { BonusItem } from './bonus-source.ts';
import type { BonusBook } from './lay-out-bonuses.ts';
import type { GivenBonus } from './phase-inputs.ts';
import type { BonusStory } from './phase-result.ts';
import type { TakeBonus } from './phase.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const capped = (points: number, cap: number | null): number => (cap === null ? points : Math.min(points, cap));

/** What counts of an item's claims: of one honour the highest alone, where the source counts it once. */
const countedOf = (granted: readonly GivenBonus[], once: boolean): readonly number[] => {
  if (!once) return granted.map(({ points }) => points);
  const highest = new Map<string, number>();
  for (const { honour, points } of granted) highest.set(honour, Math.max(highest.get(honour) ?? 0, points));
  return [...highest.values()];
};

const itemStory = ({ id, cap }: BonusItem, granted: readonly GivenBonus[], once: boolean) => {
  const mine = granted.filter(({ itemId }) => itemId === id);
  const counted = countedOf(mine, once);
  const before = sum(counted);
  return { item: id, granted: mine.length, counted: counted.length, before, points: capped(before, cap) };
};

/**
 * Bonus points of one entry, in hundredths, and how they came about: claims by item, items by group, groups together, each held by
 * its cap. An item without a granted claim is not told.
 */
export const countBonus = (
  { source, granted }: BonusBook,
  row: TakeBonus,
  entryId: string,
): Readonly<{ points: number; story: BonusStory }> => {
  const mine = granted.get(entryId) ?? [];
  const groups = source.groups
    .filter(({ id }) => row.groups.includes(id))
    .map(({ id, cap, items }) => {
      const told = items.map((item) => itemStory(item, mine, source.once)).filter((item) => item.granted > 0);
      const before = sum(told.map(({ points }) => points));
      return { group: id, before, points: capped(before, cap), items: told };
    });
  const before = sum(groups.map(({ points }) => points));
  return { points: capped(before, source.cap), story: { before, groups } };
};
