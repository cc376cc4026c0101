import { ID_PATTERN } from '../ids.ts';
import { checkMarksFault } from './check-item.ts';
import { type ChecklistInputs, type GivenCheckMark, phaseInputLimits as limits } from './phase-inputs.ts';
import type { PhaseProblems } from './phase-problems.ts';
import type { Phase } from './phase.ts';
import type { ChecklistArea, ChecklistItem, ChecklistSource } from './source.ts';

/** One check-list's facts, by entry, item and period (`checkKey`). */
export type CheckBook = Readonly<{
  source: ChecklistSource;
  /** How often something occurred, all occurrences together. */
  counts: ReadonlyMap<string, number>;
  /** Marks by whom they are, `self`, a party or `others`; more than one only of `others`, by office. */
  marks: ReadonlyMap<string, readonly GivenCheckMark[]>;
  /** `entry/item` */
  own: ReadonlySet<string>;
  /** `entry/area/period` */
  outside: ReadonlySet<string>;
}>;

export const checkKey = (entryId: string, of: string, period: number): string => `${entryId}/${of}/${period}`;
export const markKey = (key: string, by: string): string => `${key}/${by}`;

/** What a check-list's inputs may name: areas and items, each with the periods there are. */
class Places {
  readonly periods: ReadonlyMap<string, number>;
  private readonly items = new Map<string, ReadonlyMap<string, ChecklistItem>>();
  private readonly areaOf = new Map<string, ChecklistArea>();

  constructor(source: ChecklistSource, phase: Phase) {
    const periods = new Map<string, number>();
    for (const row of phase.rows)
      if (row.op === 'take-checklist' && row.source === source.id)
        for (const { area, periods: count } of row.areas) periods.set(area, Math.max(periods.get(area) ?? 0, count));
    this.periods = periods;
    for (const area of source.areas)
      for (const { fromPeriod, items } of area.lists) {
        this.items.set(`${area.id}/${fromPeriod}`, new Map(items.map((item) => [item.id, item])));
        for (const { id } of items) this.areaOf.set(id, area);
      }
  }

  /** The item as it holds in that period, or why there is none. */
  item(itemId: string, period: number): ChecklistItem | 'UNKNOWN_ITEM' | 'UNKNOWN_PERIOD' {
    const area = this.areaOf.get(itemId);
    const periods = area === undefined ? undefined : this.periods.get(area.id);
    if (area === undefined || periods === undefined) return 'UNKNOWN_ITEM';
    if (!Number.isSafeInteger(period) || period < 1 || period > periods) return 'UNKNOWN_PERIOD';
    const from = area.lists.findLast(({ fromPeriod }) => fromPeriod <= period)?.fromPeriod ?? 1;
    return this.items.get(`${area.id}/${from}`)?.get(itemId) ?? 'UNKNOWN_ITEM';
  }
}

type Reading = Readonly<{
  source: ChecklistSource;
  places: Places;
  entries: ReadonlyMap<string, number>;
  checks: ChecklistInputs;
  problems: PhaseProblems;
}>;

const itemOf = (
  { source, places, entries, problems }: Reading,
  { entryId, itemId, period }: Readonly<{ entryId: string; itemId: string; period: number }>,
): ChecklistItem | undefined => {
  const path = [source.id, entryId, itemId, String(period)];
  if (!entries.has(entryId)) problems.add('UNKNOWN_ENTRY', ...path);
  const item = places.item(itemId, period);
  if (typeof item !== 'string') return item;
  problems.add(item, ...path);
  return undefined;
};

const readCounts = (reading: Reading): ReadonlyMap<string, number> => {
  const { source, checks, problems } = reading;
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const occurrence of checks.occurrences) {
    if (occurrence.sourceId !== source.id) continue;
    const { occurrenceId, entryId, itemId, period, count } = occurrence;
    if (!ID_PATTERN.test(occurrenceId)) problems.add('ID_INVALID', occurrenceId);
    if (seen.has(occurrenceId)) problems.add('OCCURRENCE_TWICE', source.id, occurrenceId);
    seen.add(occurrenceId);
    if (!Number.isSafeInteger(count) || count < 1 || count > limits.occurrencesAtOnceMax)
      problems.add('COUNT_INVALID', source.id, occurrenceId);
    if (itemOf(reading, occurrence) === undefined) continue;
    const key = checkKey(entryId, itemId, period);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
};

const mayMark = ({ self, reviews, own }: ChecklistSource, { by, officeId }: GivenCheckMark): boolean => {
  if (by === 'others') return own.by === 'others-mean' && officeId !== undefined;
  if (officeId !== undefined) return false;
  return by === 'self' ? self : reviews.includes(by) || (own.by === 'party' && own.party === by);
};

const readMarks = (reading: Reading): ReadonlyMap<string, readonly GivenCheckMark[]> => {
  const { source, checks, problems } = reading;
  const found = new Map<string, GivenCheckMark[]>();
  for (const mark of checks.marks) {
    if (mark.sourceId !== source.id) continue;
    const { entryId, itemId, period, by, officeId } = mark;
    const path = [source.id, entryId, itemId, String(period), by];
    if (officeId !== undefined && !ID_PATTERN.test(officeId)) problems.add('ID_INVALID', officeId);
    if (!mayMark(source, mark)) problems.add('UNKNOWN_PARTY', ...path);
    const item = itemOf(reading, mark);
    if (item === undefined) continue;
    const fault = checkMarksFault(item, mark.marks);
    if (fault !== undefined) problems.add(fault, ...path);
    const key = markKey(checkKey(entryId, itemId, period), by);
    const list = found.get(key) ?? [];
    if (list.some((one) => one.officeId === officeId)) problems.add('MARK_TWICE', ...path);
    list.push(mark);
    found.set(key, list);
  }
  return found;
};

const readBook = (reading: Reading): CheckBook => {
  const { source, places, entries, checks, problems } = reading;
  const items = new Set(source.areas.flatMap(({ lists }) => lists.flatMap((list) => list.items.map(({ id }) => id))));
  const own = checks.own.filter(({ sourceId }) => sourceId === source.id);
  for (const { entryId, itemId } of own) {
    if (!entries.has(entryId)) problems.add('UNKNOWN_ENTRY', source.id, entryId);
    if (!items.has(itemId)) problems.add('UNKNOWN_ITEM', source.id, entryId, itemId);
  }
  const outside = checks.outside.filter(({ sourceId }) => sourceId === source.id);
  for (const { entryId, areaId, period } of outside) {
    if (!entries.has(entryId)) problems.add('UNKNOWN_ENTRY', source.id, entryId);
    const periods = places.periods.get(areaId);
    if (periods === undefined) problems.add('UNKNOWN_AREA', source.id, areaId);
    else if (!Number.isSafeInteger(period) || period < 1 || period > periods)
      problems.add('UNKNOWN_PERIOD', source.id, areaId, String(period));
  }
  return {
    source,
    counts: readCounts(reading),
    marks: readMarks(reading),
    own: new Set(own.map(({ entryId, itemId }) => `${entryId}/${itemId}`)),
    outside: new Set(outside.map(({ entryId, areaId, period }) => checkKey(entryId, areaId, period))),
  };
};

export const NO_CHECKS: ChecklistInputs = { occurrences: [], marks: [], own: [], outside: [] };

/** The check-lists that the phase reads, by source; everything that the inputs say of them is checked once. */
export const layOutChecks = (
  { sources, phase }: Readonly<{ sources: readonly ChecklistSource[]; phase: Phase }>,
  entries: ReadonlyMap<string, number>,
  checks: ChecklistInputs,
  problems: PhaseProblems,
): ReadonlyMap<string, CheckBook> => {
  const ids = new Set(sources.map(({ id }) => id));
  for (const list of [checks.occurrences, checks.marks, checks.own, checks.outside]) {
    if (list.length > limits.checksMax) problems.add('TOO_MANY', 'checks', String(list.length));
    for (const { sourceId } of list) if (!ids.has(sourceId)) problems.add('UNKNOWN_SOURCE', sourceId);
  }
  return new Map(
    sources.map((source) => [
      source.id,
      readBook({ source, places: new Places(source, phase), entries, checks, problems }),
    ]),
  );
};
