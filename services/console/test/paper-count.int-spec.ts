import { expect, it, jest } from '@jest/globals';
import { sampleFiles } from '@jiangong/evidence/testing';
import type { Locator, Page } from 'playwright-core';
import { INSPECTOR, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { PaperCampaign } from './paper-campaign.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** A meeting that votes on paper: of one branch two have counted, of another one has, of the others nobody. */
const inTheHall = { start: async () => PaperCampaign.start(), origin: ({ origin }: PaperCampaign) => origin };

const wide = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** How many papers were handed out, found and found invalid: what comes before their answers. */
const PAPERS = 3;

/** Papers by level, question by question. */
const fill = async (dialog: Locator, answers: readonly (readonly number[])[]): Promise<void> => {
  const fields = dialog.locator('.paper-numbers input');
  for (const [place, count] of answers.flat().entries()) await fields.nth(PAPERS + place).fill(String(count));
};

browserSuite('papers counted in the hall', inTheHall, ({ ground, open }) => {
  const boxes = async (person: string, width: number): Promise<Page> => {
    const { page } = await open({ width });
    await ground().enter(page.context(), person);
    await page.goto(`/rounds/${ground().played.roundId}/paper-boxes`);
    await page.getByRole('table', { name: '纸质投票计票' }).waitFor();
    return page;
  };
  const BRANCH = '示范省政协机关第一党支部';

  it('one person counts on a phone: sums stand beside the numbers, a sheet is asked for, and what does not add up is said', async () => {
    const page = await boxes(OFFICER, PHONE);
    await page.getByRole('row', { name: BRANCH }).getByRole('button', { name: '登记计票' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('发出票').fill('30');
    await dialog.getByLabel('收回票').fill('29');
    await dialog.getByLabel('无效票').fill('1');
    await fill(dialog, [
      [20, 6, 1, 0],
      [18, 8, 2, 0],
    ]);
    await seen(dialog, '已分列 27 张，有效票 28 张');
    await fill(dialog, [[20, 6, 2, 0]]);
    await seen(dialog, '已分列 28 张，有效票 28 张');
    await dialog.getByRole('button', { name: '登记计票' }).click();
    await seen(dialog, '请附计票单的照片或扫描件');
    await dialog
      .locator('input[capture]')
      .setInputFiles({ name: '计票单.jpg', mimeType: 'image/jpeg', buffer: sampleFiles['image/jpeg'] });
    await dialog.locator('.file-name', { hasText: '已上传' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await wide(page)).toBe(PHONE);
    await dialog.getByRole('button', { name: '登记计票' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '已登记，待另一人核对。');
    await seen(page.getByRole('listitem').filter({ hasText: BRANCH }), '发出 30 张，收回 29 张，无效 1 张');
  });

  it('another person finds otherwise with a reason, and what he finds right is confirmed after a look', async () => {
    const page = await boxes(INSPECTOR, 1_280);
    await page.getByRole('listitem').filter({ hasText: BRANCH }).getByRole('button', { name: '核对不符' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '这份计票不再有效，须重新计票');
    await dialog.getByRole('textbox').fill('收回票应为 28 张（虚构）。');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '核对不符' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '不符之处：收回票应为 28 张（虚构）。');

    const officer = await boxes(OFFICER, 1_280);
    const waiting = officer.getByRole('listitem').filter({ hasText: '待核对' });
    await waiting.getByRole('button', { name: '核对无误' }).click();
    const look = officer.getByRole('dialog');
    await seen(look, '我已当面清点同一批选票，结果与登记一致。');
    await look.getByRole('button', { name: '核对无误' }).click();
    await look.waitFor({ state: 'detached' });
    await seen(officer, '已核对。');
    await waiting.waitFor({ state: 'detached' });
  });
});
