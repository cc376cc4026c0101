import type { Drawn, Mark, Measure } from '../drawn.ts';
import { A4, MM, SIZES } from '../paper.ts';
import { plainLine } from '../plain-text.ts';
import type { TableDocument } from '../printed.ts';
import { balanceLines, breakLines } from '../typeset/break-lines.ts';
import { textMark, type Type, widthIn, widths } from './set-text.ts';
import { type Grid, rowMarks, setRow, type SetRow } from './table-rows.ts';

const EDGE = 15 * MM;
const FOOT = 12 * MM;
const QR_SIDE = 17 * MM;
const WIDTH = A4.long - 2 * EDGE;
const LAST = A4.short - EDGE - FOOT;
const TITLE: Type = { face: 'title', size: SIZES.二号, spacing: 0 };
const NOTE: Type = { face: 'body', size: SIZES.小四, spacing: 0 };
const TITLE_PITCH = 32;
const NOTE_PITCH = 20;

type Sheet = { pages: Mark[][]; y: number };

const put = (sheet: Sheet, marks: readonly Mark[]): void => {
  sheet.pages.at(-1)?.push(...marks);
};

const turn = (sheet: Sheet): void => {
  sheet.pages.push([]);
  sheet.y = EDGE;
};

const centred = (measure: Measure, text: string, type: Type, y: number): Mark =>
  textMark(text, { x: (A4.long - widthIn(measure, text, type)) / 2, y }, type);

const placeNotes = (sheet: Sheet, measure: Measure, notes: readonly string[]): void => {
  for (const note of notes) {
    const widthOf = widths(measure, NOTE);
    for (const line of breakLines(plainLine(note), { first: WIDTH, rest: WIDTH, widthOf })) {
      if (sheet.y + NOTE_PITCH > LAST + FOOT / 2) turn(sheet);
      put(sheet, [textMark(line, { x: EDGE, y: sheet.y + NOTE_PITCH * 0.7 }, NOTE)]);
      sheet.y += NOTE_PITCH;
    }
  }
};

const placeRows = (sheet: Sheet, grid: Grid, rows: readonly SetRow[], head: SetRow): void => {
  const place = (row: SetRow): void => {
    put(sheet, rowMarks(grid, row, sheet.y));
    sheet.y += row.height;
  };
  place(head);
  for (const row of rows) {
    if (sheet.y + row.height > LAST) {
      turn(sheet);
      place(head);
    }
    place(row);
  }
};

/** A list, A4 across: its head on every page, 第 x 页 共 y 页 below. */
export const layOutTable = (document: TableDocument, measure: Measure): Drawn => {
  const sheet: Sheet = { pages: [[]], y: EDGE };
  const title = plainLine(document.title);
  for (const line of balanceLines(title, { rest: WIDTH, widthOf: widths(measure, TITLE) })) {
    put(sheet, [centred(measure, line, TITLE, sheet.y + TITLE_PITCH * 0.75)]);
    sheet.y += TITLE_PITCH;
  }
  placeNotes(sheet, measure, document.notes);
  sheet.y += 4;
  const { columns } = document;
  const grid: Grid = { measure, left: EDGE, width: WIDTH, columns, size: SIZES.小四, pitch: 18, qrSide: QR_SIDE };
  const head = setRow(
    grid,
    columns.map((column) => column.title),
    true,
  );
  const rows = document.rows.map((row) => setRow(grid, row));
  placeRows(sheet, grid, rows, head);
  sheet.y += 8;
  placeNotes(sheet, measure, document.closing);
  const pages = sheet.pages.map((marks, at) => {
    const foot = `第 ${at + 1} 页　共 ${sheet.pages.length} 页`;
    return [...marks, centred(measure, foot, { ...NOTE, size: SIZES.五号 }, A4.short - EDGE + 2)];
  });
  return { width: A4.long, height: A4.short, pages, title, author: '', madeAt: document.madeAt };
};
