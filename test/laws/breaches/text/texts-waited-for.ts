import type { Page } from 'playwright-core';

export const seen = async (page: Page): Promise<void> => { await page.getByText('正式党员').waitFor();
  await page
    .getByText(/第 \d+ 名/u)
    .waitFor();
  await page.getByText('已授予').first().waitFor();
  await page.getByText('已授予', { exact: true }).waitFor();
  await page.getByText('已授予').first().waitFor({ state: 'detached' });
};
