/**
 * What somebody has put into a cell. `formula`: it was to be computed, and what stood there last is not looked at. `date` and `percent`:
 * numbers that are shown as such: Excel makes a date of `9-5`, and 0.95 of `95%`.
 */
export type ReadCellKind = 'text' | 'number' | 'boolean' | 'date' | 'percent' | 'formula' | 'error';

/** A cell that holds anything; rows and columns from 1. `text`: as it is written in the file, a number in its digits. */
export type ReadCell = Readonly<{ row: number; column: number; kind: ReadCellKind; text: string }>;

/** The cells of a sheet that hold anything, row by row, from the left. */
export type ReadSheet = Readonly<{ name: string; cells: readonly ReadCell[] }>;

/** Why nothing was read. */
export type Unreadable =
  | 'NOT_A_SPREADSHEET'
  | 'SPREADSHEET_TOO_LARGE'
  | 'SPREADSHEET_TOO_MANY_ROWS'
  | 'SPREADSHEET_TOO_MANY_COLUMNS'
  | 'SPREADSHEET_HAS_MACROS'
  | 'SPREADSHEET_HAS_LINKS';

export type Reading =
  | Readonly<{ kind: 'read'; sheets: readonly ReadSheet[] }>
  | Readonly<{ kind: 'unreadable'; reason: Unreadable }>;

const LETTERS = 26;
const FIRST_LETTER = 65;

/** `(28, 3)` is AB3. */
export const addressOf = (column: number, row: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    letters = String.fromCharCode(FIRST_LETTER + ((rest - 1) % LETTERS)) + letters;
  return `${letters}${row}`;
};
