import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SampleSuite } from './browser-suite.ts';
import { seriousFindings, seen } from './chromium.ts';
import { countClicks } from './clicks.ts';

const CALLS_MAX = 8;
const PHONE = 390;
const COMMITTEE = '机关党委工作人员';

type Open = SampleSuite['enter'];

const wide = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** The year after the one in which the sample's edition lies. */
const nextYear = async (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { items } = (await (await fetch('/v1/editions?sort=-year')).json()) as { items: { year: number }[] };
    return (items[0]?.year ?? 0) + 1;
  });

const editionTests = (open: Open): void => {
  it('an edition shows its line with today, its numbers and its history in few calls, on a phone too', async () => {
    const { page, calls } = await open(COMMITTEE);
    await page.getByRole('link', { name: '年度活动', exact: true }).click();
    const row = page.locator('tbody th a').first();
    await row.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    calls.length = 0;
    await row.click();
    await page.getByRole('heading', { name: '项目进展' }).waitFor();
    await seen(page, /提报计划阶段|立项阶段开始/u);
    await page.locator('.numbers a').first().waitFor();
    expect(await page.locator('.line-today').count()).toBe(await page.locator('.line').count());
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await wide(page)).toBe(PHONE);
    await page.locator('.numbers a').first().click();
    await page.waitForURL(/standing=/u);
  });

  it('a window is moved with a reason, which the changes tell with what stood there before', async () => {
    const { page } = await open(COMMITTEE);
    await page.goto('/editions');
    await page.locator('tbody th a').first().click();
    const stage = page.getByRole('row', { name: /^推进/u });
    await stage.getByRole('button', { name: '调整日期' }).click();
    const dialog = page.getByRole('dialog');
    const closesOn = await dialog.getByLabel('截止日期').inputValue();
    const earlier = new Date(Date.parse(closesOn) - 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('截止日期').fill(earlier);
    await dialog.getByLabel('理由').fill('提前一天收口。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '调整日期' }).click();
    await seen(page, '已办理');
    await page.getByLabel('只看计划变更').check();
    await seen(page, '理由：提前一天收口。');
    await page
      .locator('.changes del', { hasText: closesOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日') })
      .waitFor();
    await page.reload();
    await seen(page, '理由：提前一天收口。');
  });
};

const openingTests = (open: Open): void => {
  it('holidays are entered as the notice prints them, looked at first, and stand in the calendar', async () => {
    const { page } = await open(COMMITTEE);
    const year = await nextYear(page);
    await page.goto(`/holidays?year=${year}`);
    await seen(page, `${year} 年节假日尚未录入`, { exact: false });
    await page.getByLabel('通知文号').fill(`示例〔${year}〕1号（虚构）`);
    await page.getByLabel('从', { exact: true }).fill(`${year}-01-01`);
    await page.getByLabel('到', { exact: true }).fill(`${year}-01-03`);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, `${year}年1月1日 – ${year}年1月3日`);
    await page.getByRole('button', { name: `录入 ${year} 年节假日` }).click();
    await page.locator('.day-holiday').nth(2).waitFor();
    expect(await page.locator('.day-holiday').count()).toBe(3);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await wide(page)).toBe(PHONE);
  });

  it('the next edition is opened from the last one in at most six clicks, with what is wrong told before it is sent', async () => {
    const { page, calls } = await open(COMMITTEE);
    const year = await nextYear(page);
    const clicks = await countClicks(page);
    await page.getByRole('link', { name: '年度活动', exact: true }).click();
    await page
      .getByRole('link', { name: /^开设下一年度/u })
      .first()
      .click();
    await seen(page, '可以开设');
    expect(await page.getByLabel('年度', { exact: true }).inputValue()).toBe(String(year));
    const score = page.getByRole('group', { name: '评分' });
    const closesOn = await score.getByLabel('截止日期').inputValue();
    calls.length = 0;
    await score.getByLabel('截止日期').fill(`${year}-01-02`);
    await page.getByRole('alert').locator('.mark-bad').waitFor();
    expect(await page.getByRole('button', { name: '下一步：核对' }).isDisabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await score.getByLabel('截止日期').fill(closesOn);
    await seen(page, '可以开设');
    // Asked once a pause, not once a letter.
    expect(calls.filter((call) => call.endsWith('edition-preview')).length).toBeLessThanOrEqual(2);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('heading', { name: '请核对' }).waitFor();
    await page.getByRole('button', { name: '开设活动' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(String(year), 'u') }).waitFor();
    expect(await clicks()).toBeLessThanOrEqual(6);
  });
};

/** What an officer does with editions and holidays: tried on the platform that the suite has started. */
export const campaignTests = (open: Open): void => {
  editionTests(open);
  openingTests(open);
};
