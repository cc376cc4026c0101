import type { Criterion } from './criteria.ts';
import { type Cell, markAt, type Marks } from './marks.ts';
import { type MarkFault, readMark } from './written-mark.ts';

/** More is no sheet: it is cut here, and told. */
const ROWS_MAX = 2_000;

export type BadCell = Readonly<{ row: number; column: number; text: string; fault: MarkFault }>;

/** What a block of cells from a spreadsheet would change, everything that is wrong with it, and how much of it lies beside the sheet. */
export type Pasted = Readonly<{ cells: readonly Cell[]; bad: readonly BadCell[]; outside: number }>;

type Board = Readonly<{ entryIds: readonly string[]; titles: readonly string[]; criteria: readonly Criterion[] }>;

/** Lines and cells as spreadsheets put them on the clipboard: tabs between, quotes around what holds a tab, a quote or a line end. */
export const linesOf = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    lines.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === '\t') end();
    else if (char === '\n') {
      end();
      if (lines.length >= ROWS_MAX) return lines;
      lines.push([]);
    } else if (char !== '\r') cell += char;
  }
  end();
  const last = lines.at(-1);
  return last !== undefined && last.length === 1 && last[0] === '' ? lines.slice(0, -1) : lines;
};

const bare = (text: string): string => text.replaceAll(/[（(].*$/gu, '').trim();

/** The heads of the criteria, as they come along when a whole table is copied. */
const isHead = (line: readonly string[], { criteria }: Board): boolean =>
  line.some((cell) => criteria.some(({ zh, en }) => bare(cell) === zh || bare(cell) === en));

/** Where the first column says which projects they are, marks go to those, in whatever order they stand. */
const rowsByTitle = (lines: readonly (readonly string[])[], { titles }: Board): readonly number[] | null => {
  const at = new Map(titles.map((title, row) => [title.trim(), row]));
  const rows = lines.map(([first = '']) => at.get(first.trim()) ?? -1);
  return lines.length > 0 && rows.every((row) => row >= 0) ? rows : null;
};

/** Checks a paste that begins at a cell, against all criteria, and changes nothing. Empty cells leave what stands there. */
export const readPaste = (
  text: string,
  at: Readonly<{ row: number; column: number }>,
  board: Board,
  marks: Marks,
): Pasted => {
  const all = linesOf(text);
  const lines = all.length > 1 && isHead(all[0] ?? [], board) ? all.slice(1) : all;
  const named = rowsByTitle(lines, board);
  const cells: Cell[] = [];
  const bad: BadCell[] = [];
  let outside = 0;
  for (const [index, line] of lines.entries()) {
    const row = named === null ? at.row + index : (named[index] ?? -1);
    const entryId = board.entryIds[row];
    const values = named === null ? line : line.slice(1);
    for (const [offset, value] of values.entries()) {
      if (value.trim() === '') continue;
      const column = (named === null ? at.column : 0) + offset;
      const criterion = board.criteria[column];
      if (entryId === undefined || criterion === undefined) {
        outside += 1;
        continue;
      }
      const read = readMark(criterion, value);
      if ('fault' in read) bad.push({ row, column, text: value, fault: read.fault });
      else if (markAt(marks, entryId, criterion.id) !== read.mark)
        cells.push({ entryId, criterionId: criterion.id, mark: read.mark });
    }
  }
  return { cells, bad, outside };
};
