import type { Rational } from '../rational.ts';
import { compareRationals } from '../rational.ts';
import { pointsOf } from './checklist-points.ts';
import { minus, plus, quotient, times, total, ZERO } from './exact.ts';
import { countedWorth, itemsIn } from './check-item.ts';
import { checkKey, type CheckBook, markKey } from './lay-out-checks.ts';
import type { GivenCheckMark } from './phase-inputs.ts';
import type { AreaValue, ChecklistStory } from './phase-result.ts';
import type { AreaTaken, TakeChecklist } from './phase.ts';
import type { ChecklistArea, ChecklistItem, ChecklistSource } from './source.ts';

/** Where an item's value comes from. `nothing`: nothing was said of it, and the row's rule decides. */
export type ItemFrom = 'marks' | 'occurrences' | 'nothing';

/** One item of an entry in one period. `counts`: whether it comes into the area's sum: not what is left out, nor a lower one of a group. */
export type ItemStory = Readonly<{
  area: string;
  period: number;
  item: string;
  from: ItemFrom;
  /** How often something occurred. */
  count: number;
  value: Rational | null;
  counts: boolean;
}>;

type Asked = Readonly<{ book: CheckBook; row: TakeChecklist; entryId: string }>;

/** Whose marks decide this item of this entry. */
const markedBy = ({ source, own }: CheckBook, view: string, entryId: string, itemId: string): readonly string[] => {
  if (view === 'self') return ['self'];
  if (source.own.by !== 'allow' && own.has(`${entryId}/${itemId}`))
    return [source.own.by === 'others-mean' ? 'others' : source.own.party];
  return view === 'last' ? source.reviews.toReversed() : [view];
};

const meanOf = (marks: readonly GivenCheckMark[]): Rational =>
  quotient(
    marks.reduce((sum, { marks: given }) => sum + given.reduce((all, mark) => all + mark, 0), 0),
    marks.length,
  );

const itemStory = ({ book, row, entryId }: Asked, area: string, item: ChecklistItem, period: number): ItemStory => {
  const key = checkKey(entryId, item.id, period);
  const count = book.counts.get(key) ?? 0;
  const story = (from: ItemFrom, value: Rational | null): ItemStory => ({
    area,
    period,
    item: item.id,
    from,
    count,
    value,
    counts: value !== null,
  });
  for (const by of markedBy(book, row.view, entryId, item.id)) {
    const marks = book.marks.get(markKey(key, by));
    if (marks !== undefined) return story('marks', meanOf(marks));
  }
  if (item.per !== null && row.view !== 'self') return story('occurrences', quotient(countedWorth(item, count), 1));
  if (row.unscored === 'full') return story('nothing', quotient(item.cap, 1));
  return story('nothing', row.unscored === 'zero' ? ZERO : null);
};

type Scored = Readonly<{ item: ChecklistItem; story: ItemStory }>;

/** Of each group the highest alone, the first of equals. */
const highestOfGroups = (scored: readonly Scored[]): readonly Scored[] => {
  const highest = new Map<string, ItemStory>();
  for (const { item, story } of scored) {
    if (item.group === null || story.value === null) continue;
    const before = highest.get(item.group)?.value;
    if (before === undefined || before === null || compareRationals(story.value, before) > 0)
      highest.set(item.group, story);
  }
  return scored.map(({ item, story }) => ({
    item,
    story: item.group === null ? story : { ...story, counts: highest.get(item.group) === story },
  }));
};

/** What items that start full lose beyond the most that may be deducted. */
const beyondMost = (scored: readonly Scored[], deductMax: number | null): Rational => {
  if (deductMax === null) return ZERO;
  const lost = scored
    .filter(({ item, story }) => item.group === null && item.starts === 'full' && story.counts)
    .map(({ item, story }) => minus(quotient(item.points, 1), story.value ?? ZERO));
  const beyond = minus(total(lost), quotient(deductMax, 1));
  return beyond.numerator > 0n ? beyond : ZERO;
};

/** An area's items in one period, and their value together; null where all of them were left out. */
const areaIn = (asked: Asked, area: ChecklistArea, period: number) => {
  const items = itemsIn(area, period);
  const scored = highestOfGroups(
    items.map((item): Scored => ({ item, story: itemStory(asked, area.id, item, period) })),
  );
  const stories = scored.map(({ story }) => story);
  const said = scored.filter(({ story }) => story.value !== null);
  if (said.length === 0) return { stories, value: null };
  const sum = total(stories.map(({ value, counts }) => (counts ? (value ?? ZERO) : ZERO)));
  const held = plus(sum, beyondMost(scored, area.deductMax));
  const left = said.length === scored.length ? items : said.map(({ item }) => item);
  const groups = new Set(left.flatMap(({ group }) => group ?? []));
  // A group's points are its highest item's, whether that one was left out or not.
  const whole = pointsOf(
    items.filter((item) => left.includes(item) || (item.group !== null && groups.has(item.group))),
  );
  return { stories, value: times(held, BigInt(area.points), BigInt(whole)) };
};

const across = (values: readonly Rational[], how: ChecklistArea['across']): Rational => {
  switch (how) {
    case 'mean':
      return times(total(values), 1n, BigInt(values.length));
    case 'sum':
      return total(values);
    case 'best':
      return values.reduce((best, one) => (compareRationals(one, best) > 0 ? one : best));
    case 'last':
      return values.at(-1) ?? ZERO;
  }
};

const shown = (value: Rational | null): AreaValue => ({
  numerator: value?.numerator.toString() ?? null,
  denominator: value?.denominator.toString() ?? null,
});

const areaOf = ({ areas }: ChecklistSource, { area }: AreaTaken): ChecklistArea => {
  const found = areas.find(({ id }) => id === area);
  if (found === undefined) throw new RangeError(`validated tables have the area ${area}`);
  return found;
};

export type CountedChecklist = Readonly<{
  /** Null where some area has too few periods. */
  value: Rational | null;
  story: ChecklistStory;
  /** Items of which nothing was said, as `item/period`, in the list's order. */
  unscored: readonly string[];
}>;

const periodsOf = ({ book, entryId }: Asked, { area, periods }: AreaTaken): readonly number[] =>
  Array.from({ length: periods }, (_, at) => at + 1).filter(
    (period) => !book.outside.has(checkKey(entryId, area, period)),
  );

/** A check-list's value for one entry, and how it came about. */
export const countChecklist = (book: CheckBook, row: TakeChecklist, entryId: string): CountedChecklist => {
  const asked: Asked = { book, row, entryId };
  const unscored: string[] = [];
  const areas = row.areas.map((taken) => {
    const area = areaOf(book.source, taken);
    const periods = periodsOf(asked, taken).map((period) => {
      const { stories, value } = areaIn(asked, area, period);
      for (const { item, from } of stories) if (from === 'nothing') unscored.push(`${item}/${period}`);
      return { period, value };
    });
    const values = periods.flatMap(({ value }) => (value === null ? [] : [value]));
    return { area: area.id, periods, value: values.length < taken.least ? null : across(values, area.across) };
  });
  const values = areas.map(({ value }) => value);
  return {
    value: values.every((value): value is Rational => value !== null) ? total(values) : null,
    unscored,
    story: {
      areas: areas.map(({ area, periods, value }) => ({
        area,
        ...shown(value),
        periods: periods.map((one) => ({ period: one.period, ...shown(one.value) })),
      })),
    },
  };
};

/** Every item of one entry, period by period: what its areas are made of. */
export const checklistItems = (book: CheckBook, row: TakeChecklist, entryId: string): readonly ItemStory[] => {
  const asked: Asked = { book, row, entryId };
  return row.areas.flatMap((taken) =>
    periodsOf(asked, taken).flatMap((period) => areaIn(asked, areaOf(book.source, taken), period).stories),
  );
};
