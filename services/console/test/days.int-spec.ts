import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sampleSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';

const PHONE = 390;
const NARROW = 320;
const COMMITTEE = '机关党委工作人员';
jest.setTimeout(120_000);

sampleSuite('days of the calendar', ({ enter, browser, ground }) => {
  const stageDialog = async (page: Page) => {
    await page.goto('/editions');
    await page.locator('tbody th a').first().click();
    await page.getByRole('row', { name: /^推进/u }).getByRole('button', { name: '调整日期' }).click();
    return page.getByRole('dialog').filter({ has: page.getByLabel('理由') });
  };
  const calendar = (page: Page, name = '选择日期') => page.getByRole('dialog', { name });
  const field = (page: Page) => page.getByLabel('截止日期');
  const wide = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  const said = async (page: Page): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

  it('are chosen by keys alone, in the page’s language, and the field has the focus again', async () => {
    const { page } = await enter(COMMITTEE, { width: PHONE });
    await stageDialog(page);
    await field(page).fill('2026-02-27');
    await field(page).press('Alt+ArrowDown');
    await calendar(page).getByRole('grid', { name: '2026年2月' }).waitFor();
    expect(await said(page)).toBe('2026年2月27日星期五');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await said(page)).toBe('2026年3月1日星期日');
    await page.keyboard.press('Home');
    expect(await said(page)).toBe('2026年2月23日星期一');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Shift+PageUp');
    expect(await said(page)).toBe('2025年3月23日星期日');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await wide(page)).toBe(PHONE);
    await page.keyboard.press('Enter');
    await calendar(page).waitFor({ state: 'detached' });
    expect(await field(page).inputValue()).toBe('2025-03-23');
    expect(await field(page).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('are chosen by a finger; Escape closes the month and not the dialog; both fit a narrow phone and speak English', async () => {
    const { page } = await enter(COMMITTEE, { width: PHONE });
    const dialog = await stageDialog(page);
    await field(page).fill('2026-02-27');
    await dialog.getByRole('button', { name: '选择日期，现为2026年2月27日' }).click();
    await calendar(page).getByRole('button', { name: '下一月' }).click();
    await calendar(page).getByRole('button', { name: '下一年' }).click();
    await page.setViewportSize({ width: NARROW, height: 700 });
    expect(await wide(page)).toBe(NARROW);
    expect(await calendar(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await calendar(page).waitFor({ state: 'detached' });
    await dialog.waitFor();
    expect(await field(page).inputValue()).toBe('2026-02-27');
    await dialog.getByRole('button', { name: '选择日期，现为2026年2月27日' }).click();
    await calendar(page).getByRole('button', { name: '2026年2月3日星期二' }).click();
    expect(await field(page).inputValue()).toBe('2026-02-03');
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('调整日期');
    await speak(page, 'en');
    await page.getByRole('button', { name: 'Move', exact: true }).first().click();
    await page.getByLabel('Closes on').press('Alt+ArrowDown');
    await calendar(page, 'Choose a day')
      .getByRole('grid', { name: /^[A-Z][a-z]+ \d{4}$/u })
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('what can not be read, or lies outside, is said beside the field, and is not sent', async () => {
    const { page, calls } = await enter(COMMITTEE);
    const dialog = await stageDialog(page);
    await field(page).fill('2026-02-30');
    await dialog.getByLabel('理由').fill('试填（虚构）。');
    await seen(page.getByRole('alert'), '日期请写成“2026-01-05”的样子');
    expect(await seriousFindings(page)).toEqual([]);
    calls.length = 0;
    await dialog.getByRole('button', { name: '调整日期' }).click();
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    await field(page).fill('2026年3月1日');
    await dialog.getByLabel('理由').focus();
    expect(await field(page).inputValue()).toBe('2026-03-01');
    await page.getByText('日期请写成').waitFor({ state: 'detached' });
  });

  it('are the same in a browser that speaks English', async () => {
    const context = await browser().newContext({
      baseURL: ground().url,
      locale: 'en-US',
      viewport: { width: 1_366, height: 900 },
    });
    await context.addInitScript(() => localStorage.setItem('jiangong.language', 'zh'));
    const page = await context.newPage();
    await page.goto('/sign-in?next=/');
    await page
      .locator('.people dt')
      .filter({ hasText: /机关党委工作人员|committee/iu })
      .locator('+ dd button')
      .first()
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await stageDialog(page);
    await page.getByLabel('截止日期').press('Alt+ArrowDown');
    await calendar(page)
      .getByRole('grid', { name: /^\d{4}年\d+月$/u })
      .waitFor();
    expect(await page.getByLabel('截止日期').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/u);
    await context.close();
  });

  it('and deadlines are Shanghai’s in a browser that stands in New York', async () => {
    const dues = async (timezone: string): Promise<readonly string[]> => {
      const { page } = await enter(COMMITTEE, { timezone });
      await page.locator('tbody td[data-title="截止"]').first().waitFor();
      return page.locator('tbody td[data-title="截止"]').allInnerTexts();
    };
    const there = await dues('America/New_York');
    expect(there.join('\n')).toContain('24:00');
    expect(there).toEqual(await dues('Asia/Shanghai'));
  });
});
