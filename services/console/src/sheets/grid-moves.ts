export type Place = Readonly<{ row: number; column: number }>;
export type Size = Readonly<{ rows: number; columns: number }>;

/** Lines that a page of the grid moves by. */
const PAGE_ROWS = 10;

type Pressed = Readonly<{ key: string; ctrl: boolean; shift: boolean; isEdited: boolean }>;

const within = (value: number, count: number): number => Math.min(Math.max(value, 0), count - 1);

/** At the end of a line to the beginning of the next one. */
const along = ({ row, column }: Place, by: number, { rows, columns }: Size): Place | null => {
  const next = row * columns + column + by;
  return next < 0 || next >= rows * columns ? null : { row: Math.floor(next / columns), column: next % columns };
};

/**
 * Where a key leads in the grid; null: it stays with the cell, or leaves the grid. Left and right move among the digits of a cell that
 * is being changed.
 */
export const moved = (place: Place, { key, ctrl, shift, isEdited }: Pressed, size: Size): Place | null => {
  const { row, column } = place;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: within(nextRow, size.rows),
    column: within(nextColumn, size.columns),
  });
  switch (key) {
    case 'Enter':
      return to(row + (shift ? -1 : 1), column);
    case 'ArrowDown':
      return to(ctrl ? size.rows : row + 1, column);
    case 'ArrowUp':
      return to(ctrl ? 0 : row - 1, column);
    case 'ArrowRight':
      return isEdited ? null : to(row, ctrl ? size.columns : column + 1);
    case 'ArrowLeft':
      return isEdited ? null : to(row, ctrl ? 0 : column - 1);
    case 'PageDown':
      return to(row + PAGE_ROWS, column);
    case 'PageUp':
      return to(row - PAGE_ROWS, column);
    case 'Home':
      return ctrl ? to(0, 0) : isEdited ? null : to(row, 0);
    case 'End':
      return ctrl ? to(size.rows, size.columns) : isEdited ? null : to(row, size.columns);
    case 'Tab':
      return along(place, shift ? -1 : 1, size);
    default:
      return null;
  }
};
