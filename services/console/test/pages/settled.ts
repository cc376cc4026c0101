import type { Page } from 'playwright-core';

/** Until everything that the page asked for stands on it: it loads nothing and asks nothing any longer. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
  // A part that was loaded may ask for more: twice in a row nothing.
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 2;) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60)));
      quiet = document.querySelector('.loading, [aria-busy="true"]') === null ? quiet + 1 : 0;
    }
  });
};
