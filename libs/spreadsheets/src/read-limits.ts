/** What somebody hands in is this long at most. */
export const SPREADSHEET_BYTES_MAX = 2_000_000;
/** What its parts that are read come to when they are unpacked: a small file can be a large one, packed. */
export const UNPACKED_BYTES_MAX = 16_000_000;
/** Files in the package. */
export const SPREADSHEET_PARTS_MAX = 200;
export const SHEETS_READ_MAX = 20;
/** Rows that hold anything, of one sheet. */
export const ROWS_READ_MAX = 2_000;
export const COLUMNS_READ_MAX = 100;
/** Cells that hold anything, of one sheet. */
export const CELLS_READ_MAX = 60_000;
/** Texts that cells point at. */
export const SHARED_TEXTS_MAX = 60_000;
/** A text longer than what Excel holds is none of Excel's. */
export const CELL_TEXT_CHARS_MAX = 32_767;
