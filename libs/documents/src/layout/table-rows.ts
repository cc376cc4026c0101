import type { Face, Mark, Measure } from '../drawn.ts';
import { INK } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { Cell } from '../printed.ts';
import { breakLines } from '../typeset/break-lines.ts';
import { rule, textMark, type Type, widthIn, widths } from './set-text.ts';

export type Column = Readonly<{ title: string; share: number; align: 'left' | 'centre' }>;

export type Grid = Readonly<{
  measure: Measure;
  left: number;
  width: number;
  columns: readonly Column[];
  size: number;
  pitch: number;
  /** The side of a QR code in a cell. */
  qrSide: number;
}>;

/** A row broken into lines: as high as its highest cell. */
export type SetRow = Readonly<{
  cells: readonly (readonly string[] | Readonly<{ qr: string }>)[];
  height: number;
  head: boolean;
}>;

const PADDING = 4;
const FRAME = { thickness: 0.5, colour: INK };

const faceOf = (head: boolean): Face => (head ? 'heading' : 'body');
const typeOf = ({ size }: Grid, head: boolean): Type => ({ face: faceOf(head), size, spacing: 0 });

const edges = ({ columns, left, width }: Grid): readonly number[] => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.reduce<readonly number[]>(
    (known, { share }) => [...known, (known.at(-1) ?? left) + (width * share) / whole],
    [left],
  );
};

export const setRow = (grid: Grid, cells: readonly Cell[], head = false): SetRow => {
  const at = edges(grid);
  const widthOf = widths(grid.measure, typeOf(grid, head));
  const set = grid.columns.map((_, column) => {
    const cell = cells[column] ?? '';
    if (typeof cell !== 'string') return cell;
    const room = (at[column + 1] ?? 0) - (at[column] ?? 0) - 2 * PADDING;
    return breakLines(plainLine(cell), { first: room, rest: room, widthOf });
  });
  const heights = set.map((cell) => ('qr' in cell ? grid.qrSide + 2 * PADDING : cell.length * grid.pitch));
  return { cells: set, height: Math.max(grid.pitch, ...heights), head };
};

/** A row whose top is at `y`, with its frame. */
export const rowMarks = (grid: Grid, { cells, height, head }: SetRow, y: number): readonly Mark[] => {
  const at = edges(grid);
  const type = typeOf(grid, head);
  const end = at.at(-1) ?? 0;
  const texts = cells.flatMap((cell, column): readonly Mark[] => {
    const [from, to] = [at[column] ?? 0, at[column + 1] ?? 0];
    if ('qr' in cell)
      return [{ kind: 'qr', x: (from + to - grid.qrSide) / 2, y: y + PADDING, side: grid.qrSide, text: cell.qr }];
    const top = y + (height - cell.length * grid.pitch) / 2;
    const centre = head || grid.columns[column]?.align === 'centre';
    return cell.map((text, line) => {
      const x = centre ? (from + to - widthIn(grid.measure, text, type)) / 2 : from + PADDING;
      return textMark(text, { x, y: top + grid.pitch * (line + 0.7) }, type);
    });
  });
  return [
    rule({ x: grid.left, y }, { x: end, y }, FRAME),
    rule({ x: grid.left, y: y + height }, { x: end, y: y + height }, FRAME),
    ...at.map((x) => rule({ x, y }, { x, y: y + height }, FRAME)),
    ...texts,
  ];
};
