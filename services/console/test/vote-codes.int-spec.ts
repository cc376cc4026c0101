import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { CodeCampaign } from './code-campaign.ts';
import { pictured } from './looked-at.ts';

const PHONE = 390;
const DESK = 1_280;
const BRANCH = '示范省政协机关第一党支部';
const CODES = 6;
jest.setTimeout(300_000);

const byCodes = { start: async () => CodeCampaign.start(), origin: ({ origin }: CodeCampaign) => origin };

browserSuite('votes of the public by codes', byCodes, ({ ground, open }) => {
  let code = '';
  const sound = async (page: Page, width: number): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  };

  it('are asked of the office in its work: codes are made for a branch, and each slip can be scanned', async () => {
    const { page } = await open({ width: DESK });
    await ground().enter(page.context(), OFFICER);
    await page.goto('/');
    await page.getByRole('link', { name: '制作并发放投票码' }).click();
    await page.waitForURL('**/ballots');
    await page.getByRole('button', { name: '制作投票码' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('对象').selectOption({ label: BRANCH });
    await dialog.getByLabel('数量').fill(String(CODES));
    await pictured(page, 'codes-dialog-desk');
    await dialog.getByRole('button', { name: '制作投票码' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '只在这里显示这一次');
    expect(await page.getByRole('img', { name: '投票二维码' }).count()).toBe(CODES);
    code = (await page.locator('.slips code').first().textContent()) ?? '';
    expect(code).not.toBe('');
    await pictured(page, 'codes-slips-desk');
    await sound(page, DESK);
    // On paper there are slips, and nothing of the page around them.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('table').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.slips li').filter({ visible: true }).count()).toBe(CODES);
    await pictured(page, 'codes-slips-print');
    await page.emulateMedia({ media: 'screen' });
    // No address that a server could be told holds the code.
    expect(page.url()).not.toContain(code);
    await page.setViewportSize({ width: PHONE, height: 900 });
    await pictured(page, 'codes-slips-phone');
    await sound(page, PHONE);
    await speak(page, 'en');
    await sound(page, PHONE);
  });

  it('open with the code filled in for whoever scans one, which goes out of sight, and vote once the vote has begun', async () => {
    const early = await open({ width: PHONE });
    await early.page.context().clock.setFixedTime(ground().now);
    await early.page.goto(`/public/vote#${encodeURIComponent(code)}`);
    await seen(early.page, '投票尚未开始');
    expect(early.page.url()).not.toContain(code);
    expect(await early.page.getByLabel('投票码').inputValue()).toBe(code);
    expect(early.calls.some((call) => call.includes(code))).toBe(false);
    await pictured(early.page, 'codes-early-phone');
    const morning = await ground().voting();
    const { page } = await open({ width: PHONE });
    await page.context().clock.setFixedTime(morning);
    await page.goto(`/public/vote#${encodeURIComponent(code)}`);
    await page.getByRole('heading', { name: BRANCH }).waitFor();
    await page.getByText('较好', { exact: true }).click();
    await pictured(page, 'codes-vote-phone');
    await sound(page, PHONE);
    await page.getByRole('button', { name: '下一步' }).click();
    await seen(page.getByRole('dialog'), '投出后不能更改');
    await pictured(page, 'codes-confirm-phone');
    await page.getByRole('dialog').getByRole('button', { name: '投票' }).click();
    await seen(page, '已投出，谢谢参与');
    await pictured(page, 'codes-voted-phone');
    await sound(page, PHONE);
  });
});
