import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Printed = Readonly<{
  /** What each sheet of paper says, without the spaces between its pieces. */
  sheets: readonly string[];
  /** Whether each sheet lies across. */
  across: readonly boolean[];
}>;

/** What comes out of the printer, as the page's own style sheet asks for it. */
export const printed = async (page: Page): Promise<Printed> => {
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const reading = getDocument({ data, verbosity: 0 });
  const paper = await reading.promise;
  const sheets: string[] = [];
  const across: boolean[] = [];
  // A font may give back 目 as the radical ⽬: the same letter once it is normalized.
  for (let number = 1; number <= paper.numPages; number += 1) {
    const sheet = await paper.getPage(number);
    const { items } = await sheet.getTextContent();
    sheets.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC')
        .replaceAll(/\s/gu, ''),
    );
    const { width, height } = sheet.getViewport({ scale: 1 });
    across.push(width > height);
  }
  await reading.destroy();
  return { sheets, across };
};
