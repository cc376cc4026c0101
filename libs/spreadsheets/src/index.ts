export type { Form, FormCell, FormRule, FormSheet, FormStyle } from './form-sheet.ts';
export { addressOf, type ReadCell, type ReadCellKind, type ReadSheet, type Reading, type Unreadable } from './grid.ts';
export {
  CELLS_READ_MAX,
  COLUMNS_READ_MAX,
  ROWS_READ_MAX,
  SHARED_TEXTS_MAX,
  SHEETS_READ_MAX,
  SPREADSHEET_BYTES_MAX,
  SPREADSHEET_PARTS_MAX,
  UNPACKED_BYTES_MAX,
} from './read-limits.ts';
export type { Cell, Column, Line } from './table.ts';
