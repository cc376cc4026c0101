import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seen, seriousFindings } from '../chromium.ts';
import { CALLS_MAX, LEADER, OFFICER, type Open, PHONE, widthOf } from './people-ground.ts';

const unread = async (page: Page): Promise<number> =>
  Number(/\d+/u.exec((await page.locator('#unread').textContent()) ?? '')?.[0] ?? Number.NaN);

const inboxTests = (open: Open): void => {
  it('messages are found by one click, read one by one or together, and lead to what they are about', async () => {
    const { page, calls } = await open('单位联络员');
    calls.length = 0;
    await page.getByRole('link', { name: '消息', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '消息' }).waitFor();
    const messages = page.getByRole('region', { name: /^未读/u }).getByRole('listitem');
    await messages.first().waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await unread(page)).toBeGreaterThan(1);
    const heading = (await messages.first().getByRole('heading').textContent()) ?? '';
    const alike = messages.filter({ hasText: heading });
    const before = await alike.count();
    await messages
      .first()
      .getByRole('button', { name: /^标为已读/u })
      .click();
    await seen(page.locator('.told'), '已标为已读');
    // It has left those that are unread; others may have come meanwhile, so that their number says nothing.
    await alike.nth(before - 1).waitFor({ state: 'detached' });
    await seen(page.getByRole('region', { name: '已读' }), heading);
    await page.getByRole('button', { name: '以上全部标为已读' }).click();
    await seen(page, '没有未读消息。');
    await page.reload();
    await seen(page, '没有未读消息。');
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(page)).toBe(PHONE);
    await page
      .getByRole('region', { name: '已读' })
      .getByRole('listitem')
      .filter({ hasText: heading })
      .getByRole('link')
      .first()
      .click();
    await page.waitForURL((url) => url.pathname !== '/inbox');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('.problem').count()).toBe(0);
  });
};

/** A year that nobody has entered holidays of. */
const YEAR = new Date().getFullYear() + 1;

const holidayTests = (open: Open): void => {
  it('a year of holidays that was entered wrongly is corrected by two, who see what changes and why', async () => {
    const { page } = await open(OFFICER);
    await page.goto(`/holidays?year=${YEAR}`);
    const send = async (action: string): Promise<void> => {
      await page.getByRole('button', { name: '下一步：核对' }).click();
      await page.getByRole('button', { name: action, exact: true }).click();
    };
    await page.getByLabel('通知文号').fill(`示例〔${YEAR}〕1号（虚构）`);
    await page.getByLabel('从', { exact: true }).fill(`${YEAR}-01-01`);
    await page.getByLabel('到', { exact: true }).fill(`${YEAR}-01-03`);
    await send(`录入 ${YEAR} 年节假日`);
    await page.getByText('提议更正', { exact: true }).click();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, '请填写');
    // The last day before the first: refused in the platform's words, with all that was typed.
    await page.getByLabel('到', { exact: true }).fill(`${YEAR - 1}-12-31`);
    await page.getByLabel('理由').fill('通知为四天，录成了三天。');
    await send('提议更正');
    await page.getByRole('alert').first().waitFor();
    await page.getByRole('button', { name: '修改' }).click();
    expect(await page.getByLabel('理由').inputValue()).toContain('录成了三天');
    await page.getByLabel('到', { exact: true }).fill(`${YEAR}-01-04`);
    await send('提议更正');
    await seen(page.locator('.told'), '更正提议已提交');
    const waiting = page.getByRole('region', { name: '待办理的更正' });
    await seen(waiting, '通知为四天，录成了三天。');
    expect(await waiting.getByRole('button', { name: '办理' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);

    const second = await open(LEADER);
    await second.page.goto(`/holidays?year=${YEAR}`);
    const proposed = second.page.getByRole('region', { name: '待办理的更正' });
    await seen(proposed, `${YEAR}年1月1日 – ${YEAR}年1月4日`);
    await seen(proposed, `现为：${YEAR}年1月1日 – ${YEAR}年1月3日`);
    await seen(proposed, '通知为四天，录成了三天。');
    expect(await seriousFindings(second.page)).toEqual([]);
    await second.page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(second.page)).toBe(PHONE);
    await proposed.getByRole('button', { name: '办理', exact: true }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '办理', exact: true }).click();
    await seen(second.page.locator('.told'), '节假日已更正');
    await second.page.locator('.day-holiday').nth(3).waitFor();
    expect(await second.page.locator('.day-holiday').count()).toBe(4);
  });
};

/** What somebody finds on his desk: messages, and what waits for his second look. */
export const deskTests = (open: Open): void => {
  inboxTests(open);
  holidayTests(open);
};
