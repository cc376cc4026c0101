import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { quiet } from './chromium.ts';

/** A picture of the whole page for whoever wants to look at what a suite does; none where nobody asks for pictures. */
export const pictured = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['JIANGONG_PICTURES'];
  if (folder !== undefined) {
    await quiet(page);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
};
