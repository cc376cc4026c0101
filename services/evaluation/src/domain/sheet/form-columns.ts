import type { PanelSource } from '@jiangong/scoring';
import type { ReadCell } from '@jiangong/spreadsheets';
import type { LevelNames } from '../round/tables.ts';
import { type FaultyCell, faulty, plain } from './faulty-cell.ts';
import { criterionColumns, ENTRY_COLUMN, PLAIN_COLUMNS } from './form-layout.ts';

/** The head stands in one of the first rows. */
const HEAD_ROW_MAX = 10;

export type FormNames = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** `entry`: the column of the entries' ids. `known`: every column with a word above it, of ours or not. */
export type Columns = Readonly<{
  head: number;
  entry: number;
  criteria: ReadonlyMap<number, PanelSource['criteria'][number]>;
  known: ReadonlySet<number>;
}>;

/** The row with the word above the entries' ids is the head; what stands above it is for people. */
export const headOf = (cells: readonly ReadCell[]): ReadCell | undefined =>
  cells.find(({ row, text }) => row <= HEAD_ROW_MAX && plain(text) === ENTRY_COLUMN);

/** Columns that are read by people alone, whatever is said of them in brackets. */
const isPlainColumn = (word: string): boolean =>
  PLAIN_COLUMNS.some((one) => word === one || word.startsWith(`${one}(`));

/** Which column is whose: by the words above it, wherever it stands. */
export const columnsOf = (
  cells: readonly ReadCell[],
  head: ReadCell,
  { source, names, levelNames }: Readonly<{ source: PanelSource; names: FormNames; levelNames: LevelNames }>,
): Readonly<{ columns: Columns; faults: readonly FaultyCell[] }> => {
  const words = criterionColumns(source, names, levelNames).flatMap(({ criterion, name, title }) =>
    [title, name, criterion.id].map((word) => [plain(word), criterion] as const),
  );
  const byWord = new Map(words);
  const criteria = new Map<number, PanelSource['criteria'][number]>();
  const known = new Set<number>();
  const faults: FaultyCell[] = [];
  for (const cell of cells.filter(({ row }) => row === head.row)) {
    const word = plain(cell.text);
    const criterion = byWord.get(word);
    known.add(cell.column);
    if (cell.column === head.column || isPlainColumn(word)) continue;
    if (criterion === undefined) faults.push(faulty(cell, 'COLUMN_UNKNOWN'));
    else if ([...criteria.values()].includes(criterion))
      faults.push(faulty(cell, 'COLUMN_TWICE', { criterionId: criterion.id }));
    else criteria.set(cell.column, criterion);
  }
  return { columns: { head: head.row, entry: head.column, criteria, known }, faults };
};
