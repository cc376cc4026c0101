import type { AreaRule, ItemRule } from './sources.ts';

/** An area's items with every default, whether they were written as a list or as points alone. */
export const itemsOfArea = ({ items }: AreaRule): readonly ItemRule[] =>
  Array.isArray(items)
    ? (items as readonly ItemRule[])
    : Object.entries(items as Readonly<Record<string, string>>).map(([id, points]) => ({
        id,
        points,
        starts: 'zero',
        floor: '0',
        veto: false,
      }));
