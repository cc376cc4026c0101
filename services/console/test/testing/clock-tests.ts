import { expect, it } from '@jest/globals';
import { seen } from '../chromium.ts';
import type { Open } from './people-ground.ts';

const FOUR_YEARS_MS = 4 * 365 * 86_400_000;

export const clockTests = (open: Open): void => {
  it('a browser whose clock is four years ahead counts the days that the platform counts', async () => {
    const { page } = await open('机关党委工作人员');
    const row = page.getByRole('row', { name: '组织评审' });
    const left = async (): Promise<string | null> => {
      await seen(row, /还有 \d+ 天/u);
      return row.textContent();
    };
    const told = await left();
    await page.clock.setFixedTime(new Date(Date.now() + FOUR_YEARS_MS));
    await page.reload();
    expect(await left()).toBe(told);
  });
};
