import { CsvError, parse } from 'csv-parse/sync';
import type { ReadCell, Reading } from '../grid.ts';
import {
  CELL_TEXT_CHARS_MAX,
  CELLS_READ_MAX,
  COLUMNS_READ_MAX,
  ROWS_READ_MAX,
  SPREADSHEET_BYTES_MAX,
} from '../read-limits.ts';
import { codeOf, readingOf, RefusedFile } from './refused-file.ts';

/** UTF-8, or what Excel writes on a Chinese machine. */
const textOf = (bytes: Buffer): string => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    }
  }
  throw new RefusedFile('NOT_A_SPREADSHEET');
};

const recordsOf = (text: string): readonly (readonly string[])[] => {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', '\t'],
      relax_column_count: true,
      // Empty lines count: what is wrong is named by its line.
      skip_empty_lines: false,
      max_record_size: COLUMNS_READ_MAX * CELL_TEXT_CHARS_MAX,
    }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw new RefusedFile('NOT_A_SPREADSHEET', error);
    throw error;
  }
};

/** The cells of a csv file; each is a text. */
export const readCsv = async (bytes: Buffer): Promise<Reading> =>
  readingOf(async () => {
    if (bytes.length > SPREADSHEET_BYTES_MAX) throw new RefusedFile('SPREADSHEET_TOO_LARGE');
    const text = textOf(bytes);
    // A package or another file that is no text at all.
    if (text.includes('\0')) throw new RefusedFile('NOT_A_SPREADSHEET');
    const cells: ReadCell[] = [];
    let rows = 0;
    for (const [at, record] of recordsOf(text).entries()) {
      if (record.length > COLUMNS_READ_MAX) throw new RefusedFile('SPREADSHEET_TOO_MANY_COLUMNS');
      const held = record.flatMap((value, column): ReadCell[] =>
        value.trim() === '' ? [] : [{ row: at + 1, column: column + 1, kind: 'text', text: value }],
      );
      if (held.length > 0) rows += 1;
      cells.push(...held);
      if (rows > ROWS_READ_MAX || cells.length > CELLS_READ_MAX) throw new RefusedFile('SPREADSHEET_TOO_MANY_ROWS');
    }
    return { kind: 'read', sheets: [{ name: '', cells }] };
  });
