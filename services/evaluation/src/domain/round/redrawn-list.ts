import { type ChecklistItem, type ChecklistSource, pointsOf, type Source } from '@jiangong/scoring';
import type { RoundTables } from './tables.ts';

/** What an item is worth from now on, in hundredths; 0: it is not looked at in this round. */
export type ItemPoints = Readonly<{ itemId: string; points: number }>;

/** What was redrawn of each list, the latest word about each item. */
export type Redrawn = Readonly<Record<string, readonly ItemPoints[]>>;

const worth = (item: ChecklistItem, points: number): ChecklistItem => {
  const cap = item.cap === item.points ? points : Math.min(item.cap, points);
  return { ...item, points, cap, floor: Math.min(item.floor, cap) };
};

/** The list with other points: items that are worth nothing are left out, all others stand as the template draws them. */
export const redrawnSource = (source: ChecklistSource, points: readonly ItemPoints[]): ChecklistSource => {
  const told = new Map(points.map((one) => [one.itemId, one.points]));
  const areas = source.areas.map((area) => {
    const lists = area.lists.map((list) => ({
      ...list,
      items: list.items.flatMap((item) => {
        const given = told.get(item.id) ?? item.points;
        if (given === 0) return [];
        return [given === item.points ? item : worth(item, given)];
      }),
    }));
    return { ...area, points: pointsOf(lists[0]?.items ?? []), lists };
  });
  return { ...source, areas };
};

/** A later word about an item takes the place of the earlier one. */
export const mergedPoints = (before: readonly ItemPoints[], now: readonly ItemPoints[]): readonly ItemPoints[] => [
  ...before.filter(({ itemId }) => !now.some((one) => one.itemId === itemId)),
  ...now,
];

/** Every list as it was redrawn. */
export const redrawnSources = (drawn: readonly Source[], redrawn: Redrawn): readonly Source[] =>
  drawn.map((source) => {
    const points = redrawn[source.id];
    return source.kind === 'checklist' && points !== undefined ? redrawnSource(source, points) : source;
  });

/** The list as the template draws it, where it may be redrawn. */
export const drawnList = (
  { tables, drawn }: Readonly<{ tables: RoundTables; drawn?: readonly Source[] }>,
  sourceId: string,
): ChecklistSource | undefined => {
  const isRedrawn = tables.checklists?.some((rules) => rules.sourceId === sourceId && rules.redrawn === true) ?? false;
  const source = (drawn ?? tables.sources).find(({ id }) => id === sourceId);
  return isRedrawn && source?.kind === 'checklist' ? source : undefined;
};

/** Its items, with the area that each stands in. */
export const itemsOf = ({ areas }: ChecklistSource): readonly Readonly<{ areaId: string; item: ChecklistItem }>[] =>
  areas.flatMap(({ id: areaId, lists }) => (lists[0]?.items ?? []).map((item) => ({ areaId, item })));
