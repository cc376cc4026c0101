import { type Criterion, pointsFault, type Scheme } from './scheme.ts';
import { ID_PATTERN } from '../../ids.ts';
import { tallyLimits, type TallyInputs, type TallyProblem, type TallySheet } from './tally-inputs.ts';
import { compareIds } from '../../ids.ts';

/** One group's scores as typed arrays, entry by entry: the cell of entry e and evaluator v is `e * evaluatorIds.length + v`. */
export type GroupMatrix = Readonly<{
  /** Ascending. */
  evaluatorIds: readonly string[];
  /** Sum over the criteria in hundredths; -1 where there is no score. */
  totals: Int32Array;
  recused: Uint8Array;
  /** Points by criterion index, only for criteria that a tie breaker reads. */
  byCriterion: ReadonlyMap<number, Int32Array>;
}>;

export type ScoreMatrix = Readonly<{
  /** Ascending. */
  entryIds: readonly string[];
  /** In the scheme's order of groups. */
  groups: readonly GroupMatrix[];
  missingSheets: readonly string[];
}>;

type Place = Readonly<{ group: number; column: number }>;

class Problems {
  readonly found: TallyProblem[] = [];
  add(reason: TallyProblem['reason'], ...ids: readonly string[]): void {
    if (this.found.length < tallyLimits.problemsMax) this.found.push({ reason, path: ids.join('/') });
  }
}

const sortedIds = (
  ids: readonly string[],
  twice: 'ENTRY_TWICE' | 'EVALUATOR_TWICE',
  problems: Problems,
): readonly string[] => {
  const sorted = [...ids].sort(compareIds);
  sorted.forEach((id, at) => {
    if (!ID_PATTERN.test(id)) problems.add('ID_INVALID', id);
    if (at > 0 && sorted[at - 1] === id) problems.add(twice, id);
  });
  return sorted;
};

const emptyGroups = (scheme: Scheme, inputs: TallyInputs, problems: Problems): readonly GroupMatrix[] => {
  const read = new Set(
    scheme.ties.breakers.flatMap((breaker) => (breaker.by === 'criterion' ? [breaker.criterionId] : [])),
  );
  const indexes = scheme.criteria.flatMap(({ id }, at) => (read.has(id) ? [at] : []));
  const groupIds = new Set(scheme.groups.map(({ id }) => id));
  for (const { evaluatorId, groupId } of inputs.evaluators)
    if (!groupIds.has(groupId)) problems.add('UNKNOWN_GROUP', evaluatorId, groupId);
  sortedIds(
    inputs.evaluators.map(({ evaluatorId }) => evaluatorId),
    'EVALUATOR_TWICE',
    problems,
  );
  return scheme.groups.map(({ id }) => {
    const evaluatorIds = inputs.evaluators
      .filter(({ groupId }) => groupId === id)
      .map(({ evaluatorId }) => evaluatorId)
      .sort(compareIds);
    const cells = evaluatorIds.length * inputs.entries.length;
    return {
      evaluatorIds,
      totals: new Int32Array(cells).fill(-1),
      recused: new Uint8Array(cells),
      byCriterion: new Map(indexes.map((at) => [at, new Int32Array(cells)])),
    };
  });
};

const pointsProblem = {
  OUT_OF_RANGE: 'POINTS_OUT_OF_RANGE',
  TOO_FINE: 'POINTS_TOO_FINE',
  NOT_A_BAND: 'POINTS_NOT_A_BAND',
} as const;

/** The sum of one entry's points, or the first fault with its criterion. */
const totalOf = (
  criteria: readonly Criterion[],
  points: readonly number[],
): number | Readonly<{ reason: TallyProblem['reason']; at: number }> => {
  if (points.length !== criteria.length)
    return { reason: 'POINTS_MISSING', at: Math.min(points.length, criteria.length - 1) };
  let total = 0;
  for (let at = 0; at < criteria.length; at++) {
    const given = points[at] as number;
    const fault = pointsFault(criteria[at] as Criterion, given);
    if (fault !== undefined) return { reason: pointsProblem[fault], at };
    total += given;
  }
  return total;
};

type Filling = Readonly<{
  scheme: Scheme;
  rows: ReadonlyMap<string, number>;
  groups: readonly GroupMatrix[];
  problems: Problems;
}>;

const fillSheet = ({ scheme, rows, groups, problems }: Filling, sheet: TallySheet, place: Place): void => {
  const group = groups[place.group] as GroupMatrix;
  const width = group.evaluatorIds.length;
  for (const { entryId, points } of sheet.scores) {
    const row = rows.get(entryId);
    if (row === undefined) {
      problems.add('UNKNOWN_ENTRY', sheet.evaluatorId, entryId);
      continue;
    }
    const cell = row * width + place.column;
    if (group.totals[cell] !== -1) {
      problems.add('SCORE_TWICE', sheet.evaluatorId, entryId);
      continue;
    }
    const total = totalOf(scheme.criteria, points);
    if (typeof total !== 'number') {
      problems.add(total.reason, sheet.evaluatorId, entryId, scheme.criteria[total.at]?.id ?? '');
      continue;
    }
    group.totals[cell] = total;
    for (const [at, column] of group.byCriterion) column[cell] = points[at] as number;
  }
  for (const [entryId, row] of rows) {
    const cell = row * width + place.column;
    if (group.totals[cell] === -1 && group.recused[cell] === 0)
      problems.add('SHEET_INCOMPLETE', sheet.evaluatorId, entryId);
  }
};

/** A missing sheet by its group's rule: left out, filled with zeros, or a problem. */
const fillMissing = ({ scheme, rows, groups, problems }: Filling, evaluatorId: string, place: Place): void => {
  const rule = scheme.groups[place.group]?.missingSheet;
  if (rule === 'refuse') problems.add('SHEET_MISSING', evaluatorId);
  if (rule !== 'zero') return;
  const { totals, evaluatorIds } = groups[place.group] as GroupMatrix;
  for (const row of rows.values()) totals[row * evaluatorIds.length + place.column] = 0;
};

/** Checks every number once and lays the scores out for the counting; or says everything that stands in the way. */
export const scoreMatrix = (scheme: Scheme, inputs: TallyInputs): ScoreMatrix | readonly TallyProblem[] => {
  const problems = new Problems();
  if (inputs.entries.length === 0 || inputs.entries.length > tallyLimits.entriesMax)
    problems.add('NO_ENTRIES', String(inputs.entries.length));
  const entryIds = sortedIds(inputs.entries, 'ENTRY_TWICE', problems);
  const groups = emptyGroups(scheme, inputs, problems);
  if (problems.found.length > 0) return problems.found;
  const rows = new Map(entryIds.map((id, row) => [id, row]));
  const places = new Map<string, Place>();
  groups.forEach(({ evaluatorIds }, group) => evaluatorIds.forEach((id, column) => places.set(id, { group, column })));
  for (const { evaluatorId, entryId } of inputs.recusals) {
    const place = places.get(evaluatorId);
    const row = rows.get(entryId);
    if (place === undefined) problems.add('UNKNOWN_EVALUATOR', evaluatorId);
    else if (row === undefined) problems.add('UNKNOWN_ENTRY', evaluatorId, entryId);
    else {
      const group = groups[place.group] as GroupMatrix;
      group.recused[row * group.evaluatorIds.length + place.column] = 1;
    }
  }
  const filling = { scheme, rows, groups, problems };
  const withSheet = new Set<string>();
  for (const sheet of inputs.sheets) {
    const place = places.get(sheet.evaluatorId);
    if (place === undefined) problems.add('UNKNOWN_EVALUATOR', sheet.evaluatorId);
    else if (withSheet.has(sheet.evaluatorId)) problems.add('SHEET_TWICE', sheet.evaluatorId);
    else fillSheet(filling, sheet, place);
    withSheet.add(sheet.evaluatorId);
  }
  const missingSheets = [...places.keys()].filter((id) => !withSheet.has(id)).sort(compareIds);
  for (const id of missingSheets) fillMissing(filling, id, places.get(id) as Place);
  return problems.found.length > 0 ? problems.found : { entryIds, groups, missingSheets };
};
