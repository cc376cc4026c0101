import type {
  AreaTaken,
  ChecklistArea,
  ChecklistInputs,
  ChecklistItem,
  ChecklistSource,
  GivenCheckMark,
  TakeChecklist,
} from '../index.ts';
import type { Dice } from './dice.ts';

const OFFICE = 'office';
const SECOND = 'second';

const itemOf = (dice: Dice, id: string, group: string | null): ChecklistItem => {
  const points = 100 * (1 + dice.below(6));
  const half = points / 2;
  const measured = group === null && dice.chance(0.3);
  const floor = measured ? 0 : dice.one([0, 0, 0, -100, 50]);
  return {
    id,
    points,
    starts: dice.one(['full', 'full', 'zero']),
    per: dice.chance(0.6) ? dice.one([-10, -50, -300, 20, 50]) : null,
    floor,
    cap: measured || dice.chance(0.7) ? points : Math.max(half, floor),
    step: dice.one([1, 10, 50]),
    measures: measured
      ? [
          { id: `${id}-a`, points: half },
          { id: `${id}-b`, points: half },
        ]
      : [],
    group,
  };
};

const pointsOf = (items: readonly ChecklistItem[]): number => {
  const highest = new Map<string, number>();
  for (const { id, group, points } of items) {
    const key = group ?? ` ${id}`;
    highest.set(key, Math.max(highest.get(key) ?? 0, points));
  }
  return [...highest.values()].reduce((sum, points) => sum + points, 0);
};

/** A list of the area's points: a random one, and an item that makes up the difference. */
const listOf = (
  dice: Dice,
  area: string,
  of: Readonly<{ points: number | null; from: number }>,
): readonly ChecklistItem[] => {
  const items = Array.from({ length: 1 + dice.below(3) }, (_, at) =>
    itemOf(dice, `${area}-${of.from}-${at}`, dice.chance(0.3) ? 'model' : null),
  );
  if (of.points === null) return items;
  const rest = of.points - pointsOf(items);
  if (rest === 0) return items;
  // Too many points: one item of them all instead.
  const single = { ...itemOf(dice, `${area}-${of.from}-rest`, null), measures: [], floor: 0 };
  const points = rest > 0 ? rest : of.points;
  const made = { ...single, points, cap: points };
  return rest > 0 ? [...items, made] : [made];
};

const areaOf = (dice: Dice, id: string): ChecklistArea => {
  const items = listOf(dice, id, { points: null, from: 1 });
  const points = pointsOf(items);
  const lists = [{ fromPeriod: 1, items }];
  if (dice.chance(0.3)) lists.push({ fromPeriod: 2, items: listOf(dice, id, { points, from: 2 }) });
  return {
    id,
    points,
    across: dice.one(['mean', 'mean', 'sum', 'best', 'last']),
    deductMax: dice.chance(0.4) ? 50 * (1 + dice.below(8)) : null,
    lists,
  };
};

export const randomChecklist = (dice: Dice, id: string): ChecklistSource => {
  const areas = Array.from({ length: 1 + dice.below(3) }, (_, at) => areaOf(dice, `area-${at}`));
  return {
    id,
    kind: 'checklist',
    self: true,
    reviews: dice.one([[], [OFFICE], [OFFICE, SECOND]]),
    own: dice.one([{ by: 'allow' }, { by: 'others-mean' }, { by: 'party', party: 'inspector' }] as const),
    areas,
    pointsTotal: areas.reduce((sum, { points }) => sum + points, 0),
  };
};

export const randomTakeChecklist = (dice: Dice, source: ChecklistSource): TakeChecklist => ({
  op: 'take-checklist',
  source: source.id,
  view: dice.one(['last', 'last', 'self', ...source.reviews]),
  unscored: dice.chance(0.05) ? 'refuse' : dice.one(['full', 'zero', 'leave-out', 'leave-out']),
  areas: source.areas.map(({ id: area }): AreaTaken => {
    const periods = 1 + dice.below(3);
    return { area, periods, least: dice.chance(0.8) ? 1 : periods };
  }),
});

const markOf = (dice: Dice, { measures, floor, cap, step }: ChecklistItem): readonly number[] => {
  const between = (low: number, high: number): number => {
    const lowest = Math.ceil(low / step);
    return step * (lowest + dice.below(Math.floor(high / step) - lowest + 1));
  };
  return measures.length > 0 ? measures.map(({ points }) => between(0, points)) : [between(floor, cap)];
};

/** Everything that may stand in the lists that these rows read. */
export const randomChecks = (
  dice: Dice,
  source: ChecklistSource,
  rows: readonly TakeChecklist[],
  entryIds: readonly string[],
): ChecklistInputs => {
  const marks: GivenCheckMark[] = [];
  const occurrences: ChecklistInputs['occurrences'][number][] = [];
  const own: ChecklistInputs['own'][number][] = [];
  const outside: ChecklistInputs['outside'][number][] = [];
  const sourceId = source.id;
  const bys = ['self', ...source.reviews, ...(source.own.by === 'party' ? [source.own.party] : [])];
  for (const area of source.areas) {
    const periods = Math.max(
      0,
      ...rows.flatMap(({ areas }) => areas.filter((one) => one.area === area.id).map((one) => one.periods)),
    );
    for (const entryId of entryIds) {
      const items = new Set(area.lists.flatMap((list) => list.items.map(({ id }) => id)));
      for (const itemId of items) if (dice.chance(0.2)) own.push({ sourceId, entryId, itemId });
      for (let period = 1; period <= periods; period++) {
        if (dice.chance(0.1)) outside.push({ sourceId, entryId, areaId: area.id, period });
        for (const item of area.lists.findLast(({ fromPeriod }) => fromPeriod <= period)?.items ?? []) {
          const of = { sourceId, entryId, itemId: item.id, period };
          for (const by of bys) if (dice.chance(0.3)) marks.push({ ...of, by, marks: markOf(dice, item) });
          if (source.own.by === 'others-mean')
            for (const officeId of ['office-1', 'office-2', 'office-3'])
              if (dice.chance(0.3)) marks.push({ ...of, by: 'others', officeId, marks: markOf(dice, item) });
          for (let at = dice.below(3); at > 0; at--)
            occurrences.push({ ...of, occurrenceId: `o${occurrences.length}`, count: 1 + dice.below(3) });
        }
      }
    }
  }
  return { occurrences, marks, own, outside };
};
