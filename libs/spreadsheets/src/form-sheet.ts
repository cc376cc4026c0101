import type { Cell } from './table.ts';

/** `open`: filled in by whoever has the form. All others are locked. */
export type FormStyle = 'plain' | 'title' | 'head' | 'text' | 'open';
export type FormCell = Readonly<{ value: Cell; style: FormStyle }>;

/** Cells of a column, from one row to another, and what may stand in them; `said` is shown when something else is typed. */
export type FormRule = Readonly<{ column: number; fromRow: number; toRow: number; title: string; said: string }> &
  (
    | Readonly<{ kind: 'between'; least: number; most: number }>
    | Readonly<{ kind: 'one-of'; values: readonly string[] }>
  );

export type FormSheet = Readonly<{
  name: string;
  /** Not shown; for the machine that reads the form again. */
  hidden: boolean;
  columns: readonly Readonly<{ width: number; hidden: boolean }>[];
  rows: readonly (readonly FormCell[])[];
  /** Rows above that stay in sight, and stand on every printed page. */
  headRows: number;
  /** Columns at the left that stay in sight. */
  headColumns: number;
  rules: readonly FormRule[];
}>;

/** A workbook to be filled in: what is not open is locked, and printed it stands across A4 with its head on each page. */
export type Form = Readonly<{ sheets: readonly FormSheet[] }>;
