import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Line } from '../table.ts';

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8';

/** So many lines are written at once. */
const LINES_AT_ONCE = 200;

const textOf = (lines: readonly (readonly Cell[])[], first: boolean): Buffer =>
  Buffer.from(
    stringify(lines as Cell[][], {
      // Without the mark Excel takes UTF-8 for the machine's own code page.
      bom: first,
      record_delimiter: 'windows',
      // A text that begins like a formula would be one where the file is opened.
      escape_formulas: true,
      cast: { boolean: (value) => (value ? 'true' : 'false') },
    }),
    'utf8',
  );

/** RFC 4180 with a mark for Excel, as it comes: a line of titles, then the rows. */
export const csvOf = async function* (columns: readonly Column[], rows: AsyncIterable<Line>): AsyncGenerator<Buffer> {
  yield textOf([columns.map(({ title }) => title)], true);
  let held: Line[] = [];
  for await (const row of rows) {
    held.push(row);
    if (held.length < LINES_AT_ONCE) continue;
    yield textOf(held, false);
    held = [];
  }
  if (held.length > 0) yield textOf(held, false);
};
