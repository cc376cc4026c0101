import type { Reading, ReadSheet } from '../grid.ts';
import { SPREADSHEET_BYTES_MAX } from '../read-limits.ts';
import { packageParts } from './package-parts.ts';
import { readingOf, RefusedFile } from './refused-file.ts';
import { readSharedTexts } from './shared-texts.ts';
import { readStyles } from './styles.ts';
import { readWorkbook } from './workbook.ts';
import { readWorksheet } from './worksheet.ts';

/**
 * The cells of an xlsx file of somebody else's. Read while it is unpacked, within limits that have names; nothing in it is computed,
 * fetched, or believed. Of the package only the workbook, its sheets, texts and number formats are opened.
 */
export const readXlsx = async (bytes: Buffer): Promise<Reading> =>
  readingOf(async () => {
    if (bytes.length > SPREADSHEET_BYTES_MAX) throw new RefusedFile('SPREADSHEET_TOO_LARGE');
    const parts = await packageParts(bytes);
    const listed = await readWorkbook(parts);
    const pointed = { texts: await readSharedTexts(parts), styles: await readStyles(parts) };
    const sheets: ReadSheet[] = [];
    for (const { name, part } of listed) {
      const opened = await parts.open(part);
      if (opened === undefined) throw new RefusedFile('NOT_A_SPREADSHEET');
      sheets.push({ name, cells: await readWorksheet(opened, pointed) });
    }
    return { kind: 'read', sheets };
  });
