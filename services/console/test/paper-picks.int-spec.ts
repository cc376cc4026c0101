import { expect, it, jest } from '@jest/globals';
import { sampleFiles } from '@jiangong/evidence/testing';
import type { Page } from 'playwright-core';
import { INSPECTOR, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { listenTo, notEnglish } from './pages/english.ts';
import { PickedOnPaper } from './paper-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** A meeting whose papers pick one of four branches. */
const inTheHall = { start: async () => PickedOnPaper.start(), origin: ({ origin }: PickedOnPaper) => origin };

browserSuite('names picked on paper', inTheHall, ({ ground, open }) => {
  const boxes = async (person: string): Promise<Readonly<{ page: Page; told: readonly string[] }>> => {
    const { page } = await open({ width: PHONE });
    const told = listenTo(page);
    await ground().enter(page.context(), person);
    await page.goto(`/rounds/${ground().played.roundId}/paper-boxes`);
    await page.getByRole('table', { name: '纸质投票计票' }).waitFor();
    return { page, told };
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };

  it('are counted on a phone by the paper that they stand on together, with how many picks there can be', async () => {
    const { page } = await boxes(OFFICER);
    await fits(page);
    await page.getByRole('button', { name: '一并登记 4 个对象' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('发出票').fill('30');
    await dialog.getByLabel('收回票').fill('30');
    await dialog.getByLabel('无效票').fill('2');
    const names = dialog.getByRole('group', { name: /^同一张推荐票：4 人，至多推荐 1 人/u }).locator('input');
    for (const [at, picks] of ['12', '9', '5', '3'].entries()) await names.nth(3 + at).fill(picks);
    await seen(dialog, '共推荐 29 次，有效票至多可推荐 28 次');
    await names.nth(6).fill('2');
    await seen(dialog, '共推荐 28 次，有效票至多可推荐 28 次');
    await dialog
      .locator('input[capture]')
      .setInputFiles({ name: '计票单.jpg', mimeType: 'image/jpeg', buffer: sampleFiles['image/jpeg'] });
    await dialog.locator('.file-name', { hasText: '已上传' }).waitFor();
    await fits(page);
    await dialog.getByRole('button', { name: '登记计票' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '已登记，待另一人核对。');
    await fits(page);
  });

  it('are confirmed by another person, who reads the form in English', async () => {
    const { page, told } = await boxes(INSPECTOR);
    await speak(page, 'en');
    await page.getByRole('button', { name: 'Confirm' }).click();
    const dialog = page.getByRole('dialog');
    await fits(page);
    expect(await notEnglish(page, told)).toEqual([]);
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, 'Counted by two');
    await fits(page);
  });
});
