import writeXlsx, { type CellObject } from 'write-excel-file/node';
import type { Cell, Column, Line } from '../table.ts';

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Excel takes no longer text in a cell. */
const CELL_CHARS_MAX = 32_767;
const WIDTH_MIN = 8;
const WIDTH_MAX = 48;

/** A text is written as a text, never as a formula: nothing in it is run where the file is opened. What XML can not hold the library leaves out. */
const textCell = (value: string): CellObject => ({
  type: String,
  value: value.slice(0, CELL_CHARS_MAX),
});

const cellOf = (cell: Cell): CellObject | null => {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  return typeof cell === 'number' ? { type: Number, value: cell } : { type: Boolean, value: cell };
};

/** Han characters are twice as wide as others. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2E80' ? 2 : 1), 0);

const columnWidth = (title: string, cells: readonly Cell[]): number =>
  Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, ...[title, ...cells].map((cell) => widthOf(String(cell ?? '')) + 2)));

/** Of so many rows the width of a column is taken: the others look alike. */
const ROWS_MEASURED = 200;

/** A sheet with titles that stay in sight. Built in memory: whoever calls bounds the rows. */
export const xlsxOf = async (columns: readonly Column[], rows: readonly Line[]): Promise<Buffer> => {
  const measured = rows.slice(0, ROWS_MEASURED);
  const titles = columns.map(({ title }): CellObject => ({ ...textCell(title), fontWeight: 'bold' }));
  const sheet = await writeXlsx([titles, ...rows.map((row) => row.map(cellOf))], {
    stickyRowsCount: 1,
    columns: columns.map(({ title }, at) => ({
      width: columnWidth(
        title,
        measured.map((row) => row[at] ?? null),
      ),
    })),
  }).toBuffer();
  return sheet;
};
