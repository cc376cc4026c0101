import { expect } from '@jest/globals';
import {
  type ChecklistArea,
  type ChecklistInputs,
  type ChecklistItem,
  type ChecklistSource,
  computePhase,
  type PhaseInputs,
  type PhaseResult,
  type PhaseTables,
  type Row,
  type TakeChecklist,
  validatePhases,
} from '@jiangong/scoring';
import { tablesOf } from './tables.ts';

export const item = (id: string, points: number, over: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id,
  points,
  starts: 'zero',
  per: null,
  floor: 0,
  cap: points,
  step: 1,
  measures: [],
  group: null,
  ...over,
});
/** Starts full; each occurrence takes `per` hundredths. */
export const deducting = (id: string, points: number, per: number, over: Partial<ChecklistItem> = {}): ChecklistItem =>
  item(id, points, { starts: 'full', per: -per, ...over });
export const area = (
  id: string,
  points: number,
  items: readonly ChecklistItem[],
  over: Partial<ChecklistArea> = {},
) => ({
  id,
  points,
  across: 'mean' as const,
  deductMax: null,
  lists: [{ fromPeriod: 1, items }],
  ...over,
});
export const source = (areas: readonly ChecklistArea[], over: Partial<ChecklistSource> = {}): ChecklistSource => ({
  id: 'list',
  kind: 'checklist',
  self: true,
  reviews: ['office'],
  own: { by: 'allow' },
  areas,
  pointsTotal: areas.reduce((sum, { points }) => sum + points, 0),
  ...over,
});

type Over = Partial<TakeChecklist> & Readonly<{ periods?: number; least?: number; absent?: Row['absent'] }>;

export const tables = (list: ChecklistSource, over: Over = {}): PhaseTables => {
  const { periods = 1, least = 1, absent = 'unranked', ...rest } = over;
  const row: Row = {
    id: 'checked',
    absent,
    op: 'take-checklist',
    source: 'list',
    view: 'last',
    unscored: 'leave-out',
    areas: list.areas.map(({ id }) => ({ area: id, periods, least })),
    ...rest,
  };
  return tablesOf([row], {}, [list]);
};

/** `item period count`, of the entry `a`. */
export const happened = (...told: readonly string[]): ChecklistInputs['occurrences'] =>
  told.map((line, at) => {
    const [itemId = '', period = '1', count = '1'] = line.split(' ');
    const of = { sourceId: 'list', entryId: 'a', itemId, period: Number(period) };
    return { ...of, occurrenceId: `o${at}`, count: Number(count) };
  });
/** `item period by[:office] marks…`, of the entry `a`, in hundredths. */
export const marked = (...told: readonly string[]): ChecklistInputs['marks'] =>
  told.map((line) => {
    const [itemId = '', period = '1', who = '', ...marks] = line.split(' ');
    const [by = '', officeId] = who.split(':');
    const of = { sourceId: 'list', entryId: 'a', itemId, period: Number(period), by };
    return { ...of, ...(officeId === undefined ? {} : { officeId }), marks: marks.map(Number) };
  });
export const inputs = (checks: Partial<ChecklistInputs> = {}): PhaseInputs => ({
  entries: [{ entryId: 'a' }],
  seats: [],
  sheets: [],
  recusals: [],
  values: [],
  carried: [],
  seed: null,
  checks: { occurrences: [], marks: [], own: [], outside: [], ...checks },
});
export const outcomeOf = (made: PhaseTables, given: PhaseInputs) => {
  const valid = validatePhases(JSON.parse(JSON.stringify(made)));
  expect(valid).toEqual({ kind: 'valid', value: made });
  return computePhase(made, 'main', given);
};
export const resultOf = (made: PhaseTables, given: PhaseInputs): PhaseResult => {
  const outcome = outcomeOf(made, given);
  if (outcome.kind !== 'computed') throw new Error(JSON.stringify(outcome));
  return outcome.result;
};
/** The exact score in hundredths, or why there is none. */
export const scoreOf = (made: PhaseTables, given: PhaseInputs): string => {
  const { entries, unranked } = resultOf(made, given);
  return entries[0] ? `${entries[0].numerator}/${entries[0].denominator}` : (unranked[0]?.reason ?? '');
};
