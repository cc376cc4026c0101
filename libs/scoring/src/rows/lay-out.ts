import { type Rational, rational } from '../rational.ts';
import { ID_PATTERN } from '../ids.ts';
import { compareIds } from '../ids.ts';
import type { BonusSource } from './bonus-source.ts';
import { fillingOf, fillSheet } from './fill-sheets.ts';
import { type BonusBook, layOutBonuses } from './lay-out-bonuses.ts';
import { ballotsIn, type BallotBook } from './lay-out-ballots.ts';
import { type CheckBook, layOutChecks, NO_CHECKS } from './lay-out-checks.ts';
import { emptyMatrix, NOT_ASSIGNED, type PanelMatrix, RECUSED } from './panel-matrix.ts';
import { type PhaseEntry, type PhaseInputs, phaseInputLimits as limits, type Seat } from './phase-inputs.ts';
import { PhaseProblems } from './phase-problems.ts';
import type { PhaseProblem } from './phase-result.ts';
import type { Phase, PhaseTables } from './phase.ts';
import type { ChecklistSource, PanelSource } from './source.ts';

/** One recorded value among several: `at` is its attempt or period. */
export type Recorded = Readonly<{ at: number; value: Rational }>;

/** The inputs checked once and laid out for the counting. */
export type Layout = Readonly<{
  /** Ascending by id. */
  entries: readonly PhaseEntry[];
  /** By source id, only those that the phase reads. */
  panels: ReadonlyMap<string, PanelMatrix>;
  /** Check-lists by source id, only those that the phase reads. */
  checks: ReadonlyMap<string, CheckBook>;
  /** Bonus sources by source id, only those that the phase reads. */
  bonuses: ReadonlyMap<string, BonusBook>;
  ballots: BallotBook;
  /** By measure or phase and entry (`recordKey`), ascending by `at`. */
  recorded: ReadonlyMap<string, readonly Recorded[]>;
}>;

export const recordKey = (of: string, entryId: string): string => `${of}/${entryId}`;

const SEED_PATTERN = /^[0-9a-f]{64}$/;
const NUMERATOR = /^(?:0|-?[1-9][0-9]*)$/;
const DENOMINATOR = /^[1-9][0-9]*$/;

const checkEntries = ({ within }: Phase, entries: readonly PhaseEntry[], problems: PhaseProblems): void => {
  if (entries.length === 0) problems.add('NO_ENTRIES');
  if (entries.length > limits.entriesMax) problems.add('TOO_MANY', 'entries', String(entries.length));
  const seen = new Set<string>();
  for (const { entryId, category, home } of entries) {
    if (!ID_PATTERN.test(entryId)) problems.add('ID_INVALID', entryId);
    if (seen.has(entryId)) problems.add('ENTRY_TWICE', entryId);
    seen.add(entryId);
    for (const one of [category, home]) if (one !== undefined && !ID_PATTERN.test(one)) problems.add('ID_INVALID', one);
    if (within !== 'all' && (within === 'category' ? category : home) === undefined)
      problems.add('CLASS_MISSING', entryId);
  }
};

const checkSeats = (
  sources: ReadonlyMap<string, PanelSource>,
  seats: readonly Seat[],
  problems: PhaseProblems,
): void => {
  if (seats.length > limits.seatsMax) problems.add('TOO_MANY', 'seats', String(seats.length));
  const seen = new Set<string>();
  for (const { sourceId, seatId, personId } of seats) {
    if (!sources.has(sourceId)) problems.add('UNKNOWN_SOURCE', sourceId);
    for (const id of [seatId, personId ?? seatId]) if (!ID_PATTERN.test(id)) problems.add('ID_INVALID', id);
    const key = `${sourceId}/${seatId}`;
    if (seen.has(key)) problems.add('SEAT_TWICE', sourceId, seatId);
    seen.add(key);
  }
};

const checkSeed = ({ rank }: Phase, seed: string | null, problems: PhaseProblems): void => {
  if (seed !== null && !SEED_PATTERN.test(seed)) problems.add('SEED_INVALID');
  if (seed === null && rank.then === 'draw') problems.add('SEED_MISSING');
};

/** Who is assigned and who recused, cell by cell. */
const markStates = (
  panels: ReadonlyMap<string, PanelMatrix>,
  rows: ReadonlyMap<string, number>,
  inputs: PhaseInputs,
  problems: PhaseProblems,
): void => {
  const bySeat = new Map<string, { matrix: PanelMatrix; column: number }[]>();
  const byPerson = new Map<string, { matrix: PanelMatrix; column: number }[]>();
  for (const { sourceId, seatId, personId, entryIds } of inputs.seats) {
    const matrix = panels.get(sourceId) as PanelMatrix;
    const column = columnOf(matrix, seatId);
    bySeat.set(seatId, [...(bySeat.get(seatId) ?? []), { matrix, column }]);
    const person = personId ?? seatId;
    byPerson.set(person, [...(byPerson.get(person) ?? []), { matrix, column }]);
    if (entryIds === undefined) continue;
    matrix.assigned[column] = 1;
    const assigned = new Set(entryIds);
    for (const entryId of assigned) if (!rows.has(entryId)) problems.add('UNKNOWN_ENTRY', sourceId, seatId, entryId);
    for (const [entryId, row] of rows)
      if (!assigned.has(entryId)) matrix.states[column * matrix.entryCount + row] = NOT_ASSIGNED;
  }
  for (const { who, id, entryId } of inputs.recusals) {
    const row = rows.get(entryId);
    if (row === undefined) problems.add('UNKNOWN_ENTRY', id, entryId);
    const places = (who === 'seat' ? bySeat : byPerson).get(id) ?? [];
    if (who === 'seat' && places.length === 0) problems.add('UNKNOWN_SEAT', id);
    for (const { matrix, column } of row === undefined ? [] : places) {
      const cell = column * matrix.entryCount + (row as number);
      matrix.states[cell] = (matrix.states[cell] as number) | RECUSED;
    }
  }
};

/** Binary search; -1 when there is no such seat. */
const columnOf = ({ seatIds }: PanelMatrix, seatId: string): number => {
  let [low, high] = [0, seatIds.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareIds(seatIds[middle] as string, seatId);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

const fillSheets = (
  panels: ReadonlyMap<string, PanelMatrix>,
  rows: ReadonlyMap<string, number>,
  { sheets }: PhaseInputs,
  problems: PhaseProblems,
): void => {
  const seen = new Set<string>();
  const filling = fillingOf([...rows.keys()], rows, problems);
  for (const sheet of sheets) {
    const { sourceId, seatId, part } = sheet;
    const matrix = panels.get(sourceId);
    const column = matrix === undefined ? -1 : columnOf(matrix, seatId);
    const key = `${sourceId}/${seatId}/${part ?? ''}`;
    if (part !== undefined && !ID_PATTERN.test(part)) problems.add('ID_INVALID', part);
    if (matrix === undefined) problems.add('UNKNOWN_SOURCE', sourceId);
    else if (column === -1) problems.add('UNKNOWN_SEAT', sourceId, seatId);
    else if (seen.has(key)) problems.add('SHEET_TWICE', sourceId, seatId, ...(part === undefined ? [] : [part]));
    else fillSheet(matrix, sheet, column, filling);
    seen.add(key);
  }
};

type ValueRecord = Readonly<{ of: string; entryId: string; at: number; numerator: string; denominator: string }>;

const readRecords = (
  records: readonly ValueRecord[],
  rows: ReadonlyMap<string, number>,
  problems: PhaseProblems,
): ReadonlyMap<string, readonly Recorded[]> => {
  const found = new Map<string, Recorded[]>();
  for (const { of, entryId, at, numerator, denominator } of records) {
    if (!rows.has(entryId)) problems.add('UNKNOWN_ENTRY', of, entryId);
    const isNumber =
      NUMERATOR.test(numerator) &&
      DENOMINATOR.test(denominator) &&
      Math.max(numerator.length, denominator.length) <= limits.digitsMax;
    if (!isNumber || !Number.isSafeInteger(at) || at < 0) {
      problems.add('FRACTION_INVALID', of, entryId);
      continue;
    }
    const key = recordKey(of, entryId);
    const list = found.get(key) ?? [];
    if (list.some((one) => one.at === at)) problems.add('VALUE_TWICE', of, entryId, String(at));
    if (list.length >= limits.attemptsMax) problems.add('TOO_MANY', of, entryId);
    list.push({ at, value: rational(BigInt(numerator), BigInt(denominator)) });
    found.set(key, list);
  }
  for (const list of found.values()) list.sort((a, b) => a.at - b.at);
  return found;
};

const checklistsOf = (sources: PhaseTables['sources'], phase: Phase): readonly ChecklistSource[] => {
  const taken = new Set(phase.rows.flatMap((row) => (row.op === 'take-checklist' ? [row.source] : [])));
  return sources.flatMap((source) => (source.kind === 'checklist' && taken.has(source.id) ? [source] : []));
};

const bonusSourcesOf = (sources: PhaseTables['sources'], phase: Phase): readonly BonusSource[] => {
  const taken = new Set(phase.rows.flatMap((row) => (row.op === 'take-bonus' ? [row.source] : [])));
  return sources.flatMap((source) => (source.kind === 'bonus' && taken.has(source.id) ? [source] : []));
};

/** Checks everything once, or says what stands in the way. */
export const layOut = (
  { sources }: PhaseTables,
  phase: Phase,
  inputs: PhaseInputs,
): Layout | readonly PhaseProblem[] => {
  const problems = new PhaseProblems();
  const panelIds = new Set(phase.rows.flatMap((row) => (row.op === 'take-panel' ? [row.source] : [])));
  const measures = new Set(phase.rows.flatMap((row) => (row.op === 'take-measure' ? [row.source] : [])));
  const carried = new Set(phase.rows.flatMap((row) => (row.op === 'carry' ? [row.phase] : [])));
  const panelSources = new Map(
    sources.flatMap((source) => (source.kind === 'panel' && panelIds.has(source.id) ? [[source.id, source]] : [])),
  );
  checkEntries(phase, inputs.entries, problems);
  checkSeats(panelSources, inputs.seats, problems);
  checkSeed(phase, inputs.seed, problems);
  for (const { sourceId } of inputs.values) if (!measures.has(sourceId)) problems.add('UNKNOWN_SOURCE', sourceId);
  for (const one of inputs.carried) if (!carried.has(one.phase)) problems.add('UNKNOWN_PHASE', one.phase);
  if (problems.found.length > 0) return problems.found;
  const entries = [...inputs.entries].sort((a, b) => compareIds(a.entryId, b.entryId));
  const rows = new Map(entries.map(({ entryId }, row) => [entryId, row]));
  const panels = new Map(
    [...panelSources.values()].map((source) => {
      const own = inputs.seats.filter(({ sourceId }) => sourceId === source.id).map(({ seatId }) => seatId);
      return [source.id, emptyMatrix(phase, source, own.sort(compareIds), entries.length)];
    }),
  );
  markStates(panels, rows, inputs, problems);
  fillSheets(panels, rows, inputs, problems);
  const records = [
    ...inputs.values.map(({ sourceId, attempt, ...value }) => ({ ...value, of: sourceId, at: attempt })),
    ...inputs.carried.map(({ phase: from, period, ...value }) => ({ ...value, of: `phase:${from}`, at: period })),
  ];
  const recorded = readRecords(records, rows, problems);
  const checks = layOutChecks(
    { sources: checklistsOf(sources, phase), phase },
    rows,
    inputs.checks ?? NO_CHECKS,
    problems,
  );
  const bonuses = layOutBonuses(bonusSourcesOf(sources, phase), rows, inputs.bonuses ?? [], problems);
  const ballots = ballotsIn({ sources, phase }, rows, inputs.ballots ?? [], problems);
  return problems.found.length > 0 ? problems.found : { entries, panels, recorded, checks, bonuses, ballots };
};
