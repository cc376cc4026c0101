import { CHARACTER_PITCH, LINE_PITCH, MARGIN, SIZES, TEXT } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { Attachment } from '../printed.ts';
import { balanceLines } from '../typeset/break-lines.ts';
import { BOTTOM, type Flow, nextPage, put, skip, takeLine } from './flow.ts';
import { HEADING, textMark, type Type, widthIn, widths } from './set-text.ts';
import { type Grid, rowMarks, setRow } from './table-rows.ts';

const TITLE: Type = { face: 'title', size: SIZES.二号, spacing: 0 };
const TITLE_PITCH = 33;
const CELL_PITCH = 22;

/** An attachment begins on a page of its own; its table repeats its head on each. */
export const placeAttachment = (flow: Flow, { title, columns, rows }: Attachment, label: string): void => {
  nextPage(flow);
  put(flow, textMark(label, { x: MARGIN.left, y: takeLine(flow) }, HEADING));
  skip(flow, 1);
  const centre = MARGIN.left + TEXT.width / 2;
  const widthOf = widths(flow.measure, TITLE);
  for (const line of balanceLines(plainLine(title), { rest: TEXT.width - 2 * CHARACTER_PITCH, widthOf })) {
    const x = centre - widthIn(flow.measure, line, TITLE) / 2;
    put(flow, textMark(line, { x, y: takeLine(flow, TITLE_PITCH) }, TITLE));
  }
  flow.y += LINE_PITCH / 2;
  const at = { measure: flow.measure, left: MARGIN.left, width: TEXT.width };
  const grid: Grid = { ...at, columns, size: SIZES.四号, pitch: CELL_PITCH, qrSide: 0 };
  const head = setRow(
    grid,
    columns.map((column) => column.title),
    true,
  );
  const placeHead = (): void => {
    put(flow, ...rowMarks(grid, head, flow.y));
    flow.y += head.height;
  };
  placeHead();
  for (const row of rows) {
    const set = setRow(grid, row);
    if (flow.y + set.height > BOTTOM) {
      nextPage(flow);
      placeHead();
    }
    put(flow, ...rowMarks(grid, set, flow.y));
    flow.y += set.height;
  }
};
