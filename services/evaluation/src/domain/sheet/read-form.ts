import type { LevelNames } from '../round/tables.ts';
import type { PanelSource } from '@jiangong/scoring';
import { addressOf, type ReadCell, type ReadSheet } from '@jiangong/spreadsheets';
import { type FaultyCell, faulty, plain } from './faulty-cell.ts';
import { type Columns, columnsOf, type FormNames, headOf } from './form-columns.ts';
import { ORIGIN_SHEET } from './form-layout.ts';
import { markedBy } from './read-mark.ts';
import { recusalReason } from './recusal-reason.ts';
import type { RecusalCause, SheetRound } from './state.ts';

export type WrittenMark = Readonly<{ entryId: string; criterionId: string; cell: string; mark: number | null }>;

/** The marks of a form, an empty cell as null, and everything that is wrong with it. */
export type ReadForm = Readonly<{ marks: readonly WrittenMark[]; faults: readonly FaultyCell[] }>;

type Row = Readonly<{ row: number; cells: ReadonlyMap<number, ReadCell> }>;

const rowsOf = (cells: readonly ReadCell[], head: number): readonly Row[] => {
  const rows = new Map<number, Map<number, ReadCell>>();
  for (const cell of cells) {
    if (cell.row <= head) continue;
    const row = rows.get(cell.row) ?? new Map<number, ReadCell>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  return [...rows].map(([row, held]) => ({ row, cells: held }));
};

const entryIdOf = ({ cells }: Row, { entry }: Columns): string => plain(cells.get(entry)?.text ?? '').toLowerCase();

/** Why nothing of a row counts; undefined where it is about an entry that he scores, or asks for nothing. */
const rowFault = (
  row: Row,
  columns: Columns,
  { scored, seen }: Readonly<{ scored: ReadonlyMap<string, RecusalCause | null>; seen: ReadonlySet<string> }>,
): FaultyCell | undefined => {
  const named = row.cells.get(columns.entry);
  const first = [...row.cells.values()].find(({ column }) => columns.criteria.has(column));
  if (named === undefined) return first === undefined ? undefined : faulty(first, 'ROW_WITHOUT_ENTRY');
  const entryId = entryIdOf(row, columns);
  const recused = scored.get(entryId);
  if (recused === undefined) return faulty(named, 'ENTRY_NOT_IN_ROUND');
  if (seen.has(entryId)) return faulty(named, 'SCORE_TWICE', { entryId });
  return recused === null || first === undefined ? undefined : faulty(first, recusalReason(recused), { entryId });
};

const readRow = (row: Row, columns: Columns, source: PanelSource): ReadForm => {
  const entryId = entryIdOf(row, columns);
  const marks: WrittenMark[] = [];
  const faults: FaultyCell[] = [];
  for (const [column, criterion] of columns.criteria) {
    const of = { entryId, criterionId: criterion.id };
    const found = row.cells.get(column);
    if (found === undefined || (found.kind === 'text' && plain(found.text) === '')) {
      marks.push({ ...of, cell: addressOf(column, row.row), mark: null });
      continue;
    }
    const marked = markedBy(source, criterion, found);
    if ('fault' in marked) faults.push(faulty(found, marked.fault, of));
    else marks.push({ ...of, cell: addressOf(column, row.row), mark: marked.mark });
  }
  return { marks, faults };
};

/** Columns without a word above them that hold anything, each named once. */
const namelessColumns = (rows: readonly Row[], { known }: Columns): readonly FaultyCell[] => {
  const first = new Map<number, ReadCell>();
  for (const { cells } of rows)
    for (const [column, cell] of cells) if (!known.has(column) && !first.has(column)) first.set(column, cell);
  return [...first.values()].map((cell) => faulty(cell, 'COLUMN_UNKNOWN'));
};

/**
 * Reads a form line by line; undefined where it is none, since no row says where the entries stand. Everything that is wrong is found, not
 * only the first; pure, over what was read of the file and the round alone.
 */
export const readForm = (
  sheets: readonly ReadSheet[],
  { source, entries }: SheetRound,
  names: FormNames,
  levelNames: LevelNames = {},
): ReadForm | undefined => {
  const found = sheets
    .filter(({ name }) => name !== ORIGIN_SHEET)
    .map(({ cells }) => ({ cells, head: headOf(cells) }))
    .find(({ head }) => head !== undefined);
  if (found?.head === undefined || source === null) return undefined;
  const { columns, faults: wrong } = columnsOf(found.cells, found.head, { source, names, levelNames });
  const rows = rowsOf(found.cells, columns.head);
  const marks: WrittenMark[] = [];
  const faults: FaultyCell[] = [...wrong, ...namelessColumns(rows, columns)];
  const scored = new Map(entries.map((entry) => [entry.entryId, entry.recused]));
  const seen = new Set<string>();
  for (const row of rows) {
    const fault = rowFault(row, columns, { scored, seen });
    if (fault !== undefined) faults.push(fault);
    const entryId = entryIdOf(row, columns);
    if (fault !== undefined || scored.get(entryId) !== null) continue;
    seen.add(entryId);
    const read = readRow(row, columns, source);
    marks.push(...read.marks);
    faults.push(...read.faults);
  }
  return { marks, faults };
};
