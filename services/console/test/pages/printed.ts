import type { Page } from 'playwright-core';
import { openPdf } from '../../../../libs/documents/test/read-pdf.ts';

export type Printed = Readonly<{
  /** What each sheet of paper says, without the spaces between its pieces. */
  sheets: readonly string[];
  /** Whether each sheet lies across. */
  across: readonly boolean[];
}>;

const BOX = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/gu;

/** What comes out of the printer, as the page's own style sheet asks for it. */
export const printed = async (page: Page): Promise<Printed> => {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const { pages } = await openPdf(bytes);
  return {
    sheets: pages.map((text) => text.replaceAll(/\s/gu, '')),
    across: [...bytes.toString('latin1').matchAll(BOX)].map(([, width, height]) => Number(width) > Number(height)),
  };
};
