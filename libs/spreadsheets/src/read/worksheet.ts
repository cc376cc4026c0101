import type { ReadCell, ReadCellKind } from '../grid.ts';
import { CELL_TEXT_CHARS_MAX, CELLS_READ_MAX, COLUMNS_READ_MAX, ROWS_READ_MAX } from '../read-limits.ts';
import { RefusedFile } from './refused-file.ts';
import { textGatherer } from './shared-texts.ts';
import type { ShownAs } from './styles.ts';
import { type Begun, readXml } from './xml-part.ts';

/** What the cells of a sheet point at. */
export type Pointed = Readonly<{ texts: readonly string[]; styles: readonly ShownAs[] }>;

const ADDRESS = /^(?<letters>[A-Z]{1,3})(?<row>[1-9]\d{0,6})$/u;
const LETTERS = 26;
const BEFORE_A = 64;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - BEFORE_A, 0);

type Begins = Readonly<{ row: number; column: number; type: string; style: number; formula: boolean }>;

/** Where a cell stands; without an address it follows on the one before. */
const beginsAt = (attributes: Begun['attributes'], before: Readonly<{ row: number; column: number }>): Begins => {
  const { letters, row } = ADDRESS.exec(attributes['r'] ?? '')?.groups ?? {};
  if (attributes['r'] !== undefined && letters === undefined) throw new RefusedFile('NOT_A_SPREADSHEET');
  return {
    row: row === undefined ? before.row : Number(row),
    column: letters === undefined ? before.column + 1 : columnOf(letters),
    type: attributes['t'] ?? 'n',
    style: Number(attributes['s'] ?? 0),
    formula: false,
  };
};

const KINDS: Readonly<Record<string, ReadCellKind>> = {
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  b: 'boolean',
  e: 'error',
  d: 'date',
};

const read = ({ row, column, type, style, formula }: Begins, value: string, { texts, styles }: Pointed): ReadCell => {
  const kind = formula ? 'formula' : (KINDS[type] ?? styles[style] ?? 'number');
  if (type !== 's') return { row, column, kind, text: value };
  const text = texts[Number(value)];
  if (text === undefined) throw new RefusedFile('NOT_A_SPREADSHEET');
  return { row, column, kind, text };
};

/** Keeps what was read within what is read at all. */
const keeper = () => {
  const cells: ReadCell[] = [];
  const rows = new Set<number>();
  return {
    cells,
    keep: (cell: ReadCell): void => {
      rows.add(cell.row);
      if (rows.size > ROWS_READ_MAX || cells.length >= CELLS_READ_MAX)
        throw new RefusedFile('SPREADSHEET_TOO_MANY_ROWS');
      if (cell.column > COLUMNS_READ_MAX) throw new RefusedFile('SPREADSHEET_TOO_MANY_COLUMNS');
      cells.push(cell);
    },
  };
};

/** The cells of a sheet that hold anything: a million rows that were only coloured are none. */
export const readWorksheet = async (part: AsyncIterable<Buffer>, pointed: Pointed): Promise<readonly ReadCell[]> => {
  const { cells, keep } = keeper();
  const gatherer = textGatherer();
  let [rows, place]: [number, { row: number; column: number }] = [0, { row: 0, column: 0 }];
  let [cell, value, within]: [Begins | undefined, string, boolean] = [undefined, '', false];
  await readXml(part, {
    begin: ({ name, attributes }) => {
      if (name === 'row') {
        rows = Number(attributes['r'] ?? rows + 1);
        place = { row: rows, column: 0 };
      }
      if (name === 'c') [cell, value] = [beginsAt(attributes, place), ''];
      if (name === 'f' && cell !== undefined) cell = { ...cell, formula: true };
      within = name === 'v' && cell !== undefined;
      gatherer.begin(name);
    },
    text: (piece) => {
      gatherer.text(piece);
      if (!within) return;
      value += piece;
      if (value.length > CELL_TEXT_CHARS_MAX) throw new RefusedFile('SPREADSHEET_TOO_LARGE');
    },
    end: (name) => {
      gatherer.end(name);
      if (name === 'v') within = false;
      if (name !== 'c' || cell === undefined) return;
      const inline = gatherer.taken();
      const held = cell.type === 'inlineStr' ? inline : value;
      if (held !== '' || cell.formula) keep(read(cell, held, pointed));
      [place, cell] = [cell, undefined];
    },
  });
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
};
