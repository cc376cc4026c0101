import type { Page } from 'playwright-core';
import { quiet } from '../chromium.ts';

/** Until everything that the page asked for stands on it: it loads nothing and asks nothing any longer. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
  await quiet(page);
};
