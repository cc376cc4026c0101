import { periodsIn } from '../round-periods.ts';
import { hundredthsOf } from '../shape/word-forms.ts';
import { itemsOfArea } from '../template/items-of-area.ts';
import type { AreaRule, ChecklistRule, ItemRule } from '../template/sources.ts';
import type { PhaseRule, TakeStep } from '../template/result.ts';
import type { Path } from '../tree.ts';
import type { Checked } from './checked.ts';
import { checkFiller, checkSum, FILLING_ACTS, sumOf } from './fillers.ts';

/** Who marks, where it is nobody's office: no party may be called so. */
export const VOICES: readonly string[] = ['self', 'others', 'last'];

const checkItem = (item: ItemRule, path: Path, checked: Checked): void => {
  const { faults } = checked;
  if (item.measures) checkSum(sumOf(Object.values(item.measures)), item.points, [...path, 'points'], checked);
  if (item.by !== undefined) checkFiller(item.by, [...path, 'by'], FILLING_ACTS.checklist, checked);
  for (const key of ['cap', 'floor'] as const) {
    const given = item[key];
    if (given !== undefined && hundredthsOf(given) > hundredthsOf(item.points))
      faults.add('MARK_ABOVE_POINTS', [...path, key], { given, points: item.points });
  }
  if (item.cap !== undefined && hundredthsOf(item.floor) > hundredthsOf(item.cap))
    faults.add('MARK_ABOVE_POINTS', [...path, 'floor'], { given: item.floor, points: item.cap });
  if (item.per !== undefined && hundredthsOf(item.per) === 0)
    faults.add('NUMBER_OUT_OF_RANGE', [...path, 'per'], { given: item.per, min: '0.01', max: item.points });
};

/** Points of an area: items of one group count once, by the highest. */
const checkArea = (area: AreaRule, path: Path, checked: Checked): void => {
  const { template, faults } = checked;
  if (area.period !== undefined && !template.period.parts.includes(area.period))
    faults.add('PERIOD_PART_UNKNOWN', [...path, 'period'], { given: area.period });
  checkFiller(area.by, [...path, 'by'], FILLING_ACTS.checklist, checked);
  if (area.deductMax !== undefined && hundredthsOf(area.deductMax) > hundredthsOf(area.points))
    faults.add('MARK_ABOVE_POINTS', [...path, 'deductMax'], { given: area.deductMax, points: area.points });
  if (!Array.isArray(area.items)) {
    checkSum(sumOf(Object.values(area.items)), area.points, [...path, 'points'], checked);
    return;
  }
  const items = area.items as readonly ItemRule[];
  const highest = new Map<string, number>();
  for (const [at, item] of items.entries()) {
    const key = item.group ?? `\0${item.id}`;
    highest.set(key, Math.max(highest.get(key) ?? 0, hundredthsOf(item.points)));
    checkItem(item, [...path, 'items', at], checked);
  }
  const sum = [...highest.values()].reduce((all, points) => all + points, 0);
  checkSum(sum, area.points, [...path, 'points'], checked);
};

/** An item is called by its id alone: it stands in one area. */
const checkItemsApart = ({ areas }: ChecklistRule, path: Path, { faults }: Checked): void => {
  const seen = new Set<string>();
  areas.forEach((area, at) => {
    for (const { id } of itemsOfArea(area)) {
      if (seen.has(id)) faults.add('NAMED_TWICE', [...path, 'areas', at, 'items'], { given: id });
      seen.add(id);
    }
  });
};

/** Who marks an item: a party that owns items marks its own, one that owns none marks all; and whoever is judged, himself. */
const isMarked = ({ areas, reviews, self }: ChecklistRule, owner: string): boolean => {
  const owning = new Set(areas.flatMap((area) => itemsOfArea(area).map((item) => item.by ?? area.by)));
  return self || reviews.some((party) => party === owner || !owning.has(party));
};

/** An item counts what is recorded, or the marks of whoever reviews it. Of one that nobody fills, all would have the same, or no result. */
const checkItemsFilled = (source: ChecklistRule, path: Path, { faults }: Checked): void =>
  source.areas.forEach((area, at) =>
    itemsOfArea(area).forEach((item, index) => {
      if (item.per !== undefined || isMarked(source, item.by ?? area.by)) return;
      const here = Array.isArray(area.items) ? index : item.id;
      faults.add('ITEM_NOT_FILLED', [...path, 'areas', at, 'items', here], { given: item.id });
    }),
  );

export const checkChecklist = (source: ChecklistRule, path: Path, checked: Checked): void => {
  source.areas.forEach((area, at) => checkArea(area, [...path, 'areas', at], checked));
  checkItemsApart(source, path, checked);
  checkItemsFilled(source, path, checked);
  checkSum(sumOf(source.areas.map(({ points }) => points)), source.total, [...path, 'total'], checked);
  source.reviews.forEach((party, at) => {
    const here = [...path, 'reviews', at];
    if (VOICES.includes(party)) checked.faults.add('OWNER_UNKNOWN', here, { given: party });
    else checkFiller(party, here, FILLING_ACTS.checklist, checked);
  });
  if (source.own !== 'others-mean' && source.own !== 'allow')
    if (!Object.hasOwn(checked.template.parties, source.own) || VOICES.includes(source.own))
      checked.faults.add('PARTY_UNKNOWN', [...path, 'own'], { given: source.own });
};

/** A view is somebody's who marks; every area taken fits into the round, as often as it asks for. */
export const checkTakenChecklist = (
  step: TakeStep,
  path: Path,
  { source, phase }: Readonly<{ source: ChecklistRule; phase: PhaseRule }>,
  { template, faults }: Checked,
): void => {
  const { view = 'last' } = step;
  if (view !== 'last' && !(view === 'self' ? source.self : source.reviews.includes(view)))
    faults.add('PART_UNKNOWN', [...path, 'view'], { source: step.take, given: view });
  for (const { id, period, least } of source.areas) {
    if (step.areas !== undefined && !step.areas.includes(id)) continue;
    const periods = periodsIn(phase.every, template.period.length, period);
    if (periods === 0)
      faults.add('PERIOD_PART_LONGER', [...path, 'take'], { area: id, period: period ?? '', every: phase.every });
    else if (least !== undefined && least > periods)
      faults.add('NUMBER_OUT_OF_RANGE', [...path, 'take'], { given: least, min: 1, max: periods });
  }
};
