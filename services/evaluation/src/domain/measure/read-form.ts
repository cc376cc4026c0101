import { addressOf, type ReadCell, type ReadSheet } from '@jiangong/spreadsheets';
import { FOUND_CHARACTERS_MAX, plain } from '../sheet/faulty-cell.ts';
import {
  ATTEMPT_COLUMN,
  DAY_COLUMN,
  ENTRY_COLUMN,
  ORIGIN_SHEET,
  ORIGIN_WORDS,
  PLAIN_COLUMNS,
  VALUE_COLUMN,
} from './form-layout.ts';
import type { WrittenValue } from './orders.ts';
import { attemptIn, type CellWrong, dayIn, valueIn } from './read-cells.ts';
import type { MeasureRefusal } from './refusals.ts';
import type { MeasureRules } from './rules.ts';

export type MeasureFault =
  | CellWrong
  | 'COLUMN_UNKNOWN'
  | 'COLUMN_TWICE'
  | 'ROW_WITHOUT_ENTRY'
  | MeasureRefusal['reason'];

/** `cell`: its address as the program shows it; `entryId`: empty where the cell belongs to none. */
export type FaultyValue = Readonly<{ cell: string; fault: MeasureFault; entryId: string; found: string }>;

/** A value and where it stands: the cells of its entry, attempt, value and day. */
export type FormValue = WrittenValue & Readonly<{ row: number; columns: Columns }>;

export type Columns = Readonly<{ entry: number; attempt: number | null; value: number; day: number | null }>;

export type ReadForm = Readonly<{ values: readonly FormValue[]; empty: number; faults: readonly FaultyValue[] }>;

/** The head stands in one of the first rows. */
const HEAD_ROW_MAX = 10;

const faulty = (cell: ReadCell, fault: MeasureFault, entryId = ''): FaultyValue => ({
  ...{ cell: addressOf(cell.column, cell.row), fault, entryId },
  found: [...cell.text].slice(0, FOUND_CHARACTERS_MAX).join(''),
});

/** The word of a column, without what is said of it in brackets. */
const wordOf = ({ text }: ReadCell): string => plain(text).replace(/\(.*$/su, '').trim();

type Head = Readonly<{ row: number; columns: Columns; known: ReadonlySet<number>; faults: readonly FaultyValue[] }>;

const headOf = (cells: readonly ReadCell[]): Head | undefined => {
  const row = cells.find((cell) => cell.row <= HEAD_ROW_MAX && wordOf(cell) === ENTRY_COLUMN)?.row;
  const found = new Map<string, number>();
  const known = new Set<number>();
  const faults: FaultyValue[] = [];
  for (const cell of cells.filter((one) => one.row === row)) {
    const word = wordOf(cell);
    known.add(cell.column);
    if (PLAIN_COLUMNS.some((one) => one === word)) continue;
    if (![ENTRY_COLUMN, ATTEMPT_COLUMN, VALUE_COLUMN, DAY_COLUMN].includes(word))
      faults.push(faulty(cell, 'COLUMN_UNKNOWN'));
    else if (found.has(word)) faults.push(faulty(cell, 'COLUMN_TWICE'));
    else found.set(word, cell.column);
  }
  const [entry, value] = [found.get(ENTRY_COLUMN), found.get(VALUE_COLUMN)];
  if (row === undefined || entry === undefined || value === undefined) return undefined;
  const columns = { entry, value, attempt: found.get(ATTEMPT_COLUMN) ?? null, day: found.get(DAY_COLUMN) ?? null };
  return { row, columns, known, faults };
};

const rowsOf = (cells: readonly ReadCell[], head: number): ReadonlyMap<number, ReadonlyMap<number, ReadCell>> => {
  const rows = new Map<number, Map<number, ReadCell>>();
  for (const cell of cells) {
    if (cell.row <= head || (cell.kind === 'text' && plain(cell.text) === '')) continue;
    const row = rows.get(cell.row) ?? new Map<number, ReadCell>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  return rows;
};

type Line = Readonly<{ row: number; cells: ReadonlyMap<number, ReadCell>; columns: Columns }>;

/** What a line says; nothing where it has no value, and whatever is wrong with it cell by cell. */
const readLine = ({ row, cells, columns }: Line, rules: MeasureRules): FormValue | null | readonly FaultyValue[] => {
  const at = (column: number | null): ReadCell | undefined => (column === null ? undefined : cells.get(column));
  const [named, valued, dated] = [at(columns.entry), at(columns.value), at(columns.day)];
  if (valued === undefined) return null;
  if (named === undefined) return [faulty(valued, 'ROW_WITHOUT_ENTRY')];
  const entryId = plain(named.text).toLowerCase();
  const counted = at(columns.attempt);
  const value = valueIn(valued, rules);
  const attempt = attemptIn(counted);
  const day = dated === undefined ? ({ wrong: 'EFFECTIVE_ON_INVALID' } as const) : dayIn(dated);
  if ('read' in value && 'read' in attempt && 'read' in day)
    return { entryId, attempt: attempt.read, value: value.read, dayOf: day.read, row, columns };
  const wrong: readonly (readonly [ReadCell, Readonly<{ wrong: CellWrong }> | object])[] = [
    [valued, value],
    [counted ?? named, attempt],
    [dated ?? valued, day],
  ];
  return wrong.flatMap(([cell, read]) => ('wrong' in read ? [faulty(cell, read.wrong as CellWrong, entryId)] : []));
};

/** Columns without a word above them that hold anything, each named once. */
const namelessColumns = (
  rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>,
  known: ReadonlySet<number>,
): readonly FaultyValue[] => {
  const first = new Map<number, ReadCell>();
  for (const cells of rows.values())
    for (const [column, cell] of cells) if (!known.has(column) && !first.has(column)) first.set(column, cell);
  return [...first.values()].map((cell) => faulty(cell, 'COLUMN_UNKNOWN'));
};

/**
 * Reads a form line by line; undefined where it is none. Everything that is wrong is found, not only the first; whether a value may be
 * recorded is the rule book's to say.
 */
export const readForm = (sheets: readonly ReadSheet[], rules: MeasureRules): ReadForm | undefined => {
  const found = sheets
    .filter(({ name }) => name !== ORIGIN_SHEET)
    .map(({ cells }) => ({ cells, head: headOf(cells) }))
    .find(({ head }) => head !== undefined);
  if (found?.head === undefined) return undefined;
  const { columns, known, faults: wrong, row: headRow } = found.head;
  const rows = rowsOf(found.cells, headRow);
  const values: FormValue[] = [];
  const faults: FaultyValue[] = [...wrong, ...namelessColumns(rows, known)];
  let empty = 0;
  for (const [row, cells] of rows) {
    const line = readLine({ row, cells, columns }, rules);
    if (line === null) empty += 1;
    else if ('entryId' in line) values.push(line);
    else faults.push(...line);
  }
  return { values, empty, faults };
};

/** Which cell of a line a refusal is about. */
export const faultOf = (value: FormValue, { reason, field }: MeasureRefusal): FaultyValue => {
  const { columns, row, entryId } = value;
  const [column, found] =
    field === 'entryId'
      ? [columns.entry, entryId]
      : field === 'attempt'
        ? [columns.attempt ?? columns.entry, String(value.attempt)]
        : field === 'dayOf'
          ? [columns.day ?? columns.value, value.dayOf]
          : [columns.value, value.value];
  return { cell: addressOf(column, row), fault: reason, entryId, found: found.slice(0, FOUND_CHARACTERS_MAX) };
};

/** What the hidden sheet says it is of; undefined where there is none, as in csv. */
export const originOf = (sheets: readonly ReadSheet[]): Readonly<{ roundId: string; sourceId: string }> | undefined => {
  const cells = sheets.find(({ name }) => name === ORIGIN_SHEET)?.cells;
  if (cells === undefined) return undefined;
  const said = (word: string): string => {
    const row = cells.find(({ column, text }) => column === 1 && text === word)?.row;
    return cells.find((cell) => cell.row === row && cell.column === 2)?.text ?? '';
  };
  return { roundId: said(ORIGIN_WORDS.round), sourceId: said(ORIGIN_WORDS.measure) };
};
